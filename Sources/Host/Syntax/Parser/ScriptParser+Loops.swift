import Diagnostics

// Loops and switch.
extension ScriptParser {
  mutating func whileStatement(_ label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    skipNewLines()
    let open = next()
    guard open.kind == .lParen else {
      unget(open)
      reportIncomplete(
        "MissingOpenParenthesisAfterKeyword", token.extent.after,
        SyntaxMessages.missingOpenParenthesisAfterKeyword(text(token)))
      return ErrorStatementAst(extent(start, token.extent))
    }
    skipNewLines()
    let found = pipelineChain()
    if found == nil {
      reportIncomplete(
        "MissingExpressionAfterKeyword", open.extent.after, SyntaxMessages.missingExpressionAfterKeyword(text(token)))
    }
    let condition = found ?? ErrorStatementAst(open.extent.after)
    skipNewLines()
    let close = next()
    guard close.kind == .rParen else {
      unget(close)
      if found != nil {
        reportIncomplete(
          "MissingEndParenthesisAfterStatement", condition.extent.after,
          SyntaxMessages.missingEndParenthesisAfterStatement(text(token)))
      }
      return ErrorStatementAst(extent(start, condition.extent), nestedAst: [condition])
    }
    skipNewLines()
    guard let body = statementBlock() else {
      reportIncomplete(
        "MissingLoopStatement", close.extent.after, SyntaxMessages.missingLoopStatement(text(token)))
      return ErrorStatementAst(extent(start, close.extent), nestedAst: [condition])
    }
    return WhileStatementAst(extent(start, body.extent), label: labelName(label), condition: condition, body: body)
  }

  mutating func doStatement(_ label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    skipNewLines()
    guard let body = statementBlock() else {
      reportIncomplete("MissingLoopStatement", token.extent.after, SyntaxMessages.missingLoopStatement(text(token)))
      return ErrorStatementAst(extent(start, token.extent))
    }
    skipNewLines()
    let keyword = next()
    guard keyword.kind == .while || keyword.kind == .until else {
      unget(keyword)
      reportIncomplete(
        "MissingWhileOrUntilInDoWhile", body.extent.after, SyntaxMessages.missingWhileOrUntil)
      return ErrorStatementAst(extent(start, body.extent), nestedAst: [body])
    }
    skipNewLines()
    let open = next()
    guard open.kind == .lParen else {
      unget(open)
      reportIncomplete(
        "MissingOpenParenthesisAfterKeyword", keyword.extent.after,
        SyntaxMessages.missingOpenParenthesisAfterKeyword(text(keyword)))
      return ErrorStatementAst(extent(start, keyword.extent), nestedAst: [body])
    }
    skipNewLines()
    let found = pipelineChain()
    if found == nil {
      reportIncomplete(
        "MissingExpressionAfterKeyword", open.extent.after,
        SyntaxMessages.missingExpressionAfterKeyword(text(keyword)))
    }
    let condition = found ?? ErrorStatementAst(open.extent.after)
    skipNewLines()
    let close = next()
    var end = close.extent
    if close.kind != .rParen {
      unget(close)
      end = condition.extent
      if found != nil {
        reportIncomplete(
          "MissingEndParenthesisAfterStatement", end.after,
          SyntaxMessages.missingEndParenthesisAfterStatement(text(keyword)))
      }
    }
    let place = extent(start, end)
    if keyword.kind == .until {
      return DoUntilStatementAst(place, label: labelName(label), condition: condition, body: body)
    }
    return DoWhileStatementAst(place, label: labelName(label), condition: condition, body: body)
  }

  mutating func forStatement(_ label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    skipNewLines()
    let open = next()
    guard open.kind == .lParen else {
      unget(open)
      reportIncomplete(
        "MissingOpenParenthesisAfterKeyword", token.extent.after,
        SyntaxMessages.missingOpenParenthesisAfterKeyword(text(token)))
      return ErrorStatementAst(extent(start, token.extent))
    }
    skipNewLines()
    var end = open.extent
    let initializer = forPart(&end)
    let condition = forPart(&end)
    skipNewLines()
    let iterator = pipelineChain()
    if let iterator { end = iterator.extent }
    let nested = [initializer, condition, iterator].compactMap { $0 as Ast? }
    skipNewLines()
    let close = next()
    guard close.kind == .rParen else {
      unget(close)
      reportIncomplete(
        "MissingEndParenthesisAfterStatement", end.after,
        SyntaxMessages.missingEndParenthesisAfterStatement(text(token)))
      return ErrorStatementAst(extent(start, end), nestedAst: nested)
    }
    guard let body = statementBlock() else {
      reportIncomplete("MissingLoopStatement", close.extent.after, SyntaxMessages.missingLoopStatement(text(token)))
      return ErrorStatementAst(extent(start, close.extent), nestedAst: nested)
    }
    return ForStatementAst(
      extent(start, body.extent), label: labelName(label), initializer: initializer, condition: condition,
      iterator: iterator, body: body)
  }

  /// Initialiser or condition of a `for` loop with the semicolon or line break after it.
  private mutating func forPart(_ end: inout Extent) -> PipelineBaseAst? {
    let part = pipelineChain()
    if let part { end = part.extent }
    let token = peek()
    if token.kind == .semi {
      end = token.extent
      skip()
    } else if token.kind == .newLine {
      skipNewLines()
      if peek().kind == .semi {
        end = peek().extent
        skip()
      }
    }
    return part
  }

  mutating func forEachStatement(_ label: Token?, _ token: Token) -> StatementAst? {
    let start = (label ?? token).extent
    skipNewLines()
    var isParallel = false
    var throttle: ExpressionAst?
    forEachFlags(&isParallel, &throttle)
    let open = next()
    guard open.kind == .lParen else {
      unget(open)
      reportIncomplete(
        "MissingOpenParenthesisAfterKeyword", token.extent.after,
        SyntaxMessages.missingOpenParenthesisAfterKeyword("foreach"))
      return ErrorStatementAst(extent(start, token.extent))
    }
    skipNewLines()
    let name = next()
    guard name.kind == .variable || name.kind == .splattedVariable else {
      unget(name)
      reportIncomplete(
        "MissingVariableNameAfterForeach", open.extent.after, SyntaxMessages.missingVariableAfterForeach)
      return ErrorStatementAst(extent(start, open.extent))
    }
    let variable = VariableExpressionAst(
      name.extent, variablePath: lexer.variablePath(name), splatted: name.kind == .splattedVariable)
    skipNewLines()
    let keyword = next()
    guard keyword.kind == .in else {
      unget(keyword)
      reportIncomplete("MissingInInForeach", variable.extent.after, SyntaxMessages.missingInInForeach)
      return ErrorStatementAst(extent(start, variable.extent), nestedAst: [variable])
    }
    skipNewLines()
    guard let collection = pipelineChain() else {
      reportIncomplete(
        "MissingForeachExpression", keyword.extent.after, SyntaxMessages.missingForeachExpression)
      return ErrorStatementAst(extent(start, keyword.extent), nestedAst: [variable])
    }
    skipNewLines()
    let close = next()
    guard close.kind == .rParen else {
      unget(close)
      reportIncomplete(
        "MissingEndParenthesisAfterForeach", collection.extent.after, SyntaxMessages.missingEndParenthesisAfterForeach)
      return ErrorStatementAst(extent(start, collection.extent), nestedAst: [variable, collection])
    }
    guard let body = statementBlock() else {
      reportIncomplete("MissingForeachStatement", close.extent.after, SyntaxMessages.missingForeachStatement)
      return ErrorStatementAst(extent(start, close.extent), nestedAst: [variable, collection])
    }
    let loop = ForEachStatementAst(
      extent(start, body.extent), label: labelName(label), isParallel: isParallel, throttleLimit: throttle,
      variable: variable, expression: collection, body: body)
    return isParallel || throttle != nil ? watch(loop) : loop
  }

  private mutating func forEachFlags(_ isParallel: inout Bool, _ throttle: inout ExpressionAst?) {
    while peek().kind == .parameter {
      let flag = next()
      if isParameter(flag, "parallel") {
        isParallel = true
      } else if isParameter(flag, "throttlelimit") {
        skipNewLines()
        throttle = singleArgument(.argument)
        if throttle == nil {
          reportIncomplete("MissingThrottleLimit", flag.extent.after, SyntaxMessages.missingThrottleLimit)
        }
      } else {
        report("InvalidForeachFlag", flag.extent, SyntaxMessages.invalidForeachFlag(text(flag)))
      }
      skipNewLines()
    }
  }
}

// MARK: - switch

extension ScriptParser {
  /// What a switch statement gathers, and whether it went wrong.
  private struct SwitchParts {
    var flags: SwitchFlags = []
    var condition: PipelineBaseAst?
    var clauses: [SwitchClause] = []
    var otherwise: StatementBlockAst?
    var nested: [Ast] = []
    var end: Extent
    var failed = false
    var incomplete = false
  }

  mutating func switchStatement(_ label: Token?, _ token: Token) -> StatementAst {
    let start = (label ?? token).extent
    var parts = SwitchParts(end: token.extent)
    switchFlags(&parts)
    switchCondition(&parts)
    skipNewLines()
    let open = next()
    if open.kind == .lCurly {
      parts.end = open.extent
      switchClauses(&parts, open)
    } else {
      unget(open)
      if !parts.incomplete {
        parts.failed = true
        reportIncomplete(
          "MissingCurlyBraceInSwitchStatement", parts.end.after, SyntaxMessages.missingCurlyBraceInSwitch)
      }
    }
    let place = extent(start, parts.end)
    if parts.failed { return ErrorStatementAst(place, nestedAst: parts.nested) }
    let statement = SwitchStatementAst(
      place, label: labelName(label), condition: parts.condition, flags: parts.flags, clauses: parts.clauses,
      default: parts.otherwise)
    return parts.flags.contains(.parallel) ? watch(statement) : statement
  }

  private mutating func switchFlags(_ parts: inout SwitchParts) {
    while true {
      skipNewLines()
      let token = peek()
      guard token.kind == .parameter else { return }
      skip()
      parts.end = token.extent
      if isParameter(token, "regex") {
        parts.flags.insert(.regex)
        parts.flags.remove(.wildcard)
      } else if isParameter(token, "wildcard") {
        parts.flags.insert(.wildcard)
        parts.flags.remove(.regex)
      } else if isParameter(token, "exact") {
        parts.flags.remove([.regex, .wildcard])
      } else if isParameter(token, "casesensitive") {
        parts.flags.insert(.caseSensitive)
      } else if isParameter(token, "parallel") {
        parts.flags.insert(.parallel)
      } else if isParameter(token, "file") {
        parts.flags.insert(.file)
        skipNewLines()
        if let file = singleArgument(.argument) {
          parts.end = file.extent
          let element = CommandExpressionAst(file.extent, expression: file, redirections: [])
          parts.condition = PipelineAst(file.extent, pipelineElements: [element])
        } else {
          parts.failed = true
          reportIncomplete("MissingFilenameOption", token.extent.after, SyntaxMessages.missingFilenameOption)
        }
      } else {
        parts.failed = true
        report("InvalidSwitchFlag", token.extent, SyntaxMessages.invalidSwitchFlag(text(token)))
      }
    }
  }

  private mutating func switchCondition(_ parts: inout SwitchParts) {
    let open = peek()
    guard open.kind == .lParen else {
      if parts.condition == nil, !parts.flags.contains(.file) {
        parts.failed = true
        reportIncomplete("PipelineValueRequired", parts.end.after, SyntaxMessages.pipelineValueRequired)
      }
      return
    }
    skip()
    if parts.flags.contains(.file) {
      parts.failed = true
      report("PipelineValueRequired", open.extent, SyntaxMessages.pipelineValueRequired)
    }
    skipNewLines()
    parts.end = open.extent
    if let condition = pipelineChain() {
      parts.condition = condition
      parts.nested.append(condition)
      parts.end = condition.extent
    } else {
      parts.failed = true
      reportIncomplete("PipelineValueRequired", open.extent.after, SyntaxMessages.pipelineValueRequired)
    }
    skipNewLines()
    let close = next()
    if close.kind == .rParen {
      parts.end = close.extent
    } else {
      unget(close)
      parts.failed = true
      reportIncomplete(
        "MissingEndParenthesisInSwitchStatement", parts.end.after, SyntaxMessages.missingEndParenthesisInSwitch)
    }
  }

  private mutating func switchClauses(_ parts: inout SwitchParts, _ open: Token) {
    skipNewLines()
    while !tooDeep {
      guard let condition = singleArgument(.switchCondition) else {
        parts.failed = true
        reportIncomplete(
          "MissingSwitchConditionExpression", parts.end.after, SyntaxMessages.missingSwitchCondition)
        if peek().kind == .rCurly { skip() }
        return
      }
      parts.nested.append(condition)
      parts.end = condition.extent
      if let body = statementBlock() {
        parts.nested.append(body)
        parts.end = body.extent
        addClause(condition, body, &parts)
      } else {
        parts.failed = true
        reportIncomplete(
          "MissingSwitchStatementClause", parts.end.after, SyntaxMessages.missingSwitchClause)
      }
      skipNewLinesAndSemicolons()
      let token = peek()
      if token.kind == .rCurly {
        skip()
        parts.end = token.extent
        return
      }
      if token.kind == .endOfInput {
        parts.failed = true
        reportIncomplete(
          "MissingEndCurlyBrace", open.extent, SyntaxMessages.missingEndCurlyBrace, detected: token.extent)
        return
      }
    }
  }

  private mutating func addClause(
    _ condition: ExpressionAst, _ body: StatementBlockAst, _ parts: inout SwitchParts
  ) {
    guard let word = condition as? StringConstantExpressionAst, word.stringConstantType == .bareWord,
      word.value.utf8.count == 7, word.value.lowercased() == "default"
    else {
      parts.clauses.append(SwitchClause(condition: condition, body: body))
      return
    }
    if parts.otherwise != nil {
      report("MultipleSwitchDefaultClauses", condition.extent, SyntaxMessages.multipleSwitchDefaults)
    }
    parts.otherwise = body
  }
}
