import Basics

/// `System.Array`: instance members of every array, and the static helpers.
enum ArrayType {
  static func register() {
    Catalogue.register("System.Array") { t in
      instance(t)
      access(t)
      fixedSize(t)
      statics(t)
      searching(t)
      sorting(t)
      delegates(t)
    }
  }

  private static func me(_ v: Value) throws -> PSArray {
    guard let a = v.asObject(PSArray.self) else { throw Throw.argumentNull("array") }
    return a
  }

  private static func instance(_ t: TypeBuilder) {
    t.prop("int Length") { .int(try me($0).elements.count) }
    t.prop("long LongLength") { .long(Int64(try me($0).elements.count)) }
    t.prop("int Rank") { .int(try me($0).dimensions?.count ?? 1) }
    t.prop("object SyncRoot") { $0 }
    t.prop("bool IsReadOnly") { _ in .bool(false) }
    t.prop("bool IsFixedSize") { _ in .bool(true) }
    t.prop("bool IsSynchronized") { _ in .bool(false) }
    t.prop("int Count") { .int(try me($0).elements.count) }
    t.method("int GetLength(int dimension)") { s, a in .int(try extent(s, a.int(0))) }
    t.method("long GetLongLength(int dimension)") { s, a in .long(Int64(try extent(s, a.int(0)))) }
    t.method("int GetLowerBound(int dimension)") { s, a in
      _ = try extent(s, a.int(0))
      return .int(0)
    }
    t.method("int GetUpperBound(int dimension)") { s, a in .int(try extent(s, a.int(0)) - 1) }
    t.method("object Clone()") { s, _ in
      let a = try me(s)
      return .object(PSArray(a.elements, of: a.elementType, dimensions: a.dimensions))
    }
    t.action("CopyTo(array array, int index)") { s, a in try ListTypes.copy(me(s).elements, a, 1) }
    t.action("CopyTo(array array, long index)") { s, a in try ListTypes.copy(me(s).elements, a, 1) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), EnumeratorTypes.names[2])
    }
    t.action("Initialize()") { _, _ in }
  }

  private static func extent(_ v: Value, _ dimension: Int) throws -> Int {
    let a = try me(v)
    let d = a.dimensions ?? [a.elements.count]
    guard d.indices.contains(dimension) else { throw Throw.arrayIndex() }
    return d[dimension]
  }

  /// The flat position of indices, checked.
  static func position(_ a: PSArray, _ indices: [Int]) throws -> Int {
    let d = a.dimensions ?? [a.elements.count]
    guard indices.count == d.count else {
      throw Throw.argument("Array was not a one-dimensional array.")
    }
    var at = 0
    for (i, n) in zip(indices, d) {
      guard i >= 0, i < n else { throw Throw.arrayIndex() }
      at = at * n + i
    }
    return at
  }

  private static func access(_ t: TypeBuilder) {
    t.method("object GetValue(int index)") { s, a in
      let m = try me(s)
      return m.elements[try position(m, [a.int(0)])]
    }
    t.method("object GetValue(int index1, int index2)") { s, a in
      let m = try me(s)
      return m.elements[try position(m, [a.int(0), a.int(1)])]
    }
    t.method("object GetValue(params int[] indices)") { s, a in
      let m = try me(s)
      return m.elements[try position(m, a.list(0).map(\.intValue))]
    }
    t.action("SetValue(object value, int index)") { s, a in try store(s, a[0], [a.int(1)]) }
    t.action("SetValue(object value, int index1, int index2)") { s, a in try store(s, a[0], [a.int(1), a.int(2)]) }
    t.action("SetValue(object value, params int[] indices)") { s, a in
      try store(s, a[0], a.list(1).map(\.intValue))
    }
    t.method("object Get(params int[] indices)") { s, a in
      let m = try me(s)
      return m.elements[try position(m, a.list(0).map(\.intValue))]
    }
    t.action("Set(int index, object value)") { s, a in try store(s, a[1], [a.int(0)]) }
    t.method("object get_Item(int index)") { s, a in
      let m = try me(s)
      return m.elements[try position(m, [a.int(0)])]
    }
    t.action("set_Item(int index, object value)") { s, a in try store(s, a[1], [a.int(0)]) }
  }

  private static func store(_ s: Value, _ value: Value, _ indices: [Int]) throws {
    let m = try me(s)
    let at = try position(m, indices)
    m.elements[at] = try Conversions.convert(value, to: m.elementType)
  }

  /// `IList` through an array: reading works, growing does not.
  private static func fixedSize(_ t: TypeBuilder) {
    let fixed: (Value, [Value]) throws -> Value = { _, _ in throw Throw.notSupported("Collection was of a fixed size.")
    }
    t.method("int Add(object value)", fixed)
    t.method("void Insert(int index, object value)", fixed)
    t.method("void Remove(object value)", fixed)
    t.method("void RemoveAt(int index)", fixed)
    t.action("Clear()") { s, _ in
      let m = try me(s)
      m.elements = m.elements.map { _ in Defaults.value(of: m.elementType) ?? .null }
    }
    t.method("bool Contains(object value)") { s, a in .bool(try ListTypes.index(me(s).elements, a[0], 0, .max) >= 0) }
    t.method("int IndexOf(object value)") { s, a in .int(try ListTypes.index(me(s).elements, a[0], 0, .max)) }
  }

  private static func statics(_ t: TypeBuilder) {
    t.fixed("array CreateInstance(type elementType, int length)") { a in
      let e = a.object(0, TypeObject.self)?.type ?? Types.object
      if a.int(1) < 0 { throw Throw.outOfRange("length", "Non-negative number required.") }
      return .array([Value](repeating: Defaults.value(of: e) ?? .null, count: a.int(1)), of: e)
    }
    t.fixed("array CreateInstance(type elementType, int length1, int length2)") { a in
      let e = a.object(0, TypeObject.self)?.type ?? Types.object
      let (m, n) = (a.int(1), a.int(2))
      guard m >= 0, n >= 0, m == 0 || n < 100_000_000 / m else { throw Throw.outOfRange("length") }
      let items = [Value](repeating: Defaults.value(of: e) ?? .null, count: m * n)
      return .object(PSArray(items, of: e, dimensions: [m, n]))
    }
    t.fixed("T[] Empty[T]()") { _ in
      .array([], of: GenericCall.argument(0) ?? Types.object)
    }
    t.fixedAction("Reverse(array array)") { a in try me(a[0]).elements.reverse() }
    t.fixedAction("Reverse(array array, int index, int length)") { a in
      let m = try me(a[0])
      let r = try ListTypes.range(PSList(Types.arrayList, m.elements), Array(a[1...]))
      m.elements.replaceSubrange(r, with: m.elements[r].reversed())
    }
    t.fixedAction("Clear(array array)") { a in
      let m = try me(a[0])
      m.elements = m.elements.map { _ in Defaults.value(of: m.elementType) ?? .null }
    }
    t.fixedAction("Clear(array array, int index, int length)") { a in
      let m = try me(a[0])
      guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= m.elements.count - a.int(2) else { throw Throw.arrayIndex() }
      for i in a.int(1)..<(a.int(1) + a.int(2)) { m.elements[i] = Defaults.value(of: m.elementType) ?? .null }
    }
    t.fixedAction("Copy(array sourceArray, array destinationArray, int length)") { a in
      try copy(a[0], 0, a[1], 0, a.int(2))
    }
    t.fixedAction("Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)")
    { a in
      try copy(a[0], a.int(1), a[2], a.int(3), a.int(4))
    }
    t.fixedAction("Resize[T](ref T[] array, int newSize)") { a in
      guard let r = a.object(0, PSReference.self) else { return }
      if a.int(1) < 0 { throw Throw.outOfRange("newSize", "Non-negative number required.") }
      let old = try r.get().asObject(PSArray.self)
      var items = Array((old?.elements ?? []).prefix(a.int(1)))
      let type = old?.elementType ?? Types.object
      while items.count < a.int(1) { items.append(Defaults.value(of: type) ?? .null) }
      try r.set(.array(items, of: type))
    }
    t.fixedAction("Fill[T](T[] array, T value)") { a in
      let m = try me(a[0])
      let v = try Conversions.convert(a[1], to: m.elementType)
      m.elements = m.elements.map { _ in v }
    }
    t.fixed("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly[T](T[] array)") { a in
      let m = try me(a[0])
      let type = TypeResolver.construct(
        Types.named("System.Collections.ObjectModel.ReadOnlyCollection`1"), [m.elementType])
      let l = PSList(type, m.elements)
      l.isReadOnly = true
      return .object(l)
    }
  }

  static func copy(_ source: Value, _ from: Int, _ target: Value, _ to: Int, _ n: Int) throws {
    let s = try me(source)
    let d = try me(target)
    if n < 0 { throw Throw.outOfRange("length", "Non-negative number required.") }
    guard from >= 0, from <= s.elements.count - n else {
      throw Throw.argument(
        "Source array was not long enough. Check the source index, length, and the array's lower bounds.", "sourceArray"
      )
    }
    guard to >= 0, to <= d.elements.count - n else {
      throw Throw.argument(
        "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.",
        "destinationArray")
    }
    let part = Array(s.elements[from..<(from + n)])
    for (i, x) in part.enumerated() { d.elements[to + i] = try Conversions.convert(x, to: d.elementType) }
  }

  private static func searching(_ t: TypeBuilder) {
    t.fixed("int IndexOf(array array, object value)") { a in .int(try ListTypes.index(me(a[0]).elements, a[1], 0, .max))
    }
    t.fixed("int IndexOf(array array, object value, int startIndex)") { a in
      .int(try ListTypes.index(me(a[0]).elements, a[1], max(0, a.int(2)), .max))
    }
    t.fixed("int IndexOf(array array, object value, int startIndex, int count)") { a in
      .int(try ListTypes.index(me(a[0]).elements, a[1], max(0, a.int(2)), a.int(3)))
    }
    t.fixed("int LastIndexOf(array array, object value)") { a in
      .int(try me(a[0]).elements.lastIndex { Collections.equals($0, a[1]) } ?? -1)
    }
    t.fixed("int BinarySearch(array array, object value)") { a in
      .int(try ListTypes.search(me(a[0]).elements, a[1], .null))
    }
    t.fixed("int BinarySearch(array array, object value, System.Collections.IComparer comparer)") { a in
      .int(try ListTypes.search(me(a[0]).elements, a[1], a[2]))
    }
  }

  private static func sorting(_ t: TypeBuilder) {
    t.fixedAction("Sort(array array)") { a in try sort(a[0], nil, .null) }
    t.fixedAction("Sort(array keys, array items)") { a in try sort(a[0], a[1], .null) }
    t.fixedAction("Sort(array array, System.Collections.IComparer comparer)") { a in try sort(a[0], nil, a[1]) }
    t.fixedAction("Sort(array keys, array items, System.Collections.IComparer comparer)") { a in
      try sort(a[0], a[1], a[2])
    }
    t.fixedAction("Sort(array array, int index, int length)") { a in
      let m = try me(a[0])
      let r = try ListTypes.range(PSList(Types.arrayList, m.elements), Array(a[1...]))
      var part = Array(m.elements[r])
      try GuestSort.sort(&part) { try Collections.compare($0, $1) }
      m.elements.replaceSubrange(r, with: part)
    }
    t.fixedAction("Sort[T](T[] array, System.Comparison[T] comparison)") { a in try sort(a[0], nil, a[1]) }
  }

  private static func sort(_ keys: Value, _ items: Value?, _ comparer: Value) throws {
    let k = try me(keys)
    let compare = ComparerObject.comparison(comparer)
    guard let items, let other = items.asObject(PSArray.self) else {
      try GuestSort.sort(&k.elements, compare)
      return
    }
    var order: [Value] = k.elements.indices.map { .int($0) }
    let old = k.elements
    try GuestSort.sort(&order) { try compare(old[$0.intValue], old[$1.intValue]) }
    let oldItems = other.elements
    for (i, o) in order.enumerated() where o.intValue < oldItems.count {
      k.elements[i] = old[o.intValue]
      if i < other.elements.count { other.elements[i] = oldItems[o.intValue] }
    }
  }

  private static func delegates(_ t: TypeBuilder) {
    t.fixed("T Find[T](T[] array, System.Predicate[T] match)") { a in
      try a.list(0).first(where: ListPredicates.test(a[1])) ?? .null
    }
    t.fixed("T[] FindAll[T](T[] array, System.Predicate[T] match)") { a in
      let m = try me(a[0])
      return .array(try m.elements.filter(ListPredicates.test(a[1])), of: m.elementType)
    }
    t.fixed("int FindIndex[T](T[] array, System.Predicate[T] match)") { a in
      .int(try a.list(0).firstIndex(where: ListPredicates.test(a[1])) ?? -1)
    }
    t.fixed("T FindLast[T](T[] array, System.Predicate[T] match)") { a in
      try a.list(0).last(where: ListPredicates.test(a[1])) ?? .null
    }
    t.fixed("bool Exists[T](T[] array, System.Predicate[T] match)") { a in
      .bool(try a.list(0).contains(where: ListPredicates.test(a[1])))
    }
    t.fixed("bool TrueForAll[T](T[] array, System.Predicate[T] match)") { a in
      .bool(try a.list(0).allSatisfy(ListPredicates.test(a[1])))
    }
    t.fixedAction("ForEach[T](T[] array, System.Action[T] action)") { a in
      for x in try a.list(0) { _ = try Delegates.call(a[1], [x]) }
    }
    t.fixed("TOutput[] ConvertAll[T,TOutput](T[] array, System.Converter[T,TOutput] converter)") { a in
      let result = a[1].asObject(DelegateObject.self)?.type.genericArguments.last ?? Types.object
      return .array(try a.list(0).map { try Delegates.call(a[1], [$0]) }, of: result)
    }
  }
}

extension TypeBuilder {
  /// A static method without result.
  public func fixedAction(_ signature: String, _ body: @escaping ([Value]) throws -> Void) {
    fixed("void " + signature) { a in
      try body(a)
      return .nothing
    }
  }
}
