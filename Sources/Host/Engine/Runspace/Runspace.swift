import Basics
import Diagnostics
import Objects
import Processes
import Syntax

/// A session in which guest code runs: its global state, streams, errors and hooks.
///
/// One thread runs it (see `EngineThread`). Everything that needs a room above comes in as a protocol
/// or closure that the room sets.
public final class Runspace {
  /// The runspace whose code runs on this thread.
  // One engine thread today; a parallel runspace sets its own while it runs.
  nonisolated(unsafe) public static var current: Runspace?

  public let globalState: SessionState
  /// The session state whose code runs now; its `currentScope` is where.
  public var currentState: SessionState
  /// The innermost activation, for positions and call stacks.
  public var frame: Frame?
  public var resolver: (any CommandResolver)!
  public var host: (any HostInterface)!
  /// Drives by lower-case name for `$drive:item`.
  public var drives: [String: any VariableDrive] = [:]
  /// `$Error`, newest first.
  public let errors = PSList(Types.arrayList)
  /// `$?`.
  public var questionMark = true
  /// Set from a signal handler's aftermath to stop what runs.
  @inline(__always)
  public var stopRequested: Bool {
    get { stopCell.pointee != 0 }
    set { if newValue { Interrupts.raise() } else { Interrupts.clear() } }
  }
  /// The word that an interrupt sets.
  private let stopCell = Interrupts.cell
  /// Whether the last top-level run ended by `exit`.
  var endsBySignal = false
  /// Guest calls on the stack.
  public var callDepth = 0
  /// Raised by everything that changes what a command name means, so that call sites look again.
  public var commandEpoch = 0
  /// Whether errors of statements leave for an enclosing `try` or `trap` instead of being reported.
  public var propagateErrors = false
  /// Where top-level output goes: the host's formatter.
  public private(set) var hostOutput: Sink
  /// Where streams 2…6 go when nothing redirects them.
  public private(set) var hostStreams: Streams
  /// Type data by type name (Update-TypeData, types.ps1xml).
  public var typeTables: [CIString: MemberTable] = [:]
  /// Opens a file for `>`; formatting of objects happens in the sink, which `close` ends.
  public var fileSink: ((_ path: String, _ append: Bool) throws -> ClosableSink)?
  /// Formats objects for the standard input of a program: calls back with each line of text.
  public var nativeInputFormatter: ((_ line: @escaping (String) throws -> Void) -> ClosableSink)?
  /// Starts `pipeline &`; gives the job.
  public var jobHook: ((_ pipeline: PipelineBaseAst, _ frame: Frame) throws -> Value)?
  /// Runs pending engine events between statements; set only while any are registered.
  public var eventHook: (() throws -> Void)? {
    didSet { isHooked = eventHook != nil || statementHook != nil }
  }
  /// Whether anything is to be called between statements.
  private(set) var isHooked = false
  /// Called before each statement while breakpoints or tracing are on.
  public var statementHook: ((_ frame: Frame, _ extent: Extent) throws -> Void)? {
    didSet { isHooked = eventHook != nil || statementHook != nil }
  }
  /// Called when a command name was resolved, for tracing and telemetry of hosts.
  public var commandHook: ((_ name: String, _ command: CommandInfo) throws -> Void)?
  /// Shows the help of a command (`-?`).
  public var helpHook: ((_ command: CommandInfo, _ output: Sink) throws -> Void)?
  /// The directory native commands start in and relative paths refer to; kept by the session.
  public var workingDirectory: () -> String = { "/" }
  /// `~` and provider paths to file system paths, for redirections; kept by the session.
  public var resolvePath: (_ path: String) throws -> String = { $0 }
  /// Expands an unquoted wildcard word for native commands; nil keeps the word.
  public var globPath: (_ pattern: String) -> [String]? = { _ in nil }
  /// Environment that native commands get, as `NAME=value`; nil inherits the process's.
  public var environment: () -> [String]? = { nil }
  /// Imports what `using module` names into a session state; kept by the session.
  public var usingModuleHook: ((_ specification: Value, _ file: String?, _ state: SessionState) throws -> ModuleInfo)?
  /// What `$using:` variables mean in a runspace started for others: jobs, parallel loops, remote blocks.
  public var usingValues: [Symbol: Value]?
  /// The id of the command line in the history.
  public var historyId = 1
  /// The variable objects looked at for every command.
  let lastExitCodeVariable: Variable
  /// Closures made so far, for the names of their modules.
  var closureCount = 0
  /// Lowest stack address guest calls may reach.
  var stackFloor: UInt = 0

  public init() {
    globalState = SessionState(parent: nil)
    currentState = globalState
    lastExitCodeVariable = Variable(Symbol("LASTEXITCODE"), .null)
    hostOutput = NullSink.shared
    let none = NullSink.shared
    hostStreams = Streams(error: none, warning: none, verbose: none, debug: none, information: none)
    EngineMembers.register()
    setUpVariables()
    hostOutput = HostOutputSink(self)
    hostStreams = Streams(
      error: HostStreamSink(self, 2), warning: HostStreamSink(self, 3), verbose: HostStreamSink(self, 4),
      debug: HostStreamSink(self, 5), information: HostStreamSink(self, 6))
  }

  /// The scope code runs in now.
  public var currentScope: Scope { currentState.currentScope }

  /// `$LASTEXITCODE`.
  public var lastExitCode: Int32 {
    get {
      if case .int(let i) = exitCodeVariable().get() { return i }
      return 0
    }
    set { try? exitCodeVariable().set(.int(newValue)) }
  }

  /// Throws when the host asked to stop.
  @inline(__always)
  public func checkStop() throws {
    if stopRequested { throw FlowSignal.stopped }
  }
}
