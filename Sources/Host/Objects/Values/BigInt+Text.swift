extension BigInt: CustomStringConvertible {
  /// The number read from decimal digits with an optional sign; nil for anything else.
  public init?(decimal text: some StringProtocol) {
    var negative = false
    var result: [UInt32] = []
    var digits = 0
    var chunk: UInt32 = 0
    var chunkScale: UInt32 = 1
    func fold(_ r: inout [UInt32], _ scale: UInt32, _ add: UInt32) {
      var carry = UInt64(add)
      for i in 0..<r.count {
        let t = UInt64(r[i]) &* UInt64(scale) &+ carry
        r[i] = UInt32(truncatingIfNeeded: t)
        carry = t >> 32
      }
      if carry != 0 { r.append(UInt32(carry)) }
    }
    for (i, c) in text.utf8.enumerated() {
      if i == 0 && (c == 0x2D || c == 0x2B) {
        negative = c == 0x2D
        continue
      }
      guard c >= 0x30 && c <= 0x39 else { return nil }
      digits += 1
      chunk = chunk * 10 + UInt32(c - 0x30)
      chunkScale *= 10
      if chunkScale == 1_000_000_000 {
        fold(&result, chunkScale, chunk)
        chunk = 0
        chunkScale = 1
      }
    }
    guard digits > 0 else { return nil }
    if chunkScale > 1 { fold(&result, chunkScale, chunk) }
    self.init(limbs: result, isNegative: negative)
  }

  /// The number read from hexadecimal digits; `signed` takes a leading digit of 8 or more as negative.
  public init?(hex text: some StringProtocol, signed: Bool) {
    var result = BigInt.zero
    var count = 0
    var first: UInt32 = 0
    for c in text.utf8 {
      let d: UInt32
      switch c {
      case 0x30...0x39: d = UInt32(c - 0x30)
      case 0x41...0x46: d = UInt32(c - 0x41 + 10)
      case 0x61...0x66: d = UInt32(c - 0x61 + 10)
      default: return nil
      }
      if count == 0 { first = d }
      count += 1
      result = result.shiftedLeft(4) + BigInt(limbs: [d], isNegative: false)
    }
    guard count > 0 else { return nil }
    if signed && first >= 8 { result = result - BigInt.one.shiftedLeft(4 * count) }
    self = result
  }

  /// The decimal digits, with a minus sign for negative numbers.
  public var description: String { (isNegative ? "-" : "") + magnitudeDigits }

  /// The decimal digits of the magnitude.
  public var magnitudeDigits: String {
    if let m = smallMagnitude { return String(m) }
    var parts: [String] = []
    var rest = limbs
    while !rest.isEmpty {
      let (q, r) = BigInt.divide(rest, small: 1_000_000_000)
      rest = q
      while rest.last == 0 { rest.removeLast() }
      let s = String(r)
      parts.append(rest.isEmpty ? s : String(repeating: "0", count: 9 - s.utf8.count) + s)
    }
    return parts.reversed().joined()
  }

  /// Two's complement bytes, least significant first, as few as keep the sign.
  public var twosComplementBytes: [UInt8] {
    var bytes: [UInt8] = []
    for l in limbs { for s in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: l >> UInt32(8 * s))) } }
    while bytes.last == 0 { bytes.removeLast() }
    if isNegative {
      var carry = true
      for i in bytes.indices {
        bytes[i] = ~bytes[i]
        if carry {
          let (v, o) = bytes[i].addingReportingOverflow(1)
          bytes[i] = v
          carry = o
        }
      }
      if (bytes.last ?? 0) & 0x80 == 0 { bytes.append(0xFF) }
    } else if (bytes.last ?? 0xFF) & 0x80 != 0 {
      bytes.append(0)
    }
    return bytes
  }
  /// The number behind two's complement bytes, least significant first.
  public init(twosComplementBytes bytes: [UInt8]) {
    let negative = (bytes.last ?? 0) & 0x80 != 0
    var limbs = [UInt32](repeating: 0, count: (bytes.count + 3) / 4)
    for (i, b) in bytes.enumerated() { limbs[i / 4] |= UInt32(b) << UInt32(8 * (i % 4)) }
    let plain = BigInt(limbs: limbs, isNegative: false)
    self = negative ? plain - BigInt.one.shiftedLeft(8 * bytes.count) : plain
  }

  private static func bitwise(_ a: BigInt, _ b: BigInt, _ op: (UInt8, UInt8) -> UInt8) -> BigInt {
    let x = a.twosComplementBytes
    let y = b.twosComplementBytes
    let n = max(x.count, y.count) + 1
    var r: [UInt8] = []
    r.reserveCapacity(n)
    for i in 0..<n {
      let p = i < x.count ? x[i] : (a.isNegative ? 0xFF : 0)
      let q = i < y.count ? y[i] : (b.isNegative ? 0xFF : 0)
      r.append(op(p, q))
    }
    return BigInt(twosComplementBytes: r)
  }
  public static func & (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, &) }
  public static func | (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, |) }
  public static func ^ (a: BigInt, b: BigInt) -> BigInt { bitwise(a, b, ^) }
  public static prefix func ~ (a: BigInt) -> BigInt { -(a + .one) }
}

/// A `[bigint]` value.
public final class BigIntegerObject: Obj {
  public let value: BigInt
  public init(_ value: BigInt) { self.value = value }
  public override var typeInfo: TypeInfo { Types.bigInteger }
  public override func text() throws -> String? { value.description }
  public override func isEqual(_ other: Value) -> Bool {
    other.asObject(BigIntegerObject.self)?.value == value
  }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(value) }
}

extension Value {
  /// A big integer.
  public static func bigInteger(_ v: BigInt) -> Value { .object(BigIntegerObject(v)) }
}
