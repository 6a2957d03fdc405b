import Diagnostics

// What a data section may hold.
extension SemanticChecks {
  func checkData(_ node: DataStatementAst) {
    for command in node.commandsAllowed where command.kind != .stringConstantExpression {
      report("InvalidDataSectionCommand", command.extent, SyntaxMessages.dataSectionExpression)
    }
    var allowed: Set<String> = ["convertfrom-stringdata"]
    for command in node.commandsAllowed {
      if let name = command as? StringConstantExpressionAst { allowed.insert(name.value.lowercased()) }
    }
    var found: [Diagnostic] = []
    node.body.walk { child in
      if let error = Self.dataSectionError(child, allowed) {
        found.append(error)
        return false
      }
      return true
    }
    diagnostics += found
  }

  private static func dataSectionError(_ node: Ast, _ allowed: Set<String>) -> Diagnostic? {
    func error(_ id: String, _ message: String) -> Diagnostic {
      Diagnostic(id: id, extent: node.extent, message: message)
    }
    switch node {
    case let it as CommandAst:
      guard let name = it.commandName, it.invocationOperator == .unknown else {
        return error("DotSourcingNotSupportedInDataSection", SyntaxMessages.dataSectionCommand)
      }
      return allowed.contains(name.lowercased())
        ? nil : error("CmdletNotInAllowedListForDataSection", SyntaxMessages.dataSectionCmdlet(name))
    case let it as VariableExpressionAst:
      let name = it.variablePath.userPath.lowercased()
      let known = ["true", "false", "null", "psculture", "psuiculture", "psscriptroot", "psedition"]
      if known.contains(name) || name.hasPrefix("env:") { return nil }
      return error("VariableReferenceNotSupportedInDataSection", SyntaxMessages.dataSectionVariable)
    case is AssignmentStatementAst:
      return error("AssignmentStatementNotSupportedInDataSection", SyntaxMessages.dataSectionAssignment)
    case is ScriptBlockExpressionAst:
      return error("ScriptBlockNotSupportedInDataSection", SyntaxMessages.dataSectionScriptBlock)
    case is InvokeMemberExpressionAst:
      return error("MethodCallNotSupportedInDataSection", SyntaxMessages.dataSectionMethod)
    case is FunctionDefinitionAst:
      return error("FunctionDeclarationNotSupportedInDataSection", SyntaxMessages.dataSectionFunction)
    case is LoopStatementAst:
      let id = node.kind == .forEachStatement ? "Foreach" : node.kind == .forStatement ? "For" : "While"
      return error("\(id)StatementNotSupportedInDataSection", SyntaxMessages.dataSectionLoop)
    case is TryStatementAst, is TrapStatementAst, is SwitchStatementAst, is ThrowStatementAst,
      is ReturnStatementAst, is ExitStatementAst, is BreakStatementAst, is ContinueStatementAst,
      is DataStatementAst:
      return error("StatementNotSupportedInDataSection", SyntaxMessages.dataSectionStatement)
    case is FileRedirectionAst, is MergingRedirectionAst:
      return error("RedirectionNotSupportedInDataSection", SyntaxMessages.dataSectionRedirection)
    default: return nil
    }
  }
}
