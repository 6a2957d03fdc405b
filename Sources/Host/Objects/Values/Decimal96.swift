/// The arithmetic of `System.Decimal`: a 96-bit integer, a power of ten from 0 to 28, and a sign.
public struct Decimal96: Sendable {
  /// The digits as an integer below 2^96.
  public var mantissa: UInt128
  /// How many of the digits stand after the point.
  public var scale: Int
  /// Whether a minus sign is kept (also for zero).
  public var isNegative: Bool

  static let limit: UInt128 = (UInt128(1) << 96) - 1
  /// Zero without decimals.
  public static let zero = Decimal96(0, scale: 0, isNegative: false)
  /// The largest value.
  public static let maximum = Decimal96(limit, scale: 0, isNegative: false)
  /// Ten to the powers 0...38.
  static let powers: [UInt128] = {
    var p: [UInt128] = [1]
    for _ in 0..<38 { p.append(p[p.count - 1] * 10) }
    return p
  }()

  init(_ mantissa: UInt128, scale: Int, isNegative: Bool) {
    self.mantissa = mantissa
    self.scale = scale
    self.isNegative = isNegative
  }
  /// A signed integer.
  public init(_ v: Int64) { self.init(UInt128(v.magnitude), scale: 0, isNegative: v < 0) }
  /// An unsigned integer.
  public init(_ v: UInt64) { self.init(UInt128(v), scale: 0, isNegative: false) }
  /// A big integer that fits.
  public init?(_ v: BigInt) {
    guard let m = v.smallMagnitude, m <= Decimal96.limit else { return nil }
    self.init(m, scale: 0, isNegative: v.isNegative)
  }
  /// A double rounded to 15 significant digits, as .NET converts; nil when out of range.
  public init?(_ d: Double) { self.init(d, digits: 15) }
  /// A single rounded to 7 significant digits, as .NET converts; nil when out of range.
  public init?(_ f: Float) { self.init(Double(f), digits: 7) }

  private init?(_ d: Double, digits: Int) {
    guard d.isFinite else { return nil }
    if d == 0 {
      self = .zero
      return
    }
    let buffer = NumberBuffer(exact: d, significant: digits)
    self.init(digits: buffer.digits, point: buffer.point, isNegative: buffer.isNegative)
  }

  /// Decimal digits with the point after the first `point` of them; rounds half to even, nil on overflow.
  public init?(digits: [UInt8], point: Int, isNegative: Bool, keepZeros: Bool = false) {
    var last = digits.count
    if !keepZeros { while last > 0 && digits[last - 1] == 0 { last -= 1 } }
    var m: UInt128 = 0
    var used = 0
    while used < last {
      let scale = used + 1 - point
      let (t, o) = m.multipliedReportingOverflow(by: 10)
      let n = t &+ UInt128(digits[used])
      if o || n > Decimal96.limit || scale > 28 { break }
      m = n
      used += 1
    }
    var scale = used - point
    if used < last && scale < 0 { return nil }
    if used < last && scale > 28 {
      self.init(0, scale: 28, isNegative: isNegative)
      return
    }
    if used < last {
      let tail = digits[used..<last]
      let up =
        tail.first.map { $0 > 5 || ($0 == 5 && (tail.dropFirst().contains { $0 != 0 } || m & 1 == 1)) } ?? false
      if up { m += 1 }
      if m > Decimal96.limit {
        if scale == 0 { return nil }
        m = (m + 5) / 10
        scale -= 1
      }
    }
    while scale < 0 {
      let (t, o) = m.multipliedReportingOverflow(by: 10)
      if o || t > Decimal96.limit { return nil }
      m = t
      scale += 1
    }
    while scale > 28 {
      m /= 10
      scale -= 1
    }
    self.init(m, scale: scale, isNegative: isNegative)
  }

  /// Whether the value is zero.
  public var isZero: Bool { mantissa == 0 }
  /// The value with the other sign.
  public var negated: Decimal96 { Decimal96(mantissa, scale: scale, isNegative: !isNegative) }

  /// Divides a 256-bit number by a power of ten until it fits, rounding half to even; nil on overflow.
  static func reduce(_ high: UInt128, _ low: UInt128, scale: Int, isNegative: Bool) -> Decimal96? {
    if high == 0 && low <= limit && scale <= 28 { return Decimal96(low, scale: scale, isNegative: isNegative) }
    var drop = max(0, scale - 28)
    while drop <= scale && drop <= 57 {
      if let m = rounded(high, low, droppingDigits: drop), m <= limit {
        return Decimal96(m, scale: scale - drop, isNegative: isNegative)
      }
      drop += 1
    }
    return nil
  }

  /// The 256-bit number without its last digits, rounded half to even; nil if it stays too big.
  private static func rounded(_ high: UInt128, _ low: UInt128, droppingDigits n: Int) -> UInt128? {
    var h = high
    var l = low
    var sticky = false
    var left = n
    var rest: UInt128 = 0
    var divisor: UInt128 = 1
    while left > 0 {
      if rest != 0 { sticky = true }
      let step = min(left, 28)
      divisor = powers[step]
      let r = h % divisor
      h /= divisor
      (l, rest) = divisor.dividingFullWidth((r, l))
      left -= step
    }
    guard h == 0 else { return nil }
    let twice = rest * 2
    if n > 0 && (twice > divisor || (twice == divisor && (sticky || l & 1 == 1))) {
      let (v, o) = l.addingReportingOverflow(1)
      return o ? nil : v
    }
    return l
  }

  /// Both numbers brought to one scale, as big integers.
  private static func aligned(_ a: Decimal96, _ b: Decimal96) -> (BigInt, BigInt, Int) {
    let scale = max(a.scale, b.scale)
    let x = BigInt(magnitude: a.mantissa, isNegative: a.isNegative)
    let y = BigInt(magnitude: b.mantissa, isNegative: b.isNegative)
    return (
      x * BigInt(magnitude: powers[scale - a.scale], isNegative: false),
      y * BigInt(magnitude: powers[scale - b.scale], isNegative: false), scale
    )
  }
  private static func fit(_ v: BigInt, scale: Int) -> Decimal96? {
    var parts: [UInt128] = [0, 0]
    for (i, l) in v.limbs.enumerated() where i < 8 { parts[i / 4] |= UInt128(l) << UInt128(32 * (i % 4)) }
    return v.limbs.count > 8 ? nil : reduce(parts[1], parts[0], scale: scale, isNegative: v.isNegative)
  }

  /// The sum; nil on overflow.
  public func adding(_ b: Decimal96) -> Decimal96? {
    if scale == b.scale && isNegative == b.isNegative {
      return Decimal96.reduce(0, mantissa + b.mantissa, scale: scale, isNegative: isNegative)
    }
    let (x, y, s) = Decimal96.aligned(self, b)
    return Decimal96.fit(x + y, scale: s)
  }
  /// The difference; nil on overflow.
  public func subtracting(_ b: Decimal96) -> Decimal96? { adding(b.negated) }
  /// The product; nil on overflow.
  public func multiplied(by b: Decimal96) -> Decimal96? {
    let (h, l) = mantissa.multipliedFullWidth(by: b.mantissa)
    return Decimal96.reduce(h, l, scale: scale + b.scale, isNegative: isNegative != b.isNegative)
  }
  /// The quotient with as many digits as fit; nil on overflow. The divisor must not be zero.
  public func divided(by b: Decimal96) -> Decimal96? {
    guard b.mantissa != 0 else { return nil }
    let negative = isNegative != b.isNegative
    var s = scale - b.scale
    var q = mantissa / b.mantissa
    var r = mantissa % b.mantissa
    while (s < 0 || r != 0) && s < 28 {
      let t = r * 10
      let (p, o) = q.multipliedReportingOverflow(by: 10)
      let n = p &+ t / b.mantissa
      if o || n > Decimal96.limit {
        if s < 0 { return nil }
        break
      }
      q = n
      r = t % b.mantissa
      s += 1
    }
    let twice = r * 2
    if twice > b.mantissa || (twice == b.mantissa && q & 1 == 1) { q += 1 }
    return Decimal96.reduce(0, q, scale: s, isNegative: negative)
  }
  /// The remainder with the sign of the dividend. The divisor must not be zero.
  public func remainder(by b: Decimal96) -> Decimal96? {
    let (x, y, s) = Decimal96.aligned(self, b)
    guard let r = x.dividedWithRemainder(by: y)?.remainder else { return nil }
    var d = Decimal96.fit(r, scale: s)
    d?.isNegative = isNegative
    return d
  }
  /// Negative, zero or positive.
  public func compare(_ b: Decimal96) -> Int {
    if mantissa == 0 && b.mantissa == 0 { return 0 }
    if scale == b.scale && isNegative == b.isNegative {
      let c = mantissa == b.mantissa ? 0 : (mantissa < b.mantissa ? -1 : 1)
      return isNegative ? -c : c
    }
    let (x, y, _) = Decimal96.aligned(self, b)
    return x == y ? 0 : (x < y ? -1 : 1)
  }
}
