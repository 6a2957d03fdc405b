import Diagnostics

/// Turns source text into a tree; never throws, never does I/O.
public enum Parser {
  /// Parses a whole script; every mistake becomes a diagnostic.
  ///
  /// `typeExists` lets classes be checked for types that do not exist; without it they are not.
  public static func parse(
    _ source: SourceText, keepTokens: Bool = false, typeExists: TypeExists? = nil
  ) -> ParseResult {
    let lexer = Lexer(base: source.base, start: 0, end: source.count)
    var parser = ScriptParser(lexer: lexer, source: source, keepTokens: keepTokens)
    let ast = parser.script()
    var diagnostics = parser.lexer.diagnostics
    if !parser.tooDeep {
      var symbols = SymbolChecks(typeExists: typeExists)
      symbols.check(ast, parser.types, broken: parser.brokenTypes)
      let checks = SemanticChecks()
      checks.check(parser.watched, in: ast)
      for error in symbols.diagnostics + checks.diagnostics
      where !diagnostics.contains(where: { $0.id == error.id && $0.extent == error.extent }) {
        diagnostics.append(error)
      }
    }
    return ParseResult(
      source: source, ast: ast, diagnostics: diagnostics, tokens: parser.tokens,
      comments: parser.lexer.comments)
  }
}

extension Parser {
  /// Parses text as the inside of a double-quoted string, quotes being plain characters.
  ///
  /// The tree is a script block whose only statement is the string; offsets are those of `source`.
  public static func parseExpandable(_ source: SourceText) -> ParseResult {
    let lexer = Lexer(base: source.base, start: 0, end: source.count)
    var parser = ScriptParser(lexer: lexer, source: source)
    let place = Extent(0, Int32(source.count))
    let content = lexer.expandable(from: 0, to: source.count)
    let node = parser.expandableNode(place, content, .doubleQuoted)
    let element = CommandExpressionAst(place, expression: node, redirections: [])
    let pipeline = PipelineAst(place, pipelineElements: [element])
    let block = NamedBlockAst(place, blockKind: .end, unnamed: true, statements: [pipeline], traps: [])
    return ParseResult(
      source: source, ast: ScriptBlockAst(place, source: source, endBlock: block),
      diagnostics: parser.lexer.diagnostics, tokens: [], comments: [])
  }

  /// The tokens of a script, comments among them, for colouring and for tools.
  public static func tokens(_ source: SourceText) -> [Token] {
    let result = parse(source, keepTokens: true)
    var tokens = result.tokens
    for comment in result.comments { tokens.append(Token(.comment, comment)) }
    tokens.sort { $0.extent.start < $1.extent.start }
    return tokens
  }

  /// The text a token stands for: a string without its quotes, a variable without its sigil, a word as written.
  public static func value(of token: Token, in source: SourceText) -> String {
    let lexer = Lexer(base: source.base, start: 0, end: source.count)
    switch token.kind {
    case .stringLiteral, .stringExpandable, .hereStringLiteral, .hereStringExpandable, .generic:
      return lexer.stringValue(token)
    case .variable, .splattedVariable: return lexer.variablePath(token).userPath
    default: return source.text(of: token.extent)
    }
  }
}
