import Basics
import Glibc

/// `System.Math`.
enum MathType {
  static func register() {
    Catalogue.register("System.Math") { t in
      t.const("double E", .double(2.718281828459045))
      t.const("double PI", .double(.pi))
      t.const("double Tau", .double(2 * .pi))
      for (name, f) in functions { t.fixed("double \(name)(double d)") { a in .double(f(a.double(0))) } }
      abs(t)
      minMax(t)
      sign(t)
      rounding(t)
      more(t)
    }
    Catalogue.register("System.MathF") { t in
      t.const("single PI", .single(.pi))
      t.const("single E", .single(2.7182817))
      for (name, f) in functions { t.fixed("single \(name)(single x)") { a in .single(Float(f(a.double(0)))) } }
      t.fixed("single Pow(single x, single y)") { a in .single(Float(pow(a.double(0), a.double(1)))) }
    }
    Catalogue.register("System.Numerics.BitOperations") { t in
      for (type, info) in [("uint", Types.uint32), ("ulong", Types.uint64)] {
        t.fixed("int PopCount(\(type) value)") { a in .int(a[0].uint64Bits(width: info).nonzeroBitCount) }
        t.fixed("int LeadingZeroCount(\(type) value)") { a in
          .int(a[0].uint64Bits(width: info).leadingZeroBitCount - (type == "uint" ? 32 : 0))
        }
        t.fixed("int TrailingZeroCount(\(type) value)") { a in
          let n = a[0].uint64Bits(width: info)
          return .int(n == 0 ? (type == "uint" ? 32 : 64) : n.trailingZeroBitCount)
        }
        t.fixed("int Log2(\(type) value)") { a in
          let n = a[0].uint64Bits(width: info)
          return .int(n == 0 ? 0 : 63 - n.leadingZeroBitCount)
        }
        t.fixed("bool IsPow2(\(type) value)") { a in .bool(a[0].uint64Bits(width: info).nonzeroBitCount == 1) }
      }
    }
  }

  private static var functions: [(String, (Double) -> Double)] {
    [
      ("Acos", Glibc.acos), ("Acosh", Glibc.acosh), ("Asin", Glibc.asin), ("Asinh", Glibc.asinh), ("Atan", Glibc.atan),
      ("Atanh", Glibc.atanh), ("Cbrt", Glibc.cbrt), ("Cos", Glibc.cos), ("Cosh", Glibc.cosh), ("Exp", Glibc.exp),
      ("Log", { Glibc.log($0) }), ("Log10", Glibc.log10), ("Log2", Glibc.log2), ("Sin", Glibc.sin),
      ("Sinh", Glibc.sinh),
      ("Sqrt", { $0.squareRoot() }), ("Tan", Glibc.tan), ("Tanh", Glibc.tanh), ("BitIncrement", { $0.nextUp }),
      ("BitDecrement", { $0.nextDown }),
    ]
  }

  private static let integerNames = ["short", "int", "long", "sbyte"]
  private static let allNames = [
    "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "single", "double", "decimal",
  ]

  private static func abs(_ t: TypeBuilder) {
    for name in integerNames {
      t.fixed("\(name) Abs(\(name) value)") { a in
        let n = a.long(0)
        guard let i = NumberTypes.info(a[0].typeInfo ?? Types.int32),
          let v = NumberTypes.value(BigInt(n).absolute, i)
        else { throw Throw.overflow("Negating the minimum value of a twos complement number is invalid.") }
        return v
      }
    }
    t.fixed("single Abs(single value)") { a in .single(Float(Swift.abs(a.double(0)))) }
    t.fixed("double Abs(double value)") { a in .double(Swift.abs(a.double(0))) }
    t.fixed("decimal Abs(decimal value)") { a in
      let d = DecimalType.number(a[0])
      return .decimal(d.isNegative ? d.negated : d)
    }
  }

  private static func minMax(_ t: TypeBuilder) {
    for name in allNames {
      for (method, wantsGreater) in [("Max", true), ("Min", false)] {
        t.fixed("\(name) \(method)(\(name) val1, \(name) val2)") { a in
          if name == "double" || name == "single" {
            let (x, y) = (a.double(0), a.double(1))
            if x.isNaN { return a[0] }
            if y.isNaN { return a[1] }
            return (wantsGreater ? x >= y : x <= y) ? a[0] : a[1]
          }
          let order = try Operations.compare(a[0], a[1], ignoreCase: false)
          return (wantsGreater ? order >= 0 : order <= 0) ? a[0] : a[1]
        }
      }
      t.fixed("\(name) Clamp(\(name) value, \(name) min, \(name) max)") { a in
        if try Operations.compare(a[1], a[2], ignoreCase: false) > 0 {
          throw Throw.argument(
            "'\(try Operations.displayString(a[1]))' cannot be greater than \(try Operations.displayString(a[2])).")
        }
        if try Operations.compare(a[0], a[1], ignoreCase: false) < 0 { return a[1] }
        return try Operations.compare(a[0], a[2], ignoreCase: false) > 0 ? a[2] : a[0]
      }
    }
  }

  private static func sign(_ t: TypeBuilder) {
    for name in integerNames { t.fixed("int Sign(\(name) value)") { a in .int(Int(a.long(0).signum())) } }
    for name in ["single", "double"] {
      t.fixed("int Sign(\(name) value)") { a in
        let d = a.double(0)
        if d.isNaN {
          throw GuestError.exception(
            "System.ArithmeticException", "Function does not accept floating point Not-a-Number values.")
        }
        return .int(d > 0 ? 1 : d < 0 ? -1 : 0)
      }
    }
    t.fixed("int Sign(decimal value)") { a in
      let d = DecimalType.number(a[0])
      return .int(d.isZero ? 0 : d.isNegative ? -1 : 1)
    }
  }

  private static func rounding(_ t: TypeBuilder) {
    for (name, mode, f) in [
      ("Floor", RoundingMode.toNegativeInfinity, FloatingPointRoundingRule.down),
      ("Ceiling", .toPositiveInfinity, .up),
      ("Truncate", .toZero, .towardZero),
    ] {
      t.fixed("decimal \(name)(decimal d)") { a in .decimal(DecimalType.number(a[0]).rounded(0, mode)) }
      t.fixed("double \(name)(double d)") { a in .double(a.double(0).rounded(f)) }
    }
    t.fixed("decimal Round(decimal d)") { a in try DecimalType.round(a[0], 0, 0) }
    t.fixed("decimal Round(decimal d, int decimals)") { a in try DecimalType.round(a[0], a.int(1), 0) }
    t.fixed("decimal Round(decimal d, System.MidpointRounding mode)") { a in try DecimalType.round(a[0], 0, a.raw(1)) }
    t.fixed("decimal Round(decimal d, int decimals, System.MidpointRounding mode)") { a in
      try DecimalType.round(a[0], a.int(1), a.raw(2))
    }
    t.fixed("double Round(double a)") { a in .double(a.double(0).rounded(.toNearestOrEven)) }
    t.fixed("double Round(double value, int digits)") { a in try round(a.double(0), a.int(1), 0) }
    t.fixed("double Round(double value, System.MidpointRounding mode)") { a in try round(a.double(0), 0, a.raw(1)) }
    t.fixed("double Round(double value, int digits, System.MidpointRounding mode)") { a in
      try round(a.double(0), a.int(1), a.raw(2))
    }
  }

  /// Rounds by scaling, as .NET does for binary fractions.
  static func round(_ d: Double, _ digits: Int, _ mode: Int64) throws -> Value {
    guard (0...15).contains(digits) else {
      throw Throw.outOfRange("digits", "Rounding digits must be between 0 and 15, inclusive.")
    }
    let rules: [FloatingPointRoundingRule] = [.toNearestOrEven, .toNearestOrAwayFromZero, .towardZero, .down, .up]
    let rule = rules[min(max(0, Int(mode)), 4)]
    if Swift.abs(d) >= 1e16 { return .double(d) }
    let power = pow(10.0, Double(digits))
    return .double((d * power).rounded(rule) / power)
  }

  private static func more(_ t: TypeBuilder) {
    t.fixed("double Pow(double x, double y)") { a in .double(pow(a.double(0), a.double(1))) }
    t.fixed("double Log(double a, double newBase)") { a in
      let (x, b) = (a.double(0), a.double(1))
      if b == 1 || (x != 1 && (b == 0 || b == .infinity)) { return .double(.nan) }
      return .double(Glibc.log(x) / Glibc.log(b))
    }
    t.fixed("double Atan2(double y, double x)") { a in .double(atan2(a.double(0), a.double(1))) }
    t.fixed("double IEEERemainder(double x, double y)") { a in .double(remainder(a.double(0), a.double(1))) }
    t.fixed("double CopySign(double x, double y)") { a in .double(copysign(a.double(0), a.double(1))) }
    t.fixed("double FusedMultiplyAdd(double x, double y, double z)") { a in
      .double(fma(a.double(0), a.double(1), a.double(2)))
    }
    t.fixed("double ScaleB(double x, int n)") { a in .double(scalbn(a.double(0), Int32(truncatingIfNeeded: a.int(1)))) }
    t.fixed("int ILogB(double x)") { a in .int(Int(ilogb(a.double(0)))) }
    t.fixed("long BigMul(int a, int b)") { a in .long(a.long(0) * a.long(1)) }
    for name in ["int", "long"] {
      t.fixed("\(name) DivRem(\(name) a, \(name) b, ref \(name) result)") { a in
        let (q, r) = try divide(a)
        try a.object(2, PSReference.self)?.set(r)
        return q
      }
    }
    for name in ["int", "long", "uint", "ulong", "short", "ushort", "byte", "sbyte"] {
      t.fixed("System.ValueTuple DivRem(\(name) left, \(name) right)") { a in
        let (q, r) = try divide(a)
        return TupleObject.make("ValueTuple", [q, r])
      }
    }
  }

  private static func divide(_ a: [Value]) throws -> (Value, Value) {
    guard let (q, r) = NumberTypes.big(a[0]).dividedWithRemainder(by: NumberTypes.big(a[1])) else {
      throw GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero.")
    }
    guard let i = NumberTypes.info(a[0].typeInfo ?? Types.int32), let x = NumberTypes.value(q, i),
      let y = NumberTypes.value(r, i)
    else { throw Throw.overflow("Arithmetic operation resulted in an overflow.") }
    return (x, y)
  }
}
