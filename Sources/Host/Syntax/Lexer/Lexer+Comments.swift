import Basics
import Diagnostics

// Comments, line continuations and what a backtick may start.
extension Lexer {
  /// Passes `# …` up to the end of the line.
  mutating func lineComment() {
    var at = pos + 1
    while at < end, base[at] != 0x0A, base[at] != 0x0D { at += 1 }
    pos = at
    let place = token(.comment).extent
    if let last = comments.last, last.start >= place.start { return }
    comments.append(place)
    if startsWord("#requires", at: start), place.count >= 9, endsToken(start + 9) { requires.append(place) }
    if signatureStart == nil, startsWord("# sig # begin signature block", at: start) { signatureStart = place.start }
  }

  /// Passes `<# … #>`.
  mutating func blockComment() {
    var at = pos + 2
    while at < end, base[at] != 0x23 || base[at + 1] != 0x3E { at += 1 }
    if at >= end {
      pos = end
      report(
        "MissingTerminatorMultiLineComment", Extent(Int32(start), Int32(end)),
        SyntaxMessages.missingTerminatorMultiLineComment, incomplete: true)
    } else {
      pos = at + 2
    }
    let place = token(.comment).extent
    if let last = comments.last, last.start >= place.start { return }
    comments.append(place)
  }

  /// A backtick outside words: a line continuation, or the start of a word.
  mutating func backtick() -> Token? {
    let next = base[pos + 1]
    if next == 0x0A || next == 0x0D {
      pos += next == 0x0D && base[pos + 2] == 0x0A ? 3 : 2
      return nil
    }
    if pos + 1 >= end {
      pos += 1
      report("IncompleteInput", token(.unknown).extent, SyntaxMessages.incompleteInput, incomplete: true)
      return nil
    }
    if whiteSpaceLength(pos + 1) > 0 {
      pos += 1 + whiteSpaceLength(pos + 1)
      return nil
    }
    return genericToken()
  }

  /// Whether lower-case ASCII text stands at an offset, in any case.
  func startsWord(_ word: StaticString, at offset: Int) -> Bool {
    guard offset + word.utf8CodeUnitCount <= end else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      let byte = base[offset + index]
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      if folded != word.utf8Start[index] { return false }
    }
    return true
  }

  /// Whether nothing but blanks and comments follows an offset.
  func isAtEnd(after offset: Int32) -> Bool {
    var at = Int(offset)
    while at < end {
      let byte = base[at]
      if byte == 0x0A || byte == 0x0D {
        at += 1
      } else if whiteSpaceLength(at) > 0 {
        at += whiteSpaceLength(at)
      } else if byte == 0x23 {
        while at < end, base[at] != 0x0A, base[at] != 0x0D { at += 1 }
      } else if byte == 0x3C, base[at + 1] == 0x23 {
        at += 2
        while at < end, base[at] != 0x23 || base[at + 1] != 0x3E { at += 1 }
        at += 2
      } else {
        return false
      }
    }
    return true
  }
}
