import Basics

extension Operations {
  /// Applies a test to a scalar, or filters the elements of a list on the left.
  @inline(__always)
  static func filter(_ a: Value, _ test: (Value) throws -> Bool) throws -> Value {
    guard let all = try elements(a) else { return .bool(try test(a)) }
    return .array(try all.filter(test))
  }

  /// `-eq`, `-ieq`, `-ceq`.
  @inlinable @inline(__always)
  public static func eq(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x == y) }
    return try eqSlow(a, b, ignoreCase: ignoreCase)
  }
  /// `-ne`, `-ine`, `-cne`.
  @inlinable @inline(__always)
  public static func ne(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x != y) }
    return try neSlow(a, b, ignoreCase: ignoreCase)
  }
  /// `-lt`.
  @inlinable @inline(__always)
  public static func lt(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x < y) }
    if case .double(let x) = a, case .double(let y) = b { return .bool(x < y) }
    return try ordered(a, b, ignoreCase: ignoreCase, .lt)
  }
  /// `-le`.
  @inlinable @inline(__always)
  public static func le(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x <= y) }
    if case .double(let x) = a, case .double(let y) = b { return .bool(x <= y) }
    return try ordered(a, b, ignoreCase: ignoreCase, .le)
  }
  /// `-gt`.
  @inlinable @inline(__always)
  public static func gt(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x > y) }
    if case .double(let x) = a, case .double(let y) = b { return .bool(x > y) }
    return try ordered(a, b, ignoreCase: ignoreCase, .gt)
  }
  /// `-ge`.
  @inlinable @inline(__always)
  public static func ge(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .int(let x) = a, case .int(let y) = b { return .bool(x >= y) }
    if case .double(let x) = a, case .double(let y) = b { return .bool(x >= y) }
    return try ordered(a, b, ignoreCase: ignoreCase, .ge)
  }

  @usableFromInline
  static func eqSlow(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .string(let x) = a, case .string(let y) = b { return .bool(Collation.equal(x, y, ignoreCase: ignoreCase)) }
    return try filter(a) { equals($0, b, ignoreCase: ignoreCase) }
  }
  @usableFromInline
  static func neSlow(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    if case .string(let x) = a, case .string(let y) = b { return .bool(!Collation.equal(x, y, ignoreCase: ignoreCase)) }
    return try filter(a) { !equals($0, b, ignoreCase: ignoreCase) }
  }

  @usableFromInline
  enum Relation { case lt, le, gt, ge }

  @usableFromInline
  static func ordered(_ a: Value, _ b: Value, ignoreCase: Bool, _ relation: Relation) throws -> Value {
    try filter(a) { e in
      if case .int(let x) = e, case .int(let y) = b { return holds(relation, x == y ? 0 : (x < y ? -1 : 1)) }
      guard let c = try order(e.base, b.base, ignoreCase) else { return false }
      return holds(relation, c)
    }
  }

  @inline(__always)
  private static func holds(_ relation: Relation, _ c: Int) -> Bool {
    switch relation {
    case .lt: return c < 0
    case .le: return c <= 0
    case .gt: return c > 0
    case .ge: return c >= 0
    }
  }

  // MARK: Membership

  /// `-contains`: whether an element of the left side equals the right one.
  public static func contains(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
    guard let it = try enumerate(a) else { return equals(a, b, ignoreCase: ignoreCase) }
    while let e = try it.next() { if equals(e, b, ignoreCase: ignoreCase) { return true } }
    return false
  }
  /// `-in`.
  public static func isIn(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Bool {
    guard let it = try enumerate(b) else { return equals(b, a, ignoreCase: ignoreCase) }
    while let e = try it.next() { if equals(a, e, ignoreCase: ignoreCase) { return true } }
    return false
  }

  // MARK: Wildcards

  /// `-like`.
  public static func like(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    let w = try wildcard(try toString(b), ignoreCase)
    return try filter(a) { w.matches(try toString($0)) }
  }
  /// `-notlike`.
  public static func notLike(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    let w = try wildcard(try toString(b), ignoreCase)
    return try filter(a) { !w.matches(try toString($0)) }
  }

  // The last patterns used; one thread runs guest code.
  nonisolated(unsafe) private static var wildcards: [String: Wildcard] = [:]
  nonisolated(unsafe) private static var casedWildcards: [String: Wildcard] = [:]

  /// A compiled wildcard, or PowerShell's error.
  public static func wildcard(_ pattern: String, _ ignoreCase: Bool) throws -> Wildcard {
    if let w = ignoreCase ? wildcards[pattern] : casedWildcards[pattern] { return w }
    do {
      let w = try Wildcard(pattern, ignoreCase: ignoreCase)
      if ignoreCase {
        if wildcards.count > 256 { wildcards.removeAll() }
        wildcards[pattern] = w
      } else {
        if casedWildcards.count > 256 { casedWildcards.removeAll() }
        casedWildcards[pattern] = w
      }
      return w
    } catch {
      throw GuestError.runtime(
        "RuntimeException", "The specified wildcard character pattern is not valid: \(pattern)", .NotSpecified,
        type: "System.Management.Automation.WildcardPatternException")
    }
  }

  // MARK: Types

  /// `-is`; the right side is a type or the name of one.
  public static func isType(_ a: Value, _ b: Value) throws -> Bool {
    let type = try typeOperand(b)
    let v = a.base
    guard let own = v.typeInfo else { return false }
    if type === Types.psObject || type === Types.psCustomObject {
      if case .object(let o) = v, o is PSCustomObject { return true }
      if type === Types.psObject, case .object(let o) = a, o is Boxed || o.extended != nil { return true }
      return own.isAssignable(to: type)
    }
    if own === Types.psCustomObject && type !== Types.object { return false }
    return own.isAssignable(to: type)
  }

  /// `-as`; the right side is a type or the name of one.
  public static func asType(_ a: Value, _ b: Value) throws -> Value {
    let type = try typeOperand(b)
    if a.isNull { return .null }
    return tryConvert(a, to: type) ?? .null
  }

  /// The type on the right of `-is` and `-as`.
  static func typeOperand(_ b: Value) throws -> TypeInfo {
    if let t = b.asObject(TypeObject.self) { return t.type }
    let name = try toString(b)
    if let t = Bridges.resolveType(name) { return t }
    throw GuestError.runtime(
      "RuntimeException",
      "Cannot convert the \"\(name)\" value of type \"\(typeNameForErrors(b))\" to type \"System.Type\".",
      .NotSpecified)
  }
}
