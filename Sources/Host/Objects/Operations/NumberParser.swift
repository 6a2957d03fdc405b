import Basics

/// Text to numbers: PowerShell literals, and .NET's `Parse` styles.
public enum NumberParser {
  static func badFormat(_ s: String) -> GuestError {
    GuestError.exception("System.FormatException", "The input string '\(s)' was not in a correct format.")
  }

  // MARK: PowerShell literals

  /// A number as the language writes it: sign, hex or binary prefix, type suffix, size multiplier. Empty is zero.
  static func literal(_ text: String) -> Numeric? {
    var s = Array(text.utf8)[...]
    while let c = s.first, isSpace(c) { s.removeFirst() }
    while let c = s.last, isSpace(c) { s.removeLast() }
    if s.isEmpty { return text.utf8.allSatisfy(isSpace) ? .int(0) : nil }
    let plain = plainInteger(s)
    if let plain { return plain }
    var negative = false
    if let c = s.first, c == 0x2D || c == 0x2B {
      negative = c == 0x2D
      s.removeFirst()
    }
    if s.count > 2, s[s.startIndex] == 0x30 {
      let mark = s[s.startIndex + 1] | 0x20
      if mark == 0x78 { return radix(s.dropFirst(2), 16, negative) }
      if mark == 0x62, s.dropFirst(2).first.map({ $0 == 0x30 || $0 == 0x31 }) ?? false {
        return radix(s.dropFirst(2), 2, negative)
      }
    }
    return decimalLiteral(s, negative)
  }

  @inline(__always) static func isSpace(_ c: UInt8) -> Bool { c == 0x20 || (c >= 9 && c <= 13) }

  /// Up to 18 digits with an optional sign: the common case.
  private static func plainInteger(_ s: ArraySlice<UInt8>) -> Numeric? {
    var v: Int64 = 0
    var i = s.startIndex
    let negative = s[i] == 0x2D
    if negative || s[i] == 0x2B { i += 1 }
    guard i < s.endIndex, s.endIndex - i <= 18 else { return nil }
    while i < s.endIndex {
      let d = s[i] &- 0x30
      guard d < 10 else { return nil }
      v = v * 10 + Int64(d)
      i += 1
    }
    if negative { v = -v }
    if let small = Int32(exactly: v) { return .int(small) }
    return .long(v)
  }

  /// A type suffix and size multiplier taken off the end of a literal.
  private struct Suffix {
    var type = ""
    var multiplier: Int64 = 1
  }

  private static func takeSuffix(_ s: inout ArraySlice<UInt8>, hex: Bool) -> Suffix {
    var r = Suffix()
    if s.count >= 2, s[s.endIndex - 1] | 0x20 == 0x62 {
      let powers: [UInt8: Int64] = [0x6B: 1 << 10, 0x6D: 1 << 20, 0x67: 1 << 30, 0x74: 1 << 40, 0x70: 1 << 50]
      if let m = powers[s[s.endIndex - 2] | 0x20] {
        r.multiplier = m
        s.removeLast(2)
      }
    }
    guard let last = s.last else { return r }
    switch last | 0x20 {
    case 0x6C: r.type = "l"  // l
    case 0x6E: r.type = "n"
    case 0x73: r.type = "s"
    case 0x79: r.type = "y"
    case 0x75: r.type = "u"
    case 0x64 where !hex: r.type = "d"
    default: return r
    }
    s.removeLast()
    if r.type != "u" && r.type != "n" && r.type != "d", let c = s.last, c | 0x20 == 0x75 {
      r.type = "u" + r.type
      s.removeLast()
    }
    return r
  }

  private static func radix(_ digits: ArraySlice<UInt8>, _ base: Int, _ negative: Bool) -> Numeric? {
    var s = digits
    let suffix = takeSuffix(&s, hex: true)
    guard !s.isEmpty, s.allSatisfy({ Int(hexValue($0)) < base }) else { return nil }
    var v = BigInt.zero
    let shift = base == 16 ? 4 : 1
    for c in s { v = v.shiftedLeft(shift) + BigInt(UInt64(hexValue(c))) }
    let bits = s.count * shift
    // Without a sign bit of their own, full-width literals are two's complement.
    if !suffix.type.hasPrefix("u") && suffix.type != "n" {
      let widths: [Int] =
        suffix.type == "s" ? [16] : (suffix.type == "y" ? [8] : (suffix.type == "l" ? [64] : [32, 64]))
      let small = base == 2 && suffix.type.isEmpty ? [8] + widths : widths
      for w in small where bits == w && v.bitLength == w { v = v - BigInt.one.shiftedLeft(w) }
    }
    if negative { v = -v }
    return integral(v, suffix, isHex: true)
  }

  private static func hexValue(_ c: UInt8) -> UInt8 {
    if c &- 0x30 < 10 { return c &- 0x30 }
    let l = (c | 0x20) &- 0x61
    return l < 6 ? l + 10 : 255
  }

  private static func integral(_ plain: BigInt, _ suffix: Suffix, isHex: Bool = false) -> Numeric? {
    let v = suffix.multiplier == 1 ? plain : plain * BigInt(suffix.multiplier)
    switch suffix.type {
    case "n": return .big(v)
    case "l": return v.asInt64.map { .long($0) }
    case "s": return v.asInt64.flatMap { Int16(exactly: $0) }.map { .int(Int32($0)) }
    case "y": return v.asInt64.flatMap { Int8(exactly: $0) }.map { .int(Int32($0)) }
    case "us": return v.asInt64.flatMap { UInt16(exactly: $0) }.map { .int(Int32($0)) }
    case "uy": return v.asInt64.flatMap { UInt8(exactly: $0) }.map { .int(Int32($0)) }
    case "ul": return v.asUInt64.map { .ulong($0) }
    case "u":
      guard let u = v.asUInt64 else { return nil }
      return u <= UInt64(UInt32.max) ? .uint(UInt32(u)) : .ulong(u)
    case "d": return Decimal96(v).map { .decimal($0) }
    default:
      if let i = v.asInt64 { return Int32(exactly: i).map { .int($0) } ?? .long(i) }
      if isHex { return nil }
      return Decimal96(v).map { .decimal($0) } ?? .float(v.asDouble)
    }
  }

  private static func decimalLiteral(_ body: ArraySlice<UInt8>, _ negative: Bool) -> Numeric? {
    var s = body
    let suffix = takeSuffix(&s, hex: false)
    guard let shape = shape(s) else { return nil }
    let text = (negative ? "-" : "") + String(decoding: s, as: UTF8.self)
    if !shape.hasPoint && !shape.hasExponent {
      guard let v = BigInt(decimal: text) else { return nil }
      return integral(v, suffix)
    }
    if suffix.type == "d" {
      guard let d = parseDecimal(text, .floating, CultureObject.invariant.numberFormat) else { return nil }
      return d.multiplied(by: Decimal96(suffix.multiplier)).map { .decimal($0) }
    }
    guard let d = Double(text.hasSuffix(".") ? text + "0" : text) else { return nil }
    let scaled = d * Double(suffix.multiplier)
    if suffix.type.isEmpty { return .float(scaled) }
    guard let whole = BigInt(scaled.rounded(.toNearestOrEven)) else { return nil }
    return integral(whole, Suffix(type: suffix.type, multiplier: 1))
  }

  /// Whether the text is `digits[.digits][e[+-]digits]`, and which parts it has.
  private static func shape(_ s: ArraySlice<UInt8>) -> (hasPoint: Bool, hasExponent: Bool)? {
    var i = s.startIndex
    var digits = 0
    var point = false
    while i < s.endIndex {
      if s[i] &- 0x30 < 10 {
        digits += 1
      } else if s[i] == 0x2E && !point {
        point = true
      } else {
        break
      }
      i += 1
    }
    guard digits > 0 else { return nil }
    if i == s.endIndex { return (point, false) }
    guard s[i] | 0x20 == 0x65 else { return nil }
    i += 1
    if i < s.endIndex, s[i] == 0x2B || s[i] == 0x2D { i += 1 }
    guard i < s.endIndex, s[i...].allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return (point, true)
  }

  /// A number with group separators (`1,000`), or the words for infinities and NaN.
  static func grouped(_ s: String) -> Numeric? {
    parseDouble(s, .all, CultureObject.invariant.numberFormat).map { .float($0) }
  }

  /// Hexadecimal integers marked as HTML and Basic do: `#F`, `&hF`.
  static func marked(_ s: String) -> Numeric? {
    let t = s.trimmedSpaces
    let digits: Substring
    if t.hasPrefix("#") {
      digits = t.dropFirst()
    } else if t.hasPrefix("&h") || t.hasPrefix("&H") {
      digits = t.dropFirst(2)
    } else {
      return nil
    }
    return digits.isEmpty ? nil : radix(Array(digits.utf8)[...], 16, false)
  }

  // MARK: .NET styles

  /// `NumberStyles`.
  public struct Styles: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let leadingWhite = Styles(rawValue: 1)
    public static let trailingWhite = Styles(rawValue: 2)
    public static let leadingSign = Styles(rawValue: 4)
    public static let trailingSign = Styles(rawValue: 8)
    public static let parentheses = Styles(rawValue: 16)
    public static let decimalPoint = Styles(rawValue: 32)
    public static let thousands = Styles(rawValue: 64)
    public static let exponent = Styles(rawValue: 128)
    public static let currency = Styles(rawValue: 256)
    public static let hex = Styles(rawValue: 512)
    public static let binary = Styles(rawValue: 1024)
    public static let integer: Styles = [.leadingWhite, .trailingWhite, .leadingSign]
    public static let number: Styles = [.integer, .trailingSign, .decimalPoint, .thousands]
    public static let floating: Styles = [.integer, .decimalPoint, .exponent]
    /// The styles `double.Parse` allows by default.
    public static let all: Styles = [.floating, .thousands]
  }

  /// The plain spelling of a number accepted under the styles; nil if the text is not one.
  public static func normalized(_ text: String, _ styles: Styles, _ nf: NumberFormatObject) -> String? {
    var s = Substring(text)
    let space: (Character) -> Bool = {
      $0.unicodeScalars.allSatisfy { $0.value == 0x20 || (9...13).contains($0.value) }
    }
    if styles.contains(.leadingWhite) { while let c = s.first, space(c) { s.removeFirst() } }
    if styles.contains(.trailingWhite) { while let c = s.last, space(c) || c == "\0" { s.removeLast() } }
    var negative = false
    var signed = false
    func take(_ p: String) -> Bool {
      guard !p.isEmpty, s.hasPrefix(p) else { return false }
      s.removeFirst(p.count)
      return true
    }
    if styles.contains(.currency) { _ = take(nf.currencySymbol) }
    if styles.contains(.leadingSign) {
      if take(nf.negativeSign) || take("-") {
        (negative, signed) = (true, true)
      } else if take(nf.positiveSign) {
        signed = true
      }
    }
    if !signed, styles.contains(.parentheses), s.hasPrefix("("), s.hasSuffix(")") {
      negative = true
      s = s.dropFirst().dropLast()
    }
    if styles.contains(.currency) {
      _ = take(nf.currencySymbol)
      if s.hasSuffix(nf.currencySymbol) { s = s.dropLast(nf.currencySymbol.count) }
      while let c = s.first, space(c) { s.removeFirst() }
      while let c = s.last, space(c) || c == "\u{A0}" { s.removeLast() }
    }
    if !signed, styles.contains(.trailingSign), s.hasSuffix(nf.negativeSign) {
      negative = true
      s = s.dropLast(nf.negativeSign.count)
    }
    guard let body = digits(s, styles, nf) else { return nil }
    return negative ? "-" + body : body
  }

  private static func digits(_ text: Substring, _ styles: Styles, _ nf: NumberFormatObject) -> String? {
    var s = text
    var out = ""
    var count = 0
    var point = false
    while let c = s.first {
      if let a = c.asciiValue, a &- 0x30 < 10 {
        out.append(c)
        count += 1
        s.removeFirst()
      } else if !point, styles.contains(.decimalPoint), s.hasPrefix(nf.decimalSeparator) {
        point = true
        out.append(".")
        s.removeFirst(nf.decimalSeparator.count)
      } else if !point, count > 0, styles.contains(.thousands), !nf.groupSeparator.isEmpty,
        s.hasPrefix(nf.groupSeparator) || (nf.groupSeparator == "\u{202F}" && (c == " " || c == "\u{A0}"))
      {
        s.removeFirst()
      } else {
        break
      }
    }
    guard count > 0 else { return nil }
    if s.isEmpty { return out }
    guard styles.contains(.exponent), let e = s.first, e == "e" || e == "E" else { return nil }
    let tail = s.dropFirst()
    let unsigned = tail.first == "+" || tail.first == "-" ? tail.dropFirst() : tail
    guard !unsigned.isEmpty, unsigned.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return out + "e" + tail
  }

  /// `double.Parse`; nil if the text is not a number.
  public static func parseDouble(_ text: String, _ styles: Styles, _ nf: NumberFormatObject) -> Double? {
    guard let s = normalized(text, styles, nf) else { return named(text, nf) }
    var t = s
    if t.hasPrefix(".") { t = "0" + t }
    if t.hasPrefix("-.") { t = "-0" + t.dropFirst() }
    if let e = t.range(of: ".e") { t.replaceSubrange(e, with: ".0e") }
    if t.hasSuffix(".") { t.removeLast() }
    return Double(t)
  }

  private static func named(_ text: String, _ nf: NumberFormatObject) -> Double? {
    let t = text.trimmedSpaces
    let same: (String) -> Bool = { !$0.isEmpty && Ordinal.equalsIgnoreCase(t, $0) }
    if same(nf.positiveInfinitySymbol) || same("+" + nf.positiveInfinitySymbol) || t == "∞" || same("Infinity") {
      return .infinity
    }
    if same(nf.negativeInfinitySymbol) || t == "-∞" || same("-Infinity") { return -.infinity }
    if same(nf.nanSymbol) || same("NaN") || same("-NaN") || same("+NaN") { return .nan }
    return nil
  }

  /// `decimal.Parse`, trailing zeros kept; nil if the text is not a number or too large.
  public static func parseDecimal(_ text: String, _ styles: Styles, _ nf: NumberFormatObject) -> Decimal96? {
    guard let s = normalized(text, styles, nf) else { return nil }
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let parts = s.split(separator: "e", maxSplits: 1)
    for c in parts[0].utf8 where c != 0x2D {
      if c == 0x2E { point = digits.count } else { digits.append(c &- 0x30) }
    }
    if parts.count > 1 { exponent = Int(parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]) ?? 0 }
    guard abs(exponent) < 100_000 else { return nil }
    let zeros = digits.prefix { $0 == 0 }.count
    let p = (point ?? digits.count) + exponent
    if zeros == digits.count {
      return Decimal96(0, scale: min(28, max(0, digits.count - p)), isNegative: false)
    }
    return Decimal96(
      digits: Array(digits.dropFirst(zeros)), point: p - zeros, isNegative: s.hasPrefix("-"), keepZeros: true)
  }

  /// `int.Parse` and its like, without a range; nil if the text is not an integer.
  public static func parseInteger(_ text: String, _ styles: Styles, _ nf: NumberFormatObject) -> BigInt? {
    if styles.contains(.hex) || styles.contains(.binary) {
      let t = text.trimmedSpaces
      if styles.contains(.hex) { return BigInt(hex: t, signed: false) }
      guard !t.isEmpty, t.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x31 }) else { return nil }
      return t.utf8.reduce(BigInt.zero) { $0.shiftedLeft(1) + BigInt(UInt64($1 - 0x30)) }
    }
    guard let s = normalized(text, styles, nf) else { return nil }
    if let v = BigInt(decimal: s) { return v }
    guard let d = parseDecimal(text, styles, nf), d.normalized.scale == 0 else { return nil }
    return d.truncated
  }
}

extension StringProtocol {
  /// The range of an ASCII needle.
  func range(of needle: String) -> Range<Index>? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(needle) { return i..<index(i, offsetBy: needle.count) }
      i = index(after: i)
    }
    return nil
  }
}
