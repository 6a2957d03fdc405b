import Basics
import Diagnostics
import Objects

/// The name of a member: constant or computed.
struct MemberName {
  let symbol: Symbol
  let text: String
  /// Computes the name when it is not constant.
  let node: Node?
  /// The key a number written as a name means in a dictionary: `$h.5`.
  let key: Value?

  init(_ text: String, key: Value? = nil) {
    self.text = text
    symbol = Symbol(text)
    node = nil
    self.key = key
  }
  init(_ node: Node) {
    text = ""
    symbol = Symbol("")
    self.node = node
    key = nil
  }

  /// The name; a computed one may be any value, whose text counts.
  @inline(__always)
  func get(_ f: Frame) throws -> Symbol {
    guard let node else { return symbol }
    let v = try node.eval(f)
    if case .string(let s) = v { return Symbol(s) }
    return Symbol(try f.text(v))
  }
}

extension Frame {
  /// What reading a missing property gives: null, or an error in strict mode.
  func missingProperty(_ name: Symbol) throws -> Value {
    guard strictVersion >= 2 else { return .null }
    throw GuestError.runtime(
      "PropertyNotFoundStrict",
      "The property '\(name.text)' cannot be found on this object. Verify that the property exists.")
  }

  /// `target.name` with all of PowerShell's rules.
  func member(_ target: Value, _ name: Symbol) throws -> Value {
    switch target {
    case .null, .nothing:
      let counts = name == WellKnown.count || name == WellKnown.length
      return counts && strictVersion < 2 ? .int(0) : try missingProperty(name)
    case .object(let o):
      if o.extended == nil, let d = o as? PSDictionary, let hit = d.get(name.text) { return hit }
    default: break
    }
    if name == WellKnown.count || name == WellKnown.length, strictVersion >= 2 {
      // Strict mode takes the Count of single objects away.
      if let v = try MemberAccess.get(target, name) { return v }
      guard try Operations.enumerate(target) != nil else { return try missingProperty(name) }
    }
    return try MemberAccess.getEnumerating(target, name) ?? missingProperty(name)
  }
}

/// `target.name`.
final class MemberNode: PlaceNode {
  let target: Node
  let name: MemberName
  let nullConditional: Bool
  // What the last object looked like: the class and field slot, or the position among the notes.
  private var cachedType: TypeInfo?
  private var cachedSlot = 0
  private var cachedNote = 0

  init(_ target: Node, _ name: MemberName, nullConditional: Bool) {
    self.target = target
    self.name = name
    self.nullConditional = nullConditional
  }

  override func eval(_ f: Frame) throws -> Value {
    let t = try target.eval(f)
    return try read(t, f)
  }

  private func read(_ t: Value, _ f: Frame) throws -> Value {
    guard name.node == nil else {
      if nullConditional, t.isNull { return .null }
      return try f.member(t, try name.get(f))
    }
    if let key = name.key, let d = t.asObject(PSDictionary.self), let hit = d.get(key) { return hit }
    switch t {
    case .object(let o):
      if let s = o as? ScriptObject {
        if s.type === cachedType, s.extended == nil { return s.fields.values[cachedSlot] }
        if s.extended == nil, let slot = s.layout.slot(of: name.symbol) {
          cachedType = s.type
          cachedSlot = slot
          return s.fields.values[slot]
        }
      } else if o is PSCustomObject, let bag = o.extended {
        if let hit = note(bag) { return hit }
      }
      return try f.member(t, name.symbol)
    case .null, .nothing:
      return nullConditional ? .null : try f.member(t, name.symbol)
    default: return try f.member(t, name.symbol)
    }
  }

  /// The value of a note property, found where the last object had it.
  private func note(_ bag: MemberBag) -> Value? {
    if cachedNote < bag.count {
      let m = bag.all[cachedNote]
      if m.symbol == name.symbol { return m.kind == .note ? m.value : nil }
    }
    guard let i = bag.position(of: name.symbol) else { return nil }
    cachedNote = i
    return bag.all[i].kind == .note ? bag.all[i].value : nil
  }

  override func assign(_ f: Frame, _ v: Value) throws {
    try store(try target.eval(f), v, f)
  }

  private func store(_ t: Value, _ v: Value, _ f: Frame) throws {
    let member = try name.get(f)
    guard !t.isNull else { throw Self.propertyNotFound(member.text) }
    if case .object(let o) = t {
      if let s = o as? ScriptObject {
        if s.extended == nil, let slot = s.layout.slot(of: member), s.layout.properties[slot].takes(v) {
          s.fields.values[slot] = v
          return
        }
        return try MemberAccess.set(t, member, v.orNull)
      }
      if let d = o as? PSDictionary, d.type === Types.hashtable, !d.isReadOnly, o.extended == nil {
        d.set(name.node == nil ? name.text : member.text, v.orNull)
        return
      }
      if o is PSCustomObject, let m = o.extended?[member], m.kind == .note {
        m.value = v.orNull
        return
      }
    }
    try MemberAccess.set(t, member, v.orNull)
  }

  static func propertyNotFound(_ name: String) -> GuestError {
    GuestError.runtime(
      "PropertyNotFound",
      "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.")
  }

  override func modify(_ f: Frame, _ change: (Value) throws -> Value) throws -> Value {
    let t = try target.eval(f)
    let new = try change(try read(t, f))
    try store(t, new, f)
    return new
  }

  override func assignIfNull(_ f: Frame, _ right: Node) throws -> Value {
    let t = try target.eval(f)
    let now = try read(t, f)
    if !now.isNull { return now }
    let v = try right.eval(f).orNull
    try store(t, v, f)
    return v
  }

  override func reference(_ f: Frame) throws -> PSReference {
    let t = try target.eval(f)
    return PSReference(get: { try self.read(t, f) }, set: { try self.store(t, $0, f) })
  }
}

/// `[type]::name` and `$value::name`.
final class StaticMemberNode: PlaceNode {
  let target: Node
  let name: MemberName
  // A static that cannot change once read: an enum value or a constant.
  private var cached: Value?

  init(_ target: Node, _ name: MemberName) {
    self.target = target
    self.name = name
  }

  override func eval(_ f: Frame) throws -> Value {
    if let cached { return cached }
    let t = try target.eval(f)
    let member = try name.get(f)
    if t.isNull { return try f.missingProperty(member) }
    let type = try StaticMemberNode.type(of: t)
    guard let v = try MemberAccess.getStatic(type, member) else {
      return try f.missingProperty(member)
    }
    if type.isEnum, name.node == nil, target is TypeNode, type.scriptClass == nil { cached = v }
    return v
  }

  /// The type whose statics a value gives access to.
  static func type(of v: Value) throws -> TypeInfo {
    if let t = v.asObject(TypeObject.self) { return t.type }
    guard let t = v.typeInfo else {
      throw GuestError.runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")
    }
    return t
  }

  override func assign(_ f: Frame, _ v: Value) throws {
    try MemberAccess.setStatic(try StaticMemberNode.type(of: try target.eval(f)), try name.get(f), v.orNull)
  }

  override func reference(_ f: Frame) throws -> PSReference {
    PSReference(get: { try self.eval(f) }, set: { try self.assign(f, $0) })
  }
}

/// `target.name(arguments)`.
final class InvokeNode: Node {
  let target: Node
  let name: MemberName
  let arguments: [Node]
  let nullConditional: Bool
  let extent: Extent
  private var cachedType: TypeInfo?
  private var cachedMethod: ClassMethod?

  init(_ target: Node, _ name: MemberName, _ arguments: [Node], nullConditional: Bool, extent: Extent) {
    self.target = target
    self.name = name
    self.arguments = arguments
    self.nullConditional = nullConditional
    self.extent = extent
  }

  override func eval(_ f: Frame) throws -> Value {
    let t = try target.eval(f)
    if t.isNull {
      if nullConditional { return .null }
      if InvokeNode.intrinsic.contains(try name.get(f)) {
        return try MemberAccess.invoke(.array([]), try name.get(f), try InvokeNode.evaluate(arguments, f))
      }
      // The arguments are not evaluated: the call already failed.
      throw GuestError.runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")
    }
    let method = try name.get(f)
    let values = try InvokeNode.evaluate(arguments, f)
    if case .object(let o) = t, let s = o as? ScriptObject, s.extended == nil, let m = find(s, method, values.count),
      m.fits(values)
    {
      return try m.invoke(.object(s), values)
    }
    return try MemberAccess.invoke(t, method, values)
  }

  /// Methods that null has, as an empty collection.
  private static let intrinsic: Set<Symbol> = [Symbol("Where"), Symbol("ForEach")]

  /// The one method of a script class that the call can mean, or nil when overloads must be weighed.
  private func find(_ s: ScriptObject, _ method: Symbol, _ count: Int) -> ClassMethod? {
    if name.node == nil, cachedType === s.type { return cachedMethod }
    let m = s.layout.method(method, count)
    if name.node == nil {
      cachedType = s.type
      cachedMethod = m
    }
    return m
  }

  static func evaluate(_ nodes: [Node], _ f: Frame) throws -> [Value] {
    if nodes.isEmpty { return [] }
    var values: [Value] = []
    values.reserveCapacity(nodes.count)
    for n in nodes { values.append(try n.eval(f).orNull) }
    return values
  }
}

/// `([Base]$this).name(arguments)`: the method as the base class has it.
final class BaseInvokeNode: Node {
  let type: Node
  let target: Node
  let name: MemberName
  let arguments: [Node]
  let plain: InvokeNode
  init(type: Node, target: Node, _ name: MemberName, _ arguments: [Node], plain: InvokeNode) {
    self.type = type
    self.target = target
    self.name = name
    self.arguments = arguments
    self.plain = plain
  }
  override func eval(_ f: Frame) throws -> Value {
    let t = try target.eval(f)
    guard let wanted = try type.eval(f).asObject(TypeObject.self)?.type, let actual = t.typeInfo,
      actual.scriptClass != nil, wanted !== actual, actual.isAssignable(to: wanted)
    else { return try plain.eval(f) }
    let method = try name.get(f)
    let values = try InvokeNode.evaluate(arguments, f)
    return try ScriptClass.invokeBase(t, wanted, method, values, f)
  }
}

/// `[type]::name(arguments)`, constructors included.
final class StaticInvokeNode: Node {
  let target: Node
  let name: MemberName
  let arguments: [Node]
  let extent: Extent
  let isNew: Bool
  init(_ target: Node, _ name: MemberName, _ arguments: [Node], extent: Extent) {
    self.target = target
    self.name = name
    self.arguments = arguments
    self.extent = extent
    isNew = name.node == nil && name.symbol == Symbol("new")
  }
  override func eval(_ f: Frame) throws -> Value {
    let t = try target.eval(f)
    if t.isNull {
      throw GuestError.runtime("InvokeMethodOnNull", "You cannot call a method on a null-valued expression.")
    }
    let type = try StaticMemberNode.type(of: t)
    let values = try InvokeNode.evaluate(arguments, f)
    if isNew { return try MemberAccess.construct(type, values) }
    return try MemberAccess.invokeStatic(type, try name.get(f), values)
  }
}

/// A type as a value: `[type]`.
final class TypeNode: Node {
  let name: TypeReference
  init(_ name: TypeReference) { self.name = name }
  override func eval(_ f: Frame) throws -> Value { try name.resolve(f).asValue }
}

/// `[type] expression`.
final class ConvertNode: PlaceNode {
  let type: TypeReference
  let inner: Node
  init(_ type: TypeReference, _ inner: Node) {
    self.type = type
    self.inner = inner
  }
  override func eval(_ f: Frame) throws -> Value {
    let v = try inner.eval(f)
    let t = try type.resolve(f)
    switch v {
    case .int where t === Types.int32: return v
    case .string where t === Types.string: return v
    default: return try Operations.convert(v, to: t)
    }
  }
}

/// `[ref] place`.
final class ReferenceNode: Node {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value {
    if let place = inner as? PlaceNode, !(place is NullPlaceNode), !(place is ConvertNode) {
      return .object(try place.reference(f))
    }
    return .object(PSReference(try inner.eval(f).orNull))
  }
}

/// `[pscustomobject] @{ … }`: the literal becomes an object without a dictionary in between.
final class CustomObjectNode: Node {
  let keys: [Node]
  let values: [Node]
  init(_ keys: [Node], _ values: [Node]) {
    self.keys = keys
    self.values = values
  }
  override func eval(_ f: Frame) throws -> Value {
    let o = PSCustomObject()
    for i in keys.indices {
      let k = try keys[i].eval(f)
      guard !k.isNull else { throw HashtableNode.nullKey() }
      let name = try f.text(k)
      if CaseFold.equal(name, "PSTypeName") {
        let typeName = try f.text(try values[i].eval(f))
        o.typeNames = [typeName] + (o.typeNames ?? o.typeInfo.typeNameChain)
        continue
      }
      guard o.extended?[name] == nil else { throw HashtableNode.duplicate(name) }
      o.extended?.setNote(name, try values[i].eval(f).orNull)
    }
    return .object(o)
  }
}

/// `@{ … }` and `[ordered]@{ … }`.
final class HashtableNode: Node {
  let keys: [Node]
  let values: [Node]
  let ordered: Bool
  init(_ keys: [Node], _ values: [Node], ordered: Bool) {
    self.keys = keys
    self.values = values
    self.ordered = ordered
  }

  override func eval(_ f: Frame) throws -> Value {
    let d = PSDictionary(ordered ? Types.orderedDictionary : Types.hashtable, ignoreCase: true)
    for i in keys.indices {
      let k = try keys[i].eval(f)
      guard !k.isNull else { throw HashtableNode.nullKey() }
      let v = try values[i].eval(f).orNull
      guard d.position(of: k) == nil else { throw HashtableNode.duplicate((try? f.text(k)) ?? "") }
      d.set(k, v)
    }
    return .object(d)
  }

  static func nullKey() -> GuestError {
    .runtime("InvalidNullKey", "A null key is not allowed in a hash literal.")
  }
  static func duplicate(_ key: String) -> GuestError {
    .runtime("DuplicateKeyInHashLiteral", "Duplicate keys '\(key)' are not allowed in hash literals.")
  }
}
