import Basics

extension Operations {
  /// Operator methods: those of dates and time spans here, others through the type's own `op_` methods.
  static func implicitOperator(_ op: Arithmetic, _ a: Value, _ b: Value) throws -> Value {
    if case .object(let o) = a {
      switch o {
      case let d as DateTimeObject: return try date(op, d, b)
      case let t as TimeSpanObject: return try span(op, t, b)
      case let d as DateTimeOffsetObject: return try dateOffset(op, d, b)
      default: break
      }
    }
    if op == .multiply, let t = b.asObject(TimeSpanObject.self) {
      let factor = try argument(a, 1, Types.double, op)
      if case .double(let f) = factor { return .object(try t.multiplied(by: f)) }
    }
    let ta = a.typeInfo
    let tb = b.typeInfo
    let leftPrimitive = ta.map(isPrimitive) ?? true
    guard let type = leftPrimitive && tb.map({ !isPrimitive($0) }) ?? false ? tb : ta else {
      throw methodNotFound(tb, op.method)
    }
    if isPrimitive(type) { throw notDefined(a, op.symbol, b) }
    if let r = try Bridges.operatorMethod(type, op.method, [a, b]) { return r }
    throw methodNotFound(type, op.method)
  }

  /// Whether .NET calls a type primitive: numbers up to double, booleans and characters.
  static func isPrimitive(_ t: TypeInfo) -> Bool {
    switch t {
    case Types.int32, Types.int64, Types.double, Types.bool, Types.char, Types.byte, Types.sbyte, Types.int16,
      Types.uint16, Types.uint32, Types.uint64, Types.single:
      return true
    default: return false
    }
  }

  /// An operator's right operand converted for a built-in overload, with the error of a method call.
  private static func argument(_ v: Value, _ position: Int, _ type: TypeInfo, _ op: Arithmetic) throws -> Value {
    do {
      return try convert(v, to: type)
    } catch let e as GuestError {
      let text = (try? displayString(v)) ?? ""
      let message =
        "Cannot convert argument \"\(position)\", with value: \"\(text)\", for \"\(op.method)\" to type "
        + "\"\(dotNetName(type))\": \"\(e.record.exception.message)\""
      let x = ExceptionObject(
        Types.named("System.Management.Automation.MethodException"), message, inner: e.record.exception)
      let r = ErrorRecord(x, id: "MethodArgumentConversionInvalidCastArgument", category: .NotSpecified)
      x.errorRecord = r
      throw GuestError(r)
    }
  }

  private static func spanArgument(_ v: Value, _ op: Arithmetic) throws -> Int64 {
    if let t = v.asObject(TimeSpanObject.self) { return t.ticks }
    return (try argument(v, 1, Types.timeSpan, op)).asObject(TimeSpanObject.self)?.ticks ?? 0
  }

  private static func called(_ op: Arithmetic, _ body: () throws -> Obj) throws -> Value {
    do {
      return .object(try body())
    } catch let e as GuestError {
      throw operatorFailed(op.method, 2, e)
    }
  }

  private static func date(_ op: Arithmetic, _ d: DateTimeObject, _ b: Value) throws -> Value {
    switch op {
    case .add:
      let t = try spanArgument(b, op)
      return try called(op) { try d.adding(ticks: t) }
    case .subtract:
      if let other = b.asObject(DateTimeObject.self) { return .timeSpan(ticks: d.ticks - other.ticks) }
      if case .string = b, let other = tryConvert(b, to: Types.dateTime)?.asObject(DateTimeObject.self),
        (try? TimeSpanParser.parse(errorText(b))) == nil
      {
        return .timeSpan(ticks: d.ticks - other.ticks)
      }
      let t = try spanArgument(b, op)
      return try called(op) { try d.adding(ticks: t == .min ? .max : -t) }
    default: throw methodNotFound(Types.dateTime, op.method)
    }
  }

  private static func dateOffset(_ op: Arithmetic, _ d: DateTimeOffsetObject, _ b: Value) throws -> Value {
    switch op {
    case .add:
      let t = try spanArgument(b, op)
      return try called(op) { try d.adding(ticks: t) }
    case .subtract:
      if let other = b.asObject(DateTimeOffsetObject.self) { return .timeSpan(ticks: d.utcTicks - other.utcTicks) }
      if let other = b.asObject(DateTimeObject.self) {
        return .timeSpan(ticks: d.utcTicks - other.toUniversal().ticks)
      }
      let t = try spanArgument(b, op)
      return try called(op) { try d.adding(ticks: t == .min ? .max : -t) }
    default: throw methodNotFound(Types.dateTimeOffset, op.method)
    }
  }

  private static func span(_ op: Arithmetic, _ t: TimeSpanObject, _ b: Value) throws -> Value {
    switch op {
    case .add:
      let n = try spanArgument(b, op)
      return try called(op) { try t.adding(n) }
    case .subtract:
      let n = try spanArgument(b, op)
      return try called(op) { try t.subtracting(n) }
    case .multiply:
      guard case .double(let f) = try argument(b, 1, Types.double, op) else { return .null }
      return try called(op) { try t.multiplied(by: f) }
    case .divide:
      if let other = b.asObject(TimeSpanObject.self) { return .double(Double(t.ticks) / Double(other.ticks)) }
      guard case .double(let f) = try argument(b, 1, Types.double, op) else { return .null }
      return try called(op) { try t.divided(by: f) }
    case .remainder: throw methodNotFound(Types.timeSpan, op.method)
    }
  }

  // MARK: Unary

  /// Unary `-`.
  @inlinable @inline(__always)
  public static func negate(_ v: Value) throws -> Value {
    if case .int(let i) = v, i != .min { return .int(0 &- i) }
    if case .double(let d) = v { return .double(-d) }
    return try negateSlow(v)
  }

  @usableFromInline
  static func negateSlow(_ v: Value) throws -> Value {
    let a = v.base
    if a.isNull { return .int(0) }
    if case .string(let s) = a { return negated(try parseOperand(s)) }
    if let n = Numeric(primitive: a) { return negated(n) }
    if let t = a.asObject(TimeSpanObject.self) {
      do { return .object(try t.negated()) } catch let e as GuestError {
        throw operatorFailed("op_UnaryNegation", 1, e)
      }
    }
    return try unaryMethod("op_UnaryNegation", "-", a)
  }

  private static func negated(_ n: Numeric) -> Value {
    switch n {
    case .int(let i): return i == .min ? .double(-Double(i)) : .int(-i)
    case .uint(let u): return u <= 1 << 31 ? .int(Int32(truncatingIfNeeded: -Int64(u))) : .long(-Int64(u))
    case .long(let l): return l == .min ? .double(-Double(l)) : .long(-l)
    case .ulong(let u):
      return u <= UInt64(1) << 63 ? .long(Int64(truncatingIfNeeded: 0 &- u)) : .double(-Double(u))
    case .float(let d): return .double(-d)
    case .decimal(let d): return .decimal(d.negated)
    case .big(let b): return .bigInteger(-b)
    }
  }

  /// Unary `+`.
  public static func plus(_ v: Value) throws -> Value {
    let a = v.base
    if a.isNull { return .int(0) }
    if case .string(let s) = a { return try parseOperand(s).value }
    if case .object = a, Numeric(a) != nil { return a }
    if let n = Numeric(primitive: a) { return n.value }
    return try unaryMethod("op_UnaryPlus", "+", a)
  }

  static func unaryMethod(_ method: String, _ symbol: String, _ a: Value) throws -> Value {
    guard let t = a.typeInfo, !isPrimitive(t) else {
      throw GuestError.runtime(
        "NotADefinedOperationForType",
        "The operation '\(symbol) [\(a.typeInfo.map(dotNetName) ?? "null")]' is not defined.", .InvalidOperation)
    }
    if let r = try Bridges.operatorMethod(t, method, [a]) { return r }
    throw methodNotFound(t, method)
  }
}
