import Basics
import Diagnostics
import Objects

/// Runs a cmdlet compiled into the host or made by a native module.
final class CmdletProcessor: CommandProcessor {
  private let info: CmdletInfo
  private let cmdlet: Cmdlet
  private var runtime: CommandRuntime!
  private var binder: ParameterBinder!
  private var takesInput = false
  private var hasBegun = false

  init(
    _ runspace: Runspace, _ info: CmdletInfo, _ invocation: InvocationInfo, frame: Frame?, streams: Streams,
    status: PipelineStatus
  ) throws {
    self.info = info
    cmdlet = try info.make()
    super.init(runspace, info, invocation, frame: frame, streams: streams, status: status)
  }

  override var className: String { info.className }

  override func prepare(_ arguments: [Argument]) throws {
    guard let metadata = try info.metadata() else {
      throw GuestError.runtime("CmdletWithoutMetadata", "The cmdlet \(info.name) has no metadata.")
    }
    let plan = try runspace.plan(metadata, isScript: false)
    runtime = CommandRuntime(
      runspace: runspace, command: info, className: info.className, metadata: metadata, invocation: invocation,
      scope: callerScope, output: output, streams: streams, status: status)
    runtime.processor = self
    cmdlet.runtime = runtime
    let b = ParameterBinder(
      runspace: runspace, plan: plan, invocation: invocation, scope: callerScope, expectingInput: expectingInput)
    binder = b
    invocation.binder = b
    do {
      try b.bindCommandLine(arguments, dynamic: metadata.hasDynamicParameters ? dynamicParameters : nil)
    } catch let f as BindingFailure {
      throw guestError(f)
    }
    publish()
    runtime.parameterSetName = b.setName
    try applyCommon(b, runtime)
    takesInput = b.plan.takesPipeline
  }

  private func dynamicParameters() throws -> [ParameterMetadata]? {
    publish()
    runtime.parameterSetName = binder.setName
    return try cmdlet.dynamicParameters()
  }

  /// Gives the cmdlet all that is bound.
  private func publish() {
    var bound: [Symbol: Value] = [:]
    bound.reserveCapacity(binder.order.count)
    for i in binder.order {
      if let v = binder.values[i] { bound[binder.plan.parameters[i].symbol] = v }
    }
    runtime.bound = bound
  }

  override func begin() throws {
    hasBegun = true
    try run { try cmdlet.begin() }
  }

  override func receive(_ value: Value) throws {
    try runspace.checkStop()
    if isDone { return }
    let old = binder.pipelineBound
    do {
      if binder.direct != nil || isInPlace {
        try binder.bindPipeline(value)
      } else {
        let place = runspace.enter(callerScope, callerFrame)
        defer { runspace.leave(callerScope, place) }
        try binder.bindPipeline(value)
      }
    } catch let f as BindingFailure {
      return try refuse(f, value)
    }
    if let p = binder.direct, !old.isEmpty {
      runtime.bound[p.symbol] = value.orNull
    } else {
      for i in old where binder.values[i] == nil {
        runtime.bound.removeValue(forKey: binder.plan.parameters[i].symbol)
      }
      for i in binder.pipelineBound {
        runtime.bound[binder.plan.parameters[i].symbol] = binder.values[i]
      }
      runtime.parameterSetName = binder.setName
    }
    runtime.currentObject = value
    try run { try cmdlet.process() }
  }

  /// An object that does not bind is an error of its own; the next one gets its chance.
  private func refuse(_ f: BindingFailure, _ value: Value) throws {
    let record = BindingErrors.record(f, invocation, className: className)
    record.target = value
    try run { try runtime.writeError(record) }
  }

  override func runWithoutInput() throws {
    try run { try cmdlet.process() }
  }

  override func end() throws {
    runtime.currentObject = .nothing
    try run { try cmdlet.end() }
  }

  override func clean() {
    guard hasBegun else { return }
    let place = runspace.enter(callerScope, callerFrame)
    defer { runspace.leave(callerScope, place) }
    cmdlet.clean()
  }

  /// Whether the caller's scope and frame are current already, as they are between cmdlets.
  private var isInPlace: Bool {
    runspace.frame === callerFrame && runspace.currentState === callerScope.sessionState
      && runspace.currentState.currentScope === callerScope
  }

  /// Runs a part of the cmdlet in the caller's scope; its errors become terminating errors of the command.
  private func run(_ part: () throws -> Void) throws {
    do {
      if isInPlace {
        try part()
      } else {
        let place = runspace.enter(callerScope, callerFrame)
        defer { runspace.leave(callerScope, place) }
        try part()
      }
    } catch let f as BindingFailure {
      throw guestError(f)
    } catch let e as GuestError {
      status.failed = true
      let r = e.record
      if r.endsCommand === runtime { r.endsCommand = nil }
      if r.invocation == nil {
        // A plain exception out of the cmdlet's own code.
        if r.commandClass == nil {
          if r.errorId == r.exception.type.name { r.errorId = r.exception.type.fullName }
          r.commandClass = className
        }
        r.invocation = invocation
        if r.activity.isEmpty { r.activity = info.name }
        if r.scriptStackTrace.isEmpty { r.scriptStackTrace = runspace.stackTrace(from: callerFrame) }
      }
      noteTermination(e)
      throw e
    }
  }
}

/// Stands for a command called with `-?`.
final class HelpProcessor: CommandProcessor {
  private let show: (CommandInfo, Sink) throws -> Void
  init(
    _ runspace: Runspace, _ info: CommandInfo, _ invocation: InvocationInfo, frame: Frame?, streams: Streams,
    status: PipelineStatus, show: @escaping (CommandInfo, Sink) throws -> Void
  ) {
    self.show = show
    super.init(runspace, info, invocation, frame: frame, streams: streams, status: status)
  }
  override func end() throws {
    if let command { try inCallerScope { try show(command, output) } }
  }
}
