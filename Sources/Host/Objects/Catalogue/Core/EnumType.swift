import Basics

/// `System.Enum`.
enum EnumType {
  static func register() {
    Catalogue.register("System.Enum") { t in
      instance(t)
      statics(t)
    }
  }

  private static func me(_ v: Value) throws -> EnumValue {
    guard let e = v.asObject(EnumValue.self) else { throw Throw.nullReference() }
    return e
  }

  private static func instance(_ t: TypeBuilder) {
    t.prop("int value__") { Operations.enumNumber(try me($0)) }
    t.method("bool HasFlag(System.Enum flag)") { s, a in
      let flag = a.raw(0)
      return .bool(try me(s).raw & flag == flag)
    }
    t.method("int CompareTo(object target)") { s, a in
      guard let other = a.object(0, EnumValue.self) else { return .int(1) }
      let mine = try me(s)
      guard other.type === mine.type else {
        throw Throw.argument(
          "Object must be the same type as the enum. The type passed in was '\(other.type.fullName)'; the enum type was '\(mine.type.fullName)'."
        )
      }
      return .int(mine.raw == other.raw ? 0 : mine.raw < other.raw ? -1 : 1)
    }
    t.method("bool Equals(object obj)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("int GetHashCode()") { s, _ in .int(Int(truncatingIfNeeded: try me(s).raw)) }
    t.method("System.TypeCode GetTypeCode()") { s, _ in .enumeration("System.TypeCode", TypeType.code(try me(s).type)) }
    t.method("string ToString()") { s, _ in .string(try Operations.displayString(s)) }
    t.method("string ToString(string format)") { s, a in .string(try Formatting.format(s, a.strOrNil(0), .null)) }
    t.method("string ToString(System.IFormatProvider provider)") { s, _ in .string(try Operations.displayString(s)) }
  }

  /// The enumeration a type argument names.
  private static func type(_ a: [Value], _ i: Int = 0) throws -> TypeInfo {
    guard let t = a.object(i, TypeObject.self)?.type else { throw Throw.argumentNull("enumType") }
    guard t.isEnum else { throw Throw.argument("Type provided must be an Enum.", "enumType") }
    return t
  }

  /// Values in order of their numbers.
  static func values(_ t: TypeInfo) -> Value {
    let raws = (t.enumInfo?.values ?? []).sorted { UInt64(bitPattern: $0) < UInt64(bitPattern: $1) }
    return .array(raws.map { .object(EnumValue(t, $0)) }, of: t)
  }

  private static func names(_ t: TypeInfo) -> [String] {
    guard let e = t.enumInfo else { return [] }
    return e.names.indices.sorted { UInt64(bitPattern: e.values[$0]) < UInt64(bitPattern: e.values[$1]) }.map {
      e.names[$0]
    }
  }

  static func isDefined(_ t: TypeInfo, _ v: Value) -> Bool {
    guard let e = t.enumInfo else { return false }
    if let s = v.stringOrNil { return e.names.contains(s) }
    return e.values.contains(v.longValue)
  }

  /// Parses names and numbers, comma separated; nil if one is unknown.
  static func parse(_ t: TypeInfo, _ text: String, ignoreCase: Bool) -> EnumValue? {
    guard let e = t.enumInfo else { return nil }
    var raw: Int64 = 0
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    for p in parts {
      let word = Trimming.trim(String(p), left: true, right: true)
      if word.isEmpty { return nil }
      if let n = Int64(word) {
        raw |= n
      } else if let i = e.names.firstIndex(where: { Ordinal.equals($0, word, ignoreCase: ignoreCase) }) {
        raw |= e.values[i]
      } else {
        return nil
      }
    }
    return EnumValue(t, raw)
  }

  private static func statics(_ t: TypeBuilder) {
    t.fixed("string[] GetNames(type enumType)") { a in .strings(names(try type(a))) }
    t.fixed("array GetValues(type enumType)") { a in values(try type(a)) }
    t.fixed("string GetName(type enumType, object value)") { a in
      let e = try type(a)
      guard let i = e.enumInfo?.values.firstIndex(of: a[1].longValue) else { return .null }
      return .text(e.enumInfo?.names[i])
    }
    t.fixed("bool IsDefined(type enumType, object value)") { a in .bool(isDefined(try type(a), a[1])) }
    t.fixed("type GetUnderlyingType(type enumType)") { a in (try type(a).enumInfo?.underlying ?? Types.int32).asValue }
    t.fixed("object ToObject(type enumType, object value)") { a in .object(EnumValue(try type(a), a[1].longValue)) }
    for extra in ["", ", bool ignoreCase"] {
      t.fixed("object Parse(type enumType, string value\(extra))") { a in
        let e = try type(a)
        guard let v = parse(e, try a.requireStr(1, "value"), ignoreCase: a.bool(2)) else {
          throw Throw.argument("Requested value '\(a.str(1))' was not found.")
        }
        return .object(v)
      }
    }
    t.fixed("bool TryParse(type enumType, string value, ref object result)") { a in
      try attempt(try type(a), a, 1, false)
    }
    t.fixed("bool TryParse(type enumType, string value, bool ignoreCase, ref object result)") { a in
      try attempt(try type(a), a, 1, a.bool(2))
    }
    t.fixed("bool TryParse[TEnum](string value, ref TEnum result)") { a in
      try attempt(try inferred(a, 1), a, 0, false)
    }
    t.fixed("bool TryParse[TEnum](string value, bool ignoreCase, ref TEnum result)") { a in
      try attempt(try inferred(a, 2), a, 0, a.bool(1))
    }
    t.fixed("string Format(type enumType, object value, string format)") { a in
      .string(try Formatting.format(.object(EnumValue(try type(a), a[1].longValue)), a.str(2), .null))
    }
  }

  /// The enumeration type that the variable behind a reference holds.
  private static func inferred(_ a: [Value], _ i: Int) throws -> TypeInfo {
    guard let t = try a.object(i, PSReference.self)?.get().base.typeInfo, t.isEnum else {
      throw MemberErrors.noOverload("TryParse", a.count)
    }
    return t
  }

  private static func attempt(_ t: TypeInfo, _ a: [Value], _ text: Int, _ ignoreCase: Bool) throws -> Value {
    let v = a.strOrNil(text).flatMap { parse(t, $0, ignoreCase: ignoreCase) }
    try a.object(a.count - 1, PSReference.self)?.set(.object(v ?? EnumValue(t, 0)))
    return .bool(v != nil)
  }
}
