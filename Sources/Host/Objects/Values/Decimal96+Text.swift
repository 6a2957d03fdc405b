/// How `Round` treats digits beyond the last one kept.
public enum RoundingMode: Int, Sendable {
  case toEven, awayFromZero, toZero, toNegativeInfinity, toPositiveInfinity
}

extension Decimal96: CustomStringConvertible {
  /// The digits with all decimals the scale calls for.
  public var description: String {
    var s = String(mantissa)
    if scale > 0 {
      let missing = scale + 1 - s.utf8.count
      if missing > 0 { s = String(repeating: "0", count: missing) + s }
      s.insert(".", at: s.utf8.index(s.utf8.startIndex, offsetBy: s.utf8.count - scale))
    }
    return isNegative && mantissa != 0 ? "-" + s : s
  }
  /// The nearest double.
  public var asDouble: Double {
    let d = Double(mantissa) / Decimal96.doublePowers[scale]
    return isNegative ? -d : d
  }
  static let doublePowers: [Double] = (0...28).map { Double("1e\($0)") ?? 1 }

  /// The value rounded to a number of decimals.
  public func rounded(_ decimals: Int, _ mode: RoundingMode) -> Decimal96 {
    guard scale > decimals, decimals >= 0 else { return self }
    let p = Decimal96.powers[scale - decimals]
    var q = mantissa / p
    let r = mantissa % p
    let up: Bool
    switch mode {
    case .toEven: up = r * 2 > p || (r * 2 == p && q & 1 == 1)
    case .awayFromZero: up = r * 2 >= p
    case .toZero: up = false
    case .toNegativeInfinity: up = isNegative && r != 0
    case .toPositiveInfinity: up = !isNegative && r != 0
    }
    if up { q += 1 }
    return Decimal96(q, scale: decimals, isNegative: isNegative)
  }
  /// The integral part as a big integer.
  public var truncated: BigInt {
    BigInt(magnitude: mantissa / Decimal96.powers[scale], isNegative: isNegative)
  }
  /// The integer nearest, halves to even.
  public var nearestInteger: BigInt {
    let r = rounded(0, .toEven)
    return BigInt(magnitude: r.mantissa / Decimal96.powers[r.scale], isNegative: isNegative)
  }
  /// The value without trailing zeros after the point.
  public var normalized: Decimal96 {
    var d = self
    while d.scale > 0 && d.mantissa % 10 == 0 {
      d.mantissa /= 10
      d.scale -= 1
    }
    return d
  }
  /// The four words of `decimal.GetBits`.
  public var bits: [Int32] {
    let flags = UInt32(scale) << 16 | (isNegative ? 0x8000_0000 : 0)
    let words: [UInt32] = [
      UInt32(truncatingIfNeeded: mantissa), UInt32(truncatingIfNeeded: mantissa >> 32),
      UInt32(truncatingIfNeeded: mantissa >> 64), flags,
    ]
    return words.map { Int32(bitPattern: $0) }
  }
  /// The value of `GetBits` words; nil if they are not valid.
  public init?(bits: [Int32]) {
    guard bits.count == 4 else { return nil }
    let w = bits.map { UInt32(bitPattern: $0) }
    let scale = Int(w[3] >> 16 & 0xFF)
    guard scale <= 28 else { return nil }
    let m = UInt128(w[2]) << 64 | UInt128(w[1]) << 32 | UInt128(w[0])
    self.init(m, scale: scale, isNegative: w[3] >> 31 == 1)
  }
}

extension Decimal96: Hashable {
  public static func == (a: Decimal96, b: Decimal96) -> Bool { a.compare(b) == 0 }
  public func hash(into h: inout Hasher) {
    let n = normalized
    h.combine(n.mantissa)
    h.combine(n.mantissa == 0 ? 0 : n.scale)
    h.combine(n.mantissa != 0 && n.isNegative)
  }
}

/// A `[decimal]` value.
public final class DecimalObject: Obj {
  public let value: Decimal96
  public init(_ value: Decimal96) { self.value = value }
  public override var typeInfo: TypeInfo { Types.decimal }
  public override func text() throws -> String? { value.description }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(DecimalObject.self)?.value == value }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(value) }
}

extension Value {
  /// A decimal.
  public static func decimal(_ v: Decimal96) -> Value { .object(DecimalObject(v)) }
}
