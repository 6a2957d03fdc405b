import Diagnostics

/// `while (…) { … }`.
public final class WhileStatementAst: LoopStatementAst {
  init(_ extent: Extent, label: String?, condition: PipelineBaseAst, body: StatementBlockAst) {
    super.init(.whileStatement, extent, label: label, condition: condition, body: body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let condition { body(condition) }
    body(self.body)
  }
}

/// `do { … } while (…)`.
public final class DoWhileStatementAst: LoopStatementAst {
  init(_ extent: Extent, label: String?, condition: PipelineBaseAst, body: StatementBlockAst) {
    super.init(.doWhileStatement, extent, label: label, condition: condition, body: body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let condition { body(condition) }
    body(self.body)
  }
}

/// `do { … } until (…)`.
public final class DoUntilStatementAst: LoopStatementAst {
  init(_ extent: Extent, label: String?, condition: PipelineBaseAst, body: StatementBlockAst) {
    super.init(.doUntilStatement, extent, label: label, condition: condition, body: body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let condition { body(condition) }
    body(self.body)
  }
}

/// `for (…; …; …) { … }`.
public final class ForStatementAst: LoopStatementAst {
  public let initializer: PipelineBaseAst?
  public let iterator: PipelineBaseAst?

  init(
    _ extent: Extent, label: String?, initializer: PipelineBaseAst?, condition: PipelineBaseAst?,
    iterator: PipelineBaseAst?, body: StatementBlockAst
  ) {
    self.initializer = initializer
    self.iterator = iterator
    super.init(.forStatement, extent, label: label, condition: condition, body: body)
    adopt(initializer)
    adopt(iterator)
  }

  deinit {
    orphan(initializer)
    orphan(iterator)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let initializer { body(initializer) }
    if let condition { body(condition) }
    if let iterator { body(iterator) }
    body(self.body)
  }
}

/// `foreach ($v in …) { … }`; the collection is `condition`.
public final class ForEachStatementAst: LoopStatementAst {
  public let variable: VariableExpressionAst
  /// Whether `-parallel` is written.
  public let isParallel: Bool
  public let throttleLimit: ExpressionAst?

  init(
    _ extent: Extent, label: String?, isParallel: Bool, throttleLimit: ExpressionAst?,
    variable: VariableExpressionAst, expression: PipelineBaseAst, body: StatementBlockAst
  ) {
    self.variable = variable
    self.isParallel = isParallel
    self.throttleLimit = throttleLimit
    super.init(.forEachStatement, extent, label: label, condition: expression, body: body)
    adopt(variable)
    adopt(throttleLimit)
  }

  deinit {
    orphan(variable)
    orphan(throttleLimit)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(variable)
    if let condition { body(condition) }
    if let throttleLimit { body(throttleLimit) }
    body(self.body)
  }
}

/// `break LABEL`.
public final class BreakStatementAst: StatementAst {
  public let label: ExpressionAst?

  init(_ extent: Extent, label: ExpressionAst?) {
    self.label = label
    super.init(.breakStatement, extent)
    adopt(label)
  }

  deinit { orphan(label) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let label { body(label) } }
}

/// `continue LABEL`.
public final class ContinueStatementAst: StatementAst {
  public let label: ExpressionAst?

  init(_ extent: Extent, label: ExpressionAst?) {
    self.label = label
    super.init(.continueStatement, extent)
    adopt(label)
  }

  deinit { orphan(label) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let label { body(label) } }
}

/// `return …`.
public final class ReturnStatementAst: StatementAst {
  public let pipeline: PipelineBaseAst?

  init(_ extent: Extent, pipeline: PipelineBaseAst?) {
    self.pipeline = pipeline
    super.init(.returnStatement, extent)
    adopt(pipeline)
  }

  deinit { orphan(pipeline) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let pipeline { body(pipeline) } }
}

/// `exit …`.
public final class ExitStatementAst: StatementAst {
  public let pipeline: PipelineBaseAst?

  init(_ extent: Extent, pipeline: PipelineBaseAst?) {
    self.pipeline = pipeline
    super.init(.exitStatement, extent)
    adopt(pipeline)
  }

  deinit { orphan(pipeline) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let pipeline { body(pipeline) } }
}

/// `throw …`.
public final class ThrowStatementAst: StatementAst {
  public let pipeline: PipelineBaseAst?

  init(_ extent: Extent, pipeline: PipelineBaseAst?) {
    self.pipeline = pipeline
    super.init(.throwStatement, extent)
    adopt(pipeline)
  }

  deinit { orphan(pipeline) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let pipeline { body(pipeline) } }

  /// Whether the statement throws the error at hand again.
  public var isRethrow: Bool {
    guard pipeline == nil else { return false }
    var node = parent
    while let current = node {
      if current.kind == .catchClause { return true }
      if current.kind == .functionDefinition || current.kind == .scriptBlock { return false }
      node = current.parent
    }
    return false
  }
}
