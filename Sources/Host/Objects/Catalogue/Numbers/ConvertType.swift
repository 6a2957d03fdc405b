import Basics

/// `System.Convert` and `System.BitConverter`.
enum ConvertType {
  static func register() {
    Catalogue.register("System.Convert") { t in
      for (name, type) in targets { conversions(t, name, type) }
      bases(t)
      base64(t)
      hex(t)
      general(t)
    }
    Catalogue.register("System.BitConverter", BitConverterType.members)
  }

  private static let targets: [(String, TypeInfo)] = [
    ("Int32", Types.int32), ("Int64", Types.int64), ("Int16", Types.int16), ("Byte", Types.byte),
    ("SByte", Types.sbyte), ("UInt16", Types.uint16), ("UInt32", Types.uint32), ("UInt64", Types.uint64),
    ("Double", Types.double), ("Single", Types.single), ("Decimal", Types.decimal), ("Boolean", Types.bool),
    ("Char", Types.char), ("DateTime", Types.dateTime), ("String", Types.string),
  ]

  private static let sources = [
    "object", "bool", "char", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "single", "double",
    "decimal", "datetime", "string",
  ]

  private static func conversions(_ t: TypeBuilder, _ name: String, _ type: TypeInfo) {
    for source in sources {
      t.fixed("System.\(name) To\(name)(\(source) value)") { a in try change(a[0], type, .null) }
    }
    for source in ["object", "string"] + (type === Types.string ? Array(sources[1..<15]) : []) {
      t.fixed("System.\(name) To\(name)(\(source) value, System.IFormatProvider provider)") { a in
        try change(a[0], type, a[1])
      }
    }
  }

  /// `Convert.ChangeType`: .NET's rules, which are stricter than the language's.
  static func change(_ v: Value, _ type: TypeInfo, _ provider: Value) throws -> Value {
    if v.isNull {
      if type === Types.string { return .string("") }
      if type === Types.char || type === Types.dateTime {
        if type === Types.dateTime { return .dateTime(ticks: 0) }
        return .char(0)
      }
      return Defaults.value(of: type) ?? .null
    }
    if v.typeInfo === type { return v.base }
    if type === Types.string { return .string(try Formatting.format(v, nil, provider)) }
    if let s = v.stringOrNil { return try parse(s, type, provider) }
    if let i = NumberTypes.info(type) { return try integer(v, i) }
    if type === Types.bool, Numbers.position(v.typeInfo ?? Types.object) != nil {
      return .bool(v.doubleValue != 0 || Operations.isTrue(v))
    }
    if type === Types.char, Numbers.isInteger(v.typeInfo ?? Types.object) {
      guard let u = UInt16(exactly: v.longValue) else {
        throw Throw.overflow("Value was either too large or too small for a character.")
      }
      return .char(u)
    }
    let from = v.typeInfo ?? Types.object
    if Numbers.position(from) != nil || from === Types.bool, Numbers.position(type) != nil {
      return try Operations.convert(v, to: type)
    }
    throw GuestError.exception(
      "System.InvalidCastException", "Invalid cast from '\(from.name)' to '\(type.name)'.")
  }

  private static func parse(_ s: String, _ type: TypeInfo, _ provider: Value) throws -> Value {
    switch type {
    case Types.bool:
      guard let b = BooleanType.parse(s) else {
        throw Throw.format("String '\(s)' was not recognized as a valid Boolean.")
      }
      return .bool(b)
    case Types.char:
      let u = Array(s.utf16)
      guard u.count == 1 else { throw Throw.format("String must be exactly one character long.") }
      return .char(u[0])
    case Types.dateTime: return .object(try DateParser.parse(s, Formatting.culture(provider), []))
    default:
      guard let m = type.staticMembers["Parse"] else { return try Operations.convert(.string(s), to: type) }
      for o in m.overloads where o.parameters.count == 2 && o.parameters[1].name == "provider" {
        return try o.body(.null, [.string(s), provider])
      }
      return try Operations.convert(.string(s), to: type)
    }
  }

  /// Rounds half to even, then checks the range.
  private static func integer(_ v: Value, _ i: NumberTypes.Integer) throws -> Value {
    let n: BigInt
    switch v.base {
    case .double, .scalar(.single, _):
      guard let b = BigInt(v.doubleValue.rounded(.toNearestOrEven)) else { throw NumberTypes.overflow(i) }
      n = b
    case .object(let o as DecimalObject):
      guard let b = BigInt(decimal: o.value.rounded(0, .toEven).description) else { throw NumberTypes.overflow(i) }
      n = b
    case .object(let o) where !(o is EnumValue) && !(o is BigIntegerObject):
      throw GuestError.exception(
        "System.InvalidCastException",
        "Unable to cast object of type '\(o.typeInfo.fullName)' to type 'System.IConvertible'.")
    default: n = NumberTypes.big(v)
    }
    guard let r = NumberTypes.value(n, i) else { throw NumberTypes.overflow(i) }
    return r
  }

  // MARK: Other bases

  private static func bases(_ t: TypeBuilder) {
    for i in NumberTypes.integers {
      let name = i.type.name
      t.fixed("System.\(name) To\(name)(string value, int fromBase)") { a in try fromBase(a, i) }
    }
    for type in [Types.byte, Types.int16, Types.int32, Types.int64] {
      t.fixed("string ToString(\(TypeResolver.displayName(type)) value, int toBase)") { a in
        guard [2, 8, 10, 16].contains(a.int(1)) else { throw Throw.argument("Invalid Base.") }
        if a.int(1) == 10 { return .string(String(a.long(0))) }
        return .string(String(a[0].uint64Bits(width: type), radix: a.int(1)))
      }
    }
  }

  private static func fromBase(_ a: [Value], _ i: NumberTypes.Integer) throws -> Value {
    let radix = a.int(1)
    guard [2, 8, 10, 16].contains(radix) else { throw Throw.argument("Invalid Base.") }
    guard let s = a.strOrNil(0) else { return Operations.number(0, of: i.type) }
    if s.isEmpty {
      throw Throw.outOfRange(
        "startIndex", "Index was out of range. Must be non-negative and less than the size of the collection.")
    }
    var text = s[...]
    if radix == 10 {
      guard let n = BigInt(decimal: s) else { throw Throw.format("Could not find any recognizable digits.") }
      guard let v = NumberTypes.value(n, i) else { throw NumberTypes.overflow(i) }
      return v
    }
    if radix == 16, text.hasPrefix("0x") || text.hasPrefix("0X") { text = text.dropFirst(2) }
    var n: UInt64 = 0
    for c in text.utf8 {
      let digit = c &- 0x30 < 10 ? Int(c &- 0x30) : (c | 0x20) &- 0x61 < 6 ? Int((c | 0x20) &- 0x57) : 99
      guard digit < radix else {
        let first = c == text.utf8.first
        throw Throw.format(
          first
            ? "Could not find any recognizable digits."
            : "Additional non-parsable characters are at the end of the string.")
      }
      let (m, o) = n.multipliedReportingOverflow(by: UInt64(radix))
      if o { throw NumberTypes.overflow(i) }
      n = m &+ UInt64(digit)
    }
    if text.isEmpty { throw Throw.format("Could not find any recognizable digits.") }
    let width = bits(i.type)
    if width < 64 && n >> UInt64(width) != 0 { throw NumberTypes.overflow(i) }
    return Operations.number(Int64(bitPattern: n), of: i.type)
  }

  private static func bits(_ t: TypeInfo) -> Int {
    switch t {
    case Types.byte, Types.sbyte: return 8
    case Types.int16, Types.uint16: return 16
    case Types.int32, Types.uint32: return 32
    default: return 64
    }
  }

  // MARK: Text of bytes

  private static func base64(_ t: TypeBuilder) {
    t.fixed("string ToBase64String(byte[] inArray)") { a in
      if a[0].isNull { throw Throw.argumentNull("inArray") }
      return .string(Base64.encode(try a.bytes(0)))
    }
    t.fixed("string ToBase64String(byte[] inArray, System.Base64FormattingOptions options)") { a in
      .string(Base64.encode(try a.bytes(0), lineBreaks: a.raw(1) == 1))
    }
    for options in ["", ", System.Base64FormattingOptions options"] {
      t.fixed("string ToBase64String(byte[] inArray, int offset, int length\(options))") { a in
        let b = try a.bytes(0)
        let (o, n) = (a.int(1), a.int(2))
        guard o >= 0, n >= 0, o <= b.count - n else {
          throw Throw.outOfRange("offset", "Offset and length must refer to a position in the string.")
        }
        return .string(Base64.encode(Array(b[o..<(o + n)]), lineBreaks: a.count > 3 && a.raw(3) == 1))
      }
    }
    t.fixed("byte[] FromBase64String(string s)") { a in
      guard let b = Base64.decode(try a.requireStr(0, "s")) else {
        throw Throw.format(
          "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters."
        )
      }
      return .bytes(b)
    }
  }

  private static func hex(_ t: TypeBuilder) {
    for (name, upper) in [("ToHexString", true), ("ToHexStringLower", false)] {
      t.fixed("string \(name)(byte[] inArray)") { a in .string(Hex.encode(try a.bytes(0), upper: upper)) }
      t.fixed("string \(name)(byte[] inArray, int offset, int length)") { a in
        let b = try a.bytes(0)
        let (o, n) = (a.int(1), a.int(2))
        guard o >= 0, n >= 0, o <= b.count - n else { throw Throw.outOfRange("offset") }
        return .string(Hex.encode(Array(b[o..<(o + n)]), upper: upper))
      }
    }
    t.fixed("byte[] FromHexString(string s)") { a in
      let s = try a.requireStr(0, "s")
      guard s.utf8.count % 2 == 0 else {
        throw Throw.format("The input is not a valid hex string as its length is not a multiple of 2.")
      }
      guard let b = Hex.decode(s) else {
        throw Throw.format("The input is not a valid hex string as it contains a non-hex character.")
      }
      return .bytes(b)
    }
  }

  private static func general(_ t: TypeBuilder) {
    t.const("object DBNull", .object(DBNullObject.value))
    t.fixed("object ChangeType(object value, type conversionType)") { a in
      guard let type = a.object(1, TypeObject.self)?.type else { throw Throw.argumentNull("conversionType") }
      return try changeType(a[0], type, .null)
    }
    t.fixed("object ChangeType(object value, type conversionType, System.IFormatProvider provider)") { a in
      guard let type = a.object(1, TypeObject.self)?.type else { throw Throw.argumentNull("conversionType") }
      return try changeType(a[0], type, a[2])
    }
    t.fixed("object ChangeType(object value, System.TypeCode typeCode)") { a in
      let all = targets.map(\.1)
      guard let type = all.first(where: { TypeType.code($0) == a.raw(1) }) else { return a[0] }
      return try changeType(a[0], type, .null)
    }
    t.fixed("System.TypeCode GetTypeCode(object value)") { a in
      .enumeration("System.TypeCode", a[0].isNull ? 0 : TypeType.code(a[0].typeInfo))
    }
    t.fixed("bool IsDBNull(object value)") { a in .bool(a.object(0, DBNullObject.self) != nil) }
  }

  private static func changeType(_ v: Value, _ type: TypeInfo, _ provider: Value) throws -> Value {
    if targets.contains(where: { $0.1 === type }) { return try change(v, type, provider) }
    if v.base.typeInfo?.isAssignable(to: type) == true { return v.base }
    throw GuestError.exception(
      "System.InvalidCastException",
      "Invalid cast from '\(v.typeInfo?.fullName ?? "null")' to '\(type.fullName)'.")
  }
}
