import Basics
import Diagnostics
import Objects
import Syntax

/// Drives a chain of commands: bind all, begin all, feed, end in order, always clean.
enum Pipeline {
  /// Runs commands whose sinks are wired already; `input` are objects for the first one, nil for none.
  static func run(_ commands: [CommandProcessor], input: [Value]?, arguments: [Argument]) throws {
    let feed: ((CommandProcessor) throws -> Void)? = input.map { values in
      { first in for v in values { try first.receive(v) } }
    }
    try run(commands, arguments: [arguments], feed: feed)
  }

  /// Runs commands; `feed` writes objects to the first one, nil means it has no input.
  static func run(
    _ commands: [CommandProcessor], arguments: [[Argument]], feed: ((CommandProcessor) throws -> Void)?
  ) throws {
    var failure: (any Error)?
    do {
      for (i, c) in commands.enumerated() { try c.prepare(i < arguments.count ? arguments[i] : []) }
      try drive(commands, feed)
    } catch {
      failure = error
    }
    for c in commands {
      c.clean()
      if let v = c.pipelineVariable { try? v.set(.null) }
    }
    for c in commands where !c.files.isEmpty {
      for f in c.files {
        do { try f.close() } catch { if failure == nil { failure = error } }
      }
    }
    if let failure { throw failure }
  }

  private static func drive(_ commands: [CommandProcessor], _ feed: ((CommandProcessor) throws -> Void)?) throws {
    guard let first = commands.first else { return }
    // Commands before this one were told to stop: they do not end.
    var next = 0
    do {
      for c in commands { try c.start() }
      if let feed { try feed(first) } else { try first.runWithoutInput() }
    } catch FlowSignal.stopPipeline(let token) {
      next = try position(of: token, in: commands, from: 0)
    }
    while next < commands.count {
      let c = commands[next]
      next += 1
      do {
        try c.end()
      } catch FlowSignal.stopPipeline(let token) {
        next = try position(of: token, in: commands, from: next - 1)
      }
    }
  }

  /// The index of the command that wants no more input; throws on when it belongs to another pipeline.
  private static func position(of token: AnyObject?, in commands: [CommandProcessor], from: Int) throws -> Int {
    for (i, c) in commands.enumerated() where i > from || (i == 0 && from == 0) {
      if c === token { return i }
    }
    throw FlowSignal.stopPipeline(token)
  }
}

/// What a command of a pipeline turned out to be.
enum ResolvedCommand {
  case info(CommandInfo)
  case block(ScriptBlock)
}

extension Runspace {
  /// Runs a pipeline of commands.
  public func runPipeline(
    input: PipelineInput, elements: [PipelineElement], frame f: Frame, output: Sink
  ) throws {
    if case .none = input, elements.count == 1, elements[0].redirections.isEmpty {
      let e = elements[0]
      return try runCommand(e.site, target: e.target, arguments: e.arguments, frame: f, output: output)
    }
    try checkStop()
    if let eventHook { try eventHook() }
    let elements = elements.contains { $0.site.name == nil } ? try elements.map { try unwrapped($0) } : elements
    let resolved = try elements.map { try resolve($0.site, target: $0.target, frame: f) }
    try runResolved(resolved, input: input, elements: elements, frame: f, output: output)
  }

  /// Runs a pipeline of commands.
  public func run(
    _ elements: [PipelineElement], input: PipelineInput, frame: Frame, output: Sink
  ) throws {
    try runPipeline(input: input, elements: elements, frame: frame, output: output)
  }

  private func runResolved(
    _ resolved: [ResolvedCommand], input: PipelineInput, elements: [PipelineElement], frame f: Frame, output: Sink
  ) throws {
    let status = PipelineStatus()
    var hasInput = true
    if case .none = input { hasInput = false }
    var commands: [CommandProcessor] = []
    commands.reserveCapacity(elements.count)
    for (i, e) in elements.enumerated() {
      let p = try makeProcessor(resolved[i], e, index: i, count: elements.count, frame: f, status: status)
      p.expectingInput = i > 0 || hasInput
      p.invocation.expectingInput = p.expectingInput
      commands.append(p)
    }
    var sink = output
    for i in commands.indices.reversed() {
      let p = commands[i]
      p.output = sink
      if !elements[i].redirections.isEmpty { try redirect(p, elements[i].redirections) }
      sink = DownstreamSink(p)
    }
    joinNative(commands)
    do {
      try Pipeline.run(commands, arguments: elements.map { $0.arguments }, feed: feeder(input))
    } catch {
      questionMark = false
      throw error
    }
    questionMark = !status.failed
  }

  /// What writes the input to the first command.
  private func feeder(_ input: PipelineInput) -> ((CommandProcessor) throws -> Void)? {
    switch input {
    case .none: return nil
    case .value(let v):
      return { first in
        switch v {
        case .nothing: return
        case .object(let o):
          if let a = o as? PSArray {
            let elements = a.elements
            for x in elements { try first.receive(x.orNull) }
            return
          }
          guard let items = try Operations.enumerate(v) else { return try first.receive(v) }
          while let x = try Runspace.nextItem(items) { try first.receive(x.orNull) }
        default: try first.receive(v)
        }
      }
    case .producer(let body): return { first in try body(DownstreamSink(first)) }
    }
  }

  /// The next element of a collection in a pipeline, with PowerShell's error when it cannot be had.
  static func nextItem(_ items: ValueIterator) throws -> Value? {
    do {
      return try items.next()
    } catch let e as GuestError where e.record.invocation == nil {
      let inner = e.record.exception
      let message = "An error occurred while enumerating through a collection: \(inner.message)."
      let outer = ExceptionObject(
        Types.named("System.Management.Automation.ExtendedTypeSystemException"), message, inner: inner)
      let r = ErrorRecord(outer, id: "BadEnumeration", category: .NotSpecified)
      outer.errorRecord = r
      throw GuestError(r)
    }
  }

  /// Runs one command without pipeline input or redirections: the common case, with a short way for functions.
  public func runCommand(
    _ site: CommandSite, target: Value, arguments: [Argument], frame f: Frame, output: Sink
  ) throws {
    if stopRequested { try checkStop() }
    if let eventHook { try eventHook() }
    if site.name == nil, case .object(let o) = target, let m = o as? ModuleInfo {
      let (inner, rest) = try moduleCall(m, arguments)
      return try runCommand(site, target: inner, arguments: rest, frame: f, output: output)
    }
    let resolved = try resolve(site, target: target, frame: f)
    if site.invocationOperator != .dot {
      switch resolved {
      case .info(let info):
        if let function = info as? FunctionInfo,
          try callFast(function.scriptBlock, function, site, arguments, f, output)
        {
          return
        }
      case .block(let block):
        if try callFast(block, nil, site, arguments, f, output) { return }
      }
    }
    let status = PipelineStatus()
    let element = PipelineElement(site, target: target, arguments: arguments)
    let p = try makeProcessor(resolved, element, index: 0, count: 1, frame: f, status: status)
    p.output = output
    do {
      try Pipeline.run([p], arguments: [arguments], feed: nil)
    } catch {
      questionMark = false
      throw error
    }
    questionMark = !status.failed
  }

  /// The command a site means now.
  func resolve(_ site: CommandSite, target: Value, frame f: Frame) throws -> ResolvedCommand {
    guard let name = site.name else { return try resolve(target: target, site: site, frame: f) }
    if site.cachedEpoch == commandEpoch, site.cachedState === f.sessionState, let c = site.cachedCommand {
      return .info(c)
    }
    let info: CommandInfo
    do {
      info = try lookUp(name, f)
    } catch let e as GuestError where e.record.invocation == nil {
      // Errors about the name point at the name.
      let extent = site.ast?.commandElements.first?.extent ?? site.extent
      let place = InvocationInfo(command: nil, name: name, extent: extent, source: site.source)
      place.historyId = historyId
      e.record.invocation = place
      throw e
    }
    site.cachedCommand = info
    site.cachedEpoch = commandEpoch
    site.cachedState = f.sessionState
    return .info(info)
  }

  private func lookUp(_ name: String, _ f: Frame) throws -> CommandInfo {
    guard let resolver else { throw commandNotFound(name) }
    let info = try resolver.resolve(name, origin: f.origin, in: f.sessionState, runspace: self)
    if let hook = commandHook { try hook(name, info) }
    return info
  }

  /// The error for a name that means nothing.
  public func commandNotFound(_ name: String) -> GuestError {
    GuestError.runtime(
      "CommandNotFoundException",
      "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, or executable program.\n"
        + "Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
      .ObjectNotFound, target: .string(name), type: "System.Management.Automation.CommandNotFoundException")
  }

  /// What `& value` runs.
  private func resolve(target: Value, site: CommandSite, frame f: Frame) throws -> ResolvedCommand {
    switch target.base {
    case .null, .nothing:
      throw badTarget(
        "The expression after '&' in a pipeline element produced an object that was "
          + "not valid. It must result in a command name, a script block, or a CommandInfo object.", target, site)
    case .string(let name):
      if name.isEmpty {
        throw badTarget(
          "The expression after '\(site.invocationOperator == .dot ? "." : "&")' in a pipeline element "
            + "produced an object that was not valid. It must result in a command name, a script block, or a "
            + "CommandInfo object.", target, site)
      }
      return .info(try lookUp(name, f))
    case .object(let o):
      switch o {
      case let b as ScriptBlock: return .block(b)
      case let a as AliasInfo: return .info(try lookUp(a.target, f))
      case let c as CommandInfo: return .info(c)
      default: break
      }
    default: break
    }
    return .info(try lookUp(try Operations.toString(target), f))
  }

  private func badTarget(_ message: String, _ target: Value, _ site: CommandSite) -> GuestError {
    GuestError.runtime("BadExpression", message, .InvalidOperation, target: target)
  }

  /// Makes the processor of a resolved command.
  func makeProcessor(
    _ resolved: ResolvedCommand, _ e: PipelineElement, index: Int, count: Int, frame f: Frame, status: PipelineStatus
  ) throws -> CommandProcessor {
    let site = e.site
    let dot = site.invocationOperator == .dot
    switch resolved {
    case .block(let block):
      let i = invocation(nil, site, name: site.shownName ?? "&", index, count)
      return ScriptProcessor(
        self, block, nil, i, name: block.functionName, frame: f, streams: f.streams, status: status, dotSource: dot)
    case .info(let info):
      let i = invocation(info, site, name: site.shownName ?? info.name, index, count)
      return try makeProcessor(info, i, e.arguments, f, status, dot)
    }
  }

  private func makeProcessor(
    _ info: CommandInfo, _ i: InvocationInfo, _ arguments: [Argument], _ f: Frame, _ status: PipelineStatus,
    _ dot: Bool
  ) throws -> CommandProcessor {
    if let helpHook, try asksForHelp(info, arguments) {
      return HelpProcessor(self, info, i, frame: f, streams: f.streams, status: status, show: helpHook)
    }
    switch info {
    case let c as CmdletInfo:
      return try CmdletProcessor(self, c, i, frame: f, streams: f.streams, status: status)
    case let fn as FunctionInfo:
      return ScriptProcessor(
        self, fn.scriptBlock, fn, i, name: fn.name, frame: f, streams: f.streams, status: status, dotSource: dot)
    case let s as ExternalScriptInfo:
      let block = try load(s)
      // Scripts belong to whoever calls them.
      let own = f.sessionState === globalState ? block : block.bound(to: f.sessionState)
      return ScriptProcessor(
        self, own, s, i, name: s.name, frame: f, streams: f.streams, status: status, dotSource: dot)
    case let a as ApplicationInfo:
      return NativeProcessor(self, a, i, frame: f, streams: f.streams, status: status)
    default: throw commandNotFound(info.name)
    }
  }

  /// Whether `-?` is among the arguments of a command that shows its help then.
  private func asksForHelp(_ info: CommandInfo, _ arguments: [Argument]) throws -> Bool {
    guard arguments.contains(where: { $0.site.kind == .parameter && $0.site.name == "?" }) else { return false }
    return try info is CmdletInfo || info.metadata()?.isCmdletStyle == true
  }

  func invocation(_ info: CommandInfo?, _ site: CommandSite, name: String, _ index: Int, _ count: Int)
    -> InvocationInfo
  {
    let i = InvocationInfo(command: info, name: name, extent: site.extent, source: site.source)
    i.pipelinePosition = index + 1
    i.pipelineLength = count
    i.historyId = historyId
    return i
  }

  // MARK: - Redirections

  private func redirect(_ p: CommandProcessor, _ list: [Redirection]) throws {
    var changes: [Int: Sink] = [:]
    var allTo: Sink?
    for case .file(let from, let path, let append) in list {
      let sink = try openFile(path, append: append, for: p)
      switch from {
      case 1: p.output = sink
      case 0:
        p.output = sink
        allTo = sink
      default: changes[from] = sink
      }
    }
    if let allTo { for n in 2...6 { changes[n] = allTo } }
    // Error records that would reach the host either way are shown as errors, not as output.
    let keepsErrors = p.output is HostOutputSink && !(p is NativeProcessor)
    for case .merge(let from, let to) in list where to == 1 {
      if from == 2, keepsErrors { continue }
      if from == 0 {
        for n in (keepsErrors ? 3 : 2)...6 { changes[n] = p.output }
      } else {
        changes[from] = p.output
      }
    }
    p.streams = p.streams.replacing(changes)
  }

  private func openFile(_ path: Value, append: Bool, for p: CommandProcessor) throws -> Sink {
    if path.isNull { return NullSink.shared }
    let text = try Operations.toString(path)
    if text.isEmpty { return NullSink.shared }
    guard let fileSink else {
      throw GuestError.runtime("NotSupported", "Redirection to files is not available in this session.")
    }
    do {
      let sink = RedirectedFile(try fileSink(text, append))
      p.files.append(sink)
      return sink
    } catch let e as GuestError {
      if e.record.commandClass == nil { e.record.commandClass = "Microsoft.PowerShell.Commands.OutFileCommand" }
      throw e
    }
  }

  /// Runs a body with streams redirected, for expressions and statements.
  public func withRedirections(
    _ list: [Redirection], frame f: Frame, output: Sink, _ body: (Sink) throws -> Void
  ) throws {
    let invocation = InvocationInfo(command: nil, name: "", extent: f.position, source: f.source)
    let p = CommandProcessor(self, nil, invocation, frame: f, streams: f.streams, status: PipelineStatus())
    p.output = output
    try redirect(p, list)
    let savedStreams = f.streams
    let savedOutput = f.output
    f.streams = p.streams
    f.output = p.output
    var failure: (any Error)?
    do {
      try body(p.output)
    } catch {
      failure = error
    }
    f.streams = savedStreams
    f.output = savedOutput
    for file in p.files { try file.close() }
    if let failure { throw failure }
  }
}
