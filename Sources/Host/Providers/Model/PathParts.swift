import Basics

/// Paths as text.
public enum PathParts {
  /// Back slashes as slashes, but for those that a back tick escapes.
  public static func slashed(_ path: String) -> String {
    guard path.utf8.contains(0x5C) else { return path }
    return String(decoding: path.utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
  }

  /// The last part, ignoring a slash at the end.
  public static func leaf(_ path: String) -> String {
    var p = Substring(path)
    while p.utf8.count > 1, p.utf8.last == 0x2F { p = p.dropLast() }
    guard let slash = p.utf8.lastIndex(of: 0x2F) else { return String(p) }
    let leaf = p[p.utf8.index(after: slash)...]
    return String(leaf)
  }

  /// Everything before the last part; empty for names and the root.
  public static func parent(_ path: String) -> String {
    var p = Substring(path)
    while p.utf8.count > 1, p.utf8.last == 0x2F { p = p.dropLast() }
    guard let slash = p.utf8.lastIndex(of: 0x2F) else { return "" }
    if slash == p.utf8.startIndex { return p.utf8.count > 1 ? "/" : "" }
    return String(p[..<slash])
  }

  /// The parts between slashes.
  public static func parts(_ path: String) -> [String] {
    path.utf8.split(separator: 0x2F).map { String(Substring($0)) }
  }

  /// Joins a base and a relative path and removes `.` and `..`; parts that climb above `root` are dropped.
  ///
  /// The flag tells whether something below the root was asked for by climbing above it.
  public static func normalized(_ base: String, _ rest: String, root: String = "/") -> (path: String, escapes: Bool) {
    let fixed = parts(root)
    var all = parts(base)
    if all.count < fixed.count { all = fixed }
    var escapes = false
    var above = false
    for p in parts(rest) {
      if p == "." { continue }
      if p == ".." {
        if all.count > fixed.count { all.removeLast() } else if !fixed.isEmpty { above = true }
      } else {
        if above { escapes = true }
        all.append(p)
      }
    }
    return ("/" + all.joined(separator: "/"), escapes)
  }

  /// The extension with its dot, or nothing.
  public static func fileExtension(_ name: String) -> String {
    guard let dot = name.utf8.lastIndex(of: 0x2E), name.utf8.index(after: dot) < name.utf8.endIndex else { return "" }
    return String(name[dot...])
  }
}
