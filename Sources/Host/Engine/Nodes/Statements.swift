import Basics
import Diagnostics
import Objects

/// An expression or pipeline as a statement.
final class ExpressionStatement: StatementNode {
  let node: Node
  /// Whether success sets `$?`; parentheses around a command keep the command's.
  let setsSuccess: Bool
  init(_ node: Node, _ extent: Extent, setsSuccess: Bool) {
    self.node = node
    self.setsSuccess = setsSuccess
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    f.position = extent
    try node.emit(f)
    if setsSuccess, !f.runspace.questionMark { f.runspace.questionMark = true }
    return .next
  }
}

/// Statements in order; each reports or passes on its own errors.
final class StatementListNode: StatementNode {
  let statements: [StatementNode]
  init(_ statements: [StatementNode], _ extent: Extent) {
    self.statements = statements
    super.init(extent)
  }

  override func run(_ f: Frame) throws -> Flow {
    var i = 0
    while i < statements.count {
      let s = statements[i]
      i &+= 1
      if f.runspace.isHooked { try f.runHooks(s.extent) }
      do {
        let flow = try s.run(f)
        if case .next = flow { continue }
        return flow
      } catch let e as GuestError {
        try f.statementFailed(e, s.extent)
      }
    }
    return .next
  }
}

extension Frame {
  /// Gives an error its place unless it has one.
  func located(_ e: GuestError, _ extent: Extent) -> GuestError {
    position = extent
    let error = Frame.named(e.asStatementError())
    runspace.annotate(error, extent: extent, frame: self)
    return error
  }

  /// A .NET exception that no method call wrapped is known by its full type name.
  private static func named(_ e: GuestError) -> GuestError {
    let r = e.record
    if r.category == .NotSpecified, r.invocation == nil, r.errorId == r.exception.type.name,
      !r.exception.type.isAssignable(to: ThrowNode.runtimeException)
    {
      r.errorId = r.exception.type.fullName
      r.category = .OperationStopped
    }
    return e
  }

  /// Gives an error the place that ran last within a statement, which may be a pipeline nested in it.
  func failed(_ e: GuestError, _ extent: Extent) -> GuestError {
    let isInside = position.start >= extent.start && position.end <= extent.end
    return located(e, isInside ? position : extent)
  }

  /// An error reached the statement it happened in: reported when nothing above handles it, else thrown on.
  func statementFailed(_ e: GuestError, _ extent: Extent) throws {
    try runspace.reportStatementError(failed(e, extent), frame: self)
  }

  /// Debugger, tracing and pending events before a statement.
  @inline(never)
  func runHooks(_ extent: Extent) throws {
    if let events = runspace.eventHook { try events() }
    if let statement = runspace.statementHook { try statement(self, extent) }
  }

  @inline(__always)
  func poll() throws {
    if runspace.stopRequested { try runspace.checkStop() }
  }
}

/// A statement list with `trap`s.
final class TrapListNode: StatementNode {
  let statements: [StatementNode]
  let traps: [Trap]

  /// One `trap`, its body compiled as a block of its own because it runs in a scope of its own.
  struct Trap {
    let type: TypeReference?
    let body: CompiledBlock
  }

  init(_ statements: [StatementNode], traps: [Trap], _ extent: Extent) {
    self.statements = statements
    self.traps = traps
    super.init(extent)
  }

  override func run(_ f: Frame) throws -> Flow {
    let outer = f.runspace.propagateErrors
    defer { f.runspace.propagateErrors = outer }
    for s in statements {
      f.runspace.propagateErrors = true
      do {
        if f.runspace.isHooked { try f.runHooks(s.extent) }
        let flow = try s.run(f)
        if case .next = flow { continue }
        return flow
      } catch let e as GuestError {
        f.runspace.propagateErrors = outer
        try handle(f.failed(e, s.extent), f)
      }
    }
    return .next
  }

  private func handle(_ e: GuestError, _ f: Frame) throws {
    guard let (trap, record) = try select(e, f) else { return try f.runspace.reportStatementError(e, frame: f) }
    f.runspace.recordError(e.record, frame: f)
    f.runspace.questionMark = false
    let scope = Scope(parent: f.scope, sessionState: f.sessionState, isScriptScope: false)
    let saved = f.sessionState.currentScope
    f.sessionState.currentScope = scope
    defer { f.sessionState.currentScope = saved }
    let inner = Frame(runspace: f.runspace, block: trap.body, scope: scope, output: f.output, streams: f.streams)
    inner.adoptContext(of: f)
    inner.setLocal(WellKnown.underscore, .object(record))
    switch try trap.body.runRaw(.end, inner) {
    case .continueLoop: return
    case .breakLoop: throw e
    case .next, .returned: try f.runspace.reportStatementError(e, frame: f, afterTrap: true)
    }
  }

  /// The trap for the error: an exact type first, then base types, then the one without a type.
  private func select(_ e: GuestError, _ f: Frame) throws -> (Trap, ErrorRecord)? {
    let types = try traps.map { try $0.type?.resolve(f) }
    guard let (i, record) = ErrorMatch.select(e.record, types: types.map { [$0] }) else { return nil }
    return (traps[i], record)
  }
}

extension Frame {
  /// Makes this frame stand for the same activation as another: traps and dotted pieces of a block.
  func adoptContext(of other: Frame) {
    caller = other.caller
    invocation = other.invocation
    runtime = other.runtime
    functionName = other.functionName
    handled = other.handled
  }
}

/// Finds the handler for an error among lists of types.
enum ErrorMatch {
  /// The index of the handler and the record it sees; a nil type catches everything.
  ///
  /// The most derived matching type wins. When the exception itself matches nothing its inner exception is
  /// tried, and the handler then sees that one.
  static func select(_ record: ErrorRecord, types: [[TypeInfo?]]) -> (Int, ErrorRecord)? {
    if let i = best(record.exception.typeInfo, types) { return (i, record) }
    if let inner = record.exception.inner, let i = best(inner.typeInfo, types) {
      return (i, copy(record, with: inner))
    }
    for (i, list) in types.enumerated() where list.contains(where: { $0 == nil }) { return (i, record) }
    return nil
  }

  private static func best(_ type: TypeInfo, _ types: [[TypeInfo?]]) -> Int? {
    var found: Int?
    var foundType: TypeInfo?
    for (i, list) in types.enumerated() {
      for case let candidate? in list where type.isAssignable(to: candidate) {
        if let now = foundType, !(candidate !== now && candidate.isAssignable(to: now)) { continue }
        found = i
        foundType = candidate
      }
    }
    return found
  }

  private static func copy(_ r: ErrorRecord, with exception: ExceptionObject) -> ErrorRecord {
    let c = ErrorRecord(exception, id: r.errorId, category: r.category, target: r.target)
    c.activity = r.activity
    c.reason = r.reason
    c.targetName = r.targetName
    c.targetTypeName = r.targetTypeName
    c.detailsMessage = r.detailsMessage
    c.recommendedAction = r.recommendedAction
    c.commandClass = r.commandClass
    c.invocation = r.invocation
    c.scriptStackTrace = r.scriptStackTrace
    c.isLogged = r.isLogged
    return c
  }
}

/// `if … elseif … else`.
final class IfNode: StatementNode {
  let conditions: [Node]
  let conditionExtents: [Extent]
  let bodies: [StatementNode]
  let otherwise: StatementNode?
  init(
    _ conditions: [Node], conditionExtents: [Extent], bodies: [StatementNode], otherwise: StatementNode?,
    _ extent: Extent
  ) {
    self.conditions = conditions
    self.conditionExtents = conditionExtents
    self.bodies = bodies
    self.otherwise = otherwise
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    var i = 0
    while i < conditions.count {
      let holds: Bool
      f.position = conditionExtents[i]
      do {
        holds = try conditions[i].test(f)
      } catch let e as GuestError {
        throw f.failed(e, conditionExtents[i])
      }
      if holds { return try bodies[i].run(f) }
      i &+= 1
    }
    return try otherwise?.run(f) ?? .next
  }
}

/// `return value`.
final class ReturnNode: StatementNode {
  let value: Node?
  /// Whether this returns from a class method, whose value is kept rather than written.
  let inMethod: Bool
  init(_ value: Node?, inMethod: Bool, _ extent: Extent) {
    self.value = value
    self.inMethod = inMethod
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    guard let value else { return .returned }
    f.position = extent
    if inMethod {
      f.methodResult = try value.eval(f)
    } else {
      try value.emit(f)
    }
    return .returned
  }
}

/// `break` and `continue`.
final class JumpNode: StatementNode {
  let isBreak: Bool
  let label: Node?
  private let fixed: Symbol?
  init(isBreak: Bool, label: Node?, _ extent: Extent) {
    self.isBreak = isBreak
    if case .string(let s)? = label?.constant {
      fixed = Symbol(s)
      self.label = nil
    } else {
      fixed = nil
      self.label = label
    }
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    var symbol = fixed
    if let label {
      let text = try f.text(try label.eval(f))
      symbol = text.isEmpty ? nil : Symbol(text)
    }
    return isBreak ? .breakLoop(symbol) : .continueLoop(symbol)
  }
}

/// `exit code`.
final class ExitNode: StatementNode {
  let value: Node?
  init(_ value: Node?, _ extent: Extent) {
    self.value = value
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    guard let value else { throw FlowSignal.exit(0) }
    let v = try value.eval(f)
    if v.isNull { throw FlowSignal.exit(0) }
    if case .int(let code)? = Operations.tryConvert(v, to: Types.int32) { throw FlowSignal.exit(code) }
    throw FlowSignal.exit(0)
  }
}

/// `throw value`.
final class ThrowNode: StatementNode {
  let value: Node?
  init(_ value: Node?, _ extent: Extent) {
    self.value = value
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    guard let value else {
      if let last = f.handled.last {
        last.record.wasThrown = true
        throw last
      }
      throw f.located(ThrowNode.error(.null), extent)
    }
    let v = try value.eval(f)
    throw f.located(ThrowNode.error(v), extent)
  }

  /// The error that throwing a value raises.
  static func error(_ v: Value) -> GuestError {
    let record = self.record(v)
    record.wasThrown = true
    return GuestError(record)
  }

  private static func record(_ v: Value) -> ErrorRecord {
    if let r = v.asObject(ErrorRecord.self) { return r }
    if let e = v.asObject(ExceptionObject.self) {
      if let own = e.errorRecord, e.typeInfo.isAssignable(to: runtimeException) { return own }
      return ErrorRecord(e, id: e.message, category: .OperationStopped)
    }
    let text = v.isNull ? "ScriptHalted" : ((try? Operations.toString(v)) ?? "")
    let e = ExceptionObject(runtimeException, text)
    let r = ErrorRecord(e, id: text, category: .OperationStopped, target: v.isNull ? .null : v)
    e.errorRecord = r
    return r
  }

  static let runtimeException = Types.named("System.Management.Automation.RuntimeException")
}

/// `try … catch … finally`.
final class TryNode: StatementNode {
  struct Clause {
    /// Empty: catches everything.
    let types: [TypeReference]
    let body: StatementNode
  }
  let body: StatementNode
  let clauses: [Clause]
  let cleanup: StatementNode?
  init(_ body: StatementNode, clauses: [Clause], cleanup: StatementNode?, _ extent: Extent) {
    self.body = body
    self.clauses = clauses
    self.cleanup = cleanup
    super.init(extent)
  }

  override func run(_ f: Frame) throws -> Flow {
    guard let cleanup else { return try guarded(f) }
    let flow: Flow
    do {
      flow = try guarded(f)
    } catch {
      try runCleanup(cleanup, f)
      throw error
    }
    try runCleanup(cleanup, f)
    return flow
  }

  /// Runs the `finally` block even while a stop is under way.
  private func runCleanup(_ cleanup: StatementNode, _ f: Frame) throws {
    let stopping = f.runspace.stopRequested
    f.runspace.stopRequested = false
    defer { if stopping { f.runspace.stopRequested = true } }
    _ = try cleanup.run(f)
  }

  private func guarded(_ f: Frame) throws -> Flow {
    guard !clauses.isEmpty else { return try attempt(f) }
    do {
      return try attempt(f)
    } catch let e as GuestError {
      return try handle(e, f)
    }
  }

  private func attempt(_ f: Frame) throws -> Flow {
    let rs = f.runspace
    let outer = rs.propagateErrors
    // With a `finally` alone, errors are reported where they happen unless something above catches them.
    rs.propagateErrors = outer || !clauses.isEmpty
    defer { rs.propagateErrors = outer }
    return try body.run(f)
  }

  private func handle(_ e: GuestError, _ f: Frame) throws -> Flow {
    let types: [[TypeInfo?]] = try clauses.map { clause in
      clause.types.isEmpty ? [nil] : try clause.types.map { try $0.resolve(f) }
    }
    guard let (i, record) = ErrorMatch.select(e.record, types: types) else { throw e }
    f.runspace.recordError(record, frame: f)
    f.runspace.questionMark = false
    let underscore = f.underscoreVariable
    let before = underscore.value
    underscore.value = .object(record)
    f.handled.append(GuestError(record))
    defer {
      underscore.value = before
      f.handled.removeLast()
    }
    return try clauses[i].body.run(f)
  }
}
