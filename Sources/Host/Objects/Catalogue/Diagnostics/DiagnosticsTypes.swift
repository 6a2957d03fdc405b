import Basics
import Glibc

/// A `Stopwatch`.
final class StopwatchObject: Obj {
  private var total: Int64 = 0
  private var started: Int64?
  static let type = Types.named("System.Diagnostics.Stopwatch")
  override var typeInfo: TypeInfo { StopwatchObject.type }
  override func text() throws -> String? { TimeSpanObject(nanoseconds / 100).text0 }
  /// Nanoseconds of the monotonic clock.
  static func now() -> Int64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Int64(t.tv_sec) * 1_000_000_000 + Int64(t.tv_nsec)
  }
  var isRunning: Bool { started != nil }
  var nanoseconds: Int64 { total + (started.map { StopwatchObject.now() - $0 } ?? 0) }
  func start() { if started == nil { started = StopwatchObject.now() } }
  func stop() {
    total = nanoseconds
    started = nil
  }
  func reset() {
    total = 0
    started = nil
  }
}

extension TimeSpanObject {
  /// The constant form, never failing.
  fileprivate var text0: String { (try? text()) ?? "" }
}

/// `Stopwatch`, `Thread` and what surrounds them.
enum DiagnosticsTypes {
  static func register() {
    Catalogue.register("System.Diagnostics.Stopwatch", stopwatch)
    Catalogue.register("System.Threading.Thread", thread)
    Catalogue.register("System.Threading.Interlocked", interlocked)
    Catalogue.register("System.Threading.Monitor") { t in
      t.fixedAction("Enter(object obj)") { _ in }
      t.fixedAction("Enter(object obj, ref bool lockTaken)") { a in try a.object(1, PSReference.self)?.set(.bool(true))
      }
      t.fixed("bool TryEnter(object obj)") { _ in .bool(true) }
      t.fixed("bool TryEnter(object obj, int millisecondsTimeout)") { _ in .bool(true) }
      t.fixedAction("Exit(object obj)") { _ in }
      t.fixedAction("Pulse(object obj)") { _ in }
      t.fixedAction("PulseAll(object obj)") { _ in }
      t.fixed("bool IsEntered(object obj)") { _ in .bool(true) }
    }
    for name in ["System.Diagnostics.Debug", "System.Diagnostics.Trace"] {
      Catalogue.register(name) { t in
        for n in ["Write", "WriteLine"] { t.fixedAction("\(n)(object value)") { _ in } }
        t.fixedAction("Assert(bool condition)") { _ in }
      }
    }
    waiting()
    ProcessTypes.register()
  }

  private static func stopwatch(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> StopwatchObject {
      guard let s = v.asObject(StopwatchObject.self) else { throw Throw.nullReference() }
      return s
    }
    t.new("()") { _ in .object(StopwatchObject()) }
    t.fixed("System.Diagnostics.Stopwatch StartNew()") { _ in
      let s = StopwatchObject()
      s.start()
      return .object(s)
    }
    t.fixed("long GetTimestamp()") { _ in .long(StopwatchObject.now()) }
    t.fixed("timespan GetElapsedTime(long startingTimestamp)") { a in
      .timeSpan(ticks: (StopwatchObject.now() - a.long(0)) / 100)
    }
    t.const("long Frequency", .long(1_000_000_000))
    t.const("bool IsHighResolution", .bool(true))
    t.prop("bool IsRunning") { .bool(try me($0).isRunning) }
    t.prop("timespan Elapsed") { .timeSpan(ticks: try me($0).nanoseconds / 100) }
    t.prop("long ElapsedMilliseconds") { .long(try me($0).nanoseconds / 1_000_000) }
    t.prop("long ElapsedTicks") { .long(try me($0).nanoseconds) }
    t.action("Start()") { s, _ in try me(s).start() }
    t.action("Stop()") { s, _ in try me(s).stop() }
    t.action("Reset()") { s, _ in try me(s).reset() }
    t.action("Restart()") { s, _ in
      try me(s).reset()
      try me(s).start()
    }
  }

  /// Sleeps, a negative time for ever; in slices so that signals end it early.
  static func sleep(milliseconds: Int64) {
    var rest = milliseconds
    while rest > 0 {
      let part = min(rest, 100)
      usleep(UInt32(part * 1000))
      rest -= part
    }
  }

  private static func thread(_ t: TypeBuilder) {
    let current = PlainObject(
      t.type,
      [
        "ManagedThreadId": .int(1), "Name": .string("Pipeline Execution Thread"), "IsBackground": .bool(false),
        "IsAlive": .bool(true), "Priority": .enumeration("System.Threading.ThreadPriority", 2),
      ])
    t.fixedProp("System.Threading.Thread CurrentThread") { .object(current) }
    t.fixedAction("Sleep(int millisecondsTimeout)") { a in
      if a.int(0) < -1 {
        throw Throw.outOfRange(
          "millisecondsTimeout", "Number must be either non-negative and less than or equal to Int32.MaxValue or -1.")
      }
      sleep(milliseconds: a.long(0))
    }
    t.fixedAction("Sleep(timespan timeout)") { a in sleep(milliseconds: DateTimeType.span(a) / 10_000) }
    t.fixed("bool Yield()") { _ in .bool(true) }
    t.fixedAction("SpinWait(int iterations)") { _ in }
    for n in ["ManagedThreadId", "IsAlive"] { t.field("object \(n)", settable: false) }
    for n in ["Name", "IsBackground", "Priority"] { t.field("object \(n)") }
    t.prop("cultureinfo CurrentCulture", { _ in .object(CultureObject.current) }) { _, v in
      if let c = v.asObject(CultureObject.self) { CultureObject.current = c }
    }
    t.prop("cultureinfo CurrentUICulture", { _ in .object(CultureObject.currentUI) }) { _, v in
      if let c = v.asObject(CultureObject.self) { CultureObject.currentUI = c }
    }
    t.prop("System.Threading.ThreadState ThreadState") { _ in .enumeration("System.Threading.ThreadState", 0) }
    t.method("System.Threading.ApartmentState GetApartmentState()") { _, _ in
      .enumeration("System.Threading.ApartmentState", 1)
    }
    t.prop("System.Threading.ApartmentState ApartmentState") { _ in .enumeration("System.Threading.ApartmentState", 1) }
  }

  private static func interlocked(_ t: TypeBuilder) {
    func change(_ name: String, _ list: String, _ f: @escaping (Int64, [Value]) -> Int64, old: Bool = false) {
      for type in ["int", "long"] {
        t.fixed("\(type) \(name)(ref \(type) location\(list.replacingText("#", type)))") { a in
          guard let r = a.object(0, PSReference.self) else { return .null }
          let before = try r.get()
          let n = f(before.longValue, a)
          let isLong = before.typeInfo === Types.int64
          let new: Value = isLong ? .long(n) : .int(Int(n))
          try r.set(new)
          return old ? before : new
        }
      }
    }
    change("Increment", "", { n, _ in n &+ 1 })
    change("Decrement", "", { n, _ in n &- 1 })
    change("Add", ", # value", { n, a in n &+ a.long(1) })
    change("Exchange", ", # value", { _, a in a.long(1) }, old: true)
    change("CompareExchange", ", # value, # comparand", { n, a in n == a.long(2) ? a.long(1) : n }, old: true)
    t.fixed("long Read(ref long location)") { a in try a.object(0, PSReference.self)?.get() ?? .null }
  }

  /// Events and locks of a program with one thread: always free.
  private static func waiting() {
    for name in ["ManualResetEvent", "AutoResetEvent", "Mutex", "EventWaitHandle", "SemaphoreSlim"] {
      Catalogue.register("System.Threading." + name) { t in
        let type = t.type
        t.new("()") { _ in .object(PlainObject(type)) }
        t.new("(bool initialState)") { a in .object(PlainObject(type, ["set": a[0]])) }
        t.new("(bool initiallyOwned, string name)") { a in .object(PlainObject(type, ["set": a[0]])) }
        t.new("(int initialCount)") { a in .object(PlainObject(type, ["set": .bool(true)])) }
        t.new("(int initialCount, int maxCount)") { a in .object(PlainObject(type, ["set": .bool(true)])) }
        for (n, on) in [("Set", true), ("Reset", false)] {
          t.method("bool \(n)()") { s, _ in
            s.asObject(PlainObject.self)?.fields["set"] = .bool(on)
            return .bool(true)
          }
        }
        t.method("bool WaitOne()") { _, _ in .bool(true) }
        t.method("bool WaitOne(int millisecondsTimeout)") { s, a in
          if name == "Mutex" || name == "SemaphoreSlim" { return .bool(true) }
          if [s.asObject(PlainObject.self)?.fields["set"] ?? .null].bool(0) { return .bool(true) }
          sleep(milliseconds: a.long(0))
          return .bool(false)
        }
        t.method("bool Wait(int millisecondsTimeout)") { _, _ in .bool(true) }
        t.action("Wait()") { _, _ in }
        t.action("ReleaseMutex()") { _, _ in }
        t.method("int Release()") { _, _ in .int(0) }
        for n in ["Close", "Dispose"] { t.action("\(n)()") { _, _ in } }
      }
    }
  }
}
