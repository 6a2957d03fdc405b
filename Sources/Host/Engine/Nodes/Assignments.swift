import Basics
import Diagnostics
import Objects

/// `place = value`.
final class AssignNode: Node {
  let place: PlaceNode
  let value: Node
  init(_ place: PlaceNode, _ value: Node) {
    self.place = place
    self.value = value
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    let v = try value.eval(f)
    try place.assign(f, v)
    return v
  }
  override func emit(_ f: Frame) throws { try place.assign(f, try value.eval(f)) }
  override func discard(_ f: Frame) throws { try place.assign(f, try value.eval(f)) }
}

/// `$local = value`.
final class LocalAssignNode: Node {
  let place: LocalNode
  let value: Node
  init(_ place: LocalNode, _ value: Node) {
    self.place = place
    self.value = value
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    let v = try value.eval(f)
    try place.assign(f, v)
    return v
  }
  override func emit(_ f: Frame) throws {
    let v = try value.eval(f)
    if let variable = f.slots[place.slot], variable.isPlain {
      variable.value = v
    } else {
      try place.target(f).set(v)
    }
  }
  override func discard(_ f: Frame) throws { try emit(f) }
}

/// `[void] expression` and `$null = …`: evaluated, then dropped.
final class VoidNode: Node {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value {
    try inner.discard(f)
    return .nothing
  }
  override func emit(_ f: Frame) throws { try inner.discard(f) }
  override func discard(_ f: Frame) throws { try inner.discard(f) }
  override var isVoid: Bool { true }
}

/// `$null = value`; as a value it is what was assigned.
final class NullAssignNode: Node {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value { try inner.eval(f) }
  override func emit(_ f: Frame) throws { try inner.discard(f) }
  override func discard(_ f: Frame) throws { try inner.discard(f) }
  override var isVoid: Bool { true }
}

/// `$a, $b = value`.
final class MultiAssignNode: Node {
  let places: [PlaceNode]
  let value: Node
  init(_ places: [PlaceNode], _ value: Node) {
    self.places = places
    self.value = value
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    let v = try value.eval(f)
    try MultiAssignNode.distribute(v, over: places, f)
    return v
  }
  override func emit(_ f: Frame) throws { _ = try eval(f) }

  static func distribute(_ v: Value, over places: [PlaceNode], _ f: Frame) throws {
    let items: [Value]
    if let a = v.asObject(PSArray.self) {
      items = a.elements
    } else if let o = v.object, o is PSList {
      let sink = CollectingSink()
      try sink.writeEnumerated(v)
      items = sink.values
    } else {
      items = v.isNull ? [] : [v]
    }
    let last = places.count - 1
    for i in 0..<last { try places[i].assign(f, i < items.count ? items[i].orNull : .null) }
    if items.count <= last {
      try places[last].assign(f, .null)
    } else if items.count == last + 1 {
      try places[last].assign(f, items[last].orNull)
    } else {
      try places[last].assign(f, .array(Array(items[last...])))
    }
  }
}

/// A list of places as one place: nested in a multiple assignment, or in `foreach`.
final class MultiPlaceNode: PlaceNode {
  let places: [PlaceNode]
  init(_ places: [PlaceNode]) { self.places = places }
  override func assign(_ f: Frame, _ v: Value) throws { try MultiAssignNode.distribute(v, over: places, f) }
  override func eval(_ f: Frame) throws -> Value { .array(try places.map { try $0.eval(f).orNull }) }
}

/// `place op= value`.
final class CompoundAssignNode: Node {
  let place: PlaceNode
  let op: BinaryOperation
  let right: Node
  init(_ place: PlaceNode, _ op: @escaping BinaryOperation, _ right: Node) {
    self.place = place
    self.op = op
    self.right = right
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    try place.modify(f) { try self.op($0, try self.right.eval(f)) }
  }
  override func emit(_ f: Frame) throws { _ = try eval(f) }
}

/// What a binary operator computes.
typealias BinaryOperation = (Value, Value) throws -> Value

/// `place ??= value`.
final class CoalesceAssignNode: Node {
  let place: PlaceNode
  let right: Node
  init(_ place: PlaceNode, _ right: Node) {
    self.place = place
    self.right = right
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value { try place.assignIfNull(f, right) }
  override func emit(_ f: Frame) throws { _ = try eval(f) }
}

/// `$local += value`: numbers in place, strings and arrays grown without copying while nobody shares them.
final class LocalAddAssignNode: Node {
  let place: LocalNode
  let right: Node
  init(_ place: LocalNode, _ right: Node) {
    self.place = place
    self.right = right
  }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    try emit(f)
    return try place.eval(f)
  }
  override func discard(_ f: Frame) throws { try emit(f) }

  /// What the variable holds, told without keeping a reference to it.
  private enum Held { case int(Int32), double(Double), text, array, other }

  @inline(__always)
  private static func held(_ v: Value) -> Held {
    switch v {
    case .int(let a): return .int(a)
    case .double(let a): return .double(a)
    case .string: return .text
    case .object(let o): return o is PSArray ? .array : .other
    default: return .other
    }
  }

  override func emit(_ f: Frame) throws {
    guard let v = f.slots[place.slot], v.isPlain else { return try general(f) }
    switch Self.held(v.value) {
    case .int(let a):
      let r = try right.eval(f)
      if case .int(let b) = r {
        let (sum, overflow) = a.addingReportingOverflow(b)
        if !overflow {
          v.value = .int(sum)
          return
        }
      }
      v.value = try Operations.add(.int(a), r)
    case .double(let a):
      let r = try right.eval(f)
      if case .double(let b) = r {
        v.value = .double(a + b)
        return
      }
      v.value = try Operations.add(.double(a), r)
    case .text: try appendText(v, f)
    case .array: try appendElements(v, f)
    case .other: try general(f)
    }
  }

  private func general(_ f: Frame) throws {
    let a = try place.own(f)
    try place.assign(f, try Operations.add(a, try right.eval(f)))
  }

  private func appendText(_ v: Variable, _ f: Frame) throws {
    // Kept while the right side runs, which may assign the variable; dropped before the text grows.
    var before: Value? = v.value
    let r = try right.eval(f)
    guard case .string(let s) = r, Self.isSame(v, before) else {
      try place.assign(f, try Operations.add(before ?? .null, r))
      return
    }
    before = nil
    Self.append(s, to: v)
  }

  /// Whether the variable still holds what it held.
  @inline(never)
  private static func isSame(_ v: Variable, _ before: Value?) -> Bool {
    switch (before, v.value) {
    case (.string(let a)?, .string(let b)): return a == b
    case (.object(let a)?, .object(let b)):
      guard a === b, let array = a as? PSArray else { return false }
      return array.elementType === Types.object && array.dimensions == nil && array.extended == nil
    default: return false
    }
  }

  /// Takes the text out of the variable while it grows, so that the buffer has one owner.
  @inline(never)
  private static func append(_ s: String, to v: Variable) {
    guard var text = takeText(v) else { return }
    text += s
    v.value = .string(text)
  }

  @inline(never)
  private static func takeText(_ v: Variable) -> String? {
    guard case .string(let text) = v.value else { return nil }
    v.value = .null
    return text
  }

  private func appendElements(_ v: Variable, _ f: Frame) throws {
    var before: Value? = v.value
    let r = try right.eval(f)
    guard Self.isSame(v, before) else {
      try place.assign(f, try Operations.add(before ?? .null, r))
      return
    }
    before = nil
    try Self.grow(v, by: r)
  }

  /// Appends in place when the variable is the array's only owner; otherwise gives the variable a longer copy.
  @inline(never)
  private static func grow(_ v: Variable, by r: Value) throws {
    var added: [Value] = []
    var single = true
    switch r {
    case .nothing: single = false
    case .object(let o) where !(o is PSDictionary):
      single = false
      let sink = CollectingSink()
      try sink.writeEnumerated(r)
      added = sink.values
    default: break
    }
    guard var array = take(v) else { return }
    if isKnownUniquelyReferenced(&array) {
      if single { array.elements.append(r) } else { array.elements.append(contentsOf: added) }
      v.value = .object(array)
    } else {
      var elements = array.elements
      if single { elements.append(r) } else { elements.append(contentsOf: added) }
      v.value = .array(elements)
    }
  }

  @inline(never)
  private static func take(_ v: Variable) -> PSArray? {
    guard case .object(let o) = v.value, let array = o as? PSArray else { return nil }
    v.value = .null
    return array
  }
}

/// `place++` and its kin.
final class IncrementNode: Node {
  let place: PlaceNode
  let delta: Int32
  let postfix: Bool
  init(_ place: PlaceNode, delta: Int32, postfix: Bool) {
    self.place = place
    self.delta = delta
    self.postfix = postfix
  }
  override var isVoid: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    var old: Value = .null
    let new = try place.modify(f) { before in
      old = before
      return try self.change(before)
    }
    if postfix { return old.isNull ? .int(0) : old }
    return new
  }
  override func emit(_ f: Frame) throws { _ = try eval(f) }

  private func change(_ v: Value) throws -> Value { try IncrementNode.change(v, by: delta) }

  static func change(_ v: Value, by delta: Int32) throws -> Value {
    switch v.base {
    case .null, .nothing: return .int(delta)
    case .bool, .string, .char:
      throw notNumber(v, delta)
    case .object(let o):
      let type = o.typeInfo
      guard type === Types.decimal || type === Types.bigInteger || type.isEnum else { throw notNumber(v, delta) }
      return delta > 0 ? try Operations.add(v, .int(1)) : try Operations.subtract(v, .int(1))
    default:
      return delta > 0 ? try Operations.add(v, .int(1)) : try Operations.subtract(v, .int(1))
    }
  }

  private static func notNumber(_ v: Value, _ delta: Int32) -> GuestError {
    let op = delta > 0 ? "++" : "--"
    let type = v.typeInfo?.fullName ?? "null"
    return GuestError.runtime(
      "OperatorRequiresNumber", "The '\(op)' operator works only on numbers. The operand is a '\(type)'.")
  }
}

/// `$local++` and its kin.
final class LocalIncrementNode: Node {
  let place: LocalNode
  let delta: Int32
  let postfix: Bool
  init(_ place: LocalNode, delta: Int32, postfix: Bool) {
    self.place = place
    self.delta = delta
    self.postfix = postfix
  }
  override var isVoid: Bool { true }

  override func eval(_ f: Frame) throws -> Value {
    let old = try step(f)
    if postfix { return old.isNull ? .int(0) : old }
    return try place.eval(f)
  }
  override func emit(_ f: Frame) throws {
    if let v = f.slots[place.slot], v.isPlain, case .int(let a) = v.value {
      let (sum, overflow) = a.addingReportingOverflow(delta)
      if !overflow {
        v.value = .int(sum)
        return
      }
    }
    _ = try step(f)
  }
  override func discard(_ f: Frame) throws { try emit(f) }

  /// Changes the variable and gives what it held before.
  private func step(_ f: Frame) throws -> Value {
    if let v = f.slots[place.slot], v.isPlain, case .int(let a) = v.value {
      let (sum, overflow) = a.addingReportingOverflow(delta)
      if !overflow {
        v.value = .int(sum)
        return .int(a)
      }
    }
    let old = try place.current(f)
    try place.assign(f, try IncrementNode.change(old, by: delta))
    return old
  }
}
