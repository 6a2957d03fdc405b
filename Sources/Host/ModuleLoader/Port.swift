import Engine
import Glibc
import Objects
import PluginABI

/// A bounded queue that any thread may push to and the pipeline thread empties.
final class Port: @unchecked Sendable {  // `lock` guards what threads share
  /// What waits in the queue.
  private enum Item {
    case value(Value)
    case text(UInt32, String)
    case progress(ProgressRecord)
  }

  // Ports by number, so that a stale pointer is noticed. Guarded by `registryLock`.
  nonisolated(unsafe) private static var registry: [UInt: Port] = [:]
  nonisolated(unsafe) private static var counter: UInt = 0
  private static let registryLock = Mutex()

  private let lock = Mutex()
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private let module: LoadedModule
  private let capacity: Int
  private var items: [Item] = []
  private var references = 1
  private var isClosed = false
  private let id: UInt

  init(_ module: LoadedModule, capacity: Int) {
    self.module = module
    self.capacity = capacity
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
    id = Port.registryLock.locked { () -> UInt in
      Port.counter &+= 1
      return Port.counter
    }
    module.alive += 1
    Port.registryLock.locked { Port.registry[id] = self }
  }

  deinit {
    pthread_cond_destroy(condition)
    condition.deallocate()
  }

  /// What native code holds.
  var pointer: OpaquePointer? { OpaquePointer(bitPattern: id << 4) }

  static func find(_ p: OpaquePointer?) -> Port? {
    let id = UInt(bitPattern: p) >> 4
    return registryLock.locked { registry[id] }
  }

  func retain() { lock.locked { references += 1 } }

  func release() {
    let isLast = lock.locked { () -> Bool in
      references -= 1
      pthread_cond_signal(condition)
      return references <= 0
    }
    if isLast { Port.registryLock.locked { Port.registry[id] = nil } }
  }

  /// Ends the port with its invocation.
  func shut() {
    lock.locked {
      isClosed = true
      items = []
    }
    module.alive -= 1
  }

  // MARK: - Any thread

  private func push(_ new: [Item]) -> Int32 {
    lock.locked {
      if isClosed { return Code.closing }
      if items.count + new.count > max(capacity, new.count) { return Code.again }
      items += new
      pthread_cond_signal(condition)
      return Code.ok
    }
  }

  func write(_ values: UnsafePointer<nacre_value>?, _ count: Int) -> Int32 {
    if count == 0 { return Code.ok }
    guard let values, count > 0, count <= 1 << 20 else { return Code.argument }
    var list: [Item] = []
    for i in 0..<count {
      if values[i].tag == Tag.handle { return Code.type }
      do {
        list.append(.value(try Bridge.shared.take(values[i])))
      } catch {
        return (error as? NativeFault)?.code ?? Code.error
      }
    }
    return push(list)
  }

  func text(_ stream: UInt32, _ t: nacre_text) -> Int32 {
    guard [StreamBit.warning, StreamBit.verbose, StreamBit.debug].contains(stream) else { return Code.argument }
    do {
      return push([.text(stream, try HostTable.text(t))])
    } catch {
      return (error as? NativeFault)?.code ?? Code.error
    }
  }

  func progress(_ p: UnsafePointer<nacre_progress>?) -> Int32 {
    do {
      return push([.progress(try HostTable.progress(p))])
    } catch {
      return (error as? NativeFault)?.code ?? Code.error
    }
  }

  // MARK: - The pipeline thread

  /// Writes what is queued; waits so many milliseconds for the first item, without limit when negative.
  func drain(_ call: NativeCall, timeout: Int32) throws -> Int32 {
    let runtime = try call.needRuntime()
    let start = Port.now()
    var batch: [Item] = []
    while true {
      let isAlone = lock.locked { () -> Bool in
        if items.isEmpty && references > 1 && timeout != 0 { wait() }
        batch = items
        items = []
        return references <= 1
      }
      if !batch.isEmpty { break }
      if call.isStopping { throw FlowSignal.stopped }
      if isAlone || timeout == 0 { return Code.none }
      if timeout > 0, Port.now() - start >= Int64(timeout) { return Code.none }
    }
    for item in batch {
      switch item {
      case .value(let v): try runtime.writeOutput(v)
      case .text(StreamBit.warning, let s): try runtime.writeWarning(s)
      case .text(StreamBit.verbose, let s): try runtime.writeVerbose(s)
      case .text(_, let s): try runtime.writeDebug(s)
      case .progress(let r): try runtime.writeProgress(r)
      }
    }
    return Code.ok
  }

  /// Waits for a signal, at most so long that a stop is noticed soon.
  private func wait() {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    t.tv_nsec += 20_000_000
    if t.tv_nsec >= 1_000_000_000 {
      t.tv_nsec -= 1_000_000_000
      t.tv_sec += 1
    }
    pthread_cond_timedwait(condition, lock.handle, &t)
  }

  private static func now() -> Int64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Int64(t.tv_sec) * 1000 + Int64(t.tv_nsec) / 1_000_000
  }
}

/// The optional tables of the host.
enum Extensions {
  /// Whether `name/version` is offered.
  static func offers(_ need: String) -> Bool { need.lowercased() == "nacre.port/1" }

  static func table(_ name: String, _ version: UInt32) -> UnsafeRawPointer? {
    name == "nacre.port" && version == 1 ? UnsafeRawPointer(ports) : nil
  }

  // Filled once; read only afterwards.
  nonisolated(unsafe) private static let ports: UnsafeMutablePointer<nacre_port_api> = {
    let p = UnsafeMutablePointer<nacre_port_api>.allocate(capacity: 1)
    var t = nacre_port_api()
    t.struct_size = UInt32(MemoryLayout<nacre_port_api>.size)
    t.open = { env, capacity, out in
      out?.pointee = nil
      return HostTable.guarded(env) { call in
        guard let out, capacity >= 0 else { throw NativeFault(Code.argument) }
        _ = try call.needRuntime()
        let port = Port(call.module, capacity: capacity == 0 ? 1024 : min(capacity, 1 << 20))
        call.ports.append(port)
        out.pointee = port.pointer
        return Code.ok
      }
    }
    t.retain = { port in Port.find(port)?.retain() }
    t.release = { port in Port.find(port)?.release() }
    t.write = { port, values, count in Port.find(port)?.write(values, count) ?? Code.closing }
    t.text = { port, stream, text in Port.find(port)?.text(stream, text) ?? Code.closing }
    t.progress = { port, progress in Port.find(port)?.progress(progress) ?? Code.closing }
    t.drain = { env, port, timeout in
      HostTable.guarded(env) { call in
        guard let p = Port.find(port) else { throw NativeFault(Code.handle) }
        return try p.drain(call, timeout: timeout)
      }
    }
    p.initialize(to: t)
    return p
  }()
}
