import Basics

/// `HashSet[T]` and `SortedSet[T]`: elements kept as keys of a dictionary.
public final class SetObject: Obj {
  public let type: TypeInfo
  /// The elements, as keys.
  public let store: PSDictionary
  public init(_ type: TypeInfo, ignoreCase: Bool = false, order: ((Value, Value) throws -> Int)? = nil) {
    self.type = type
    store = PSDictionary(Types.hashtable, ignoreCase: ignoreCase)
    store.order = order
  }
  public override var typeInfo: TypeInfo { type }
  public var elements: [Value] { store.keys }
  public override func makeIterator() throws -> ValueIterator? {
    var i = 0
    let seen = store.version
    return ValueIterator { [store] in
      if store.version != seen {
        throw Throw.invalid("Collection was modified; enumeration operation may not execute.")
      }
      guard i < store.count else { return nil }
      i += 1
      return store.keys[i - 1]
    }
  }
  /// Adds; false if it was there.
  @discardableResult
  public func add(_ v: Value) -> Bool {
    if store.position(of: v) != nil { return false }
    store.set(v, .null)
    return true
  }
  public func contains(_ v: Value) -> Bool { store.position(of: v) != nil }
}

/// Members of sets.
enum SetTypes {
  static func register() {
    for name in ["HashSet`1", "SortedSet`1"] {
      Catalogue.register("System.Collections.Generic." + name) { t in
        constructors(t, sorted: name.hasPrefix("Sorted"))
        basics(t)
        algebra(t)
        relations(t)
        if name.hasPrefix("Sorted") { sorted(t) }
      }
    }
  }

  private static func me(_ v: Value) throws -> SetObject {
    guard let s = v.asObject(SetObject.self) else { throw Throw.nullReference() }
    return s
  }

  /// An empty set of a type with a comparer.
  static func make(_ type: TypeInfo, _ comparer: Value, sorted: Bool) -> SetObject {
    SetObject(
      type, ignoreCase: Collections.ignoresCase(comparer), order: sorted ? ComparerObject.comparison(comparer) : nil)
  }

  private static func constructors(_ t: TypeBuilder, sorted: Bool) {
    let type = t.type
    let comparer = sorted ? "IComparer[T] comparer" : "IEqualityComparer[T] comparer"
    t.new("()") { _ in .object(make(type, .null, sorted: sorted)) }
    t.new("(\(comparer))") { a in .object(make(type, a[0], sorted: sorted)) }
    if !sorted { t.new("(int capacity)") { _ in .object(make(type, .null, sorted: false)) } }
    t.new("(IEnumerable[T] collection)") { a in try filled(type, a, sorted) }
    t.new("(IEnumerable[T] collection, \(comparer))") { a in try filled(type, a, sorted) }
  }

  private static func filled(_ type: TypeInfo, _ a: [Value], _ sorted: Bool) throws -> Value {
    if a[0].isNull { throw Throw.argumentNull("collection") }
    let s = make(type, a.count > 1 ? a[1] : .null, sorted: sorted)
    for x in try typed(a[0], type) { s.add(x) }
    return .object(s)
  }

  private static func typed(_ v: Value, _ type: TypeInfo) throws -> [Value] {
    let e = type.genericArguments.first ?? Types.object
    return try Collections.elements(v).map { try Conversions.convert($0, to: e) }
  }

  private static func basics(_ t: TypeBuilder) {
    t.prop("int Count") { .int(try me($0).store.count) }
    t.prop("System.Collections.IEqualityComparer Comparer") { s in
      .object(
        ComparerObject(Types.named("System.StringComparer"), ignoreCase: try me(s).store.ignoreCase, isOrdinal: true))
    }
    t.method("bool Add(T item)") { s, a in .bool(try me(s).add(a[0])) }
    t.method("bool Contains(T item)") { s, a in .bool(try me(s).contains(a[0])) }
    t.method("bool Remove(T item)") { s, a in .bool(try me(s).store.remove(a[0])) }
    t.action("Clear()") { s, _ in try me(s).store.removeAll() }
    t.method("bool TryGetValue(T equalValue, ref T actualValue)") { s, a in
      let m = try me(s)
      let i = m.store.position(of: a[0])
      try a.object(1, PSReference.self)?.set(i.map { m.store.keys[$0] } ?? .null)
      return .bool(i != nil)
    }
    t.method("int RemoveWhere(System.Predicate[T] match)") { s, a in
      let m = try me(s)
      let gone = try m.elements.filter(ListPredicates.test(a[0]))
      for x in gone { m.store.remove(x) }
      return .int(gone.count)
    }
    t.action("CopyTo(T[] array)") { s, a in try ListTypes.copy(me(s).elements, a, nil) }
    t.action("CopyTo(T[] array, int index)") { s, a in try ListTypes.copy(me(s).elements, a, 1) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
    }
    t.action("TrimExcess()") { _, _ in }
    t.method("int EnsureCapacity(int capacity)") { _, a in a[0] }
  }

  private static func algebra(_ t: TypeBuilder) {
    t.action("UnionWith(IEnumerable[T] other)") { s, a in
      let m = try me(s)
      for x in try typed(a[0], m.type) { m.add(x) }
    }
    t.action("IntersectWith(IEnumerable[T] other)") { s, a in
      let m = try me(s)
      let other = try set(a[0], like: m)
      for x in m.elements where !other.contains(x) { m.store.remove(x) }
    }
    t.action("ExceptWith(IEnumerable[T] other)") { s, a in
      let m = try me(s)
      for x in try typed(a[0], m.type) { m.store.remove(x) }
    }
    t.action("SymmetricExceptWith(IEnumerable[T] other)") { s, a in
      let m = try me(s)
      for x in try set(a[0], like: m).elements {
        if m.contains(x) { m.store.remove(x) } else { m.add(x) }
      }
    }
  }

  private static func set(_ v: Value, like m: SetObject) throws -> SetObject {
    let s = SetObject(m.type, ignoreCase: m.store.ignoreCase)
    for x in try typed(v, m.type) { s.add(x) }
    return s
  }

  private static func relations(_ t: TypeBuilder) {
    func relation(_ name: String, _ test: @escaping (SetObject, SetObject) -> Bool) {
      t.method("bool \(name)(IEnumerable[T] other)") { s, a in
        let m = try me(s)
        return .bool(test(m, try set(a[0], like: m)))
      }
    }
    func within(_ a: SetObject, _ b: SetObject) -> Bool { a.elements.allSatisfy(b.contains) }
    relation("IsSubsetOf") { within($0, $1) }
    relation("IsSupersetOf") { within($1, $0) }
    relation("IsProperSubsetOf") { within($0, $1) && $0.store.count < $1.store.count }
    relation("IsProperSupersetOf") { within($1, $0) && $1.store.count < $0.store.count }
    relation("Overlaps") { a, b in a.elements.contains(where: b.contains) }
    relation("SetEquals") { within($0, $1) && within($1, $0) }
  }

  private static func sorted(_ t: TypeBuilder) {
    t.prop("T Min") { try me($0).elements.first ?? .null }
    t.prop("T Max") { try me($0).elements.last ?? .null }
    t.method("IEnumerable[T] Reverse()") { s, _ in .array(try me(s).elements.reversed()) }
    t.method("SortedSet[T] GetViewBetween(T lowerValue, T upperValue)") { s, a in
      let m = try me(s)
      let out = SetObject(m.type, ignoreCase: m.store.ignoreCase, order: m.store.order)
      for x in m.elements where try Collections.compare(x, a[0]) >= 0 && Collections.compare(x, a[1]) <= 0 {
        out.add(x)
      }
      return .object(out)
    }
  }
}
