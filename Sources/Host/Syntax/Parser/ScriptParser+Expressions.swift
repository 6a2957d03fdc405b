import Diagnostics

// Expressions, from the loosest operator to the tightest.
extension ScriptParser {
  /// An expression in expression mode; nil when none starts here.
  mutating func expression(endAtTernary: Bool = false) -> ExpressionAst? {
    guard enter() else {
      depth -= 1
      return nil
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    setMode(.expression)
    let ternary = lexer.endNumberAtTernary
    lexer.endNumberAtTernary = endAtTernary
    defer {
      lexer.endNumberAtTernary = ternary
      setMode(mode)
    }
    guard let condition = binaryExpression() else { return nil }
    let token = peek()
    if token.kind != .questionMark { return condition }
    return ternaryExpression(condition, token)
  }

  private mutating func ternaryExpression(_ condition: ExpressionAst, _ mark: Token) -> ExpressionAst {
    skip()
    skipNewLines()
    var failed = false
    let ifTrue: ExpressionAst
    if let value = expression(endAtTernary: true) {
      ifTrue = value
    } else {
      failed = true
      let place = mark.extent.after
      reportIncomplete("ExpectedValueExpression", place, SyntaxMessages.expectedValue("?"))
      ifTrue = ErrorExpressionAst(place)
    }
    skipNewLines()
    let colon = peek()
    guard colon.kind == .colon else {
      if !failed {
        reportIncomplete("MissingColonInTernaryExpression", colon.extent, SyntaxMessages.missingColonInTernary)
      }
      let nested: [Ast] = failed ? [condition] : [condition, ifTrue]
      return ErrorExpressionAst(extent(condition.extent, ifTrue.extent), nestedAst: nested)
    }
    skip()
    skipNewLines()
    let ifFalse: ExpressionAst
    if let value = expression() {
      ifFalse = value
    } else {
      let place = colon.extent.after
      reportIncomplete("ExpectedValueExpression", place, SyntaxMessages.expectedValue(":"))
      ifFalse = ErrorExpressionAst(place)
    }
    return TernaryExpressionAst(
      extent(condition.extent, ifFalse.extent), condition: condition, ifTrue: ifTrue, ifFalse: ifFalse)
  }

  /// Operands joined by binary operators, grouped by precedence.
  private mutating func binaryExpression() -> ExpressionAst? {
    guard let first = arrayLiteral() else { return nil }
    let token = peek()
    if token.kind.precedence == 0 {
      return token.kind == .parameter ? recoverParameter(token, after: first) : first
    }
    return binaryChain(first)
  }

  private mutating func binaryChain(_ first: ExpressionAst) -> ExpressionAst {
    let single = next()
    skipNewLines()
    if let right = arrayLiteral() {
      let result = BinaryExpressionAst(
        extent(first.extent, right.extent), left: first, operator: single.kind, right: right,
        errorPosition: single.extent)
      let token = peek()
      if token.kind.precedence == 0 {
        return token.kind == .parameter ? recoverParameter(token, after: result) : result
      }
      return longChain([first, right], [single])
    }
    let place = single.extent.after
    reportIncomplete("ExpectedValueExpression", place, SyntaxMessages.expectedValue(text(single)))
    return longChain([first, ErrorExpressionAst(place)], [single])
  }

  /// Goes on with a chain of which some operands are known.
  private mutating func longChain(_ known: [ExpressionAst], _ joined: [Token]) -> ExpressionAst {
    var operands = known
    var operators = joined
    var count = 0
    while true {
      let token = peek()
      let level = token.kind.precedence
      if level == 0 { break }
      count += 1
      if count > Self.chainLimit {
        giveUp()
        break
      }
      skip()
      skipNewLines()
      while let last = operators.last, last.kind.precedence >= level {
        reduce(&operands, &operators)
      }
      operators.append(token)
      if let operand = arrayLiteral() {
        operands.append(operand)
      } else {
        let place = token.extent.after
        reportIncomplete("ExpectedValueExpression", place, SyntaxMessages.expectedValue(text(token)))
        operands.append(ErrorExpressionAst(place))
      }
    }
    while !operators.isEmpty { reduce(&operands, &operators) }
    let result = operands[0]
    let token = peek()
    return token.kind == .parameter ? recoverParameter(token, after: result) : result
  }

  private func reduce(_ operands: inout [ExpressionAst], _ operators: inout [Token]) {
    let right = operands.removeLast()
    let left = operands.removeLast()
    let token = operators.removeLast()
    operands.append(
      BinaryExpressionAst(
        extent(left.extent, right.extent), left: left, operator: token.kind, right: right,
        errorPosition: token.extent))
  }

  /// A dashed word that is no operator: reported, taken, and made an error expression.
  private mutating func recoverParameter(_ token: Token, after expression: ExpressionAst) -> ExpressionAst {
    reportUnexpected(token)
    skip()
    var name = token.extent
    name.start += Int32(lexer.dashLength(Int(name.start)))
    if token.flags.contains(.usedColon) { name.end -= 1 }
    let parameter = CommandParameterAst(
      token.extent, parameterName: lexer.text(name), argument: nil, errorPosition: token.extent)
    return ErrorExpressionAst(extent(expression.extent, token.extent), nestedAst: [expression, parameter])
  }

  /// `a, b, c`, or a single operand.
  private mutating func arrayLiteral() -> ExpressionAst? {
    guard let first = unaryExpression() else { return nil }
    var comma = peek()
    if comma.kind != .comma || commaEnds { return first }
    var elements = [first]
    var last = first
    while comma.kind == .comma {
      skip()
      skipNewLines()
      guard let element = unaryExpression() else {
        reportIncomplete(
          "MissingExpressionAfterToken", comma.extent.after, SyntaxMessages.missingExpressionAfterToken(","))
        last = ErrorExpressionAst(comma.extent)
        elements.append(last)
        break
      }
      elements.append(element)
      last = element
      comma = peek()
    }
    return ArrayLiteralAst(extent(first.extent, last.extent), elements: elements)
  }

  /// Prefix operators, casts, primary expressions and `++`/`--` after them.
  mutating func unaryExpression() -> ExpressionAst? {
    guard enter() else {
      depth -= 1
      return nil
    }
    defer { depth -= 1 }
    if hasAhead, ahead.kind == .minus || ahead.kind == .plus { resync(ahead) }
    let signed = lexer.allowSignedNumbers
    lexer.allowSignedNumbers = true
    let token = peek()
    lexer.allowSignedNumbers = signed
    var result: ExpressionAst?
    if token.kind.isUnary {
      if commaEnds, token.kind == .comma { return nil }
      result = prefixExpression(token)
      if result?.kind == .errorExpression { return result }
    } else if token.kind == .lBracket {
      result = bracketExpression()
    } else {
      result = primaryExpression(withMembers: true)
    }
    guard let operand = result else { return nil }
    let postfix = peek()
    let kind: TokenKind
    switch postfix.kind {
    case .plusPlus: kind = .postfixPlusPlus
    case .minusMinus: kind = .postfixMinusMinus
    default: return operand
    }
    skip()
    let step = UnaryExpressionAst(extent(operand.extent, postfix.extent), tokenKind: kind, child: operand)
    return operand.isPlainTarget ? step : watch(step)
  }

  private mutating func prefixExpression(_ token: Token) -> ExpressionAst? {
    skip()
    skipNewLines()
    guard let child = unaryExpression() else {
      reportIncomplete(
        "MissingExpressionAfterOperator", token.extent.after,
        SyntaxMessages.missingExpressionAfterOperator(text(token)))
      return ErrorExpressionAst(token.extent)
    }
    let place = extent(token.extent, child.extent)
    if token.kind == .comma { return ArrayLiteralAst(place, elements: [child]) }
    let result = UnaryExpressionAst(place, tokenKind: token.kind, child: child)
    let isStep = token.kind == .plusPlus || token.kind == .minusMinus
    return isStep && !child.isPlainTarget ? watch(result) : result
  }

  /// What starts with a bracket: a type literal, a cast or an attributed expression.
  mutating func bracketExpression() -> ExpressionAst? {
    let attributes = attributeList(inExpression: true)
    guard let last = attributes.last else { return nil }
    if attributes.count > Self.depthLimit {
      giveUp()
      return ErrorExpressionAst(last.extent)
    }
    var result: ExpressionAst
    if let type = last as? TypeConstraintAst {
      result = typeOrCast(type)
    } else {
      skipNewLines()
      guard let child = unaryExpression() else {
        reportIncomplete(
          "UnexpectedAttribute", last.extent, SyntaxMessages.unexpectedAttribute(last.typeName.fullName))
        return ErrorExpressionAst(extent(attributes[0].extent, last.extent), nestedAst: attributes)
      }
      result = watch(
        AttributedExpressionAst(extent(last.extent, child.extent), attribute: last, child: child))
    }
    for attribute in attributes.dropLast().reversed() {
      let place = extent(attribute.extent, result.extent)
      if let type = attribute as? TypeConstraintAst {
        result = conversion(place, type, result)
      } else {
        result = watch(AttributedExpressionAst(place, attribute: attribute, child: result))
      }
    }
    return result
  }

  private mutating func typeOrCast(_ type: TypeConstraintAst) -> ExpressionAst {
    if hasAhead, ahead.extent.start == type.extent.end { resync(ahead) }
    let closed = !membersEnd
    membersEnd = false
    if closed, !hasAhead, lexer.pos == Int(type.extent.end), memberOperatorFollows() {
      return members(of: TypeExpressionAst(type.extent, typeName: type.typeName))
    }
    let token = peek()
    if token.kind != .newLine, token.kind != .comma, let child = unaryExpression() {
      return conversion(extent(type.extent, child.extent), type, child)
    }
    return TypeExpressionAst(type.extent, typeName: type.typeName)
  }

  private mutating func conversion(
    _ place: Extent, _ type: TypeConstraintAst, _ child: ExpressionAst
  ) -> ExpressionAst {
    let result = ConvertExpressionAst(place, type: type, child: child)
    return type.typeName.name.utf8.count == 7 && child.kind != .hashtable ? watch(result) : result
  }

  /// A variable, literal, or anything in brackets; nil, with the token left, when none starts here.
  mutating func primaryExpression(withMembers: Bool) -> ExpressionAst? {
    let token = next()
    let result: ExpressionAst
    switch token.kind {
    case .variable, .splattedVariable: return variable(token, withMembers: withMembers)
    case .number: result = ConstantExpressionAst(token.extent, constant: lexer.numberValue(token))
    case .stringLiteral:
      result = StringConstantExpressionAst(token.extent, value: lexer.stringValue(token), type: .singleQuoted)
    case .hereStringLiteral:
      result = StringConstantExpressionAst(
        token.extent, value: lexer.stringValue(token), type: .singleQuotedHereString)
    case .stringExpandable: result = expandableString(token, .doubleQuoted)
    case .hereStringExpandable: result = expandableString(token, .doubleQuotedHereString)
    case .lParen: result = parenExpression(token)
    case .dollarParen, .atParen: result = subExpression(token)
    case .atCurly: result = hashtable(token)
    case .lCurly: result = ScriptBlockExpressionAst.make(scriptBlock(token))
    default:
      unget(token)
      return nil
    }
    return withMembers ? members(of: result) : result
  }

  private mutating func variable(_ token: Token, withMembers: Bool) -> ExpressionAst {
    let path = lexer.variablePath(token)
    let splatted = token.kind == .splattedVariable
    let result: ExpressionAst = VariableExpressionAst(token.extent, variablePath: path, splatted: splatted)
    if splatted { watched.append(result) }
    guard path.scope == .using else { return withMembers ? members(of: result) : result }
    let whole = withMembers ? members(of: result) : result
    return watch(UsingExpressionAst(whole.extent, subExpression: whole))
  }

  private mutating func parenExpression(_ open: Token) -> ExpressionAst {
    guard enter() else {
      depth -= 1
      return ErrorExpressionAst(open.extent)
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    let comma = commaEnds
    let ternary = lexer.endNumberAtTernary
    commaEnds = false
    lexer.endNumberAtTernary = false
    setMode(.command)
    skipNewLines()
    let inner: PipelineBaseAst
    if let pipeline = pipelineChain() {
      inner = pipeline
    } else {
      let place = open.extent.after
      reportIncomplete("ExpectedExpression", place, SyntaxMessages.expectedExpression(text(open)))
      inner = ErrorStatementAst(place)
    }
    // The closing parenthesis is looked for in the mode outside, as PowerShell does: that shows when it is missing.
    setMode(mode)
    skipNewLines()
    let close = next()
    var end = close.extent
    if close.kind != .rParen {
      unget(close)
      end = inner.extent
      membersEnd = true
      reportIncomplete(
        "MissingEndParenthesisInExpression", end.after, SyntaxMessages.missingEndParenthesisInExpression)
    }
    commaEnds = comma
    lexer.endNumberAtTernary = ternary
    return ParenExpressionAst(extent(open.extent, end), pipeline: inner)
  }

  /// `$(…)` or `@(…)`.
  mutating func subExpression(_ open: Token) -> ExpressionAst {
    guard enter() else {
      depth -= 1
      return ErrorExpressionAst(open.extent)
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    let comma = commaEnds
    let ternary = lexer.endNumberAtTernary
    commaEnds = false
    lexer.endNumberAtTernary = false
    setMode(.command)
    var list = StatementList()
    statementList(&list)
    skipNewLinesAndSemicolons()
    let close = next()
    var end = close.extent
    if close.kind != .rParen {
      unget(close)
      end = list.extent ?? open.extent
      membersEnd = true
      reportIncomplete(
        "MissingEndParenthesisInSubexpression", close.extent, SyntaxMessages.missingEndParenthesisInSubexpression)
    }
    commaEnds = comma
    lexer.endNumberAtTernary = ternary
    lexer.mode = mode
    if hasAhead { setModeAgain() }
    let place = extent(open.extent, end)
    let block = StatementBlockAst(
      list.extent ?? Extent(0, 0), statements: list.statements, traps: list.traps)
    if open.kind == .dollarParen { return SubExpressionAst(place, subExpression: block) }
    return ArrayExpressionAst(place, subExpression: block)
  }
}

extension ExpressionAst {
  /// Whether this is surely something to assign to.
  var isPlainTarget: Bool {
    switch kind {
    case .variableExpression: return true
    case .memberExpression, .invokeMemberExpression: return (self as? MemberExpressionAst)?.nullConditional == false
    case .indexExpression: return (self as? IndexExpressionAst)?.nullConditional == false
    default: return false
    }
  }
}

extension ScriptBlockExpressionAst {
  static func make(_ block: ScriptBlockAst) -> ScriptBlockExpressionAst {
    ScriptBlockExpressionAst(block.extent, scriptBlock: block)
  }
}
