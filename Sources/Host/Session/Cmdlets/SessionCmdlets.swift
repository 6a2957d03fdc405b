import Basics
import Engine
import Objects

/// Registers the commands of this room.
enum SessionCmdlets {
  // Set once by the engine's one thread.
  nonisolated(unsafe) private static var isRegistered = false

  static func register() {
    if isRegistered { return }
    isRegistered = true
    let core = HostCmdlets.core
    HostCmdlets.register(name: "Get-Command", module: core) { GetCommand() }
    HostCmdlets.register(name: "Import-Module", module: core) { ImportModule() }
    HostCmdlets.register(name: "Remove-Module", module: core) { RemoveModule() }
    HostCmdlets.register(name: "Get-Module", module: core) { GetModule() }
    HostCmdlets.register(name: "New-Module", module: core) { NewModule() }
    HostCmdlets.register(name: "Export-ModuleMember", module: core) { ExportModuleMember() }
    HostCmdlets.register(name: "New-ModuleManifest", module: core) { NewModuleManifest() }
    HostCmdlets.register(name: "Test-ModuleManifest", module: core) { TestModuleManifest() }
    let utility = "Microsoft.PowerShell.Utility"
    HostCmdlets.register(name: "Get-Alias", module: utility) { GetAlias() }
    HostCmdlets.register(name: "Set-Alias", module: utility) { SetAlias() }
    HostCmdlets.register(name: "New-Alias", module: utility) { NewAlias() }
    HostCmdlets.register(name: "Remove-Alias", module: utility) { RemoveAlias() }
    HostCmdlets.register(name: "Export-Alias", module: utility) { ExportAlias() }
    HostCmdlets.register(name: "Import-Alias", module: utility) { ImportAlias() }
  }
}

extension Cmdlet {
  /// The discovery of the runspace the command runs in.
  func discovery() throws -> CommandDiscovery { try CommandDiscovery.of(engine) }

  /// The session state of the caller.
  var callerState: SessionState { runtime.scope.sessionState }

  /// Module specifications of a parameter.
  func specifications(_ name: String) throws -> [ModuleSpecification] {
    let v = arg(name)
    if v.isNull { return [] }
    let items = v.asObject(PSArray.self)?.elements ?? [v]
    return try items.map { try ModuleSpecification.make(from: $0) }
  }

  /// The texts of a list parameter, nil when it was not given.
  func list(_ name: String) -> [String]? { has(name) ? strings(name) : nil }

  /// The scope named by a -Scope parameter: a name or a number of steps up.
  func scope(_ text: String?) throws -> Scope {
    let here = runtime.scope
    guard let text, !text.isEmpty else { return here }
    switch CaseFold.folded(text) {
    case "GLOBAL": return engine.globalState.rootScope
    case "SCRIPT": return here.scriptScope
    case "LOCAL", "PRIVATE": return here
    default: break
    }
    guard let steps = Int(text), steps >= 0 else {
      throw GuestError(
        error(
          "Argument", "The scope number or name '\(text)' is not valid.", .InvalidArgument, target: .string(text),
          type: "System.Management.Automation.PSArgumentException"))
    }
    var scope = here
    for _ in 0..<steps {
      guard let parent = scope.parent else {
        throw GuestError(
          error(
            "ArgumentOutOfRange", "The scope number '\(text)' exceeds the number of active scopes.", .InvalidArgument,
            target: .string(text), type: "System.Management.Automation.PSArgumentOutOfRangeException"))
      }
      scope = parent
    }
    return scope
  }
}
