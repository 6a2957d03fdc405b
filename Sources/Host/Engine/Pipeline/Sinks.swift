import Objects

/// The end of the top-level pipeline: the host's formatter.
public final class HostOutputSink: Sink {
  private unowned let runspace: Runspace
  init(_ runspace: Runspace) { self.runspace = runspace }
  public override func write(_ value: Value) throws { try runspace.host?.writeOutput(value) }
}

/// Where a stream goes that nothing redirects: the host.
final class HostStreamSink: Sink {
  private unowned let runspace: Runspace
  private let number: Int
  init(_ runspace: Runspace, _ number: Int) {
    self.runspace = runspace
    self.number = number
  }
  override func write(_ value: Value) throws {
    guard let host = runspace.host else { return }
    guard let o = value.object else { return }
    switch o {
    case let r as ErrorRecord: try host.writeError(r)
    case let m as MessageRecord:
      switch m.kind {
      case .warning: host.writeWarning(m.message)
      case .verbose: host.writeVerbose(m.message)
      case .debug: host.writeDebug(m.message)
      }
    case let i as InformationRecord:
      if let m = i.messageData.asObject(HostInformationMessage.self) {
        host.write(m.message, foreground: m.foreground, background: m.background, newLine: !m.noNewLine)
      } else {
        host.writeInformation(i)
      }
    default: break
    }
  }
}

/// A sink with an end: a file.
open class ClosableSink: Sink {
  open func close() throws {}
  /// Bytes of a native command, as they are; false when the sink wants objects.
  open func writeBytes(_ bytes: [UInt8]) throws -> Bool { false }
}

/// The input of the next command of a pipeline.
final class DownstreamSink: Sink {
  unowned let next: CommandProcessor
  init(_ next: CommandProcessor) { self.next = next }
  override func write(_ value: Value) throws {
    // Objects may come while the command before is still in its `begin`.
    if !next.hasStarted { try next.start() }
    try next.receive(value)
  }
}

/// Passes values on and keeps them in a list, for -OutVariable and -ErrorVariable.
final class TeeSink: Sink {
  private let list: PSList
  private let downstream: Sink
  init(_ list: PSList, _ downstream: Sink) {
    self.list = list
    self.downstream = downstream
  }
  override func write(_ value: Value) throws {
    list.elements.append(value)
    list.version &+= 1
    try downstream.write(value)
  }
}

/// Sets the variable of -PipelineVariable before each value goes on.
final class PipelineVariableSink: Sink {
  private let variable: Variable
  private let downstream: Sink
  init(_ variable: Variable, _ downstream: Sink) {
    self.variable = variable
    self.downstream = downstream
  }
  override func write(_ value: Value) throws {
    try variable.set(value)
    try downstream.write(value)
  }
}

/// A file that streams are redirected to: warnings and the like arrive as their text alone.
final class RedirectedFile: ClosableSink {
  private let file: ClosableSink
  init(_ file: ClosableSink) { self.file = file }
  override func write(_ value: Value) throws {
    if case .object(let o) = value, let m = o as? MessageRecord { return try file.write(.string(m.message)) }
    try file.write(value)
  }
  override func writeBytes(_ bytes: [UInt8]) throws -> Bool { try file.writeBytes(bytes) }
  override func close() throws { try file.close() }
}
