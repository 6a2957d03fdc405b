import Basics
import Glibc

/// A time zone: UTC, a fixed distance, the local one, or one of the system's files.
final class TimeZoneObject: Obj {
  let id: String
  let base: Int64
  let displayName: String
  let standardName: String
  /// Moments (seconds of Unix time) from which an offset in seconds holds.
  private let changes: [(from: Int64, offset: Int64, isDaylight: Bool)]
  init(
    _ id: String, base: Int64, display: String? = nil, standard: String? = nil,
    changes: [(from: Int64, offset: Int64, isDaylight: Bool)] = []
  ) {
    self.id = id
    self.base = base
    displayName = display ?? id
    standardName = standard ?? id
    self.changes = changes
  }
  override var typeInfo: TypeInfo { Types.named("System.TimeZoneInfo") }
  override func text() throws -> String? { displayName }
  override func isEqual(_ other: Value) -> Bool { other.asObject(TimeZoneObject.self)?.id == id }
  override func hashInto(_ hasher: inout Hasher) { hasher.combine(id) }
  var hasDaylight: Bool { changes.contains { $0.isDaylight } }

  /// The offset in ticks at a moment in UTC ticks.
  func offset(atUniversal ticks: Int64) -> Int64 {
    guard !changes.isEmpty else { return base }
    let s = (ticks - DateTimeObject.unixEpochTicks) / 10_000_000
    return (changes.last { $0.from <= s }?.offset ?? base / 10_000_000) * 10_000_000
  }
  func isDaylight(atUniversal ticks: Int64) -> Bool {
    let s = (ticks - DateTimeObject.unixEpochTicks) / 10_000_000
    return changes.last { $0.from <= s }?.isDaylight ?? false
  }
  /// The moment in UTC that a wall clock shows.
  func universal(fromLocal ticks: Int64) -> Int64 {
    let guess = ticks - offset(atUniversal: ticks - base)
    return ticks - offset(atUniversal: guess)
  }

  nonisolated(unsafe) static let utc = TimeZoneObject(
    "UTC", base: 0, display: "(UTC) Coordinated Universal Time", standard: "Coordinated Universal Time")

  /// A zone by its name in the system's database.
  static func find(_ id: String) -> TimeZoneObject? {
    if ["UTC", "Etc/UTC", "Z"].contains(id) { return utc }
    guard !id.contains(".."), !id.hasPrefix("/"), let b = try? Files.read("/usr/share/zoneinfo/" + id) else {
      return nil
    }
    return parse(id, b)
  }
  static var local: TimeZoneObject {
    if let tz = getenv("TZ").map({ String(cString: $0) }), !tz.isEmpty {
      return find(tz.hasPrefix(":") ? String(tz.dropFirst()) : tz) ?? utc
    }
    let link = EnvironmentType.readLink("/etc/localtime") ?? ""
    if let r = link.range2(of: "zoneinfo/") { return find(String(link[r...])) ?? utc }
    return (try? Files.read("/etc/localtime")).flatMap { parse("Local", $0) } ?? utc
  }

  /// Reads the second, 64-bit part of a TZif file.
  private static func parse(_ id: String, _ b: [UInt8]) -> TimeZoneObject? {
    func number(_ at: Int, _ width: Int) -> Int64 {
      guard at + width <= b.count else { return 0 }
      var n: Int64 = b[at] & 0x80 != 0 ? -1 : 0
      for i in 0..<width { n = n << 8 | Int64(b[at + i]) }
      return n
    }
    func counts(_ at: Int) -> (times: Int, types: Int, chars: Int, rest: Int) {
      let c = (0..<6).map { Int(number(at + 20 + $0 * 4, 4)) }
      return (c[3], c[4], c[5], c[0] + c[1] + c[2])
    }
    guard b.count > 44, b.starts(with: [0x54, 0x5A, 0x69, 0x66]) else { return nil }
    let first = counts(0)
    let leap = Int(number(28, 4))
    let second =
      44 + first.times * 5 + first.types * 6 + first.chars + Int(number(20, 4)) + Int(number(24, 4)) + leap * 8
    guard second > 0, second + 44 < b.count else { return nil }
    let c = counts(second)
    guard c.times >= 0, c.types > 0, c.times < 10_000, c.types < 300 else { return nil }
    let times = second + 44
    let indexes = times + c.times * 8
    let types = indexes + c.times
    guard types + c.types * 6 <= b.count else { return nil }
    func type(_ i: Int) -> (Int64, Bool) { (number(types + i * 6, 4), b[types + i * 6 + 4] != 0) }
    var changes: [(from: Int64, offset: Int64, isDaylight: Bool)] = []
    for i in 0..<c.times {
      let k = Int(b[indexes + i])
      guard k < c.types else { return nil }
      changes.append((number(times + i * 8, 8), type(k).0, type(k).1))
    }
    let standard = changes.last { !$0.isDaylight }?.offset ?? type(0).0
    return TimeZoneObject(id, base: standard * 10_000_000, changes: changes)
  }
}

extension String {
  /// The place after the first occurrence of a text.
  fileprivate func range2(of other: String) -> Index? {
    var i = startIndex
    while i < endIndex {
      if self[i...].hasPrefix(other) { return index(i, offsetBy: other.count) }
      i = index(after: i)
    }
    return nil
  }
}

/// `System.TimeZoneInfo`.
enum TimeZoneType {
  private static func me(_ v: Value) throws -> TimeZoneObject {
    guard let z = v.asObject(TimeZoneObject.self) else { throw Throw.argumentNull("destinationTimeZone") }
    return z
  }
  private static func named(_ id: String) throws -> TimeZoneObject {
    guard let z = TimeZoneObject.find(id) else {
      throw GuestError.exception(
        "System.TimeZoneNotFoundException", "The time zone ID '\(id)' was not found on the local computer.")
    }
    return z
  }

  static func register() {
    Catalogue.register("System.TimeZoneInfo") { t in
      t.fixedProp("System.TimeZoneInfo Utc") { .object(TimeZoneObject.utc) }
      t.fixedProp("System.TimeZoneInfo Local") { .object(TimeZoneObject.local) }
      t.fixed("System.TimeZoneInfo FindSystemTimeZoneById(string id)") { a in
        .object(try named(try a.requireStr(0, "id")))
      }
      t.fixed(
        "System.TimeZoneInfo CreateCustomTimeZone(string id, timespan baseUtcOffset, string displayName, string standardDisplayName)"
      ) { a in
        .object(TimeZoneObject(a.str(0), base: DateTimeType.span(a, 1), display: a.str(2), standard: a.str(3)))
      }
      t.fixed("System.Collections.ObjectModel.ReadOnlyCollection[System.TimeZoneInfo] GetSystemTimeZones()") { _ in
        let names = [
          "UTC", "Europe/London", "Europe/Berlin", "America/New_York", "America/Chicago", "America/Denver",
          "America/Los_Angeles", "Asia/Tokyo", "Australia/Sydney",
        ]
        return .array(names.compactMap { TimeZoneObject.find($0).map { .object($0) } }, of: t.type)
      }
      t.prop("string Id") { .string(try me($0).id) }
      t.prop("string DisplayName") { .string(try me($0).displayName) }
      t.prop("string StandardName") { .string(try me($0).standardName) }
      t.prop("string DaylightName") { .string(try me($0).standardName) }
      t.prop("timespan BaseUtcOffset") { .timeSpan(ticks: try me($0).base) }
      t.prop("bool SupportsDaylightSavingTime") { .bool(try me($0).hasDaylight) }
      t.prop("bool HasIanaId") { _ in .bool(true) }
      t.method("timespan GetUtcOffset(datetime dateTime)") { s, a in
        let (z, d) = (try me(s), try DateTimeType.me(a[0]))
        return .timeSpan(
          ticks: z.offset(atUniversal: d.kind == .unspecified ? z.universal(fromLocal: d.ticks) : d.toUniversal().ticks)
        )
      }
      t.method("bool IsDaylightSavingTime(datetime dateTime)") { s, a in
        let (z, d) = (try me(s), try DateTimeType.me(a[0]))
        return .bool(
          z.isDaylight(atUniversal: d.kind == .unspecified ? z.universal(fromLocal: d.ticks) : d.toUniversal().ticks))
      }
      t.method("string ToString()") { s, _ in .string(try me(s).displayName) }
      converting(t)
    }
  }

  private static func universal(_ d: DateTimeObject) -> Int64 { d.toUniversal().ticks }
  private static func show(_ utc: Int64, in z: TimeZoneObject) -> Value {
    .object(DateTimeObject(utc + z.offset(atUniversal: utc), z === TimeZoneObject.utc ? .utc : .unspecified))
  }

  private static func converting(_ t: TypeBuilder) {
    t.fixed("datetime ConvertTimeToUtc(datetime dateTime)") { a in .object(try DateTimeType.me(a[0]).toUniversal()) }
    t.fixed("datetime ConvertTimeToUtc(datetime dateTime, System.TimeZoneInfo sourceTimeZone)") { a in
      .object(DateTimeObject(try me(a[1]).universal(fromLocal: try DateTimeType.me(a[0]).ticks), .utc))
    }
    t.fixed("datetime ConvertTimeFromUtc(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") { a in
      show(try DateTimeType.me(a[0]).ticks, in: try me(a[1]))
    }
    t.fixed(
      "System.DateTimeOffset ConvertTime(System.DateTimeOffset dateTimeOffset, System.TimeZoneInfo destinationTimeZone)"
    ) { a in
      guard let d = a.object(0, DateTimeOffsetObject.self) else { return .null }
      return .object(try d.to(offset: try me(a[1]).offset(atUniversal: d.utcTicks)))
    }
    t.fixed("datetime ConvertTime(datetime dateTime, System.TimeZoneInfo destinationTimeZone)") { a in
      show(universal(try DateTimeType.me(a[0])), in: try me(a[1]))
    }
    t.fixed(
      "datetime ConvertTime(datetime dateTime, System.TimeZoneInfo sourceTimeZone, System.TimeZoneInfo destinationTimeZone)"
    ) { a in
      show(try me(a[1]).universal(fromLocal: try DateTimeType.me(a[0]).ticks), in: try me(a[2]))
    }
    t.fixed("datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string destinationTimeZoneId)") { a in
      show(universal(try DateTimeType.me(a[0])), in: try named(a.str(1)))
    }
    t.fixed(
      "datetime ConvertTimeBySystemTimeZoneId(datetime dateTime, string sourceTimeZoneId, string destinationTimeZoneId)"
    ) { a in
      show(try named(a.str(1)).universal(fromLocal: try DateTimeType.me(a[0]).ticks), in: try named(a.str(2)))
    }
  }
}
