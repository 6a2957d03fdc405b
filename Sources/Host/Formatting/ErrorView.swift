import Basics
import Objects

/// How error records are shown: `$ErrorView`.
public enum ErrorViewKind: String, Sendable {
  case normal = "NormalView", category = "CategoryView", concise = "ConciseView", detailed = "DetailedView"
}

/// Draws error records as PowerShell's error views do, without colour.
public struct ErrorView {
  private let width: Int
  private let kind: ErrorViewKind

  /// `width` is the width of the terminal in cells.
  public init(kind: ErrorViewKind, width: Int) {
    self.kind = kind
    self.width = width
  }

  /// The lines for a record; among output a place block and a message that ends a line keep a blank line behind them.
  public func lines(_ record: ErrorRecord, amongOutput: Bool = false) -> [String] {
    let text: String
    switch kind {
    case .normal: text = normal(record)
    case .category: text = ErrorView.categoryText(record)
    case .concise, .detailed: text = concise(record)
    }
    var lines = Cells.lines(text)
    if amongOutput { return lines }
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The one-line form of the category: `ObjectNotFound: (x:String) [Get-Item], ItemNotFoundException`.
  public static func categoryText(_ r: ErrorRecord) -> String {
    let name = shorten(r.targetName.isEmpty ? text(r.target) : r.targetName)
    let type = r.targetTypeName.isEmpty ? (r.target.typeInfo?.name ?? "") : r.targetTypeName
    let reason = r.reason.isEmpty ? r.exception.type.name : r.reason
    return "\(r.category): (\(name):\(shorten(type))) [\(shorten(r.activity))], \(shorten(reason))"
  }

  private static func text(_ v: Value) -> String { v.isNull ? "" : (try? Operations.displayString(v)) ?? "" }

  /// Long names keep their ends, as ErrorCategoryInfo.GetMessage shows them.
  private static func shorten(_ s: String) -> String {
    let limit = 40
    guard s.count > limit else { return s }
    let keep = (limit - 3) / 2
    return s.prefix(keep) + "..." + s.suffix(keep)
  }

  private func invocationText(_ r: ErrorRecord, _ name: String) -> String {
    guard let i = r.invocation, let v = try? MemberAccess.get(.object(i), name), !v.isNull else { return "" }
    return (try? Operations.displayString(v)) ?? ""
  }

  private func commandName(_ r: ErrorRecord) -> String {
    guard let i = r.invocation, let c = try? MemberAccess.get(.object(i), "MyCommand"), !c.isNull else { return "" }
    guard let n = try? MemberAccess.get(c, "Name") else { return "" }
    return (try? Operations.displayString(n)) ?? ""
  }

  // MARK: ConciseView

  private func reason(_ r: ErrorRecord) -> String {
    if r.wasThrown, r.exception.type.isAssignable(to: ErrorView.runtimeException) { return "Exception" }
    let command = commandName(r)
    // A script is no command that could be looked up by its name.
    if !command.isEmpty, !isScript(r) { return command }
    if !r.activity.isEmpty { return r.activity }
    if !command.isEmpty { return command }
    let typed = invocationText(r, "InvocationName")
    if !typed.isEmpty { return typed }
    if r.category == .NotSpecified { return r.reason.isEmpty ? r.exception.type.name : r.reason }
    return "\(r.category)"
  }

  private static var runtimeException: TypeInfo { Types.named("System.Management.Automation.RuntimeException") }

  private func isScript(_ r: ErrorRecord) -> Bool {
    guard let i = r.invocation, let c = try? MemberAccess.get(.object(i), "MyCommand"), !c.isNull else { return false }
    return c.typeInfo?.name == "ExternalScriptInfo"
  }

  private func concise(_ r: ErrorRecord) -> String {
    if r.errorId == "NativeCommandError" || r.errorId == "NativeCommandErrorMessage" { return r.message }
    let message = ErrorView.withoutPosition(r)
    let script = invocationText(r, "ScriptName")
    let line = invocationText(r, "ScriptLineNumber")
    let position = invocationText(r, "PositionMessage")
    let recommendation = r.recommendedAction.map { $0.isEmpty ? "" : "\n  Recommendation: " + $0 } ?? ""
    // What fails inside a module is shown without its place there.
    if script.hasSuffix(".psm1") {
      return "\(reason(r)): \(wrapped(message, prefix: "", limit: width))\(recommendation)"
    }
    let hasPlace = !script.isEmpty || r.category == .ParserError || position.contains("\n+") && isMultiLine(r)
    guard hasPlace, !position.isEmpty, let block = block(position, line: line) else {
      return "\(reason(r)): \(message)\(recommendation)"
    }
    if script.isEmpty { return "\(reason(r)): \nLine |\n\(block)\n     | \(message)\(recommendation)" }
    let text = wrapped(message, prefix: "     | ", limit: max(width - 8, 10))
    return "\(reason(r)): \(script):\(line)\nLine |\n\(block)\n\(text)\(recommendation)\n"
  }

  /// The message; of a parse error without the place that stands before it and is drawn anyway.
  private static func withoutPosition(_ r: ErrorRecord) -> String {
    let message = r.message
    guard r.category == .ParserError, message.hasPrefix("At ") else { return message }
    var lines = Cells.lines(message)
    lines.removeFirst()
    while lines.count > 1, lines[0].hasPrefix("+") { lines.removeFirst() }
    if let next = lines.firstIndex(where: { $0.hasPrefix("At ") && $0.contains(" char:") }) {
      lines.removeSubrange(next...)
    }
    return lines.joined(separator: "\n")
  }

  private func isMultiLine(_ r: ErrorRecord) -> Bool {
    (Int(invocationText(r, "ScriptLineNumber")) ?? 1) > 1
  }

  /// The source line with its number, and the marks under it.
  private func block(_ position: String, line: String) -> String? {
    let parts = position.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3 else { return nil }
    let source = String(parts[1].dropFirst())
    let marks = String(parts[parts.count - 1].dropFirst())
    let number = Cells.pad(line, 4, .right)
    return "\(number) | \(source)\n     | \(marks)"
  }

  /// The message behind bars, broken at blanks to the width of the terminal.
  private func wrapped(_ message: String, prefix: String, limit: Int) -> String {
    var rest = String(message.map { $0 == "\n" || $0 == "\t" || $0 == "\r\n" ? " " : $0 })
    var out: [String] = []
    // A line that is broken leaves one cell more free than the last one.
    while rest.utf16.count > limit + 1 {
      var cut: String.Index?
      var i = rest.startIndex
      var n = 0
      while i < rest.endIndex, n <= limit {
        if rest[i] == " ", n > 0 { cut = i }
        n += rest[i].utf16.count
        i = rest.index(after: i)
      }
      guard let c = cut else { break }
      out.append(prefix + rest[..<c])
      rest = String(rest[rest.index(after: c)...].drop { $0 == " " })
    }
    out.append(prefix + rest)
    return out.joined(separator: "\n")
  }

  // MARK: NormalView

  private func normal(_ r: ErrorRecord) -> String {
    let typed = invocationText(r, "InvocationName")
    let name = typed.isEmpty ? commandName(r) : typed
    var text = (name.isEmpty ? "" : name + " : ") + (r.detailsMessage ?? r.exception.message)
    let position = invocationText(r, "PositionMessage")
    if !position.isEmpty { text += "\n" + position }
    text += "\n+ CategoryInfo          : " + ErrorView.categoryText(r)
    text += "\n+ FullyQualifiedErrorId : " + r.fullyQualifiedErrorId
    return text
  }
}
