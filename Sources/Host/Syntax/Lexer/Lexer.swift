import Diagnostics

/// Cuts UTF-8 bytes into tokens, one at a time, in the mode the parser asks for.
///
/// The bytes must be followed by at least eight zero bytes; the lexer looks ahead without checking bounds.
struct Lexer {
  /// How words are cut.
  enum Mode: UInt8 {
    /// Words run to the next blank; the mode of arguments and of the start of statements.
    case command
    /// Operators and names stand for themselves.
    case expression
    /// Between the brackets of a type.
    case typeName
    /// Between the parts of a class member.
    case signature
  }

  let base: UnsafePointer<UInt8>
  let end: Int
  let traits: UnsafePointer<UInt8>
  /// Offset of the next byte to read.
  var pos: Int
  /// Offset of the first byte of the token being read.
  var start = 0
  var mode = Mode.command
  /// Whether `-5` may be read as a number here.
  var allowSignedNumbers = false
  /// Whether a word ends at the first character that cannot be in a name.
  var wantSimpleName = false
  /// Whether `?` and `:` end a number, as in `$a ? 1 : 2`.
  var endNumberAtTernary = false
  var diagnostics: [Diagnostic] = []
  var comments: [Extent] = []
  /// The `#requires` comments met.
  var requires: [Extent] = []
  /// Start of the base-64 signature block, when there is one.
  var signatureStart: Int32?

  init(base: UnsafePointer<UInt8>, start: Int, end: Int) {
    self.base = base
    self.end = end
    pos = start
    traits = CharacterTraits.table
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 { base[offset] }

  @inline(__always)
  func has(_ trait: UInt8, _ byte: UInt8) -> Bool { traits[Int(byte)] & trait != 0 }

  @inline(__always)
  var inCommandMode: Bool { mode == .command }

  @inline(__always)
  func token(_ kind: TokenKind, _ flags: TokenFlags = []) -> Token {
    Token(kind, Extent(Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: pos)), flags: flags)
  }

  /// The text of an extent.
  func text(_ extent: Extent) -> String { text(Int(extent.start), Int(extent.end)) }

  /// The text between two offsets.
  @inline(__always)
  func text(_ from: Int, _ to: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: base + from, count: max(0, to - from)), as: UTF8.self)
  }

  /// Mistakes kept; what comes after so many is noise.
  static let diagnosticLimit = 5000

  /// Reports a mistake unless the same was reported at the same place, as a second look at a token would do.
  mutating func report(_ id: String, _ extent: Extent, _ message: String, incomplete: Bool = false) {
    if diagnostics.count >= Self.diagnosticLimit { return }
    for known in diagnostics.suffix(100).reversed() where known.extent == extent && known.id == id { return }
    diagnostics.append(Diagnostic(id: id, extent: extent, message: message, incompleteInput: incomplete))
  }

  /// Reads the next token; blanks, comments and line continuations before it are passed over.
  mutating func next() -> Token {
    while true {
      start = pos
      let byte = base[pos]
      if has(CharacterTraits.space, byte) {
        pos += 1
        while has(CharacterTraits.space, base[pos]) { pos += 1 }
        continue
      }
      if has(CharacterTraits.identifierStart, byte) {
        pos += 1
        return identifier()
      }
      if byte == 0x24 { return dollar() }
      if byte == 0x23 {
        lineComment()
        continue
      }
      if let found = blankOrToken(byte) { return found }
    }
  }

  /// Reads a token that starts with anything but a letter or `$`; nil when it was a blank or a comment.
  private mutating func blankOrToken(_ byte: UInt8) -> Token? {
    switch byte {
    case 0x0D, 0x0A:
      pos += byte == 0x0D && base[pos + 1] == 0x0A ? 2 : 1
      return token(.newLine)
    case 0x27: return stringLiteral()
    case 0x22: return expandableString()
    case 0x28: return single(.lParen)
    case 0x29: return single(.rParen)
    case 0x7B: return single(.lCurly)
    case 0x7D: return single(.rCurly)
    case 0x2C: return single(.comma)
    case 0x3B: return single(.semi)
    case 0x5D: return single(.rBracket)
    case 0x7C: return double(0x7C, .orOr, otherwise: .pipe)
    case 0x26: return double(0x26, .andAnd, otherwise: .ampersand)
    case 0x5B: return leftBracket()
    case 0x3D: return operatorOrWord(1, .equals)
    case 0x2E: return dot()
    case 0x2D: return dash(1)
    case 0x2B: return plus()
    case 0x2A: return star()
    case 0x2F: return withEquals(.divideEquals, otherwise: .divide)
    case 0x25: return withEquals(.remainderEquals, otherwise: .rem)
    case 0x3A: return colon()
    case 0x21: return operatorOrWord(1, .exclaim)
    case 0x3F: return questionMark()
    case 0x40: return at()
    case 0x3E: return redirection(from: .output, digits: 0)
    case 0x3C:
      if base[pos + 1] == 0x23 {
        blockComment()
        return nil
      }
      return single(.redirectInStd)
    case 0x60: return backtick()
    case 0x30...0x39: return digit(byte)
    case 0x00:
      // PowerShell places the end of input one past the last character.
      if pos >= end { return Token(.endOfInput, Extent(Int32(end + 1), Int32(end + 1))) }
      pos += 1
      return nil
    default: return other(byte)
    }
  }

  /// Reads a token that starts with a character outside ASCII or with an ASCII character of no meaning.
  private mutating func other(_ byte: UInt8) -> Token? {
    if byte == 0xE2, base[pos + 1] == 0x80 {
      switch base[pos + 2] {
      case 0x93...0x95: return dash(3)
      case 0x98...0x9B: return stringLiteral()
      case 0x9C...0x9E: return expandableString()
      default: break
      }
    }
    let blank = whiteSpaceLength(pos)
    if blank > 0 {
      pos += blank
      return nil
    }
    let length = identifierLength(pos, start: true)
    if length > 0 {
      pos += length
      return identifier()
    }
    return genericToken()
  }
}

// MARK: - Characters outside ASCII

extension Lexer {
  /// The scalar at an offset, and its length in bytes.
  func scalar(_ offset: Int) -> (value: UInt32, length: Int) {
    let first = base[offset]
    if first < 0x80 { return (UInt32(first), 1) }
    let second = UInt32(base[offset + 1] & 0x3F)
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | second, 2) }
    let third = UInt32(base[offset + 2] & 0x3F)
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(base[offset + 3] & 0x3F)
    return (UInt32(first & 7) << 18 | second << 12 | third << 6 | fourth, 4)
  }

  /// Length of the character of a name at an offset; 0 when none is there.
  @inline(__always)
  func identifierLength(_ offset: Int, start: Bool = false) -> Int {
    let byte = base[offset]
    if byte < 0x80 {
      return has(start ? CharacterTraits.identifierStart : CharacterTraits.identifierFollow, byte) ? 1 : 0
    }
    return wideIdentifierLength(offset, start: start)
  }

  private func wideIdentifierLength(_ offset: Int, start: Bool) -> Int {
    let (value, length) = scalar(offset)
    guard length < 4, let scalar = Unicode.Scalar(value) else { return 0 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return length
    case .decimalNumber: return start ? 0 : length
    default: return 0
    }
  }

  /// Length of the character of a variable's name at an offset; 0 when none is there.
  @inline(__always)
  func variableLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte < 0x80 { return has(CharacterTraits.variableFollow, byte) ? 1 : 0 }
    return wideIdentifierLength(offset, start: false)
  }

  /// Length of the white space character at an offset, line breaks left out; 0 when none is there.
  func whiteSpaceLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte < 0x80 { return has(CharacterTraits.space, byte) ? 1 : 0 }
    if byte != 0xC2, byte < 0xE1 || byte > 0xE3 { return 0 }
    let (value, length) = scalar(offset)
    if value == 0x85 || value == 0xA0 { return length }
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return length
    default: return 0
    }
  }

  /// Whether the character at an offset ends every token.
  @inline(__always)
  func endsToken(_ offset: Int) -> Bool {
    let byte = base[offset]
    return byte < 0x80 ? has(CharacterTraits.endsToken, byte) : whiteSpaceLength(offset) > 0
  }

  /// Length of a single quote, straight or typographic, at an offset; 0 when none is there.
  @inline(__always)
  func singleQuoteLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte == 0x27 { return 1 }
    return byte == 0xE2 && base[offset + 1] == 0x80 && base[offset + 2] &- 0x98 < 4 ? 3 : 0
  }

  /// Length of a double quote, straight or typographic, at an offset; 0 when none is there.
  @inline(__always)
  func doubleQuoteLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte == 0x22 { return 1 }
    return byte == 0xE2 && base[offset + 1] == 0x80 && base[offset + 2] &- 0x9C < 3 ? 3 : 0
  }

  /// Length of a dash, plain or typographic, at an offset; 0 when none is there.
  @inline(__always)
  func dashLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte == 0x2D { return 1 }
    return byte == 0xE2 && base[offset + 1] == 0x80 && base[offset + 2] &- 0x93 < 3 ? 3 : 0
  }

  /// Length of the character at an offset.
  @inline(__always)
  func characterLength(_ offset: Int) -> Int {
    let byte = base[offset]
    if byte < 0x80 { return 1 }
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}
