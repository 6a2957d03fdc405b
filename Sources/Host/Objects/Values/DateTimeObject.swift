import Basics
import Glibc

/// What a date's clock time refers to.
public enum DateKind: Int, Sendable { case unspecified, utc, local }

/// A `[datetime]` value: ticks of 100 ns since the year 1, and a kind.
public final class DateTimeObject: Obj {
  public let ticks: Int64
  public let kind: DateKind
  public init(_ ticks: Int64, _ kind: DateKind = .unspecified) {
    self.ticks = ticks
    self.kind = kind
  }
  public override var typeInfo: TypeInfo { Types.dateTime }
  public override func text() throws -> String? {
    try DateFormatter.format(self, nil, .invariant)
  }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(DateTimeObject.self)?.ticks == ticks }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(ticks) }

  /// The last moment of the year 9999.
  public static let maxTicks: Int64 = 3_155_378_975_999_999_999
  /// The start of 1970.
  public static let unixEpochTicks: Int64 = 621_355_968_000_000_000
  /// The start of 1601, where file times begin.
  public static let fileTimeEpochTicks: Int64 = 504_911_232_000_000_000

  /// The moment now on the wall clock.
  public static var now: DateTimeObject { utcNow.toLocal() }
  /// The moment now in universal time.
  public static var utcNow: DateTimeObject {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    return DateTimeObject(unixEpochTicks + Int64(t.tv_sec) * 10_000_000 + Int64(t.tv_nsec) / 100, .utc)
  }

  private var date: CalendarDate { CalendarDate(ticks: ticks) }
  public var year: Int { date.year }
  public var month: Int { date.month }
  public var day: Int { date.day }
  public var hour: Int { Int(ticks / TimeSpanObject.ticksPerHour % 24) }
  public var minute: Int { Int(ticks / TimeSpanObject.ticksPerMinute % 60) }
  public var second: Int { Int(ticks / TimeSpanObject.ticksPerSecond % 60) }
  public var millisecond: Int { Int(ticks / TimeSpanObject.ticksPerMillisecond % 1000) }
  /// 0 for Sunday.
  public var dayOfWeek: Int { Int((ticks / TimeSpanObject.ticksPerDay + 1) % 7) }
  /// 1 for the first of January.
  public var dayOfYear: Int { date.dayOfYear }
  /// Ticks since midnight.
  public var timeOfDay: Int64 { ticks % TimeSpanObject.ticksPerDay }
  /// Midnight of the same day.
  public var dateOnly: DateTimeObject { DateTimeObject(ticks - timeOfDay, kind) }

  static var outOfRange: GuestError {
    GuestError.exception(
      "System.ArgumentOutOfRangeException",
      "The added or subtracted value results in an un-representable DateTime. (Parameter 'value')")
  }

  /// A date and time from its parts, or .NET's error.
  public static func make(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, millisecond: Int = 0,
    kind: DateKind = .unspecified
  ) throws -> DateTimeObject {
    guard let days = CalendarDate.days(year: year, month: month, day: day) else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException",
        "Year, Month, and Day parameters describe an un-representable DateTime.")
    }
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException",
        "Hour, Minute, and Second parameters describe an un-representable DateTime.")
    }
    guard (0..<1000).contains(millisecond) else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException",
        "Valid values are between 0 and 999, inclusive. (Parameter 'millisecond')")
    }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    let time = seconds * 10_000_000 + Int64(millisecond) * 10_000
    return DateTimeObject(Int64(days) * TimeSpanObject.ticksPerDay + time, kind)
  }

  /// The date moved by ticks.
  public func adding(ticks n: Int64) throws -> DateTimeObject {
    let (t, o) = ticks.addingReportingOverflow(n)
    guard !o, t >= 0, t <= DateTimeObject.maxTicks else { throw DateTimeObject.outOfRange }
    return DateTimeObject(t, kind)
  }
  /// The date moved by a number of units (days, hours…), to the tick.
  public func adding(_ value: Double, unit: Int64) throws -> DateTimeObject {
    let whole = value.rounded(.towardZero)
    let t = whole * Double(unit) + ((value - whole) * Double(unit)).rounded(.towardZero)
    guard let n = Int64(exactly: t.rounded(.towardZero)) else { throw DateTimeObject.outOfRange }
    return try adding(ticks: n)
  }
  /// The date moved by months; a day the month lacks becomes its last.
  public func adding(months: Int) throws -> DateTimeObject {
    guard abs(months) <= 120_000 else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException", "Months value must be between +/-120000. (Parameter 'months')")
    }
    let d = date
    let index = d.year * 12 + d.month - 1 + months
    guard index >= 12, index < 120_000 else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException",
        "The added or subtracted value results in an un-representable DateTime. (Parameter 'months')")
    }
    let y = index / 12
    let m = index % 12 + 1
    let day = min(d.day, CalendarDate.daysInMonth(y, m))
    guard let days = CalendarDate.days(year: y, month: m, day: day) else { throw DateTimeObject.outOfRange }
    return DateTimeObject(Int64(days) * TimeSpanObject.ticksPerDay + timeOfDay, kind)
  }
  /// The date moved by years.
  public func adding(years: Int) throws -> DateTimeObject {
    guard abs(years) <= 10_000 else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException", "Years value must be between +/-10000. (Parameter 'years')")
    }
    return try adding(months: years * 12)
  }

  /// The same clock time with another kind.
  public func with(kind: DateKind) -> DateTimeObject { DateTimeObject(ticks, kind) }
  /// The moment in universal time; an unspecified date is taken as local.
  public func toUniversal() -> DateTimeObject {
    if kind == .utc { return self }
    return DateTimeObject(clamp(ticks - LocalZone.offset(atLocal: ticks)), .utc)
  }
  /// The moment on the local clock; an unspecified date is taken as universal.
  public func toLocal() -> DateTimeObject {
    if kind == .local { return self }
    return DateTimeObject(clamp(ticks + LocalZone.offset(atUniversal: ticks)), .local)
  }
  private func clamp(_ t: Int64) -> Int64 { min(max(t, 0), DateTimeObject.maxTicks) }
  /// The offset from universal time, in ticks, that the kind implies.
  public var offset: Int64 { kind == .utc ? 0 : LocalZone.offset(atLocal: ticks) }
}

extension Value {
  /// A `[datetime]`.
  public static func dateTime(ticks: Int64, _ kind: DateKind = .unspecified) -> Value {
    .object(DateTimeObject(ticks, kind))
  }
}

/// Gregorian calendar arithmetic.
public struct CalendarDate {
  public let year: Int
  public let month: Int
  public let day: Int
  public let dayOfYear: Int

  /// The date of a tick count.
  public init(ticks: Int64) { self.init(days: Int(ticks / TimeSpanObject.ticksPerDay)) }
  /// The date of a day number; 0 is the first of January of the year 1.
  public init(days: Int) {
    let n400 = days / 146_097
    var rest = days % 146_097
    let n100 = min(rest / 36_524, 3)
    rest -= n100 * 36_524
    let n4 = rest / 1461
    rest %= 1461
    let n1 = min(rest / 365, 3)
    rest -= n1 * 365
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    dayOfYear = rest + 1
    let starts = CalendarDate.isLeap(year) ? CalendarDate.leapStarts : CalendarDate.starts
    var m = rest / 32 + 1
    while m < 12 && rest >= starts[m] { m += 1 }
    month = m
    day = rest - starts[m - 1] + 1
  }

  private static let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
  private static let leapStarts = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366]

  /// Whether a year has a 29th of February.
  public static func isLeap(_ y: Int) -> Bool { y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) }
  /// Days of a month; the month must be 1...12.
  public static func daysInMonth(_ y: Int, _ m: Int) -> Int {
    let s = isLeap(y) ? leapStarts : starts
    return s[m] - s[m - 1]
  }
  /// The day number of a date, or nil if there is no such date.
  public static func days(year: Int, month: Int, day: Int) -> Int? {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= daysInMonth(year, month) else {
      return nil
    }
    let y = year - 1
    let s = isLeap(year) ? leapStarts : starts
    return y * 365 + y / 4 - y / 100 + y / 400 + s[month - 1] + day - 1
  }
}

/// The time zone of the process, through libc.
public enum LocalZone {
  /// `localtime_r` need not read the zone by itself.
  private static let zoneIsRead: Bool = {
    tzset()
    return true
  }()

  /// The offset in ticks at a universal moment.
  public static func offset(atUniversal ticks: Int64) -> Int64 {
    var seconds = time_t((ticks - DateTimeObject.unixEpochTicks) / 10_000_000)
    var parts = tm()
    _ = zoneIsRead
    guard localtime_r(&seconds, &parts) != nil else { return 0 }
    return Int64(parts.tm_gmtoff) * 10_000_000
  }
  /// The offset in ticks at a local clock time; standard time where the clock reads twice.
  public static func offset(atLocal ticks: Int64) -> Int64 {
    let before = offset(atUniversal: ticks - 864_000_000_000)
    let after = offset(atUniversal: ticks + 864_000_000_000)
    if before == after { return before }
    let fitsBefore = offset(atUniversal: ticks - before) == before
    let fitsAfter = offset(atUniversal: ticks - after) == after
    if fitsBefore && fitsAfter { return min(before, after) }
    if fitsBefore { return before }
    return fitsAfter ? after : min(before, after)
  }
}
