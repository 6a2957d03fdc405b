import Basics
import Engine
import Objects

/// What an import was asked for.
struct ImportOptions {
  /// Names and patterns by kind; nil where the kind was not given. When any is given, the others import nothing.
  var functions: [String]?
  var cmdlets: [String]?
  var variables: [String]?
  var aliases: [String]?
  /// Put before nouns; nil takes the manifest's DefaultCommandPrefix.
  var prefix: String?
  var noClobber = false
  var force = false
  var disableNameChecking = false
  var arguments: [Value] = []
  /// Whether the members become an object instead of commands.
  var asCustomObject = false
  /// Which versions are acceptable.
  var constraints: ModuleSpecification?

  var isFiltered: Bool { functions != nil || cmdlets != nil || variables != nil || aliases != nil }
}

/// Where imported members land.
struct ImportTarget {
  let state: SessionState
  let scope: Scope

  init(_ state: SessionState, scope: Scope? = nil) {
    self.state = state
    self.scope = scope ?? state.rootScope
  }
}

/// Where an import's errors and messages go.
final class ImportReporter {
  /// The class in the ids of errors.
  let className: String
  let runtime: CommandRuntime?
  /// Streams that module bodies run with.
  let streams: Streams
  private(set) var errorCount = 0

  init(runtime: CommandRuntime) {
    self.runtime = runtime
    className = runtime.className
    streams = runtime.streams.withoutOwnLists(outer: runtime.runspace.frame?.streams)
  }

  /// For lookups: messages go to the host, errors to `$Error` alone (rule 66).
  init(silent runspace: Runspace) {
    runtime = nil
    className = ImportReporter.importModule
    let host = runspace.hostStreams
    streams = host.replacing([2: NullSink.shared])
    silentRunspace = runspace
  }
  private var silentRunspace: Runspace?
  private var throwsErrors = false

  /// For `using module`: the first error ends the script.
  init(throwing runspace: Runspace) {
    runtime = nil
    className = ImportReporter.importModule
    streams = runspace.frame?.streams ?? runspace.hostStreams
    throwsErrors = true
  }

  static let importModule = "Microsoft.PowerShell.Commands.ImportModuleCommand"

  func verbose(_ text: String) throws { try runtime?.writeVerbose(text) }
  func warning(_ text: String) throws { try runtime?.writeWarning(text) }

  /// A non-terminating error.
  func error(_ record: ErrorRecord) throws {
    errorCount += 1
    record.commandClass = className
    if throwsErrors { throw GuestError(record) }
    if let runtime { return try runtime.writeError(record) }
    silentRunspace?.recordQuietly(record)
  }

  func error(_ e: ManifestError) throws {
    let record = ErrorRecord(
      ExceptionObject(Types.named(e.exceptionType), e.message), id: e.id, category: e.category)
    try error(record)
  }

  func error(
    _ id: String, _ message: String, _ category: ErrorCategory = .ResourceUnavailable, target: Value = .null,
    type: String = "System.InvalidOperationException"
  ) throws {
    try error(ErrorRecord(ExceptionObject(Types.named(type), message), id: id, category: category, target: target))
  }

  /// Marks an error that left a module's body as this command's.
  func adopt(_ e: GuestError) -> GuestError {
    if e.record.commandClass == nil { e.record.commandClass = className }
    return e
  }
}
