/// Dates to text by .NET's standard and custom format strings.
public enum DateFormatter {
  /// A date by a format string; nil means the general long form.
  public static func format(_ d: DateTimeObject, _ spec: String?, _ culture: CultureObject) throws -> String {
    try format(Moment(ticks: d.ticks, kind: d.kind, offset: nil), spec, culture.dateFormat)
  }
  /// A date with offset by a format string; nil means the general long form with the offset.
  public static func format(_ d: DateTimeOffsetObject, _ spec: String?, _ culture: CultureObject) throws -> String {
    try format(Moment(ticks: d.ticks, kind: .unspecified, offset: d.offset), spec, culture.dateFormat)
  }
  /// A date by a format string with explicit names and patterns.
  public static func format(_ d: DateTimeObject, _ spec: String?, _ info: DateFormatObject) throws -> String {
    try format(Moment(ticks: d.ticks, kind: d.kind, offset: nil), spec, info)
  }

  struct Moment {
    var ticks: Int64
    var kind: DateKind
    /// The offset of a `DateTimeOffset`; nil for a plain date.
    var offset: Int64?
    var date: DateTimeObject { DateTimeObject(ticks, kind) }
  }

  static var badFormat: GuestError {
    GuestError.exception("System.FormatException", "Input string was not in a correct format.")
  }

  static func format(_ moment: Moment, _ spec: String?, _ info: DateFormatObject) throws -> String {
    var m = moment
    guard let spec, !spec.isEmpty else {
      let pattern = info.shortDatePattern + " " + info.longTimePattern
      return try custom(m, m.offset == nil ? pattern : pattern + " zzz", info)
    }
    guard spec.utf16.count == 1 else { return try custom(m, spec, info) }
    let invariant = CultureObject.invariant.dateFormat
    switch spec {
    case "R", "r", "u":
      if let o = m.offset { m = Moment(ticks: m.ticks - o, kind: .utc, offset: nil) }
      return try custom(
        m, spec == "u" ? "yyyy'-'MM'-'dd HH':'mm':'ss'Z'" : "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'", invariant)
    case "s": return try custom(m, "yyyy'-'MM'-'dd'T'HH':'mm':'ss", invariant)
    case "o", "O": return try custom(m, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK", invariant)
    case "U":
      guard m.offset == nil else { throw badFormat }
      m = Moment(ticks: m.date.toUniversal().ticks, kind: .utc, offset: nil)
    default: break
    }
    guard let pattern = standardPattern(spec, info) else { throw badFormat }
    return try custom(m, pattern, info)
  }

  /// The pattern behind a standard letter of the culture.
  static func standardPattern(_ spec: String, _ info: DateFormatObject) -> String? {
    let full = info.fullDateTimePattern ?? info.longDatePattern + " " + info.longTimePattern
    switch spec {
    case "d": return info.shortDatePattern
    case "D": return info.longDatePattern
    case "t": return info.shortTimePattern
    case "T": return info.longTimePattern
    case "f": return info.longDatePattern + " " + info.shortTimePattern
    case "F", "U": return full
    case "g": return info.shortDatePattern + " " + info.shortTimePattern
    case "G": return info.shortDatePattern + " " + info.longTimePattern
    case "M", "m": return info.monthDayPattern
    case "Y", "y": return info.yearMonthPattern
    case "s": return "yyyy'-'MM'-'dd'T'HH':'mm':'ss"
    case "u": return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"
    case "R", "r": return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'"
    case "o", "O": return "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK"
    default: return nil
    }
  }

  private static func custom(_ m: Moment, _ pattern: String, _ info: DateFormatObject) throws -> String {
    let p = Array(pattern.unicodeScalars)
    let d = m.date
    var s = ""
    var i = 0
    while i < p.count {
      let c = p[i]
      var n = 0
      while i + n < p.count && p[i + n] == c { n += 1 }
      switch c {
      case "'", "\"":
        var j = i + 1
        while j < p.count && p[j] != c {
          if p[j] == "\\" && j + 1 < p.count { j += 1 }
          s.unicodeScalars.append(p[j])
          j += 1
        }
        guard j < p.count else { throw badFormat }
        n = j - i + 1
      case "%":
        guard i + 1 < p.count, p[i + 1] != "%" else { throw badFormat }
        n = 1
      case "\\":
        guard i + 1 < p.count else { throw badFormat }
        s.unicodeScalars.append(p[i + 1])
        n = 2
      case ":":
        s += info.timeSeparator
        n = 1
      case "/":
        s += info.dateSeparator
        n = 1
      default:
        if !(try field(c, n, d, m, info, &s)) {
          s.unicodeScalars.append(c)
          n = 1
        }
      }
      i += n
    }
    return s
  }

  private static func pad(_ n: Int, _ width: Int) -> String { TimeSpanFormat.pad(UInt64(max(0, n)), width) }

  /// Writes one run of a pattern letter; false if the letter means nothing.
  private static func field(
    _ c: Unicode.Scalar, _ n: Int, _ d: DateTimeObject, _ m: Moment, _ info: DateFormatObject, _ s: inout String
  ) throws -> Bool {
    switch c {
    case "y":
      let y = d.year + info.yearOffset
      s += n <= 2 ? pad(y % 100, n) : pad(y, n)
    case "M":
      switch n {
      case 1, 2: s += pad(d.month, n)
      case 3: s += info.abbreviatedMonthNames[(d.month - 1) % max(1, info.abbreviatedMonthNames.count)]
      default: s += info.monthNames[(d.month - 1) % max(1, info.monthNames.count)]
      }
    case "d":
      switch n {
      case 1, 2: s += pad(d.day, n)
      case 3: s += info.abbreviatedDayNames[d.dayOfWeek % max(1, info.abbreviatedDayNames.count)]
      default: s += info.dayNames[d.dayOfWeek % max(1, info.dayNames.count)]
      }
    case "h": s += pad(d.hour % 12 == 0 ? 12 : d.hour % 12, min(n, 2))
    case "H": s += pad(d.hour, min(n, 2))
    case "m": s += pad(d.minute, min(n, 2))
    case "s": s += pad(d.second, min(n, 2))
    case "f", "F":
      guard n <= 7 else { throw badFormat }
      var f = String(pad(Int(d.ticks % 10_000_000), 7).prefix(n))
      if c == "F" {
        while f.hasSuffix("0") { f.removeLast() }
        if f.isEmpty && s.hasSuffix(".") { s.removeLast() }
      }
      s += f
    case "t":
      let t = d.hour < 12 ? info.amDesignator : info.pmDesignator
      s += n == 1 ? String(t.prefix(1)) : t
    case "g": s += info.eraName
    case "z": s += zone(m.offset ?? d.offset, n)
    case "K":
      // Each K stands alone.
      for _ in 0..<n {
        if let o = m.offset {
          s += zone(o, 3)
        } else if d.kind == .utc {
          s += "Z"
        } else if d.kind == .local {
          s += zone(d.offset, 3)
        }
      }
    default: return false
    }
    return true
  }

  private static func zone(_ offset: Int64, _ n: Int) -> String {
    let minutes = Int(offset.magnitude / 600_000_000)
    let s = (offset < 0 ? "-" : "+") + pad(minutes / 60, min(n, 2))
    return n >= 3 ? s + ":" + pad(minutes % 60, 2) : s
  }
}
