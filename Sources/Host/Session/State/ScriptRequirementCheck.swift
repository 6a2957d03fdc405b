import Basics
import Engine
import Objects
import Syntax

/// Checks the `#requires` lines of a script before it runs (rule 23).
struct ScriptRequirementCheck {
  let discovery: CommandDiscovery
  let state: SessionState

  init(_ discovery: CommandDiscovery, state: SessionState) {
    self.discovery = discovery
    self.state = state
  }

  /// Throws when a requirement is not met; loads the modules asked for.
  func verify(_ script: ExternalScriptInfo) throws {
    // A script that does not parse fails when it runs, with the parser's words.
    guard let needs = (try? discovery.runspace.load(script))?.ast.scriptRequirements else { return }
    try checkVersion(needs, script)
    try checkEdition(needs, script)
    try loadModules(needs, script)
  }

  private static let type = "System.Management.Automation.ScriptRequiresException"

  private func checkVersion(_ needs: ScriptRequirements, _ script: ExternalScriptInfo) throws {
    guard let text = needs.requiredPSVersion else { return }
    guard let wanted = ModuleVersion(text) ?? ModuleVersion(text + ".0") else { return }
    let isKnown = wanted <= HostFacts.version
    if isKnown { return }
    throw GuestError.runtime(
      "ScriptRequiresUnmatchedPSVersion",
      "The script '\(script.name)' cannot be run because it contained a \"#requires\" statement for PowerShell \(text). The "
        + "version of PowerShell that is required by the script does not match the currently running version of PowerShell "
        + "\(HostFacts.versionText).", .ResourceUnavailable, target: .string(script.name), type: Self.type)
  }

  private func checkEdition(_ needs: ScriptRequirements, _ script: ExternalScriptInfo) throws {
    let editions = needs.requiredPSEditions
    if editions.isEmpty || editions.contains(where: { Ordinal.equalsIgnoreCase($0, "Core") }) { return }
    throw GuestError.runtime(
      "ScriptRequiresUnmatchedPSEdition",
      "The script '\(script.name)' cannot be run because it contained a \"#requires\" statement for PowerShell editions "
        + "'\(editions.joined(separator: ","))'. The edition of PowerShell that is required by the script does not match the "
        + "currently running PowerShell Core edition.", .NotSpecified, target: .string(script.name))
  }

  private func loadModules(_ needs: ScriptRequirements, _ script: ExternalScriptInfo) throws {
    var missing: [String] = []
    for module in needs.requiredModules {
      let specification = ModuleSpecification(module.name)
      specification.version = module.version
      specification.requiredVersion = module.requiredVersion
      specification.maximumVersion = module.maximumVersion
      specification.guid = module.guid
      if discovery.loaded(specification) != nil { continue }
      var options = ImportOptions()
      options.disableNameChecking = true
      options.constraints = specification.hasConstraints ? specification : nil
      let importer = ModuleImporter(
        discovery, target: ImportTarget(state), callerScope: state.currentScope,
        reporter: ImportReporter(silent: discovery.runspace), options: options)
      let loaded: ModuleInfo?
      if let path = ModuleLocation.path(module.name, discovery.runspace) {
        loaded = try? importer.load(path: path, written: module.name)
      } else {
        loaded = try? importer.load(named: module.name)
      }
      if loaded == nil { missing.append("The module '\(module.name)' cannot be found.") }
    }
    if missing.isEmpty { return }
    throw GuestError.runtime(
      "ScriptRequiresMissingModules",
      "The script '\(script.name)' cannot be run because the following modules that are specified by the \"#requires\" "
        + "statements of the script are missing: \(missing.joined(separator: ", ")).", .ResourceUnavailable,
      target: .string(script.name), type: Self.type)
  }
}
