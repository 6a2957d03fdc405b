import Engine
import Glibc
import Objects
import PluginABI

/// One env and what the host knows about it; active while a callback that got the env runs.
final class NativeCall {
  // The pipeline thread changes them around callbacks; other threads only compare `thread`.
  nonisolated(unsafe) static var current: NativeCall?
  nonisolated(unsafe) static var thread: pthread_t?
  nonisolated(unsafe) static var depth = 0
  static let depthLimit = 200

  let env: UnsafeMutablePointer<nacre_env>
  let module: LoadedModule
  let runspace: Runspace
  /// The command that runs; nil in load, unload and members.
  let runtime: CommandRuntime?
  /// What is behind a negative `pending`.
  private(set) var pending: (any Error)?
  /// Whether the module itself made the pending error, so that it ends this command.
  private var isOwnError = false
  var scopes: [NativeScope] = []
  private var scopeCounter: UInt64 = 0
  var iterators: [UInt64: NativeIterator] = [:]
  var iteratorCounter: UInt64 = 0
  var ports: [Port] = []
  /// Candidates written by `complete`.
  var completions: [Value] = []
  /// Takes parameters declared by `dynamic`.
  var declareParameters: ((CommandDeclaration) throws -> Void)?

  // Memory of finished envs, which native code may wrongly still hold: kept readable.
  nonisolated(unsafe) private static var spare: [UnsafeMutablePointer<nacre_env>] = []
  // Nothing sets more than one word of it.
  nonisolated(unsafe) private static let noBits: UnsafeMutablePointer<UInt64> = {
    let p = UnsafeMutablePointer<UInt64>.allocate(capacity: 8)
    p.initialize(repeating: 0, count: 8)
    return p
  }()

  init(_ module: LoadedModule, _ runspace: Runspace, _ runtime: CommandRuntime?) {
    self.module = module
    self.runspace = runspace
    self.runtime = runtime
    env = NativeCall.spare.popLast() ?? .allocate(capacity: 1)
    var e = nacre_env()
    e.struct_size = UInt32(MemoryLayout<nacre_env>.size)
    e.abi_major = 1
    e.abi_minor = 0
    e.host = UnsafePointer(HostTable.table)
    e.stop = UnsafePointer(StopSignal.flag)
    e.stop_fd = StopSignal.descriptor
    e.bound = UnsafePointer(NativeCall.noBits)
    e.module = module.userData
    e.parameter_set = nacre_text(p: StaticText.empty, n: 0)
    env.initialize(to: e)
  }

  deinit { NativeCall.spare.append(env) }

  // MARK: - Callbacks

  /// Runs a callback and turns its answer into a Swift error or a code that is no error.
  func run(_ phase: UInt32, _ body: (UnsafeMutablePointer<nacre_env>) -> Int32) throws -> Int32 {
    if NativeCall.depth >= NativeCall.depthLimit { throw error(for: Code.depth) }
    let bridge = Bridge.shared
    let outer = NativeCall.current
    let outerThread = NativeCall.thread
    let handleMark = bridge.handles.count
    let arenaMark = bridge.arena.mark
    let outerScopes = scopes
    scopes = []
    NativeCall.current = self
    NativeCall.thread = pthread_self()
    NativeCall.depth += 1
    env.pointee.phase = phase
    env.pointee.pending = 0
    env.pointee.module = module.userData
    pending = nil
    let code = body(env)
    module.userData = env.pointee.module
    let failure = outcome(code)
    env.pointee.pending = 0
    pending = nil
    env.pointee.phase = 0
    iterators.removeAll()
    scopes = outerScopes
    NativeCall.depth -= 1
    NativeCall.current = outer
    NativeCall.thread = outerThread
    bridge.handles.truncate(to: handleMark)
    bridge.arena.release(to: arenaMark)
    bridge.freeDeferredRefs()
    if let failure { throw failure }
    if !ports.isEmpty { try drainPorts() }
    return max(code, 0)
  }

  private func drainPorts() throws {
    for p in ports { _ = try p.drain(self, timeout: 0) }
  }

  /// The error of a callback that answered `code`, nil when it went well.
  private func outcome(_ code: Int32) -> (any Error)? {
    let pendingCode = env.pointee.pending
    if pendingCode == 0 {
      if code >= 0 { return nil }
      return code == Code.stopped ? FlowSignal.stopped : error(for: code)
    }
    guard let pending else { return error(for: pendingCode) }
    if let e = pending as? GuestError, isOwnError, let runtime {
      do {
        try runtime.throwTerminating(e.record)
      } catch {
        return error
      }
    }
    if let f = pending as? NativeFault { return error(for: f.code) }
    return pending
  }

  /// A general error for a code.
  func error(for code: Int32) -> GuestError {
    let category: ErrorCategory = code == Code.memory || code == Code.depth ? .ResourceUnavailable : .InvalidResult
    let record = ErrorRecord(
      ExceptionObject(Types.named("System.InvalidOperationException"), Code.message(code)), id: Code.id(code),
      category: category)
    record.exception.errorRecord = record
    record.commandClass = runtime?.className
    return GuestError(record)
  }

  // MARK: - The pending error

  /// Makes an error pending unless one is already; gives the code that is pending.
  @discardableResult
  func fail(_ code: Int32, _ error: (any Error)?, own: Bool = false) -> Int32 {
    if env.pointee.pending != 0 { return env.pointee.pending }
    env.pointee.pending = code
    pending = error ?? NativeFault(code)
    isOwnError = own
    return code
  }

  /// Makes whatever was thrown pending.
  func fail(thrown error: any Error) -> Int32 {
    switch error {
    case let f as NativeFault: return fail(f.code, nil)
    case is GuestError: return fail(Code.error, error)
    case is FlowSignal: return fail(Code.stopped, error)
    default: return fail(Code.error, error)
    }
  }

  /// Forgets the pending error; a stop stays.
  func clear() -> Int32 {
    if env.pointee.pending == Code.stopped { return Code.stopped }
    env.pointee.pending = 0
    pending = nil
    return Code.ok
  }

  /// The pending error as a record.
  var pendingRecord: ErrorRecord? {
    if env.pointee.pending == 0 { return nil }
    if let e = pending as? GuestError { return e.record }
    return error(for: env.pointee.pending).record
  }

  // MARK: - Scopes

  func openScope() -> UInt64 {
    scopeCounter &+= 1
    let bridge = Bridge.shared
    scopes.append(NativeScope(id: scopeCounter, handles: bridge.handles.count, arena: bridge.arena.mark))
    return scopeCounter
  }

  /// Closes the innermost scope, which must be this one.
  func closeScope(_ id: UInt64, keep: UnsafeMutablePointer<nacre_value>?) throws {
    guard let s = scopes.last, s.id == id else { throw NativeFault(Code.handle) }
    let bridge = Bridge.shared
    var kept: Value?
    if let keep { kept = try? bridge.take(keep.pointee) }
    scopes.removeLast()
    bridge.handles.truncate(to: s.handles)
    bridge.arena.release(to: s.arena)
    if let keep { keep.pointee = try kept.map { try bridge.lend($0) } ?? Bridge.null }
  }

  /// Whether anything asked the pipeline to stop.
  var isStopping: Bool { runspace.stopRequested || StopSignal.isRaised }

  /// The runtime, or the failure of a function that needs a running command.
  func needRuntime() throws -> CommandRuntime {
    guard let runtime else { throw NativeFault(Code.unsupported) }
    return runtime
  }
}

/// Where a nested scope began.
struct NativeScope {
  let id: UInt64
  let handles: Int
  let arena: Arena.Mark
}

/// An open enumeration; what it gave lives until the next round.
final class NativeIterator {
  let iterator: ValueIterator
  let values = KeptValues()
  init(_ iterator: ValueIterator) { self.iterator = iterator }
}

/// Text that never goes away.
enum StaticText {
  // Written once, never freed.
  nonisolated(unsafe) static let empty: UnsafePointer<CChar> = make("")
  nonisolated(unsafe) static let name: UnsafePointer<CChar> = make("nacre")
  nonisolated(unsafe) static let version: UnsafePointer<CChar> = make("0.1")
  private static func make(_ s: String) -> UnsafePointer<CChar> { UnsafePointer(strdup(s)) }
}

/// How native code learns that the pipeline stops.
enum StopSignal {
  // A word of the process that a signal handler sets; until the host gives one, a word nobody sets.
  nonisolated(unsafe) static var flag: UnsafeMutablePointer<UInt32> = {
    let p = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    p.initialize(to: 0)
    return p
  }()
  nonisolated(unsafe) static var descriptor: Int32 = -1
  static var isRaised: Bool { flag.pointee != 0 }
}

extension Bridge {
  // Guarded by `lock`.
  nonisolated(unsafe) private static var deferred: [UInt64] = []
  nonisolated(unsafe) private static var hasDeferred = false
  static let lock = Mutex()

  /// Frees a ref from any thread.
  static func freeRef(_ ref: UInt64) {
    if let t = NativeCall.thread, pthread_equal(t, pthread_self()) != 0 {
      shared.refs.release(ref)
      return
    }
    lock.locked {
      deferred.append(ref)
      hasDeferred = true
    }
  }

  /// Frees refs that other threads let go of.
  func freeDeferredRefs() {
    if !Bridge.hasDeferred { return }
    let list = Bridge.lock.locked { () -> [UInt64] in
      let l = Bridge.deferred
      Bridge.deferred = []
      Bridge.hasDeferred = false
      return l
    }
    for r in list { refs.release(r) }
  }
}

/// A lock of the C library.
final class Mutex: @unchecked Sendable {  // guards itself
  let handle: UnsafeMutablePointer<pthread_mutex_t>
  init() {
    handle = .allocate(capacity: 1)
    handle.initialize(to: pthread_mutex_t())
    pthread_mutex_init(handle, nil)
  }
  deinit {
    pthread_mutex_destroy(handle)
    handle.deallocate()
  }
  func locked<T>(_ body: () throws -> T) rethrows -> T {
    pthread_mutex_lock(handle)
    defer { pthread_mutex_unlock(handle) }
    return try body()
  }
}
