import Diagnostics

// Classes: members, methods and what methods may refer to.
extension SemanticChecks {
  func checkType(_ node: TypeDefinitionAst) {
    var seen: Set<String> = []
    for member in node.members {
      var key = member.name.lowercased()
      if let method = member as? FunctionMemberAst {
        key +=
          "("
          + method.parameters.map { ($0.typeConstraint?.typeName.fullName ?? "object").lowercased() }
          .joined(separator: ",") + ")" + (method.isConstructor && method.isStatic ? "static" : "")
      }
      if !seen.insert(key).inserted {
        report("MemberAlreadyDefined", member.extent, SyntaxMessages.memberAlreadyDefined(member.name))
      }
    }
  }

  func checkMethod(_ node: FunctionMemberAst) {
    if node.body.paramBlock != nil {
      report(
        "ParamBlockNotAllowedInMethod", node.body.paramBlock?.extent ?? node.extent,
        SyntaxMessages.paramBlockInMethod)
    }
    guard let owner = node.parent as? TypeDefinitionAst, let block = node.body.endBlock else { return }
    if let type = node.returnType, type.typeName.fullName.lowercased() != "void", !node.isConstructor,
      type.typeName.fullName.lowercased() != "system.void", FlowRules.canEnd(block.statements)
    {
      report(
        "MethodHasCodePathNotReturn", node.function.nameExtent, SyntaxMessages.methodHasCodePathNotReturn)
    }
    var locals = MethodLocals(owner: owner, method: node)
    locals.collect(block)
    for error in locals.errors(block) { diagnostics.append(error) }
  }
}

/// Where control can go.
enum FlowRules {
  /// Whether control can reach the end of statements.
  static func canEnd(_ statements: [StatementAst]) -> Bool {
    for statement in statements where !canEnd(statement) { return false }
    return true
  }

  private static func canEnd(_ statement: StatementAst) -> Bool {
    switch statement {
    case is ReturnStatementAst, is ThrowStatementAst, is ExitStatementAst, is BreakStatementAst,
      is ContinueStatementAst:
      return false
    case let it as IfStatementAst:
      guard let otherwise = it.elseClause else { return true }
      return it.clauses.contains { canEnd($0.body.statements) } || canEnd(otherwise.statements)
    case let it as SwitchStatementAst:
      guard let otherwise = it.default else { return true }
      return it.clauses.contains { canEnd($0.body.statements) } || canEnd(otherwise.statements)
    case let it as TryStatementAst:
      if let finally = it.finally, !canEnd(finally.statements) { return false }
      return canEnd(it.body.statements) || it.catchClauses.contains { canEnd($0.body.statements) }
    case let it as LoopStatementAst: return loopCanEnd(it)
    default: return true
    }
  }

  private static func loopCanEnd(_ loop: LoopStatementAst) -> Bool {
    if let loop = loop as? DoWhileStatementAst, !canEnd(loop.body.statements) { return leaves(loop.body) }
    if let loop = loop as? DoUntilStatementAst, !canEnd(loop.body.statements) { return leaves(loop.body) }
    let endless: Bool
    switch loop {
    case is WhileStatementAst:
      let value = loop.condition?.pureExpression
      endless = (value as? VariableExpressionAst)?.variablePath.userPath.lowercased() == "true"
    case is ForStatementAst: endless = loop.condition == nil
    default: endless = false
    }
    return !endless || leaves(loop.body)
  }

  /// Whether a `break` stands somewhere in a loop's body.
  private static func leaves(_ body: StatementBlockAst) -> Bool {
    var found = false
    body.walk { node in
      if node.kind == .breakStatement { found = true }
      return node.kind != .scriptBlockExpression && node.kind != .functionDefinition && !found
    }
    return found
  }
}

/// The variables a method assigns, and those it reads without assigning them.
struct MethodLocals {
  let owner: TypeDefinitionAst
  let method: FunctionMemberAst
  private var names: Set<String> = []

  private static let automatic: Set<String> = [
    "$", "?", "^", "_", "args", "consolefilename", "error", "event", "eventargs", "eventsubscriber",
    "executioncontext", "false", "foreach", "home", "host", "input", "iscoreclr", "islinux", "ismacos",
    "iswindows", "lastexitcode", "matches", "myinvocation", "nestedpromptlevel", "null", "pid", "profile",
    "psboundparameters", "pscmdlet", "pscommandpath", "psculture", "psdebugcontext", "psedition", "pshome",
    "psitem", "psscriptroot", "pssenderinfo", "psuiculture", "psversiontable", "pwd", "sender", "shellid",
    "stacktrace", "switch", "this", "true", "enabledexperimentalfeatures", "psstyle",
    "confirmpreference", "debugpreference", "erroractionpreference", "errorview", "formatenumerationlimit",
    "informationpreference", "maximumhistorycount", "ofs", "outputencoding", "progresspreference",
    "psdefaultparametervalues", "psemailserver", "psmoduleautoloadingpreference",
    "psnativecommandargumentpassing", "psnativecommanduseerroractionpreference", "pssessionapplicationname",
    "pssessionconfigurationname", "pssessionoption", "verbosepreference", "warningpreference",
    "whatifpreference",
  ]

  init(owner: TypeDefinitionAst, method: FunctionMemberAst) {
    self.owner = owner
    self.method = method
    for parameter in method.parameters { names.insert(parameter.name.variablePath.userPath.lowercased()) }
  }

  /// Notes every variable assigned in a block.
  mutating func collect(_ block: NamedBlockAst) {
    var found: Set<String> = []
    block.walk { node in
      switch node {
      case let it as AssignmentStatementAst: Self.targets(it.left, &found)
      case let it as ForEachStatementAst: found.insert(it.variable.variablePath.userPath.lowercased())
      case let it as DataStatementAst: if let name = it.variable { found.insert(name.lowercased()) }
      case let it as UnaryExpressionAst: if it.tokenKind == .postfixPlusPlus { Self.targets(it.child, &found) }
      case let it as ConvertExpressionAst: if it.type.name.lowercased() == "ref" { Self.targets(it.child, &found) }
      case let it as CommandParameterAst:
        if it.parameterName.lowercased().hasSuffix("variable") { Self.outVariable(it, &found) }
      default: break
      }
      return node.kind != .scriptBlockExpression && node.kind != .functionDefinition
    }
    names.formUnion(found)
  }

  private static func targets(_ node: ExpressionAst, _ found: inout Set<String>) {
    switch node {
    case let it as VariableExpressionAst:
      found.insert(it.variablePath.name.lowercased())
    case let it as ArrayLiteralAst: for element in it.elements { targets(element, &found) }
    case let it as AttributedExpressionAst: targets(it.child, &found)
    case let it as ParenExpressionAst: if let inner = it.pipeline.pureExpression { targets(inner, &found) }
    default: break
    }
  }

  /// `-OutVariable name` and its kin assign too.
  private static func outVariable(_ node: CommandParameterAst, _ found: inout Set<String>) {
    guard let command = node.parent as? CommandAst,
      let index = command.commandElements.firstIndex(where: { $0 === node })
    else { return }
    let next = index + 1 < command.commandElements.count ? command.commandElements[index + 1] : nil
    guard let word = (node.argument ?? next) as? StringConstantExpressionAst else { return }
    found.insert((word.value.hasPrefix("+") ? String(word.value.dropFirst()) : word.value).lowercased())
  }

  /// What is wrong with the variables of a block.
  func errors(_ block: NamedBlockAst) -> [Diagnostic] {
    var result: [Diagnostic] = []
    let properties = Set(owner.members.compactMap { ($0 as? PropertyMemberAst)?.name.lowercased() })
    let parameters = Set(method.parameters.map { $0.name.variablePath.userPath.lowercased() })
    Self.walkLive(block) { node in
      if let it = node as? AssignmentStatementAst, let target = Self.plainVariable(it.left) {
        let name = target.variablePath.userPath.lowercased()
        if target.variablePath.isUnqualified, properties.contains(name), !parameters.contains(name),
          let member = owner.members.first(where: { $0.name.lowercased() == name && $0 is PropertyMemberAst })
        {
          let isStatic = (member as? PropertyMemberAst)?.isStatic == true
          let path = isStatic ? "[\(owner.name)]::\(member.name)" : "$this.\(member.name)"
          result.append(
            Diagnostic(
              id: isStatic ? "MissingTypeInStaticPropertyAssignment" : "MissingThis", extent: target.extent,
              message: SyntaxMessages.cannotAssignProperty(path)))
        }
      }
      if let it = node as? VariableExpressionAst, it.variablePath.isUnqualified, it.variablePath.scope != .using {
        let name = it.variablePath.userPath.lowercased()
        if !names.contains(name), !Self.automatic.contains(name) {
          result.append(
            Diagnostic(id: "VariableNotLocal", extent: it.extent, message: SyntaxMessages.variableNotLocal))
        }
      }
      return node.kind != .scriptBlockExpression && node.kind != .functionDefinition
    }
    return result
  }

  /// Walks a tree without the statements after one that always leaves.
  private static func walkLive(_ node: Ast, _ body: (Ast) -> Bool) {
    guard body(node) else { return }
    let statements = (node as? NamedBlockAst)?.statements ?? (node as? StatementBlockAst)?.statements
    guard let statements else {
      node.forEachChild { walkLive($0, body) }
      return
    }
    for statement in statements {
      walkLive(statement, body)
      switch statement.kind {
      case .returnStatement, .throwStatement, .exitStatement, .breakStatement, .continueStatement: return
      default: break
      }
    }
  }

  private static func plainVariable(_ node: ExpressionAst) -> VariableExpressionAst? {
    if let it = node as? AttributedExpressionAst { return plainVariable(it.child) }
    return node as? VariableExpressionAst
  }
}
