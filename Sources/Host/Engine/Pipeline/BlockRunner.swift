import Basics
import Objects

/// Runs one block again and again in the current scope of its session state: ForEach-Object, Where-Object.
///
/// One frame serves all runs; only `$_` changes, and is put back after each.
public final class BlockRunner {
  private let runspace: Runspace
  private let block: ScriptBlock
  private let compiled: CompiledBlock
  private let scope: Scope
  private let frame: Frame
  private let underscore: Variable
  private let wasMade: Bool
  /// Whether the block is statements alone, so that it needs no processor of its own.
  private let isPlain: Bool

  public convenience init(_ block: ScriptBlock, _ runtime: CommandRuntime, output: Sink? = nil) {
    self.init(block, runtime.runspace, output: output ?? runtime.output, streams: runtime.streams)
  }

  init(_ block: ScriptBlock, _ runspace: Runspace, output: Sink, streams: Streams) {
    self.runspace = runspace
    self.block = block
    compiled = block.compiled
    let state: SessionState = block.sessionState ?? runspace.currentState
    scope = state.currentScope
    frame = Frame(runspace: runspace, block: compiled, scope: scope, output: output, streams: streams)
    frame.caller = runspace.frame
    frame.invocation = runspace.frame?.callInvocation
    wasMade = scope.variables[WellKnown.underscore] == nil
    underscore = frame.underscoreVariable
    isPlain =
      !compiled.isCmdletStyle && compiled.parameters.isEmpty && !compiled.has(.begin) && !compiled.has(.process)
      && !compiled.has(.clean) && !compiled.has(.dynamicParam)
  }

  /// Runs the block for one object; its output goes to `output` or where the runtime's goes.
  public func run(_ value: Value, output: Sink? = nil) throws {
    if runspace.stopRequested { try runspace.checkStop() }
    let saved = underscore.value
    underscore.value = value
    defer { underscore.value = saved }
    if let output { frame.output = output }
    guard isPlain else {
      return try runspace.invokeBlock(
        block, underscore: value, output: frame.output, streams: frame.streams, newScope: false)
    }
    try runspace.descend()
    let place = runspace.enter(scope, frame)
    defer {
      runspace.leave(scope, place)
      runspace.callDepth &-= 1
    }
    _ = try compiled.run(.end, frame)
  }

  /// Runs the block for one object and gives whether what it wrote is true, as Where-Object asks.
  public func test(_ value: Value) throws -> Bool {
    let sink = TestSink()
    try run(value, output: sink)
    return Operations.isTrue(sink.result)
  }

  /// Runs the block for one object, its output going to `output`.
  public func run(underscore value: Value, output: Sink) throws { try run(value, output: output) }

  /// Takes away the `$_` made for the block.
  public func finish() {
    if wasMade, scope.variables[WellKnown.underscore] === underscore {
      scope.variables.removeValue(forKey: WellKnown.underscore)
    }
  }
  deinit { finish() }

  /// Keeps a single value without an array.
  private final class TestSink: Sink {
    private var first: Value = .nothing
    private var more: [Value] = []
    override func write(_ value: Value) throws {
      if case .nothing = first, more.isEmpty { first = value } else { more.append(value) }
    }
    var result: Value { more.isEmpty ? first : .array([first] + more) }
  }
}
