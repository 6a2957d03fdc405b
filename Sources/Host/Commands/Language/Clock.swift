import Glibc

/// Clocks of the system.
enum Clock {
  /// Nanoseconds of a clock that never goes back.
  static func monotonic() -> Int64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Int64(t.tv_sec) * 1_000_000_000 + Int64(t.tv_nsec)
  }

  /// Waits, waking up often enough to notice a request to stop.
  static func sleep(milliseconds: Double, isStopped: () -> Bool) {
    let end = monotonic() &+ Int64(min(milliseconds, 9e12) * 1e6)
    while !isStopped() {
      let left = end &- monotonic()
      if left <= 0 { return }
      let step = min(left, 100_000_000)
      var t = timespec(tv_sec: Int(step / 1_000_000_000), tv_nsec: Int(step % 1_000_000_000))
      nanosleep(&t, nil)
    }
  }

  /// The number of the process.
  static var processId: Int32 { getpid() }
}
