import Basics
import Console

/// A terminal with just the abilities the editor uses, wide characters included.
struct FakeScreen {
  let width: Int
  let height: Int
  private var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private var wrapPending = false
  private(set) var bells = 0

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: Array(repeating: " ", count: width), count: height)
  }

  /// The rows without blanks at their ends, empty ones at the bottom left out.
  var lines: [String] {
    var lines = cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  mutating func write(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": sequence(&rest)
      case "\r":
        column = 0
        wrapPending = false
      case "\n": lineFeed()
      case "\u{07}": bells += 1
      default: put(scalar)
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let count = DisplayWidth.cells(scalar)
    if count == 0 {
      let target = wrapPending ? column : column - 1
      if target >= 0 { cells[row][target].unicodeScalars.append(scalar) }
      return
    }
    if wrapPending || column + count > width {
      column = 0
      wrapPending = false
      lineFeed()
    }
    cells[row][column] = String(Character(scalar))
    if count == 2 { cells[row][column + 1] = "" }
    column += count
    if column >= width {
      column = width - 1
      wrapPending = true
    }
  }

  private mutating func lineFeed() {
    if row + 1 < height {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: width))
    }
  }

  private mutating func sequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard rest.popFirst() == "[" else { return }
    var parameters = ""
    while let next = rest.popFirst() {
      if next.value < 0x40 {
        parameters.unicodeScalars.append(next)
        continue
      }
      let number = Int(parameters) ?? 1
      wrapPending = next == "m" || next == "h" || next == "l" ? wrapPending : false
      switch next {
      case "A": row = max(row - number, 0)
      case "B": row = min(row + number, height - 1)
      case "C": column = min(column + number, width - 1)
      case "H": (row, column) = (0, 0)
      case "K": for index in column..<width { cells[row][index] = " " }
      case "J":
        let first = parameters == "2" ? 0 : row * width + column
        for index in first..<(width * height) { cells[index / width][index % width] = " " }
      default: break
      }
      return
    }
  }
}

/// Plays prepared input and shows what is written.
final class FakeTerminal: LineTerminal {
  var screen: FakeScreen
  private var input: [TerminalInput]
  private(set) var isRaw = false
  /// Called before each read with the index of the input.
  var onRead: ((Int) -> Void)?
  private var reads = 0

  init(_ input: [TerminalInput], width: Int = 40, height: Int = 10) {
    self.input = input
    screen = FakeScreen(width: width, height: height)
  }

  convenience init(typing text: String, width: Int = 40, height: Int = 10) {
    self.init([.bytes(Array(text.utf8))], width: width, height: height)
  }

  var size: (columns: Int, rows: Int) { (screen.width, screen.height) }
  func enterRaw() -> Bool {
    isRaw = true
    return true
  }
  func leaveRaw() { isRaw = false }
  func write(_ text: String) { screen.write(text) }
  func read(timeoutMilliseconds: Int) -> TerminalInput {
    onRead?(reads)
    reads += 1
    return input.isEmpty ? .endOfInput : input.removeFirst()
  }
}
