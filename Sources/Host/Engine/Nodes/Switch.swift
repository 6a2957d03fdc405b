import Basics
import Diagnostics
import Objects

/// `switch (…) { … }`.
final class SwitchNode: StatementNode {
  enum Mode { case exact, wildcard, regex }
  struct Clause {
    let condition: Node
    /// The block of a `{ … }` condition, run in place with `$_`.
    let block: StatementNode?
    let body: StatementNode
  }
  let label: Symbol?
  let value: Node
  let valueExtent: Extent
  let mode: Mode
  let ignoreCase: Bool
  let isFile: Bool
  let clauses: [Clause]
  let otherwise: StatementNode?

  init(
    label: Symbol?, value: Node, valueExtent: Extent, mode: Mode, ignoreCase: Bool, isFile: Bool,
    clauses: [Clause], otherwise: StatementNode?, _ extent: Extent
  ) {
    self.label = label
    self.value = value
    self.valueExtent = valueExtent
    self.mode = mode
    self.ignoreCase = ignoreCase
    self.isFile = isFile
    self.clauses = clauses
    self.otherwise = otherwise
    super.init(extent)
  }

  override func run(_ f: Frame) throws -> Flow {
    let items: LoopEnumerator
    f.position = valueExtent
    do {
      let v = try value.eval(f)
      if isFile {
        items = LoopEnumerator(ValueIterator(try lines(of: v, f)))
      } else {
        items = LoopEnumerator(try v.isNull ? ValueIterator([.null]) : Operations.enumerate(v) ?? ValueIterator([v]))
      }
    } catch let e as GuestError {
      throw f.failed(e, valueExtent)
    }
    let underscore = f.underscoreVariable
    let before = underscore.value
    let beforeSwitch = f.scope.variables[WellKnown.switchVariable]?.value
    f.setLocal(WellKnown.switchVariable, .object(items))
    defer {
      underscore.value = before
      f.setLocal(WellKnown.switchVariable, beforeSwitch ?? .null)
    }
    while try items.moveNext() {
      try f.poll()
      switch try one(items.current, underscore, f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }

  /// Runs the clauses that match one value.
  private func one(_ v: Value, _ underscore: Variable, _ f: Frame) throws -> LoopStep {
    underscore.value = v
    var any = false
    for c in clauses {
      guard try matches(c, v, f) else { continue }
      any = true
      switch try step(c.body, f) {
      case .again(let ended): if ended { return .again }
      case .done: return .done
      case .leave(let flow): return .leave(flow)
      }
      underscore.value = v
    }
    guard !any, let otherwise else { return .again }
    switch try step(otherwise, f) {
    case .again: return .again
    case .done: return .done
    case .leave(let flow): return .leave(flow)
    }
  }

  /// How a clause ended: with the next clause, or (`continue`) with the next value.
  private enum Step {
    case again(nextValue: Bool)
    case done
    case leave(Flow)
  }

  private func step(_ body: StatementNode, _ f: Frame) throws -> Step {
    let flow: Flow
    do {
      flow = try body.run(f)
    } catch let signal as FlowSignal {
      switch signal {
      case .breakLoop(let l): flow = .breakLoop(l)
      case .continueLoop(let l): flow = .continueLoop(l)
      default: throw signal
      }
    }
    switch flow {
    case .next: return .again(nextValue: false)
    case .continueLoop(let l):
      if let l, l != label { return .leave(flow) }
      return .again(nextValue: true)
    case .breakLoop(let l):
      if let l, l != label { return .leave(flow) }
      return .done
    case .returned: return .leave(flow)
    }
  }

  private func matches(_ c: Clause, _ v: Value, _ f: Frame) throws -> Bool {
    if let block = c.block {
      let sink = CollectingSink()
      let saved = f.output
      f.output = sink
      defer { f.output = saved }
      _ = try block.run(f)
      return Operations.isTrue(sink.result)
    }
    let wanted = try c.condition.eval(f)
    if let block = wanted.asObject(ScriptBlock.self) {
      let sink = CollectingSink()
      try f.runspace.invokeBlock(block, arguments: [], underscore: v, output: sink)
      return Operations.isTrue(sink.result)
    }
    switch mode {
    case .exact: return try equal(v, wanted, f)
    case .wildcard:
      return try Operations.wildcard(try f.text(wanted), ignoreCase).matches(try f.text(v))
    case .regex:
      // A regex object counts by its pattern: the statement decides about case.
      let pattern: Value = wanted.asObject(RegexObject.self).map { .string($0.pattern) } ?? wanted
      let regex = try Operations.regex(pattern, ignoreCase: ignoreCase)
      guard let table = Operations.matches(try f.text(v), regex) else { return false }
      try f.setMatches(table)
      return true
    }
  }

  /// Whether a value and a clause read the same as text.
  private func equal(_ v: Value, _ wanted: Value, _ f: Frame) throws -> Bool {
    switch (v, wanted) {
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)): return Collation.equal(a, b, ignoreCase: ignoreCase)
    default: break
    }
    if wanted.isNull || v.isNull { return wanted.isNull && v.isNull }
    return Collation.equal(try f.text(v), try f.text(wanted), ignoreCase: ignoreCase)
  }

  private func lines(of v: Value, _ f: Frame) throws -> [Value] {
    let name = try f.text(v)
    let path = try f.runspace.resolvePath(name)
    guard let bytes = ScriptFile.read(path) else {
      throw GuestError.runtime(
        "PathNotFound", "Cannot find path '\(path)' because it does not exist.", .ObjectNotFound,
        target: .string(path), type: "System.Management.Automation.ItemNotFoundException")
    }
    let source = SourceText(bytes: bytes)
    guard source.count > 0 else { return [] }
    var result: [Value] = (1...source.lineCount).map { .string(source.lineText($0)) }
    if Int(source.lineStart(source.lineCount)) == source.count { result.removeLast() }
    return result
  }
}
