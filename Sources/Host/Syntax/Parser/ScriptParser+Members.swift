import Diagnostics

// Member access, indexing and hash literals.
extension ScriptParser {
  /// Whether a member operator stands right after what was just read.
  func memberOperatorFollows() -> Bool {
    let at = lexer.pos
    switch lexer[at] {
    case 0x2E:
      if lexer[at + 1] == 0x2E { return false }
      return !lexer.inCommandMode || !blankOrEnd(at + 1)
    case 0x3A:
      if lexer[at + 1] != 0x3A { return false }
      return !lexer.inCommandMode || !blankOrEnd(at + 2)
    case 0x5B: return true
    case 0x3F:
      let second = lexer[at + 1]
      return second == 0x5B || (second == 0x2E && !lexer.has(CharacterTraits.digit, lexer[at + 2]))
    default: return false
    }
  }

  private func blankOrEnd(_ at: Int) -> Bool {
    lexer.has(CharacterTraits.newLine, lexer[at]) || lexer.whiteSpaceLength(at) > 0 || at >= lexer.end
  }

  /// The operators `.`, `::`, `?.`, `[` and `?[` glued to an expression, and what they select.
  mutating func members(of target: ExpressionAst) -> ExpressionAst {
    var result = target
    if hasAhead {
      // After a missing parenthesis, a bracket already looked at still counts as an index.
      if membersEnd, ahead.kind == .lBracket {
        let open = next()
        result = index(result, open)
      }
      membersEnd = false
      return result
    }
    var count = 0
    while !hasAhead, !membersEnd, memberOperatorFollows() {
      count += 1
      if count > Self.chainLimit {
        giveUp()
        break
      }
      let token = takeMemberOperator()
      if token.kind == .lBracket || token.kind == .questionLBracket {
        result = index(result, token)
      } else {
        result = member(result, token)
      }
    }
    membersEnd = false
    return result
  }

  private mutating func takeMemberOperator() -> Token {
    lexer.start = lexer.pos
    let kind: TokenKind
    switch lexer[lexer.pos] {
    case 0x2E: kind = .dot
    case 0x3A: kind = .colonColon
    case 0x5B: kind = .lBracket
    default: kind = lexer[lexer.pos + 1] == 0x2E ? .questionDot : .questionLBracket
    }
    lexer.pos += kind == .dot || kind == .lBracket ? 1 : 2
    let token = lexer.token(kind)
    if keepTokens { unget(token); _ = next() }
    return token
  }

  private mutating func member(_ target: ExpressionAst, _ token: Token) -> ExpressionAst {
    let isStatic = token.kind == .colonColon
    let conditional = token.kind == .questionDot
    guard let name = memberName() else {
      reportIncomplete("MissingPropertyName", token.extent.after, SyntaxMessages.missingPropertyName)
      let argument = singleArgument(.argument) ?? ErrorExpressionAst(extent(target.extent, token.extent))
      return MemberExpressionAst(
        extent(target.extent, argument.extent), expression: target, member: argument, isStatic: isStatic,
        nullConditional: conditional)
    }
    if !hasAhead, !membersEnd {
      var types: [TypeName] = []
      if lexer[lexer.pos] == 0x5B, let found = genericMethodArguments() { types = found }
      let opener = lexer[lexer.pos]
      if opener == 0x28 || opener == 0x7B {
        return invocation(target, name, token, types)
      }
    }
    return MemberExpressionAst(
      extent(target.extent, name.extent), expression: target, member: name, isStatic: isStatic,
      nullConditional: conditional)
  }

  /// `[types]` between a method's name and its parenthesis; nil, with nothing taken, when it is an index instead.
  private mutating func genericMethodArguments() -> [TypeName]? {
    let start = lexer.pos
    let errors = lexer.diagnostics.count
    let open = takeMemberOperator()
    let mode = lexer.mode
    lexer.mode = .typeName
    var first = lexer.pos
    while lexer.whiteSpaceLength(first) > 0 { first += lexer.whiteSpaceLength(first) }
    let plausible = lexer[first] == 0x5B || lexer.identifierLength(first, start: true) > 0
    if plausible {
      let found = genericArguments(open)
      lexer.mode = mode
      if !hasAhead, lexer.diagnostics.count == errors, lexer[lexer.pos] == 0x28, !found.arguments.isEmpty {
        return found.arguments
      }
    }
    lexer.mode = mode
    lexer.diagnostics.removeLast(lexer.diagnostics.count - errors)
    restore(start)
    return nil
  }

  private mutating func memberName() -> ExpressionAst? {
    while lexer.whiteSpaceLength(lexer.pos) > 0 { lexer.pos += lexer.whiteSpaceLength(lexer.pos) }
    skipNewLines()
    if let name = simpleName() { return bareWord(name) }
    if let found = primaryExpression(withMembers: false) { return found }
    setMode(.expression)
    return peek().kind == .lBracket ? bracketExpression() : nil
  }

  private mutating func invocation(
    _ target: ExpressionAst, _ name: ExpressionAst, _ token: Token, _ types: [TypeName]
  ) -> ExpressionAst {
    lexer.start = lexer.pos
    let isParen = lexer[lexer.pos] == 0x28
    lexer.pos += 1
    let open = lexer.token(isParen ? .lParen : .lCurly)
    if keepTokens { unget(open); _ = next() }
    var arguments: [ExpressionAst] = []
    let end: Extent
    if isParen {
      end = argumentsInParens(open, &arguments)
    } else {
      let block = ScriptBlockExpressionAst.make(scriptBlock(open))
      arguments.append(block)
      end = block.extent
    }
    return InvokeMemberExpressionAst(
      extent(target.extent, end), expression: target, member: name, arguments: arguments,
      isStatic: token.kind == .colonColon, nullConditional: token.kind == .questionDot, genericTypeArguments: types)
  }

  /// Arguments of a method up to the closing parenthesis; returns where they end.
  mutating func argumentsInParens(_ open: Token, _ arguments: inout [ExpressionAst]) -> Extent {
    guard enter() else {
      depth -= 1
      return open.extent
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    let commaBefore = commaEnds
    commaEnds = true
    setMode(.expression)
    var comma: Token?
    var reported = false
    while !tooDeep {
      skipNewLines()
      guard let argument = expression() else {
        if let comma {
          reportIncomplete(
            "MissingExpressionAfterToken", comma.extent.after, SyntaxMessages.missingExpressionAfterToken(","))
          reported = true
        }
        break
      }
      arguments.append(argument)
      skipNewLines()
      comma = nil
      let token = peek()
      guard token.kind == .comma else { break }
      skip()
      comma = token
    }
    skipNewLines()
    let close = next()
    var end = close.extent
    if close.kind != .rParen {
      unget(close)
      let last = arguments.last?.extent ?? open.extent
      if !reported {
        reportIncomplete(
          "MissingEndParenthesisInMethodCall", last.after, SyntaxMessages.missingEndParenthesisInMethodCall)
      }
      end = comma?.extent ?? last
      membersEnd = true
    }
    commaEnds = commaBefore
    lexer.mode = mode
    if hasAhead { setModeAgain() }
    return end
  }

  private mutating func index(_ target: ExpressionAst, _ open: Token) -> ExpressionAst {
    let mode = lexer.mode
    let comma = commaEnds
    let ternary = lexer.endNumberAtTernary
    commaEnds = false
    lexer.endNumberAtTernary = false
    setMode(.expression)
    skipNewLines()
    let value: ExpressionAst
    var reported = false
    if let found = expression() {
      value = found
    } else {
      reported = true
      reportIncomplete(
        "MissingArrayIndexExpression", open.extent.after, SyntaxMessages.missingArrayIndex)
      value = ErrorExpressionAst(open.extent)
    }
    skipNewLines()
    let close = next()
    var end = close.extent
    if close.kind != .rBracket {
      unget(close)
      end = value.extent
      membersEnd = true
      if !reported {
        reportIncomplete("MissingEndSquareBracket", end.after, SyntaxMessages.missingEndSquareBracket)
      }
    }
    commaEnds = comma
    lexer.endNumberAtTernary = ternary
    lexer.mode = mode
    if hasAhead { setModeAgain() }
    return IndexExpressionAst(
      extent(target.extent, end), target: target, index: value, nullConditional: open.kind == .questionLBracket)
  }
}

// MARK: - Hash literals

extension ScriptParser {
  /// `@{ … }` whose opening has been taken.
  mutating func hashtable(_ open: Token) -> HashtableAst {
    guard enter() else {
      depth -= 1
      return HashtableAst(open.extent, keyValuePairs: [])
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    let comma = commaEnds
    let ternary = lexer.endNumberAtTernary
    commaEnds = false
    lexer.endNumberAtTernary = false
    setMode(.expression)
    var pairs: [HashtableEntry] = []
    skipNewLinesAndSemicolons()
    while !tooDeep, let pair = keyValuePair() {
      pairs.append(pair)
      let kind = peek().kind
      if kind != .newLine, kind != .semi { break }
      skipNewLinesAndSemicolons()
    }
    let close = closeBrace(open, errorAt: open.extent.after)
    commaEnds = comma
    lexer.endNumberAtTernary = ternary
    lexer.mode = mode
    if hasAhead { setModeAgain() }
    let table = HashtableAst(extent(open.extent, close), keyValuePairs: pairs)
    return pairs.count > 1 ? watch(table) : table
  }

  private mutating func keyValuePair() -> HashtableEntry? {
    guard let key = hashKey() else { return nil }
    let equals = next()
    guard equals.kind == .equals else {
      unget(equals)
      let place = key.extent.after
      reportIncomplete("MissingEqualsInHashLiteral", place, SyntaxMessages.missingEqualsInHash)
      synchronize(to: .rCurly, taking: false)
      return HashtableEntry(key: key, value: ErrorStatementAst(place))
    }
    skipNewLines()
    setMode(.command)
    defer { setMode(.expression) }
    if let value = statement() { return HashtableEntry(key: key, value: value) }
    let place = equals.extent.after
    reportIncomplete("MissingStatementInHashLiteral", place, SyntaxMessages.missingStatementInHash)
    return HashtableEntry(key: key, value: ErrorStatementAst(place))
  }

  private mutating func hashKey() -> ExpressionAst? {
    if let name = simpleName() { return bareWord(name) }
    setMode(.expression)
    return labelOrKey()
  }

  /// A key that is not a bare name.
  private mutating func labelOrKey() -> ExpressionAst? {
    let comma = commaEnds
    commaEnds = true
    defer { commaEnds = comma }
    return unaryExpression()
  }
}
