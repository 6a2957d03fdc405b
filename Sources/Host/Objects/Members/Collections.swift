import Basics

/// What collections do beyond storing: converting elements and keys to their types, fixed sizes, copies.
public enum Collections {
  /// Sets a key, converted to the key and value types of a typed dictionary.
  public static func setItem(_ d: PSDictionary, _ key: Value, _ value: Value) throws {
    if d.isReadOnly { throw Throw.notSupported("Collection is read-only.") }
    let a = d.type.genericArguments
    if a.count == 2 {
      d.set(try Conversions.convert(key, to: a[0]), try Conversions.convert(value, to: a[1]))
    } else {
      if key.isNull { throw Throw.argumentNull("key") }
      d.set(key, value.isNull ? .null : value)
    }
  }

  /// The value of a key, converted to the key type first; nil if absent.
  public static func item(_ d: PSDictionary, _ key: Value) throws -> Value? {
    guard let k = d.type.genericArguments.first, d.type.genericArguments.count == 2 else { return d.get(key) }
    if key.typeInfo === k { return d.get(key) }
    guard let converted = Operations.tryConvert(key, to: k) else { return nil }
    return d.get(converted)
  }

  /// A copy with the same type, order and entries.
  public static func copy(_ d: PSDictionary) -> PSDictionary {
    let c = PSDictionary(d.type, ignoreCase: d.ignoreCase)
    c.order = d.order
    for (i, k) in d.keys.enumerated() { c.set(k, d.values[i]) }
    return c
  }

  /// An element converted to the type of its list.
  @inline(__always)
  public static func element(_ v: Value, for l: PSList) throws -> Value {
    let t = l.elementType
    if t === Types.object || v.typeInfo === t { return v.isNull ? .null : v }
    return try Conversions.convert(v, to: t)
  }

  /// Elements of anything enumerable; a scalar is one element, null none.
  public static func elements(_ v: Value) throws -> [Value] {
    if case .object(let o) = v.base {
      if let a = o as? PSArray { return a.elements }
      if let l = o as? PSList { return l.elements }
      if let d = o as? PSDictionary { return entries(d) }
      if let it = try o.makeIterator() { return try drain(it) }
      return [v]
    }
    if case .string(let s) = v.base { return s.utf16.map { .char($0) } }
    return v.isNull ? [] : [v]
  }

  /// Everything an iterator gives.
  public static func drain(_ it: ValueIterator) throws -> [Value] {
    var out: [Value] = []
    while let x = try it.next() { out.append(x) }
    return out
  }

  /// The entries of a dictionary, as `GetEnumerator()` gives them.
  public static func entries(_ d: PSDictionary) -> [Value] {
    let type = entryType(d.type)
    return d.keys.indices.map { .object(DictEntry(d.keys[$0], d.values[$0], type: type)) }
  }

  static func entryType(_ t: TypeInfo) -> TypeInfo {
    guard t.genericArguments.count == 2 else { return Types.dictionaryEntry }
    return TypeResolver.construct(keyValuePair, t.genericArguments)
  }
  static let keyValuePair = Types.named("System.Collections.Generic.KeyValuePair`2")

  /// Whether an equality comparer given to a dictionary or set ignores case.
  static func ignoresCase(_ comparer: Value) -> Bool {
    if let c = comparer.asObject(ComparerObject.self) { return c.ignoreCase }
    return false
  }

  /// `a.Equals(b)` in the sense of .NET: same type and value.
  public static func equals(_ a: Value, _ b: Value) -> Bool {
    if case .double(let x) = a.base, case .double(let y) = b.base { return x == y || x.isNaN && y.isNaN }
    return DictKey(a, ignoreCase: false) == DictKey(b, ignoreCase: false)
  }

  /// The order of two values by their own `CompareTo`; strings by culture.
  public static func compare(_ a: Value, _ b: Value) throws -> Int {
    if a.isNull { return b.isNull ? 0 : -1 }
    if b.isNull { return 1 }
    if case .string(let x) = a.base, case .string(let y) = b.base {
      return Collation.compare(x, y, ignoreCase: false)
    }
    do {
      return try Operations.compare(a, b, ignoreCase: false)
    } catch {
      throw Throw.invalid("Failed to compare two elements in the array.")
    }
  }
}

extension MemberAccess {
  /// Reads `v[arguments]` of types that have an indexer; nil if this one has none.
  ///
  /// Arrays, strings and plain hashtables are indexed by the engine; this serves everything else, and the
  /// typed dictionaries and lists whose keys convert.
  public static func getItem(_ v: Value, _ arguments: [Value]) throws -> Value? {
    guard let m = find(v, getItemName), !m.overloads.isEmpty else { return nil }
    switch Overloads.choose(m.overloads, arguments) {
    case .found(let o, let expanded):
      let converted = try Overloads.convert(arguments, for: o, expanded: expanded, method: "get_Item")
      return try o.body(v.base, converted)
    case .notFound, .ambiguous: throw MemberErrors.noOverload("get_Item", arguments.count)
    }
  }

  /// Writes `v[arguments] = new`; false if the type has no settable indexer.
  public static func setItem(_ v: Value, _ arguments: [Value], _ new: Value) throws -> Bool {
    guard let m = find(v, setItemName) else { return false }
    switch Overloads.choose(m.overloads, arguments + [new]) {
    case .found(let o, let expanded):
      let converted = try Overloads.convert(arguments + [new], for: o, expanded: expanded, method: "set_Item")
      _ = try o.body(v.base, converted)
      return true
    case .notFound, .ambiguous: throw MemberErrors.noOverload("set_Item", arguments.count + 1)
    }
  }
  private static let getItemName = Symbol("get_Item")
  private static let setItemName = Symbol("set_Item")
}

extension TypeBuilder {
  /// An indexer: `Item` as a parameterised property, with `get_Item` and, if settable, `set_Item` methods.
  public func indexer(
    _ result: String, _ parameters: String, named name: String = "Item",
    _ get: @escaping (Value, [Value]) throws -> Value, set: ((Value, [Value]) throws -> Void)? = nil
  ) {
    let item = Member(name, .property)
    item.isParameterized = true
    let old = type.instanceMembers[name]
    let owner = type
    item.overloads =
      (old?.overloads ?? [])
      + [Signature("\(result) \(name)(\(parameters))").overload(in: owner, isConstructor: false, get)]
    item.valueType = item.overloads.first?.returnType
    item.getter = { v in
      let m = Member(name, .method)
      m.overloads = item.overloads
      return .object(MethodObject(m, target: v))
    }
    if let set {
      item.setter = { _, _ in }
      method("void set_Item(\(parameters), \(result) value)") { s, a in
        try set(s, a)
        return .nothing
      }
    }
    type.instanceMembers.set(item)
    method("\(result) get_Item(\(parameters))", get)
    for n in ["get_Item", "set_Item"] { type.instanceMembers[n]?.isHidden = true }
  }
}
