/// Turns diagnostics into plain lines for people.
public enum DiagnosticRenderer {
  /// The "At FILE:LINE char:COLUMN" form: place, offending line and a row of tildes under the extent.
  public static func position(of extent: Extent, in source: SourceText) -> String {
    let line = source.line(at: extent.start)
    let column = source.column(at: extent.start)
    let text = source.lineText(line)
    let rest = max(1, text.utf16.count - column + 1)
    let width = Int(source.utf16Offset(of: extent.end) - source.utf16Offset(of: extent.start))
    let shown = excerpt(text, mark: max(0, column - 1), length: max(1, min(width, rest)))
    return "At \(source.file ?? "line"):\(line) char:\(column)\n+ \(shown.text)\n+ \(shown.marks)"
  }

  /// A line and the marks under it; of a long line the part around the mark is shown, dots standing for the rest.
  private static func excerpt(_ line: String, mark: Int, length: Int) -> (text: String, marks: String) {
    let limit = 69
    let units = Array(line.utf16)
    guard units.count > limit else {
      return (line, String(repeating: " ", count: mark) + String(repeating: "~", count: length))
    }
    // Some text is kept behind the mark, and rather more before it.
    let wanted = min(units.count, mark + length + 8) - limit
    let start = max(0, min(wanted, max(0, mark - 12), units.count - limit))
    let end = start + limit
    let head = start > 0 ? "… " : ""
    let text = head + String(decoding: units[start..<end], as: UTF16.self) + (end < units.count ? " …" : "")
    let marks = String(repeating: "~", count: max(1, min(length, end - mark)))
    return (text, String(repeating: " ", count: mark - start + head.utf16.count) + marks)
  }

  /// Place, message and id of each diagnostic, separated by line breaks.
  public static func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.map { "\(position(of: $0.extent, in: source))\n\($0.message)" }.joined(separator: "\n")
  }
}
