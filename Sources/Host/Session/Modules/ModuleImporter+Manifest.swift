import Basics
import Engine
import Objects
import Processes

extension ModuleImporter {
  /// Loads what a manifest describes (rule 133).
  func loadManifest(_ path: String) throws -> ModuleInfo? {
    let manifest: Manifest
    do {
      manifest = try Manifest.read(path)
      try manifest.check()
      if let version = manifest.version, !ModuleAnalyzer.folderAgrees(manifest.base, version) {
        throw ManifestError(
          id: "Modules_InvalidModuleManifestVersion",
          message: "The module manifest '\(path)' is not valid: its ModuleVersion '\(version.text)' differs from the "
            + "version folder '\(PathText.leaf(manifest.base))'.")
      }
      guard accepts(manifest) else { return nil }
      try reporter.verbose("Loading module from path '\(path)'.")
      try manifest.checkHost(runspace)
      try manifest.checkFiles()
    } catch let e as ManifestError {
      try reporter.error(e)
      return nil
    }
    let module = ModuleInfo(name: PathText.stem(path), path: path)
    manifest.describe(module)
    guard try loadRequirements(of: manifest, module) else { return nil }
    prepare(module)
    try runScripts(of: manifest, module)
    try loadTypesAndFormats(of: manifest)
    guard try loadNested(of: manifest, module), try loadRoot(of: manifest, module) else {
      discovery.forgetFailed(module)
      return nil
    }
    try filterExports(of: manifest, module)
    try publish(module)
    return module
  }

  // MARK: - Requirements

  private func loadRequirements(of manifest: Manifest, _ module: ModuleInfo) throws -> Bool {
    let required: [ModuleSpecification]
    do {
      required = try manifest.specifications("RequiredModules")
    } catch let e as ManifestError {
      try reporter.error(e)
      return false
    }
    for specification in required {
      guard let loaded = try requirement(specification, of: manifest, module) else { return false }
      module.requiredModules.append(loaded)
    }
    return true
  }

  private func requirement(
    _ specification: ModuleSpecification, of manifest: Manifest, _ module: ModuleInfo
  ) throws -> ModuleInfo? {
    if let loaded = discovery.loaded(specification) { return loaded }
    if let at = discovery.requiring.firstIndex(where: { Ordinal.equalsIgnoreCase($0.module, specification.name) }) {
      let first = discovery.requiring[at]
      try reporter.error(
        ManifestError(
          id: "Modules_InvalidManifest",
          message: "The required module '\(specification.name)' is not loaded. The module '\(first.module)' has a "
            + "requiredModule '\(first.requires)' in its module manifest '\(first.manifest)' that points to a cyclic "
            + "dependency.", exceptionType: "System.MissingMemberException"))
      return nil
    }
    discovery.requiring.append((module.name, specification.name, manifest.path))
    defer { discovery.requiring.removeLast() }
    let importer = nested(into: target.state)
    importer.options.constraints = specification.hasConstraints ? specification : nil
    let errors = reporter.errorCount
    let found: ModuleInfo?
    if let path = ModuleLocation.path(specification.name, runspace) {
      found = try importer.load(path: path, written: specification.name)
    } else {
      found = try importer.load(named: specification.name)
    }
    if let found { return found }
    if reporter.errorCount > errors { return nil }
    try reporter.error(
      ManifestError(
        id: "Modules_InvalidManifest",
        message: "The required module '\(specification.name)' is not loaded. Load the module or remove the module from "
          + "'RequiredModules' in the file '\(manifest.path)'.", exceptionType: "System.MissingMemberException"))
    return nil
  }

  // MARK: - Parts

  /// ScriptsToProcess run in the importer's scope, each shown as a module of its own (rule 134).
  private func runScripts(of manifest: Manifest, _ module: ModuleInfo) throws {
    for name in manifest.strings("ScriptsToProcess") ?? [] where !name.isEmpty {
      let file = manifest.resolve(name)
      let block = try ScriptFile.read(file)
      block.sessionState = callerScope.sessionState
      try runspace.runDotSourced(
        block, in: callerScope, name: file, arguments: [], output: NullSink.shared, streams: reporter.streams)
      module.scripts.append(file)
      let shown = ModuleInfo(name: PathText.stem(file), path: file)
      shown.moduleBase = PathText.parent(file)
      scriptModules.append(shown)
    }
  }

  private func loadTypesAndFormats(of manifest: Manifest) throws {
    for (key, command) in [("TypesToProcess", "Update-TypeData"), ("FormatsToProcess", "Update-FormatData")] {
      for name in manifest.strings(key) ?? [] where !name.isEmpty {
        let arguments = [Argument.named("AppendPath", .string(manifest.resolve(name)))]
        try runspace.runNamedCommand("Microsoft.PowerShell.Utility\\" + command, arguments)
      }
    }
  }

  private func loadNested(of manifest: Manifest, _ module: ModuleInfo) throws -> Bool {
    guard let state = module.sessionState else { return true }
    let names: [ModuleSpecification]
    do {
      names = try manifest.specifications("NestedModules")
    } catch let e as ManifestError {
      try reporter.error(e)
      return false
    }
    for specification in names {
      let importer = nested(into: state)
      importer.options.constraints = specification.hasConstraints ? specification : nil
      let errors = reporter.errorCount
      let loaded = try importer.load(part: specification.name, of: manifest)
      scriptModules += importer.scriptModules
      if loaded != nil { continue }
      if reporter.errorCount == errors { try reportPart(specification.name, "NestedModules", manifest) }
      return false
    }
    if let native = manifest.nativeTable {
      guard try loadNative(into: module, { try $0.load(native: native, base: manifest.base, into: module) }) else {
        return false
      }
    }
    return true
  }

  /// A nested or root module: beside the manifest, in its own folder, or on the module path (rule 135).
  private func load(part name: String, of manifest: Manifest) throws -> ModuleInfo? {
    let slashed = String(name.map { $0 == "\\" ? "/" : $0 })
    if let file = ModuleFiles.partFile(name, base: manifest.base) { return try load(file: file, name: nil) }
    return try load(named: slashed)
  }

  private func loadRoot(of manifest: Manifest, _ module: ModuleInfo) throws -> Bool {
    guard let root = manifest.rootModule else { return true }
    guard let file = ModuleFiles.partFile(root, base: manifest.base), !PathText.hasExtension(file, ".psd1") else {
      try reportPart(root, "RootModule/ModuleToProcess", manifest)
      return false
    }
    try reporter.verbose("Loading module from path '\(file)'.")
    if PathText.hasExtension(file, ".so") {
      module.path = file
      module.moduleType = .binary
      return try loadNative(into: module) { try $0.load(file, into: module) }
    }
    module.path = file
    module.moduleType = .script
    let block = try ScriptFile.read(file)
    try runBody(block, of: module)
    return true
  }

  private func reportPart(_ name: String, _ key: String, _ manifest: Manifest) throws {
    try reporter.error(
      "Modules_ModuleFileNotFound",
      "The module to process '\(name)', listed in field '\(key)' of module manifest '\(manifest.path)' was not processed "
        + "because no valid module was found in any module directory.", type: "System.IO.FileNotFoundException")
  }

  // MARK: - Exports

  /// What the root (or the nested modules) exports, through the manifest's lists (rules 138, 140).
  private func filterExports(of manifest: Manifest, _ module: ModuleInfo) throws {
    if manifest.rootModule == nil, module.sessionState?.explicitExports == nil {
      module.takeExports(functions: .everything, cmdlets: .everything, aliases: .everything, variables: .everything)
    } else {
      let cmdlets = module.exportedCmdlets
      let wantsVerbose = module.sessionState?.explicitExports == nil
      try finishQuietly(module)
      if !cmdlets.isEmpty { module.exportedCmdlets = merge(cmdlets, module.exportedCmdlets) }
      module.filter(manifest)
      guard wantsVerbose else { return }
      for f in module.exportedFunctions { try reporter.verbose("Exporting function '\(f.name)'.") }
      for a in module.exportedAliases { try reporter.verbose("Exporting alias '\(a.name)'.") }
      return
    }
    module.filter(manifest)
  }

  private func merge(_ a: [CmdletInfo], _ b: [CmdletInfo]) -> [CmdletInfo] {
    a + b.filter { x in !a.contains { Ordinal.equalsIgnoreCase($0.name, x.name) } }
  }

  private func finishQuietly(_ module: ModuleInfo) throws {
    guard let explicit = module.sessionState?.explicitExports else {
      module.takeExports(
        functions: .everything, cmdlets: .everything, aliases: .everything, variables: NamePatterns([]))
      return
    }
    module.takeExports(
      functions: NamePatterns(explicit.functions), cmdlets: NamePatterns(explicit.cmdlets),
      aliases: NamePatterns(explicit.aliases), variables: NamePatterns(explicit.variables))
  }
}

extension ModuleInfo {
  /// Keeps the exports that a manifest lists.
  fileprivate func filter(_ manifest: Manifest) {
    if let list = manifest.exports("FunctionsToExport").map({ NamePatterns($0) }) {
      exportedFunctions.removeAll { !list.matches($0.name) }
    }
    if let list = manifest.exports("CmdletsToExport").map({ NamePatterns($0) }) {
      exportedCmdlets.removeAll { !list.matches($0.name) }
    }
    if let list = manifest.exports("AliasesToExport").map({ NamePatterns($0) }) {
      exportedAliases.removeAll { !list.matches($0.name) }
    }
    if let list = manifest.exports("VariablesToExport").map({ NamePatterns($0) }) {
      exportedVariables.removeAll { !list.matches($0.name) }
    }
  }
}

extension Manifest {
  /// A name of the manifest as an absolute path.
  func resolve(_ name: String) -> String {
    let slashed = String(name.map { $0 == "\\" ? "/" : $0 })
    return PathText.normalise(PathText.isRooted(slashed) ? slashed : PathText.join(base, slashed))
  }

  /// Fills in what the manifest says about the module.
  func describe(_ module: ModuleInfo) {
    module.manifestPath = path
    module.manifest = data
    module.moduleBase = base
    module.moduleType = .manifest
    module.version = version?.text ?? "0.0"
    if let guid = string("GUID"), let v = Operations.tryConvert(.string(guid), to: Types.guid) {
      module.guid = (try? Operations.toString(v)) ?? guid
    }
    module.descriptionText = string("Description") ?? ""
    module.author = string("Author") ?? ""
    module.prefix = string("DefaultCommandPrefix") ?? ""
    module.privateData = data.get("PrivateData") ?? .null
    module.rootModule = rootModule ?? ""
  }

  /// What the manifest asks of the host (rule 136).
  func checkHost(_ runspace: Runspace) throws {
    if let text = string("PowerShellVersion") {
      guard let wanted = ModuleVersion(text) ?? ModuleVersion(text + ".0") else {
        throw badMember("PowerShellVersion", "Cannot convert value \"\(text)\" to type \"System.Version\".")
      }
      if HostFacts.version < wanted {
        throw ManifestError(
          id: "Modules_InsufficientPowerShellVersion",
          message:
            "The version of PowerShell on this computer is '\(HostFacts.versionText)'. The module '\(path)' requires a "
            + "minimum PowerShell version of '\(text)' to run. Verify that you have the minimum required version of "
            + "PowerShell installed, and then try again.", exceptionType: "System.InvalidOperationException")
      }
    }
    if let name = string("PowerShellHostName"), !name.isEmpty,
      !Ordinal.equalsIgnoreCase(name, runspace.host?.name ?? "")
    {
      throw ManifestError(
        id: "Modules_InvalidPowerShellHostName",
        message:
          "The name of the current PowerShell host is: '\(runspace.host?.name ?? "")'. The module '\(path)' requires the "
          + "following PowerShell host: '\(name)'.", exceptionType: "System.InvalidOperationException")
    }
    if let text = string("PowerShellHostVersion"), let wanted = ModuleVersion(text), HostFacts.version < wanted {
      throw ManifestError(
        id: "Modules_InsufficientPowerShellHostVersion",
        message:
          "The current PowerShell host is: '\(runspace.host?.name ?? "")' (version \(HostFacts.versionText)). The module "
          + "'\(path)' requires a minimum PowerShell host version of '\(text)' to run.",
        exceptionType: "System.InvalidOperationException")
    }
    let architectures = ["", "NONE", "MSIL", "AMD64"]
    if let wanted = string("ProcessorArchitecture"), !architectures.contains(CaseFold.folded(wanted)) {
      throw ManifestError(
        id: "Modules_InvalidProcessorArchitecture",
        message:
          "The current processor architecture is: Amd64. The module '\(path)' requires the following architecture: "
          + "\(wanted).", exceptionType: "System.InvalidOperationException")
    }
  }

  /// Whether the files it names exist.
  func checkFiles() throws {
    for (key, ext) in [("ScriptsToProcess", ".ps1"), ("TypesToProcess", ".ps1xml"), ("FormatsToProcess", ".ps1xml")] {
      for name in strings(key) ?? [] where !name.isEmpty {
        guard PathText.hasExtension(name, ext) else {
          throw badMember(key, "The path '\(name)' must have the extension '\(ext)'.")
        }
        guard PathText.isFile(resolve(name)) else {
          throw badMember(key, "Cannot find the path '\(resolve(name))' because it does not exist.")
        }
      }
    }
  }
}

/// What this host says it is.
public enum HostFacts {
  /// The version of PowerShell this host stands for.
  public static let versionText = "7.6.5"
  static let version = ModuleVersion(parts: [7, 6, 5])
}
