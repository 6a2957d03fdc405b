/// Numbers to text by .NET's standard and custom format strings.
enum NumberFormatter {
  /// What kind of number is being formatted: decides defaults, `D`/`X` and precision.
  enum Kind {
    case double(Double)
    case single(Float)
    case decimal(Decimal96)
    /// Signed or unsigned integers: the magnitude, and the width in bits for two's complement forms.
    case integer(magnitude: UInt64, isNegative: Bool, bits: Int)
    case big(BigInt)
  }

  /// A number by a format string; nil or empty means `G`.
  static func format(_ n: Kind, _ spec: String?, _ nf: NumberFormatObject) throws -> String {
    if let s = special(n, nf) { return s }
    guard let spec, !spec.isEmpty else { return try general(n, 0x47, -1, nf) }
    if let (letter, precision) = standard(spec) { return try format(n, letter, precision, nf) }
    return CustomNumberFormat(spec).format(buffer(n, customDigits: true), nf)
  }

  /// NaN and infinities look the same in every format.
  private static func special(_ n: Kind, _ nf: NumberFormatObject) -> String? {
    let d: Double
    switch n {
    case .double(let v): d = v
    case .single(let v): d = Double(v)
    default: return nil
    }
    if d.isFinite { return nil }
    return d.isNaN ? nf.nanSymbol : (d < 0 ? nf.negativeInfinitySymbol : nf.positiveInfinitySymbol)
  }

  /// A letter with an optional precision; nil for a custom pattern.
  static func standard(_ spec: String) -> (UInt8, Int)? {
    var it = spec.utf8.makeIterator()
    guard let letter = it.next(), (letter | 0x20) &- 0x61 < 26 else { return nil }
    var precision = -1
    while let c = it.next() {
      guard c &- 0x30 < 10 else { return nil }
      precision = max(precision, 0) * 10 + Int(c &- 0x30)
      if precision > 999_999_999 { return nil }
    }
    return (letter, precision)
  }

  static var badSpecifier: GuestError {
    GuestError.exception("System.FormatException", "Format specifier was invalid.")
  }

  private static func format(_ n: Kind, _ letter: UInt8, _ precision: Int, _ nf: NumberFormatObject) throws -> String {
    // Bounded so that a format string cannot ask for gigabytes.
    let p = min(precision, 100_000)
    switch letter & 0xDF {
    case 0x47: return try general(n, letter, p, nf)
    case 0x52:
      switch n {
      case .double, .single: return try general(n, letter == 0x72 ? 0x67 : 0x47, -1, nf)
      case .big(let b): return b.description
      default: throw badSpecifier
      }
    case 0x46: return fixed(n, p < 0 ? nf.decimalDigits : p, grouped: false, nf)
    case 0x4E: return fixed(n, p < 0 ? nf.decimalDigits : p, grouped: true, nf)
    case 0x45: return exponential(n, p < 0 ? 6 : p, letter, nf)
    case 0x43: return currency(n, p < 0 ? nf.currencyDecimalDigits : p, nf)
    case 0x50: return percent(n, p < 0 ? nf.percentDecimalDigits : p, nf)
    case 0x44: return try decimalDigits(n, p, nf)
    case 0x58: return try radix(n, 4, p, letter == 0x58)
    case 0x42: return try radix(n, 1, p, true)
    default: throw badSpecifier
    }
  }

  /// The digits of a number, unrounded; doubles cut to the 15 digits custom patterns see.
  private static func buffer(_ n: Kind, customDigits: Bool) -> NumberBuffer {
    switch n {
    case .double(let d): return NumberBuffer(exact: d, significant: 15)
    case .single(let f): return NumberBuffer(exact: Double(f), significant: 7)
    case .decimal(let d): return NumberBuffer(d)
    case .integer(let m, let neg, _): return NumberBuffer(integer: String(m), isNegative: neg)
    case .big(let b): return NumberBuffer(integer: b.magnitudeDigits, isNegative: b.isNegative)
    }
  }

  /// The digits rounded for `decimals` places after shifting the point.
  private static func rounded(_ n: Kind, decimals: Int, shift: Int = 0) -> NumberBuffer {
    var b: NumberBuffer
    switch n {
    case .double(let d): b = NumberBuffer(exact: d, decimals: decimals + shift)
    case .single(let f): b = NumberBuffer(exact: Double(f), decimals: decimals + shift)
    default: b = buffer(n, customDigits: false)
    }
    b.point += b.isZero ? 0 : shift
    b.round(to: b.point + decimals)
    return b
  }

  // MARK: G and R

  private static func general(_ n: Kind, _ letter: UInt8, _ precision: Int, _ nf: NumberFormatObject) throws -> String {
    var b: NumberBuffer
    var limit = precision
    switch n {
    case .double(let d):
      if precision <= 0 {
        b = NumberBuffer(shortest: d)
        limit = max(b.digits.count, 17)
      } else {
        b = NumberBuffer(exact: d, significant: precision)
      }
    case .single(let f):
      if precision <= 0 {
        b = NumberBuffer(shortest: f)
        limit = max(b.digits.count, 9)
      } else {
        b = NumberBuffer(exact: Double(f), significant: precision)
      }
    case .decimal(let d):
      if precision <= 0 { return localized(d.description, nf) }
      b = NumberBuffer(d)
      b.round(to: precision)
    case .integer(let m, let negative, _):
      if precision <= 0 { return (negative ? nf.negativeSign : "") + String(m) }
      b = NumberBuffer(integer: String(m), isNegative: negative)
      b.round(to: precision)
    case .big(let v):
      if precision <= 0 { return (v.isNegative ? nf.negativeSign : "") + v.magnitudeDigits }
      b = NumberBuffer(integer: v.magnitudeDigits, isNegative: v.isNegative)
      b.round(to: precision)
    }
    return general(b, limit: limit, letter, nf)
  }

  /// The `G` layout: fixed unless the point lies outside of `limit` digits.
  static func general(_ b: NumberBuffer, limit: Int, _ letter: UInt8, _ nf: NumberFormatObject) -> String {
    var s = b.isNegative ? nf.negativeSign : ""
    if b.isZero { return s + "0" }
    let scientific = b.point > limit || b.point < -3
    if scientific {
      s.unicodeScalars.append(Unicode.Scalar(b.digits[0] + 0x30))
      if b.digits.count > 1 {
        s += nf.decimalSeparator
        s += String(decoding: b.digits[1...].map { $0 + 0x30 }, as: UTF8.self)
      }
      return s + exponent(b.point - 1, letter == 0x67 ? "e" : "E", width: 2, nf)
    }
    if b.point <= 0 {
      s += "0" + nf.decimalSeparator + String(repeating: "0", count: -b.point)
      return s + String(decoding: b.digits.map { $0 + 0x30 }, as: UTF8.self)
    }
    for i in 0..<b.point { s.unicodeScalars.append(Unicode.Scalar(b.digit(i))) }
    if b.digits.count > b.point {
      s += nf.decimalSeparator
      s += String(decoding: b.digits[b.point...].map { $0 + 0x30 }, as: UTF8.self)
    }
    return s
  }

  private static func localized(_ text: String, _ nf: NumberFormatObject) -> String {
    if nf.decimalSeparator == "." && nf.negativeSign == "-" { return text }
    var s = ""
    for c in text.unicodeScalars {
      if c == "." {
        s += nf.decimalSeparator
      } else if c == "-" {
        s += nf.negativeSign
      } else {
        s.unicodeScalars.append(c)
      }
    }
    return s
  }

  static func exponent(_ e: Int, _ mark: String, width: Int, _ nf: NumberFormatObject, plus: Bool = true) -> String {
    let digits = String(e.magnitude)
    let pad = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return mark + (e < 0 ? nf.negativeSign : (plus ? nf.positiveSign : "")) + pad + digits
  }

  // MARK: E, F, N, C, P

  private static func exponential(_ n: Kind, _ precision: Int, _ letter: UInt8, _ nf: NumberFormatObject) -> String {
    var b: NumberBuffer
    switch n {
    case .double(let d): b = NumberBuffer(exact: d, significant: precision + 1)
    case .single(let f): b = NumberBuffer(exact: Double(f), significant: precision + 1)
    default:
      b = buffer(n, customDigits: false)
      b.round(to: precision + 1)
    }
    var s = b.isNegative ? nf.negativeSign : ""
    s.unicodeScalars.append(Unicode.Scalar(b.digit(0)))
    if precision > 0 {
      s += nf.decimalSeparator
      for i in 1...precision { s.unicodeScalars.append(Unicode.Scalar(b.digit(i))) }
    }
    return s + exponent(b.isZero ? 0 : b.point - 1, letter == 0x65 ? "e" : "E", width: 3, nf)
  }

  /// Digits with the point at its place and optional groups, without a sign.
  static func plain(
    _ b: NumberBuffer, _ decimals: Int, point: String, group: String?, sizes: [Int]
  ) -> String {
    var whole: [UInt8] = []
    if b.point > 0 { for i in 0..<b.point { whole.append(b.digit(i)) } } else { whole.append(0x30) }
    var s = group.map { grouped(whole, $0, sizes) } ?? String(decoding: whole, as: UTF8.self)
    if decimals > 0 {
      s += point
      var tail: [UInt8] = []
      tail.reserveCapacity(decimals)
      for i in 0..<decimals { tail.append(b.point + i < 0 ? 0x30 : b.digit(b.point + i)) }
      s += String(decoding: tail, as: UTF8.self)
    }
    return s
  }

  private static func grouped(_ digits: [UInt8], _ separator: String, _ sizes: [Int]) -> String {
    var parts: [ArraySlice<UInt8>] = []
    var end = digits.count
    var i = 0
    while end > 0 {
      let size = sizes.isEmpty ? 0 : sizes[min(i, sizes.count - 1)]
      if size <= 0 || size >= end { break }
      parts.append(digits[(end - size)..<end])
      end -= size
      i += 1
    }
    parts.append(digits[0..<end])
    return parts.reversed().map { String(decoding: $0, as: UTF8.self) }.joined(separator: separator)
  }

  private static func fixed(_ n: Kind, _ decimals: Int, grouped: Bool, _ nf: NumberFormatObject) -> String {
    let b = rounded(n, decimals: decimals)
    let text = plain(
      b, decimals, point: nf.decimalSeparator, group: grouped ? nf.groupSeparator : nil, sizes: nf.groupSizes)
    guard b.isNegative else { return text }
    guard grouped else { return nf.negativeSign + text }
    let patterns = ["(n)", "-n", "- n", "n-", "n -"]
    return fill(patterns[min(max(nf.negativePattern, 0), 4)], text, nf, symbol: "")
  }

  private static let currencyNegative: [String] = [
    "($n)", "-$n", "$-n", "$n-", "(n$)", "-n$", "n-$", "n$-", "-n $", "-$ n", "n $-", "$ n-", "$ -n", "n- $",
    "($ n)", "(n $)", "$- n",
  ]
  private static func currency(_ n: Kind, _ decimals: Int, _ nf: NumberFormatObject) -> String {
    let b = rounded(n, decimals: decimals)
    let text = plain(
      b, decimals, point: nf.currencyDecimalSeparator, group: nf.currencyGroupSeparator,
      sizes: nf.currencyGroupSizes)
    let positive = ["$n", "n$", "$ n", "n $"]
    let pattern =
      b.isNegative
      ? currencyNegative[min(max(nf.currencyNegativePattern, 0), currencyNegative.count - 1)]
      : positive[min(max(nf.currencyPositivePattern, 0), 3)]
    return fill(pattern, text, nf, symbol: nf.currencySymbol)
  }

  private static let percentNegative: [String] = [
    "-n %", "-n%", "-%n", "%-n", "%n-", "n-%", "n%-", "-% n", "n %-", "% n-", "% -n", "n- %",
  ]
  private static func percent(_ n: Kind, _ decimals: Int, _ nf: NumberFormatObject) -> String {
    let b = rounded(n, decimals: decimals, shift: 2)
    let text = plain(
      b, decimals, point: nf.percentDecimalSeparator, group: nf.percentGroupSeparator, sizes: nf.groupSizes)
    let positive = ["n %", "n%", "%n", "% n"]
    let pattern =
      b.isNegative
      ? percentNegative[min(max(nf.percentNegativePattern, 0), percentNegative.count - 1)]
      : positive[min(max(nf.percentPositivePattern, 0), 3)]
    return fill(pattern, text, nf, symbol: nf.percentSymbol)
  }

  private static func fill(_ pattern: String, _ text: String, _ nf: NumberFormatObject, symbol: String) -> String {
    var s = ""
    for c in pattern.unicodeScalars {
      switch c {
      case "n": s += text
      case "-": s += nf.negativeSign
      case "$", "%": s += symbol
      default: s.unicodeScalars.append(c)
      }
    }
    return s
  }

  // MARK: D, X, B

  private static func decimalDigits(_ n: Kind, _ precision: Int, _ nf: NumberFormatObject) throws -> String {
    let digits: String
    let negative: Bool
    switch n {
    case .integer(let m, let neg, _): (digits, negative) = (String(m), neg)
    case .big(let b): (digits, negative) = (b.magnitudeDigits, b.isNegative)
    default: throw badSpecifier
    }
    let pad = String(repeating: "0", count: max(0, precision - digits.utf8.count))
    return (negative ? nf.negativeSign : "") + pad + digits
  }

  private static func radix(_ n: Kind, _ shift: Int, _ precision: Int, _ upper: Bool) throws -> String {
    var digits: String
    switch n {
    case .integer(let m, let negative, let bits):
      var v = negative ? 0 &- m : m
      if bits < 64 { v &= (UInt64(1) << UInt64(bits)) - 1 }
      digits = String(v, radix: 1 << shift, uppercase: upper)
    case .big(let b): digits = bigRadix(b, shift, upper)
    default: throw badSpecifier
    }
    let pad = max(0, precision - digits.utf8.count)
    let filler: String
    if case .big(let b) = n, b.isNegative { filler = shift == 4 ? (upper ? "F" : "f") : "1" } else { filler = "0" }
    digits = String(repeating: filler, count: pad) + digits
    return digits
  }

  private static func bigRadix(_ b: BigInt, _ shift: Int, _ upper: Bool) -> String {
    var s = ""
    for byte in b.twosComplementBytes.reversed() {
      let d = String(byte, radix: 1 << shift, uppercase: upper)
      s += String(repeating: "0", count: 8 / shift - d.utf8.count) + d
    }
    if s.isEmpty { return "0" }
    let chars = Array(s.utf8)
    let sign: UInt8 = b.isNegative ? (shift == 4 ? (upper ? 0x46 : 0x66) : 0x31) : 0x30
    let keep: (UInt8) -> Bool = { c in
      let high = shift == 4 ? (c > 0x37) : (c == 0x31)
      return high == b.isNegative
    }
    var i = 0
    while i + 1 < chars.count && chars[i] == sign && keep(chars[i + 1]) { i += 1 }
    return String(decoding: chars[i...], as: UTF8.self)
  }
}
