import Basics

/// `System.TimeSpan`.
enum TimeSpanType {
  static func register() {
    Catalogue.register("System.TimeSpan") { t in
      constructors(t)
      properties(t)
      arithmetic(t)
      statics(t)
      parsing(t)
      NumberTypes.comparing(t, "timespan", 1)
    }
  }

  static func me(_ v: Value) throws -> TimeSpanObject {
    guard let t = v.asObject(TimeSpanObject.self) else { throw Throw.nullReference() }
    return t
  }

  private static func make(_ a: [Value], from first: Int) throws -> Value {
    var n = [Int64](repeating: 0, count: 6)
    for (i, v) in a.enumerated() where first + i < 6 { n[first + i] = v.longValue }
    return .object(
      try TimeSpanObject.make(
        days: n[0], hours: n[1], minutes: n[2], seconds: n[3], milliseconds: n[4], microseconds: n[5]))
  }

  private static func constructors(_ t: TypeBuilder) {
    t.new("(long ticks)") { a in .timeSpan(ticks: a.long(0)) }
    t.new("(int hours, int minutes, int seconds)") { a in try make(a, from: 1) }
    t.new("(int days, int hours, int minutes, int seconds)") { a in try make(a, from: 0) }
    t.new("(int days, int hours, int minutes, int seconds, int milliseconds)") { a in try make(a, from: 0) }
    t.new("(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)") { a in
      try make(a, from: 0)
    }
  }

  private static func properties(_ t: TypeBuilder) {
    t.prop("long Ticks") { .long(try me($0).ticks) }
    let ints: [(String, (TimeSpanObject) -> Int)] = [
      ("Days", \.days), ("Hours", \.hours), ("Milliseconds", \.milliseconds),
      ("Microseconds", { Int($0.ticks / 10 % 1000) }), ("Nanoseconds", { Int($0.ticks % 10) * 100 }),
      ("Minutes", \.minutes), ("Seconds", \.seconds),
    ]
    for (name, get) in ints { t.prop("int \(name)") { .int(get(try me($0))) } }
    let totals: [(String, (TimeSpanObject) -> Double)] = [
      ("TotalDays", \.totalDays), ("TotalHours", \.totalHours), ("TotalMilliseconds", \.totalMilliseconds),
      ("TotalMicroseconds", { Double($0.ticks) / 10 }), ("TotalNanoseconds", { Double($0.ticks) * 100 }),
      ("TotalMinutes", \.totalMinutes), ("TotalSeconds", \.totalSeconds),
    ]
    for (name, get) in totals { t.prop("double \(name)") { .double(get(try me($0))) } }
  }

  private static func arithmetic(_ t: TypeBuilder) {
    t.method("timespan Add(timespan ts)") { s, a in .object(try me(s).adding(DateTimeType.span(a))) }
    t.method("timespan Subtract(timespan ts)") { s, a in .object(try me(s).subtracting(DateTimeType.span(a))) }
    t.method("timespan Negate()") { s, _ in .object(try me(s).negated()) }
    t.method("timespan Duration()") { s, _ in
      let span = try me(s)
      return .object(span.ticks < 0 ? try span.negated() : span)
    }
    t.method("timespan Multiply(double factor)") { s, a in .object(try me(s).multiplied(by: a.double(0))) }
    t.method("timespan Divide(double divisor)") { s, a in .object(try me(s).divided(by: a.double(0))) }
    t.method("double Divide(timespan ts)") { s, a in .double(Double(try me(s).ticks) / Double(DateTimeType.span(a))) }
    Formatting.toString(t)
  }

  private static func statics(_ t: TypeBuilder) {
    t.const("timespan Zero", .timeSpan(ticks: 0))
    t.const("timespan MaxValue", .timeSpan(ticks: .max))
    t.const("timespan MinValue", .timeSpan(ticks: .min))
    for (name, unit) in [
      ("Day", TimeSpanObject.ticksPerDay), ("Hour", TimeSpanObject.ticksPerHour),
      ("Minute", TimeSpanObject.ticksPerMinute), ("Second", TimeSpanObject.ticksPerSecond),
      ("Millisecond", TimeSpanObject.ticksPerMillisecond), ("Microsecond", 10),
    ] {
      t.const("long TicksPer\(name)", .long(unit))
      t.fixed("timespan From\(name)s(double value)") { a in .object(try TimeSpanObject.from(a.double(0), unit: unit)) }
      let whole = name == "Day" || name == "Hour" ? "int" : "long"
      t.fixed("timespan From\(name)s(\(whole) value)") { a in
        let (n, o) = a.long(0).multipliedReportingOverflow(by: unit)
        if o { throw Throw.outOfRange("value", "TimeSpan overflowed because the duration is too long.") }
        return .timeSpan(ticks: n)
      }
    }
    t.fixed("timespan FromTicks(long value)") { a in .timeSpan(ticks: a.long(0)) }
    t.fixed("int Compare(timespan t1, timespan t2)") { a in
      .int(try Operations.compare(a[0], a[1], ignoreCase: false).signum())
    }
    t.fixed("bool Equals(timespan t1, timespan t2)") { a in .bool(Collections.equals(a[0], a[1])) }
  }

  private static func parsing(_ t: TypeBuilder) {
    t.fixed("timespan Parse(string s)") { a in .timeSpan(ticks: try TimeSpanParser.parse(try a.requireStr(0, "s"))) }
    t.fixed("timespan Parse(string input, System.IFormatProvider formatProvider)") { a in
      .timeSpan(ticks: try TimeSpanParser.parse(try a.requireStr(0, "input")))
    }
    func exact(_ a: [Value]) throws -> Value {
      let formats = try a[1].stringOrNil.map { [$0] } ?? a.list(1).map(\.str)
      let text = try a.requireStr(0, "input")
      var last: (any Error)?
      for f in formats {
        do { return .timeSpan(ticks: try TimeSpanParser.parseExact(text, f)) } catch { last = error }
      }
      throw last ?? Throw.format("Input string was not in a correct format.")
    }
    func attempt(_ a: [Value], _ body: () throws -> Value) throws -> Value {
      let v = a.strOrNil(0) == nil ? nil : try? body()
      try a.object(a.count - 1, PSReference.self)?.set(v ?? .timeSpan(ticks: 0))
      return .bool(v != nil)
    }
    for type in ["string", "string[]"] {
      t.fixed("timespan ParseExact(string input, \(type) format, System.IFormatProvider formatProvider)", exact)
      t.fixed(
        "bool TryParseExact(string input, \(type) format, System.IFormatProvider formatProvider, ref timespan result)"
      ) { a in
        try attempt(a) { try exact(a) }
      }
    }
    t.fixed("bool TryParse(string s, ref timespan result)") { a in
      try attempt(a) { .timeSpan(ticks: try TimeSpanParser.parse(a.str(0))) }
    }
    t.fixed("bool TryParse(string input, System.IFormatProvider formatProvider, ref timespan result)") { a in
      try attempt(a) { .timeSpan(ticks: try TimeSpanParser.parse(a.str(0))) }
    }
  }
}
