import Basics
import Diagnostics
import Objects
import Syntax

/// An attribute in the source with its arguments as nodes.
final class CompiledAttribute {
  let name: TypeName
  let type: TypeReference
  let positional: [Node]
  let named: [(name: String, value: Node)]

  init(_ ast: AttributeAst, _ compiler: Compiler) {
    name = ast.typeName
    type = compiler.type(ast.typeName)
    positional = ast.positionalArguments.map { compiler.expression($0) }
    named = ast.namedArguments.map { ($0.argumentName, compiler.expression($0.argument)) }
  }

  /// The short name among PowerShell's own attributes, lower case; nil for others.
  private(set) lazy var known: String? = {
    var text = name.name
    let prefix = "System.Management.Automation."
    if Ordinal.hasPrefix(text, prefix, ignoreCase: true) { text = String(text.dropFirst(prefix.count)) }
    text = CaseFold.folded(text).lowercased()
    if CompiledAttribute.names.contains(text) { return text }
    guard text.hasSuffix("attribute") else { return nil }
    let short = String(text.dropLast(9))
    return CompiledAttribute.names.contains(short) ? short : nil
  }()

  private static let names: Set<String> = [
    "parameter", "alias", "cmdletbinding", "outputtype", "validateset", "validaterange", "validatepattern",
    "validatescript", "validatelength", "validatecount", "validatenotnull", "validatenotnullorempty",
    "validatenotnullorwhitespace", "validatedrive", "validateuserdrive", "validatetrusteddata", "allownull",
    "allowemptystring", "allowemptycollection", "supportswildcards", "dontshow", "hidden", "credential",
    "argumentcompleter", "argumentcompletions", "psdefaultvalue", "pstypename", "flags", "experimental",
    "diagnostics.codeanalysis.suppressmessage", "system.diagnostics.codeanalysis.suppressmessage", "noruns",
    "system.flags", "dynamickeyword", "dscresource", "dscproperty", "workflow", "obsolete", "system.obsolete",
    "debuggerhidden", "system.diagnostics.debuggerhidden", "system.componentmodel.description", "psuserid",
  ]

  // MARK: - Values

  func value(_ i: Int, _ f: Frame) throws -> Value { i < positional.count ? try positional[i].eval(f).orNull : .null }
  func named(_ key: String, _ f: Frame) throws -> Value? {
    for (n, v) in named where CaseFold.equal(n, key) { return try v.eval(f).orNull }
    return nil
  }
  func flag(_ key: String, _ f: Frame) throws -> Bool { try named(key, f).map { Operations.isTrue($0) } ?? false }
  func text(_ key: String, _ f: Frame) throws -> String? {
    guard let v = try named(key, f), !v.isNull else { return nil }
    return try f.text(v)
  }
  func int(_ v: Value) throws -> Int {
    if case .int(let i) = try Operations.convert(v, to: Types.int32) { return Int(i) }
    return 0
  }
  private func strings(_ f: Frame) throws -> [String] {
    var result: [String] = []
    for p in positional {
      let v = try p.eval(f)
      if let list = try Operations.elements(v) {
        for x in list { result.append(try f.text(x)) }
      } else {
        result.append(try f.text(v))
      }
    }
    return result
  }

  /// What the attribute does to the arguments of a parameter; nil when it says something else.
  func parameterAttribute(_ f: Frame) throws -> ParameterAttribute? {
    guard let known else { return try custom(f) }
    switch known {
    case "validateset": return try validateSet(f)
    case "validaterange":
      if positional.count == 1 { return .validateRangeKind(try f.text(try value(0, f))) }
      return .validateRange(try value(0, f), try value(1, f))
    case "validatepattern":
      let options = try text("Options", f) ?? "IgnoreCase"
      return .validatePattern(
        try f.text(try value(0, f)), ignoreCase: options.lowercased().contains("ignorecase"),
        errorMessage: try text("ErrorMessage", f))
    case "validatescript":
      guard let block = try value(0, f).asObject(ScriptBlock.self) else { return nil }
      return .validateScript(block, errorMessage: try text("ErrorMessage", f))
    case "validatelength": return .validateLength(try int(try value(0, f)), try int(try value(1, f)))
    case "validatecount": return .validateCount(try int(try value(0, f)), try int(try value(1, f)))
    case "validatedrive": return .validateDrive(try strings(f))
    case "argumentcompleter": return .argumentCompleter(try value(0, f))
    case "argumentcompletions": return .argumentCompletions(try strings(f))
    default: return CompiledAttribute.plain[known]
    }
  }

  // Filled once; the cases carry no references.
  nonisolated(unsafe) private static let plain: [String: ParameterAttribute] = [
    "validatenotnull": .validateNotNull, "validatenotnullorempty": .validateNotNullOrEmpty,
    "validatenotnullorwhitespace": .validateNotNullOrWhiteSpace, "validateuserdrive": .validateUserDrive,
    "validatetrusteddata": .validateTrustedData, "allownull": .allowNull, "allowemptystring": .allowEmptyString,
    "allowemptycollection": .allowEmptyCollection, "supportswildcards": .supportsWildcards,
    "dontshow": .dontShow, "hidden": .hidden, "credential": .credential,
  ]

  private func validateSet(_ f: Frame) throws -> ParameterAttribute {
    var values: [String] = []
    if let type = try positional.first?.eval(f).asObject(TypeObject.self)?.type {
      let generator = try MemberAccess.construct(type, [])
      let given = try MemberAccess.invoke(generator, "GetValidValues", [])
      for v in try Operations.elements(given) ?? [given] { values.append(try f.text(v)) }
    } else {
      values = try strings(f)
    }
    let ignoreCase = try named("IgnoreCase", f).map { Operations.isTrue($0) } ?? true
    return .validateSet(values, ignoreCase: ignoreCase, errorMessage: try text("ErrorMessage", f))
  }

  /// An attribute that is a class: an object of it, with its properties set.
  private func custom(_ f: Frame) throws -> ParameterAttribute? {
    let suffixed = TypeReference(
      TypeName(name.name + "Attribute", extent: name.extent), namespaces: type.namespaces)
    guard let t = type.lookUp(f.scope) ?? suffixed.lookUp(f.scope) else {
      throw GuestError.runtime(
        "CustomAttributeTypeNotFound",
        "Cannot find the type for custom attribute '\(name.name)'. Make sure that the assembly that contains this "
          + "type is loaded.", .InvalidOperation)
    }
    if t.scriptClass == nil, !t.name.hasSuffix("Attribute") { return nil }
    let object = try MemberAccess.construct(t, try positional.map { try $0.eval(f).orNull })
    for (n, v) in named { try MemberAccess.set(object, n, try v.eval(f).orNull) }
    return .custom(object)
  }
}

extension CompiledBlock {
  /// Parameters and behaviour as the binder wants them, evaluated in the scope that runs now.
  public func metadata(_ runspace: Runspace, name: String) throws -> CommandMetadata {
    let compiler = Compiler(context: context)
    let helper = CompiledBlock(ast: ast, extent: extent, compiler: compiler)
    let own = ((ast.paramBlock?.attributes ?? []) + ast.attributes).map { CompiledAttribute($0, compiler) }
    let attributes = parameters.map { p in
      p.ast.attributes.compactMap { $0 as? AttributeAst }.map { CompiledAttribute($0, compiler) }
    }
    helper.slotCount = compiler.slotCount
    var scope: Scope = runspace.currentScope
    // Types the block itself brings are known to its parameters, without leaving them in the caller's scope.
    if bringsTypes { scope = Scope(parent: scope, sessionState: scope.sessionState, isScriptScope: false) }
    let f = Frame(
      runspace: runspace, block: helper, scope: scope, output: NullSink.shared,
      streams: runspace.frame?.streams ?? runspace.hostStreams)
    if bringsTypes { try prepare(f) }
    let m = CommandMetadata(name)
    m.isCmdletStyle = isCmdletStyle
    m.hasDynamicParameters = has(.dynamicParam)
    for a in own { try CompiledBlock.apply(a, to: m, f) }
    var custom = false
    for (p, list) in zip(parameters, attributes) {
      m.parameters.append(try parameter(p, list, f, custom: &custom))
    }
    if m.positionalBinding, !custom { CompiledBlock.number(m.parameters) }
    return m
  }

  /// Without any position or set of its own, every parameter that is no switch takes the next position.
  private static func number(_ parameters: [ParameterMetadata]) {
    var next = 0
    for p in parameters where !p.isSwitch {
      if p.sets.isEmpty { p.sets = [ParameterSetEntry()] }
      p.sets[0].position = next
      next += 1
    }
  }

  private func parameter(
    _ p: CompiledParameter, _ attributes: [CompiledAttribute], _ f: Frame, custom: inout Bool
  ) throws -> ParameterMetadata {
    let m = ParameterMetadata(p.spelling, try p.typeReference?.resolve(f) ?? Types.object)
    m.isSwitch = m.type === Types.switchParameter
    for a in attributes {
      switch a.known {
      case "parameter":
        let e = try CompiledBlock.entry(a, f)
        if e.position != nil || !CaseFold.equal(e.set, ParameterSetEntry.allSets) { custom = true }
        m.sets.append(e)
        if try a.flag("DontShow", f) { m.attributes.append(.dontShow) }
      case "alias":
        for v in a.positional {
          let x = try v.eval(f)
          for y in try Operations.elements(x) ?? [x] { m.aliases.append(try f.text(y)) }
        }
      case "pstypename": m.typeNameOverride = try f.text(try a.value(0, f))
      default: if let x = try a.parameterAttribute(f) { m.attributes.append(x) }
      }
    }
    if m.sets.isEmpty { m.sets = [ParameterSetEntry()] }
    return m
  }

  private static func entry(_ a: CompiledAttribute, _ f: Frame) throws -> ParameterSetEntry {
    var e = ParameterSetEntry(try a.text("ParameterSetName", f) ?? ParameterSetEntry.allSets)
    e.isMandatory = try a.flag("Mandatory", f)
    if let v = try a.named("Position", f) {
      let n = try a.int(v)
      if n >= 0 { e.position = n }
    }
    e.fromPipeline = try a.flag("ValueFromPipeline", f)
    e.fromPipelineByPropertyName = try a.flag("ValueFromPipelineByPropertyName", f)
    e.fromRemainingArguments = try a.flag("ValueFromRemainingArguments", f)
    e.helpMessage = try a.text("HelpMessage", f) ?? ""
    return e
  }

  private static func apply(_ a: CompiledAttribute, to m: CommandMetadata, _ f: Frame) throws {
    switch a.known {
    case "cmdletbinding":
      m.defaultSet = try a.text("DefaultParameterSetName", f)
      m.supportsShouldProcess = try a.flag("SupportsShouldProcess", f)
      m.supportsPaging = try a.flag("SupportsPaging", f)
      if let impact = try a.text("ConfirmImpact", f) { m.confirmImpact = impact }
      m.helpUri = try a.text("HelpUri", f) ?? ""
      if let v = try a.named("PositionalBinding", f) { m.positionalBinding = Operations.isTrue(v) }
    case "outputtype":
      for p in a.positional {
        let v: Value
        // A type that does not exist here is still worth naming.
        if let t = p as? TypeNode {
          v = t.name.lookUp(f.scope)?.asValue ?? .string(t.name.name)
        } else {
          v = try p.eval(f)
        }
        for x in try Operations.elements(v) ?? [v] { m.outputTypes.append(try f.text(x)) }
      }
    default: break
    }
  }
}
