import Basics
import Diagnostics
import Objects
import Syntax

extension Compiler {
  func binary(_ ast: BinaryExpressionAst) -> Node {
    let left = expression(ast.left)
    let right = expression(ast.right)
    if let n = arithmetic(ast.operator, left, right) { return n }
    if let n = comparison(ast.operator, left, right) { return n }
    switch ast.operator {
    case .and: return AndNode(left, right)
    case .or: return OrNode(left, right)
    case .dotDot: return RangeNode(left, right)
    case .questionQuestion: return CoalesceNode(left, right)
    case .imatch, .inotmatch, .cmatch, .cnotmatch:
      let negated = ast.operator == .inotmatch || ast.operator == .cnotmatch
      let ignoreCase = ast.operator == .imatch || ast.operator == .inotmatch
      return MatchNode(left, right, negated: negated, ignoreCase: ignoreCase)
    default:
      guard let op = Compiler.operation(ast.operator) else {
        return ClosureNode { _ in
          throw GuestError.runtime("UnexpectedOperator", "The operator cannot be used here.", .ParserError)
        }
      }
      return OperatorNode(left, op, right)
    }
  }

  private func arithmetic(_ op: TokenKind, _ left: Node, _ right: Node) -> Node? {
    if case .int(let n)? = right.constant {
      switch op {
      case .plus: return ArithmeticConstantNode<AddOperator>(left, n)
      case .minus: return ArithmeticConstantNode<SubtractOperator>(left, n)
      case .multiply: return ArithmeticConstantNode<MultiplyOperator>(left, n)
      case .rem: return ArithmeticConstantNode<RemainderOperator>(left, n)
      default: return nil
      }
    }
    switch op {
    case .plus: return ArithmeticNode<AddOperator>(left, right)
    case .minus: return ArithmeticNode<SubtractOperator>(left, right)
    case .multiply: return ArithmeticNode<MultiplyOperator>(left, right)
    case .rem: return ArithmeticNode<RemainderOperator>(left, right)
    default: return nil
    }
  }

  private func comparison(_ op: TokenKind, _ left: Node, _ right: Node) -> Node? {
    if case .int(let n)? = right.constant {
      switch op {
      case .ieq, .ceq: return ComparisonConstantNode<EqualOperator>(left, n)
      case .ine, .cne: return ComparisonConstantNode<NotEqualOperator>(left, n)
      case .ilt, .clt: return ComparisonConstantNode<LessOperator>(left, n)
      case .ile, .cle: return ComparisonConstantNode<LessEqualOperator>(left, n)
      case .igt, .cgt: return ComparisonConstantNode<GreaterOperator>(left, n)
      case .ige, .cge: return ComparisonConstantNode<GreaterEqualOperator>(left, n)
      default: return nil
      }
    }
    switch op {
    case .ieq: return ComparisonNode<EqualOperator>(left, right)
    case .ine: return ComparisonNode<NotEqualOperator>(left, right)
    case .ilt: return ComparisonNode<LessOperator>(left, right)
    case .ile: return ComparisonNode<LessEqualOperator>(left, right)
    case .igt: return ComparisonNode<GreaterOperator>(left, right)
    case .ige: return ComparisonNode<GreaterEqualOperator>(left, right)
    default: return nil
    }
  }

  /// What a binary operator computes from its operands; nil for those with nodes of their own only.
  static func operation(_ op: TokenKind) -> BinaryOperation? {
    switch op {
    case .plus: return Operations.add
    case .minus: return Operations.subtract
    case .multiply: return Operations.multiply
    case .divide: return Operations.divide
    case .rem: return Operations.remainder
    case .band: return Operations.band
    case .bor: return Operations.bor
    case .bxor: return Operations.bxor
    case .shl: return Operations.shl
    case .shr: return Operations.shr
    case .xor: return { Operations.xor($0, $1) }
    case .format: return Operations.formatOperator
    case .join: return { try Operations.join($0, $1) }
    case .is: return { .bool(try Operations.isType($0, $1)) }
    case .isNot: return { .bool(try !Operations.isType($0, $1)) }
    case .as: return { try Operations.asType($0, $1) }
    default: return comparisonOperation(op)
    }
  }

  private static func comparisonOperation(_ op: TokenKind) -> BinaryOperation? {
    switch op {
    case .ceq: return { try Operations.eq($0, $1, ignoreCase: false) }
    case .cne: return { try Operations.ne($0, $1, ignoreCase: false) }
    case .clt: return { try Operations.lt($0, $1, ignoreCase: false) }
    case .cle: return { try Operations.le($0, $1, ignoreCase: false) }
    case .cgt: return { try Operations.gt($0, $1, ignoreCase: false) }
    case .cge: return { try Operations.ge($0, $1, ignoreCase: false) }
    case .ilike: return { try Operations.like($0, $1, ignoreCase: true) }
    case .clike: return { try Operations.like($0, $1, ignoreCase: false) }
    case .inotlike: return { try Operations.notLike($0, $1, ignoreCase: true) }
    case .cnotlike: return { try Operations.notLike($0, $1, ignoreCase: false) }
    case .ireplace: return { try Operations.replace($0, $1, ignoreCase: true) }
    case .creplace: return { try Operations.replace($0, $1, ignoreCase: false) }
    case .icontains: return { .bool(try Operations.contains($0, $1, ignoreCase: true)) }
    case .ccontains: return { .bool(try Operations.contains($0, $1, ignoreCase: false)) }
    case .inotcontains: return { .bool(try !Operations.contains($0, $1, ignoreCase: true)) }
    case .cnotcontains: return { .bool(try !Operations.contains($0, $1, ignoreCase: false)) }
    case .iin: return { .bool(try Operations.isIn($0, $1, ignoreCase: true)) }
    case .cin: return { .bool(try Operations.isIn($0, $1, ignoreCase: false)) }
    case .inotin: return { .bool(try !Operations.isIn($0, $1, ignoreCase: true)) }
    case .cnotin: return { .bool(try !Operations.isIn($0, $1, ignoreCase: false)) }
    case .isplit: return { try Operations.split($0, $1, ignoreCase: true) }
    case .csplit: return { try Operations.split($0, $1, ignoreCase: false) }
    default: return nil
    }
  }

  func unary(_ ast: UnaryExpressionAst) -> Node {
    switch ast.tokenKind {
    case .plusPlus: return increment(ast.child, 1, postfix: false)
    case .minusMinus: return increment(ast.child, -1, postfix: false)
    case .postfixPlusPlus: return increment(ast.child, 1, postfix: true)
    case .postfixMinusMinus: return increment(ast.child, -1, postfix: true)
    case .comma: return ArrayLiteralNode([expression(ast.child)])
    default: break
    }
    let inner = expression(ast.child)
    switch ast.tokenKind {
    case .not, .exclaim: return NotNode(inner)
    case .minus:
      if let c = inner.constant, let v = try? Operations.negate(c) { return ConstantNode(v) }
      return PrefixNode(inner, Operations.negate)
    case .plus: return PrefixNode(inner, Operations.plus)
    case .bnot: return PrefixNode(inner, Operations.bnot)
    case .join: return PrefixNode(inner) { try Operations.join($0) }
    case .isplit, .csplit: return PrefixNode(inner) { try Operations.split($0) }
    default: return inner
    }
  }

  private func increment(_ ast: ExpressionAst, _ delta: Int32, postfix: Bool) -> Node {
    let place = target(ast)
    if let local = place as? LocalNode { return LocalIncrementNode(local, delta: delta, postfix: postfix) }
    return IncrementNode(place, delta: delta, postfix: postfix)
  }
}
