import Basics

/// `String.Split` in all its overloads, declared in .NET's order since that decides between equal candidates.
enum StringSplitting {
  static func members(_ t: TypeBuilder) {
    t.method("string[] Split(params char[] separator)") { s, a in split(s.str, try characters(a[0]), .max, 0) }
    t.method("string[] Split(char separator, int count, System.StringSplitOptions options = None)") { s, a in
      try counted(s.str, [a.str(0)], a.int(1), a.raw(2))
    }
    t.method("string[] Split(char separator, System.StringSplitOptions options = None)") { s, a in
      split(s.str, [a.str(0)], .max, a.raw(1))
    }
    t.method("string[] Split(char[] separator, int count)") { s, a in
      try counted(s.str, try characters(a[0]), a.int(1), 0)
    }
    t.method("string[] Split(char[] separator, System.StringSplitOptions options)") { s, a in
      split(s.str, try characters(a[0]), .max, a.raw(1))
    }
    t.method("string[] Split(char[] separator, int count, System.StringSplitOptions options)") { s, a in
      try counted(s.str, try characters(a[0]), a.int(1), a.raw(2))
    }
    t.method("string[] Split(string separator, System.StringSplitOptions options = None)") { s, a in
      split(s.str, text(a), .max, a.raw(1))
    }
    t.method("string[] Split(string separator, int count, System.StringSplitOptions options = None)") { s, a in
      try counted(s.str, text(a), a.int(1), a.raw(2))
    }
    t.method("string[] Split(string[] separator, System.StringSplitOptions options)") { s, a in
      split(s.str, try strings(a[0]), .max, a.raw(1))
    }
    t.method("string[] Split(string[] separator, int count, System.StringSplitOptions options)") { s, a in
      try counted(s.str, try strings(a[0]), a.int(1), a.raw(2))
    }
  }

  /// A string separator: null splits at white space, an empty one nowhere.
  private static func text(_ a: [Value]) -> [String] {
    guard let s = a.strOrNil(0) else { return [] }
    return [s]
  }
  private static func characters(_ v: Value) throws -> [String] {
    try Collections.elements(v).map { String(utf16: [UInt16(truncatingIfNeeded: $0.longValue)]) }
  }
  private static func strings(_ v: Value) throws -> [String] {
    try Collections.elements(v).compactMap(\.stringOrNil).filter { !$0.isEmpty }
  }

  private static func counted(_ s: String, _ separators: [String], _ count: Int, _ options: Int64) throws -> Value {
    if count < 0 { throw Throw.outOfRange("count", "Count cannot be less than zero.") }
    return split(s, separators, count, options)
  }

  /// No separators means white space.
  static func split(_ s: String, _ separators: [String], _ count: Int, _ options: Int64) -> Value {
    let removeEmpty = options & 1 != 0
    let trim = options & 2 != 0
    if count == 0 { return .strings([]) }
    func finish(_ p: String) -> String { trim ? Trimming.trim(p, left: true, right: true) : p }
    if count == 1 || s.isEmpty {
      let only = finish(s)
      return .strings(removeEmpty && only.isEmpty ? [] : [only])
    }
    let u = Array(s.utf16)
    let marks = separators.map { Array($0.utf16) }
    var out: [String] = []
    var start = 0
    var i = 0
    while i < u.count {
      guard let n = separatorLength(u, i, marks) else {
        i += 1
        continue
      }
      let piece = finish(String(utf16: Array(u[start..<i])))
      if !(removeEmpty && piece.isEmpty) {
        // The last allowed piece is the rest, from here on.
        if out.count == count - 1 { break }
        out.append(piece)
      }
      i += n
      start = i
      if out.count == count - 1 && !removeEmpty { break }
    }
    if removeEmpty && out.count == count - 1 {
      while start < u.count, let n = separatorLength(u, start, marks) { start += n }
    }
    let rest = finish(String(utf16: Array(u[min(start, u.count)...])))
    if !(removeEmpty && rest.isEmpty) { out.append(rest) }
    return .strings(out)
  }

  private static func separatorLength(_ u: [UInt16], _ i: Int, _ marks: [[UInt16]]) -> Int? {
    if marks.isEmpty { return Trimming.isWhiteSpace(u[i]) ? 1 : nil }
    for m in marks where !m.isEmpty && i + m.count <= u.count {
      var j = 0
      while j < m.count && u[i + j] == m[j] { j += 1 }
      if j == m.count { return m.count }
    }
    return nil
  }
}

/// Trimming, replacing and white space.
enum Trimming {
  /// White space as .NET's `Char.IsWhiteSpace` sees it.
  static func isWhiteSpace(_ u: UInt16) -> Bool {
    switch u {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  static func trim(_ s: String, _ set: Set<UInt16>? = nil, left: Bool, right: Bool) -> String {
    let u = s.utf16
    func drops(_ c: UInt16) -> Bool { set.map { $0.contains(c) } ?? isWhiteSpace(c) }
    var a = u.startIndex
    var b = u.endIndex
    if left { while a < b, drops(u[a]) { a = u.index(after: a) } }
    if right {
      while b > a {
        let c = u.index(before: b)
        if !drops(u[c]) { break }
        b = c
      }
    }
    if a == u.startIndex && b == u.endIndex { return s }
    return String(u[a..<b]) ?? String(decoding: u[a..<b], as: UTF16.self)
  }

  static func replace(_ s: String, _ old: String, _ new: String, ignoreCase: Bool) -> String {
    var out = ""
    var start = 0
    let n = s.utf16.count
    let width = old.utf16.count
    var at = s.unitIndex(of: old, from: 0, to: n, ignoreCase: ignoreCase)
    if at < 0 { return s }
    if !ignoreCase && Ordinal.isASCII(s) && Ordinal.isASCII(old) { return replaceASCII(s, old, new) }
    while at >= 0 {
      out += s.units(from: start, count: at - start) + new
      start = at + width
      at = s.unitIndex(of: old, from: start, to: n, ignoreCase: ignoreCase)
      if start > n { break }
    }
    return out + s.units(from: start, count: n - start)
  }

  private static func replaceASCII(_ s: String, _ old: String, _ new: String) -> String {
    let hay = Array(s.utf8)
    let needle = Array(old.utf8)
    let with = Array(new.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(hay.count)
    var i = 0
    while i < hay.count {
      if hay[i] == needle[0], i + needle.count <= hay.count, hay[i..<(i + needle.count)].elementsEqual(needle) {
        out += with
        i += needle.count
      } else {
        out.append(hay[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  static func replaceLineEndings(_ s: String, _ with: String) -> String {
    var out = ""
    var previous: Unicode.Scalar = " "
    for c in s.unicodeScalars {
      switch c {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": out += with
      default: out.unicodeScalars.append(c)
      }
      previous = c
    }
    return out
  }
}

/// Case mapping one scalar to one, as .NET does it.
enum CaseMapping {
  static func upper(_ s: String) -> String {
    if Ordinal.isASCII(s) { return String(decoding: s.utf8.map { CaseFold.upper(ascii: $0) }, as: UTF8.self) }
    return map(s) { $0.properties.uppercaseMapping }
  }
  static func lower(_ s: String) -> String {
    if Ordinal.isASCII(s) {
      return String(decoding: s.utf8.map { $0 &- 0x41 < 26 ? $0 &+ 32 : $0 }, as: UTF8.self)
    }
    return map(s) { $0.properties.lowercaseMapping }
  }
  static func upper(_ u: UInt16) -> UInt16 { upper(String(utf16: [u])).utf16.first ?? u }
  static func lower(_ u: UInt16) -> UInt16 { lower(String(utf16: [u])).utf16.first ?? u }

  private static func map(_ s: String, _ mapping: (Unicode.Scalar) -> String) -> String {
    var out = String.UnicodeScalarView()
    for c in s.unicodeScalars {
      let m = mapping(c).unicodeScalars
      if m.count == 1, let only = m.first { out.append(only) } else { out.append(c) }
    }
    return String(out)
  }

  /// Title case word by word; words in capitals stay.
  static func title(_ s: String) -> String {
    var out = ""
    var word = ""
    func flush() {
      guard let first = word.unicodeScalars.first else { return }
      let isCapitals = word == upper(word) && word != lower(word) && word.unicodeScalars.count > 1
      out +=
        isCapitals
        ? word : upper(String(first)) + lower(String(String.UnicodeScalarView(word.unicodeScalars.dropFirst())))
      word = ""
    }
    for c in s.unicodeScalars {
      if c.properties.isAlphabetic || (c == "'" && !word.isEmpty) {
        word.unicodeScalars.append(c)
      } else {
        flush()
        out.unicodeScalars.append(c)
      }
    }
    flush()
    return out
  }
}

/// Composed and decomposed forms of letters with marks.
enum Normalization {
  /// Every letter taken apart.
  static func decomposed(_ s: String) -> String {
    if Ordinal.isASCII(s) { return s }
    var out = String.UnicodeScalarView()
    for c in s.unicodeScalars { expand(c, &out, depth: 0) }
    return String(out)
  }
  private static func expand(_ c: Unicode.Scalar, _ out: inout String.UnicodeScalarView, depth: Int) {
    let parts = Decomposition.parts(c)
    guard parts.count > 1, depth < 4 else { return out.append(c) }
    for p in parts { expand(p, &out, depth: depth + 1) }
  }

  /// Letters and marks put together where one scalar exists for both.
  static func composed(_ s: String) -> String {
    if s.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return s }
    var out: [Unicode.Scalar] = []
    for c in s.unicodeScalars {
      if let last = out.last, let joined = precomposed[String(last) + String(c)] {
        out[out.count - 1] = joined
      } else {
        out.append(c)
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: out)
    return String(view)
  }

  /// Precomposed letters; the dictionary's equality is canonical equivalence, so letter and mark find them.
  private static let precomposed: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for range in [0xC0...0x17F, 0x1CD...0x233, 0x386...0x3CE, 0x400...0x4F9, 0x1E00...0x1EF9] {
      for v in range {
        if let c = Unicode.Scalar(UInt32(v)) { table[String(c)] = c }
      }
    }
    return table
  }()
}
