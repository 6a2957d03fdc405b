import Basics

/// One row of the screen.
public struct ScreenRow: Equatable, Sendable {
  /// What is written, escape sequences included.
  public var text = ""
  /// The cells it takes.
  public var cells = 0
}

/// Prompt and text cut into rows of a terminal, and the place of the cursor.
public struct ScreenLayout: Equatable, Sendable {
  /// The rows, at least one.
  public private(set) var rows: [ScreenRow] = [ScreenRow()]
  /// The row of the cursor.
  public private(set) var cursorRow = 0
  /// The column of the cursor, always less than the width.
  public private(set) var cursorColumn = 0
  private let width: Int

  /// Lays out a prompt, which may hold colours and line feeds, and the text after it.
  public init(prompt: String, continuation: String, text: [Character], cursor: Int, width: Int, note: String = "") {
    self.width = max(width, 2)
    putStyled(prompt)
    for (index, character) in text.enumerated() {
      if character == "\n" {
        if index == cursor { markCursor() }
        rows.append(ScreenRow())
        putStyled(continuation)
        continue
      }
      var shown = character.display(atColumn: column, width: self.width)
      if column &+ shown.cells > self.width {
        rows.append(ScreenRow())
        shown = character.display(atColumn: 0, width: self.width)
      }
      if index == cursor { markCursor() }
      rows[rows.count &- 1].text += shown.text
      rows[rows.count &- 1].cells = min(column &+ shown.cells, self.width)
    }
    if cursor >= text.count { markCursor() }
    if !note.isEmpty { putStyled(note) }
  }

  private var column: Int { rows[rows.count &- 1].cells }

  /// A cursor behind a full row stands at the start of the next.
  private mutating func markCursor() {
    if column >= width { rows.append(ScreenRow()) }
    cursorRow = rows.count &- 1
    cursorColumn = column
  }

  private mutating func putStyled(_ text: String) {
    var skipper = EscapeSkipper()
    var styled = false
    for scalar in text.unicodeScalars {
      if skipper.swallows(scalar) {
        styled = true
        rows[rows.count &- 1].text.unicodeScalars.append(scalar)
        continue
      }
      if scalar == "\n" {
        rows.append(ScreenRow())
        continue
      }
      let cells = scalar == "\r" ? 0 : DisplayWidth.cells(scalar)
      if scalar.value < 0x20 { continue }
      if column &+ cells > width { rows.append(ScreenRow()) }
      rows[rows.count &- 1].text.unicodeScalars.append(scalar)
      rows[rows.count &- 1].cells &+= cells
    }
    if styled { rows[rows.count &- 1].text += "\u{1B}[0m" }
  }
}

/// Brings the screen from one layout to the next with as few characters as is easy.
public struct ScreenRenderer: Sendable {
  private var shown: [ScreenRow] = []
  private var row = 0
  /// The column of the cursor, or nil when only a carriage return makes it certain.
  private var column: Int? = 0
  /// The first row of the layout that is on the screen, when it has more rows than the terminal.
  private var top = 0

  /// Starts on an empty row, the cursor in its first column.
  public init() {}

  /// Forgets what was drawn: the cursor stands in the first column of a fresh row.
  public mutating func reset() {
    self = ScreenRenderer()
  }

  /// The characters that show a layout.
  public mutating func update(_ layout: ScreenLayout, width: Int, height: Int) -> String {
    let rows = window(of: layout, height: max(height, 1))
    var output = ""
    for (index, wanted) in rows.enumerated() {
      if index >= shown.count {
        if index > 0 {
          output += go(row: index &- 1) + "\r\n"
          row = index
          column = 0
        }
        output += go(column: 0) + write(wanted.text, end: wanted.cells, width)
      } else if shown[index] != wanted {
        output += go(row: index) + rewrite(shown[index], wanted, width)
      }
    }
    if shown.count > rows.count { output += go(row: rows.count) + go(column: 0) + "\u{1B}[J" }
    output += go(row: layout.cursorRow &- top) + go(column: layout.cursorColumn)
    shown = rows
    return output
  }

  /// Moves below everything drawn, at the start of a fresh row.
  public mutating func finish() -> String {
    let output = go(row: max(shown.count &- 1, 0)) + "\r\n"
    reset()
    return output
  }

  /// Removes everything drawn; the cursor is back at the first row.
  public mutating func erase() -> String {
    let output = go(row: 0) + "\r\u{1B}[J"
    reset()
    return output
  }

  private mutating func window(of layout: ScreenLayout, height: Int) -> [ScreenRow] {
    if layout.cursorRow < top { top = layout.cursorRow }
    if layout.cursorRow >= top &+ height { top = layout.cursorRow &- height &+ 1 }
    top = min(top, max(layout.rows.count &- height, 0))
    return Array(layout.rows[top...].prefix(height))
  }

  private mutating func rewrite(_ old: ScreenRow, _ wanted: ScreenRow, _ width: Int) -> String {
    if let added = addition(old, wanted) {
      return go(column: old.cells) + write(added, end: wanted.cells, width)
    }
    let output = go(column: 0) + write(wanted.text, end: wanted.cells, width)
    return wanted.cells < width ? output + "\u{1B}[K" : output
  }

  /// What a row gained at its end, when that is all that changed.
  private func addition(_ old: ScreenRow, _ wanted: ScreenRow) -> String? {
    let bytes = Array(wanted.text.utf8)
    guard old.cells < wanted.cells, bytes.starts(with: old.text.utf8) else { return nil }
    let added = String(decoding: bytes[old.text.utf8.count...], as: UTF8.self)
    guard let first = added.unicodeScalars.first, DisplayWidth.cells(first) > 0 else { return nil }
    return added
  }

  private mutating func write(_ text: String, end: Int, _ width: Int) -> String {
    // Behind a full row terminals differ in where the cursor is.
    column = end < width ? end : nil
    return text
  }

  private mutating func go(row target: Int) -> String {
    defer { row = target }
    if target < row { return "\u{1B}[\(row &- target)A" }
    if target > row { return "\u{1B}[\(target &- row)B" }
    return ""
  }

  private mutating func go(column target: Int) -> String {
    if column == target { return "" }
    column = target
    return target > 0 ? "\r\u{1B}[\(target)C" : "\r"
  }
}
