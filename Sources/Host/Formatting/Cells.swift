import Basics

/// Measuring, cutting and breaking text by the cells PowerShell counts for it.
///
/// It counts UTF-16 units: two for East Asian wide characters, one for all others (a pair makes two),
/// combining marks and control characters included; escape sequences take none.
enum Cells {
  /// The width of a text.
  static func width(_ s: String) -> Int {
    let quick: Int?? = s.utf8.withContiguousStorageIfAvailable { bytes in
      for b in bytes where b >= 0x80 || b == 0x1B { return nil }
      return bytes.count
    }
    if let known = quick ?? nil { return known }
    var total = 0
    var skipper = EscapeSkipper()
    for u in s.unicodeScalars where !skipper.swallows(u) { total &+= width(u) }
    return total
  }

  /// The width of one scalar.
  static func width(_ u: Unicode.Scalar) -> Int {
    let v = u.value
    if v < 0x1100 { return 1 }
    if v > 0xFFFF { return 2 }
    switch v {
    case 0x1100...0x115F, 0x2329, 0x232A, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6:
      return 2
    case 0x2E80...0xA4CF: return v == 0x303F ? 1 : 2
    default: return 1
    }
  }

  /// The longest head that fits.
  static func head(_ s: String, _ cells: Int) -> String {
    var used = 0
    var skipper = EscapeSkipper()
    let scalars = s.unicodeScalars
    var end = scalars.startIndex
    while end < scalars.endIndex {
      let u = scalars[end]
      if !skipper.swallows(u) {
        used += width(u)
        if used > cells { break }
      }
      end = scalars.index(after: end)
    }
    return String(scalars[..<end])
  }

  /// The longest tail that fits.
  static func tail(_ s: String, _ cells: Int) -> String {
    var used = 0
    let scalars = s.unicodeScalars
    var start = scalars.endIndex
    while start > scalars.startIndex {
      let before = scalars.index(before: start)
      used += width(scalars[before])
      if used > cells { break }
      start = before
    }
    return String(scalars[start...])
  }

  /// The text cut to a width with an ellipsis: at the end, or at the front when right-aligned.
  static func fit(_ s: String, _ cells: Int, keepTail: Bool = false) -> String {
    if width(s) <= cells { return s }
    if cells <= 1 { return cells <= 0 ? "" : keepTail ? tail(s, 1) : head(s, 1) }
    return keepTail ? "…" + tail(s, cells - 1) : head(s, cells - 1) + "…"
  }

  /// The text with blanks added to fill a width.
  static func pad(_ s: String, _ cells: Int, _ a: Alignment) -> String {
    let gap = cells - width(s)
    if gap <= 0 { return s }
    switch a {
    case .right: return String(repeating: " ", count: gap) + s
    case .center:
      let left = gap / 2
      return String(repeating: " ", count: left) + s + String(repeating: " ", count: gap - left)
    default: return s + String(repeating: " ", count: gap)
    }
  }

  /// The lines of a text as written.
  static func lines(_ s: String) -> [String] {
    guard s.utf8.contains(10) else { return [s] }
    return s.utf8.split(separator: 10, omittingEmptySubsequences: false).map { part in
      let line = String(part) ?? ""
      return line.utf8.last == 13 ? String(line.unicodeScalars.dropLast()) : line
    }
  }

  /// Lines no wider than `cells`, broken behind blanks where possible.
  static func wrap(_ s: String, _ cells: Int) -> [String] {
    if width(s) <= cells, !s.utf8.contains(10) { return [s] }
    var out: [String] = []
    for line in lines(s) { out.append(contentsOf: wrapLine(line, cells)) }
    return out
  }

  private static func wrapLine(_ s: String, _ cells: Int) -> [String] {
    if cells <= 0 || width(s) <= cells { return [s] }
    var out: [String] = []
    var line = ""
    var left = cells
    for word in words(s) {
      let w = width(word)
      if w <= left {
        line += word
        left -= w
      } else if w <= cells {
        out.append(line)
        line = word
        left = cells - w
      } else {
        for u in word.unicodeScalars {
          let n = width(u)
          if n > left, !line.isEmpty {
            out.append(line)
            line = ""
            left = cells
          }
          line.unicodeScalars.append(u)
          left -= n
        }
      }
    }
    if !line.isEmpty { out.append(line) }
    return out
  }

  /// Words with the blank, tab or hyphen that ends them.
  private static func words(_ s: String) -> [String] {
    var out: [String] = []
    var word = ""
    for u in s.unicodeScalars {
      word.unicodeScalars.append(u)
      if u == " " || u == "\t" || u == "-" {
        out.append(word)
        word = ""
      }
    }
    if !word.isEmpty { out.append(word) }
    return out
  }
}
