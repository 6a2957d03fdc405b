import Basics

/// The operators and conversions of the language over values.
public enum Operations {
  // MARK: Truth

  /// Whether a value counts as true in a condition.
  @inlinable @inline(__always)
  public static func isTrue(_ v: Value) -> Bool {
    switch v {
    case .bool(let b): return b
    case .int(let i): return i != 0
    case .null, .nothing: return false
    default: return isTrueSlow(v)
    }
  }

  @usableFromInline
  static func isTrueSlow(_ v: Value) -> Bool {
    switch v.base {
    case .null, .nothing: return false
    case .bool(let b): return b
    case .int(let i): return i != 0
    case .long(let i): return i != 0
    case .double(let d): return d != 0
    case .char(let c): return c != 0
    case .scalar(.single, let bits): return Float(bitPattern: UInt32(truncatingIfNeeded: bits)) != 0
    case .scalar(_, let bits): return bits != 0
    case .string(let s): return !s.isEmpty
    case .object(let o): return isTrue(object: o)
    }
  }

  private static func isTrue(object o: Obj) -> Bool {
    switch o {
    case let a as PSArray: return isTrue(list: a.elements)
    case let l as PSList: return l.isIndexed ? isTrue(list: l.elements) : true
    case let e as EnumValue: return e.raw != 0
    case let s as SwitchObject: return s.isPresent
    case let d as DecimalObject: return !d.value.isZero
    case let b as BigIntegerObject: return !b.value.isZero
    default: return true
    }
  }

  /// Empty is false, one element counts by itself, more are true.
  private static func isTrue(list: [Value]) -> Bool {
    if list.count != 1 { return !list.isEmpty }
    switch list[0].base {
    case .object(let o as PSArray): return !o.elements.isEmpty
    case .object(let o as PSList) where o.isIndexed: return !o.elements.isEmpty
    default: return isTrue(list[0])
    }
  }

  // MARK: Enumeration

  /// The elements of a value that enumerates; nil for scalars (strings, dictionaries, null, objects).
  public static func enumerate(_ v: Value) throws -> ValueIterator? {
    guard case .object(let o) = v else { return nil }
    if let box = o as? Boxed { return try enumerate(box.base) }
    return try o.makeIterator()
  }

  /// All elements of a value that enumerates; nil for scalars.
  public static func elements(_ v: Value) throws -> [Value]? {
    guard case .object(let o) = v.base else { return nil }
    if let a = o as? PSArray { return a.elements }
    guard let it = try o.makeIterator() else { return nil }
    var all: [Value] = []
    while let e = try it.next() { all.append(e) }
    return all
  }

  // MARK: Logic

  /// `-not` and `!`.
  @inlinable @inline(__always)
  public static func not(_ v: Value) -> Value { .bool(!isTrue(v)) }
  /// `-xor`.
  public static func xor(_ a: Value, _ b: Value) -> Value { .bool(isTrue(a) != isTrue(b)) }
}

extension PSList {
  /// Whether the list is an `IList` (array lists, lists, collections) rather than a queue, stack or set.
  public var isIndexed: Bool {
    let n = type.genericDefinition?.name ?? type.name
    return
      !(n.hasPrefix("Queue") || n.hasPrefix("Stack") || n.hasPrefix("HashSet") || n.hasPrefix("LinkedList")
      || n.hasPrefix("SortedSet") || n.hasPrefix("ISet"))
  }
}
