import Basics
import Engine
import Objects
import Processes

/// What `$PSModuleAutoLoadingPreference` allows.
enum AutoloadPreference { case none, moduleQualified, all }

extension CommandDiscovery {
  /// The preference: the global variable, else the environment, else `All` (rules 56, 57).
  var autoloadPreference: AutoloadPreference {
    var text: String?
    if let v = runspace.globalState.rootScope.variables[Symbol("PSModuleAutoLoadingPreference")], !v.get().isNull {
      text = try? Operations.toString(v.get())
    }
    text = text ?? Environment.get("PSModuleAutoLoadingPreference")
    switch CaseFold.folded(text ?? "") {
    case "NONE", "0": return .none
    case "MODULEQUALIFIED", "1": return .moduleQualified
    default: return .all
    }
  }

  // MARK: - By the command's name

  /// A module found by discovery.
  enum Source {
    case file(DiscoveredModule)
    case engine(EngineModule)

    var name: String {
      switch self {
      case .file(let m): return m.name
      case .engine(let m): return m.name
      }
    }
    var path: String {
      switch self {
      case .file(let m): return m.path
      case .engine(let m): return m.path
      }
    }
  }

  /// Loads the first module that exports the name; false when there is none (rules 63-72).
  func autoloadByName(_ query: CommandQuery) throws -> Bool {
    let name = query.name
    guard !name.utf8.contains(where: { $0 == 0x5C || $0 == 0x3A || $0 == 0x2F }), mayAutoload(query),
      discovering.insert(Symbol(name)).inserted
    else { return false }
    defer { discovering.remove(Symbol(name)) }
    guard let source = exporter(of: name) else { return false }
    do {
      if try importForLookup(source) != nil { return true }
      throw CommandErrors.couldNotAutoload(name, module: source.name, cause: nil)
    } catch let e as GuestError where e.record.errorId != "CouldNotAutoloadMatchingModule" {
      runspace.recordQuietly(e.record)
      throw CommandErrors.couldNotAutoload(name, module: source.name, cause: e)
    }
  }

  /// The first module of the module path that exports a name.
  func exporter(of name: String) -> Source? {
    let entries = ModulePath.entries(withSystem: true)
    func first(_ look: (ModuleTree) -> DiscoveredModule?) -> Source? {
      for entry in entries {
        if entry == ModulePath.system, let engine = EngineModules.exporter(of: name) { return .engine(engine) }
        if let module = look(tree(entry)) { return .file(module) }
      }
      return nil
    }
    return first { $0.quickly(exporting: name) } ?? first { $0.module(exporting: name) }
  }

  /// A caller that may not see Get-Module and Import-Module loads nothing (rule 62).
  func mayAutoload(_ query: CommandQuery) -> Bool {
    guard query.origin == .runspace else { return true }
    for name in ["Get-Module", "Import-Module"] {
      let all = query.state.cmdlets[Symbol(name)] ?? runspace.globalState.cmdlets[Symbol(name)] ?? []
      if !all.isEmpty, !all.contains(where: \.isPublic) { return false }
    }
    return true
  }

  private func importForLookup(_ source: Source) throws -> ModuleInfo? {
    let importer = ModuleImporter(self, .forLookup(runspace))
    switch source {
    case .engine(let module): return importer.load(engine: module)
    case .file(let module): return try importer.load(file: module.path, name: nil)
    }
  }

  // MARK: - By a qualified name

  /// Loads the module of a qualified name and gives the command it exports (rules 91-98).
  func autoload(module: String, command: String, _ query: CommandQuery) throws -> CommandInfo? {
    guard mayAutoload(query) else { return nil }
    // A loaded module that does not export the name ends the search.
    if importedModules(query.state).contains(where: { Ordinal.equalsIgnoreCase($0.name, module) }) { return nil }
    let importer = ModuleImporter(self, .forLookup(runspace))
    var loaded: ModuleInfo?
    do {
      loaded = try importer.load(qualified: module)
    } catch let e as GuestError {
      runspace.recordQuietly(e.record)
      throw CommandErrors.couldNotLoad(module: module, name: query.name)
    }
    guard let loaded else { throw CommandErrors.couldNotLoad(module: module, name: query.name) }
    if let f = loaded.exportedFunction(command), query.kinds.contains(f as CommandInfo) { return f }
    if let c = loaded.exportedCmdlet(command), query.kinds.contains(c as CommandInfo) { return c }
    return nil
  }
}
