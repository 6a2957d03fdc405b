import Basics

/// The base of everything that is not an inline value.
///
/// Extended (ETS) members live on the object itself, so every reference to it sees them.
open class Obj {
  /// Instance members added by Add-Member, casts to `pscustomobject`, or a module; nil until the first.
  public final var extended: MemberBag?
  /// Replaces the type names derived from `typeInfo` (`PSObject.TypeNames`), most specific first.
  public final var typeNames: [String]?

  public init() {}

  /// The .NET type the guest sees.
  open var typeInfo: TypeInfo { Types.object }

  /// What `ToString()` gives when no script override applies; nil asks for the type's name.
  open func text() throws -> String? { nil }

  /// `Equals` in the sense of .NET; identity unless overridden.
  open func isEqual(_ other: Value) -> Bool {
    if case .object(let o) = other.base { return o === self }
    return false
  }

  /// A hash that agrees with `isEqual`.
  open func hashInto(_ hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The elements, if the object enumerates in pipelines, `foreach` and `-join`; nil for scalars.
  ///
  /// Strings, hashtables and XML nodes do not enumerate here.
  open func makeIterator() throws -> ValueIterator? { nil }
}

/// Pulls the elements of an enumerable object one by one; may run guest code.
public final class ValueIterator {
  private let advance: () throws -> Value?
  public init(_ advance: @escaping () throws -> Value?) { self.advance = advance }
  /// An iterator over a snapshot of elements.
  public convenience init(_ elements: [Value]) {
    var i = 0
    self.init {
      guard i < elements.count else { return nil }
      i += 1
      return elements[i - 1]
    }
  }
  /// The next element, or nil at the end.
  public func next() throws -> Value? { try advance() }
}

/// A value type (or string) together with extended members.
public final class Boxed: Obj {
  public let base: Value
  public init(_ base: Value) { self.base = base }
  public override var typeInfo: TypeInfo { base.typeInfo ?? Types.object }
}

/// A `[pscustomobject]`: nothing but its extended members.
public final class PSCustomObject: Obj {
  public override init() {
    super.init()
    extended = MemberBag()
  }
  /// Creates an object with note properties in the given order.
  public convenience init(_ properties: [(String, Value)]) {
    self.init()
    for (name, value) in properties { setNote(name, value) }
  }
  public override var typeInfo: TypeInfo { Types.psCustomObject }
  /// Sets or adds a note property.
  public func setNote(_ name: String, _ value: Value) { extended?.setNote(name, value) }
}

/// An instance of an enumeration.
public final class EnumValue: Obj {
  public let type: TypeInfo
  public let raw: Int64
  public init(_ type: TypeInfo, _ raw: Int64) {
    self.type = type
    self.raw = raw
  }
  public override var typeInfo: TypeInfo { type }
  public override func isEqual(_ other: Value) -> Bool {
    if let e = other.asObject(EnumValue.self) { return e.type === type && e.raw == raw }
    return false
  }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(raw) }
  public override func text() throws -> String? { type.enumInfo?.text(of: raw) }
}

/// A `[type]` value: what `[int]` evaluates to.
public final class TypeObject: Obj {
  public let type: TypeInfo
  fileprivate init(_ type: TypeInfo) { self.type = type }
  public override var typeInfo: TypeInfo { Types.runtimeType }
  public override func text() throws -> String? { type.fullName }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(TypeObject.self)?.type === type }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(ObjectIdentifier(type)) }
}

extension TypeInfo {
  /// The `[type]` value of this type; always the same object.
  public var asValue: Value {
    if let o = typeObject { return .object(o) }
    let o = TypeObject(self)
    typeObject = o
    return .object(o)
  }
}
