import Basics

extension Operations {
  /// Converts a value to a type as a cast does; throws PowerShell's conversion errors.
  @inlinable
  public static func convert(_ v: Value, to type: TypeInfo) throws -> Value {
    switch v {
    case .string: if type === Types.string { return v }
    case .int: if type === Types.int32 { return v }
    case .bool: if type === Types.bool { return v }
    case .double: if type === Types.double { return v }
    default: break
    }
    if type === Types.object { return v }
    return try convertSlow(v, type)
  }

  /// The converted value, or nil where a cast would fail.
  public static func tryConvert(_ v: Value, to type: TypeInfo) -> Value? { try? convert(v, to: type) }

  /// `-as`: the converted value or null.
  public static func convertOrNull(_ v: Value, to type: TypeInfo) -> Value { tryConvert(v, to: type) ?? .null }

  @usableFromInline
  static func convertSlow(_ v: Value, _ type: TypeInfo) throws -> Value {
    let b = v.base
    if b.isNull { return try convertNull(type) }
    if type === Types.psObject || type === Types.object { return v }
    if let own = b.typeInfo, own === type { return v }
    switch type {
    case Types.string: return .string(try toString(v))
    case Types.bool: return .bool(isTrue(b))
    case Types.int32, Types.int64, Types.double, Types.byte, Types.sbyte, Types.int16, Types.uint16, Types.uint32,
      Types.uint64, Types.single, Types.decimal:
      return try toNumber(b, type)
    case Types.char: return try toChar(b)
    case Types.bigInteger: return try toBigInteger(b)
    case Types.switchParameter: return try toSwitch(b)
    case Types.psReference:
      return b.asObject(PSReference.self) != nil ? b : .object(PSReference(v))
    case Types.psCustomObject: return try toCustomObject(v)
    case Types.type, Types.runtimeType: return try toType(b)
    case Types.void: return .nothing
    case Types.arrayBase: return try toAnyArray(v)
    default: break
    }
    if let own = b.typeInfo, own.isAssignable(to: type) { return v }
    if type.genericDefinition === Types.nullable, let inner = type.genericArguments.first {
      return try convert(v, to: inner)
    }
    if let element = type.elementType { return try toArray(v, element, type) }
    if type.isEnum { return try toEnum(b, type) }
    if let r = try toValueClass(b, type) { return r }
    return try toOther(v, type)
  }

  // MARK: Null

  private static func convertNull(_ type: TypeInfo) throws -> Value {
    switch type {
    case Types.string: return .string("")
    case Types.bool: return .bool(false)
    case Types.int32: return .int(0)
    case Types.int64: return .long(0)
    case Types.double: return .double(0)
    case Types.char: return .char(0)
    case Types.byte, Types.sbyte, Types.int16, Types.uint16, Types.uint32, Types.uint64:
      return number(0, of: type)
    case Types.single: return .single(0)
    case Types.decimal: return .decimal(.zero)
    case Types.bigInteger: return .bigInteger(.zero)
    case Types.switchParameter: return .switchParameter(false)
    case Types.psReference: return .object(PSReference(.null))
    default: break
    }
    if type.genericDefinition === Types.nullable || !type.isValueType { return .null }
    if type.isEnum {
      throw GuestError.invalidCast(
        "nullToEnumInvalidCast",
        "Cannot convert null to type \"\(dotNetName(type))\" due to enumeration values that are not valid. "
          + "Specify one of the following enumeration values and try again. The possible enumeration values are "
          + "\"\((type.enumInfo?.names ?? []).joined(separator: ","))\".")
    }
    throw GuestError.invalidCast("nullToObjectInvalidCast", "Cannot convert null to type \"\(dotNetName(type))\".")
  }

  // MARK: Small targets

  private static func toChar(_ v: Value) throws -> Value {
    switch v {
    case .char: return v
    case .string(let s):
      let u = Array(s.utf16)
      if u.count == 1 { return .char(u[0]) }
      throw invalidCast(
        "InvalidCastParseTargetInvocation", v, Types.char, "System.FormatException",
        "String must be exactly one character long.")
    case .bool, .double, .scalar(.single, _):
      throw invalidCast(
        "InvalidCastIConvertible", v, Types.char, "System.InvalidCastException",
        "Invalid cast from '\(v.typeInfo?.name ?? "")' to 'Char'.")
    default: break
    }
    guard let n = Numeric(v) else { throw finalInvalidCast(v, Types.char) }
    if case .decimal = n {
      throw invalidCast(
        "InvalidCastIConvertible", v, Types.char, "System.InvalidCastException",
        "Invalid cast from 'Decimal' to 'Char'.")
    }
    if let i = n.asInt128, let c = UInt16(exactly: i) { return .char(c) }
    if case .big(let b) = n, let i = b.asInt64, let c = UInt16(exactly: i) { return .char(c) }
    throw invalidCast(
      "InvalidCastIConvertible", v, Types.char, "System.OverflowException", overflowText(Types.char))
  }

  private static func toSwitch(_ v: Value) throws -> Value {
    switch v {
    case .bool(let b): return .switchParameter(b)
    case .string, .object, .char:
      if Numeric(v) == nil { throw finalInvalidCast(v, Types.switchParameter) }
      return .switchParameter(isTrue(v))
    default: return .switchParameter(isTrue(v))
    }
  }

  private static func toCustomObject(_ v: Value) throws -> Value {
    guard let d = v.asObject(PSDictionary.self) else { return v }
    let o = PSCustomObject()
    for (k, value) in zip(d.keys, d.values) {
      let name = try toString(k)
      if Ordinal.equalsIgnoreCase(name, "PSTypeName") {
        o.typeNames = [try toString(value)] + o.typeInfo.typeNameChain
      } else {
        o.setNote(name, value)
      }
    }
    return .object(o)
  }

  private static func toType(_ v: Value) throws -> Value {
    if v.asObject(TypeObject.self) != nil { return v }
    guard case .string(let s) = v else { throw finalInvalidCast(v, Types.type) }
    if let t = Bridges.resolveType(s) { return t.asValue }
    throw GuestError.invalidCast(
      "InvalidCastFromStringToType",
      "Cannot convert the \"\(s)\" value of type \"System.String\" to type \"System.Type\".", target: v)
  }

  // MARK: Arrays and lists

  private static func toAnyArray(_ v: Value) throws -> Value {
    if v.asObject(PSArray.self) != nil { return v }
    if let all = try elements(v) { return .array(all) }
    return .array([v])
  }

  private static func toArray(_ v: Value, _ element: TypeInfo, _ type: TypeInfo) throws -> Value {
    if type.arrayRank > 1 { throw finalInvalidCast(v, type) }
    if let all = try elements(v) {
      if element === Types.object { return .array(all) }
      return .object(PSArray(try all.map { try convert($0, to: element) }, of: element))
    }
    if case .string(let s) = v.base, element === Types.char {
      return .object(PSArray(s.utf16.map { .char($0) }, of: element))
    }
    do {
      return .object(PSArray([try convert(v, to: element)], of: element))
    } catch let e as GuestError {
      throw invalidCast("InvalidCastExceptionScalarToArray", v, type, e)
    }
  }

  /// Lists the room builds itself, from anything that enumerates or from one element; nil for other types.
  static func toList(_ v: Value, _ type: TypeInfo) throws -> Value? {
    let name = type.genericDefinition?.fullName ?? type.fullName
    let known = [
      "System.Collections.ArrayList", "System.Collections.Generic.List`1",
      "System.Collections.ObjectModel.Collection`1",
    ]
    guard known.contains(name) else { return nil }
    let element = type.genericArguments.first ?? Types.object
    var all: [Value]
    if let e = try elements(v) {
      all = e
    } else if let d = v.asObject(PSDictionary.self), element === Types.object {
      all = [.object(d)]
    } else {
      all = [v]
    }
    if element !== Types.object { all = try all.map { try convert($0, to: element) } }
    return .object(PSList(type, all))
  }
}
