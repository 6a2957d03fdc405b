import Basics

/// The static methods of `System.String`.
enum StringStatics {
  static func members(_ t: TypeBuilder) {
    t.fixed("bool IsNullOrEmpty(string value)") { a in .bool(a.str(0).isEmpty) }
    t.fixed("bool IsNullOrWhiteSpace(string value)") { a in
      .bool(a.str(0).utf16.allSatisfy(Trimming.isWhiteSpace))
    }
    t.fixed("bool Equals(object objA, object objB)") { a in .bool(Collections.equals(a[0], a[1])) }
    t.fixed("bool Equals(string a, string b)") { a in .bool(equal(a, ignoreCase: false)) }
    t.fixed("bool Equals(string a, string b, System.StringComparison comparisonType)") { a in
      .bool(equal(a, ignoreCase: StringType.ignoresCase(a.raw(2))))
    }
    t.fixed("string Copy(string str)") { a in .string(try a.requireStr(0, "str")) }
    t.fixed("string Intern(string str)") { a in .string(try a.requireStr(0, "str")) }
    t.fixed("string IsInterned(string str)") { a in .text(a.strOrNil(0)) }
    join(t)
    concat(t)
    format(t)
    compare(t)
  }

  private static func equal(_ a: [Value], ignoreCase: Bool) -> Bool {
    guard let x = a.strOrNil(0) else { return !a.has(1) }
    guard let y = a.strOrNil(1) else { return false }
    return Ordinal.equals(x, y, ignoreCase: ignoreCase)
  }

  private static func text(_ v: Value) throws -> String { v.isNull ? "" : try Operations.displayString(v) }

  private static func joined(_ a: [Value]) throws -> Value {
    .string(try a.list(1).map(text).joined(separator: a.str(0)))
  }

  private static func join(_ t: TypeBuilder) {
    t.fixed("string Join(char separator, params string[] value)", joined)
    t.fixed("string Join(string separator, params string[] value)", joined)
    t.fixed("string Join(char separator, string[] value, int startIndex, int count)", slice)
    t.fixed("string Join(string separator, string[] value, int startIndex, int count)", slice)
    t.fixed("string Join(string separator, System.Collections.Generic.IEnumerable[string] values)", joined)
    t.fixed("string Join(char separator, params object[] values)", joined)
    t.fixed("string Join(string separator, params object[] values)", joined)
    t.fixed("string Join[T](char separator, System.Collections.Generic.IEnumerable[T] values)", joined)
    t.fixed("string Join[T](string separator, System.Collections.Generic.IEnumerable[T] values)", joined)
  }

  private static func slice(_ a: [Value]) throws -> Value {
    let all = try a.list(1)
    let (start, n) = (a.int(2), a.int(3))
    if start < 0 { throw Throw.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
    if n < 0 { throw Throw.outOfRange("count", "Count cannot be less than zero.") }
    if start > all.count - n {
      let e = Throw.outOfRange(
        "startIndex", "startIndex ('\(start)') must be less than or equal to '\(all.count - n)'.")
      e.record.exception.message += "\nActual value was \(start)."
      throw e
    }
    return .string(try all[start..<(start + n)].map(text).joined(separator: a.str(0)))
  }

  private static func concat(_ t: TypeBuilder) {
    let pieces: ([Value]) throws -> Value = { a in .string(try a.map(text).joined()) }
    t.fixed("string Concat(object arg0)", pieces)
    t.fixed("string Concat(object arg0, object arg1)", pieces)
    t.fixed("string Concat(object arg0, object arg1, object arg2)", pieces)
    t.fixed("string Concat(params object[] args)") { a in .string(try a.list(0).map(text).joined()) }
    t.fixed("string Concat(System.Collections.Generic.IEnumerable[string] values)") { a in
      .string(try a.list(0).map(text).joined())
    }
    t.fixed("string Concat(string str0, string str1)", pieces)
    t.fixed("string Concat(string str0, string str1, string str2)", pieces)
    t.fixed("string Concat(string str0, string str1, string str2, string str3)", pieces)
    t.fixed("string Concat(params string[] values)") { a in .string(try a.list(0).map(text).joined()) }
  }

  private static func format(_ t: TypeBuilder) {
    t.fixed("string Format(string format, object arg0)") { a in
      .string(try Operations.formatOperator(a.requireStr(0, "format"), [a[1]]))
    }
    t.fixed("string Format(string format, object arg0, object arg1)") { a in
      .string(try Operations.formatOperator(a.requireStr(0, "format"), Array(a[1...])))
    }
    t.fixed("string Format(string format, object arg0, object arg1, object arg2)") { a in
      .string(try Operations.formatOperator(a.requireStr(0, "format"), Array(a[1...])))
    }
    t.fixed("string Format(string format, params object[] args)") { a in
      .string(try Operations.formatOperator(a.requireStr(0, "format"), a.list(1)))
    }
    t.fixed("string Format(System.IFormatProvider provider, string format, object arg0)") { a in
      .string(try Formatting.format(a.requireStr(1, "format"), Array(a[2...]), a[0]))
    }
    t.fixed("string Format(System.IFormatProvider provider, string format, object arg0, object arg1)") { a in
      .string(try Formatting.format(a.requireStr(1, "format"), Array(a[2...]), a[0]))
    }
    t.fixed("string Format(System.IFormatProvider provider, string format, params object[] args)") { a in
      .string(try Formatting.format(a.requireStr(1, "format"), a.list(2), a[0]))
    }
  }

  private static func compare(_ t: TypeBuilder) {
    t.fixed("int Compare(string strA, string strB)") { a in
      .int(StringType.compare(a.strOrNil(0), a.strOrNil(1), 0))
    }
    t.fixed("int Compare(string strA, string strB, bool ignoreCase)") { a in
      .int(StringType.compare(a.strOrNil(0), a.strOrNil(1), a.bool(2) ? 1 : 0))
    }
    t.fixed("int Compare(string strA, string strB, System.StringComparison comparisonType)") { a in
      .int(StringType.compare(a.strOrNil(0), a.strOrNil(1), a.raw(2)))
    }
    t.fixed("int Compare(string strA, string strB, bool ignoreCase, cultureinfo culture)") { a in
      .int(StringType.compare(a.strOrNil(0), a.strOrNil(1), a.bool(2) ? 1 : 0))
    }
    t.fixed("int Compare(string strA, int indexA, string strB, int indexB, int length)") { a in
      .int(try comparePart(a, 0))
    }
    t.fixed(
      "int Compare(string strA, int indexA, string strB, int indexB, int length, System.StringComparison comparisonType)"
    ) { a in .int(try comparePart(a, a.raw(5))) }
    t.fixed("int Compare(string strA, int indexA, string strB, int indexB, int length, bool ignoreCase)") { a in
      .int(try comparePart(a, a.bool(5) ? 1 : 0))
    }
    t.fixed("int CompareOrdinal(string strA, string strB)") { a in
      .int(StringType.compare(a.strOrNil(0), a.strOrNil(1), 4))
    }
  }

  private static func comparePart(_ a: [Value], _ comparison: Int64) throws -> Int {
    func part(_ s: String, _ start: Int) throws -> String {
      let n = s.utf16.count
      if start < 0 || start > n { throw Throw.outOfRange("index") }
      return s.units(from: start, count: min(max(0, a.int(4)), n - start))
    }
    return StringType.compare(try part(a.str(0), a.int(1)), try part(a.str(2), a.int(3)), comparison)
  }
}

/// Formatting with a provider argument.
enum Formatting {
  /// The culture a provider argument means; the current one for null.
  static func culture(_ provider: Value) -> CultureObject {
    if let c = provider.asObject(CultureObject.self) { return c }
    let c = CultureObject.current
    if let n = provider.asObject(NumberFormatObject.self) {
      let own = c.copy()
      own.numberFormat = n
      return own
    }
    if let d = provider.asObject(DateFormatObject.self) {
      let own = c.copy()
      own.dateFormat = d
      return own
    }
    return c
  }

  /// `String.Format` with a provider.
  static func format(_ format: String, _ args: [Value], _ provider: Value) throws -> String {
    try Operations.compositeFormat(format, args, culture(provider))
  }

  /// `value.ToString(format, provider)`.
  static func format(_ v: Value, _ spec: String?, _ provider: Value) throws -> String {
    try Operations.format(v, spec, culture(provider))
  }

  /// The ToString overloads of a formattable type.
  static func toString(_ t: TypeBuilder) {
    t.method("string ToString()") { s, _ in .string(try format(s, nil, .null)) }
    t.method("string ToString(string format)") { s, a in .string(try format(s, a.strOrNil(0), .null)) }
    t.method("string ToString(System.IFormatProvider provider)") { s, a in .string(try format(s, nil, a[0])) }
    t.method("string ToString(string format, System.IFormatProvider provider)") { s, a in
      .string(try format(s, a.strOrNil(0), a[1]))
    }
  }
}
