import Basics
import Glibc

/// Paths as text, the way `System.IO.Path` treats them on Unix.
public enum PathText {
  /// The process's current directory.
  public static var currentDirectory: String {
    var buffer = [CChar](repeating: 0, count: 4097)
    guard getcwd(&buffer, 4096) != nil else { return "/" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Combines: a rooted part starts over.
  public static func combine(_ parts: [String]) -> String {
    var out = ""
    for p in parts where !p.isEmpty {
      if out.isEmpty || p.hasPrefix("/") { out = p } else { out += (out.hasSuffix("/") ? "" : "/") + p }
    }
    return out
  }
  /// Joins: every part follows the one before.
  public static func join(_ parts: [String]) -> String {
    var out = ""
    for p in parts where !p.isEmpty {
      if out.isEmpty { out = p } else { out += (out.hasSuffix("/") || p.hasPrefix("/") ? "" : "/") + p }
    }
    return out
  }
  /// The absolute path without `.` and `..`.
  public static func full(_ path: String, base: String? = nil) -> String {
    let whole = path.hasPrefix("/") ? path : combine([base ?? currentDirectory, path])
    var out: [Substring] = []
    for p in whole.split(separator: "/") {
      if p == "." { continue }
      if p == ".." { _ = out.popLast() } else { out.append(p) }
    }
    let text = "/" + out.joined(separator: "/")
    return whole.hasSuffix("/") && text != "/" ? text + "/" : text
  }
  /// The last part.
  public static func fileName(_ p: String) -> String {
    guard let slash = p.utf8.lastIndex(of: 0x2F) else { return p }
    return String(p[p.utf8.index(after: slash)...])
  }
  /// The extension with its dot; empty if there is none.
  public static func ext(_ p: String) -> String {
    let name = fileName(p)
    guard let dot = name.lastIndex(of: "."), name.index(after: dot) != name.endIndex else { return "" }
    return String(name[dot...])
  }
  /// The last part without its extension.
  public static func stem(_ p: String) -> String {
    let name = fileName(p)
    guard let dot = name.lastIndex(of: ".") else { return name }
    return String(name[..<dot])
  }
  /// The directory part; nil for a root or an empty path.
  public static func directory(_ p: String) -> String? {
    if p.isEmpty || p.utf8.allSatisfy({ $0 == 0x2F }) { return nil }
    guard let slash = p.utf8.lastIndex(of: 0x2F) else { return "" }
    var d = p[..<slash]
    while d.utf8.last == 0x2F { d = d.dropLast() }
    return d.isEmpty ? "/" : String(d)
  }
  /// With another extension; nil removes it.
  public static func changeExtension(_ p: String, _ e: String?) -> String {
    let old = fileName(p)
    let base: Substring
    if let dot = old.lastIndex(of: ".") {
      base = p.dropLast(old.distance(from: dot, to: old.endIndex))
    } else {
      base = p[...]
    }
    guard let e else { return String(base) }
    return base + (e.hasPrefix(".") ? "" : ".") + e
  }
  /// The way from one absolute path to another.
  public static func relative(from: String, to: String) -> String {
    let a = full(from).split(separator: "/")
    let b = full(to).split(separator: "/")
    var n = 0
    while n < a.count && n < b.count && a[n] == b[n] { n += 1 }
    let parts = [Substring](repeating: "..", count: a.count - n) + b[n...]
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }
  /// A random name of eight and three characters.
  public static func random() -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz012345")
    func some(_ n: Int) -> String { String((0..<n).map { _ in alphabet[Int.random(in: 0..<32)] }) }
    return some(8) + "." + some(3)
  }
  /// The directory for temporary files, with a slash at the end.
  public static var temporary: String {
    let t = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return t.isEmpty ? "/tmp/" : t.hasSuffix("/") ? t : t + "/"
  }
}

/// `System.IO.Path`.
enum PathType {
  static func register() {
    Catalogue.register("System.IO.Path") { t in
      for (name, c) in [
        ("DirectorySeparatorChar", "/"), ("AltDirectorySeparatorChar", "/"), ("PathSeparator", ":"),
        ("VolumeSeparatorChar", "/"),
      ] {
        t.const("char \(name)", .char(c.utf16.first ?? 0))
      }
      t.const("char[] InvalidPathChars", StringType.chars([0]))
      combining(t)
      parts(t)
      tests(t)
    }
  }

  private static func combining(_ t: TypeBuilder) {
    for (name, f) in [("Combine", PathText.combine), ("Join", PathText.join)] {
      for n in 2...4 {
        let list = (1...n).map { "string path\($0)" }.joined(separator: ", ")
        t.fixed("string \(name)(\(list))") { a in
          if name == "Combine", let i = a.firstIndex(where: \.isNull) { throw Throw.argumentNull("path\(i + 1)") }
          return .string(f(a.map(\.str)))
        }
      }
      t.fixed("string \(name)(params string[] paths)") { a in
        if a[0].isNull { throw Throw.argumentNull("paths") }
        return .string(f(try a.list(0).map(\.str)))
      }
    }
    t.fixed("string GetFullPath(string path)") { a in .string(PathText.full(try checked(a))) }
    t.fixed("string GetFullPath(string path, string basePath)") { a in
      guard a.str(1).hasPrefix("/") else {
        throw Throw.argument("Basepath argument is not fully qualified.", "basePath")
      }
      return .string(PathText.full(try a.requireStr(0, "path"), base: a.str(1)))
    }
    t.fixed("string GetRelativePath(string relativeTo, string path)") { a in
      .string(PathText.relative(from: try a.requireStr(0, "relativeTo"), to: try a.requireStr(1, "path")))
    }
    t.fixed("string ChangeExtension(string path, string extension)") { a in
      a[0].isNull ? .null : .string(PathText.changeExtension(a.str(0), a.strOrNil(1)))
    }
  }

  static func checked(_ a: [Value], _ i: Int = 0, _ name: String = "path") throws -> String {
    let p = try a.requireStr(i, name)
    if p.isEmpty { throw Throw.argument("The value cannot be an empty string.", name) }
    return p
  }

  private static func parts(_ t: TypeBuilder) {
    func text(_ name: String, _ f: @escaping (String) -> String?) {
      t.fixed("string \(name)(string path)") { a in a[0].isNull ? .null : .text(f(a.str(0))) }
    }
    text("GetFileName", PathText.fileName)
    text("GetFileNameWithoutExtension", PathText.stem)
    text("GetExtension", PathText.ext)
    text("GetDirectoryName", PathText.directory)
    text("GetPathRoot") { $0.hasPrefix("/") ? "/" : "" }
    text("TrimEndingDirectorySeparator") { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    t.fixed("string GetTempPath()") { _ in .string(PathText.temporary) }
    t.fixed("string GetTempFileName()") { _ in
      let p = PathText.temporary + "tmp" + PathText.random().prefix(6).uppercased() + ".tmp"
      try Files.write(p, [], append: false)
      return .string(p)
    }
    t.fixed("string GetRandomFileName()") { _ in .string(PathText.random()) }
    t.fixed("char[] GetInvalidFileNameChars()") { _ in StringType.chars([0, 0x2F]) }
    t.fixed("char[] GetInvalidPathChars()") { _ in StringType.chars([0]) }
  }

  private static func tests(_ t: TypeBuilder) {
    t.fixed("bool HasExtension(string path)") { a in .bool(!PathText.ext(a.str(0)).isEmpty) }
    t.fixed("bool IsPathRooted(string path)") { a in .bool(a.str(0).hasPrefix("/")) }
    t.fixed("bool IsPathFullyQualified(string path)") { a in .bool(try a.requireStr(0, "path").hasPrefix("/")) }
    t.fixed("bool EndsInDirectorySeparator(string path)") { a in .bool(a.str(0).hasSuffix("/")) }
    t.fixed("bool Exists(string path)") { a in .bool(a.has(0) && Files.kind(a.str(0)) != .missing) }
  }
}
