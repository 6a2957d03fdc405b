import Basics
import Engine
import Objects

/// Members of commands, parameters and modules as scripts see them.
enum SessionMembers {
  // Set once by the engine's one thread.
  nonisolated(unsafe) private static var isRegistered = false

  /// Declares them in the catalogue.
  static func register() {
    if isRegistered { return }
    isRegistered = true
    SessionEnums.register()
    registerVariable()
    registerCommand()
    registerAlias()
    registerFunction()
    registerCmdlet()
    registerFiles()
    registerParameters()
    registerModule()
    registerIntrinsics()
    registerLookups()
    CommandExplanation.register()
  }

  static let automation = "System.Management.Automation."

  private static func registerCommand() {
    Catalogue.register(automation + "CommandInfo") { t in
      t.prop("string Name") { .string(command($0).name) }
      t.prop("System.Management.Automation.CommandTypes CommandType") {
        Enumeration.value("CommandTypes", command($0).commandType.rawValue)
      }
      t.prop("string Source") { .string(CommandFacts.source(command($0))) }
      t.prop("version Version") { versionValue(CommandFacts.version(command($0))) }
      t.prop("string Definition") { .string(command($0).definition) }
      t.prop(
        "System.Management.Automation.SessionStateEntryVisibility Visibility",
        { Enumeration.value("SessionStateEntryVisibility", command($0).isPublic ? 0 : 1) },
        set: { v, new in
          command(v).isPublic = Enumeration.raw(new) == 0
          Runspace.current?.commandEpoch &+= 1
        })
      t.prop("string ModuleName") { .string(command($0).moduleName) }
      t.prop("psmoduleinfo Module") { command($0).module.map { .object($0) } ?? .null }
      t.prop("System.Management.Automation.RemotingCapability RemotingCapability") { _ in
        Enumeration.value("RemotingCapability", 1)
      }
      t.prop("System.Object Parameters") { try parameters(command($0)) }
      t.prop("System.Object ParameterSets") { try parameterSets(command($0)) }
      t.prop("System.Object OutputType") { v in
        let names = try CommandFacts.metadata(command(v))?.outputTypes ?? []
        return Lists.readOnly("PSTypeName", names.map { .object(TypeNameObject($0)) })
      }
      t.method("ParameterMetadata ResolveParameter(string name)") { v, a in
        let name = a.first?.stringOrNil ?? ""
        let all = try CommandFacts.parameters(command(v)) ?? []
        let exact = all.first { Ordinal.equalsIgnoreCase($0.name, name) }
        return (exact ?? all.first { Ordinal.hasPrefix($0.name, name, ignoreCase: true) }).map { .object($0) } ?? .null
      }
    }
  }

  private static func registerAlias() {
    Catalogue.register(automation + "AliasInfo") { t in
      t.prop("System.Management.Automation.CommandInfo ReferencedCommand") { v in
        v.asObject(AliasInfo.self).flatMap { CommandFacts.referenced($0) }.map { .object($0) } ?? .null
      }
      t.prop("System.Management.Automation.CommandInfo ResolvedCommand") { v in
        v.asObject(AliasInfo.self).flatMap { CommandFacts.resolved($0) }.map { .object($0) } ?? .null
      }
      t.prop("string ResolvedCommandName") { v in
        v.asObject(AliasInfo.self).flatMap { CommandFacts.resolved($0) }.map { .string($0.name) } ?? .null
      }
      t.prop("string DisplayName") { v in
        guard let a = v.asObject(AliasInfo.self) else { return .null }
        return .string(a.name + " -> " + (CommandFacts.resolved(a)?.name ?? a.target))
      }
      t.prop(
        "string Description", { .string($0.asObject(AliasInfo.self)?.descriptionText ?? "") },
        set: { v, new in v.asObject(AliasInfo.self)?.descriptionText = try Operations.toString(new) })
      options(t, { $0.asObject(AliasInfo.self)?.options ?? [] }) { $0.asObject(AliasInfo.self)?.options = $1 }
    }
  }

  private static func registerFunction() {
    Catalogue.register(automation + "FunctionInfo") { t in
      verbAndNoun(t)
      t.prop("scriptblock ScriptBlock") { $0.asObject(FunctionInfo.self).map { .object($0.scriptBlock) } ?? .null }
      t.prop("bool CmdletBinding") { v in
        .bool(try v.asObject(FunctionInfo.self)?.metadata()?.isCmdletStyle ?? false)
      }
      t.prop("string DefaultParameterSet") { .text(try command($0).metadata()?.defaultSet) }
      t.prop(
        "string Description", { .string($0.asObject(FunctionInfo.self)?.descriptionText ?? "") },
        set: { v, new in v.asObject(FunctionInfo.self)?.descriptionText = try Operations.toString(new) })
      t.prop("string HelpFile") { _ in .null }
      options(t, { $0.asObject(FunctionInfo.self)?.options ?? [] }) { $0.asObject(FunctionInfo.self)?.options = $1 }
    }
  }

  private static func registerCmdlet() {
    Catalogue.register(automation + "CmdletInfo") { t in
      verbAndNoun(t)
      t.prop("string DefaultParameterSet") { .text(try command($0).metadata()?.defaultSet) }
      t.prop("string Definition") { v in
        .text(try v.asObject(CmdletInfo.self).map { try CommandSyntax.definition(of: $0) })
      }
      t.prop("type ImplementingType") { v in
        guard let c = v.asObject(CmdletInfo.self), !c.className.isEmpty else { return .null }
        return Types.named(c.className).asValue
      }
      t.prop("string HelpFile") { v in
        guard let c = v.asObject(CmdletInfo.self), !c.className.isEmpty else { return .null }
        return .string(
          (c.moduleName == HostCmdlets.core ? "System.Management.Automation" : c.moduleName) + ".dll-Help.xml")
      }
      t.prop("System.Object PSSnapIn") { _ in .null }
      options(t, { $0.asObject(CmdletInfo.self)?.options ?? [] }) { $0.asObject(CmdletInfo.self)?.options = $1 }
    }
  }

  private static func registerFiles() {
    Catalogue.register(automation + "ExternalScriptInfo") { t in
      t.prop("string Path") { .text($0.asObject(ExternalScriptInfo.self)?.path) }
      t.prop("string ScriptContents") { v in
        guard let s = v.asObject(ExternalScriptInfo.self), let bytes = FileBytes.read(s.path) else { return .null }
        return .string(String(decoding: bytes, as: UTF8.self))
      }
      t.prop("scriptblock ScriptBlock") { v in
        guard let s = v.asObject(ExternalScriptInfo.self) else { return .null }
        return try Runspace.current.map { .object(try $0.load(s)) } ?? .null
      }
      t.prop("System.Text.Encoding OriginalEncoding") { _ in .null }
    }
    Catalogue.register(automation + "ApplicationInfo") { t in
      t.prop("string Path") { .text($0.asObject(ApplicationInfo.self)?.path) }
      t.prop("string Extension") { v in .string(PathText.ext(v.asObject(ApplicationInfo.self)?.path ?? "")) }
    }
  }

  // MARK: - Pieces

  static func command(_ v: Value) -> CommandInfo {
    v.asObject(CommandInfo.self) ?? CommandInfo("", .script)
  }

  private static func verbAndNoun(_ t: TypeBuilder) {
    t.prop("string Verb") { .string(CommandFacts.verb(command($0).name)) }
    t.prop("string Noun") { .string(CommandFacts.noun(command($0).name)) }
  }

  private static func options(
    _ t: TypeBuilder, _ get: @escaping (Value) -> ItemOptions, set: @escaping (Value, ItemOptions) -> Void
  ) {
    t.prop(
      "System.Management.Automation.ScopedItemOptions Options",
      { Enumeration.value("ScopedItemOptions", get($0).rawValue) },
      set: { v, new in set(v, ItemOptions(rawValue: Int(Enumeration.raw(new)))) })
  }

  static func versionValue(_ text: String?) -> Value {
    guard let text, let v = try? VersionObject.parse(text) else { return .null }
    return .object(v)
  }

  private static func parameters(_ c: CommandInfo) throws -> Value {
    guard let list = try CommandFacts.parameters(c) else { return .null }
    let result = Lists.dictionary("ParameterMetadata")
    for p in list { result.set(p.name, .object(p)) }
    return .object(result)
  }

  private static func parameterSets(_ c: CommandInfo) throws -> Value {
    guard !(c is ApplicationInfo), let metadata = try CommandFacts.metadata(c) else { return .null }
    return Lists.readOnly("CommandParameterSetInfo", CommandParameterSet.all(of: metadata).map { .object($0) })
  }
}

extension Value {
  /// A string or null.
  static func text(_ s: String?) -> Value { s.map { .string($0) } ?? .null }
  /// A typed array of strings.
  static func strings(_ s: [String]) -> Value { .object(PSArray(s.map { .string($0) }, of: Types.string)) }
}

/// The name of a type a command writes: `PSTypeName`.
public final class TypeNameObject: Obj {
  public let name: String
  public init(_ name: String) { self.name = name }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSTypeName") }
  public override func text() throws -> String? { name }
}

/// Enumeration values of the automation namespace.
enum Enumeration {
  static func value(_ name: String, _ raw: Int) -> Value {
    .object(EnumValue(Types.named(SessionMembers.automation + name), Int64(raw)))
  }

  /// The number in an enumeration value.
  static func raw(_ v: Value) -> Int64 {
    if let e = v.asObject(EnumValue.self) { return e.raw }
    if case .int(let i) = v.base { return Int64(i) }
    return 0
  }
}

/// Typed collections of the automation namespace.
enum Lists {
  /// A `Dictionary[string, T]` that ignores case.
  static func dictionary(_ valueType: String) -> PSDictionary {
    let full = valueType == "PSVariable" ? "psvariable" : SessionMembers.automation + valueType
    let type = TypeResolver.resolve("System.Collections.Generic.Dictionary[string,\(full)]", usingNamespaces: [])
    return PSDictionary(type, ignoreCase: true)
  }

  /// A `ReadOnlyCollection[T]`.
  static func readOnly(_ element: String, _ items: [Value]) -> Value {
    let full = element == "string" ? element : SessionMembers.automation + element
    let name = "System.Collections.ObjectModel.ReadOnlyCollection[\(full)]"
    guard let type = TypeResolver.resolve(name, usingNamespaces: []) else { return .array(items) }
    let list = PSList(type, items)
    list.isReadOnly = true
    return .object(list)
  }

  /// A `List[string]`.
  static func strings(_ items: [String]) -> PSList {
    let type = TypeResolver.resolve("System.Collections.Generic.List[string]", usingNamespaces: []) ?? Types.arrayList
    return PSList(type, items.map { .string($0) })
  }
}
