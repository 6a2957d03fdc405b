import Diagnostics

/// Rules the grammar does not express, checked on the finished tree as PowerShell's parser does.
final class SemanticChecks {
  var diagnostics: [Diagnostic] = []

  /// Checks the nodes the parser marked; what is wrong is appended to `diagnostics` in the order of the tree.
  func check(_ nodes: [Ast], in root: Ast) {
    if nodes.isEmpty { return }
    // Nodes come children first; of two that cover the same text the later one is the parent.
    let order = nodes.indices.sorted { first, second in
      let a = nodes[first].extent
      let b = nodes[second].extent
      if a.start != b.start { return a.start < b.start }
      return a.end != b.end ? a.end > b.end : first > second
    }
    for index in order where isAttached(nodes[index], to: root) { inspect(nodes[index]) }
  }

  /// Whether a node is part of the tree rather than of an attempt given up.
  private func isAttached(_ node: Ast, to root: Ast) -> Bool {
    var current = node
    while let parent = current.parent { current = parent }
    return current === root
  }

  func report(_ id: String, _ extent: Extent, _ message: String) {
    diagnostics.append(Diagnostic(id: id, extent: extent, message: message))
  }

  private func inspect(_ node: Ast) {
    switch node.kind {
    case .assignmentStatement:
      if let it = node as? AssignmentStatementAst { checkTarget(it.left) }
    case .unaryExpression: if let it = node as? UnaryExpressionAst { checkStep(it) }
    case .attributedExpression: if let it = node as? AttributedExpressionAst { checkAttributed(it) }
    case .convertExpression: if let it = node as? ConvertExpressionAst { checkConvert(it) }
    case .attribute: if let it = node as? AttributeAst { checkArguments(it) }
    case .variableExpression: if let it = node as? VariableExpressionAst { checkSplat(it) }
    case .hashtable: if let it = node as? HashtableAst { checkKeys(it) }
    case .paramBlock: if let it = node as? ParamBlockAst { checkDuplicates(it.parameters) }
    case .functionDefinition: if let it = node as? FunctionDefinitionAst { checkFunction(it) }
    case .functionMember: if let it = node as? FunctionMemberAst { checkMethod(it) }
    case .typeDefinition: if let it = node as? TypeDefinitionAst { checkType(it) }
    case .tryStatement: if let it = node as? TryStatementAst { checkCatches(it) }
    case .forEachStatement: if let it = node as? ForEachStatementAst { checkForEach(it) }
    case .switchStatement: if let it = node as? SwitchStatementAst { checkSwitch(it) }
    case .usingExpression: if let it = node as? UsingExpressionAst { checkUsing(it) }
    case .dataStatement: if let it = node as? DataStatementAst { checkData(it) }
    default: break
    }
  }
}

// MARK: - Assignment targets

extension SemanticChecks {
  /// The parts of an expression nothing can be assigned to.
  private func invalidTargets(_ node: ExpressionAst) -> [Ast] {
    switch node {
    case is VariableExpressionAst: return []
    case let it as MemberExpressionAst: return it.nullConditional ? [node] : []
    case let it as IndexExpressionAst: return it.nullConditional ? [node] : []
    case let it as ArrayLiteralAst: return it.elements.flatMap { invalidTargets($0) }
    case let it as ParenExpressionAst:
      guard let inner = it.pipeline.pureExpression else { return [node] }
      return invalidTargets(inner)
    case let it as AttributedExpressionAst: return invalidTargets(it.child)
    default: return [node]
    }
  }

  fileprivate func checkTarget(_ node: ExpressionAst) {
    for bad in invalidTargets(node) {
      report("InvalidLeftHandSide", bad.extent, SyntaxMessages.assignmentTarget)
    }
  }

  fileprivate func checkStep(_ node: UnaryExpressionAst) {
    let sign: String
    switch node.tokenKind {
    case .plusPlus, .postfixPlusPlus: sign = "++"
    case .minusMinus, .postfixMinusMinus: sign = "--"
    default: return
    }
    let child = node.child
    if !invalidTargets(child).isEmpty || child.kind == .arrayLiteral {
      report("OperatorRequiresVariableOrProperty", child.extent, SyntaxMessages.operatorRequiresVariable(sign))
    }
  }
}

// MARK: - Attributes and casts

extension SemanticChecks {
  fileprivate func checkAttributed(_ node: AttributedExpressionAst) {
    var found: AttributeAst?
    var current: AttributedExpressionAst? = node
    while let it = current {
      if it.child.kind == .variableExpression { return }
      found = it.attribute as? AttributeAst ?? found
      current = it.child as? AttributedExpressionAst
    }
    guard let found else { return }
    report("UnexpectedAttribute", found.extent, SyntaxMessages.unexpectedAttribute(found.typeName.fullName))
  }

  fileprivate func checkConvert(_ node: ConvertExpressionAst) {
    if node.type.name.utf8.count == 7, node.type.name.lowercased() == "ordered", node.child.kind != .hashtable {
      report("OrderedAttributeOnlyOnHashLiteralNode", node.extent, SyntaxMessages.orderedOnlyOnHash)
    }
  }

  fileprivate func checkArguments(_ node: AttributeAst) {
    for argument in node.positionalArguments + node.namedArguments.map(\.argument)
    where !ConstantRules.isConstant(argument, attribute: true) {
      report(
        "ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock", argument.extent,
        SyntaxMessages.attributeArgumentConstant)
    }
  }
}

// MARK: - Splatting, hash keys, parameters

extension SemanticChecks {
  fileprivate func checkSplat(_ node: VariableExpressionAst) {
    guard node.splatted else { return }
    if node.parent?.kind == .command { return }
    if node.parent?.kind == .usingExpression, node.parent?.parent?.kind == .command { return }
    report(
      "SplattingNotPermitted", node.extent, SyntaxMessages.splattingNotPermitted(node.variablePath.userPath))
  }

  fileprivate func checkKeys(_ node: HashtableAst) {
    if node.keyValuePairs.count < 2 { return }
    var seen: Set<String> = []
    for pair in node.keyValuePairs {
      let name: String
      if let key = pair.key as? StringConstantExpressionAst {
        name = key.value
      } else if let key = pair.key as? ConstantExpressionAst {
        name = ConstantRules.text(key.constant)
      } else {
        continue
      }
      if !seen.insert(name.lowercased()).inserted {
        report("DuplicateKeyInHashLiteral", pair.key.extent, SyntaxMessages.duplicateKey(name))
      }
    }
  }

  fileprivate func checkDuplicates(_ parameters: [ParameterAst]) {
    if parameters.count < 2 { return }
    var seen: Set<String> = []
    for parameter in parameters {
      let name = parameter.name.variablePath.userPath
      if !seen.insert(name.lowercased()).inserted {
        report(
          "DuplicateFormalParameter", parameter.name.extent, SyntaxMessages.duplicateParameter(name))
      }
    }
  }

  fileprivate func checkFunction(_ node: FunctionDefinitionAst) {
    guard let parameters = node.parameters else { return }
    checkDuplicates(parameters)
    if node.parent?.kind != .functionMember, let block = node.body.paramBlock {
      report("OnlyOneParamBlock", block.extent, SyntaxMessages.onlyOneParameterList)
    }
  }
}

// MARK: - Statements

extension SemanticChecks {
  fileprivate func checkCatches(_ node: TryStatementAst) {
    node.finally?.walk { child in
      switch child.kind {
      case .breakStatement, .continueStatement, .returnStatement: checkFlow(child)
      case .functionDefinition, .scriptBlock: return false
      default: break
      }
      return true
    }
    var seen: Set<String> = []
    for (index, clause) in node.catchClauses.enumerated() {
      if clause.isCatchAll, index + 1 < node.catchClauses.count {
        report("EmptyCatchNotLast", clause.extent, SyntaxMessages.emptyCatchNotLast)
        return
      }
      for type in clause.catchTypes where !seen.insert(type.typeName.fullName.lowercased()).inserted {
        report(
          "ExceptionTypeAlreadyCaught", type.extent, SyntaxMessages.exceptionTypeCaught(type.typeName.fullName))
      }
    }
  }

  /// Flow out of a finally block.
  fileprivate func checkFlow(_ node: Ast) {
    let label: String?
    switch node {
    case let it as BreakStatementAst: label = labelText(it.label)
    case let it as ContinueStatementAst: label = labelText(it.label)
    default: label = nil
    }
    let isReturn = node.kind == .returnStatement
    var child: Ast = node
    while let parent = child.parent {
      switch parent.kind {
      case .functionDefinition, .scriptBlock: return
      case .trapStatement where !isReturn && label == nil: return
      case .tryStatement:
        if let it = parent as? TryStatementAst, it.finally === child {
          report("ControlLeavingFinally", node.extent, SyntaxMessages.flowLeavesFinally)
          return
        }
      default: break
      }
      if !isReturn, let loop = parent as? LabeledStatementAst {
        guard let label else { return }
        if label.isEmpty || loop.label?.lowercased() == label.lowercased() { return }
      }
      child = parent
    }
  }

  /// The text of a label; empty for one that is computed.
  private func labelText(_ label: ExpressionAst?) -> String? {
    label.map { ($0 as? StringConstantExpressionAst)?.value ?? "" }
  }

  fileprivate func checkForEach(_ node: ForEachStatementAst) {
    if node.isParallel || node.throttleLimit != nil {
      let name = node.isParallel ? "parallel" : "throttlelimit"
      report("KeywordParameterReservedForFutureUse", node.extent, SyntaxMessages.reservedParameter(name, "foreach"))
    }
  }

  fileprivate func checkSwitch(_ node: SwitchStatementAst) {
    if node.flags.contains(.parallel) {
      report(
        "KeywordParameterReservedForFutureUse", node.extent, SyntaxMessages.reservedParameter("parallel", "switch"))
    }
  }

  fileprivate func checkUsing(_ node: UsingExpressionAst) {
    var inner: ExpressionAst = node.subExpression
    while true {
      switch inner {
      case is VariableExpressionAst: return
      case let it as InvokeMemberExpressionAst:
        report("InvalidUsingExpression", it.extent, SyntaxMessages.invalidUsingExpression)
        return
      case let it as MemberExpressionAst: inner = it.expression
      case let it as IndexExpressionAst: inner = it.target
      default:
        report("InvalidUsingExpression", inner.extent, SyntaxMessages.invalidUsingExpression)
        return
      }
    }
  }
}
