import Basics
import Diagnostics
import Objects
import Processes
import Syntax

/// Why a data file or manifest was refused.
struct RestrictedDataError: Error {
  let message: String
  let extent: Extent
}

/// Evaluates the restricted language of manifests and data files: constants, a few variables and commands
/// (rule 141). Reads no session, so it also serves discovery.
struct RestrictedData {
  /// What `$PSScriptRoot` means.
  var scriptRoot: String
  /// Whether `$env:X` may be read.
  var allowsEnvironment = true
  /// Commands that may be called; those this evaluator knows are Join-Path and ConvertFrom-StringData.
  var allowedCommands = ["Import-LocalizedData", "ConvertFrom-StringData", "Write-Host", "Out-Host", "Join-Path"]

  /// The value of a whole script: of its only statement.
  func evaluate(_ script: ScriptBlockAst) throws -> Value {
    guard script.paramBlock == nil, script.beginBlock == nil, script.processBlock == nil,
      script.dynamicParamBlock == nil, script.usingStatements.isEmpty, let block = script.endBlock
    else { throw refused(script, "Only constants may be used.") }
    return try evaluate(statements: block.statements, of: block)
  }

  private func evaluate(statements: [StatementAst], of node: Ast) throws -> Value {
    var values: [Value] = []
    for s in statements {
      let value = try evaluate(statement: s)
      if case .nothing = value { continue }
      if statements.count > 1, let a = value.asObject(PSArray.self) {
        values += a.elements
      } else {
        values.append(value)
      }
    }
    switch values.count {
    case 0: return .nothing
    case 1: return values[0]
    default: return .array(values)
    }
  }

  private func evaluate(statement: StatementAst) throws -> Value {
    switch statement {
    case let pipeline as PipelineAst:
      guard pipeline.pipelineElements.count == 1, !pipeline.background,
        pipeline.pipelineElements[0].redirections.isEmpty
      else { throw refused(pipeline, "A pipeline is not allowed.") }
      if let e = pipeline.pipelineElements[0] as? CommandExpressionAst { return try evaluate(e.expression) }
      if let c = pipeline.pipelineElements[0] as? CommandAst { return try evaluate(command: c) }
      throw refused(pipeline, "The statement is not allowed.")
    case let branch as IfStatementAst:
      for clause in branch.clauses where Operations.isTrue(try evaluate(statement: clause.condition)) {
        return try evaluate(statements: clause.body.statements, of: clause.body)
      }
      guard let other = branch.elseClause else { return .nothing }
      return try evaluate(statements: other.statements, of: other)
    default: throw refused(statement, "The statement is not allowed in restricted language mode or a Data section.")
    }
  }

  /// The value of one expression.
  func evaluate(_ node: Ast) throws -> Value {
    switch node {
    case let s as StringConstantExpressionAst: return .string(s.value)
    case let c as ConstantExpressionAst: return try constant(c)
    case let s as ExpandableStringExpressionAst: return try expand(s)
    case let h as HashtableAst: return .object(try hashtable(h))
    case let a as ArrayLiteralAst: return .array(try a.elements.map { try evaluate($0) })
    case let a as ArrayExpressionAst: return try array(a)
    case let p as ParenExpressionAst: return try evaluate(statement: p.pipeline)
    case let s as SubExpressionAst: return try evaluate(statements: s.subExpression.statements, of: s)
    case let v as VariableExpressionAst: return try variable(v)
    case let u as UnaryExpressionAst: return try unary(u)
    case let b as BinaryExpressionAst: return try binary(b)
    case let c as ConvertExpressionAst: return try convert(c)
    case let t as TernaryExpressionAst:
      return try evaluate(Operations.isTrue(try evaluate(t.condition)) ? t.ifTrue : t.ifFalse)
    default: throw refused(node, "The expression is not allowed in restricted language mode or a Data section.")
    }
  }

  private func constant(_ node: ConstantExpressionAst) throws -> Value {
    switch node.constant {
    case .null: return .null
    case .boolean(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .long(let i): return .long(i)
    case .double(let d): return .double(d)
    case .single(let f): return .single(f)
    case .sbyte(let i): return .scalar(.sbyte, UInt64(bitPattern: Int64(i)))
    case .byte(let i): return .byte(i)
    case .int16(let i): return .scalar(.int16, UInt64(bitPattern: Int64(i)))
    case .uint16(let i): return .scalar(.uint16, UInt64(i))
    case .uint32(let i): return .scalar(.uint32, UInt64(i))
    case .uint64(let i): return .scalar(.uint64, i)
    case .decimal(let text): return try Operations.convert(.string(text), to: Types.decimal)
    case .bigInteger(let text): return try Operations.convert(.string(text), to: Types.bigInteger)
    case .string(let s): return .string(s)
    }
  }

  private func expand(_ node: ExpandableStringExpressionAst) throws -> Value {
    var result = ""
    for part in node.parts {
      switch part {
      case .text(let t): result += t
      case .expression(let i):
        guard node.nestedExpressions.indices.contains(i) else { continue }
        result += try Operations.toString(evaluate(node.nestedExpressions[i]))
      }
    }
    return .string(result)
  }

  private func hashtable(_ node: HashtableAst) throws -> PSDictionary {
    let result = PSDictionary()
    for pair in node.keyValuePairs {
      let value = try evaluate(statement: pair.value)
      result.set(try evaluate(pair.key), value.isNull ? .null : value)
    }
    return result
  }

  private func array(_ node: ArrayExpressionAst) throws -> Value {
    let value = try evaluate(statements: node.subExpression.statements, of: node)
    if case .nothing = value { return .array([]) }
    if value.asObject(PSArray.self) != nil { return value }
    return .array([value])
  }

  private func variable(_ node: VariableExpressionAst) throws -> Value {
    let path = node.variablePath
    if let drive = path.driveName {
      guard allowsEnvironment, Ordinal.equalsIgnoreCase(drive, "env") else {
        throw refused(node, "A variable that cannot be referenced is used.")
      }
      return Environment.get(path.name).map { .string($0) } ?? .null
    }
    guard !node.splatted else { throw refused(node, "Splatting is not allowed.") }
    switch CaseFold.folded(path.name) {
    case "TRUE": return .bool(true)
    case "FALSE": return .bool(false)
    case "NULL": return .null
    case "PSSCRIPTROOT": return .string(scriptRoot)
    case "PSEDITION": return .string("Core")
    case "PSCULTURE", "PSUICULTURE": return .string("en-US")
    case "ENABLEDEXPERIMENTALFEATURES": return .array([])
    default:
      throw refused(
        node, "A variable that cannot be referenced in restricted language mode or a Data section is being referenced.")
    }
  }

  private func unary(_ node: UnaryExpressionAst) throws -> Value {
    let value = try evaluate(node.child)
    switch node.tokenKind {
    case .minus: return try Operations.subtract(.int(0), value)
    case .plus: return try Operations.add(.int(0), value)
    case .not, .exclaim: return .bool(!Operations.isTrue(value))
    case .comma: return .array([value])
    default: throw refused(node, "The operator is not allowed in restricted language mode or a Data section.")
    }
  }

  private func binary(_ node: BinaryExpressionAst) throws -> Value {
    let left = try evaluate(node.left)
    switch node.operator {
    case .and: return .bool(try Operations.isTrue(left) && Operations.isTrue(evaluate(node.right)))
    case .or: return .bool(try Operations.isTrue(left) || Operations.isTrue(evaluate(node.right)))
    default: break
    }
    let right = try evaluate(node.right)
    switch node.operator {
    case .plus: return try Operations.add(left, right)
    case .minus: return try Operations.subtract(left, right)
    case .multiply: return try Operations.multiply(left, right)
    case .divide: return try Operations.divide(left, right)
    case .ieq: return .bool(Operations.equals(left, right, ignoreCase: true))
    case .ine: return .bool(!Operations.equals(left, right, ignoreCase: true))
    case .ceq: return .bool(Operations.equals(left, right, ignoreCase: false))
    case .cne: return .bool(!Operations.equals(left, right, ignoreCase: false))
    case .ilt: return .bool(try Operations.compare(left, right, ignoreCase: true) < 0)
    case .ile: return .bool(try Operations.compare(left, right, ignoreCase: true) <= 0)
    case .igt: return .bool(try Operations.compare(left, right, ignoreCase: true) > 0)
    case .ige: return .bool(try Operations.compare(left, right, ignoreCase: true) >= 0)
    default: throw refused(node, "The operator is not allowed in restricted language mode or a Data section.")
    }
  }

  private func convert(_ node: ConvertExpressionAst) throws -> Value {
    guard let type = TypeResolver.resolve(node.type.fullName, usingNamespaces: []) else {
      throw refused(node, "The type \(node.type.fullName) is not allowed.")
    }
    return try Operations.convert(evaluate(node.child), to: type)
  }

  // MARK: - Commands

  private func evaluate(command node: CommandAst) throws -> Value {
    guard node.invocationOperator == .unknown, let name = node.commandName,
      allowedCommands.contains(where: { Ordinal.equalsIgnoreCase($0, name) })
    else { throw refused(node, "The command is not allowed in restricted language mode or a Data section.") }
    var words: [Value] = []
    for element in node.commandElements.dropFirst() {
      if let p = element as? CommandParameterAst {
        if let a = p.argument { words.append(try evaluate(a)) }
      } else {
        words.append(try evaluate(element))
      }
    }
    let texts = try words.map { try Operations.toString($0) }
    switch CaseFold.folded(name) {
    case "JOIN-PATH":
      guard let first = texts.first else { throw refused(node, "Join-Path needs a path.") }
      return .string(texts.dropFirst().reduce(first) { joined($0, $1) })
    case "CONVERTFROM-STRINGDATA": return .object(stringData(texts.first ?? ""))
    default: return .nothing
    }
  }

  private func joined(_ parent: String, _ child: String) -> String {
    PathText.join(parent, String(child.drop { $0 == "/" }))
  }

  private func stringData(_ text: String) -> PSDictionary {
    let result = PSDictionary()
    for line in text.split(whereSeparator: \.isNewline) {
      guard let equals = line.firstIndex(of: "="), !line.drop(while: { $0 == " " }).hasPrefix("#") else { continue }
      result.set(trimmed(line[..<equals]), .string(trimmed(line[line.index(after: equals)...])))
    }
    return result
  }

  private func trimmed(_ text: Substring) -> String {
    var t = text.drop { $0 == " " || $0 == "\t" }
    while let last = t.last, last == " " || last == "\t" { t.removeLast() }
    return String(t)
  }

  private func refused(_ node: Ast, _ message: String) -> RestrictedDataError {
    RestrictedDataError(message: message, extent: node.extent)
  }
}
