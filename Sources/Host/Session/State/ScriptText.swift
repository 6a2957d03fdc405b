import Basics
import Diagnostics
import Engine
import Syntax

/// Script text of the host's own.
enum ScriptText {
  /// A block of a text that is known to be sound; without a session state it runs in its caller's.
  static func block(_ text: String, in state: SessionState? = nil) -> ScriptBlock {
    let result = Parser.parse(SourceText(text))
    return ScriptBlock(ast: result.ast, source: result.source, sessionState: state)
  }
}
