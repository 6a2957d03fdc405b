import Basics
import Engine
import Objects

extension CommandDiscovery {
  /// The first match among loaded commands and files: alias, function, cmdlet, file (rule 1).
  func find(_ query: CommandQuery) -> CommandInfo? {
    let kinds = query.kinds
    if kinds.contains(.alias), let a = alias(query) { return a }
    if !kinds.isDisjoint(with: .functions), let f = function(query) { return f }
    if kinds.contains(.cmdlet), let c = cmdlet(query) { return c }
    if !kinds.isDisjoint(with: .files), let f = file(query) { return f }
    return nil
  }

  private func alias(_ query: CommandQuery) -> AliasInfo? {
    guard let a = query.state.currentScope.findAlias(Symbol(query.name)), query.sees(a) else { return nil }
    return a
  }

  // MARK: - Functions

  private func function(_ query: CommandQuery) -> CommandInfo? {
    let name = query.name
    let f = query.state.currentScope.findFunction(Symbol(name)) ?? scopedFunction(query)
    if let f, query.sees(f), query.kinds.contains(f as CommandInfo) { return f }
    guard let (module, command) = qualifiedParts(name) else { return nil }
    let pattern = try? Wildcard(module)
    for m in importedModules(query.state) where pattern?.matches(m.name) ?? false {
      if let f = m.exportedFunction(command), query.kinds.contains(f as CommandInfo), query.sees(f) { return f }
    }
    return nil
  }

  /// `global:f`, `script:f`, `local:f`, `private:f` (rule 14).
  private func scopedFunction(_ query: CommandQuery) -> FunctionInfo? {
    guard let colon = query.name.utf8.firstIndex(of: 0x3A) else { return nil }
    let symbol = Symbol(String(query.name[query.name.index(after: colon)...]))
    let here: Scope = query.state.currentScope
    switch CaseFold.folded(String(query.name[..<colon])) {
    case "GLOBAL": return runspace.globalState.rootScope.functions[symbol]
    case "SCRIPT": return here.scriptScope.functions[symbol]
    case "LOCAL": return here.functions[symbol]
    case "PRIVATE":
      guard let f = here.functions[symbol], f.options.contains(.isPrivate) else { return nil }
      return f
    default: return nil
    }
  }

  /// Modules whose members a qualified name may mean: of the session state, then of the global one, the most
  /// recently imported first (rule 89).
  func importedModules(_ state: SessionState) -> [ModuleInfo] {
    var result: [ModuleInfo] = state.modules.reversed()
    if let own = state.module, own.isLoaded { result.insert(own, at: 0) }
    if state !== runspace.globalState { result += runspace.globalState.modules.reversed() }
    return result
  }

  // MARK: - Cmdlets

  private func cmdlet(_ query: CommandQuery) -> CmdletInfo? {
    if let list = cmdlets(named: query.name, query.state).first(where: { query.sees($0) }) { return list }
    guard let (module, command) = qualifiedParts(query.name) else { return nil }
    for c in cmdlets(named: command, query.state) where Ordinal.equalsIgnoreCase(c.moduleName, module) { return c }
    for m in importedModules(query.state) where Ordinal.equalsIgnoreCase(m.name, module) {
      if let c = m.exportedCmdlet(command) { return c }
    }
    return nil
  }

  /// Loaded cmdlets of a name, the one that runs first.
  func cmdlets(named name: String, _ state: SessionState) -> [CmdletInfo] {
    let symbol = Symbol(name)
    var result = inPrecedence(state.cmdlets[symbol] ?? [])
    if state !== runspace.globalState {
      for c in inPrecedence(runspace.globalState.cmdlets[symbol] ?? []) where !result.contains(where: { $0 === c }) {
        result.append(c)
      }
    }
    return result
  }

  /// Of several modules' cmdlets the alphabetically first module's runs; or, as the preference says, the last
  /// imported one (D1). The lists are kept in order of import, newest first.
  private func inPrecedence(_ list: [CmdletInfo]) -> [CmdletInfo] {
    guard list.count > 1, !lastImportedWins else { return list }
    return list.enumerated().sorted { a, b in
      if DirectoryNames.before(a.element.moduleName, b.element.moduleName) { return true }
      if DirectoryNames.before(b.element.moduleName, a.element.moduleName) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }

  private var lastImportedWins: Bool {
    guard let v = runspace.globalState.rootScope.variables[Symbol("PSCmdletConflictPreference")] else { return false }
    return (try? Operations.toString(v.get())).map { Ordinal.equalsIgnoreCase($0, "LastImported") } ?? false
  }

  // MARK: - Qualified names

  /// Splits `Module\Command`: both parts, or nil when the name is not of that form (rule 91).
  func qualifiedParts(_ name: String) -> (module: String, command: String)? {
    guard let slash = name.utf8.firstIndex(of: 0x5C) else { return nil }
    var module = String(name[..<slash])
    var command = String(name[name.index(after: slash)...])
    // `Mod\1.2.0\Cmd` names a version folder (D7).
    if let next = command.utf8.firstIndex(of: 0x5C) {
      let version = String(command[..<next])
      if ModuleVersion.isFolderName(version) {
        module += "\\" + version
        command = String(command[command.index(after: next)...])
      }
    }
    guard !module.isEmpty, !command.isEmpty, !module.hasSuffix("."), !module.utf8.contains(0x3A) else { return nil }
    return (module, command)
  }

  /// Why `Module\alias` does not run, if that is what the name is (D3).
  func aliasNote(module: String, command: String, _ query: CommandQuery) -> String? {
    for m in importedModules(query.state) where Ordinal.equalsIgnoreCase(m.name, module) {
      if m.exportedFunction(command) != nil || m.exportedCmdlet(command) != nil { return nil }
      for a in m.exportedAliases where Ordinal.equalsIgnoreCase(a.name, command) {
        return "'\(a.name)' is an alias for '\(a.target)' exported by the module '\(m.name)'. "
          + "A module name cannot qualify an alias: use '\(a.name)', or '\(m.name)\\\(a.target)'."
      }
    }
    return nil
  }
}

extension ModuleInfo {
  /// The exported function of that name, under its prefix.
  func exportedFunction(_ name: String) -> FunctionInfo? {
    exportedFunctions.first { Ordinal.equalsIgnoreCase(ExportName.of($0), name) }
  }
  /// The exported cmdlet of that name, with or without its prefix (rule 101).
  func exportedCmdlet(_ name: String) -> CmdletInfo? {
    exportedCmdlets.first {
      Ordinal.equalsIgnoreCase($0.name, name) || Ordinal.equalsIgnoreCase(ExportName.of($0), name)
    }
  }
}

/// Names of exported commands under a prefix (rule 120).
enum ExportName {
  /// The name a module's command is imported by.
  static func of(_ command: CommandInfo) -> String { add(command.prefix, to: command.name) }

  /// Puts a prefix before the noun; a name without one gets it in front.
  static func add(_ prefix: String, to name: String) -> String {
    if prefix.isEmpty { return name }
    guard let dash = name.utf8.firstIndex(of: 0x2D), dash > name.startIndex else { return prefix + name }
    let after = name.index(after: dash)
    return String(name[..<after]) + prefix + String(name[after...])
  }
}
