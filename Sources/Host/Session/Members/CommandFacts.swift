import Basics
import Engine
import Objects

/// Facts about commands that several commands and members show.
public enum CommandFacts {
  /// The verb of a Verb-Noun name, or empty.
  public static func verb(_ name: String) -> String { split(name)?.verb ?? "" }
  /// The noun of a Verb-Noun name, or empty.
  public static func noun(_ name: String) -> String { split(name)?.noun ?? "" }

  /// Both parts of a name with a dash that is not its first character.
  static func split(_ name: String) -> (verb: String, noun: String)? {
    guard let dash = name.utf8.firstIndex(of: 0x2D), dash > name.startIndex else { return nil }
    return (String(name[..<dash]), String(name[name.index(after: dash)...]))
  }

  /// Where a command comes from: its module, or the path of a file.
  public static func source(_ c: CommandInfo) -> String {
    switch c {
    case let a as ApplicationInfo: return a.path
    case let s as ExternalScriptInfo: return s.path
    default: return c.moduleName
    }
  }

  /// The version of the command's module; nil for session commands and scripts.
  public static func version(_ c: CommandInfo) -> String? {
    if c is ApplicationInfo { return "0.0.0.0" }
    if c is ExternalScriptInfo { return nil }
    if let m = c.module { return m.version }
    if let v = c.versionOverride { return v }
    if c is CmdletInfo, c.moduleName == HostCmdlets.core { return HostFacts.versionText + ".500" }
    return nil
  }

  /// The command behind a chain of aliases, looking at loaded commands only; nil when it leads nowhere (rule 22).
  public static func resolved(_ alias: AliasInfo) -> CommandInfo? {
    guard let runspace = Runspace.current, let discovery = try? CommandDiscovery.of(runspace) else { return nil }
    var seen: Set<Symbol> = [Symbol(alias.name)]
    var name = alias.target
    while seen.insert(Symbol(name)).inserted {
      let query = CommandQuery(name: name, state: runspace.currentState, origin: .internal)
      guard let next = discovery.find(query) else { return nil }
      guard let a = next as? AliasInfo else { return next }
      name = a.target
    }
    return nil
  }

  /// The next link of a chain of aliases.
  static func referenced(_ alias: AliasInfo) -> CommandInfo? {
    guard let runspace = Runspace.current, let discovery = try? CommandDiscovery.of(runspace) else { return nil }
    return discovery.find(CommandQuery(name: alias.target, state: runspace.currentState, origin: .internal))
  }

  /// Parameters of a command with the common ones, its own first; nil when the kind has none.
  public static func parameters(_ c: CommandInfo) throws -> [ParameterMetadata]? {
    switch c {
    case is ApplicationInfo: return nil
    case let a as AliasInfo: return try resolved(a).flatMap { try parameters($0) }
    case let s as ExternalScriptInfo: return try scriptMetadata(s).map { $0.parameters + $0.commonParameters }
    default:
      guard let m = try c.metadata() else { return [] }
      return m.parameters + m.commonParameters
    }
  }

  /// The metadata of what runs when the command is called.
  public static func metadata(_ c: CommandInfo) throws -> CommandMetadata? {
    switch c {
    case let a as AliasInfo: return try resolved(a).flatMap { try metadata($0) }
    case let s as ExternalScriptInfo: return try scriptMetadata(s)
    default: return try c.metadata()
    }
  }

  private static func scriptMetadata(_ s: ExternalScriptInfo) throws -> CommandMetadata? {
    try Runspace.current?.load(s).commandMetadata()
  }
}

/// One parameter set of a command: `CommandParameterSetInfo`.
public final class CommandParameterSet: Obj {
  public let name: String
  public let isDefault: Bool
  /// The set's parameters in order of declaration, common ones last.
  public let parameters: [CommandParameter]
  init(_ name: String, isDefault: Bool, _ parameters: [CommandParameter]) {
    self.name = name
    self.isDefault = isDefault
    self.parameters = parameters
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CommandParameterSetInfo") }
  public override func text() throws -> String? { CommandSyntax.text(of: self) }

  /// The sets of a command; one for all parameters when it declares none.
  public static func all(of metadata: CommandMetadata) -> [CommandParameterSet] {
    var names: [String] = []
    if let first = metadata.defaultSet, !first.isEmpty, first != ParameterSetEntry.allSets { names.append(first) }
    for p in metadata.parameters {
      for s in p.sets where s.set != ParameterSetEntry.allSets && !names.contains(s.set) { names.append(s.set) }
    }
    if names.isEmpty { names = [ParameterSetEntry.allSets] }
    let parameters = metadata.parameters + metadata.commonParameters
    return names.map { name in
      let own = parameters.compactMap { p -> CommandParameter? in
        let entry = p.sets.first { $0.set == name } ?? p.sets.first { $0.set == ParameterSetEntry.allSets }
        guard let entry = entry ?? (p.sets.isEmpty ? ParameterSetEntry() : nil) else { return nil }
        return CommandParameter(p, entry)
      }
      return CommandParameterSet(name, isDefault: name == metadata.defaultSet, own)
    }
  }
}

/// One parameter within one set: `CommandParameterInfo`.
public final class CommandParameter: Obj {
  public let metadata: ParameterMetadata
  public let entry: ParameterSetEntry
  init(_ metadata: ParameterMetadata, _ entry: ParameterSetEntry) {
    self.metadata = metadata
    self.entry = entry
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CommandParameterInfo") }
}
