import Basics
import Engine
import Objects

/// Collects the statements of one command.
final class CommandBuilder {
  let declaration: CommandDeclaration
  private let source: NoteText
  private var noPosition = false
  private var hasPosition = false
  private var sets: Set<CIString> = []
  private var names: Set<CIString> = []
  /// Parameters whose `attr` replaced the defaults of a signature.
  private var overridden: Set<Int> = []

  init(_ declaration: CommandDeclaration, _ source: NoteText) {
    self.declaration = declaration
    self.source = source
  }

  private var metadata: CommandMetadata { declaration.metadata }

  /// Reads the signature of a function command.
  func signature(_ range: Range<Int>) throws {
    var parser = SignatureParser(source, range)
    let plan = try parser.parse()
    declaration.plan = plan
    for p in plan.parameters {
      let m = ParameterMetadata(p.name, p.kind.parameterType)
      ForeignInput.decorate(m, p.kind, optional: p.isOptional)
      m.sets = [ParameterSetEntry()]
      names.insert(CIString(p.name))
      metadata.parameters.append(m)
      declaration.defaults.append(p.defaultValue)
    }
    if metadata.parameters.count > DeclarationParser.parameterLimit {
      throw source.failure("there are too many parameters", at: range.lowerBound)
    }
  }

  /// Reads a statement after the one that opened the command.
  func statement(_ cursor: inout TokenCursor) throws {
    switch cursor.statement.keyword {
    case "help": metadata.synopsis = try cursor.string("the synopsis")
    case "description": declaration.descriptionText = try cursor.string("the description")
    case "link": metadata.helpUri = try cursor.item("the link")
    case "example":
      _ = try cursor.string("the code")
      if !cursor.isAtEnd { _ = try cursor.string("the remark") }
    case "alias": declaration.aliases += try cursor.list("an alias")
    case "output":
      for t in try cursor.list("a type") where !metadata.outputTypes.contains(t) { metadata.outputTypes.append(t) }
      if let t = cursor.peek, t.kind == .word, t.text.lowercased() == "set" {
        cursor.skip()
        _ = try cursor.list("a parameter set")
      }
    case "default":
      let name = try cursor.item("the name of a parameter set")
      metadata.defaultSet = name
      try note(set: name, cursor)
    case "confirm":
      metadata.supportsShouldProcess = true
      if let t = cursor.peek, t.kind == .word {
        let levels = ["none": "None", "low": "Low", "medium": "Medium", "high": "High"]
        guard let level = levels[t.text.lowercased()] else { throw cursor.failure("'\(t.text)' is not a level") }
        metadata.confirmImpact = level
        cursor.skip()
      }
    case "paging": metadata.supportsPaging = true
    case "noposition": noPosition = true
    case "dynamic": metadata.hasDynamicParameters = true
    case "obsolete": declaration.obsolete = try cursor.string("the message")
    case "param": return try parameter(&cursor)
    case "attr": return try attribute(&cursor)
    default: return
    }
    try cursor.finish()
  }

  private func note(set name: String, _ cursor: TokenCursor) throws {
    sets.insert(CIString(name))
    if sets.count > DeclarationParser.setLimit { throw cursor.failure("there are more than 32 parameter sets") }
  }

  // MARK: - Parameters

  /// Reads a `param` statement.
  func parameter(_ cursor: inout TokenCursor) throws {
    if declaration.isFunction { throw cursor.failure("a function's parameters are in its signature") }
    let typeName = try cursor.item("the type")
    let name = try cursor.word("the name")
    guard ParameterName.isValid(name) else { throw cursor.failure("'\(name)' is not a parameter name") }
    guard names.insert(CIString(name)).inserted else {
      throw cursor.failure("the parameter '\(name)' is declared twice", .noteDuplicate)
    }
    if metadata.parameters.count >= DeclarationParser.parameterLimit {
      throw cursor.failure("there are too many parameters")
    }
    let type = TypeResolver.resolve(typeName)
    let p = ParameterMetadata(name, type ?? Types.object)
    if type == nil { p.typeNameOverride = typeName }
    p.isSwitch = p.type === Types.switchParameter
    metadata.parameters.append(p)
    declaration.defaults.append(nil)
    try attributes(&cursor, metadata.parameters.count - 1)
  }

  private func attribute(_ cursor: inout TokenCursor) throws {
    let name = try cursor.word("the name of a parameter")
    guard let i = metadata.parameters.firstIndex(where: { Ordinal.equalsIgnoreCase($0.name, name) }) else {
      throw cursor.failure("there is no parameter '\(name)'")
    }
    metadata.parameters[i].sets = []
    try attributes(&cursor, i)
  }

  private func attributes(_ cursor: inout TokenCursor, _ index: Int) throws {
    var reader = AttributeReader(declaration, index)
    try reader.read(&cursor)
    for s in reader.setNames { try note(set: s, cursor) }
    if reader.hasPosition { hasPosition = true }
    if reader.hasBinding { overridden.insert(index) }
  }

  // MARK: - The end

  /// Fills in what the statements left open.
  func finish() throws -> CommandDeclaration {
    if let plan = declaration.plan {
      finish(function: plan)
    } else if !hasPosition && !noPosition {
      var next = 0
      for p in metadata.parameters where !p.isSwitch {
        for i in p.sets.indices where !p.sets[i].fromRemainingArguments { p.sets[i].position = next }
        next += 1
      }
    }
    metadata.positionalBinding = !noPosition
    return declaration
  }

  private func finish(function plan: FunctionPlan) {
    let byAttribute = metadata.parameters.enumerated().contains { i, p in
      overridden.contains(i) && p.sets.contains { $0.fromPipeline }
    }
    var position = 0
    for (i, p) in metadata.parameters.enumerated() {
      defer { if !p.isSwitch { position += 1 } }
      if overridden.contains(i) { continue }
      if p.sets.isEmpty { p.sets = [ParameterSetEntry()] }
      let parameter = plan.parameters[i]
      for k in p.sets.indices {
        if !p.isSwitch {
          if !noPosition { p.sets[k].position = position }
          p.sets[k].isMandatory = !parameter.isOptional && declaration.defaults[i] == nil
        }
        if i == 0, !byAttribute, !p.isSwitch { p.sets[k].fromPipeline = true }
      }
    }
  }
}

/// Names of parameters.
enum ParameterName {
  /// A letter or underscore first, then letters, digits and underscores.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.utf8.first, name.utf8.count <= 128, first | 0x20 &- 0x61 < 26 || first == 0x5F else {
      return false
    }
    return name.utf8.allSatisfy { $0 | 0x20 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F }
  }
}
