import Diagnostics

/// One piece of an expandable string.
enum StringPiece {
  /// Bytes with escapes resolved, as a range of `ExpandableText.bytes`.
  case text(Range<Int>)
  case variable(Token)
  /// `$(…)`; `doubled` tells that quotes inside are written twice or with a backtick.
  case subExpression(Extent, doubled: Bool)
}

/// What an expandable string is made of.
struct ExpandableText {
  /// The text with escapes resolved; variables and sub-expressions as written.
  var bytes: [UInt8] = []
  var pieces: [StringPiece] = []
}

// Finding where strings end.
extension Lexer {
  mutating func stringLiteral() -> Token {
    pos = afterSingleQuoted(pos)
    return token(.stringLiteral)
  }

  mutating func expandableString() -> Token {
    let found = afterDoubleQuoted(pos)
    pos = found.end
    return token(.stringExpandable, found.flags)
  }

  /// Offset after the single-quoted string that starts at `offset`.
  mutating func afterSingleQuoted(_ offset: Int) -> Int {
    var at = offset + singleQuoteLength(offset)
    while true {
      let byte = base[at]
      if byte == 0x27 || byte == 0xE2 {
        let length = singleQuoteLength(at)
        if length > 0 {
          at += length
          let again = singleQuoteLength(at)
          if again == 0 { return at }
          at += again
          continue
        }
      } else if byte == 0, at >= end {
        reportUnterminated(offset, "'")
        return end
      }
      at += 1
    }
  }

  /// Offset after the double-quoted string that starts at `offset`, and what the string holds.
  mutating func afterDoubleQuoted(_ offset: Int) -> (end: Int, flags: TokenFlags) {
    var at = offset + doubleQuoteLength(offset)
    var flags: TokenFlags = []
    while true {
      let byte = base[at]
      switch byte {
      case 0x22, 0xE2:
        let length = doubleQuoteLength(at)
        if length > 0 {
          at += length
          let again = doubleQuoteLength(at)
          if again == 0 { return (at, flags) }
          flags.insert(.quotes)
          at += again
          continue
        }
      case 0x24:
        let after = afterDollar(at, hereString: false)
        if after > at {
          flags.insert(.expands)
          at = after
          continue
        }
      case 0x60:
        flags.insert(.escapes)
        if at + 1 < end {
          at = afterEscape(at + 1)
          continue
        }
      case 0 where at >= end:
        reportUnterminated(offset, "\"")
        return (end, flags.union(.error))
      default: break
      }
      at += 1
    }
  }

  private mutating func reportUnterminated(_ offset: Int, _ terminator: String) {
    report(
      "TerminatorExpectedAtEndOfString", Extent(Int32(offset), Int32(end)),
      SyntaxMessages.terminatorExpected(terminator), incomplete: true)
  }

  /// Offset after the variable or sub-expression whose `$` is at `offset`; `offset` itself when there is neither.
  mutating func afterDollar(_ offset: Int, hereString: Bool) -> Int {
    if base[offset + 1] == 0x28 { return afterSubExpression(offset, hereString: hereString).end }
    var flags: TokenFlags = []
    return afterVariable(offset, inString: true, flags: &flags)
  }

  /// Offset after `$(…)` within a string; parentheses are counted without regard to quotes, as PowerShell does.
  mutating func afterSubExpression(_ offset: Int, hereString: Bool) -> (end: Int, doubled: Bool) {
    var at = offset + 2
    var depth = 1
    var doubled = false
    while at < end {
      let byte = base[at]
      if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        depth -= 1
        if depth == 0 { return (at + 1, doubled) }
      } else if !hereString, byte == 0x60, doubleQuoteLength(at + 1) > 0 {
        doubled = true
        at += 1 + doubleQuoteLength(at + 1)
        continue
      } else if !hereString, doubleQuoteLength(at) > 0 {
        at += doubleQuoteLength(at)
        let again = doubleQuoteLength(at)
        if again > 0 { doubled = true }
        at += again
        continue
      }
      at += 1
    }
    report(
      "IncompleteDollarSubexpressionReference", Extent(Int32(offset), Int32(end)),
      SyntaxMessages.incompleteSubexpressionReference, incomplete: true)
    return (end, doubled)
  }
}

// Here-strings.
extension Lexer {
  mutating func hereStringLiteral() -> Token {
    let quote = singleQuoteLength(pos + 1)
    guard let body = afterHeader(quote, "'@") else {
      pos = Swift.max(pos, start + 1 + quote)
      return token(.hereStringLiteral, .error)
    }
    pos = body
    return hereStringEnd(.hereStringLiteral, single: true)
  }

  mutating func hereStringExpandable() -> Token {
    let quote = doubleQuoteLength(pos + 1)
    guard let body = afterHeader(quote, "\"@") else {
      pos = Swift.max(pos, start + 1 + quote)
      return token(.hereStringExpandable, .error)
    }
    pos = body
    return hereStringEnd(.hereStringExpandable, single: false)
  }

  /// Offset of the line break that ends the header; nil, after reporting, when other text follows the header.
  private mutating func afterHeader(_ quote: Int, _ terminator: String) -> Int? {
    var at = pos + 1 + quote
    while whiteSpaceLength(at) > 0 { at += whiteSpaceLength(at) }
    if base[at] == 0x0A || base[at] == 0x0D { return at }
    if at >= end {
      reportUnterminated(start, terminator)
      pos = end
      return nil
    }
    report(
      "UnexpectedCharactersAfterHereStringHeader", Extent(Int32(at), Int32(at + 1)),
      SyntaxMessages.charactersAfterHereStringHeader)
    while at < end, base[at] != 0x0A, base[at] != 0x0D { at += 1 }
    pos = at
    return nil
  }

  private mutating func hereStringEnd(_ kind: TokenKind, single: Bool) -> Token {
    var at = pos
    var flags: TokenFlags = []
    var falseFooter: Int?
    while at < end {
      let byte = base[at]
      if byte == 0x0A || byte == 0x0D {
        at += 1
        if byte == 0x0D, base[at] == 0x0A { at += 1 }
        if let after = footer(at, single: single) {
          pos = after
          return token(kind, flags)
        }
        var blank = at
        while whiteSpaceLength(blank) > 0 { blank += whiteSpaceLength(blank) }
        if falseFooter == nil, blank > at, footer(blank, single: single) != nil { falseFooter = blank }
      } else if !single, byte == 0x24 {
        let after = afterDollar(at, hereString: true)
        if after > at { flags.insert(.expands) }
        at = Swift.max(after, at + 1)
      } else if !single, byte == 0x60, at + 1 < end {
        flags.insert(.escapes)
        at = base[at + 1] == 0x0A || base[at + 1] == 0x0D ? at + 1 : afterEscape(at + 1)
      } else {
        at += 1
      }
    }
    if let falseFooter {
      pos = Swift.min(falseFooter + 3, end)
      report(
        "WhitespaceBeforeHereStringFooter", Extent(Int32(falseFooter), Int32(falseFooter + 3)),
        SyntaxMessages.whitespaceBeforeHereStringFooter, incomplete: true)
    } else {
      pos = end
      reportUnterminated(start, single ? "'@" : "\"@")
    }
    return token(kind, flags.union(.error))
  }

  private func footer(_ offset: Int, single: Bool) -> Int? {
    let quote = single ? singleQuoteLength(offset) : doubleQuoteLength(offset)
    return quote > 0 && base[offset + quote] == 0x40 ? offset + quote + 1 : nil
  }

  /// The offsets between which the text of a here-string token stands.
  func hereStringBody(_ token: Token) -> Range<Int> {
    var from = Int(token.extent.start) + 1
    from += Swift.max(singleQuoteLength(from), doubleQuoteLength(from))
    while from < Int(token.extent.end), whiteSpaceLength(from) > 0 { from += whiteSpaceLength(from) }
    if base[from] == 0x0D { from += 1 }
    if base[from] == 0x0A { from += 1 }
    var to = Int(token.extent.end)
    if !token.flags.contains(.error) {
      to -= base[to - 2] < 0x80 ? 2 : 4
      if to > from, base[to - 1] == 0x0A { to -= 1 }
      if to > from, base[to - 1] == 0x0D { to -= 1 }
    }
    return from..<Swift.max(from, to)
  }
}
