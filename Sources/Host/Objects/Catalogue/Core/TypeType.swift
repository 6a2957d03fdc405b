import Basics

/// `System.Type`: what a type says of itself.
enum TypeType {
  static func register() {
    Catalogue.register("System.Type") { t in
      names(t)
      flags(t)
      shape(t)
      relations(t)
      enums(t)
      Reflection.members(t)
      t.fixed("type GetType(string typeName)") { a in find(try a.requireStr(0, "TypeName")) }
      t.fixed("type GetType(string typeName, bool throwOnError)") { a in try find(a.str(0), throwing: a.bool(1)) }
      t.fixed("type GetType(string typeName, bool throwOnError, bool ignoreCase)") { a in
        try find(a.str(0), throwing: a.bool(1))
      }
      t.fixed("System.TypeCode GetTypeCode(type type)") { a in
        .enumeration("System.TypeCode", code(a.object(0, TypeObject.self)?.type))
      }
      t.const("type[] EmptyTypes", .array([], of: Types.type))
    }
  }

  static func me(_ v: Value) throws -> TypeInfo {
    guard let t = v.asObject(TypeObject.self) else { throw Throw.nullReference() }
    return t.type
  }

  private static func find(_ name: String) -> Value {
    let plain = name.prefix { $0 != "," }
    let t =
      name.contains("[")
      ? TypeResolver.resolve(name) : Types.find(String(plain)) ?? TypeResolver.scriptTypes?(String(plain))
    return t?.asValue ?? .null
  }
  private static func find(_ name: String, throwing: Bool) throws -> Value {
    let v = find(name)
    if v.isNull && throwing {
      throw GuestError.exception(
        "System.TypeLoadException", "Could not load type '\(name)' from assembly 'System.Management.Automation'.")
    }
    return v
  }

  /// The short name: after the last dot and plus, without type arguments.
  static func shortName(_ t: TypeInfo) -> String {
    if let e = t.elementType {
      return shortName(e) + "[" + String(repeating: ",", count: max(0, t.arrayRank - 1)) + "]"
    }
    if let plus = t.name.lastIndex(of: "+") { return String(t.name[t.name.index(after: plus)...]) }
    return t.name
  }

  private static func names(_ t: TypeBuilder) {
    t.prop("string Name") { .string(shortName(try me($0))) }
    t.prop("string FullName") { .string(try me($0).fullName) }
    t.prop("string Namespace") { s in
      let u = try me(s)
      let n = u.elementType?.namespace ?? u.namespace
      return n.isEmpty ? .null : .string(n)
    }
    t.prop("string AssemblyQualifiedName") { s in
      let u = try me(s)
      return .string(u.fullName + ", " + Catalogue.assemblyName(of: u.elementType ?? u))
    }
    t.prop("System.Reflection.Assembly Assembly") { .object(AssemblyObject.of(try me($0))) }
    t.prop("string Module") { .string(Catalogue.simpleAssemblyName(of: try me($0)) + ".dll") }
    t.prop("guid GUID") { s in
      var h = Hasher()
      h.combine(try me(s).fullName)
      let bits = UInt64(bitPattern: Int64(h.finalize()))
      return .object(GuidObject((0..<16).map { UInt8(truncatingIfNeeded: bits >> UInt64(($0 & 7) * 8)) }))
    }
    t.prop("System.Reflection.MemberTypes MemberType") { _ in .enumeration("System.Reflection.MemberTypes", 32) }
    t.prop("type DeclaringType") { s in
      let u = try me(s)
      guard let plus = u.fullName.lastIndex(of: "+") else { return .null }
      return Types.find(String(u.fullName[..<plus]))?.asValue ?? .null
    }
    t.prop("type ReflectedType") { _ in .null }
    t.prop("type UnderlyingSystemType") { $0 }
    t.method("string ToString()") { s, _ in .string(MemberErrors.displayFullName(try me(s))) }
    t.method("bool Equals(object o)") { s, a in .bool(a.object(0, TypeObject.self)?.type === (try me(s))) }
  }

  private static func flags(_ t: TypeBuilder) {
    let tests: [(String, (TypeInfo) -> Bool)] = [
      ("IsValueType", \.isValueType), ("IsClass", { !$0.isValueType && !$0.isInterface }), ("IsEnum", \.isEnum),
      ("IsInterface", \.isInterface), ("IsArray", \.isArray), ("IsAbstract", \.isAbstract), ("IsSealed", isSealed),
      ("IsPrimitive", isPrimitive),
      ("IsGenericType", { !$0.genericArguments.isEmpty || $0.name.contains("`") && !$0.isArray }),
      ("IsGenericTypeDefinition", { $0.genericArguments.isEmpty && $0.name.contains("`") && !$0.isArray }),
      ("IsConstructedGenericType", { !$0.genericArguments.isEmpty }), ("IsGenericParameter", { _ in false }),
      ("ContainsGenericParameters", { $0.genericArguments.isEmpty && $0.name.contains("`") }),
      ("IsPublic", { !$0.name.contains("+") }), ("IsNotPublic", { _ in false }),
      ("IsNested", { $0.name.contains("+") }), ("IsNestedPublic", { $0.name.contains("+") }),
      ("IsSerializable", isSerializable), ("IsByRef", { _ in false }), ("IsPointer", { _ in false }),
      ("IsVisible", { _ in true }), ("HasElementType", \.isArray), ("IsCOMObject", { _ in false }),
      ("IsSZArray", { $0.isArray && $0.arrayRank == 1 }), ("IsImport", { _ in false }),
      ("IsMarshalByRef", { _ in false }),
    ]
    for (name, test) in tests { t.prop("bool \(name)") { .bool(test(try me($0))) } }
    t.prop("int Attributes") { _ in .int(0) }
  }

  private static func isSealed(_ t: TypeInfo) -> Bool {
    t.isSealed || t.isValueType || t.isArray || t === Types.string
  }
  static func isPrimitive(_ t: TypeInfo) -> Bool {
    if t === Types.bool || t === Types.char { return true }
    guard let p = Numbers.position(t) else { return t.fullName == "System.IntPtr" || t.fullName == "System.UIntPtr" }
    return p != 8 && p != 11
  }
  private static func isSerializable(_ t: TypeInfo) -> Bool {
    if t.isArray || t.isEnum { return true }
    if t.isValueType { return !t.namespace.hasPrefix("System.Management.Automation") }
    if t.isAssignable(to: Types.exception) { return true }
    return t.namespace.hasPrefix("System") && !t.namespace.hasPrefix("System.Management.Automation")
      && !t.isAbstract && !t.namespace.hasPrefix("System.IO") && !t.namespace.hasPrefix("System.Diagnostics")
  }

  private static func shape(_ t: TypeBuilder) {
    t.prop("type BaseType") { try me($0).baseType?.asValue ?? .null }
    t.prop("type[] GenericTypeArguments") { types(try me($0).genericArguments) }
    t.prop("System.Collections.Generic.IEnumerable[type] ImplementedInterfaces") { types(interfaces(try me($0))) }
    t.method("type GetElementType()") { s, _ in try me(s).elementType?.asValue ?? .null }
    t.method("int GetArrayRank()") { s, _ in .int(try me(s).arrayRank) }
    t.method("type[] GetGenericArguments()") { s, _ in types(try me(s).genericArguments) }
    t.method("type GetGenericTypeDefinition()") { s, _ in
      let u = try me(s)
      if let d = u.genericDefinition { return d.asValue }
      if u.name.contains("`") { return u.asValue }
      throw Throw.invalid("This operation is only valid on generic types.")
    }
    t.method("type MakeGenericType(params type[] typeArguments)") { s, a in
      let arguments = try a.list(0).compactMap { $0.asObject(TypeObject.self)?.type }
      return TypeResolver.construct(try me(s), arguments).asValue
    }
    t.method("type MakeArrayType()") { s, _ in Types.arrayType(of: try me(s)).asValue }
    t.method("type MakeArrayType(int rank)") { s, a in
      if a.int(0) < 1 { throw Throw.arrayIndex() }
      return Types.arrayType(of: try me(s), rank: min(32, a.int(0))).asValue
    }
    t.method("type[] GetInterfaces()") { s, _ in types(interfaces(try me(s))) }
    t.method("type GetInterface(string name)") { s, a in
      interfaces(try me(s)).first { shortName($0) == a.str(0) || $0.fullName == a.str(0) }?.asValue ?? .null
    }
    t.method("object[] GetCustomAttributes(bool inherit)") { _, _ in .array([]) }
    t.method("object[] GetCustomAttributes(type attributeType, bool inherit)") { _, _ in .array([]) }
  }

  static func types(_ list: [TypeInfo]) -> Value { .array(list.map(\.asValue), of: Types.type) }

  /// Every interface of a type, its bases and the interfaces themselves.
  static func interfaces(_ t: TypeInfo) -> [TypeInfo] {
    var out: [TypeInfo] = []
    var u: TypeInfo? = t
    while let c = u {
      for i in c.interfaces {
        for j in [i] + interfaces(i) where !out.contains(where: { $0 === j }) { out.append(j) }
      }
      u = c.baseType
    }
    return out
  }

  private static func relations(_ t: TypeBuilder) {
    t.method("bool IsAssignableFrom(type c)") { s, a in
      .bool(a.object(0, TypeObject.self)?.type.isAssignable(to: try me(s)) ?? false)
    }
    t.method("bool IsAssignableTo(type targetType)") { s, a in
      guard let other = a.object(0, TypeObject.self)?.type else { return .bool(false) }
      return .bool(try me(s).isAssignable(to: other))
    }
    t.method("bool IsSubclassOf(type c)") { s, a in
      guard let other = a.object(0, TypeObject.self)?.type else { return .bool(false) }
      var u = try me(s).baseType
      while let c = u {
        if c === other { return .bool(true) }
        u = c.baseType
      }
      return .bool(false)
    }
    t.method("bool IsInstanceOfType(object o)") { s, a in
      .bool(a[0].base.typeInfo?.isAssignable(to: try me(s)) ?? false)
    }
  }

  private static func enums(_ t: TypeBuilder) {
    t.method("string[] GetEnumNames()") { s, _ in .strings(try me(s).enumInfo?.names ?? []) }
    t.method("array GetEnumValues()") { s, _ in EnumType.values(try me(s)) }
    t.method("type GetEnumUnderlyingType()") { s, _ in (try me(s).enumInfo?.underlying ?? Types.int32).asValue }
    t.method("bool IsEnumDefined(object value)") { s, a in .bool(EnumType.isDefined(try me(s), a[0])) }
  }

  static func code(_ t: TypeInfo?) -> Int64 {
    guard let t else { return 0 }
    if let i = NumberTypes.info(t) { return i.typeCode }
    switch t {
    case Types.string: return 18
    case Types.bool: return 3
    case Types.char: return 4
    case Types.single: return 13
    case Types.double: return 14
    case Types.decimal: return 15
    case Types.dateTime: return 16
    default: return t.isEnum ? code(t.enumInfo?.underlying) : t.fullName == "System.DBNull" ? 2 : 1
    }
  }
}
