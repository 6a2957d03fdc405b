import Basics

/// The encodings files and strings are written in.
public enum TextCoding: Sendable {
  case utf8, utf16, utf16BigEndian, utf32, utf32BigEndian, ascii, latin1

  /// Bytes of a text; what cannot be written becomes a question mark.
  public func encode(_ s: String) -> [UInt8] {
    switch self {
    case .utf8: return Array(s.utf8)
    case .utf16: return s.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    case .utf16BigEndian:
      return s.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    case .utf32:
      return s.unicodeScalars.flatMap { c in (0..<4).map { UInt8(truncatingIfNeeded: c.value >> UInt32($0 * 8)) } }
    case .utf32BigEndian:
      return s.unicodeScalars.flatMap { c in (0..<4).map { UInt8(truncatingIfNeeded: c.value >> UInt32((3 - $0) * 8)) }
      }
    case .ascii: return s.utf16.map { $0 < 0x80 ? UInt8($0) : 0x3F }
    case .latin1: return s.utf16.map { $0 < 0x100 ? UInt8($0) : 0x3F }
    }
  }

  /// The text of bytes; malformed parts become U+FFFD (or a question mark in ASCII).
  public func decode(_ b: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: b, as: UTF8.self)
    case .utf16, .utf16BigEndian:
      let bytes = Array(b)
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      var i = 0
      while i + 1 < bytes.count {
        let (x, y) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
        units.append(self == .utf16 ? y << 8 | x : x << 8 | y)
        i += 2
      }
      if i < bytes.count { units.append(0xFFFD) }
      return String(utf16: units)
    case .utf32, .utf32BigEndian:
      let bytes = Array(b)
      var out = String.UnicodeScalarView()
      for i in stride(from: 0, to: bytes.count - 3, by: 4) {
        var n: UInt32 = 0
        for j in 0..<4 { n |= UInt32(bytes[i + j]) << UInt32((self == .utf32 ? j : 3 - j) * 8) }
        out.append(Unicode.Scalar(n) ?? "\u{FFFD}")
      }
      return String(out)
    case .ascii: return String(utf16: b.map { $0 < 0x80 ? UInt16($0) : 0xFFFD })
    case .latin1: return String(utf16: b.map { UInt16($0) })
    }
  }

  /// The byte order mark files of this encoding start with.
  public var preamble: [UInt8] {
    switch self {
    case .utf8: return [0xEF, 0xBB, 0xBF]
    case .utf16: return [0xFF, 0xFE]
    case .utf16BigEndian: return [0xFE, 0xFF]
    case .utf32: return [0xFF, 0xFE, 0, 0]
    case .utf32BigEndian: return [0, 0, 0xFE, 0xFF]
    case .ascii, .latin1: return []
    }
  }

  /// The encoding a byte order mark names, and the mark's length.
  public static func detect(_ b: some Collection<UInt8>) -> (TextCoding, Int)? {
    let head = Array(b.prefix(4))
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head == [0xFF, 0xFE, 0, 0] { return (.utf32, 4) }
    if head == [0, 0, 0xFE, 0xFF] { return (.utf32BigEndian, 4) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }
}

/// A `System.Text.Encoding`.
public final class EncodingObject: Obj {
  public let coding: TextCoding
  public let writesPreamble: Bool
  public let type: TypeInfo
  public init(_ coding: TextCoding, preamble: Bool, type: String? = nil) {
    self.coding = coding
    writesPreamble = preamble
    self.type = Types.named("System.Text." + (type ?? EncodingObject.className(coding)))
  }
  public override var typeInfo: TypeInfo { type }
  public override func text() throws -> String? { type.fullName }
  public override func isEqual(_ other: Value) -> Bool {
    guard let e = other.asObject(EncodingObject.self) else { return false }
    return e.coding == coding && e.writesPreamble == writesPreamble
  }
  public override func hashInto(_ h: inout Hasher) { h.combine(codePage) }

  private static func className(_ c: TextCoding) -> String {
    switch c {
    case .utf8: return "UTF8Encoding"
    case .utf16, .utf16BigEndian: return "UnicodeEncoding"
    case .utf32, .utf32BigEndian: return "UTF32Encoding"
    case .ascii: return "ASCIIEncoding"
    case .latin1: return "Latin1Encoding"
    }
  }
  public var webName: String {
    switch coding {
    case .utf8: return "utf-8"
    case .utf16: return "utf-16"
    case .utf16BigEndian: return "utf-16BE"
    case .utf32: return "utf-32"
    case .utf32BigEndian: return "utf-32BE"
    case .ascii: return "us-ascii"
    case .latin1: return "iso-8859-1"
    }
  }
  public var codePage: Int {
    switch coding {
    case .utf8: return 65001
    case .utf16: return 1200
    case .utf16BigEndian: return 1201
    case .utf32: return 12000
    case .utf32BigEndian: return 12001
    case .ascii: return 20127
    case .latin1: return 28591
    }
  }
  var encodingName: String {
    switch coding {
    case .utf8: return "Unicode (UTF-8)"
    case .utf16: return "Unicode"
    case .utf16BigEndian: return "Unicode (Big-Endian)"
    case .utf32: return "Unicode (UTF-32)"
    case .utf32BigEndian: return "Unicode (UTF-32 Big-Endian)"
    case .ascii: return "US-ASCII"
    case .latin1: return "Western European (ISO)"
    }
  }

  nonisolated(unsafe) public static let utf8 = EncodingObject(
    .utf8, preamble: true, type: "UTF8Encoding+UTF8EncodingSealed")
  nonisolated(unsafe) public static let utf8NoBOM = EncodingObject(
    .utf8, preamble: false, type: "UTF8Encoding+UTF8EncodingSealed")

  /// The encoding of a name or code page; nil if unknown.
  public static func named(_ name: String) -> EncodingObject? {
    switch name.lowercased() {
    case "utf-8", "utf8", "unicode-1-1-utf-8", "65001": return utf8
    case "utf-16", "utf-16le", "unicode", "ucs-2", "1200": return EncodingObject(.utf16, preamble: true)
    case "utf-16be", "unicodefffe", "1201": return EncodingObject(.utf16BigEndian, preamble: true)
    case "utf-32", "utf-32le", "12000": return EncodingObject(.utf32, preamble: true)
    case "utf-32be", "12001": return EncodingObject(.utf32BigEndian, preamble: true)
    case "ascii", "us-ascii", "ansi_x3.4-1968", "20127":
      return EncodingObject(.ascii, preamble: false, type: "ASCIIEncoding+ASCIIEncodingSealed")
    case "iso-8859-1", "latin1", "28591", "l1", "windows-1252", "1252":
      return EncodingObject(.latin1, preamble: false, type: "Latin1Encoding+Latin1EncodingSealed")
    default: return nil
    }
  }
}

/// Members of encodings.
enum EncodingTypes {
  static func register() {
    Catalogue.register("System.Text.Encoding") { t in
      statics(t)
      properties(t)
      coding(t)
    }
    for (name, c) in [
      ("UTF8Encoding", TextCoding.utf8), ("UnicodeEncoding", .utf16), ("UTF32Encoding", .utf32),
      ("ASCIIEncoding", .ascii), ("Latin1Encoding", .latin1), ("UTF7Encoding", .utf8),
    ] {
      Catalogue.register("System.Text." + name) { t in
        t.new("()") { _ in .object(EncodingObject(c, preamble: c != .utf8 && !c.preamble.isEmpty)) }
        if c == .utf8 {
          t.new("(bool encoderShouldEmitUTF8Identifier)") { a in .object(EncodingObject(.utf8, preamble: a.bool(0))) }
          t.new("(bool encoderShouldEmitUTF8Identifier, bool throwOnInvalidBytes)") { a in
            .object(EncodingObject(.utf8, preamble: a.bool(0)))
          }
        } else if c == .utf16 || c == .utf32 {
          t.new("(bool bigEndian, bool byteOrderMark)") { a in
            let big: TextCoding = c == .utf16 ? .utf16BigEndian : .utf32BigEndian
            return .object(EncodingObject(a.bool(0) ? big : c, preamble: a.bool(1)))
          }
        }
      }
    }
  }

  static func me(_ v: Value) throws -> EncodingObject {
    guard let e = v.asObject(EncodingObject.self) else { throw Throw.nullReference() }
    return e
  }

  private static func statics(_ t: TypeBuilder) {
    let all: [(String, String)] = [
      ("UTF8", "utf-8"), ("Unicode", "utf-16"), ("BigEndianUnicode", "utf-16BE"), ("UTF32", "utf-32"),
      ("ASCII", "us-ascii"), ("Latin1", "iso-8859-1"), ("UTF7", "utf-8"),
    ]
    for (name, web) in all {
      t.fixedProp("System.Text.Encoding \(name)") { EncodingObject.named(web).map { .object($0) } ?? .null }
    }
    t.fixedProp("System.Text.Encoding Default") { .object(EncodingObject.utf8NoBOM) }
    t.fixed("System.Text.Encoding GetEncoding(int codepage)") { a in
      guard let e = EncodingObject.named(a.int(0) == 0 ? "utf-8" : String(a.int(0))) else {
        throw Throw.notSupported(
          "No data is available for encoding \(a.int(0)). For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method."
        )
      }
      return .object(e)
    }
    t.fixed("System.Text.Encoding GetEncoding(string name)") { a in
      guard let e = EncodingObject.named(try a.requireStr(0, "name")) else {
        throw Throw.argument(
          "'\(a.str(0))' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method.",
          "name")
      }
      return .object(e)
    }
    t.fixed("byte[] Convert(System.Text.Encoding srcEncoding, System.Text.Encoding dstEncoding, byte[] bytes)") { a in
      .bytes(try me(a[1]).coding.encode(try me(a[0]).coding.decode(try a.bytes(2))))
    }
    t.fixed("object[] GetEncodings()") { _ in
      .array(all.prefix(6).map { .string($0.1) })
    }
    t.fixedAction("RegisterProvider(object provider)") { _ in }
  }

  private static func properties(_ t: TypeBuilder) {
    for name in ["WebName", "BodyName", "HeaderName"] { t.prop("string \(name)") { .string(try me($0).webName) } }
    t.prop("string EncodingName") { .string(try me($0).encodingName) }
    t.prop("int CodePage") { .int(try me($0).codePage) }
    t.prop("int WindowsCodePage") { _ in .int(1200) }
    t.prop("bool IsSingleByte") { .bool([.ascii, .latin1].contains(try me($0).coding)) }
    t.prop("bool IsReadOnly") { _ in .bool(true) }
    t.prop("byte[] Preamble") { s in
      let e = try me(s)
      return .bytes(e.writesPreamble ? e.coding.preamble : [])
    }
    t.method("byte[] GetPreamble()") { s, _ in
      let e = try me(s)
      return .bytes(e.writesPreamble ? e.coding.preamble : [])
    }
    t.method("object Clone()") { s, _ in s }
    t.method("bool Equals(object value)") { s, a in .bool(try me(s).isEqual(a[0])) }
  }

  private static func chars(_ a: [Value]) throws -> String {
    let u = try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }
    if a.count < 3 { return String(utf16: u) }
    guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= u.count - a.int(2) else { throw Throw.outOfRange("index") }
    return String(utf16: Array(u[a.int(1)..<(a.int(1) + a.int(2))]))
  }

  private static func coding(_ t: TypeBuilder) {
    t.method("byte[] GetBytes(char[] chars)") { s, a in .bytes(try me(s).coding.encode(try chars(a))) }
    t.method("byte[] GetBytes(char[] chars, int index, int count)") { s, a in
      .bytes(try me(s).coding.encode(try chars(a)))
    }
    t.method("byte[] GetBytes(string s)") { s, a in .bytes(try me(s).coding.encode(try a.requireStr(0, "s"))) }
    t.method("int GetByteCount(string s)") { s, a in .int(try me(s).coding.encode(try a.requireStr(0, "s")).count) }
    t.method("int GetByteCount(char[] chars)") { s, a in .int(try me(s).coding.encode(try chars(a)).count) }
    func part(_ a: [Value]) throws -> [UInt8] {
      if a[0].isNull { throw Throw.argumentNull("bytes") }
      let b = try a.bytes(0)
      if a.count < 3 { return b }
      guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= b.count - a.int(2) else {
        throw Throw.outOfRange("bytes", "Index and count must refer to a location within the buffer.")
      }
      return Array(b[a.int(1)..<(a.int(1) + a.int(2))])
    }
    for list in ["byte[] bytes", "byte[] bytes, int index, int count"] {
      t.method("string GetString(\(list))") { s, a in .string(try me(s).coding.decode(try part(a))) }
      t.method("char[] GetChars(\(list))") { s, a in
        StringType.chars(Array(try me(s).coding.decode(try part(a)).utf16))
      }
      t.method("int GetCharCount(\(list))") { s, a in .int(try me(s).coding.decode(try part(a)).utf16.count) }
    }
    t.method("int GetMaxByteCount(int charCount)") { s, a in
      let c = try me(s).coding
      return .int(
        c == .utf8
          ? (a.int(0) + 1) * 3 : c == .ascii || c == .latin1 ? a.int(0) + 1 : (a.int(0) + 1) * (c == .utf16 ? 2 : 4))
    }
  }
}
