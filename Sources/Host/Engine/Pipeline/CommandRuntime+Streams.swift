import Basics
import Diagnostics
import Glibc
import Objects

/// Writing to the streams, as preferences and common parameters ask.
extension CommandRuntime {
  private func action(_ given: ActionPreference?, _ kind: PreferenceKind) -> ActionPreference {
    given ?? runspace.preference(kind, in: runspace.currentState.currentScope)
  }

  /// Gives a record its command and place, unless it has them.
  func complete(_ record: ErrorRecord) {
    if record.invocation == nil { record.invocation = invocation }
    if record.commandClass == nil { record.commandClass = className }
    if record.activity.isEmpty { record.activity = command?.name ?? "" }
    if record.scriptStackTrace.isEmpty { record.scriptStackTrace = runspace.stackTrace(from: runspace.frame) }
  }

  /// Writes a non-terminating error; throws when -ErrorAction or the preference makes it terminating.
  public func writeError(_ record: ErrorRecord) throws {
    complete(record)
    var action = errorAll ?? self.action(errorAction, .error)
    if action == .inquire { action = try askAboutError(record) }
    switch action {
    case .ignore:
      status.failed = true
    case .silentlyContinue:
      status.failed = true
      runspace.recordError(record)
      streams.note(error: record)
    case .stop:
      status.failed = true
      record.isPreferenceStop = true
      throw GuestError(record)
    default:
      status.failed = true
      runspace.recordError(record)
      streams.note(error: record)
      try streams.error.write(.object(record))
    }
  }

  /// Writes an error in the name of the function or script that called this command, as Write-Error does.
  public func writeErrorAsCaller(_ record: ErrorRecord) throws {
    if let caller = runspace.frame?.callInvocation {
      record.invocation = caller
      if record.commandClass == nil { record.commandClass = caller.myCommand?.name ?? "" }
    }
    try writeError(record)
  }

  private func askAboutError(_ record: ErrorRecord) throws -> ActionPreference {
    guard let host = runspace.host else { return .stop }
    let n = try host.choose(
      caption: "Confirm", message: record.message, choices: CommandRuntime.goOnChoices, defaultIndex: 0)
    switch n {
    case 0: return .continue
    case 1:
      errorAll = .continue
      return .continue
    default: return .stop
    }
  }

  // Never changes after it is made.
  nonisolated(unsafe) static let goOnChoices = [
    HostChoice(label: "&Yes", help: "Continue with only the next step of the operation."),
    HostChoice(label: "Yes to &All", help: "Continue with all the steps of the operation."),
    HostChoice(label: "&Halt Command", help: "Stop this command."),
    HostChoice(label: "&Suspend", help: "Pause the current pipeline and return to the command prompt."),
  ]

  /// Ends the command with an error, as ThrowTerminatingError does.
  public func throwTerminating(_ record: ErrorRecord) throws -> Never {
    complete(record)
    record.endsCommand = self
    throw GuestError(record)
  }

  /// What a message preference makes of a message: written, forgotten, or an error.
  private func pass(_ action: ActionPreference, _ text: String, _ variable: String) throws -> Bool {
    switch action {
    case .silentlyContinue, .ignore: return false
    case .inquire:
      if try runspace.inquire(text) { return true }
      throw stopped(text, variable)
    default: return true
    }
  }

  private func stopped(_ text: String, _ variable: String) -> GuestError {
    let message =
      "The running command stopped because the preference variable \"\(variable)\" or common parameter is set to "
      + "Stop: \(text)"
    let e = ExceptionObject(Types.named("System.Management.Automation.ActionPreferenceStopException"), message)
    let r = ErrorRecord(e, id: "ActionPreferenceStop", category: .OperationStopped)
    e.errorRecord = r
    complete(r)
    r.isPreferenceStop = true
    return GuestError(r)
  }

  /// Writes a warning.
  public func writeWarning(_ text: String) throws {
    let action = self.action(warningAction, .warning)
    let record = MessageRecord(.warning, text, invocation: invocation)
    Streams.append(.object(record), to: streams.warningLists)
    guard try pass(action, text, "WarningPreference") else { return }
    try streams.warning.write(.object(record))
    if action == .stop { throw stopped(text, "WarningPreference") }
  }

  /// Writes a verbose message.
  public func writeVerbose(_ text: String) throws {
    let action = verboseFlag.map { $0 ? ActionPreference.continue : .silentlyContinue } ?? self.action(nil, .verbose)
    guard try pass(action, text, "VerbosePreference") else { return }
    try streams.verbose.write(.object(MessageRecord(.verbose, text, invocation: invocation)))
    if action == .stop { throw stopped(text, "VerbosePreference") }
  }

  /// Writes a debug message.
  public func writeDebug(_ text: String) throws {
    let action = debugFlag.map { $0 ? ActionPreference.continue : .silentlyContinue } ?? self.action(nil, .debug)
    guard try pass(action, text, "DebugPreference") else { return }
    try streams.debug.write(.object(MessageRecord(.debug, text, invocation: invocation)))
    if action == .stop { throw stopped(text, "DebugPreference") }
  }

  /// Writes an information record; Write-Host's reach the host whatever the preference, short of Ignore.
  public func writeInformation(_ record: InformationRecord) throws {
    let action = self.action(informationAction, .information)
    if action != .ignore { Streams.append(.object(record), to: streams.informationLists) }
    let isHost = record.messageData.asObject(HostInformationMessage.self) != nil
    if action == .ignore { return }
    if !isHost {
      if action == .inquire {
        guard try runspace.inquire(try Operations.toString(record.messageData)) else {
          throw stopped(try Operations.toString(record.messageData), "InformationPreference")
        }
      }
      if action == .silentlyContinue, streams.information === runspace.hostStreams.information { return }
    }
    try streams.information.write(.object(record))
    if action == .stop && !isHost {
      throw stopped(try Operations.toString(record.messageData), "InformationPreference")
    }
  }

  /// Makes and writes an information record.
  public func writeInformation(_ data: Value, tags: [String]) throws {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    let source = invocation.source?.file ?? className
    let time = Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
    try writeInformation(InformationRecord(data, source: source, tags: tags, time: time))
  }

  /// Shows progress unless the preference says no.
  public func writeProgress(_ record: ProgressRecord) throws {
    let action = self.action(progressAction, .progress)
    guard try pass(action, record.activity, "ProgressPreference") else { return }
    runspace.host?.writeProgress(record)
  }

  /// Ends the commands before this one; this one and those after it end normally.
  public func stopUpstream() throws -> Never {
    processor?.isDone = true
    throw FlowSignal.stopPipeline(processor)
  }
}
