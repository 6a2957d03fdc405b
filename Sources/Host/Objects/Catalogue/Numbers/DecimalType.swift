import Basics

/// `System.Decimal`.
enum DecimalType {
  static func number(_ v: Value) -> Decimal96 {
    if let d = v.asObject(DecimalObject.self) { return d.value }
    if let converted = Operations.tryConvert(v, to: Types.decimal)?.asObject(DecimalObject.self) {
      return converted.value
    }
    return .zero
  }

  private static func checked(_ d: Decimal96?) throws -> Value {
    guard let d else { throw Throw.overflow("Value was either too large or too small for a Decimal.") }
    return .decimal(d)
  }

  static func members(_ t: TypeBuilder) {
    t.const("decimal MaxValue", .decimal(.maximum))
    t.const("decimal MinValue", .decimal(Decimal96.maximum.negated))
    t.const("decimal One", .decimal(Decimal96(Int64(1))))
    t.const("decimal MinusOne", .decimal(Decimal96(Int64(-1))))
    t.const("decimal Zero", .decimal(.zero))
    t.prop("byte Scale") { .byte(UInt8(number($0).scale)) }
    NumberTypes.comparing(t, "decimal", 15)
    Formatting.toString(t)
    func parse(_ s: String?, _ styles: Int, _ provider: Value) throws -> Value {
      guard let s else { throw Throw.argumentNull("s") }
      let nf = Formatting.culture(provider).numberFormat
      guard let d = NumberParser.parseDecimal(s, .init(rawValue: styles), nf) else { throw NumberParser.badFormat(s) }
      return .decimal(d)
    }
    let styles = NumberParser.Styles.number.rawValue
    NumberTypes.parsing(t, "decimal", defaultStyles: styles, zero: .decimal(.zero), parse)
    statics(t)
    rounding(t)
    constructors(t)
  }

  private static func statics(_ t: TypeBuilder) {
    t.fixed("decimal Add(decimal d1, decimal d2)") { a in try checked(number(a[0]).adding(number(a[1]))) }
    t.fixed("decimal Subtract(decimal d1, decimal d2)") { a in try checked(number(a[0]).subtracting(number(a[1]))) }
    t.fixed("decimal Multiply(decimal d1, decimal d2)") { a in try checked(number(a[0]).multiplied(by: number(a[1]))) }
    t.fixed("decimal Divide(decimal d1, decimal d2)") { a in
      if number(a[1]).isZero {
        throw GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero.")
      }
      return try checked(number(a[0]).divided(by: number(a[1])))
    }
    t.fixed("decimal Remainder(decimal d1, decimal d2)") { a in try checked(number(a[0]).remainder(by: number(a[1]))) }
    t.fixed("decimal Negate(decimal d)") { a in .decimal(number(a[0]).negated) }
    t.fixed("decimal Abs(decimal value)") { a in .decimal(number(a[0]).isNegative ? number(a[0]).negated : number(a[0]))
    }
    t.fixed("int Compare(decimal d1, decimal d2)") { a in .int(number(a[0]).compare(number(a[1]))) }
    t.fixed("bool Equals(decimal d1, decimal d2)") { a in .bool(number(a[0]).compare(number(a[1])) == 0) }
    t.fixed("decimal Max(decimal x, decimal y)") { a in number(a[0]).compare(number(a[1])) >= 0 ? a[0] : a[1] }
    t.fixed("decimal Min(decimal x, decimal y)") { a in number(a[0]).compare(number(a[1])) <= 0 ? a[0] : a[1] }
    for type in ["Int32", "Int64", "Double", "Byte", "Int16", "UInt32", "UInt64", "Single"] {
      let target = Types.named("System." + type)
      t.fixed("System.\(type) To\(type)(decimal d)") { a in
        let whole = number(a[0]).rounded(0, .toZero)
        return try Operations.convert(type == "Double" || type == "Single" ? a[0] : .decimal(whole), to: target)
      }
    }
    t.fixed("int[] GetBits(decimal d)") { a in
      let d = number(a[0])
      let m = d.mantissa
      let parts = [0, 32, 64].map { Int32(truncatingIfNeeded: UInt64(truncatingIfNeeded: m >> UInt128($0))) }
      let flags = Int32(truncatingIfNeeded: d.scale << 16) | (d.isNegative ? Int32.min : 0)
      return .array((parts + [flags]).map { .int($0) }, of: Types.int32)
    }
  }

  private static func rounding(_ t: TypeBuilder) {
    t.fixed("decimal Floor(decimal d)") { a in .decimal(number(a[0]).rounded(0, .toNegativeInfinity)) }
    t.fixed("decimal Ceiling(decimal d)") { a in .decimal(number(a[0]).rounded(0, .toPositiveInfinity)) }
    t.fixed("decimal Truncate(decimal d)") { a in .decimal(number(a[0]).rounded(0, .toZero)) }
    t.fixed("decimal Round(decimal d)") { a in try round(a[0], 0, 0) }
    t.fixed("decimal Round(decimal d, int decimals)") { a in try round(a[0], a.int(1), 0) }
    t.fixed("decimal Round(decimal d, System.MidpointRounding mode)") { a in try round(a[0], 0, a.raw(1)) }
    t.fixed("decimal Round(decimal d, int decimals, System.MidpointRounding mode)") { a in
      try round(a[0], a.int(1), a.raw(2))
    }
  }

  /// Rounds as `Math.Round` does; the mode is `MidpointRounding`'s number.
  static func round(_ v: Value, _ decimals: Int, _ mode: Int64) throws -> Value {
    guard (0...28).contains(decimals) else {
      throw Throw.outOfRange("decimals", "Decimal can only round to between 0 and 28 digits of precision.")
    }
    return .decimal(number(v).rounded(decimals, RoundingMode(rawValue: Int(mode)) ?? .toEven))
  }

  private static func constructors(_ t: TypeBuilder) {
    for type in ["int", "uint", "long", "ulong", "single", "double"] {
      t.new("(\(type) value)") { a in try Operations.convert(a[0], to: Types.decimal) }
    }
    t.new("(int[] bits)") { a in
      guard let d = Decimal96(bits: try a.list(0).map { Int32(truncatingIfNeeded: $0.longValue) }) else {
        throw Throw.argument("Decimal constructor requires an array or span of four valid decimal bytes.")
      }
      return .decimal(d)
    }
  }
}

/// `System.Boolean`.
enum BooleanType {
  static func members(_ t: TypeBuilder) {
    t.const("string TrueString", .string("True"))
    t.const("string FalseString", .string("False"))
    NumberTypes.comparing(t, "bool", 3)
    t.method("string ToString()") { s, _ in .string([s].bool(0) ? "True" : "False") }
    t.method("string ToString(System.IFormatProvider provider)") { s, _ in .string([s].bool(0) ? "True" : "False") }
    t.fixed("bool Parse(string value)") { a in
      let s = try a.requireStr(0, "value")
      guard let b = parse(s) else { throw Throw.format("String '\(s)' was not recognized as a valid Boolean.") }
      return .bool(b)
    }
    t.fixed("bool TryParse(string value, ref bool result)") { a in
      let b = a.strOrNil(0).flatMap(parse)
      try a.object(1, PSReference.self)?.set(.bool(b ?? false))
      return .bool(b != nil)
    }
  }

  static func parse(_ s: String) -> Bool? {
    let text = Trimming.trim(s, left: true, right: true)
    if Ordinal.equalsIgnoreCase(text, "true") { return true }
    return Ordinal.equalsIgnoreCase(text, "false") ? false : nil
  }
}
