import Diagnostics

/// An attribute with arguments, such as `[Parameter(Mandatory)]`.
public final class AttributeAst: AttributeBaseAst {
  public let positionalArguments: [ExpressionAst]
  public let namedArguments: [NamedAttributeArgumentAst]

  init(
    _ extent: Extent, typeName: TypeName, positionalArguments: [ExpressionAst],
    namedArguments: [NamedAttributeArgumentAst]
  ) {
    self.positionalArguments = positionalArguments
    self.namedArguments = namedArguments
    super.init(.attribute, extent, typeName: typeName)
    adopt(all: positionalArguments)
    adopt(all: namedArguments)
  }

  deinit {
    orphan(all: positionalArguments)
    orphan(all: namedArguments)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    positionalArguments.forEach(body)
    namedArguments.forEach(body)
  }
}

/// A type between brackets before a variable, a parameter or a cast operand.
public final class TypeConstraintAst: AttributeBaseAst {
  init(_ extent: Extent, typeName: TypeName) {
    super.init(.typeConstraint, extent, typeName: typeName)
  }
}

/// `Name=value`, or the bare name of a switch, in an attribute.
public final class NamedAttributeArgumentAst: Ast {
  public let argumentName: String
  public let argument: ExpressionAst
  /// Whether only the name is written, so that the argument is `$true`.
  public let expressionOmitted: Bool

  init(_ extent: Extent, argumentName: String, argument: ExpressionAst, expressionOmitted: Bool) {
    self.argumentName = argumentName
    self.argument = argument
    self.expressionOmitted = expressionOmitted
    super.init(.namedAttributeArgument, extent)
    adopt(argument)
  }

  deinit { orphan(argument) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(argument) }
}
