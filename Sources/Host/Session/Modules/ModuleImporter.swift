import Basics
import Engine
import Objects
import Processes

/// Loads modules and puts their members into a session state.
///
/// One per import; nested loads use importers of their own. A load that fails answers nil after it reported
/// why, or throws when a module's body does.
final class ModuleImporter {
  let discovery: CommandDiscovery
  let runspace: Runspace
  let target: ImportTarget
  /// The scope of whoever asked, in which ScriptsToProcess run.
  let callerScope: Scope
  let reporter: ImportReporter
  var options: ImportOptions
  /// Pseudo-modules of the ScriptsToProcess that ran, for -PassThru.
  var scriptModules: [ModuleInfo] = []

  static let deepest = 10

  init(
    _ discovery: CommandDiscovery, target: ImportTarget, callerScope: Scope, reporter: ImportReporter,
    options: ImportOptions = ImportOptions()
  ) {
    self.discovery = discovery
    runspace = discovery.runspace
    self.target = target
    self.callerScope = callerScope
    self.reporter = reporter
    self.options = options
  }

  /// What a lookup sets in motion: into the global session state, whoever asked (rule 72).
  struct Purpose {
    let make: (CommandDiscovery) -> ModuleImporter
    static func forLookup(_ runspace: Runspace) -> Purpose {
      Purpose { discovery in
        var options = ImportOptions()
        options.disableNameChecking = true
        let global = runspace.globalState
        return ModuleImporter(
          discovery, target: ImportTarget(global), callerScope: global.rootScope,
          reporter: ImportReporter(silent: runspace), options: options)
      }
    }
  }

  convenience init(_ discovery: CommandDiscovery, _ purpose: Purpose) {
    let model = purpose.make(discovery)
    self.init(
      discovery, target: model.target, callerScope: model.callerScope, reporter: model.reporter, options: model.options)
  }

  /// An importer for what a module itself needs, without the filters of this import.
  func nested(into state: SessionState) -> ModuleImporter {
    var plain = ImportOptions()
    plain.disableNameChecking = true
    return ModuleImporter(
      discovery, target: ImportTarget(state), callerScope: callerScope, reporter: reporter, options: plain)
  }

  // MARK: - By name, path or object

  /// Loads by what the user wrote: a path or a name; reports when nothing is found.
  func load(_ text: String) throws -> ModuleInfo? {
    let before = reporter.errorCount
    let module: ModuleInfo?
    if let path = ModuleLocation.path(text, runspace) {
      module = try load(path: path, written: text)
    } else {
      module = try load(named: text)
    }
    if module == nil, reporter.errorCount == before { try reportMissing(text) }
    return module
  }

  /// Loads the module of a qualified command name: a name, a path, or a name with a version (D7, D8).
  func load(qualified text: String) throws -> ModuleInfo? {
    if text.utf8.contains(0x2F) || text.hasPrefix("~") {
      let path = ModuleLocation.absolute(text, runspace)
      return try load(path: path, written: text)
    }
    if let slash = text.utf8.firstIndex(of: 0x5C) {
      let specification = ModuleSpecification(String(text[..<slash]))
      specification.requiredVersion = String(text[text.index(after: slash)...])
      options.constraints = specification
      return try load(named: specification.name)
    }
    return try load(named: text)
  }

  /// Finds a module by name in the module path; the first entry that has an acceptable one wins (rule 125).
  func load(named name: String) throws -> ModuleInfo? {
    guard !name.isEmpty, !name.utf8.contains(0x2F), !name.utf8.contains(0x5C) else { return nil }
    for entry in ModulePath.entries(withSystem: true) {
      if entry == ModulePath.system, let engine = EngineModules.named(name), accepts(engine) {
        return load(engine: engine)
      }
      guard let folder = ModuleFiles.folder(named: name, in: entry) else { continue }
      let errors = reporter.errorCount
      if let module = try load(folder: folder) { return module }
      if reporter.errorCount > errors { return nil }
    }
    return nil
  }

  /// Loads a folder that is a module: its best version folder, else its own file.
  func load(folder: String) throws -> ModuleInfo? {
    let name = PathText.leaf(folder)
    for candidate in ModuleFiles.versionFolders(in: folder, name: name) {
      guard let version = candidate.folderVersion, accepts(version: version) else { continue }
      guard (try? Manifest.read(candidate.path))?.version == version else {
        try reporter.verbose(
          "Skipping the Version folder \(version.text) under Module \(folder) as it does not have a valid module manifest file."
        )
        continue
      }
      return try load(file: candidate.path, name: nil)
    }
    let extensions = options.constraints?.hasConstraints == true ? [".psd1"] : ModuleExtension.discovered
    for ext in extensions {
      let file = PathText.join(folder, name + ext)
      // A script module that imports its own name means the next kind of file (rule 129).
      guard PathText.isFile(file), !discovery.loadingPaths.contains(file) else { continue }
      return try load(file: file, name: nil)
    }
    return nil
  }

  /// Loads an absolute path: a file, a folder, or a file without its extension (rule 127).
  func load(path: String, written: String) throws -> ModuleInfo? {
    var path = path
    if Wildcard.containsWildcards(path), !FileStamp.of(path).exists {
      let matches = PathPattern.expand(path)
      if matches.count > 1 {
        try reporter.error(
          "AmbiguousPath", "The path '\(written)' resolved to more than one file; only one can be processed at a time.",
          .InvalidArgument, target: .string(written), type: "System.Management.Automation.PSInvalidOperationException")
        return nil
      }
      path = matches.first ?? path
    }
    if PathText.isDirectory(path) { return try load(folder: path) }
    if PathText.isFile(path) {
      if ModuleExtension.isModule(path) { return try load(file: path, name: nil) }
      try reporter.error(
        "Modules_InvalidModuleExtension",
        "The extension '\(PathText.ext(path))' is not a valid module extension. Change the extension to '.psd1' or '.psm1', "
          + "and then try again.", .InvalidOperation, target: .string(written),
        type: "System.Management.Automation.PSInvalidOperationException")
      return nil
    }
    for ext in ModuleExtension.importable where PathText.isFile(path + ext) {
      return try load(file: path + ext, name: nil)
    }
    return nil
  }

  /// Imports a module object: one that is in memory as it is, one from a listing from its file.
  func load(module: ModuleInfo) throws -> ModuleInfo? {
    if module.sessionState != nil || module.isLoaded {
      try publish(module)
      return module
    }
    if module.isEngine, let engine = EngineModules.named(module.name) { return load(engine: engine) }
    return try load(module.manifestPath ?? module.path)
  }

  // MARK: - One file

  /// Loads a module file, or imports it again when it is loaded (rule 123).
  func load(file: String, name: String?) throws -> ModuleInfo? {
    if let engine = EngineModules.at(path: file) { return load(engine: engine) }
    if let loaded = discovery.loadedModules.first(where: { ($0.manifestPath ?? $0.path) == file }) {
      if options.force {
        try discovery.remove(loaded, keepingNested: true)
      } else {
        guard accepts(loaded) else { return nil }
        try publish(loaded)
        return loaded
      }
    }
    if discovery.moduleDepth >= Self.deepest {
      try reporter.error(
        "Modules_ModuleTooDeeplyNested",
        "Cannot load the module '\(file)' because the module nesting limit has been exceeded. Modules can only be nested "
          + "to \(Self.deepest) levels. Evaluate and change the order in which you are loading modules to prevent "
          + "exceeding the nesting limit, and then try running your script again.", .InvalidOperation)
      return nil
    }
    discovery.moduleDepth += 1
    defer { discovery.moduleDepth -= 1 }
    switch CaseFold.folded(PathText.ext(file)) {
    case ".PSD1": return try loadManifest(file)
    case ".SO": return try loadLibrary(file)
    default: return try loadScript(file, name: name)
    }
  }

  /// Puts a loaded module's members where they belong and lists it.
  func publish(_ module: ModuleInfo) throws {
    try importMembers(of: module)
    discovery.register(module, in: target.state)
  }

  // MARK: - Constraints

  private func accepts(version: ModuleVersion) -> Bool { options.constraints?.accepts(version: version) ?? true }

  private func accepts(_ module: ModuleInfo) -> Bool {
    guard let constraints = options.constraints else { return true }
    return constraints.accepts(version: ModuleVersion(module.version) ?? .zero)
      && constraints.accepts(guid: module.guid)
  }

  private func accepts(_ module: EngineModule) -> Bool {
    guard let constraints = options.constraints else { return true }
    return constraints.accepts(version: ModuleVersion(module.version) ?? .zero)
      && constraints.accepts(guid: module.guid)
  }

  func accepts(_ manifest: Manifest) -> Bool {
    guard let constraints = options.constraints else { return true }
    return constraints.accepts(version: manifest.version ?? .zero)
      && constraints.accepts(guid: manifest.string("GUID") ?? "")
  }

  /// Reports that nothing was found.
  func missing(_ text: String) throws -> ModuleInfo? {
    try reportMissing(text)
    return nil
  }

  private func reportMissing(_ text: String) throws {
    var wanted = ""
    if let c = options.constraints {
      if let v = c.requiredVersion {
        wanted = " with version '\(v)'"
      } else if let low = c.version, let high = c.maximumVersion {
        wanted = " with MinimumVersion '\(low)' and MaximumVersion '\(high)'"
      } else if let low = c.version {
        wanted = " with version '\(low)'"
      } else if let high = c.maximumVersion {
        wanted = " with MaximumVersion '\(high)'"
      }
    }
    let hasConstraints = options.constraints?.hasConstraints ?? false
    try reporter.error(
      hasConstraints ? "Modules_ModuleWithVersionNotFound" : "Modules_ModuleNotFound",
      "The specified module '\(text)'\(wanted) was not loaded because no valid module file was found in any module directory.",
      target: .string(text), type: "System.IO.FileNotFoundException")
  }
}

/// How a module is named in text.
enum ModuleLocation {
  /// The absolute path when the text is one: rooted, led by `./`, `../` or `~/`, or on a drive.
  static func path(_ text: String, _ runspace: Runspace) -> String? {
    let slashed = String(text.map { $0 == "\\" ? "/" : $0 })
    if slashed == "." || slashed == ".." || slashed == "~" { return absolute(slashed, runspace) }
    if ["/", "./", "../", "~/"].contains(where: { slashed.hasPrefix($0) }) { return absolute(slashed, runspace) }
    guard slashed.utf8.contains(0x3A), slashed.utf8.contains(0x2F) else { return nil }
    return try? runspace.resolvePath(text)
  }

  /// A path made absolute from the current location.
  static func absolute(_ text: String, _ runspace: Runspace) -> String {
    var path = String(text.map { $0 == "\\" ? "/" : $0 })
    if path == "~" || path.hasPrefix("~/") { path = (Environment.get("HOME") ?? "") + path.dropFirst(1) }
    return PathText.normalise(PathText.isRooted(path) ? path : PathText.join(runspace.workingDirectory(), path))
  }
}
