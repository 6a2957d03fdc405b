import Basics

extension DateParser {
  /// The date a text names by one of several exact patterns; throws .NET's FormatException.
  public static func parseExact(
    _ text: String, _ formats: [String], _ culture: CultureObject = .invariant, _ styles: DateStyles = []
  ) throws -> DateTimeObject {
    try readExact(text, formats, culture, styles).date(effective(styles, formats))
  }
  /// The moment a text names by one of several exact patterns; throws .NET's FormatException.
  public static func parseExactOffset(
    _ text: String, _ formats: [String], _ culture: CultureObject = .invariant, _ styles: DateStyles = []
  ) throws -> DateTimeOffsetObject {
    try readExact(text, formats, culture, styles).dateOffset(styles)
  }

  /// Round-trip and universal patterns decide the kind by themselves.
  private static func effective(_ styles: DateStyles, _ formats: [String]) -> DateStyles {
    guard formats.count == 1 else { return styles }
    switch formats[0] {
    case "o", "O": return styles.union(.roundtripKind)
    default: return styles
    }
  }

  private static func readExact(
    _ text: String, _ formats: [String], _ culture: CultureObject, _ styles: DateStyles
  ) throws -> ParsedMoment {
    var calendarError: GuestError?
    for format in formats {
      let invariant = CultureObject.invariant.dateFormat
      let fixed = ["o", "O", "s", "u", "r", "R"].contains(format)
      let pattern =
        format.utf16.count == 1
        ? (DateFormatter.standardPattern(format, culture.dateFormat) ?? format) : format
      var reader = ExactReader(text, pattern, fixed ? invariant : culture.dateFormat, styles)
      guard let moment = reader.read() else { continue }
      do {
        _ = try moment.clockTicks(styles)
        return moment
      } catch let e as GuestError {
        calendarError = e
      }
    }
    throw calendarError ?? ParsedMoment(text).bad
  }
}

/// Matches a text against one custom pattern.
private struct ExactReader {
  private let t: [Unicode.Scalar]
  private let p: [Unicode.Scalar]
  private let info: DateFormatObject
  private let styles: DateStyles
  private var i = 0
  private var moment: ParsedMoment

  init(_ text: String, _ pattern: String, _ info: DateFormatObject, _ styles: DateStyles) {
    var all = Array(text.unicodeScalars)
    if styles.contains(.allowTrailingWhite) { while all.last?.properties.isWhitespace == true { all.removeLast() } }
    t = all
    p = Array(pattern.unicodeScalars)
    self.info = info
    self.styles = styles
    moment = ParsedMoment(text)
  }

  mutating func read() -> ParsedMoment? {
    if styles.contains(.allowLeadingWhite) { skipSpaces() }
    var j = 0
    while j < p.count {
      let c = p[j]
      var n = 0
      while j + n < p.count && p[j + n] == c { n += 1 }
      switch c {
      case "'", "\"":
        var k = j + 1
        while k < p.count && p[k] != c {
          if p[k] == "\\" && k + 1 < p.count { k += 1 }
          guard literal(p[k]) else { return nil }
          k += 1
        }
        n = k - j + 1
      case "\\":
        guard j + 1 < p.count, literal(p[j + 1]) else { return nil }
        n = 2
      case "%": n = 1
      case "/", ":":
        n = 1
        for s in (c == "/" ? info.dateSeparator : info.timeSeparator).unicodeScalars {
          guard literal(s) else { return nil }
        }
      default:
        guard let known = field(c, n) else { return nil }
        if !known {
          n = 1
          guard literal(c) else { return nil }
        }
      }
      j += n
    }
    return i == t.count ? moment : nil
  }

  private mutating func skipSpaces() { while i < t.count && t[i].properties.isWhitespace { i += 1 } }

  private mutating func literal(_ c: Unicode.Scalar) -> Bool {
    if c.properties.isWhitespace && styles.contains(.allowInnerWhite) {
      skipSpaces()
      return true
    }
    guard i < t.count else { return false }
    // A narrow no-break space of the culture also matches a plain one.
    let same = t[i] == c || (c == "\u{202F}" && t[i] == " ")
    if same { i += 1 }
    return same
  }

  private mutating func digits(_ least: Int, _ most: Int) -> Int? {
    var v = 0
    var n = 0
    while n < most, i < t.count, t[i].value &- 0x30 < 10 {
      v = v * 10 + Int(t[i].value - 0x30)
      n += 1
      i += 1
    }
    return n >= least ? v : nil
  }

  private mutating func name(_ names: [String]) -> Int? {
    var best: (index: Int, length: Int)?
    for (k, name) in names.enumerated() where !name.isEmpty {
      let u = Array(name.unicodeScalars)
      guard i + u.count <= t.count, u.count > best?.length ?? 0 else { continue }
      let same = (0..<u.count).allSatisfy { CaseFold.upper(t[i + $0].value) == CaseFold.upper(u[$0].value) }
      if same { best = (k, u.count) }
    }
    i += best?.length ?? 0
    return best?.index
  }

  /// Reads one pattern field: nil on mismatch, false when the letter is a literal.
  private mutating func field(_ c: Unicode.Scalar, _ n: Int) -> Bool? {
    switch c {
    case "y":
      guard let y = digits(n >= 4 ? 4 : (n == 3 ? 3 : n), n <= 2 ? 2 : max(n, 4)) else { return nil }
      moment.year = n <= 2 ? (y <= 49 ? 2000 + y : 1900 + y) : y - info.yearOffset
    case "M":
      if n >= 3 {
        guard let m = name(n == 3 ? info.abbreviatedMonthNames : info.monthNames) else { return nil }
        moment.month = m + 1
      } else {
        guard let m = digits(n, 2) else { return nil }
        moment.month = m
      }
    case "d":
      if n >= 3 {
        guard let d = name(n == 3 ? info.abbreviatedDayNames : info.dayNames) else { return nil }
        moment.weekday = d
      } else {
        guard let d = digits(n, 2) else { return nil }
        moment.day = d
      }
    case "h", "H":
      guard let h = digits(min(n, 2), 2) else { return nil }
      if c == "h" && (h < 1 || h > 12) { return nil }
      moment.hour = c == "h" && moment.isPM == nil && h == 12 ? 12 : h
    case "m":
      guard let m = digits(min(n, 2), 2) else { return nil }
      moment.minute = m
    case "s":
      guard let s = digits(min(n, 2), 2) else { return nil }
      moment.second = s
    case "f", "F":
      let before = i
      guard let f = digits(c == "f" ? n : 0, n) else { return nil }
      var v = Int64(f)
      for _ in 0..<max(0, 7 - (i - before)) { v *= 10 }
      moment.fraction = v
    case "t":
      let marks =
        n == 1
        ? [String(info.amDesignator.prefix(1)), String(info.pmDesignator.prefix(1))]
        : [info.amDesignator, info.pmDesignator]
      guard let k = name(marks) else { return nil }
      moment.isPM = k == 1
    case "g":
      guard name([info.eraName, "A.D.", "AD"]) != nil else { return nil }
    case "z": return zone(n) ? true : nil
    case "K":
      if i < t.count, t[i] == "Z" || t[i] == "z" {
        i += 1
        moment.isUniversal = true
      } else if i < t.count, t[i] == "+" || t[i] == "-" {
        return zone(3) ? true : nil
      }
    default: return false
    }
    return true
  }

  private mutating func zone(_ n: Int) -> Bool {
    guard i < t.count else { return false }
    if t[i] == "Z" {
      i += 1
      moment.isUniversal = true
      return true
    }
    guard t[i] == "+" || t[i] == "-" else { return false }
    let negative = t[i] == "-"
    i += 1
    guard let h = digits(1, 2) else { return false }
    var m = 0
    if n >= 3 {
      if i < t.count && t[i] == ":" { i += 1 }
      guard let v = digits(2, 2) else { return false }
      m = v
    }
    guard h <= 14, m < 60 else { return false }
    let ticks = Int64(h * 60 + m) * TimeSpanObject.ticksPerMinute
    moment.offset = negative ? -ticks : ticks
    return true
  }
}
