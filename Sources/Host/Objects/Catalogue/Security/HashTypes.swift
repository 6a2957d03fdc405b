import Basics

/// Digests of bytes.
public enum Digest: String, Sendable, CaseIterable {
  case md5 = "MD5"
  case sha1 = "SHA1"
  case sha256 = "SHA256"
  case sha384 = "SHA384"
  case sha512 = "SHA512"

  /// The digest of some bytes.
  public func hash(_ b: [UInt8]) -> [UInt8] {
    switch self {
    case .md5: return Digests.md5(b)
    case .sha1: return Digests.sha1(b)
    case .sha256: return Digests.sha256(b)
    case .sha384: return Array(Digests.sha512(b, Digests.start384).prefix(48))
    case .sha512: return Digests.sha512(b, Digests.start512)
    }
  }
  /// The length of a block of input.
  var block: Int { self == .sha384 || self == .sha512 ? 128 : 64 }

  /// The keyed digest.
  public func hmac(_ key: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var k = key.count > block ? hash(key) : key
    k += [UInt8](repeating: 0, count: block - k.count)
    return hash(k.map { $0 ^ 0x5C } + hash(k.map { $0 ^ 0x36 } + b))
  }
}

/// The algorithms, plainly written.
enum Digests {
  /// Input with its end mark and length, in whole blocks.
  private static func padded(_ b: [UInt8], block: Int, bigEndian: Bool) -> [UInt8] {
    let lengthBytes = block / 8
    var m = b
    m.append(0x80)
    while m.count % block != block - lengthBytes { m.append(0) }
    let bits = UInt64(b.count) &* 8
    let tail = (0..<lengthBytes).map { i -> UInt8 in i < 8 ? UInt8(truncatingIfNeeded: bits >> UInt64(i * 8)) : 0 }
    return m + (bigEndian ? tail.reversed() : tail)
  }

  private static let md5Shifts: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
  private static let md5Table: [UInt32] = (0..<64).map { i in
    UInt32(truncatingIfNeeded: Int64(abs(sine(Double(i + 1))) * 4_294_967_296))
  }

  static func md5(_ b: [UInt8]) -> [UInt8] {
    var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
    let m = padded(b, block: 64, bigEndian: false)
    var w = [UInt32](repeating: 0, count: 16)
    for start in stride(from: 0, to: m.count, by: 64) {
      for i in 0..<16 {
        let p = start + i * 4
        w[i] = UInt32(m[p]) | UInt32(m[p + 1]) << 8 | UInt32(m[p + 2]) << 16 | UInt32(m[p + 3]) << 24
      }
      var (a, x, c, d) = (h[0], h[1], h[2], h[3])
      for i in 0..<64 {
        let f: UInt32
        let g: Int
        switch i >> 4 {
        case 0: (f, g) = (x & c | ~x & d, i)
        case 1: (f, g) = (d & x | ~d & c, (5 * i + 1) & 15)
        case 2: (f, g) = (x ^ c ^ d, (3 * i + 5) & 15)
        default: (f, g) = (c ^ (x | ~d), (7 * i) & 15)
        }
        let sum = a &+ f &+ md5Table[i] &+ w[g]
        let s = md5Shifts[(i >> 4) * 4 + (i & 3)]
        (a, d, c, x) = (d, c, x, x &+ (sum << s | sum >> (32 - s)))
      }
      h[0] = h[0] &+ a
      h[1] = h[1] &+ x
      h[2] = h[2] &+ c
      h[3] = h[3] &+ d
    }
    return h.flatMap { v in (0..<4).map { UInt8(truncatingIfNeeded: v >> UInt32($0 * 8)) } }
  }

  static func sha1(_ b: [UInt8]) -> [UInt8] {
    var h: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    let m = padded(b, block: 64, bigEndian: true)
    var w = [UInt32](repeating: 0, count: 80)
    for start in stride(from: 0, to: m.count, by: 64) {
      for i in 0..<16 { w[i] = word(m, start + i * 4) }
      for i in 16..<80 {
        let x = w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]
        w[i] = x << 1 | x >> 31
      }
      var (a, x, c, d, e) = (h[0], h[1], h[2], h[3], h[4])
      for i in 0..<80 {
        let f: UInt32
        let k: UInt32
        switch i / 20 {
        case 0: (f, k) = (x & c | ~x & d, 0x5A82_7999)
        case 1: (f, k) = (x ^ c ^ d, 0x6ED9_EBA1)
        case 2: (f, k) = (x & c | x & d | c & d, 0x8F1B_BCDC)
        default: (f, k) = (x ^ c ^ d, 0xCA62_C1D6)
        }
        let sum = (a << 5 | a >> 27) &+ f &+ e &+ k &+ w[i]
        (e, d, c, x, a) = (d, c, x << 30 | x >> 2, a, sum)
      }
      for (i, v) in [a, x, c, d, e].enumerated() { h[i] = h[i] &+ v }
    }
    return bytes(h)
  }

  private static func word(_ m: [UInt8], _ p: Int) -> UInt32 {
    UInt32(m[p]) << 24 | UInt32(m[p + 1]) << 16 | UInt32(m[p + 2]) << 8 | UInt32(m[p + 3])
  }
  private static func bytes(_ h: [UInt32]) -> [UInt8] {
    h.flatMap { v in (0..<4).map { UInt8(truncatingIfNeeded: v >> UInt32((3 - $0) * 8)) } }
  }

  static func sha256(_ b: [UInt8]) -> [UInt8] {
    var h: [UInt32] = start512.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    let m = padded(b, block: 64, bigEndian: true)
    var w = [UInt32](repeating: 0, count: 64)
    func rot(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }
    for start in stride(from: 0, to: m.count, by: 64) {
      for i in 0..<16 { w[i] = word(m, start + i * 4) }
      for i in 16..<64 {
        let s0 = rot(w[i - 15], 7) ^ rot(w[i - 15], 18) ^ w[i - 15] >> 3
        let s1 = rot(w[i - 2], 17) ^ rot(w[i - 2], 19) ^ w[i - 2] >> 10
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      var v = h
      for i in 0..<64 {
        let s1 = rot(v[4], 6) ^ rot(v[4], 11) ^ rot(v[4], 25)
        let ch = v[4] & v[5] ^ ~v[4] & v[6]
        let t1 = v[7] &+ s1 &+ ch &+ UInt32(truncatingIfNeeded: constants[i] >> 32) &+ w[i]
        let s0 = rot(v[0], 2) ^ rot(v[0], 13) ^ rot(v[0], 22)
        let maj = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
        (v[7], v[6], v[5], v[4], v[3], v[2], v[1], v[0]) = (
          v[6], v[5], v[4], v[3] &+ t1, v[2], v[1], v[0], t1 &+ s0 &+ maj
        )
      }
      for i in 0..<8 { h[i] = h[i] &+ v[i] }
    }
    return bytes(h)
  }

  static func sha512(_ b: [UInt8], _ start: [UInt64]) -> [UInt8] {
    var h = start
    let m = padded(b, block: 128, bigEndian: true)
    var w = [UInt64](repeating: 0, count: 80)
    func rot(_ x: UInt64, _ n: UInt64) -> UInt64 { x >> n | x << (64 - n) }
    for at in stride(from: 0, to: m.count, by: 128) {
      for i in 0..<16 { w[i] = UInt64(word(m, at + i * 8)) << 32 | UInt64(word(m, at + i * 8 + 4)) }
      for i in 16..<80 {
        let s0 = rot(w[i - 15], 1) ^ rot(w[i - 15], 8) ^ w[i - 15] >> 7
        let s1 = rot(w[i - 2], 19) ^ rot(w[i - 2], 61) ^ w[i - 2] >> 6
        w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
      }
      var v = h
      for i in 0..<80 {
        let s1 = rot(v[4], 14) ^ rot(v[4], 18) ^ rot(v[4], 41)
        let ch = v[4] & v[5] ^ ~v[4] & v[6]
        let t1 = v[7] &+ s1 &+ ch &+ constants[i] &+ w[i]
        let s0 = rot(v[0], 28) ^ rot(v[0], 34) ^ rot(v[0], 39)
        let maj = v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]
        (v[7], v[6], v[5], v[4], v[3], v[2], v[1], v[0]) = (
          v[6], v[5], v[4], v[3] &+ t1, v[2], v[1], v[0], t1 &+ s0 &+ maj
        )
      }
      for i in 0..<8 { h[i] = h[i] &+ v[i] }
    }
    return h.flatMap { v in (0..<8).map { UInt8(truncatingIfNeeded: v >> UInt64((7 - $0) * 8)) } }
  }

  // The constants are fractional parts of roots of primes, computed exactly with wide integers.
  private static let primes: [Int] = {
    var p: [Int] = []
    var n = 2
    while p.count < 80 {
      if p.allSatisfy({ n % $0 != 0 }) { p.append(n) }
      n += 1
    }
    return p
  }()
  static let constants: [UInt64] = primes.map { fraction(of: $0, root: 3) }
  static let start512: [UInt64] = primes.prefix(8).map { fraction(of: $0, root: 2) }
  static let start384: [UInt64] = primes.prefix(16).dropFirst(8).map { fraction(of: $0, root: 2) }

  /// The first 64 bits after the point of a square or cube root: the integer root of n · 2^(64·root).
  private static func fraction(of n: Int, root: Int) -> UInt64 {
    let target = BigInt(Int64(n)).shiftedLeft(64 * root)
    var low = BigInt(Int64(0))
    var high = BigInt(Int64(32)).shiftedLeft(64)
    let one = BigInt(Int64(1))
    while low + one < high {
      let middle = (low + high).shiftedRight(1)
      if target < middle.power(root) { high = middle } else { low = middle }
    }
    return (low & BigInt(UInt64.max)).asUInt64 ?? 0
  }

  /// Sine by its series, exact enough for MD5's table.
  private static func sine(_ x: Double) -> Double { Trigonometry.sine(x) }
}
