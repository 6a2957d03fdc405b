import Basics
import Diagnostics
import Objects

/// Whether anything in a pipeline reported failure: what `$?` becomes.
final class PipelineStatus {
  var failed = false
}

/// One command of a running pipeline: bound once, then fed objects.
///
/// `receive` is what the command before writes to. Each entry point makes the caller's scope (or the
/// command's own) current, because commands of a pipeline run interleaved.
class CommandProcessor {
  let runspace: Runspace
  let command: CommandInfo?
  let invocation: InvocationInfo
  /// Scope and frame the pipeline was started from.
  let callerScope: Scope
  let callerFrame: Frame?
  var output: Sink = NullSink.shared
  var streams: Streams
  var status: PipelineStatus
  var expectingInput = false
  /// Files opened by redirections of this command.
  var files: [ClosableSink] = []
  /// The list of -ErrorVariable, to note the error that ends the command.
  var errorList: PSList?
  /// The variable of -PipelineVariable.
  var pipelineVariable: Variable?
  /// Whether `begin` was called.
  private(set) var hasStarted = false
  /// Whether input is refused because the command stopped listening.
  var isDone = false

  init(
    _ runspace: Runspace, _ command: CommandInfo?, _ invocation: InvocationInfo, frame: Frame?, streams: Streams,
    status: PipelineStatus
  ) {
    self.runspace = runspace
    self.command = command
    self.invocation = invocation
    callerFrame = frame
    callerScope = runspace.currentState.currentScope
    self.streams = streams
    self.status = status
  }

  func prepare(_ arguments: [Argument]) throws {}
  /// Begins unless input made it begin already.
  final func start() throws {
    if hasStarted { return }
    hasStarted = true
    try begin()
  }
  func begin() throws {}
  /// Takes one object from the pipeline.
  func receive(_ value: Value) throws {}
  /// The one call of `process` of a command without pipeline input.
  func runWithoutInput() throws {}
  func end() throws {}
  func clean() {}

  /// The part of error ids after the comma.
  var className: String { "" }

  /// A binding failure as a terminating error of this command.
  func guestError(_ f: BindingFailure) -> GuestError {
    GuestError(BindingErrors.record(f, invocation, className: className))
  }

  /// Notes the error that ends the command in its -ErrorVariable.
  func noteTermination(_ e: GuestError) {
    guard let list = errorList else { return }
    let r = e.record
    if r.isPreferenceStop {
      let message =
        "The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter "
        + "is set to Stop: " + r.message
      let stop = ExceptionObject(
        Types.named("System.Management.Automation.ActionPreferenceStopException"), message)
      stop.errorRecord = r
      list.elements.append(.object(stop))
      if self is ScriptProcessor { list.elements.append(.object(r)) }
    } else if !list.elements.contains(where: { $0.object === r }) {
      list.elements.append(.object(r))
    }
    list.version &+= 1
  }

  /// Runs a body with the caller's scope current.
  @inline(__always)
  func inCallerScope<T>(_ body: () throws -> T) throws -> T {
    let place = runspace.enter(callerScope, callerFrame)
    defer { runspace.leave(callerScope, place) }
    return try body()
  }
}

// MARK: - Common parameters

extension CommandProcessor {
  /// Applies what common parameters say to a runtime and its sinks.
  func applyCommon(_ binder: ParameterBinder, _ runtime: CommandRuntime) throws {
    let plan = binder.plan
    guard plan.ownCount < plan.parameters.count else { return }
    for i in plan.ownCount..<plan.parameters.count {
      guard let value = binder.values[i], let common = plan.parameters[i].common else { continue }
      try apply(common, value, plan.parameters[i], runtime)
    }
  }

  private func apply(
    _ common: CommonParameter, _ value: Value, _ p: BindingParameter, _ runtime: CommandRuntime
  ) throws {
    switch common {
    case .verbose: runtime.verboseFlag = Operations.isTrue(value)
    case .debug: runtime.debugFlag = Operations.isTrue(value)
    case .whatIf: runtime.whatIfFlag = Operations.isTrue(value)
    case .confirm: runtime.confirmFlag = Operations.isTrue(value)
    case .errorAction: runtime.errorAction = try action(value, p)
    case .warningAction: runtime.warningAction = try action(value, p)
    case .informationAction: runtime.informationAction = try action(value, p)
    case .progressAction: runtime.progressAction = try action(value, p)
    case .outVariable:
      if let list = try listVariable(value, p) { runtime.output = TeeSink(list, runtime.output) }
    case .errorVariable:
      if let list = try listVariable(value, p) {
        errorList = list
        runtime.streams = runtime.streams.replacing([:])
        runtime.streams.errorLists.append(list)
      }
    case .warningVariable:
      if let list = try listVariable(value, p) {
        runtime.streams = runtime.streams.replacing([:])
        runtime.streams.warningLists.append(list)
      }
    case .informationVariable:
      if let list = try listVariable(value, p) {
        runtime.streams = runtime.streams.replacing([:])
        runtime.streams.informationLists.append(list)
      }
    case .pipelineVariable:
      if let v = try commonVariable(value, p)?.0 {
        pipelineVariable = v
        runtime.output = PipelineVariableSink(v, runtime.output)
      }
    case .first, .skip, .includeTotalCount: runtime.paging[common.metadata.name] = value
    case .outBuffer, .useTransaction: break
    }
  }

  private func action(_ value: Value, _ p: BindingParameter) throws -> ActionPreference {
    let a = ActionPreference(value) ?? .continue
    if a == .suspend {
      throw guestError(
        BindingErrors.bindingFailed(
          p,
          "The Suspend ActionPreference value is reserved for future use and is not supported at this time. For more "
            + "information about preference variables, see the Help topic, \"about_Preference_Variables.\"", nil))
    }
    return a
  }

  /// The variable a common parameter names, and whether its list is to grow rather than begin anew.
  private func commonVariable(_ value: Value, _ p: BindingParameter) throws -> (Variable, Bool)? {
    guard !value.isNull, var name = value.stringOrNil else { return nil }
    var appends = false
    if name.utf8.first == 0x2B {
      appends = true
      name.removeFirst()
    }
    if name.isEmpty {
      throw guestError(
        BindingErrors.validation(
          p,
          "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the "
            + "\"path\" argument and run the operation again.", nil))
    }
    return (runspace.variable(forAssignment: name, in: callerScope), appends)
  }

  private func listVariable(_ value: Value, _ p: BindingParameter) throws -> PSList? {
    guard let (variable, appends) = try commonVariable(value, p) else { return nil }
    let list = PSList(Types.arrayList)
    if appends {
      let old = variable.get()
      if let l = old.asObject(PSList.self), l.type === Types.arrayList { return l }
      if let items = try Operations.enumerate(old) {
        while let v = try items.next() { list.elements.append(v) }
      } else if !old.isNull {
        list.elements.append(old)
      }
    }
    try variable.set(.object(list))
    return list
  }
}
