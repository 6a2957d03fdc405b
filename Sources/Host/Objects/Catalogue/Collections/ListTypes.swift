import Basics

/// `ArrayList`, `List[T]`, `Collection[T]` and their kin: everything stored in a `PSList`.
enum ListTypes {
  static func register() {
    Catalogue.register("System.Collections.ArrayList") { t in
      constructors(t, collection: "ICollection c")
      common(t, add: "int")
      ranges(t, "ICollection")
      sorting(t)
      t.fixed("System.Collections.ArrayList ReadOnly(System.Collections.ArrayList list)") { a in
        let l = PSList(Types.arrayList, try a.list(0))
        l.isReadOnly = true
        return .object(l)
      }
      t.fixed("System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)") { a in a[0] }
      t.method("object[] ToArray()") { s, _ in .array(try me(s).elements) }
      t.method("array ToArray(type type)") { s, a in
        let e = a.object(0, TypeObject.self)?.type ?? Types.object
        return .array(try me(s).elements.map { try Conversions.convert($0, to: e) }, of: e)
      }
      t.prop("bool IsSynchronized") { _ in .bool(false) }
    }
    Catalogue.register("System.Collections.Generic.List`1") { t in
      constructors(t, collection: "IEnumerable[T] collection")
      common(t, add: "void")
      ranges(t, "IEnumerable[T]")
      sorting(t)
      ListPredicates.members(t)
      t.method("T[] ToArray()") { s, _ in .array(try me(s).elements, of: t.argument(0)) }
    }
    for name in ["Collection`1", "ObservableCollection`1", "ReadOnlyCollection`1"] {
      Catalogue.register("System.Collections.ObjectModel." + name) { t in
        constructors(t, collection: "IList[T] list")
        common(t, add: "void")
        if name.hasPrefix("Obs") {
          t.action("Move(int oldIndex, int newIndex)") { s, a in
            let l = try me(s)
            try check(l, a.int(0))
            let x = l.elements.remove(at: a.int(0))
            l.elements.insert(x, at: min(max(0, a.int(1)), l.elements.count))
          }
        }
      }
    }
    Catalogue.register("System.Management.Automation.PSDataCollection`1") { t in
      constructors(t, collection: "IEnumerable[T] items")
      common(t, add: "void")
      t.prop("bool IsOpen") { _ in .bool(true) }
      t.action("Complete()") { _, _ in }
      t.action("Dispose()") { _, _ in }
      t.method("System.Collections.ObjectModel.Collection[T] ReadAll()") { s, _ in
        let l = try me(s)
        let all = l.elements
        l.elements = []
        return .object(PSList(TypeResolver.construct(CommonTypes.genericCollection, [t.argument(0)]), all))
      }
    }
    Catalogue.register("System.Collections.Specialized.StringCollection") { t in
      constructors(t, collection: nil)
      common(t, add: "int")
      ranges(t, "string[]")
    }
  }

  static func me(_ v: Value) throws -> PSList {
    guard let l = v.asObject(PSList.self) else { throw Throw.nullReference() }
    return l
  }

  /// The list, if it may be changed.
  static func open(_ v: Value) throws -> PSList {
    let l = try me(v)
    if l.isReadOnly || l.type.name.hasPrefix("ReadOnly") { throw Throw.notSupported("Collection is read-only.") }
    l.version &+= 1
    return l
  }

  static func check(_ l: PSList, _ i: Int) throws {
    guard i >= 0, i < l.elements.count else { throw Throw.index() }
  }

  private static func constructors(_ t: TypeBuilder, collection: String?) {
    let type = t.type
    t.new("()") { _ in .object(PSList(type)) }
    if type.name.hasPrefix("List`") || type === Types.arrayList {
      t.new("(int capacity)") { a in
        if a.int(0) < 0 { throw Throw.outOfRange("capacity", "Non-negative number required.") }
        return .object(PSList(type))
      }
    }
    if let collection {
      t.new("(\(collection))") { a in
        if a[0].isNull { throw Throw.argumentNull(String(collection.split(separator: " ").last ?? "collection")) }
        let l = PSList(type)
        l.elements = try a.list(0).map { try Collections.element($0, for: l) }
        return .object(l)
      }
    }
  }

  private static func common(_ t: TypeBuilder, add: String) {
    t.prop("int Count") { .int(try me($0).elements.count) }
    if t.type === Types.arrayList || t.type.name.hasPrefix("List`") {
      t.prop("int Capacity", { .int(max(4, try me($0).elements.count)) }) { _, _ in }
    }
    t.prop("bool IsReadOnly") { .bool(try me($0).isReadOnly) }
    t.prop("bool IsFixedSize") { .bool(try me($0).isReadOnly) }
    t.prop("object SyncRoot") { $0 }
    t.indexer("T", "int index") { s, a in
      let l = try me(s)
      try check(l, a.int(0))
      return l.elements[a.int(0)]
    } set: { s, a in
      let l = try open(s)
      try check(l, a.int(0))
      l.elements[a.int(0)] = a[1]
    }
    t.method("\(add) Add(T item)") { s, a in
      let l = try open(s)
      l.elements.append(a[0])
      return add == "int" ? .int(l.elements.count - 1) : .nothing
    }
    t.action("Clear()") { s, _ in try open(s).elements.removeAll() }
    t.method("bool Contains(T item)") { s, a in .bool(try index(me(s).elements, a[0], 0, .max) >= 0) }
    t.method("int IndexOf(T item)") { s, a in .int(try index(me(s).elements, a[0], 0, .max)) }
    t.action("Insert(int index, T item)") { s, a in
      let l = try open(s)
      guard a.int(0) >= 0, a.int(0) <= l.elements.count else {
        throw Throw.outOfRange("index", "Index must be within the bounds of the List.")
      }
      l.elements.insert(a[1], at: a.int(0))
    }
    t.method("\(add == "int" ? "void" : "bool") Remove(T item)") { s, a in
      let l = try open(s)
      let i = index(l.elements, a[0], 0, .max)
      if i >= 0 { l.elements.remove(at: i) }
      return add == "int" ? .nothing : .bool(i >= 0)
    }
    t.action("RemoveAt(int index)") { s, a in
      let l = try open(s)
      try check(l, a.int(0))
      l.elements.remove(at: a.int(0))
    }
    t.action("CopyTo(array array, int index)") { s, a in try copy(me(s).elements, a, 1) }
    t.action("CopyTo(array array)") { s, a in try copy(me(s).elements, a, nil) }
    let name = t.type === Types.arrayList ? EnumeratorTypes.names[8] : EnumeratorTypes.names[4]
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in try EnumeratorObject.over(me(s), name) }
    t.method("object Clone()") { s, _ in
      let l = try me(s)
      return .object(PSList(l.type, l.elements))
    }
  }

  static func copy(_ items: [Value], _ a: [Value], _ at: Int?) throws {
    guard let target = a.object(0, PSArray.self) else { throw Throw.argumentNull("array") }
    let start = at.map(a.int) ?? 0
    if start < 0 { throw Throw.outOfRange("arrayIndex", "Non-negative number required.") }
    guard start + items.count <= target.elements.count else {
      throw Throw.argument(
        "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
        "destinationArray")
    }
    for (i, x) in items.enumerated() { target.elements[start + i] = try Conversions.convert(x, to: target.elementType) }
  }

  static func index(_ items: [Value], _ x: Value, _ start: Int, _ count: Int) -> Int {
    let end = count > items.count - start ? items.count : start + count
    var i = start
    while i < end {
      if Collections.equals(items[i], x) { return i }
      i += 1
    }
    return -1
  }

  private static func ranges(_ t: TypeBuilder, _ collection: String) {
    t.action("AddRange(\(collection) collection)") { s, a in
      let l = try open(s)
      if a[0].isNull { throw Throw.argumentNull("collection") }
      l.elements += try a.list(0).map { try Collections.element($0, for: l) }
    }
    if t.type.name == "StringCollection" { return }
    t.action("InsertRange(int index, \(collection) collection)") { s, a in
      let l = try open(s)
      guard a.int(0) >= 0, a.int(0) <= l.elements.count else { throw Throw.index() }
      l.elements.insert(contentsOf: try a.list(1).map { try Collections.element($0, for: l) }, at: a.int(0))
    }
    let self_ = t.type === Types.arrayList ? "System.Collections.ArrayList" : "List[T]"
    t.method("\(self_) GetRange(int index, int count)") { s, a in
      let l = try me(s)
      let r = try range(l, a)
      return .object(PSList(l.type, Array(l.elements[r])))
    }
    t.method("\(self_) Slice(int start, int length)") { s, a in
      let l = try me(s)
      return .object(PSList(l.type, Array(l.elements[try range(l, a)])))
    }
    t.action("RemoveRange(int index, int count)") { s, a in
      let l = try open(s)
      l.elements.removeSubrange(try range(l, a))
    }
    t.action("TrimExcess()") { _, _ in }
    t.action("TrimToSize()") { _, _ in }
    t.method("int EnsureCapacity(int capacity)") { s, a in .int(max(a.int(0), try me(s).elements.count)) }
    t.method("int IndexOf(T item, int index)") { s, a in .int(try index(me(s).elements, a[0], max(0, a.int(1)), .max)) }
    t.method("int IndexOf(T item, int index, int count)") { s, a in
      .int(try index(me(s).elements, a[0], max(0, a.int(1)), a.int(2)))
    }
    t.method("int LastIndexOf(T item)") { s, a in
      .int(try me(s).elements.lastIndex { Collections.equals($0, a[0]) } ?? -1)
    }
  }

  static func range(_ l: PSList, _ a: [Value]) throws -> Range<Int> {
    let (start, n) = (a.int(0), a.int(1))
    if start < 0 { throw Throw.outOfRange("index", "Non-negative number required.") }
    if n < 0 { throw Throw.outOfRange("count", "Non-negative number required.") }
    guard start <= l.elements.count - n else {
      throw Throw.argument(
        "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
      )
    }
    return start..<(start + n)
  }

  private static func sorting(_ t: TypeBuilder) {
    t.action("Sort()") { s, _ in try sort(open(s), 0..<me(s).elements.count, .null) }
    if t.type === Types.arrayList {
      t.action("Sort(System.Collections.IComparer comparer)") { s, a in
        try sort(open(s), 0..<me(s).elements.count, a[0])
      }
    } else {
      t.action("Sort(System.Collections.Generic.IComparer[T] comparer)") { s, a in
        try sort(open(s), 0..<me(s).elements.count, a[0])
      }
      t.action("Sort(System.Comparison[T] comparison)") { s, a in
        try sort(open(s), 0..<me(s).elements.count, a[0])
      }
    }
    t.action("Sort(int index, int count, System.Collections.IComparer comparer)") { s, a in
      let l = try open(s)
      try sort(l, range(l, a), a[2])
    }
    t.action("Reverse()") { s, _ in try open(s).elements.reverse() }
    t.action("Reverse(int index, int count)") { s, a in
      let l = try open(s)
      let r = try range(l, a)
      l.elements.replaceSubrange(r, with: l.elements[r].reversed())
    }
    t.method("int BinarySearch(T item)") { s, a in .int(try search(me(s).elements, a[0], .null)) }
    t.method("int BinarySearch(T item, System.Collections.IComparer comparer)") { s, a in
      .int(try search(me(s).elements, a[0], a[1]))
    }
  }

  private static func sort(_ l: PSList, _ r: Range<Int>, _ comparer: Value) throws {
    var part = Array(l.elements[r])
    let compare = ComparerObject.comparison(comparer)
    do {
      try GuestSort.sort(&part, compare)
    } catch let e as GuestError where comparer.isNull {
      throw GuestError.exception("System.InvalidOperationException", e.record.exception.message)
    }
    l.elements.replaceSubrange(r, with: part)
  }

  static func search(_ items: [Value], _ x: Value, _ comparer: Value) throws -> Int {
    let compare = ComparerObject.comparison(comparer)
    var low = 0
    var high = items.count - 1
    while low <= high {
      let middle = (low + high) / 2
      let c = try compare(items[middle], x)
      if c == 0 { return middle }
      if c < 0 { low = middle + 1 } else { high = middle - 1 }
    }
    return ~low
  }
}
