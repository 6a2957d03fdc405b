import Basics
import Glibc

/// `System.DateTimeOffset`.
enum DateTimeOffsetType {
  static func register() {
    Catalogue.register("System.DateTimeOffset") { t in
      constructors(t)
      properties(t)
      moving(t)
      statics(t)
      parsing(t)
      NumberTypes.comparing(t, "System.DateTimeOffset", 1)
      Formatting.toString(t)
    }
  }

  private static func me(_ v: Value) throws -> DateTimeOffsetObject {
    guard let d = v.asObject(DateTimeOffsetObject.self) else { throw Throw.nullReference() }
    return d
  }

  private static func constructors(_ t: TypeBuilder) {
    t.new("(datetime dateTime)") { a in .object(DateTimeOffsetObject(try DateTimeType.me(a[0]))) }
    t.new("(datetime dateTime, timespan offset)") { a in
      .object(try DateTimeOffsetObject.make(ticks: try DateTimeType.me(a[0]).ticks, offset: DateTimeType.span(a, 1)))
    }
    t.new("(long ticks, timespan offset)") { a in
      .object(try DateTimeOffsetObject.make(ticks: a.long(0), offset: DateTimeType.span(a, 1)))
    }
    for ms in ["", ", int millisecond"] {
      t.new("(int year, int month, int day, int hour, int minute, int second\(ms), timespan offset)") { a in
        let d = try DateTimeObject.make(
          year: a.int(0), month: a.int(1), day: a.int(2), hour: a.int(3), minute: a.int(4), second: a.int(5),
          millisecond: ms.isEmpty ? 0 : a.int(6))
        return .object(try DateTimeOffsetObject.make(ticks: d.ticks, offset: DateTimeType.span(a, a.count - 1)))
      }
    }
  }

  private static func properties(_ t: TypeBuilder) {
    t.prop("datetime DateTime") { .object(try me($0).dateTime) }
    t.prop("datetime UtcDateTime") { .object(try me($0).utcDateTime) }
    t.prop("datetime LocalDateTime") { .object(try me($0).localDateTime) }
    t.prop("datetime Date") { .object(try me($0).dateTime.dateOnly) }
    t.prop("timespan Offset") { .timeSpan(ticks: try me($0).offset) }
    t.prop("int TotalOffsetMinutes") { .int(Int(try me($0).offset / TimeSpanObject.ticksPerMinute)) }
    t.prop("long Ticks") { .long(try me($0).ticks) }
    t.prop("long UtcTicks") { .long(try me($0).utcTicks) }
    t.prop("timespan TimeOfDay") { .timeSpan(ticks: try me($0).dateTime.timeOfDay) }
    t.prop("System.DayOfWeek DayOfWeek") { .enumeration("System.DayOfWeek", Int64(try me($0).dateTime.dayOfWeek)) }
    let ints: [(String, (DateTimeObject) -> Int)] = [
      ("Year", \.year), ("Month", \.month), ("Day", \.day), ("Hour", \.hour), ("Minute", \.minute),
      ("Second", \.second), ("Millisecond", \.millisecond), ("DayOfYear", \.dayOfYear),
    ]
    for (name, get) in ints { t.prop("int \(name)") { .int(get(try me($0).dateTime)) } }
  }

  private static func moving(_ t: TypeBuilder) {
    for (name, unit) in [
      ("AddDays", TimeSpanObject.ticksPerDay), ("AddHours", TimeSpanObject.ticksPerHour),
      ("AddMinutes", TimeSpanObject.ticksPerMinute), ("AddSeconds", TimeSpanObject.ticksPerSecond),
      ("AddMilliseconds", TimeSpanObject.ticksPerMillisecond),
    ] {
      t.method("System.DateTimeOffset \(name)(double value)") { s, a in
        let span = try TimeSpanObject.from(a.double(0), unit: unit)
        return .object(try me(s).adding(ticks: span.ticks))
      }
    }
    func moved(_ s: Value, _ change: (DateTimeObject) throws -> DateTimeObject) throws -> Value {
      let m = try me(s)
      return .object(try DateTimeOffsetObject.make(ticks: try change(m.dateTime).ticks, offset: m.offset))
    }
    t.method("System.DateTimeOffset AddMonths(int months)") { s, a in try moved(s) { try $0.adding(months: a.int(0)) } }
    t.method("System.DateTimeOffset AddYears(int years)") { s, a in try moved(s) { try $0.adding(years: a.int(0)) } }
    t.method("System.DateTimeOffset AddTicks(long ticks)") { s, a in .object(try me(s).adding(ticks: a.long(0))) }
    t.method("System.DateTimeOffset Add(timespan timeSpan)") { s, a in
      .object(try me(s).adding(ticks: DateTimeType.span(a)))
    }
    t.method("timespan Subtract(System.DateTimeOffset value)") { s, a in
      .timeSpan(ticks: try me(s).utcTicks - (a.object(0, DateTimeOffsetObject.self)?.utcTicks ?? 0))
    }
    t.method("System.DateTimeOffset Subtract(timespan value)") { s, a in
      .object(try me(s).adding(ticks: 0 &- DateTimeType.span(a)))
    }
    t.method("System.DateTimeOffset ToOffset(timespan offset)") { s, a in
      .object(try me(s).to(offset: DateTimeType.span(a)))
    }
    t.method("System.DateTimeOffset ToUniversalTime()") { s, _ in .object(try me(s).to(offset: 0)) }
    t.method("System.DateTimeOffset ToLocalTime()") { s, _ in
      let m = try me(s)
      return .object(try m.to(offset: LocalZone.offset(atUniversal: m.utcTicks)))
    }
    t.method("long ToUnixTimeSeconds()") { s, _ in .long(unix(try me(s), TimeSpanObject.ticksPerSecond)) }
    t.method("long ToUnixTimeMilliseconds()") { s, _ in .long(unix(try me(s), TimeSpanObject.ticksPerMillisecond)) }
    t.method("long ToFileTime()") { s, _ in .long(try me(s).utcTicks - DateTimeObject.fileTimeEpochTicks) }
    t.method("bool EqualsExact(System.DateTimeOffset other)") { s, a in
      let (x, y) = (try me(s), a.object(0, DateTimeOffsetObject.self))
      return .bool(x.ticks == y?.ticks && x.offset == y?.offset)
    }
  }

  private static func unix(_ d: DateTimeOffsetObject, _ unit: Int64) -> Int64 {
    let n = d.utcTicks - DateTimeObject.unixEpochTicks
    return n >= 0 ? n / unit : (n - unit + 1) / unit
  }

  private static func statics(_ t: TypeBuilder) {
    t.fixedProp("System.DateTimeOffset Now") {
      let now = DateTimeObject.now
      return .object(DateTimeOffsetObject(now))
    }
    t.fixedProp("System.DateTimeOffset UtcNow") { .dateTimeOffset(ticks: DateTimeObject.utcNow.ticks, offset: 0) }
    t.const("System.DateTimeOffset MinValue", .dateTimeOffset(ticks: 0, offset: 0))
    t.const("System.DateTimeOffset MaxValue", .dateTimeOffset(ticks: DateTimeObject.maxTicks, offset: 0))
    t.const("System.DateTimeOffset UnixEpoch", .dateTimeOffset(ticks: DateTimeObject.unixEpochTicks, offset: 0))
    for (name, unit) in [
      ("Seconds", TimeSpanObject.ticksPerSecond), ("Milliseconds", TimeSpanObject.ticksPerMillisecond),
    ] {
      let word = name.lowercased()
      t.fixed("System.DateTimeOffset FromUnixTime\(name)(long \(word))") { a in
        let (n, o) = a.long(0).multipliedReportingOverflow(by: unit)
        guard !o, n <= DateTimeObject.maxTicks - DateTimeObject.unixEpochTicks, n >= -DateTimeObject.unixEpochTicks
        else {
          let limit = name == "Seconds" ? "-62135596800 and 253402300799" : "-62135596800000 and 253402300799999"
          throw Throw.outOfRange(word, "Valid values are between \(limit), inclusive.")
        }
        return .dateTimeOffset(ticks: n + DateTimeObject.unixEpochTicks, offset: 0)
      }
    }
    t.fixed("System.DateTimeOffset FromFileTime(long fileTime)") { a in
      let utc = try DateTimeObject(DateTimeObject.fileTimeEpochTicks, .utc).adding(ticks: a.long(0))
      return .object(DateTimeOffsetObject(utc.toLocal()))
    }
    t.fixed("int Compare(System.DateTimeOffset first, System.DateTimeOffset second)") { a in
      .int(try Operations.compare(a[0], a[1], ignoreCase: false).signum())
    }
  }

  private static func parsing(_ t: TypeBuilder) {
    func parse(_ a: [Value], _ provider: Value, _ styles: Int64) throws -> Value {
      .object(
        try DateParser.parseOffset(
          try a.requireStr(0, "input"), Formatting.culture(provider), DateStyles(rawValue: Int(styles))))
    }
    func exact(_ a: [Value], _ styles: Int64) throws -> Value {
      let formats = try a[1].stringOrNil.map { [$0] } ?? a.list(1).map(\.str)
      return .object(
        try DateParser.parseExactOffset(
          try a.requireStr(0, "input"), formats, Formatting.culture(a[2]), DateStyles(rawValue: Int(styles))))
    }
    func attempt(_ a: [Value], _ body: () throws -> Value) throws -> Value {
      let v = a.strOrNil(0) == nil ? nil : try? body()
      try a.object(a.count - 1, PSReference.self)?.set(v ?? .dateTimeOffset(ticks: 0, offset: 0))
      return .bool(v != nil)
    }
    let name = "System.DateTimeOffset"
    let style = "System.Globalization.DateTimeStyles styles"
    t.fixed("\(name) Parse(string input)") { a in try parse(a, .null, 0) }
    t.fixed("\(name) Parse(string input, System.IFormatProvider formatProvider)") { a in try parse(a, a[1], 0) }
    t.fixed("\(name) Parse(string input, System.IFormatProvider formatProvider, \(style))") { a in
      try parse(a, a[1], a.raw(2))
    }
    t.fixed("bool TryParse(string input, ref \(name) result)") { a in try attempt(a) { try parse(a, .null, 0) } }
    t.fixed("bool TryParse(string input, System.IFormatProvider formatProvider, \(style), ref \(name) result)") { a in
      try attempt(a) { try parse(a, a[1], a.raw(2)) }
    }
    t.fixed("\(name) ParseExact(string input, string format, System.IFormatProvider formatProvider)") { a in
      try exact(a, 0)
    }
    for type in ["string", "string[]"] {
      let list = "string input, \(type) format, System.IFormatProvider formatProvider, \(style)"
      t.fixed("\(name) ParseExact(\(list))") { a in try exact(a, a.raw(3)) }
      t.fixed("bool TryParseExact(\(list), ref \(name) result)") { a in try attempt(a) { try exact(a, a.raw(3)) } }
    }
  }
}
