import Glibc
import Basics
import Engine
import Objects
import Processes

/// Finds the command a name means: loaded commands, files, and modules that are loaded for it.
///
/// One per runspace. It owns the table of loaded modules and the lookup actions of scripts.
public final class CommandDiscovery: CommandResolver {
  public unowned let runspace: Runspace
  /// Every loaded module in order of loading, whichever session state imported it.
  public internal(set) var loadedModules: [ModuleInfo] = []
  /// The lookup actions set through `$ExecutionContext.InvokeCommand`; script blocks or null.
  let hooks = LookupHooks()
  let search = ExecutableSearch()
  private var trees: [String: ModuleTree] = [:]
  /// Names being looked for in modules, so that a lookup of the same name inside does not start again (rule 71).
  var discovering: Set<Symbol> = []
  /// How deep module loads are nested now.
  var moduleDepth = 0
  /// Script modules whose body runs now, by path: one that imports its own name does not load itself.
  var loadingPaths: [String] = []
  /// Modules whose requirements are being loaded now, by name, for cycles.
  var requiring: [(module: String, requires: String, manifest: String)] = []
  /// Numbers the names of dynamic modules.
  var dynamicModules = 0

  public init(_ runspace: Runspace) { self.runspace = runspace }

  /// The discovery of a runspace.
  public static func of(_ runspace: Runspace) throws -> CommandDiscovery {
    if let d = runspace.resolver as? CommandDiscovery { return d }
    throw GuestError.runtime("NoSession", "The runspace has no session.")
  }

  // MARK: - CommandResolver

  public func resolve(
    _ name: String, origin: CommandOrigin, in state: SessionState, runspace: Runspace
  ) throws -> CommandInfo {
    let query = CommandQuery(name: name, state: state, origin: origin)
    var command = try lookUp(query)
    if command.commandType == .alias { command = try follow(command, query) }
    switch command {
    case let script as ExternalScriptInfo:
      try ScriptRequirementCheck(self, state: state).verify(script)
      runspace.commandEpoch &+= 1
    case is ApplicationInfo: runspace.commandEpoch &+= 1
    default: if hooks.areSet { runspace.commandEpoch &+= 1 }
    }
    return command
  }

  /// Follows a chain of aliases; a cycle means the name is not a command (rules 19-21).
  func follow(_ start: CommandInfo, _ query: CommandQuery) throws -> CommandInfo {
    var seen: Set<Symbol> = []
    var command = start
    while let alias = command as? AliasInfo {
      seen.insert(Symbol(alias.name))
      if seen.contains(Symbol(alias.target)) { throw CommandErrors.notFound(alias.target) }
      command = try lookUp(CommandQuery(name: alias.target, state: query.state, origin: query.origin))
    }
    return command
  }

  // MARK: - The pipeline of a lookup (rule 3)

  /// The command a name means, an alias as it is; throws when there is none.
  func lookUp(_ query: CommandQuery) throws -> CommandInfo {
    if query.name.isEmpty { throw CommandErrors.notFound(query.name) }
    var result: CommandInfo?
    var skipsSearch = false
    if hooks.areSet { (result, skipsSearch) = hooks.runPre(query.name, self) }
    var note: String?
    if result == nil, !skipsSearch {
      result = find(query)
      if result == nil { result = withGetPrefix(query) }
      if result == nil { (result, note) = try viaModules(query) }
    }
    if result == nil, hooks.areSet { result = hooks.runNotFound(query.name, self) }
    if let found = result, hooks.areSet { result = hooks.runPost(query.name, found, self) }
    guard let result else { throw CommandErrors.notFound(query.name, note: note ?? fileNote(query)) }
    return result
  }

  /// `process` may mean `Get-Process` (rules 5-7).
  private func withGetPrefix(_ query: CommandQuery) -> CommandInfo? {
    guard !query.name.utf8.contains(where: { $0 == 0x2D || $0 == 0x5C }) else { return nil }
    var retry = query
    retry.name = "get-" + query.name
    return try? lookUp(retry)
  }

  /// What is loaded for the name, as the preference allows; the note explains a qualified name that fails.
  private func viaModules(_ query: CommandQuery) throws -> (CommandInfo?, String?) {
    let preference = autoloadPreference
    if let (module, command) = qualifiedParts(query.name) {
      if let note = aliasNote(module: module, command: command, query) { return (nil, note) }
      if preference == .none { return (nil, nil) }
      return (try autoload(module: module, command: command, query), nil)
    }
    guard preference == .all, try autoloadByName(query) else { return (nil, nil) }
    return (find(query), nil)
  }

  /// A file of that name that may not be executed is worth a word (D5).
  private func fileNote(_ query: CommandQuery) -> String? {
    guard let file = blockedFile(query.name) else { return nil }
    return
      "The file '\(file)' has that name, but it is not executable. Make it executable with 'chmod +x', and try again."
  }

  // MARK: - Module trees

  /// The index of the modules below one entry of the module path.
  func tree(_ root: String) -> ModuleTree {
    if let t = trees[root] { return t }
    if trees.isEmpty { ModuleIndexes.saveAtExit() }
    let t = ModuleTree(root: root)
    trees[root] = t
    ModuleIndexes.open.append(t)
    return t
  }
}

/// The indexes of this process, written at its end if something new was learned.
enum ModuleIndexes {
  // Touched by the engine's thread and, at the very end, by the exit handler on the same thread.
  nonisolated(unsafe) static var open: [ModuleTree] = []

  static func saveAtExit() {
    if open.isEmpty { atexit { ModuleIndexes.save() } }
  }

  static func save() {
    for tree in open where tree.isDirty { tree.save() }
  }
}

/// One question to the discovery.
struct CommandQuery {
  var name: String
  let state: SessionState
  let origin: CommandOrigin
  /// Kinds that count as an answer.
  var kinds: CommandKinds = .all

  init(name: String, state: SessionState, origin: CommandOrigin, kinds: CommandKinds = .all) {
    self.name = name
    self.state = state
    self.origin = origin
    self.kinds = kinds
  }

  /// Whether an item may be seen by the asker (rule 16).
  func sees(_ command: CommandInfo) -> Bool { command.isPublic || origin == .internal }
}

/// Kinds of command to look for, with PowerShell's numbers (`CommandTypes`).
public struct CommandKinds: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let alias = CommandKinds(rawValue: 1)
  public static let function = CommandKinds(rawValue: 2)
  public static let filter = CommandKinds(rawValue: 4)
  public static let cmdlet = CommandKinds(rawValue: 8)
  public static let externalScript = CommandKinds(rawValue: 16)
  public static let application = CommandKinds(rawValue: 32)
  public static let script = CommandKinds(rawValue: 64)
  public static let configuration = CommandKinds(rawValue: 256)
  public static let all = CommandKinds(rawValue: 383)
  static let functions: CommandKinds = [.function, .filter, .configuration]
  static let files: CommandKinds = [.externalScript, .application]

  func contains(_ command: CommandInfo) -> Bool { rawValue & command.commandType.rawValue != 0 }
}
