import Diagnostics

/// `left OP right`.
public final class BinaryExpressionAst: ExpressionAst {
  public let left: ExpressionAst
  /// The operator, normalised: `-eq` and `-ieq` are both `.ieq`.
  public let `operator`: TokenKind
  public let right: ExpressionAst
  /// Place of the operator.
  public internal(set) var errorPosition: Extent

  init(_ extent: Extent, left: ExpressionAst, operator: TokenKind, right: ExpressionAst, errorPosition: Extent) {
    self.left = left
    self.operator = `operator`
    self.right = right
    self.errorPosition = errorPosition
    super.init(.binaryExpression, extent)
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

/// A prefix or postfix operator with its operand.
public final class UnaryExpressionAst: ExpressionAst {
  /// The operator; `.postfixPlusPlus` and `.postfixMinusMinus` tell postfix forms.
  public let tokenKind: TokenKind
  public let child: ExpressionAst

  init(_ extent: Extent, tokenKind: TokenKind, child: ExpressionAst) {
    self.tokenKind = tokenKind
    self.child = child
    super.init(.unaryExpression, extent)
    adopt(child)
  }

  deinit { orphan(child) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(child) }
}

/// `condition ? a : b`.
public final class TernaryExpressionAst: ExpressionAst {
  public let condition: ExpressionAst
  public let ifTrue: ExpressionAst
  public let ifFalse: ExpressionAst

  init(_ extent: Extent, condition: ExpressionAst, ifTrue: ExpressionAst, ifFalse: ExpressionAst) {
    self.condition = condition
    self.ifTrue = ifTrue
    self.ifFalse = ifFalse
    super.init(.ternaryExpression, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(condition)
    body(ifTrue)
    body(ifFalse)
  }
}

/// An attribute before an expression.
public class AttributedExpressionAst: ExpressionAst {
  public final let attribute: AttributeBaseAst
  public final let child: ExpressionAst

  init(_ extent: Extent, attribute: AttributeBaseAst, child: ExpressionAst, kind: AstKind = .attributedExpression) {
    self.attribute = attribute
    self.child = child
    super.init(kind, extent)
    adopt(attribute)
    adopt(child)
  }

  deinit {
    orphan(attribute)
    orphan(child)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(attribute)
    body(child)
  }
}

/// `[type] expression`.
public final class ConvertExpressionAst: AttributedExpressionAst {
  init(_ extent: Extent, type: TypeConstraintAst, child: ExpressionAst) {
    super.init(extent, attribute: type, child: child, kind: .convertExpression)
  }

  /// The type converted to.
  public var type: TypeName { attribute.typeName }
}

/// `a, b, c`.
public final class ArrayLiteralAst: ExpressionAst {
  public let elements: [ExpressionAst]

  init(_ extent: Extent, elements: [ExpressionAst]) {
    self.elements = elements
    super.init(.arrayLiteral, extent)
    adopt(all: elements)
  }

  deinit { orphan(all: elements) }

  public override func forEachChild(_ body: (Ast) -> Void) { elements.forEach(body) }
}

/// `@( … )`.
public final class ArrayExpressionAst: ExpressionAst {
  public let subExpression: StatementBlockAst

  init(_ extent: Extent, subExpression: StatementBlockAst) {
    self.subExpression = subExpression
    super.init(.arrayExpression, extent)
    adopt(subExpression)
  }

  deinit { orphan(subExpression) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(subExpression) }
}

/// `$( … )`.
public final class SubExpressionAst: ExpressionAst {
  public let subExpression: StatementBlockAst

  init(_ extent: Extent, subExpression: StatementBlockAst) {
    self.subExpression = subExpression
    super.init(.subExpression, extent)
    adopt(subExpression)
  }

  deinit { orphan(subExpression) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(subExpression) }
}

/// `( … )`.
public final class ParenExpressionAst: ExpressionAst {
  public let pipeline: PipelineBaseAst

  init(_ extent: Extent, pipeline: PipelineBaseAst) {
    self.pipeline = pipeline
    super.init(.parenExpression, extent)
    adopt(pipeline)
  }

  deinit { orphan(pipeline) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(pipeline) }
}

/// `{ … }` as a value.
public final class ScriptBlockExpressionAst: ExpressionAst {
  public let scriptBlock: ScriptBlockAst

  init(_ extent: Extent, scriptBlock: ScriptBlockAst) {
    self.scriptBlock = scriptBlock
    super.init(.scriptBlockExpression, extent)
    adopt(scriptBlock)
  }

  deinit { orphan(scriptBlock) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(scriptBlock) }
}

/// One entry of a hash literal.
public struct HashtableEntry {
  public let key: ExpressionAst
  public let value: StatementAst
}

/// `@{ key = value }`.
public final class HashtableAst: ExpressionAst {
  public let keyValuePairs: [HashtableEntry]

  init(_ extent: Extent, keyValuePairs: [HashtableEntry]) {
    self.keyValuePairs = keyValuePairs
    super.init(.hashtable, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    for pair in keyValuePairs {
      body(pair.key)
      body(pair.value)
    }
  }
}

/// A type as a value: `[type]`.
public final class TypeExpressionAst: ExpressionAst {
  public let typeName: TypeName

  init(_ extent: Extent, typeName: TypeName) {
    self.typeName = typeName
    super.init(.typeExpression, extent)
  }
}

/// `$name` or `@name`.
public final class VariableExpressionAst: ExpressionAst {
  public let variablePath: VariablePath
  public let splatted: Bool

  init(_ extent: Extent, variablePath: VariablePath, splatted: Bool) {
    self.variablePath = variablePath
    self.splatted = splatted
    super.init(.variableExpression, extent)
  }
}

/// `$using:name` and what is read from it.
public final class UsingExpressionAst: ExpressionAst {
  public let subExpression: ExpressionAst

  init(_ extent: Extent, subExpression: ExpressionAst) {
    self.subExpression = subExpression
    super.init(.usingExpression, extent)
    adopt(subExpression)
  }

  deinit { orphan(subExpression) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(subExpression) }
}

/// Text that is not an expression, with the parts that could be read.
public final class ErrorExpressionAst: ExpressionAst {
  public let nestedAst: [Ast]

  init(_ extent: Extent, nestedAst: [Ast] = []) {
    self.nestedAst = nestedAst
    super.init(.errorExpression, extent)
    adopt(all: nestedAst)
  }

  deinit { orphan(all: nestedAst) }

  public override func forEachChild(_ body: (Ast) -> Void) { nestedAst.forEach(body) }
}
