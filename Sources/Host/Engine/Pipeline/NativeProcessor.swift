import Basics
import Diagnostics
import Glibc
import Objects
import Processes

/// Runs a program of the system as a command of a pipeline.
///
/// Programs next to each other are joined by pipes of the system: the first one drives them all.
final class NativeProcessor: CommandProcessor {
  private let info: ApplicationInfo
  private var words: [String] = []
  /// The programs after this one that it feeds directly.
  private var joined: [NativeProcessor] = []
  /// Whether the program before drives this one.
  private var isJoined = false
  private var running: NativePipeline?
  private var lines = LineSplitter()
  private var errorLines = LineSplitter()
  private var hasError = false
  private var inputSink: ClosableSink?
  private var pendingBytes: [UInt8] = []
  private var encoding = TextEncoding.utf8
  private var newLine: [UInt8] = [0x0A]
  private var lastFlush = 0

  init(
    _ runspace: Runspace, _ info: ApplicationInfo, _ invocation: InvocationInfo, frame: Frame?, streams: Streams,
    status: PipelineStatus
  ) {
    self.info = info
    super.init(runspace, info, invocation, frame: frame, streams: streams, status: status)
  }

  override var className: String { info.name }
  /// The name messages use: the file's.
  private var programName: String { info.path.split(separator: "/").last.map(String.init) ?? info.name }
  /// Whether bytes may go straight to a program after this one.
  var writesStraight: Bool { output is DownstreamSink && errorStream != .pipe }

  func join(_ others: [NativeProcessor]) {
    joined = others
    for o in others { o.isJoined = true }
  }

  override func prepare(_ arguments: [Argument]) throws {
    if arguments.filter({ $0.value.asObject(ScriptBlock.self) != nil }).count > 1 {
      throw guestError(
        BindingFailure(
          .binding, "CommandParameterAlreadySpecified", "The command parameter was already specified."))
    }
    var list = NativeArgumentList(runspace)
    try list.add(arguments)
    words = list.words
  }

  private var last: NativeProcessor { joined.last ?? self }

  // MARK: - Launch

  override func begin() throws {
    guard !isJoined else { return }
    let group = [self] + joined
    var requests: [NativeLaunch] = []
    for (i, p) in group.enumerated() {
      var r = NativeLaunch(p.info.path, p.words, directory: runspace.workingDirectory())
      r.environment = runspace.environment()
      if i == 0 { r.input = expectingInput ? .pipe : .inherit }
      if i == group.count - 1 { r.output = p.outputStream }
      r.error = p.errorStream
      requests.append(r)
    }
    if requests[requests.count - 1].output == .inherit { try runspace.host?.endOutput() }
    if expectingInput {
      encoding = TextEncoding.output(callerScope)
      newLine = encoding.newLine
    }
    do {
      running = try NativePipeline.launch(requests)
    } catch {
      status.failed = true
      throw group[error.stage].launchError(error.error)
    }
  }

  private var outputStream: NativeStream {
    if output === runspace.hostOutput { return .inherit }
    if output is NullSink { return .null }
    return .pipe
  }
  private var errorStream: NativeStream {
    if streams.error === runspace.hostStreams.error { return .inherit }
    if streams.error is NullSink { return .null }
    return .pipe
  }

  private func launchError(_ e: ProcessError) -> GuestError {
    let place = invocation.positionMessage
    let reason =
      "An error occurred trying to start process '\(info.path)' with working directory "
      + "'\(runspace.workingDirectory())'. \(e.message)"
    let message = "Program '\(programName)' failed to run: \(reason)\(place)."
    let x = ExceptionObject(
      Types.named("System.Management.Automation.ApplicationFailedException"), message,
      inner: ExceptionObject(Types.named("System.ComponentModel.Win32Exception"), reason))
    let r = ErrorRecord(x, id: "NativeCommandFailed", category: .ResourceUnavailable)
    x.errorRecord = r
    return GuestError(r)
  }

  // MARK: - Input

  override func receive(_ value: Value) throws {
    try runspace.checkStop()
    guard let running, running.acceptsInput else { return }
    if case .string(let s) = value {
      if inputSink == nil { return try push(text: s) }
    } else if case .scalar(.byte, let b) = value {
      return try push([UInt8(truncatingIfNeeded: b)])
    } else if let r = value.asObject(ErrorRecord.self), r.errorId.hasPrefix("NativeCommandError") {
      return try push(text: r.message)
    } else if let a = value.asObject(PSArray.self), a.elementType === Types.byte {
      return try push(a.elements.map { if case .scalar(_, let b) = $0 { UInt8(truncatingIfNeeded: b) } else { 0 } })
    }
    if inputSink == nil { inputSink = runspace.nativeInputFormatter?({ [unowned self] in try push(text: $0) }) }
    if let sink = inputSink { try sink.write(value) } else { try push(text: try Operations.toString(value)) }
  }

  private func push(text: String) throws {
    encoding.append(text, to: &pendingBytes)
    pendingBytes.append(contentsOf: newLine)
    try flushIfDue()
  }

  private func push(_ bytes: [UInt8]) throws {
    pendingBytes += bytes
    try flushIfDue()
  }

  /// Sends what is pending when it is much, or when objects come slowly and the program should see each one.
  private func flushIfDue() throws {
    if pendingBytes.count >= 4096 { return try flushInput() }
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
    let milliseconds = now.tv_sec &* 1000 &+ now.tv_nsec / 1_000_000
    if milliseconds &- lastFlush > 10 {
      lastFlush = milliseconds
      try flushInput()
    }
  }

  private func flushInput() throws {
    guard !pendingBytes.isEmpty, let running else { return }
    let bytes = pendingBytes
    pendingBytes.removeAll(keepingCapacity: true)
    if try running.push(bytes, handlers) == .stopped { try abandon() }
  }

  // MARK: - Output

  private var handlers: PumpHandlers {
    let target = last
    return PumpHandlers(
      onOutput: { [unowned target] in try target.take(output: $0) },
      onError: { [unowned self] in try take(error: $0) },
      stop: { [unowned runspace] in runspace.stopRequested || Interrupts.isRaised })
  }

  private func take(output bytes: [UInt8]) throws {
    if let file = output as? ClosableSink, try file.writeBytes(bytes) { return }
    try lines.feed(bytes) { try output.write(.string($0)) }
  }

  private func take(error bytes: [UInt8]) throws {
    let target = last
    if let file = target.streams.error as? ClosableSink, try file.writeBytes(bytes) { return }
    try errorLines.feed(bytes) { try target.writeErrorLine($0) }
  }

  private func writeErrorLine(_ line: String) throws {
    let x = ExceptionObject(Types.named("System.Management.Automation.RemoteException"), line)
    let r = ErrorRecord(
      x, id: hasError ? "NativeCommandErrorMessage" : "NativeCommandError", category: .NotSpecified,
      target: .string(line))
    x.errorRecord = r
    if !hasError { r.invocation = invocation }
    hasError = true
    try streams.error.write(.object(r))
  }

  private func abandon() throws -> Never {
    running?.terminate()
    running = nil
    throw FlowSignal.stopped
  }

  // MARK: - End

  override func end() throws {
    guard let running else { return }
    if let sink = inputSink { try sink.close() }
    try flushInput()
    running.closeInput()
    if try running.drain(handlers) == .stopped { try abandon() }
    let target = last
    if let rest = target.lines.finish() { try target.output.write(.string(rest)) }
    if let rest = errorLines.finish() { try target.writeErrorLine(rest) }
    guard let ends = running.wait(stop: { [unowned runspace] in runspace.stopRequested || Interrupts.isRaised })
    else { try abandon() }
    self.running = nil
    let code = ends.last?.code ?? 0
    runspace.lastExitCode = code
    guard code != 0 else { return }
    status.failed = true
    try target.reportExit(code)
  }

  private static let preference = Symbol("PSNativeCommandUseErrorActionPreference")

  /// With `$PSNativeCommandUseErrorActionPreference`, a failed program is an error.
  private func reportExit(_ code: Int32) throws {
    guard Operations.isTrue(runspace.preference(Self.preference, in: callerScope)) else { return }
    let hex = String(UInt32(bitPattern: code), radix: 16, uppercase: true)
    let padded = hex.utf8.count < 2 ? "0" + hex : hex
    let message = "Program \"\(programName)\" ended with non-zero exit code: \(code) (0x\(padded))."
    let x = ExceptionObject(Types.named("System.Management.Automation.NativeCommandExitException"), message)
    x.fields["ExitCode"] = .int(code)
    x.fields["Path"] = .string(info.path)
    let r = ErrorRecord(x, id: "ProgramExitedWithNonZeroCode", category: .NotSpecified, target: .string(info.path))
    x.errorRecord = r
    switch runspace.preference(.error, in: callerScope) {
    case .ignore: return
    case .silentlyContinue: runspace.recordError(r)
    case .stop, .inquire:
      r.isPreferenceStop = true
      throw GuestError(r)
    default:
      runspace.recordError(r)
      streams.note(error: r)
      try streams.error.write(.object(r))
    }
  }

  override func clean() {
    guard let running else { return }
    // Upstream of a stopped pipeline: the program loses its reader.
    running.closeInput()
    running.terminate(graceMilliseconds: 100)
    self.running = nil
  }
}

/// The encoding of text sent to programs.
enum TextEncoding {
  case utf8, ascii, latin1, utf16, utf16BigEndian, utf32

  private static let variable = Symbol("OutputEncoding")

  /// What `$OutputEncoding` asks for.
  static func output(_ scope: Scope) -> TextEncoding {
    guard let v = scope.findVariable(variable)?.get(), !v.isNull, v.stringOrNil == nil else { return .utf8 }
    guard let name = (try? MemberAccess.get(v, "WebName"))??.stringOrNil else { return .utf8 }
    switch name.lowercased() {
    case "us-ascii": return .ascii
    case "iso-8859-1": return .latin1
    case "utf-16": return .utf16
    case "utf-16be": return .utf16BigEndian
    case "utf-32": return .utf32
    default: return .utf8
    }
  }

  var newLine: [UInt8] {
    var bytes: [UInt8] = []
    append("\n", to: &bytes)
    return bytes
  }

  func append(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .utf8: bytes.append(contentsOf: text.utf8)
    case .ascii: for u in text.utf16 { bytes.append(u < 0x80 ? UInt8(u) : 0x3F) }
    case .latin1: for u in text.utf16 { bytes.append(u < 0x100 ? UInt8(u) : 0x3F) }
    case .utf16:
      for u in text.utf16 {
        bytes.append(UInt8(u & 0xFF))
        bytes.append(UInt8(u >> 8))
      }
    case .utf16BigEndian:
      for u in text.utf16 {
        bytes.append(UInt8(u >> 8))
        bytes.append(UInt8(u & 0xFF))
      }
    case .utf32:
      for s in text.unicodeScalars {
        for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8((s.value >> shift) & 0xFF)) }
      }
    }
  }
}

extension Runspace {
  /// Joins programs that stand next to each other by pipes of the system.
  func joinNative(_ commands: [CommandProcessor]) {
    var i = 0
    while i < commands.count {
      guard let head = commands[i] as? NativeProcessor else {
        i += 1
        continue
      }
      var group: [NativeProcessor] = []
      var last = head
      i += 1
      while i < commands.count, last.writesStraight, let next = commands[i] as? NativeProcessor {
        group.append(next)
        last = next
        i += 1
      }
      if !group.isEmpty { head.join(group) }
    }
  }
}
