import Basics
import Engine
import Objects

extension CommandDiscovery {
  /// Lists a module as loaded, and as imported last by a session state.
  func register(_ module: ModuleInfo, in state: SessionState) {
    module.isLoaded = true
    if !loadedModules.contains(where: { $0 === module }) { loadedModules.append(module) }
    state.modules.removeAll { $0 === module }
    state.modules.append(module)
    if let parent = state.module, parent !== module, !parent.nestedModules.contains(where: { $0 === module }) {
      parent.nestedModules.append(module)
    }
    runspace.commandEpoch &+= 1
  }

  /// The loaded module that satisfies a specification.
  func loaded(_ specification: ModuleSpecification) -> ModuleInfo? {
    loadedModules.last { m in
      let isNamed =
        Ordinal.equalsIgnoreCase(m.name, specification.name) || (m.manifestPath ?? m.path) == specification.name
      return isNamed && specification.accepts(version: ModuleVersion(m.version) ?? .zero)
        && specification.accepts(guid: m.guid)
    }
  }

  /// Forgets a module whose load failed half-way.
  func forgetFailed(_ module: ModuleInfo) {
    loadedModules.removeAll { $0 === module }
    takeMembers(of: module)
  }

  /// Removes a module: runs OnRemove, takes its members out of every session state (rules 143, 145).
  func remove(_ module: ModuleInfo, keepingNested: Bool) throws {
    if let block = module.onRemove {
      _ = try CurrentRunspace.invoker?.invoke(block, arguments: [.object(module)], this: nil, underscore: nil)
    }
    if !keepingNested {
      for nested in module.nestedModules where !isImportedElsewhere(nested, than: module) && !nested.isEngine {
        try remove(nested, keepingNested: false)
      }
    }
    loadedModules.removeAll { $0 === module }
    takeMembers(of: module)
    module.isLoaded = false
    NativeModules.provider?.unload(module)
    runspace.commandEpoch &+= 1
  }

  private func isImportedElsewhere(_ module: ModuleInfo, than parent: ModuleInfo) -> Bool {
    if runspace.globalState.modules.contains(where: { $0 === module }) { return true }
    return loadedModules.contains { m in m !== parent && m !== module && m.nestedModules.contains { $0 === module } }
  }

  /// Every session state that may hold imported members.
  private var states: [SessionState] {
    [runspace.globalState] + loadedModules.compactMap(\.sessionState)
  }

  private func takeMembers(of module: ModuleInfo) {
    let own = module.sessionState
    for state in states where state !== own {
      state.modules.removeAll { $0 === module }
      for (name, list) in state.cmdlets where list.contains(where: { $0.module === module }) {
        let rest = list.filter { $0.module !== module }
        state.cmdlets[name] = rest.isEmpty ? nil : rest
      }
      var scope: Scope? = state.currentScope
      while let s = scope, s.sessionState === state {
        takeMembers(of: module, from: s)
        scope = s.parent
      }
      state.module?.nestedModules.removeAll { $0 === module }
    }
  }

  /// Only what still belongs to the module goes; what the user redefined stays.
  private func takeMembers(of module: ModuleInfo, from scope: Scope) {
    for (name, f) in scope.functions where f.module === module { scope.functions[name] = nil }
    for (name, a) in scope.aliases where a.module === module { scope.aliases[name] = nil }
    for v in module.exportedVariables where scope.variables[v.symbol] === v { scope.variables[v.symbol] = nil }
  }

  /// Imports the module of a `using module` statement; a relative path starts at the script's folder.
  func importUsed(_ value: Value, from file: String?, into state: SessionState) throws -> ModuleInfo {
    let specification = try ModuleSpecification.make(from: value)
    var options = ImportOptions()
    options.disableNameChecking = true
    options.constraints = specification.hasConstraints ? specification : nil
    let importer = ModuleImporter(
      self, target: ImportTarget(state), callerScope: state.currentScope,
      reporter: ImportReporter(throwing: runspace), options: options)
    let name = String(specification.name.map { $0 == "\\" ? "/" : $0 })
    let isPath = name.hasPrefix("./") || name.hasPrefix("../") || name.utf8.contains(0x2F)
    let found: ModuleInfo?
    if isPath, let file, !PathText.isRooted(name), !name.hasPrefix("~") {
      let path = PathText.normalise(PathText.join(PathText.parent(file), name))
      found = try importer.load(path: path, written: specification.name) ?? importer.missing(specification.name)
    } else {
      found = try importer.load(specification.name)
    }
    guard let found else { throw CommandErrors.couldNotLoad(module: specification.name, name: specification.name) }
    return found
  }
}
