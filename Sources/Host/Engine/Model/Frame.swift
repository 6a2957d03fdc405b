import Basics
import Diagnostics
import Objects
import Syntax

/// One activation of a compiled block: what its nodes read and write while it runs.
///
/// The pipeline's processors make one per activation (`Frame(runspace:block:scope:output:streams:)`),
/// fill `caller`, `invocation`, `runtime` and `functionName`, bind parameters with
/// `CompiledBlock.initializeParameters`, and call `CompiledBlock.run`. A block that runs many times in
/// the same scope (ForEach-Object, Where-Object) keeps one frame and only changes `$_` in between.
public final class Frame {
  public let runspace: Runspace
  public let block: CompiledBlock
  /// Where unqualified assignments go: a scope of its own, or the caller's when dot-sourced.
  public let scope: Scope
  /// The output stream: where statements write.
  public var output: Sink
  /// The other streams that commands in this block inherit; its `output` member is not used.
  public var streams: Streams
  /// The place of the command, method call or statement that runs, for call stacks and error positions.
  public var position: Extent
  /// The frame that called this one; nil for the outermost.
  public var caller: Frame?
  /// The `$MyInvocation` of the block; nil when nobody asked for one.
  public var invocation: InvocationInfo?
  /// The call that made the frame, from which `callInvocation` is made when asked for.
  var callSite: CommandSite?
  var callCommand: CommandInfo?
  /// The command the block is the body of, for `$PSCmdlet`, preferences and streams; nil for bare blocks.
  public var runtime: CommandRuntime?
  /// The name the call stack shows; `<ScriptBlock>` when empty.
  public var functionName = ""
  /// The object to commit `return` values of class methods to: the last value wins and nothing is written.
  var methodResult: Value = .nothing
  /// The class method that runs, for calls of base constructors.
  var method: ClassMethod?
  /// Whether the classes and modules the block brings in are known in its scope.
  var isPrepared = false
  /// The errors being handled, innermost last, for a bare `throw` in `catch`.
  var handled: [GuestError] = []
  /// Variables of `scope` by the block's slot numbers; nil until first used.
  let slots: UnsafeMutablePointer<Variable?>
  private let slotCount: Int

  public init(runspace: Runspace, block: CompiledBlock, scope: Scope, output: Sink, streams: Streams) {
    self.runspace = runspace
    self.block = block
    self.scope = scope
    self.output = output
    self.streams = streams
    position = block.extent
    slotCount = block.slotCount
    slots = .allocate(capacity: max(1, slotCount))
    slots.initialize(repeating: nil, count: slotCount)
  }

  deinit {
    slots.deinitialize(count: slotCount)
    slots.deallocate()
  }

  /// The session state whose commands and variables the block sees.
  public var sessionState: SessionState { scope.sessionState }

  /// Where commands of the block come from: the prompt alone is the runspace, files and blocks are internal.
  var origin: CommandOrigin {
    guard let i = invocation, i.commandOrigin == .runspace, source.file == nil else { return .internal }
    return .runspace
  }

  /// The source the block was compiled from.
  public var source: SourceText { block.source }

  /// The level of Set-StrictMode that applies here (0 = off).
  public var strictVersion: Int {
    var s: Scope? = scope
    while let here = s {
      if let v = here.strictVersion { return v }
      // A module does not see the mode of the session around it.
      if here === here.sessionState.rootScope { return 0 }
      s = here.parent
    }
    return 0
  }

  /// Reads or sets `$_` as a variable of the frame's own scope.
  public var underscore: Value {
    get { scope.findVariable(WellKnown.underscore)?.get() ?? .null }
    set { setLocal(WellKnown.underscore, newValue) }
  }

  /// The `$_` variable of the frame's scope, made when it is missing; callers save and restore its value.
  public var underscoreVariable: Variable {
    if let v = scope.variables[WellKnown.underscore] { return v }
    let v = Variable(WellKnown.underscore, .null)
    scope.variables[WellKnown.underscore] = v
    return v
  }

  /// Sets an automatic variable (`$args`, `$this`, `$PSBoundParameters`) in the frame's own scope.
  public func setLocal(_ name: Symbol, _ value: Value) {
    if let v = scope.variables[name] {
      v.value = value
    } else {
      scope.variables[name] = Variable(name, value)
    }
  }
}

/// Symbols of automatic variables.
public enum WellKnown {
  public static let underscore = Symbol("_")
  public static let psItem = Symbol("PSItem")
  public static let this = Symbol("this")
  public static let args = Symbol("args")
  public static let input = Symbol("input")
  public static let psBoundParameters = Symbol("PSBoundParameters")
  public static let psCmdlet = Symbol("PSCmdlet")
  public static let myInvocation = Symbol("MyInvocation")
  public static let psScriptRoot = Symbol("PSScriptRoot")
  public static let psCommandPath = Symbol("PSCommandPath")
  public static let foreachVariable = Symbol("foreach")
  public static let switchVariable = Symbol("switch")
  public static let matches = Symbol("Matches")
  public static let ofs = Symbol("OFS")
  public static let error = Symbol("Error")
  public static let count = Symbol("Count")
  public static let length = Symbol("Length")
  public static let questionMark = Symbol("?")
  public static let stackTrace = Symbol("StackTrace")
  public static let executionContext = Symbol("ExecutionContext")
}
