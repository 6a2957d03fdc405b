import CSystem
import Glibc

/// How a pump came back.
public enum PumpResult: Equatable, Sendable {
  /// All there was to move was moved.
  case finished
  /// The `stop` callback said so; the pipes are still open.
  case stopped
}

/// Callbacks of a pump, all made on the calling thread.
public struct PumpHandlers {
  /// Takes bytes from standard output.
  public var onOutput: ([UInt8]) throws -> Void
  /// Takes bytes from standard error.
  public var onError: ([UInt8]) throws -> Void
  /// Asked at least ten times a second whether to give up.
  public var stop: () -> Bool

  /// Handlers that drop what is not asked for and never stop.
  public init(
    onOutput: @escaping ([UInt8]) throws -> Void = { _ in },
    onError: @escaping ([UInt8]) throws -> Void = { _ in },
    stop: @escaping () -> Bool = { false }
  ) {
    self.onOutput = onOutput
    self.onError = onError
    self.stop = stop
  }
}

/// This end of the pipes of a command or of a whole pipeline.
struct Channels {
  /// The write end of standard input, or -1.
  var input: Int32 = -1
  /// The read end of standard output, or -1.
  var output: Int32 = -1
  /// The read ends of standard error.
  var errors: [Int32] = []

  mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  mutating func closeAll() {
    closeInput()
    if output >= 0 { close(output) }
    output = -1
    for descriptor in errors { close(descriptor) }
    errors = []
  }

  var hasReaders: Bool { output >= 0 || !errors.isEmpty }

  /// Writes all of `bytes` while reading what the other side sends, so that neither waits for the other.
  mutating func push(_ bytes: [UInt8], _ handlers: PumpHandlers) throws -> PumpResult {
    var sent = 0
    while input >= 0, sent < bytes.count {
      if handlers.stop() { return .stopped }
      // Most of the time the pipe has room: try before asking the kernel when.
      let count = bytes.withUnsafeBytes { buffer in
        write(input, buffer.baseAddress.map { $0 + sent }, buffer.count &- sent)
      }
      if count > 0 {
        sent &+= count
        continue
      }
      if count < 0 && errno != EAGAIN && errno != EINTR {
        closeInput()
        break
      }
      if count < 0 && errno == EAGAIN { try turn(handlers, waitForInput: true) }
    }
    if hasReaders { try turn(handlers, waitForInput: false, timeout: 0) }
    return .finished
  }

  /// Reads until every pipe of the other side is closed.
  mutating func drain(_ handlers: PumpHandlers) throws -> PumpResult {
    while hasReaders {
      if handlers.stop() { return .stopped }
      try turn(handlers, waitForInput: false)
    }
    return .finished
  }

  /// One poll and what it makes possible.
  private mutating func turn(
    _ handlers: PumpHandlers, waitForInput: Bool, timeout: Int32 = 100
  ) throws {
    var entries: [pollfd] = []
    if output >= 0 { entries.append(pollfd(fd: output, events: Int16(POLLIN), revents: 0)) }
    for descriptor in errors { entries.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let readers = entries.count
    if waitForInput { entries.append(pollfd(fd: input, events: Int16(POLLOUT), revents: 0)) }
    // A flag that is up although `stop` does not mind it would make every poll return at once.
    if !Interrupts.isRaised { entries.append(pollfd(fd: csys_stop_fd(), events: Int16(POLLIN), revents: 0)) }
    guard poll(&entries, nfds_t(entries.count), timeout) > 0 else { return }
    for entry in entries.prefix(readers) where entry.revents != 0 {
      let isOutput = entry.fd == output
      if try !receive(entry.fd, isOutput ? handlers.onOutput : handlers.onError) {
        close(entry.fd)
        if isOutput { output = -1 } else { errors.removeAll { $0 == entry.fd } }
      }
    }
  }

  /// Reads once; false at the end of the stream.
  private func receive(_ descriptor: Int32, _ handler: ([UInt8]) throws -> Void) throws -> Bool {
    var count = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, initialized in
      count = read(descriptor, buffer.baseAddress, buffer.count)
      failure = errno
      initialized = max(count, 0)
    }
    if count > 0 { try handler(bytes) }
    return count > 0 || (count < 0 && (failure == EAGAIN || failure == EINTR))
  }

  /// Pulls input until there is no more, then reads to the end.
  mutating func pump(input next: () throws -> [UInt8]?, _ handlers: PumpHandlers) throws -> PumpResult {
    while input >= 0, let bytes = try next() {
      if try push(bytes, handlers) == .stopped { return .stopped }
    }
    closeInput()
    return try drain(handlers)
  }
}

extension NativeProcess {
  /// Whether the command may still read what is pushed.
  public var acceptsInput: Bool { channels.input >= 0 }

  /// Moves bytes both ways until the input is exhausted and the output closed.
  public func pump(
    input: () throws -> [UInt8]?, onOutput: @escaping ([UInt8]) throws -> Void,
    onError: @escaping ([UInt8]) throws -> Void = { _ in }, stop: @escaping () -> Bool = { false }
  ) throws -> PumpResult {
    try channels.pump(input: input, PumpHandlers(onOutput: onOutput, onError: onError, stop: stop))
  }

  /// Writes bytes to standard input, handing out what arrives meanwhile.
  @discardableResult
  public func push(_ bytes: [UInt8], _ handlers: PumpHandlers) throws -> PumpResult {
    try channels.push(bytes, handlers)
  }

  /// Closes standard input: the command sees the end of its input.
  public func closeInput() { channels.closeInput() }

  /// Reads to the end of output and error.
  public func drain(_ handlers: PumpHandlers) throws -> PumpResult { try channels.drain(handlers) }
}

/// The pipes made for one launch, by end.
struct StreamPipes {
  /// What the child gets as 0, 1 and 2.
  private(set) var child: (Int32, Int32, Int32) = (0, 1, 2)
  private var toClose: [Int32] = []
  private var own: [Int32] = [-1, -1, -1]

  mutating func open(_ request: NativeLaunch) throws(ProcessError) {
    child.0 = try end(request.input, stream: 0, request)
    child.1 = try end(request.output, stream: 1, request)
    child.2 = try end(request.error, stream: 2, request)
  }

  func channels() -> Channels {
    Channels(input: own[0], output: own[1], errors: own[2] >= 0 ? [own[2]] : [])
  }

  mutating func closeChildEnds() {
    for descriptor in toClose { close(descriptor) }
    toClose = []
  }

  mutating func closeOwnEnds() {
    for descriptor in own where descriptor >= 0 { close(descriptor) }
    own = [-1, -1, -1]
  }

  private mutating func end(
    _ stream: NativeStream, stream number: Int32, _ request: NativeLaunch
  ) throws(ProcessError) -> Int32 {
    switch stream {
    case .inherit: return number
    case .null: return -1
    case .descriptor(let descriptor): return descriptor
    case .pipe:
      let isInput = number == 0
      let ends = try Pipe(
        nonblockingRead: !isInput, nonblockingWrite: isInput, for: request.executable)
      toClose.append(isInput ? ends.read : ends.write)
      own[Int(number)] = isInput ? ends.write : ends.read
      return isInput ? ends.read : ends.write
    }
  }
}

/// The two ends of a pipe; both close when another program starts in this process.
struct Pipe {
  let read: Int32
  let write: Int32

  init(nonblockingRead: Bool, nonblockingWrite: Bool, for path: String) throws(ProcessError) {
    var ends: [Int32] = [-1, -1]
    let failure = csys_pipe(&ends, nonblockingRead ? 1 : 0, nonblockingWrite ? 1 : 0)
    guard failure == 0 else { throw ProcessError(code: .system, errorNumber: failure, path: path) }
    read = ends[0]
    write = ends[1]
  }
}
