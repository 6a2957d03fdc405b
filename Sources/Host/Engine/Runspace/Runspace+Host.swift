import Basics
import Objects

/// What hosts need beyond running whole programs.
extension Runspace {
  /// How one line of an interactive session ended.
  public struct LineOutcome {
    public let code: Int32
    /// Whether `exit` asked to end the session.
    public let exited: Bool
  }

  /// Runs one line of an interactive session.
  public func runLine(_ text: String) -> LineOutcome {
    endsBySignal = false
    let code = runText(text)
    return LineOutcome(code: code, exited: endsBySignal)
  }

  /// The words behind `-File script` as arguments: `-name`, `-name:value` and plain strings.
  ///
  /// `$true` and `$false` behind a colon are booleans, as PowerShell's host reads them.
  public static func commandLineArguments(_ words: [String]) -> [Argument] {
    words.map { word in
      guard word.utf8.first == UInt8(ascii: "-"), word.utf8.count > 1 else { return .positional(.string(word)) }
      let body = word.dropFirst()
      guard let first = body.unicodeScalars.first, first.properties.isAlphabetic || first == "_" || first == "?" else {
        return .positional(.string(word))
      }
      guard let colon = body.firstIndex(of: ":") else { return .flag(String(body)) }
      let name = String(body[..<colon])
      let value = String(body[body.index(after: colon)...])
      switch value.lowercased() {
      case "$true": return .named(name, .bool(true))
      case "$false": return .named(name, .bool(false))
      default: return value.isEmpty ? .flag(name) : .named(name, .string(value))
      }
    }
  }
}

extension Scope {
  /// Sets a variable of this scope without checks, for hosts at start.
  public func setPlain(_ name: String, _ value: Value) {
    let symbol = Symbol(name)
    if let v = variables[symbol] { v.value = value } else { variables[symbol] = Variable(symbol, value) }
  }
}
