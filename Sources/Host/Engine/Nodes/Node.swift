import Basics
import Diagnostics
import Objects

/// An expression, pipeline or anything else that has a value, ready to run.
///
/// One virtual call evaluates it; subclasses are final and specialised for common shapes.
class Node {
  init() {}

  /// The value; `.nothing` for an empty result.
  func eval(_ f: Frame) throws -> Value { .nothing }

  /// The value as a condition.
  func test(_ f: Frame) throws -> Bool {
    let v = try eval(f)
    if case .bool(let b) = v { return b }
    return Operations.isTrue(v)
  }

  /// Writes what the node gives as a statement to the frame's output.
  func emit(_ f: Frame) throws {
    let v = try eval(f)
    switch v {
    case .nothing: return
    case .object: try f.output.writeEnumerated(v)
    default: try f.output.write(v)
    }
  }

  /// Runs for its effects alone.
  func discard(_ f: Frame) throws { _ = try eval(f) }

  /// The value when it is known before the program runs.
  var constant: Value? { nil }

  /// Whether the node writes nothing as a statement although it has a value: assignments, `++`.
  var isVoid: Bool { false }
}

/// A statement, ready to run.
class StatementNode {
  let extent: Extent
  init(_ extent: Extent) { self.extent = extent }
  func run(_ f: Frame) throws -> Flow { .next }
}

/// A value known at compile time.
final class ConstantNode: Node {
  let value: Value
  init(_ value: Value) { self.value = value }
  override func eval(_ f: Frame) throws -> Value { value }
  override func test(_ f: Frame) throws -> Bool { Operations.isTrue(value) }
  override var constant: Value? { value }
}

/// A node made of a closure, for rare shapes.
final class ClosureNode: Node {
  let body: (Frame) throws -> Value
  init(_ body: @escaping (Frame) throws -> Value) { self.body = body }
  override func eval(_ f: Frame) throws -> Value { try body(f) }
}

/// `( … )`: the value of a pipeline, enumerated when written as a statement.
final class ParenNode: Node {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value { try inner.eval(f) }
  override func test(_ f: Frame) throws -> Bool { try inner.test(f) }
  override var constant: Value? { inner.constant }
}

/// Statements whose output is collected: `$( … )`, `$x = if …`, hashtable values.
final class CaptureNode: Node {
  let body: StatementNode
  init(_ body: StatementNode) { self.body = body }

  override func eval(_ f: Frame) throws -> Value {
    let sink = CollectingSink()
    try run(f, into: sink)
    return sink.result
  }

  /// Runs the statements into a sink; control flow out of them travels on as a signal.
  func run(_ f: Frame, into sink: CollectingSink) throws {
    let saved = f.output
    f.output = sink
    defer { f.output = saved }
    let flow: Flow
    do {
      flow = try body.run(f)
    } catch let signal as LocalReturn {
      try Self.flush(sink, to: saved)
      throw signal
    }
    if case .next = flow { return }
    // What was collected so far is not lost: `$(1; 2; return 3)` gives all three.
    try Self.flush(sink, to: saved)
    switch flow {
    case .next: return
    case .breakLoop(let label): throw FlowSignal.breakLoop(label)
    case .continueLoop(let label): throw FlowSignal.continueLoop(label)
    case .returned: throw LocalReturn()
    }
  }

  private static func flush(_ sink: CollectingSink, to outer: Sink) throws {
    let values = sink.values
    sink.values = []
    for v in values { try outer.write(v) }
  }
}

/// `return` inside a `$( … )` or another capture: unwinds to the block being run.
struct LocalReturn: Error {}

/// `$( expression )` with a single expression: no sink is needed unless it gives a collection.
final class SubExpressionNode: Node {
  let inner: Node
  let extent: Extent
  init(_ inner: Node, _ extent: Extent) {
    self.inner = inner
    self.extent = extent
  }
  override func eval(_ f: Frame) throws -> Value {
    let v: Value
    f.position = extent
    do {
      v = try inner.eval(f)
    } catch let e as GuestError {
      try f.statementFailed(e, extent)
      return .nothing
    }
    guard case .object(let o) = v else { return v }
    if let a = o as? PSArray, a.dimensions == nil {
      switch a.elements.count {
      case 0: return .nothing
      case 1: return a.elements[0].orNull
      default: return .array(a.elements)
      }
    }
    let sink = CollectingSink()
    try sink.writeEnumerated(v)
    return sink.result
  }
}

/// `@( … )` over statements.
final class ArrayCaptureNode: Node {
  let body: CaptureNode
  init(_ body: StatementNode) { self.body = CaptureNode(body) }
  override func eval(_ f: Frame) throws -> Value {
    let sink = CollectingSink()
    try body.run(f, into: sink)
    return .array(sink.values)
  }
}

/// `@( expression )` with a single expression.
final class ArrayOfNode: Node {
  let inner: Node
  let extent: Extent
  init(_ inner: Node, _ extent: Extent) {
    self.inner = inner
    self.extent = extent
  }
  override func eval(_ f: Frame) throws -> Value {
    let v: Value
    f.position = extent
    do {
      v = try inner.eval(f)
    } catch let e as GuestError {
      try f.statementFailed(e, extent)
      return .array([])
    }
    switch v {
    case .nothing: return .array([])
    case .object(let o):
      if let a = o as? PSArray, a.dimensions == nil { return .array(a.elements) }
      let sink = CollectingSink()
      try sink.writeEnumerated(v)
      return .array(sink.values)
    default: return .array([v])
    }
  }
}

/// `@()`.
final class EmptyArrayNode: Node {
  override func eval(_ f: Frame) throws -> Value { .array([]) }
}

/// `a, b, c`.
final class ArrayLiteralNode: Node {
  let elements: [Node]
  init(_ elements: [Node]) { self.elements = elements }
  override func eval(_ f: Frame) throws -> Value {
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for e in elements { values.append(try e.eval(f).orNull) }
    return .array(values)
  }
}

/// A piece of an expandable string.
final class ExpandableStringNode: Node {
  let texts: [String]
  /// One expression after each text but the last.
  let parts: [Node]
  init(texts: [String], parts: [Node]) {
    self.texts = texts
    self.parts = parts
  }
  override func eval(_ f: Frame) throws -> Value {
    var result = texts[0]
    var i = 0
    while i < parts.count {
      switch try parts[i].eval(f) {
      case .string(let s): result += s
      case .int(let n): result += String(n)
      case .nothing, .null: break
      case let v: result += try f.text(v)
      }
      result += texts[i + 1]
      i += 1
    }
    return .string(result)
  }
}

/// A variable in a string: undefined ones read as null below strict mode 2.
final class StringVariableNode: Node {
  let inner: LocalNode
  init(_ inner: LocalNode) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value {
    if let v = f.slots[inner.slot], v.isPlain { return v.value }
    if let v = inner.find(f) { return v.get() }
    return f.strictVersion >= 2 ? try f.undefinedVariable(inner.symbol) : .null
  }
}

extension Frame {
  /// The string conversion of a value as code of this frame sees it.
  func text(_ v: Value) throws -> String { try Operations.toString(v) }
}

/// `cond ? a : b`.
final class TernaryNode: Node {
  let condition: Node
  let yes: Node
  let no: Node
  init(_ condition: Node, _ yes: Node, _ no: Node) {
    self.condition = condition
    self.yes = yes
    self.no = no
  }
  override func eval(_ f: Frame) throws -> Value {
    try condition.test(f) ? try yes.eval(f) : try no.eval(f)
  }
}

/// `a ?? b`.
final class CoalesceNode: Node {
  let left: Node
  let right: Node
  init(_ left: Node, _ right: Node) {
    self.left = left
    self.right = right
  }
  override func eval(_ f: Frame) throws -> Value {
    let v = try left.eval(f)
    return v.isNull ? try right.eval(f) : v
  }
}

/// `-and`.
final class AndNode: Node {
  let left: Node
  let right: Node
  init(_ left: Node, _ right: Node) {
    self.left = left
    self.right = right
  }
  override func eval(_ f: Frame) throws -> Value { .bool(try test(f)) }
  override func test(_ f: Frame) throws -> Bool {
    guard try left.test(f) else { return false }
    return try right.test(f)
  }
}

/// `-or`.
final class OrNode: Node {
  let left: Node
  let right: Node
  init(_ left: Node, _ right: Node) {
    self.left = left
    self.right = right
  }
  override func eval(_ f: Frame) throws -> Value { .bool(try test(f)) }
  override func test(_ f: Frame) throws -> Bool {
    if try left.test(f) { return true }
    return try right.test(f)
  }
}

/// `-not` and `!`.
final class NotNode: Node {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value { .bool(try !inner.test(f)) }
  override func test(_ f: Frame) throws -> Bool { try !inner.test(f) }
}
