import Basics

/// Cuts text into the lines Get-Content, Import-Csv and others read: ends are LF, CRLF and CR.
public enum LineReader {
  /// The lines of a text; a final line end adds no empty line.
  public static func lines(_ text: String) -> [String] {
    var out: [String] = []
    let u = Array(text.utf8)
    var start = 0
    var i = 0
    while i < u.count {
      if u[i] == 0x0A || u[i] == 0x0D {
        out.append(String(decoding: u[start..<i], as: UTF8.self))
        if u[i] == 0x0D, i + 1 < u.count, u[i + 1] == 0x0A { i += 1 }
        start = i + 1
      }
      i += 1
    }
    if start < u.count { out.append(String(decoding: u[start...], as: UTF8.self)) }
    return out
  }

  /// The pieces of a text between delimiters; a final delimiter adds no empty piece.
  public static func pieces(_ text: String, delimiter: String) -> [String] {
    let d = Array(delimiter.utf8)
    guard !d.isEmpty else { return text.isEmpty ? [] : [text] }
    if delimiter == "\n" {
      var parts = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
      if parts.last == "" { parts.removeLast() }
      return parts
    }
    let u = Array(text.utf8)
    var out: [String] = []
    var start = 0
    var i = 0
    while i + d.count <= u.count {
      if u[i] == d[0], Array(u[i..<(i + d.count)]) == d {
        out.append(String(decoding: u[start..<i], as: UTF8.self))
        i += d.count
        start = i
      } else {
        i += 1
      }
    }
    if start < u.count { out.append(String(decoding: u[start...], as: UTF8.self)) }
    return out
  }
}
