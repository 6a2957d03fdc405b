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
      symbols.check(ast, parser.types)
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
