import Basics

/// A comparer of the framework or one made of a delegate: orders, equates, hashes.
public final class ComparerObject: Obj {
  public let type: TypeInfo
  public let ignoreCase: Bool
  /// Whether strings compare by code rather than by culture.
  public let isOrdinal: Bool
  private let custom: ((Value, Value) throws -> Int)?
  public init(
    _ type: TypeInfo, ignoreCase: Bool = false, isOrdinal: Bool = false, custom: ((Value, Value) throws -> Int)? = nil
  ) {
    self.type = type
    self.ignoreCase = ignoreCase
    self.isOrdinal = isOrdinal
    self.custom = custom
  }
  public override var typeInfo: TypeInfo { type }

  /// The order of two values.
  public func compare(_ a: Value, _ b: Value) throws -> Int {
    if let custom { return try custom(a, b) }
    if case .string(let x) = a.base, case .string(let y) = b.base {
      if isOrdinal { return Ordinal.compare(x, y, ignoreCase: ignoreCase) }
      return Collation.compare(x, y, ignoreCase: ignoreCase)
    }
    return try Collections.compare(a, b)
  }
  /// Whether two values are equal.
  public func equals(_ a: Value, _ b: Value) throws -> Bool {
    if let custom { return try custom(a, b) == 0 }
    return DictKey(a, ignoreCase: ignoreCase) == DictKey(b, ignoreCase: ignoreCase)
  }

  /// The comparison a comparer argument means: a comparer, a comparison delegate, a script object with Compare.
  static func comparison(_ v: Value) -> (Value, Value) throws -> Int {
    if v.isNull { return { try Collections.compare($0, $1) } }
    if let c = v.asObject(ComparerObject.self) { return { try c.compare($0, $1) } }
    if let d = v.asObject(DelegateObject.self) {
      return { a, b in
        guard case .int(let n) = try Operations.convert(d.invoke([a, b]), to: Types.int32) else { return 0 }
        return Int(n)
      }
    }
    return { a, b in
      guard case .int(let n) = try MemberAccess.invoke(v, "Compare", [a, b]) else { return 0 }
      return Int(n)
    }
  }
}

/// Sorting that may run guest code and must not trap when it is inconsistent.
public enum GuestSort {
  /// Sorts by a comparison that may throw; a merge sort, so equal elements keep their order.
  public static func sort(_ items: inout [Value], _ compare: (Value, Value) throws -> Int) throws {
    if items.count < 2 { return }
    var source = items
    var target = items
    var width = 1
    let n = source.count
    while width < n {
      var start = 0
      while start < n {
        let middle = min(start + width, n)
        let end = min(start + 2 * width, n)
        var i = start
        var j = middle
        var k = start
        while k < end {
          if i < middle, try j >= end || compare(source[i], source[j]) <= 0 {
            target[k] = source[i]
            i += 1
          } else {
            target[k] = source[j]
            j += 1
          }
          k += 1
        }
        start += 2 * width
      }
      swap(&source, &target)
      width *= 2
    }
    items = source
  }
}
