import Basics
import Engine
import Glibc
import Objects
import PluginABI

/// Takes the output of a call and hands it to native code as it comes.
final class NativeSink: Sink {
  private let call: NativeCall
  private let take: @convention(c) (EnvPointer, UnsafeMutableRawPointer?, UnsafePointer<nacre_value>?, Int) -> Int32
  private let context: UnsafeMutableRawPointer?

  init(
    _ call: NativeCall,
    _ take:
      @escaping @convention(c) (
        EnvPointer, UnsafeMutableRawPointer?, UnsafePointer<nacre_value>?, Int
      ) -> Int32, _ context: UnsafeMutableRawPointer?
  ) {
    self.call = call
    self.take = take
    self.context = context
  }

  override func write(_ value: Value) throws {
    let bridge = Bridge.shared
    let handleMark = bridge.handles.count
    let arenaMark = bridge.arena.mark
    let outer = NativeCall.current
    NativeCall.current = call
    defer {
      NativeCall.current = outer
      bridge.handles.truncate(to: handleMark)
      bridge.arena.release(to: arenaMark)
    }
    var lent = try bridge.lend(value)
    let code = take(call.env, context, &lent, 1)
    if code == Code.stopUpstream { throw FlowSignal.stopPipeline(self) }
    if code < 0 || call.env.pointee.pending != 0 { throw NativeFault(code < 0 ? code : Code.error) }
  }
}

/// Writes to the output of the command that made the call.
final class RuntimeSink: Sink {
  private let runtime: CommandRuntime
  init(_ runtime: CommandRuntime) { self.runtime = runtime }
  override func write(_ value: Value) throws { try runtime.writeOutput(value) }
}

/// What a call structure asks for, taken over.
struct CallRequest {
  var flags: UInt32 = 0
  var arguments: [Value] = []
  var named: [(String, Value)] = []
  var input: [Value]?
  var underbar: Value?
  var sink: Sink = CollectingSink()
  var collects: CollectingSink? { sink as? CollectingSink }

  init(_ p: UnsafePointer<nacre_call>?, _ call: NativeCall) throws {
    guard p != nil else { return }
    var n = nacre_call()
    try HostTable.copy(p, minimum: 8, into: &n)
    let bridge = Bridge.shared
    flags = n.flags
    arguments = try bridge.take(n.args, n.arg_count)
    if n.named_count > 0 {
      guard let list = n.named, n.named_count <= 4096 else { throw NativeFault(Code.argument) }
      for i in 0..<n.named_count {
        named.append((try HostTable.text(list[i].name), try bridge.take(list[i].value)))
      }
    }
    if n.input_count > 0 || n.input != nil { input = try bridge.take(n.input, n.input_count) }
    if flags & 2 != 0 { underbar = try bridge.take(n.underbar) }
    if let take = n.sink {
      sink = NativeSink(call, take, n.context)
    } else if flags & 4 != 0 {
      sink = RuntimeSink(try call.needRuntime())
    }
  }

  /// As the arguments of a command.
  var list: [Argument] {
    named.map { name, value in
      if let s = value.asObject(SwitchObject.self) { return Argument.named(name, .bool(s.isPresent)) }
      return Argument.named(name, value)
    } + arguments.map { Argument.positional($0) }
  }
  var redirections: [Redirection] { flags & 8 != 0 ? [.merge(from: 2, to: 1)] : [] }
}

extension HostTable {
  static func fillRunning(_ t: inout nacre_host) {
    t.invoke = { env, block, request, out in
      out?.pointee = Bridge.null
      return HostTable.guarded(env) { call in
        guard let b = try Bridge.shared.take(block).asObject(ScriptBlock.self) else { throw NativeFault(Code.type) }
        return try HostTable.run(call, try CallRequest(request, call), out) { try HostTable.invoke(b, $0, call) }
      }
    }
    t.invoke_command = { env, name, request, out in
      out?.pointee = Bridge.null
      return HostTable.guarded(env) { call in
        let n = try HostTable.text(name)
        if n.isEmpty { throw NativeFault(Code.argument) }
        return try HostTable.run(call, try CallRequest(request, call), out) { r in
          try HostTable.pipeline(CommandSite(name: n), .null, r, call)
        }
      }
    }
    t.invoke_text = { env, script, request, out in
      out?.pointee = Bridge.null
      return HostTable.guarded(env) { call in
        let b = try call.runspace.parse(try HostTable.text(script), state: call.runspace.currentState)
        return try HostTable.run(call, try CallRequest(request, call), out) { try HostTable.invoke(b, $0, call) }
      }
    }
  }

  /// Runs a call with errors of statements leaving it, and hands out what was collected.
  private static func run(
    _ call: NativeCall, _ request: CallRequest, _ out: OutValue, _ body: (CallRequest) throws -> Void
  ) throws -> Int32 {
    if NativeCall.depth >= NativeCall.depthLimit - 1 { throw NativeFault(Code.depth) }
    let runspace = call.runspace
    let outer = runspace.propagateErrors
    runspace.propagateErrors = true
    defer { runspace.propagateErrors = outer }
    do {
      try body(request)
    } catch FlowSignal.stopPipeline(let token) where token === request.sink {
      // The sink has what it wanted.
    }
    if let out, let collected = request.collects {
      let v: Value
      if request.flags & 16 != 0 {
        v = .array(collected.values)
      } else {
        v =
          collected.values.count == 1
          ? collected.values[0] : collected.values.isEmpty ? .null : .array(collected.values)
      }
      out.pointee = try Bridge.shared.lend(v)
    }
    return Code.ok
  }

  private static func invoke(_ block: ScriptBlock, _ r: CallRequest, _ call: NativeCall) throws {
    let newScope = r.flags & 1 != 0
    if !r.named.isEmpty || (r.flags & 8 != 0) {
      let site = CommandSite(name: nil, invocationOperator: newScope ? .ampersand : .dot)
      return try pipeline(site, .object(block), r, call)
    }
    if !newScope, r.arguments.isEmpty, r.input == nil, let underbar = r.underbar, let sink = r.collects {
      sink.values = try call.runspace.invoke(block, arguments: [], this: nil, underscore: underbar)
      return
    }
    try call.runspace.invokeBlock(
      block, arguments: r.arguments, underscore: r.underbar, input: r.input, output: r.sink, newScope: newScope)
  }

  private static func pipeline(
    _ site: CommandSite, _ target: Value, _ r: CallRequest, _ call: NativeCall
  ) throws {
    guard let frame = call.runspace.frame else { throw NativeFault(Code.unsupported) }
    let element = PipelineElement(site, target: target, arguments: r.list, redirections: r.redirections)
    var input = PipelineInput.none
    if let values = r.input {
      input = .producer { sink in for v in values { try sink.write(v) } }
    }
    try call.runspace.run([element], input: input, frame: frame, output: r.sink)
  }

  // MARK: - Session

  static func fillSession(_ t: inout nacre_host) {
    t.var_get = { env, name, out in
      HostTable.give(env, out) { call in
        let n = try HostTable.text(name)
        if let (drive, item) = HostTable.drive(n, call) { return try drive.get(item, in: call.runspace) }
        return call.runspace.variable(n, in: call.runspace.currentScope)?.get()
      }
    }
    t.var_set = { env, name, value in
      HostTable.guarded(env) { call in
        let n = try HostTable.text(name)
        if n.isEmpty { throw NativeFault(Code.argument) }
        let v = try Bridge.shared.take(value)
        if let (drive, item) = HostTable.drive(n, call) {
          try drive.set(item, v, in: call.runspace)
        } else {
          try call.runspace.variable(forAssignment: n, in: call.runspace.currentScope).set(v)
        }
        return Code.ok
      }
    }
    t.var_remove = { env, name in
      HostTable.guarded(env) { call in
        let n = try HostTable.text(name)
        if let (drive, item) = HostTable.drive(n, call) {
          try drive.remove(item, in: call.runspace)
          return Code.ok
        }
        return HostTable.removeVariable(n, call.runspace) ? Code.ok : Code.none
      }
    }
    t.path_resolve = { env, path, flags, out in
      HostTable.give(env, out) { call in try HostTable.paths(try HostTable.text(path), flags, call.runspace) }
    }
    t.path_current = { env, out in HostTable.give(env, out) { .string($0.runspace.workingDirectory()) } }
    t.read_line = { env, prompt, flags, out in
      HostTable.give(env, out) { call in
        guard let host = call.runspace.host, host.isInteractive else { throw NativeFault(Code.unsupported) }
        let text = try HostTable.text(prompt)
        return try host.readLine(prompt: text.isEmpty ? nil : text, secure: flags & 1 != 0).map { .string($0) }
      }
    }
  }

  private static func drive(_ name: String, _ call: NativeCall) -> (any VariableDrive, String)? {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return nil }
    let prefix = name[..<colon].lowercased()
    if ["global", "script", "local", "private", "variable"].contains(prefix) { return nil }
    return call.runspace.drives[prefix].map { ($0, String(name[name.utf8.index(after: colon)...])) }
  }

  private static func removeVariable(_ name: String, _ runspace: Runspace) -> Bool {
    guard let v = runspace.variable(name, in: runspace.currentScope) else { return false }
    var scope: Scope? = runspace.currentScope
    while let s = scope {
      if s.variables[v.symbol] === v {
        s.variables.removeValue(forKey: v.symbol)
        v.isRemoved = true
        return true
      }
      scope = s.parent
    }
    return false
  }

  private static func paths(_ path: String, _ flags: UInt32, _ runspace: Runspace) throws -> Value {
    if path.isEmpty { throw NativeFault(Code.argument) }
    let isLiteral = flags & 1 != 0
    if !isLiteral, Wildcard.containsWildcards(path) {
      let pattern = try runspace.resolvePath(path)
      if access(pattern, F_OK) != 0 {
        let found = runspace.globPath(path) ?? runspace.globPath(pattern) ?? []
        let absolute = try found.map { Value.string(try runspace.resolvePath($0)) }
        return .object(PSArray(absolute, of: Types.string))
      }
    }
    let resolved = try runspace.resolvePath(path)
    if flags & 2 == 0, access(resolved, F_OK) != 0 {
      throw GuestError.runtime(
        "PathNotFound", "Cannot find path '\(resolved)' because it does not exist.", .ObjectNotFound,
        target: .string(path), type: "System.Management.Automation.ItemNotFoundException")
    }
    return .object(PSArray([.string(resolved)], of: Types.string))
  }
}
