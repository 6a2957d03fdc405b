import Glibc

/// Works out type and value of a number.
struct NumberReader {
  let lexer: Lexer
  let text: NumberText

  /// The value; nil when the number does not fit its type.
  func value() -> ConstantValue? {
    if text.isReal { return real() }
    if text.suffix == 0, !text.unsigned, text.multiplier == 0, text.radix == 10, let small = smallInteger() {
      return .int(small)
    }
    return integer()
  }

  private func smallInteger() -> Int32? {
    if text.digits.count > 10 { return nil }
    var value: Int64 = 0
    for at in text.digits { value = value * 10 + Int64(lexer[at] &- 0x30) }
    return Int32(exactly: text.negative ? -value : value)
  }

  private func real() -> ConstantValue? {
    if text.unsigned || text.suffix == 0x6E { return nil }
    var digits = lexer.text(text.digits.lowerBound, text.digits.upperBound)
    if !digits.utf8.allSatisfy({ $0 < 0x80 }) { digits = digits.map { $0.isASCII ? String($0) : "-" }.joined() }
    let magnitude = (text.negative ? "-" : "") + digits
    if text.suffix == 0x64 {
      guard let plain = DecimalText.plain(magnitude) else { return nil }
      return DecimalText.scaled(plain, by: text.multiplier).map { .decimal($0) }
    }
    var double = strtod(magnitude, nil)
    for _ in 0..<text.multiplier { double *= 1024 }
    switch text.suffix {
    case 0: return .double(double)
    case 0x6C: return exact(double, Int64.self).map { .long($0) }
    case 0x73: return exact(double, Int16.self).map { .int16($0) }
    case 0x79: return exact(double, Int8.self).map { .sbyte($0) }
    default: return nil
    }
  }

  private func exact<T: FixedWidthInteger>(_ value: Double, _ type: T.Type) -> T? {
    let rounded = rint(value)
    return rounded >= Double(T.min) && rounded < Double(T.max) ? T(rounded) : nil
  }

  private func integer() -> ConstantValue? {
    var wide = WideInteger()
    let radix = UInt32(text.radix)
    for at in text.digits {
      let byte = lexer[at]
      let digit = byte &- 0x30 < 10 ? byte &- 0x30 : (byte | 0x20) &- 0x61 &+ 10
      wide.multiplyAdd(radix, UInt32(digit))
    }
    wide.negative = text.negative
    if radix != 10, !text.unsigned, text.suffix != 0x6E { wide = signedByWidth(wide) }
    for _ in 0..<text.multiplier { wide.multiplyAdd(1024, 0) }
    let isLong = text.radix == 16 ? text.digits.count > 8 : text.digits.count > 32
    if text.radix != 10, isLong, text.suffix == 0, !text.unsigned, let long = wide.int64, long < 0 {
      return .long(long)
    }
    return typed(wide)
  }

  /// A hexadecimal or binary number whose top bit, at the width of its digits, is set is negative.
  private func signedByWidth(_ value: WideInteger) -> WideInteger {
    let perDigit = text.radix == 16 ? 4 : 1
    let bits = text.digits.count * perDigit
    let width: Int
    switch text.suffix {
    case 0x79: width = 8
    case 0x73: width = 16
    case 0x6C: width = 64
    default: width = text.radix == 2 && bits <= 16 ? (bits <= 8 ? 8 : 16) : bits <= 32 ? 32 : bits <= 64 ? 64 : 0
    }
    guard width == 8 || width == 16 || width == 32 || width == 64, bits <= width || value.fits(bits: width),
      let magnitude = value.magnitude64, width == 64 || magnitude >> UInt64(width) == 0,
      magnitude >> UInt64(width - 1) == 1
    else { return value }
    var result = WideInteger()
    let complement = width == 64 ? ~magnitude &+ 1 : (1 << UInt64(width)) - magnitude
    result.set(complement)
    result.negative = !value.negative
    return result
  }

  private func typed(_ value: WideInteger) -> ConstantValue? {
    switch (text.suffix, text.unsigned) {
    case (0x6E, _): return .bigInteger(value.decimalText)
    case (0x64, true): return nil
    case (0x64, false): return DecimalText.fits(value) ? .decimal(value.decimalText) : nil
    case (0x79, false): return value.int64.flatMap { Int8(exactly: $0) }.map { .sbyte($0) }
    case (0x79, true): return value.uint64.flatMap { UInt8(exactly: $0) }.map { .byte($0) }
    case (0x73, false): return value.int64.flatMap { Int16(exactly: $0) }.map { .int16($0) }
    case (0x73, true): return value.uint64.flatMap { UInt16(exactly: $0) }.map { .uint16($0) }
    case (0x6C, false): return value.int64.map { .long($0) }
    case (0x6C, true): return value.uint64.map { .uint64($0) }
    case (_, true):
      guard let number = value.uint64 else { return nil }
      return UInt32(exactly: number).map { .uint32($0) } ?? .uint64(number)
    default: return untyped(value)
    }
  }

  private func untyped(_ value: WideInteger) -> ConstantValue? {
    if let number = value.int64 { return Int32(exactly: number).map { .int($0) } ?? .long(number) }
    if DecimalText.fits(value) { return .decimal(value.decimalText) }
    if text.radix != 10 { return .bigInteger(value.decimalText) }
    return .double(strtod(value.decimalText, nil))
  }
}
