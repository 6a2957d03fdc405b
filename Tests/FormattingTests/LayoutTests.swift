import Testing

@testable import Formatting

/// Cell widths, breaking and cutting of text, and the lines of tables.
@Suite struct LayoutTests {
  struct Text: Sendable {
    let text: String
    let cells: Int
    let width: Int
    let fitted: String
    let wrapped: [String]
  }

  static let texts: [Text] = [
    Text(text: "abc", cells: 3, width: 5, fitted: "abc", wrapped: ["abc"]),
    Text(text: "abcdef", cells: 6, width: 4, fitted: "abc…", wrapped: ["abcd", "ef"]),
    Text(text: "가나다 라마바사", cells: 15, width: 7, fitted: "가나다…", wrapped: ["가나다 ", "라마바", "사"]),
    Text(text: "the quick", cells: 9, width: 3, fitted: "th…", wrapped: ["the", " qu", "ick"]),
    Text(text: "e\u{301}te", cells: 4, width: 4, fitted: "e\u{301}te", wrapped: ["e\u{301}te"]),
    Text(text: "😀b", cells: 3, width: 3, fitted: "😀b", wrapped: ["😀b"]),
    Text(text: "a\r\nbc", cells: 5, width: 5, fitted: "a\r\nbc", wrapped: ["a", "bc"]),
    Text(
      text: "\u{1B}[31mred\u{1B}[0m", cells: 3, width: 3, fitted: "\u{1B}[31mred\u{1B}[0m",
      wrapped: ["\u{1B}[31mred\u{1B}[0m"]),
    Text(text: "", cells: 0, width: 0, fitted: "", wrapped: [""]),
    Text(text: "가", cells: 2, width: 1, fitted: "", wrapped: ["가"]),
  ]

  @Test(arguments: texts) func text(_ t: Text) {
    #expect(Cells.width(t.text) == t.cells)
    #expect(Cells.fit(t.text, t.width) == t.fitted)
    #expect(Cells.wrap(t.text, t.width) == t.wrapped)
  }

  struct Table: Sendable {
    let width: Int
    let wrap: Bool
    let labels: [String]
    let alignments: [Alignment]
    let rows: [[String]]
    let lines: [String]
  }

  static let tables: [Table] = [
    Table(
      width: 20, wrap: false, labels: ["Name", "V"], alignments: [.left, .right],
      rows: [["x", "1"], ["longer", "22"]],
      lines: ["Name    V", "----    -", "x       1", "longer 22"]),
    Table(
      width: 9, wrap: false, labels: ["A", "Text"], alignments: [.left, .left], rows: [["1", "abcdefghij"]],
      lines: ["A Text", "- ----   ", "1 abcdef…"]),
    Table(
      width: 9, wrap: true, labels: ["A", "Text"], alignments: [.left, .left], rows: [["1", "abc defgh"]],
      lines: ["A Text", "- ----   ", "1 abc ", "  defgh"]),
    Table(
      width: 5, wrap: false, labels: ["Long", "More", "Last"], alignments: [.left, .left, .left],
      rows: [["aaaa", "bbbb", "cccc"]], lines: ["Long", "----", "aaaa"]),
    Table(
      width: 20, wrap: false, labels: ["c"], alignments: [.center], rows: [["wide text"], ["mid"]],
      lines: ["    c    ", "    -    ", "wide text", "   mid   "]),
  ]

  @Test(arguments: tables) func table(_ t: Table) {
    var columns: [TableColumn] = []
    for (label, alignment) in zip(t.labels, t.alignments) {
      columns.append(TableColumn(label: label, width: 0, alignment: alignment))
    }
    var layout = TableLayout(columns: columns)
    layout.wrap = t.wrap
    layout.autoSize(t.rows)
    layout.fit(into: t.width)
    #expect(layout.header() + t.rows.flatMap { layout.row($0) } == t.lines)
  }
}
