import Diagnostics

/// What counts as a constant where the language asks for one.
enum ConstantRules {
  /// Whether an expression is a constant, or what else an attribute argument may be.
  static func isConstant(_ node: Ast, attribute: Bool) -> Bool {
    switch node {
    case is ConstantExpressionAst, is StringConstantExpressionAst: return true
    case is TypeExpressionAst: return true
    case is ScriptBlockExpressionAst: return attribute
    case let it as VariableExpressionAst:
      let name = it.variablePath.userPath.lowercased()
      return name == "true" || name == "false" || name == "null"
    case let it as ParenExpressionAst:
      guard let inner = it.pipeline.pureExpression else { return false }
      return isConstant(inner, attribute: attribute)
    case let it as UnaryExpressionAst:
      switch it.tokenKind {
      case .plusPlus, .minusMinus, .postfixPlusPlus, .postfixMinusMinus: return false
      default: return isConstant(it.child, attribute: attribute)
      }
    case let it as BinaryExpressionAst:
      return isConstant(it.left, attribute: attribute) && isConstant(it.right, attribute: attribute)
    case let it as TernaryExpressionAst:
      return [it.condition, it.ifTrue, it.ifFalse].allSatisfy { isConstant($0, attribute: attribute) }
    case let it as ConvertExpressionAst: return isConstant(it.child, attribute: attribute)
    case let it as ArrayLiteralAst: return it.elements.allSatisfy { isConstant($0, attribute: attribute) }
    case let it as ArrayExpressionAst: return isConstantBlock(it.subExpression, attribute)
    case let it as SubExpressionAst: return isConstantBlock(it.subExpression, attribute)
    case let it as MemberExpressionAst:
      return !(it is InvokeMemberExpressionAst) && it.isStatic && it.expression.kind == .typeExpression
    case let it as IndexExpressionAst:
      return isConstant(it.target, attribute: attribute) && isConstant(it.index, attribute: attribute)
    case let it as HashtableAst:
      return it.keyValuePairs.allSatisfy { pair in
        guard let value = (pair.value as? PipelineBaseAst)?.pureExpression else { return false }
        return isConstant(pair.key, attribute: attribute) && isConstant(value, attribute: attribute)
      }
    default: return false
    }
  }

  private static func isConstantBlock(_ block: StatementBlockAst, _ attribute: Bool) -> Bool {
    block.traps.isEmpty
      && block.statements.allSatisfy { statement in
        guard let inner = (statement as? PipelineBaseAst)?.pureExpression else { return false }
        return isConstant(inner, attribute: attribute)
      }
  }

  /// A constant as a hash key compares.
  static func text(_ value: ConstantValue) -> String {
    switch value {
    case .null: return ""
    case .boolean(let it): return it ? "True" : "False"
    case .int(let it): return "\(it)"
    case .long(let it): return "\(it)"
    case .double(let it): return it == it.rounded() && abs(it) < 1e15 ? "\(Int64(it))" : "\(it)"
    case .single(let it): return "\(it)"
    case .sbyte(let it): return "\(it)"
    case .byte(let it): return "\(it)"
    case .int16(let it): return "\(it)"
    case .uint16(let it): return "\(it)"
    case .uint32(let it): return "\(it)"
    case .uint64(let it): return "\(it)"
    case .decimal(let it), .bigInteger(let it), .string(let it): return it
    }
  }
}
