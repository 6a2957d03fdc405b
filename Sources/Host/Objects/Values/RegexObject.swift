import Basics

/// A `[regex]` value.
public final class RegexObject: Obj {
  public let pattern: String
  public let options: RegexOptions
  let program: RegexProgram

  private init(_ pattern: String, _ options: RegexOptions) throws {
    self.pattern = pattern
    self.options = options
    do {
      program = try RegexProgram(pattern, options)
    } catch let e as RegexPatternError {
      let x = ExceptionObject(
        Types.named("System.Text.RegularExpressions.RegexParseException"),
        "Invalid pattern '\(pattern)' at offset \(e.offset). \(e.message)")
      x.fields["Offset"] = .int(Int32(clamping: e.offset))
      throw GuestError(ErrorRecord(x, id: x.type.name, category: .NotSpecified))
    }
  }

  private struct Key: Hashable {
    let pattern: String
    let options: RegexOptions
    static func == (a: Key, b: Key) -> Bool { a.options == b.options && Ordinal.equals(a.pattern, b.pattern) }
  }
  // Patterns in use; one thread runs guest code.
  nonisolated(unsafe) private static var cache: [Key: RegexObject] = [:]

  /// A compiled pattern, from the cache if it was used before; throws RegexParseException.
  public static func make(_ pattern: String, _ options: RegexOptions) throws -> RegexObject {
    let key = Key(pattern: pattern, options: options)
    if let r = cache[key] { return r }
    let r = try RegexObject(pattern, options)
    if cache.count > 256 { cache.removeAll() }
    cache[key] = r
    return r
  }

  public override var typeInfo: TypeInfo { Types.regex }
  public override func text() throws -> String? { pattern }

  /// Names of the groups in the order of their numbers; unnamed groups are named by number.
  public var groupNames: [String] { program.groupNames }
  /// The number of a group by name, or -1.
  public func groupNumber(_ name: String) -> Int { groupNames.firstIndex(of: name) ?? -1 }

  /// Whether the text has a match.
  public func isMatch(_ text: String) -> Bool { program.isMatch(text) }
  /// Whether the text has a match at or after a UTF-16 position.
  public func isMatch(_ text: String, from unit: Int) -> Bool { match(text, from: unit).success }

  /// The first match; `success` is false when there is none.
  public func match(_ text: String) -> MatchObject {
    let s = RegexSubject(text)
    return match(s, from: program.isRightToLeft ? s.bytes.count : 0)
  }
  /// The first match at or after a UTF-16 position.
  public func match(_ text: String, from unit: Int) -> MatchObject {
    let s = RegexSubject(text)
    return match(s, from: s.byte(unit))
  }

  func match(_ subject: RegexSubject, from byte: Int) -> MatchObject {
    guard byte >= 0, byte <= subject.bytes.count, let spans = program.match(subject, from: byte) else {
      return MatchObject.failed(self, subject)
    }
    return MatchObject(self, subject, spans)
  }

  /// The match after another one; an empty match moves on by a character.
  func next(after m: MatchObject) -> MatchObject {
    if program.isRightToLeft {
      var at = m.start
      if m.start == m.end {
        at -= 1
        while at > 0 && m.subject.bytes[at] & 0xC0 == 0x80 { at -= 1 }
      }
      return at < 0 ? MatchObject.failed(self, m.subject) : match(m.subject, from: at)
    }
    return match(m.subject, from: m.start == m.end ? m.subject.after(m.end) : m.end)
  }

  /// All matches, in order.
  public func matches(_ text: String, from unit: Int = 0) -> [MatchObject] {
    let subject = RegexSubject(text)
    let start = program.isRightToLeft && unit == 0 ? subject.bytes.count : subject.byte(unit)
    var all: [MatchObject] = []
    var m = match(subject, from: start)
    while m.success {
      all.append(m)
      m = next(after: m)
    }
    return all
  }

  /// The text with matches replaced by what `replacement` makes of them; at most `count` if not negative.
  public func replace(
    _ text: String, count: Int = -1, from unit: Int = 0, _ replacement: (MatchObject) throws -> String
  ) rethrows -> String {
    let subject = RegexSubject(text)
    let start = program.isRightToLeft && unit == 0 ? subject.bytes.count : subject.byte(unit)
    var m = match(subject, from: start)
    if !m.success || count == 0 { return text }
    var pieces: [(start: Int, end: Int, text: String)] = []
    while m.success && (count < 0 || pieces.count < count) {
      pieces.append((m.start, m.end, try replacement(m)))
      m = next(after: m)
    }
    if program.isRightToLeft { pieces.reverse() }
    var out: [UInt8] = []
    out.reserveCapacity(subject.bytes.count)
    var at = 0
    for p in pieces {
      if p.start > at { out.append(contentsOf: subject.bytes[at..<p.start]) }
      out.append(contentsOf: p.text.utf8)
      at = max(at, p.end)
    }
    out.append(contentsOf: subject.bytes[at...])
    return String(decoding: out, as: UTF8.self)
  }
  /// The text with matches replaced by a pattern with `$1`, `${name}`, `$&` and their like.
  public func replace(_ text: String, _ pattern: String, count: Int = -1, from unit: Int = 0) -> String {
    let r = RegexReplacement(pattern, self)
    return replace(text, count: count, from: unit) { r.expand($0) }
  }

  /// The pieces between matches, with the captured groups among them; at most `count` pieces if not zero.
  public func split(_ text: String, count: Int = 0, from unit: Int = 0) -> [String] {
    if count == 1 { return [text] }
    let subject = RegexSubject(text)
    var m = match(subject, from: program.isRightToLeft && unit == 0 ? subject.bytes.count : subject.byte(unit))
    if !m.success { return [text] }
    var found: [MatchObject] = []
    while m.success && (count <= 0 || found.count < count - 1) {
      found.append(m)
      m = next(after: m)
    }
    if program.isRightToLeft { found.reverse() }
    var out: [String] = []
    var at = 0
    for f in found {
      out.append(subject.slice(at, max(at, f.start)))
      at = f.end
      for g in f.spans.spans.dropFirst() where g.start >= 0 { out.append(subject.slice(g.start, g.end)) }
    }
    out.append(subject.slice(at, subject.bytes.count))
    return out
  }

  /// `Regex.Escape`.
  public static func escape(_ s: String) -> String {
    var out = ""
    for c in s.unicodeScalars {
      switch c {
      case "\\", "*", "+", "?", "|", "{", "[", "(", ")", "^", "$", ".", "#", " ":
        out += "\\"
        out.unicodeScalars.append(c)
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\u{0C}": out += "\\f"
      default: out.unicodeScalars.append(c)
      }
    }
    return out
  }
  /// `Regex.Unescape`; throws RegexParseException.
  public static func unescape(_ s: String) throws -> String {
    var parser = RegexParser(s, [])
    var out = String.UnicodeScalarView()
    while parser.i < parser.p.count {
      let c = parser.p[parser.i]
      parser.i += 1
      var v = c
      if c == 0x5C {
        do {
          v = try parser.character()
        } catch let e as RegexPatternError {
          throw GuestError.exception(
            "System.Text.RegularExpressions.RegexParseException",
            "Invalid pattern '\(s)' at offset \(e.offset). \(e.message)")
        }
      }
      out.append(Unicode.Scalar(v) ?? "\u{FFFD}")
    }
    return String(out)
  }
}
