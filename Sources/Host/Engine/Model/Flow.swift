import Basics
import Objects

/// How a statement ended.
///
/// Errors travel as `GuestError`; `exit` and everything that crosses a command as `FlowSignal`.
public enum Flow {
  case next
  /// `break`, with the symbol of the label if one was given.
  case breakLoop(Symbol?)
  /// `continue`, with the symbol of the label if one was given.
  case continueLoop(Symbol?)
  /// `return`: the block ends; its values were written already.
  case returned
}

/// Control flow that crosses commands, and so travels as a Swift error.
///
/// Not catchable by the guest's `try`; its `finally` blocks and the `clean` blocks of commands run.
///
/// Unchecked: a token never leaves the thread that runs the guest.
public enum FlowSignal: Error, @unchecked Sendable {
  case breakLoop(Symbol?)
  case continueLoop(Symbol?)
  /// `exit`: ends the script, or the host when no script runs.
  case exit(Int32)
  /// A command wants no more input (Select-Object -First): unwinds to the pipeline whose token it is.
  case stopPipeline(AnyObject?)
  /// The host asked to stop (Ctrl+C): unwinds everything.
  case stopped
}
