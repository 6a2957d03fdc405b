import Basics
import Objects

/// What a module is made of.
public enum ModuleType: String, Sendable {
  case script = "Script", binary = "Binary", manifest = "Manifest", cim = "Cim"
}

/// A module: what Get-Module shows, loaded or only discovered.
public final class ModuleInfo: Obj {
  public var name: String
  public var path: String
  public var moduleBase = ""
  public var version = "0.0"
  public var guid = "00000000-0000-0000-0000-000000000000"
  public var moduleType: ModuleType = .script
  public var descriptionText = ""
  public var author = ""
  public var prefix = ""
  /// The module's own tables; nil for binary modules and ones that are only discovered.
  public var sessionState: SessionState?
  public var isLoaded = false
  public var isReadOnly = false
  public var isConstant = false
  public var onRemove: ScriptBlock?
  public var privateData: Value = .null
  /// The manifest's data, for properties that are only shown.
  public var manifest: PSDictionary?
  public var nestedModules: [ModuleInfo] = []
  public var requiredModules: [ModuleInfo] = []
  public var exportedFunctions: [FunctionInfo] = []
  public var exportedCmdlets: [CmdletInfo] = []
  public var exportedAliases: [AliasInfo] = []
  public var exportedVariables: [Variable] = []
  /// Exported names of a module that is only discovered.
  public var discovered: ExportList?
  /// The native library behind a binary module, owned by the module loader.
  public var library: AnyObject?
  /// The manifest a module came from; `path` is then its root module's file.
  public var manifestPath: String?
  /// The root module as the manifest names it.
  public var rootModule = ""
  /// Scripts of ScriptsToProcess.
  public var scripts: [String] = []
  /// Whether New-Module made it.
  public var isDynamic = false
  /// Whether it belongs to the host itself.
  public var isEngine = false
  /// The body of a script module, for the classes it defines.
  public var body: ScriptBlock?
  public init(name: String, path: String) {
    self.name = name
    self.path = path
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSModuleInfo") }
  public override func text() throws -> String? { name }
}
