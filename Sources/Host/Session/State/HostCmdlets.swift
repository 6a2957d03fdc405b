import Basics
import Engine
import Objects

/// The commands compiled into the host, by name and by engine module.
///
/// Rooms register theirs once at start; parameters come from the command table when somebody asks.
public enum HostCmdlets {
  /// One registered command.
  struct Registration {
    let name: String
    let module: String
    let className: String
    let make: () -> Cmdlet
    /// Parameters of a command the table does not know.
    let metadata: (() -> CommandMetadata)?
  }

  /// The module whose cmdlets are always loaded.
  static let core = "Microsoft.PowerShell.Core"

  // Written at start by the engine's one thread.
  nonisolated(unsafe) private static var byName: [Symbol: Registration] = [:]
  nonisolated(unsafe) private static var byModule: [Symbol: [Registration]] = [:]

  /// Registers a command of an engine module; `className` defaults to the one of the command table.
  public static func register(
    name: String, module: String, className: String? = nil, make: @escaping () -> Cmdlet
  ) {
    add(name: name, module: module, className: className, metadata: nil, make: make)
  }

  /// Registers a command with parameters of its own, which the command table does not know.
  public static func register(
    name: String, module: String, className: String, metadata: @escaping () -> CommandMetadata,
    make: @escaping () -> Cmdlet
  ) {
    add(name: name, module: module, className: className, metadata: metadata, make: make)
  }

  private static func add(
    name: String, module: String, className: String?, metadata: (() -> CommandMetadata)?,
    make: @escaping () -> Cmdlet
  ) {
    let known = className ?? CommandTable.entry(name)?.className ?? name
    let r = Registration(name: name, module: module, className: known, make: make, metadata: metadata)
    byName[Symbol(name)] = r
    byModule[Symbol(module), default: []].append(r)
  }

  /// The registration of a name.
  static func registration(_ name: String) -> Registration? { byName[Symbol(name)] }

  /// The commands of a module in order of registration.
  static func commands(of module: String) -> [Registration] { byModule[Symbol(module)] ?? [] }

  /// Makes the command of a registration.
  static func command(_ r: Registration) -> CmdletInfo {
    CmdletInfo(
      r.name, className: r.className,
      metadata: { r.metadata?() ?? CommandTable.metadata(r.name) ?? CommandMetadata(r.name) }, make: r.make)
  }
}
