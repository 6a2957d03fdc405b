import Basics
import Engine
import Objects
import Providers
import Serialization

/// Get-PSDrive.
final class GetPSDrive: Cmdlet {
  override func process() throws {
    let s = session
    var all = s.visibleDrives.sorted { Ordinal.compare($0.name, $1.name, ignoreCase: true) < 0 }
    if has("PSProvider") {
      let wanted = strings("PSProvider")
      all = all.filter { d in
        wanted.contains {
          Ordinal.equalsIgnoreCase($0, d.provider.name) || Ordinal.equalsIgnoreCase($0, d.provider.fullName)
        }
      }
    }
    let literal = has("LiteralName")
    guard literal || has("Name") else {
      for d in all { try write(.object(d)) }
      return
    }
    for n in strings(literal ? "LiteralName" : "Name") {
      let isPattern = !literal && Wildcard.containsWildcards(n)
      let w = isPattern ? try s.pattern(n) : nil
      let hits = all.filter { w?.matches($0.name) ?? Ordinal.equalsIgnoreCase($0.name, n) }
      if hits.isEmpty, !isPattern {
        try writeError(ProviderSession.noDrive(n, id: "GetLocationNoMatchingDrive").record)
      }
      for d in hits { try write(.object(d)) }
    }
  }
}

/// New-PSDrive.
final class NewPSDrive: Cmdlet {
  override func process() throws {
    let s = session
    let name = string("Name") ?? ""
    let wanted = string("PSProvider") ?? ""
    guard let provider = s.provider(wanted) else { return try writeError(ProviderSession.noProvider(wanted).record) }
    let asked = string("Root") ?? ""
    guard try runtime.shouldProcess("Name: \(name) Provider: \(provider.fullName) Root: \(asked)", "New drive") else {
      return
    }
    if s.drive(name) != nil {
      return try writeError(
        error(
          "DriveAlreadyExists", "A drive with the name '\(name)' already exists.", .ResourceExists,
          target: .string(name), type: "System.Management.Automation.SessionStateException"))
    }
    if name.isEmpty || name.contains(where: { ":/\\.~".contains($0) }) {
      return try writeError(
        error(
          "Argument",
          "Cannot process the drive name because the drive name contains one or more of the following characters that "
            + "are not valid: ; ~ / \\ . :", .InvalidArgument, type: "System.Management.Automation.PSArgumentException")
      )
    }
    var root = ""
    if provider.isHierarchical {
      guard let p = try attempt({ try s.place(asked) }) else { return }
      root = p.path
      if !FileCalls.isDirectory(root) {
        return try writeError(
          error(
            "DriveRootError",
            "The specified drive root \"\(root)\" either does not exist, or it is not a folder.", .ReadError,
            target: .string(root), type: "System.IO.IOException"))
      }
    }
    let drive = DriveInfo(
      name, provider, root: root, description: string("Description") ?? "", scope: try variableScope(string("Scope")))
    s.drives.append(drive)
    engine.drives[name.lowercased()] = FileVariableDrive(drive)
    try write(.object(drive))
  }
}

/// Remove-PSDrive.
final class RemovePSDrive: Cmdlet {
  override func process() throws {
    let s = session
    for n in has("LiteralName") ? strings("LiteralName") : strings("Name") {
      let w = has("LiteralName") || !Wildcard.containsWildcards(n) ? nil : try s.pattern(n)
      let hits = s.visibleDrives.filter { w?.matches($0.name) ?? Ordinal.equalsIgnoreCase($0.name, n) }
      if hits.isEmpty, w == nil {
        try writeError(ProviderSession.noDrive(n).record)
        continue
      }
      for d in hits {
        guard
          try runtime.shouldProcess("Name: \(d.name) Provider: \(d.provider.fullName) Root: \(d.root)", "Remove Drive")
        else { continue }
        if s.location.drive === d, !flag("Force") {
          try writeError(
            error(
              "InvalidOperation", "Cannot remove drive '\(d.name)' because it is in use.", .InvalidOperation,
              target: .object(d), type: "System.Management.Automation.PSInvalidOperationException"))
          continue
        }
        s.drives.removeAll { $0 === d }
        if s.drive(d.name) == nil { engine.drives[d.name.lowercased()] = nil }
      }
    }
  }
}

/// Get-PSProvider.
final class GetPSProvider: Cmdlet {
  override func process() throws {
    let s = session
    guard has("PSProvider") else {
      for p in s.providers { try write(.object(p)) }
      return
    }
    for n in strings("PSProvider") {
      let w = Wildcard.containsWildcards(n) ? try s.pattern(n) : nil
      let hits = s.providers.filter { p in
        w.map { $0.matches(p.name) || $0.matches(p.fullName) }
          ?? (Ordinal.equalsIgnoreCase(p.name, n) || Ordinal.equalsIgnoreCase(p.fullName, n))
      }
      if hits.isEmpty, w == nil { try writeError(ProviderSession.noProvider(n).record) }
      for p in hits { try write(.object(p)) }
    }
  }
}

/// `${drive:item}` for drives scripts make: the content of the item.
final class FileVariableDrive: VariableDrive {
  private let drive: DriveInfo
  init(_ drive: DriveInfo) { self.drive = drive }

  private func place(_ name: String, _ runspace: Runspace) throws -> (ItemPath, ProviderSession) {
    let s = ProviderSession.of(runspace)
    return (try s.place(drive.name + ":" + name, literal: true), s)
  }

  func get(_ name: String, in runspace: Runspace) throws -> Value? {
    let (p, s) = try place(name, runspace)
    guard try p.provider.exists(p.path, s) else { return nil }
    let all: [Value]
    if p.provider.isHierarchical {
      let bytes = try FileErrors.wrap("GetContentReaderIOError", .ReadError) { try FileCalls.read(p.path) }
      all = LineReader.lines(TextEncoding.decodeFile(bytes, .standard)).map { .string($0) }
    } else {
      all = try p.provider.content(p.path, s)
    }
    return all.count == 1 ? all[0] : .array(all)
  }

  func set(_ name: String, _ value: Value, in runspace: Runspace) throws {
    let (p, s) = try place(name, runspace)
    let all = try Operations.elements(value) ?? (value.isNull ? [] : [value])
    guard p.provider.isHierarchical else { return try p.provider.setContent(p.path, all, append: false, s) }
    var text = ""
    for v in all { text += try Operations.displayText(v) + "\n" }
    try FileErrors.wrap("GetContentWriterIOError", .WriteError) { try FileCalls.write(p.path, Array(text.utf8)) }
  }

  func remove(_ name: String, in runspace: Runspace) throws {
    let (p, s) = try place(name, runspace)
    try p.provider.remove(p.path, recurse: false, force: false, s)
  }
}
