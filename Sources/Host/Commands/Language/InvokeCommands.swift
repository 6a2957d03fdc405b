import Basics
import Diagnostics
import Engine
import Objects

/// Invoke-Expression: text as code in the scope of the caller.
final class InvokeExpression: Cmdlet {
  override func process() throws {
    let text = string("Command") ?? ""
    let block: ScriptBlock
    do {
      block = try engine.parse(text, state: runtime.scope.sessionState)
    } catch let e as GuestError {
      if e.record.commandClass == nil { e.record.commandClass = runtime.className }
      throw e
    }
    do {
      try engine.invokeBlock(
        block, arguments: [], output: runtime.output, streams: runtime.streams, newScope: false)
    } catch let e as GuestError {
      if e.record.commandClass == nil { e.record.commandClass = runtime.className }
      throw e
    }
  }
}

/// Invoke-Command on this machine.
final class InvokeCommand: Cmdlet {
  private var input: [Value] = []

  override func process() throws {
    if has("InputObject"), case let v = arg("InputObject"), !isNothing(v) { input.append(v) }
  }

  private func isNothing(_ v: Value) -> Bool { if case .nothing = v { return true } else { return false } }

  override func end() throws {
    guard let block = arg("ScriptBlock").asObject(ScriptBlock.self) else { return }
    let arguments = try has("ArgumentList") ? Operations.elements(arg("ArgumentList")) ?? [arg("ArgumentList")] : []
    try engine.invokeBlock(
      block, arguments: arguments, input: has("InputObject") ? input : nil, output: runtime.output,
      streams: runtime.streams, newScope: !flag("NoNewScope"))
  }
}

/// Measure-Command: how long a block takes; its output is dropped.
final class MeasureCommand: Cmdlet {
  private var ticks: Int64 = 0
  private var runner: BlockRunner?

  override func begin() throws {
    guard let block = arg("Expression").asObject(ScriptBlock.self) else { return }
    runner = BlockRunner(block, runtime, output: NullSink.shared)
  }
  override func process() throws {
    let start = Clock.monotonic()
    try runner?.run(arg("InputObject").orNull, output: NullSink.shared)
    ticks &+= (Clock.monotonic() - start) / 100
  }
  override func end() throws { try write(.timeSpan(ticks: ticks)) }
  override func clean() { runner?.finish() }
}

/// Set-StrictMode.
final class SetStrictMode: Cmdlet {
  override func process() throws {
    if flag("Off") {
      runtime.scope.strictVersion = 0
      return
    }
    let text = string("Version") ?? "0"
    guard let major = Int(text.split(separator: ".").first ?? ""), (1...3).contains(major) else {
      throw GuestError(
        error(
          "ParameterArgumentValidationError",
          "Cannot validate argument on parameter 'Version'. The argument \"\(text)\" does not contain a valid PowerShell "
            + "version. Supply a valid version number and try the command again.", .InvalidData,
          type: "System.Management.Automation.ParameterBindingValidationException"))
    }
    runtime.scope.strictVersion = major
  }
}

/// Set-PSDebug: tracing is not drawn, strictness is kept.
final class SetPSDebug: Cmdlet {
  override func process() throws {
    let root: Scope = engine.globalState.rootScope
    if flag("Off") { root.strictVersion = 0 }
    if has("Strict") { root.strictVersion = flag("Strict") ? 1 : 0 }
  }
}
