import Basics
import Diagnostics
import Engine
import Objects

extension Runspace {
  /// Adds an error to `$Error` without showing it.
  func recordQuietly(_ record: ErrorRecord) { recordError(record) }

  /// Runs the body of a module in the module's own scope, as a dot-sourced script of that name.
  ///
  /// Errors of its statements are reported where they happen, whatever encloses the import.
  func runModuleBody(
    _ block: ScriptBlock, in state: SessionState, name: String, arguments: [Value], output: Sink, streams: Streams
  ) throws {
    guard let root = state.rootScope else { return }
    try runDotSourced(block, in: root, name: name, arguments: arguments, output: output, streams: streams)
  }

  /// Runs a block in a scope that stays, as a dot-sourced script of that name.
  func runDotSourced(
    _ block: ScriptBlock, in scope: Scope, name: String, arguments: [Value], output: Sink, streams: Streams
  ) throws {
    let state = scope.sessionState
    let here = state.currentScope
    state.currentScope = scope
    let outer = propagateErrors
    propagateErrors = false
    defer {
      state.currentScope = here
      propagateErrors = outer
    }
    let f = Frame(runspace: self, block: block.compiled, scope: scope, output: output, streams: streams)
    f.caller = frame
    let info = ExternalScriptInfo(PathText.leaf(name), path: name)
    block.isScriptFile = true
    info.scriptBlock = block
    let site = CommandSite(name: nil, invocationOperator: .dot, extent: callExtent, source: callSource)
    try runCommand(
      site, target: .object(info), arguments: arguments.map { .positional($0) }, frame: f, output: output)
  }

  /// Runs a command by name; what it writes is dropped.
  func runNamedCommand(_ name: String, _ arguments: [Argument]) throws {
    guard let f = frame else { return }
    try runCommand(CommandSite(name: name), target: .null, arguments: arguments, frame: f, output: NullSink.shared)
  }

  /// Where the command that runs now was called from.
  private var callExtent: Extent { frame?.position ?? Extent(0, 0) }
  private var callSource: SourceText? { frame?.source }
}

extension Streams {
  /// The same streams without the variables that a command's own -ErrorVariable and the like collect into.
  func withoutOwnLists(outer: Streams?) -> Streams {
    let copy = replacing([:])
    copy.errorLists = outer?.errorLists ?? []
    copy.warningLists = outer?.warningLists ?? []
    copy.informationLists = outer?.informationLists ?? []
    return copy
  }
}
