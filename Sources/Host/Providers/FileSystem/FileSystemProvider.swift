import Basics
import Engine
import Glibc
import Objects

/// FileCalls and directories.
public final class FileSystemProvider: Provider {
  public override var isHierarchical: Bool { true }

  init() {
    super.init(
      "FileSystem", implementingType: "FileSystemProvider", capabilities: ["Filter", "ShouldProcess", "Credentials"])
  }

  public override func exists(_ path: String, _ s: ProviderSession) -> Bool { FileCalls.exists(path) }
  public override func isContainer(_ path: String, _ s: ProviderSession) -> Bool { FileCalls.isDirectory(path) }
  public override func isHidden(_ path: String) -> Bool { FileCalls.isHidden(path) }
  public override func join(_ parent: String, _ child: String) -> String {
    parent.hasSuffix("/") ? parent + child : parent + "/" + child
  }

  public override func item(_ path: String, _ s: ProviderSession) throws -> Value? {
    guard FileCalls.exists(path) else { return nil }
    return try FileItems.object(path, isDirectory: FileCalls.isDirectory(path))
  }

  public override func children(_ path: String, _ s: ProviderSession) throws -> [ChildItem] {
    let names: [(name: String, isDirectory: Bool)]
    do {
      names = try FileCalls.names(path)
    } catch let e as FileError {
      throw FileErrors.guest(e, id: "DirUnauthorizedAccessError", .PermissionDenied)
    }
    return FileItems.sorted(names).map {
      ChildItem($0.name, isContainer: $0.isDirectory, isHidden: $0.name.utf8.first == 0x2E)
    }
  }

  // MARK: Making

  public override func new(_ path: String, type: String?, value: Value?, force: Bool, _ s: ProviderSession) throws
    -> Value
  {
    switch try FileSystemProvider.kind(type) {
    case .directory: return try newDirectory(path, force: force, s)
    case .file: return try newFile(path, value, force: force, s)
    case .symbolicLink: return try newLink(path, value, force: force, symbolic: true, s)
    case .hardLink: return try newLink(path, value, force: force, symbolic: false, s)
    }
  }

  /// What -ItemType asks for.
  enum ItemKind { case file, directory, symbolicLink, hardLink }

  static func kind(_ type: String?) throws -> ItemKind {
    let t = (type ?? "file").lowercased()
    if t.isEmpty || "file".hasPrefix(t) { return .file }
    if "directory".hasPrefix(t) || "container" == t { return .directory }
    if "leaf" == t { return .file }
    if "symboliclink".hasPrefix(t) { return .symbolicLink }
    if "hardlink".hasPrefix(t) { return .hardLink }
    throw GuestError.runtime(
      "Argument",
      "The type is not a known type for the file system. Only \"file\",\"directory\" or \"symboliclink\" can "
        + "be specified.", .InvalidArgument, target: .string(type ?? ""),
      type: "System.Management.Automation.PSArgumentException")
  }

  private func newDirectory(_ path: String, force: Bool, _ s: ProviderSession) throws -> Value {
    if FileCalls.exists(path), !force || !FileCalls.isDirectory(path) {
      throw GuestError.runtime(
        "DirectoryExist", "An item with the specified name \(path) already exists.", .ResourceExists,
        target: .string(path), type: "System.IO.IOException")
    }
    try FileErrors.wrap("CreateDirectoryIOError", .WriteError) { try FileCalls.makeDirectories(path) }
    return try item(path, s) ?? .null
  }

  private func newFile(_ path: String, _ value: Value?, force: Bool, _ s: ProviderSession) throws -> Value {
    if FileCalls.exists(path), !force || FileCalls.isDirectory(path) {
      let message =
        FileCalls.isDirectory(path)
        ? "Access to the path '\(path)' is denied." : "The file '\(path)' already exists."
      throw GuestError.runtime(
        "NewItemIOError", message, .WriteError, target: .string(path), type: "System.IO.IOException")
    }
    try FileErrors.wrap("NewItemIOError", .WriteError) {
      if force { try FileCalls.makeDirectories(PathParts.parent(path)) }
      let text = try value.map { $0.isNull ? "" : try Operations.toString($0) } ?? ""
      try FileCalls.write(path, Array(text.utf8))
    }
    return try item(path, s) ?? .null
  }

  private func newLink(
    _ path: String, _ value: Value?, force: Bool, symbolic: Bool, _ s: ProviderSession
  ) throws -> Value {
    guard let value, !value.isNull else {
      throw GuestError.runtime(
        "System.ArgumentNullException", "Value cannot be null. (Parameter 'content')", .InvalidArgument,
        type: "System.ArgumentNullException")
    }
    let target = try Operations.toString(value)
    let absolute = target.hasPrefix("/") ? target : try s.place(target, literal: true).path
    if !symbolic, !FileCalls.exists(absolute) {
      throw GuestError.runtime(
        "ItemNotFound", "Could not find item \(absolute).", .ObjectNotFound, target: .string(target),
        type: "System.Management.Automation.ItemNotFoundException")
    }
    if FileCalls.exists(path) {
      if !force {
        throw GuestError.runtime(
          "NewItemIOError", "The file '\(path)' already exists.", .ResourceExists, target: .string(path),
          type: "System.IO.IOException")
      }
      try FileErrors.wrap("NewItemIOError", .WriteError) { try FileCalls.removeOne(path) }
    }
    let r = symbolic ? symlink(target, path) : link(absolute, path)
    if r != 0 { throw FileErrors.guest(FileError(errno, path), id: "NewItemIOError", .WriteError) }
    return try item(path, s) ?? .null
  }

  // MARK: Removing

  public override func remove(_ path: String, recurse: Bool, force: Bool, _ s: ProviderSession) throws {
    try FileErrors.wrap("RemoveFileSystemItemUnAuthorizedAccess", .PermissionDenied) {
      let facts = FileCalls.facts(path, followLinks: false)
      if !force, let facts, facts.kind == .file, facts.mode & 0o222 == 0 {
        throw GuestError.runtime(
          "RemoveFileSystemItemUnAuthorizedAccess",
          "You do not have sufficient access rights to perform this operation or the item is hidden, system, or read only.",
          .PermissionDenied, target: .string(path), type: "System.IO.IOException")
      }
      if facts?.isDirectory == true { try FileCalls.removeTree(path) } else { try FileCalls.removeOne(path) }
    }
  }

  public override func rename(_ path: String, to name: String, force: Bool, _ s: ProviderSession) throws -> Value {
    let slashed = PathParts.slashed(name)
    if slashed.utf8.contains(0x2F) {
      let given = try s.place(name, literal: true).path
      if PathParts.parent(given) != PathParts.parent(path) {
        throw GuestError.runtime(
          "Argument", "Cannot rename the specified target, because it represents a path or device name.",
          .InvalidArgument, target: .string(name), type: "System.Management.Automation.PSArgumentException")
      }
    }
    let target = join(PathParts.parent(path), PathParts.leaf(slashed))
    if FileCalls.exists(target), !force || FileCalls.isDirectory(target), target != path {
      throw GuestError.runtime(
        "RenameItemIOError", "Cannot create a file when that file already exists.", .WriteError, target: .string(path),
        type: "System.IO.IOException")
    }
    if rename(path, target) != 0 {
      throw FileErrors.guest(FileError(errno, path), id: "RenameItemIOError", .WriteError)
    }
    return try item(target, s) ?? .null
  }

  private func rename(_ from: String, _ to: String) -> Int32 { Glibc.rename(from, to) }

  public override func move(_ path: String, to target: String, force: Bool, _ s: ProviderSession) throws -> Value? {
    var to = target
    let isDirectory = FileCalls.isDirectory(path)
    if FileCalls.isDirectory(to) { to = join(to, PathParts.leaf(path)) }
    if to == path { return try item(path, s) }
    if to.hasPrefix(path + "/") {
      throw GuestError.runtime(
        "MoveItemArgumentError", "Destination path cannot be a subdirectory of the source: \(to).", .InvalidArgument,
        target: .string(path), type: "System.InvalidOperationException")
    }
    if FileCalls.exists(to), isDirectory || !force {
      throw GuestError.runtime(
        isDirectory ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError",
        isDirectory
          ? "Cannot create '\(to)' because a file or directory with the same name already exists."
          : "The file '\(to)' already exists.", .WriteError, target: .string(path),
        type: "System.IO.IOException")
    }
    try FileErrors.wrap(isDirectory ? "MoveDirectoryItemIOError" : "MoveFileInfoItemIOError", .WriteError) {
      if force, !FileCalls.exists(PathParts.parent(to)) { try FileCalls.makeDirectories(PathParts.parent(to)) }
      if !FileCalls.isDirectory(PathParts.parent(to)) { throw FileError(ENOENT, to) }
      try FileCalls.move(path, to)
    }
    return try item(to, s)
  }

  public override func copy(_ path: String, to target: String, _ o: CopyOptions, _ s: ProviderSession) throws -> Value?
  {
    try copyItem(path, to: target, o, s)
  }

  public override func operation(_ verb: Verb, _ path: String, _ extra: String) -> (target: String, action: String) {
    let kind = FileCalls.isDirectory(path) ? "Directory" : "File"
    switch verb {
    case .new:
      let made = (try? FileSystemProvider.kind(extra)) ?? .file
      switch made {
      case .directory: return ("Destination: \(path)", "Create Directory")
      case .file: return ("Destination: \(path)", "Create File")
      case .symbolicLink: return ("Destination: \(path)", "Create Symbolic Link")
      case .hardLink: return ("Destination: \(path)", "Create Hard Link")
      }
    case .remove: return (path, "Remove \(kind)")
    case .rename:
      return ("Item: \(path) Destination: \(join(PathParts.parent(path), PathParts.leaf(extra)))", "Rename \(kind)")
    case .copy, .move:
      let to = FileCalls.isDirectory(extra) ? join(extra, PathParts.leaf(path)) : extra
      return ("Item: \(path) Destination: \(to)", (verb == .copy ? "Copy " : "Move ") + kind)
    default: return super.operation(verb, path, extra)
    }
  }
}
