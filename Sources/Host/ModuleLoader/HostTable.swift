import Engine
import Glibc
import Objects
import PluginABI

typealias EnvPointer = UnsafeMutablePointer<nacre_env>?
typealias OutValue = UnsafeMutablePointer<nacre_value>?

/// The functions of `nacre_host`. Nothing thrown here crosses the boundary: it becomes the env's pending error.
enum HostTable {
  // Filled once before the first module is loaded; read only afterwards.
  nonisolated(unsafe) static let table: UnsafeMutablePointer<nacre_host> = {
    let p = UnsafeMutablePointer<nacre_host>.allocate(capacity: 1)
    var t = nacre_host()
    t.struct_size = UInt32(MemoryLayout<nacre_host>.size)
    t.abi_major = 1
    t.abi_minor = 0
    t.name = StaticText.name
    t.version = StaticText.version
    fillMemory(&t)
    fillErrors(&t)
    fillStreams(&t)
    fillParameters(&t)
    fillLifetimes(&t)
    fillMakers(&t)
    fillObjects(&t)
    fillReaders(&t)
    fillComparisons(&t)
    fillCollections(&t)
    fillEnumeration(&t)
    fillMembers(&t)
    fillAddedMembers(&t)
    fillMethods(&t)
    fillRunning(&t)
    fillSession(&t)
    p.initialize(to: t)
    return p
  }()

  /// The active call of an env, or nil on a wrong thread or outside the callback.
  @inline(__always)
  static func active(_ env: EnvPointer) -> NativeCall? {
    guard let env, let t = NativeCall.thread, pthread_equal(t, pthread_self()) != 0, let call = NativeCall.current,
      call.env == env
    else { return nil }
    return call
  }

  /// Runs the body of a host function.
  @inline(__always)
  static func guarded(
    _ env: EnvPointer, evenPending: Bool = false, _ body: (NativeCall) throws -> Int32
  ) -> Int32 {
    guard let call = active(env) else { return Code.thread }
    let pending = call.env.pointee.pending
    if pending != 0 && !evenPending { return pending }
    do {
      return try body(call)
    } catch {
      return call.fail(thrown: error)
    }
  }

  /// Runs a body that gives a value; nil answers "none".
  @inline(__always)
  static func give(_ env: EnvPointer, _ out: OutValue, _ body: (NativeCall) throws -> Value?) -> Int32 {
    out?.pointee = Bridge.null
    return guarded(env) { call in
      guard let out else { throw NativeFault(Code.argument) }
      guard let v = try body(call) else { return Code.none }
      out.pointee = try Bridge.shared.lend(v)
      return Code.ok
    }
  }

  /// Runs a body that gives a plain number.
  @inline(__always)
  static func give<T>(
    _ env: EnvPointer, _ out: UnsafeMutablePointer<T>?, zero: T, _ body: (NativeCall) throws -> T?
  ) -> Int32 {
    out?.pointee = zero
    return guarded(env) { call in
      guard let out else { throw NativeFault(Code.argument) }
      guard let v = try body(call) else { return Code.none }
      out.pointee = v
      return Code.ok
    }
  }

  /// A copy of a structure that may be older or newer than ours: what it lacks is zero.
  static func copy<T>(_ p: UnsafePointer<T>?, minimum: Int, into value: inout T) throws {
    guard let p else { throw NativeFault(Code.argument) }
    let size = Int(UnsafeRawPointer(p).loadUnaligned(as: UInt32.self))
    guard size >= minimum, size <= 65536 else { throw NativeFault(Code.version) }
    withUnsafeMutableBytes(of: &value) { target in
      _ = memcpy(target.baseAddress!, p, min(size, target.count))
    }
  }

  static func text(_ t: nacre_text) throws -> String { try Bridge.shared.text(t) }

  static func texts(_ p: UnsafePointer<nacre_text>?, _ count: Int) throws -> [String] {
    if count == 0 { return [] }
    guard let p, count > 0, count <= 65536 else { throw NativeFault(Code.argument) }
    return try (0..<count).map { try text(p[$0]) }
  }

  // MARK: - Memory and extensions

  private static func fillMemory(_ t: inout nacre_host) {
    t.alloc = { size in size < 0 ? nil : malloc(max(size, 1)) }
    t.realloc = { memory, size in size < 0 ? nil : Glibc.realloc(memory, max(size, 1)) }
    t.free = { memory in Glibc.free(memory) }
    t.get_extension = { name, version in
      guard let name else { return nil }
      return Extensions.table(String(cString: name), version)
    }
  }

  // MARK: - Errors

  private static func fillErrors(_ t: inout nacre_host) {
    t.fail = { env, error in
      HostTable.guarded(env, evenPending: true) { call in
        if call.env.pointee.pending != 0 { return Code.error }
        call.fail(Code.error, GuestError(try HostTable.record(error)), own: true)
        return Code.error
      }
    }
    t.fail_with = { env, value in
      HostTable.guarded(env, evenPending: true) { call in
        if call.env.pointee.pending != 0 { return Code.error }
        guard let r = try Bridge.shared.take(value).asObject(ErrorRecord.self) else { throw NativeFault(Code.type) }
        call.fail(Code.error, GuestError(r))
        return Code.error
      }
    }
    t.error_pending = { env, out in
      out?.pointee = Bridge.null
      return HostTable.guarded(env, evenPending: true) { call in
        guard let out else { return Code.argument }
        guard let r = call.pendingRecord else { return Code.none }
        out.pointee = try Bridge.shared.lend(.object(r))
        return Code.ok
      }
    }
    t.error_clear = { env in HostTable.guarded(env, evenPending: true) { $0.clear() } }
    t.error_new = { env, error, out in
      out?.pointee = Bridge.null
      return HostTable.guarded(env, evenPending: true) { _ in
        guard let out else { return Code.argument }
        out.pointee = try Bridge.shared.lend(.object(try HostTable.record(error)))
        return Code.ok
      }
    }
    t.write_error = { env, error in
      HostTable.guarded(env) { call in
        let runtime = try call.needRuntime()
        try runtime.writeError(try HostTable.record(error))
        return Code.ok
      }
    }
    t.write_error_record = { env, value in
      HostTable.guarded(env) { call in
        guard let r = try Bridge.shared.take(value).asObject(ErrorRecord.self) else { throw NativeFault(Code.type) }
        try call.needRuntime().writeError(r)
        return Code.ok
      }
    }
  }

  /// The record of an error structure.
  static func record(_ p: UnsafePointer<nacre_error>?) throws -> ErrorRecord {
    var e = nacre_error()
    try copy(p, minimum: 40, into: &e)
    let bridge = Bridge.shared
    let id = try text(e.id)
    let message = try text(e.message)
    let type = try text(e.exception)
    let exception = ExceptionObject(
      Types.named(type.isEmpty ? "System.InvalidOperationException" : type),
      message.isEmpty ? "Unspecified error" : message)
    let category = ErrorCategory(rawValue: Int(e.category)) ?? .NotSpecified
    let r = ErrorRecord(
      exception, id: id.isEmpty ? "NativeError" : id, category: category, target: try bridge.take(e.target))
    exception.errorRecord = r
    r.targetName = try text(e.target_name)
    let recommended = try text(e.recommended)
    if !recommended.isEmpty { r.recommendedAction = recommended }
    let help = try text(e.help)
    if !help.isEmpty { exception.fields["HelpLink"] = .string(help) }
    if let inner = try bridge.take(e.inner).asObject(ErrorRecord.self) { exception.inner = inner.exception }
    if e.os_error != 0 { exception.fields["NativeErrorCode"] = .int(e.os_error) }
    return r
  }
}
