import Glibc

/// Decimal digits of a number on their way to text: 0.d1d2d3… × 10^point.
struct NumberBuffer {
  var digits: [UInt8]
  var point: Int
  var isNegative: Bool
  /// Binary floating point keeps the sign of a zero; other kinds drop it.
  var isFloating: Bool

  init(digits: [UInt8], point: Int, isNegative: Bool, isFloating: Bool = false) {
    self.digits = digits
    self.point = point
    self.isNegative = isNegative
    self.isFloating = isFloating
    if digits.allSatisfy({ $0 == 0 }) {
      self.digits = []
      self.point = 0
    }
  }

  /// An integer's digits.
  init(integer text: String, isNegative: Bool) {
    let d = text.utf8.map { $0 &- 0x30 }
    self.init(digits: d, point: d.count, isNegative: isNegative)
  }

  /// A decimal's digits, trailing zeros included.
  init(_ d: Decimal96) {
    let s = String(d.mantissa).utf8.map { $0 &- 0x30 }
    digits = d.mantissa == 0 ? [] : s
    point = d.mantissa == 0 ? 0 : s.count - d.scale
    isNegative = d.isNegative
    isFloating = false
  }

  /// The exact value of a finite double, rounded to a number of significant digits.
  init(exact d: Double, significant n: Int) {
    self.init(scientific: NumberBuffer.printed(d.magnitude, "%.*e", max(0, n - 1)), isNegative: d.sign == .minus)
  }
  /// The exact value of a finite double, rounded to a number of digits after the point.
  init(exact d: Double, decimals n: Int) {
    let s = NumberBuffer.printed(d.magnitude, "%.*f", n)
    var all: [UInt8] = []
    var point = 0
    for c in s.utf8 {
      if c == 0x2E { continue }
      all.append(c &- 0x30)
    }
    point = all.count - n
    let zeros = all.prefix { $0 == 0 }.count
    self.init(
      digits: Array(all.dropFirst(zeros)), point: point - zeros, isNegative: d.sign == .minus, isFloating: true)
  }
  /// The fewest digits that read back as the same double.
  init(shortest d: Double) { self.init(scientific: d.magnitude.description, isNegative: d.sign == .minus) }
  /// The fewest digits that read back as the same single.
  init(shortest f: Float) { self.init(scientific: f.magnitude.description, isNegative: f.sign == .minus) }

  /// The value rounded to 15 digits: from the shortest ones where those decide, else from the exact value.
  init(fifteen d: Double) {
    self.init(shortest: d)
    if digits.count <= 15 && !d.isSubnormal { return }
    if d.isSubnormal {
      self.init(exact: d, significant: 15)
      return
    }
    // Tails close to a half could round differently than the exact value does.
    let tail = digits.count == 16 ? Int(digits[15]) * 10 : Int(digits[15]) * 10 + Int(digits[16])
    if digits.count > 17 || (45...55).contains(tail) {
      self.init(exact: d, significant: 15)
    } else {
      round(to: 15)
    }
  }

  /// Reads `1.25`, `125`, `1.25e+07`.
  private init(scientific text: String, isNegative: Bool) {
    var all: [UInt8] = []
    var point: Int?
    var exponent = 0
    var inExponent = false
    var exponentNegative = false
    for c in text.utf8 {
      switch c {
      case 0x2E: point = all.count
      case 0x45, 0x65: inExponent = true
      case 0x2D: exponentNegative = true
      case 0x2B: break
      default:
        if inExponent { exponent = exponent * 10 + Int(c &- 0x30) } else { all.append(c &- 0x30) }
      }
    }
    var p = (point ?? all.count) + (exponentNegative ? -exponent : exponent)
    let zeros = all.prefix { $0 == 0 }.count
    p -= zeros
    all.removeFirst(zeros)
    while all.last == 0 { all.removeLast() }
    self.init(digits: all, point: p, isNegative: isNegative, isFloating: true)
  }

  private static func printed(_ d: Double, _ format: String, _ n: Int) -> String {
    let size = 400 + n
    return withVaList([Int32(clamping: n), d]) { list in
      String(unsafeUninitializedCapacity: size) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { chars in
          min(size - 1, max(0, Int(vsnprintf(chars.baseAddress, size, format, list))))
        }
      }
    }
  }

  /// Keeps `count` digits, rounding a half away from zero.
  mutating func round(to count: Int) {
    if count >= digits.count {
      trim()
      return
    }
    if count < 0 || (count == 0 && digits[0] < 5) {
      clear()
      return
    }
    let up = digits[count] >= 5
    digits.removeSubrange(count...)
    if up {
      var i = count - 1
      while i >= 0 && digits[i] == 9 {
        digits.removeLast()
        i -= 1
      }
      if i >= 0 {
        digits[i] += 1
      } else {
        digits = [1]
        point += 1
      }
    }
    trim()
  }
  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { clear() }
  }
  private mutating func clear() {
    digits = []
    point = 0
    if !isFloating { isNegative = false }
  }

  var isZero: Bool { digits.isEmpty }

  /// The digit at a position counted from the first, zero beyond the last.
  @inline(__always)
  func digit(_ i: Int) -> UInt8 { i >= 0 && i < digits.count ? digits[i] &+ 0x30 : 0x30 }
}
