import Basics
import Objects

/// A column as it will be drawn.
struct TableColumn {
  var label: String
  /// Display cells; 0 = undecided, negative = hidden.
  var width: Int
  var alignment: Alignment
}

/// Draws the rows of one table: header, separator, cells cut or wrapped to their columns.
struct TableLayout {
  var columns: [TableColumn]
  var hideHeaders = false
  var wrap = false
  /// Whether the last column only takes what is left, so that its dashes need no blanks behind them.
  private var isOpenEnded = false

  init(columns: [TableColumn]) { self.columns = columns }

  /// Fits the columns into a line: undecided ones share what is left, and the last ones shrink or go.
  mutating func fit(into total: Int) {
    let fixed = columns.reduce(0) { $0 + max($1.width, 0) }
    let open = columns.indices.filter { columns[$0].width == 0 }
    isOpenEnded = columns.last?.width == 0
    if !open.isEmpty {
      let available = total - fixed - (columns.count - 1)
      let share = max(available / open.count, 1)
      var extra = available - share * open.count
      for i in open {
        columns[i].width = share + (extra > 0 ? 1 : 0)
        extra -= 1
      }
    }
    trim(to: total)
  }

  private mutating func trim(to total: Int) {
    while let last = columns.indices.last(where: { columns[$0].width > 0 }) {
      let visible = columns.filter { $0.width > 0 }
      let used = visible.reduce(0) { $0 + $1.width } + visible.count - 1
      let excess = used - total
      if excess <= 0 { return }
      let remaining = columns[last].width - excess
      if remaining >= 1 || visible.count == 1 {
        columns[last].width = max(remaining, 1)
        return
      }
      columns[last].width = -1
    }
  }

  /// Makes every column as wide as its widest cell or label; line breaks count as characters.
  mutating func autoSize(_ rows: [[String]]) {
    for i in columns.indices where columns[i].width == 0 {
      var w = Cells.width(columns[i].label)
      for r in rows where i < r.count { w = max(w, Cells.width(r[i])) }
      columns[i].width = max(w, 1)
    }
  }

  private func firstLine(_ s: String) -> String {
    guard let cut = s.utf8.firstIndex(where: { $0 == 10 || $0 == 13 }) else { return s }
    return String(s[..<cut]) + "…"
  }

  /// The header and the dashes under it.
  func header() -> [String] {
    if hideHeaders { return [] }
    var dashes: [String] = []
    for c in columns where c.width > 0 {
      let n = min(Cells.width(c.label), c.width)
      dashes.append(Cells.pad(String(repeating: "-", count: max(n, 1)), c.width, c.alignment))
    }
    if isOpenEnded, let last = columns.last, last.alignment == .left, let d = dashes.popLast() {
      dashes.append(String(d.prefix { $0 == "-" }))
    }
    return lines(columns.map(\.label), wrapping: true) + [dashes.joined(separator: " ")]
  }

  /// The lines of one row.
  func row(_ cells: [String]) -> [String] { lines(cells, wrapping: wrap) }

  private func lines(_ cells: [String], wrapping: Bool) -> [String] {
    var parts: [[String]] = []
    var visible: [TableColumn] = []
    for (i, c) in columns.enumerated() where c.width > 0 {
      let text = i < cells.count ? cells[i] : ""
      visible.append(c)
      if wrapping {
        parts.append(Cells.wrap(text, c.width))
      } else {
        parts.append([Cells.fit(firstLine(text), c.width, keepTail: c.alignment == .right)])
      }
    }
    let height = parts.map(\.count).max() ?? 0
    var out: [String] = []
    for l in 0..<max(height, 1) {
      var line = ""
      for (i, c) in visible.enumerated() {
        let text = l < parts[i].count ? parts[i][l] : ""
        let isLast = i == visible.count - 1
        line += isLast && c.alignment != .right && c.alignment != .center ? text : Cells.pad(text, c.width, c.alignment)
        if !isLast { line += " " }
      }
      out.append(line)
    }
    return out
  }
}
