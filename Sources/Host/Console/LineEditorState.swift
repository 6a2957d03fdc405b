import Basics

/// What the editor has to do after a key.
public enum EditorEffect: Equatable, Sendable {
  /// Nothing but to show the state.
  case redraw
  /// Enter: the text is a candidate for acceptance.
  case accept
  /// Ctrl-C: the line is abandoned.
  case interrupt
  /// Ctrl-D on an empty line.
  case endOfInput
  /// Tab: 1 forward, -1 backward.
  case complete(Int)
  /// Ctrl-L.
  case clearScreen
  /// The key had no effect.
  case bell
}

/// The editor without a terminal: keys go in, effects come out.
public struct EditorState {
  /// The text and the cursor.
  public var buffer = EditBuffer()
  /// The incremental search, while one is on.
  public internal(set) var search: SearchState?
  let history: History
  /// Which entry is shown; the count of the entries means the line in progress.
  var historyIndex: Int
  /// The line in progress while an entry is shown.
  var draft = ""
  var kills = KillRing()
  private var undo: [EditBuffer] = []
  /// Single characters typed in a row are undone together.
  private var isTyping = false
  /// What the last key did, for keys whose meaning depends on it.
  private var last = LastAction.other

  private enum LastAction: Equatable {
    case other, kill
    case yank(Range<Int>)
    case lastArgument(Range<Int>, depth: Int)
  }

  /// Starts with an empty line below the history.
  public init(history: History) {
    self.history = history
    historyIndex = history.entries.count
  }

  /// Starts the next line; the kill ring stays.
  public mutating func startLine(_ text: String = "") {
    buffer = EditBuffer(text)
    search = nil
    historyIndex = history.entries.count
    draft = ""
    undo = []
    isTyping = false
    last = .other
  }

  /// Takes a key.
  public mutating func handle(_ key: Key) -> EditorEffect {
    if search != nil, let effect = handleSearch(key) { return effect }
    let before = buffer
    let former = last
    last = .other
    let wasTyping = isTyping
    isTyping = false
    let effect = act(key, after: former)
    if buffer.characters != before.characters, effect == .redraw, !isUndoing {
      if !(isTyping && wasTyping) { undo.append(before) }
      if undo.count > 500 { undo.removeFirst(100) }
    }
    isUndoing = false
    return effect
  }

  private var isUndoing = false

  private mutating func act(_ key: Key, after former: LastAction) -> EditorEffect {
    switch key.code {
    case .character(let scalar):
      if key.modifiers.contains(.control) { return control(scalar, key, after: former) }
      if key.modifiers.contains(.alt) { return alt(scalar, after: former) }
      isTyping = true
      buffer.insert(String(Character(scalar)))
    case .paste(let text): buffer.insert(text)
    case .enter:
      guard key.modifiers.isEmpty else {
        buffer.insert("\n")
        return .redraw
      }
      return .accept
    case .tab: return .complete(key.modifiers.contains(.shift) ? -1 : 1)
    case .backspace:
      return key.modifiers.isEmpty ? delete(from: buffer.cursor &- 1) : kill(buffer.wordStart..<buffer.cursor, former)
    case .delete:
      return key.modifiers.isEmpty ? delete(from: buffer.cursor) : kill(buffer.cursor..<buffer.wordEnd, former)
    case .left: return move(to: key.modifiers.isEmpty ? buffer.cursor &- 1 : buffer.wordStart)
    case .right: return move(to: key.modifiers.isEmpty ? buffer.cursor &+ 1 : buffer.wordEnd)
    case .home: return move(to: key.modifiers.isEmpty ? buffer.lineStart : 0)
    case .end: return move(to: key.modifiers.isEmpty ? buffer.lineEnd : buffer.characters.count)
    case .up: return buffer.moveUp() ? .redraw : older()
    case .down: return buffer.moveDown() ? .redraw : newer()
    case .pageUp: return show(historyAt: 0)
    case .pageDown: return show(historyAt: history.entries.count)
    case .escape, .insert, .function, .unknown: return .bell
    }
    return .redraw
  }

  private mutating func control(_ scalar: Unicode.Scalar, _ key: Key, after former: LastAction) -> EditorEffect {
    switch scalar {
    case "a": return move(to: buffer.lineStart)
    case "b": return move(to: buffer.cursor &- 1)
    case "c": return .interrupt
    case "d": return buffer.isEmpty ? .endOfInput : delete(from: buffer.cursor)
    case "e": return move(to: buffer.lineEnd)
    case "f": return move(to: buffer.cursor &+ 1)
    case "g":
      startLine()
      return .redraw
    case "h": return delete(from: buffer.cursor &- 1)
    case "k":
      let end = buffer.lineEnd
      return kill(buffer.cursor..<(end > buffer.cursor ? end : end &+ 1), former)
    case "l": return .clearScreen
    case "n": return buffer.moveDown() ? .redraw : newer()
    case "p": return buffer.moveUp() ? .redraw : older()
    case "r": return startSearch(backward: true)
    case "s": return startSearch(backward: false)
    case "t":
      buffer.transpose()
      return .redraw
    case "u": return kill(buffer.lineStart..<buffer.cursor, former)
    case "w": return kill(buffer.blankWordStart..<buffer.cursor, former)
    case "y": return yank()
    case "z", "_": return undoOnce()
    case " ": return .complete(1)
    default: return .bell
    }
  }

  private mutating func alt(_ scalar: Unicode.Scalar, after former: LastAction) -> EditorEffect {
    switch scalar {
    case "b", "B": return move(to: buffer.wordStart)
    case "f", "F": return move(to: buffer.wordEnd)
    case "d", "D": return kill(buffer.cursor..<buffer.wordEnd, former)
    case "<": return show(historyAt: 0)
    case ">": return show(historyAt: history.entries.count)
    case "y", "Y": return yankOlder(former)
    case "u", "U": buffer.changeWord { $0.uppercased() }
    case "l", "L": buffer.changeWord { $0.lowercased() }
    case "c", "C": buffer.changeWord { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
    case ".", "_": return lastArgument(former)
    default: return .bell
    }
    return .redraw
  }

  // MARK: - Movement and deletion

  private mutating func move(to index: Int) -> EditorEffect {
    guard index >= 0, index <= buffer.characters.count else { return .bell }
    buffer.move(to: index)
    return .redraw
  }

  private mutating func delete(from index: Int) -> EditorEffect {
    guard index >= 0, index < buffer.characters.count else { return .bell }
    buffer.remove(index..<index &+ 1)
    return .redraw
  }

  private mutating func kill(_ range: Range<Int>, _ former: LastAction) -> EditorEffect {
    let isBackward = range.upperBound == buffer.cursor
    let text = buffer.remove(range)
    guard !text.isEmpty else { return .bell }
    kills.add(text, joining: former == .kill, before: isBackward)
    last = .kill
    return .redraw
  }

  private mutating func undoOnce() -> EditorEffect {
    guard let before = undo.popLast() else { return .bell }
    buffer = before
    isUndoing = true
    return .redraw
  }

  // MARK: - Yank

  private mutating func yank() -> EditorEffect {
    guard let text = kills.newest else { return .bell }
    let start = buffer.cursor
    buffer.insert(text)
    last = .yank(start..<buffer.cursor)
    return .redraw
  }

  private mutating func yankOlder(_ former: LastAction) -> EditorEffect {
    guard case .yank(let range) = former, let text = kills.rotate() else { return .bell }
    buffer.remove(range)
    buffer.insert(text)
    last = .yank(range.lowerBound..<buffer.cursor)
    return .redraw
  }

  /// The last word of an entry, each repetition one entry further back.
  private mutating func lastArgument(_ former: LastAction) -> EditorEffect {
    var depth = 1
    var start = buffer.cursor
    var replaced: Range<Int>?
    if case .lastArgument(let range, let previous) = former {
      depth = previous &+ 1
      start = range.lowerBound
      replaced = range
    }
    guard depth <= history.entries.count else { return .bell }
    let entry = history.entries[history.entries.count &- depth]
    guard let word = entry.split(whereSeparator: \.isWhitespace).last else { return .bell }
    if let replaced { buffer.remove(replaced) }
    buffer.insert(String(word))
    last = .lastArgument(start..<buffer.cursor, depth: depth)
    return .redraw
  }

  // MARK: - History

  private mutating func older() -> EditorEffect { show(historyAt: historyIndex &- 1) }

  private mutating func newer() -> EditorEffect { show(historyAt: historyIndex &+ 1) }

  private mutating func show(historyAt index: Int) -> EditorEffect {
    let entries = history.entries
    guard index >= 0, index <= entries.count, index != historyIndex else { return .bell }
    if historyIndex >= entries.count { draft = buffer.text }
    historyIndex = index
    buffer.replaceAll(index == entries.count ? draft : entries[index])
    return .redraw
  }
}

/// Killed texts, newest last.
struct KillRing {
  private var texts: [String] = []
  private var position = 0

  var newest: String? { texts.last }

  mutating func add(_ text: String, joining: Bool, before: Bool) {
    if joining, let former = texts.popLast() {
      texts.append(before ? text + former : former + text)
    } else {
      texts.append(text)
      if texts.count > 32 { texts.removeFirst() }
    }
    position = texts.count &- 1
  }

  /// The text before the one handed out last, around the ring.
  mutating func rotate() -> String? {
    guard !texts.isEmpty else { return nil }
    position = position > 0 ? position &- 1 : texts.count &- 1
    return texts[position]
  }
}
