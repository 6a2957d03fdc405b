import Basics

/// The kinds of number that travel as raw bits, beside the common ones with cases of their own.
public enum ScalarKind: UInt8, Sendable {
  case byte, sbyte, int16, uint16, uint32, uint64, single
}

/// A value of the guest language: small ones inline, everything else behind a reference.
///
/// `nothing` is the empty result of a statement (`AutomationNull`): it reads as null, but is not
/// written to a pipeline. A value type that carries extended members is a `Boxed` object, so code
/// that asks for the kind of a value looks at `base`.
public enum Value {
  case nothing
  case null
  case bool(Bool)
  case int(Int32)
  case long(Int64)
  case double(Double)
  case char(UInt16)
  case scalar(ScalarKind, UInt64)
  case string(String)
  case object(Obj)
}

extension Value {
  /// The value itself, without the box that holds extended members of a value type.
  @inline(__always)
  public var base: Value {
    if case .object(let o) = self, let box = o as? Boxed { return box.base }
    return self
  }

  /// Whether this is null or the empty result.
  @inline(__always)
  public var isNull: Bool {
    switch self {
    case .null, .nothing: return true
    default: return false
    }
  }

  /// The object behind the value, if it is one; a box is returned as it is.
  @inline(__always)
  public var object: Obj? {
    if case .object(let o) = self { return o }
    return nil
  }

  /// The base object cast to a class of this room, or nil.
  @inline(__always)
  public func asObject<T: Obj>(_ type: T.Type) -> T? {
    if case .object(let o) = self {
      if let t = o as? T { return t }
      if let box = o as? Boxed, case .object(let inner) = box.base { return inner as? T }
    }
    return nil
  }

  /// The text, if the base value is a string.
  public var stringOrNil: String? {
    if case .string(let s) = base { return s }
    return nil
  }

  /// The type of the base value; nil for null.
  public var typeInfo: TypeInfo? {
    switch self {
    case .nothing, .null: return nil
    case .bool: return Types.bool
    case .int: return Types.int32
    case .long: return Types.int64
    case .double: return Types.double
    case .char: return Types.char
    case .string: return Types.string
    case .object(let o): return o.typeInfo
    case .scalar(let kind, _): return Types.scalar(kind)
    }
  }

  /// An unsigned byte.
  public static func byte(_ b: UInt8) -> Value { .scalar(.byte, UInt64(b)) }
  /// A single-precision number.
  public static func single(_ f: Float) -> Value { .scalar(.single, UInt64(f.bitPattern)) }
  /// An array of `object` elements.
  public static func array(_ elements: [Value]) -> Value { .object(PSArray(elements)) }
}
