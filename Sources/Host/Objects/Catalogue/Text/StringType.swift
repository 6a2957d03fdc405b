import Basics

/// `System.String`.
enum StringType {
  static func register() {
    Catalogue.register("System.String") { t in
      t.indexer("char", "int index", named: "Chars") { s, a in try unit(s.str, a.int(0)) }
      t.prop("int Length") { .int($0.str.utf16.count) }
      t.method("object Clone()") { s, _ in s }
      t.method("int GetHashCode()") { s, _ in .int(Int(Int32(truncatingIfNeeded: s.str.hashValue))) }
      t.method("type GetType()") { _, _ in Types.string.asValue }
      t.method("System.TypeCode GetTypeCode()") { _, _ in .enumeration("System.TypeCode", 18) }
      t.method("char[] ToCharArray()") { s, _ in chars(Array(s.str.utf16)) }
      t.method("char[] ToCharArray(int startIndex, int length)") { s, a in
        try chars(Array(part(s.str, a.int(0), a.int(1), "startIndex", "length").utf16))
      }
      t.method("CharEnumerator GetEnumerator()") { s, _ in
        .object(EnumeratorObject(ValueIterator(s.str.utf16.map { .char($0) }), Types.named("System.CharEnumerator")))
      }
      equality(t)
      search(t)
      cutting(t)
      StringSplitting.members(t)
      replacing(t)
      padding(t)
      constructors(t)
      StringStatics.members(t)
      const(t)
    }
  }

  private static func const(_ t: TypeBuilder) { t.const("string Empty", .string("")) }

  static func chars(_ u: [UInt16]) -> Value { .array(u.map { .char($0) }, of: Types.char) }

  private static func unit(_ s: String, _ i: Int) throws -> Value {
    let u = s.utf16
    guard i >= 0, i < u.count else {
      throw GuestError.exception("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    }
    return .char(u[u.index(u.startIndex, offsetBy: i)])
  }

  /// A piece by position and length with .NET's checks.
  static func part(_ s: String, _ start: Int, _ length: Int, _ startName: String, _ lengthName: String) throws
    -> String
  {
    let n = s.utf16.count
    if start < 0 { throw Throw.outOfRange(startName, "StartIndex cannot be less than zero.") }
    if start > n { throw Throw.outOfRange(startName, "startIndex cannot be larger than length of string.") }
    if length < 0 { throw Throw.outOfRange(lengthName, "Length cannot be less than zero.") }
    if start > n - length {
      throw Throw.outOfRange(lengthName, "Index and length must refer to a location within the string.")
    }
    return s.units(from: start, count: length)
  }

  /// How a `StringComparison` compares.
  static func ignoresCase(_ comparison: Int64) -> Bool { comparison & 1 == 1 }

  static func compare(_ a: String?, _ b: String?, _ comparison: Int64) -> Int {
    guard let a else { return b == nil ? 0 : -1 }
    guard let b else { return 1 }
    if comparison >= 4 { return Ordinal.compare(a, b, ignoreCase: comparison == 5) }
    return Collation.compare(a, b, ignoreCase: ignoresCase(comparison))
  }

  private static func equality(_ t: TypeBuilder) {
    t.method("bool Equals(object obj)") { s, a in .bool(a[0].stringOrNil.map { Ordinal.equals($0, s.str) } ?? false) }
    t.method("bool Equals(string value)") { s, a in
      .bool(a.strOrNil(0).map { Ordinal.equals($0, s.str) } ?? false)
    }
    t.method("bool Equals(string value, System.StringComparison comparisonType)") { s, a in
      .bool(a.strOrNil(0).map { Ordinal.equals($0, s.str, ignoreCase: ignoresCase(a.raw(1))) } ?? false)
    }
    t.method("int CompareTo(object value)") { s, a in
      if a[0].isNull { return .int(1) }
      guard let other = a[0].stringOrNil else { throw Throw.argument("Object must be of type String.") }
      return .int(Collation.compare(s.str, other, ignoreCase: false))
    }
    t.method("int CompareTo(string strB)") { s, a in .int(compare(s.str, a.strOrNil(0), 0)) }
    t.method("string ToString()") { s, _ in .string(s.str) }
    t.method("string ToString(System.IFormatProvider provider)") { s, _ in .string(s.str) }
    t.method("bool IsNormalized()") { s, _ in .bool(true) }
    t.method("bool IsNormalized(System.Text.NormalizationForm normalizationForm)") { s, _ in .bool(true) }
    t.method("string Normalize()") { s, _ in .string(Normalization.composed(s.str)) }
    t.method("string Normalize(System.Text.NormalizationForm normalizationForm)") { s, a in
      let form = a.raw(0)
      return .string(form == 2 || form == 6 ? Normalization.decomposed(s.str) : Normalization.composed(s.str))
    }
  }

  private static func search(_ t: TypeBuilder) {
    t.method("bool Contains(string value)") { s, a in
      .bool(s.str.unitIndex(of: try a.requireStr(0, "value"), from: 0, to: .max, ignoreCase: false) >= 0)
    }
    t.method("bool Contains(string value, System.StringComparison comparisonType)") { s, a in
      let ci = ignoresCase(a.raw(1))
      return .bool(s.str.unitIndex(of: try a.requireStr(0, "value"), from: 0, to: .max, ignoreCase: ci) >= 0)
    }
    t.method("bool Contains(char value)") { s, a in .bool(s.str.utf16.contains(a.char(0))) }
    t.method("bool Contains(char value, System.StringComparison comparisonType)") { s, a in
      .bool(s.str.unitIndex(of: a.str(0), from: 0, to: .max, ignoreCase: ignoresCase(a.raw(1))) >= 0)
    }
    affix("StartsWith", Ordinal.hasPrefix, t)
    affix("EndsWith", Ordinal.hasSuffix, t)
    indexOf(t)
    lastIndexOf(t)
    for name in ["IndexOfAny", "LastIndexOfAny"] {
      let last = name.hasPrefix("Last")
      t.method("int \(name)(char[] anyOf)") { s, a in try .int(indexOfAny(s.str, a, last)) }
      t.method("int \(name)(char[] anyOf, int startIndex)") { s, a in try .int(indexOfAny(s.str, a, last)) }
      t.method("int \(name)(char[] anyOf, int startIndex, int count)") { s, a in try .int(indexOfAny(s.str, a, last)) }
    }
  }

  private static func affix(
    _ name: String, _ test: @escaping (String, String, Bool) -> Bool, _ t: TypeBuilder
  ) {
    t.method("bool \(name)(string value)") { s, a in .bool(test(s.str, try a.requireStr(0, "value"), false)) }
    t.method("bool \(name)(string value, System.StringComparison comparisonType)") { s, a in
      .bool(test(s.str, try a.requireStr(0, "value"), ignoresCase(a.raw(1))))
    }
    t.method("bool \(name)(string value, bool ignoreCase, cultureinfo culture)") { s, a in
      .bool(test(s.str, try a.requireStr(0, "value"), a.bool(1)))
    }
    t.method("bool \(name)(char value)") { s, a in .bool(test(s.str, a.str(0), false)) }
  }

  private static func indexOf(_ t: TypeBuilder) {
    let cs: (Value, [Value]) throws -> Value = { s, a in try find(s.str, a, comparison: nil) }
    let withComparison: (Value, [Value]) throws -> Value = { s, a in try find(s.str, a, comparison: a.count - 1) }
    t.method("int IndexOf(char value)", cs)
    t.method("int IndexOf(char value, int startIndex)", cs)
    t.method("int IndexOf(char value, System.StringComparison comparisonType)", withComparison)
    t.method("int IndexOf(char value, int startIndex, int count)", cs)
    t.method("int IndexOf(string value)", cs)
    t.method("int IndexOf(string value, int startIndex)", cs)
    t.method("int IndexOf(string value, int startIndex, int count)", cs)
    t.method("int IndexOf(string value, System.StringComparison comparisonType)", withComparison)
    t.method("int IndexOf(string value, int startIndex, System.StringComparison comparisonType)", withComparison)
    t.method(
      "int IndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)", withComparison)
  }

  private static func find(_ s: String, _ a: [Value], comparison: Int?) throws -> Value {
    let numbers = a.dropFirst().prefix((comparison ?? a.count) - 1).map(\.intValue)
    let n = s.utf16.count
    let start = numbers.first ?? 0
    if start < 0 || start > n { throw Throw.index("startIndex") }
    let end = numbers.count > 1 ? start + numbers[1] : n
    if end > n || end < start {
      throw Throw.outOfRange(
        "count", "Count must be positive and count must refer to a location within the string/array/collection.")
    }
    let ci = comparison.map { ignoresCase(a.raw($0)) } ?? false
    return .int(s.unitIndex(of: try a.requireStr(0, "value"), from: start, to: end, ignoreCase: ci))
  }

  private static func lastIndexOf(_ t: TypeBuilder) {
    let cs: (Value, [Value]) throws -> Value = { s, a in try findLast(s.str, a, comparison: nil) }
    let withComparison: (Value, [Value]) throws -> Value = { s, a in try findLast(s.str, a, comparison: a.count - 1) }
    t.method("int LastIndexOf(char value)", cs)
    t.method("int LastIndexOf(char value, int startIndex)", cs)
    t.method("int LastIndexOf(char value, int startIndex, int count)", cs)
    t.method("int LastIndexOf(string value)", cs)
    t.method("int LastIndexOf(string value, int startIndex)", cs)
    t.method("int LastIndexOf(string value, int startIndex, int count)", cs)
    t.method("int LastIndexOf(string value, System.StringComparison comparisonType)", withComparison)
    t.method("int LastIndexOf(string value, int startIndex, System.StringComparison comparisonType)", withComparison)
    t.method(
      "int LastIndexOf(string value, int startIndex, int count, System.StringComparison comparisonType)",
      withComparison)
  }

  private static func findLast(_ s: String, _ a: [Value], comparison: Int?) throws -> Value {
    let numbers = a.dropFirst().prefix((comparison ?? a.count) - 1).map(\.intValue)
    let n = s.utf16.count
    let what = try a.requireStr(0, "value")
    if n == 0 { return .int(what.isEmpty ? 0 : -1) }
    let start = numbers.first ?? n - 1
    if start < 0 || start > n { throw Throw.index("startIndex") }
    let end = min(n, start + 1)
    let from = numbers.count > 1 ? end - numbers[1] : 0
    if from < 0 {
      throw Throw.outOfRange(
        "count", "Count must be positive and count must refer to a location within the string/array/collection.")
    }
    let ci = comparison.map { ignoresCase(a.raw($0)) } ?? false
    if what.isEmpty { return .int(end) }
    return .int(s.lastUnitIndex(of: what, from: from, to: end, ignoreCase: ci))
  }

  private static func indexOfAny(_ s: String, _ a: [Value], _ last: Bool) throws -> Int {
    let set = Set(try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) })
    let u = Array(s.utf16)
    if u.isEmpty { return -1 }
    let start = a.count > 1 ? a.int(1) : last ? u.count - 1 : 0
    if start < 0 || start > u.count { throw Throw.index("startIndex") }
    if last {
      let stop = a.count > 2 ? start - a.int(2) + 1 : 0
      var i = min(start, u.count - 1)
      while i >= max(0, stop) {
        if set.contains(u[i]) { return i }
        i -= 1
      }
      return -1
    }
    let end = a.count > 2 ? start + a.int(2) : u.count
    if end > u.count { throw Throw.outOfRange("count") }
    return u[start..<max(start, end)].firstIndex(where: set.contains) ?? -1
  }

  private static func cutting(_ t: TypeBuilder) {
    t.method("string Substring(int startIndex)") { s, a in
      let n = s.str.utf16.count
      let start = a.int(0)
      if start < 0 { throw Throw.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
      if start > n { throw Throw.outOfRange("startIndex", "startIndex cannot be larger than length of string.") }
      return .string(s.str.units(from: start, count: n - start))
    }
    t.method("string Substring(int startIndex, int length)") { s, a in
      .string(try part(s.str, a.int(0), a.int(1), "startIndex", "length"))
    }
    t.method("string Remove(int startIndex)") { s, a in
      let n = s.str.utf16.count
      let start = a.int(0)
      if start < 0 { throw Throw.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
      if start > n { throw Throw.outOfRange("startIndex", "startIndex must be less than length of string.") }
      return .string(s.str.units(from: 0, count: start))
    }
    t.method("string Remove(int startIndex, int count)") { s, a in
      let (start, count) = (a.int(0), a.int(1))
      let n = s.str.utf16.count
      if start < 0 { throw Throw.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
      if count < 0 { throw Throw.outOfRange("count", "Count cannot be less than zero.") }
      if start > n - count {
        throw Throw.outOfRange("count", "Index and count must refer to a location within the string.")
      }
      return .string(s.str.units(from: 0, count: start) + s.str.units(from: start + count, count: n - start - count))
    }
    t.method("string Insert(int startIndex, string value)") { s, a in
      let n = s.str.utf16.count
      let start = a.int(0)
      let value = try a.requireStr(1, "value")
      if start < 0 || start > n { throw Throw.outOfRange("startIndex") }
      return .string(s.str.units(from: 0, count: start) + value + s.str.units(from: start, count: n - start))
    }
    for (name, left, right) in [("Trim", true, true), ("TrimStart", true, false), ("TrimEnd", false, true)] {
      t.method("string \(name)()") { s, _ in .string(Trimming.trim(s.str, left: left, right: right)) }
      t.method("string \(name)(char trimChar)") { s, a in
        .string(Trimming.trim(s.str, [a.char(0)], left: left, right: right))
      }
      t.method("string \(name)(params char[] trimChars)") { s, a in
        let set = try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }
        if set.isEmpty { return .string(Trimming.trim(s.str, left: left, right: right)) }
        return .string(Trimming.trim(s.str, Set(set), left: left, right: right))
      }
    }
  }

  private static func replacing(_ t: TypeBuilder) {
    t.method("string Replace(string oldValue, string newValue, bool ignoreCase, cultureinfo culture)") { s, a in
      try replace(s.str, a, ignoreCase: a.bool(2))
    }
    t.method("string Replace(string oldValue, string newValue, System.StringComparison comparisonType)") { s, a in
      try replace(s.str, a, ignoreCase: ignoresCase(a.raw(2)))
    }
    t.method("string Replace(char oldChar, char newChar)") { s, a in
      let (old, new) = (a.char(0), a.char(1))
      return .string(String(utf16: s.str.utf16.map { $0 == old ? new : $0 }))
    }
    t.method("string Replace(string oldValue, string newValue)") { s, a in
      try replace(s.str, a, ignoreCase: false)
    }
    t.method("string ReplaceLineEndings()") { s, _ in .string(Trimming.replaceLineEndings(s.str, "\n")) }
    t.method("string ReplaceLineEndings(string replacementText)") { s, a in
      .string(Trimming.replaceLineEndings(s.str, a.str(0)))
    }
    t.method("string ToLower()") { s, _ in .string(CaseMapping.lower(s.str)) }
    t.method("string ToLower(cultureinfo culture)") { s, _ in .string(CaseMapping.lower(s.str)) }
    t.method("string ToLowerInvariant()") { s, _ in .string(CaseMapping.lower(s.str)) }
    t.method("string ToUpper()") { s, _ in .string(CaseMapping.upper(s.str)) }
    t.method("string ToUpper(cultureinfo culture)") { s, _ in .string(CaseMapping.upper(s.str)) }
    t.method("string ToUpperInvariant()") { s, _ in .string(CaseMapping.upper(s.str)) }
  }

  static func replace(_ s: String, _ a: [Value], ignoreCase: Bool) throws -> Value {
    let old = try a.requireStr(0, "oldValue")
    if old.isEmpty { throw Throw.argument("The value cannot be an empty string.", "oldValue") }
    return .string(Trimming.replace(s, old, a.str(1), ignoreCase: ignoreCase))
  }

  private static func padding(_ t: TypeBuilder) {
    for (name, left) in [("PadLeft", true), ("PadRight", false)] {
      let body: (Value, [Value]) throws -> Value = { s, a in
        let width = a.int(0)
        if width < 0 { throw Throw.outOfRange("totalWidth", "Non-negative number required.") }
        let missing = width - s.str.utf16.count
        if missing <= 0 { return s }
        let fill = String(repeating: a.count > 1 ? a.str(1) : " ", count: missing)
        return .string(left ? fill + s.str : s.str + fill)
      }
      t.method("string \(name)(int totalWidth)", body)
      t.method("string \(name)(int totalWidth, char paddingChar)", body)
    }
  }

  private static func constructors(_ t: TypeBuilder) {
    t.new("(char[] value)") { a in
      .string(String(utf16: try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }))
    }
    t.new("(char[] value, int startIndex, int length)") { a in
      let all = String(utf16: try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) })
      return .string(try part(all, a.int(1), a.int(2), "startIndex", "length"))
    }
    t.new("(System.ReadOnlySpan value)") { a in a[0] }
    t.new("(char c, int count)") { a in
      if a.int(1) < 0 { throw Throw.outOfRange("count", "'count' must be non-negative.") }
      return .string(String(repeating: a.str(0), count: a.int(1)))
    }
  }
}
