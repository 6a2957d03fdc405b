import Basics
import CSystem
import Glibc

/// Facts about the terminal behind the standard streams.
public enum TerminalInfo {
  /// Columns and rows, taken from the terminal, else from COLUMNS and LINES, else 80 by 24.
  public static func size(descriptor: Int32 = STDOUT_FILENO) -> (columns: Int, rows: Int) {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if csys_terminal_size(descriptor, &columns, &rows) != 0 {
      columns = 0
      rows = 0
    }
    let width = columns > 0 ? Int(columns) : number("COLUMNS") ?? 80
    let height = rows > 0 ? Int(rows) : number("LINES") ?? 24
    return (width, height)
  }

  /// Whether the terminal understands cursor movement.
  public static var isCapable: Bool {
    guard let name = getenv("TERM") else { return false }
    let text = String(cString: name)
    return !text.isEmpty && text != "dumb"
  }

  private static func number(_ variable: String) -> Int? {
    guard let value = getenv(variable), let number = Int(String(cString: value)), number > 0 else { return nil }
    return min(number, 10_000)
  }
}

extension Character {
  /// The cells this character takes where a row has `column` of `width` cells, and what is written for it.
  func display(atColumn column: Int, width: Int) -> (text: String, cells: Int) {
    if self == "\t" {
      let cells = min(8 &- column % 8, max(width &- column, 1))
      return (String(repeating: " ", count: cells), cells)
    }
    if let ascii = asciiValue, ascii < 0x20 || ascii == 0x7F {
      let shown = Unicode.Scalar(ascii ^ 0x40)
      return ("^\(shown)", 2)
    }
    let text = String(self)
    let cells = DisplayWidth.cells(text)
    // A mark without a base would stick to whatever stands before it.
    return cells == 0 ? ("\u{25CC}" + text, 1) : (text, cells)
  }
}
