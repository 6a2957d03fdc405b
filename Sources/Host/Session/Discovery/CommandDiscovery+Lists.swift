import Basics
import Engine
import Objects
import Processes

extension CommandDiscovery {
  /// Every loaded command and file a literal name means, in the order in which they would run (rule 146).
  func all(_ query: CommandQuery) -> [CommandInfo] {
    var result: [CommandInfo] = []
    let symbol = Symbol(query.name)
    let here: Scope = query.state.currentScope
    if query.kinds.contains(.alias), let a = here.findAlias(symbol), query.sees(a) { add(a, to: &result) }
    if let f = here.findFunction(symbol), query.kinds.contains(f as CommandInfo), query.sees(f) { add(f, to: &result) }
    for m in importedModules(query.state) {
      if let f = m.exportedFunction(query.name), query.kinds.contains(f as CommandInfo), query.sees(f) {
        add(f, to: &result)
      }
    }
    if query.kinds.contains(.cmdlet) {
      for c in cmdlets(named: query.name, query.state) where query.sees(c) { add(c, to: &result) }
    }
    if result.isEmpty || !query.name.utf8.contains(0x5C), !query.kinds.isDisjoint(with: .files) {
      for f in files(query) { add(f, to: &result) }
    }
    if result.isEmpty, let one = find(query) { result.append(one) }
    return result
  }

  /// Every loaded command and file whose name matches the query's pattern.
  func matching(_ query: CommandQuery) -> [CommandInfo] {
    guard let pattern = try? Wildcard(query.name) else { return [] }
    var result: [CommandInfo] = []
    var seen: Set<Symbol> = []
    func take(_ c: CommandInfo, _ name: String) {
      guard query.kinds.contains(c), query.sees(c), pattern.matches(name) else { return }
      result.append(c)
    }
    for scope in scopes(query.state) {
      for (s, a) in scope.aliases where reaches(a.options, scope, query) && seen.insert(s).inserted { take(a, a.name) }
    }
    seen = []
    for scope in scopes(query.state) {
      for (s, f) in scope.functions where reaches(f.options, scope, query) && seen.insert(s).inserted {
        take(f, f.name)
      }
    }
    for state in query.state === runspace.globalState ? [query.state] : [query.state, runspace.globalState] {
      for (s, list) in state.cmdlets {
        guard let name = list.first?.name, pattern.matches(name), !s.text.utf8.contains(0x5C) else { continue }
        for c in list where !result.contains(where: { $0 === c }) { take(c, c.name) }
      }
    }
    if !query.kinds.isDisjoint(with: .files) { result += filesMatching(pattern, query) }
    return result
  }

  private func filesMatching(_ pattern: Wildcard, _ query: CommandQuery) -> [CommandInfo] {
    if query.name.utf8.contains(0x2F) {
      guard case .path(let path, _) = FileName(query.name, location: runspace.workingDirectory(), resolve: { _ in nil })
      else {
        return []
      }
      // A pattern that stands for several files stands for none (rule 47).
      let matches = PathPattern.expand(path).filter { PathText.isFile($0) }
      guard matches.count == 1, let hit = ExecutableSearch.probe(matches[0]) else { return [] }
      return command(hit, query).map { [$0] } ?? []
    }
    let location = runspace.workingDirectory()
    let hits = search.list(path: Environment.get("PATH") ?? "", location: location) { pattern.matches($0) }
    return hits.compactMap { command($0, query) }
  }

  /// Commands of unloaded modules that match, as stubs; nothing is loaded (rules 147, 148).
  func stubs(matching accepts: (String) -> Bool, module: (String) -> Bool) -> [CommandInfo] {
    guard autoloadPreference != .none else { return [] }
    var result: [CommandInfo] = []
    var seen: Set<String> = []
    for entry in ModulePath.entries(withSystem: true) {
      if entry == ModulePath.system {
        for m in EngineModules.present where module(m.name) && !isLoaded(m.path) && seen.insert(m.name).inserted {
          for export in m.exports where accepts(export.name) {
            if let c = Stubs.command(export, module: m.name, version: m.version) { result.append(c) }
          }
        }
      }
      var versions: Set<String> = []
      for m in tree(entry).modules() where m.analysis.isUsable && module(m.name) && !isLoaded(m.path) {
        // Only the highest version of a module would be loaded, and only from the first entry that has it.
        guard versions.insert(m.name).inserted, seen.insert(m.name).inserted else { continue }
        for export in m.analysis.exports where accepts(export.name) {
          if let c = Stubs.command(export, module: m.name, version: m.analysis.version, path: m.path) {
            result.append(c)
          }
        }
      }
    }
    return result
  }

  private func isLoaded(_ path: String) -> Bool {
    loadedModules.contains { ($0.manifestPath ?? $0.path) == path }
  }

  // MARK: - Scopes

  /// The scopes a name is looked up in, nearest first.
  func scopes(_ state: SessionState) -> [Scope] {
    var result: [Scope] = []
    var scope: Scope? = state.currentScope
    while let s = scope {
      result.append(s)
      scope = s.parent
    }
    return result
  }

  /// Private items count only where they live.
  private func reaches(_ options: ItemOptions, _ scope: Scope, _ query: CommandQuery) -> Bool {
    !options.contains(.isPrivate) || scope === query.state.currentScope
  }

  /// Adds a command unless its twin is there: the same code under the same name and module.
  private func add(_ c: CommandInfo, to list: inout [CommandInfo]) {
    for old in list {
      if old === c { return }
      if let a = old as? FunctionInfo, let b = c as? FunctionInfo, a.scriptBlock === b.scriptBlock { return }
    }
    list.append(c)
  }
}

extension EngineModule {
  /// Its commands and aliases as exports.
  var exports: [ModuleAnalysis.Export] {
    var result: [ModuleAnalysis.Export] = commands.map { r in
      .init(name: r.name, kind: CommandTable.entry(r.name)?.isFunction == true ? .function : .cmdlet)
    }
    result += aliases.map { .init(name: $0.name, kind: .alias) }
    return result
  }
}
