import Basics

/// Members of `DateTimeFormatInfo`.
enum DateFormatMembers {
  static func declare(_ t: TypeBuilder, _ d: @escaping (Value) throws -> DateFormatObject) {
    let texts: [(String, ReferenceWritableKeyPath<DateFormatObject, String>)] = [
      ("AMDesignator", \.amDesignator), ("PMDesignator", \.pmDesignator), ("DateSeparator", \.dateSeparator),
      ("TimeSeparator", \.timeSeparator), ("ShortDatePattern", \.shortDatePattern),
      ("LongDatePattern", \.longDatePattern), ("ShortTimePattern", \.shortTimePattern),
      ("LongTimePattern", \.longTimePattern), ("MonthDayPattern", \.monthDayPattern),
      ("YearMonthPattern", \.yearMonthPattern),
    ]
    for (name, path) in texts {
      t.prop("string \(name)", { .string(try d($0)[keyPath: path]) }) { s, v in
        let f = try d(s)
        if f.isReadOnly { throw Throw.invalid("Instance is read-only.") }
        f[keyPath: path] = v.str
      }
    }
    t.prop("string FullDateTimePattern") { s in
      let f = try d(s)
      return .string(f.fullDateTimePattern ?? f.longDatePattern + " " + f.longTimePattern)
    }
    t.prop("string SortableDateTimePattern") { _ in .string("yyyy'-'MM'-'dd'T'HH':'mm':'ss") }
    t.prop("string UniversalSortableDateTimePattern") { _ in .string("yyyy'-'MM'-'dd HH':'mm':'ss'Z'") }
    t.prop("string RFC1123Pattern") { _ in .string("ddd, dd MMM yyyy HH':'mm':'ss 'GMT'") }
    t.prop("System.DayOfWeek FirstDayOfWeek") { .enumeration("System.DayOfWeek", Int64(try d($0).firstDayOfWeek)) }
    t.prop("System.Globalization.CalendarWeekRule CalendarWeekRule") {
      .enumeration("System.Globalization.CalendarWeekRule", Int64(try d($0).calendarWeekRule))
    }
    t.prop("bool IsReadOnly") { .bool(try d($0).isReadOnly) }
    t.prop("System.Globalization.Calendar Calendar") { _ in
      .object(PlainObject(Types.named("System.Globalization.GregorianCalendar")))
    }
    names(t, d)
  }

  private static func names(_ t: TypeBuilder, _ d: @escaping (Value) throws -> DateFormatObject) {
    t.prop("string[] DayNames") { .strings(try d($0).dayNames) }
    t.prop("string[] AbbreviatedDayNames") { .strings(try d($0).abbreviatedDayNames) }
    t.prop("string[] ShortestDayNames") { .strings(try d($0).shortestDayNames) }
    // .NET keeps a thirteenth, empty month.
    t.prop("string[] MonthNames") { .strings(try d($0).monthNames + [""]) }
    t.prop("string[] AbbreviatedMonthNames") { .strings(try d($0).abbreviatedMonthNames + [""]) }
    t.prop("string[] MonthGenitiveNames") { .strings(try d($0).monthNames + [""]) }
    func month(_ list: [String], _ n: Int) throws -> Value {
      if n == 13 { return .string("") }
      guard list.indices.contains(n - 1) else {
        throw Throw.outOfRange("month", "Valid values are between 1 and 13, inclusive.")
      }
      return .string(list[n - 1])
    }
    t.method("string GetMonthName(int month)") { s, a in try month(d(s).monthNames, a.int(0)) }
    t.method("string GetAbbreviatedMonthName(int month)") { s, a in try month(d(s).abbreviatedMonthNames, a.int(0)) }
    func day(_ list: [String], _ n: Int64) throws -> Value {
      guard list.indices.contains(Int(n)) else {
        throw Throw.outOfRange("dayofweek", "Valid values are between Sunday and Saturday, inclusive.")
      }
      return .string(list[Int(n)])
    }
    t.method("string GetDayName(System.DayOfWeek dayofweek)") { s, a in try day(d(s).dayNames, a.raw(0)) }
    t.method("string GetAbbreviatedDayName(System.DayOfWeek dayofweek)") { s, a in
      try day(d(s).abbreviatedDayNames, a.raw(0))
    }
    t.method("string GetShortestDayName(System.DayOfWeek dayOfWeek)") { s, a in try day(d(s).shortestDayNames, a.raw(0))
    }
    t.method("string GetEraName(int era)") { s, _ in .string(try d(s).eraName) }
    t.method("string[] GetAllDateTimePatterns()") { s, _ in
      let f = try d(s)
      return .strings([
        f.shortDatePattern, f.longDatePattern, f.shortTimePattern, f.longTimePattern, f.monthDayPattern,
        f.yearMonthPattern,
      ])
    }
  }
}
