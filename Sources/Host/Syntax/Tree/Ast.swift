import Diagnostics

/// What kind of node an `Ast` is: one case a concrete class, for fast switches.
public enum AstKind: UInt8, Sendable {
  case scriptBlock, paramBlock, namedBlock, parameter, attribute, typeConstraint, namedAttributeArgument
  case statementBlock, functionDefinition, typeDefinition, functionMember, propertyMember
  case usingStatement, configurationDefinition, dynamicKeywordStatement
  case ifStatement, whileStatement, doWhileStatement, doUntilStatement, forStatement, forEachStatement
  case switchStatement, tryStatement, catchClause, trapStatement, dataStatement, blockStatement
  case breakStatement, continueStatement, returnStatement, exitStatement, throwStatement
  case pipeline, pipelineChain, assignmentStatement, command, commandExpression, commandParameter
  case fileRedirection, mergingRedirection
  case arrayExpression, arrayLiteral, attributedExpression, convertExpression, binaryExpression, unaryExpression
  case ternaryExpression, constantExpression, stringConstantExpression, expandableStringExpression
  case hashtable, indexExpression, memberExpression, invokeMemberExpression, baseCtorInvokeMemberExpression
  case parenExpression, subExpression, scriptBlockExpression, typeExpression, usingExpression, variableExpression
  case errorStatement, errorExpression
}

/// A node of the syntax tree; immutable once its parent exists.
public class Ast {
  /// The bytes of the source the node covers.
  public internal(set) final var extent: Extent
  /// The node holding this one; nil for a root, and once the parent is gone.
  public internal(set) final unowned(unsafe) var parent: Ast?
  /// The concrete class of the node.
  public final let kind: AstKind

  init(_ kind: AstKind, _ extent: Extent) {
    self.kind = kind
    self.extent = extent
  }

  /// Calls `body` with each direct child in the order in which PowerShell's `FindAll` meets them.
  public func forEachChild(_ body: (Ast) -> Void) {}
}

extension Ast {
  /// The direct children in visiting order.
  public final var children: [Ast] {
    var result: [Ast] = []
    forEachChild { result.append($0) }
    return result
  }

  /// The source of the nearest enclosing script block.
  public final var source: SourceText? {
    var node: Ast? = self
    while let current = node {
      if current.kind == .scriptBlock { return (current as? ScriptBlockAst)?.sourceText }
      node = current.parent
    }
    return nil
  }

  /// The source text of the node; empty when the tree it belonged to is gone.
  public final var text: String { source?.text(of: extent) ?? "" }

  /// Calls `body` with this node and every node below it, parents first; `body` returns whether to go deeper.
  public final func walk(_ body: (Ast) -> Bool) {
    guard body(self) else { return }
    forEachChild { $0.walk(body) }
  }

  /// The class name PowerShell gives the node.
  public final var className: String { String(describing: type(of: self)) }

  /// Makes this node the parent of `child`.
  @inline(__always)
  final func adopt(_ child: Ast?) {
    if let child { child.parent = self }
  }

  /// Makes this node the parent of each child.
  @inline(__always)
  final func adopt(all children: [some Ast]) {
    for child in children { child.parent = self }
  }

  /// Forgets this node in its children; every class with children calls it when it dies, so no pointer dangles.
  @inline(__always)
  final func orphan(_ child: Ast?) {
    if let child, child.parent === self { child.parent = nil }
  }

  /// Forgets this node in its children.
  @inline(__always)
  final func orphan(all children: [some Ast]) {
    for child in children where child.parent === self { child.parent = nil }
  }
}

/// A statement.
public class StatementAst: Ast {}

/// A statement that may stand where a pipeline is asked for.
public class PipelineBaseAst: StatementAst {
  /// The expression when the pipeline is nothing but one without redirections; otherwise nil.
  public var pureExpression: ExpressionAst? { nil }
}

/// A pipeline or a chain of pipelines.
public class ChainableAst: PipelineBaseAst {}

/// One element of a pipeline.
public class CommandBaseAst: StatementAst {
  /// The redirections written after the element.
  public final let redirections: [RedirectionAst]

  init(_ kind: AstKind, _ extent: Extent, redirections: [RedirectionAst]) {
    self.redirections = redirections
    super.init(kind, extent)
    if !redirections.isEmpty { adopt(all: redirections) }
  }

  deinit { if !redirections.isEmpty { orphan(all: redirections) } }
}

/// A part of a command: its name, an argument or a parameter.
public class CommandElementAst: Ast {}

/// An expression.
public class ExpressionAst: CommandElementAst {}

/// An attribute or a type constraint.
public class AttributeBaseAst: Ast {
  /// The type named between the brackets.
  public final let typeName: TypeName

  init(_ kind: AstKind, _ extent: Extent, typeName: TypeName) {
    self.typeName = typeName
    super.init(kind, extent)
  }
}

/// A member of a class or enum.
public class MemberAst: Ast {
  /// The name of the member.
  public final let name: String

  init(_ kind: AstKind, _ extent: Extent, name: String) {
    self.name = name
    super.init(kind, extent)
  }
}

/// A statement that may carry a label.
public class LabeledStatementAst: StatementAst {
  /// The label without its colon.
  public final let label: String?
  /// The condition, the collection or the value tested.
  public final let condition: PipelineBaseAst?

  init(_ kind: AstKind, _ extent: Extent, label: String?, condition: PipelineBaseAst?) {
    self.label = label
    self.condition = condition
    super.init(kind, extent)
    adopt(condition)
  }

  deinit { orphan(condition) }
}

/// A loop.
public class LoopStatementAst: LabeledStatementAst {
  /// The statements repeated.
  public final let body: StatementBlockAst

  init(_ kind: AstKind, _ extent: Extent, label: String?, condition: PipelineBaseAst?, body: StatementBlockAst) {
    self.body = body
    super.init(kind, extent, label: label, condition: condition)
    adopt(body)
  }

  deinit { orphan(body) }
}

/// Where a redirection takes its data from, or merges it into.
public enum RedirectionStream: UInt8, Sendable {
  case all, output, error, warning, verbose, debug, information

  /// The name PowerShell gives the stream.
  public var name: String {
    switch self {
    case .all: return "All"
    case .output: return "Output"
    case .error: return "Error"
    case .warning: return "Warning"
    case .verbose: return "Verbose"
    case .debug: return "Debug"
    case .information: return "Information"
    }
  }
}

/// A redirection of one stream.
public class RedirectionAst: Ast {
  /// The stream redirected.
  public final let fromStream: RedirectionStream

  init(_ kind: AstKind, _ extent: Extent, fromStream: RedirectionStream) {
    self.fromStream = fromStream
    super.init(kind, extent)
  }
}
