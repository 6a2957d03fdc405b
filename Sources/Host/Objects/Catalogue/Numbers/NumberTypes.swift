import Basics

/// The numeric types: limits, parsing, formatting, comparing.
enum NumberTypes {
  struct Integer {
    let type: TypeInfo
    let low: BigInt
    let high: BigInt
    /// How .NET's overflow message names it.
    let noun: String
    let typeCode: Int64
  }

  static let integers: [Integer] = [
    Integer(
      type: Types.int32, low: BigInt(Int64(Int32.min)), high: BigInt(Int64(Int32.max)), noun: "an Int32", typeCode: 9),
    Integer(type: Types.int64, low: BigInt(Int64.min), high: BigInt(Int64.max), noun: "an Int64", typeCode: 11),
    Integer(
      type: Types.int16, low: BigInt(Int64(Int16.min)), high: BigInt(Int64(Int16.max)), noun: "an Int16", typeCode: 7),
    Integer(type: Types.byte, low: BigInt(Int64(0)), high: BigInt(Int64(255)), noun: "an unsigned byte", typeCode: 6),
    Integer(type: Types.sbyte, low: BigInt(Int64(-128)), high: BigInt(Int64(127)), noun: "a signed byte", typeCode: 5),
    Integer(type: Types.uint16, low: BigInt(Int64(0)), high: BigInt(Int64(65535)), noun: "a UInt16", typeCode: 8),
    Integer(type: Types.uint32, low: BigInt(Int64(0)), high: BigInt(Int64(UInt32.max)), noun: "a UInt32", typeCode: 10),
    Integer(type: Types.uint64, low: BigInt(Int64(0)), high: BigInt(UInt64.max), noun: "a UInt64", typeCode: 12),
  ]

  static func register() {
    for i in integers { Catalogue.register(i.type.fullName) { integer($0, i) } }
    Catalogue.register("System.Double") { t in
      floating(t, typeCode: 14)
      for (name, d) in limits { t.const("double \(name)", .double(d)) }
      tests(t, "double")
    }
    Catalogue.register("System.Single") { t in
      floating(t, typeCode: 13)
      t.const("single MaxValue", .single(.greatestFiniteMagnitude))
      t.const("single MinValue", .single(-.greatestFiniteMagnitude))
      t.const("single Epsilon", .single(.leastNonzeroMagnitude))
      t.const("single NaN", .single(.nan))
      t.const("single PositiveInfinity", .single(.infinity))
      t.const("single NegativeInfinity", .single(-.infinity))
      tests(t, "single")
    }
    Catalogue.register("System.Decimal", DecimalType.members)
    Catalogue.register("System.Numerics.BigInteger", BigIntegerType.members)
    Catalogue.register("System.Boolean", BooleanType.members)
  }

  private static let limits: [(String, Double)] = [
    ("MaxValue", .greatestFiniteMagnitude), ("MinValue", -.greatestFiniteMagnitude),
    ("Epsilon", .leastNonzeroMagnitude),
    ("NaN", .nan), ("PositiveInfinity", .infinity), ("NegativeInfinity", -.infinity), ("E", 2.718281828459045),
    ("Pi", .pi), ("Tau", 2 * .pi), ("NegativeZero", -0.0),
  ]

  /// A whole number as a value of a type; nil if it does not fit.
  static func value(_ n: BigInt, _ i: Integer) -> Value? {
    if n < i.low || i.high < n { return nil }
    if i.type === Types.uint64 { return .scalar(.uint64, n.asUInt64 ?? 0) }
    return Operations.number(n.asInt64 ?? 0, of: i.type)
  }

  static func info(_ t: TypeInfo) -> Integer? { integers.first { $0.type === t } }

  static func overflow(_ i: Integer) -> GuestError {
    Throw.overflow("Value was either too large or too small for \(i.noun).")
  }

  // MARK: Integers

  private static func integer(_ t: TypeBuilder, _ i: Integer) {
    let name = TypeResolver.displayName(i.type)
    t.const("\(name) MaxValue", value(i.high, i) ?? .null)
    t.const("\(name) MinValue", value(i.low, i) ?? .null)
    comparing(t, name, i.typeCode)
    Formatting.toString(t)
    func parse(_ s: String?, _ styles: Int, _ provider: Value) throws -> Value {
      guard let s else { throw Throw.argumentNull("s") }
      guard let n = NumberParser.parseInteger(s, .init(rawValue: styles), Formatting.culture(provider).numberFormat)
      else { throw NumberParser.badFormat(s) }
      guard let v = value(n, i) else { throw overflow(i) }
      return v
    }
    parsing(
      t, name, defaultStyles: NumberParser.Styles.integer.rawValue, zero: Defaults.value(of: i.type) ?? .int(0), parse)
    arithmetic(t, name, i)
  }

  /// The generic-math statics that scripts meet: `[int]::Max`, `[int]::Abs`, `IsEvenInteger`, ….
  private static func arithmetic(_ t: TypeBuilder, _ name: String, _ i: Integer) {
    t.fixed("\(name) Max(\(name) x, \(name) y)") { a in
      try Operations.compare(a[0], a[1], ignoreCase: false) >= 0 ? a[0] : a[1]
    }
    t.fixed("\(name) Min(\(name) x, \(name) y)") { a in
      try Operations.compare(a[0], a[1], ignoreCase: false) <= 0 ? a[0] : a[1]
    }
    t.fixed("\(name) Abs(\(name) value)") { a in
      guard let v = value(big(a[0]).absolute, i) else {
        throw Throw.overflow("Negating the minimum value of a twos complement number is invalid.")
      }
      return v
    }
    t.fixed("int Sign(\(name) value)") { a in .int(big(a[0]).sign) }
    t.fixed("\(name) Clamp(\(name) value, \(name) min, \(name) max)") { a in
      if big(a[2]) < big(a[1]) { throw Throw.argument("'\(big(a[1]))' cannot be greater than \(big(a[2])).") }
      return big(a[0]) < big(a[1]) ? a[1] : big(a[2]) < big(a[0]) ? a[2] : a[0]
    }
    t.fixed("bool IsEvenInteger(\(name) value)") { a in .bool(big(a[0]).isEven) }
    t.fixed("bool IsOddInteger(\(name) value)") { a in .bool(!big(a[0]).isEven) }
    t.fixed("bool IsNegative(\(name) value)") { a in .bool(big(a[0]).isNegative) }
    t.fixed("bool IsPositive(\(name) value)") { a in .bool(!big(a[0]).isNegative) }
    t.fixed("bool IsPow2(\(name) value)") { a in .bool(!big(a[0]).isNegative && big(a[0]).isPowerOfTwo) }
    t.fixed("\(name) PopCount(\(name) value)") { a in
      let bits = a[0].base.uint64Bits(width: i.type)
      return Operations.number(Int64(bits.nonzeroBitCount), of: i.type)
    }
    t.fixed("System.ValueTuple DivRem(\(name) left, \(name) right)") { a in
      guard let (q, r) = big(a[0]).dividedWithRemainder(by: big(a[1])), let x = value(q, i), let y = value(r, i) else {
        throw GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero.")
      }
      return TupleObject.make("ValueTuple", [x, y])
    }
  }

  /// The whole number in a value.
  static func big(_ v: Value) -> BigInt {
    if case .scalar(.uint64, let bits) = v.base { return BigInt(bits) }
    if let b = v.asObject(BigIntegerObject.self) { return b.value }
    return BigInt(v.longValue)
  }

  // MARK: Shared

  static func comparing(_ t: TypeBuilder, _ name: String, _ typeCode: Int64) {
    let type = t.type
    t.method("int CompareTo(object value)") { s, a in
      if a[0].isNull { return .int(1) }
      guard a[0].typeInfo === type else { throw Throw.argument("Object must be of type \(type.name).") }
      return .int(try Operations.compare(s, a[0], ignoreCase: false).signum())
    }
    t.method("int CompareTo(\(name) value)") { s, a in
      .int(try Operations.compare(s, a[0], ignoreCase: false).signum())
    }
    t.method("bool Equals(object obj)") { s, a in .bool(Collections.equals(s, a[0])) }
    t.method("bool Equals(\(name) obj)") { s, a in .bool(Collections.equals(s, a[0])) }
    t.method("int GetHashCode()") { s, _ in
      if case .int = s.base { return s.base }
      var h = Hasher()
      DictKey(s, ignoreCase: false).hash(into: &h)
      return .int(Int(Int32(truncatingIfNeeded: h.finalize())))
    }
    t.method("System.TypeCode GetTypeCode()") { _, _ in .enumeration("System.TypeCode", typeCode) }
  }

  /// `Parse` and `TryParse` in all their overloads.
  static func parsing(
    _ t: TypeBuilder, _ name: String, defaultStyles: Int, zero: Value,
    _ parse: @escaping (String?, Int, Value) throws -> Value
  ) {
    t.fixed("\(name) Parse(string s)") { a in try parse(a.strOrNil(0), defaultStyles, .null) }
    t.fixed("\(name) Parse(string s, System.Globalization.NumberStyles style)") { a in
      try parse(a.strOrNil(0), Int(a.raw(1)), .null)
    }
    t.fixed("\(name) Parse(string s, System.IFormatProvider provider)") { a in
      try parse(a.strOrNil(0), defaultStyles, a[1])
    }
    t.fixed("\(name) Parse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider)") { a in
      try parse(a.strOrNil(0), Int(a.raw(1)), a[2])
    }
    func attempt(_ a: [Value], _ styles: Int, _ provider: Value, _ slot: Int) throws -> Value {
      let r = a.object(slot, PSReference.self)
      if let s = a.strOrNil(0), let v = try? parse(s, styles, provider) {
        try r?.set(v)
        return .bool(true)
      }
      try r?.set(zero)
      return .bool(false)
    }
    t.fixed("bool TryParse(string s, ref \(name) result)") { a in try attempt(a, defaultStyles, .null, 1) }
    t.fixed("bool TryParse(string s, System.IFormatProvider provider, ref \(name) result)") { a in
      try attempt(a, defaultStyles, a[1], 2)
    }
    t.fixed(
      "bool TryParse(string s, System.Globalization.NumberStyles style, System.IFormatProvider provider, ref \(name) result)"
    ) { a in try attempt(a, Int(a.raw(1)), a[2], 3) }
  }

  // MARK: Binary fractions

  private static func floating(_ t: TypeBuilder, typeCode: Int64) {
    let isSingle = t.type === Types.single
    let name = isSingle ? "float" : "double"
    comparing(t, name, typeCode)
    Formatting.toString(t)
    func parse(_ s: String?, _ styles: Int, _ provider: Value) throws -> Value {
      guard let s else { throw Throw.argumentNull("s") }
      let nf = Formatting.culture(provider).numberFormat
      guard let d = NumberParser.parseDouble(s, .init(rawValue: styles), nf) else { throw NumberParser.badFormat(s) }
      return isSingle ? .single(Float(d)) : .double(d)
    }
    let zero: Value = isSingle ? .single(0) : .double(0)
    parsing(t, name, defaultStyles: NumberParser.Styles.all.rawValue, zero: zero, parse)
    t.fixed("\(name) Max(\(name) x, \(name) y)") { a in a.double(0) >= a.double(1) ? a[0] : a[1] }
    t.fixed("\(name) Min(\(name) x, \(name) y)") { a in a.double(0) <= a.double(1) ? a[0] : a[1] }
    t.fixed("\(name) Abs(\(name) value)") { a in
      isSingle ? .single(abs(Float(a.double(0)))) : .double(abs(a.double(0)))
    }
  }

  private static func tests(_ t: TypeBuilder, _ name: String) {
    let checks: [(String, (Double) -> Bool)] = [
      ("IsNaN", { $0.isNaN }), ("IsInfinity", { $0.isInfinite }), ("IsFinite", { $0.isFinite }),
      ("IsPositiveInfinity", { $0 == .infinity }), ("IsNegativeInfinity", { $0 == -.infinity }),
      ("IsNegative", { $0.sign == .minus }), ("IsInteger", { $0.isFinite && $0.rounded() == $0 }),
      ("IsNormal", { $0.isNormal }), ("IsSubnormal", { $0.isSubnormal }),
    ]
    for (n, check) in checks { t.fixed("bool \(n)(\(name) d)") { a in .bool(check(a.double(0))) } }
  }
}

extension Value {
  /// The bits of an integer value in its type's width.
  func uint64Bits(width type: TypeInfo) -> UInt64 {
    let n = UInt64(bitPattern: longValue)
    switch type {
    case Types.byte, Types.sbyte: return n & 0xFF
    case Types.int16, Types.uint16: return n & 0xFFFF
    case Types.int32, Types.uint32: return n & 0xFFFF_FFFF
    default:
      if case .scalar(.uint64, let bits) = self { return bits }
      return n
    }
  }
}
