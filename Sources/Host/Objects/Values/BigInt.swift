/// An integer of any size: sign and magnitude in 32-bit limbs, least significant first.
public struct BigInt: Hashable, Comparable, Sendable {
  /// The limbs of the magnitude without leading zeros; empty for zero.
  public private(set) var limbs: [UInt32]
  /// Whether the number is below zero.
  public private(set) var isNegative: Bool

  /// Zero.
  public static let zero = BigInt(limbs: [], isNegative: false)
  /// One.
  public static let one = BigInt(limbs: [1], isNegative: false)

  init(limbs: [UInt32], isNegative: Bool) {
    var l = limbs
    while l.last == 0 { l.removeLast() }
    self.limbs = l
    self.isNegative = isNegative && !l.isEmpty
  }
  /// The value of a signed integer.
  public init(_ v: Int64) { self.init(magnitude: UInt128(v.magnitude), isNegative: v < 0) }
  /// The value of an unsigned integer.
  public init(_ v: UInt64) { self.init(magnitude: UInt128(v), isNegative: false) }
  /// A magnitude with a sign.
  public init(magnitude: UInt128, isNegative: Bool) {
    var l: [UInt32] = []
    var m = magnitude
    while m != 0 {
      l.append(UInt32(truncatingIfNeeded: m))
      m >>= 32
    }
    self.init(limbs: l, isNegative: isNegative)
  }
  /// The integral part of a finite double; nil for infinities and NaN.
  public init?(_ d: Double) {
    guard d.isFinite else { return nil }
    let t = d.rounded(.towardZero)
    if t == 0 {
      self = .zero
      return
    }
    let exponent = Int(t.exponent) - 52
    let significand = t.significandBitPattern | (1 << 52)
    let m = BigInt(UInt64(significand))
    let shifted = exponent >= 0 ? m.shiftedLeft(exponent) : m.shiftedRight(-exponent)
    self = BigInt(limbs: shifted.limbs, isNegative: t < 0)
  }

  /// Whether the number is zero.
  public var isZero: Bool { limbs.isEmpty }
  /// -1, 0 or 1.
  public var sign: Int { limbs.isEmpty ? 0 : (isNegative ? -1 : 1) }
  /// Whether the lowest bit is clear.
  public var isEven: Bool { (limbs.first ?? 0) & 1 == 0 }
  /// Whether exactly one bit of a positive number is set.
  public var isPowerOfTwo: Bool {
    !isNegative && !isZero && limbs.reduce(0) { $0 + $1.nonzeroBitCount } == 1
  }
  /// The magnitude as a number.
  public var absolute: BigInt { BigInt(limbs: limbs, isNegative: false) }
  /// Bits of the magnitude.
  public var bitLength: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }
  /// The magnitude, if it has at most 128 bits.
  public var smallMagnitude: UInt128? {
    guard limbs.count <= 4 else { return nil }
    var m: UInt128 = 0
    for l in limbs.reversed() { m = m << 32 | UInt128(l) }
    return m
  }
  /// The value, if it fits.
  public var asInt64: Int64? {
    guard let m = smallMagnitude else { return nil }
    if isNegative { return m <= UInt128(1) << 63 ? Int64(truncatingIfNeeded: 0 &- m) : nil }
    return m < UInt128(1) << 63 ? Int64(truncatingIfNeeded: m) : nil
  }
  /// The value, if it fits.
  public var asUInt64: UInt64? {
    guard !isNegative, let m = smallMagnitude, m <= UInt128(UInt64.max) else { return nil }
    return UInt64(truncatingIfNeeded: m)
  }
  /// The nearest double, truncating beyond its precision; infinite when too large.
  public var asDouble: Double {
    let bits = bitLength
    if bits <= 64 {
      let d = Double(UInt64(truncatingIfNeeded: smallMagnitude ?? 0))
      return isNegative ? -d : d
    }
    if bits > 1024 { return isNegative ? -.infinity : .infinity }
    let top = absolute.shiftedRight(bits - 64)
    let d = Double(sign: .plus, exponent: bits - 64, significand: Double(top.asUInt64 ?? 0))
    return isNegative ? -d : d
  }

  static func compareMagnitude(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    var i = a.count - 1
    while i >= 0 {
      if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
      i -= 1
    }
    return 0
  }
  public static func < (a: BigInt, b: BigInt) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let c = compareMagnitude(a.limbs, b.limbs)
    return a.isNegative ? c > 0 : c < 0
  }

  static func addMagnitude(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    let (long, short) = a.count >= b.count ? (a, b) : (b, a)
    var r: [UInt32] = []
    r.reserveCapacity(long.count + 1)
    var carry: UInt64 = 0
    for i in 0..<long.count {
      let s = UInt64(long[i]) + (i < short.count ? UInt64(short[i]) : 0) + carry
      r.append(UInt32(truncatingIfNeeded: s))
      carry = s >> 32
    }
    if carry != 0 { r.append(UInt32(carry)) }
    return r
  }
  /// a - b, where a is not smaller.
  static func subtractMagnitude(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var r = a
    var borrow: Int64 = 0
    for i in 0..<a.count {
      var d = Int64(a[i]) - borrow - (i < b.count ? Int64(b[i]) : 0)
      borrow = d < 0 ? 1 : 0
      if d < 0 { d += 1 << 32 }
      r[i] = UInt32(truncatingIfNeeded: d)
    }
    return r
  }

  public static prefix func - (a: BigInt) -> BigInt { BigInt(limbs: a.limbs, isNegative: !a.isNegative) }
  public static func + (a: BigInt, b: BigInt) -> BigInt {
    if a.isNegative == b.isNegative {
      return BigInt(limbs: addMagnitude(a.limbs, b.limbs), isNegative: a.isNegative)
    }
    let c = compareMagnitude(a.limbs, b.limbs)
    if c == 0 { return .zero }
    return c > 0
      ? BigInt(limbs: subtractMagnitude(a.limbs, b.limbs), isNegative: a.isNegative)
      : BigInt(limbs: subtractMagnitude(b.limbs, a.limbs), isNegative: b.isNegative)
  }
  public static func - (a: BigInt, b: BigInt) -> BigInt { a + (-b) }
  public static func * (a: BigInt, b: BigInt) -> BigInt {
    if a.isZero || b.isZero { return .zero }
    var r = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in 0..<a.limbs.count {
      var carry: UInt64 = 0
      let x = UInt64(a.limbs[i])
      for j in 0..<b.limbs.count {
        let t = x &* UInt64(b.limbs[j]) &+ UInt64(r[i &+ j]) &+ carry
        r[i &+ j] = UInt32(truncatingIfNeeded: t)
        carry = t >> 32
      }
      r[i + b.limbs.count] = UInt32(carry)
    }
    return BigInt(limbs: r, isNegative: a.isNegative != b.isNegative)
  }
}

extension BigInt {
  /// The magnitude divided by a small number, and the remainder.
  static func divide(_ a: [UInt32], small d: UInt32) -> ([UInt32], UInt32) {
    var q = a
    var rest: UInt64 = 0
    var i = a.count - 1
    while i >= 0 {
      let t = rest << 32 | UInt64(a[i])
      q[i] = UInt32(truncatingIfNeeded: t / UInt64(d))
      rest = t % UInt64(d)
      i -= 1
    }
    return (q, UInt32(rest))
  }

  /// Quotient rounded toward zero and remainder with the sign of the dividend; nil when dividing by zero.
  public func dividedWithRemainder(by b: BigInt) -> (quotient: BigInt, remainder: BigInt)? {
    if b.isZero { return nil }
    if BigInt.compareMagnitude(limbs, b.limbs) < 0 { return (.zero, self) }
    let negative = isNegative != b.isNegative
    if b.limbs.count == 1 {
      let (q, r) = BigInt.divide(limbs, small: b.limbs[0])
      return (BigInt(limbs: q, isNegative: negative), BigInt(limbs: [r], isNegative: isNegative))
    }
    let (q, r) = BigInt.divideLong(limbs, b.limbs)
    return (BigInt(limbs: q, isNegative: negative), BigInt(limbs: r, isNegative: isNegative))
  }

  /// Knuth's algorithm D for a divisor of two or more limbs.
  private static func divideLong(_ a: [UInt32], _ b: [UInt32]) -> ([UInt32], [UInt32]) {
    let shift = b[b.count - 1].leadingZeroBitCount
    let v = BigInt(limbs: b, isNegative: false).shiftedLeft(shift).limbs
    var u = BigInt(limbs: a, isNegative: false).shiftedLeft(shift).limbs
    while u.count <= a.count { u.append(0) }
    let n = v.count
    let m = u.count - n - 1
    var q = [UInt32](repeating: 0, count: m + 1)
    let top = UInt64(v[n - 1])
    let next = UInt64(v[n - 2])
    var j = m
    while j >= 0 {
      let head = UInt64(u[j + n]) << 32 | UInt64(u[j + n - 1])
      var guess = head / top
      var rest = head % top
      while guess >> 32 != 0 || guess &* next > (rest << 32 | UInt64(u[j + n - 2])) {
        guess -= 1
        rest += top
        if rest >> 32 != 0 { break }
      }
      var borrow: Int64 = 0
      var carry: UInt64 = 0
      for i in 0..<n {
        let p = guess &* UInt64(v[i]) &+ carry
        carry = p >> 32
        let t = Int64(u[i + j]) - borrow - Int64(p & 0xFFFF_FFFF)
        u[i + j] = UInt32(truncatingIfNeeded: t)
        borrow = t < 0 ? 1 : 0
      }
      let t = Int64(u[j + n]) - borrow - Int64(carry)
      u[j + n] = UInt32(truncatingIfNeeded: t)
      if t < 0 {
        guess -= 1
        var c: UInt64 = 0
        for i in 0..<n {
          let s = UInt64(u[i + j]) + UInt64(v[i]) + c
          u[i + j] = UInt32(truncatingIfNeeded: s)
          c = s >> 32
        }
        u[j + n] = u[j + n] &+ UInt32(c)
      }
      q[j] = UInt32(truncatingIfNeeded: guess)
      j -= 1
    }
    let r = BigInt(limbs: Array(u.prefix(n)), isNegative: false).shiftedRight(shift).limbs
    return (q, r)
  }

  /// The magnitude shifted left; the sign stays.
  public func shiftedLeft(_ n: Int) -> BigInt {
    if n <= 0 { return n == 0 ? self : shiftedRight(n == .min ? .max : -n) }
    if isZero { return self }
    let words = n / 32
    let bits = UInt32(n % 32)
    var r = [UInt32](repeating: 0, count: words)
    r.reserveCapacity(words + limbs.count + 1)
    var carry: UInt32 = 0
    for l in limbs {
      r.append(bits == 0 ? l : (l << bits | carry))
      carry = bits == 0 ? 0 : l >> (32 - bits)
    }
    r.append(carry)
    return BigInt(limbs: r, isNegative: isNegative)
  }
  /// An arithmetic shift right: rounds toward negative infinity.
  public func shiftedRight(_ n: Int) -> BigInt {
    if n <= 0 { return n == 0 ? self : shiftedLeft(n == .min ? .max : -n) }
    let words = n / 32
    if words >= limbs.count { return isNegative ? BigInt(Int64(-1)) : .zero }
    let bits = UInt32(n % 32)
    var r: [UInt32] = []
    var lost = limbs.prefix(words).contains { $0 != 0 }
    if bits != 0 && limbs[words] & ((1 << bits) &- 1) != 0 { lost = true }
    for i in words..<limbs.count {
      let high = i + 1 < limbs.count ? limbs[i + 1] : 0
      r.append(bits == 0 ? limbs[i] : (limbs[i] >> bits | high << (32 - bits)))
    }
    let q = BigInt(limbs: r, isNegative: isNegative)
    return isNegative && lost ? q - .one : q
  }

  /// The power with an exponent of at least zero.
  public func power(_ exponent: Int) -> BigInt {
    var result = BigInt.one
    var base = self
    var e = exponent
    while e > 0 {
      if e & 1 == 1 { result = result * base }
      e >>= 1
      if e > 0 { base = base * base }
    }
    return result
  }
  /// (self ^ exponent) mod modulus, with the sign of the base's power; nil when dividing by zero.
  public func power(_ exponent: BigInt, modulus: BigInt) -> BigInt? {
    guard !modulus.isZero, !exponent.isNegative else { return nil }
    var result = BigInt.one.dividedWithRemainder(by: modulus)?.remainder ?? .zero
    var base = dividedWithRemainder(by: modulus)?.remainder ?? .zero
    for i in 0..<exponent.bitLength {
      if exponent.limbs[i / 32] >> UInt32(i % 32) & 1 == 1 {
        result = (result * base).dividedWithRemainder(by: modulus)?.remainder ?? .zero
      }
      base = (base * base).dividedWithRemainder(by: modulus)?.remainder ?? .zero
    }
    return result
  }
  /// The greatest common divisor.
  public func greatestCommonDivisor(_ other: BigInt) -> BigInt {
    var a = absolute
    var b = other.absolute
    while !b.isZero {
      let r = a.dividedWithRemainder(by: b)?.remainder ?? .zero
      a = b
      b = r
    }
    return a
  }
}
