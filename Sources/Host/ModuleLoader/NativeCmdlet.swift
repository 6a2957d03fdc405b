import Basics
import Engine
import Glibc
import Objects
import PluginABI

/// One invocation of a cmdlet of a native module.
final class NativeCmdlet: Cmdlet {
  private let command: LoadedCommand
  private let module: LoadedModule
  private var call: NativeCall!
  private var isCreated = false
  private var isOver = false
  /// Declared parameters, then those of `declare_params`.
  private var parameters: [NativeParameter] = []
  private var values: UnsafeMutablePointer<nacre_value>
  private let bound: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  private let kept = KeptValues()
  private var setName = ""
  /// Positions of parameters that pipeline objects bind.
  private var fromPipeline: [Int] = []
  /// Objects collected for one `process`; the pipeline hands them over one by one, so it never holds more than one.
  private var batch: [Value] = []
  private static let boundWords = 8
  private static let parameterLimit = boundWords * 64

  init(_ command: LoadedCommand, _ module: LoadedModule) {
    self.command = command
    self.module = module
    capacity = max(command.declaration.metadata.parameters.count, 1)
    values = .allocate(capacity: capacity)
    values.initialize(repeating: Bridge.null, count: capacity)
    bound = .allocate(capacity: NativeCmdlet.boundWords)
    bound.initialize(repeating: 0, count: NativeCmdlet.boundWords)
    super.init()
    module.alive += 1
  }

  deinit {
    if isCreated && !isOver { finish() }
    module.alive -= 1
    values.deallocate()
    bound.deallocate()
  }

  // MARK: - Parts

  private func create() throws {
    if isCreated { return }
    guard module.isUsable else {
      throw GuestError.runtime(
        "NativeModuleUnloaded", "The module of the command '\(command.name)' is no longer loaded.", .InvalidOperation)
    }
    if let text = command.declaration.obsolete {
      try runtime.writeWarning("The command '\(command.name)' is obsolete. \(text)")
    }
    for (i, p) in command.declaration.metadata.parameters.enumerated() {
      parameters.append(NativeParameter(p, command.declaration.defaults[i]))
    }
    call = NativeCall(module, engine, runtime)
    call.env.pointee.command = command.row
    call.env.pointee.params = UnsafePointer(values)
    call.env.pointee.bound = UnsafePointer(bound)
    if let create = command.cmdlet.create { _ = try call.run(Phase.create) { create($0) } }
    isCreated = true
    if let stop = command.cmdlet.stop { StopWatch.add(self, stop, call.env.pointee.`self`) }
  }

  override func dynamicParameters() throws -> [ParameterMetadata]? {
    guard let dynamic = command.cmdlet.dynamic else { return nil }
    try create()
    try lendFixed()
    var added: [ParameterMetadata] = []
    call.declareParameters = { [unowned self] d in
      guard parameters.count + d.metadata.parameters.count <= NativeCmdlet.parameterLimit else {
        throw NativeFault(Code.argument)
      }
      for (i, p) in d.metadata.parameters.enumerated() {
        p.isDynamic = true
        added.append(p)
        parameters.append(NativeParameter(p, d.defaults[i]))
      }
    }
    defer { call.declareParameters = nil }
    _ = try call.run(Phase.create) { dynamic($0) }
    return added
  }

  override func begin() throws {
    try create()
    try lendFixed()
    call.env.pointee.wanted = NativeCmdlet.wanted(runtime)
    if let bind = command.cmdlet.bind { _ = try call.run(Phase.bind) { bind($0) } }
    if let begin = command.cmdlet.begin { _ = try call.run(Phase.begin) { begin($0) } }
  }

  override func process() throws {
    guard let process = command.cmdlet.process else { return }
    let hasInput: Bool
    if case .nothing = runtime.currentObject { hasInput = false } else { hasInput = true }
    var failure: (any Error)?
    let code = try call.run(Phase.process) { env in
      do {
        let byValue = try lendPipeline()
        guard hasInput else { return process(env, nil, 0) }
        var input = try byValue.map { values[$0] } ?? Bridge.shared.lend(runtime.currentObject)
        return process(env, &input, 1)
      } catch {
        failure = error
        return Code.ok
      }
    }
    for i in fromPipeline { values[i] = Bridge.null }
    if let failure { throw failure is GuestError ? failure : call.error(for: (failure as? NativeFault)?.code ?? -1) }
    if code == Code.stopUpstream { try runtime.stopUpstream() }
  }

  override func end() throws {
    if let end = command.cmdlet.end { _ = try call.run(Phase.end) { end($0) } }
  }

  override func clean() {
    if isCreated && !isOver { finish() }
  }

  override func stop() {
    if isCreated && !isOver, let stop = command.cmdlet.stop { stop(call.env.pointee.`self`) }
  }

  private func finish() {
    isOver = true
    StopWatch.remove(self)
    if let clean = command.cmdlet.clean {
      do {
        _ = try call.run(Phase.clean) { clean($0) }
      } catch let e as GuestError {
        try? runtime.writeError(e.record)
      } catch {}
    }
    for p in call.ports { p.shut() }
    call.ports = []
    command.cmdlet.destroy?(call.env.pointee.`self`)
    call.env.pointee.`self` = nil
    kept.release()
  }

  // MARK: - Parameters

  /// Lends what does not come from the pipeline, for the whole invocation.
  private func lendFixed() throws {
    kept.release()
    if parameters.count > capacity {
      values.deallocate()
      capacity = parameters.count
      values = .allocate(capacity: capacity)
      call.env.pointee.params = UnsafePointer(values)
    }
    values.initialize(repeating: Bridge.null, count: capacity)
    for w in 0..<NativeCmdlet.boundWords { bound[w] = 0 }
    fromPipeline = []
    for (i, p) in parameters.enumerated() {
      if let v = runtime.bound[p.symbol] {
        values[i] = try Bridge.shared.lend(v, .kept(kept))
        bound[i / 64] |= 1 << UInt64(i % 64)
      } else {
        if let d = p.defaultValue { values[i] = try Bridge.shared.lend(d, .kept(kept)) }
        if p.takesPipeline { fromPipeline.append(i) }
      }
    }
    call.env.pointee.param_count = UInt32(parameters.count)
    setName = "\u{0}"
    try nameSet()
  }

  private func nameSet() throws {
    if runtime.parameterSetName == setName { return }
    setName = runtime.parameterSetName
    let shown = setName == ParameterSetEntry.allSets ? "" : setName
    guard let (p, n) = kept.arena.copy(shown) else { throw NativeFault(Code.memory) }
    call.env.pointee.parameter_set = nacre_text(p: p, n: n)
  }

  /// Lends what this pipeline object bound; gives the parameter bound by value, if any.
  private func lendPipeline() throws -> Int? {
    try nameSet()
    var byValue: Int?
    for i in fromPipeline {
      let p = parameters[i]
      if let v = runtime.bound[p.symbol] {
        values[i] = try Bridge.shared.lend(v)
        bound[i / 64] |= 1 << UInt64(i % 64)
        if byValue == nil, p.takesValue(in: setName) { byValue = i }
      } else {
        values[i] = try p.defaultValue.map { try Bridge.shared.lend($0) } ?? Bridge.null
        bound[i / 64] &= ~(1 << UInt64(i % 64))
      }
    }
    return byValue
  }

  /// Which streams anybody would see.
  static func wanted(_ runtime: CommandRuntime) -> UInt32 {
    let scope = runtime.runspace.currentScope
    func isOn(_ given: ActionPreference?, _ kind: PreferenceKind) -> Bool {
      let a = given ?? runtime.runspace.preference(kind, in: scope)
      return a != .silentlyContinue && a != .ignore
    }
    func flag(_ f: Bool?) -> ActionPreference? { f.map { $0 ? .continue : .silentlyContinue } }
    var bits: UInt32 = 0
    if isOn(runtime.warningAction, .warning) || !runtime.streams.warningLists.isEmpty { bits |= StreamBit.warning }
    if isOn(flag(runtime.verboseFlag), .verbose) { bits |= StreamBit.verbose }
    if isOn(flag(runtime.debugFlag), .debug) { bits |= StreamBit.debug }
    // Records of this stream can always be redirected.
    bits |= StreamBit.information
    if isOn(runtime.progressAction, .progress) { bits |= StreamBit.progress }
    return bits
  }

  // MARK: - Completion

  /// What the cmdlet's `complete` gives for a parameter.
  static func complete(
    _ command: LoadedCommand, _ module: LoadedModule, _ runspace: Runspace, parameter: String, word: String,
    given: [(String, Value)]
  ) throws -> [Value] {
    guard let complete = command.cmdlet.complete, module.isUsable else { return [] }
    let call = NativeCall(module, runspace, nil)
    call.env.pointee.command = command.row
    _ = try call.run(Phase.complete) { env in
      do {
        var request = nacre_complete()
        request.struct_size = UInt32(MemoryLayout<nacre_complete>.size)
        request.command = try HostTable.lend(command.name)
        request.parameter = try HostTable.lend(parameter)
        request.word = try HostTable.lend(word)
        guard let list = Bridge.shared.arena.array(nacre_argument.self, given.count) else { return Code.memory }
        for (i, g) in given.enumerated() {
          list[i].name = try HostTable.lend(g.0)
          list[i].value = try Bridge.shared.lend(g.1)
        }
        request.given = UnsafePointer(list)
        request.given_count = given.count
        return complete(env, &request)
      } catch {
        return call.fail(thrown: error)
      }
    }
    return call.completions
  }
}

/// A parameter as the proxy needs it.
struct NativeParameter {
  let symbol: Symbol
  let defaultValue: Value?
  let takesPipeline: Bool
  private let sets: [ParameterSetEntry]

  init(_ p: ParameterMetadata, _ defaultValue: Value?) {
    symbol = Symbol(p.name)
    self.defaultValue = defaultValue
    sets = p.sets
    takesPipeline = p.sets.contains { $0.fromPipeline || $0.fromPipelineByPropertyName }
  }

  /// Whether it takes pipeline objects by value in a set.
  func takesValue(in set: String) -> Bool {
    sets.contains {
      $0.fromPipeline
        && (set == ParameterSetEntry.allSets || $0.set == ParameterSetEntry.allSets
          || Ordinal.equalsIgnoreCase($0.set, set))
    }
  }
}

/// Calls the stop functions of native cmdlets when the host is interrupted.
enum StopWatch {
  private struct Entry {
    let owner: ObjectIdentifier
    let stop: @convention(c) (UnsafeMutableRawPointer?) -> Void
    let data: UnsafeMutableRawPointer?
  }
  // Guarded by `lock`.
  nonisolated(unsafe) private static var entries: [Entry] = []
  nonisolated(unsafe) private static var isWatching = false
  private static let lock = Mutex()

  static func add(
    _ owner: NativeCmdlet, _ stop: @escaping @convention(c) (UnsafeMutableRawPointer?) -> Void,
    _ data: UnsafeMutableRawPointer?
  ) {
    lock.locked {
      entries.append(Entry(owner: ObjectIdentifier(owner), stop: stop, data: data))
      if !isWatching, StopSignal.descriptor >= 0 {
        isWatching = true
        watch()
      }
    }
  }

  static func remove(_ owner: NativeCmdlet) {
    lock.locked { entries.removeAll { $0.owner == ObjectIdentifier(owner) } }
  }

  /// Calls all of them, each once.
  static func fire() {
    lock.locked {
      for e in entries { e.stop(e.data) }
      entries.removeAll()
    }
  }

  /// A thread that waits for the interrupt.
  private static func watch() {
    var thread = pthread_t()
    let made = pthread_create(
      &thread, nil,
      { _ in
        while true {
          var p = pollfd(fd: StopSignal.descriptor, events: Int16(POLLIN), revents: 0)
          if poll(&p, 1, -1) > 0, StopSignal.isRaised { StopWatch.fire() }
          // The event stays readable until the host has dealt with it.
          usleep(50_000)
        }
      }, nil)
    if made == 0 { pthread_detach(thread) } else { isWatching = false }
  }
}
