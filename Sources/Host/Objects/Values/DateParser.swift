import Basics

/// `DateTimeStyles`.
public struct DateStyles: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let allowLeadingWhite = DateStyles(rawValue: 1)
  public static let allowTrailingWhite = DateStyles(rawValue: 2)
  public static let allowInnerWhite = DateStyles(rawValue: 4)
  public static let noCurrentDateDefault = DateStyles(rawValue: 8)
  public static let adjustToUniversal = DateStyles(rawValue: 16)
  public static let assumeLocal = DateStyles(rawValue: 32)
  public static let assumeUniversal = DateStyles(rawValue: 64)
  public static let roundtripKind = DateStyles(rawValue: 128)
}

/// What a text said about a date and a time, before it is made one.
struct ParsedMoment {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute = 0
  var second = 0
  var fraction: Int64 = 0
  var isPM: Bool?
  var weekday: Int?
  /// The offset named in the text, in ticks.
  var offset: Int64?
  /// The text ended in `Z` or `GMT`.
  var isUniversal = false
  let text: String

  init(_ text: String) { self.text = text }

  var bad: GuestError {
    GuestError.exception("System.FormatException", "String '\(text)' was not recognized as a valid DateTime.")
  }

  /// Ticks of the clock time the text names.
  func clockTicks(_ styles: DateStyles) throws -> Int64 {
    var h = hour ?? 0
    if let pm = isPM {
      guard (1...12).contains(h) else { throw bad }
      h = h % 12 + (pm ? 12 : 0)
    }
    guard (0..<24).contains(h) || (h == 24 && minute == 0 && second == 0 && fraction == 0), (0..<60).contains(minute),
      (0..<60).contains(second)
    else { throw bad }
    let noDate = year == nil && month == nil && day == nil
    let bare = noDate && styles.contains(.noCurrentDateDefault)
    let today: DateTimeObject? = bare || (year != nil && !noDate) ? nil : DateTimeObject.now
    let y = year ?? today?.year ?? 1
    let m = month ?? (noDate ? today?.month ?? 1 : 1)
    let d = day ?? (noDate ? today?.day ?? 1 : 1)
    guard (1...12).contains(m), (1...31).contains(d), (1...9999).contains(y) else { throw bad }
    guard let days = CalendarDate.days(year: y, month: m, day: d) else {
      throw GuestError.exception(
        "System.FormatException",
        "The DateTime represented by the string '\(text)' is not supported in calendar "
          + "'System.Globalization.GregorianCalendar'.")
    }
    if let weekday, (days + 1) % 7 != weekday {
      throw GuestError.exception(
        "System.FormatException",
        "String '\(text)' was not recognized as a valid DateTime because the day of week was incorrect.")
    }
    let seconds = Int64(h * 3600 + minute * 60 + second)
    return Int64(days) * TimeSpanObject.ticksPerDay + seconds * 10_000_000 + fraction
  }

  /// The date as `DateTime.Parse` gives it.
  func date(_ styles: DateStyles) throws -> DateTimeObject {
    let ticks = try clockTicks(styles)
    if isUniversal || offset != nil {
      let utc = DateTimeObject(ticks - (offset ?? 0), .utc)
      guard (0...DateTimeObject.maxTicks).contains(utc.ticks) else { throw bad }
      if styles.contains(.adjustToUniversal) || (styles.contains(.roundtripKind) && isUniversal) { return utc }
      return utc.toLocal()
    }
    if styles.contains(.assumeUniversal) {
      let utc = DateTimeObject(ticks, .utc)
      return styles.contains(.adjustToUniversal) ? utc : utc.toLocal()
    }
    if styles.contains(.assumeLocal) {
      let local = DateTimeObject(ticks, .local)
      return styles.contains(.adjustToUniversal) ? local.toUniversal() : local
    }
    return DateTimeObject(ticks)
  }

  /// The moment as `DateTimeOffset.Parse` gives it.
  func dateOffset(_ styles: DateStyles) throws -> DateTimeOffsetObject {
    let ticks = try clockTicks(styles)
    var zone = offset ?? (isUniversal ? 0 : nil)
    if zone == nil { zone = styles.contains(.assumeUniversal) ? 0 : LocalZone.offset(atLocal: ticks) }
    let made = try DateTimeOffsetObject.make(ticks: ticks, offset: zone ?? 0)
    return styles.contains(.adjustToUniversal) ? try made.to(offset: 0) : made
  }
}

/// Reads dates in the forms `DateTime.Parse` accepts.
public enum DateParser {
  /// The date a text names; throws .NET's FormatException.
  public static func parse(
    _ text: String, _ culture: CultureObject = .invariant, _ styles: DateStyles = []
  ) throws -> DateTimeObject { try read(text, culture).date(styles) }

  /// The moment a text names; throws .NET's FormatException.
  public static func parseOffset(
    _ text: String, _ culture: CultureObject = .invariant, _ styles: DateStyles = []
  ) throws -> DateTimeOffsetObject { try read(text, culture).dateOffset(styles) }

  private static func read(_ text: String, _ culture: CultureObject) throws -> ParsedMoment {
    var reader = DateReader(text, culture.dateFormat)
    return try reader.read()
  }
}

/// One pass over a date text.
private struct DateReader {
  private let u: [Unicode.Scalar]
  private let info: DateFormatObject
  private var i = 0
  private var moment: ParsedMoment
  private var numbers: [(value: Int, digits: Int)] = []
  /// Where among the numbers the month's name stood.
  private var monthPlace: Int?
  /// Whether the last token was a number of the date, so that a dash after it separates.
  private var inDate = false

  init(_ text: String, _ info: DateFormatObject) {
    u = Array(text.unicodeScalars)
    self.info = info
    moment = ParsedMoment(text)
  }

  private static func isDigit(_ c: Unicode.Scalar) -> Bool { c.value &- 0x30 < 10 }
  private func peek(_ k: Int = 0) -> Unicode.Scalar? { i + k < u.count ? u[i + k] : nil }

  mutating func read() throws -> ParsedMoment {
    var sawAny = false
    while let c = peek() {
      if c == " " || c == "," || (c.value > 0x7F || c.value < 0x20) && c.properties.isWhitespace {
        i += 1
        inDate = false
      } else if DateReader.isDigit(c) {
        sawAny = true
        try number()
      } else if c.properties.isAlphabetic {
        sawAny = true
        try word()
      } else if c == "+" || c == "-", moment.hour != nil, !inDate, let n = peek(1), DateReader.isDigit(n) {
        try zone(negative: c == "-")
      } else if c == "/" || c == "-" || c == ".", !numbers.isEmpty || monthPlace != nil {
        i += 1
      } else {
        throw sawAny ? moment.bad : unknownWord(i)
      }
    }
    guard sawAny else { throw moment.bad }
    try settle()
    return moment
  }

  private func unknownWord(_ at: Int) -> GuestError {
    if moment.text.isEmpty { return moment.bad }
    return GuestError.exception(
      "System.FormatException",
      "The string '\(moment.text)' was not recognized as a valid DateTime. "
        + "There is an unknown word starting at index '\(at)'.")
  }

  private mutating func digits() -> (value: Int, digits: Int) {
    var v = 0
    var n = 0
    while let c = peek(), DateReader.isDigit(c) {
      if n < 10 { v = v * 10 + Int(c.value - 0x30) }
      n += 1
      i += 1
    }
    return (v, n)
  }

  private mutating func number() throws {
    let n = digits()
    inDate = false
    if peek() == Unicode.Scalar(":"), moment.hour == nil {
      try time(n)
    } else if moment.hour == nil, let pm = meridiem() {
      moment.hour = n.value
      moment.isPM = pm
    } else {
      if n.digits > 4 { throw moment.bad }
      numbers.append(n)
      inDate = true
      if peek() == Unicode.Scalar("T") || peek() == Unicode.Scalar("t"), let d = peek(1), DateReader.isDigit(d) {
        i += 1
      } else if let c = peek(), "년年".unicodeScalars.contains(c) || "월月일日".unicodeScalars.contains(c) {
        i += 1
      }
    }
  }

  private mutating func time(_ hour: (value: Int, digits: Int)) throws {
    guard hour.digits <= 2 else { throw moment.bad }
    moment.hour = hour.value
    i += 1
    guard let c = peek(), DateReader.isDigit(c) else { throw moment.bad }
    moment.minute = digits().value
    if peek() == Unicode.Scalar(":") {
      i += 1
      guard let d = peek(), DateReader.isDigit(d) else { throw moment.bad }
      moment.second = digits().value
      if peek() == Unicode.Scalar(".") || peek() == Unicode.Scalar(","), let d = peek(1), DateReader.isDigit(d) {
        i += 1
        fraction()
      }
    }
    if let pm = meridiem() { moment.isPM = pm }
  }

  private mutating func fraction() {
    var f: Int64 = 0
    var n = 0
    while let c = peek(), DateReader.isDigit(c) {
      if n < 7 { f = f * 10 + Int64(c.value - 0x30) }
      if n == 7 && c.value >= 0x35 { f += 1 }
      n += 1
      i += 1
    }
    while n < 7 {
      f *= 10
      n += 1
    }
    moment.fraction = f
  }

  /// An AM or PM mark at this place (after spaces), consumed; nil if there is none.
  private mutating func meridiem() -> Bool? {
    var j = i
    while j < u.count && u[j].properties.isWhitespace { j += 1 }
    var end = j
    while end < u.count && (u[end].properties.isAlphabetic) { end += 1 }
    guard end > j else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: u[j..<end])
    let w = CaseFold.folded(String(view))
    let pm: Bool
    if w == "AM" || w == "A" || w == CaseFold.folded(info.amDesignator) {
      pm = false
    } else if w == "PM" || w == "P" || w == CaseFold.folded(info.pmDesignator) {
      pm = true
    } else {
      return nil
    }
    i = end
    return pm
  }

  private mutating func zone(negative: Bool) throws {
    i += 1
    let h = digits()
    var minutes = 0
    var hours = h.value
    if peek() == Unicode.Scalar(":") {
      i += 1
      minutes = digits().value
    } else if h.digits == 4 {
      hours = h.value / 100
      minutes = h.value % 100
    }
    guard hours <= 14, minutes < 60 else { throw moment.bad }
    let ticks = Int64(hours * 60 + minutes) * TimeSpanObject.ticksPerMinute
    moment.offset = negative ? -ticks : ticks
  }

  private mutating func word() throws {
    let start = i
    if let pm = meridiem(), moment.isPM == nil {
      moment.isPM = pm
      return
    }
    i = start
    while let c = peek(), c.properties.isAlphabetic || c.properties.generalCategory == .nonspacingMark { i += 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: u[start..<i])
    let w = CaseFold.folded(String(view))
    if w == "Z" || w == "GMT" || w == "UTC" {
      guard moment.hour != nil || !numbers.isEmpty else { throw unknownWord(start) }
      moment.isUniversal = true
    } else if w == "T" && !numbers.isEmpty {
      return
    } else if let m = DateNames.find(w, info.monthNames, info.abbreviatedMonthNames, DateNames.months) {
      guard monthPlace == nil else { throw moment.bad }
      moment.month = m + 1
      monthPlace = numbers.count
      if peek() == Unicode.Scalar(".") { i += 1 }
    } else if let d = DateNames.find(w, info.dayNames, info.abbreviatedDayNames, DateNames.days) {
      moment.weekday = d
      if peek() == Unicode.Scalar(".") { i += 1 }
    } else {
      throw unknownWord(start)
    }
  }

  private static func fullYear(_ n: (value: Int, digits: Int)) -> Int {
    n.digits > 2 ? n.value : (n.value <= 49 ? 2000 + n.value : 1900 + n.value)
  }

  /// Decides which number is year, month and day.
  private mutating func settle() throws {
    let n = numbers
    if monthPlace != nil {
      switch n.count {
      case 0: break
      case 1:
        if n[0].digits > 2 || n[0].value > 31 {
          moment.year = DateReader.fullYear(n[0])
        } else {
          moment.day = n[0].value
        }
      case 2:
        let yearFirst = n[0].digits > 2
        moment.year = DateReader.fullYear(yearFirst ? n[0] : n[1])
        moment.day = (yearFirst ? n[1] : n[0]).value
      default: throw moment.bad
      }
      return
    }
    switch n.count {
    case 0:
      guard moment.hour != nil else { throw moment.bad }
    case 2:
      if n[0].digits > 2 {
        (moment.year, moment.month) = (n[0].value, n[1].value)
      } else if n[1].digits > 2 {
        (moment.month, moment.year) = (n[0].value, n[1].value)
      } else if info.readsDayFirst {
        (moment.day, moment.month) = (n[0].value, n[1].value)
      } else {
        (moment.month, moment.day) = (n[0].value, n[1].value)
      }
    case 3:
      if n[0].digits > 2 {
        (moment.year, moment.month, moment.day) = (n[0].value, n[1].value, n[2].value)
      } else {
        moment.year = DateReader.fullYear(n[2])
        (moment.month, moment.day) =
          info.readsDayFirst ? (n[1].value, n[0].value) : (n[0].value, n[1].value)
      }
    default: throw moment.bad
    }
  }
}

/// Lookup of names of months and days.
enum DateNames {
  static let months = CultureObject.invariant.dateFormat.monthNames
  static let days = CultureObject.invariant.dateFormat.dayNames

  /// The index of a folded word among full names, short names or English names and their first three letters.
  static func find(_ folded: String, _ full: [String], _ short: [String], _ english: [String]) -> Int? {
    for (i, name) in full.enumerated() where !name.isEmpty && CaseFold.folded(name) == folded { return i }
    for (i, name) in short.enumerated() {
      let f = CaseFold.folded(name)
      if f == folded || (f.hasSuffix(".") && f.dropLast() == folded) { return i }
    }
    for (i, name) in english.enumerated() {
      let f = CaseFold.folded(name)
      if f == folded || f.prefix(3) == folded { return i }
    }
    return nil
  }
}
