import Basics
import Engine
import Objects

/// `Remove-Module`.
final class RemoveModule: Cmdlet {
  private var removed = 0
  private var hadWildcard = false
  private var isQuiet = false
  private var refused = false

  override func process() throws {
    let discovery = try discovery()
    var wanted: [ModuleInfo] = []
    func add(_ m: ModuleInfo) {
      if !wanted.contains(where: { $0 === m }) { wanted.append(m) }
    }
    for name in strings("Name") {
      if Wildcard.containsWildcards(name) { hadWildcard = true }
      if EngineModules.named(name) != nil { isQuiet = true }
      discovery.loadedModules.filter { NamePatterns([name]).matches($0.name) || $0.path == name }.forEach(add)
    }
    for s in try specifications("FullyQualifiedName") {
      for m in discovery.loadedModules where Ordinal.equalsIgnoreCase(m.name, s.name) {
        if s.accepts(version: ModuleVersion(m.version) ?? .zero) && s.accepts(guid: m.guid) { add(m) }
      }
    }
    let given = arg("ModuleInfo")
    for v in given.isNull ? [] : given.asObject(PSArray.self)?.elements ?? [given] {
      if let m = v.asObject(ModuleInfo.self), discovery.loadedModules.contains(where: { $0 === m }) { add(m) }
    }
    for module in wanted { try remove(module, along: wanted, discovery) }
  }

  private func remove(_ module: ModuleInfo, along: [ModuleInfo], _ discovery: CommandDiscovery) throws {
    guard discovery.loadedModules.contains(where: { $0 === module }) else { return }
    if module.isConstant {
      return try refuse(
        "Modules_ModuleIsConstant",
        "Unable to remove the module '\(module.name)' because it is marked as 'constant.' A module cannot be removed if it is "
          + "marked 'constant.'", module)
    }
    if module.isReadOnly, !flag("Force") {
      return try refuse(
        "Modules_ModuleIsReadOnly",
        "Unable to remove the module '\(module.name)' because it is read-only. Add the Force parameter to your command to "
          + "remove read-only modules.", module)
    }
    if !flag("Force"), let user = discovery.loadedModules.first(where: { requires($0, module) && !contains(along, $0) })
    {
      return try refuse(
        "Modules_ModuleIsRequired",
        "Unable to remove the module '\(module.name)' because it is required by '\(user.name)'. Add the Force parameter to "
          + "your command to remove the module.", module)
    }
    guard try runtime.shouldProcess(module.name, "Remove-Module") else {
      removed += 1
      return
    }
    try discovery.remove(module, keepingNested: false)
    removed += 1
  }

  private func requires(_ user: ModuleInfo, _ module: ModuleInfo) -> Bool {
    user !== module && contains(user.requiredModules, module)
  }

  private func contains(_ list: [ModuleInfo], _ module: ModuleInfo) -> Bool { list.contains { $0 === module } }

  private func refuse(_ id: String, _ message: String, _ module: ModuleInfo) throws {
    refused = true
    try writeError(
      error(id, message, .PermissionDenied, target: .object(module), type: "System.InvalidOperationException"))
  }

  override func end() throws {
    guard removed == 0, !hadWildcard, !isQuiet, !refused else { return }
    try writeError(
      error(
        "Modules_NoModulesRemoved",
        "No modules were removed. Verify that the specification of modules to remove is correct and those modules exist in "
          + "the runspace.", .ResourceUnavailable, type: "System.InvalidOperationException"))
  }
}
