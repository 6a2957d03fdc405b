import Basics
import Objects

/// An attribute made at run time: `[Parameter]@{ … }`, `[ValidateSet]::new(…)`.
public final class AttributeObject: Obj {
  private let type: TypeInfo
  var fields: [Symbol: Value] = [:]
  init(_ type: TypeInfo) { self.type = type }
  public override var typeInfo: TypeInfo { type }

  func flag(_ name: String) -> Bool { fields[Symbol(name)].map { Operations.isTrue($0) } ?? false }
  func text(_ name: String) -> String? {
    guard let v = fields[Symbol(name)], !v.isNull else { return nil }
    return try? Operations.toString(v)
  }
  func int(_ name: String) -> Int? {
    guard case .int(let i)? = fields[Symbol(name)]?.base else { return nil }
    return Int(i)
  }
  func list(_ name: String) -> [Value] {
    guard let v = fields[Symbol(name)], !v.isNull else { return [] }
    return v.asObject(PSArray.self)?.elements ?? v.asObject(PSList.self)?.elements ?? [v]
  }
  func strings(_ name: String) -> [String] { list(name).compactMap { try? Operations.toString($0) } }
}

/// Constructors and properties of the attribute types scripts make objects of.
enum AttributeTypes {
  private static let prefix = "System.Management.Automation."
  // Registered once on the engine thread.
  nonisolated(unsafe) private static var isDone = false

  static func register() {
    if isDone { return }
    isDone = true
    declare(
      "ParameterAttribute", [""],
      [
        "int Position", "string ParameterSetName", "bool Mandatory", "bool ValueFromPipeline",
        "bool ValueFromPipelineByPropertyName", "bool ValueFromRemainingArguments", "string HelpMessage",
        "string HelpMessageBaseName", "string HelpMessageResourceId", "bool DontShow",
      ], ["Position": .int(Int32.min), "ParameterSetName": .string(ParameterSetEntry.allSets)])
    declare("AliasAttribute", ["params string[] AliasNames"], ["string[] AliasNames"])
    declare(
      "ValidateSetAttribute", ["params string[] ValidValues"],
      ["string[] ValidValues", "bool IgnoreCase", "string ErrorMessage"], ["IgnoreCase": .bool(true)])
    declare("ValidateRangeAttribute", ["object MinRange, object MaxRange"], ["object MinRange", "object MaxRange"])
    declare(
      "ValidatePatternAttribute", ["string RegexPattern"],
      ["string RegexPattern", "object Options", "string ErrorMessage"])
    declare("ValidateLengthAttribute", ["int MinLength, int MaxLength"], ["int MinLength", "int MaxLength"])
    declare("ValidateCountAttribute", ["int MinLength, int MaxLength"], ["int MinLength", "int MaxLength"])
    declare(
      "ValidateScriptAttribute", ["scriptblock ScriptBlock"], ["scriptblock ScriptBlock", "string ErrorMessage"])
    declare("ValidateDriveAttribute", ["params string[] ValidRootDrives"], ["string[] ValidRootDrives"])
    declare("ArgumentCompleterAttribute", ["scriptblock ScriptBlock"], ["scriptblock ScriptBlock"])
    declare("ArgumentCompletionsAttribute", ["params string[] Completions"], ["string[] Completions"])
    for plain in [
      "ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "AllowNull", "AllowEmptyString",
      "AllowEmptyCollection", "SupportsWildcards", "Hidden", "Credential", "ValidateUserDrive", "ValidateTrustedData",
    ] { declare(plain + "Attribute", [""], []) }
    declare(
      "CmdletBindingAttribute", [""],
      [
        "string DefaultParameterSetName", "bool SupportsShouldProcess", "bool SupportsPaging", "string ConfirmImpact",
        "string HelpUri", "bool PositionalBinding",
      ], ["PositionalBinding": .bool(true)])
    RuntimeParameterObject.register()
  }

  private static func declare(
    _ name: String, _ constructors: [String], _ properties: [String], _ defaults: [String: Value] = [:]
  ) {
    let full = prefix + name
    Catalogue.register(full) { t in
      let type = t.type
      for c in constructors {
        let names = c.split(separator: ",").map { String($0.split(separator: " ").last ?? "") }
        t.new("(" + c + ")") { a in
          let o = AttributeObject(type)
          for (k, v) in defaults { o.fields[Symbol(k)] = v }
          for (k, v) in zip(names, a) { o.fields[Symbol(k)] = v }
          return .object(o)
        }
      }
      for p in properties { property(t, p) }
    }
  }

  private static func property(_ t: TypeBuilder, _ declaration: String) {
    let parts = declaration.split(separator: " ")
    let name = Symbol(String(parts[parts.count - 1]))
    let isBool = parts[0] == "bool"
    t.prop(
      declaration,
      { v in
        if let o = v.asObject(AttributeObject.self) { return o.fields[name] ?? (isBool ? .bool(false) : .null) }
        if let o = v.asObject(AdaptedObject.self) { return try o.adaptedGet(name.text) ?? .null }
        return .null
      }, set: { v, new in v.asObject(AttributeObject.self)?.fields[name] = new })
  }

  /// What an attribute object means for a parameter.
  static func apply(_ v: Value, to p: ParameterMetadata) {
    guard let o = v.asObject(AttributeObject.self) else {
      if let object = v.object, object.typeInfo.scriptClass != nil { p.attributes.append(.custom(v)) }
      return
    }
    switch o.typeInfo.name {
    case "ParameterAttribute":
      var e = ParameterSetEntry(o.text("ParameterSetName") ?? ParameterSetEntry.allSets)
      e.isMandatory = o.flag("Mandatory")
      if let n = o.int("Position"), n >= 0 { e.position = n }
      e.fromPipeline = o.flag("ValueFromPipeline")
      e.fromPipelineByPropertyName = o.flag("ValueFromPipelineByPropertyName")
      e.fromRemainingArguments = o.flag("ValueFromRemainingArguments")
      e.helpMessage = o.text("HelpMessage") ?? ""
      p.sets.append(e)
      if o.flag("DontShow") { p.attributes.append(.dontShow) }
    case "AliasAttribute": p.aliases += o.strings("AliasNames")
    default: if let a = check(o) { p.attributes.append(a) }
    }
  }

  private static func check(_ o: AttributeObject) -> ParameterAttribute? {
    switch o.typeInfo.name {
    case "ValidateSetAttribute":
      return .validateSet(
        o.strings("ValidValues"), ignoreCase: o.flag("IgnoreCase"), errorMessage: o.text("ErrorMessage"))
    case "ValidateRangeAttribute":
      return .validateRange(o.fields[Symbol("MinRange")] ?? .null, o.fields[Symbol("MaxRange")] ?? .null)
    case "ValidatePatternAttribute":
      return .validatePattern(
        o.text("RegexPattern") ?? "", ignoreCase: true, errorMessage: o.text("ErrorMessage"))
    case "ValidateLengthAttribute": return .validateLength(o.int("MinLength") ?? 0, o.int("MaxLength") ?? Int.max)
    case "ValidateCountAttribute": return .validateCount(o.int("MinLength") ?? 0, o.int("MaxLength") ?? Int.max)
    case "ValidateScriptAttribute":
      guard let b = o.fields[Symbol("ScriptBlock")]?.asObject(ScriptBlock.self) else { return nil }
      return .validateScript(b, errorMessage: o.text("ErrorMessage"))
    case "ValidateDriveAttribute": return .validateDrive(o.strings("ValidRootDrives"))
    case "ArgumentCompleterAttribute": return .argumentCompleter(o.fields[Symbol("ScriptBlock")] ?? .null)
    case "ArgumentCompletionsAttribute": return .argumentCompletions(o.strings("Completions"))
    case "ValidateNotNullAttribute": return .validateNotNull
    case "ValidateNotNullOrEmptyAttribute": return .validateNotNullOrEmpty
    case "ValidateNotNullOrWhiteSpaceAttribute": return .validateNotNullOrWhiteSpace
    case "ValidateUserDriveAttribute": return .validateUserDrive
    case "ValidateTrustedDataAttribute": return .validateTrustedData
    case "AllowNullAttribute": return .allowNull
    case "AllowEmptyStringAttribute": return .allowEmptyString
    case "AllowEmptyCollectionAttribute": return .allowEmptyCollection
    case "SupportsWildcardsAttribute": return .supportsWildcards
    case "HiddenAttribute": return .hidden
    case "CredentialAttribute": return .credential
    default: return nil
    }
  }
}

/// A `RuntimeDefinedParameter`: what `dynamicparam` blocks give.
public final class RuntimeParameterObject: Obj {
  var name = ""
  var parameterType: TypeInfo = Types.object
  var attributes: Value
  var value: Value = .null
  var isSet = false
  static let fullName = "System.Management.Automation.RuntimeDefinedParameter"

  init(_ name: String, _ type: TypeInfo, _ attributes: Value) {
    self.name = name
    parameterType = type
    self.attributes = attributes
  }
  public override var typeInfo: TypeInfo { Types.named(RuntimeParameterObject.fullName) }

  private static func emptyAttributes() -> Value {
    let name = "System.Collections.ObjectModel.Collection[System.Attribute]"
    return .object(PSList(TypeResolver.resolve(name, usingNamespaces: []) ?? Types.arrayList))
  }

  static func register() {
    func me(_ v: Value) -> RuntimeParameterObject? { v.asObject(RuntimeParameterObject.self) }
    Catalogue.register(fullName) { t in
      t.new("()") { _ in .object(RuntimeParameterObject("", Types.object, emptyAttributes())) }
      t.new("(string name, type parameterType, object attributes)") { a in
        .object(
          RuntimeParameterObject(
            try Operations.toString(a[0]), a[1].asObject(TypeObject.self)?.type ?? Types.object,
            a[2].isNull ? emptyAttributes() : a[2]))
      }
      t.prop("string Name", { .string(me($0)?.name ?? "") }, set: { me($0)?.name = $1.stringOrNil ?? "" })
      t.prop(
        "type ParameterType", { me($0)?.parameterType.asValue ?? .null },
        set: { me($0)?.parameterType = $1.asObject(TypeObject.self)?.type ?? Types.object })
      t.prop("object Attributes", { me($0)?.attributes ?? .null })
      t.prop(
        "object Value", { me($0)?.value ?? .null },
        set: { v, new in
          me(v)?.value = new
          me(v)?.isSet = true
        })
      t.prop("bool IsSet", { .bool(me($0)?.isSet ?? false) }, set: { me($0)?.isSet = Operations.isTrue($1) })
    }
  }
}

/// What a `dynamicparam` block gives, as parameters.
enum DynamicParameters {
  /// The parameters of a RuntimeDefinedParameterDictionary; nil when it is something else.
  static func metadata(from value: Value) throws -> [ParameterMetadata]? {
    guard let d = value.asObject(PSDictionary.self) else { return nil }
    var list: [ParameterMetadata] = []
    for i in 0..<d.keys.count {
      guard let r = d.values[i].asObject(RuntimeParameterObject.self) else { continue }
      let name = r.name.isEmpty ? (try Operations.toString(d.keys[i])) : r.name
      let m = ParameterMetadata(name, r.parameterType)
      m.isDynamic = true
      m.isSwitch = r.parameterType === Types.switchParameter
      for a in try Runspace.splatElements(r.attributes) { AttributeTypes.apply(a, to: m) }
      // Without a Parameter attribute it is not a parameter at all.
      if !m.sets.isEmpty { list.append(m) }
    }
    return list
  }

  /// Stores a bound value in the dictionary's parameter.
  static func assign(_ dictionary: Value, _ name: String, _ value: Value) {
    guard let d = dictionary.asObject(PSDictionary.self) else { return }
    for v in d.values {
      guard let r = v.asObject(RuntimeParameterObject.self), Ordinal.equalsIgnoreCase(r.name, name) else { continue }
      r.value = value
      r.isSet = true
    }
  }
}
