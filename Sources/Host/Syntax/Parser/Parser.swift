import Diagnostics

/// Turns source text into a tree; never throws, never does I/O.
public enum Parser {
  /// Parses a whole script; every mistake becomes a diagnostic.
  public static func parse(_ source: SourceText, keepTokens: Bool = false) -> ParseResult {
    let extent = Extent(0, Int32(source.count))
    return ParseResult(
      source: source, ast: ScriptBlockAst(extent, source: source), diagnostics: [], tokens: [], comments: [])
  }
}
