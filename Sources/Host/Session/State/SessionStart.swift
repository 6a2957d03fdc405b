import Basics
import Engine
import Glibc
import Objects
import Processes

/// Makes a runspace a session: its resolver, drives, default aliases, functions and variables.
public enum SessionStart {
  /// Sets up a runspace; `home` is the folder of the host (`$PSHOME`).
  ///
  /// Rooms register their cmdlets with `HostCmdlets` before this.
  @discardableResult
  public static func prepare(_ runspace: Runspace, home: String) -> CommandDiscovery {
    ModulePath.home = home
    ModulePath.initialize()
    SessionMembers.register()
    SessionCmdlets.register()
    let discovery = CommandDiscovery(runspace)
    runspace.resolver = discovery
    EngineIntrinsics.install(in: runspace.globalState, runspace)
    runspace.drives["function"] = FunctionDrive()
    runspace.drives["alias"] = AliasDrive()
    runspace.drives["variable"] = VariableNameDrive()
    runspace.drives["env"] = EnvironmentDrive()
    runspace.usingModuleHook = { [unowned discovery] specification, file, state in
      try discovery.importUsed(specification, from: file, into: state)
    }
    addCore(runspace)
    addAliases(runspace)
    DefaultFunctions.define(in: runspace)
    DefaultVariables.define(in: runspace)
    return discovery
  }

  /// The cmdlets of Microsoft.PowerShell.Core, which are always there.
  private static func addCore(_ runspace: Runspace) {
    for r in HostCmdlets.commands(of: HostCmdlets.core) {
      let c = HostCmdlets.command(r)
      c.moduleNameOverride = HostCmdlets.core
      runspace.globalState.cmdlets[Symbol(r.name)] = [c]
    }
  }

  private static func addAliases(_ runspace: Runspace) {
    let root: Scope = runspace.globalState.rootScope
    for a in FactTables.aliases where a.module.isEmpty {
      root.aliases[Symbol(a.name)] = AliasInfo(a.name, target: a.target, options: a.options)
    }
  }
}

/// The variables every session starts with.
enum DefaultVariables {
  static func define(in runspace: Runspace) {
    let root: Scope = runspace.globalState.rootScope
    func add(_ name: String, _ value: Value, _ options: ItemOptions = []) {
      guard root.variables[Symbol(name)] == nil else { return }
      let v = Variable(Symbol(name), value, options: options)
      if let e = value.asObject(EnumValue.self) { v.constrain(to: e.type) }
      root.variables[v.symbol] = v
    }
    addPreferences(add)
    addFacts(add)
    for (symbol, text) in FactTables.variableDescriptions where !text.isEmpty {
      root.variables[symbol]?.descriptionText = text
    }
  }

  private static func addPreferences(_ add: (String, Value, ItemOptions) -> Void) {
    let preferences: [(String, Int)] = [
      ("ErrorActionPreference", 2), ("WarningPreference", 2), ("VerbosePreference", 0), ("DebugPreference", 0),
      ("InformationPreference", 0), ("ProgressPreference", 2),
    ]
    for (name, raw) in preferences { add(name, Enumeration.value("ActionPreference", raw), []) }
    add("ConfirmPreference", Enumeration.value("ConfirmImpact", 3), [])
    add("WhatIfPreference", .bool(false), [])
    add("ErrorView", Enumeration.value("ErrorView", 2), [])
    add("FormatEnumerationLimit", .int(4), [])
    add("MaximumHistoryCount", .int(4096), [])
    add("NestedPromptLevel", .int(0), [])
    add("PSEmailServer", .string(""), [])
    add("PSNativeCommandArgumentPassing", Enumeration.value("NativeArgumentPassingStyle", 1), [])
    add("PSNativeCommandUseErrorActionPreference", .bool(false), [])
    add("PSSessionApplicationName", .string("wsman"), [])
    add("PSSessionConfigurationName", .string("http://schemas.microsoft.com/powershell/Microsoft.PowerShell"), [])
    let defaults = TypeResolver.resolve("System.Management.Automation.DefaultParameterDictionary", usingNamespaces: [])
    add("PSDefaultParameterValues", .object(PSDictionary(defaults)), [])
  }

  private static func addFacts(_ add: (String, Value, ItemOptions) -> Void) {
    let home = Environment.get("HOME") ?? "/"
    add("true", .bool(true), [.constant, .allScope])
    add("false", .bool(false), [.constant, .allScope])
    add("null", .null, [.constant, .allScope])
    add("HOME", .string(home), [.readOnly, .allScope])
    add("IsCoreCLR", .bool(true), [.readOnly, .allScope])
    add("IsLinux", .bool(true), [.readOnly, .allScope])
    add("IsMacOS", .bool(false), [.readOnly, .allScope])
    add("IsWindows", .bool(false), [.readOnly, .allScope])
    add("PID", .int(getpid()), [.constant, .allScope])
    add("PSCulture", .string("en-US"), [.readOnly, .allScope])
    add("PSUICulture", .string("en-US"), [.readOnly, .allScope])
    add("PSEdition", .string("Core"), [.constant, .allScope])
    add("PSHOME", .string(ModulePath.home), [.constant, .allScope])
    add("ShellId", .string("Microsoft.PowerShell"), [.constant, .allScope])
    add("EnabledExperimentalFeatures", .array([]), [.constant, .allScope])
    let configuration = Environment.get("XDG_CONFIG_HOME") ?? home + "/.config"
    add("PROFILE", .string(configuration + "/powershell/Microsoft.PowerShell_profile.ps1"), [])
    add("PSVersionTable", .object(versionTable()), [.constant, .allScope])
  }

  private static func versionTable() -> PSDictionary {
    let type = TypeResolver.resolve("System.Management.Automation.PSVersionHashTable", usingNamespaces: [])
    let table = PSDictionary(type ?? Types.hashtable)
    let versions: [Value] = ["1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"].compactMap { version($0) }
    table.set("PSVersion", .object(SemanticVersionObject(7, 6, 5)))
    table.set("PSEdition", .string("Core"))
    table.set("GitCommitId", .string(HostFacts.versionText))
    table.set("OS", .string(SystemFacts.operatingSystem))
    table.set("Platform", .string("Unix"))
    table.set("PSCompatibleVersions", .object(PSArray(versions, of: Types.version)))
    table.set("PSRemotingProtocolVersion", version("2.4") ?? .null)
    table.set("SerializationVersion", version("1.1.0.1") ?? .null)
    table.set("WSManStackVersion", version("3.0") ?? .null)
    return table
  }

  private static func version(_ text: String) -> Value? { (try? VersionObject.parse(text)).map { .object($0) } }
}

/// What the system says it is.
enum SystemFacts {
  /// PRETTY_NAME of os-release, as `$PSVersionTable.OS` shows it.
  static let operatingSystem: String = {
    for path in ["/etc/os-release", "/usr/lib/os-release"] {
      guard let bytes = FileBytes.read(path) else { continue }
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where line.hasPrefix("PRETTY_NAME=") {
        return line.dropFirst(12).filter { $0 != "\"" }
      }
    }
    return "Linux"
  }()
}
