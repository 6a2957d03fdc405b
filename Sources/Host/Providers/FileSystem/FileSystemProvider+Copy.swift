import Basics
import Engine
import Glibc
import Objects

extension FileSystemProvider {
  /// Copies a file or directory and gives the object of the copy.
  func copyItem(_ path: String, to target: String, _ o: CopyOptions, _ s: ProviderSession) throws -> Value? {
    if FileCalls.isDirectory(path) { return try copyDirectory(path, to: target, o, s) }
    var to = target
    if FileCalls.isDirectory(to) {
      to = join(to, PathParts.leaf(path))
    } else if target.hasSuffix("/") {
      throw FileErrors.guest(FileError(ENOENT, target), id: "System.IO.DirectoryNotFoundException", .NotSpecified)
    }
    return try copyFile(path, to, o, s)
  }

  private func copyFile(_ path: String, _ to: String, _ o: CopyOptions, _ s: ProviderSession) throws -> Value? {
    if FileCalls.real(to) == FileCalls.real(path), FileCalls.exists(to) {
      throw GuestError.runtime(
        "CopyError", "Cannot overwrite the item \(path) with itself.", .WriteError, target: .string(path),
        type: "System.IO.IOException")
    }
    try FileErrors.wrap("CopyFileInfoItemIOError", .WriteError) {
      if o.force, let f = FileCalls.facts(to), f.mode & 0o200 == 0 { chmod(to, f.mode | 0o200) }
      if !FileCalls.isDirectory(PathParts.parent(to)) { throw FileError(ENOENT, to) }
      if let f = FileCalls.facts(to), f.kind == .file, f.mode & 0o222 == 0 { throw FileError(EACCES, to) }
      try FileCalls.copy(path, to)
    }
    return try item(to, s)
  }

  private func copyDirectory(_ path: String, to target: String, _ o: CopyOptions, _ s: ProviderSession) throws -> Value?
  {
    var to = target
    if o.container {
      if FileCalls.isDirectory(to) {
        to = join(to, PathParts.leaf(path))
      } else if FileCalls.exists(to) {
        throw GuestError.runtime(
          "CopyContainerItemToLeafError", "Container cannot be copied onto existing leaf item.", .InvalidArgument,
          target: .string(path),
          type: "System.Management.Automation.PSArgumentException")
      }
    }
    if to == path || to.hasPrefix(path + "/") {
      throw GuestError.runtime(
        "CopyError", "Cannot overwrite the item \(path) with itself.", .WriteError, target: .string(path),
        type: "System.IO.IOException")
    }
    if o.container { try FileErrors.wrap("CopyError", .WriteError) { try FileCalls.makeDirectories(to) } }
    if o.recurse || !o.container { try copyChildren(path, to, o, s) }
    return o.container ? try item(to, s) : nil
  }

  private func copyChildren(_ path: String, _ to: String, _ o: CopyOptions, _ s: ProviderSession) throws {
    for c in try children(path, s) {
      if !o.force && c.isHidden { continue }
      if o.exclude.contains(where: { $0.matches(c.name) }) { continue }
      let from = join(path, c.name)
      if c.isContainer {
        try FileErrors.wrap("CopyError", .WriteError) { try FileCalls.makeDirectories(join(to, c.name)) }
        // Without -Container the directories are made, but all files go to the top.
        try copyChildren(from, o.container ? join(to, c.name) : to, o, s)
      } else {
        if !o.filter(c.name) { continue }
        if !o.include.isEmpty, !o.include.contains(where: { $0.matches(c.name) }) { continue }
        if !o.container { try FileErrors.wrap("CopyError", .WriteError) { try FileCalls.makeDirectories(to) } }
        _ = try copyFile(from, join(to, c.name), o, s)
      }
    }
  }
}
