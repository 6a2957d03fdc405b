import Basics
import Glibc

/// A `FileInfo` or `DirectoryInfo`: a path with the facts of the moment it was first asked.
public final class FileItem: Obj {
  /// The path as it was given.
  public let original: String
  public let fullPath: String
  public let isDirectory: Bool
  private var cached: stat??
  public init(_ path: String, isDirectory: Bool) {
    original = path
    fullPath = PathText.full(path)
    self.isDirectory = isDirectory
  }
  private static let file = Types.named("System.IO.FileInfo")
  private static let directory = Types.named("System.IO.DirectoryInfo")
  public override var typeInfo: TypeInfo { isDirectory ? FileItem.directory : FileItem.file }
  public override func text() throws -> String? { original }

  /// The facts; nil if nothing is there.
  var status: stat? {
    if let c = cached { return c }
    let s = Files.status(fullPath) ?? Files.status(fullPath, followLinks: false)
    cached = .some(s)
    return s
  }
  /// Forgets the facts.
  public func refresh() { cached = nil }
  /// The full path without a slash at its end.
  var trimmedPath: String { fullPath.count > 1 && fullPath.hasSuffix("/") ? String(fullPath.dropLast()) : fullPath }
  public var name: String {
    let n = PathText.fileName(trimmedPath)
    return n.isEmpty ? "/" : n
  }
  public var exists: Bool {
    let k = Files.kind(fullPath)
    return isDirectory ? k == .directory : k == .file || k == .other
  }
  /// The bytes of the file.
  public var length: Int64? { status.map { Int64($0.st_size) } }
  /// The path a symbolic link names.
  public var linkTarget: String? {
    var buffer = [CChar](repeating: 0, count: 4097)
    let n = readlink(trimmedPath, &buffer, 4096)
    return n < 0 ? nil : String(decoding: buffer[..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  /// Takes write permission away or gives it back.
  func setReadOnly(_ on: Bool) throws {
    guard let s = Files.status(fullPath) else { throw Files.error(fullPath, ENOENT) }
    let mode = on ? s.st_mode & ~0o222 : s.st_mode | 0o200
    if chmod(fullPath, mode & 0o7777) != 0 { throw Files.error(fullPath) }
    refresh()
  }
}

/// Members of `FileSystemInfo`, `FileInfo` and `DirectoryInfo`.
enum FileItemTypes {
  static func register() {
    Catalogue.register("System.IO.FileSystemInfo") { t in
      shared(t)
      times(t)
    }
    Catalogue.register("System.IO.FileInfo") { t in
      t.new("(string fileName)") { a in .object(FileItem(try PathType.checked(a, 0, "fileName"), isDirectory: false)) }
      file(t)
      opening(t)
    }
    Catalogue.register("System.IO.DirectoryInfo") { t in
      t.new("(string path)") { a in .object(FileItem(try PathType.checked(a, 0, "path"), isDirectory: true)) }
      directory(t)
      listing(t)
    }
    Catalogue.register("System.IO.DriveInfo", DriveItem.members)
  }

  private static func me(_ v: Value) throws -> FileItem {
    guard let f = v.asObject(FileItem.self) else { throw Throw.nullReference() }
    return f
  }
  private static func item(_ p: String, _ isDirectory: Bool) -> Value { .object(FileItem(p, isDirectory: isDirectory)) }

  private static func shared(_ t: TypeBuilder) {
    t.prop("string FullName") { .string(try me($0).fullPath) }
    t.prop("string Name") { .string(try me($0).name) }
    t.prop("string Extension") { .string(PathText.ext(try me($0).trimmedPath)) }
    t.prop("bool Exists") { .bool(try me($0).exists) }
    t.prop(
      "System.IO.FileAttributes Attributes",
      { s in
        .enumeration("System.IO.FileAttributes", Files.attributes(try me(s).trimmedPath) ?? -1)
      }
    ) { s, v in
      let raw = v.asObject(EnumValue.self)?.raw ?? 0
      try me(s).setReadOnly(raw & 1 != 0)
    }
    t.prop("string LinkTarget") { .text(try me($0).linkTarget) }
    t.prop(
      "System.IO.UnixFileMode UnixFileMode",
      { s in
        .enumeration("System.IO.UnixFileMode", Int64((try me(s).status?.st_mode ?? 0) & 0o7777))
      }
    ) { s, v in
      let f = try me(s)
      if chmod(f.fullPath, mode_t(truncatingIfNeeded: v.asObject(EnumValue.self)?.raw ?? 0)) != 0 {
        throw Files.error(f.fullPath)
      }
      f.refresh()
    }
    t.action("Refresh()") { s, _ in try me(s).refresh() }
    t.method("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)") { s, _ in
      let f = try me(s)
      guard let target = f.linkTarget else { return .null }
      let p = PathText.full(target, base: PathText.directory(f.fullPath))
      return item(p, Files.kind(p) == .directory)
    }
    t.action("CreateAsSymbolicLink(string pathToTarget)") { s, a in
      let f = try me(s)
      if symlink(a.str(0), f.trimmedPath) != 0 { throw Files.error(f.fullPath) }
    }
    t.method("string ToString()") { s, _ in .string(try me(s).original) }
  }

  private static func times(_ t: TypeBuilder) {
    for (name, isAccess) in FileTimes.names {
      t.prop("datetime \(name)", { .object(DateTimeObject(FileTimes.get(try me($0).fullPath, name), .utc).toLocal()) })
      { s, v in
        try Files.setTime(me(s).fullPath, access: isAccess, ticks: try DateTimeType.me(v).toUniversal().ticks)
      }
      t.prop("datetime \(name)Utc", { .object(DateTimeObject(FileTimes.get(try me($0).fullPath, name), .utc)) }) {
        s, v in
        try Files.setTime(me(s).fullPath, access: isAccess, ticks: try DateTimeType.me(v).ticks)
      }
    }
  }

  private static func file(_ t: TypeBuilder) {
    t.prop("long Length") { s in
      let f = try me(s)
      guard let n = f.length, !(Files.kind(f.fullPath) == .directory) else {
        throw GuestError.exception("System.IO.FileNotFoundException", "Could not find file '\(f.fullPath)'.")
      }
      return .long(n)
    }
    t.prop("string DirectoryName") { .text(PathText.directory(try me($0).fullPath)) }
    t.prop("System.IO.DirectoryInfo Directory") { s in
      PathText.directory(try me(s).fullPath).map { item($0, true) } ?? .null
    }
    t.prop("bool IsReadOnly", { s in .bool((Files.attributes(try me(s).fullPath) ?? 0) & 1 != 0) }) { s, v in
      try me(s).setReadOnly([v].bool(0))
    }
    t.action("Delete()") { s, _ in
      let f = try me(s)
      if unlink(f.fullPath) != 0 && errno != ENOENT { throw Files.error(f.fullPath) }
      f.refresh()
    }
    for extra in ["", ", bool overwrite"] {
      t.method("System.IO.FileInfo CopyTo(string destFileName\(extra))") { s, a in
        try Files.copy(me(s).fullPath, a.requireStr(0, "destFileName"), overwrite: a.bool(1))
        return item(PathText.full(a.str(0)), false)
      }
      t.action("MoveTo(string destFileName\(extra))") { s, a in
        try Files.move(me(s).fullPath, a.requireStr(0, "destFileName"), overwrite: a.bool(1))
      }
    }
  }

  private static func opening(_ t: TypeBuilder) {
    t.method("System.IO.FileStream Create()") { s, _ in
      .object(try FileStreamObject.open(me(s).fullPath, mode: 2, access: 3))
    }
    t.method("System.IO.FileStream Open(System.IO.FileMode mode)") { s, a in
      .object(try FileStreamObject.open(me(s).fullPath, mode: a.raw(0), access: a.raw(0) == 6 ? 2 : 3))
    }
    for extra in ["", ", System.IO.FileShare share"] {
      t.method("System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access\(extra))") { s, a in
        .object(try FileStreamObject.open(me(s).fullPath, mode: a.raw(0), access: a.raw(1)))
      }
    }
    t.method("System.IO.FileStream OpenRead()") { s, _ in
      .object(try FileStreamObject.open(me(s).fullPath, mode: 3, access: 1))
    }
    t.method("System.IO.FileStream OpenWrite()") { s, _ in
      .object(try FileStreamObject.open(me(s).fullPath, mode: 4, access: 2))
    }
    t.method("System.IO.StreamReader OpenText()") { s, _ in
      .object(ReaderObject(stream: try FileStreamObject.open(me(s).fullPath, mode: 3, access: 1), .utf8))
    }
    t.method("System.IO.StreamWriter CreateText()") { s, _ in
      .object(
        WriterObject(stream: try FileStreamObject.open(me(s).fullPath, mode: 2, access: 2), EncodingObject.utf8NoBOM))
    }
    t.method("System.IO.StreamWriter AppendText()") { s, _ in
      .object(
        WriterObject(stream: try FileStreamObject.open(me(s).fullPath, mode: 6, access: 2), EncodingObject.utf8NoBOM))
    }
  }

  private static func directory(_ t: TypeBuilder) {
    t.prop("System.IO.DirectoryInfo Parent") { s in
      PathText.directory(try me(s).trimmedPath).map { item($0, true) } ?? .null
    }
    t.prop("System.IO.DirectoryInfo Root") { _ in item("/", true) }
    t.action("Create()") { s, _ in
      try Files.makeDirectory(me(s).fullPath)
      try me(s).refresh()
    }
    t.method("System.IO.DirectoryInfo CreateSubdirectory(string path)") { s, a in
      let p = PathText.combine([try me(s).fullPath, try a.requireStr(0, "path")])
      try Files.makeDirectory(p)
      return item(p, true)
    }
    t.action("Delete()") { s, _ in try Files.removeDirectory(me(s).trimmedPath, recursive: false) }
    t.action("Delete(bool recursive)") { s, a in try Files.removeDirectory(me(s).trimmedPath, recursive: a.bool(0)) }
    t.action("MoveTo(string destDirName)") { s, a in
      try Files.move(me(s).trimmedPath, a.requireStr(0, "destDirName"), overwrite: false)
    }
  }

  private static func listing(_ t: TypeBuilder) {
    for (name, wants, type) in [
      ("Files", 1, "FileInfo"), ("Directories", 2, "DirectoryInfo"), ("FileSystemInfos", 3, "FileSystemInfo"),
    ] {
      for (verb, result) in [
        ("Get", "System.IO.\(type)[]"), ("Enumerate", "System.Collections.Generic.IEnumerable[System.IO.\(type)]"),
      ] {
        func list(_ s: Value, _ a: [Value], _ deep: Bool) throws -> Value {
          let found = try DirectoryType.find(me(s).trimmedPath, a.isEmpty ? "*" : a.str(0), wants, deep)
          return .array(
            found.map { item($0, wants == 2 || wants == 3 && Files.kind($0) == .directory) },
            of: Types.named("System.IO." + type))
        }
        t.method("\(result) \(verb)\(name)()") { s, a in try list(s, a, false) }
        t.method("\(result) \(verb)\(name)(string searchPattern)") { s, a in try list(s, a, false) }
        t.method("\(result) \(verb)\(name)(string searchPattern, System.IO.SearchOption searchOption)") { s, a in
          try list(s, a, a.raw(1) == 1)
        }
      }
    }
  }
}

/// `System.IO.DriveInfo`.
enum DriveItem {
  static func members(_ t: TypeBuilder) {
    let type = t.type
    t.new("(string driveName)") { a in .object(PlainObject(type, ["Name": a[0]])) }
    t.fixed("System.IO.DriveInfo[] GetDrives()") { _ in
      .array([.object(PlainObject(type, ["Name": .string("/")]))], of: type)
    }
    t.field("string Name", settable: false)
    func info(_ v: Value) -> statvfs? {
      var s = statvfs()
      return statvfs(v.asObject(PlainObject.self)?.fields["Name"]?.str ?? "/", &s) == 0 ? s : nil
    }
    t.prop("long AvailableFreeSpace") { .long(info($0).map { Int64($0.f_bavail) * Int64($0.f_frsize) } ?? 0) }
    t.prop("long TotalFreeSpace") { .long(info($0).map { Int64($0.f_bfree) * Int64($0.f_frsize) } ?? 0) }
    t.prop("long TotalSize") { .long(info($0).map { Int64($0.f_blocks) * Int64($0.f_frsize) } ?? 0) }
    t.prop("bool IsReady") { .bool(info($0) != nil) }
    t.prop("System.IO.DriveType DriveType") { _ in .enumeration("System.IO.DriveType", 3) }
    t.prop("string DriveFormat") { _ in .string("ext4") }
    t.prop("System.IO.DirectoryInfo RootDirectory") { s in
      .object(FileItem(s.asObject(PlainObject.self)?.fields["Name"]?.str ?? "/", isDirectory: true))
    }
    t.prop("string VolumeLabel") { s in s.asObject(PlainObject.self)?.fields["Name"] ?? .null }
  }
}
