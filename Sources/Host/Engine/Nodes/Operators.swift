import Basics
import Objects

/// An operator with two operands.
class BinaryNode: Node {
  final let left: Node
  final let right: Node
  init(_ left: Node, _ right: Node) {
    self.left = left
    self.right = right
  }
}

/// Any binary operator without a shape of its own.
final class OperatorNode: BinaryNode {
  let op: BinaryOperation
  init(_ left: Node, _ op: @escaping BinaryOperation, _ right: Node) {
    self.op = op
    super.init(left, right)
  }
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    return try op(a, try right.eval(f))
  }
}

/// A prefix operator.
final class PrefixNode: Node {
  let inner: Node
  let op: (Value) throws -> Value
  init(_ inner: Node, _ op: @escaping (Value) throws -> Value) {
    self.inner = inner
    self.op = op
  }
  override func eval(_ f: Frame) throws -> Value { try op(try inner.eval(f)) }
}

/// What an arithmetic operator does with integers, floats and everything else.
protocol ArithmeticOperator {
  static func ints(_ a: Int32, _ b: Int32) -> (Int32, Bool)
  static func doubles(_ a: Double, _ b: Double) -> Double
  static func general(_ a: Value, _ b: Value) throws -> Value
}

enum AddOperator: ArithmeticOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> (Int32, Bool) { a.addingReportingOverflow(b) }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Double { a + b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.add(a, b) }
}

enum SubtractOperator: ArithmeticOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> (Int32, Bool) { a.subtractingReportingOverflow(b) }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Double { a - b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.subtract(a, b) }
}

enum MultiplyOperator: ArithmeticOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> (Int32, Bool) { a.multipliedReportingOverflow(by: b) }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Double { a * b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.multiply(a, b) }
}

enum RemainderOperator: ArithmeticOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> (Int32, Bool) {
    b > 0 ? (a % b, false) : (0, true)
  }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Double { a.truncatingRemainder(dividingBy: b) }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.remainder(a, b) }
}

/// `a + b`, `a - b`, `a * b`, `a % b`.
final class ArithmeticNode<Op: ArithmeticOperator>: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if case .int(let x) = a, case .int(let y) = b {
      let (r, overflow) = Op.ints(x, y)
      if !overflow { return .int(r) }
    } else if case .double(let x) = a, case .double(let y) = b {
      return .double(Op.doubles(x, y))
    }
    return try Op.general(a, b)
  }
}

/// The same with an integer constant on the right.
final class ArithmeticConstantNode<Op: ArithmeticOperator>: Node {
  let left: Node
  let right: Int32
  init(_ left: Node, _ right: Int32) {
    self.left = left
    self.right = right
  }
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    if case .int(let x) = a {
      let (r, overflow) = Op.ints(x, right)
      if !overflow { return .int(r) }
    }
    return try Op.general(a, .int(right))
  }
}

/// What a comparison does with integers, floats and everything else.
protocol ComparisonOperator {
  static func ints(_ a: Int32, _ b: Int32) -> Bool
  static func doubles(_ a: Double, _ b: Double) -> Bool
  static func general(_ a: Value, _ b: Value) throws -> Value
}

enum EqualOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a == b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a == b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.eq(a, b, ignoreCase: true) }
}

enum NotEqualOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a != b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a != b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.ne(a, b, ignoreCase: true) }
}

enum LessOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a < b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a < b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.lt(a, b, ignoreCase: true) }
}

enum LessEqualOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a <= b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a <= b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.le(a, b, ignoreCase: true) }
}

enum GreaterOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a > b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a > b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.gt(a, b, ignoreCase: true) }
}

enum GreaterEqualOperator: ComparisonOperator {
  @inline(__always) static func ints(_ a: Int32, _ b: Int32) -> Bool { a >= b }
  @inline(__always) static func doubles(_ a: Double, _ b: Double) -> Bool { a >= b }
  static func general(_ a: Value, _ b: Value) throws -> Value { try Operations.ge(a, b, ignoreCase: true) }
}

/// `-eq`, `-lt` and the like, ignoring case.
final class ComparisonNode<Op: ComparisonOperator>: BinaryNode {
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if case .int(let x) = a, case .int(let y) = b { return .bool(Op.ints(x, y)) }
    if case .double(let x) = a, case .double(let y) = b { return .bool(Op.doubles(x, y)) }
    return try Op.general(a, b)
  }
  override func test(_ f: Frame) throws -> Bool {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if case .int(let x) = a, case .int(let y) = b { return Op.ints(x, y) }
    if case .double(let x) = a, case .double(let y) = b { return Op.doubles(x, y) }
    let r = try Op.general(a, b)
    if case .bool(let flag) = r { return flag }
    return Operations.isTrue(r)
  }
}

/// The same with an integer constant on the right.
final class ComparisonConstantNode<Op: ComparisonOperator>: Node {
  let left: Node
  let right: Int32
  init(_ left: Node, _ right: Int32) {
    self.left = left
    self.right = right
  }
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    if case .int(let x) = a { return .bool(Op.ints(x, right)) }
    return try Op.general(a, .int(right))
  }
  override func test(_ f: Frame) throws -> Bool {
    let a = try left.eval(f)
    if case .int(let x) = a { return Op.ints(x, right) }
    return Operations.isTrue(try Op.general(a, .int(right)))
  }
}

/// `-match` and `-notmatch`, which set `$Matches`.
final class MatchNode: BinaryNode {
  let negated: Bool
  let ignoreCase: Bool
  init(_ left: Node, _ right: Node, negated: Bool, ignoreCase: Bool) {
    self.negated = negated
    self.ignoreCase = ignoreCase
    super.init(left, right)
  }
  override func eval(_ f: Frame) throws -> Value {
    let a = try left.eval(f)
    let b = try right.eval(f)
    if negated {
      return try Operations.notMatch(a, b, ignoreCase: ignoreCase) { try f.setMatches($0) }
    }
    return try Operations.match(a, b, ignoreCase: ignoreCase) { try f.setMatches($0) }
  }
}

extension Frame {
  /// Sets `$Matches` as an assignment in this scope would.
  func setMatches(_ table: PSDictionary) throws {
    try scope.variableForAssignment(WellKnown.matches).set(.object(table))
  }
}
