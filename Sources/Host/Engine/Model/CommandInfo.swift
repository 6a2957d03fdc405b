import Basics
import Objects

/// The kinds of command, with PowerShell's numbers.
public enum CommandType: Int, Sendable {
  case alias = 1, function = 2, filter = 4, cmdlet = 8, externalScript = 16, application = 32, script = 64
  case configuration = 256
}

/// A command as `Get-Command` shows it and `&` runs it.
open class CommandInfo: Obj {
  public var name: String
  public let commandType: CommandType
  /// The defining module; nil for session commands and applications.
  public var module: ModuleInfo?
  /// The name of a module that is not loaded, for entries that come from discovery.
  public var moduleNameOverride: String?
  /// The version of that module.
  public var versionOverride: String?
  public var isPublic = true
  public init(_ name: String, _ type: CommandType) {
    self.name = name
    commandType = type
  }
  public var moduleName: String { module?.name ?? moduleNameOverride ?? "" }
  /// The name as imported with a prefix, if any.
  public var prefix = ""
  /// Parameter sets and parameters; may compile the body or read a module's note.
  open func metadata() throws -> CommandMetadata? { nil }
  open var definition: String { "" }
  open override func text() throws -> String? { name }
}

/// An alias: a name for another command, looked up again at each use (rules 19-22).
public final class AliasInfo: CommandInfo {
  public var target: String
  public var options: ItemOptions
  public var descriptionText = ""
  public init(_ name: String, target: String, options: ItemOptions = []) {
    self.target = target
    self.options = options
    super.init(name, .alias)
  }
  public override var definition: String { target }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.AliasInfo") }
}

/// A function or filter; live: redefinition in place changes what saved references run (rule 111b).
public final class FunctionInfo: CommandInfo {
  public var scriptBlock: ScriptBlock
  public var options: ItemOptions
  public var descriptionText = ""
  public init(_ name: String, _ block: ScriptBlock, options: ItemOptions = [], isFilter: Bool = false) {
    scriptBlock = block
    self.options = options
    super.init(name, isFilter ? .filter : .function)
  }
  public override func metadata() throws -> CommandMetadata? { try scriptBlock.commandMetadata() }
  public override var definition: String { scriptBlock.bodyText }
  public override var typeInfo: TypeInfo {
    Types.named("System.Management.Automation." + (commandType == .filter ? "FilterInfo" : "FunctionInfo"))
  }
}

/// A cmdlet: compiled into the host, or made by a native module.
public final class CmdletInfo: CommandInfo {
  /// The name of the implementing class, for error ids.
  public let className: String
  public let declaration: () throws -> CommandMetadata
  public let make: () throws -> Cmdlet
  private var cached: CommandMetadata?
  public var options: ItemOptions = []
  public init(
    _ name: String, className: String, metadata: @escaping () throws -> CommandMetadata,
    make: @escaping () throws -> Cmdlet
  ) {
    self.className = className
    declaration = metadata
    self.make = make
    super.init(name, .cmdlet)
  }
  public override func metadata() throws -> CommandMetadata? {
    if let c = cached { return c }
    let c = try declaration()
    cached = c
    return c
  }
  public override var definition: String { name }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CmdletInfo") }
}

/// A `.ps1` file.
public final class ExternalScriptInfo: CommandInfo {
  public let path: String
  public var scriptBlock: ScriptBlock?
  public init(_ name: String, path: String) {
    self.path = path
    super.init(name, .externalScript)
  }
  public override var definition: String { path }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ExternalScriptInfo") }
}

/// A native executable.
public final class ApplicationInfo: CommandInfo {
  public let path: String
  public init(_ name: String, path: String) {
    self.path = path
    super.init(name, .application)
  }
  public override var definition: String { path }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ApplicationInfo") }
}
