/// The text being edited and the cursor in it; knows no keys and no terminal.
public struct EditBuffer: Equatable, Sendable {
  /// The characters; line feeds separate the lines.
  public private(set) var characters: [Character] = []
  /// The index of the character under the cursor, from 0 to the count.
  public private(set) var cursor = 0

  /// An empty buffer.
  public init() {}

  /// A buffer with the cursor at the end.
  public init(_ text: String) {
    replaceAll(text)
  }

  /// The whole text.
  public var text: String { String(characters) }
  /// Whether there is no text.
  public var isEmpty: Bool { characters.isEmpty }
  /// Whether the text has more than one line.
  public var isMultiline: Bool { characters.contains("\n") }

  /// The cursor as an offset in UTF-8 bytes of `text`.
  public var utf8Cursor: Int { characters[..<cursor].reduce(0) { $0 &+ $1.utf8.count } }

  /// Replaces everything and puts the cursor at the end, or where it is told.
  public mutating func replaceAll(_ text: String, cursor: Int? = nil) {
    characters = Array(text)
    self.cursor = min(max(cursor ?? characters.count, 0), characters.count)
  }

  /// Inserts text at the cursor; a mark joins the character before it.
  public mutating func insert(_ text: String) {
    guard cursor > 0, let first = text.unicodeScalars.first, !first.isASCII else {
      characters.insert(contentsOf: Array(text), at: cursor)
      cursor &+= text.count
      return
    }
    let joined = Array(String(characters[cursor &- 1]) + text)
    characters.replaceSubrange((cursor &- 1)..<cursor, with: joined)
    cursor &+= joined.count &- 1
  }

  /// Removes a range and answers its text; the cursor stays with its character.
  @discardableResult
  public mutating func remove(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<characters.count)
    let removed = String(characters[range])
    characters.removeSubrange(range)
    if cursor >= range.upperBound {
      cursor &-= range.count
    } else if cursor > range.lowerBound {
      cursor = range.lowerBound
    }
    return removed
  }

  /// Replaces the bytes of a UTF-8 range by text and puts the cursor after it.
  public mutating func replaceUTF8(start: Int, length: Int, with text: String) {
    let from = index(ofUTF8: start)
    let to = max(from, index(ofUTF8: start &+ max(length, 0)))
    remove(from..<to)
    cursor = from
    insert(text)
  }

  private func index(ofUTF8 offset: Int) -> Int {
    var bytes = 0
    for (index, character) in characters.enumerated() {
      if bytes >= offset { return index }
      bytes &+= character.utf8.count
    }
    return characters.count
  }

  // MARK: - Places

  /// The start of the cursor's line.
  public var lineStart: Int {
    var index = cursor
    while index > 0, characters[index &- 1] != "\n" { index &-= 1 }
    return index
  }

  /// The end of the cursor's line.
  public var lineEnd: Int {
    var index = cursor
    while index < characters.count, characters[index] != "\n" { index &+= 1 }
    return index
  }

  /// The end of the word at or after the cursor.
  public var wordEnd: Int {
    var index = cursor
    while index < characters.count, !EditBuffer.isWord(characters[index]) { index &+= 1 }
    while index < characters.count, EditBuffer.isWord(characters[index]) { index &+= 1 }
    return index
  }

  /// The start of the word at or before the cursor.
  public var wordStart: Int {
    var index = cursor
    while index > 0, !EditBuffer.isWord(characters[index &- 1]) { index &-= 1 }
    while index > 0, EditBuffer.isWord(characters[index &- 1]) { index &-= 1 }
    return index
  }

  /// The start of the run without blanks before the cursor.
  public var blankWordStart: Int {
    var index = cursor
    while index > 0, characters[index &- 1].isWhitespace { index &-= 1 }
    while index > 0, !characters[index &- 1].isWhitespace { index &-= 1 }
    return index
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  // MARK: - Movement

  /// Puts the cursor at an index, or as near as there is text.
  public mutating func move(to index: Int) {
    cursor = min(max(index, 0), characters.count)
  }

  /// Moves to the line above at the same column; false on the first line.
  public mutating func moveUp() -> Bool {
    let start = lineStart
    guard start > 0 else { return false }
    let column = cursor &- start
    cursor = start &- 1
    let above = lineStart
    cursor = min(above &+ column, start &- 1)
    return true
  }

  /// Moves to the line below at the same column; false on the last line.
  public mutating func moveDown() -> Bool {
    let end = lineEnd
    guard end < characters.count else { return false }
    let column = cursor &- lineStart
    cursor = end &+ 1
    cursor = min(end &+ 1 &+ column, lineEnd)
    return true
  }

  // MARK: - Changes

  /// Exchanges the two characters around the cursor, or the last two at the end of a line.
  public mutating func transpose() {
    let start = lineStart
    let right = cursor == lineEnd ? cursor &- 1 : cursor
    guard right > start else { return }
    characters.swapAt(right &- 1, right)
    cursor = right &+ 1
  }

  /// Rewrites the word after the cursor and moves behind it.
  public mutating func changeWord(_ change: (String) -> String) {
    let end = wordEnd
    while cursor < end, !EditBuffer.isWord(characters[cursor]) { cursor &+= 1 }
    guard end > cursor else { return }
    let changed = change(String(characters[cursor..<end]))
    remove(cursor..<end)
    insert(changed)
  }
}
