/// Turns diagnostics into plain lines for people.
public enum DiagnosticRenderer {
  /// The "At FILE:LINE char:COLUMN" form: place, offending line and a row of tildes under the extent.
  public static func position(of extent: Extent, in source: SourceText) -> String {
    let line = source.line(at: extent.start)
    let column = source.column(at: extent.start)
    let text = source.lineText(line)
    let rest = max(1, text.utf16.count - column + 1)
    let width = Int(source.utf16Offset(of: extent.end) - source.utf16Offset(of: extent.start))
    let marks = String(repeating: "~", count: max(1, min(width, rest)))
    let indent = String(repeating: " ", count: max(0, column - 1))
    return "At \(source.file ?? "line"):\(line) char:\(column)\n+ \(text)\n+ \(indent)\(marks)"
  }

  /// Place, message and id of each diagnostic, separated by line breaks.
  public static func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.map { "\(position(of: $0.extent, in: source))\n\($0.message)" }.joined(separator: "\n")
  }
}
