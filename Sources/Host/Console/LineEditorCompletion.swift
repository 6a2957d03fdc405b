import Basics

/// What may stand for a part of the text.
public struct LineCompletion: Equatable, Sendable {
  /// The start of the part, in UTF-8 bytes.
  public var start: Int
  /// The length of the part, in UTF-8 bytes.
  public var length: Int
  /// The texts that may replace it.
  public var candidates: [String]
  /// What is shown for each candidate in a list; the candidates themselves when empty.
  public var labels: [String]

  /// Candidates for a part of the text.
  public init(start: Int, length: Int, candidates: [String], labels: [String] = []) {
    self.start = start
    self.length = length
    self.candidates = candidates
    self.labels = labels
  }

  /// Candidates for the run without blanks before the cursor.
  public init(wordIn text: String, cursor: Int, candidates: [String]) {
    let before = Array(text.utf8.prefix(cursor))
    let start = before.lastIndex { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }.map { $0 + 1 } ?? 0
    self.init(start: start, length: before.count - start, candidates: candidates)
  }

  /// The beginning all candidates share, ignoring case, in the spelling of the first.
  var commonPrefix: String {
    guard let first = candidates.first else { return "" }
    var prefix = Array(first)
    for candidate in candidates.dropFirst() {
      var shared = 0
      for (a, b) in zip(prefix, candidate) {
        guard Ordinal.equalsIgnoreCase(String(a), String(b)) else { break }
        shared &+= 1
      }
      prefix.removeLast(prefix.count &- shared)
    }
    return String(prefix)
  }
}

/// Repeated tabs walk through the candidates.
struct CompletionCycle {
  var completion: LineCompletion
  /// The candidate in the text, or nil while the typed text stands.
  var index: Int?
  var isListed = false

  mutating func step(_ direction: Int) -> String {
    let count = completion.candidates.count
    let next: Int
    if let index { next = (index &+ direction &+ count) % count } else { next = direction > 0 ? 0 : count &- 1 }
    index = next
    return completion.candidates[next]
  }
}

extension LineEditor {
  /// First tab: what is certain. Second: the list. Further ones: each candidate in turn.
  func runCompletion(_ direction: Int, _ complete: ((String, Int) -> LineCompletion)?) {
    guard let complete else {
      if direction > 0 { state.buffer.insert("\t") }
      return
    }
    if completion != nil {
      continueCompletion(direction)
      return
    }
    let found = complete(state.buffer.text, state.buffer.utf8Cursor)
    guard !found.candidates.isEmpty else {
      terminal.write("\u{07}")
      return
    }
    if found.candidates.count == 1 {
      replace(found, by: found.candidates[0])
      return
    }
    var cycle = CompletionCycle(completion: found)
    let prefix = found.commonPrefix
    if prefix.utf8.count > found.length {
      cycle.completion.length = replace(found, by: prefix)
      completion = cycle
    } else if direction < 0 {
      completion = cycle
      continueCompletion(direction)
    } else {
      list(found)
      cycle.isListed = true
      completion = cycle
    }
  }

  private func continueCompletion(_ direction: Int) {
    guard var cycle = completion else { return }
    if !cycle.isListed && direction > 0 {
      list(cycle.completion)
      cycle.isListed = true
    } else {
      let chosen = cycle.step(direction)
      cycle.completion.length = replace(cycle.completion, by: chosen)
    }
    completion = cycle
  }

  @discardableResult
  private func replace(_ found: LineCompletion, by text: String) -> Int {
    state.buffer.replaceUTF8(start: found.start, length: found.length, with: text)
    return text.utf8.count
  }

  /// Shows the candidates below the text and begins a fresh prompt under them.
  private func list(_ found: LineCompletion) {
    let cursor = state.buffer.cursor
    state.buffer.move(to: state.buffer.characters.count)
    draw()
    let size = terminal.size
    let labels = found.labels.isEmpty ? found.candidates : found.labels
    let rows = CompletionList.rows(labels, width: size.columns, limit: max(size.rows - 2, 1))
    terminal.write(renderer.finish() + rows.map { $0 + "\r\n" }.joined())
    state.buffer.move(to: cursor)
  }
}

/// Arranges candidates in columns, read downwards.
enum CompletionList {
  static func rows(_ labels: [String], width: Int, limit: Int) -> [String] {
    let flat = labels.map { label in String(label.map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
    let widest = flat.map { DisplayWidth.cells($0) }.max() ?? 0
    let cell = min(widest &+ 2, max(width, 1))
    let columns = max(1, width / max(cell, 1))
    let height = (flat.count &+ columns &- 1) / columns
    var rows: [String] = []
    for row in 0..<min(height, limit) {
      var line = ""
      for column in 0..<columns {
        let index = column &* height &+ row
        guard index < flat.count else { break }
        let (text, cells) = DisplayWidth.prefix(flat[index], cells: max(width &- 1, 1))
        line += text
        let isLast = column &+ 1 == columns || index &+ height >= flat.count
        if !isLast { line += String(repeating: " ", count: max(cell &- cells, 0)) }
      }
      rows.append(line)
    }
    if height > limit { rows.append("... \(flat.count) in all") }
    return rows
  }
}
