import Basics
import Diagnostics

// Names, keywords, command words, parameters, labels and variables.
extension Lexer {
  /// A word whose first character has been passed.
  mutating func identifier() -> Token {
    var at = pos
    while true {
      let length = identifierLength(at)
      if length == 0 { break }
      at += length
    }
    pos = at
    if inCommandMode, !wantSimpleName, !endsToken(at) {
      return genericToken()
    }
    if wantSimpleName { return token(.identifier) }
    let length = at - start
    if length <= 13, length >= 2, let kind = WordTables.keywords.value(base + start, length) {
      return token(TokenKind(rawValue: kind) ?? .identifier, .keyword)
    }
    return token(.identifier)
  }

  /// A word of command mode from its first byte on: anything up to a blank, with quoted stretches and variables.
  mutating func genericToken() -> Token {
    var at = start
    var flags: TokenFlags = []
    var first = true
    while first || !endsToken(at) {
      first = false
      let byte = base[at]
      if byte == 0x60 {
        flags.insert(.escapes)
        at += 1
        if at < end { at = afterEscape(at) }
      } else if byte == 0x24 {
        let after = afterDollar(at, hereString: false)
        if after > at { flags.insert(.expands) }
        at = max(after, at + 1)
      } else {
        let length = quotedLength(at, &flags)
        at += length > 0 ? length : characterLength(at)
      }
    }
    pos = min(at, end)
    return token(.generic, flags)
  }

  /// Length of the quoted stretch of a word at an offset; 0 when no quote is there.
  private mutating func quotedLength(_ offset: Int, _ flags: inout TokenFlags) -> Int {
    if singleQuoteLength(offset) > 0 {
      flags.insert([.quotes])
      return afterSingleQuoted(offset) - offset
    }
    if doubleQuoteLength(offset) > 0 {
      flags.insert([.quotes])
      let found = afterDoubleQuoted(offset)
      flags.formUnion(found.flags)
      return found.end - offset
    }
    return 0
  }

  /// A dash followed by a letter: an operator in expression mode, a parameter in command mode.
  mutating func parameter(_ name: Int) -> Token {
    var at = name
    var flags: TokenFlags = []
    scan: while true {
      let byte = base[at]
      switch byte {
      case 0x7B, 0x7D, 0x28, 0x29, 0x3B, 0x2C, 0x7C, 0x26, 0x2E, 0x5B, 0x0D, 0x0A, 0x00: break scan
      case 0x3A:
        flags.insert(.usedColon)
        break scan
      default: break
      }
      if singleQuoteLength(at) > 0 || doubleQuoteLength(at) > 0 {
        if inCommandMode { return genericToken() }
        break
      }
      if whiteSpaceLength(at) > 0 { break }
      let length = inCommandMode ? characterLength(at) : identifierLength(at)
      if length == 0 { break }
      at += length
    }
    pos = min(at, end)
    if mode == .expression || mode == .typeName, let kind = WordTables.operators.value(base + name, at - name) {
      return token(TokenKind(rawValue: kind) ?? .unknown)
    }
    if flags.contains(.usedColon) { pos += 1 }
    return token(.parameter, flags)
  }

  /// `:name`.
  mutating func label() -> Token {
    var at = pos + 1
    while true {
      let length = identifierLength(at)
      if length == 0 { break }
      at += length
    }
    if inCommandMode, !endsToken(at) { return genericToken() }
    pos = at
    return token(.label)
  }

  /// A token that starts with `$`.
  mutating func dollar() -> Token {
    if base[pos + 1] == 0x28 {
      pos += 2
      return token(.dollarParen)
    }
    return variable(splatted: false)
  }

  /// A variable from its sigil on; a word of command mode when something is glued to it.
  mutating func variable(splatted: Bool) -> Token {
    var flags: TokenFlags = []
    let after = afterVariable(pos, inString: false, flags: &flags)
    if after == pos {
      return genericToken()
    }
    pos = after
    if inCommandMode, !splatted, !endsToken(after) {
      let byte = base[after]
      if byte != 0x2E, byte != 0x5B, byte != 0x3A { return genericToken() }
    }
    return token(splatted ? .splattedVariable : .variable, flags)
  }

  /// Offset after the variable whose sigil is at `offset`; `offset` itself when no variable is there.
  mutating func afterVariable(_ offset: Int, inString: Bool, flags: inout TokenFlags) -> Int {
    var at = offset + 1
    let first = base[at]
    if first == 0x7B, base[offset] == 0x24 { return afterBraced(offset, &flags) }
    if first == 0x24 || first == 0x5E || first == 0x3F { return at + 1 }
    if first == 0x3A, base[at + 1] != 0x3A, variableLength(at + 1) > 0 {
      flags.insert(.complexPath)
      at += 1
    }
    let nameStart = at
    var colons = 0
    while true {
      let length = variableLength(at)
      if length > 0 {
        at += length
        continue
      }
      guard base[at] == 0x3A, at > nameStart, colons == 0, base[at + 1] != 0x3A else { break }
      if variableLength(at + 1) > 0 || base[at + 1] == 0x24 || base[at + 1] == 0x5E {
        flags.insert(.complexPath)
        colons += 1
        at += 1
        if variableLength(at) == 0 { return at + 1 }
        continue
      }
      let place = Extent(Int32(offset), Int32(at + 1))
      if inString || !ternaryColonFollows(at) {
        report("InvalidVariableReferenceWithDrive", place, SyntaxMessages.invalidVariableReferenceWithDrive)
        return at + 1
      }
      break
    }
    return at == nameStart ? offset : at
  }

  /// Whether the colon after a variable belongs to a ternary expression or a label rather than to its name.
  private func ternaryColonFollows(_ offset: Int) -> Bool { endNumberAtTernary || inCommandMode }

  /// Offset after `${…}` whose sigil is at `offset`.
  private mutating func afterBraced(_ offset: Int, _ flags: inout TokenFlags) -> Int {
    flags.insert(.complexPath)
    var at = offset + 2
    while at < end, base[at] != 0x7D {
      if base[at] == 0x7B {
        report(
          "OpenBraceNeedsToBeBackTickedInVariableName", Extent(Int32(at), Int32(at + 1)),
          SyntaxMessages.openBraceInVariableName)
      }
      if base[at] == 0x60 { at += 1 }
      at += characterLength(at)
    }
    if at >= end {
      let place = Extent(Int32(offset), Int32(end))
      report(
        "IncompleteDollarVariableReference", place, SyntaxMessages.incompleteVariableReference, incomplete: true)
      return end
    }
    if at == offset + 2 {
      report(
        "EmptyVariableReference", Extent(Int32(offset), Int32(at + 1)), SyntaxMessages.emptyVariableReference)
    }
    return at + 1
  }

  /// The path of a variable token.
  func variablePath(_ token: Token) -> VariablePath {
    let from = Int(token.extent.start) + 1
    let to = Int(token.extent.end)
    if !token.flags.contains(.complexPath) { return VariablePath(plain: text(from, to)) }
    if base[from] != 0x7B { return VariablePath(text(from, to)) }
    let last = to > from + 1 && base[to - 1] == 0x7D ? to - 1 : to
    var bytes: [UInt8] = []
    var at = from + 1
    while at < last {
      if base[at] == 0x60, at + 1 < last {
        at = appendEscape(at + 1, to: &bytes)
      } else {
        bytes.append(base[at])
        at += 1
      }
    }
    return VariablePath(String(decoding: bytes, as: UTF8.self))
  }
}
