import CSystem
import Glibc

/// A buffered writer over a descriptor; failures are recorded, never thrown and never fatal.
public final class OutputWriter {
  /// When the buffer is written out.
  public enum Policy: Sendable {
    /// After each call.
    case immediate
    /// After each call that brings a line feed, and when the buffer is full.
    case line
    /// When the buffer is full.
    case block
  }

  /// The standard output of the process: by line on a terminal, in blocks otherwise.
  nonisolated(unsafe) public static let standardOutput = OutputWriter(descriptor: STDOUT_FILENO)
  /// The standard error of the process, which first lets the standard output through.
  nonisolated(unsafe) public static let standardError: OutputWriter = {
    let writer = OutputWriter(descriptor: STDERR_FILENO, policy: .immediate)
    writer.goesAfter = standardOutput
    return writer
  }()

  /// The descriptor written to.
  public let descriptor: Int32
  /// Whether the descriptor is a terminal.
  public let isTerminal: Bool
  /// When the buffer is written out.
  public var policy: Policy
  /// The error that stopped the output, 0 while it works.
  public private(set) var errorNumber: Int32 = 0
  /// A writer flushed before this one writes, so that the two keep their order on a shared screen or file.
  public var goesAfter: OutputWriter?

  private var buffer: [UInt8] = []
  private static let capacity = 8192

  /// Wraps a descriptor, which stays the caller's to close.
  public init(descriptor: Int32, policy: Policy? = nil) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    self.policy = policy ?? (isTerminal ? .line : .block)
  }

  /// Whether the reader went away.
  public var isBroken: Bool { errorNumber == EPIPE }

  /// Writes text as UTF-8.
  public func write(_ text: String) {
    guard errorNumber == 0 else { return }
    let start = buffer.count
    buffer.append(contentsOf: text.utf8)
    settle(from: start)
  }

  /// Writes text and a line feed.
  public func writeLine(_ text: String) {
    guard errorNumber == 0 else { return }
    buffer.append(contentsOf: text.utf8)
    let start = buffer.count
    buffer.append(0x0A)
    settle(from: start)
  }

  /// Writes bytes unchanged.
  public func write(_ bytes: [UInt8]) {
    guard errorNumber == 0 else { return }
    let start = buffer.count
    buffer.append(contentsOf: bytes)
    settle(from: start)
  }

  /// Writes out what is buffered; false when the output is broken.
  @discardableResult
  public func flush() -> Bool {
    guard !buffer.isEmpty else { return errorNumber == 0 }
    goesAfter?.flush()
    if errorNumber == 0 {
      errorNumber = buffer.withUnsafeBytes { csys_write_all(descriptor, $0.baseAddress, $0.count) }
    }
    buffer.removeAll(keepingCapacity: buffer.capacity <= 4 * OutputWriter.capacity)
    return errorNumber == 0
  }

  /// Flushes both standard streams, before a child or an exit takes over the screen.
  public static func flushAll() {
    standardOutput.flush()
    standardError.flush()
  }

  private func settle(from start: Int) {
    switch policy {
    case .immediate: flush()
    case .line: if buffer.count >= OutputWriter.capacity || buffer[start...].contains(0x0A) { flush() }
    case .block: if buffer.count >= OutputWriter.capacity { flush() }
    }
  }
}
