import Basics
import Engine
import Objects

/// The argument of a lookup action.
public final class CommandLookupEventArgs: Obj {
  public let commandName: String
  public var command: Value = .null
  public var stopSearch = false
  /// A block to run as the command; setting one stops the search.
  public var commandScriptBlock: Value = .null
  public init(_ name: String) { commandName = name }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CommandLookupEventArgs") }

  /// The command the action asks for.
  var chosen: CommandInfo? {
    if let block = commandScriptBlock.asObject(ScriptBlock.self) { return FunctionInfo(commandName, block) }
    return command.asObject(CommandInfo.self)
  }
}

/// The actions scripts hang into lookups (rules 12 and 13).
final class LookupHooks {
  var pre: Value = .null
  var post: Value = .null
  var notFound: Value = .null
  /// Names whose action runs now: an action does not see the lookups of the same name that it causes.
  private var active: Set<Symbol> = []

  var areSet: Bool { !pre.isNull || !post.isNull || !notFound.isNull }

  /// Runs the action before the search: a command to take, and whether the search is off.
  func runPre(_ name: String, _ discovery: CommandDiscovery) -> (CommandInfo?, Bool) {
    guard let arguments = run(pre, name, nil, discovery) else { return (nil, false) }
    let chosen = arguments.chosen
    return (arguments.stopSearch || chosen != nil ? chosen : nil, arguments.stopSearch)
  }

  /// Runs the action for a name that was not found.
  func runNotFound(_ name: String, _ discovery: CommandDiscovery) -> CommandInfo? {
    run(notFound, name, nil, discovery)?.chosen
  }

  /// Runs the action after the search: what it leaves is the result.
  func runPost(_ name: String, _ found: CommandInfo, _ discovery: CommandDiscovery) -> CommandInfo? {
    guard let arguments = run(post, name, found, discovery) else { return found }
    return arguments.chosen
  }

  /// Nil when there is no action, it runs already for this name, or it failed.
  private func run(
    _ action: Value, _ name: String, _ found: CommandInfo?, _ discovery: CommandDiscovery
  ) -> CommandLookupEventArgs? {
    guard let block = action.asObject(ScriptBlock.self), active.insert(Symbol(name)).inserted else { return nil }
    let arguments = CommandLookupEventArgs(name)
    if let found { arguments.command = .object(found) }
    let failed = discovery.callHook(block, [.string(name), .object(arguments)])
    active.remove(Symbol(name))
    return failed ? nil : arguments
  }
}

extension CommandDiscovery {
  /// Runs an action; its errors do not matter to the lookup. Answers whether it failed.
  fileprivate func callHook(_ block: ScriptBlock, _ arguments: [Value]) -> Bool {
    do {
      _ = try CurrentRunspace.invoker?.invoke(block, arguments: arguments, this: nil, underscore: nil)
      return false
    } catch {
      return true
    }
  }
}
