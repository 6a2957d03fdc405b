import Basics

/// What this folder asks of type resolution and member access.
enum Bridges {
  /// The type a name means.
  static func resolveType(_ name: String) -> TypeInfo? { TypeResolver.resolve(name) }

  /// The name `"$type"` shows: accelerators and short generics.
  static func typeDisplayName(_ t: TypeInfo) -> String { TypeResolver.displayName(t) }

  // MARK: Members

  /// Calls a static operator method of a type; nil if it has none of that name.
  static func operatorMethod(_ type: TypeInfo, _ name: String, _ args: [Value]) throws -> Value? {
    let symbol = Symbol(name)
    guard MemberAccess.findStatic(type, symbol) != nil else { return nil }
    return try MemberAccess.invokeStatic(type, symbol, args)
  }

  /// The value of a member.
  static func member(_ v: Value, _ name: String) throws -> Value? { try MemberAccess.get(v, name) }

  /// Sets a property.
  static func set(_ v: Value, _ name: String, _ new: Value) throws { try MemberAccess.set(v, name, new) }

  /// Names and types of the settable properties of an object.
  static func settableProperties(_ v: Value) -> [(name: String, type: TypeInfo?)] {
    MemberAccess.members(of: v).filter { $0.isProperty && $0.isSettable && !$0.isHidden }.map {
      (name: $0.name, type: $0.valueType)
    }
  }

  private static let toStringSymbol = Symbol("ToString")
  private static let compareToSymbol = Symbol("CompareTo")
  private static let parseSymbol = Symbol("Parse")

  /// `ToString(format, culture)` of a type that has it; nil otherwise.
  static func formattable(_ o: Obj, _ spec: String, _ culture: CultureObject) throws -> String? {
    guard let m = MemberAccess.find(.object(o), toStringSymbol) else { return nil }
    for count in [2, 1] {
      for overload in m.overloads where overload.parameters.count == count {
        guard overload.parameters[0].type === Types.string else { continue }
        let args: [Value] = count == 2 ? [.string(spec), .object(culture)] : [.string(spec)]
        return try Operations.toString(overload.body(.object(o), args))
      }
    }
    return nil
  }

  /// `CompareTo` of a comparable type; nil if it has none.
  static func compareTo(_ a: Value, _ b: Value) throws -> Int? {
    guard let type = a.typeInfo, let m = MemberAccess.typeMember(type, compareToSymbol), m.isMethod else { return nil }
    guard isComparable(type) else { return nil }
    let overload = m.overloads.first { o in
      o.parameters.count == 1 && (b.typeInfo.map { $0.isAssignable(to: o.parameters[0].type) } ?? true)
    }
    guard let overload, let n = Numeric(try overload.body(a, [b]))?.asInt128 else { return nil }
    return n == 0 ? 0 : (n < 0 ? -1 : 1)
  }

  private static func isComparable(_ type: TypeInfo) -> Bool {
    var t: TypeInfo? = type
    while let u = t {
      for i in u.interfaces + Catalogue.interfaces(of: u) where i.name.hasPrefix("IComparable") { return true }
      t = u.baseType
    }
    return false
  }

  // MARK: Construction

  private static func constructors(_ type: TypeInfo) -> [MethodOverload] {
    type.isAbstract ? [] : type.staticMembers[CommonSymbols.new]?.overloads ?? []
  }

  /// A new object of a type without arguments; nil if it has no such constructor.
  static func construct(_ type: TypeInfo) throws -> Value? {
    guard let c = constructors(type).first(where: { $0.parameters.allSatisfy { $0.isOptional } }) else { return nil }
    return try c.body(.null, c.parameters.map { $0.defaultValue })
  }

  /// A new object of a type from one argument; nil if no constructor takes it.
  static func construct(_ type: TypeInfo, _ argument: Value) throws -> Value? {
    let candidates = constructors(type).filter { c in
      guard let first = c.parameters.first, !first.isByRef, !first.isParamArray else { return false }
      return c.parameters.dropFirst().allSatisfy { $0.isOptional }
    }
    if candidates.isEmpty { return nil }
    func call(_ c: MethodOverload, _ v: Value) throws -> Value {
      try c.body(.null, [v] + c.parameters.dropFirst().map { $0.defaultValue })
    }
    let own = argument.base.typeInfo
    if let c = candidates.first(where: { $0.parameters[0].type === own })
      ?? candidates.first(where: { own?.isAssignable(to: $0.parameters[0].type) ?? false })
    {
      return try call(c, argument)
    }
    // Dictionaries and custom objects fill properties instead of being turned into text.
    if argument.asObject(PSDictionary.self) != nil || argument.asObject(PSCustomObject.self) != nil { return nil }
    if argument.asObject(ErrorRecord.self) != nil { return nil }
    let list = (try? Operations.elements(argument)) ?? nil
    for c in candidates.sorted(by: { rank($0.parameters[0].type) < rank($1.parameters[0].type) }) {
      let target = c.parameters[0].type
      if let list {
        guard let all = asSequence(list, target) else { continue }
        return try call(c, all)
      }
      guard target === Types.string || Operations.isPrimitive(target) || target.isEnum || target.scriptClass != nil
      else {
        continue
      }
      if argument.stringOrNil == nil, Numeric(argument) == nil, target !== Types.string { continue }
      if case .object(let o) = argument.base, Numeric(argument) == nil, !o.typeInfo.isValueType { continue }
      if let v = Operations.tryConvert(argument, to: target) { return try call(c, v) }
    }
    return nil
  }

  /// Numbers are tried before text.
  private static func rank(_ t: TypeInfo) -> Int { t === Types.string ? 1 : 0 }

  /// A list as the argument of a parameter that takes a sequence; nil if it does not.
  private static func asSequence(_ list: [Value], _ target: TypeInfo) -> Value? {
    if let e = target.elementType {
      return Operations.tryConvert(.array(list), to: Types.arrayType(of: e))
    }
    guard target.isInterface else { return nil }
    let name = target.name
    guard ["IEnumerable", "ICollection", "IList", "IReadOnly"].contains(where: { name.hasPrefix($0) }) else {
      return nil
    }
    guard let e = target.genericArguments.first else { return .array(list) }
    return Operations.tryConvert(.array(list), to: Types.arrayType(of: e))
  }

  /// A list for a generic collection interface; nil if the type is none.
  static func sequence(_ v: Value, _ type: TypeInfo) throws -> Value? {
    guard type.isInterface, let e = type.genericArguments.first, type.genericArguments.count == 1 else { return nil }
    guard ["IEnumerable`1", "ICollection`1", "IList`1", "IReadOnlyList`1", "IReadOnlyCollection`1"].contains(type.name)
    else { return nil }
    return try Operations.convert(v, to: Types.arrayType(of: e))
  }

  // MARK: Parse and operators

  private static func parser(_ type: TypeInfo) -> MethodOverload? {
    guard let m = type.staticMembers[parseSymbol], m.isMethod else { return nil }
    let fits: (MethodOverload) -> Bool = {
      $0.parameters.first?.type === Types.string && ($0.returnType === type || $0.returnType === Types.object)
    }
    let provided = m.overloads.first {
      $0.parameters.count == 2 && $0.parameters[1].type.name == "IFormatProvider" && fits($0)
    }
    return provided ?? m.overloads.first { $0.parameters.count == 1 && fits($0) }
  }

  /// The static `Parse` of a type; nil if it has none.
  static func parse(_ type: TypeInfo, _ text: String) throws -> Value? {
    guard let p = parser(type) else { return nil }
    let args: [Value] =
      p.parameters.count == 2 ? [.string(text), .object(CultureObject.invariant)] : [.string(text)]
    return try p.body(.null, args)
  }

  /// Whether the type has a static `Parse(string, IFormatProvider)`.
  static func parseTakesProvider(_ type: TypeInfo) -> Bool { parser(type)?.parameters.count == 2 }

  /// `op_Implicit` or `op_Explicit` of either type; nil if there is none.
  static func conversionOperator(_ v: Value, _ type: TypeInfo) throws -> Value? {
    guard let own = v.typeInfo else { return nil }
    for name in ["op_Implicit", "op_Explicit"] {
      for owner in [type, own] {
        for o in owner.staticMembers[Symbol(name)]?.overloads ?? [] {
          guard o.parameters.count == 1, own.isAssignable(to: o.parameters[0].type), o.returnType.isAssignable(to: type)
          else { continue }
          return try o.body(.null, [v])
        }
      }
    }
    return nil
  }

  // MARK: Special targets

  /// A script block or method as a delegate of a type; nil if the type is no delegate.
  static func delegate(_ v: Value, _ type: TypeInfo) throws -> Value? {
    guard case .object = v, Delegates.isDelegate(type) else { return nil }
    return try Delegates.make(v, type)
  }

  /// A document from its text.
  static func xmlDocument(_ text: String, _ type: TypeInfo) throws -> Value? {
    let document = XmlNodeObject.makeDocument()
    try XmlParser.cast(text, into: document)
    return .object(document)
  }
}
