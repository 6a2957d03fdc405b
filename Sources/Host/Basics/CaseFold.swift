/// Simple, locale-free upper-case folding of single scalars and whole strings.
public enum CaseFold {
  /// The simple upper-case form of one scalar; scalars without a one-scalar form map to themselves.
  public static func upper(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x61 < 26 ? scalar &- 32 : scalar }
    if scalar < 0x500 { return upperBelow0500(scalar) }
    if hasNoCase(scalar) { return scalar }
    return upperFromTables(scalar)
  }

  /// The simple upper-case form of one UTF-16 unit; surrogates map to themselves.
  @inline(__always)
  public static func upper(unit: UInt16) -> UInt16 {
    if unit < 0x80 { return unit &- 0x61 < 26 ? unit &- 32 : unit }
    let folded = upper(UInt32(unit))
    return folded > 0xFFFF ? unit : UInt16(truncatingIfNeeded: folded)
  }

  /// The upper-case form of one ASCII byte; other bytes map to themselves.
  @inline(__always)
  public static func upper(ascii byte: UInt8) -> UInt8 {
    byte &- 0x61 < 26 ? byte &- 32 : byte
  }

  /// The string with every scalar folded: equal results mean equal ignoring case.
  public static func folded(_ text: String) -> String {
    if Ordinal.isASCII(text) {
      return String(decoding: text.utf8.map { upper(ascii: $0) }, as: UTF8.self)
    }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(Unicode.Scalar(upper(scalar.value)) ?? scalar)
    }
    return String(result)
  }

  /// The lower-case counterpart of one scalar, for range tests that must look at both cases.
  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar &+ 32 : scalar }
    if hasNoCase(scalar) { return scalar }
    guard let value = Unicode.Scalar(scalar) else { return scalar }
    let mapped = value.properties.lowercaseMapping.unicodeScalars
    guard mapped.count == 1, let first = mapped.first else { return scalar }
    return first.value
  }

  /// Latin-1, Greek and Cyrillic by arithmetic, since they are common and the property tables are slow.
  private static func upperBelow0500(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xB5: return 0x39C
    case 0xE0...0xF6, 0xF8...0xFE: return scalar &- 32
    case 0x80...0xDF, 0xF7: return scalar
    case 0xFF: return 0x178
    // Dotless i and long s stay apart from ASCII, as in ordinal comparison everywhere.
    case 0x131, 0x17F: return scalar
    case 0x3C2: return 0x3A3
    case 0x3B1...0x3C1, 0x3C3...0x3CB: return scalar &- 32
    case 0x430...0x44F: return scalar &- 32
    case 0x450...0x45F: return scalar &- 80
    case 0x400...0x42F: return scalar
    default: return upperFromTables(scalar)
    }
  }

  /// Large blocks (Hebrew to Sinhala, CJK, Hangul, symbols beyond the cased scripts) that have no case at all.
  private static func hasNoCase(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x590..<0x10A0, 0x2E80..<0xA640, 0xAC00..<0xFB00, 0x1F000...0x10FFFF: return true
    default: return false
    }
  }

  private static func upperFromTables(_ scalar: UInt32) -> UInt32 {
    guard let value = Unicode.Scalar(scalar) else { return scalar }
    let properties = value.properties
    let upper = properties.uppercaseMapping.unicodeScalars
    if upper.count == 1, let first = upper.first { return first.value }
    // Greek letters with a subscript iota have a one-scalar form as title case only.
    let title = properties.titlecaseMapping.unicodeScalars
    if title.count == 1, let first = title.first { return first.value }
    return scalar
  }
}

extension CaseFold {
  /// Whether two texts are equal ordinally when case is ignored.
  @inline(__always)
  public static func equal(_ left: String, _ right: String) -> Bool { Ordinal.equalsIgnoreCase(left, right) }
}
