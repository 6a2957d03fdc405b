import Diagnostics

/// What the parser makes of a source text: always a tree, and everything wrong with it.
public struct ParseResult {
  public let source: SourceText
  public let ast: ScriptBlockAst
  /// What is wrong, in the order found.
  public let diagnostics: [Diagnostic]
  /// The tokens, when asked for.
  public let tokens: [Token]
  /// Places of all comments, in order, for comment-based help.
  public let comments: [Extent]

  /// Whether every error could be repaired by more input.
  public var isIncomplete: Bool { !diagnostics.isEmpty && diagnostics.contains { $0.incompleteInput } }
}
