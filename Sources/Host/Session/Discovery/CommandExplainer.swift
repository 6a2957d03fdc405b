import Basics
import Engine
import Objects
import Processes

/// One candidate in the answer of `Get-Command -Explain`.
public final class CommandExplanation: Obj {
  public let order: Int
  public let kind: String
  public let name: String
  public let source: String
  public let path: String
  /// Runs, Hidden, Skipped, WouldLoad or NotFound.
  public let decision: String
  /// The rule of command resolution that decided, by number.
  public let rule: String
  public let reason: String

  init(
    order: Int, kind: String, name: String, source: String, path: String, decision: String, rule: String, reason: String
  ) {
    self.order = order
    self.kind = kind
    self.name = name
    self.source = source
    self.path = path
    self.decision = decision
    self.rule = rule
    self.reason = reason
  }
  public override var typeInfo: TypeInfo { Types.named("Nacre.CommandExplanation") }
  public override func text() throws -> String? { "\(order) \(kind) \(name): \(decision) (rule \(rule))" }

  /// Declares the members.
  static func register() {
    Catalogue.declare("Nacre.CommandExplanation")
    Catalogue.register("Nacre.CommandExplanation") { t in
      func e(_ v: Value) -> CommandExplanation? { v.asObject(CommandExplanation.self) }
      t.prop("int Order") { .int(Int32(truncatingIfNeeded: e($0)?.order ?? 0)) }
      t.prop("string Kind") { .text(e($0)?.kind) }
      t.prop("string Name") { .text(e($0)?.name) }
      t.prop("string Source") { .text(e($0)?.source) }
      t.prop("string Path") { .text(e($0)?.path) }
      t.prop("string Decision") { .text(e($0)?.decision) }
      t.prop("string Rule") { .text(e($0)?.rule) }
      t.prop("string Reason") { .text(e($0)?.reason) }
    }
  }
}

/// Tells which command a name would run and why, without loading or running anything.
final class CommandExplainer {
  private let discovery: CommandDiscovery
  private var steps: [CommandExplanation] = []
  private var hasWinner = false

  init(_ discovery: CommandDiscovery) { self.discovery = discovery }

  /// The candidates in the order in which they are considered.
  func explain(_ query: CommandQuery) -> [CommandExplanation] {
    follow(query, depth: 0)
    return steps
  }

  // MARK: - The walk

  private func follow(_ query: CommandQuery, depth: Int) {
    let before = steps.count
    if discovery.hooks.areSet {
      add(
        "LookupAction", query.name, "", "", hasWinner ? "Skipped" : "MayDecide", "12",
        "A lookup action is set; it sees the name first and may choose another command.")
    }
    explainLoaded(query, depth: depth)
    explainFiles(query)
    explainPrefix(query, depth: depth)
    explainModules(query)
    if steps.count == before || !hasWinner {
      add(
        "None", query.name, "", "", "NotFound", "25",
        "Nothing else is considered: the lookup ends in CommandNotFoundException.")
    }
  }

  private func add(
    _ kind: String, _ name: String, _ source: String, _ path: String, _ decision: String, _ rule: String,
    _ reason: String
  ) {
    steps.append(
      CommandExplanation(
        order: steps.count + 1, kind: kind, name: name, source: source, path: path, decision: decision, rule: rule,
        reason: reason))
  }

  /// Adds a candidate: the first one runs, later ones are hidden by it.
  private func candidate(
    _ c: CommandInfo, _ kind: String, rule: String, why: String, hiddenRule: String, hidden: String
  ) {
    let path = (c as? ApplicationInfo)?.path ?? (c as? ExternalScriptInfo)?.path ?? c.module?.path ?? ""
    add(
      kind, c.name, c.moduleName, path, hasWinner ? "Hidden" : "Runs", hasWinner ? hiddenRule : rule,
      hasWinner ? hidden : why)
    hasWinner = true
  }

  // MARK: - Loaded commands

  private func explainLoaded(_ query: CommandQuery, depth: Int) {
    let symbol = Symbol(query.name)
    var isNearest = true
    for scope in discovery.scopes(query.state) {
      guard let a = scope.aliases[symbol] else { continue }
      explainAlias(a, isNearest: isNearest, query, depth: depth)
      isNearest = false
    }
    isNearest = true
    for scope in discovery.scopes(query.state) {
      guard let f = scope.functions[symbol] else { continue }
      explainFunction(f, scope, isNearest: isNearest, query)
      isNearest = false
    }
    if let q = discovery.qualifiedParts(query.name) { explainQualified(q, query) }
    for (i, c) in discovery.cmdlets(named: query.name, query.state).enumerated() {
      candidate(
        c, "Cmdlet", rule: "1", why: "A loaded cmdlet of that name; no alias or function comes before it.",
        hiddenRule: i > 0 ? "D1" : "1",
        hidden: i > 0
          ? "Another module's cmdlet of the same name comes first ($PSCmdletConflictPreference)."
          : "Aliases and functions come before cmdlets.")
    }
  }

  private func explainAlias(_ a: AliasInfo, isNearest: Bool, _ query: CommandQuery, depth: Int) {
    if !query.sees(a) {
      return add(
        "Alias", a.name, a.moduleName, "", "Skipped", "16", "The alias is private and not visible to the caller.")
    }
    let wasFirst = !hasWinner
    candidate(
      a, "Alias", rule: "1", why: "Aliases come first. It stands for '\(a.target)', which is looked up next.",
      hiddenRule: isNearest ? "1" : "2",
      hidden: "An alias of that name in a nearer scope comes before it.")
    guard wasFirst, depth < 8 else { return }
    hasWinner = false
    let target = CommandQuery(name: a.target, state: query.state, origin: query.origin)
    follow(target, depth: depth + 1)
    hasWinner = true
  }

  private func explainFunction(_ f: FunctionInfo, _ scope: Scope, isNearest: Bool, _ query: CommandQuery) {
    let kind = f.commandType == .filter ? "Filter" : "Function"
    if f.options.contains(.isPrivate), scope !== query.state.currentScope {
      return add(kind, f.name, f.moduleName, "", "Skipped", "16", "The function is private to another scope.")
    }
    if !query.sees(f) {
      return add(kind, f.name, f.moduleName, "", "Skipped", "16", "The function's visibility is Private.")
    }
    candidate(
      f, kind, rule: "1", why: "A function of that name; no alias comes before it.", hiddenRule: isNearest ? "1" : "2",
      hidden: isNearest
        ? "An alias of that name comes before functions." : "A function in a nearer scope comes before it.")
  }

  private func explainQualified(_ q: (module: String, command: String), _ query: CommandQuery) {
    for m in discovery.importedModules(query.state) where Ordinal.equalsIgnoreCase(m.name, q.module) {
      if let c: CommandInfo = m.exportedFunction(q.command) ?? m.exportedCmdlet(q.command) {
        candidate(
          c, "Module member", rule: "88", why: "The loaded module exports it.", hiddenRule: "89",
          hidden: "A module of the same name imported later comes before it.")
      } else {
        add(
          "Module", m.name, m.name, m.path, "Skipped", "92", "The module is loaded but does not export '\(q.command)'.")
      }
    }
  }

  // MARK: - Files

  private func explainFiles(_ query: CommandQuery) {
    let hadWinner = hasWinner
    for c in discovery.files(query) {
      let isScript = c is ExternalScriptInfo
      let isPath = query.name.utf8.contains(0x2F)
      candidate(
        c, isScript ? "ExternalScript" : "Application", rule: isPath ? "43" : "31",
        why: isPath ? "The file at that path." : "The first file of that name in PATH.",
        hiddenRule: hadWinner ? "1" : "31",
        hidden: hadWinner ? "Loaded commands come before files." : "An earlier directory of PATH has the name.")
    }
    if let blocked = discovery.blockedFile(query.name),
      !discovery.files(query).contains(where: { CommandFacts.source($0) == blocked })
    {
      add("File", PathText.leaf(blocked), "", blocked, "Skipped", "D5", "The file is not executable.")
    }
    let here = PathText.join(discovery.runspace.workingDirectory(), query.name)
    if !query.name.utf8.contains(0x2F), let hit = ExecutableSearch.probe(here) {
      add(
        "File", PathText.leaf(hit.path), "", hit.path, "Skipped", "30",
        "A bare name is never looked up in the current directory; './\(PathText.leaf(hit.path))' would run it.")
    }
  }

  // MARK: - Last resorts

  private func explainPrefix(_ query: CommandQuery, depth: Int) {
    guard !query.name.utf8.contains(where: { $0 == 0x2D || $0 == 0x5C || $0 == 0x2F }), depth < 8 else { return }
    let name = "Get-" + query.name
    let retry = CommandQuery(name: name, state: query.state, origin: query.origin)
    if let c = discovery.find(retry) {
      candidate(
        c, c.commandType == .alias ? "Alias" : "Get- prefix", rule: "5",
        why: "Nothing has the bare name, so 'Get-' is put before it.", hiddenRule: "5",
        hidden: "The Get- prefix is tried only when nothing has the bare name.")
    } else if let source = discovery.exporter(of: name), discovery.autoloadPreference == .all {
      add(
        "Get- prefix", name, source.name, source.path, hasWinner ? "Hidden" : "WouldLoad", hasWinner ? "4" : "6",
        hasWinner
          ? "Modules are loaded only when nothing else has the name."
          : "The module would be loaded: the Get- prefix is tried before modules that export the bare name.")
      hasWinner = true
    }
  }

  private func explainModules(_ query: CommandQuery) {
    let preference = discovery.autoloadPreference
    if let q = discovery.qualifiedParts(query.name) {
      let isLoaded = discovery.importedModules(query.state).contains { Ordinal.equalsIgnoreCase($0.name, q.module) }
      guard !isLoaded else { return }
      let reason =
        preference == .none
        ? "$PSModuleAutoLoadingPreference is None: nothing is loaded."
        : "The module would be loaded for its qualified name."
      add(
        "Module", q.command, q.module, "", hasWinner ? "Hidden" : preference == .none ? "Skipped" : "WouldLoad",
        preference == .none ? "58" : "91", reason)
      if preference != .none { hasWinner = true }
      return
    }
    guard !query.name.utf8.contains(where: { $0 == 0x3A || $0 == 0x2F }) else { return }
    for source in discovery.exporters(of: query.name) {
      if preference != .all {
        add(
          "Module", query.name, source.name, source.path, "Skipped", preference == .none ? "58" : "59",
          "$PSModuleAutoLoadingPreference does not allow loading for a bare name.")
        continue
      }
      let wins = !hasWinner
      add(
        "Module", query.name, source.name, source.path, wins ? "WouldLoad" : "Hidden", wins ? "65" : "4",
        wins
          ? "The first module of the module path that exports the name would be loaded."
          : "Loaded commands, files and earlier modules come before it.")
      hasWinner = true
    }
  }
}

extension CommandDiscovery {
  /// Every unloaded module that exports a name, in the order in which they would be considered.
  func exporters(of name: String) -> [Source] {
    var result: [Source] = []
    for entry in ModulePath.entries(withSystem: true) {
      if entry == ModulePath.system, let m = EngineModules.exporter(of: name), !isLoadedPath(m.path) {
        result.append(.engine(m))
      }
      for m in tree(entry).modules() where m.analysis.isUsable && m.analysis.contains(name) && !isLoadedPath(m.path) {
        result.append(.file(m))
      }
    }
    return result
  }

  private func isLoadedPath(_ path: String) -> Bool { loadedModules.contains { ($0.manifestPath ?? $0.path) == path } }
}
