import CSystem
import Glibc

/// How a native command ended.
public struct NativeStatus: Equatable, Sendable {
  /// The signal that ended it, or nil.
  public let signal: Int32?
  /// What a shell reports: the exit code, or 128 plus the signal.
  public let code: Int32

  /// A normal end.
  public init(exitCode: Int32) {
    signal = nil
    code = exitCode
  }

  /// An end by a signal.
  public init(signal: Int32) {
    self.signal = signal
    code = 128 &+ signal
  }
}

/// Where a standard stream of a native command leads.
public enum NativeStream: Equatable, Sendable {
  /// To the same place as that of this process.
  case inherit
  /// To a pipe of which this process holds the other end.
  case pipe
  /// To nothing.
  case null
  /// To a descriptor of the caller, which stays the caller's to close.
  case descriptor(Int32)
}

/// The process group a native command is put into.
public enum NativeGroup: Equatable, Sendable {
  /// That of this process.
  case inherit
  /// One of its own.
  case new
  /// An existing one.
  case join(pid_t)
}

/// What to start and how.
public struct NativeLaunch: Sendable {
  /// The path of the file to execute.
  public var executable: String
  /// The arguments without the name of the program.
  public var arguments: [String]
  /// The name the program sees as its own; the executable's path when nil.
  public var name: String?
  /// Entries `NAME=value`; the environment of this process when nil.
  public var environment: [String]?
  /// The directory to start in; that of this process when nil.
  public var directory: String?
  /// Standard input.
  public var input = NativeStream.inherit
  /// Standard output.
  public var output = NativeStream.inherit
  /// Standard error.
  public var error = NativeStream.inherit
  /// The process group.
  public var group = NativeGroup.inherit
  /// A terminal whose foreground group the command's group becomes.
  public var terminal: Int32?

  /// A launch with inherited streams.
  public init(_ executable: String, _ arguments: [String] = [], directory: String? = nil) {
    self.executable = executable
    self.arguments = arguments
    self.directory = directory
  }
}

/// A native command that was started.
public final class NativeProcess {
  /// The process identifier.
  public let id: pid_t
  /// This end of the standard streams that are pipes.
  var channels: Channels
  private var ended: NativeStatus?

  private init(id: pid_t, channels: Channels) {
    self.id = id
    self.channels = channels
  }

  deinit { channels.closeAll() }

  /// Starts a native command.
  public static func launch(_ request: NativeLaunch) throws(ProcessError) -> NativeProcess {
    if [request.input, request.output, request.error].contains(.inherit) { OutputWriter.flushAll() }
    var pipes = StreamPipes()
    defer { pipes.closeChildEnds() }
    do {
      try pipes.open(request)
      let id = try spawn(request, descriptors: pipes.child)
      return NativeProcess(id: id, channels: pipes.channels())
    } catch {
      pipes.closeOwnEnds()
      throw error
    }
  }

  /// Starts a native command with the streams spelled out.
  public static func launch(
    executable: String, arguments: [String], environment: [String]? = nil, directory: String? = nil,
    stdin: NativeStream = .inherit, stdout: NativeStream = .inherit, stderr: NativeStream = .inherit
  ) throws(ProcessError) -> NativeProcess {
    var request = NativeLaunch(executable, arguments, directory: directory)
    request.environment = environment
    request.input = stdin
    request.output = stdout
    request.error = stderr
    return try launch(request)
  }

  /// How the command ended, if it did.
  public func poll() -> NativeStatus? {
    reap(block: false)
  }

  /// Waits for the end; nil when `stop` said so first. The command goes on in that case.
  public func wait(stop: (() -> Bool)? = nil) -> NativeStatus? {
    guard let stop else {
      while true { if let status = reap(block: true) { return status } }
    }
    let watch = csys_pidfd_open(id)
    defer { if watch >= 0 { close(watch) } }
    while true {
      if let status = reap(block: false) { return status }
      if stop() { return nil }
      var entries = [pollfd(fd: watch, events: Int16(POLLIN), revents: 0)]
      // A flag that is up although `stop` does not mind it would make every poll return at once.
      if !Interrupts.isRaised { entries.append(pollfd(fd: csys_stop_fd(), events: Int16(POLLIN), revents: 0)) }
      _ = Glibc.poll(&entries, nfds_t(entries.count), watch >= 0 ? 100 : 10)
    }
  }

  /// Waits for the end, whatever happens.
  public func waitForEnd() -> NativeStatus {
    wait() ?? NativeStatus(exitCode: -1)
  }

  /// Sends a signal; false when the command is gone.
  @discardableResult
  public func send(signal: Int32) -> Bool {
    ended == nil && kill(id, signal) == 0
  }

  /// Asks the command to end, makes it end after the grace time, and waits.
  @discardableResult
  public func terminate(graceMilliseconds: Int = 500) -> NativeStatus {
    channels.closeAll()
    guard poll() == nil, send(signal: SIGTERM) else { return waitForEnd() }
    send(signal: SIGCONT)
    var start = timespec()
    clock_gettime(CLOCK_MONOTONIC, &start)
    let inTime = wait {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      let elapsed = (now.tv_sec &- start.tv_sec) &* 1000 &+ (now.tv_nsec &- start.tv_nsec) / 1_000_000
      return elapsed >= graceMilliseconds
    }
    if let inTime { return inTime }
    send(signal: SIGKILL)
    return waitForEnd()
  }

  private func reap(block: Bool) -> NativeStatus? {
    if let ended { return ended }
    var done: Int32 = 0
    var code: Int32 = 0
    var signalled: Int32 = 0
    let failure = csys_wait(id, block ? 1 : 0, &done, &code, &signalled)
    if done != 0 {
      ended = signalled != 0 ? NativeStatus(signal: code) : NativeStatus(exitCode: code)
    } else if failure != 0 && failure != EINTR {
      // Somebody else reaped the child: its status is lost.
      ended = NativeStatus(exitCode: -1)
    }
    return ended
  }

  // MARK: - Launch

  /// A file without a `#!` line that looks like text runs through the shell, as `execvp` has it.
  private static func spawn(
    _ request: NativeLaunch, descriptors: (Int32, Int32, Int32)
  ) throws(ProcessError) -> pid_t {
    let name = request.name ?? request.executable
    do {
      return try spawn(request, path: request.executable, argv: [name] + request.arguments, descriptors)
    } catch {
      guard error.code == .badFormat, looksLikeText(request) else { throw error }
      let argv = ["/bin/sh", request.executable] + request.arguments
      return try spawn(request, path: "/bin/sh", argv: argv, descriptors)
    }
  }

  private static func spawn(
    _ request: NativeLaunch, path: String, argv: [String], _ descriptors: (Int32, Int32, Int32)
  ) throws(ProcessError) -> pid_t {
    var id: pid_t = 0
    var step: Int32 = 0
    let arguments = CStringVector(argv)
    let environment = request.environment.map { CStringVector($0) }
    let failure = path.withCString { path in
      withOptionalCString(request.directory) { directory in
        var raw = csys_spawn_request()
        raw.path = path
        raw.argv = arguments.pointer
        raw.envp = environment?.pointer
        raw.directory = directory
        raw.fds = descriptors
        raw.group = groupNumber(request.group)
        raw.terminal = request.terminal ?? -1
        return csys_spawn(&raw, &id, &step)
      }
    }
    guard failure == 0 else {
      throw ProcessError(
        step: step, errorNumber: failure, executable: request.executable, directory: request.directory)
    }
    return id
  }

  private static func groupNumber(_ group: NativeGroup) -> pid_t {
    switch group {
    case .inherit: return -1
    case .new: return 0
    case .join(let id): return id
    }
  }

  private static func looksLikeText(_ request: NativeLaunch) -> Bool {
    var path = request.executable
    if !path.hasPrefix("/"), let directory = request.directory { path = directory + "/" + path }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      let count = read(file, buffer.baseAddress, 128)
      guard count >= 0 else { return false }
      for byte in buffer.prefix(count) {
        if byte == 0 { return false }
        if byte == 0x0A { break }
      }
      return true
    }
  }
}

private func withOptionalCString<Result>(
  _ text: String?, _ body: (UnsafePointer<CChar>?) -> Result
) -> Result {
  guard let text else { return body(nil) }
  return text.withCString { body($0) }
}

/// A vector of C strings in one allocation, ended by a null pointer.
final class CStringVector {
  private let bytes: UnsafeMutablePointer<CChar>
  private let vector: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  /// Copies the strings; each ends at its first NUL, since C cannot carry more.
  init(_ strings: [String]) {
    var total = 1
    for string in strings { total &+= string.utf8.count &+ 1 }
    bytes = .allocate(capacity: total)
    vector = .allocate(capacity: strings.count &+ 1)
    var cursor = 0
    for (index, string) in strings.enumerated() {
      (vector + index).initialize(to: bytes + cursor)
      for byte in string.utf8 {
        (bytes + cursor).initialize(to: CChar(bitPattern: byte))
        cursor &+= 1
      }
      (bytes + cursor).initialize(to: 0)
      cursor &+= 1
    }
    (vector + strings.count).initialize(to: nil)
  }

  deinit {
    bytes.deallocate()
    vector.deallocate()
  }

  var pointer: UnsafePointer<UnsafeMutablePointer<CChar>?> { UnsafePointer(vector) }
}
