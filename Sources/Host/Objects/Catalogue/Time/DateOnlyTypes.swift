import Basics

/// `DateOnly` and `TimeOnly`: dates and times kept as the full form with the other half empty.
final class HalfDateObject: Obj {
  let date: DateTimeObject
  let isTime: Bool
  init(_ date: DateTimeObject, isTime: Bool) {
    self.date = isTime ? DateTimeObject(date.timeOfDay) : date.dateOnly.with(kind: .unspecified)
    self.isTime = isTime
  }
  override var typeInfo: TypeInfo { Types.named(isTime ? "System.TimeOnly" : "System.DateOnly") }
  override func text() throws -> String? { try DateFormatter.format(date, isTime ? "HH:mm" : "MM/dd/yyyy", .invariant) }
  override func isEqual(_ other: Value) -> Bool {
    guard let o = other.asObject(HalfDateObject.self) else { return false }
    return o.isTime == isTime && o.date.ticks == date.ticks
  }
  override func hashInto(_ hasher: inout Hasher) { hasher.combine(date.ticks) }

  static func register() {
    Catalogue.register("System.DateOnly", dates)
    Catalogue.register("System.TimeOnly", times)
  }

  private static func me(_ v: Value) throws -> HalfDateObject {
    guard let d = v.asObject(HalfDateObject.self) else { throw Throw.nullReference() }
    return d
  }
  private static func day(_ d: DateTimeObject) -> Value { .object(HalfDateObject(d, isTime: false)) }
  private static func time(_ ticks: Int64) -> Value {
    let n = ticks % TimeSpanObject.ticksPerDay
    return .object(HalfDateObject(DateTimeObject(n < 0 ? n + TimeSpanObject.ticksPerDay : n), isTime: true))
  }

  private static func shared(_ t: TypeBuilder, _ name: String, isTime: Bool) {
    let wrap: (DateTimeObject) -> Value = { .object(HalfDateObject($0, isTime: isTime)) }
    let round = isTime ? "HH:mm:ss.fffffff" : "yyyy-MM-dd"
    func format(_ s: Value, _ spec: String?, _ provider: Value) throws -> Value {
      let f: String
      switch spec ?? "" {
      case "": f = isTime ? "t" : "d"
      case "o", "O": f = round
      case "r", "R": f = isTime ? "HH:mm:ss" : "ddd, dd MMM yyyy"
      default: f = spec ?? ""
      }
      return .string(try DateFormatter.format(me(s).date, f, Formatting.culture(provider)))
    }
    t.method("string ToString()") { s, _ in try format(s, nil, .null) }
    t.method("string ToString(string format)") { s, a in try format(s, a.str(0), .null) }
    t.method("string ToString(System.IFormatProvider provider)") { s, a in try format(s, nil, a[0]) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { s, a in try format(s, a.str(0), a[1])
    }
    t.method("int CompareTo(object value)") { s, a in
      let (x, y) = (try me(s).date.ticks, try me(a[0]).date.ticks)
      return .int(x == y ? 0 : x < y ? -1 : 1)
    }
    t.method("bool Equals(object value)") { s, a in .bool(try me(s).isEqual(a[0])) }
    for list in ["string s", "string s, System.IFormatProvider provider"] {
      t.fixed("\(name) Parse(\(list))") { a in
        wrap(try DateParser.parse(a.requireStr(0, "s"), Formatting.culture(a.count > 1 ? a[1] : .null)))
      }
    }
    for list in ["string s, string format", "string s, string format, System.IFormatProvider provider"] {
      t.fixed("\(name) ParseExact(\(list))") { a in
        wrap(
          try DateParser.parseExact(a.requireStr(0, "s"), [a.str(1)], Formatting.culture(a.count > 2 ? a[2] : .null)))
      }
    }
    t.fixed("bool TryParse(string s, ref \(name) result)") { a in
      let d = try? DateParser.parse(a.str(0), CultureObject.current)
      try a.object(1, PSReference.self)?.set(wrap(d ?? DateTimeObject(0)))
      return .bool(d != nil)
    }
    t.fixed("\(name) FromDateTime(datetime dateTime)") { a in wrap(try DateTimeType.me(a[0])) }
  }

  private static func dates(_ t: TypeBuilder) {
    shared(t, "System.DateOnly", isTime: false)
    t.new("(int year, int month, int day)") { a in
      day(try DateTimeObject.make(year: a.int(0), month: a.int(1), day: a.int(2)))
    }
    let ints: [(String, (DateTimeObject) -> Int)] = [
      ("Year", \.year), ("Month", \.month), ("Day", \.day), ("DayOfYear", \.dayOfYear),
      ("DayNumber", { Int($0.ticks / TimeSpanObject.ticksPerDay) }),
    ]
    for (name, get) in ints { t.prop("int \(name)") { .int(get(try me($0).date)) } }
    t.prop("System.DayOfWeek DayOfWeek") { .enumeration("System.DayOfWeek", Int64(try me($0).date.dayOfWeek)) }
    t.fixedProp("System.DateOnly MinValue") { day(DateTimeObject(0)) }
    t.fixedProp("System.DateOnly MaxValue") { day(DateTimeObject(DateTimeObject.maxTicks)) }
    t.method("System.DateOnly AddDays(int value)") { s, a in
      day(try me(s).date.adding(ticks: a.long(0) &* TimeSpanObject.ticksPerDay))
    }
    t.method("System.DateOnly AddMonths(int value)") { s, a in day(try me(s).date.adding(months: a.int(0))) }
    t.method("System.DateOnly AddYears(int value)") { s, a in day(try me(s).date.adding(years: a.int(0))) }
    t.fixed("System.DateOnly FromDayNumber(int dayNumber)") { a in
      day(try DateTimeObject(0).adding(ticks: a.long(0) &* TimeSpanObject.ticksPerDay))
    }
    t.method("datetime ToDateTime(System.TimeOnly time)") { s, a in
      .object(DateTimeObject(try me(s).date.ticks + (try me(a[0]).date.ticks)))
    }
  }

  private static func times(_ t: TypeBuilder) {
    shared(t, "System.TimeOnly", isTime: true)
    for n in 2...4 {
      let list = ["int hour", "int minute", "int second", "int millisecond"].prefix(n).joined(separator: ", ")
      t.new("(\(list))") { a in
        let d = try DateTimeObject.make(
          year: 1, month: 1, day: 1, hour: a.int(0), minute: a.int(1), second: a.int(2), millisecond: a.int(3))
        return time(d.ticks)
      }
    }
    t.new("(long ticks)") { a in time(a.long(0)) }
    let ints: [(String, (DateTimeObject) -> Int)] = [
      ("Hour", \.hour), ("Minute", \.minute), ("Second", \.second), ("Millisecond", \.millisecond),
    ]
    for (name, get) in ints { t.prop("int \(name)") { .int(get(try me($0).date)) } }
    t.prop("long Ticks") { .long(try me($0).date.ticks) }
    for (name, unit) in [("Hours", TimeSpanObject.ticksPerHour), ("Minutes", TimeSpanObject.ticksPerMinute)] {
      t.method("System.TimeOnly Add\(name)(double value)") { s, a in
        time(try me(s).date.ticks + (try TimeSpanObject.from(a.double(0), unit: unit).ticks))
      }
    }
    t.method("System.TimeOnly Add(timespan value)") { s, a in time(try me(s).date.ticks + DateTimeType.span(a)) }
    t.method("timespan ToTimeSpan()") { s, _ in .timeSpan(ticks: try me(s).date.ticks) }
    t.fixed("System.TimeOnly FromTimeSpan(timespan timeSpan)") { a in time(DateTimeType.span(a)) }
  }
}
