/// A token of the declaration language.
struct NoteToken {
  enum Kind { case word, string, comma, equals, open, close }
  let kind: Kind
  let text: String
  /// Offset of its first byte in the payload.
  let offset: Int
}

/// A statement: a keyword and what follows it.
struct NoteStatement {
  let keyword: String
  let offset: Int
  var tokens: [NoteToken] = []
  /// Offset after the last byte of the statement.
  var end = 0
}

/// Text of one payload with positions for messages.
struct NoteText {
  let bytes: [UInt8]

  /// Checks that the payload is text.
  init(_ payload: [UInt8]) throws {
    guard !payload.contains(0), String(validating: payload, as: UTF8.self) != nil else {
      throw ModuleFailure(.noteEncoding)
    }
    bytes = payload
  }

  /// A failure at a place.
  func failure(_ message: String, at offset: Int, _ cause: FailureCause = .noteSyntax) -> ModuleFailure {
    var line = 1
    var column = 1
    for b in bytes[..<min(max(offset, 0), bytes.count)] {
      if b == 0x0A {
        line += 1
        column = 1
      } else if b & 0xC0 != 0x80 {
        column += 1
      }
    }
    return ModuleFailure(cause, "line \(line), column \(column): \(message)")
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Cuts a payload into statements and tokens.
struct DeclarationLexer {
  private let source: NoteText
  private let bytes: [UInt8]
  private var at = 0

  init(_ source: NoteText) {
    self.source = source
    bytes = source.bytes
  }

  private static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || b == 0x09 || b == 0x0D }

  /// All statements of the payload.
  mutating func statements() throws -> [NoteStatement] {
    var list: [NoteStatement] = []
    while at < bytes.count {
      let b = bytes[at]
      if DeclarationLexer.isSpace(b) || b == 0x0A || b == 0x3B {
        at += 1
      } else if b == 0x23 {
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      } else {
        list.append(try statement())
      }
    }
    return list
  }

  private mutating func statement() throws -> NoteStatement {
    let start = at
    guard let first = word() else {
      throw source.failure("a statement must begin with a keyword", at: start)
    }
    var result = NoteStatement(keyword: first.text.lowercased(), offset: start)
    var open: [Int] = []
    while at < bytes.count {
      let b = bytes[at]
      if open.isEmpty, b == 0x0A || b == 0x3B { break }
      if DeclarationLexer.isSpace(b) || b == 0x0A || b == 0x3B {
        at += 1
        continue
      }
      switch b {
      case 0x27: result.tokens.append(try string())
      case 0x2C: punctuation(.comma, &result)
      case 0x3D: punctuation(.equals, &result)
      case 0x28:
        open.append(at)
        punctuation(.open, &result)
      case 0x29:
        guard open.popLast() != nil else { throw source.failure("')' without '('", at: at) }
        punctuation(.close, &result)
      default:
        if let w = word() { result.tokens.append(w) }
      }
    }
    if let place = open.first { throw source.failure("'(' is never closed", at: place) }
    result.end = at
    return result
  }

  private mutating func punctuation(_ kind: NoteToken.Kind, _ statement: inout NoteStatement) {
    statement.tokens.append(NoteToken(kind: kind, text: source.text(at..<at + 1), offset: at))
    at += 1
  }

  private mutating func word() -> NoteToken? {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0D, 0x0A, 0x3B, 0x27, 0x2C, 0x3D, 0x28, 0x29:
        return at == start ? nil : NoteToken(kind: .word, text: source.text(start..<at), offset: start)
      default: at += 1
      }
    }
    return at == start ? nil : NoteToken(kind: .word, text: source.text(start..<at), offset: start)
  }

  private mutating func string() throws -> NoteToken {
    let start = at
    var content: [UInt8] = []
    at += 1
    while at < bytes.count {
      if bytes[at] == 0x27 {
        if at + 1 < bytes.count, bytes[at + 1] == 0x27 {
          content.append(0x27)
          at += 2
          continue
        }
        at += 1
        return NoteToken(kind: .string, text: String(decoding: content, as: UTF8.self), offset: start)
      }
      content.append(bytes[at])
      at += 1
    }
    throw source.failure("a string is never closed", at: start)
  }
}

/// Walks over the tokens of one statement.
struct TokenCursor {
  let source: NoteText
  let statement: NoteStatement
  private(set) var index = 0

  init(_ source: NoteText, _ statement: NoteStatement) {
    self.source = source
    self.statement = statement
  }

  var isAtEnd: Bool { index >= statement.tokens.count }
  var peek: NoteToken? { isAtEnd ? nil : statement.tokens[index] }
  /// Where the next token is, or the statement ends.
  var offset: Int { peek?.offset ?? statement.end }

  func failure(_ message: String, _ cause: FailureCause = .noteSyntax) -> ModuleFailure {
    source.failure("\(statement.keyword): \(message)", at: offset, cause)
  }

  mutating func skip() { index += 1 }

  /// A word.
  mutating func word(_ what: String) throws -> String {
    guard let t = peek, t.kind == .word else { throw failure("\(what) is missing") }
    index += 1
    return t.text
  }

  /// A word or a string.
  mutating func item(_ what: String) throws -> String {
    guard let t = peek, t.kind == .word || t.kind == .string else { throw failure("\(what) is missing") }
    index += 1
    return t.text
  }

  /// A string.
  mutating func string(_ what: String) throws -> String {
    guard let t = peek, t.kind == .string else { throw failure("\(what) must be a string in single quotes") }
    index += 1
    return t.text
  }

  /// Items separated by commas.
  mutating func list(_ what: String) throws -> [String] {
    var items = [try item(what)]
    while take(.comma) { items.append(try item(what)) }
    return items
  }

  /// Takes a token of a kind, if it is next.
  mutating func take(_ kind: NoteToken.Kind) -> Bool {
    guard peek?.kind == kind else { return false }
    index += 1
    return true
  }

  /// Fails unless everything was read.
  func finish() throws {
    if let t = peek { throw failure("'\(t.text)' is not expected here") }
  }
}
