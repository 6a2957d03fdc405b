import Basics

/// `System.DateTime`.
enum DateTimeType {
  static func register() {
    Catalogue.register("System.DateTime") { t in
      constructors(t)
      properties(t)
      adding(t)
      converting(t)
      statics(t)
      parsing(t)
      NumberTypes.comparing(t, "datetime", 16)
    }
  }

  static func me(_ v: Value) throws -> DateTimeObject {
    guard let d = v.asObject(DateTimeObject.self) else { throw Throw.nullReference() }
    return d
  }

  static func kind(_ raw: Int64) -> DateKind { DateKind(rawValue: Int(raw)) ?? .unspecified }

  private static func constructors(_ t: TypeBuilder) {
    t.new("(long ticks)") { a in try fromTicks(a.long(0), .unspecified) }
    t.new("(long ticks, System.DateTimeKind kind)") { a in try fromTicks(a.long(0), kind(a.raw(1))) }
    t.new("(int year, int month, int day)") { a in try parts(a) }
    t.new("(int year, int month, int day, int hour, int minute, int second, System.DateTimeKind kind)") { a in
      try parts(Array(a[..<6]), kind: kind(a.raw(6)))
    }
    t.new("(int year, int month, int day, int hour, int minute, int second)") { a in try parts(a) }
    t.new("(int year, int month, int day, int hour, int minute, int second, int millisecond)") { a in try parts(a) }
    t.new(
      "(int year, int month, int day, int hour, int minute, int second, int millisecond, System.DateTimeKind kind)"
    ) { a in try parts(Array(a[..<7]), kind: kind(a.raw(7))) }
  }

  private static func fromTicks(_ n: Int64, _ kind: DateKind) throws -> Value {
    guard n >= 0, n <= DateTimeObject.maxTicks else {
      throw Throw.outOfRange("ticks", "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.")
    }
    return .object(DateTimeObject(n, kind))
  }

  private static func parts(_ a: [Value], kind: DateKind = .unspecified) throws -> Value {
    .object(
      try DateTimeObject.make(
        year: a.int(0), month: a.int(1), day: a.int(2), hour: a.int(3), minute: a.int(4), second: a.int(5),
        millisecond: a.int(6), kind: kind))
  }

  private static func properties(_ t: TypeBuilder) {
    let ints: [(String, (DateTimeObject) -> Int)] = [
      ("Year", \.year), ("Month", \.month), ("Day", \.day), ("Hour", \.hour), ("Minute", \.minute),
      ("Second", \.second), ("Millisecond", \.millisecond), ("DayOfYear", \.dayOfYear),
    ]
    t.prop("datetime Date") { .object(try me($0).dateOnly) }
    for (name, get) in ints { t.prop("int \(name)") { .int(get(try me($0))) } }
    t.prop("System.DayOfWeek DayOfWeek") { .enumeration("System.DayOfWeek", Int64(try me($0).dayOfWeek)) }
    t.prop("System.DateTimeKind Kind") { .enumeration("System.DateTimeKind", Int64(try me($0).kind.rawValue)) }
    t.prop("int Microsecond") { .int(Int(try me($0).ticks / 10 % 1000)) }
    t.prop("int Nanosecond") { .int(Int(try me($0).ticks % 10) * 100) }
    t.prop("long Ticks") { .long(try me($0).ticks) }
    t.prop("timespan TimeOfDay") { .timeSpan(ticks: try me($0).timeOfDay) }
  }

  private static func adding(_ t: TypeBuilder) {
    for (name, unit) in [
      ("AddDays", TimeSpanObject.ticksPerDay), ("AddHours", TimeSpanObject.ticksPerHour),
      ("AddMinutes", TimeSpanObject.ticksPerMinute), ("AddSeconds", TimeSpanObject.ticksPerSecond),
      ("AddMilliseconds", TimeSpanObject.ticksPerMillisecond), ("AddMicroseconds", 10),
    ] {
      t.method("datetime \(name)(double value)") { s, a in .object(try me(s).adding(a.double(0), unit: unit)) }
    }
    t.method("datetime AddTicks(long value)") { s, a in .object(try me(s).adding(ticks: a.long(0))) }
    t.method("datetime AddMonths(int months)") { s, a in .object(try me(s).adding(months: a.int(0))) }
    t.method("datetime AddYears(int value)") { s, a in .object(try me(s).adding(years: a.int(0))) }
    t.method("datetime Add(timespan value)") { s, a in .object(try me(s).adding(ticks: span(a))) }
    t.method("timespan Subtract(datetime value)") { s, a in
      .timeSpan(ticks: try me(s).ticks - (a.object(0, DateTimeObject.self)?.ticks ?? 0))
    }
    t.method("datetime Subtract(timespan value)") { s, a in .object(try me(s).adding(ticks: 0 &- span(a))) }
  }

  static func span(_ a: [Value], _ i: Int = 0) -> Int64 { a.object(i, TimeSpanObject.self)?.ticks ?? 0 }

  private static func converting(_ t: TypeBuilder) {
    t.method("datetime ToLocalTime()") { s, _ in .object(try me(s).toLocal()) }
    t.method("datetime ToUniversalTime()") { s, _ in .object(try me(s).toUniversal()) }
    t.method("bool IsDaylightSavingTime()") { _, _ in .bool(false) }
    t.method("long ToFileTime()") { s, _ in
      .long(try me(s).toUniversal().ticks - DateTimeObject.fileTimeEpochTicks)
    }
    t.method("long ToFileTimeUtc()") { s, _ in .long(try me(s).ticks - DateTimeObject.fileTimeEpochTicks) }
    t.method("double ToOADate()") { s, _ in
      .double(Double(try me(s).ticks - oaEpoch) / Double(TimeSpanObject.ticksPerDay))
    }
    t.method("long ToBinary()") { s, _ in
      let d = try me(s)
      switch d.kind {
      case .unspecified: return .long(d.ticks)
      case .utc: return .long(d.ticks | 0x4000_0000_0000_0000)
      case .local: return .long(Int64(bitPattern: UInt64(bitPattern: d.toUniversal().ticks) | 0x8000_0000_0000_0000))
      }
    }
    Formatting.toString(t)
    let formats = [
      ("ToShortDateString", "d"), ("ToLongDateString", "D"), ("ToShortTimeString", "t"), ("ToLongTimeString", "T"),
    ]
    for (name, f) in formats {
      t.method("string \(name)()") { s, _ in .string(try Formatting.format(s, f, .null)) }
    }
    t.method("string[] GetDateTimeFormats()") { s, _ in
      .strings(
        try ["d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "U", "y"].map {
          try Formatting.format(s, $0, .null)
        })
    }
  }

  private static let oaEpoch: Int64 = 599_264_352_000_000_000

  private static func statics(_ t: TypeBuilder) {
    t.fixedProp("datetime Now") { .object(DateTimeObject.now) }
    t.fixedProp("datetime UtcNow") { .object(DateTimeObject.utcNow) }
    t.fixedProp("datetime Today") { .object(DateTimeObject.now.dateOnly) }
    t.const("datetime MinValue", .dateTime(ticks: 0))
    t.const("datetime MaxValue", .dateTime(ticks: DateTimeObject.maxTicks))
    t.const("datetime UnixEpoch", .dateTime(ticks: DateTimeObject.unixEpochTicks, .utc))
    t.fixed("int DaysInMonth(int year, int month)") { a in
      guard (1...12).contains(a.int(1)) else {
        throw Throw.outOfRange("month", "Month must be between one and twelve.")
      }
      guard (1...9999).contains(a.int(0)) else {
        throw Throw.outOfRange("year", "Year must be between 1 and 9999.")
      }
      return .int(CalendarDate.daysInMonth(a.int(0), a.int(1)))
    }
    t.fixed("bool IsLeapYear(int year)") { a in
      guard (1...9999).contains(a.int(0)) else { throw Throw.outOfRange("year", "Year must be between 1 and 9999.") }
      return .bool(CalendarDate.isLeap(a.int(0)))
    }
    t.fixed("int Compare(datetime t1, datetime t2)") { a in
      .int(try Operations.compare(a[0], a[1], ignoreCase: false).signum())
    }
    t.fixed("bool Equals(datetime t1, datetime t2)") { a in .bool(Collections.equals(a[0], a[1])) }
    t.fixed("datetime SpecifyKind(datetime value, System.DateTimeKind kind)") { a in
      .object(try me(a[0]).with(kind: kind(a.raw(1))))
    }
    t.fixed("datetime FromFileTime(long fileTime)") { a in
      .object(try DateTimeObject(DateTimeObject.fileTimeEpochTicks, .utc).adding(ticks: a.long(0)).toLocal())
    }
    t.fixed("datetime FromFileTimeUtc(long fileTime)") { a in
      .object(try DateTimeObject(DateTimeObject.fileTimeEpochTicks, .utc).adding(ticks: a.long(0)))
    }
    t.fixed("datetime FromOADate(double d)") { a in
      .object(try DateTimeObject(oaEpoch).adding(a.double(0), unit: TimeSpanObject.ticksPerDay))
    }
    t.fixed("datetime FromBinary(long dateData)") { a in
      let n = UInt64(bitPattern: a.long(0))
      let ticks = Int64(n & 0x3FFF_FFFF_FFFF_FFFF)
      if n & 0x8000_0000_0000_0000 != 0 { return .object(DateTimeObject(ticks, .utc).toLocal()) }
      return .object(DateTimeObject(ticks, n & 0x4000_0000_0000_0000 != 0 ? .utc : .unspecified))
    }
  }

  private static func parsing(_ t: TypeBuilder) {
    func parse(_ a: [Value], _ provider: Value, _ styles: Int64) throws -> Value {
      .object(
        try DateParser.parse(
          try a.requireStr(0, "s"), Formatting.culture(provider), DateStyles(rawValue: Int(styles))))
    }
    t.fixed("datetime Parse(string s)") { a in try parse(a, .null, 0) }
    t.fixed("datetime Parse(string s, System.IFormatProvider provider)") { a in try parse(a, a[1], 0) }
    t.fixed(
      "datetime Parse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles)"
    ) { a in try parse(a, a[1], a.raw(2)) }
    func attempt(_ a: [Value], _ body: () throws -> Value) throws -> Value {
      let v = a.strOrNil(0) == nil ? nil : try? body()
      try a.object(a.count - 1, PSReference.self)?.set(v ?? .dateTime(ticks: 0))
      return .bool(v != nil)
    }
    t.fixed("bool TryParse(string s, ref datetime result)") { a in try attempt(a) { try parse(a, .null, 0) } }
    t.fixed("bool TryParse(string s, System.IFormatProvider provider, ref datetime result)") { a in
      try attempt(a) { try parse(a, a[1], 0) }
    }
    t.fixed(
      "bool TryParse(string s, System.IFormatProvider provider, System.Globalization.DateTimeStyles styles, ref datetime result)"
    ) { a in try attempt(a) { try parse(a, a[1], a.raw(2)) } }
    func exact(_ a: [Value], _ styles: Int64) throws -> Value {
      let formats = try a[1].isNull ? [] : a[1].stringOrNil.map { [$0] } ?? a.list(1).map(\.str)
      return .object(
        try DateParser.parseExact(
          try a.requireStr(0, "s"), formats, Formatting.culture(a[2]), DateStyles(rawValue: Int(styles))))
    }
    t.fixed("datetime ParseExact(string s, string format, System.IFormatProvider provider)") { a in try exact(a, 0) }
    for type in ["string", "string[]"] {
      let list = "string s, \(type) formats, System.IFormatProvider provider, System.Globalization.DateTimeStyles style"
      t.fixed("datetime ParseExact(\(list))") { a in try exact(a, a.raw(3)) }
      t.fixed("bool TryParseExact(\(list), ref datetime result)") { a in try attempt(a) { try exact(a, a.raw(3)) } }
    }
  }
}
