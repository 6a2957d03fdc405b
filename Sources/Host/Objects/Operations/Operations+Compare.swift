import Basics

extension Operations {
  // MARK: Equality

  /// `-eq` between two scalars: the left side's type decides.
  public static func equals(_ a: Value, _ b: Value, ignoreCase: Bool) -> Bool {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x == y
    case (.string(let x), .string(let y)): return Collation.equal(x, y, ignoreCase: ignoreCase)
    case (.double(let x), .double(let y)): return x == y
    case (.bool(let x), .bool(let y)): return x == y
    default: return equalsSlow(a.base, b.base, ignoreCase)
    }
  }

  private static func equalsSlow(_ a: Value, _ b: Value, _ ignoreCase: Bool) -> Bool {
    if a.isNull || b.isNull { return a.isNull && b.isNull }
    switch a {
    case .string(let s): return Collation.equal(s, errorText(b), ignoreCase: ignoreCase)
    case .bool(let x): return x == isTrue(b)
    case .char(let x): return equals(char: x, b, ignoreCase)
    default: break
    }
    if let x = Numeric(a), !(a.object is EnumValue) { return equals(number: x, a, b) }
    guard case .object(let o) = a else { return false }
    if o.isEqual(b) { return true }
    if case .object(let p) = b, p === o { return true }
    if o is TypeObject || o is PSCustomObject || o is PSDictionary || o is PSArray || o is PSList { return false }
    guard let type = a.typeInfo, b.typeInfo !== type, let c = tryConvert(b, to: type) else { return false }
    return o.isEqual(c)
  }

  private static func equals(char x: UInt16, _ b: Value, _ ignoreCase: Bool) -> Bool {
    guard case .char(let y)? = tryConvert(b, to: Types.char) else { return false }
    return x == y || (ignoreCase && CaseFold.upper(unit: x) == CaseFold.upper(unit: y))
  }

  private static func equals(number x: Numeric, _ a: Value, _ b: Value) -> Bool {
    if let y = Numeric(b) { return Numeric.compare(x, y) == 0 }
    switch b {
    case .string(let s):
      guard let y = NumberParser.literal(s) ?? NumberParser.grouped(s) else { return false }
      return Numeric.compare(x, y) == 0
    case .char(let c): return Numeric.compare(x, .int(Int32(c))) == 0
    default: break
    }
    guard let type = a.typeInfo, let c = tryConvert(b, to: type), let y = Numeric(c) else { return false }
    return Numeric.compare(x, y) == 0
  }

  // MARK: Order

  /// The order of two scalars as `-lt` and Sort-Object see it; throws when they cannot be compared.
  public static func compare(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Int {
    switch (a, b) {
    case (.int(let x), .int(let y)): return x == y ? 0 : (x < y ? -1 : 1)
    case (.string(let x), .string(let y)):
      return Collation.compare(x, y, ignoreCase: ignoreCase)
    default: return try order(a.base, b.base, ignoreCase) ?? 1
    }
  }

  /// The order, or nil when a NaN makes every comparison false.
  static func order(_ a: Value, _ b: Value, _ ignoreCase: Bool) throws -> Int? {
    switch (a, b) {
    case (.int(let x), .double(let y)): return y.isNaN ? nil : sign(Double(x), y)
    case (.double(let x), .int(let y)): return x.isNaN ? nil : sign(x, Double(y))
    case (.double(let x), .double(let y)): return x.isNaN || y.isNaN ? nil : sign(x, y)
    case (.long(let x), .int(let y)): return sign(x, Int64(y))
    case (.int(let x), .long(let y)): return sign(Int64(x), y)
    case (.long(let x), .long(let y)): return sign(x, y)
    default: break
    }
    if a.isNull { return b.isNull ? 0 : (isNegativeNumber(b) ? 1 : -1) }
    if b.isNull { return isNegativeNumber(a) ? -1 : 1 }
    if case .string(let s) = a { return Collation.compare(s, try toString(b), ignoreCase: ignoreCase) }
    if let x = Numeric(a), !(a.object is EnumValue) {
      if let y = Numeric(b) { return Numeric.compare(x, y) }
      if case .string(let s) = b { return Numeric.compare(x, try parseOperand(s)) }
      if case .char(let c) = b { return Numeric.compare(x, .int(Int32(c))) }
    }
    guard let type = a.typeInfo else { return 0 }
    var c = b
    if b.typeInfo !== type {
      do {
        c = try convert(b, to: type).base
      } catch let e as GuestError {
        throw GuestError.runtime(
          "ComparisonFailure",
          "Could not compare \"\(errorText(a))\" to \"\(errorText(b))\". Error: \"\(e.record.exception.message)\"",
          .InvalidOperation)
      }
    }
    if let r = sameTypeOrder(a, c, ignoreCase) { return r }
    if let r = try Bridges.compareTo(a, c) { return r }
    if equals(a, c, ignoreCase: ignoreCase) && !(a.object is PSDictionary) { return 0 }
    throw GuestError.runtime(
      "NotIcomparable", "Cannot compare \"\(errorText(a))\" because it is not IComparable.", .InvalidOperation)
  }

  private static func isNegativeNumber(_ v: Value) -> Bool { Numeric(v)?.isNegative ?? false }

  private static func sign<T: Comparable>(_ x: T, _ y: T) -> Int { x == y ? 0 : (x < y ? -1 : 1) }

  /// The order of two values of one comparable type; nil for other types.
  private static func sameTypeOrder(_ a: Value, _ b: Value, _ ignoreCase: Bool) -> Int? {
    switch (a, b) {
    case (.bool(let x), .bool(let y)): return sign(x ? 1 : 0, y ? 1 : 0)
    case (.char(let x), .char(let y)):
      return ignoreCase ? sign(CaseFold.upper(unit: x), CaseFold.upper(unit: y)) : sign(x, y)
    case (.object(let o), .object(let p)):
      switch (o, p) {
      case (let x as DateTimeObject, let y as DateTimeObject): return sign(x.ticks, y.ticks)
      case (let x as TimeSpanObject, let y as TimeSpanObject): return sign(x.ticks, y.ticks)
      case (let x as DateTimeOffsetObject, let y as DateTimeOffsetObject): return sign(x.utcTicks, y.utcTicks)
      case (let x as VersionObject, let y as VersionObject): return x.compare(y)
      case (let x as SemanticVersionObject, let y as SemanticVersionObject): return x.compare(y)
      case (let x as GuidObject, let y as GuidObject): return x.compare(y)
      case (let x as EnumValue, let y as EnumValue): return sign(x.raw, y.raw)
      default: return nil
      }
    default:
      guard let x = Numeric(a), let y = Numeric(b) else { return nil }
      return Numeric.compare(x, y)
    }
  }
}
