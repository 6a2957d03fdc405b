import Objects
import Testing

/// Tables of operands and results; a value is written `kind:text`, an error as `!id`.
@Suite(.serialized) struct OperationsTests {
  /// `i:5` int, `l:` long, `d:` double, `f:` single, `u:` uint32, `U:` uint64, `y:` byte, `m:` decimal, `n:` bigint,
  /// `c:` char, `t`/`F` booleans, `N` null, `D:` date, `T:` time span, `V:` version, `[a b]` array, else a string.
  static func value(_ s: String) throws -> Value {
    if s == "N" { return .null }
    if s == "t" || s == "F" { return .bool(s == "t") }
    if s.hasPrefix("["), s.hasSuffix("]") {
      return .array(try s.dropFirst().dropLast().split(separator: " ").map { try value(String($0)) })
    }
    guard let colon = s.firstIndex(of: ":"), s.distance(from: s.startIndex, to: colon) == 1 else { return .string(s) }
    let text = String(s[s.index(after: colon)...])
    let type: TypeInfo
    switch s.prefix(1) {
    case "i": type = Types.int32
    case "l": type = Types.int64
    case "d": type = Types.double
    case "f": type = Types.single
    case "u": type = Types.uint32
    case "U": type = Types.uint64
    case "y": type = Types.byte
    case "m":
      let nf = CultureObject.invariant.numberFormat
      return NumberParser.parseDecimal(text, .number, nf).map { .decimal($0) } ?? .null
    case "n": type = Types.bigInteger
    case "c": type = Types.char
    case "D": type = Types.dateTime
    case "T": type = Types.timeSpan
    case "V": type = Types.version
    default: return .string(s)
    }
    return try Operations.convert(.string(text), to: type)
  }

  static func shown(_ body: () throws -> Value) -> String {
    do {
      let v = try body()
      return v.isNull ? "null" : (v.typeInfo?.name ?? "") + " " + (try Operations.toString(v))
    } catch let e as GuestError {
      return "!" + e.record.errorId
    } catch {
      return "?"
    }
  }

  static func apply(_ op: String, _ a: Value, _ b: Value) throws -> Value {
    switch op {
    case "+": return try Operations.add(a, b)
    case "-": return try Operations.subtract(a, b)
    case "*": return try Operations.multiply(a, b)
    case "/": return try Operations.divide(a, b)
    case "%": return try Operations.remainder(a, b)
    case "..": return try Operations.range(a, b)
    case "band": return try Operations.band(a, b)
    case "bor": return try Operations.bor(a, b)
    case "shl": return try Operations.shl(a, b)
    case "shr": return try Operations.shr(a, b)
    case "eq": return try Operations.eq(a, b, ignoreCase: true)
    case "ceq": return try Operations.eq(a, b, ignoreCase: false)
    case "lt": return try Operations.lt(a, b, ignoreCase: true)
    case "clt": return try Operations.lt(a, b, ignoreCase: false)
    case "gt": return try Operations.gt(a, b, ignoreCase: true)
    case "like": return try Operations.like(a, b, ignoreCase: true)
    case "match": return try Operations.match(a, b, ignoreCase: true) { _ in }
    case "replace": return try Operations.replace(a, b, ignoreCase: true)
    case "split": return try Operations.split(a, b, ignoreCase: true)
    case "join": return try Operations.join(a, b)
    case "in": return .bool(try Operations.isIn(a, b, ignoreCase: true))
    default: return .null
    }
  }

  static let operatorRows = """
    i:2147483647|+|i:1|Double 2147483648
    l:9223372036854775807|+|i:1|Double 9.22337203685478E+18
    u:1|+|i:1|UInt32 2
    u:5|-|i:10|Double -5
    y:200|+|y:100|Int32 300
    c:a|+|i:1|String a1
    f:1|/|i:3|Double 0.333333333333333
    m:10|/|i:3|Decimal 3.3333333333333333333333333333
    m:1.10|+|m:2|Decimal 3.10
    m:1|+|d:1.5|Decimal 2.5
    m:79228162514264337593543950335|+|m:1|!RuntimeException
    n:1|*|d:2.5|BigInteger 2
    n:123456789012345678901234567890|/|n:987654321|BigInteger 124999998873437499901
    i:5|+|0x10|Int32 21
    i:5|+|1.5|Double 6.5
    i:5|+|abc|!InvalidCastFromStringToInteger
    5|*|i:3|String 555
    abc|*|i:-1|!System.ArgumentOutOfRangeException
    t|*|i:3|!NotADefinedOperationForType
    N|*|i:5|null
    i:5|/|N|!RuntimeException
    i:-2147483648|%|i:-1|Int32 0
    [i:1 i:2]|+|[i:3]|Object[] 1 2 3
    [i:1 i:2]|*|i:2|Object[] 1 2 1 2
    [i:1]|-|i:1|!MethodNotFound
    D:2024-02-28|+|T:2.00:00|DateTime 03/01/2024 00:00:00
    D:2024-03-01|-|D:2024-02-28T12:00|TimeSpan 1.12:00:00
    T:1:00|*|d:2.5|TimeSpan 02:30:00
    T:2:00|/|T:0:30|Double 4
    D:2024-03-01|+|x|!MethodArgumentConversionInvalidCastArgument
    i:1|..|i:3|Object[] 1 2 3
    a|..|c|Object[] a b c
    i:1|..|xy|!System.FormatException
    d:5.5|band|i:3|UInt64 2
    d:1e20|band|i:1|!InvalidCastIConvertible
    i:1|shl|i:33|Int32 2
    n:1|shl|i:70|BigInteger 1180591620717411303424
    i:1|eq|1.0|Boolean True
    1.0|eq|i:1|Boolean False
    t|eq|False|Boolean True
    d:NaN|eq|d:NaN|Boolean False
    [i:1 i:2 i:1]|eq|i:1|Object[] 1 1
    V:1.10|gt|1.9|Boolean True
    a|clt|A|Boolean True
    B|clt|a|Boolean False
    i:1|lt|abc|!InvalidCastFromStringToInteger
    i:1|gt|[i:1 i:2]|!ComparisonFailure
    e\u{301}|eq|\u{E9}|Boolean True
    a|in|[A b]|Boolean True
    hello|like|*LL?|Boolean True
    a|like|[|!RuntimeException
    a|match|(|!System.Text.RegularExpressions.RegexParseException
    a|replace|[|!InvalidRegularExpression
    a1b2c|replace|[\\d -]|String a-b-c
    abc|replace|[(b) <$1>]|String a<b>c
    a,b,c,d|split|[, i:-2]|String[] a,b,c d
    a1b2c|split|(\\d)|String[] a 1 b 2 c
    [i:1 d:1.5 N]|join|-|String 1-1.5-
    """.split(separator: "\n").map(String.init)

  @Test(arguments: operatorRows) func operators(_ row: String) throws {
    let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let a = try Self.value(f[0])
    let b = try Self.value(f[2])
    #expect(Self.shown { try Self.apply(f[1], a, b) } == f[3], "\(row)")
  }

  static let conversionRows = """
    3.7|System.Int32|Int32 4
    d:2.5|System.Int32|Int32 2
    d:-2.5|System.Int32|Int32 -2
    1kb|System.Int32|Int32 1024
    1,000|System.Int32|Int32 1000
    0xFFFFFFFF|System.Int32|Int32 -1
    |System.Int32|Int32 0
    x|System.Double|!InvalidCastFromStringToDoubleOrSingle
    i:256|System.Byte|!InvalidCastIConvertible
    d:1e300|System.Single|Single Infinity
    1.50|System.Decimal|Decimal 1.50
    t|System.Char|!InvalidCastIConvertible
    ab|System.Char|!InvalidCastParseTargetInvocation
    mon|System.DayOfWeek|DayOfWeek Monday
    T|System.DayOfWeek|!SubstringDisambiguationEnumParseThrewAnException
    i:99|System.DayOfWeek|!UndefinedIntegerToEnum
    N|System.DayOfWeek|!nullToEnumInvalidCast
    N|System.DateTime|!nullToObjectInvalidCast
    nope|System.DateTime|!InvalidCastParseTargetInvocationWithFormatProvider
    May 6, 2024|System.DateTime|DateTime 05/06/2024 00:00:00
    36:00:00|System.TimeSpan|TimeSpan 36.00:00:00
    1|System.Version|!InvalidCastParseTargetInvocation
    zz|System.Guid|!InvalidCastParseTargetInvocationWithFormatProvider
    (|System.Text.RegularExpressions.Regex|!InvalidCastFromStringToRegex
    x|System.Collections.Hashtable|!ConvertToFinalInvalidCastException
    [i:5]|System.Int32|!ConvertToFinalInvalidCastException
    n:1099511627776|System.Int32|!InvalidCastTargetInvocationExceptionop_Explicit
    """.split(separator: "\n").map(String.init)

  @Test(arguments: conversionRows) func conversions(_ row: String) throws {
    let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let v = try Self.value(f[0])
    #expect(Self.shown { try Operations.convert(v, to: Types.named(f[1])) } == f[2], "\(row)")
  }

  static let formatRows = """
    d:1234.5|N2|1,234.50
    d:-1234.5|C0|(¤1,234)
    d:0.1234|P1|12.3 %
    i:255|X4|00FF
    i:5|B8|00000101
    d:12345.678|E3|1.235E+004
    d:1e16||10000000000000000
    d:1e17||1E+17
    d:0.00001||1E-05
    f:0.1||0.1
    i:1234567|0,,.00|1.23
    d:0.5|#.##|.5
    i:-5|+0;(0);z|(5)
    n:255|X|0FF
    T:1.02:03:04.005|g|1:2:03:04.005
    D:2024-03-09T14:05:06.789|o|2024-03-09T14:05:06.7890000
    D:2024-03-09T14:05:06|dddd d MMMM yy h:mm tt|Saturday 9 March 24 2:05 PM
    i:5|q|!FormatException
    """.split(separator: "\n").map(String.init)

  @Test(arguments: formatRows) func formats(_ row: String) throws {
    let f = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let v = try Self.value(f[0])
    let got = Self.shown { .string(try Operations.format(v, f[1], CultureObject.invariant)) }
    #expect(got == (f[2].hasPrefix("!") ? f[2] : "String " + f[2]), "\(row)")
  }

  @Test func regexBeyondPCRE() throws {
    let balanced = try RegexObject.make("^(?:[^()]|(?<o>\\()|(?<-o>\\)))*(?(o)(?!))$", [])
    #expect(balanced.isMatch("(a(b)c)") && !balanced.isMatch("(a(bc)"))
    #expect(try RegexObject.make("abc", .rightToLeft).match("abcabc").index == 3)
    #expect(try RegexObject.make("(\\w)+", []).match("abc").group(1).captures.count == 3)
    #expect(try RegexObject.make("^[a-z-[aeiou]]+$", []).isMatch("xyz"))
    #expect(try RegexObject.make("(?<=a+)b", []).match("caab").index == 3)
  }

  @Test func truth() {
    let empty = Value.array([])
    #expect(!Operations.isTrue(empty) && !Operations.isTrue(.array([empty])) && !Operations.isTrue(.array([.int(0)])))
    #expect(Operations.isTrue(.array([.int(0), .int(0)])) && Operations.isTrue(.double(.nan)))
    #expect(!Operations.isTrue(.char(0)) && Operations.isTrue(.string("false")))
  }
}
