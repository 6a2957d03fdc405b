import Diagnostics

/// The state of one parse: a recursive-descent parser with one token of look-ahead.
struct ScriptParser {
  var lexer: Lexer
  /// The source nodes refer to.
  let source: SourceText
  /// The token looked at but not taken.
  var ahead = Token(.unknown, Extent(0, 0))
  var hasAhead = false
  /// The classes and enums met.
  var types: [TypeDefinitionAst] = []
  /// Those with a member that could not be read.
  var brokenTypes: Set<ObjectIdentifier> = []
  /// Nodes the semantic checks must look at, children before parents.
  var watched: [Ast] = []
  /// Set when a closing bracket was missing, so that no member operator may follow.
  var membersEnd = false
  /// Set when a parameter could not be read and the rest of the list was passed over.
  var parametersEnd = false
  /// Whether a comma ends an expression, as between the arguments of a method.
  var commaEnds = false
  /// Whether the statements being parsed are those of a configuration.
  var inConfiguration = false
  /// Address of the stack when the parse began; nesting is bounded by the distance from it.
  let stackBase: UInt
  var depth = 0
  /// Strings within strings.
  var stringDepth = 0
  /// Set once nesting went too deep; everything after is ignored.
  var tooDeep = false
  let keepTokens: Bool
  var tokens: [Token] = []

  /// Bytes of stack a parse may use.
  static let stackLimit = 2_500_000
  /// Levels a tree may have.
  static let depthLimit = 1500
  /// Levels of sub-expressions in strings within sub-expressions in strings.
  static let stringDepthLimit = 40
  /// Operands a chain of binary operators or members may have: consumers walk it recursively.
  static let chainLimit = 2000

  init(lexer: Lexer, source: SourceText, keepTokens: Bool = false, stackBase: UInt? = nil) {
    self.lexer = lexer
    self.source = source
    self.keepTokens = keepTokens
    self.stackBase = stackBase ?? Self.stackAddress()
  }

  @inline(never)
  static func stackAddress() -> UInt {
    var here: UInt8 = 0
    return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
  }

  /// Enters one level of nesting; false, after reporting once, when that is too deep.
  mutating func enter() -> Bool {
    depth += 1
    if depth < Self.depthLimit, depth & 3 != 0 { return !tooDeep }
    let here = Self.stackAddress()
    let used = here < stackBase ? stackBase - here : 0
    if depth < Self.depthLimit, used < UInt(Self.stackLimit) { return !tooDeep }
    giveUp()
    return false
  }

  /// Reports that the script is nested too deeply and ends the input.
  mutating func giveUp() {
    if tooDeep { return }
    let place = hasAhead ? ahead.extent : Extent(Int32(lexer.pos), Int32(lexer.pos))
    lexer.report("ScriptTooComplicated", place, SyntaxMessages.scriptTooComplicated)
    tooDeep = true
    hasAhead = false
    lexer.pos = lexer.end
  }
}

// MARK: - Tokens

extension ScriptParser {
  @inline(__always)
  mutating func next() -> Token {
    if hasAhead {
      hasAhead = false
      if keepTokens { keep(ahead) }
      return ahead
    }
    let token = lexer.next()
    if keepTokens { keep(token) }
    return token
  }

  @inline(__always)
  mutating func peek() -> Token {
    if !hasAhead {
      ahead = lexer.next()
      hasAhead = true
    }
    return ahead
  }

  @inline(__always)
  mutating func unget(_ token: Token) {
    ahead = token
    hasAhead = true
  }

  /// Drops the token looked at: it has been dealt with.
  @inline(__always)
  mutating func skip() {
    if keepTokens { keep(ahead) }
    hasAhead = false
  }

  /// Goes back to the start of a token, to read it again in another mode.
  mutating func resync(_ token: Token) {
    hasAhead = false
    lexer.pos = min(Int(token.extent.start), lexer.end)
  }

  /// Offset of the next token or blank, to come back to.
  var restorePoint: Int { hasAhead ? min(Int(ahead.extent.start), lexer.end) : lexer.pos }

  mutating func restore(_ point: Int) {
    hasAhead = false
    lexer.pos = tooDeep ? lexer.end : point
  }

  /// Changes the mode of the lexer; a token looked at in the other mode is read again.
  @inline(__always)
  mutating func setMode(_ mode: Lexer.Mode) {
    if lexer.mode == mode { return }
    lexer.mode = mode
    if hasAhead { rereadAhead() }
  }

  private mutating func rereadAhead() {
    switch ahead.kind {
    case .newLine, .endOfInput, .semi, .pipe, .lParen, .rParen, .lCurly, .rCurly, .comma: break
    default: resync(ahead)
    }
  }

  /// Remembers a token taken, in place of those read again.
  private mutating func keep(_ token: Token) {
    while let last = tokens.last, last.extent.end > token.extent.start { tokens.removeLast() }
    tokens.append(token)
  }

  mutating func skipNewLines() {
    while peek().kind == .newLine { skip() }
  }

  mutating func skipNewLinesAndSemicolons() {
    while true {
      let kind = peek().kind
      if kind != .newLine, kind != .semi { return }
      skip()
    }
  }

  /// Passes over what cannot be understood, up to a closing token, which is taken too if `taking`.
  mutating func synchronize(to close: TokenKind, taking: Bool = true) {
    var parens = 0
    var curlies = 0
    while !tooDeep {
      let token = peek()
      if token.kind == .endOfInput { return }
      let nested = parens > 0 || curlies > 0
      if token.kind == close, !nested {
        if taking { skip() }
        return
      }
      skip()
      switch token.kind {
      case .lParen, .atParen, .dollarParen: parens += 1
      case .lCurly: curlies += 1
      case .rParen where parens > 0: parens -= 1
      case .rCurly:
        if curlies == 0 {
          unget(token)
          return
        }
        curlies -= 1
      default: break
      }
    }
  }

  /// Reads the next token as a bare name, if it is one.
  mutating func simpleName() -> Token? {
    if hasAhead { resync(ahead) }
    lexer.wantSimpleName = true
    let token = peek()
    lexer.wantSimpleName = false
    guard token.kind == .identifier else {
      resync(token)
      return nil
    }
    skip()
    return token
  }

  func text(_ token: Token) -> String { lexer.text(token.extent) }
}

// MARK: - Errors

extension ScriptParser {
  mutating func report(_ id: String, _ extent: Extent, _ message: String) {
    if tooDeep { return }
    lexer.report(id, extent, message)
  }

  /// Reports a mistake that more input may repair when nothing follows its place.
  mutating func reportIncomplete(_ id: String, _ extent: Extent, _ message: String, detected: Extent? = nil) {
    if tooDeep { return }
    lexer.report(id, extent, message, incomplete: Int((detected ?? extent).end) >= lexer.end)
  }

  mutating func reportUnexpected(_ token: Token) {
    report("UnexpectedToken", token.extent, SyntaxMessages.unexpectedToken(text(token)))
  }

  @inline(__always)
  func extent(_ from: Extent, _ to: Extent) -> Extent { Extent(from.start, to.end) }

  /// The place PowerShell calls "before" a token: one byte back, so that a blank is left out.
  func before(_ token: Extent) -> Extent {
    let at = max(0, token.start - 1)
    return Extent(at, at)
  }

  /// Remembers a node for the semantic checks.
  mutating func watch<Node: Ast>(_ node: Node) -> Node {
    watched.append(node)
    return node
  }

  /// The bare word a token is.
  func bareWord(_ token: Token) -> StringConstantExpressionAst {
    StringConstantExpressionAst(token.extent, value: text(token), type: .bareWord)
  }
}
