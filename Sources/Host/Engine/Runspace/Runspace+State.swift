import Basics
import Glibc
import Objects

/// Which scope and activation run.
extension Runspace {
  /// What `enter` replaced.
  struct Place {
    let state: SessionState
    let scope: Scope
    let frame: Frame?
  }

  /// Makes a scope the current one of its session state, and that session state the running one.
  @inline(__always)
  func enter(_ scope: Scope, _ frame: Frame?) -> Place {
    let state = scope.sessionState
    let place = Place(state: currentState, scope: state.currentScope, frame: self.frame)
    currentState = state
    state.currentScope = scope
    self.frame = frame
    return place
  }

  /// Undoes `enter`.
  @inline(__always)
  func leave(_ scope: Scope, _ place: Place) {
    let state = scope.sessionState
    state.currentScope = place.scope
    currentState = place.state
    frame = place.frame
  }

  /// A scope that goes away: names its functions and aliases hid mean something else again.
  @inline(__always)
  func retire(_ scope: Scope) {
    if !scope.functions.isEmpty || !scope.aliases.isEmpty { commandEpoch &+= 1 }
  }

  /// Counts a guest call and refuses when the stack or the limit is used up; pair with `callDepth -= 1`.
  @inline(__always)
  func descend() throws {
    callDepth &+= 1
    if callDepth & 15 == 0 || stackFloor == 0 { try checkDepth() }
  }

  @inline(never)
  private func checkDepth() throws {
    if stackFloor == 0 { stackFloor = EngineThread.stackFloor() }
    var marker = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    if here > stackFloor && callDepth < Runspace.maximumDepth { return }
    callDepth &-= 1
    throw GuestError.runtime(
      "CallDepthOverflow", "The script failed due to call depth overflow.", .InvalidOperation,
      target: .int(Int32(truncatingIfNeeded: callDepth)),
      type: "System.Management.Automation.ScriptCallDepthException")
  }

  /// Guest calls allowed however much stack there is, so that errors of endless recursion come soon.
  static let maximumDepth = 8000
}

/// A thread with a stack deep enough for recursive scripts.
public enum EngineThread {
  /// Address space for the stack; only what is used costs memory.
  static let stackSize = 1 << 29
  /// Stack kept for host code below the deepest guest call.
  static let reserve = 4 << 20

  /// Runs a body on a thread with a large stack and waits for it.
  public static func run(_ body: @escaping () -> Void) {
    var size = stackSize
    while size > 1 << 20 {
      let raw = Unmanaged.passRetained(Body(size, body)).toOpaque()
      if start(raw, stack: size) { return }
      Unmanaged<Body>.fromOpaque(raw).release()
      size /= 2
    }
    body()
  }

  /// Runs the body behind a pointer on a new thread and waits; false when no such thread can be had.
  private static func start(_ raw: UnsafeMutableRawPointer, stack size: Int) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    guard pthread_attr_setstacksize(&attributes, size) == 0 else { return false }
    var thread = pthread_t()
    guard pthread_create(&thread, &attributes, engineThreadMain, raw) == 0 else { return false }
    pthread_join(thread, nil)
    return true
  }

  /// The thread's side of `start`.
  fileprivate static func enter(_ raw: UnsafeMutableRawPointer) {
    let body = Unmanaged<Body>.fromOpaque(raw).takeRetainedValue()
    noteStack(body.size)
    body.run()
  }

  private final class Body {
    let size: Int
    let run: () -> Void
    init(_ size: Int, _ run: @escaping () -> Void) {
      self.size = size
      self.run = run
    }
  }

  /// The lowest address guest calls on this thread may reach.
  static func stackFloor() -> UInt {
    if bottom != 0 { return bottom &+ UInt(min(reserve, size / 4)) }
    // The main thread: its limit, counted from about where its stack starts.
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(3), &limit)
    let room = limit.rlim_cur == rlim_t.max ? 8 << 20 : Int(min(limit.rlim_cur, 1 << 30))
    var marker = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    return here &- UInt(room / 4 * 3)
  }

  // Set by the engine thread itself before it runs anything.
  nonisolated(unsafe) private static var bottom: UInt = 0
  nonisolated(unsafe) private static var size = 0

  /// Notes the extent of this thread's stack, whose top is near.
  private static func noteStack(_ bytes: Int) {
    var marker = 0
    let here = withUnsafePointer(to: &marker) { UInt(bitPattern: $0) }
    size = bytes
    bottom = here &- UInt(bytes) &+ 65536
  }
}

private func engineThreadMain(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let raw { EngineThread.enter(raw) }
  return nil
}
