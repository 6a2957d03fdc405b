import Basics
import Engine
import Objects

extension SessionMembers {
  static func registerParameters() {
    Catalogue.register(automation + "ParameterMetadata") { t in
      t.prop("string Name") { .text($0.asObject(ParameterMetadata.self)?.name) }
      t.prop("type ParameterType") { $0.asObject(ParameterMetadata.self)?.type.asValue ?? .null }
      t.prop("bool IsDynamic") { .bool($0.asObject(ParameterMetadata.self)?.isDynamic ?? false) }
      t.prop("bool SwitchParameter") { .bool($0.asObject(ParameterMetadata.self)?.isSwitch ?? false) }
      t.prop("System.Object Aliases") { v in
        .object(collection("string", v.asObject(ParameterMetadata.self)?.aliases.map { .string($0) } ?? []))
      }
      t.prop("System.Object Attributes") { v in
        let list = v.asObject(ParameterMetadata.self).map { AttributeInstance.all(of: $0) } ?? []
        return .object(collection("System.Attribute", list.map { .object($0) }))
      }
      t.prop("System.Object ParameterSets") { v in
        let result = Lists.dictionary("ParameterSetMetadata")
        for s in v.asObject(ParameterMetadata.self)?.sets ?? [] { result.set(s.set, .object(ParameterSetMetadata(s))) }
        return .object(result)
      }
    }
    Catalogue.register(automation + "ParameterSetMetadata") { t in
      entryMembers(t) { $0.asObject(ParameterSetMetadata.self)?.entry ?? ParameterSetEntry() }
    }
    registerCommandParameter()
    registerSet()
    for type in ["Cmdlet", "PSCmdlet"] {
      Catalogue.register(automation + type) { t in
        t.fixedProp("System.Object CommonParameters") { nameSet(shouldProcess: false) }
        t.fixedProp("System.Object OptionalCommonParameters") { nameSet(shouldProcess: true) }
      }
    }
    Catalogue.register(automation + "PSTypeName") { t in
      t.prop("string Name") { .text($0.asObject(TypeNameObject.self)?.name) }
      t.prop("type Type") { v in
        v.asObject(TypeNameObject.self).flatMap { TypeResolver.resolve($0.name, usingNamespaces: []) }?.asValue ?? .null
      }
      t.new("(string name)") { .object(TypeNameObject($0.first?.stringOrNil ?? "")) }
      t.new("(type type)") { a in
        .object(TypeNameObject(a.first?.asObject(TypeObject.self)?.type.fullName ?? ""))
      }
    }
  }

  /// Names of the common parameters, or of those that depend on the command.
  private static func nameSet(shouldProcess: Bool) -> Value {
    let common = [
      "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable",
      "WarningVariable", "OutVariable", "OutBuffer", "PipelineVariable", "InformationVariable",
    ]
    let names = shouldProcess ? ["WhatIf", "Confirm", "UseTransaction"] : common
    let type = TypeResolver.resolve("System.Collections.Generic.HashSet[string]", usingNamespaces: [])
    return .object(PSList(type ?? Types.arrayList, names.map { .string($0) }))
  }

  private static func registerCommandParameter() {
    Catalogue.register(automation + "CommandParameterInfo") { t in
      t.prop("string Name") { .text($0.asObject(CommandParameter.self)?.metadata.name) }
      t.prop("type ParameterType") { $0.asObject(CommandParameter.self)?.metadata.type.asValue ?? .null }
      t.prop("bool IsDynamic") { .bool($0.asObject(CommandParameter.self)?.metadata.isDynamic ?? false) }
      t.prop("System.Object Aliases") { v in
        Lists.readOnly("string", v.asObject(CommandParameter.self)?.metadata.aliases.map { .string($0) } ?? [])
      }
      t.prop("System.Object Attributes") { v in
        let list = v.asObject(CommandParameter.self).map { AttributeInstance.all(of: $0.metadata) } ?? []
        return .object(collection("System.Attribute", list.map { .object($0) }))
      }
      entryMembers(t) { $0.asObject(CommandParameter.self)?.entry ?? ParameterSetEntry() }
    }
  }

  private static func registerSet() {
    Catalogue.register(automation + "CommandParameterSetInfo") { t in
      t.prop("string Name") { .text($0.asObject(CommandParameterSet.self)?.name) }
      t.prop("bool IsDefault") { .bool($0.asObject(CommandParameterSet.self)?.isDefault ?? false) }
      t.prop("System.Object Parameters") { v in
        Lists.readOnly(
          "CommandParameterInfo", v.asObject(CommandParameterSet.self)?.parameters.map { .object($0) } ?? [])
      }
    }
  }

  private static func entryMembers(_ t: TypeBuilder, _ entry: @escaping (Value) -> ParameterSetEntry) {
    t.prop("bool IsMandatory") { .bool(entry($0).isMandatory) }
    t.prop("int Position") { .int(Int32(truncatingIfNeeded: entry($0).position ?? Int(Int32.min))) }
    t.prop("bool ValueFromPipeline") { .bool(entry($0).fromPipeline) }
    t.prop("bool ValueFromPipelineByPropertyName") { .bool(entry($0).fromPipelineByPropertyName) }
    t.prop("bool ValueFromRemainingArguments") { .bool(entry($0).fromRemainingArguments) }
    t.prop("string HelpMessage") { .string(entry($0).helpMessage) }
  }

  static func collection(_ element: String, _ items: [Value]) -> PSList {
    let name = "System.Collections.ObjectModel.Collection[\(element)]"
    return PSList(TypeResolver.resolve(name, usingNamespaces: []) ?? Types.arrayList, items)
  }
}

/// How a parameter takes part in a set, as scripts see it.
final class ParameterSetMetadata: Obj {
  let entry: ParameterSetEntry
  init(_ entry: ParameterSetEntry) { self.entry = entry }
  override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ParameterSetMetadata") }
}

/// An attribute of a parameter, as scripts see it.
public final class AttributeInstance: AdaptedObject {
  private let type: TypeInfo
  private let fields: [(name: String, value: Value)]
  init(_ typeName: String, _ fields: [(String, Value)]) {
    type = Types.named(SessionMembers.automation + typeName + "Attribute")
    self.fields = fields.map { (name: $0.0, value: $0.1) } + [(name: "TypeId", value: type.asValue)]
  }
  public override var typeInfo: TypeInfo { type }
  public override func adaptedGet(_ name: String) throws -> Value? {
    fields.first { Ordinal.equalsIgnoreCase($0.name, name) }?.value
  }
  public override func adaptedNames() -> [String] { fields.map(\.name) }
  public override func isAdaptedSettable(_ name: String) -> Bool { false }

  /// The attributes of a parameter: one for each set, its aliases, then its checks.
  static func all(of p: ParameterMetadata) -> [Obj] {
    let isShy = p.attributes.contains { if case .dontShow = $0 { true } else { false } }
    var result: [Obj] = p.sets.map { parameter($0, dontShow: isShy) }
    if !p.aliases.isEmpty { result.append(AttributeInstance("Alias", [("AliasNames", .strings(p.aliases))])) }
    result += p.attributes.compactMap { check($0) }
    return result
  }

  private static func parameter(_ s: ParameterSetEntry, dontShow: Bool) -> AttributeInstance {
    AttributeInstance(
      "Parameter",
      [
        ("ExperimentName", .null), ("ExperimentAction", Enumeration.value("ExperimentAction", 0)),
        ("Position", .int(Int32(truncatingIfNeeded: s.position ?? Int(Int32.min)))),
        ("ParameterSetName", .string(s.set)),
        ("Mandatory", .bool(s.isMandatory)), ("ValueFromPipeline", .bool(s.fromPipeline)),
        ("ValueFromPipelineByPropertyName", .bool(s.fromPipelineByPropertyName)),
        ("ValueFromRemainingArguments", .bool(s.fromRemainingArguments)),
        ("HelpMessage", s.helpMessage.isEmpty ? .null : .string(s.helpMessage)), ("DontShow", .bool(dontShow)),
      ])
  }

  private static func check(_ a: ParameterAttribute) -> Obj? {
    switch a {
    case .validateSet(let values, let ignoreCase, let message):
      return AttributeInstance(
        "ValidateSet",
        [("ErrorMessage", .text(message)), ("IgnoreCase", .bool(ignoreCase)), ("ValidValues", .strings(values))])
    case .validateRange(let low, let high):
      return AttributeInstance("ValidateRange", [("MinRange", low), ("MaxRange", high)])
    case .validateRangeKind: return AttributeInstance("ValidateRange", [("MinRange", .null), ("MaxRange", .null)])
    case .validatePattern(let pattern, _, let message):
      return AttributeInstance(
        "ValidatePattern", [("RegexPattern", .string(pattern)), ("ErrorMessage", .text(message))])
    case .validateScript(let block, let message):
      return AttributeInstance("ValidateScript", [("ScriptBlock", .object(block)), ("ErrorMessage", .text(message))])
    case .validateLength(let low, let high):
      return AttributeInstance("ValidateLength", [("MinLength", number(low)), ("MaxLength", number(high))])
    case .validateCount(let low, let high):
      return AttributeInstance("ValidateCount", [("MinLength", number(low)), ("MaxLength", number(high))])
    case .validateNotNull: return AttributeInstance("ValidateNotNull", [])
    case .validateNotNullOrEmpty: return AttributeInstance("ValidateNotNullOrEmpty", [])
    case .validateNotNullOrWhiteSpace: return AttributeInstance("ValidateNotNullOrWhiteSpace", [])
    case .validateDrive(let drives): return AttributeInstance("ValidateDrive", [("ValidRootDrives", .strings(drives))])
    case .validateUserDrive: return AttributeInstance("ValidateUserDrive", [])
    case .validateTrustedData: return AttributeInstance("ValidateTrustedData", [])
    case .allowNull: return AttributeInstance("AllowNull", [])
    case .allowEmptyString: return AttributeInstance("AllowEmptyString", [])
    case .allowEmptyCollection: return AttributeInstance("AllowEmptyCollection", [])
    case .supportsWildcards: return AttributeInstance("SupportsWildcards", [])
    case .hidden: return AttributeInstance("Hidden", [])
    case .dontShow: return nil
    case .credential: return AttributeInstance("Credential", [])
    case .argumentCompleter(let v): return AttributeInstance("ArgumentCompleter", [("ScriptBlock", v)])
    case .argumentCompletions(let list):
      return AttributeInstance("ArgumentCompletions", [("CompleteArgument", .strings(list))])
    case .custom(let v): return v.object
    case .transform: return nil
    }
  }

  private static func number(_ n: Int) -> Value { .int(Int32(truncatingIfNeeded: n)) }
}
