import Basics
import Glibc

/// `System.IO.Directory`.
enum DirectoryType {
  static func register() {
    Catalogue.register("System.IO.Directory") { t in
      t.fixed("bool Exists(string path)") { a in .bool(!a.str(0).isEmpty && Files.kind(a.str(0)) == .directory) }
      t.fixed("System.IO.DirectoryInfo CreateDirectory(string path)") { a in
        let p = try FileType.path(a)
        try Files.makeDirectory(p)
        return .object(FileItem(p, isDirectory: true))
      }
      t.fixedAction("Delete(string path)") { a in try Files.removeDirectory(FileType.path(a), recursive: false) }
      t.fixedAction("Delete(string path, bool recursive)") { a in
        try Files.removeDirectory(FileType.path(a), recursive: a.bool(1))
      }
      t.fixedAction("Move(string sourceDirName, string destDirName)") { a in
        try Files.move(FileType.path(a), FileType.path(a, 1), overwrite: false)
      }
      t.fixed("string GetCurrentDirectory()") { _ in .string(PathText.currentDirectory) }
      t.fixedAction("SetCurrentDirectory(string path)") { a in
        if chdir(try FileType.path(a)) != 0 { throw Files.error(a.str(0), errno, isDirectory: true) }
      }
      t.fixed("System.IO.DirectoryInfo GetParent(string path)") { a in
        PathText.directory(PathText.full(try FileType.path(a))).map { .object(FileItem($0, isDirectory: true)) }
          ?? .null
      }
      t.fixed("string GetDirectoryRoot(string path)") { _ in .string("/") }
      t.fixed("string[] GetLogicalDrives()") { _ in .strings(["/"]) }
      t.fixed("System.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)") { a in
        let p = PathText.temporary + a.str(0) + PathText.random().prefix(8)
        try Files.makeDirectory(p)
        return .object(FileItem(p, isDirectory: true))
      }
      listing(t)
      FileTimes.statics(t)
    }
  }

  private static func listing(_ t: TypeBuilder) {
    for (name, wants) in [("Files", 1), ("Directories", 2), ("FileSystemEntries", 3)] {
      for (verb, type) in [("Get", "string[]"), ("Enumerate", "System.Collections.Generic.IEnumerable[string]")] {
        func list(_ a: [Value], _ deep: Bool) throws -> Value {
          .strings(try find(FileType.path(a), a.count > 1 ? a.str(1) : "*", wants, deep))
        }
        t.fixed("\(type) \(verb)\(name)(string path)") { a in try list(a, false) }
        t.fixed("\(type) \(verb)\(name)(string path, string searchPattern)") { a in try list(a, false) }
        t.fixed("\(type) \(verb)\(name)(string path, string searchPattern, System.IO.SearchOption searchOption)") { a in
          try list(a, a.raw(2) == 1)
        }
      }
    }
  }

  /// Paths below a directory whose names match: bit 1 for files, bit 2 for directories.
  static func find(_ root: String, _ pattern: String, _ wants: Int, _ deep: Bool) throws -> [String] {
    var out: [String] = []
    var pending = [root]
    var first = true
    while !pending.isEmpty {
      let dir = pending.removeFirst()
      let names: [String]
      do { names = try Files.names(dir) } catch  where !first { continue }
      first = false
      for n in names {
        let p = PathText.combine([dir, n])
        let isDirectory = Files.kind(p) == .directory
        if wants & (isDirectory ? 2 : 1) != 0 && matches(n, pattern) { out.append(p) }
        let isLink = Files.status(p, followLinks: false).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
        if deep && isDirectory && !isLink { pending.append(p) }
      }
    }
    return out
  }

  /// `*` and `?` only; `*.*` means all, as in .NET.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    if pattern == "*" || pattern == "*.*" || pattern.isEmpty { return true }
    let p = Array(pattern.unicodeScalars)
    let s = Array(name.unicodeScalars)
    var (i, j, star, mark) = (0, 0, -1, 0)
    while i < s.count {
      if j < p.count && (p[j] == "?" || p[j] == s[i]) && p[j] != "*" {
        i += 1
        j += 1
      } else if j < p.count && p[j] == "*" {
        star = j
        mark = i
        j += 1
      } else if star >= 0 {
        j = star + 1
        mark += 1
        i = mark
      } else {
        return false
      }
    }
    while j < p.count && p[j] == "*" { j += 1 }
    return j == p.count
  }
}
