import Basics
import Glibc

/// `System.BitConverter`, little-endian.
enum BitConverterType {
  static func members(_ t: TypeBuilder) {
    t.const("bool IsLittleEndian", .bool(true))
    for (name, width) in [
      ("bool", 1), ("char", 2), ("short", 2), ("int", 4), ("long", 8), ("ushort", 2), ("uint", 4), ("ulong", 8),
    ] {
      t.fixed("byte[] GetBytes(\(name) value)") { a in
        let n = UInt64(bitPattern: a[0].longValue)
        let bits: UInt64
        if case .scalar(.uint64, let b) = a[0].base { bits = b } else { bits = n }
        return .bytes((0..<width).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) })
      }
    }
    t.fixed("byte[] GetBytes(single value)") { a in
      let bits = Float(a.double(0)).bitPattern
      return .bytes((0..<4).map { UInt8(truncatingIfNeeded: bits >> UInt32($0 * 8)) })
    }
    t.fixed("byte[] GetBytes(double value)") { a in
      let bits = a.double(0).bitPattern
      return .bytes((0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0 * 8)) })
    }
    reading(t)
    for list in ["byte[] value", "byte[] value, int startIndex", "byte[] value, int startIndex, int length"] {
      t.fixed("string ToString(\(list))") { a in
        let b = try a.bytes(0)
        let start = a.int(1)
        let n = a.count > 2 ? a.int(2) : b.count - start
        guard start >= 0, n >= 0, start <= b.count - n else { throw Throw.outOfRange("startIndex") }
        return .string(b[start..<(start + n)].map { Hex.encode([$0], upper: true) }.joined(separator: "-"))
      }
    }
    t.fixed("long DoubleToInt64Bits(double value)") { a in .long(Int64(bitPattern: a.double(0).bitPattern)) }
    t.fixed("double Int64BitsToDouble(long value)") { a in .double(Double(bitPattern: UInt64(bitPattern: a.long(0)))) }
    t.fixed("int SingleToInt32Bits(single value)") { a in .int(Int32(bitPattern: Float(a.double(0)).bitPattern)) }
    t.fixed("single Int32BitsToSingle(int value)") { a in
      .single(Float(bitPattern: UInt32(truncatingIfNeeded: a.long(0))))
    }
  }

  private static func bits(_ a: [Value], _ width: Int) throws -> UInt64 {
    let b = try a.bytes(0)
    let start = a.int(1)
    guard start >= 0, start < b.count else {
      throw Throw.outOfRange(
        "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
    }
    guard start <= b.count - width else {
      throw Throw.argument(
        "Destination array is not long enough to copy all the items in the collection. Check array index and length.")
    }
    var n: UInt64 = 0
    for i in 0..<width { n |= UInt64(b[start + i]) << UInt64(i * 8) }
    return n
  }

  private static func reading(_ t: TypeBuilder) {
    for (name, width, type) in [
      ("Int16", 2, Types.int16), ("Int32", 4, Types.int32), ("Int64", 8, Types.int64), ("UInt16", 2, Types.uint16),
      ("UInt32", 4, Types.uint32), ("UInt64", 8, Types.uint64),
    ] {
      t.fixed("System.\(name) To\(name)(byte[] value, int startIndex)") { a in
        Operations.number(Int64(bitPattern: try bits(a, width)), of: type)
      }
    }
    t.fixed("bool ToBoolean(byte[] value, int startIndex)") { a in .bool(try bits(a, 1) != 0) }
    t.fixed("char ToChar(byte[] value, int startIndex)") { a in .char(UInt16(try bits(a, 2))) }
    t.fixed("double ToDouble(byte[] value, int startIndex)") { a in .double(Double(bitPattern: try bits(a, 8))) }
    t.fixed("single ToSingle(byte[] value, int startIndex)") { a in
      .single(Float(bitPattern: UInt32(truncatingIfNeeded: try bits(a, 4))))
    }
  }
}

/// Base 64.
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Encodes, with lines of 76 if asked.
  public static func encode(_ b: [UInt8], lineBreaks: Bool = false) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(b.count * 4 / 3 + 4)
    var i = 0
    while i < b.count {
      if lineBreaks && i > 0 && i % 57 == 0 { out += [13, 10] }
      let x = b[i]
      let y = i + 1 < b.count ? b[i + 1] : 0
      let z = i + 2 < b.count ? b[i + 2] : 0
      out.append(alphabet[Int(x >> 2)])
      out.append(alphabet[Int((x & 3) << 4 | y >> 4)])
      out.append(i + 1 < b.count ? alphabet[Int((y & 15) << 2 | z >> 6)] : 0x3D)
      out.append(i + 2 < b.count ? alphabet[Int(z & 63)] : 0x3D)
      i += 3
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Decodes, ignoring white space; nil if the text is not base 64.
  public static func decode(_ s: String) -> [UInt8]? {
    var out: [UInt8] = []
    var group: UInt32 = 0
    var count = 0
    var padding = 0
    for c in s.utf8 {
      if c == 0x20 || (9...13).contains(c) { continue }
      if c == 0x3D {
        padding += 1
        continue
      }
      guard padding == 0, let v = value(c) else { return nil }
      group = group << 6 | UInt32(v)
      count += 1
      if count % 4 == 0 {
        out += [
          UInt8(truncatingIfNeeded: group >> 16), UInt8(truncatingIfNeeded: group >> 8),
          UInt8(truncatingIfNeeded: group),
        ]
        group = 0
      }
    }
    guard (count + padding) % 4 == 0, padding <= 2 else { return nil }
    switch count % 4 {
    case 2: out.append(UInt8(truncatingIfNeeded: group >> 4))
    case 3: out += [UInt8(truncatingIfNeeded: group >> 10), UInt8(truncatingIfNeeded: group >> 2)]
    case 1: return nil
    default: if padding > 0 { return nil }
    }
    return out
  }

  private static func value(_ c: UInt8) -> UInt8? {
    switch c {
    case 0x41...0x5A: return c - 0x41
    case 0x61...0x7A: return c - 0x47
    case 0x30...0x39: return c + 4
    case 0x2B: return 62
    case 0x2F: return 63
    default: return nil
    }
  }
}

/// Hexadecimal text of bytes.
public enum Hex {
  /// Two digits a byte.
  public static func encode(_ b: [UInt8], upper: Bool) -> String {
    let digits = Array((upper ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
    var out: [UInt8] = []
    out.reserveCapacity(b.count * 2)
    for x in b {
      out.append(digits[Int(x >> 4)])
      out.append(digits[Int(x & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
  /// The bytes of pairs of digits; nil for anything else.
  public static func decode(_ s: String) -> [UInt8]? {
    let u = Array(s.utf8)
    guard u.count % 2 == 0 else { return nil }
    var out: [UInt8] = []
    for i in stride(from: 0, to: u.count, by: 2) {
      guard let a = digit(u[i]), let b = digit(u[i + 1]) else { return nil }
      out.append(a << 4 | b)
    }
    return out
  }
  private static func digit(_ c: UInt8) -> UInt8? {
    if c &- 0x30 < 10 { return c &- 0x30 }
    let l = c | 0x20
    return l &- 0x61 < 6 ? l &- 0x57 : nil
  }
}
