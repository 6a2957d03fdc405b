import Basics

extension Operations {
  /// `-band`.
  @inlinable @inline(__always)
  public static func band(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .int(x & y) }
    return try bitwise(.and, a, b)
  }
  /// `-bor`.
  @inlinable @inline(__always)
  public static func bor(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .int(x | y) }
    return try bitwise(.or, a, b)
  }
  /// `-bxor`.
  @inlinable @inline(__always)
  public static func bxor(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .int(x ^ y) }
    return try bitwise(.xor, a, b)
  }
  /// `-shl`.
  @inlinable @inline(__always)
  public static func shl(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .int(x &<< y) }
    return try shift(a, b, left: true)
  }
  /// `-shr`.
  @inlinable @inline(__always)
  public static func shr(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .int(x &>> y) }
    return try shift(a, b, left: false)
  }

  @usableFromInline
  enum Bitwise {
    case and, or, xor

    var symbol: String { self == .and ? "-band" : (self == .or ? "-bor" : "-bxor") }
    var method: String { self == .and ? "op_BitwiseAnd" : (self == .or ? "op_BitwiseOr" : "op_ExclusiveOr") }

    func apply(_ x: UInt64, _ y: UInt64) -> UInt64 {
      switch self {
      case .and: return x & y
      case .or: return x | y
      case .xor: return x ^ y
      }
    }
    func apply(_ x: BigInt, _ y: BigInt) -> BigInt {
      switch self {
      case .and: return x & y
      case .or: return x | y
      case .xor: return x ^ y
      }
    }
  }

  @usableFromInline
  static func bitwise(_ op: Bitwise, _ left: Value, _ right: Value) throws -> Value {
    let a = left.base
    let b = right.base
    if let e = a.object as? EnumValue ?? b.object as? EnumValue {
      let x = try enumOperand(a, e.type)
      let y = try enumOperand(b, e.type)
      let raw = Int64(bitPattern: op.apply(UInt64(bitPattern: x), UInt64(bitPattern: y)))
      return .object(EnumValue(e.type, raw))
    }
    guard let x = try bits(a), let y = try bits(b) else {
      let type = (try bits(a)) == nil ? a.typeInfo : b.typeInfo
      if let t = type, !isPrimitive(t), let r = try Bridges.operatorMethod(t, op.method, [a, b]) { return r }
      if let t = a.typeInfo, isPrimitive(t), let u = b.typeInfo, isPrimitive(u) { throw notDefined(a, op.symbol, b) }
      throw methodNotFound(type, op.method)
    }
    return combine(op, x, y)
  }

  private static func enumOperand(_ v: Value, _ type: TypeInfo) throws -> Int64 {
    if let e = v.object as? EnumValue { return e.raw }
    if case .string = v, let e = (try toEnum(v, type)).asObject(EnumValue.self) { return e.raw }
    if let i = Numeric(primitive: v)?.asInt128 { return Int64(truncatingIfNeeded: i) }
    return v.isNull ? 0 : try convertToLong(v)
  }
  private static func convertToLong(_ v: Value) throws -> Int64 {
    if case .long(let l) = try convert(v, to: Types.int64) { return l }
    return 0
  }

  /// An operand of a bit operator: fractions are rounded to 64 bits, strings read; nil for other types.
  private static func bits(_ v: Value) throws -> Numeric? {
    if v.isNull { return .int(0) }
    let n: Numeric
    if case .string(let s) = v {
      n = try parseOperand(s)
    } else if let p = Numeric(primitive: v) {
      n = p
    } else {
      return nil
    }
    switch n {
    case .float, .decimal:
      // Negative fractions become signed, others unsigned 64-bit numbers.
      let type = n.isNegative ? Types.int64 : Types.uint64
      return Numeric(try toNumber(v.stringOrNil == nil ? v : n.value, type))
    default: return n
    }
  }

  private static func combine(_ op: Bitwise, _ x: Numeric, _ y: Numeric) -> Value {
    if x.rank == 6 || y.rank == 6, let p = x.asBig, let q = y.asBig { return .bigInteger(op.apply(p, q)) }
    let p = UInt64(truncatingIfNeeded: x.asInt128 ?? 0)
    let q = UInt64(truncatingIfNeeded: y.asInt128 ?? 0)
    let r = op.apply(p, q)
    switch max(x.rank, y.rank) {
    case 0: return .int(Int32(truncatingIfNeeded: r))
    case 1:
      if x.isNegative || y.isNegative { return .long(Int64(bitPattern: r)) }
      return .scalar(.uint32, r)
    case 2: return .long(Int64(bitPattern: r))
    default: return .scalar(.uint64, r)
    }
  }

  /// `-bnot`.
  public static func bnot(_ v: Value) throws -> Value {
    let a = v.base
    if case .int(let i) = a { return .int(~i) }
    if let e = a.object as? EnumValue {
      return .object(
        EnumValue(
          e.type,
          Numeric(number(~e.raw, of: e.type.enumInfo?.underlying ?? Types.int32))
            .flatMap { $0.asInt128 }.map { Int64(truncatingIfNeeded: $0) } ?? ~e.raw))
    }
    guard let n = try bits(a) else { return try unaryMethod("op_OnesComplement", "-bnot", a) }
    switch n {
    case .int(let i): return .int(~i)
    case .uint(let u): return .scalar(.uint32, UInt64(~u))
    case .long(let l): return .long(~l)
    case .ulong(let u): return .scalar(.uint64, ~u)
    case .big(let b): return .bigInteger(~b)
    default: return .null
    }
  }

  @usableFromInline
  static func shift(_ left: Value, _ right: Value, left isLeft: Bool) throws -> Value {
    let a = left.base
    guard let x = try bits(a) else {
      let method = isLeft ? "op_LeftShift" : "op_RightShift"
      if let t = a.typeInfo, !isPrimitive(t), let r = try Bridges.operatorMethod(t, method, [a, right.base]) {
        return r
      }
      throw methodNotFound(a.typeInfo, method)
    }
    guard case .int(let n) = try convert(right.base, to: Types.int32) else { return .null }
    switch x {
    case .int(let i): return .int(isLeft ? i &<< n : i &>> n)
    case .uint(let u):
      let k = UInt32(bitPattern: n)
      return .scalar(.uint32, UInt64(isLeft ? u &<< k : u &>> k))
    case .long(let l): return .long(isLeft ? l &<< Int64(n) : l &>> Int64(n))
    case .ulong(let u):
      let k = UInt64(bitPattern: Int64(n))
      return .scalar(.uint64, isLeft ? u &<< k : u &>> k)
    case .big(let b):
      // Bounded so that a script cannot ask for gigabytes of bits.
      let k = min(max(Int(n), -(1 << 24)), 1 << 24)
      return .bigInteger(isLeft ? b.shiftedLeft(k) : b.shiftedRight(k))
    default: return .null
    }
  }

  // MARK: Range

  /// `..`: integers, or characters when both ends are single characters.
  public static func range(_ a: Value, _ b: Value) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return try range(Int64(x), Int64(y)) { .int(Int32($0)) } }
    if let x = character(a.base), let y = character(b.base) {
      return try range(Int64(x), Int64(y)) { .char(UInt16(truncatingIfNeeded: $0)) }
    }
    return try range(bound(a.base), bound(b.base)) { .int(Int32(truncatingIfNeeded: $0)) }
  }

  /// The ends of a range, for loops that count without making the array; nil for ranges of characters.
  public static func rangeBounds(_ a: Value, _ b: Value) throws -> (Int32, Int32)? {
    if case .int(let x) = a, case .int(let y) = b { return (x, y) }
    if character(a.base) != nil && character(b.base) != nil { return nil }
    return (Int32(truncatingIfNeeded: try bound(a.base)), Int32(truncatingIfNeeded: try bound(b.base)))
  }

  private static func character(_ v: Value) -> UInt16? {
    if case .char(let c) = v { return c }
    if case .string(let s) = v, s.utf16.count == 1 { return s.utf16.first }
    return nil
  }

  /// An end of a range as an integer; the errors are .NET's own.
  private static func bound(_ v: Value) throws -> Int64 {
    if v.isNull { return 0 }
    if case .string(let s) = v {
      guard let n = NumberParser.literal(s) ?? NumberParser.grouped(s) else {
        throw GuestError.operation("System.FormatException", "The input string '\(s)' was not in a correct format.")
      }
      guard case .int(let i)? = narrowed(n, Types.int32) else {
        throw GuestError.operation("System.OverflowException", overflowText(Types.int32))
      }
      return Int64(i)
    }
    guard let n = Numeric(primitive: v) else {
      let name = v.typeInfo.map(dotNetName) ?? "null"
      throw GuestError.operation(
        "System.InvalidCastException", "Unable to cast object of type '\(name)' to type 'System.IConvertible'.")
    }
    guard case .int(let i)? = narrowed(n, Types.int32) else {
      throw GuestError.operation("System.OverflowException", overflowText(Types.int32))
    }
    return Int64(i)
  }

  private static func range(_ x: Int64, _ y: Int64, _ make: (Int64) -> Value) throws -> Value {
    let count = abs(y - x) + 1
    guard count <= 1 << 28 else {
      throw GuestError.operation(
        "System.OutOfMemoryException", "Array dimensions exceeded supported range.")
    }
    var all: [Value] = []
    all.reserveCapacity(Int(count))
    let step: Int64 = x <= y ? 1 : -1
    var i = x
    for _ in 0..<count {
      all.append(make(i))
      i += step
    }
    return .array(all)
  }
}
