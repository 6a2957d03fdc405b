import Basics
import Glibc

/// `System.Numerics.BigInteger`.
enum BigIntegerType {
  static func big(_ v: Value) -> BigInt { NumberTypes.big(v) }

  static func members(_ t: TypeBuilder) {
    t.fixedProp("bigint Zero") { .bigInteger(BigInt(Int64(0))) }
    t.fixedProp("bigint One") { .bigInteger(BigInt(Int64(1))) }
    t.fixedProp("bigint MinusOne") { .bigInteger(BigInt(Int64(-1))) }
    t.prop("bool IsZero") { .bool(big($0).isZero) }
    t.prop("bool IsOne") { .bool(big($0) == BigInt(Int64(1))) }
    t.prop("bool IsEven") { .bool(big($0).isEven) }
    t.prop("bool IsPowerOfTwo") { .bool(big($0).isPowerOfTwo && !big($0).isNegative) }
    t.prop("int Sign") { .int(big($0).sign) }
    Formatting.toString(t)
    comparing(t)
    parsing(t)
    arithmetic(t)
    powers(t)
    for type in ["int", "uint", "long", "ulong", "single", "double", "decimal"] {
      t.new("(\(type) value)") { a in try Operations.convert(a[0], to: Types.bigInteger) }
    }
    t.new("(byte[] value)") { a in .bigInteger(BigInt(twosComplementBytes: try a.bytes(0))) }
    t.method("byte[] ToByteArray()") { s, _ in .bytes(bytes(big(s))) }
    t.method("long GetBitLength()") { s, _ in .long(Int64(big(s).bitLength)) }
  }

  /// Little-endian two's complement, as short as keeps the sign.
  static func bytes(_ n: BigInt) -> [UInt8] {
    var out: [UInt8] = []
    var rest = n
    let end = n.isNegative ? BigInt(Int64(-1)) : BigInt(Int64(0))
    while rest != end && out.count < 1_000_000 {
      let low = rest & BigInt(Int64(0xFF))
      out.append(UInt8(truncatingIfNeeded: low.asInt64 ?? 0))
      rest = rest.shiftedRight(8)
    }
    if out.isEmpty || (out[out.count - 1] & 0x80 != 0) != n.isNegative { out.append(n.isNegative ? 0xFF : 0) }
    return out
  }

  private static func comparing(_ t: TypeBuilder) {
    func order(_ a: BigInt, _ b: BigInt) -> Int { a == b ? 0 : a < b ? -1 : 1 }
    t.method("int CompareTo(long other)") { s, a in .int(order(big(s), big(a[0]))) }
    t.method("int CompareTo(ulong other)") { s, a in .int(order(big(s), big(a[0]))) }
    t.method("int CompareTo(bigint other)") { s, a in .int(order(big(s), big(a[0]))) }
    t.method("int CompareTo(object obj)") { s, a in
      if a[0].isNull { return .int(1) }
      guard a[0].asObject(BigIntegerObject.self) != nil else {
        throw Throw.argument("The parameter must be a BigInteger.", "obj")
      }
      return .int(order(big(s), big(a[0])))
    }
    t.method("bool Equals(object obj)") { s, a in .bool(Collections.equals(s, a[0])) }
    t.method("bool Equals(bigint other)") { s, a in .bool(big(s) == big(a[0])) }
    t.method("bool Equals(long other)") { s, a in .bool(big(s) == big(a[0])) }
    t.fixed("int Compare(bigint left, bigint right)") { a in .int(order(big(a[0]), big(a[1]))) }
  }

  private static func parsing(_ t: TypeBuilder) {
    func parse(_ s: String?, _ styles: Int, _ provider: Value) throws -> Value {
      guard let s else { throw Throw.argumentNull("value") }
      if styles & 512 != 0 {
        let text = Trimming.trim(s, left: true, right: true)
        guard let n = BigInt(hex: text, signed: true) else { throw Throw.format("The value could not be parsed.") }
        return .bigInteger(n)
      }
      let nf = Formatting.culture(provider).numberFormat
      guard let n = NumberParser.parseInteger(s, .init(rawValue: styles), nf) else {
        throw Throw.format("The value could not be parsed.")
      }
      return .bigInteger(n)
    }
    let styles = NumberParser.Styles.integer.rawValue
    NumberTypes.parsing(t, "bigint", defaultStyles: styles, zero: .bigInteger(BigInt(Int64(0))), parse)
  }

  private static func arithmetic(_ t: TypeBuilder) {
    let zero = GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero.")
    t.fixed("bigint Add(bigint left, bigint right)") { a in .bigInteger(big(a[0]) + big(a[1])) }
    t.fixed("bigint Subtract(bigint left, bigint right)") { a in .bigInteger(big(a[0]) - big(a[1])) }
    t.fixed("bigint Multiply(bigint left, bigint right)") { a in .bigInteger(big(a[0]) * big(a[1])) }
    t.fixed("bigint Divide(bigint dividend, bigint divisor)") { a in
      guard let (q, _) = big(a[0]).dividedWithRemainder(by: big(a[1])) else { throw zero }
      return .bigInteger(q)
    }
    t.fixed("bigint Remainder(bigint dividend, bigint divisor)") { a in
      guard let (_, r) = big(a[0]).dividedWithRemainder(by: big(a[1])) else { throw zero }
      return .bigInteger(r)
    }
    t.fixed("bigint DivRem(bigint dividend, bigint divisor, ref bigint remainder)") { a in
      guard let (q, r) = big(a[0]).dividedWithRemainder(by: big(a[1])) else { throw zero }
      try a.object(2, PSReference.self)?.set(.bigInteger(r))
      return .bigInteger(q)
    }
    t.fixed("bigint Negate(bigint value)") { a in .bigInteger(-big(a[0])) }
    t.fixed("bigint Abs(bigint value)") { a in .bigInteger(big(a[0]).absolute) }
    t.fixed("bigint Max(bigint left, bigint right)") { a in .bigInteger(max(big(a[0]), big(a[1]))) }
    t.fixed("bigint Min(bigint left, bigint right)") { a in .bigInteger(min(big(a[0]), big(a[1]))) }
  }

  private static func powers(_ t: TypeBuilder) {
    t.fixed("bigint Pow(bigint value, int exponent)") { a in
      let e = a.int(1)
      if e < 0 { throw Throw.outOfRange("exponent", "The number must be greater than or equal to zero.") }
      guard big(a[0]).bitLength * max(1, e) < 200_000_000 else {
        throw GuestError.exception("System.OutOfMemoryException", "Array dimensions exceeded supported range.")
      }
      return .bigInteger(big(a[0]).power(e))
    }
    t.fixed("bigint ModPow(bigint value, bigint exponent, bigint modulus)") { a in
      guard let r = big(a[0]).power(big(a[1]), modulus: big(a[2])) else {
        throw GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero.")
      }
      return .bigInteger(r)
    }
    t.fixed("bigint GreatestCommonDivisor(bigint left, bigint right)") { a in
      .bigInteger(big(a[0]).greatestCommonDivisor(big(a[1])))
    }
    t.fixed("double Log(bigint value)") { a in .double(log(a[0])) }
    t.fixed("double Log(bigint value, double baseValue)") { a in .double(log(a[0]) / Glibc.log(a.double(1))) }
    t.fixed("double Log10(bigint value)") { a in
      big(a[0]).bitLength < 1000 ? .double(Glibc.log10(big(a[0]).asDouble)) : .double(log(a[0]) / Glibc.log(10.0))
    }
  }

  private static func log(_ v: Value) -> Double {
    let n = big(v)
    if n.isNegative { return .nan }
    let shift = max(0, n.bitLength - 1000)
    return Glibc.log(n.shiftedRight(shift).asDouble) + Double(shift) * Glibc.log(2.0)
  }
}
