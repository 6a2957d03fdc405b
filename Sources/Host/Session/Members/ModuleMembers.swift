import Basics
import Engine
import Objects

extension SessionMembers {
  static func registerModule() {
    Catalogue.register(automation + "PSModuleInfo") { t in
      identity(t)
      exports(t)
      parts(t)
      manifestFacts(t)
      behaviour(t)
    }
    Catalogue.register("Microsoft.PowerShell.Commands.ModuleSpecification") { t in
      t.new("(string moduleName)") { .object(try ModuleSpecification.make(from: $0.first ?? .null)) }
      t.new("(hashtable moduleSpecification)") { .object(try ModuleSpecification.make(from: $0.first ?? .null)) }
      t.prop("string Name") { .text(specification($0)?.name) }
      t.prop("version Version") { versionValue(specification($0)?.version) }
      t.prop("string MaximumVersion") { .text(specification($0)?.maximumVersion) }
      t.prop("version RequiredVersion") { versionValue(specification($0)?.requiredVersion) }
      t.prop("System.Object Guid") { guidValue(specification($0)?.guid) }
    }
  }

  private static func module(_ v: Value) -> ModuleInfo { v.asObject(ModuleInfo.self) ?? ModuleInfo(name: "", path: "") }
  private static func specification(_ v: Value) -> ModuleSpecification? { v.asObject(ModuleSpecification.self) }

  private static func guidValue(_ text: String?) -> Value {
    guard let text else { return .null }
    return Operations.tryConvert(.string(text), to: Types.guid) ?? .string(text)
  }

  private static func identity(_ t: TypeBuilder) {
    t.prop("string Name") { .string(module($0).name) }
    t.prop("string Path") { .string(module($0).path) }
    t.prop("string ModuleBase") { .string(module($0).moduleBase) }
    t.prop("version Version") { versionValue(module($0).version) }
    t.prop("guid Guid") { guidValue(module($0).guid) }
    t.prop("System.Management.Automation.ModuleType ModuleType") { v in
      let order: [ModuleType] = [.script, .binary, .manifest, .cim]
      return Enumeration.value("ModuleType", order.firstIndex(of: module(v).moduleType) ?? 0)
    }
    t.prop(
      "string Description", { .string(module($0).descriptionText) },
      set: { v, new in module(v).descriptionText = try Operations.toString(new) })
    t.prop("string Author") { v in module(v).author.isEmpty ? .null : .string(module(v).author) }
    t.prop("string Prefix") { v in module(v).prefix.isEmpty ? .null : .string(module(v).prefix) }
    t.prop(
      "System.Management.Automation.ModuleAccessMode AccessMode",
      { v in Enumeration.value("ModuleAccessMode", module(v).isConstant ? 2 : module(v).isReadOnly ? 1 : 0) },
      set: { v, new in
        let raw = Enumeration.raw(new)
        if module(v).isConstant, raw != 2 {
          throw GuestError.exception(
            "System.Management.Automation.PSInvalidOperationException",
            "Cannot modify module \(module(v).name) because it is constant.")
        }
        module(v).isReadOnly = raw == 1
        module(v).isConstant = raw == 2
      })
    t.prop("string RootModule") { v in module(v).rootModule.isEmpty ? .null : .string(module(v).rootModule) }
    t.prop("string Definition") { v in .string(module(v).body?.bodyText ?? "") }
    t.prop("bool LogPipelineExecutionDetails", { _ in .bool(false) }, set: { _, _ in })
  }

  private static func exports(_ t: TypeBuilder) {
    t.prop("System.Object ExportedCommands") { v in
      let result = Lists.dictionary("CommandInfo")
      for c in module(v).commands { result.set(c.0, .object(c.1)) }
      return .object(result)
    }
    t.prop("System.Object ExportedFunctions") { v in
      let result = Lists.dictionary("FunctionInfo")
      for (name, c) in module(v).commands where c is FunctionInfo { result.set(name, .object(c)) }
      return .object(result)
    }
    t.prop("System.Object ExportedCmdlets") { v in
      let result = Lists.dictionary("CmdletInfo")
      for (name, c) in module(v).commands where c is CmdletInfo { result.set(name, .object(c)) }
      return .object(result)
    }
    t.prop("System.Object ExportedAliases") { v in
      let result = Lists.dictionary("AliasInfo")
      for (name, c) in module(v).commands where c is AliasInfo { result.set(name, .object(c)) }
      return .object(result)
    }
    t.prop("System.Object ExportedVariables") { v in
      let result = Lists.dictionary("PSVariable")
      for x in module(v).exportedVariables { result.set(x.name, .object(x)) }
      for name in module(v).discovered?.variables ?? [] {
        result.set(name, .object(Variable(Symbol(name), .null)))
      }
      return .object(result)
    }
    t.prop("System.Object ExportedDscResources") { _ in Lists.readOnly("string", []) }
    t.prop("System.Object ExperimentalFeatures") { _ in .array([]) }
  }

  private static func parts(_ t: TypeBuilder) {
    t.prop("System.Object NestedModules") { v in
      Lists.readOnly("PSModuleInfo", module(v).nestedModules.map { .object($0) })
    }
    t.prop("System.Object RequiredModules") { v in
      Lists.readOnly("PSModuleInfo", module(v).requiredModules.map { .object($0) })
    }
    t.prop("System.Object Scripts") { .strings(module($0).scripts) }
    t.prop("System.Object FileList") { .strings(files(module($0), "FileList")) }
    t.prop("System.Object RequiredAssemblies") { .strings(texts(module($0), "RequiredAssemblies")) }
    t.prop("System.Object ExportedFormatFiles") { v in
      Lists.readOnly("string", files(module(v), "FormatsToProcess").map { .string($0) })
    }
    t.prop("System.Object ExportedTypeFiles") { v in
      Lists.readOnly("string", files(module(v), "TypesToProcess").map { .string($0) })
    }
    t.prop("System.Object ModuleList") { v in
      guard let list = module(v).manifest?.get("ModuleList"), !list.isNull else { return .array([]) }
      return .array(list.asObject(PSArray.self)?.elements ?? [list])
    }
    t.prop("System.Reflection.Assembly ImplementingAssembly") { _ in .null }
  }

  private static func manifestFacts(_ t: TypeBuilder) {
    for key in ["CompanyName", "Copyright", "HelpInfoUri", "PowerShellHostName"] {
      t.prop("string \(key)") { .text(text(module($0), key)) }
    }
    for key in ["PowerShellVersion", "PowerShellHostVersion", "DotNetFrameworkVersion", "ClrVersion"] {
      t.prop("version \(key)") { versionValue(text(module($0), key)) }
    }
    t.prop("System.Object CompatiblePSEditions") { v in
      let m = module(v)
      return .strings(m.isEngine ? ["Core"] : texts(m, "CompatiblePSEditions"))
    }
    t.prop("System.Reflection.ProcessorArchitecture ProcessorArchitecture") { _ in
      .object(EnumValue(Types.named("System.Reflection.ProcessorArchitecture"), 0))
    }
    t.prop("System.Object PrivateData", { module($0).privateData }, set: { v, new in module(v).privateData = new })
    t.prop("System.Object Tags") { v in
      guard let d = psData(module(v))?.get("Tags"), !d.isNull else { return .strings([]) }
      return .strings((d.asObject(PSArray.self)?.elements ?? [d]).compactMap { try? Operations.toString($0) })
    }
    t.prop("string ReleaseNotes") { v in psText(module(v), "ReleaseNotes") }
    for key in ["ProjectUri", "LicenseUri", "IconUri"] {
      t.prop("uri \(key)") { v in
        let text = psText(module(v), key)
        return text.isNull ? .null : Operations.tryConvert(text, to: Types.uri) ?? text
      }
    }
    t.prop("uri RepositorySourceLocation") { _ in .null }
  }

  private static func behaviour(_ t: TypeBuilder) {
    t.prop(
      "System.Management.Automation.SessionState SessionState",
      { module($0).sessionState.map { .object($0) } ?? .null })
    t.prop(
      "scriptblock OnRemove", { module($0).onRemove.map { .object($0) } ?? .null },
      set: { v, new in module(v).onRemove = new.asObject(ScriptBlock.self) })
    t.method("System.Object Invoke(scriptblock scriptBlock, params System.Object[] arguments)") { v, a in
      guard let block = a.first?.asObject(ScriptBlock.self) else { return .null }
      let arguments = a.count > 1 ? a[1].asObject(PSArray.self)?.elements ?? Array(a.dropFirst()) : []
      let bound = block.bound(to: module(v).sessionState)
      let values = try CurrentRunspace.invoker?.invoke(bound, arguments: arguments, this: nil, underscore: nil) ?? []
      return values.count == 1 ? values[0] : values.isEmpty ? .null : .array(values)
    }
    t.method("scriptblock NewBoundScriptBlock(scriptblock scriptBlockToBind)") { v, a in
      guard let block = a.first?.asObject(ScriptBlock.self), let state = module(v).sessionState else {
        throw GuestError.runtime(
          "CantInvokeInBinaryModule",
          "Cannot bind a script block to the module '\(module(v).name)', which has no session state.")
      }
      return .object(block.bound(to: state))
    }
    t.method("psobject AsCustomObject()") { v, _ in ModuleObjects.customObject(of: module(v)) }
    t.method("psmoduleinfo Clone()") { v, _ in v }
    t.method("System.Object GetExportedTypeDefinitions()") { _, _ in .object(PSDictionary(ignoreCase: true)) }
    t.method("System.Object GetVariableFromCallersModule(string variableName)") { _, a in
      let name = Symbol(a.first?.stringOrNil ?? "")
      return Runspace.current?.currentScope.findVariable(name).map { .object($0) } ?? .null
    }
    t.new("(bool linkToGlobal)") { _ in .object(emptyModule()) }
    t.new("(scriptblock scriptBlock)") { a in
      guard let block = a.first?.asObject(ScriptBlock.self), let runspace = Runspace.current else { return .null }
      return .object(try CommandDiscovery.of(runspace).makeModule(named: "", block))
    }
  }

  private static func emptyModule() -> ModuleInfo {
    let m = ModuleInfo(name: "", path: "")
    if let runspace = Runspace.current {
      let state = SessionState(parent: runspace.globalState.rootScope)
      state.module = m
      m.sessionState = state
    }
    return m
  }

  // MARK: - Reading the manifest's data

  private static func text(_ m: ModuleInfo, _ key: String) -> String? {
    guard let v = m.manifest?.get(key), !v.isNull else { return nil }
    return try? Operations.toString(v)
  }

  private static func texts(_ m: ModuleInfo, _ key: String) -> [String] {
    guard let v = m.manifest?.get(key), !v.isNull else { return [] }
    return (v.asObject(PSArray.self)?.elements ?? [v]).compactMap { try? Operations.toString($0) }
  }

  private static func files(_ m: ModuleInfo, _ key: String) -> [String] {
    texts(m, key).map { PathText.isRooted($0) ? $0 : PathText.normalise(PathText.join(m.moduleBase, $0)) }
  }

  private static func psData(_ m: ModuleInfo) -> PSDictionary? {
    m.privateData.asObject(PSDictionary.self)?.get("PSData")?.asObject(PSDictionary.self)
  }

  private static func psText(_ m: ModuleInfo, _ key: String) -> Value {
    guard let v = psData(m)?.get(key), !v.isNull else { return .null }
    return (try? Operations.toString(v)).map { .string($0) } ?? .null
  }
}

extension ModuleInfo {
  /// Exported commands by the name they have outside: functions under their prefix, then cmdlets, then aliases.
  var commands: [(String, CommandInfo)] {
    var result: [(String, CommandInfo)] = exportedCmdlets.map { (ExportName.of($0), $0) }
    result += exportedFunctions.map { (ExportName.of($0), $0) }
    result += exportedAliases.map { ($0.name, $0) }
    if let stubs = discovered { result += Stubs.commands(stubs, of: self).map { ($0.name, $0) } }
    return result
  }
}
