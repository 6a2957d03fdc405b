import Basics
import Engine
import Objects

extension ModuleImporter {
  /// Loads a native library as a module of its own.
  func loadLibrary(_ file: String) throws -> ModuleInfo? {
    if options.asCustomObject {
      try reporter.error(
        "Modules_CantUseAsCustomObjectWithBinaryModule",
        "The -AsCustomObject parameter is not supported for binary modules. Import '\(file)' without it.",
        .PermissionDenied)
      return nil
    }
    try reporter.verbose("Loading module from path '\(file)'.")
    let module = ModuleInfo(name: PathText.stem(file), path: file)
    module.moduleBase = PathText.parent(file)
    module.moduleType = .binary
    guard try loadNative(into: module, { try $0.load(file, into: module) }) else { return nil }
    try publish(module)
    return module
  }

  /// Loads native commands into a module's exports.
  func loadNative(
    into module: ModuleInfo, _ load: (any NativeModuleProvider) throws -> [CmdletInfo]
  ) throws -> Bool {
    guard let provider = NativeModules.provider else {
      try reporter.error(
        "Modules_BinaryModulesNotSupported",
        "The native module '\(module.path)' cannot be loaded: this host has no module loader.", .NotInstalled)
      return false
    }
    let commands = try load(provider)
    for c in commands {
      c.module = module
      module.exportedCmdlets.append(c)
      module.sessionState?.cmdlets[Symbol(c.name), default: []].insert(c, at: 0)
    }
    return true
  }

  /// Loads a module of the host itself.
  @discardableResult
  func load(engine source: EngineModule) -> ModuleInfo? {
    if let loaded = discovery.loadedModules.first(where: { $0.isEngine && $0.name == source.name }) {
      try? publish(loaded)
      return loaded
    }
    let module = ModuleInfo(name: source.name, path: source.path)
    module.isEngine = true
    module.moduleBase = source.base
    module.version = source.version
    module.guid = source.guid
    module.moduleType = source.moduleType
    module.descriptionText = source.description
    module.author = "PowerShell"
    for r in source.commands {
      if CommandTable.entry(r.name)?.isFunction == true {
        if let f = ProxyFunctions.make(r, runspace.globalState) {
          f.module = module
          module.exportedFunctions.append(f)
        }
        continue
      }
      let c = HostCmdlets.command(r)
      c.module = module
      module.exportedCmdlets.append(c)
    }
    for alias in source.aliases {
      let a = AliasInfo(alias.name, target: alias.target, options: alias.options)
      a.module = module
      module.exportedAliases.append(a)
    }
    try? publish(module)
    return module
  }
}
