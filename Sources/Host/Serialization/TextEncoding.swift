import Basics
import Objects

/// The text encodings commands read and write.
public enum TextEncoding: Sendable {
  case utf8(bom: Bool)
  case utf16(bigEndian: Bool, bom: Bool)
  case utf32(bigEndian: Bool, bom: Bool)
  case ascii, latin1, windows1252

  /// What files are written in when nothing is asked for.
  public static let standard = TextEncoding.utf8(bom: false)

  /// The encoding of a `-Encoding` name or code page, or nil.
  public static func named(_ name: String) -> TextEncoding? {
    switch name.lowercased() {
    case "utf8", "utf8nobom", "utf-8", "default", "65001": return .utf8(bom: false)
    case "utf8bom": return .utf8(bom: true)
    case "unicode", "utf16", "utf-16", "utf-16le", "utf16le", "string", "1200":
      return .utf16(bigEndian: false, bom: true)
    case "bigendianunicode", "utf-16be", "utf16be", "unicodefffe", "1201": return .utf16(bigEndian: true, bom: true)
    case "utf32", "utf-32", "utf-32le", "12000": return .utf32(bigEndian: false, bom: true)
    case "bigendianutf32", "utf-32be", "12001": return .utf32(bigEndian: true, bom: true)
    case "ascii", "us-ascii", "20127": return .ascii
    case "latin1", "iso-8859-1", "28591": return .latin1
    case "ansi", "windows-1252", "1252", "oem": return .windows1252
    default: return nil
    }
  }

  /// The encoding a `[System.Text.Encoding]` object or name stands for, or nil.
  public static func of(_ value: Value) -> TextEncoding? {
    if value.isNull { return .standard }
    if let s = value.stringOrNil { return named(s) }
    if case .int(let n) = value.base { return named(String(n)) }
    guard let name = try? MemberAccess.get(value, "WebName"), let s = name.stringOrNil else { return nil }
    guard let known = named(s) else { return nil }
    var marks = true
    if let preamble = try? MemberAccess.invoke(value, "GetPreamble", []) {
      marks = ((try? Operations.elements(preamble)) ?? nil).map { !$0.isEmpty } ?? true
    }
    switch known {
    case .utf8: return .utf8(bom: marks)
    case .utf16(let big, _): return .utf16(bigEndian: big, bom: marks)
    case .utf32(let big, _): return .utf32(bigEndian: big, bom: marks)
    default: return known
    }
  }

  /// The byte order mark files start with.
  public var preamble: [UInt8] {
    switch self {
    case .utf8(let bom): return bom ? [0xEF, 0xBB, 0xBF] : []
    case .utf16(let big, let bom): return bom ? (big ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
    case .utf32(let big, let bom): return bom ? (big ? [0, 0, 0xFE, 0xFF] : [0xFF, 0xFE, 0, 0]) : []
    default: return []
    }
  }

  /// The encoding a byte order mark announces, and the mark's length.
  public static func detect(_ bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    func at(_ i: Int) -> UInt8 { i < bytes.count ? bytes[i] : 1 }
    if at(0) == 0xEF, at(1) == 0xBB, at(2) == 0xBF { return (.utf8(bom: true), 3) }
    if at(0) == 0xFF, at(1) == 0xFE {
      if at(2) == 0, at(3) == 0, bytes.count >= 4 { return (.utf32(bigEndian: false, bom: true), 4) }
      return (.utf16(bigEndian: false, bom: true), 2)
    }
    if at(0) == 0xFE, at(1) == 0xFF { return (.utf16(bigEndian: true, bom: true), 2) }
    if at(0) == 0, at(1) == 0, at(2) == 0xFE, at(3) == 0xFF { return (.utf32(bigEndian: true, bom: true), 4) }
    return nil
  }

  /// The bytes of a text, without a mark.
  public func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(text.utf8)
    case .utf16(let big, _):
      var out: [UInt8] = []
      for u in text.utf16 {
        let low = UInt8(truncatingIfNeeded: u)
        let high = UInt8(truncatingIfNeeded: u >> 8)
        if big { out += [high, low] } else { out += [low, high] }
      }
      return out
    case .utf32(let big, _):
      var out: [UInt8] = []
      for s in text.unicodeScalars {
        let v = s.value
        let b = [24, 16, 8, 0].map { (n: UInt32) in UInt8(truncatingIfNeeded: v >> n) }
        out += big ? b : b.reversed()
      }
      return out
    case .ascii: return narrow(text) { $0 < 0x80 ? UInt8($0) : nil }
    case .latin1: return narrow(text) { $0 < 0x100 ? UInt8($0) : nil }
    case .windows1252: return narrow(text) { TextEncoding.byte1252($0) }
    }
  }

  private func narrow(_ text: String, _ map: (UInt16) -> UInt8?) -> [UInt8] {
    var out: [UInt8] = []
    for u in text.utf16 {
      if u >= 0xDC00 && u < 0xE000 && self.foldsPairs { continue }
      out.append(map(u) ?? 0x3F)
    }
    return out
  }

  /// .NET writes a question mark for each half of a pair in single-byte encodings.
  private var foldsPairs: Bool { false }

  /// The text of bytes, without looking for a mark.
  public func decode(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .utf16(let big, _):
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      var i = bytes.startIndex
      while i + 1 < bytes.endIndex {
        let a = UInt16(bytes[i])
        let b = UInt16(bytes[i + 1])
        units.append(big ? a << 8 | b : b << 8 | a)
        i += 2
      }
      if i < bytes.endIndex { units.append(0xFFFD) }
      return String(decoding: units, as: UTF16.self)
    case .utf32(let big, _):
      var out = ""
      var i = bytes.startIndex
      while i + 3 < bytes.endIndex {
        var v: UInt32 = 0
        for k in 0..<4 { v = v << 8 | UInt32(bytes[big ? i + k : i + 3 - k]) }
        out.unicodeScalars.append(Unicode.Scalar(v) ?? "\u{FFFD}")
        i += 4
      }
      return out
    case .ascii: return widen(bytes) { $0 < 0x80 ? UInt16($0) : 0xFFFD }
    case .latin1: return widen(bytes) { UInt16($0) }
    case .windows1252:
      return widen(bytes) { $0 >= 0x80 && $0 < 0xA0 ? TextEncoding.high1252[Int($0) - 0x80] : UInt16($0) }
    }
  }

  private func widen(_ bytes: ArraySlice<UInt8>, _ map: (UInt8) -> UInt16) -> String {
    String(decoding: bytes.map(map), as: UTF16.self)
  }

  /// The text of a whole file: a mark wins over the encoding asked for.
  public static func decodeFile(_ bytes: [UInt8], _ wanted: TextEncoding) -> String {
    if let (found, length) = detect(bytes) { return found.decode(bytes[length...]) }
    return wanted.decode(bytes[...])
  }

  private static let high1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  private static func byte1252(_ u: UInt16) -> UInt8? {
    if u < 0x80 || (u >= 0xA0 && u < 0x100) { return UInt8(u) }
    return high1252.firstIndex(of: u).map { UInt8($0 + 0x80) }
  }
}
