import Basics

/// The `.psobject` of a value: its members as objects, type names and base object.
public final class PSObjectView: Obj {
  public let target: Value
  /// `.psbase`: member access goes past extended members straight to the type's own.
  public let isBaseView: Bool
  public init(_ target: Value, isBaseView: Bool = false) {
    self.target = target
    self.isBaseView = isBaseView
  }
  public override var typeInfo: TypeInfo { isBaseView ? memberSet : Types.psObject }
  private var memberSet: TypeInfo { Types.named("System.Management.Automation.PSInternalMemberSet") }
  public override func text() throws -> String? { try Operations.toString(target) }

  /// A copy of the value with its extended members, as `.Copy()` makes it.
  public static func copy(_ v: Value) -> Value {
    guard case .object(let o) = v else { return v }
    let copy: Obj
    switch o {
    case is PSCustomObject: copy = PSCustomObject()
    case let a as PSArray: copy = PSArray(a.elements, of: a.elementType, dimensions: a.dimensions)
    case let l as PSList: copy = PSList(l.type, l.elements)
    case let d as PSDictionary: copy = Collections.copy(d)
    case let b as Boxed: copy = Boxed(b.base)
    default: return v
    }
    copy.typeNames = o.typeNames
    if let bag = o.extended {
      let own = copy.extended ?? MemberBag()
      copy.extended = own
      for m in bag.all { own.set(MemberInfoObject.duplicate(m)) }
    }
    return .object(copy)
  }

  /// The bag of extended members of a value, made if it has none; nil for values that cannot hold one.
  public static func bag(of v: Value) -> MemberBag? {
    guard case .object(let o) = v else { return nil }
    if let b = o.extended { return b }
    let b = MemberBag()
    o.extended = b
    return b
  }
}

/// The list behind `.psobject.TypeNames` and `.pstypenames`: changing it changes the object.
public final class TypeNameList: Obj {
  public let target: Value
  public init(_ target: Value) { self.target = target }
  public override var typeInfo: TypeInfo {
    TypeResolver.construct(CommonTypes.genericCollection, [Types.string])
  }
  public var names: [String] {
    get { TypeNameList.names(of: target) }
    set { target.object?.typeNames = newValue }
  }
  /// The type names of a value, most specific first.
  public static func names(of v: Value) -> [String] {
    if case .object(let o) = v, let n = o.typeNames { return n }
    return v.typeInfo?.typeNameChain ?? []
  }
  public override func makeIterator() throws -> ValueIterator? { ValueIterator(names.map { .string($0) }) }
}

/// Which members a collection of member objects shows.
public enum MemberSelection: Sendable { case properties, methods, members }

/// `.psobject.Properties`, `.Methods` or `.Members`.
public final class MemberCollection: Obj {
  public let target: Value
  public let selection: MemberSelection
  public init(_ target: Value, _ selection: MemberSelection) {
    self.target = target
    self.selection = selection
  }
  public override var typeInfo: TypeInfo {
    let element = selection == .properties ? "PSPropertyInfo" : selection == .methods ? "PSMethodInfo" : "PSMemberInfo"
    return TypeResolver.construct(
      Types.named("System.Management.Automation.PSMemberInfoIntegratingCollection`1"),
      [Types.named("System.Management.Automation." + element)])
  }
  /// The members shown.
  public var items: [Member] {
    let all = MemberAccess.members(of: target)
    switch selection {
    case .members: return all
    case .properties: return all.filter { $0.isProperty || $0.kind == .propertySet && false }
    case .methods: return all.filter(\.isMethod)
    }
  }
  public override func makeIterator() throws -> ValueIterator? {
    ValueIterator(items.map { .object(MemberInfoObject($0, of: target)) })
  }
  /// The member of that name as an object, or null.
  public func item(_ name: String) -> Value {
    if let a = target.asObject(AdaptedObject.self), let found = adapted(a, name) { return found }
    guard let m = MemberAccess.find(target, name) else { return .null }
    switch selection {
    case .properties where !m.isProperty, .methods where !m.isMethod: return .null
    default: return .object(MemberInfoObject(m, of: target))
    }
  }
  private func adapted(_ a: AdaptedObject, _ name: String) -> Value? {
    items.first { Ordinal.equalsIgnoreCase($0.name, name) }.map { .object(MemberInfoObject($0, of: target)) }
  }
}

/// A member as the guest sees it: `PSNoteProperty`, `PSProperty`, `PSScriptMethod`, ….
public final class MemberInfoObject: Obj {
  public var member: Member
  /// The object it belongs to; null for one made by hand and not yet added.
  public var target: Value
  public init(_ member: Member, of target: Value = .null) {
    self.member = member
    self.target = target
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation." + className) }
  private var className: String {
    if member.isVariable { return "PSVariableProperty" }
    switch member.kind {
    case .note: return "PSNoteProperty"
    case .property, .field, .event: return "PSProperty"
    case .aliasProperty: return "PSAliasProperty"
    case .scriptProperty: return "PSScriptProperty"
    case .codeProperty: return "PSCodeProperty"
    case .method: return "PSMethod"
    case .scriptMethod: return "PSScriptMethod"
    case .codeMethod: return "PSCodeMethod"
    case .propertySet: return "PSPropertySet"
    case .memberSet: return "PSMemberSet"
    }
  }

  /// The value now; what a getter throws is swallowed, as PowerShell does for script properties.
  public func value() throws -> Value {
    if member.isMethod { return .object(MethodObject(member, target: target)) }
    return try MemberAccess.read(member, target, member.symbol) ?? .null
  }
  /// Sets the value.
  public func setValue(_ v: Value) throws { try MemberAccess.write(member, target, v) }

  /// The name of the type of the value, as `TypeNameOfValue` gives it.
  public var typeNameOfValue: String {
    switch member.kind {
    case .note:
      if let names = member.value.object?.typeNames, let n = names.first { return n }
      return member.value.typeInfo?.fullName ?? "System.Object"
    case .property, .field:
      return member.valueType.map(MemberErrors.displayFullName) ?? "System.Object"
    case .aliasProperty:
      guard let r = member.referenced.first, let m = MemberAccess.find(target, r) else { return "System.Object" }
      return MemberInfoObject(m, of: target).typeNameOfValue
    default: return member.valueType.map(MemberErrors.displayFullName) ?? "System.Object"
    }
  }
  /// The kind as `MemberType` names it.
  public var memberType: String { MemberInfoObject.kindName(listedKind) }

  /// The kind it is listed under: a module's variable passes for a note.
  var listedKind: MemberKind { member.isVariable ? .note : member.kind }

  static func kindName(_ k: MemberKind) -> String {
    switch k {
    case .note: return "NoteProperty"
    case .property, .field: return "Property"
    case .event: return "Event"
    case .aliasProperty: return "AliasProperty"
    case .scriptProperty: return "ScriptProperty"
    case .codeProperty: return "CodeProperty"
    case .method: return "Method"
    case .scriptMethod: return "ScriptMethod"
    case .codeMethod: return "CodeMethod"
    case .propertySet: return "PropertySet"
    case .memberSet: return "MemberSet"
    }
  }

  public override func text() throws -> String? { try MemberAccess.definition(of: member, on: target) }

  /// A member of its own with the same definition.
  public static func duplicate(_ m: Member) -> Member {
    let c = Member(m.symbol, m.kind, spelled: m.name)
    c.isVariable = m.isVariable
    c.value = m.value
    c.valueType = m.valueType
    c.isHidden = m.isHidden
    c.getter = m.getter
    c.setter = m.setter
    c.overloads = m.overloads
    c.definition = m.definition
    c.referenced = m.referenced
    return c
  }
}

/// Makes ETS members out of script blocks and names.
public enum MemberFactory {
  /// A script property; `$this` is the object.
  public static func scriptProperty(_ name: String, get: Obj?, set: Obj? = nil) -> Member {
    let m = Member(name, .scriptProperty)
    m.definition = .array([get.map { .object($0) } ?? .null, set.map { .object($0) } ?? .null])
    if let get { m.getter = { v in try run(get, [], v) } }
    if let set { m.setter = { v, new in _ = try run(set, [new], v) } }
    return m
  }
  /// A script method; `$this` is the object.
  public static func scriptMethod(_ name: String, _ block: Obj) -> Member {
    let m = Member(name, .scriptMethod)
    m.definition = .object(block)
    return m
  }
  /// Another name for a property, optionally converted.
  public static func alias(_ name: String, _ target: String, type: TypeInfo? = nil) -> Member {
    let m = Member(name, .aliasProperty)
    m.referenced = [target]
    m.valueType = type
    return m
  }
  /// A set of property names.
  public static func propertySet(_ name: String, _ names: [String]) -> Member {
    let m = Member(name, .propertySet)
    m.referenced = names
    return m
  }
  private static func run(_ block: Obj, _ arguments: [Value], _ this: Value) throws -> Value {
    guard let invoker = CurrentRunspace.invoker else { return .null }
    let out = try invoker.invoke(block, arguments: arguments, this: this, underscore: nil)
    return out.isEmpty ? .null : out.count == 1 ? out[0] : .array(out)
  }
}
