import Basics

/// Listing members, for Get-Member and `.psobject`.
extension MemberAccess {
  /// Every instance member of a value: its own, those of type data, those of its type.
  public static func members(of v: Value) -> [Member] {
    var list = MemberList()
    if case .object(let o) = v {
      for m in o.extended?.all ?? [] { list.add(m) }
    }
    for t in typeDataTables(of: v) {
      for m in t.all { list.add(m) }
    }
    let adapted = v.asObject(AdaptedObject.self)
    let names = adapted?.adaptedNames() ?? []
    if let adapted {
      for n in names { list.add(adaptedMember(adapted, n)) }
    }
    // What an adapter shows hides the properties of the type itself.
    if let t = v.base.typeInfo { addMembers(of: t, to: &list, withoutProperties: !names.isEmpty) }
    return list.all
  }

  /// Every static member of a type, constructors as `new`.
  public static func staticMembers(of t: TypeInfo) -> [Member] {
    var list = MemberList()
    var u: TypeInfo? = t
    while let c = u {
      for m in c.staticMembers.all where m.symbol != CommonSymbols.new || c === t { list.add(m) }
      u = c.baseType
    }
    return list.all
  }

  /// Every instance member of a type.
  public static func instanceMembers(of t: TypeInfo) -> [Member] {
    var list = MemberList()
    addMembers(of: t, to: &list)
    return list.all
  }

  private static func addMembers(of t: TypeInfo, to list: inout MemberList, withoutProperties: Bool = false) {
    var u: TypeInfo? = t
    while let c = u {
      for m in c.instanceMembers.all where !(withoutProperties && m.isProperty) { list.add(m) }
      u = c.baseType
    }
  }

  private static func adaptedMember(_ a: AdaptedObject, _ name: String) -> Member {
    let m = Member(name, .property)
    m.valueType = a.adaptedType(name)
    m.getter = { v in try v.asObject(AdaptedObject.self)?.adaptedGet(name) ?? .null }
    if a.isAdaptedSettable(name) {
      m.setter = { v, new in _ = try v.asObject(AdaptedObject.self)?.adaptedSet(name, new) }
    }
    return m
  }

  /// Members by name, the first of a name winning.
  private struct MemberList {
    var all: [Member] = []
    private var seen: Set<Int32> = []
    mutating func add(_ m: Member) {
      if seen.insert(m.symbol.id).inserted { all.append(m) }
    }
  }

  /// The kind as Get-Member's MemberType column shows it.
  public static func memberTypeName(_ m: Member, of v: Value) -> String {
    if m.isParameterized { return "ParameterizedProperty" }
    return MemberInfoObject.kindName(m.isVariable ? .note : m.kind)
  }

  /// The definition as Get-Member's Definition column shows it.
  public static func definition(of m: Member, on v: Value, isStatic: Bool = false) throws -> String {
    let prefix = isStatic ? "static " : ""
    switch m.kind {
    case .note:
      let type = m.value.isNull ? "object" : shortTypeName(m.value)
      return type + " " + m.name + "=" + (try noteText(m.value))
    case .property, .field:
      if !m.overloads.isEmpty { return itemDefinition(m) }
      let type = prefix + TypeResolver.displayName(m.valueType ?? Types.object) + " " + m.name
      if m.kind == .field && isStatic { return type + (m.setter == nil ? " {get;}" : " {get;set;}") }
      return type + (m.setter == nil ? " {get;}" : " {get;set;}")
    case .aliasProperty: return m.name + " = " + (m.referenced.first ?? "")
    case .scriptProperty: return scriptPropertyText(m)
    case .codeProperty:
      let type = TypeResolver.displayName(m.valueType ?? Types.object)
      return "static " + type + " " + m.name + "{get=" + ((try? Operations.toString(m.definition)) ?? "") + ";}"
    case .scriptMethod: return "System.Object " + m.name + "();"
    case .propertySet: return m.name + " {" + m.referenced.joined(separator: ", ") + "}"
    case .memberSet: return m.name + " {" + m.referenced.joined(separator: ", ") + "}"
    case .method, .codeMethod, .event:
      return MethodObject(m, target: isStatic ? v : v, isStatic: isStatic).definitions.joined(separator: ", ")
    }
  }

  private static func shortTypeName(_ v: Value) -> String {
    if v.asObject(PSCustomObject.self) != nil { return "System.Management.Automation.PSCustomObject" }
    return v.typeInfo.map(TypeResolver.displayName) ?? "object"
  }

  private static func noteText(_ v: Value) throws -> String {
    if v.isNull { return "null" }
    return try Operations.toString(v)
  }

  private static func scriptPropertyText(_ m: Member) -> String {
    let blocks = m.definition.asObject(PSArray.self)?.elements ?? [m.definition]
    var s = TypeResolver.displayName(m.valueType ?? Types.object) + " " + m.name + " {get="
    s += blocks.first.flatMap { try? Operations.toString($0) } ?? ""
    s += ";"
    if blocks.count > 1, !blocks[1].isNull { s += "set=" + ((try? Operations.toString(blocks[1])) ?? "") + ";" }
    return s + "}"
  }

  private static func itemDefinition(_ m: Member) -> String {
    m.overloads.map { o in
      let p = o.parameters.map { TypeResolver.displayName($0.type) + " " + $0.name }.joined(separator: ", ")
      return TypeResolver.displayName(o.returnType) + " " + m.name + "(" + p + ") {get;"
        + (m.setter == nil ? "}" : "set;}")
    }.joined(separator: ", ")
  }
}
