import Diagnostics

// Statements other than loops and definitions.
extension ScriptParser {
  /// One statement; nil, with the token left, when none starts here.
  mutating func statement() -> StatementAst? {
    guard enter() else {
      depth -= 1
      return nil
    }
    defer { depth -= 1 }
    setMode(.command)
    membersEnd = false
    let start = restorePoint
    switch lexer[skipSpaces(start)] {
    case 0x24, 0x28, 0x22, 0x27, 0x40: return pipelineChain()
    default: break
    }
    if lexer[skipSpaces(start)] == 0x5B, attributesMayPrecede(skipSpaces(start), keyword: true) {
      let found = attributedStatement()
      if let statement = found.statement { return statement }
    }
    let token = peek()
    if token.flags.contains(.keyword), token.kind != .redirection {
      skip()
      if let statement = keywordStatement(token) { return statement }
      if hasAhead || lexer.pos != Int(token.extent.end) { return nil }
      resync(token)
      return pipelineChain()
    }
    switch token.kind {
    case .label:
      skip()
      return labeledStatement(token)
    case .endOfInput, .rCurly, .rParen: return nil
    default: return pipelineChain()
    }
  }

  private func skipSpaces(_ offset: Int) -> Int {
    var at = offset
    while lexer[at] == 0x20 || lexer[at] == 0x09 { at += 1 }
    return at
  }

  /// A statement after attributes; nil, with everything put back, when the brackets belong to an expression.
  private mutating func attributedStatement() -> (statement: StatementAst?, done: Bool) {
    let start = restorePoint
    let attributes = attributeList(inExpression: true)
    guard let first = attributes.first else {
      restore(start)
      return (nil, false)
    }
    setMode(.command)
    let token = peek()
    guard token.flags.contains(.keyword), token.kind != .redirection else {
      restore(start)
      return (nil, false)
    }
    switch token.kind {
    case .class, .enum, .interface:
      skip()
      return (keywordStatement(token, attributes: attributes), true)
    case .if, .foreach, .for, .while, .do, .switch, .try, .trap, .data, .return, .throw, .exit, .break, .continue,
      .function, .filter, .workflow, .configuration, .using, .parallel, .sequence:
      if attributes.contains(where: { $0.kind == .typeConstraint }) { break }
      report(
        "UnexpectedAttribute", first.extent, SyntaxMessages.unexpectedAttribute(first.typeName.fullName))
      skip()
      return (keywordStatement(token), true)
    default: break
    }
    restore(start)
    return (nil, false)
  }

  /// The statement a keyword, already taken, starts; nil when the word is a command here.
  private mutating func keywordStatement(_ token: Token, attributes: [AttributeBaseAst] = []) -> StatementAst? {
    switch token.kind {
    case .if: return ifStatement(token)
    case .switch: return switchStatement(nil, token)
    case .foreach: return forEachStatement(nil, token)
    case .for: return forStatement(nil, token)
    case .while: return whileStatement(nil, token)
    case .do: return doStatement(nil, token)
    case .function, .filter, .workflow: return functionDefinition(token)
    case .return: return flow(token) { ReturnStatementAst($0, pipeline: $1) }
    case .throw: return flow(token) { ThrowStatementAst($0, pipeline: $1) }
    case .exit: return flow(token) { ExitStatementAst($0, pipeline: $1) }
    case .break: return jump(token) { BreakStatementAst($0, label: $1) }
    case .continue: return jump(token) { ContinueStatementAst($0, label: $1) }
    case .try: return tryStatement(token)
    case .trap: return trapStatement(token)
    case .data: return dataStatement(token)
    case .class: return classDefinition(token, attributes)
    case .enum: return enumDefinition(token, attributes)
    case .parallel, .sequence: return blockStatement(token)
    case .configuration: return configuration(token)
    case .using: return misplacedUsing(token)
    case .from, .define, .var, .interface:
      report("ReservedKeywordNotAllowed", token.extent, SyntaxMessages.reservedKeyword(text(token)))
      return ErrorStatementAst(token.extent)
    default: return nil
    }
  }

  private mutating func flow(_ token: Token, _ make: (Extent, PipelineBaseAst?) -> StatementAst) -> StatementAst {
    let pipeline = pipelineChain()
    return make(extent(token.extent, pipeline?.extent ?? token.extent), pipeline)
  }

  private mutating func jump(_ token: Token, _ make: (Extent, ExpressionAst?) -> StatementAst) -> StatementAst {
    let label = jumpLabel()
    return make(extent(token.extent, label?.extent ?? token.extent), label)
  }

  /// The label after `break` or `continue`: a bare word or an expression on the same line.
  private mutating func jumpLabel() -> ExpressionAst? {
    let token = peek()
    switch token.kind {
    case .newLine, .semi, .endOfInput, .rCurly, .rParen, .pipe, .andAnd, .orOr, .ampersand: return nil
    case .identifier, .generic:
      skip()
      return token.flags.contains(.expands) ? expandableString(token, .bareWord) : bareWord(token)
    default: break
    }
    if token.flags.contains(.keyword) {
      skip()
      return bareWord(token)
    }
    let mode = lexer.mode
    setMode(.expression)
    defer { setMode(mode) }
    return unaryExpression()
  }

  private mutating func labeledStatement(_ label: Token) -> StatementAst? {
    skipNewLines()
    let token = peek()
    switch token.kind {
    case .foreach, .for, .while, .do, .switch: skip()
    default: break
    }
    switch token.kind {
    case .foreach: return forEachStatement(label, token)
    case .for: return forStatement(label, token)
    case .while: return whileStatement(label, token)
    case .do: return doStatement(label, token)
    case .switch: return switchStatement(label, token)
    default:
      reportIncomplete(
        "MissingStatementAfterLabel", label.extent, SyntaxMessages.missingStatementAfterLabel(text(label)))
      return ErrorStatementAst(label.extent)
    }
  }

  /// The name in a label token.
  func labelName(_ label: Token?) -> String? {
    label.map { lexer.text(Extent($0.extent.start + 1, $0.extent.end)) }
  }

  private mutating func blockStatement(_ token: Token) -> StatementAst? {
    skipNewLines()
    guard let body = statementBlock() else {
      reportIncomplete(
        "MissingStatementAfterKeyword", token.extent.after, SyntaxMessages.missingStatementAfterKeyword(text(token)))
      return ErrorStatementAst(token.extent)
    }
    return BlockStatementAst(extent(token.extent, body.extent), blockKind: token.kind, body: body)
  }
}

// MARK: - if, try, trap, data

extension ScriptParser {
  private mutating func ifStatement(_ start: Token) -> StatementAst {
    var keyword = start
    var clauses: [IfClause] = []
    var otherwise: StatementBlockAst?
    var end = start.extent
    func nested(_ more: [Ast?] = []) -> [Ast] {
      var result: [Ast] = []
      for clause in clauses { result += [clause.condition, clause.body] as [Ast] }
      return result + more.compactMap { $0 }
    }
    while true {
      skipNewLines()
      let open = next()
      guard open.kind == .lParen else {
        unget(open)
        reportIncomplete(
          "MissingOpenParenthesisInIfStatement", keyword.extent.after,
          SyntaxMessages.missingOpenParenthesisInIf(text(keyword)))
        return ErrorStatementAst(extent(start.extent, keyword.extent), nestedAst: nested())
      }
      skipNewLines()
      let found = pipelineChain()
      if found == nil {
        reportIncomplete(
          "IfStatementMissingCondition", open.extent.after, SyntaxMessages.ifStatementMissingCondition(text(keyword)))
      }
      let condition = found ?? ErrorStatementAst(open.extent.after)
      skipNewLines()
      let close = next()
      guard close.kind == .rParen else {
        unget(close)
        if found != nil {
          reportIncomplete(
            "MissingEndParenthesisAfterStatement", close.extent,
            SyntaxMessages.missingEndParenthesisAfterStatement(text(keyword)))
        }
        return ErrorStatementAst(extent(start.extent, before(close.extent)), nestedAst: nested([found]))
      }
      skipNewLines()
      guard let body = statementBlock() else {
        reportIncomplete(
          "MissingStatementBlock", close.extent, SyntaxMessages.missingStatementBlock(text(keyword)))
        return ErrorStatementAst(extent(start.extent, close.extent), nestedAst: nested([found]))
      }
      clauses.append(IfClause(condition: condition, body: body))
      end = body.extent
      let point = restorePoint
      skipNewLines()
      keyword = peek()
      if keyword.kind == .elseIf {
        skip()
        continue
      }
      if keyword.kind == .else {
        skip()
        skipNewLines()
        otherwise = statementBlock()
        guard let otherwise else {
          reportIncomplete(
            "MissingStatementBlockAfterElse", keyword.extent.after, SyntaxMessages.missingStatementBlockAfterElse)
          return ErrorStatementAst(extent(start.extent, keyword.extent), nestedAst: nested())
        }
        end = otherwise.extent
      } else {
        restore(point)
      }
      break
    }
    return IfStatementAst(extent(start.extent, end), clauses: clauses, elseClause: otherwise)
  }

  private mutating func tryStatement(_ token: Token) -> StatementAst {
    skipNewLines()
    guard let body = statementBlock() else {
      reportIncomplete(
        "MissingTryStatementBlock", token.extent.after, SyntaxMessages.missingTryStatementBlock)
      return ErrorStatementAst(token.extent)
    }
    var catches: [CatchClauseAst] = []
    var errors: [Ast] = []
    var end = body.extent
    var broken = false
    var point = restorePoint
    skipNewLines()
    while peek().kind == .catch {
      let keyword = next()
      if let clause = catchClause(keyword, &errors) {
        catches.append(clause)
        end = clause.extent
      } else {
        broken = true
        end = errors.last?.extent ?? keyword.extent
      }
      point = restorePoint
      skipNewLines()
    }
    var finally: StatementBlockAst?
    if peek().kind == .finally {
      let keyword = next()
      skipNewLines()
      finally = statementBlock()
      if let finally {
        end = finally.extent
      } else {
        broken = true
        end = keyword.extent
        reportIncomplete(
          "MissingFinallyStatementBlock", keyword.extent.after, SyntaxMessages.missingFinallyBlock)
      }
    } else {
      restore(point)
    }
    if !broken, catches.isEmpty, finally == nil {
      broken = true
      reportIncomplete("MissingCatchOrFinally", body.extent.after, SyntaxMessages.missingCatchOrFinally)
    }
    let place = extent(token.extent, end)
    if broken { return ErrorStatementAst(place, nestedAst: [body] + (catches as [Ast]) + errors) }
    let statement = TryStatementAst(place, body: body, catchClauses: catches, finally: finally)
    return finally != nil || catches.count > 1 ? watch(statement) : statement
  }

  private mutating func catchClause(_ keyword: Token, _ errors: inout [Ast]) -> CatchClauseAst? {
    var types: [TypeConstraintAst] = []
    var end = keyword.extent
    var comma: Token?
    while true {
      skipNewLines()
      let found = attribute()
      if found == nil {
        if let comma {
          reportIncomplete(
            "MissingTypeLiteralToken", comma.extent.after, SyntaxMessages.missingTypeLiteral)
        }
        break
      }
      if let type = found as? TypeConstraintAst {
        types.append(type)
      } else if let found {
        report("MissingTypeLiteralToken", found.extent, SyntaxMessages.missingTypeLiteral)
      }
      end = found?.extent ?? end
      skipNewLines()
      let token = peek()
      guard token.kind == .comma else { break }
      skip()
      comma = token
    }
    guard let body = statementBlock() else {
      reportIncomplete("MissingCatchHandlerBlock", end.after, SyntaxMessages.missingCatchHandlerBlock)
      errors += types as [Ast]
      return nil
    }
    return CatchClauseAst(extent(keyword.extent, body.extent), catchTypes: types, body: body)
  }

  private mutating func trapStatement(_ token: Token) -> StatementAst {
    skipNewLines()
    let type = attribute() as? TypeConstraintAst
    skipNewLines()
    guard let body = statementBlock() else {
      let end = type?.extent ?? token.extent
      reportIncomplete("MissingTrapStatement", end.after, SyntaxMessages.missingTrapStatement)
      return ErrorStatementAst(extent(token.extent, end), nestedAst: type.map { [$0] } ?? [])
    }
    return TrapStatementAst(extent(token.extent, body.extent), trapType: type, body: body)
  }

  private mutating func dataStatement(_ token: Token) -> StatementAst {
    skipNewLines()
    let name = simpleName()
    var end = name?.extent ?? token.extent
    var commands: [ExpressionAst] = []
    skipNewLines()
    let parameter = peek()
    if parameter.kind == .parameter {
      skip()
      end = parameter.extent
      if !isParameter(parameter, "supportedcommand") {
        report(
          "InvalidParameterForDataSectionStatement", parameter.extent,
          SyntaxMessages.invalidDataSectionParameter(text(parameter)))
      }
      supportedCommands(&commands, &end)
    }
    guard let body = statementBlock() else {
      reportIncomplete(
        "MissingStatementBlockForDataSection", end.after, SyntaxMessages.missingDataSectionBlock)
      return ErrorStatementAst(extent(token.extent, end), nestedAst: commands)
    }
    return watch(
      DataStatementAst(
        extent(token.extent, body.extent), variable: name.map { text($0) }, commandsAllowed: commands, body: body))
  }

  private mutating func supportedCommands(_ commands: inout [ExpressionAst], _ end: inout Extent) {
    while true {
      skipNewLines()
      guard let command = singleArgument(.commandName) else {
        reportIncomplete(
          "MissingValueForSupportedCommandInDataSectionStatement", end.after, SyntaxMessages.missingSupportedCommand)
        return
      }
      commands.append(command)
      end = command.extent
      skipNewLines()
      let comma = peek()
      guard comma.kind == .comma else { return }
      skip()
      end = comma.extent
    }
  }

  /// Whether a parameter token is `name` or a beginning of it.
  func isParameter(_ token: Token, _ name: String) -> Bool {
    var place = token.extent
    place.start += 1
    if token.flags.contains(.usedColon) { place.end -= 1 }
    let word = lexer.text(place).lowercased()
    return !word.isEmpty && name.hasPrefix(word)
  }
}
