import Diagnostics

/// Statements with the traps among them.
struct StatementList {
  var statements: [StatementAst] = []
  var traps: [TrapStatementAst] = []
  var extent: Extent?
}

// Scripts, script blocks and blocks of statements.
extension ScriptParser {
  /// Parses everything: `using` statements, parameters and statements up to the end of the input.
  mutating func script() -> ScriptBlockAst {
    lexer.mode = .command
    let usings = usingStatements()
    let parameters = paramBlock()
    var body = blockBody(open: nil, parameters: parameters, isFilter: false)
    recoverAtTop(&body)
    let whole = Extent(0, Int32(lexer.end))
    return ScriptBlockAst(
      whole, source: source, usingStatements: usings,
      paramBlock: parameters, dynamicParamBlock: body.named[.dynamicparam], beginBlock: body.named[.begin],
      processBlock: body.named[.process], endBlock: body.endBlock, cleanBlock: body.named[.clean],
      scriptRequirements: requirements())
  }

  /// Goes on after a token that belongs to no statement, such as a closing brace too many.
  private mutating func recoverAtTop(_ body: inout BlockBody) {
    while !tooDeep {
      let token = peek()
      if token.kind == .endOfInput { return }
      setMode(.command)
      reportUnexpected(peek())
      skip()
      var list = StatementList()
      statementList(&list)
      body.append(list)
    }
  }

  /// The named blocks of a script block, or its only unnamed one.
  struct BlockBody {
    var named: [TokenKind: NamedBlockAst] = [:]
    var list: StatementList?
    var unnamed: TokenKind = .end
    /// Where the last block ends.
    var content: Extent? { list.map { $0.extent ?? extent } ?? lastNamed }
    var lastNamed: Extent?
    /// Whether something other than a block stood among the named blocks.
    var broken = false
    var extent: Extent?

    /// The unnamed or the named `end` block.
    var endBlock: NamedBlockAst? { unnamed == .end ? block ?? named[.end] : named[.end] }
    /// The unnamed block.
    var block: NamedBlockAst? {
      guard let list else { return nil }
      return NamedBlockAst(
        list.extent ?? extent ?? Extent(0, 0), blockKind: unnamed, unnamed: true, statements: list.statements,
        traps: list.traps)
    }

    mutating func append(_ more: StatementList) {
      guard var list, let added = more.extent else { return }
      list.statements += more.statements
      list.traps += more.traps
      list.extent = list.extent.map { $0.through(added) } ?? added
      self.list = list
    }
  }

  /// What stands in a script block after its parameters.
  mutating func blockBody(open: Extent?, parameters: ParamBlockAst?, isFilter: Bool) -> BlockBody {
    var body = BlockBody()
    setMode(.command)
    skipNewLinesAndSemicolons()
    let first = peek()
    if first.kind.isBlockName, first.flags.contains(.keyword) {
      namedBlocks(&body, open: open)
      return body
    }
    var list = StatementList()
    statementList(&list)
    if let parameters { list.extent = list.extent.map { parameters.extent.through($0) } ?? parameters.extent }
    body.list = list
    body.extent = emptyExtent(open, peek().extent)
    if isFilter { body.unnamed = .process }
    return body
  }

  /// Where PowerShell places a block without statements: it leaves out the last byte before the brace.
  func emptyExtent(_ open: Extent?, _ close: Extent) -> Extent {
    guard let open, close.start > open.end else { return Extent(0, 0) }
    return Extent(open.end, close.start - 1)
  }

  private mutating func namedBlocks(_ body: inout BlockBody, open: Extent?) {
    while true {
      let token = next()
      guard token.kind.isBlockName, token.flags.contains(.keyword) else {
        unget(token)
        if token.kind != .endOfInput, token.kind != .rCurly {
          report("MissingNamedBlocks", token.extent, SyntaxMessages.missingNamedBlocks(text(token)))
          body.broken = true
        }
        return
      }
      guard let block = statementBlock() else {
        reportIncomplete(
          "MissingNamedStatementBlock", token.extent.after, SyntaxMessages.missingNamedStatementBlock(text(token)))
        skipNewLinesAndSemicolons()
        if peek().extent.start == token.extent.end { return }
        continue
      }
      let place = extent(token.extent, block.extent)
      body.lastNamed = place
      if body.named[token.kind] != nil {
        report("DuplicateScriptCommandClause", token.extent, SyntaxMessages.duplicateClause(text(token)))
      } else {
        body.named[token.kind] = NamedBlockAst(
          place, blockKind: token.kind, unnamed: false, statements: block.statements, traps: block.traps)
      }
      skipNewLinesAndSemicolons()
    }
  }

  /// A script block whose opening brace has been taken.
  mutating func scriptBlock(_ open: Token, isFilter: Bool = false) -> ScriptBlockAst {
    guard enter() else {
      depth -= 1
      return ScriptBlockAst(open.extent, source: source)
    }
    defer { depth -= 1 }
    let mode = lexer.mode
    let comma = commaEnds
    commaEnds = false
    setMode(.command)
    let usings = usingStatements()
    let parameters = paramBlock()
    let body = blockBody(open: open.extent, parameters: parameters, isFilter: isFilter)
    let content = body.content ?? open.extent
    let close = body.broken ? content : closeBrace(open, errorAt: open.extent, content: content)
    commaEnds = comma
    lexer.mode = mode
    if hasAhead { setModeAgain() }
    return ScriptBlockAst(
      extent(open.extent, close), source: source, usingStatements: usings,
      paramBlock: parameters,
      dynamicParamBlock: body.named[.dynamicparam], beginBlock: body.named[.begin],
      processBlock: isFilter ? body.block ?? body.named[.process] : body.named[.process],
      endBlock: body.endBlock, cleanBlock: body.named[.clean], isFilter: isFilter)
  }

  /// Reads a token looked at in another mode again.
  mutating func setModeAgain() {
    let mode = lexer.mode
    lexer.mode = mode == .command ? .expression : .command
    setMode(mode)
  }

  /// Takes the closing brace; reports it missing otherwise and returns where the content ends, if that is given.
  mutating func closeBrace(_ open: Token, errorAt: Extent, content: Extent? = nil) -> Extent {
    let token = next()
    if token.kind == .rCurly { return token.extent }
    unget(token)
    reportIncomplete(
      "MissingEndCurlyBrace", errorAt, SyntaxMessages.missingEndCurlyBrace, detected: token.extent)
    return content ?? before(token.extent)
  }

  /// `{ statements }`, or nil when no brace follows.
  mutating func statementBlock() -> StatementBlockAst? {
    let mode = lexer.mode
    setMode(.command)
    defer { setMode(mode) }
    skipNewLines()
    let open = next()
    guard open.kind == .lCurly else {
      unget(open)
      return nil
    }
    guard enter() else {
      depth -= 1
      return StatementBlockAst(open.extent, statements: [], traps: [])
    }
    defer { depth -= 1 }
    let comma = commaEnds
    commaEnds = false
    var list = StatementList()
    statementList(&list)
    let close = closeBrace(open, errorAt: open.extent, content: list.extent ?? open.extent)
    commaEnds = comma
    return StatementBlockAst(extent(open.extent, close), statements: list.statements, traps: list.traps)
  }

  /// Statements up to something that starts none.
  mutating func statementList(_ list: inout StatementList) {
    while !tooDeep {
      skipNewLinesAndSemicolons()
      let start = restorePoint
      guard let statement = statement() else { break }
      list.extent = list.extent.map { $0.through(statement.extent) } ?? statement.extent
      if statement.kind == .trapStatement, let trap = statement as? TrapStatementAst {
        list.traps.append(trap)
      } else {
        list.statements.append(statement)
      }
      if restorePoint <= start, peek().extent.start <= Int32(start) { break }
    }
  }

  /// Attributes and `param(…)`; nil when neither is there.
  mutating func paramBlock() -> ParamBlockAst? {
    skipNewLines()
    let start = restorePoint
    guard lexer[start] == 0x5B || (lexer[start] | 0x20) == 0x70 else { return nil }
    var attributes: [AttributeBaseAst] = []
    if lexer[start] == 0x5B {
      guard attributesMayPrecede(start, keyword: true) else { return nil }
      attributes = attributeList(inExpression: false)
    }
    let token = peek()
    guard token.kind == .param else {
      restore(start)
      return nil
    }
    skip()
    skipNewLines()
    let open = next()
    guard open.kind == .lParen else {
      restore(start)
      return nil
    }
    let parameters = parameterList()
    skipNewLines()
    var last = open.extent
    let close = next()
    if close.kind == .rParen {
      last = close.extent
    } else {
      unget(close)
      if let parameter = parameters.last { last = parameter.extent }
      reportIncomplete(
        "MissingEndParenthesisInFunctionParameterList", last.after, SyntaxMessages.missingEndParenthesisInParameters)
      last = before(close.extent)
    }
    let plain = attributes.compactMap { $0 as? AttributeAst }
    for attribute in attributes where attribute.kind == .typeConstraint {
      report(
        "TypeNotAllowedBeforeParam", attribute.extent,
        SyntaxMessages.typeNotAllowedBeforeParam(attribute.typeName.fullName))
    }
    return watch(ParamBlockAst(extent(token.extent, last), attributes: plain, parameters: parameters))
  }

  /// Whether the brackets at `offset` may be attributes of a following keyword, judged by the character after them.
  func attributesMayPrecede(_ offset: Int, keyword: Bool) -> Bool {
    var at = offset
    var level = 0
    repeat {
      switch lexer[at] {
      case 0x5B: level += 1
      case 0x5D: level -= 1
      case 0x27: at = skipQuote(at, 0x27)
      case 0x22: at = skipQuote(at, 0x22)
      default: break
      }
      at += 1
    } while level > 0 && at < lexer.end
    while at < lexer.end {
      let byte = lexer[at]
      if byte == 0x23 {
        while at < lexer.end, lexer[at] != 0x0A { at += 1 }
      } else if byte == 0x3C, lexer[at + 1] == 0x23 {
        while at < lexer.end, lexer[at] != 0x23 || lexer[at + 1] != 0x3E { at += 1 }
        at += 2
      } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x60 {
        at += 1
      } else {
        break
      }
    }
    let byte = lexer[at]
    return byte == 0x5B || lexer.has(CharacterTraits.identifierStart, byte) || at >= lexer.end || level != 0
  }

  private func skipQuote(_ offset: Int, _ quote: UInt8) -> Int {
    var at = offset + 1
    while at < lexer.end, lexer[at] != quote { at += 1 }
    return at
  }

  /// Parameters between parentheses, up to the closing one.
  mutating func parameterList() -> [ParameterAst] {
    var parameters: [ParameterAst] = []
    var comma: Token?
    while !tooDeep {
      guard let parameter = parameter() else {
        if let comma {
          reportIncomplete(
            "MissingExpressionAfterToken", comma.extent.after, SyntaxMessages.missingExpressionAfterToken(","))
        }
        break
      }
      parameters.append(parameter)
      if parametersEnd {
        parametersEnd = false
        break
      }
      skipNewLines()
      let token = peek()
      guard token.kind == .comma else { break }
      skip()
      comma = token
    }
    return parameters
  }

  private mutating func parameter() -> ParameterAst? {
    let mode = lexer.mode
    let commaBefore = commaEnds
    commaEnds = true
    setMode(.expression)
    defer {
      commaEnds = commaBefore
      setMode(mode)
    }
    skipNewLines()
    let attributes = attributeList(inExpression: false)
    let token = next()
    guard token.kind == .variable || token.kind == .splattedVariable else {
      unget(token)
      if let last = attributes.last {
        report("InvalidFunctionParameter", last.extent.after, SyntaxMessages.invalidFunctionParameter)
        synchronize(to: .rParen)
        parametersEnd = true
        let place = extent(attributes[0].extent, last.extent)
        let name = VariableExpressionAst(
          last.extent, variablePath: VariablePath(plain: "__error__"), splatted: false)
        return ParameterAst(place, attributes: attributes, name: name, defaultValue: nil)
      }
      return nil
    }
    let name = VariableExpressionAst(token.extent, variablePath: lexer.variablePath(token), splatted: false)
    if token.kind == .splattedVariable { reportUnexpected(token) }
    let start = attributes.first?.extent ?? token.extent
    var end = token.extent
    skipNewLines()
    var value: ExpressionAst?
    let equals = peek()
    if equals.kind == .equals {
      skip()
      skipNewLines()
      value = expression()
      if let value {
        end = value.extent
      } else {
        end = equals.extent
        reportIncomplete(
          "MissingExpressionAfterToken", equals.extent.after, SyntaxMessages.missingExpressionAfterToken("="))
        value = ErrorExpressionAst(equals.extent.after)
      }
    }
    return ParameterAst(extent(start, end), attributes: attributes, name: name, defaultValue: value)
  }
}
