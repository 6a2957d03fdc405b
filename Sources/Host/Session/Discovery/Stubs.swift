import Basics
import Engine
import Objects

/// Commands of modules that are not loaded: a name, a kind and a module, no more (rule 148).
enum Stubs {
  /// The stub of one export.
  static func command(_ export: ModuleAnalysis.Export, module: String, version: String) -> CommandInfo? {
    let result: CommandInfo
    switch export.kind {
    case .function: result = FunctionInfo(export.name, emptyBlock)
    case .cmdlet: result = cmdlet(export.name)
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
      let stub = command(export, module: module.name, version: module.version)
      stub?.module = module
      return stub
    }
  }

  private static func cmdlet(_ name: String) -> CmdletInfo {
    CmdletInfo(
      name, className: "", metadata: { CommandMetadata(name) },
      make: { throw CommandErrors.notFound(name) })
  }

  // One block serves every stub: it has no parameters and does nothing.
  nonisolated(unsafe) private static let emptyBlock = ScriptText.block("")
}
