import Diagnostics

/// A number, or a constant the parser made up such as the `$true` of a bare attribute argument.
public class ConstantExpressionAst: ExpressionAst {
  public final let constant: ConstantValue

  init(_ extent: Extent, constant: ConstantValue, kind: AstKind = .constantExpression) {
    self.constant = constant
    super.init(kind, extent)
  }
}

/// How a string is written.
public enum StringConstantType: UInt8, Sendable {
  case singleQuoted, singleQuotedHereString, doubleQuoted, doubleQuotedHereString, bareWord

  /// The name PowerShell prints.
  public var name: String {
    switch self {
    case .singleQuoted: return "SingleQuoted"
    case .singleQuotedHereString: return "SingleQuotedHereString"
    case .doubleQuoted: return "DoubleQuoted"
    case .doubleQuotedHereString: return "DoubleQuotedHereString"
    case .bareWord: return "BareWord"
    }
  }
}

/// A string without variables.
public final class StringConstantExpressionAst: ExpressionAst {
  public let value: String
  public let stringConstantType: StringConstantType

  init(_ extent: Extent, value: String, type: StringConstantType) {
    self.value = value
    stringConstantType = type
    super.init(.stringConstantExpression, extent)
  }
}

/// A string with variables or sub-expressions.
public final class ExpandableStringExpressionAst: ExpressionAst {
  /// One piece of the string, in order.
  public enum Part {
    /// Literal text, escapes resolved.
    case text(String)
    /// Index into `nestedExpressions`.
    case expression(Int)
  }

  /// The text with escapes resolved and variables as written.
  public let value: String
  public let stringConstantType: StringConstantType
  public let nestedExpressions: [ExpressionAst]
  /// Literal text and expressions in order.
  public let parts: [Part]

  init(
    _ extent: Extent, value: String, type: StringConstantType, nestedExpressions: [ExpressionAst], parts: [Part]
  ) {
    self.value = value
    stringConstantType = type
    self.nestedExpressions = nestedExpressions
    self.parts = parts
    super.init(.expandableStringExpression, extent)
    adopt(all: nestedExpressions)
  }

  deinit { orphan(all: nestedExpressions) }

  public override func forEachChild(_ body: (Ast) -> Void) { nestedExpressions.forEach(body) }
}
