import Basics

/// `NumberFormatInfo`: how a culture writes numbers.
public final class NumberFormatObject: Obj {
  public var decimalSeparator = "."
  public var groupSeparator = ","
  public var groupSizes = [3]
  public var decimalDigits = 2
  public var negativePattern = 1
  public var negativeSign = "-"
  public var positiveSign = "+"
  public var nanSymbol = "NaN"
  public var positiveInfinitySymbol = "Infinity"
  public var negativeInfinitySymbol = "-Infinity"
  public var currencySymbol = "¤"
  public var currencyDecimalDigits = 2
  public var currencyDecimalSeparator = "."
  public var currencyGroupSeparator = ","
  public var currencyGroupSizes = [3]
  public var currencyPositivePattern = 0
  public var currencyNegativePattern = 0
  public var percentSymbol = "%"
  public var perMilleSymbol = "‰"
  public var percentDecimalDigits = 2
  public var percentDecimalSeparator = "."
  public var percentGroupSeparator = ","
  public var percentPositivePattern = 0
  public var percentNegativePattern = 0
  public var isReadOnly = false

  public override init() { super.init() }
  public override var typeInfo: TypeInfo { Types.numberFormatInfo }

  /// A copy that may be changed.
  public func copy() -> NumberFormatObject {
    let n = NumberFormatObject()
    n.decimalSeparator = decimalSeparator
    n.groupSeparator = groupSeparator
    n.groupSizes = groupSizes
    n.decimalDigits = decimalDigits
    n.negativePattern = negativePattern
    n.negativeSign = negativeSign
    n.positiveSign = positiveSign
    n.nanSymbol = nanSymbol
    n.positiveInfinitySymbol = positiveInfinitySymbol
    n.negativeInfinitySymbol = negativeInfinitySymbol
    n.currencySymbol = currencySymbol
    n.currencyDecimalDigits = currencyDecimalDigits
    n.currencyDecimalSeparator = currencyDecimalSeparator
    n.currencyGroupSeparator = currencyGroupSeparator
    n.currencyGroupSizes = currencyGroupSizes
    n.currencyPositivePattern = currencyPositivePattern
    n.currencyNegativePattern = currencyNegativePattern
    n.percentSymbol = percentSymbol
    n.perMilleSymbol = perMilleSymbol
    n.percentDecimalDigits = percentDecimalDigits
    n.percentDecimalSeparator = percentDecimalSeparator
    n.percentGroupSeparator = percentGroupSeparator
    n.percentPositivePattern = percentPositivePattern
    n.percentNegativePattern = percentNegativePattern
    return n
  }
}

/// `DateTimeFormatInfo`: how a culture writes dates.
public final class DateFormatObject: Obj {
  public var dayNames = DateFormatObject.words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday")
  public var abbreviatedDayNames = DateFormatObject.words("Sun Mon Tue Wed Thu Fri Sat")
  public var shortestDayNames = DateFormatObject.words("Su Mo Tu We Th Fr Sa")
  public var monthNames = DateFormatObject.words(
    "January February March April May June July August September October November December")
  public var abbreviatedMonthNames = DateFormatObject.words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
  public var amDesignator = "AM"
  public var pmDesignator = "PM"
  public var dateSeparator = "/"
  public var timeSeparator = ":"
  public var shortDatePattern = "MM/dd/yyyy"
  public var longDatePattern = "dddd, dd MMMM yyyy"
  public var shortTimePattern = "HH:mm"
  public var longTimePattern = "HH:mm:ss"
  public var fullDateTimePattern: String?
  public var monthDayPattern = "MMMM dd"
  public var yearMonthPattern = "yyyy MMMM"
  public var eraName = "A.D."
  public var firstDayOfWeek = 0
  public var calendarWeekRule = 0
  /// Whether day comes before month when a date of two or three numbers is read.
  public var readsDayFirst = false
  /// Years added to the Gregorian year (Thai Buddhist calendar).
  public var yearOffset = 0
  public var isReadOnly = false

  public override init() { super.init() }
  public override var typeInfo: TypeInfo { Types.dateTimeFormatInfo }
  static func words(_ s: String) -> [String] { s.split(separator: " ").map(String.init) }

  /// A copy that may be changed.
  public func copy() -> DateFormatObject {
    let d = DateFormatObject()
    d.dayNames = dayNames
    d.abbreviatedDayNames = abbreviatedDayNames
    d.shortestDayNames = shortestDayNames
    d.monthNames = monthNames
    d.abbreviatedMonthNames = abbreviatedMonthNames
    d.amDesignator = amDesignator
    d.pmDesignator = pmDesignator
    d.dateSeparator = dateSeparator
    d.timeSeparator = timeSeparator
    d.shortDatePattern = shortDatePattern
    d.longDatePattern = longDatePattern
    d.shortTimePattern = shortTimePattern
    d.longTimePattern = longTimePattern
    d.fullDateTimePattern = fullDateTimePattern
    d.monthDayPattern = monthDayPattern
    d.yearMonthPattern = yearMonthPattern
    d.eraName = eraName
    d.firstDayOfWeek = firstDayOfWeek
    d.calendarWeekRule = calendarWeekRule
    d.readsDayFirst = readsDayFirst
    d.yearOffset = yearOffset
    return d
  }
}

/// `CultureInfo`: a name with its number and date formats.
public final class CultureObject: Obj {
  public let name: String
  public let lcid: Int32
  public let englishName: String
  public let nativeName: String
  public var numberFormat: NumberFormatObject
  public var dateFormat: DateFormatObject
  public var isReadOnly: Bool

  init(_ name: String, lcid: Int32, englishName: String, nativeName: String) {
    self.name = name
    self.lcid = lcid
    self.englishName = englishName
    self.nativeName = nativeName
    numberFormat = NumberFormatObject()
    dateFormat = DateFormatObject()
    isReadOnly = true
    super.init()
  }
  public override var typeInfo: TypeInfo { Types.cultureInfo }
  public override func text() throws -> String? { name }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(CultureObject.self)?.name == name }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(name) }

  /// The invariant culture.
  nonisolated(unsafe) public static let invariant: CultureObject = {
    let c = CultureObject(
      "", lcid: 127, englishName: "Invariant Language (Invariant Country)",
      nativeName: "Invariant Language (Invariant Country)")
    c.numberFormat.isReadOnly = true
    c.dateFormat.isReadOnly = true
    return c
  }()
  /// `CultureInfo.CurrentCulture`; one thread runs guest code.
  nonisolated(unsafe) public static var current: CultureObject = .named(environmentName()) ?? .invariant
  /// `CultureInfo.CurrentUICulture`; one thread runs guest code.
  nonisolated(unsafe) public static var currentUI: CultureObject = current
  nonisolated(unsafe) private static var cache: [CIString: CultureObject] = [:]

  /// The culture of a name, or nil if the name is not one.
  public static func named(_ name: String) -> CultureObject? {
    if name.isEmpty { return invariant }
    let key = CIString(name)
    if let c = cache[key] { return c }
    guard let c = CultureTable.make(name) else { return nil }
    cache[key] = c
    return c
  }

  /// The culture of a number (LCID), or nil.
  public static func numbered(_ lcid: Int32) -> CultureObject? { CultureTable.name(lcid: lcid).flatMap(named) }

  /// A copy that may be changed (`Clone()`, `CultureInfo.new`).
  public func copy() -> CultureObject {
    let c = CultureObject(name, lcid: lcid, englishName: englishName, nativeName: nativeName)
    c.numberFormat = numberFormat.copy()
    c.dateFormat = dateFormat.copy()
    c.isReadOnly = false
    return c
  }

  /// The culture of `LC_ALL`, `LC_MESSAGES` or `LANG`; invariant for `C` and `POSIX`.
  private static func environmentName() -> String {
    for key in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let raw = Environment.get(key), !raw.isEmpty else { continue }
      let base = raw.prefix { $0 != "." && $0 != "@" }
      if base == "C" || base == "POSIX" { return "" }
      return base.map { $0 == "_" ? "-" : String($0) }.joined()
    }
    return ""
  }
}
