import Basics

/// A `[guid]` value: sixteen bytes in the order they are written.
public final class GuidObject: Obj {
  /// The bytes in textual order (not the mixed order of `ToByteArray`).
  public let bytes: [UInt8]
  /// Sixteen bytes; others are cut or padded with zeros.
  public init(_ bytes: [UInt8]) {
    self.bytes = Array((bytes + [UInt8](repeating: 0, count: 16)).prefix(16))
  }
  public override var typeInfo: TypeInfo { Types.guid }
  public override func text() throws -> String? { format("D") }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(GuidObject.self)?.bytes == bytes }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(bytes) }

  /// A random version 4 guid.
  public static func random() -> GuidObject {
    var g = SystemRandomNumberGenerator()
    var b: [UInt8] = []
    for _ in 0..<2 {
      let r = g.next()
      for s in 0..<8 { b.append(UInt8(truncatingIfNeeded: r >> UInt64(8 * s))) }
    }
    b[6] = b[6] & 0x0F | 0x40
    b[8] = b[8] & 0x3F | 0x80
    return GuidObject(b)
  }

  /// The order of bytes in memory on .NET: the first three fields are little-endian.
  public var mixedBytes: [UInt8] {
    let b = bytes
    return [b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6]] + b[8...]
  }
  /// A guid from the bytes `ToByteArray` gives.
  public convenience init(mixed b: [UInt8]) {
    let p = Array((b + [UInt8](repeating: 0, count: 16)).prefix(16))
    self.init([p[3], p[2], p[1], p[0], p[5], p[4], p[7], p[6]] + p[8...])
  }

  private func hex(_ range: Range<Int>) -> String {
    var s = ""
    for b in bytes[range] {
      let h = String(b, radix: 16)
      s += h.utf8.count == 1 ? "0" + h : h
    }
    return s
  }

  /// The text in format N, D, B, P or X; nil for another letter.
  public func format(_ spec: String) -> String? {
    let dashed = [hex(0..<4), hex(4..<6), hex(6..<8), hex(8..<10), hex(10..<16)].joined(separator: "-")
    switch spec {
    case "", "D", "d": return dashed
    case "N", "n": return hex(0..<16)
    case "B", "b": return "{" + dashed + "}"
    case "P", "p": return "(" + dashed + ")"
    case "X", "x":
      let tail = (8..<16).map { "0x" + hex($0..<($0 + 1)) }.joined(separator: ",")
      return "{0x\(hex(0..<4)),0x\(hex(4..<6)),0x\(hex(6..<8)),{\(tail)}}"
    default: return nil
    }
  }

  /// The guid a text names, or nil.
  public static func parse(_ text: String) -> GuidObject? {
    var t = Array(text.trimmedSpaces.utf8)
    if t.count > 40 { return parseHex(t) }
    if let f = t.first, let l = t.last, (f == 0x7B && l == 0x7D) || (f == 0x28 && l == 0x29) {
      t = Array(t.dropFirst().dropLast())
      guard t.count == 36 else { return nil }
    }
    if t.count == 36 {
      for i in [8, 13, 18, 23] where t[i] != 0x2D { return nil }
      t.removeAll { $0 == 0x2D }
    }
    guard t.count == 32 else { return nil }
    var bytes: [UInt8] = []
    var i = 0
    while i < 32 {
      guard let b = UInt8(String(decoding: t[i..<(i + 2)], as: UTF8.self), radix: 16), t[i] != 0x2B else { return nil }
      bytes.append(b)
      i += 2
    }
    return GuidObject(bytes)
  }

  /// The `{0x…,0x…,0x…,{0x…,…}}` form.
  private static func parseHex(_ t: [UInt8]) -> GuidObject? {
    let parts = String(decoding: t.filter { $0 != 0x7B && $0 != 0x7D && $0 != 0x20 }, as: UTF8.self).split(
      separator: ",")
    guard parts.count == 11 else { return nil }
    let widths = [4, 2, 2] + [Int](repeating: 1, count: 8)
    var bytes: [UInt8] = []
    for (p, w) in zip(parts, widths) {
      guard p.hasPrefix("0x") || p.hasPrefix("0X"), let v = UInt32(p.dropFirst(2), radix: 16) else { return nil }
      if w < 4 && v >> UInt32(8 * w) != 0 { return nil }
      for k in stride(from: w - 1, through: 0, by: -1) { bytes.append(UInt8(truncatingIfNeeded: v >> UInt32(8 * k))) }
    }
    return GuidObject(bytes)
  }

  /// The guid a text names, or .NET's FormatException.
  public static func parsed(_ text: String) throws -> GuidObject {
    guard let g = parse(text) else {
      throw GuestError.exception("System.FormatException", "Unrecognized Guid format.")
    }
    return g
  }

  /// Order as .NET compares guids.
  public func compare(_ other: GuidObject) -> Int {
    for (a, b) in zip(bytes, other.bytes) where a != b { return a < b ? -1 : 1 }
    return 0
  }
}
