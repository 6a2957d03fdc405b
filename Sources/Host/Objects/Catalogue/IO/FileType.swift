import Basics
import Glibc

/// `System.IO.File`.
enum FileType {
  static func register() {
    Catalogue.register("System.IO.File") { t in
      reading(t)
      writing(t)
      managing(t)
      facts(t)
      opening(t)
    }
  }

  static func path(_ a: [Value], _ i: Int = 0, _ name: String = "path") throws -> String {
    let p = try PathType.checked(a, i, name)
    if p.utf8.contains(0) { throw Throw.argument("Null character in path.", name) }
    return p
  }

  private static func encoding(_ a: [Value], _ i: Int) -> EncodingObject? { a.object(i, EncodingObject.self) }

  /// The text of a file: a byte order mark wins over the encoding asked for.
  static func text(_ p: String, _ e: EncodingObject?) throws -> String {
    let b = try Files.read(p)
    if let (coding, n) = TextCoding.detect(b) { return coding.decode(b[n...]) }
    return (e?.coding ?? .utf8).decode(b)
  }

  /// Lines of a text, whatever ends them.
  static func lines(_ s: String) -> [String] {
    var out: [String] = []
    var u = Array(s.utf8)[...]
    while !u.isEmpty {
      guard let end = u.firstIndex(where: { $0 == 10 || $0 == 13 }) else {
        out.append(String(decoding: u, as: UTF8.self))
        break
      }
      out.append(String(decoding: u[..<end], as: UTF8.self))
      let next = u[end] == 13 && end + 1 < u.endIndex && u[end + 1] == 10 ? end + 2 : end + 1
      u = u[next...]
    }
    return out
  }

  private static func reading(_ t: TypeBuilder) {
    for extra in ["", ", System.Text.Encoding encoding"] {
      t.fixed("string ReadAllText(string path\(extra))") { a in .string(try text(path(a), encoding(a, 1))) }
      t.fixed("string[] ReadAllLines(string path\(extra))") { a in .strings(lines(try text(path(a), encoding(a, 1)))) }
      t.fixed("System.Collections.Generic.IEnumerable[string] ReadLines(string path\(extra))") { a in
        .strings(lines(try text(path(a), encoding(a, 1))))
      }
    }
    t.fixed("byte[] ReadAllBytes(string path)") { a in .bytes(try Files.read(path(a))) }
  }

  private static func writing(_ t: TypeBuilder) {
    func put(_ a: [Value], _ s: String, append: Bool) throws {
      let p = try path(a)
      let e = encoding(a, 2)
      let coding = e?.coding ?? .utf8
      let isNew = !append || Files.kind(p) == .missing
      let mark = isNew && e?.writesPreamble == true ? coding.preamble : []
      try Files.write(p, mark + coding.encode(s), append: append)
    }
    for extra in ["", ", System.Text.Encoding encoding"] {
      for (name, append) in [("WriteAllText", false), ("AppendAllText", true)] {
        t.fixedAction("\(name)(string path, string contents\(extra))") { a in try put(a, a.str(1), append: append) }
      }
      for (name, append) in [("WriteAllLines", false), ("AppendAllLines", true)] {
        for type in name == "WriteAllLines"
          ? ["string[]", "System.Collections.Generic.IEnumerable[string]"]
          : ["System.Collections.Generic.IEnumerable[string]"]
        {
          t.fixedAction("\(name)(string path, \(type) contents\(extra))") { a in
            try put(a, try a.list(1).map { try Operations.toString($0) + "\n" }.joined(), append: append)
          }
        }
      }
    }
    t.fixedAction("WriteAllBytes(string path, byte[] bytes)") { a in
      try Files.write(path(a), try a.bytes(1), append: false)
    }
    t.fixedAction("AppendAllBytes(string path, byte[] bytes)") { a in
      try Files.write(path(a), try a.bytes(1), append: true)
    }
  }

  private static func managing(_ t: TypeBuilder) {
    t.fixed("bool Exists(string path)") { a in
      let k = a.str(0).isEmpty ? Files.Kind.missing : Files.kind(a.str(0))
      return .bool(k == .file || k == .other)
    }
    t.fixedAction("Delete(string path)") { a in
      let p = try path(a)
      if Files.kind(p) == .directory { throw Files.error(p, EACCES) }
      if unlink(p) != 0 && errno != ENOENT { throw Files.error(p) }
      let parent = PathText.directory(PathText.full(p)) ?? "/"
      if Files.kind(parent) == .missing { throw Files.error(p, ENOENT) }
    }
    for extra in ["", ", bool overwrite"] {
      t.fixedAction("Copy(string sourceFileName, string destFileName\(extra))") { a in
        try Files.copy(path(a, 0, "sourceFileName"), path(a, 1, "destFileName"), overwrite: a.bool(2))
      }
      t.fixedAction("Move(string sourceFileName, string destFileName\(extra))") { a in
        try Files.move(path(a, 0, "sourceFileName"), path(a, 1, "destFileName"), overwrite: a.bool(2))
      }
    }
    t.fixedAction("Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)") { a in
      let to = try path(a, 1)
      if a.has(2) { try Files.copy(to, a.str(2), overwrite: true) }
      try Files.move(path(a, 0), to, overwrite: true)
    }
    t.fixed("System.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)") { a in
      if symlink(a.str(1), try path(a)) != 0 { throw Files.error(a.str(0)) }
      return .object(FileItem(a.str(0), isDirectory: false))
    }
  }

  private static func facts(_ t: TypeBuilder) {
    t.fixed("System.IO.FileAttributes GetAttributes(string path)") { a in
      guard let n = Files.attributes(try path(a)) else { throw Files.error(a.str(0), ENOENT) }
      return .enumeration("System.IO.FileAttributes", n)
    }
    t.fixedAction("SetAttributes(string path, System.IO.FileAttributes fileAttributes)") { a in
      try FileItem(path(a), isDirectory: false).setReadOnly(a.raw(1) & 1 != 0)
    }
    t.fixed("System.IO.UnixFileMode GetUnixFileMode(string path)") { a in
      guard let s = Files.status(try path(a)) else { throw Files.error(a.str(0), ENOENT) }
      return .enumeration("System.IO.UnixFileMode", Int64(s.st_mode & 0o7777))
    }
    t.fixedAction("SetUnixFileMode(string path, System.IO.UnixFileMode mode)") { a in
      if chmod(try path(a), mode_t(truncatingIfNeeded: a.raw(1))) != 0 { throw Files.error(a.str(0)) }
    }
    FileTimes.statics(t)
  }

  private static func opening(_ t: TypeBuilder) {
    let mode = "System.IO.FileMode mode"
    let access = "System.IO.FileAccess access"
    t.fixed("System.IO.FileStream Open(string path, \(mode))") { a in
      .object(try FileStreamObject.open(path(a), mode: a.raw(1), access: a.raw(1) == 6 ? 2 : 3))
    }
    for extra in ["", ", System.IO.FileShare share"] {
      t.fixed("System.IO.FileStream Open(string path, \(mode), \(access)\(extra))") { a in
        .object(try FileStreamObject.open(path(a), mode: a.raw(1), access: a.raw(2)))
      }
    }
    t.fixed("System.IO.FileStream Create(string path)") { a in
      .object(try FileStreamObject.open(path(a), mode: 2, access: 3))
    }
    t.fixed("System.IO.FileStream Create(string path, int bufferSize)") { a in
      .object(try FileStreamObject.open(path(a), mode: 2, access: 3))
    }
    t.fixed("System.IO.FileStream OpenRead(string path)") { a in
      .object(try FileStreamObject.open(path(a), mode: 3, access: 1))
    }
    t.fixed("System.IO.FileStream OpenWrite(string path)") { a in
      .object(try FileStreamObject.open(path(a), mode: 4, access: 2))
    }
    t.fixed("System.IO.StreamReader OpenText(string path)") { a in
      .object(ReaderObject(stream: try FileStreamObject.open(path(a), mode: 3, access: 1), .utf8))
    }
    t.fixed("System.IO.StreamWriter CreateText(string path)") { a in
      .object(WriterObject(stream: try FileStreamObject.open(path(a), mode: 2, access: 2), EncodingObject.utf8NoBOM))
    }
    t.fixed("System.IO.StreamWriter AppendText(string path)") { a in
      .object(WriterObject(stream: try FileStreamObject.open(path(a), mode: 6, access: 2), EncodingObject.utf8NoBOM))
    }
  }
}

/// The times of files, for `File`, `Directory` and the info classes.
enum FileTimes {
  static let names: [(String, Bool)] = [("CreationTime", false), ("LastAccessTime", true), ("LastWriteTime", false)]

  /// A time of a path in ticks; .NET's zero of 1601 for what does not exist.
  static func get(_ p: String, _ name: String) -> Int64 {
    guard let s = Files.status(p) else { return DateTimeObject.fileTimeEpochTicks }
    switch name {
    case "LastAccessTime": return Files.ticks(s.st_atim)
    case "CreationTime": return min(Files.ticks(s.st_ctim), Files.ticks(s.st_mtim))
    default: return Files.ticks(s.st_mtim)
    }
  }

  static func statics(_ t: TypeBuilder) {
    for (name, isAccess) in names {
      t.fixed("datetime Get\(name)(string path)") { a in .object(DateTimeObject(get(a.str(0), name), .utc).toLocal()) }
      t.fixed("datetime Get\(name)Utc(string path)") { a in .object(DateTimeObject(get(a.str(0), name), .utc)) }
      t.fixedAction("Set\(name)(string path, datetime time)") { a in
        try Files.setTime(FileType.path(a), access: isAccess, ticks: try DateTimeType.me(a[1]).toUniversal().ticks)
      }
      t.fixedAction("Set\(name)Utc(string path, datetime time)") { a in
        try Files.setTime(FileType.path(a), access: isAccess, ticks: try DateTimeType.me(a[1]).ticks)
      }
    }
  }
}
