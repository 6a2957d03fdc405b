import Diagnostics

/// Commands connected by `|`.
public final class PipelineAst: ChainableAst {
  public let pipelineElements: [CommandBaseAst]
  /// Whether the pipeline ends in `&` and runs as a job.
  public let background: Bool

  init(_ extent: Extent, pipelineElements: [CommandBaseAst], background: Bool = false) {
    self.pipelineElements = pipelineElements
    self.background = background
    super.init(.pipeline, extent)
    adopt(all: pipelineElements)
  }

  deinit { orphan(all: pipelineElements) }

  public override func forEachChild(_ body: (Ast) -> Void) { pipelineElements.forEach(body) }

  public override var pureExpression: ExpressionAst? {
    guard pipelineElements.count == 1, let element = pipelineElements[0] as? CommandExpressionAst,
      element.redirections.isEmpty
    else { return nil }
    return element.expression
  }
}

/// Two pipelines connected by `&&` or `||`.
public final class PipelineChainAst: ChainableAst {
  public let lhsPipelineChain: ChainableAst
  public let rhsPipeline: PipelineAst
  /// `.andAnd` or `.orOr`.
  public let `operator`: TokenKind
  public let background: Bool

  init(_ extent: Extent, lhs: ChainableAst, rhs: PipelineAst, operator: TokenKind, background: Bool = false) {
    lhsPipelineChain = lhs
    rhsPipeline = rhs
    self.operator = `operator`
    self.background = background
    super.init(.pipelineChain, extent)
    adopt(lhs)
    adopt(rhs)
  }

  deinit {
    orphan(lhsPipelineChain)
    orphan(rhsPipeline)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(lhsPipelineChain)
    body(rhsPipeline)
  }
}

/// `target = value` and its compound forms.
public final class AssignmentStatementAst: PipelineBaseAst {
  public let left: ExpressionAst
  /// `.equals`, `.plusEquals` and so on.
  public let `operator`: TokenKind
  public let right: StatementAst
  /// Place of the operator.
  public internal(set) var errorPosition: Extent

  init(
    _ extent: Extent, left: ExpressionAst, operator: TokenKind, right: StatementAst, errorPosition: Extent
  ) {
    self.left = left
    self.operator = `operator`
    self.right = right
    self.errorPosition = errorPosition
    super.init(.assignmentStatement, extent)
    adopt(left)
    adopt(right)
  }

  deinit {
    orphan(left)
    orphan(right)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(left)
    body(right)
  }
}

/// A command with its arguments.
public final class CommandAst: CommandBaseAst {
  /// `.unknown`, `.ampersand` or `.dot`.
  public let invocationOperator: TokenKind
  /// Name and arguments.
  public let commandElements: [CommandElementAst]

  init(
    _ extent: Extent, invocationOperator: TokenKind, commandElements: [CommandElementAst],
    redirections: [RedirectionAst]
  ) {
    self.invocationOperator = invocationOperator
    self.commandElements = commandElements
    super.init(.command, extent, redirections: redirections)
    adopt(all: commandElements)
  }

  deinit { orphan(all: commandElements) }

  public override func forEachChild(_ body: (Ast) -> Void) {
    commandElements.forEach(body)
    redirections.forEach(body)
  }

  /// The name when it is a constant.
  public var commandName: String? { (commandElements.first as? StringConstantExpressionAst)?.value }
}

/// An expression as an element of a pipeline.
public final class CommandExpressionAst: CommandBaseAst {
  public let expression: ExpressionAst

  init(_ extent: Extent, expression: ExpressionAst, redirections: [RedirectionAst]) {
    self.expression = expression
    super.init(.commandExpression, extent, redirections: redirections)
    adopt(expression)
  }

  deinit { orphan(expression) }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(expression)
    redirections.forEach(body)
  }
}

/// `-Name` or `-Name:argument` of a command.
public final class CommandParameterAst: CommandElementAst {
  public let parameterName: String
  public let argument: ExpressionAst?
  /// Place of the parameter without its argument.
  public internal(set) var errorPosition: Extent

  init(_ extent: Extent, parameterName: String, argument: ExpressionAst?, errorPosition: Extent) {
    self.parameterName = parameterName
    self.argument = argument
    self.errorPosition = errorPosition
    super.init(.commandParameter, extent)
    adopt(argument)
  }

  deinit { orphan(argument) }

  public override func forEachChild(_ body: (Ast) -> Void) { if let argument { body(argument) } }
}

/// `2> file`.
public final class FileRedirectionAst: RedirectionAst {
  public let location: ExpressionAst
  public let append: Bool

  init(_ extent: Extent, fromStream: RedirectionStream, location: ExpressionAst, append: Bool) {
    self.location = location
    self.append = append
    super.init(.fileRedirection, extent, fromStream: fromStream)
    adopt(location)
  }

  deinit { orphan(location) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(location) }
}

/// `2>&1`.
public final class MergingRedirectionAst: RedirectionAst {
  public let toStream: RedirectionStream

  init(_ extent: Extent, fromStream: RedirectionStream, toStream: RedirectionStream) {
    self.toStream = toStream
    super.init(.mergingRedirection, extent, fromStream: fromStream)
  }
}
