import Diagnostics

// The values of string and word tokens.
extension Lexer {
  /// Offset after the escape whose backtick stands before `offset`.
  func afterEscape(_ offset: Int) -> Int {
    if base[offset] == 0x75, base[offset + 1] == 0x7B {
      var at = offset + 2
      while isHexDigit(base[at]) { at += 1 }
      if base[at] == 0x7D { return at + 1 }
    }
    return offset + characterLength(offset)
  }

  /// Appends what the escape at `offset`, the byte after the backtick, stands for; returns the offset after it.
  func appendEscape(_ offset: Int, to bytes: inout [UInt8]) -> Int {
    let after = afterEscape(offset)
    switch base[offset] {
    case 0x30: bytes.append(0)
    case 0x61: bytes.append(7)
    case 0x62: bytes.append(8)
    case 0x65: bytes.append(0x1B)
    case 0x66: bytes.append(0xC)
    case 0x6E: bytes.append(0xA)
    case 0x72: bytes.append(0xD)
    case 0x74: bytes.append(9)
    case 0x76: bytes.append(0xB)
    case 0x75 where after > offset + 1:
      let digits = text(offset + 2, after - 1)
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        bytes.append(contentsOf: String(Character(scalar)).utf8)
      }
    default:
      for index in offset..<after { bytes.append(base[index]) }
    }
    return after
  }

  func isHexDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }

  /// The value of a string token without variables, or of a word without any.
  func stringValue(_ token: Token) -> String {
    let from = Int(token.extent.start)
    let to = Int(token.extent.end)
    switch token.kind {
    case .stringLiteral: return singleQuotedValue(from, to)
    case .hereStringLiteral:
      let body = hereStringBody(token)
      return text(body.lowerBound, body.upperBound)
    case .stringExpandable:
      if token.flags.isDisjoint(with: [.escapes, .quotes, .error]) {
        let quote = doubleQuoteLength(from)
        return text(from + quote, to - (base[to - 1] < 0x80 ? 1 : 3))
      }
    case .hereStringExpandable:
      if !token.flags.contains(.escapes) {
        let body = hereStringBody(token)
        return text(body.lowerBound, body.upperBound)
      }
    default:
      if token.flags.isDisjoint(with: [.escapes, .quotes]) { return text(from, to) }
    }
    return String(decoding: expandable(token).bytes, as: UTF8.self)
  }

  private func singleQuotedValue(_ from: Int, _ to: Int) -> String {
    let first = from + singleQuoteLength(from)
    var last = first
    var doubled = false
    while last < to {
      let length = singleQuoteLength(last)
      if length > 0 {
        let again = last + length < to ? singleQuoteLength(last + length) : 0
        if again == 0 { break }
        doubled = true
        last += length + again
      } else {
        last += 1
      }
    }
    if !doubled { return text(first, last) }
    var bytes: [UInt8] = []
    var at = first
    while at < last {
      let length = singleQuoteLength(at)
      let step = Swift.max(length, 1)
      for index in at..<(at + step) { bytes.append(base[index]) }
      at += step + (length > 0 ? singleQuoteLength(at + step) : 0)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The pieces of an expandable string or word.
  func expandable(_ token: Token) -> ExpandableText {
    var result = ExpandableText()
    let from = Int(token.extent.start)
    var to = Int(token.extent.end)
    switch token.kind {
    case .stringExpandable:
      let first = from + doubleQuoteLength(from)
      if !token.flags.contains(.error) { to -= base[to - 1] < 0x80 ? 1 : 3 }
      appendText(first, to, .quoted, to: &result)
    case .hereStringExpandable:
      let body = hereStringBody(token)
      appendText(body.lowerBound, body.upperBound, .here, to: &result)
    default:
      appendText(from, to, .word, to: &result)
    }
    return result
  }

  /// The pieces of text that is all inside of an expandable string without its quotes.
  func expandable(from: Int, to: Int) -> ExpandableText {
    var result = ExpandableText()
    appendText(from, to, .here, to: &result)
    return result
  }

  private enum TextForm {
    case quoted, here, word
  }

  private func appendText(_ from: Int, _ to: Int, _ form: TextForm, to result: inout ExpandableText) {
    var at = from
    var textStart = result.bytes.count
    // A copy may scan freely: what it reports was reported when the token was read.
    var scanner = self
    while at < to {
      let byte = base[at]
      if byte == 0x60, at + 1 < to {
        at = appendEscape(at + 1, to: &result.bytes)
        continue
      }
      if byte == 0x24, let piece = scanner.dollarPiece(at, form == .here) {
        if result.bytes.count > textStart { result.pieces.append(.text(textStart..<result.bytes.count)) }
        for index in at..<piece.end { result.bytes.append(base[index]) }
        result.pieces.append(piece.piece)
        textStart = result.bytes.count
        at = piece.end
        continue
      }
      let length = form == .here ? 0 : doubleQuoteLength(at)
      if length > 0, form == .word {
        if result.bytes.count > textStart { result.pieces.append(.text(textStart..<result.bytes.count)) }
        let inner = scanner.afterDoubleQuoted(at)
        appendText(at + length, inner.end - doubleQuoteLength(inner.end - 1), .quoted, to: &result)
        textStart = result.bytes.count
        at = inner.end
        continue
      }
      if form == .word, singleQuoteLength(at) > 0 {
        let inner = scanner.afterSingleQuoted(at)
        result.bytes.append(contentsOf: singleQuotedValue(at, inner).utf8)
        at = inner
        continue
      }
      let step = Swift.max(length, 1)
      for index in at..<(at + step) { result.bytes.append(base[index]) }
      at += step + (length > 0 ? doubleQuoteLength(at + step) : 0)
    }
    if result.bytes.count > textStart { result.pieces.append(.text(textStart..<result.bytes.count)) }
  }

  /// The variable or sub-expression at `offset`, if there is one.
  private mutating func dollarPiece(_ offset: Int, _ hereString: Bool) -> (piece: StringPiece, end: Int)? {
    if base[offset + 1] == 0x28 {
      let found = afterSubExpression(offset, hereString: hereString)
      return (.subExpression(Extent(Int32(offset), Int32(found.end)), doubled: found.doubled), found.end)
    }
    var flags: TokenFlags = []
    let after = afterVariable(offset, inString: true, flags: &flags)
    if after == offset { return nil }
    return (.variable(Token(.variable, Extent(Int32(offset), Int32(after)), flags: flags)), after)
  }
}
