import Basics
import Diagnostics
import Objects

/// Runs a function, filter, script block or script file as a command of a pipeline.
final class ScriptProcessor: CommandProcessor {
  private let block: ScriptBlock
  private let compiled: CompiledBlock
  private let dotSource: Bool
  private let scope: Scope
  private let frame: Frame
  private let name: String
  private var runtime: CommandRuntime?
  private var binder: ParameterBinder?
  private var collected: [Value] = []
  /// Variables of parameters by ordinal, for those that pipeline objects change.
  private var parameterVariables: [Variable?] = []
  private var defaults: [Value] = []
  private var liveBound: PSDictionary?
  private var saved: [(Symbol, Variable?)] = []
  private var hasBegun = false
  private var oldUnderscore: Value?
  /// Whether `exit` is the caller's business: the script is the program.
  var keepsExit = false

  init(
    _ runspace: Runspace, _ block: ScriptBlock, _ command: CommandInfo?, _ invocation: InvocationInfo, name: String,
    frame caller: Frame?, streams: Streams, status: PipelineStatus, dotSource: Bool, scope given: Scope? = nil
  ) {
    self.block = block
    self.dotSource = dotSource
    self.name = name
    compiled = block.compiled
    let state: SessionState = block.sessionState ?? runspace.currentState
    if let given {
      scope = given
    } else if dotSource {
      scope = state.currentScope
    } else {
      scope = Scope(parent: state.currentScope, sessionState: state, isScriptScope: block.isScriptFile)
    }
    frame = Frame(runspace: runspace, block: compiled, scope: scope, output: NullSink.shared, streams: streams)
    super.init(runspace, command, invocation, frame: caller, streams: streams, status: status)
    frame.caller = caller
    frame.invocation = invocation
    frame.functionName = block.isScriptFile ? "" : name
  }

  override var className: String { name }
  private var traits: BlockTraits { block.traits }

  // MARK: - Binding

  override func prepare(_ arguments: [Argument]) throws {
    frame.output = output
    frame.streams = streams
    if compiled.parameters.isEmpty && !compiled.isCmdletStyle {
      if dotSource { saveAutomatic() }
      let rest = traits.contains(.args) || dotSource ? try Runspace.looseArguments(arguments) : []
      setAutomatic(args: rest)
      try runspace.place(scope, frame) { try compiled.initializeParameters(frame, values: []) }
      return
    }
    let metadata = try block.commandMetadata()
    let plan = try runspace.plan(metadata, isScript: true)
    let b = ParameterBinder(
      runspace: runspace, plan: plan, invocation: invocation, scope: callerScope, expectingInput: expectingInput)
    binder = b
    invocation.binder = b
    if metadata.isCmdletStyle {
      let r = CommandRuntime(
        runspace: runspace, command: command, className: name, metadata: metadata, invocation: invocation,
        scope: callerScope, output: output, streams: streams, status: status)
      r.processor = self
      runtime = r
      frame.runtime = r
    }
    do {
      try b.bindCommandLine(arguments, dynamic: compiled.has(.dynamicParam) ? dynamicParameters : nil)
    } catch let f as BindingFailure {
      throw guestError(f)
    }
    if dotSource { saveAutomatic() }
    try initialize(b)
  }

  private func initialize(_ b: ParameterBinder) throws {
    if let r = runtime {
      r.parameterSetName = b.setName
      try applyCommon(b, r)
      frame.output = r.output
      frame.streams = r.streams
      setPreferences(r)
    }
    let rest = runtime == nil && !b.pending.isEmpty ? b.leftoverArguments() : []
    invocation.unboundArguments = rest
    setAutomatic(args: rest)
    do {
      try runspace.place(scope, frame) {
        try compiled.initializeParameters(frame, values: Array(b.values.prefix(compiled.parameters.count)))
      }
    } catch let f as BindingFailure {
      throw guestError(f)
    }
    if expectingInput && b.plan.takesPipeline { rememberVariables(b) }
    finishDynamic(b)
  }

  /// Keeps the variables that pipeline objects set, and the values they have without.
  private func rememberVariables(_ b: ParameterBinder) {
    parameterVariables = Array(repeating: nil, count: compiled.parameters.count)
    defaults = Array(repeating: .null, count: compiled.parameters.count)
    for (i, p) in compiled.parameters.enumerated() where i < b.plan.parameters.count {
      guard b.plan.parameters[i].takesPipeline, let v = scope.variables[p.name] else { continue }
      parameterVariables[i] = v
      defaults[i] = v.value
    }
  }

  private func setPreferences(_ r: CommandRuntime) {
    func set(_ name: String, _ value: Value) { frame.setLocal(Symbol(name), value) }
    if let a = r.errorAction { set("ErrorActionPreference", a.value) }
    if let a = r.warningAction { set("WarningPreference", a.value) }
    if let a = r.informationAction { set("InformationPreference", a.value) }
    if let a = r.progressAction { set("ProgressPreference", a.value) }
    if let on = r.verboseFlag {
      set("VerbosePreference", (on ? ActionPreference.continue : .silentlyContinue).value)
    }
    if let on = r.debugFlag { set("DebugPreference", (on ? ActionPreference.continue : .silentlyContinue).value) }
    if let on = r.whatIfFlag { set("WhatIfPreference", .bool(on)) }
    if let on = r.confirmFlag {
      let type = Types.named("System.Management.Automation.ConfirmImpact")
      set("ConfirmPreference", .object(EnumValue(type, on ? 1 : 0)))
    }
  }

  /// Sets the automatic variables the block mentions.
  private func setAutomatic(args: [Value]) {
    let t = traits
    if t.contains(.args) || dotSource, runtime == nil { frame.setLocal(WellKnown.args, .array(args)) }
    if t.contains(.myInvocation) { frame.setLocal(WellKnown.myInvocation, .object(invocation)) }
    if t.contains(.boundParameters) {
      let d = binder?.boundDictionary() ?? PSDictionary(Runspace.boundParametersType, ignoreCase: true)
      liveBound = d
      frame.setLocal(WellKnown.psBoundParameters, .object(d))
    }
    if let r = runtime, t.contains(.psCmdlet) { frame.setLocal(WellKnown.psCmdlet, .object(PSCmdletObject(r))) }
    if t.contains(.input), !expectingInput || compiled.has(.process) {
      frame.setLocal(WellKnown.input, Runspace.inputEnumerator([]))
    }
  }

  private static let automatic = [
    WellKnown.args, WellKnown.myInvocation, WellKnown.psBoundParameters, WellKnown.input, WellKnown.psCmdlet,
  ]

  /// A dotted block shares the caller's scope, but not its automatic variables.
  private func saveAutomatic() {
    for s in Self.automatic {
      let old = scope.variables[s]
      saved.append((s, old.map { Variable(s, $0.value) }))
    }
  }

  private func restoreAutomatic() {
    for (s, old) in saved {
      if let old {
        frame.setLocal(s, old.value)
      } else if scope.variables[s] != nil {
        scope.variables.removeValue(forKey: s)
      }
    }
    saved = []
  }

  // MARK: - Dynamic parameters

  private var dynamicResult: Value = .nothing

  private func dynamicParameters() throws -> [ParameterMetadata]? {
    guard let b = binder else { return nil }
    for i in b.order where i < compiled.parameters.count {
      if let v = b.values[i] { frame.setLocal(b.plan.parameters[i].symbol, v) }
    }
    setAutomatic(args: [])
    let sink = CollectingSink()
    let keep = frame.output
    frame.output = sink
    defer { frame.output = keep }
    let propagate = runspace.propagateErrors
    runspace.propagateErrors = true
    defer { runspace.propagateErrors = propagate }
    _ = try runspace.place(scope, frame) { try compiled.run(.dynamicParam, frame) }
    guard let dictionary = sink.values.last else { return nil }
    dynamicResult = dictionary
    return try DynamicParameters.metadata(from: dictionary)
  }

  private func finishDynamic(_ b: ParameterBinder) {
    guard !dynamicResult.isNull else { return }
    for i in compiled.parameters.count..<max(compiled.parameters.count, b.plan.ownCount) {
      if let v = b.values[i] { DynamicParameters.assign(dynamicResult, b.plan.parameters[i].name, v) }
    }
  }

  // MARK: - Running

  override func begin() throws {
    hasBegun = true
    if let v = pipelineVariable { try v.set(.null) }
    if compiled.has(.begin) { try run(.begin) }
  }

  override func receive(_ value: Value) throws {
    try runspace.checkStop()
    if isDone { return }
    if let b = binder, runtime != nil || b.plan.takesPipeline {
      let before = b.pipelineBound
      do {
        let place = runspace.enter(callerScope, callerFrame)
        defer { runspace.leave(callerScope, place) }
        try b.bindPipeline(value)
      } catch let f as BindingFailure {
        restoreDefaults(before, b)
        return try refuse(f, value)
      }
      adopt(before, b)
      runtime?.parameterSetName = b.setName
    }
    guard compiled.has(.process) else {
      if traits.contains(.input) { collected.append(value) }
      return
    }
    runtime?.currentObject = value
    if traits.contains(.input) { frame.setLocal(WellKnown.input, Runspace.inputEnumerator([value])) }
    let u = frame.underscoreVariable
    if oldUnderscore == nil { oldUnderscore = u.value }
    u.value = value
    try run(.process)
  }

  private func refuse(_ f: BindingFailure, _ value: Value) throws {
    let record = BindingErrors.record(f, invocation, className: className)
    record.target = value
    if let r = runtime {
      try runspace.place(scope, frame) { try r.writeError(record) }
    } else {
      throw GuestError(record)
    }
  }

  private func restoreDefaults(_ before: [Int], _ b: ParameterBinder) {
    for i in before where i < parameterVariables.count && b.values[i] == nil {
      parameterVariables[i]?.value = defaults[i]
      liveBound?.remove(.string(b.plan.parameters[i].name))
    }
  }

  /// Puts what one object bound into the parameters' variables.
  private func adopt(_ before: [Int], _ b: ParameterBinder) {
    restoreDefaults(before, b)
    for i in b.pipelineBound {
      guard let v = b.values[i] else { continue }
      if i < parameterVariables.count {
        parameterVariables[i]?.value = v
      } else if !dynamicResult.isNull {
        DynamicParameters.assign(dynamicResult, b.plan.parameters[i].name, v)
      }
      if let d = liveBound {
        d.remove(.string(b.plan.parameters[i].name))
        d.set(b.plan.parameters[i].name, v)
      }
    }
  }

  override func runWithoutInput() throws {
    if compiled.has(.process) { try run(.process) }
  }

  override func end() throws {
    if isDone { return }
    if traits.contains(.input), expectingInput, !compiled.has(.process) {
      frame.setLocal(WellKnown.input, Runspace.inputEnumerator(collected))
      collected = []
    } else if traits.contains(.input) {
      frame.setLocal(WellKnown.input, Runspace.inputEnumerator([]))
    }
    if compiled.has(.end) { try run(.end) }
  }

  override func clean() {
    if hasBegun, compiled.has(.clean) {
      frame.output = NullSink.shared
      do {
        try run(.clean)
      } catch let e as GuestError {
        runspace.recordError(e.record)
        try? frame.streams.error.write(.object(e.record))
      } catch {
        // Control flow out of a clean block has nowhere to go.
      }
    }
    if dotSource {
      restoreAutomatic()
      if let old = oldUnderscore { frame.underscoreVariable.value = old }
    } else {
      runspace.retire(scope)
    }
  }

  /// Runs one named block with this command's scope current.
  private func run(_ part: BlockPart) throws {
    try runspace.descend()
    let place = runspace.enter(scope, frame)
    defer {
      runspace.leave(scope, place)
      runspace.callDepth &-= 1
    }
    do {
      _ = try compiled.run(part, frame)
    } catch let e as GuestError {
      let r = e.record
      if let mine = runtime, r.endsCommand === mine { r.endsCommand = nil }
      status.failed = true
      noteTermination(e)
      throw e
    } catch FlowSignal.exit(let code) where block.isScriptFile && !keepsExit {
      runspace.lastExitCode = code
      status.failed = code != 0
      isDone = true
    }
  }
}

extension Runspace {
  /// Runs a body with a scope and frame current.
  @inline(__always)
  func place<T>(_ scope: Scope, _ frame: Frame?, _ body: () throws -> T) throws -> T {
    let place = enter(scope, frame)
    defer { leave(scope, place) }
    return try body()
  }
}
