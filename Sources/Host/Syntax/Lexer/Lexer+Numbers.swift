import Diagnostics

/// The parts of a number as written.
struct NumberText {
  var negative = false
  /// 10, 16 or 2.
  var radix: UInt8 = 10
  /// Offsets of the digits, with point and exponent.
  var digits = 0..<0
  /// Whether a point or an exponent is written.
  var isReal = false
  /// Suffix letters in lower case: `y`, `s`, `l`, `n`, `d`, or 0.
  var suffix: UInt8 = 0
  var unsigned = false
  /// 1 for `kb`, 2 for `mb` and so on.
  var multiplier = 0
}

// Numbers.
extension Lexer {
  /// A number, or a word that only starts like one.
  mutating func number() -> Token {
    if let (value, after) = scanNumber(start) {
      pos = after
      let result = token(.number)
      if NumberReader(lexer: self, text: value).value() != nil { return result }
      if inCommandMode { return genericToken() }
      report("BadNumericConstant", result.extent, SyntaxMessages.badNumericConstant(text(result.extent)))
      return Token(.number, result.extent, flags: .error)
    }
    pos = start
    return genericToken()
  }

  /// The value of a number token.
  func numberValue(_ token: Token) -> ConstantValue {
    guard let (value, _) = scanNumber(Int(token.extent.start)) else { return .int(0) }
    return NumberReader(lexer: self, text: value).value() ?? .int(0)
  }

  /// Reads the parts of a number; nil when what stands at `offset` is none.
  private func scanNumber(_ offset: Int) -> (NumberText, Int)? {
    var number = NumberText()
    var at = offset
    let sign = dashLength(at)
    if sign > 0 {
      number.negative = true
      at += sign
    } else if base[at] == 0x2B {
      at += 1
    }
    let marker = base[at + 1] | 0x20
    if base[at] == 0x30, marker == 0x78 || marker == 0x62 {
      number.radix = marker == 0x78 ? 16 : 2
      at += 2
      let from = at
      while number.radix == 16 ? isHexDigit(base[at]) : base[at] &- 0x30 < 2 { at += 1 }
      if at == from { return nil }
      number.digits = from..<at
    } else {
      guard let after = scanDecimal(at, &number) else { return nil }
      at = after
    }
    at = scanSuffix(at, &number)
    return numberEnds(at) ? (number, at) : nil
  }

  private func scanDecimal(_ offset: Int, _ number: inout NumberText) -> Int? {
    var at = offset
    while base[at] &- 0x30 < 10 { at += 1 }
    let whole = at - offset
    if base[at] == 0x2E, base[at + 1] != 0x2E {
      var fraction = at + 1
      while base[fraction] &- 0x30 < 10 { fraction += 1 }
      if whole == 0, fraction == at + 1 { return nil }
      number.isReal = true
      at = fraction
    } else if whole == 0 {
      return nil
    }
    if (base[at] | 0x20) == 0x65 {
      var exponent = at + 1
      if base[exponent] == 0x2B {
        exponent += 1
      } else {
        exponent += dashLength(exponent)
      }
      let from = exponent
      while base[exponent] &- 0x30 < 10 { exponent += 1 }
      if exponent == from { return nil }
      number.isReal = true
      at = exponent
    }
    number.digits = offset..<at
    return at
  }

  private func scanSuffix(_ offset: Int, _ number: inout NumberText) -> Int {
    var at = offset
    if (base[at] | 0x20) == 0x75 {
      number.unsigned = true
      at += 1
    }
    let letter = base[at] | 0x20
    if "lsynd".utf8.contains(letter) {
      number.suffix = letter
      at += 1
      if letter == 0x6C, !number.unsigned, (base[at] | 0x20) == 0x75 {
        number.unsigned = true
        at += 1
      }
    }
    let scale: Int
    switch base[at] | 0x20 {
    case 0x6B: scale = 1
    case 0x6D: scale = 2
    case 0x67: scale = 3
    case 0x74: scale = 4
    case 0x70: scale = 5
    default: scale = 0
    }
    if scale > 0, (base[at + 1] | 0x20) == 0x62 {
      number.multiplier = scale
      at += 2
    }
    return at
  }

  /// Whether a number may end at an offset.
  private func numberEnds(_ offset: Int) -> Bool {
    if endsToken(offset) { return true }
    if inCommandMode { return false }
    let byte = base[offset]
    if has(CharacterTraits.endsNumber, byte) || dashLength(offset) > 0 { return true }
    return endNumberAtTernary && (byte == 0x3F || byte == 0x3A)
  }
}
