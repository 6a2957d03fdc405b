import Basics
import Engine
import Glibc
import Objects
import PluginABI

extension HostTable {
  /// Where output of a callback goes; refuses in phases without output.
  private static func write(_ call: NativeCall, _ v: Value, enumerate: Bool = false) throws {
    switch call.env.pointee.phase {
    case Phase.bind, Phase.begin, Phase.process, Phase.end: break
    case Phase.complete:
      call.completions.append(v)
      return
    default: throw NativeFault(Code.unsupported)
    }
    if call.isStopping { throw FlowSignal.stopped }
    let runtime = try call.needRuntime()
    if enumerate { try runtime.writeEnumerated(v) } else { try runtime.writeOutput(v) }
  }

  static func fillStreams(_ t: inout nacre_host) {
    t.write = { env, value, flags in
      HostTable.guarded(env) { call in
        try HostTable.write(call, try Bridge.shared.take(value), enumerate: flags & 1 != 0)
        return Code.ok
      }
    }
    t.write_many = { env, values, count in
      HostTable.guarded(env) { call in
        if count == 0 { return Code.ok }
        guard let values, count > 0, count <= Bridge.countLimit else { throw NativeFault(Code.argument) }
        for i in 0..<count { try HostTable.write(call, try Bridge.shared.take(values[i])) }
        return Code.ok
      }
    }
    t.write_text = { env, stream, text in
      HostTable.guarded(env) { call in
        let runtime = try call.needRuntime()
        let line = try HostTable.text(text)
        switch stream {
        case StreamBit.warning: try runtime.writeWarning(line)
        case StreamBit.verbose: try runtime.writeVerbose(line)
        case StreamBit.debug: try runtime.writeDebug(line)
        default: throw NativeFault(Code.argument)
        }
        return Code.ok
      }
    }
    t.write_information = { env, data, tags, count, flags in
      HostTable.guarded(env) { call in
        let runtime = try call.needRuntime()
        var value = try Bridge.shared.take(data)
        var list = try HostTable.texts(tags, count)
        if flags & 1 != 0 {
          let text = try Operations.toString(value)
          value = .object(
            HostInformationMessage(text, foreground: nil, background: nil, noNewLine: flags & 2 != 0))
          list.append("PSHOST")
        }
        try runtime.writeInformation(value, tags: list)
        return Code.ok
      }
    }
    t.write_progress = { env, progress in
      HostTable.guarded(env) { call in
        let runtime = try call.needRuntime()
        try runtime.writeProgress(try HostTable.progress(progress))
        return Code.ok
      }
    }
    fillConfirmation(&t)
  }

  /// A progress record of a structure.
  static func progress(_ p: UnsafePointer<nacre_progress>?) throws -> ProgressRecord {
    var n = nacre_progress()
    try copy(p, minimum: 40, into: &n)
    let activity = try text(n.activity)
    guard n.id >= 0, !activity.isEmpty else { throw NativeFault(Code.argument) }
    let r = ProgressRecord(activity: activity, status: try text(n.status))
    r.activityId = Int(n.id)
    r.parentActivityId = Int(n.parent_id)
    r.percentComplete = Int(min(max(n.percent, -1), 100))
    r.secondsRemaining = Int(n.seconds_remaining)
    r.currentOperation = try text(n.operation)
    r.isCompleted = n.completed != 0
    return r
  }

  private static func fillConfirmation(_ t: inout nacre_host) {
    t.should_process = { env, target, action, yes in
      HostTable.give(env, yes, zero: 0) { call in
        let runtime = try call.needRuntime()
        guard runtime.metadata?.supportsShouldProcess == true else { throw NativeFault(Code.unsupported) }
        let verb = try HostTable.text(action)
        return try runtime.shouldProcess(try HostTable.text(target), verb.isEmpty ? nil : verb) ? 1 : 0
      }
    }
    t.should_continue = { env, query, caption, yesToAll, noToAll, yes in
      HostTable.give(env, yes, zero: 0) { call in
        let runtime = try call.needRuntime()
        let question = try HostTable.text(query)
        let title = try HostTable.text(caption)
        guard let yesToAll, let noToAll else {
          if yesToAll != nil || noToAll != nil { throw NativeFault(Code.argument) }
          return try runtime.shouldContinue(question, title) ? 1 : 0
        }
        var all = yesToAll.pointee != 0
        var none = noToAll.pointee != 0
        let answer = try runtime.shouldContinue(question, title, yesToAll: &all, noToAll: &none)
        yesToAll.pointee = all ? 1 : 0
        noToAll.pointee = none ? 1 : 0
        return answer ? 1 : 0
      }
    }
  }

  // MARK: - Parameters

  static func fillParameters(_ t: inout nacre_host) {
    t.param = { env, name, out in
      HostTable.give(env, out) { call in try call.needRuntime().bound[Symbol(try HostTable.text(name))] }
    }
    t.declare_params = { env, declaration in
      HostTable.guarded(env) { call in
        guard let declare = call.declareParameters else { throw NativeFault(Code.unsupported) }
        let text = try HostTable.text(declaration)
        do {
          try declare(try DeclarationParser.parseParameters(Array(text.utf8)))
        } catch let f as ModuleFailure {
          throw f.guestError(call.module.path)
        }
        return Code.ok
      }
    }
    t.call_info = { env, out in
      HostTable.guarded(env) { call in
        guard let out else { throw NativeFault(Code.argument) }
        let size = Int(UnsafeRawPointer(out).loadUnaligned(as: UInt32.self))
        guard size >= 16, size <= 65536 else { throw NativeFault(Code.version) }
        var info = try HostTable.callInfo(call)
        info.struct_size = UInt32(size)
        withUnsafeBytes(of: &info) { _ = memcpy(out, $0.baseAddress!, min(size, $0.count)) }
        return Code.ok
      }
    }
  }

  private static func callInfo(_ call: NativeCall) throws -> nacre_call_info {
    var info = nacre_call_info()
    let i = try call.needRuntime().invocation
    info.expecting_input = i.expectingInput ? 1 : 0
    info.pipeline_position = Int32(truncatingIfNeeded: i.pipelinePosition)
    info.pipeline_length = Int32(truncatingIfNeeded: i.pipelineLength)
    info.name = try lend(i.invocationName)
    info.line = try lend(i.line)
    info.script = try lend(i.scriptName)
    info.line_number = Int32(truncatingIfNeeded: i.scriptLineNumber)
    info.console_width = 80
    var window = winsize()
    if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 {
      info.console_width = Int32(window.ws_col)
      info.console_height = Int32(window.ws_row)
    }
    return info
  }

  /// Text in the arena of the call.
  static func lend(_ s: String) throws -> nacre_text {
    guard let (p, n) = Bridge.shared.arena.copy(s) else { throw NativeFault(Code.memory) }
    return nacre_text(p: p, n: n)
  }

  // MARK: - Lifetimes

  static func fillLifetimes(_ t: inout nacre_host) {
    t.scope_open = { env, out in HostTable.give(env, out, zero: 0) { $0.openScope() } }
    t.scope_close = { env, scope, keep in
      HostTable.guarded(env, evenPending: true) { call in
        try call.closeScope(scope, keep: keep)
        return Code.ok
      }
    }
    t.ref_new = { env, value, out in
      HostTable.give(env, out, zero: 0) { _ in Bridge.shared.refs.keep(try Bridge.shared.take(value)) }
    }
    t.ref_get = { env, ref, out in
      HostTable.give(env, out) { _ in
        guard let v = Bridge.shared.refs.value(ref) else { throw NativeFault(Code.handle) }
        return v
      }
    }
    t.ref_free = { ref in if ref != 0 { Bridge.freeRef(ref) } }
  }
}
