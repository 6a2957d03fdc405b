import Basics

extension Operations {
  /// `+`.
  @inlinable @inline(__always)
  public static func add(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (r, o) = x.addingReportingOverflow(y)
      return o ? .double(Double(x) + Double(y)) : .int(r)
    case (.double(let x), .double(let y)): return .double(x + y)
    case (.long(let x), .long(let y)):
      let (r, o) = x.addingReportingOverflow(y)
      return o ? .double(Double(x) + Double(y)) : .long(r)
    default: return try addSlow(a, b)
    }
  }

  /// `-`.
  @inlinable @inline(__always)
  public static func subtract(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (r, o) = x.subtractingReportingOverflow(y)
      return o ? .double(Double(x) - Double(y)) : .int(r)
    case (.double(let x), .double(let y)): return .double(x - y)
    case (.long(let x), .long(let y)):
      let (r, o) = x.subtractingReportingOverflow(y)
      return o ? .double(Double(x) - Double(y)) : .long(r)
    default: return try arithmeticSlow(.subtract, a, b)
    }
  }

  /// `*`.
  @inlinable @inline(__always)
  public static func multiply(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)):
      let (r, o) = x.multipliedReportingOverflow(by: y)
      return o ? .double(Double(x) * Double(y)) : .int(r)
    case (.double(let x), .double(let y)): return .double(x * y)
    default: return try multiplySlow(a, b)
    }
  }

  /// `/`.
  @inlinable @inline(__always)
  public static func divide(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)) where y > 0:
      let (q, r) = x.quotientAndRemainder(dividingBy: y)
      return r == 0 ? .int(q) : .double(Double(x) / Double(y))
    case (.double(let x), .double(let y)): return .double(x / y)
    default: return try arithmeticSlow(.divide, a, b)
    }
  }

  /// `%`.
  @inlinable @inline(__always)
  public static func remainder(_ a: Value, _ b: Value) throws -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)) where y > 0: return .int(x % y)
    case (.double(let x), .double(let y)): return .double(x.truncatingRemainder(dividingBy: y))
    default: return try arithmeticSlow(.remainder, a, b)
    }
  }

  /// Which of the five an out-of-line call is about.
  @usableFromInline
  enum Arithmetic {
    case add, subtract, multiply, divide, remainder

    var symbol: String {
      switch self {
      case .add: return "+"
      case .subtract: return "-"
      case .multiply: return "*"
      case .divide: return "/"
      case .remainder: return "%"
      }
    }
    var method: String {
      switch self {
      case .add: return "op_Addition"
      case .subtract: return "op_Subtraction"
      case .multiply: return "op_Multiply"
      case .divide: return "op_Division"
      case .remainder: return "op_Modulus"
      }
    }
  }

  // MARK: Slow paths

  /// Pairs of int, long and double, which need no look at other types; nil for the rest.
  @inline(__always)
  private static func mixed(_ op: Arithmetic, _ a: Value, _ b: Value) -> Value? {
    switch (a, b) {
    case (.int(let x), .double(let y)): return .double(float(op, Double(x), y))
    case (.double(let x), .int(let y)): return .double(float(op, x, Double(y)))
    case (.long(let x), .double(let y)): return .double(float(op, Double(x), y))
    case (.double(let x), .long(let y)): return .double(float(op, x, Double(y)))
    case (.int(let x), .long(let y)): return long(op, Int64(x), y)
    case (.long(let x), .int(let y)): return long(op, x, Int64(y))
    case (.long(let x), .long(let y)): return long(op, x, y)
    default: return nil
    }
  }

  /// A long operation that neither overflows nor divides; nil otherwise.
  @inline(__always)
  private static func long(_ op: Arithmetic, _ x: Int64, _ y: Int64) -> Value? {
    let r: (partialValue: Int64, overflow: Bool)
    switch op {
    case .add: r = x.addingReportingOverflow(y)
    case .subtract: r = x.subtractingReportingOverflow(y)
    case .multiply: r = x.multipliedReportingOverflow(by: y)
    case .remainder where y > 0: return .long(x % y)
    default: return nil
    }
    return r.overflow ? nil : .long(r.partialValue)
  }

  @usableFromInline
  static func addSlow(_ left: Value, _ right: Value) throws -> Value {
    if let r = mixed(.add, left, right) { return r }
    let a = left.base
    let b = right.base
    switch a {
    case .null, .nothing: return b.isNull ? .null : right
    case .string(let s): return .string(s + (try toString(right)))
    case .char(let c): return .string(String(utf16: c) + (try toString(right)))
    case .object(let o):
      if o is DecimalObject || o is BigIntegerObject || o is EnumValue { break }
      if let d = o as? PSDictionary { return try addDictionaries(d, b) }
      if let list = try elements(a) {
        guard let more = try elements(b) else { return .array(list + [right]) }
        return .array(list + more)
      }
      return try implicitOperator(.add, a, b)
    default: break
    }
    guard let x = Numeric(primitive: a), let y = try operand(b, .add, a) else {
      return try implicitOperator(.add, a, b)
    }
    return try numeric(.add, x, y)
  }

  private static func addDictionaries(_ a: PSDictionary, _ b: Value) throws -> Value {
    guard case .object(let o) = b, let other = o as? PSDictionary else {
      throw GuestError.runtime(
        "AddHashTableToNonHashTable", "A hash table can only be added to another hash table.", .InvalidOperation)
    }
    let sum = PSDictionary(a.isOrdered ? a.type : Types.hashtable, ignoreCase: true)
    for (k, v) in zip(a.keys, a.values) { sum.set(k, v) }
    for (k, v) in zip(other.keys, other.values) {
      if let at = sum.position(of: k) {
        let old = errorText(sum.keys[at])
        throw GuestError.operation(
          "System.ArgumentException",
          "Item has already been added. Key in dictionary: '\(old)'  Key being added: '\(errorText(k))'")
      }
      sum.set(k, v)
    }
    return .object(sum)
  }

  /// The right operand as a number: null is zero, strings are read; nil when an operator method must decide.
  private static func operand(_ b: Value, _ op: Arithmetic, _ a: Value) throws -> Numeric? {
    if b.isNull { return .int(0) }
    if case .string(let s) = b { return try parseOperand(s) }
    return Numeric(primitive: b)
  }

  /// A string operand as a number, or the conversion error PowerShell gives.
  static func parseOperand(_ s: String) throws -> Numeric {
    if let n = NumberParser.literal(s) { return n }
    if let n = NumberParser.grouped(s) { return n }
    throw invalidCast(
      "InvalidCastFromStringToInteger", .string(s), Types.int32,
      NumberParser.badFormat(s))
  }

  @usableFromInline
  static func multiplySlow(_ left: Value, _ right: Value) throws -> Value {
    if let r = mixed(.multiply, left, right) { return r }
    let a = left.base
    let b = right.base
    switch a {
    case .null, .nothing: return .null
    case .string(let s):
      let n = try repeatCount(b)
      guard n >= 0 else { throw negativeRepeat }
      guard s.utf8.count.multipliedReportingOverflow(by: n).partialValue < 1 << 31 else { throw outOfMemory }
      return .string(String(repeating: s, count: n))
    case .bool, .char:
      if b.isNull || Numeric(primitive: b) != nil || b.stringOrNil != nil { throw notDefined(a, "*", b) }
      return try implicitOperator(.multiply, a, b)
    case .object(let o):
      if Numeric(a) != nil { break }
      if o is PSDictionary { throw methodNotFound(o.typeInfo, "op_Multiply") }
      if let list = try elements(a) { return try repeated(list, b, o) }
      return try implicitOperator(.multiply, a, b)
    default: break
    }
    guard let x = Numeric(a), let y = try operand(b, .multiply, a) else { return try implicitOperator(.multiply, a, b) }
    return try numeric(.multiply, x, y)
  }

  private static var negativeRepeat: GuestError {
    GuestError.operation(
      "System.ArgumentOutOfRangeException",
      "Specified argument was out of the range of valid values. (Parameter 'times')")
  }
  private static var outOfMemory: GuestError {
    GuestError.operation("System.OutOfMemoryException", "Exception of type 'System.OutOfMemoryException' was thrown.")
  }

  private static func repeatCount(_ b: Value) throws -> Int {
    guard case .int(let n) = try convert(b, to: Types.int32) else { return 0 }
    return Int(n)
  }

  private static func repeated(_ list: [Value], _ b: Value, _ o: Obj) throws -> Value {
    let n = try repeatCount(b)
    guard n >= 0 else { throw negativeRepeat }
    let (total, over) = list.count.multipliedReportingOverflow(by: n)
    guard !over, total < 1 << 28 else { throw outOfMemory }
    var all: [Value] = []
    all.reserveCapacity(total)
    for _ in 0..<n { all.append(contentsOf: list) }
    let type = (o as? PSArray)?.elementType
    return .object(PSArray(all, of: type))
  }

  /// `-`, `/` and `%` beyond the common pairs.
  @usableFromInline
  static func arithmeticSlow(_ op: Arithmetic, _ left: Value, _ right: Value) throws -> Value {
    if let r = mixed(op, left, right) { return r }
    let a = left.base
    let b = right.base
    let x: Numeric?
    if a.isNull {
      if !b.isNull, b.stringOrNil == nil, Numeric(primitive: b) == nil { return try implicitOperator(op, a, b) }
      x = .int(0)
    } else if case .string(let s) = a {
      if !b.isNull, b.stringOrNil == nil, Numeric(primitive: b) == nil { return try implicitOperator(op, a, b) }
      x = try parseOperand(s)
    } else {
      x = Numeric(primitive: a)
    }
    guard let x, let y = try operand(b, op, a) else { return try implicitOperator(op, a, b) }
    return try numeric(op, x, y)
  }

  // MARK: Numbers

  /// The operation in the type the wider operand calls for.
  static func numeric(_ op: Arithmetic, _ a: Numeric, _ b: Numeric) throws -> Value {
    if let x = a.asInt128, let y = b.asInt128 { return try integer(op, x, y, integerKind(a, b)) }
    switch max(a.rank, b.rank) {
    case 6: return try big(op, a, b)
    case 5: return try decimal(op, a, b)
    default: return .double(float(op, a.asDouble, b.asDouble))
    }
  }

  private enum IntegerKind { case int, uint, long, ulong, float }

  private static func integerKind(_ a: Numeric, _ b: Numeric) -> IntegerKind {
    switch max(a.rank, b.rank) {
    case 0: return .int
    case 1: return a.isNegative || b.isNegative ? .long : .uint
    case 2: return .long
    default: return a.isNegative || b.isNegative ? .float : .ulong
    }
  }

  private static func integer(_ op: Arithmetic, _ x: Int128, _ y: Int128, _ kind: IntegerKind) throws -> Value {
    if kind == .float { return .double(float(op, Double(x), Double(y))) }
    let r: Int128
    switch op {
    case .add: r = x + y
    case .subtract: r = x - y
    case .multiply: r = x.multipliedReportingOverflow(by: y).partialValue
    case .divide:
      if y == 0 { throw divideByZero }
      if x % y != 0 { return .double(Double(x) / Double(y)) }
      r = x / y
    case .remainder:
      if y == 0 { throw divideByZero }
      r = x % y
    }
    switch kind {
    case .int: if let v = Int32(exactly: r) { return .int(v) }
    case .uint: if let v = UInt32(exactly: r) { return .scalar(.uint32, UInt64(v)) }
    case .long: if let v = Int64(exactly: r) { return .long(v) }
    case .ulong: if let v = UInt64(exactly: r) { return .scalar(.uint64, v) }
    case .float: break
    }
    return .double(float(op, Double(x), Double(y)))
  }

  private static func float(_ op: Arithmetic, _ x: Double, _ y: Double) -> Double {
    switch op {
    case .add: return x + y
    case .subtract: return x - y
    case .multiply: return x * y
    case .divide: return x / y
    case .remainder: return x.truncatingRemainder(dividingBy: y)
    }
  }

  private static func decimal(_ op: Arithmetic, _ a: Numeric, _ b: Numeric) throws -> Value {
    guard let x = a.asDecimal, let y = b.asDecimal else { throw decimalOverflow }
    let r: Decimal96?
    switch op {
    case .add: r = x.adding(y)
    case .subtract: r = x.subtracting(y)
    case .multiply: r = x.multiplied(by: y)
    case .divide:
      if y.isZero { throw divideByZero }
      r = x.divided(by: y)
    case .remainder:
      if y.isZero { throw divideByZero }
      r = x.remainder(by: y)
    }
    guard let r else { throw decimalOverflow }
    return .decimal(r)
  }

  private static func big(_ op: Arithmetic, _ a: Numeric, _ b: Numeric) throws -> Value {
    guard let x = a.asBig, let y = b.asBig else {
      throw GuestError.operation(
        "System.OverflowException", "BigInteger cannot represent infinity.")
    }
    switch op {
    case .add: return .bigInteger(x + y)
    case .subtract: return .bigInteger(x - y)
    case .multiply: return .bigInteger(x * y)
    case .divide, .remainder:
      guard let q = x.dividedWithRemainder(by: y) else {
        throw operatorFailed(
          op.method, 2, GuestError.exception("System.DivideByZeroException", "Attempted to divide by zero."))
      }
      return .bigInteger(op == .divide ? q.quotient : q.remainder)
    }
  }

  /// An exception inside an operator method, wrapped as a method call wraps it.
  static func operatorFailed(_ method: String, _ count: Int, _ error: GuestError) -> GuestError {
    let inner = error.record.exception
    let message = "Exception calling \"\(method)\" with \"\(count)\" argument(s): \"\(inner.message)\""
    let e = ExceptionObject(
      Types.named("System.Management.Automation.MethodInvocationException"), message, inner: inner)
    let r = ErrorRecord(e, id: inner.type.name, category: .NotSpecified)
    e.errorRecord = r
    return GuestError(r)
  }
}

extension String {
  /// A string of one UTF-16 unit; a lone surrogate becomes the replacement character.
  init(utf16 unit: UInt16) { self = String(decoding: CollectionOfOne(unit), as: UTF16.self) }
}
