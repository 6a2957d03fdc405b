import Basics
import Engine
import Objects

/// Commands of modules that are not loaded: a name, a kind and a module (rule 148).
///
/// A cmdlet of a native library also has its parameters: they are read from the library's note when somebody asks.
enum Stubs {
  /// The stub of one export; `path` is the module's file, when there is one to read.
  static func command(
    _ export: ModuleAnalysis.Export, module: String, version: String, path: String? = nil
  ) -> CommandInfo? {
    let result: CommandInfo
    switch export.kind {
    case .function: result = FunctionInfo(export.name, emptyBlock)
    case .cmdlet: result = cmdlet(export.name, path)
    case .alias: result = AliasInfo(export.name, target: "")
    case .pathScript: return nil
    }
    result.moduleNameOverride = module
    result.versionOverride = version
    return result
  }

  /// The stubs of a listed module's exports.
  static func commands(_ exports: ExportList, of module: ModuleInfo) -> [CommandInfo] {
    var list: [ModuleAnalysis.Export] = []
    list += exports.functions.map { .init(name: $0, kind: .function) }
    list += exports.cmdlets.map { .init(name: $0, kind: .cmdlet) }
    list += exports.aliases.map { .init(name: $0, kind: .alias) }
    return list.compactMap { export in
      let stub = command(export, module: module.name, version: module.version, path: module.path)
      stub?.module = module
      return stub
    }
  }

  private static func cmdlet(_ name: String, _ path: String?) -> CmdletInfo {
    CmdletInfo(
      name, className: "",
      metadata: { path.flatMap { declared(name, in: $0, depth: 0) } ?? CommandMetadata(name) },
      make: { throw CommandErrors.notFound(name) })
  }

  /// What the note of a library, or of a library that a manifest names, declares for a command; nothing is loaded.
  private static func declared(_ name: String, in path: String, depth: Int) -> CommandMetadata? {
    if PathText.hasExtension(path, ".so") {
      let commands = (try? NativeModules.provider?.describe(path)) ?? []
      return commands.first { Ordinal.equalsIgnoreCase($0.name, name) }
    }
    guard depth < 4, PathText.hasExtension(path, ".psd1"), let manifest = try? Manifest.read(path) else { return nil }
    var parts = (try? manifest.specifications("NestedModules"))?.map(\.name) ?? []
    if let root = manifest.rootModule { parts.insert(root, at: 0) }
    for part in parts {
      guard let file = ModuleFiles.partFile(part, base: manifest.base), file != path else { continue }
      if let found = declared(name, in: file, depth: depth + 1) { return found }
    }
    return nil
  }

  // One block serves every stub: it has no parameters and does nothing.
  nonisolated(unsafe) private static let emptyBlock = ScriptText.block("")
}
