import Basics

/// A method, constructor, property or field as reflection shows it.
final class ReflectedObject: Obj {
  let member: Member
  let owner: TypeInfo
  let overload: MethodOverload?
  init(_ member: Member, _ owner: TypeInfo, _ overload: MethodOverload? = nil) {
    self.member = member
    self.owner = owner
    self.overload = overload
  }
  var isConstructor: Bool { overload != nil && member.symbol == CommonSymbols.new && member.isStatic }
  override var typeInfo: TypeInfo {
    if isConstructor { return Types.named("System.Reflection.ConstructorInfo") }
    if overload != nil { return Types.named("System.Reflection.MethodInfo") }
    return Types.named(member.kind == .field ? "System.Reflection.FieldInfo" : "System.Reflection.PropertyInfo")
  }
  override func text() throws -> String? {
    if let o = overload {
      let list = o.parameters.map {
        TypeType.isPrimitive($0.type) ? $0.type.name : MemberErrors.displayFullName($0.type)
      }
      let result = TypeType.isPrimitive(o.returnType) ? o.returnType.name : MemberErrors.displayFullName(o.returnType)
      return (isConstructor ? "Void .ctor" : result + " " + member.name) + "(" + list.joined(separator: ", ") + ")"
    }
    return MemberErrors.displayFullName(member.valueType ?? Types.object) + " " + member.name
  }
}

/// An assembly: a name types claim to come from.
final class AssemblyObject: Obj {
  let name: String
  init(_ name: String) { self.name = name }
  nonisolated(unsafe) private static var known: [String: AssemblyObject] = [:]
  /// The assembly of a simple name; always the same object.
  static func named(_ name: String) -> AssemblyObject {
    if let a = known[name] { return a }
    let a = AssemblyObject(name)
    known[name] = a
    return a
  }
  static func of(_ t: TypeInfo) -> AssemblyObject { named(Catalogue.simpleAssemblyName(of: t.elementType ?? t)) }
  override var typeInfo: TypeInfo { Types.named("System.Reflection.Assembly") }
  var isPowerShell: Bool { name.hasPrefix("System.Management.Automation") || name.hasPrefix("Microsoft.PowerShell") }
  var version: VersionObject { isPowerShell ? VersionObject(7, 6, 5, 500) : VersionObject(10, 0, 0, 0) }
  var fullName: String {
    "\(name), Version=\(version.description), Culture=neutral, PublicKeyToken="
      + (isPowerShell ? "31bf3856ad364e35" : "7cec85d7bea7798e")
  }
  override func text() throws -> String? { fullName }
}

/// Reflection over the member tables.
enum Reflection {
  static func members(_ t: TypeBuilder) {
    t.method("System.Reflection.MethodInfo[] GetMethods()") { s, _ in list(methods(try TypeType.me(s), nil)) }
    t.method("System.Reflection.MethodInfo[] GetMethods(System.Reflection.BindingFlags bindingAttr)") { s, a in
      list(methods(try TypeType.me(s), nil).filter { matches($0, a.raw(0)) })
    }
    for extra in ["", ", System.Reflection.BindingFlags bindingAttr"] {
      t.method("System.Reflection.MethodInfo GetMethod(string name\(extra))") { s, a in
        methods(try TypeType.me(s), a.str(0)).first.map { .object($0) } ?? .null
      }
    }
    t.method("System.Reflection.MethodInfo GetMethod(string name, type[] types)") { s, a in
      let wanted = try a.list(1).compactMap { $0.asObject(TypeObject.self)?.type }
      return find(methods(try TypeType.me(s), a.str(0)), wanted)
    }
    t.method("System.Reflection.ConstructorInfo[] GetConstructors()") { s, _ in list(constructors(try TypeType.me(s))) }
    t.method("System.Reflection.ConstructorInfo GetConstructor(type[] types)") { s, a in
      let wanted = try a.list(0).compactMap { $0.asObject(TypeObject.self)?.type }
      return find(constructors(try TypeType.me(s)), wanted)
    }
    properties(t)
    infos()
    assemblies()
  }

  private static func list(_ items: [ReflectedObject]) -> Value {
    .array(items.map { .object($0) }, of: items.first?.typeInfo ?? Types.named("System.Reflection.MemberInfo"))
  }
  private static func find(_ items: [ReflectedObject], _ wanted: [TypeInfo]) -> Value {
    for m in items {
      guard let p = m.overload?.parameters, p.count == wanted.count else { continue }
      if zip(p, wanted).allSatisfy({ $0.type === $1 }) { return .object(m) }
    }
    return .null
  }
  private static func matches(_ m: ReflectedObject, _ flags: Int64) -> Bool {
    if flags & 16 == 0 { return false }
    return m.member.isStatic ? flags & 8 != 0 : flags & 4 != 0
  }

  private static func methods(_ t: TypeInfo, _ name: String?) -> [ReflectedObject] {
    var out: [ReflectedObject] = []
    let all = MemberAccess.instanceMembers(of: t) + t.staticMembers.all
    for m in all where m.isMethod && m.symbol != CommonSymbols.new {
      if let name, m.name != name { continue }
      for o in m.overloads { out.append(ReflectedObject(m, t, o)) }
    }
    return out
  }
  private static func constructors(_ t: TypeInfo) -> [ReflectedObject] {
    guard let m = t.staticMembers[CommonSymbols.new] else { return [] }
    return m.overloads.map { ReflectedObject(m, t, $0) }
  }

  private static func properties(_ t: TypeBuilder) {
    func all(_ t: TypeInfo, fields: Bool) -> [ReflectedObject] {
      (MemberAccess.instanceMembers(of: t) + MemberAccess.staticMembers(of: t))
        .filter { ($0.isProperty || $0.isParameterized) && ($0.kind == .field) == fields }
        .map { ReflectedObject($0, t) }
    }
    for (one, many, fields) in [("GetProperty", "GetProperties", false), ("GetField", "GetFields", true)] {
      let type = "System.Reflection." + (fields ? "FieldInfo" : "PropertyInfo")
      t.method("\(type)[] \(many)()") { s, _ in list(all(try TypeType.me(s), fields: fields)) }
      t.method("\(type)[] \(many)(System.Reflection.BindingFlags bindingAttr)") { s, a in
        list(all(try TypeType.me(s), fields: fields).filter { matches($0, a.raw(0)) })
      }
      for extra in ["", ", System.Reflection.BindingFlags bindingAttr"] {
        t.method("\(type) \(one)(string name\(extra))") { s, a in
          all(try TypeType.me(s), fields: fields).first { $0.member.name == a.str(0) }.map { .object($0) } ?? .null
        }
      }
    }
    t.method("System.Reflection.MemberInfo[] GetMembers()") { s, _ in
      let u = try TypeType.me(s)
      return list(methods(u, nil) + constructors(u) + all(u, fields: false) + all(u, fields: true))
    }
    t.method("System.Reflection.MemberInfo[] GetMember(string name)") { s, a in
      let u = try TypeType.me(s)
      let found = (all(u, fields: false) + all(u, fields: true)).filter { $0.member.name == a.str(0) }
      return list(methods(u, a.str(0)) + found)
    }
  }

  private static func infos() {
    Catalogue.register("System.Reflection.MethodBase", common)
    Catalogue.register("System.Reflection.PropertyInfo", value)
    Catalogue.register("System.Reflection.FieldInfo", value)
    Catalogue.register("System.Reflection.ParameterInfo") { t in
      t.field("string Name", settable: false)
      t.field("type ParameterType", settable: false)
      t.field("int Position", settable: false)
      t.field("bool IsOptional", settable: false)
      t.field("object DefaultValue", settable: false)
    }
  }

  private static func me(_ v: Value) throws -> ReflectedObject {
    guard let m = v.asObject(ReflectedObject.self) else { throw Throw.nullReference() }
    return m
  }

  private static func shared(_ t: TypeBuilder) {
    t.prop("string Name") { s in
      let m = try me(s)
      return .string(m.isConstructor ? ".ctor" : m.member.name)
    }
    t.prop("type DeclaringType") { try me($0).owner.asValue }
    t.prop("type ReflectedType") { try me($0).owner.asValue }
    t.prop("System.Reflection.MemberTypes MemberType") { s in
      let m = try me(s)
      let n: Int64 = m.isConstructor ? 1 : m.overload != nil ? 8 : m.member.kind == .field ? 4 : 16
      return .enumeration("System.Reflection.MemberTypes", n)
    }
    t.method("object[] GetCustomAttributes(bool inherit)") { _, _ in .array([]) }
  }

  private static func common(_ t: TypeBuilder) {
    shared(t)
    t.prop("bool IsStatic") { s in
      let m = try me(s)
      return .bool(m.member.isStatic && !m.isConstructor)
    }
    t.prop("bool IsPublic") { _ in .bool(true) }
    t.prop("bool IsPrivate") { _ in .bool(false) }
    t.prop("bool IsConstructor") { .bool(try me($0).isConstructor) }
    t.prop("bool IsGenericMethod") { _ in .bool(false) }
    t.prop("type ReturnType") { try me($0).overload?.returnType.asValue ?? .null }
    t.method("System.Reflection.ParameterInfo[] GetParameters()") { s, _ in
      let type = Types.named("System.Reflection.ParameterInfo")
      let list = try me(s).overload?.parameters ?? []
      return .array(
        list.enumerated().map { i, p in
          .object(
            PlainObject(
              type,
              [
                "Name": .string(p.name), "ParameterType": p.type.asValue, "Position": .int(i),
                "IsOptional": .bool(p.isOptional), "DefaultValue": p.defaultValue,
              ]))
        }, of: type)
    }
    t.method("object Invoke(object obj, object[] parameters)") { s, a in
      let m = try me(s)
      guard let o = m.overload else { return .null }
      return try o.body(a[0].base, try Overloads.convert(a.list(1), for: o, expanded: false, method: m.member.name))
    }
    t.method("object Invoke(object[] parameters)") { s, a in
      let m = try me(s)
      guard let o = m.overload else { return .null }
      return try o.body(.null, try Overloads.convert(a.list(0), for: o, expanded: false, method: m.member.name))
    }
    t.method("System.Reflection.MethodInfo MakeGenericMethod(params type[] typeArguments)") { s, _ in s }
  }

  private static func value(_ t: TypeBuilder) {
    shared(t)
    t.prop("type PropertyType") { (try me($0).member.valueType ?? Types.object).asValue }
    t.prop("type FieldType") { (try me($0).member.valueType ?? Types.object).asValue }
    t.prop("bool CanRead") { _ in .bool(true) }
    t.prop("bool CanWrite") { .bool(try me($0).member.isSettable) }
    t.prop("bool IsStatic") { .bool(try me($0).member.isStatic) }
    t.prop("bool IsPublic") { _ in .bool(true) }
    t.prop("bool IsInitOnly") { .bool(!(try me($0).member.isSettable)) }
    t.method("object GetValue(object obj)") { s, a in try me(s).member.get(a[0].base) }
    t.method("object GetValue(object obj, object[] index)") { s, a in try me(s).member.get(a[0].base) }
    t.action("SetValue(object obj, object value)") { s, a in
      let m = try me(s).member
      try m.setter?(a[0].base, try m.valueType.map { try Conversions.convert(a[1], to: $0) } ?? a[1])
    }
    t.method("object GetRawConstantValue()") { s, _ in
      let v = try me(s).member.get(.null)
      return v.asObject(EnumValue.self).map { Operations.enumNumber($0) } ?? v
    }
  }

  private static func assemblies() {
    Catalogue.register("System.Reflection.Assembly") { t in
      func me(_ v: Value) throws -> AssemblyObject {
        guard let a = v.asObject(AssemblyObject.self) else { throw Throw.nullReference() }
        return a
      }
      t.prop("string FullName") { .string(try me($0).fullName) }
      t.prop("string Location") { _ in .string("") }
      t.prop("string CodeBase") { _ in .string("") }
      t.prop("string ImageRuntimeVersion") { _ in .string("v4.0.30319") }
      t.prop("bool GlobalAssemblyCache") { _ in .bool(false) }
      t.prop("bool IsDynamic") { _ in .bool(false) }
      t.prop("string ManifestModule") { .string(try me($0).name + ".dll") }
      t.method("System.Reflection.AssemblyName GetName()") { s, _ in
        let a = try me(s)
        let o = PlainObject(
          Types.named("System.Reflection.AssemblyName"),
          ["Name": .string(a.name), "Version": .object(a.version), "FullName": .string(a.fullName)])
        o.shown = { a.fullName }
        return .object(o)
      }
      t.method("type GetType(string name)") { s, a in Types.find(a.str(0))?.asValue ?? .null }
      t.method("type GetType(string name, bool throwOnError)") { s, a in Types.find(a.str(0))?.asValue ?? .null }
      for name in ["GetTypes", "GetExportedTypes"] {
        t.method("type[] \(name)()") { s, _ in
          let a = try me(s).name
          let all = Catalogue.typeNames.compactMap { Types.find($0) }.filter {
            Catalogue.simpleAssemblyName(of: $0) == a
          }
          return TypeType.types(all)
        }
      }
      for name in ["GetExecutingAssembly", "GetEntryAssembly", "GetCallingAssembly"] {
        t.fixed("System.Reflection.Assembly \(name)()") { _ in
          .object(AssemblyObject.named("System.Management.Automation"))
        }
      }
      t.fixed("System.Reflection.Assembly LoadWithPartialName(string partialName)") { a in
        .object(AssemblyObject.named(a.str(0)))
      }
      t.fixed("System.Reflection.Assembly Load(string assemblyString)") { a in
        .object(AssemblyObject.named(String(a.str(0).prefix { $0 != "," })))
      }
      for name in ["LoadFrom", "LoadFile"] {
        t.fixed("System.Reflection.Assembly \(name)(string path)") { a in
          throw GuestError.exception(
            "System.IO.FileNotFoundException",
            "Could not load file or assembly '\(a.str(0))'. The system cannot find the file specified.")
        }
      }
    }
    Catalogue.register("System.Reflection.AssemblyName") { t in
      t.field("string Name")
      t.field("version Version")
      t.field("string FullName", settable: false)
    }
  }
}
