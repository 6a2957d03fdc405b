import Basics

/// `Hashtable`, `[ordered]`, `Dictionary[K,V]` and their kin: everything stored in a `PSDictionary`.
enum DictionaryTypes {
  private static let generic = "System.Collections.Generic."
  private static let sortedNames = [
    generic + "SortedDictionary`2", generic + "SortedList`2", "System.Collections.SortedList",
  ]

  static func register() {
    for name in [
      "System.Collections.Hashtable", "System.Management.Automation.PSPrimitiveDictionary",
      "System.Collections.Specialized.HybridDictionary", "System.Collections.Specialized.ListDictionary",
      "System.Collections.Specialized.StringDictionary", "System.Collections.Specialized.OrderedDictionary",
      "System.Management.Automation.RuntimeDefinedParameterDictionary",
      "System.Management.Automation.PSBoundParametersDictionary",
      generic + "Dictionary`2", generic + "OrderedDictionary`2",
      "System.Collections.Concurrent.ConcurrentDictionary`2",
    ] + sortedNames {
      Catalogue.register(name) { t in
        constructors(t)
        common(t)
        if t.type.genericArguments.count == 2 { typed(t) } else { untyped(t) }
        if name.hasSuffix("OrderedDictionary") { ordered(t) }
        if name.contains("Concurrent") { concurrent(t) }
        if name.contains("SortedList") { sortedList(t) }
      }
    }
    entries()
  }

  static func me(_ v: Value) throws -> PSDictionary {
    guard let d = v.asObject(PSDictionary.self) else { throw Throw.nullReference() }
    return d
  }

  /// An empty dictionary of a type, with the equality or order its type and comparer ask for.
  static func make(_ type: TypeInfo, _ comparer: Value = .null) -> PSDictionary {
    let name = type.genericDefinition?.fullName ?? type.fullName
    let ignoreCase: Bool
    switch name {
    case "System.Management.Automation.RuntimeDefinedParameterDictionary",
      "System.Collections.Specialized.StringDictionary", "System.Management.Automation.PSPrimitiveDictionary":
      ignoreCase = true
    default: ignoreCase = Collections.ignoresCase(comparer)
    }
    let d = PSDictionary(type, ignoreCase: ignoreCase)
    if sortedNames.contains(name) { d.order = ComparerObject.comparison(comparer) }
    return d
  }

  private static func constructors(_ t: TypeBuilder) {
    let type = t.type
    let comparer = type.genericArguments.isEmpty ? "IEqualityComparer" : "IEqualityComparer[TKey]"
    t.new("()") { _ in .object(make(type)) }
    t.new("(int capacity)") { _ in .object(make(type)) }
    let isSorted = sortedNames.contains(type.genericDefinition?.fullName ?? type.fullName)
    if isSorted {
      t.new(type.genericArguments.isEmpty ? "(IComparer comparer)" : "(IComparer[TKey] comparer)") { a in
        .object(make(type, a[0]))
      }
    }
    t.new("(\(comparer) comparer)") { a in .object(make(type, a[0])) }
    t.new("(int capacity, \(comparer) comparer)") { a in .object(make(type, a[1])) }
    t.new("(IDictionary dictionary)") { a in try filled(type, a[0], .null) }
    t.new("(IDictionary dictionary, \(comparer) comparer)") { a in try filled(type, a[0], a[1]) }
  }

  private static func filled(_ type: TypeInfo, _ source: Value, _ comparer: Value) throws -> Value {
    guard let s = source.asObject(PSDictionary.self) else { throw Throw.argumentNull("dictionary") }
    let d = make(type, comparer)
    for (i, k) in s.keys.enumerated() { try Collections.setItem(d, k, s.values[i]) }
    return .object(d)
  }

  private static func common(_ t: TypeBuilder) {
    let isGeneric = t.type.genericArguments.count == 2
    let key = isGeneric ? "TKey" : "object"
    let value = isGeneric ? "TValue" : "object"
    t.prop("int Count") { .int(try me($0).count) }
    t.prop("bool IsReadOnly") { .bool(try me($0).isReadOnly) }
    t.prop("bool IsFixedSize") { .bool(try me($0).isReadOnly) }
    t.prop("bool IsSynchronized") { _ in .bool(false) }
    t.prop("object SyncRoot") { $0 }
    t.prop("System.Collections.ICollection Keys") { s in view(try me(s), keys: true) }
    t.prop("System.Collections.ICollection Values") { s in view(try me(s), keys: false) }
    t.indexer(value, "\(key) key") { s, a in
      let d = try me(s)
      if let v = try Collections.item(d, a[0]) { return v }
      return .null
    } set: { s, a in
      try Collections.setItem(me(s), a[0], a[1])
    }
    t.action("Add(\(key) key, \(value) value)") { s, a in try add(me(s), a[0], a[1]) }
    t.action("Clear()") { s, _ in
      let d = try me(s)
      if d.isReadOnly { throw Throw.notSupported("Collection is read-only.") }
      d.removeAll()
    }
    t.method("bool ContainsKey(\(key) key)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("key") }
      return .bool(try me(s).position(of: a[0]) != nil)
    }
    t.method("bool ContainsValue(\(value) value)") { s, a in
      .bool(try me(s).values.contains { Collections.equals($0, a[0]) })
    }
    let enumerator =
      isGeneric
      ? EnumeratorTypes.names[5]
      : t.type === Types.orderedDictionary
        ? EnumeratorTypes.names[7] : EnumeratorTypes.names[6]
    t.method("System.Collections.IDictionaryEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), enumerator)
    }
    t.action("CopyTo(array array, int arrayIndex)") { s, a in try ListTypes.copy(Collections.entries(me(s)), a, 1) }
  }

  /// The keys or values as a collection of their own type.
  static func view(_ d: PSDictionary, keys: Bool) -> Value {
    let items = keys ? d.keys : d.values
    let a = d.type.genericArguments
    if a.count == 2,
      let definition = Types.find(generic + "Dictionary`2+" + (keys ? "KeyCollection" : "ValueCollection"))
    {
      return .object(PSList(TypeResolver.construct(definition, a), items))
    }
    return .object(
      PSList(
        Types.named(
          keys ? "System.Collections.Hashtable+KeyCollection" : "System.Collections.Hashtable+ValueCollection"), items))
  }

  static func add(_ d: PSDictionary, _ key: Value, _ value: Value) throws {
    if key.isNull { throw Throw.argumentNull("key") }
    if d.isReadOnly { throw Throw.notSupported("Collection is read-only.") }
    if d.position(of: key) != nil {
      let shown = try Operations.displayString(key)
      if d.type.genericArguments.count == 2 {
        throw Throw.argument("An item with the same key has already been added. Key: \(shown)")
      }
      if d.isOrdered { throw Throw.argument("An item with the same key has already been added. Key: \(shown)") }
      throw Throw.argument("Item has already been added. Key in dictionary: '\(shown)'  Key being added: '\(shown)'")
    }
    d.set(key, value.isNull ? .null : value)
  }

  private static func untyped(_ t: TypeBuilder) {
    t.action("Remove(object key)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("key") }
      try me(s).remove(a[0])
    }
    t.method("bool Contains(object key)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("key") }
      return .bool(try me(s).position(of: a[0]) != nil)
    }
    t.method("object Clone()") { s, _ in .object(Collections.copy(try me(s))) }
    if t.type === Types.hashtable {
      t.fixed("hashtable Synchronized(hashtable table)") { a in a[0] }
    }
    if t.type.name == "StringDictionary" {
      t.action("Add(string key, string value)") { s, a in try add(me(s), a[0], a[1]) }
    }
  }

  private static func typed(_ t: TypeBuilder) {
    let zero = Defaults.value(of: t.argument(1)) ?? .null
    t.method("bool Remove(TKey key)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("key") }
      return .bool(try me(s).remove(a[0]))
    }
    t.method("bool Remove(TKey key, ref TValue value)") { s, a in
      let d = try me(s)
      try a.object(1, PSReference.self)?.set(d.get(a[0]) ?? zero)
      return .bool(d.remove(a[0]))
    }
    t.method("bool TryGetValue(TKey key, ref TValue value)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("key") }
      let found = try me(s).get(a[0])
      try a.object(1, PSReference.self)?.set(found ?? zero)
      return .bool(found != nil)
    }
    t.method("bool TryAdd(TKey key, TValue value)") { s, a in
      let d = try me(s)
      if d.position(of: a[0]) != nil { return .bool(false) }
      d.set(a[0], a[1])
      return .bool(true)
    }
    t.method("TValue GetValueOrDefault(TKey key)") { s, a in try me(s).get(a[0]) ?? zero }
    t.method("bool Contains(object key)") { s, a in .bool(try Collections.item(me(s), a[0]) != nil) }
    t.method("int EnsureCapacity(int capacity)") { _, a in a[0] }
    t.action("TrimExcess()") { _, _ in }
    t.prop("System.Collections.IEqualityComparer Comparer") { s in
      .object(
        ComparerObject(
          Types.named("System.StringComparer"), ignoreCase: try me(s).ignoreCase, isOrdinal: true))
    }
  }

  private static func ordered(_ t: TypeBuilder) {
    t.indexer("object", "int index") { s, a in
      let d = try me(s)
      guard a.int(0) >= 0, a.int(0) < d.count else { throw Throw.index() }
      return d.values[a.int(0)]
    } set: { s, a in
      let d = try me(s)
      guard a.int(0) >= 0, a.int(0) < d.count else { throw Throw.index() }
      d.setValue(at: a.int(0), a[1])
    }
    t.action("Insert(int index, object key, object value)") { s, a in
      let d = try me(s)
      guard a.int(0) >= 0, a.int(0) <= d.count else { throw Throw.outOfRange("index") }
      if d.position(of: a[1]) != nil {
        throw Throw.argument(
          "An item with the same key has already been added. Key: \(try Operations.displayString(a[1]))")
      }
      d.insert(a[1], a[2], at: a.int(0))
    }
    t.action("RemoveAt(int index)") { s, a in
      let d = try me(s)
      guard a.int(0) >= 0, a.int(0) < d.count else { throw Throw.outOfRange("index") }
      d.remove(d.keys[a.int(0)])
    }
    t.method("System.Collections.Specialized.OrderedDictionary AsReadOnly()") { s, _ in
      let c = Collections.copy(try me(s))
      c.isReadOnly = true
      return .object(c)
    }
  }

  private static func concurrent(_ t: TypeBuilder) {
    let zero = Defaults.value(of: t.argument(1)) ?? .null
    func made(_ v: Value, _ a: [Value], _ type: TypeInfo) throws -> Value {
      if v.asObject(DelegateObject.self) != nil { return try Conversions.convert(Delegates.call(v, a), to: type) }
      return v
    }
    t.method("TValue GetOrAdd(TKey key, System.Func[TKey,TValue] valueFactory)") { s, a in
      let d = try me(s)
      if let v = d.get(a[0]) { return v }
      let v = try made(a[1], [a[0]], t.argument(1))
      d.set(a[0], v)
      return v
    }
    t.method("TValue GetOrAdd(TKey key, TValue value)") { s, a in
      let d = try me(s)
      if let v = d.get(a[0]) { return v }
      d.set(a[0], a[1])
      return a[1]
    }
    for add in ["System.Func[TKey,TValue] addValueFactory", "TValue addValue"] {
      t.method("TValue AddOrUpdate(TKey key, \(add), System.Func[TKey,TValue,TValue] updateValueFactory)") { s, a in
        let d = try me(s)
        let v = try d.get(a[0]).map { try made(a[2], [a[0], $0], t.argument(1)) } ?? made(a[1], [a[0]], t.argument(1))
        d.set(a[0], v)
        return v
      }
    }
    t.method("bool TryRemove(TKey key, ref TValue value)") { s, a in
      let d = try me(s)
      try a.object(1, PSReference.self)?.set(d.get(a[0]) ?? zero)
      return .bool(d.remove(a[0]))
    }
    t.method("bool TryUpdate(TKey key, TValue newValue, TValue comparisonValue)") { s, a in
      let d = try me(s)
      guard let old = d.get(a[0]), Collections.equals(old, a[2]) else { return .bool(false) }
      d.set(a[0], a[1])
      return .bool(true)
    }
    t.prop("bool IsEmpty") { .bool(try me($0).count == 0) }
    t.method("object[] ToArray()") { s, _ in .array(Collections.entries(try me(s))) }
  }

  private static func sortedList(_ t: TypeBuilder) {
    func at(_ s: Value, _ i: Int) throws -> PSDictionary {
      let d = try me(s)
      guard i >= 0, i < d.count else { throw Throw.index() }
      return d
    }
    for (get, keys) in [("GetByIndex", false), ("GetKey", true), ("GetValueAtIndex", false), ("GetKeyAtIndex", true)] {
      t.method("object \(get)(int index)") { s, a in
        let d = try at(s, a.int(0))
        return keys ? d.keys[a.int(0)] : d.values[a.int(0)]
      }
    }
    t.method("int IndexOfKey(object key)") { s, a in .int(try me(s).position(of: a[0]) ?? -1) }
    t.method("int IndexOfValue(object value)") { s, a in
      .int(try me(s).values.firstIndex { Collections.equals($0, a[0]) } ?? -1)
    }
    t.action("RemoveAt(int index)") { s, a in
      let d = try at(s, a.int(0))
      d.remove(d.keys[a.int(0)])
    }
    t.action("SetByIndex(int index, object value)") { s, a in try at(s, a.int(0)).setValue(at: a.int(0), a[1]) }
  }

  /// `DictionaryEntry`, `KeyValuePair`, and the collections of keys and values.
  private static func entries() {
    for (name, key, value) in [
      ("System.Collections.DictionaryEntry", "object", "object"), (generic + "KeyValuePair`2", "TKey", "TValue"),
    ] {
      Catalogue.register(name) { t in
        let type = t.type
        t.prop("\(key) Key") { $0.asObject(DictEntry.self)?.key ?? .null }
        t.prop("\(value) Value") { $0.asObject(DictEntry.self)?.value ?? .null }
        if type === Types.dictionaryEntry { t.prop("object Name") { $0.asObject(DictEntry.self)?.key ?? .null } }
        t.new("(\(key) key, \(value) value)") { a in .object(DictEntry(a[0], a[1], type: type)) }
        t.method("string ToString()") { s, _ in
          guard let e = s.asObject(DictEntry.self) else { return .null }
          if type === Types.dictionaryEntry { return .string(type.fullName) }
          return .string("[\(try Operations.displayString(e.key)), \(try Operations.displayString(e.value))]")
        }
      }
    }
    Catalogue.declare("System.Collections.Hashtable+KeyCollection", interfaces: "ICollection IEnumerable")
    Catalogue.declare("System.Collections.Hashtable+ValueCollection", interfaces: "ICollection IEnumerable")
    for name in [
      generic + "Dictionary`2+KeyCollection", generic + "Dictionary`2+ValueCollection",
      "System.Collections.Hashtable+KeyCollection", "System.Collections.Hashtable+ValueCollection",
    ] {
      Catalogue.register(name) { t in
        t.prop("int Count") { .int(try ListTypes.me($0).elements.count) }
        t.prop("bool IsSynchronized") { _ in .bool(false) }
        t.prop("object SyncRoot") { $0 }
        t.method("bool Contains(object item)") { s, a in
          .bool(try ListTypes.index(ListTypes.me(s).elements, a[0], 0, .max) >= 0)
        }
        t.action("CopyTo(array array, int index)") { s, a in try ListTypes.copy(ListTypes.me(s).elements, a, 1) }
        t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
          try EnumeratorObject.over(ListTypes.me(s), EnumeratorTypes.names[0])
        }
      }
    }
  }
}
