import Basics
import Engine
import Glibc
import Objects

/// Extended members of framework types, as PowerShell's type data adds them.
enum TypeExtensions {
  static func register() {
    for name in ["System.IO.FileInfo", "System.IO.DirectoryInfo"] {
      Catalogue.register(name) { t in files(t, isDirectory: name.hasSuffix("DirectoryInfo")) }
    }
    Catalogue.register("System.DateTime") { t in
      add(t, "DateTime", .scriptProperty, Types.string) { .string(try dateText($0)) }
    }
    Catalogue.register("System.Guid") { t in
      add(t, "Guid", .scriptProperty, Types.string) { .string(try Operations.toString($0)) }
    }
    Catalogue.register("System.Collections.DictionaryEntry") { t in alias(t, "Name", "Key") }
    Catalogue.register("System.Net.IPAddress") { t in
      add(t, "IPAddressToString", .scriptProperty, Types.string) { .string(try Operations.toString($0)) }
    }
    Catalogue.register("System.Diagnostics.Process", processes)
    Catalogue.register("System.Management.Automation.PSDriveInfo") { t in
      add(t, "Used", .scriptProperty, Types.int64) { v in space(v).map { .long($0.used) } ?? .null }
      add(t, "Free", .scriptProperty, Types.int64) { v in space(v).map { .long($0.free) } ?? .null }
    }
  }

  private static func add(
    _ t: TypeBuilder, _ name: String, _ kind: MemberKind, _ type: TypeInfo, _ get: @escaping (Value) throws -> Value
  ) {
    if t.type.instanceMembers[name] != nil { return }
    let m = Member(name, kind)
    m.valueType = type
    m.getter = get
    t.type.instanceMembers.set(m)
  }

  private static func alias(_ t: TypeBuilder, _ name: String, _ target: String) {
    if t.type.instanceMembers[name] != nil { return }
    t.type.instanceMembers.set(MemberFactory.alias(name, target))
  }

  private static func path(_ v: Value) -> String { v.asObject(FileItem.self)?.fullPath ?? "" }

  private static func files(_ t: TypeBuilder, isDirectory: Bool) {
    add(t, "Mode", .codeProperty, Types.string) { .string(mode(path($0))) }
    add(t, "ModeWithoutHardLink", .codeProperty, Types.string) { .string(mode(path($0))) }
    if !isDirectory { add(t, "VersionInfo", .scriptProperty, Types.object) { _ in .null } }
    add(t, "BaseName", .scriptProperty, Types.string) { v in
      let name = PathParts.leaf(path(v))
      return .string(isDirectory ? name : String(name.dropLast(PathParts.fileExtension(name).utf8.count)))
    }
    add(t, "ResolvedTarget", .codeProperty, Types.string) { v in
      let p = path(v)
      if FileCalls.linkTarget(p) == nil { return .string(p) }
      return .string(FileCalls.real(p) ?? p)
    }
    alias(t, "Target", "LinkTarget")
    add(t, "LinkType", .codeProperty, Types.string) { v in
      let p = path(v)
      guard let f = FileCalls.facts(p, followLinks: false) else { return .null }
      if f.kind == .link { return .string("SymbolicLink") }
      return f.links > 1 && f.kind == .file ? .string("HardLink") : .null
    }
    add(t, "UnixMode", .scriptProperty, Types.string) { v in
      FileCalls.facts(path(v), followLinks: false).map { .string(unixMode($0)) } ?? .null
    }
    add(t, "User", .scriptProperty, Types.string) { v in
      FileCalls.facts(path(v)).map { .string(FileCalls.userName($0.owner)) } ?? .null
    }
    add(t, "Group", .scriptProperty, Types.string) { v in
      FileCalls.facts(path(v)).map { .string(FileCalls.groupName($0.group)) } ?? .null
    }
    add(t, "Size", .scriptProperty, Types.int64) { v in
      FileCalls.facts(path(v)).map { .long(Int64($0.size)) } ?? .null
    }
    add(t, "NameString", .codeProperty, Types.string) { v in
      let p = path(v)
      let name = PathParts.leaf(p)
      return .string(FileCalls.linkTarget(p).map { name + " -> " + $0 } ?? name)
    }
    add(t, "LengthString", .codeProperty, Types.string) { v in
      .string(isDirectory ? "" : FileCalls.facts(path(v)).map { String($0.size) } ?? "")
    }
    add(t, "LastWriteTimeString", .codeProperty, Types.string) { v in
      let d = try MemberAccess.get(v, "LastWriteTime") ?? .null
      guard let date = d.asObject(DateTimeObject.self) else { return .string("") }
      let day = try DateFormatter.format(date, "d", CultureObject.current)
      let time = try DateFormatter.format(date, "t", CultureObject.current)
      return .string(pad(day, 10) + "  " + pad(time, 8))
    }
  }

  private static func pad(_ s: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - s.count)) + s
  }

  /// The attributes as letters: directory or link, archive, read-only, hidden, system.
  private static func mode(_ path: String) -> String {
    guard let f = FileCalls.facts(path, followLinks: false) else { return "-----" }
    var s = f.kind == .link ? "l" : FileCalls.isDirectory(path) ? "d" : "-"
    s += "-"
    s += f.kind != .link && f.mode & 0o222 == 0 ? "r" : "-"
    s += f.isHidden ? "h" : "-"
    return s + "-"
  }

  private static func unixMode(_ f: FileFacts) -> String {
    var s = ""
    switch f.kind {
    case .directory: s = "d"
    case .link: s = "l"
    default: s = "-"
    }
    for shift: UInt32 in [6, 3, 0] {
      let bits = f.mode >> shift
      s += (bits & 4 != 0 ? "r" : "-") + (bits & 2 != 0 ? "w" : "-") + (bits & 1 != 0 ? "x" : "-")
    }
    return s
  }

  /// Date and time as the current culture writes them at length; `DisplayHint` leaves a part out.
  private static func dateText(_ v: Value) throws -> String {
    guard let d = v.asObject(DateTimeObject.self) else { return "" }
    let hint = try v.object?.extended?["DisplayHint"].map { try Operations.toString($0.value).lowercased() } ?? ""
    let day = try DateFormatter.format(d, "D", CultureObject.current)
    let time = try DateFormatter.format(d, "T", CultureObject.current)
    return hint == "date" ? day : hint == "time" ? time : day + " " + time
  }

  private static func processes(_ t: TypeBuilder) {
    for (name, target) in [
      ("Name", "ProcessName"), ("SI", "SessionId"), ("Handles", "HandleCount"), ("VM", "VirtualMemorySize64"),
      ("WS", "WorkingSet64"), ("PM", "PagedMemorySize64"), ("NPM", "NonpagedSystemMemorySize64"),
    ] { alias(t, name, target) }
    func me(_ v: Value) -> ProcessObject? { v.asObject(ProcessObject.self) }
    add(t, "Path", .scriptProperty, Types.string) { v in me(v)?.path.map { .string($0) } ?? .null }
    add(t, "CommandLine", .scriptProperty, Types.string) { v in .string(me(v)?.commandLine ?? "") }
    add(t, "Parent", .codeProperty, Types.object) { v in me(v).map { .object(ProcessObject($0.parentId)) } ?? .null }
    add(t, "CPU", .scriptProperty, Types.double) { v in
      me(v).map { .double(Double($0.userTime + $0.systemTime) / 1e7) } ?? .null
    }
  }

  private static func space(_ v: Value) -> (used: Int64, free: Int64)? {
    guard let d = v.asObject(DriveInfo.self), d.provider.isHierarchical else { return nil }
    var s = statvfs()
    guard statvfs(d.root, &s) == 0 else { return nil }
    let unit = Int64(s.f_frsize)
    return (Int64(s.f_blocks &- s.f_bfree) &* unit, Int64(s.f_bavail) &* unit)
  }
}
