import Basics
import Objects

/// Reading and writing `target[index]` with PowerShell's rules.
enum Indexing {
  static func nullTarget() -> GuestError { .runtime("NullArray", "Cannot index into a null array.") }
  static func nullIndex() -> GuestError {
    .runtime("NullArrayIndex", "Index operation failed; the array index evaluated to null.")
  }
  static func outOfBounds() -> GuestError {
    operation("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
  }
  /// A .NET exception raised by an operator rather than by a method.
  static func operation(_ type: String, _ message: String) -> GuestError {
    let e = ExceptionObject(Types.named(type), message)
    return GuestError(ErrorRecord(e, id: type, category: .OperationStopped))
  }

  /// The position of an element, negative ones counting from the end; nil when outside.
  @inline(__always)
  static func position(_ i: Int, count: Int) -> Int? {
    if i >= 0 { return i < count ? i : nil }
    let wrapped = i &+ count
    return wrapped >= 0 ? wrapped : nil
  }

  static func int(_ v: Value) throws -> Int {
    switch v.base {
    case .int(let i): return Int(i)
    case .long(let i): return Int(i)
    case .null, .nothing: throw nullIndex()
    default:
      if case .int(let i) = try Operations.convert(v, to: Types.int32) { return Int(i) }
      return 0
    }
  }

  /// `target[index]`; `byKey` keeps an ordered dictionary from taking integers as positions.
  static func get(_ target: Value, _ index: Value, _ f: Frame, byKey: Bool = false) throws -> Value {
    switch target {
    case .object(let o):
      if let a = o as? PSArray {
        if case .int(let i) = index, a.dimensions == nil {
          if let p = position(Int(i), count: a.elements.count) { return a.elements[p] }
          return try missing(f)
        }
        return try element(of: a, index, f)
      }
      if let d = o as? PSDictionary { return try entry(of: d, index, f, byKey: byKey) }
      if let l = o as? PSList { return try element(of: l, index, f) }
      if let box = o as? Boxed { return try get(box.base, index, f) }
      return try adapted(target, o, index, f)
    case .string(let s): return try character(of: s, index, f)
    case .null, .nothing: throw nullTarget()
    default: return try scalar(target, index, f)
    }
  }

  /// What a missing element reads as: null, or an error from strict mode 3 on.
  static func missing(_ f: Frame) throws -> Value {
    if f.strictVersion >= 3 { throw outOfBounds() }
    return .null
  }

  /// The indices of a slice, or nil when the index is a single one.
  static func indices(_ index: Value) throws -> [Value]? {
    guard case .object(let o) = index, !(o is PSDictionary) else { return nil }
    if let a = o as? PSArray { return a.elements }
    guard let items = try Operations.enumerate(index) else { return nil }
    var all: [Value] = []
    while let v = try items.next() { all.append(v) }
    return all
  }

  private static func element(of a: PSArray, _ index: Value, _ f: Frame) throws -> Value {
    if let dimensions = a.dimensions { return try multi(a, dimensions, index, f) }
    if let slice = try indices(index) {
      return try sliced(slice, count: a.elements.count, f) { a.elements[$0] }
    }
    guard let i = try number(index), let p = position(i, count: a.elements.count) else { return try missing(f) }
    return a.elements[p]
  }

  /// The number an index stands for; nil when it cannot be one, which reads as a missing element.
  private static func number(_ v: Value) throws -> Int? {
    if v.isNull { throw nullIndex() }
    return try? int(v)
  }

  private static func sliced(
    _ slice: [Value], count: Int, _ f: Frame, _ get: (Int) -> Value
  ) throws -> Value {
    var result: [Value] = []
    result.reserveCapacity(slice.count)
    for i in slice {
      if let n = try number(i), let p = position(n, count: count) {
        result.append(get(p))
      } else if f.strictVersion >= 3 {
        throw outOfBounds()
      }
    }
    return .array(result)
  }

  private static func element(of l: PSList, _ index: Value, _ f: Frame) throws -> Value {
    guard l.isIndexed else { return try scalar(.object(l), index, f) }
    if let slice = try indices(index) {
      return try sliced(slice, count: l.elements.count, f) { l.elements[$0] }
    }
    guard let i = try number(index), let p = position(i, count: l.elements.count) else {
      if f.strictVersion >= 3 { throw listRange() }
      return .null
    }
    return l.elements[p]
  }

  static func listRange() -> GuestError {
    operation(
      "System.ArgumentOutOfRangeException",
      "Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')")
  }

  private static func multi(_ a: PSArray, _ dimensions: [Int], _ index: Value, _ f: Frame) throws -> Value {
    guard let slice = try indices(index) else { throw needsRank(dimensions.count) }
    if let first = slice.first, try indices(first) != nil {
      return .array(try slice.map { try multi(a, dimensions, $0, f) })
    }
    guard slice.count == dimensions.count else { throw needsRank(dimensions.count) }
    guard let p = try offset(slice, dimensions) else { return try missing(f) }
    return a.elements[p]
  }

  private static func needsRank(_ rank: Int) -> GuestError {
    .runtime("NeedMultidimensionalIndex", "You must provide a value expression following the '[' operator.")
  }

  private static func offset(_ indices: [Value], _ dimensions: [Int]) throws -> Int? {
    var at = 0
    for (d, i) in indices.enumerated() {
      guard let p = position(try int(i), count: dimensions[d]) else { return nil }
      at = at * dimensions[d] + p
    }
    return at
  }

  private static func entry(of d: PSDictionary, _ index: Value, _ f: Frame, byKey: Bool) throws -> Value {
    switch index {
    case .null, .nothing: throw nullIndex()
    case .int(let i) where d.isOrdered && !byKey:
      guard let p = position(Int(i), count: d.count) else { return try missing(f) }
      return d.values[p]
    case .object(let o):
      if let hit = d.get(index) { return hit }
      if o is PSArray || o is PSList {
        let keys = try indices(index) ?? []
        return .array(try keys.map { try entry(of: d, $0, f, byKey: byKey).orNull })
      }
      return try key(index, of: d)
    default:
      if let hit = d.get(index) { return hit }
      return try key(index, of: d)
    }
  }

  /// Looks again with the key converted to the dictionary's key type.
  private static func key(_ index: Value, of d: PSDictionary) throws -> Value {
    guard let type = d.type.genericArguments.first else { return .null }
    return d.get(Operations.tryConvert(index, to: type) ?? index) ?? .null
  }

  private static func character(of s: String, _ index: Value, _ f: Frame) throws -> Value {
    if let slice = try indices(index) {
      let units = Array(s.utf16)
      return try sliced(slice, count: units.count, f) { .char(units[$0]) }
    }
    guard let i = try number(index) else { return try missing(f) }
    let utf8 = s.utf8
    if utf8.count <= 64 || i < 64, i >= 0 {
      var rest = s.utf16.makeIterator()
      var n = 0
      while let unit = rest.next() {
        if n == i { return .char(unit) }
        n += 1
      }
      return try missing(f)
    }
    guard let p = position(i, count: s.utf16.count) else { return try missing(f) }
    return .char(s.utf16[s.utf16.index(s.utf16.startIndex, offsetBy: p)])
  }

  /// Scalars act as lists of one.
  private static func scalar(_ target: Value, _ index: Value, _ f: Frame) throws -> Value {
    if let slice = try indices(index) { return try sliced(slice, count: 1, f) { _ in target } }
    guard let i = try? int(index) else { throw cannotIndex(target) }
    return i == 0 || i == -1 ? target : try missing(f)
  }

  static func cannotIndex(_ v: Value) -> GuestError {
    .runtime("CannotIndex", "Unable to index into an object of type \"\(v.typeInfo?.fullName ?? "null")\".")
  }

  /// Objects with an indexer of their own; others act as lists of one.
  private static func adapted(_ target: Value, _ o: Obj, _ index: Value, _ f: Frame) throws -> Value {
    if let v = try MemberAccess.getItem(target, try indices(index) ?? [index]) { return v.orNull }
    if let items = try o.makeIterator() {
      var all: [Value] = []
      while let v = try items.next() { all.append(v) }
      return try get(.array(all), index, f)
    }
    return try scalar(target, index, f)
  }

  /// `target[index] = value`.
  static func set(_ target: Value, _ index: Value, _ value: Value, _ f: Frame, byKey: Bool = false) throws {
    guard case .object(let o) = target.base else {
      if target.isNull { throw nullTarget() }
      throw cannotIndex(target)
    }
    if let a = o as? PSArray { return try set(a, index, value) }
    if let d = o as? PSDictionary { return try set(d, index, value, byKey: byKey) }
    if let l = o as? PSList {
      guard let p = position(try int(index), count: l.elements.count) else { throw listRange() }
      l.elements[p] = l.elementType === Types.object ? value.orNull : try Operations.convert(value, to: l.elementType)
      l.version &+= 1
      return
    }
    if try MemberAccess.setItem(target, try indices(index) ?? [index], value.orNull) { return }
    throw cannotIndex(target)
  }

  private static func set(_ a: PSArray, _ index: Value, _ value: Value) throws {
    let v = a.elementType === Types.object ? value.orNull : try Operations.convert(value, to: a.elementType)
    if let dimensions = a.dimensions {
      guard let slice = try indices(index), slice.count == dimensions.count else { throw needsRank(dimensions.count) }
      guard let p = try offset(slice, dimensions) else { throw outOfBounds() }
      a.elements[p] = v
      return
    }
    if case .int(let i) = index {
      guard let p = position(Int(i), count: a.elements.count) else { throw outOfBounds() }
      a.elements[p] = v
      return
    }
    if try indices(index) != nil {
      let shown = (try? Operations.toString(index)) ?? ""
      throw GuestError.runtime(
        "ArraySliceAssignmentFailed",
        "Array assignment to [\(shown)] failed because assignment to slices is not supported.")
    }
    guard let p = position(try int(index), count: a.elements.count) else { throw outOfBounds() }
    a.elements[p] = v
  }

  private static func set(_ d: PSDictionary, _ index: Value, _ value: Value, byKey: Bool) throws {
    if index.isNull { throw nullIndex() }
    if d.isReadOnly { throw operation("System.NotSupportedException", "Collection is read-only.") }
    if d.isOrdered, !byKey, case .int(let i) = index {
      guard let p = position(Int(i), count: d.count) else { throw listRange() }
      return d.setValue(at: p, value.orNull)
    }
    if d.type === Types.hashtable || d.type === Types.orderedDictionary { return d.set(index, value.orNull) }
    try Collections.setItem(d, index, value.orNull)
  }
}

/// `target[index]`.
final class IndexNode: PlaceNode {
  let target: Node
  let index: Node
  /// `?[`: null gives null.
  let nullConditional: Bool
  /// An index cast to `[object]` is a key even for ordered dictionaries.
  let byKey: Bool
  init(_ target: Node, _ index: Node, nullConditional: Bool, byKey: Bool) {
    self.target = target
    self.index = index
    self.nullConditional = nullConditional
    self.byKey = byKey
  }

  override func eval(_ f: Frame) throws -> Value {
    let t = try target.eval(f)
    if nullConditional, t.isNull { return .null }
    let i = try index.eval(f)
    if case .object(let o) = t, case .int(let n) = i, let a = o as? PSArray, a.dimensions == nil {
      let elements = a.elements.count
      if n >= 0, Int(n) < elements { return a.elements[Int(n)] }
    }
    return try Indexing.get(t, i, f, byKey: byKey)
  }

  override func assign(_ f: Frame, _ v: Value) throws {
    let t = try target.eval(f)
    try Indexing.set(t, try index.eval(f), v, f, byKey: byKey)
  }

  override func modify(_ f: Frame, _ change: (Value) throws -> Value) throws -> Value {
    let t = try target.eval(f)
    let i = try index.eval(f)
    let new = try change(try Indexing.get(t, i, f, byKey: byKey))
    try Indexing.set(t, i, new, f, byKey: byKey)
    return new
  }

  override func assignIfNull(_ f: Frame, _ right: Node) throws -> Value {
    let t = try target.eval(f)
    let i = try index.eval(f)
    let now = try Indexing.get(t, i, f, byKey: byKey)
    if !now.isNull { return now }
    let v = try right.eval(f).orNull
    try Indexing.set(t, i, v, f, byKey: byKey)
    return v
  }

  override func reference(_ f: Frame) throws -> PSReference {
    let t = try target.eval(f)
    let i = try index.eval(f)
    let byKey = self.byKey
    return PSReference(
      get: { try Indexing.get(t, i, f, byKey: byKey) }, set: { try Indexing.set(t, i, $0, f, byKey: byKey) })
  }
}

/// An assignment `target[index] = value`, with the value computed after target and index.
final class IndexAssignNode: Node {
  let place: IndexNode
  let value: Node
  init(_ place: IndexNode, _ value: Node) {
    self.place = place
    self.value = value
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    let t = try place.target.eval(f)
    let i = try place.index.eval(f)
    let v = try value.eval(f)
    if case .object(let o) = t, case .int(let n) = i, let a = o as? PSArray, a.dimensions == nil,
      a.elementType === Types.object, n >= 0, Int(n) < a.elements.count
    {
      a.elements[Int(n)] = v.orNull
      return v
    }
    try Indexing.set(t, i, v, f, byKey: place.byKey)
    return v
  }
  override func emit(_ f: Frame) throws { _ = try eval(f) }
}
