import Diagnostics

/// `target.member` or `target::member`.
public class MemberExpressionAst: ExpressionAst {
  public final let expression: ExpressionAst
  public final let member: CommandElementAst
  /// Whether written with `::`.
  public final let isStatic: Bool
  /// Whether written with `?.`.
  public final let nullConditional: Bool

  init(
    _ extent: Extent, expression: ExpressionAst, member: CommandElementAst, isStatic: Bool, nullConditional: Bool,
    kind: AstKind = .memberExpression
  ) {
    self.expression = expression
    self.member = member
    self.isStatic = isStatic
    self.nullConditional = nullConditional
    super.init(kind, extent)
    adopt(expression)
    adopt(member)
  }

  deinit {
    orphan(expression)
    orphan(member)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(expression)
    body(member)
  }
}

/// `target.method(arguments)`.
public class InvokeMemberExpressionAst: MemberExpressionAst {
  public final let arguments: [ExpressionAst]
  /// Types in `target.method[type](…)`.
  public final let genericTypeArguments: [TypeName]

  init(
    _ extent: Extent, expression: ExpressionAst, member: CommandElementAst, arguments: [ExpressionAst],
    isStatic: Bool, nullConditional: Bool, genericTypeArguments: [TypeName] = [],
    kind: AstKind = .invokeMemberExpression
  ) {
    self.arguments = arguments
    self.genericTypeArguments = genericTypeArguments
    super.init(
      extent, expression: expression, member: member, isStatic: isStatic, nullConditional: nullConditional,
      kind: kind)
    adopt(all: arguments)
  }

  deinit { orphan(all: arguments) }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(expression)
    body(member)
    arguments.forEach(body)
  }
}

/// The call of the base class's constructor, written or implied.
public final class BaseCtorInvokeMemberExpressionAst: InvokeMemberExpressionAst {
  init(_ extent: Extent, baseKeyword: Extent, arguments: [ExpressionAst]) {
    super.init(
      extent,
      expression: VariableExpressionAst(baseKeyword, variablePath: VariablePath("this"), splatted: false),
      member: StringConstantExpressionAst(baseKeyword, value: ".ctor", type: .bareWord),
      arguments: arguments, isStatic: false, nullConditional: false, kind: .baseCtorInvokeMemberExpression)
  }
}

/// `target[index]`.
public final class IndexExpressionAst: ExpressionAst {
  public let target: ExpressionAst
  public let index: ExpressionAst
  /// Whether written with `?[`.
  public let nullConditional: Bool

  init(_ extent: Extent, target: ExpressionAst, index: ExpressionAst, nullConditional: Bool) {
    self.target = target
    self.index = index
    self.nullConditional = nullConditional
    super.init(.indexExpression, extent)
    adopt(target)
    adopt(index)
  }

  deinit {
    orphan(target)
    orphan(index)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(target)
    body(index)
  }
}
