/// A `[datetimeoffset]` value: a clock time and its distance from universal time.
public final class DateTimeOffsetObject: Obj {
  /// Ticks of the clock time.
  public let ticks: Int64
  /// Ticks the clock is ahead of universal time.
  public let offset: Int64
  public init(ticks: Int64, offset: Int64) {
    self.ticks = ticks
    self.offset = offset
  }
  /// The moment of a date, with the offset its kind implies.
  public convenience init(_ date: DateTimeObject) { self.init(ticks: date.ticks, offset: date.offset) }
  /// A clock time with an offset of whole minutes within 14 hours, or .NET's error.
  public static func make(ticks: Int64, offset: Int64) throws -> DateTimeOffsetObject {
    if offset % TimeSpanObject.ticksPerMinute != 0 {
      throw GuestError.exception(
        "System.ArgumentException", "Offset must be specified in whole minutes. (Parameter 'offset')")
    }
    if abs(offset) > 14 * TimeSpanObject.ticksPerHour {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException", "Offset must be within plus or minus 14 hours. (Parameter 'offset')")
    }
    guard (0...DateTimeObject.maxTicks).contains(ticks - offset), (0...DateTimeObject.maxTicks).contains(ticks) else {
      throw GuestError.exception(
        "System.ArgumentOutOfRangeException",
        "The UTC time represented when the offset is applied must be between year 0 and 10,000. (Parameter 'offset')")
    }
    return DateTimeOffsetObject(ticks: ticks, offset: offset)
  }

  public override var typeInfo: TypeInfo { Types.dateTimeOffset }
  public override func text() throws -> String? { try DateFormatter.format(self, nil, .invariant) }
  public override func isEqual(_ other: Value) -> Bool {
    other.asObject(DateTimeOffsetObject.self)?.utcTicks == utcTicks
  }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(utcTicks) }

  /// Ticks of the moment in universal time.
  public var utcTicks: Int64 { ticks - offset }
  /// The clock time without a kind.
  public var dateTime: DateTimeObject { DateTimeObject(ticks) }
  /// The moment in universal time.
  public var utcDateTime: DateTimeObject { DateTimeObject(utcTicks, .utc) }
  /// The moment on the local clock.
  public var localDateTime: DateTimeObject { utcDateTime.toLocal() }
  /// The same moment with another offset.
  public func to(offset new: Int64) throws -> DateTimeOffsetObject {
    try DateTimeOffsetObject.make(ticks: utcTicks + new, offset: new)
  }
  /// The clock moved by ticks.
  public func adding(ticks n: Int64) throws -> DateTimeOffsetObject {
    let d = try dateTime.adding(ticks: n)
    return DateTimeOffsetObject(ticks: d.ticks, offset: offset)
  }
}

extension Value {
  /// A `[datetimeoffset]`.
  public static func dateTimeOffset(ticks: Int64, offset: Int64) -> Value {
    .object(DateTimeOffsetObject(ticks: ticks, offset: offset))
  }
}
