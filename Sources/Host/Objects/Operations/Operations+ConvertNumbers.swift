import Basics

extension Operations {
  /// What .NET says when a number does not fit a type.
  static func overflowText(_ type: TypeInfo) -> String {
    let what: String
    switch type {
    case Types.byte: what = "an unsigned byte"
    case Types.sbyte: what = "a signed byte"
    case Types.char: what = "a character"
    case Types.int16, Types.int32, Types.int64: what = "an " + type.name
    default: what = "a " + type.name
    }
    return "Value was either too large or too small for \(what)."
  }

  static func toNumber(_ v: Value, _ type: TypeInfo) throws -> Value {
    switch v {
    case .string(let s): return try stringToNumber(s, type)
    case .bool(let b): return try fit(.int(b ? 1 : 0), type, v)
    case .char(let c):
      if type === Types.double || type === Types.single || type === Types.decimal {
        throw invalidCast(
          "InvalidCastIConvertible", v, type, "System.InvalidCastException",
          "Invalid cast from 'Char' to '\(type.name)'.")
      }
      return try fit(.int(Int32(c)), type, v)
    default: break
    }
    if let n = Numeric(v) { return try fit(n, type, v) }
    if case .object(let o) = v {
      if let s = o as? SwitchObject, let r = try? fit(.int(s.isPresent ? 1 : 0), type, v) { return r }
      if let r = try Bridges.conversionOperator(v, type) { return r }
      if o is DateTimeObject {
        throw invalidCast(
          "InvalidCastIConvertible", v, type, "System.InvalidCastException",
          "Invalid cast from 'DateTime' to '\(type.name)'.")
      }
    }
    throw finalInvalidCast(v, type)
  }

  /// A number in another type, rounding halves to even; the error names the value as it was.
  private static func fit(_ n: Numeric, _ type: TypeInfo, _ original: Value) throws -> Value {
    if let r = narrowed(n, type) { return r }
    if case .big = n {
      throw invalidCast(
        "InvalidCastTargetInvocationExceptionop_Explicit", original, type, "System.OverflowException",
        overflowText(type))
    }
    throw invalidCast("InvalidCastIConvertible", original, type, "System.OverflowException", overflowText(type))
  }

  /// A number in another type; nil if it does not fit.
  static func narrowed(_ n: Numeric, _ type: TypeInfo) -> Value? {
    switch type {
    case Types.double:
      return .double(n.asDouble)
    case Types.single:
      return .single(Float(n.asDouble))
    case Types.decimal: return n.asDecimal.map { .decimal($0) }
    default: break
    }
    let whole: Int128?
    switch n {
    case .float(let d): whole = d.magnitude < 1e25 ? Int128(d.rounded(.toNearestOrEven)) : nil
    case .decimal(let d):
      let b = d.nearestInteger
      whole = b.smallMagnitude.flatMap { Int128(exactly: $0) }.map { b.isNegative ? -$0 : $0 }
    case .big(let b): whole = b.smallMagnitude.flatMap { Int128(exactly: $0) }.map { b.isNegative ? -$0 : $0 }
    default: whole = n.asInt128
    }
    return whole.flatMap { integer($0, type) }
  }

  private static func integer(_ i: Int128, _ type: TypeInfo) -> Value? {
    switch type {
    case Types.int32: return Int32(exactly: i).map { .int($0) }
    case Types.int64: return Int64(exactly: i).map { .long($0) }
    case Types.byte: return UInt8(exactly: i).map { .byte($0) }
    case Types.sbyte: return Int8(exactly: i).map { .scalar(.sbyte, UInt64(bitPattern: Int64($0))) }
    case Types.int16: return Int16(exactly: i).map { .scalar(.int16, UInt64(bitPattern: Int64($0))) }
    case Types.uint16: return UInt16(exactly: i).map { .scalar(.uint16, UInt64($0)) }
    case Types.uint32: return UInt32(exactly: i).map { .scalar(.uint32, UInt64($0)) }
    case Types.uint64: return UInt64(exactly: i).map { .scalar(.uint64, $0) }
    default: return nil
    }
  }

  private static func stringToNumber(_ s: String, _ type: TypeInfo) throws -> Value {
    let id: String
    switch type {
    case Types.double, Types.single: id = "InvalidCastFromStringToDoubleOrSingle"
    case Types.decimal: id = "InvalidCastFromStringToDecimal"
    default: id = "InvalidCastFromStringToInteger"
    }
    if type === Types.decimal, let d = NumberParser.parseDecimal(s, .floating, CultureObject.invariant.numberFormat) {
      return .object(DecimalObject(d))
    }
    guard let n = NumberParser.literal(s) ?? NumberParser.grouped(s) ?? NumberParser.marked(s) else {
      throw invalidCast(id, .string(s), type, NumberParser.badFormat(s))
    }
    if type === Types.single, case .float(let d) = n, let f = Float(s.trimmedSpaces) {
      return .single(d.isFinite ? f : Float(d))
    }
    guard let r = narrowed(n, type) else {
      throw invalidCast(id, .string(s), type, "System.OverflowException", overflowText(type))
    }
    return r
  }

  static func toBigInteger(_ v: Value) throws -> Value {
    switch v {
    case .string(let s):
      let t = s.trimmedSpaces
      if let b = BigInt(decimal: t.hasPrefix("+") ? String(t.dropFirst()) : t) { return .bigInteger(b) }
      if let b = NumberParser.parseInteger(s, .integer, CultureObject.invariant.numberFormat) { return .bigInteger(b) }
      throw invalidCast(
        "InvalidCastParseTargetInvocationWithFormatProvider", v, Types.bigInteger, "System.FormatException",
        "The value could not be parsed.")
    case .bool(let b): return .bigInteger(b ? .one : .zero)
    case .char(let c): return .bigInteger(BigInt(Int64(c)))
    default: break
    }
    if let n = Numeric(v) {
      if let b = n.asBig { return .bigInteger(b) }
      throw invalidCast(
        "InvalidCastTargetInvocationExceptionop_Explicit", v, Types.bigInteger, "System.OverflowException",
        n.asDouble.isNaN ? "The value is not a number." : "BigInteger cannot represent infinity.")
    }
    if let a = v.asObject(PSArray.self), a.elementType === Types.byte {
      return .bigInteger(BigInt(twosComplementBytes: bytes(of: a)))
    }
    throw finalInvalidCast(v, Types.bigInteger)
  }

  /// The bytes of a byte array.
  public static func bytes(of a: PSArray) -> [UInt8] {
    a.elements.map { e in
      if case .scalar(.byte, let b) = e.base { return UInt8(truncatingIfNeeded: b) }
      return 0
    }
  }

  // MARK: Enums

  static func toEnum(_ v: Value, _ type: TypeInfo) throws -> Value {
    switch v {
    case .string(let s): return .object(EnumValue(type, try enumValue(named: s, type, v)))
    case .bool, .char: throw finalInvalidCast(v, type)
    default: break
    }
    if let all = try elements(v) {
      let names = try all.map { try toString($0) }.joined(separator: ",")
      return .object(EnumValue(type, try enumValue(named: names, type, v)))
    }
    guard let n = Numeric(v), let info = type.enumInfo,
      let whole = narrowed(n, info.underlying).flatMap({ Numeric($0)?.asInt128 })
    else { throw finalInvalidCast(v, type) }
    let raw = Int64(truncatingIfNeeded: whole)
    let known = info.isFlags ? raw & ~info.values.reduce(0, |) == 0 : info.values.contains(raw)
    guard known else {
      throw GuestError.invalidCast(
        "UndefinedIntegerToEnum",
        "Cannot convert value \"\(ownText(v))\" to type \"\(dotNetName(type))\" due to enumeration values that are "
          + "not valid. Specify one of the following enumeration values and try again. The possible enumeration "
          + "values are \"\(info.names.joined(separator: ","))\".", target: v)
    }
    return .object(EnumValue(type, raw))
  }

  /// The number behind a list of names, prefixes or numbers separated by commas.
  private static func enumValue(named text: String, _ type: TypeInfo, _ original: Value) throws -> Int64 {
    guard let info = type.enumInfo else { throw finalInvalidCast(original, type) }
    var raw: Int64 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part).trimmedSpaces
      switch lookUp(name, info) {
      case .found(let v): raw |= v
      case .unknown:
        throw invalidCast(
          "SubstringDisambiguationEnumParseThrewAnException", original, type, "System.ArgumentException",
          "Unable to match the identifier name \(name) to a valid enumerator name. Specify one of the following "
            + "enumerator names and try again:\n\(info.names.joined(separator: ", "))")
      case .ambiguous(let names):
        throw invalidCast(
          "SubstringDisambiguationEnumParseThrewAnException", original, type, "System.ArgumentException",
          "The identifier name \(name) cannot be processed because it matches more than one enumerator name. "
            + "Possible matches are: \(names.joined(separator: ", ")).")
      }
    }
    return raw
  }

  private enum EnumLookup { case found(Int64), unknown, ambiguous([String]) }

  private static func lookUp(_ name: String, _ info: EnumInfo) -> EnumLookup {
    if let c = name.utf8.first, c &- 0x30 < 10 || c == 0x2D || c == 0x2B, let n = NumberParser.literal(name),
      let i = n.asInt128
    {
      return .found(Int64(truncatingIfNeeded: i))
    }
    if name.isEmpty { return .unknown }
    for (i, n) in info.names.enumerated() where Ordinal.equalsIgnoreCase(n, name) { return .found(info.values[i]) }
    let starts = info.names.indices.filter { Ordinal.hasPrefix(info.names[$0], name, ignoreCase: true) }
    if starts.count == 1 { return .found(info.values[starts[0]]) }
    return starts.isEmpty ? .unknown : .ambiguous(starts.map { info.names[$0] })
  }

  /// `Enum.Parse`: names or numbers separated by commas; throws .NET's ArgumentException.
  public static func parseEnum(_ type: TypeInfo, _ text: String, ignoreCase: Bool) throws -> EnumValue {
    let info = type.enumInfo ?? EnumInfo(names: [], values: [], isFlags: false, underlying: Types.int32)
    if text.trimmedSpaces.isEmpty {
      throw GuestError.exception(
        "System.ArgumentException",
        "Must specify valid information for parsing in the string. (Parameter 'value')")
    }
    var raw: Int64 = 0
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = String(part).trimmedSpaces
      if let i = info.names.firstIndex(where: { Ordinal.equals($0, name, ignoreCase: ignoreCase) }) {
        raw |= info.values[i]
      } else if let n = Int64(name) {
        raw |= n
      } else {
        throw GuestError.exception(
          "System.ArgumentException", "Requested value '\(name)' was not found. (Parameter 'value')")
      }
    }
    return EnumValue(type, raw)
  }
}
