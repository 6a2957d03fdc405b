import Glibc

/// Native commands whose outputs lead straight into the next one's input: bytes pass unchanged and unseen.
public final class NativePipeline {
  /// A stage that could not be started.
  public struct LaunchFailure: Error, Sendable {
    /// The index of the stage.
    public let stage: Int
    /// What went wrong.
    public let error: ProcessError
  }

  /// The commands, first to last.
  public let stages: [NativeProcess]
  private var channels: Channels

  private init(stages: [NativeProcess], channels: Channels) {
    self.stages = stages
    self.channels = channels
  }

  deinit { channels.closeAll() }

  /// Starts every stage; the first one's input and the last one's output are as they ask, the rest are joined.
  ///
  /// When a stage cannot be started, the ones before it see the end of their output and are waited for.
  public static func launch(_ requests: [NativeLaunch]) throws(LaunchFailure) -> NativePipeline {
    var started: [NativeProcess] = []
    var channels = Channels()
    var previousRead: Int32 = -1
    for (index, original) in requests.enumerated() {
      var request = original
      var joint: Pipe?
      do throws(ProcessError) {
        if index > 0 { request.input = .descriptor(previousRead) }
        if index + 1 < requests.count {
          let pipe = try Pipe(nonblockingRead: false, nonblockingWrite: false, for: request.executable)
          joint = pipe
          request.output = .descriptor(pipe.write)
        }
        let process = try NativeProcess.launch(request)
        started.append(process)
        channels.adopt(from: process)
      } catch {
        if previousRead >= 0 { close(previousRead) }
        if let joint {
          close(joint.read)
          close(joint.write)
        }
        channels.closeAll()
        for process in started { process.terminate() }
        throw LaunchFailure(stage: index, error: error)
      }
      if previousRead >= 0 { close(previousRead) }
      if let joint { close(joint.write) }
      previousRead = joint?.read ?? -1
    }
    return NativePipeline(stages: started, channels: channels)
  }

  /// Whether the first command may still read what is pushed.
  public var acceptsInput: Bool { channels.input >= 0 }

  /// Moves bytes into the first command, out of the last, and the errors of all.
  public func pump(
    input: () throws -> [UInt8]?, onOutput: @escaping ([UInt8]) throws -> Void,
    onError: @escaping ([UInt8]) throws -> Void = { _ in }, stop: @escaping () -> Bool = { false }
  ) throws -> PumpResult {
    try channels.pump(input: input, PumpHandlers(onOutput: onOutput, onError: onError, stop: stop))
  }

  /// Writes bytes to the first command, handing out what arrives meanwhile.
  @discardableResult
  public func push(_ bytes: [UInt8], _ handlers: PumpHandlers) throws -> PumpResult {
    try channels.push(bytes, handlers)
  }

  /// Closes the input of the first command.
  public func closeInput() { channels.closeInput() }

  /// Reads to the end of output and errors.
  public func drain(_ handlers: PumpHandlers) throws -> PumpResult { try channels.drain(handlers) }

  /// Waits for every stage; nil when `stop` said so first.
  public func wait(stop: (() -> Bool)? = nil) -> [NativeStatus]? {
    var result: [NativeStatus] = []
    for stage in stages {
      guard let status = stage.wait(stop: stop) else { return nil }
      result.append(status)
    }
    return result
  }

  /// Ends every stage and waits.
  @discardableResult
  public func terminate(graceMilliseconds: Int = 500) -> [NativeStatus] {
    channels.closeAll()
    for stage in stages { stage.send(signal: SIGTERM) }
    return stages.map { $0.terminate(graceMilliseconds: graceMilliseconds) }
  }
}

extension Channels {
  /// Takes over the pipes a stage holds.
  fileprivate mutating func adopt(from process: NativeProcess) {
    if process.channels.input >= 0 { input = process.channels.input }
    if process.channels.output >= 0 { output = process.channels.output }
    errors += process.channels.errors
    process.channels = Channels()
  }
}
