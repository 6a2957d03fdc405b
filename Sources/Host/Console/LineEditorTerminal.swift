import CSystem
import Glibc

/// What came of waiting for input.
public enum TerminalInput: Equatable, Sendable {
  case bytes([UInt8])
  case timeout
  /// A signal arrived: the window may have changed or an interrupt may be pending.
  case signal
  case endOfInput
}

/// The terminal as the editor uses it; tests give a fake one.
public protocol LineTerminal: AnyObject {
  /// Columns and rows.
  var size: (columns: Int, rows: Int) { get }
  /// Begins to hand out single keys; false when this cannot be had.
  func enterRaw() -> Bool
  /// Back to the usual mode.
  func leaveRaw()
  /// Waits for input; a negative timeout waits for ever.
  func read(timeoutMilliseconds: Int) -> TerminalInput
  /// Shows characters at once.
  func write(_ text: String)
}

/// The terminal behind a pair of descriptors.
public final class SystemTerminal: LineTerminal {
  private let input: Int32
  private let output: Int32

  /// Uses standard input and output unless told otherwise.
  public init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    self.input = input
    self.output = output
  }

  /// Whether an editor can work here.
  public var isInteractive: Bool {
    isatty(input) == 1 && isatty(output) == 1 && TerminalInfo.isCapable
  }

  /// Whether lines come from a person, edited or not.
  public var isTerminalInput: Bool { isatty(input) == 1 }

  public var size: (columns: Int, rows: Int) { TerminalInfo.size(descriptor: output) }

  public func enterRaw() -> Bool { csys_raw_enter(input) == 0 }

  public func leaveRaw() { _ = csys_raw_leave() }

  public func read(timeoutMilliseconds: Int) -> TerminalInput {
    var entries = [pollfd(fd: input, events: Int16(POLLIN), revents: 0)]
    if csys_stop_requested() == 0 {
      entries.append(pollfd(fd: csys_stop_fd(), events: Int16(POLLIN), revents: 0))
    } else {
      return .signal
    }
    let ready = poll(&entries, nfds_t(entries.count), Int32(clamping: timeoutMilliseconds))
    if ready < 0 { return errno == EINTR ? .signal : .endOfInput }
    if ready == 0 { return .timeout }
    if entries[0].revents == 0 { return .signal }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(input, &buffer, buffer.count)
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .signal : .endOfInput }
    return count == 0 ? .endOfInput : .bytes(Array(buffer.prefix(count)))
  }

  public func write(_ text: String) {
    var text = text
    _ = text.withUTF8 { csys_write_all(output, $0.baseAddress, $0.count) }
  }
}

/// Reads lines from a descriptor that is no capable terminal.
public final class PlainLineReader {
  private let descriptor: Int32
  /// Bytes read beyond a line would be lost to a child that shares the input: pipes are read one at a time.
  private let step: Int
  private var pending: [UInt8] = []
  private var atEnd = false

  /// Reads a pipe byte by byte unless nobody shares it; a terminal hands out single lines by itself.
  public init(descriptor: Int32 = STDIN_FILENO, isShared: Bool = true) {
    self.descriptor = descriptor
    step = isShared && isatty(descriptor) == 0 ? 1 : 4096
  }

  /// What reading a line gave.
  public enum Result: Equatable, Sendable {
    case line(String)
    case interrupted
    case endOfInput
  }

  /// The next line without its end; bytes that are not UTF-8 become U+FFFD.
  public func next() -> Result {
    var searched = 0
    var buffer = [UInt8](repeating: 0, count: step)
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) { return .line(take(end)) }
      searched = pending.count
      if atEnd {
        return pending.isEmpty ? .endOfInput : .line(take(pending.count))
      }
      let count = Glibc.read(descriptor, &buffer, step)
      if count > 0 {
        pending += buffer.prefix(count)
      } else if count < 0 && errno == EINTR {
        guard csys_stop_requested() != 0 else { continue }
        pending = []
        return .interrupted
      } else {
        atEnd = true
      }
    }
  }

  private func take(_ end: Int) -> String {
    var line = pending[..<end]
    if line.last == 0x0D { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    pending.removeFirst(min(end &+ 1, pending.count))
    return text
  }
}
