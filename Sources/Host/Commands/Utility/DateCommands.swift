import Basics
import Engine
import Objects

/// Get-Date.
final class GetDate: Cmdlet {
  override func process() throws {
    var d = try start()
    d = try withParts(d)
    if flag("AsUTC") { d = d.toUniversal() }
    if let f = string("UFormat") { return try write(.string(try UnixFormat.format(d, f))) }
    if let f = string("Format") { return try write(.string(try GetDate.format(d, f))) }
    let v = Value.object(d)
    if has("DisplayHint") {
      if d.extended == nil { d.extended = MemberBag() }
      d.extended?.setNote("DisplayHint", arg("DisplayHint"))
    }
    try write(v)
  }

  private func start() throws -> DateTimeObject {
    if has("Date"), let d = arg("Date").asObject(DateTimeObject.self) { return DateTimeObject(d.ticks, d.kind) }
    if has("UnixTimeSeconds") {
      let n: Int64
      switch arg("UnixTimeSeconds").base {
      case .long(let i): n = i
      case .int(let i): n = Int64(i)
      default: n = 0
      }
      let (ticks, overflow) = n.multipliedReportingOverflow(by: TimeSpanObject.ticksPerSecond)
      guard !overflow, ticks >= -DateTimeObject.unixEpochTicks,
        ticks <= DateTimeObject.maxTicks - DateTimeObject.unixEpochTicks
      else {
        throw GuestError(
          error(
            "System.ArgumentOutOfRangeException",
            "Value to add was out of range. (Parameter 'value')", .InvalidArgument,
            type: "System.ArgumentOutOfRangeException"))
      }
      return DateTimeObject(DateTimeObject.unixEpochTicks + ticks, .utc).toLocal()
    }
    return DateTimeObject.now
  }

  /// The date with the parts that -Year, -Month and so on replace.
  private func withParts(_ d: DateTimeObject) throws -> DateTimeObject {
    var r = d
    if let y = int("Year") { r = try r.adding(years: y - r.year) }
    if let m = int("Month") { r = try r.adding(months: m - r.month) }
    if let day = int("Day") { r = try r.adding(ticks: Int64(day - r.day) * TimeSpanObject.ticksPerDay) }
    if let h = int("Hour") { r = try r.adding(ticks: Int64(h - r.hour) * TimeSpanObject.ticksPerHour) }
    if let m = int("Minute") { r = try r.adding(ticks: Int64(m - r.minute) * TimeSpanObject.ticksPerMinute) }
    if let s = int("Second") { r = try r.adding(ticks: Int64(s - r.second) * TimeSpanObject.ticksPerSecond) }
    if let ms = int("Millisecond") {
      r = try r.adding(ticks: Int64(ms - r.millisecond) * TimeSpanObject.ticksPerMillisecond)
      r = DateTimeObject(r.ticks - r.ticks % TimeSpanObject.ticksPerMillisecond, r.kind)
    }
    return r
  }

  private static func format(_ d: DateTimeObject, _ f: String) throws -> String {
    switch f.lowercased() {
    case "filedate": return try DateFormatter.format(d, "yyyyMMdd", CultureObject.invariant)
    case "filedateuniversal": return try DateFormatter.format(d.toUniversal(), "yyyyMMddZ", CultureObject.invariant)
    case "filedatetime": return try DateFormatter.format(d, "yyyyMMddTHHmmssffff", CultureObject.invariant)
    case "filedatetimeuniversal":
      return try DateFormatter.format(d.toUniversal(), "yyyyMMddTHHmmssffffZ", CultureObject.invariant)
    default: return try DateFormatter.format(d, f, CultureObject.current)
    }
  }
}

/// The formats of Get-Date -UFormat.
enum UnixFormat {
  static func format(_ d: DateTimeObject, _ text: String) throws -> String {
    var out = ""
    var pending = false
    for c in text.hasPrefix("+") ? text.dropFirst() : Substring(text) {
      if pending {
        pending = false
        out += try part(d, c)
      } else if c == "%" {
        pending = true
      } else {
        out.append(c)
      }
    }
    return out
  }

  private static func two(_ n: Int, _ fill: Character = "0") -> String { n < 10 ? "\(fill)\(n)" : String(n) }
  private static func net(_ d: DateTimeObject, _ f: String) throws -> String {
    try DateFormatter.format(d, f, CultureObject.current)
  }

  private static func part(_ d: DateTimeObject, _ c: Character) throws -> String {
    switch c {
    case "A": return try net(d, "dddd")
    case "a": return try net(d, "ddd")
    case "B": return try net(d, "MMMM")
    case "b", "h": return try net(d, "MMM")
    case "C": return two(d.year / 100)
    case "c": return try net(d, "ddd dd MMM yyyy HH:mm:ss")
    case "D": return try net(d, "MM'/'dd'/'yy")
    case "d": return two(d.day)
    case "e": return two(d.day, " ")
    case "F": return try net(d, "yyyy'-'MM'-'dd")
    case "G", "Y": return String(repeating: "0", count: max(0, 4 - String(d.year).count)) + String(d.year)
    case "g", "y": return two(d.year % 100)
    case "H": return two(d.hour)
    case "I": return two(hour12(d))
    case "j":
      let s = String(d.dayOfYear)
      return String(repeating: "0", count: 3 - s.count) + s
    case "k": return two(d.hour, " ")
    case "l": return two(hour12(d), " ")
    case "M": return two(d.minute)
    case "m": return two(d.month)
    case "n": return "\n"
    case "p": return d.hour < 12 ? "AM" : "PM"
    case "R": return try net(d, "HH':'mm")
    case "r": return try net(d, "hh':'mm':'ss tt")
    case "S": return two(d.second)
    case "s": return String((d.toUniversal().ticks - DateTimeObject.unixEpochTicks) / TimeSpanObject.ticksPerSecond)
    case "T", "X": return try net(d, "HH':'mm':'ss")
    case "t": return "\t"
    case "U", "W": return String(d.dayOfYear / 7)
    case "u": return String(d.dayOfWeek == 0 ? 7 : d.dayOfWeek)
    case "V": return two(isoWeek(d))
    case "w": return String(d.dayOfWeek)
    case "x": return try net(d, "MM'/'dd'/'yy")
    case "Z":
      let hours = d.offset / TimeSpanObject.ticksPerHour
      return (hours < 0 ? "-" : "+") + two(Int(abs(hours)))
    case "%": return "%"
    default: return String(c)
    }
  }

  private static func hour12(_ d: DateTimeObject) -> Int { d.hour % 12 == 0 ? 12 : d.hour % 12 }

  private static func isoWeek(_ d: DateTimeObject) -> Int {
    let weekday = d.dayOfWeek == 0 ? 7 : d.dayOfWeek
    let week = (d.dayOfYear - weekday + 10) / 7
    if week < 1 { return weeks(in: d.year - 1) }
    return week > weeks(in: d.year) ? 1 : week
  }

  private static func weeks(in year: Int) -> Int {
    func p(_ y: Int) -> Int { (y + y / 4 - y / 100 + y / 400) % 7 }
    return p(year) == 4 || p(year - 1) == 3 ? 53 : 52
  }
}

/// New-TimeSpan.
final class NewTimeSpan: Cmdlet {
  override func process() throws {
    if runtime.parameterSetName == "Date" || has("Start") || has("End") {
      let now = DateTimeObject.now
      let start = arg("Start").asObject(DateTimeObject.self) ?? now
      let end = arg("End").asObject(DateTimeObject.self) ?? now
      return try write(.timeSpan(ticks: end.ticks &- start.ticks))
    }
    var ticks: Int64 = 0
    let units: [(String, Int64)] = [
      ("Days", TimeSpanObject.ticksPerDay), ("Hours", TimeSpanObject.ticksPerHour),
      ("Minutes", TimeSpanObject.ticksPerMinute), ("Seconds", TimeSpanObject.ticksPerSecond),
      ("Milliseconds", TimeSpanObject.ticksPerMillisecond),
    ]
    for (name, unit) in units { ticks = ticks &+ Int64(int(name) ?? 0) &* unit }
    try write(.timeSpan(ticks: ticks))
  }
}

/// Start-Sleep.
final class StartSleep: Cmdlet {
  override func process() throws {
    var milliseconds = 0.0
    if let n = int("Milliseconds") {
      milliseconds = Double(n)
    } else if let t = arg("Duration").asObject(TimeSpanObject.self) {
      milliseconds = t.totalMilliseconds
    } else if let d = Operations.tryConvert(arg("Seconds"), to: Types.double), case .double(let s) = d.base {
      milliseconds = s * 1000
    }
    let r = engine
    Clock.sleep(milliseconds: milliseconds) { r.stopRequested }
    try engine.checkStop()
  }
}
