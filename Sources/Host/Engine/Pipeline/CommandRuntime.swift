import Basics
import Objects

/// What a preference variable or -ErrorAction asks for, with PowerShell's numbers.
public enum ActionPreference: Int, Sendable {
  case silentlyContinue = 0, stop, `continue`, inquire, ignore, suspend, `break`
}

/// Where a command runs: its streams, bound parameters and preferences.
///
/// Host cmdlets reach it as `Cmdlet.runtime`; advanced functions as `$PSCmdlet`.
public final class CommandRuntime {
  public unowned let runspace: Runspace
  public let command: CommandInfo?
  /// The part of error ids after the comma: a class name, or a function's name.
  public let className: String
  public let metadata: CommandMetadata?
  public let invocation: InvocationInfo
  /// The scope of the caller: where variables and preferences of cmdlets are looked up.
  public let scope: Scope
  /// Bound parameters of a host cmdlet by name.
  public var bound: [Symbol: Value] = [:]
  public var parameterSetName = ParameterSetEntry.allSets
  /// The pipeline object being processed; `.nothing` outside `process`.
  public var currentObject: Value = .nothing
  /// Where the output goes, after -OutVariable and redirections.
  public var output: Sink
  public var streams: Streams
  /// -ErrorAction and its like; nil asks the preference variable.
  public var errorAction: ActionPreference?
  public var warningAction: ActionPreference?
  public var informationAction: ActionPreference?
  public var progressAction: ActionPreference?
  /// -Verbose, -Debug, -WhatIf, -Confirm when given.
  public var verboseFlag: Bool?
  public var debugFlag: Bool?
  public var whatIfFlag: Bool?
  public var confirmFlag: Bool?
  /// -First, -Skip and -IncludeTotalCount of commands that support paging.
  public var paging: [String: Value] = [:]
  /// Answers of "Yes to All" and "No to All" to confirmations.
  var confirmAll = false
  var denyAll = false
  var errorAll: ActionPreference?
  /// The processor that owns this, for `stopUpstream`.
  weak var processor: CommandProcessor?
  let status: PipelineStatus

  init(
    runspace: Runspace, command: CommandInfo?, className: String, metadata: CommandMetadata?,
    invocation: InvocationInfo, scope: Scope, output: Sink, streams: Streams, status: PipelineStatus
  ) {
    self.status = status
    self.runspace = runspace
    self.command = command
    self.className = className
    self.metadata = metadata
    self.invocation = invocation
    self.scope = scope
    self.output = output
    self.streams = streams
  }

  /// Whether the host asked to stop.
  public var isStopping: Bool { runspace.stopRequested }
  /// Writes one object as it is.
  public func writeOutput(_ value: Value) throws { try output.write(value.orNull) }
  /// Writes the elements of a collection, or the value.
  public func writeEnumerated(_ value: Value) throws { try output.writeEnumerated(value) }
}
