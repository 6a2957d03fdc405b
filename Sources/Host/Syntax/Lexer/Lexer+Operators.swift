import Diagnostics

// Punctuation and operators.
extension Lexer {
  @inline(__always)
  mutating func single(_ kind: TokenKind) -> Token {
    pos += 1
    return token(kind)
  }

  /// A character that may be doubled.
  mutating func double(_ byte: UInt8, _ kind: TokenKind, otherwise: TokenKind) -> Token {
    if base[pos + 1] == byte {
      pos += 2
      return token(kind)
    }
    return single(otherwise)
  }

  /// An operator of `length` bytes; in command mode, a word when something is glued to it.
  mutating func operatorOrWord(_ length: Int, _ kind: TokenKind) -> Token {
    if inCommandMode, !endsToken(pos + length) { return genericToken() }
    pos += length
    return token(kind)
  }

  mutating func withEquals(_ kind: TokenKind, otherwise: TokenKind) -> Token {
    if base[pos + 1] == 0x3D { return operatorOrWord(2, kind) }
    return operatorOrWord(1, otherwise)
  }

  mutating func plus() -> Token {
    let next = base[pos + 1]
    if next == 0x2B { return operatorOrWord(2, .plusPlus) }
    if next == 0x3D { return operatorOrWord(2, .plusEquals) }
    if allowSignedNumbers, !inCommandMode, has(CharacterTraits.digit, next) || next == 0x2E { return number() }
    return operatorOrWord(1, .plus)
  }

  /// A dash of `length` bytes: minus, a number, an operator word or a parameter.
  mutating func dash(_ length: Int) -> Token {
    let after = pos + length
    let second = dashLength(after)
    if second > 0 {
      if inCommandMode, base[after + second] == 0x25, endsToken(after + second + 1) {
        pos = after + second + 1
        return token(.minusMinus, .verbatim)
      }
      return operatorOrWord(length + second, .minusMinus)
    }
    let next = base[after]
    if next == 0x3D { return operatorOrWord(length + 1, .minusEquals) }
    if identifierLength(after, start: true) > 0 || (inCommandMode && next == 0x3F) {
      return parameter(after)
    }
    if allowSignedNumbers, !inCommandMode, has(CharacterTraits.digit, next) || next == 0x2E { return number() }
    return operatorOrWord(length, .minus)
  }

  mutating func star() -> Token {
    let next = base[pos + 1]
    if next == 0x3D { return operatorOrWord(2, .multiplyEquals) }
    if next == 0x3E { return redirection(from: .all, digits: 1) }
    return operatorOrWord(1, .multiply)
  }

  mutating func leftBracket() -> Token {
    if inCommandMode { return genericToken() }
    return single(.lBracket)
  }

  mutating func dot() -> Token {
    let next = base[pos + 1]
    if next == 0x2E {
      if inCommandMode, !endsToken(pos + 2) { return genericToken() }
      pos += 2
      return token(.dotDot)
    }
    if has(CharacterTraits.digit, next) { return number() }
    let quoted = next == 0x24 || singleQuoteLength(pos + 1) > 0 || doubleQuoteLength(pos + 1) > 0
    if inCommandMode, !endsToken(pos + 1), !quoted { return genericToken() }
    return single(.dot)
  }

  mutating func colon() -> Token {
    if base[pos + 1] == 0x3A {
      if inCommandMode, !wantSimpleName, !endsToken(pos + 2) { return genericToken() }
      pos += 2
      return token(.colonColon)
    }
    if inCommandMode, !wantSimpleName {
      return identifierLength(pos + 1, start: true) > 0 ? label() : operatorOrWord(1, .colon)
    }
    return single(.colon)
  }

  mutating func questionMark() -> Token {
    if inCommandMode { return genericToken() }
    switch base[pos + 1] {
    case 0x3F:
      pos += base[pos + 2] == 0x3D ? 3 : 2
      return token(base[pos - 1] == 0x3D ? .questionQuestionEquals : .questionQuestion)
    case 0x2E where !has(CharacterTraits.digit, base[pos + 2]):
      pos += 2
      return token(.questionDot)
    case 0x5B:
      pos += 2
      return token(.questionLBracket)
    default:
      return single(.questionMark)
    }
  }

  mutating func at() -> Token {
    switch base[pos + 1] {
    case 0x7B:
      pos += 2
      return token(.atCurly)
    case 0x28:
      pos += 2
      return token(.atParen)
    default: break
    }
    if singleQuoteLength(pos + 1) > 0 { return hereStringLiteral() }
    if doubleQuoteLength(pos + 1) > 0 { return hereStringExpandable() }
    if variableLength(pos + 1) > 0 || base[pos + 1] == 0x3A {
      return variable(splatted: true)
    }
    pos += 1
    report("UnrecognizedToken", token(.unknown).extent, SyntaxMessages.unrecognizedToken)
    return token(.unknown, .error)
  }

  /// A redirection whose `>` stands `digits` bytes after the start.
  mutating func redirection(from stream: RedirectionStream, digits: Int) -> Token {
    pos += digits + 1
    if base[pos] == 0x3E {
      pos += 1
      return token(.redirection, .append)
    }
    if base[pos] == 0x26, base[pos + 1] &- 0x31 < 2 {
      pos += 2
      let merged = token(.redirection, .keyword)
      if base[pos - 1] == 0x32 {
        report("RedirectionNotSupported", merged.extent, SyntaxMessages.reservedOperator(text(merged.extent)))
      } else if stream == .output {
        report("RedirectionNotSupported", merged.extent, SyntaxMessages.reservedOperator(text(merged.extent)))
      }
      return merged
    }
    return token(.redirection)
  }

  mutating func digit(_ byte: UInt8) -> Token {
    if base[pos + 1] == 0x3E, let stream = RedirectionStream(rawValue: byte &- 0x30), stream != .all {
      return redirection(from: stream, digits: 1)
    }
    return number()
  }
}
