import Basics
import Diagnostics
import Objects
import Syntax

extension Compiler {
  /// Statements in order, with their traps.
  func statements(_ list: [StatementAst], _ traps: [TrapStatementAst], _ extent: Extent) -> StatementNode {
    var nodes: [StatementNode] = []
    nodes.reserveCapacity(list.count)
    for s in list where s.kind != .trapStatement {
      if let n = statement(s) { nodes.append(n) }
    }
    guard !traps.isEmpty else { return StatementListNode(nodes, extent) }
    let compiled = traps.map { t in
      TrapListNode.Trap(type: t.trapType.map { type($0.typeName) }, body: detached(t.body, of: nil))
    }
    return TrapListNode(nodes, traps: compiled, extent)
  }

  func block(_ ast: StatementBlockAst) -> StatementNode { statements(ast.statements, ast.traps, ast.extent) }

  /// One statement; nil for those that do nothing when reached.
  func statement(_ ast: StatementAst) -> StatementNode? {
    switch ast {
    case let a as PipelineBaseAst: return pipelineStatement(a)
    case let a as IfStatementAst: return ifStatement(a)
    case let a as SwitchStatementAst: return switchStatement(a)
    case let a as LoopStatementAst: return loop(a)
    case let a as TryStatementAst: return tryStatement(a)
    case let a as FunctionDefinitionAst: return function(a)
    case let a as ReturnStatementAst:
      return ReturnNode(a.pipeline.map { pipeline($0) }, inMethod: inMethod, a.extent)
    case let a as BreakStatementAst: return JumpNode(isBreak: true, label: a.label.map { expression($0) }, a.extent)
    case let a as ContinueStatementAst:
      return JumpNode(isBreak: false, label: a.label.map { expression($0) }, a.extent)
    case let a as ExitStatementAst: return ExitNode(a.pipeline.map { pipeline($0) }, a.extent)
    case let a as ThrowStatementAst: return ThrowNode(a.pipeline.map { pipeline($0) }, a.extent)
    case let a as DataStatementAst: return data(a)
    case let a as BlockStatementAst: return block(a.body)
    case is TypeDefinitionAst, is UsingStatementAst, is TrapStatementAst: return nil
    default: return rare(ast)
    }
  }

  private func rare(_ ast: StatementAst) -> StatementNode? {
    switch ast {
    case let a as CommandBaseAst:
      let pipeline = self.element(a)
      return ExpressionStatement(pipeline, a.extent, setsSuccess: false)
    case let a as ConfigurationDefinitionAst:
      return FailingStatement(a.extent) {
        GuestError.runtime(
          "ConfigurationNotSupported", "The configuration keyword is not supported on this platform.", .NotImplemented)
      }
    default:
      return FailingStatement(ast.extent) {
        GuestError.runtime("UnexpectedToken", "The statement cannot be run.", .ParserError)
      }
    }
  }

  func pipelineStatement(_ a: PipelineBaseAst) -> StatementNode {
    if let e = a as? ErrorStatementAst {
      return FailingStatement(e.extent) {
        GuestError.runtime("ParseError", "The statement contains a syntax error.", .ParserError)
      }
    }
    return ExpressionStatement(pipeline(a), a.extent, setsSuccess: setsSuccess(a))
  }

  /// Whether a statement is plain expressions all the way, so that running it makes `$?` true.
  func setsSuccess(_ ast: StatementAst) -> Bool {
    switch ast {
    case let a as AssignmentStatementAst: return setsSuccess(a.right)
    case let a as PipelineBaseAst:
      guard let e = a.pureExpression else { return false }
      return setsSuccess(e)
    case is CommandBaseAst: return (ast as? CommandExpressionAst).map { setsSuccess($0.expression) } ?? false
    default: return false
    }
  }

  private func setsSuccess(_ e: ExpressionAst) -> Bool {
    switch e {
    case let p as ParenExpressionAst: return setsSuccess(p.pipeline)
    case let s as SubExpressionAst: return s.subExpression.statements.allSatisfy { setsSuccess($0) }
    case let s as ArrayExpressionAst: return s.subExpression.statements.allSatisfy { setsSuccess($0) }
    default: return true
    }
  }

  /// A statement standing where a value is wanted.
  func value(of ast: StatementAst) -> Node {
    if let p = ast as? PipelineBaseAst { return pipeline(p) }
    if let c = ast as? CommandBaseAst { return element(c) }
    guard let s = statement(ast) else { return ConstantNode(.nothing) }
    return CaptureNode(s)
  }

  private func ifStatement(_ a: IfStatementAst) -> StatementNode {
    IfNode(
      a.clauses.map { pipeline($0.condition) }, conditionExtents: a.clauses.map { $0.condition.extent },
      bodies: a.clauses.map { block($0.body) }, otherwise: a.elseClause.map { block($0) }, a.extent)
  }

  private func loop(_ a: LoopStatementAst) -> StatementNode? {
    let label = a.label.map { Symbol($0) }
    let body = block(a.body)
    let conditionExtent = a.condition?.extent ?? a.extent
    switch a {
    case let l as ForStatementAst:
      return ForNode(
        initializer: l.initializer.map { pipeline($0) }, condition: l.condition.map { pipeline($0) },
        conditionExtent: conditionExtent, iterator: l.iterator.map { pipeline($0) }, label: label, body: body, a.extent)
    case let l as ForEachStatementAst:
      let place = self.place(l.variable)
      let collection = l.condition.map { pipeline($0) } ?? ConstantNode(.null)
      return ForEachNode(
        place, collection, conditionExtent, needsEnumerator: context.mentionsForeach, label: label, body: body,
        a.extent)
    default: break
    }
    guard let condition = a.condition.map({ pipeline($0) }) else { return nil }
    switch a.kind {
    case .whileStatement: return WhileNode(condition, conditionExtent, label: label, body: body, a.extent)
    default:
      return DoNode(
        condition, conditionExtent, until: a.kind == .doUntilStatement, label: label, body: body, a.extent)
    }
  }

  private func switchStatement(_ a: SwitchStatementAst) -> StatementNode {
    let clauses = a.clauses.map { c in
      var inPlace: StatementNode?
      if let s = c.condition as? ScriptBlockExpressionAst, s.scriptBlock.paramBlock == nil,
        let end = s.scriptBlock.endBlock, s.scriptBlock.beginBlock == nil, s.scriptBlock.processBlock == nil
      {
        inPlace = statements(end.statements, end.traps, end.extent)
      }
      return SwitchNode.Clause(
        condition: inPlace == nil ? argument(c.condition) : ConstantNode(.null), block: inPlace, body: block(c.body))
    }
    let mode: SwitchNode.Mode =
      a.flags.contains(.regex) ? .regex : a.flags.contains(.wildcard) ? .wildcard : .exact
    return SwitchNode(
      label: a.label.map { Symbol($0) }, value: a.condition.map { pipeline($0) } ?? ConstantNode(.null),
      valueExtent: a.condition?.extent ?? a.extent, mode: mode, ignoreCase: !a.flags.contains(.caseSensitive),
      isFile: a.flags.contains(.file), clauses: clauses, otherwise: a.default.map { block($0) }, a.extent)
  }

  private func tryStatement(_ a: TryStatementAst) -> StatementNode {
    let clauses = a.catchClauses.map { c in
      TryNode.Clause(types: c.catchTypes.map { type($0.typeName) }, body: block(c.body))
    }
    return TryNode(block(a.body), clauses: clauses, cleanup: a.finally.map { block($0) }, a.extent)
  }

  private func function(_ a: FunctionDefinitionAst) -> StatementNode {
    let prototype = ScriptBlock(ast: a.body, owner: a, context: context)
    return FunctionNode(a.name, isFilter: a.isFilter, prototype: prototype, a.extent)
  }

  private func data(_ a: DataStatementAst) -> StatementNode {
    let place = a.variable.map { local(Symbol($0)) }
    return DataNode(place, body: block(a.body), a.extent)
  }
}
