import Basics

/// An incremental search through the history.
public struct SearchState: Equatable, Sendable {
  /// What is looked for.
  public var query = ""
  /// Towards older entries.
  public var isBackward: Bool
  /// No entry has the query.
  public var isFailing = false
  /// The entry found last, or where the search began.
  var index: Int
  /// What comes back when the search is given up.
  var original: EditBuffer

  /// What stands below the line during a search.
  public var note: String {
    let direction = isBackward ? "bck" : "fwd"
    return "\n\(isFailing ? "failed-" : "")\(direction)-i-search: \(query)_"
  }
}

extension EditorState {
  mutating func startSearch(backward: Bool) -> EditorEffect {
    search = SearchState(isBackward: backward, index: historyIndex, original: buffer)
    return .redraw
  }

  /// Takes a key during a search; nil when the search ends and the key keeps its usual meaning.
  mutating func handleSearch(_ key: Key) -> EditorEffect? {
    guard var state = search else { return nil }
    switch (key.code, key.modifiers) {
    case (.character(let scalar), []), (.character(let scalar), .shift):
      state.query.unicodeScalars.append(scalar)
      find(&state, includingCurrent: true)
    case (.paste(let text), _):
      state.query += text
      find(&state, includingCurrent: true)
    case (.backspace, _), (.character("h"), .control):
      guard !state.query.isEmpty else { return .bell }
      state.query.removeLast()
      state.index = history.entries.count
      find(&state, includingCurrent: true)
    case (.character("r"), .control), (.up, _):
      state.isBackward = true
      find(&state, includingCurrent: false)
    case (.character("s"), .control), (.down, _):
      state.isBackward = false
      find(&state, includingCurrent: false)
    case (.character("g"), .control), (.character("c"), .control):
      buffer = state.original
      search = nil
      return .redraw
    case (.escape, _):
      leaveSearch(state)
      return .redraw
    default:
      leaveSearch(state)
      return nil
    }
    search = state
    return state.isFailing ? .bell : .redraw
  }

  private mutating func leaveSearch(_ state: SearchState) {
    search = nil
    guard state.index < history.entries.count, buffer.text == history.entries[state.index] else { return }
    if historyIndex >= history.entries.count { draft = state.original.text }
    historyIndex = state.index
  }

  private mutating func find(_ state: inout SearchState, includingCurrent: Bool) {
    guard !state.query.isEmpty else {
      state.isFailing = false
      buffer = state.original
      return
    }
    let shift = includingCurrent ? 1 : 0
    let found =
      state.isBackward
      ? history.search(state.query, before: state.index &+ shift)
      : history.search(state.query, after: state.index &- shift)
    guard let found else {
      state.isFailing = true
      return
    }
    state.isFailing = false
    state.index = found
    let text = history.entries[found]
    buffer.replaceAll(text, cursor: EditorState.position(of: state.query, in: text))
  }

  /// Where the query stands in the text, ignoring case.
  private static func position(of query: String, in text: String) -> Int {
    let characters = Array(text)
    let wanted = query.count
    var start = characters.count &- wanted
    while start > 0 {
      if Ordinal.equalsIgnoreCase(String(characters[start..<start &+ wanted]), query) { return start }
      start &-= 1
    }
    return 0
  }
}
