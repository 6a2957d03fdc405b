import Basics

/// `PSObject` (the `.psobject` view), its collections, and the classes of members.
enum PSObjectTypes {
  private static let space = "System.Management.Automation."

  static func register() {
    Catalogue.register(space + "PSObject") { t in
      t.new("()") { _ in .object(PSCustomObject()) }
      t.new("(object obj)") { a in a[0] }
      t.fixed("psobject AsPSObject(object obj)") { a in
        if a[0].isNull { throw Throw.argumentNull("obj") }
        return a[0]
      }
      view(t)
    }
    Catalogue.register(space + "PSInternalMemberSet") { t in view(t) }
    Catalogue.register(space + "PSMemberInfoIntegratingCollection`1", collection)
    Catalogue.register(space + "PSMemberInfoCollection`1", collection)
    typeNames()
    infos()
    methodObjects()
    constructors()
  }

  private static func me(_ v: Value) throws -> PSObjectView {
    guard let o = v.asObject(PSObjectView.self) else { throw Throw.nullReference() }
    return o
  }

  private static func view(_ t: TypeBuilder) {
    let type = "PSMemberInfoCollection[System.Management.Automation.PSMemberInfo]"
    t.prop("\(type) Members") { .object(MemberCollection(try me($0).target, .members)) }
    t.prop("\(type) Properties") { .object(MemberCollection(try me($0).target, .properties)) }
    t.prop("\(type) Methods") { .object(MemberCollection(try me($0).target, .methods)) }
    t.prop("object ImmediateBaseObject") { try me($0).target.base }
    t.prop("object BaseObject") { try me($0).target.base }
    t.prop("System.Collections.ObjectModel.Collection[string] TypeNames") { .object(TypeNameList(try me($0).target)) }
    t.method("psobject Copy()") { s, _ in PSObjectView.copy(try me(s).target) }
    t.method("string ToString()") { s, _ in .string(try Operations.toString(try me(s).target)) }
    t.method("int CompareTo(object obj)") { s, a in
      .int(try Operations.compare(try me(s).target, a[0], ignoreCase: true))
    }
  }

  // MARK: Collections

  private static func list(_ v: Value) throws -> MemberCollection {
    guard let c = v.asObject(MemberCollection.self) else { throw Throw.nullReference() }
    return c
  }

  private static func collection(_ t: TypeBuilder) {
    t.prop("int Count") { .int(try list($0).items.count) }
    t.indexer("object", "string name") { s, a in try list(s).item(a.str(0)) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(list(s), EnumeratorTypes.names[0])
    }
    for extra in ["", ", bool preValidated"] {
      t.action("Add(object member\(extra))") { s, a in try add(list(s), a[0]) }
    }
    t.action("Remove(string name)") { s, a in
      let c = try list(s)
      if c.target.object?.extended?.remove(a.str(0)) == true { return }
      if MemberAccess.find(c.target, a.str(0)) != nil {
        throw GuestError.runtime(
          "CannotRemoveTypeTableMember", "Cannot remove member \"\(a.str(0))\" because it is not an extended member.",
          .InvalidOperation, type: "System.Management.Automation.ExtendedTypeSystemException")
      }
    }
    t.method("ReadOnlyPSMemberInfoCollection[object] Match(string name)") { s, a in try match(list(s), a.str(0), -1) }
    t.method(
      "ReadOnlyPSMemberInfoCollection[object] Match(string name, System.Management.Automation.PSMemberTypes memberTypes)"
    ) { s, a in try match(list(s), a.str(0), a.raw(1)) }
  }

  private static func add(_ c: MemberCollection, _ v: Value) throws {
    guard let info = v.asObject(MemberInfoObject.self) else { throw Throw.argumentNull("member") }
    guard let bag = PSObjectView.bag(of: c.target) else { return }
    bag.set(MemberInfoObject.duplicate(info.member))
  }

  private static func match(_ c: MemberCollection, _ pattern: String, _ kinds: Int64) throws -> Value {
    let wild = try WildcardObject.compile(pattern, ignoreCase: true)
    let found = c.items.filter { wild.matches($0.name) && bit($0.kind) & kinds != 0 }
    let type = TypeResolver.construct(
      Types.named(space + "ReadOnlyPSMemberInfoCollection`1"), [Types.named(space + "PSPropertyInfo")])
    return .object(PSList(type, found.map { .object(MemberInfoObject($0, of: c.target)) }))
  }

  /// The flag of a kind of member in `PSMemberTypes`.
  static func bit(_ k: MemberKind) -> Int64 {
    switch k {
    case .aliasProperty: return 1
    case .codeProperty: return 2
    case .property, .field: return 4
    case .note: return 8
    case .scriptProperty: return 16
    case .propertySet: return 32
    case .method: return 64
    case .codeMethod: return 128
    case .scriptMethod: return 256
    case .memberSet: return 1024
    case .event: return 2048
    }
  }

  /// `TypeNames`: a collection whose changes reach the object.
  private static func typeNames() {
    Catalogue.register("System.Collections.ObjectModel.Collection`1") { t in
      guard t.argument(0) === Types.string else { return }
      func names(_ v: Value) -> TypeNameList? { v.asObject(TypeNameList.self) }
      func wrap(_ member: String, _ own: @escaping (TypeNameList, [Value]) throws -> Value) {
        guard let m = t.type.instanceMembers[member] else { return }
        if m.isMethod {
          m.overloads = m.overloads.map { o in
            MethodOverload(o.parameters, returns: o.returnType) { s, a in
              if let n = names(s) { return try own(n, a) }
              return try o.body(s, a)
            }
          }
        } else if let getter = m.getter {
          if !m.overloads.isEmpty {
            m.overloads = m.overloads.map { o in
              MethodOverload(o.parameters, returns: o.returnType) { s, a in
                if let n = names(s) { return try own(n, a) }
                return try o.body(s, a)
              }
            }
            return
          }
          m.getter = { s in
            if let n = names(s) { return try own(n, []) }
            return try getter(s)
          }
        }
      }
      let item: (TypeNameList, [Value]) throws -> Value = { n, a in
        guard n.names.indices.contains(a.int(0)) else { throw Throw.index() }
        return .string(n.names[a.int(0)])
      }
      wrap("Count") { n, _ in .int(n.names.count) }
      wrap("Item", item)
      wrap("get_Item", item)
      wrap("Add") { n, a in
        n.names.append(a.str(0))
        return .nothing
      }
      wrap("Insert") { n, a in
        guard a.int(0) >= 0, a.int(0) <= n.names.count else { throw Throw.index() }
        n.names.insert(a.str(1), at: a.int(0))
        return .nothing
      }
      wrap("Remove") { n, a in
        guard let i = n.names.firstIndex(of: a.str(0)) else { return .bool(false) }
        n.names.remove(at: i)
        return .bool(true)
      }
      wrap("RemoveAt") { n, a in
        guard n.names.indices.contains(a.int(0)) else { throw Throw.index() }
        n.names.remove(at: a.int(0))
        return .nothing
      }
      wrap("Clear") { n, _ in
        n.names = []
        return .nothing
      }
      wrap("Contains") { n, a in .bool(n.names.contains(a.str(0))) }
      wrap("IndexOf") { n, a in .int(n.names.firstIndex(of: a.str(0)) ?? -1) }
      wrap("GetEnumerator") { n, _ in try EnumeratorObject.over(n, EnumeratorTypes.names[0]) }
    }
  }

  // MARK: Members as objects

  private static func info(_ v: Value) throws -> MemberInfoObject {
    guard let m = v.asObject(MemberInfoObject.self) else { throw Throw.nullReference() }
    return m
  }

  private static func infos() {
    Catalogue.register(space + "PSMemberInfo") { t in
      t.prop("string Name") { .string(try info($0).member.name) }
      t.prop("System.Management.Automation.PSMemberTypes MemberType") { s in
        .enumeration(space + "PSMemberTypes", bit(try info(s).listedKind))
      }
      t.prop("bool IsInstance") { s in
        let m = try info(s)
        return .bool(m.target.isNull || m.target.object?.extended?[m.member.symbol] != nil)
      }
      t.prop("string TypeNameOfValue") { .string(try info($0).typeNameOfValue) }
      t.prop("object Value", { try info($0).value() }) { s, v in try info(s).setValue(v) }
      t.method("System.Management.Automation.PSMemberInfo Copy()") { s, _ in
        .object(MemberInfoObject(MemberInfoObject.duplicate(try info(s).member)))
      }
      t.method("string ToString()") { s, _ in .text(try info(s).text()) }
    }
    Catalogue.register(space + "PSPropertyInfo") { t in
      t.prop("bool IsSettable") { s in
        let m = try info(s)
        if m.member.kind == .aliasProperty, let r = m.member.referenced.first, let u = MemberAccess.find(m.target, r) {
          return .bool(u.isSettable)
        }
        return .bool(m.member.isSettable)
      }
      t.prop("bool IsGettable") { s in
        let m = try info(s).member
        return .bool(m.kind == .note || m.getter != nil || m.kind == .aliasProperty)
      }
    }
    Catalogue.register(space + "PSAliasProperty") { t in
      t.prop("string ReferencedMemberName") { .text(try info($0).member.referenced.first) }
      t.prop("type ConversionType") { try info($0).member.valueType?.asValue ?? .null }
    }
    Catalogue.register(space + "PSScriptProperty") { t in
      for (name, i) in [("GetterScript", 0), ("SetterScript", 1)] {
        t.prop("scriptblock \(name)") { s in
          let blocks = try info(s).member.definition.asObject(PSArray.self)?.elements ?? []
          return blocks.count > i ? blocks[i] : .null
        }
      }
    }
    Catalogue.register(space + "PSScriptMethod") { t in
      t.prop("scriptblock Script") { s in
        if let m = s.asObject(MethodObject.self) { return m.member.definition }
        return try info(s).member.definition
      }
    }
    Catalogue.register(space + "PSPropertySet") { t in
      t.prop("System.Collections.ObjectModel.Collection[string] ReferencedPropertyNames") {
        .strings(try info($0).member.referenced)
      }
    }
  }

  /// `PSMethod` and its kin: method objects, and method members listed by `.psobject.Methods`.
  private static func methodObjects() {
    for name in ["PSMethod", "PSScriptMethod", "PSCodeMethod", "PSMethod`1"] {
      Catalogue.register(space + name) { t in
        func method(_ v: Value) throws -> MethodObject {
          if let m = v.asObject(MethodObject.self) { return m }
          let i = try info(v)
          return MethodObject(i.member, target: i.target)
        }
        t.prop("System.Collections.ObjectModel.Collection[string] OverloadDefinitions") { s in
          .object(
            PSList(
              TypeResolver.construct(CommonTypes.genericCollection, [Types.string]),
              try method(s).definitions.map { .string($0) }))
        }
        t.prop("System.Management.Automation.PSMemberTypes MemberType") { s in
          .enumeration(space + "PSMemberTypes", bit(try method(s).member.kind))
        }
        t.prop("string TypeNameOfValue") { s in .string("System.Management.Automation." + name.prefix { $0 != "`" }) }
        t.prop("object Value") { $0 }
        t.prop("string Name") { .string(try method($0).member.name) }
        t.prop("bool IsInstance") { s in .bool(!(try method(s).isStatic)) }
        t.method("object Invoke(params object[] arguments)") { s, a in try method(s).invoke(try a.list(0)) }
        t.method("System.Management.Automation.PSMemberInfo Copy()") { s, _ in s }
        t.method("string ToString()") { s, _ in .text(try method(s).text()) }
      }
    }
  }

  // MARK: Made by hand

  private static func named(_ a: [Value]) throws -> String {
    let n = a.str(0)
    if n.isEmpty {
      throw GuestError.exception(
        space + "PSArgumentException",
        "Cannot process argument because the value of argument \"name\" is not valid. Change the value of the \"name\" argument and run the operation again."
      )
    }
    return n
  }

  private static func constructors() {
    for name in ["PSNoteProperty", "PSVariableProperty"] {
      Catalogue.register(space + name) { t in
        t.new("(string name, object value)") { a in .object(MemberInfoObject(.note(try named(a), a[1]))) }
      }
    }
    Catalogue.register(space + "PSAliasProperty") { t in
      t.new("(string name, string referencedMemberName)") { a in
        .object(MemberInfoObject(MemberFactory.alias(try named(a), a.str(1))))
      }
      t.new("(string name, string referencedMemberName, type conversionType)") { a in
        .object(MemberInfoObject(MemberFactory.alias(try named(a), a.str(1), type: a.object(2, TypeObject.self)?.type)))
      }
    }
    Catalogue.register(space + "PSScriptProperty") { t in
      t.new("(string name, scriptblock getterScript)") { a in
        .object(MemberInfoObject(MemberFactory.scriptProperty(try named(a), get: a[1].object)))
      }
      t.new("(string name, scriptblock getterScript, scriptblock setterScript)") { a in
        .object(MemberInfoObject(MemberFactory.scriptProperty(try named(a), get: a[1].object, set: a[2].object)))
      }
    }
    Catalogue.register(space + "PSScriptMethod") { t in
      t.new("(string name, scriptblock script)") { a in
        guard let block = a[1].object else { throw Throw.argumentNull("script") }
        return .object(MemberInfoObject(MemberFactory.scriptMethod(try named(a), block)))
      }
    }
    Catalogue.register(space + "PSPropertySet") { t in
      t.new("(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)") { a in
        .object(MemberInfoObject(MemberFactory.propertySet(try named(a), try a.list(1).map(\.str))))
      }
    }
    Catalogue.register(space + "PSMemberSet") { t in
      t.new("(string name, System.Collections.Generic.IEnumerable[object] members)") { a in
        let m = Member(try named(a), .memberSet)
        m.value = a[1]
        m.referenced = try a.list(1).compactMap { $0.asObject(MemberInfoObject.self)?.member.name }
        return .object(MemberInfoObject(m))
      }
    }
  }
}
