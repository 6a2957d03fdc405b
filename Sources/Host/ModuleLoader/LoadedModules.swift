import Basics
import Engine
import Glibc
import Objects
import PluginABI
import Session

/// Describes and loads native modules for the session.
final class LoadedModules: NativeModuleProvider {
  private let runspace: Runspace
  private var loaded: [LoadedModule] = []

  init(_ runspace: Runspace) { self.runspace = runspace }

  /// The commands a file declares; nothing of the file runs.
  func describe(_ path: String) throws -> [CommandMetadata] {
    do {
      return try ModuleFile.declarations(path).commands.map(\.metadata)
    } catch let f as ModuleFailure {
      throw f.guestError(path)
    }
  }

  /// The commands a manifest declares for a C library; nothing is opened.
  func names(native: Value) -> [String] { ManifestLibrary.names(native) }

  /// Loads a file and makes its commands.
  func load(_ path: String, into module: ModuleInfo) throws -> [CmdletInfo] {
    do {
      if module.manifestPath != nil { try checkPlace(path, module.moduleBase) }
      let declarations = try ModuleFile.declarations(path)
      try ModuleFile.checkTrust(path)
      let m = LoadedModule(path, declarations, runspace)
      try m.open()
      loaded.append(m)
      module.library = m
      if module.version == "0.0" { module.version = declarations.module.version }
      if module.descriptionText.isEmpty { module.descriptionText = declarations.module.help }
      if module.author.isEmpty { module.author = declarations.module.author }
      for c in m.commands { addAliases(c.declaration.aliases, for: c.name, to: module) }
      return try m.commands.map { try info($0, m) }
    } catch let f as ModuleFailure {
      throw f.guestError(path)
    }
  }

  /// Makes the commands of a manifest's `PrivateData.Native`.
  func load(native: Value, base: String, into module: ModuleInfo) throws -> [CmdletInfo] {
    do {
      var library = try ManifestLibrary(native, base: base)
      return try library.commands().map { declaration, command in
        addAliases(declaration.aliases, for: declaration.name, to: module)
        let info = CmdletInfo(
          declaration.name, className: declaration.name, metadata: { declaration.metadata },
          make: { FunctionCmdlet(command) })
        return info
      }
    } catch let f as ModuleFailure {
      throw f.guestError(module.manifestPath ?? module.path)
    }
  }

  /// Ends a module that was removed.
  func unload(_ module: ModuleInfo) {
    guard let m = module.library as? LoadedModule else { return }
    m.close()
    loaded.removeAll { $0 === m }
  }

  /// Runs the unload hooks of all modules.
  func unloadAll() {
    for m in loaded.reversed() { m.close() }
    loaded = []
  }

  /// What a manifest names must lie in its folder.
  private func checkPlace(_ path: String, _ base: String) throws {
    let folder = base.hasSuffix("/") ? base : base + "/"
    guard path.hasPrefix(folder), !path.contains("/../") else { throw ModuleFailure(.outside) }
  }

  private func addAliases(_ names: [String], for command: String, to module: ModuleInfo) {
    for n in names {
      let a = AliasInfo(n, target: command)
      a.module = module
      module.exportedAliases.append(a)
      module.sessionState?.rootScope.aliases[Symbol(n)] = a
    }
  }

  private func info(_ command: LoadedCommand, _ module: LoadedModule) throws -> CmdletInfo {
    let declaration = command.declaration
    let make: () throws -> Cmdlet
    if let plan = declaration.plan, let function = command.function {
      let shared = try FunctionCommand(
        command.name, plan, function, defaults: declaration.defaults, module: module, library: nil)
      make = { FunctionCmdlet(shared) }
    } else {
      make = { NativeCmdlet(command, module) }
    }
    return CmdletInfo(
      declaration.name, className: declaration.name, metadata: { declaration.metadata }, make: make)
  }

  /// Candidates for a parameter that the command itself completes.
  func complete(
    _ command: String, parameter: String, word: String, given: [(String, Value)]
  ) throws -> [Value] {
    for m in loaded {
      for c in m.commands where Ordinal.equalsIgnoreCase(c.name, command) {
        guard
          let i = c.declaration.metadata.parameters.firstIndex(where: { Ordinal.equalsIgnoreCase($0.name, parameter) }),
          c.declaration.completedByCode.contains(i)
        else { return [] }
        return try NativeCmdlet.complete(c, m, runspace, parameter: parameter, word: word, given: given)
      }
    }
    return []
  }
}
