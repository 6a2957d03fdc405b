import Basics

/// Conversions that need the catalogue: delegates, nullables, interfaces; the rest is `Operations.convert`.
public enum Conversions {
  /// Converts an argument or a property value.
  public static func convert(_ v: Value, to type: TypeInfo) throws -> Value {
    if type === Types.object { return v }
    if let t = v.typeInfo, t === type { return v.base }
    if let inner = Nullables.underlying(type) { return v.isNull ? .null : try convert(v, to: inner) }
    if Delegates.isDelegate(type), let d = try Delegates.make(v, type) { return d }
    return try Operations.convert(v, to: type)
  }
}

/// The value a variable or array element of a type starts with.
public enum Defaults {
  /// Zero for value types, nil for references.
  public static func value(of t: TypeInfo) -> Value? {
    if !t.isValueType { return nil }
    if t === Types.int32 { return .int(0) }
    if t === Types.bool { return .bool(false) }
    if t === Types.int64 { return .long(0) }
    if t === Types.double { return .double(0) }
    if t === Types.char { return .char(0) }
    if t.isEnum { return .object(EnumValue(t, 0)) }
    for (kind, u) in scalars where t === u { return .scalar(kind, 0) }
    if t === Types.dateTime { return .object(DateTimeObject(0)) }
    if t === Types.timeSpan { return .timeSpan(ticks: 0) }
    if t === Types.guid { return .object(GuidObject([UInt8](repeating: 0, count: 16))) }
    if t === Types.decimal { return .decimal(Decimal96(Int64(0))) }
    if t === Types.bigInteger { return .bigInteger(BigInt(Int64(0))) }
    if t === Types.switchParameter { return .switchParameter(false) }
    if t === Types.dateTimeOffset { return .dateTimeOffset(ticks: 0, offset: 0) }
    return nil
  }
  private static let scalars: [(ScalarKind, TypeInfo)] = [
    (.byte, Types.byte), (.sbyte, Types.sbyte), (.int16, Types.int16), (.uint16, Types.uint16),
    (.uint32, Types.uint32), (.uint64, Types.uint64), (.single, Types.single),
  ]
}
