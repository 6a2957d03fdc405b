import Basics
import Diagnostics
import Engine
import Objects
import Processes
import Syntax

/// The interactive loop: shows the prompt function's text, reads a command, runs it.
public final class PromptLoop {
  private let runspace: Runspace
  private let host: ConsoleHost
  private let editor: LineEditor

  public init(_ runspace: Runspace, _ host: ConsoleHost) {
    self.runspace = runspace
    self.host = host
    editor = LineEditor(history: History(path: History.defaultPath))
    host.lineReader = { [editor] prompt in
      if case .line(let text) = editor.readLine(prompt: prompt) { return text }
      return nil
    }
  }

  /// Runs until `exit` or the end of input, and gives the exit code.
  public func run() -> Int32 {
    var code: Int32 = 0
    while host.requestedExitCode == nil {
      host.flush()
      Interrupts.clear()
      runspace.stopRequested = false
      switch editor.readLine(prompt: promptText(), isComplete: PromptLoop.isComplete) {
      case .interrupted: continue
      case .endOfInput: return code
      case .line(let text):
        if text.utf8.allSatisfy({ $0 == 32 || $0 == 10 || $0 == 9 }) { continue }
        code = execute(text)
        runspace.historyId += 1
        if exited { return code }
      }
    }
    return host.requestedExitCode ?? code
  }

  private var exited = false

  private func execute(_ text: String) -> Int32 {
    let outcome = runspace.runLine(text)
    exited = outcome.exited
    return outcome.code
  }

  /// Whether the text is a whole command: mistakes count as whole, so that they are reported.
  static func isComplete(_ text: String) -> Bool {
    let result = Parser.parse(SourceText(text))
    return !result.isIncomplete
  }

  private func promptText() -> String {
    let fallback = "PS> "
    guard let block = try? runspace.parse("prompt", state: runspace.globalState) else { return fallback }
    let sink = CollectingSink()
    let keptStatus = runspace.questionMark
    let keptCode = runspace.lastExitCode
    defer {
      runspace.questionMark = keptStatus
      runspace.lastExitCode = keptCode
    }
    do {
      try runspace.invokeText(block, output: sink)
    } catch {
      return fallback
    }
    let text = sink.values.compactMap { try? Operations.toString($0) }.joined()
    return text.isEmpty ? fallback : text
  }
}
