import Basics

/// `CultureInfo`, its formats, `TextInfo`, `CompareInfo`, calendars.
enum CultureTypes {
  private static let space = "System.Globalization."

  static func register() {
    Catalogue.register(space + "CultureInfo", culture)
    Catalogue.register(space + "NumberFormatInfo", numbers)
    Catalogue.register(space + "DateTimeFormatInfo", dates)
    Catalogue.register(space + "TextInfo", textInfo)
    Catalogue.register(space + "CompareInfo", compareInfo)
    Catalogue.register(space + "Calendar", calendar)
    Catalogue.register(space + "GregorianCalendar") { t in t.new("()") { _ in .object(PlainObject(t.type)) } }
    Catalogue.register(space + "ISOWeek") { t in
      t.fixed("int GetWeekOfYear(datetime date)") { a in .int(isoWeek(try DateTimeType.me(a[0])).week) }
      t.fixed("int GetWeekOfYear(System.DateOnly date)") { a in
        .int(isoWeek(a.object(0, HalfDateObject.self)?.date ?? DateTimeObject(0)).week)
      }
      t.fixed("int GetYear(System.DateOnly date)") { a in
        .int(isoWeek(a.object(0, HalfDateObject.self)?.date ?? DateTimeObject(0)).year)
      }
      t.fixed("int GetYear(datetime date)") { a in .int(isoWeek(try DateTimeType.me(a[0])).year) }
    }
    Catalogue.register(space + "StringInfo") { t in
      t.new("(string value)") { a in .object(PlainObject(t.type, ["String": a[0]])) }
      t.field("string String")
      t.prop("int LengthInTextElements") { .int($0.asObject(PlainObject.self)?.fields["String"]?.str.count ?? 0) }
      t.method("string SubstringByTextElements(int startingTextElement)") { s, a in
        .string(String((s.asObject(PlainObject.self)?.fields["String"]?.str ?? "").dropFirst(max(0, a.int(0)))))
      }
    }
  }

  private static func me(_ v: Value) throws -> CultureObject {
    guard let c = v.asObject(CultureObject.self) else { throw Throw.nullReference() }
    return c
  }
  private static func named(_ name: String) throws -> CultureObject {
    guard let c = CultureObject.named(name) else {
      throw GuestError.exception(
        space + "CultureNotFoundException",
        "Culture is not supported. (Parameter 'name')\n\(name) is an invalid culture identifier.")
    }
    return c
  }

  private static func culture(_ t: TypeBuilder) {
    t.fixedProp("cultureinfo InvariantCulture") { .object(CultureObject.invariant) }
    t.fixedProp("cultureinfo CurrentCulture", { .object(CultureObject.current) }) { v in
      CultureObject.current = try me(v)
    }
    t.fixedProp("cultureinfo CurrentUICulture", { .object(CultureObject.currentUI) }) { v in
      CultureObject.currentUI = try me(v)
    }
    t.fixedProp("cultureinfo InstalledUICulture") { .object(CultureObject.currentUI) }
    for name in ["DefaultThreadCurrentCulture", "DefaultThreadCurrentUICulture"] {
      t.fixedProp("cultureinfo \(name)", { .null }) { _ in }
    }
    t.new("(string name)") { a in .object(try named(try a.requireStr(0, "name")).copy()) }
    t.new("(string name, bool useUserOverride)") { a in .object(try named(try a.requireStr(0, "name")).copy()) }
    t.fixed("cultureinfo GetCultureInfo(string name)") { a in .object(try named(try a.requireStr(0, "name"))) }
    t.fixed("cultureinfo CreateSpecificCulture(string name)") { a in .object(try named(try a.requireStr(0, "name"))) }
    t.fixed("cultureinfo[] GetCultures(System.Globalization.CultureTypes types)") { _ in
      .array(
        ["", "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "ja-JP"].compactMap {
          CultureObject.named($0).map { .object($0) }
        }, of: t.type)
    }
    t.prop("string Name") { .string(try me($0).name) }
    t.prop("int LCID") { .int(try me($0).lcid) }
    t.prop("string IetfLanguageTag") { .string(try me($0).name) }
    t.prop("string DisplayName") { .string(try me($0).englishName) }
    t.prop("string EnglishName") { .string(try me($0).englishName) }
    t.prop("string NativeName") { .string(try me($0).nativeName) }
    t.prop("string TwoLetterISOLanguageName") { s in
      let n = try me(s).name
      return .string(n.isEmpty ? "iv" : String(n.prefix { $0 != "-" }))
    }
    t.prop("string ThreeLetterISOLanguageName") { s in
      let n = try me(s).name.prefix { $0 != "-" }
      return .string(
        ["": "ivl", "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "ja": "jpn", "it": "ita"][String(n)]
          ?? String(n))
    }
    t.prop("bool IsNeutralCulture") { s in
      let n = try me(s).name
      return .bool(!n.isEmpty && !n.contains("-"))
    }
    t.prop("bool IsReadOnly") { .bool(try me($0).isReadOnly) }
    t.prop("bool UseUserOverride") { _ in .bool(false) }
    t.prop("System.Globalization.CultureTypes CultureTypes") { _ in .enumeration(space + "CultureTypes", 2) }
    t.prop("cultureinfo Parent") { s in
      let n = try me(s).name
      guard let dash = n.lastIndex(of: "-") else { return .object(CultureObject.invariant) }
      return .object(CultureObject.named(String(n[..<dash])) ?? .invariant)
    }
    t.prop("System.Globalization.NumberFormatInfo NumberFormat", { .object(try me($0).numberFormat) }) { s, v in
      if let n = v.asObject(NumberFormatObject.self) { try me(s).numberFormat = n }
    }
    t.prop("System.Globalization.DateTimeFormatInfo DateTimeFormat", { .object(try me($0).dateFormat) }) { s, v in
      if let d = v.asObject(DateFormatObject.self) { try me(s).dateFormat = d }
    }
    for (name, type) in [("TextInfo", "TextInfo"), ("CompareInfo", "CompareInfo"), ("Calendar", "GregorianCalendar")] {
      t.prop("\(space)\(name) \(name)") { s in
        .object(PlainObject(Types.named(space + type), ["culture": .object(try me(s))]))
      }
    }
    t.method("object Clone()") { s, _ in .object(try me(s).copy()) }
    t.method("object GetFormat(type formatType)") { s, a in
      let c = try me(s)
      let n = a.object(0, TypeObject.self)?.type.name
      return n == "NumberFormatInfo"
        ? .object(c.numberFormat) : n == "DateTimeFormatInfo" ? .object(c.dateFormat) : .null
    }
    t.method("string ToString()") { s, _ in .string(try me(s).name) }
    t.method("bool Equals(object value)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("cultureinfo GetConsoleFallbackUICulture()") { s, _ in s }
  }

  private static func numbers(_ t: TypeBuilder) {
    func n(_ v: Value) throws -> NumberFormatObject {
      guard let n = v.asObject(NumberFormatObject.self) else { throw Throw.nullReference() }
      return n
    }
    func open(_ v: Value) throws -> NumberFormatObject {
      let f = try n(v)
      if f.isReadOnly { throw Throw.invalid("Instance is read-only.") }
      return f
    }
    let texts: [(String, ReferenceWritableKeyPath<NumberFormatObject, String>)] = [
      ("NumberDecimalSeparator", \.decimalSeparator), ("NumberGroupSeparator", \.groupSeparator),
      ("NegativeSign", \.negativeSign), ("PositiveSign", \.positiveSign), ("NaNSymbol", \.nanSymbol),
      ("PositiveInfinitySymbol", \.positiveInfinitySymbol), ("NegativeInfinitySymbol", \.negativeInfinitySymbol),
      ("CurrencySymbol", \.currencySymbol), ("CurrencyDecimalSeparator", \.currencyDecimalSeparator),
      ("CurrencyGroupSeparator", \.currencyGroupSeparator), ("PercentSymbol", \.percentSymbol),
      ("PerMilleSymbol", \.perMilleSymbol), ("PercentDecimalSeparator", \.percentDecimalSeparator),
      ("PercentGroupSeparator", \.percentGroupSeparator),
    ]
    for (name, path) in texts {
      t.prop("string \(name)", { .string(try n($0)[keyPath: path]) }) { s, v in try open(s)[keyPath: path] = v.str }
    }
    let ints: [(String, ReferenceWritableKeyPath<NumberFormatObject, Int>)] = [
      ("NumberDecimalDigits", \.decimalDigits), ("NumberNegativePattern", \.negativePattern),
      ("CurrencyDecimalDigits", \.currencyDecimalDigits), ("CurrencyPositivePattern", \.currencyPositivePattern),
      ("CurrencyNegativePattern", \.currencyNegativePattern), ("PercentDecimalDigits", \.percentDecimalDigits),
      ("PercentPositivePattern", \.percentPositivePattern), ("PercentNegativePattern", \.percentNegativePattern),
    ]
    for (name, path) in ints {
      t.prop("int \(name)", { .int(try n($0)[keyPath: path]) }) { s, v in try open(s)[keyPath: path] = v.intValue }
    }
    t.prop("int[] NumberGroupSizes", { .array(try n($0).groupSizes.map { .int($0) }, of: Types.int32) }) { s, v in
      try open(s).groupSizes = try Collections.elements(v).map(\.intValue)
    }
    t.prop("bool IsReadOnly") { .bool(try n($0).isReadOnly) }
    t.new("()") { _ in .object(NumberFormatObject()) }
    t.method("object Clone()") { s, _ in .object(try n(s).copy()) }
    t.fixedProp("System.Globalization.NumberFormatInfo InvariantInfo") { .object(CultureObject.invariant.numberFormat) }
    t.fixedProp("System.Globalization.NumberFormatInfo CurrentInfo") { .object(CultureObject.current.numberFormat) }
  }

  private static func textInfo(_ t: TypeBuilder) {
    t.prop("string ListSeparator") { _ in .string(",") }
    t.prop("string CultureName") { s in
      .string((s.asObject(PlainObject.self)?.fields["culture"]).flatMap { $0.asObject(CultureObject.self)?.name } ?? "")
    }
    t.prop("int ANSICodePage") { _ in .int(1252) }
    t.prop("bool IsRightToLeft") { _ in .bool(false) }
    t.method("string ToTitleCase(string str)") { _, a in .string(CaseMapping.title(try a.requireStr(0, "str"))) }
    t.method("char ToUpper(char c)") { _, a in .char(CaseMapping.upper(a.char(0))) }
    t.method("string ToUpper(string str)") { _, a in .string(CaseMapping.upper(a.str(0))) }
    t.method("char ToLower(char c)") { _, a in .char(CaseMapping.lower(a.char(0))) }
    t.method("string ToLower(string str)") { _, a in .string(CaseMapping.lower(a.str(0))) }
  }

  private static func compareInfo(_ t: TypeBuilder) {
    func ignores(_ a: [Value], _ i: Int) -> Bool { a.count > i && a.raw(i) & (1 | 0x1000_0000) != 0 }
    let options = "System.Globalization.CompareOptions options"
    for extra in ["", ", \(options)"] {
      t.method("int Compare(string string1, string string2\(extra))") { _, a in
        if a.count > 2, a.raw(2) & 0x4000_0000 != 0 { return .int(Ordinal.compare(a.str(0), a.str(1))) }
        return .int(Collation.compare(a.str(0), a.str(1), ignoreCase: ignores(a, 2)))
      }
      t.method("bool IsPrefix(string source, string prefix\(extra))") { _, a in
        .bool(Ordinal.hasPrefix(a.str(0), a.str(1), ignoreCase: ignores(a, 2)))
      }
      t.method("bool IsSuffix(string source, string suffix\(extra))") { _, a in
        .bool(Ordinal.hasSuffix(a.str(0), a.str(1), ignoreCase: ignores(a, 2)))
      }
      t.method("int IndexOf(string source, string value\(extra))") { _, a in
        .int(a.str(0).unitIndex(of: a.str(1), from: 0, to: .max, ignoreCase: ignores(a, 2)))
      }
    }
    t.prop("string Name") { s in
      .string((s.asObject(PlainObject.self)?.fields["culture"]).flatMap { $0.asObject(CultureObject.self)?.name } ?? "")
    }
  }

  private static func calendar(_ t: TypeBuilder) {
    t.method("int GetYear(datetime time)") { _, a in .int(try DateTimeType.me(a[0]).year) }
    t.method("int GetMonth(datetime time)") { _, a in .int(try DateTimeType.me(a[0]).month) }
    t.method("int GetDayOfMonth(datetime time)") { _, a in .int(try DateTimeType.me(a[0]).day) }
    t.method("int GetDayOfYear(datetime time)") { _, a in .int(try DateTimeType.me(a[0]).dayOfYear) }
    t.method("int GetDaysInMonth(int year, int month)") { _, a in .int(CalendarDate.daysInMonth(a.int(0), a.int(1))) }
    t.method("bool IsLeapYear(int year)") { _, a in .bool(CalendarDate.isLeap(a.int(0))) }
    t.method(
      "int GetWeekOfYear(datetime time, System.Globalization.CalendarWeekRule rule, System.DayOfWeek firstDayOfWeek)"
    ) { _, a in
      .int(week(try DateTimeType.me(a[0]), rule: a.raw(1), first: Int(a.raw(2))))
    }
  }

  /// The week of the year by rule: 0 first day, 1 first full week, 2 first of four days.
  private static func week(_ d: DateTimeObject, rule: Int64, first: Int) -> Int {
    let day = d.dayOfYear - 1
    let startsOn = ((d.dayOfWeek - day) % 7 + 7) % 7
    let offset = (startsOn - first + 7) % 7
    if rule == 0 { return (day + offset) / 7 + 1 }
    let needed = rule == 2 ? 4 : 7
    let firstWeekStart = offset == 0 ? 0 : 7 - offset >= needed ? -offset : 7 - offset
    if day >= firstWeekStart { return (day - firstWeekStart) / 7 + 1 }
    guard let before = try? DateTimeObject.make(year: max(1, d.year - 1), month: 12, day: 31) else { return 53 }
    return week(before, rule: rule, first: first)
  }

  private static func isoWeek(_ d: DateTimeObject) -> (year: Int, week: Int) {
    let weekday = d.dayOfWeek == 0 ? 7 : d.dayOfWeek
    let n = (d.dayOfYear - weekday + 10) / 7
    if n < 1 { return (d.year - 1, weeks(d.year - 1)) }
    if n > weeks(d.year) { return (d.year + 1, 1) }
    return (d.year, n)
  }
  private static func weeks(_ year: Int) -> Int {
    func p(_ y: Int) -> Int { (y + y / 4 - y / 100 + y / 400) % 7 }
    return p(year) == 4 || p(year - 1) == 3 ? 53 : 52
  }

  private static func dates(_ t: TypeBuilder) {
    func d(_ v: Value) throws -> DateFormatObject {
      guard let d = v.asObject(DateFormatObject.self) else { throw Throw.nullReference() }
      return d
    }
    DateFormatMembers.declare(t, d)
    t.new("()") { _ in .object(DateFormatObject()) }
    t.method("object Clone()") { s, _ in .object(try d(s).copy()) }
    t.fixedProp("System.Globalization.DateTimeFormatInfo InvariantInfo") { .object(CultureObject.invariant.dateFormat) }
    t.fixedProp("System.Globalization.DateTimeFormatInfo CurrentInfo") { .object(CultureObject.current.dateFormat) }
  }
}
