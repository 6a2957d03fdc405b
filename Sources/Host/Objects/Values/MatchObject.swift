/// A piece of a searched text: `Capture`.
public class CaptureObject: Obj {
  let subject: RegexSubject
  /// Byte positions in the text.
  let start: Int
  let end: Int
  init(_ subject: RegexSubject, _ start: Int, _ end: Int) {
    self.subject = subject
    self.start = start
    self.end = end
  }
  public override var typeInfo: TypeInfo { Types.capture }
  public override func text() throws -> String? { value }
  /// The piece itself.
  public final var value: String { start < 0 ? "" : subject.slice(start, end) }
  /// Where it begins, in UTF-16 units.
  public final var index: Int { start < 0 ? 0 : subject.unit(start) }
  /// How long it is, in UTF-16 units.
  public final var length: Int { start < 0 ? 0 : subject.unit(end) - subject.unit(start) }
}

/// What a group of a match took: `Group`.
public class GroupObject: CaptureObject {
  public let name: String
  let number: Int
  /// The match the group belongs to; nil for a match itself.
  private let holder: MatchObject?
  init(_ subject: RegexSubject, _ start: Int, _ end: Int, name: String, number: Int, of match: MatchObject?) {
    self.name = name
    self.number = number
    holder = match
    super.init(subject, start, end)
  }
  public override var typeInfo: TypeInfo { Types.group }
  /// Whether the group took part.
  public final var success: Bool { start >= 0 }
  /// Every piece the group took on its way; the last one is its value.
  public var captures: [CaptureObject] {
    guard success, let m = holder else { return [] }
    return m.captures(of: number)
  }
}

/// A match: `Match`.
public final class MatchObject: GroupObject {
  public let regex: RegexObject
  let spans: RegexSpans

  init(_ regex: RegexObject, _ subject: RegexSubject, _ spans: RegexSpans) {
    self.regex = regex
    self.spans = spans
    super.init(subject, spans.spans[0].start, spans.spans[0].end, name: "0", number: 0, of: nil)
  }
  /// The result of a search that found nothing.
  static func failed(_ regex: RegexObject, _ subject: RegexSubject) -> MatchObject {
    let none = [(start: Int, end: Int)](repeating: (-1, -1), count: regex.groupNames.count)
    return MatchObject(regex, subject, RegexSpans(spans: none, captures: nil))
  }
  public override var typeInfo: TypeInfo { Types.match }

  /// The groups by number; the first is the match itself.
  public var groups: [GroupObject] {
    var all: [GroupObject] = []
    if success {
      for (n, s) in spans.spans.enumerated() {
        if n == 0 {
          all.append(GroupObject(subject, s.start, s.end, name: "0", number: 0, of: self))
        } else {
          all.append(GroupObject(subject, s.start, s.end, name: regex.groupNames[n], number: n, of: self))
        }
      }
    } else {
      all.append(GroupObject(subject, -1, -1, name: "0", number: 0, of: nil))
    }
    return all
  }
  /// The group of a number; one without success when there is none.
  public func group(_ n: Int) -> GroupObject {
    let all = groups
    return n >= 0 && n < all.count ? all[n] : GroupObject(subject, -1, -1, name: String(n), number: n, of: nil)
  }
  /// The group of a name; one without success when there is none.
  public func group(_ name: String) -> GroupObject {
    let n = regex.groupNumber(name)
    return n >= 0 ? group(n) : GroupObject(subject, -1, -1, name: name, number: -1, of: nil)
  }
  public override var captures: [CaptureObject] { success ? [CaptureObject(subject, start, end)] : [] }

  /// The pieces a group took, found by the matcher that keeps them.
  func captures(of n: Int) -> [CaptureObject] {
    if n == 0 { return captures }
    let kept =
      spans.captures
      ?? regex.program.matcher.search(subject, from: start).flatMap {
        $0.spans[0].start == start ? $0.captures : nil
      }
    if let list = kept?[n], list.last.map({ $0.start == spans.spans[n].start }) ?? false {
      return list.map { CaptureObject(subject, $0.start, $0.end) }
    }
    let s = spans.spans[n]
    return s.start < 0 ? [] : [CaptureObject(subject, s.start, s.end)]
  }

  /// The next match in the same text.
  public func nextMatch() -> MatchObject { success ? regex.next(after: self) : self }

  /// A replacement pattern filled in for this match.
  public func result(_ pattern: String) -> String { RegexReplacement(pattern, regex).expand(self) }
}

/// A replacement pattern: text with `$1`, `${name}`, `$$`, `$&`, `` $` ``, `$'`, `$+`, `$_`.
struct RegexReplacement {
  private enum Piece { case text(String), group(Int), before, after, last, whole }
  private var pieces: [Piece] = []

  init(_ pattern: String, _ regex: RegexObject) {
    guard pattern.utf8.contains(0x24) else {
      pieces = [.text(pattern)]
      return
    }
    let u = Array(pattern.utf8)
    var literal: [UInt8] = []
    var i = 0
    while i < u.count {
      guard u[i] == 0x24, i + 1 < u.count, let (piece, length) = RegexReplacement.special(u, i + 1, regex) else {
        literal.append(u[i])
        i += 1
        continue
      }
      if case .text(let t) = piece {
        literal.append(contentsOf: t.utf8)
      } else {
        if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
        literal = []
        pieces.append(piece)
      }
      i += 1 + length
    }
    if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
  }

  /// What stands behind a dollar sign, and how many bytes it takes; nil if it means nothing.
  private static func special(_ u: [UInt8], _ at: Int, _ regex: RegexObject) -> (Piece, Int)? {
    switch u[at] {
    case 0x24: return (.text("$"), 1)
    case 0x26: return (.group(0), 1)
    case 0x60: return (.before, 1)
    case 0x27: return (.after, 1)
    case 0x2B: return (.last, 1)
    case 0x5F: return (.whole, 1)
    case 0x7B:
      guard let close = u[at...].firstIndex(of: 0x7D) else { return nil }
      let name = String(decoding: u[(at + 1)..<close], as: UTF8.self)
      let n = regex.groupNumber(name)
      return n >= 0 ? (.group(n), close - at + 1) : nil
    case 0x30...0x39:
      var k = at
      while k < u.count, u[k] &- 0x30 < 10, k - at < 9 { k += 1 }
      let n = regex.groupNumber(String(Int(String(decoding: u[at..<k], as: UTF8.self)) ?? -1))
      return n >= 0 ? (.group(n), k - at) : nil
    default: return nil
    }
  }

  func expand(_ m: MatchObject) -> String {
    var out = ""
    for p in pieces {
      switch p {
      case .text(let t): out += t
      case .group(let n):
        let s = m.spans.spans[n]
        if s.start >= 0 { out += m.subject.slice(s.start, s.end) }
      case .before: out += m.subject.slice(0, m.start)
      case .after: out += m.subject.slice(m.end, m.subject.bytes.count)
      case .whole: out += m.subject.text
      case .last:
        let s = m.spans.spans[m.spans.spans.count - 1]
        if s.start >= 0 { out += m.subject.slice(s.start, s.end) }
      }
    }
    return out
  }
}
