import Basics

/// A value seen as a number, in the widths arithmetic happens in.
enum Numeric {
  case int(Int32)
  case uint(UInt32)
  case long(Int64)
  case ulong(UInt64)
  case float(Double)
  case decimal(Decimal96)
  case big(BigInt)

  /// The order in which the wider of two operands decides.
  var rank: Int {
    switch self {
    case .int: return 0
    case .uint: return 1
    case .long: return 2
    case .ulong: return 3
    case .float: return 4
    case .decimal: return 5
    case .big: return 6
    }
  }

  /// A number (or enum) as it is; nil for anything else, booleans and characters included.
  init?(_ v: Value) {
    switch v.base {
    case .int(let i): self = .int(i)
    case .long(let i): self = .long(i)
    case .double(let d): self = .float(d)
    case .scalar(let k, let bits): self = Numeric(k, bits)
    case .object(let o):
      switch o {
      case let d as DecimalObject: self = .decimal(d.value)
      case let b as BigIntegerObject: self = .big(b.value)
      case let e as EnumValue:
        guard let n = Numeric(Operations.enumNumber(e)) else { return nil }
        self = n
      default: return nil
      }
    default: return nil
    }
  }

  private init(_ k: ScalarKind, _ bits: UInt64) {
    switch k {
    case .byte: self = .int(Int32(UInt8(truncatingIfNeeded: bits)))
    case .sbyte: self = .int(Int32(Int8(truncatingIfNeeded: bits)))
    case .int16: self = .int(Int32(Int16(truncatingIfNeeded: bits)))
    case .uint16: self = .int(Int32(UInt16(truncatingIfNeeded: bits)))
    case .uint32: self = .uint(UInt32(truncatingIfNeeded: bits))
    case .uint64: self = .ulong(bits)
    case .single: self = .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    }
  }

  /// A number, boolean or character.
  init?(primitive v: Value) {
    if let n = Numeric(v) {
      self = n
      return
    }
    switch v.base {
    case .bool(let b): self = .int(b ? 1 : 0)
    case .char(let c): self = .int(Int32(c))
    default: return nil
    }
  }

  var value: Value {
    switch self {
    case .int(let i): return .int(i)
    case .uint(let u): return .scalar(.uint32, UInt64(u))
    case .long(let l): return .long(l)
    case .ulong(let u): return .scalar(.uint64, u)
    case .float(let d): return .double(d)
    case .decimal(let d): return .decimal(d)
    case .big(let b): return .bigInteger(b)
    }
  }

  var isNegative: Bool {
    switch self {
    case .int(let i): return i < 0
    case .long(let l): return l < 0
    case .float(let d): return d < 0
    case .decimal(let d): return d.isNegative && !d.isZero
    case .big(let b): return b.isNegative
    default: return false
    }
  }

  var asDouble: Double {
    switch self {
    case .int(let i): return Double(i)
    case .uint(let u): return Double(u)
    case .long(let l): return Double(l)
    case .ulong(let u): return Double(u)
    case .float(let d): return d
    case .decimal(let d): return d.asDouble
    case .big(let b): return b.asDouble
    }
  }

  /// The value of an integer kind; nil for fractions and what does not fit.
  var asInt128: Int128? {
    switch self {
    case .int(let i): return Int128(i)
    case .uint(let u): return Int128(u)
    case .long(let l): return Int128(l)
    case .ulong(let u): return Int128(u)
    default: return nil
    }
  }

  var asDecimal: Decimal96? {
    switch self {
    case .int(let i): return Decimal96(Int64(i))
    case .uint(let u): return Decimal96(UInt64(u))
    case .long(let l): return Decimal96(l)
    case .ulong(let u): return Decimal96(u)
    case .float(let d): return Decimal96(d)
    case .decimal(let d): return d
    case .big(let b): return Decimal96(b)
    }
  }

  /// The integral part as a big integer; nil for infinities and NaN.
  var asBig: BigInt? {
    switch self {
    case .float(let d): return BigInt(d)
    case .decimal(let d): return d.truncated
    case .big(let b): return b
    case .ulong(let u): return BigInt(u)
    default: return asInt128.map { BigInt(magnitude: UInt128($0.magnitude), isNegative: $0 < 0) }
    }
  }

  /// Negative, zero or positive; nil when a NaN takes part.
  static func compare(_ a: Numeric, _ b: Numeric) -> Int? {
    if let x = a.asInt128, let y = b.asInt128 { return x == y ? 0 : (x < y ? -1 : 1) }
    if a.rank == 6 || b.rank == 6 {
      if case .float(let d) = a, d != d.rounded(.towardZero) || !d.isFinite { return order(d, b.asDouble) }
      if case .float(let d) = b, d != d.rounded(.towardZero) || !d.isFinite { return order(a.asDouble, d) }
      if case .decimal(let d) = a, d.scale > 0 { return order(d.asDouble, b.asDouble) }
      if case .decimal(let d) = b, d.scale > 0 { return order(a.asDouble, d.asDouble) }
      guard let x = a.asBig, let y = b.asBig else { return nil }
      return x == y ? 0 : (x < y ? -1 : 1)
    }
    if a.rank == 5 || b.rank == 5, let x = a.asDecimal, let y = b.asDecimal { return x.compare(y) }
    return order(a.asDouble, b.asDouble)
  }
  private static func order(_ x: Double, _ y: Double) -> Int? {
    if x.isNaN || y.isNaN { return nil }
    return x == y ? 0 : (x < y ? -1 : 1)
  }
}

extension Operations {
  /// The number behind an enum, in its underlying type.
  public static func enumNumber(_ e: EnumValue) -> Value {
    number(e.raw, of: e.type.enumInfo?.underlying ?? Types.int32)
  }

  /// A raw 64-bit integer as a value of an integer type, cut to its width.
  static func number(_ raw: Int64, of type: TypeInfo) -> Value {
    switch type {
    case Types.int64: return .long(raw)
    case Types.byte: return .scalar(.byte, UInt64(UInt8(truncatingIfNeeded: raw)))
    case Types.sbyte: return .scalar(.sbyte, UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: raw))))
    case Types.int16: return .scalar(.int16, UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: raw))))
    case Types.uint16: return .scalar(.uint16, UInt64(UInt16(truncatingIfNeeded: raw)))
    case Types.uint32: return .scalar(.uint32, UInt64(UInt32(truncatingIfNeeded: raw)))
    case Types.uint64: return .scalar(.uint64, UInt64(bitPattern: raw))
    default: return .int(Int32(truncatingIfNeeded: raw))
    }
  }
}

func ~= (pattern: TypeInfo, value: TypeInfo) -> Bool { pattern === value }
