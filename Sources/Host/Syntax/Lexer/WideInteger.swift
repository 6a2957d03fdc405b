/// An integer of any size, with just what reading literals needs.
struct WideInteger {
  /// Magnitude in base 2³², lowest first.
  private var limbs: [UInt32] = []
  var negative = false

  /// Multiplies the magnitude and adds to it.
  mutating func multiplyAdd(_ factor: UInt32, _ addend: UInt32) {
    var carry = UInt64(addend)
    for index in limbs.indices {
      let product = UInt64(limbs[index]) * UInt64(factor) + carry
      limbs[index] = UInt32(truncatingIfNeeded: product)
      carry = product >> 32
    }
    if carry > 0 { limbs.append(UInt32(truncatingIfNeeded: carry)) }
  }

  /// Replaces the magnitude.
  mutating func set(_ value: UInt64) {
    limbs = [UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32)]
    while limbs.last == 0 { limbs.removeLast() }
  }

  /// The magnitude when it fits 64 bits.
  var magnitude64: UInt64? {
    if limbs.count > 2 { return nil }
    let low = limbs.isEmpty ? 0 : UInt64(limbs[0])
    return limbs.count == 2 ? UInt64(limbs[1]) << 32 | low : low
  }

  func fits(bits: Int) -> Bool {
    guard let last = limbs.last else { return true }
    return (limbs.count - 1) * 32 + (32 - last.leadingZeroBitCount) <= bits
  }

  var uint64: UInt64? { negative && !limbs.isEmpty ? nil : magnitude64 }

  var int64: Int64? {
    guard let magnitude = magnitude64 else { return nil }
    if negative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  /// The number in decimal digits.
  var decimalText: String {
    if limbs.isEmpty { return "0" }
    var rest = limbs
    var groups: [String] = []
    while !rest.isEmpty {
      var remainder: UInt64 = 0
      for index in rest.indices.reversed() {
        let value = remainder << 32 | UInt64(rest[index])
        rest[index] = UInt32(value / 1_000_000_000)
        remainder = value % 1_000_000_000
      }
      while rest.last == 0 { rest.removeLast() }
      groups.append(String(remainder))
    }
    var result = negative ? "-" : ""
    for (index, group) in groups.reversed().enumerated() {
      if index > 0 { result += String(repeating: "0", count: 9 - group.utf8.count) }
      result += group
    }
    return result
  }
}

/// Decimal numbers as text.
enum DecimalText {
  /// Whether an integer fits the 96 bits of a decimal.
  static func fits(_ value: WideInteger) -> Bool { value.fits(bits: 96) }

  /// A number without exponent, cut to the 28 fraction digits a decimal holds; nil when it is too large.
  static func plain(_ text: String) -> String? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    var mantissa = String(parts[0])
    let negative = mantissa.hasPrefix("-")
    if negative { mantissa.removeFirst() }
    let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    var digits = Array(halves[0].utf8)
    var scale = 0
    if halves.count == 2 {
      digits += Array(halves[1].utf8)
      scale = halves[1].utf8.count
    }
    if parts.count == 2 {
      guard let exponent = Int(parts[1]), abs(exponent) < 1000 else { return nil }
      scale -= exponent
    }
    while scale < 0 {
      digits.append(0x30)
      scale += 1
    }
    while scale > 28, !digits.isEmpty {
      digits.removeLast()
      scale -= 1
    }
    if scale > 28 { scale = 28 }
    while digits.count <= scale { digits.insert(0x30, at: 0) }
    while digits.count > scale + 1, digits[0] == 0x30 { digits.removeFirst() }
    if digits.count - scale > 29 { return nil }
    let whole = String(decoding: digits.prefix(digits.count - scale), as: UTF8.self)
    let fraction = String(decoding: digits.suffix(scale), as: UTF8.self)
    return (negative ? "-" : "") + whole + (scale > 0 ? "." + fraction : "")
  }

  /// A plain decimal multiplied by a power of 1024.
  static func scaled(_ text: String, by power: Int) -> String? {
    if power == 0 { return text }
    var wide = WideInteger()
    var scale = 0
    var fraction = false
    for byte in text.utf8 {
      if byte == 0x2E {
        fraction = true
      } else if byte != 0x2D {
        wide.multiplyAdd(10, UInt32(byte &- 0x30))
        if fraction { scale += 1 }
      }
    }
    for _ in 0..<power { wide.multiplyAdd(1024, 0) }
    guard wide.fits(bits: 96) else { return nil }
    return plain((text.hasPrefix("-") ? "-" : "") + wide.decimalText + "e-" + String(scale))
  }
}
