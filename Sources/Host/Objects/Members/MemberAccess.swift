import Basics

/// Members with special ways of storing them: XML nodes, data rows, remote objects.
open class AdaptedObject: Obj {
  /// The value of an adapted property, or nil if there is none of that name.
  open func adaptedGet(_ name: String) throws -> Value? { nil }
  /// Sets an adapted property; false if there is none of that name.
  open func adaptedSet(_ name: String, _ value: Value) throws -> Bool { false }
  /// Names of adapted properties, in order.
  open func adaptedNames() -> [String] { [] }
  /// The type of an adapted property, for Get-Member.
  open func adaptedType(_ name: String) -> TypeInfo? { Types.object }
  /// Whether an adapted property can be set.
  open func isAdaptedSettable(_ name: String) -> Bool { true }
}

/// Counts changes of the type data (`Update-TypeData`), so that what was found before is looked up again.
public enum TypeDataGeneration {
  // Written by the engine thread.
  nonisolated(unsafe) public private(set) static var current = 0
  /// Forgets what was found; the engine calls it whenever type data changes.
  public static func bump() { current &+= 1 }
}

/// Reading, writing and listing members of values.
public enum MemberAccess {
  /// The member a name means: the object's own, type data, the type and its bases.
  public static func find(_ v: Value, _ name: String) -> Member? { find(v, Symbol(name)) }
  /// The member an interned name means.
  public static func find(_ v: Value, _ name: Symbol) -> Member? {
    if case .object(let o) = v {
      if let m = o.extended?[name] { return m }
      if let m = typeDataMember(o, name) { return m }
      if let box = o as? Boxed { return find(box.base, name) }
      if let view = o as? PSObjectView, view.isBaseView { return view.target.typeInfo.flatMap { typeMember($0, name) } }
      return typeMember(o.typeInfo, name)
    }
    guard let t = v.typeInfo else { return nil }
    if let m = typeDataMember(t, name) { return m }
    return typeMember(t, name)
  }

  /// The member of a type or its bases, without type data.
  @inline(__always)
  public static func typeMember(_ t: TypeInfo, _ name: Symbol) -> Member? {
    if let known = t.resolved[name.id] { return known }
    return typeMemberSlowly(t, name)
  }

  private static func typeMemberSlowly(_ t: TypeInfo, _ name: Symbol) -> Member? {
    var found: Member?
    var u: TypeInfo? = t
    while let c = u {
      if let m = c.instanceMembers[name] {
        found = m
        break
      }
      u = c.baseType
    }
    if found == nil && t.isInterface { found = Types.object.instanceMembers[name] }
    // Script classes are still being filled while their bodies compile; misses there may become hits.
    if t.scriptClass == nil { t.resolved[name.id] = .some(found) }
    return found
  }

  private static func typeDataMember(_ o: Obj, _ name: Symbol) -> Member? {
    guard let names = o.typeNames else { return typeDataMember(o.typeInfo, name) }
    guard let invoker = CurrentRunspace.invoker else { return nil }
    for n in names {
      if let m = invoker.typeData(for: n)?[name] { return m }
    }
    return nil
  }

  private static func typeDataMember(_ t: TypeInfo, _ name: Symbol) -> Member? {
    if t.typeDataGeneration != TypeDataGeneration.current { refreshTypeData(t) }
    for table in t.typeDataTables {
      if let m = table[name] { return m }
    }
    return nil
  }

  private static func refreshTypeData(_ t: TypeInfo) {
    t.typeDataTables = []
    guard let invoker = CurrentRunspace.invoker else { return }
    t.typeDataGeneration = TypeDataGeneration.current
    for n in t.typeNameChain {
      if let table = invoker.typeData(for: n) { t.typeDataTables.append(table) }
    }
  }

  /// The tables of type data that apply to a value, most specific first.
  static func typeDataTables(of v: Value) -> [MemberTable] {
    if case .object(let o) = v, let names = o.typeNames {
      return names.compactMap { CurrentRunspace.invoker?.typeData(for: $0) }
    }
    guard let t = v.typeInfo else { return [] }
    if t.typeDataGeneration != TypeDataGeneration.current { refreshTypeData(t) }
    return t.typeDataTables
  }

  // MARK: Reading

  /// The value of a member, nil if there is none of that name; a method gives a method object.
  @inline(__always)
  public static func get(_ v: Value, _ name: Symbol) throws -> Value? {
    if case .object(let o) = v, let m = o.extended?[name] {
      if m.kind == .note { return m.value }
      return try read(m, v, name)
    }
    return try getSlowly(v, name)
  }
  /// The value of a member, nil if there is none of that name.
  public static func get(_ v: Value, _ name: String) throws -> Value? { try get(v, Symbol(name)) }

  private static func getSlowly(_ v: Value, _ name: Symbol) throws -> Value? {
    if case .object(let o) = v {
      if let view = o as? PSObjectView, view.isBaseView, let t = view.target.typeInfo {
        if let m = typeMember(t, name) { return try read(m, view.target, name) }
        return try intrinsic(v, name)
      }
      if let d = v.asObject(PSDictionary.self) {
        if let found = dictionaryValue(d, name.text) { return found }
      } else if let a = o as? AdaptedObject, let found = try a.adaptedGet(name.text) {
        return found
      }
    }
    if let m = find(v, name) { return try read(m, v, name) }
    return try intrinsic(v, name)
  }

  /// The value under a key written as a member name.
  static func dictionaryValue(_ d: PSDictionary, _ name: String) -> Value? {
    if let v = d.get(.string(name)) { return v }
    // Keys of other types match when the name converts to them.
    guard let k = d.type.genericArguments.first, k !== Types.string, k !== Types.object else { return nil }
    guard let key = Operations.tryConvert(.string(name), to: k) else { return nil }
    return d.get(key)
  }

  /// Reads a member that was found.
  static func read(_ m: Member, _ v: Value, _ name: Symbol) throws -> Value? {
    switch m.kind {
    case .note: return m.value
    case .property, .field:
      guard let getter = m.getter else { return .null }
      do { return try getter(v.base) } catch let e as GuestError { throw MemberErrors.getting(m.name, e) }
    case .scriptProperty, .codeProperty:
      // PowerShell swallows what a script property throws.
      do { return try m.getter?(v) ?? .null } catch is GuestError { return .null }
    case .aliasProperty:
      guard let target = m.referenced.first, Symbol(target) != name else { return .null }
      return try get(v, target) ?? .null
    case .propertySet:
      return .array(try m.referenced.map { try get(v, $0) ?? .null })
    case .memberSet: return try m.getter?(v) ?? .object(MemberInfoObject(m, of: v))
    case .method, .scriptMethod, .codeMethod, .event: return .object(MethodObject(m, target: v))
    }
  }

  /// Members that every value has.
  private static func intrinsic(_ v: Value, _ name: Symbol) throws -> Value? {
    switch name {
    case CommonSymbols.psobject: return v.isNull ? nil : psobject(v)
    case CommonSymbols.psbase: return v.isNull ? nil : .object(PSObjectView(v.base, isBaseView: true))
    case CommonSymbols.psadapted, CommonSymbols.psextended: return v.isNull ? nil : psobject(v)
    case CommonSymbols.pstypenames: return v.isNull ? nil : .object(TypeNameList(v))
    default: break
    }
    if case .object(let o) = v {
      if let view = o as? PSObjectView, view.isBaseView { return try get(view.target, name) }
      if let box = o as? Boxed { return try get(box.base, name) }
    }
    return nil
  }

  /// The value of a member, looking into the elements of a collection when it has no such member itself.
  ///
  /// Nil when nothing has it; `Count` and `Length` of scalars give 1, of null 0.
  public static func getEnumerating(_ v: Value, _ name: Symbol) throws -> Value? {
    if let found = try get(v, name) { return found }
    if let items = try Operations.enumerate(v) {
      var collected: [Value] = []
      var any = false
      while let item = try items.next() {
        guard let value = try getInside(item, name) else { continue }
        any = true
        if case .object = value, let inner = try Operations.enumerate(value) {
          while let x = try inner.next() { collected.append(x) }
        } else {
          collected.append(value)
        }
      }
      if !any { return try intrinsicCount(v, name, isCollection: true) }
      return collected.count == 1 ? collected[0] : .array(collected)
    }
    return try intrinsicCount(v, name, isCollection: false)
  }
  /// The value of a member, looking into the elements of a collection.
  public static func getEnumerating(_ v: Value, _ name: String) throws -> Value? {
    try getEnumerating(v, Symbol(name))
  }

  /// A member of an element: custom objects answer null for what they lack, nested collections are searched.
  private static func getInside(_ item: Value, _ name: Symbol) throws -> Value? {
    if let value = try get(item, name) { return value }
    if item.asObject(PSCustomObject.self) != nil { return .null }
    guard case .object(let o) = item.base, o is PSArray || o is PSList else { return nil }
    return try getEnumerating(item, name)
  }

  private static func intrinsicCount(_ v: Value, _ name: Symbol, isCollection: Bool) throws -> Value? {
    guard name == CommonSymbols.count || name == CommonSymbols.length else { return nil }
    if v.isNull { return .int(0) }
    if !isCollection { return .int(1) }
    guard let items = try Operations.enumerate(v) else { return .int(1) }
    var n: Int32 = 0
    while try items.next() != nil { n &+= 1 }
    return .int(n)
  }

  // MARK: Writing

  /// Sets a member; converts to the type of the property.
  public static func set(_ v: Value, _ name: Symbol, _ new: Value) throws {
    if case .object(let o) = v {
      if let m = o.extended?[name] {
        if m.kind == .note {
          m.value = new.isNull ? .null : new
          return
        }
        return try write(m, v, new)
      }
      if let d = v.asObject(PSDictionary.self) {
        if d.position(of: .string(name.text)) != nil { return try Collections.setItem(d, .string(name.text), new) }
        if let m = find(v, name), m.isProperty, m.isSettable { return try write(m, v, new) }
        return try Collections.setItem(d, .string(name.text), new)
      }
      if let a = o as? AdaptedObject, try a.adaptedSet(name.text, new) { return }
    }
    if let m = find(v, name) { return try write(m, v, new) }
    if case .object(let o) = v {
      if let view = o as? PSObjectView, view.isBaseView { return try set(view.target, name, new) }
    }
    throw missing(v, name.text)
  }
  /// Sets a member; converts to the type of the property.
  public static func set(_ v: Value, _ name: String, _ new: Value) throws { try set(v, Symbol(name), new) }

  private static func missing(_ v: Value, _ name: String) -> GuestError {
    if v.asObject(PSCustomObject.self) != nil {
      return MemberErrors.setting(name, MemberErrors.propertyNotFound(name))
    }
    return v.isNull ? MemberErrors.propertyNotFound(name) : MemberErrors.propertyAssignment(name)
  }

  /// Writes a member that was found.
  static func write(_ m: Member, _ v: Value, _ new: Value) throws {
    switch m.kind {
    case .note: m.value = new
    case .aliasProperty:
      guard let target = m.referenced.first else { return }
      try set(v, target, new)
    case .scriptProperty, .codeProperty:
      guard let setter = m.setter else { throw MemberErrors.noScriptSetter(m.name) }
      do { try setter(v, new) } catch let e as GuestError { throw MemberErrors.setting(m.name, e) }
    case .property, .field:
      guard let setter = m.setter else { throw MemberErrors.readOnly(m.name) }
      do {
        var value = new
        if let t = m.valueType { value = try Conversions.convert(new, to: t) }
        try setter(v.base, value)
      } catch let e as GuestError {
        throw MemberErrors.setting(m.name, e)
      }
    case .method, .scriptMethod, .codeMethod, .event, .propertySet, .memberSet:
      throw MemberErrors.readOnly(m.name)
    }
  }

  /// The `.psobject` view.
  public static func psobject(_ v: Value) -> Value { .object(PSObjectView(v)) }
}
