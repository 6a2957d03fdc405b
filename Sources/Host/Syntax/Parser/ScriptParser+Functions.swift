import Diagnostics

// Functions, using statements and configurations.
extension ScriptParser {
  mutating func functionDefinition(_ token: Token) -> StatementAst {
    setMode(.command)
    skipNewLines()
    guard let name = functionName() else {
      reportIncomplete(
        "MissingNameAfterKeyword", token.extent.after, SyntaxMessages.missingNameAfterKeyword(text(token)))
      return ErrorStatementAst(token.extent)
    }
    skipNewLines()
    var parameters: [ParameterAst]?
    var last = name.extent
    if peek().kind == .lParen {
      let open = next()
      let list = parameterList()
      parameters = list
      skipNewLines()
      let close = next()
      guard close.kind == .rParen else {
        unget(close)
        let end = list.last?.extent ?? open.extent
        reportIncomplete(
          "MissingEndParenthesisInFunctionParameterList", end.after, SyntaxMessages.missingEndParenthesisInParameters)
        setMode(.command)
        skipNewLines()
        // PowerShell takes the brace of the body but does not read the body as one.
        if peek().kind == .lCurly { skip() }
        return ErrorStatementAst(extent(token.extent, end), nestedAst: list)
      }
      last = close.extent
      setMode(.command)
      skipNewLines()
    }
    let open = next()
    guard open.kind == .lCurly else {
      unget(open)
      reportIncomplete("MissingFunctionBody", last.after, SyntaxMessages.missingFunctionBody)
      return ErrorStatementAst(extent(token.extent, last), nestedAst: parameters ?? [])
    }
    let body = scriptBlock(open, isFilter: token.kind == .filter)
    let function = FunctionDefinitionAst(
      extent(token.extent, body.extent), name: name.text, nameExtent: name.extent, parameters: parameters,
      body: body, isFilter: token.kind == .filter, isWorkflow: token.kind == .workflow)
    return parameters == nil ? function : watch(function)
  }

  private mutating func functionName() -> (text: String, extent: Extent)? {
    let token = peek()
    switch token.kind {
    case .identifier, .generic, .stringLiteral, .stringExpandable, .number, .parameter, .minusMinus, .plusPlus,
      .multiply, .divide, .rem, .plus, .minus, .dotDot, .exclaim, .label, .colon, .colonColon, .variable:
      break
    default:
      guard token.flags.contains(.keyword), token.kind != .redirection else { return nil }
    }
    if token.kind == .variable { return nil }
    skip()
    let value =
      token.kind == .stringLiteral || token.kind == .stringExpandable || token.kind == .generic
      ? lexer.stringValue(token) : text(token)
    return (value, token.extent)
  }

  /// `configuration NAME { … }`; nil when the word is a command here.
  mutating func configuration(_ token: Token) -> StatementAst? {
    let point = restorePoint
    setMode(.command)
    skipNewLines()
    let name = peek()
    switch name.kind {
    case .identifier, .generic, .stringLiteral, .stringExpandable, .variable: break
    default:
      restore(point)
      return nil
    }
    let value = singleArgument(.functionName)
    skipNewLines()
    guard let value, peek().kind == .lCurly else {
      restore(point)
      return nil
    }
    let open = next()
    let saved = inConfiguration
    inConfiguration = true
    let block = scriptBlock(open)
    inConfiguration = saved
    let body = ScriptBlockExpressionAst.make(block)
    return ConfigurationDefinitionAst(extent(token.extent, block.extent), instanceName: value, body: body)
  }
}

// MARK: - using

extension ScriptParser {
  /// The `using` statements a script starts with.
  mutating func usingStatements() -> [UsingStatementAst] {
    var result: [UsingStatementAst] = []
    while !tooDeep {
      skipNewLinesAndSemicolons()
      let at = restorePoint
      guard (lexer[at] | 0x20) == 0x75 else { return result }
      setMode(.command)
      let token = peek()
      guard token.kind == .using else { return result }
      skip()
      if let statement = usingStatement(token) as? UsingStatementAst {
        result.append(statement)
      } else {
        return result
      }
    }
    return result
  }

  mutating func misplacedUsing(_ token: Token) -> StatementAst {
    let statement = usingStatement(token)
    reportIncomplete(
      "UsingMustBeAtStartOfScript", statement.extent, SyntaxMessages.usingMustBeAtStart)
    return statement
  }

  private mutating func usingStatement(_ token: Token) -> StatementAst {
    let word = next()
    let kind: UsingStatementKind
    switch word.kind {
    case .namespace: kind = .namespace
    case .module: kind = .module
    case .assembly: kind = .assembly
    case .type: kind = .type
    case .command: kind = .command
    default:
      unget(word)
      reportIncomplete(
        "MissingUsingStatementDirective", token.extent.after, SyntaxMessages.missingUsingDirective)
      return ErrorStatementAst(token.extent)
    }
    let item = next()
    switch item.kind {
    case .newLine, .semi, .endOfInput, .rCurly, .rParen:
      unget(item)
      reportIncomplete("MissingUsingItemName", word.extent.after, SyntaxMessages.missingUsingItemName)
      return ErrorStatementAst(extent(token.extent, word.extent))
    default: break
    }
    guard let value = argument(.commandName, item) else {
      reportIncomplete("MissingUsingItemName", word.extent.after, SyntaxMessages.missingUsingItemName)
      return ErrorStatementAst(extent(token.extent, word.extent))
    }
    let place = extent(token.extent, value.extent)
    if let name = value as? StringConstantExpressionAst {
      endOfUsing()
      return UsingStatementAst(place, kind: kind, name: name)
    }
    if kind == .module, let table = value as? HashtableAst {
      endOfUsing()
      return UsingStatementAst(place, kind: kind, name: nil, moduleSpecification: table)
    }
    report("InvalidValueForUsingItemName", value.extent, SyntaxMessages.invalidUsingItemName(lexer.text(value.extent)))
    return ErrorStatementAst(place, nestedAst: [value])
  }

  private mutating func endOfUsing() {
    let token = peek()
    switch token.kind {
    case .newLine, .semi, .endOfInput: break
    default: reportUnexpected(token)
    }
  }
}

// MARK: - #requires

extension ScriptParser {
  /// What the `#requires` comments ask for.
  mutating func requirements() -> ScriptRequirements? {
    if lexer.requires.isEmpty { return nil }
    var result = ScriptRequirements()
    for place in lexer.requires { readRequires(place, &result) }
    return result
  }

  private mutating func readRequires(_ place: Extent, _ result: inout ScriptRequirements) {
    var start = Int(place.start) + 9
    while start < Int(place.end), lexer.whiteSpaceLength(start) > 0 { start += lexer.whiteSpaceLength(start) }
    let directive = Extent(Int32(start), place.end)
    let text = NestedText(lexer, directive, doubled: false)
    defer { text.free() }
    var inner = Lexer(base: text.base, start: start, end: start + text.count)
    inner.comments = [Extent(Int32.max, Int32.max)]
    var parser = ScriptParser(lexer: inner, source: source, stackBase: stackBase)
    var any = false
    while true {
      let token = parser.next()
      if token.kind == .endOfInput { break }
      guard token.kind == .parameter else {
        report("ScriptRequiresInvalidFormat", directive, SyntaxMessages.requiresFormat)
        return
      }
      any = true
      if parser.isParameter(token, "runasadministrator") {
        result.isElevationRequired = true
        continue
      }
      guard let value = parser.argument(.argument, parser.next()) else {
        report("ScriptRequiresInvalidFormat", directive, SyntaxMessages.requiresFormat)
        return
      }
      apply(token, value, parser, directive, &result)
    }
    if !any { report("ScriptRequiresInvalidFormat", directive, SyntaxMessages.requiresFormat) }
  }

  private mutating func apply(
    _ token: Token, _ value: ExpressionAst, _ parser: ScriptParser, _ directive: Extent,
    _ result: inout ScriptRequirements
  ) {
    let values = (value as? ArrayLiteralAst)?.elements ?? [value]
    let words = values.map { Self.constantText($0, parser.lexer) }
    if parser.isParameter(token, "version") || parser.isParameter(token, "psversion") {
      result.requiredPSVersion = words.first ?? nil
    } else if parser.isParameter(token, "psedition") {
      result.requiredPSEditions += words.compactMap { $0 }
    } else if parser.isParameter(token, "shellid") {
      result.requiredApplicationId = words.first ?? nil
    } else if parser.isParameter(token, "assembly") {
      result.requiredAssemblies += words.compactMap { $0 }
    } else if parser.isParameter(token, "modules") {
      result.requiredModules += values.compactMap { Self.module($0, parser.lexer) }
    } else if !parser.isParameter(token, "pssnapin") {
      report("ScriptRequiresInvalidFormat", directive, SyntaxMessages.requiresFormat)
    }
  }

  /// The text of a constant as written; nil for anything else.
  private static func constantText(_ value: ExpressionAst, _ lexer: Lexer) -> String? {
    if let word = value as? StringConstantExpressionAst { return word.value }
    return value.kind == .constantExpression ? lexer.text(value.extent) : nil
  }

  private static func module(_ value: ExpressionAst, _ lexer: Lexer) -> ScriptRequirements.Module? {
    var result = ScriptRequirements.Module()
    guard let table = value as? HashtableAst else {
      result.name = constantText(value, lexer) ?? ""
      return result.name.isEmpty ? nil : result
    }
    for pair in table.keyValuePairs {
      guard let key = constantText(pair.key, lexer),
        let expression = (pair.value as? PipelineBaseAst)?.pureExpression,
        let text = constantText(expression, lexer)
      else { continue }
      switch key.lowercased() {
      case "modulename": result.name = text
      case "moduleversion": result.version = text
      case "requiredversion": result.requiredVersion = text
      case "maximumversion": result.maximumVersion = text
      case "guid": result.guid = text
      default: break
      }
    }
    return result.name.isEmpty ? nil : result
  }
}
