/// The value of a literal, before the engine turns it into an object.
public enum ConstantValue: Hashable, Sendable {
  case null
  case boolean(Bool)
  case int(Int32)
  case long(Int64)
  case double(Double)
  case single(Float)
  case sbyte(Int8)
  case byte(UInt8)
  case int16(Int16)
  case uint16(UInt16)
  case uint32(UInt32)
  case uint64(UInt64)
  /// A decimal in plain digits, with sign and point as written.
  case decimal(String)
  /// A big integer in plain decimal digits.
  case bigInteger(String)
  case string(String)

  /// The short name of the .NET type of the value.
  public var typeName: String {
    switch self {
    case .null: return "Object"
    case .boolean: return "Boolean"
    case .int: return "Int32"
    case .long: return "Int64"
    case .double: return "Double"
    case .single: return "Single"
    case .sbyte: return "SByte"
    case .byte: return "Byte"
    case .int16: return "Int16"
    case .uint16: return "UInt16"
    case .uint32: return "UInt32"
    case .uint64: return "UInt64"
    case .decimal: return "Decimal"
    case .bigInteger: return "BigInteger"
    case .string: return "String"
    }
  }
}
