import Basics

/// A `[timespan]` value: 100-nanosecond ticks.
public final class TimeSpanObject: Obj {
  public let ticks: Int64
  public init(_ ticks: Int64) { self.ticks = ticks }
  public override var typeInfo: TypeInfo { Types.timeSpan }
  public override func text() throws -> String? { TimeSpanFormat.constant(ticks) }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(TimeSpanObject.self)?.ticks == ticks }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(ticks) }

  public static let ticksPerMillisecond: Int64 = 10_000
  public static let ticksPerSecond: Int64 = 10_000_000
  public static let ticksPerMinute: Int64 = 600_000_000
  public static let ticksPerHour: Int64 = 36_000_000_000
  public static let ticksPerDay: Int64 = 864_000_000_000

  public var days: Int { Int(ticks / TimeSpanObject.ticksPerDay) }
  public var hours: Int { Int(ticks / TimeSpanObject.ticksPerHour % 24) }
  public var minutes: Int { Int(ticks / TimeSpanObject.ticksPerMinute % 60) }
  public var seconds: Int { Int(ticks / TimeSpanObject.ticksPerSecond % 60) }
  public var milliseconds: Int { Int(ticks / TimeSpanObject.ticksPerMillisecond % 1000) }
  public var totalDays: Double { Double(ticks) / Double(TimeSpanObject.ticksPerDay) }
  public var totalHours: Double { Double(ticks) / Double(TimeSpanObject.ticksPerHour) }
  public var totalMinutes: Double { Double(ticks) / Double(TimeSpanObject.ticksPerMinute) }
  public var totalSeconds: Double { Double(ticks) / Double(TimeSpanObject.ticksPerSecond) }
  public var totalMilliseconds: Double { Double(ticks) / Double(TimeSpanObject.ticksPerMillisecond) }

  static var overflow: GuestError {
    GuestError.exception("System.OverflowException", "TimeSpan overflowed because the duration is too long.")
  }

  /// Days, hours, minutes, seconds, milliseconds and microseconds together.
  public static func make(
    days: Int64 = 0, hours: Int64 = 0, minutes: Int64 = 0, seconds: Int64 = 0, milliseconds: Int64 = 0,
    microseconds: Int64 = 0
  ) throws -> TimeSpanObject {
    let parts: [(Int64, Int64)] = [
      (days, ticksPerDay), (hours, ticksPerHour), (minutes, ticksPerMinute), (seconds, ticksPerSecond),
      (milliseconds, ticksPerMillisecond), (microseconds, 10),
    ]
    var total = Int128(0)
    for (n, unit) in parts { total += Int128(n) * Int128(unit) }
    guard let t = Int64(exactly: total) else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException", "TimeSpan overflowed because the duration is too long.")
    }
    return TimeSpanObject(t)
  }

  /// A number of units, as `FromDays` and its like take it.
  public static func from(_ value: Double, unit: Int64) throws -> TimeSpanObject {
    if value.isNaN {
      throw GuestError.exception(
        "System.ArgumentException", "TimeSpan does not accept floating point Not-a-Number values.")
    }
    let t = (value * Double(unit)).rounded(.towardZero)
    if t == 9_223_372_036_854_775_808.0 { return TimeSpanObject(.max) }
    guard let ticks = Int64(exactly: t) else { throw overflow }
    return TimeSpanObject(ticks)
  }

  /// The sum; throws when too long.
  public func adding(_ other: Int64) throws -> TimeSpanObject {
    let (t, o) = ticks.addingReportingOverflow(other)
    if o { throw TimeSpanObject.overflow }
    return TimeSpanObject(t)
  }
  /// The difference; throws when too long.
  public func subtracting(_ other: Int64) throws -> TimeSpanObject {
    let (t, o) = ticks.subtractingReportingOverflow(other)
    if o { throw TimeSpanObject.overflow }
    return TimeSpanObject(t)
  }
  /// The opposite; throws for the smallest value.
  public func negated() throws -> TimeSpanObject {
    if ticks == .min {
      throw GuestError.exception(
        "System.OverflowException", "Negating the minimum value of a twos complement number is invalid.")
    }
    return TimeSpanObject(-ticks)
  }
  /// The length times a factor, rounded to the nearest tick.
  public func multiplied(by factor: Double) throws -> TimeSpanObject {
    if factor.isNaN {
      throw GuestError.exception(
        "System.ArgumentException", "TimeSpan does not accept floating point Not-a-Number values. (Parameter 'factor')")
    }
    let t = (Double(ticks) * factor).rounded(.toNearestOrEven)
    if t == 9_223_372_036_854_775_808.0 { return TimeSpanObject(.max) }
    guard let r = Int64(exactly: t) else { throw TimeSpanObject.overflow }
    return TimeSpanObject(r)
  }
  /// The length divided by a number.
  public func divided(by divisor: Double) throws -> TimeSpanObject {
    let t = (Double(ticks) / divisor).rounded(.toNearestOrEven)
    guard let r = Int64(exactly: t) else { throw TimeSpanObject.overflow }
    return TimeSpanObject(r)
  }
}

extension Value {
  /// A `[timespan]`.
  public static func timeSpan(ticks: Int64) -> Value { .object(TimeSpanObject(ticks)) }
}

/// Text forms of time spans.
enum TimeSpanFormat {
  static func pad(_ n: UInt64, _ width: Int) -> String {
    let s = String(n)
    return s.utf8.count >= width ? s : String(repeating: "0", count: width - s.utf8.count) + s
  }

  private static func parts(_ ticks: Int64) -> (d: UInt64, h: UInt64, m: UInt64, s: UInt64, f: UInt64) {
    let t = ticks.magnitude
    let day = UInt64(TimeSpanObject.ticksPerDay)
    return (t / day, t / 36_000_000_000 % 24, t / 600_000_000 % 60, t / 10_000_000 % 60, t % 10_000_000)
  }

  /// The `c` format.
  static func constant(_ ticks: Int64) -> String {
    let p = parts(ticks)
    var s = ticks < 0 ? "-" : ""
    if p.d > 0 { s += String(p.d) + "." }
    s += pad(p.h, 2) + ":" + pad(p.m, 2) + ":" + pad(p.s, 2)
    if p.f > 0 { s += "." + pad(p.f, 7) }
    return s
  }

  static func format(_ ticks: Int64, _ spec: String?, _ nf: NumberFormatObject) throws -> String {
    guard let spec, !spec.isEmpty else { return constant(ticks) }
    if spec.utf16.count == 1 {
      switch spec {
      case "c", "t", "T": return constant(ticks)
      case "g", "G": return general(ticks, long: spec == "G", nf)
      default: throw TimeSpanFormat.badFormat
      }
    }
    return try custom(ticks, spec)
  }

  static var badFormat: GuestError {
    GuestError.exception("System.FormatException", "Input string was not in a correct format.")
  }

  private static func general(_ ticks: Int64, long: Bool, _ nf: NumberFormatObject) -> String {
    let p = parts(ticks)
    var s = ticks < 0 ? nf.negativeSign : ""
    if long {
      s += String(p.d) + ":" + pad(p.h, 2)
    } else {
      if p.d > 0 { s += String(p.d) + ":" }
      s += String(p.h)
    }
    s += ":" + pad(p.m, 2) + ":" + pad(p.s, 2)
    if long {
      s += nf.decimalSeparator + pad(p.f, 7)
    } else if p.f > 0 {
      var f = pad(p.f, 7)
      while f.hasSuffix("0") { f.removeLast() }
      s += nf.decimalSeparator + f
    }
    return s
  }

  private static func custom(_ ticks: Int64, _ spec: String) throws -> String {
    let p = parts(ticks)
    let u = Array(spec.unicodeScalars)
    var s = ""
    var i = 0
    func run(_ c: Unicode.Scalar) -> Int {
      var n = 0
      while i + n < u.count && u[i + n] == c { n += 1 }
      return n
    }
    while i < u.count {
      let c = u[i]
      var n = run(c)
      switch c {
      case "h", "m", "s":
        guard n <= 2 else { throw badFormat }
        s += pad(c == "h" ? p.h : (c == "m" ? p.m : p.s), n)
      case "d":
        guard n <= 8 else { throw badFormat }
        s += pad(p.d, n)
      case "f", "F":
        guard n <= 7 else { throw badFormat }
        var f = String(pad(p.f, 7).prefix(n))
        if c == "F" { while f.hasSuffix("0") { f.removeLast() } }
        s += f
      case "'", "\"":
        var j = i + 1
        while j < u.count && u[j] != c {
          if u[j] == "\\" && j + 1 < u.count { j += 1 }
          s.unicodeScalars.append(u[j])
          j += 1
        }
        guard j < u.count else { throw badFormat }
        n = j - i + 1
      case "\\":
        guard i + 1 < u.count else { throw badFormat }
        s.unicodeScalars.append(u[i + 1])
        n = 2
      case "%":
        guard i + 1 < u.count, u[i + 1] != "%" else { throw badFormat }
        n = 1
      default: throw badFormat
      }
      i += n
    }
    return s
  }
}
