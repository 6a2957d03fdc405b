import Basics
import Engine
import Objects

/// A module that is part of the host: loaded, qualified and removed like any other (rule 144).
struct EngineModule {
  let name: String
  let version: String
  let guid: String
  let moduleType: ModuleType
  let description: String

  /// Where PowerShell has its manifest.
  var path: String { "\(ModulePath.system)/\(name)/\(name).psd1" }
  var base: String { ModulePath.system + "/" + name }

  /// Names of its commands.
  var commands: [HostCmdlets.Registration] { HostCmdlets.commands(of: name) }
  var aliases: [FactTables.Alias] { FactTables.aliases.filter { Ordinal.equalsIgnoreCase($0.module, name) } }
}

/// The engine's own modules but Core, which is no module to scripts.
enum EngineModules {
  /// In alphabetical order.
  static let all: [EngineModule] = [
    EngineModule(
      name: "Microsoft.PowerShell.Archive", version: "1.2.5", guid: "eb74e8da-9ae2-482a-a648-e96550fb8733",
      moduleType: .script,
      description: "PowerShell module for working with ZIP archives."),
    EngineModule(
      name: "Microsoft.PowerShell.Host", version: "7.0.0.0", guid: "56d66100-99a0-4ffc-a12d-eee9a6718aef",
      moduleType: .manifest, description: ""),
    EngineModule(
      name: "Microsoft.PowerShell.Management", version: "7.0.0.0", guid: "eefcb906-b326-4e99-9f54-8b4bb6ef3c6d",
      moduleType: .manifest, description: ""),
    EngineModule(
      name: "Microsoft.PowerShell.Security", version: "7.0.0.0", guid: "a94c8c7e-9810-47c0-b8af-65089c13a35a",
      moduleType: .manifest, description: ""),
    EngineModule(
      name: "Microsoft.PowerShell.ThreadJob", version: "2.2.0", guid: "0e7b895d-2fec-43f7-8cae-11e8d16f6e40",
      moduleType: .binary, description: "PowerShell ThreadJob module."),
    EngineModule(
      name: "Microsoft.PowerShell.Utility", version: "7.0.0.0", guid: "1da87e53-152b-403e-98dc-74d7b4d63d59",
      moduleType: .manifest, description: ""),
  ]

  /// The module of that name, if any of its commands exist in this host.
  static func named(_ name: String) -> EngineModule? {
    all.first { Ordinal.equalsIgnoreCase($0.name, name) && !$0.commands.isEmpty }
  }

  /// The modules this host has commands of.
  static var present: [EngineModule] { all.filter { !$0.commands.isEmpty } }

  /// The module whose manifest would be that file.
  static func at(path: String) -> EngineModule? { present.first { $0.path == path || $0.base == path } }

  /// The module that exports a command or alias.
  static func exporter(of name: String) -> EngineModule? {
    if let r = HostCmdlets.registration(name), r.module != HostCmdlets.core { return named(r.module) }
    for alias in FactTables.aliases where !alias.module.isEmpty && Ordinal.equalsIgnoreCase(alias.name, name) {
      return named(alias.module)
    }
    return nil
  }
}
