import Basics

/// `System.Char`.
enum CharType {
  static func register() {
    Catalogue.register("System.Char") { t in
      t.const("char MaxValue", .char(0xFFFF))
      t.const("char MinValue", .char(0))
      instance(t)
      for (name, test) in tests { classification(t, name, test) }
      t.fixed("char ToUpper(char c)") { a in .char(CaseMapping.upper(a.char(0))) }
      t.fixed("char ToUpper(char c, cultureinfo culture)") { a in .char(CaseMapping.upper(a.char(0))) }
      t.fixed("char ToUpperInvariant(char c)") { a in .char(CaseMapping.upper(a.char(0))) }
      t.fixed("char ToLower(char c)") { a in .char(CaseMapping.lower(a.char(0))) }
      t.fixed("char ToLower(char c, cultureinfo culture)") { a in .char(CaseMapping.lower(a.char(0))) }
      t.fixed("char ToLowerInvariant(char c)") { a in .char(CaseMapping.lower(a.char(0))) }
      t.fixed("string ToString(char c)") { a in .string(a.str(0)) }
      surrogates(t)
      parsing(t)
    }
  }

  private static func instance(_ t: TypeBuilder) {
    t.method("int CompareTo(object value)") { s, a in
      if a[0].isNull { return .int(1) }
      guard case .char = a[0].base else { throw Throw.argument("Object must be of type Char.") }
      return .int(Int([s].char(0)) - Int(a.char(0)))
    }
    t.method("int CompareTo(char value)") { s, a in .int(Int([s].char(0)) - Int(a.char(0))) }
    t.method("bool Equals(object obj)") { s, a in .bool(Collections.equals(s, a[0])) }
    t.method("bool Equals(char obj)") { s, a in .bool([s].char(0) == a.char(0)) }
    t.method("int GetHashCode()") { s, _ in
      let c = Int([s].char(0))
      return .int(c | c << 16)
    }
    t.method("System.TypeCode GetTypeCode()") { _, _ in .enumeration("System.TypeCode", 4) }
    t.method("string ToString()") { s, _ in .string(String(utf16: [[s].char(0)])) }
    t.method("string ToString(System.IFormatProvider provider)") { s, _ in .string(String(utf16: [[s].char(0)])) }
  }

  private static func category(_ u: UInt16) -> Unicode.GeneralCategory {
    Unicode.Scalar(UInt32(u))?.properties.generalCategory ?? .surrogate
  }

  private static var tests: [(String, (UInt16) -> Bool)] {
    [
      ("IsDigit", { category($0) == .decimalNumber }),
      ("IsLetter", isLetter),
      ("IsLetterOrDigit", { isLetter($0) || category($0) == .decimalNumber }),
      ("IsWhiteSpace", Trimming.isWhiteSpace),
      ("IsUpper", { category($0) == .uppercaseLetter }),
      ("IsLower", { category($0) == .lowercaseLetter }),
      ("IsPunctuation", isPunctuation),
      ("IsSymbol", isSymbol),
      ("IsControl", { category($0) == .control }),
      ("IsNumber", { [.decimalNumber, .letterNumber, .otherNumber].contains(category($0)) }),
      ("IsSeparator", { [.spaceSeparator, .lineSeparator, .paragraphSeparator].contains(category($0)) }),
      ("IsSurrogate", { $0 & 0xF800 == 0xD800 }),
      ("IsHighSurrogate", { $0 & 0xFC00 == 0xD800 }),
      ("IsLowSurrogate", { $0 & 0xFC00 == 0xDC00 }),
    ]
  }

  private static var ascii: [(String, (UInt16) -> Bool)] {
    [
      ("IsAscii", { $0 < 0x80 }),
      ("IsAsciiDigit", { $0 &- 0x30 < 10 }),
      ("IsAsciiLetter", { ($0 | 0x20) &- 0x61 < 26 }),
      ("IsAsciiLetterOrDigit", { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }),
      ("IsAsciiLetterLower", { $0 &- 0x61 < 26 }),
      ("IsAsciiLetterUpper", { $0 &- 0x41 < 26 }),
      ("IsAsciiHexDigit", { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }),
    ]
  }

  private static func isLetter(_ u: UInt16) -> Bool {
    switch category(u) {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }
  private static func isPunctuation(_ u: UInt16) -> Bool {
    switch category(u) {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
  private static func isSymbol(_ u: UInt16) -> Bool {
    switch category(u) {
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return true
    default: return false
    }
  }

  private static func classification(_ t: TypeBuilder, _ name: String, _ test: @escaping (UInt16) -> Bool) {
    t.fixed("bool \(name)(char c)") { a in .bool(test(a.char(0))) }
    t.fixed("bool \(name)(string s, int index)") { a in
      let u = Array(try a.requireStr(0, "s").utf16)
      guard u.indices.contains(a.int(1)) else { throw Throw.outOfRange("index") }
      return .bool(test(u[a.int(1)]))
    }
  }

  private static func surrogates(_ t: TypeBuilder) {
    for (name, test) in ascii { t.fixed("bool \(name)(char c)") { a in .bool(test(a.char(0))) } }
    t.fixed("bool IsSurrogatePair(char highSurrogate, char lowSurrogate)") { a in
      .bool(a.char(0) & 0xFC00 == 0xD800 && a.char(1) & 0xFC00 == 0xDC00)
    }
    t.fixed("string ConvertFromUtf32(int utf32)") { a in
      guard let n = UInt32(exactly: a.int(0)), let c = Unicode.Scalar(n) else {
        throw Throw.outOfRange(
          "utf32",
          "A valid UTF32 value is between 0x000000 and 0x10ffff, inclusive, and should not include surrogate codepoint values (0x00d800 ~ 0x00dfff)."
        )
      }
      return .string(String(c))
    }
    t.fixed("int ConvertToUtf32(char highSurrogate, char lowSurrogate)") { a in
      let high = Int(a.char(0)) - 0xD800
      let low = Int(a.char(1)) - 0xDC00
      guard (0..<0x400).contains(high) else {
        throw Throw.outOfRange(
          "highSurrogate", "A valid high surrogate character is between 0xd800 and 0xdbff, inclusive.")
      }
      guard (0..<0x400).contains(low) else {
        throw Throw.outOfRange(
          "lowSurrogate", "A valid low surrogate character is between 0xdc00 and 0xdfff, inclusive.")
      }
      return .int(0x10000 + high * 0x400 + low)
    }
    t.fixed("int ConvertToUtf32(string s, int index)") { a in
      let s = try a.requireStr(0, "s")
      let n = s.utf16.count
      guard a.int(1) >= 0, a.int(1) < n else { throw Throw.outOfRange("index") }
      let u = s.utf16.index(s.utf16.startIndex, offsetBy: a.int(1))
      return .int(Int(s.unicodeScalars[u].value))
    }
    t.fixed("double GetNumericValue(char c)") { a in
      .double(Unicode.Scalar(UInt32(a.char(0)))?.properties.numericValue ?? -1)
    }
    t.fixed("System.Globalization.UnicodeCategory GetUnicodeCategory(char c)") { a in
      .enumeration("System.Globalization.UnicodeCategory", Int64(order.firstIndex(of: category(a.char(0))) ?? 29))
    }
  }

  /// .NET's order of categories.
  private static let order: [Unicode.GeneralCategory] = [
    .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
    .enclosingMark, .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator, .paragraphSeparator,
    .control, .format, .surrogate, .privateUse, .connectorPunctuation, .dashPunctuation, .openPunctuation,
    .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
    .modifierSymbol, .otherSymbol, .unassigned,
  ]

  private static func parsing(_ t: TypeBuilder) {
    t.fixed("char Parse(string s)") { a in
      let u = Array(try a.requireStr(0, "s").utf16)
      guard u.count == 1 else { throw Throw.format("String must be exactly one character long.") }
      return .char(u[0])
    }
    t.fixed("bool TryParse(string s, ref char result)") { a in
      let u = Array(a.str(0).utf16)
      try a.object(1, PSReference.self)?.set(.char(u.count == 1 ? u[0] : 0))
      return .bool(u.count == 1)
    }
  }
}
