import Basics
import Diagnostics
import Objects
import Syntax

/// Running whole programs for a host.
extension Runspace {
  /// Makes this runspace the one of the running thread.
  public func activate() {
    Runspace.current = self
    CurrentRunspace.invoker = self
  }

  /// Runs a script file as `nacre -File` does, in the global scope, and gives the exit code.
  public func runFile(_ script: ExternalScriptInfo, arguments: [Argument], input: [Value]? = nil) -> Int32 {
    top { () -> Int32 in
      let block = try load(script)
      let invocation = InvocationInfo(command: script, name: script.path, extent: Extent(0, 0), source: nil)
      invocation.commandOrigin = .runspace
      invocation.historyId = historyId
      let p = ScriptProcessor(
        self, block, script, invocation, name: script.name, frame: nil, streams: hostStreams,
        status: PipelineStatus(), dotSource: true, scope: globalState.currentScope)
      p.output = hostOutput
      p.expectingInput = input != nil
      p.keepsExit = true
      try Pipeline.run([p], input: input, arguments: arguments)
      return 0
    }
  }

  /// Runs text as `nacre -Command` and the prompt do, in the current global scope, and gives the exit code.
  public func runText(_ text: String, input: [Value]? = nil) -> Int32 {
    top { () -> Int32 in
      let block = try parse(text, state: globalState)
      try invokeText(block, input: input)
      return questionMark ? 0 : 1
    }
  }

  /// Runs a parsed command line with its output going to the host; errors and signals are the caller's.
  public func invokeText(_ block: ScriptBlock, input: [Value]? = nil, output: Sink? = nil) throws {
    let invocation = InvocationInfo(command: nil, name: "", extent: Extent(0, 0), source: nil)
    invocation.commandOrigin = .runspace
    let p = ScriptProcessor(
      self, block, nil, invocation, name: "", frame: nil, streams: hostStreams, status: PipelineStatus(),
      dotSource: true, scope: globalState.currentScope)
    p.output = output ?? hostOutput
    p.expectingInput = input != nil
    try Pipeline.run([p], input: input, arguments: [])
  }

  /// Runs a body at the top: reports what nobody caught and turns `exit` into a code.
  private func top(_ body: () throws -> Int32) -> Int32 {
    activate()
    var code: Int32
    do {
      code = try body()
    } catch let e as GuestError {
      try? host?.endOutput()
      reportUncaught(e)
      code = 1
    } catch let f as BindingFailure {
      reportUncaught(GuestError.runtime(f.id, f.message))
      code = 1
    } catch FlowSignal.exit(let c) {
      code = c
      endsBySignal = true
    } catch FlowSignal.stopped {
      code = 130
    } catch {
      // `break` or `continue` without a loop ends the program quietly.
      code = 0
    }
    try? host?.endOutput()
    return code
  }
}
