import Diagnostics

/// What a command element is read for.
enum ArgumentContext {
  case commandName
  /// A name after `&` or `.`.
  case invokedName
  case argument
  case fileName
  case functionName
  case switchCondition
}

// Commands, their arguments and redirections.
extension ScriptParser {
  /// A command up to the end of its arguments; nil when none starts here.
  mutating func command() -> CommandAst? {
    let mode = lexer.mode
    let comma = commaEnds
    commaEnds = false
    setMode(.command)
    defer {
      commaEnds = comma
      setMode(mode)
    }
    let first = next()
    var token = first
    var invocation = TokenKind.unknown
    var context = ArgumentContext.commandName
    if token.kind == .dot || token.kind == .ampersand {
      invocation = token.kind
      context = .invokedName
      token = next()
    }
    var parts = CommandParts(end: first.extent)
    parts.elements.reserveCapacity(4)
    while !tooDeep, commandElement(token, &parts, context) {
      context = .argument
      token = next()
    }
    if parts.elements.isEmpty {
      if invocation != .unknown {
        reportIncomplete("MissingExpression", first.extent, SyntaxMessages.missingExpression(text(first)))
        let following = peek()
        if following.kind == .newLine { reportUnexpected(following) }
        let error = ErrorExpressionAst(first.extent)
        return CommandAst(
          first.extent, invocationOperator: invocation, commandElements: [error], redirections: [])
      }
      return nil
    }
    return CommandAst(
      extent(first.extent, parts.end), invocationOperator: invocation, commandElements: parts.elements,
      redirections: parts.redirections)
  }

  /// What has been read of a command.
  private struct CommandParts {
    var elements: [CommandElementAst] = []
    var redirections: [RedirectionAst] = []
    var end: Extent
    var sawDashDash = false
  }

  /// Takes one element that starts with `token`; false, with the token left, at the end of the command.
  private mutating func commandElement(
    _ token: Token, _ parts: inout CommandParts, _ context: ArgumentContext
  ) -> Bool {
    switch token.kind {
    case .endOfInput, .newLine, .rParen, .rCurly, .semi, .andAnd, .orOr, .pipe, .ampersand:
      unget(token)
      return false
    case .minusMinus where !token.flags.contains(.verbatim):
      parts.end = token.extent
      if parts.sawDashDash || context != .argument {
        parts.elements.append(bareWord(token))
      } else {
        parts.sawDashDash = true
        parts.elements.append(
          CommandParameterAst(token.extent, parameterName: "-", argument: nil, errorPosition: token.extent))
      }
    case .minusMinus:
      parts.elements.append(bareWord(token))
      parts.end = token.extent
      verbatimArgument(&parts)
    case .comma:
      parts.end = token.extent
      report("MissingArgument", token.extent, SyntaxMessages.missingArgument)
      skipNewLines()
    case .parameter:
      if context != .argument || parts.sawDashDash {
        parts.end = token.extent
        parts.elements.append(bareWord(token))
      } else {
        parameter(token, &parts)
      }
    case .redirection where context == .argument, .redirectInStd where context == .argument:
      redirection(token, &parts.redirections, &parts.end)
    default:
      guard let argument = argument(context, token) else { return true }
      parts.end = argument.extent
      parts.elements.append(argument)
    }
    return true
  }

  private mutating func parameter(_ token: Token, _ parts: inout CommandParts) {
    let colon = token.flags.contains(.usedColon)
    var name = token.extent
    name.start += Int32(lexer.dashLength(Int(name.start)))
    if colon { name.end -= 1 }
    var argument: ExpressionAst?
    var place = token.extent
    if colon, peek().kind != .comma {
      argument = self.argument(.argument, next())
      if let argument {
        place = extent(token.extent, argument.extent)
      } else {
        report("ParameterRequiresArgument", token.extent.after, SyntaxMessages.parameterRequiresArgument(text(token)))
      }
    }
    parts.end = place
    parts.elements.append(
      CommandParameterAst(
        place, parameterName: lexer.text(name), argument: argument, errorPosition: token.extent))
  }

  /// The rest of the line after `--%`, up to a pipe.
  private mutating func verbatimArgument(_ parts: inout CommandParts) {
    if hasAhead { resync(ahead) }
    while lexer.whiteSpaceLength(lexer.pos) > 0 { lexer.pos += lexer.whiteSpaceLength(lexer.pos) }
    lexer.start = lexer.pos
    var quoted = false
    while lexer.pos < lexer.end {
      let byte = lexer[lexer.pos]
      if byte == 0x0A || byte == 0x0D { break }
      if byte == 0x22 { quoted.toggle() }
      if !quoted, byte == 0x7C { break }
      if !quoted, byte == 0x26, lexer[lexer.pos + 1] == 0x26 { break }
      lexer.pos += 1
    }
    if lexer.pos == lexer.start { return }
    let token = lexer.token(.generic, .verbatim)
    if keepTokens { unget(token); _ = next() }
    parts.elements.append(bareWord(token))
    parts.end = token.extent
  }

  /// One argument without a list of others.
  mutating func singleArgument(_ context: ArgumentContext) -> ExpressionAst? {
    let mode = lexer.mode
    let comma = commaEnds
    commaEnds = true
    setMode(.command)
    defer {
      commaEnds = comma
      setMode(mode)
    }
    let token = peek()
    if token.kind == .comma { return nil }
    return argument(context, next())
  }

  /// The argument that starts with `token`, with those joined to it by commas; nil, with the token left, for none.
  mutating func argument(_ context: ArgumentContext, _ start: Token) -> ExpressionAst? {
    var token = start
    var elements: [ExpressionAst] = []
    var comma: Token?
    while true {
      guard let value = oneArgument(context, token) else {
        guard let comma else { return nil }
        reportIncomplete("MissingExpression", comma.extent.after, SyntaxMessages.missingExpression(","))
        return ErrorExpressionAst(
          extent(elements.first?.extent ?? comma.extent, comma.extent), nestedAst: elements)
      }
      if context != .argument || commaEnds || token.flags.contains(.verbatim) { return value }
      let following = peek()
      if following.kind != .comma {
        if elements.isEmpty { return value }
        elements.append(value)
        return ArrayLiteralAst(extent(elements[0].extent, value.extent), elements: elements)
      }
      skip()
      elements.append(value)
      comma = following
      skipNewLines()
      token = next()
    }
  }

  private mutating func oneArgument(_ context: ArgumentContext, _ token: Token) -> ExpressionAst? {
    switch token.kind {
    case .generic:
      if token.flags.contains(.expands) { return expandableString(token, .bareWord) }
      return StringConstantExpressionAst(token.extent, value: lexer.stringValue(token), type: .bareWord)
    case .identifier:
      return bareWord(token)
    case .variable, .splattedVariable, .number, .stringLiteral, .stringExpandable, .hereStringLiteral,
      .hereStringExpandable, .lParen, .atParen, .atCurly, .dollarParen, .lCurly:
      if context == .switchCondition, token.kind == .lCurly {
        unget(token)
        return primaryExpression(withMembers: false)
      }
      unget(token)
      return primaryExpression(withMembers: true)
    case .newLine, .endOfInput, .rParen, .rCurly, .semi, .pipe, .andAnd, .orOr, .ampersand, .comma:
      unget(token)
      return nil
    case .redirection, .redirectInStd:
      if context == .commandName || context == .invokedName { return bareWord(token) }
      unget(token)
      return nil
    case .minusMinus where token.flags.contains(.verbatim):
      return bareWord(token)
    default:
      return bareWord(token)
    }
  }

  /// The redirection whose operator has been taken.
  mutating func redirection(_ token: Token, _ redirections: inout [RedirectionAst], _ end: inout Extent) {
    if token.flags.contains(.keyword) {
      end = token.extent
      let from = stream(token)
      let node = MergingRedirectionAst(token.extent, fromStream: from, toStream: .output)
      add(node, to: &redirections)
      return
    }
    let location: ExpressionAst
    if let found = singleArgument(.fileName) {
      location = found
      end = found.extent
    } else {
      reportIncomplete("MissingFileSpecification", token.extent.after, SyntaxMessages.missingFileSpecification)
      location = ErrorExpressionAst(token.extent)
      end = token.extent
    }
    if token.kind == .redirectInStd {
      report("RedirectionNotSupported", token.extent, SyntaxMessages.reservedOperator("<"))
      return
    }
    let node = FileRedirectionAst(
      extent(token.extent, end), fromStream: stream(token), location: location,
      append: token.flags.contains(.append))
    add(node, to: &redirections)
  }

  private func stream(_ token: Token) -> RedirectionStream {
    let byte = lexer[Int(token.extent.start)]
    if byte == 0x2A { return .all }
    return byte == 0x3E ? .output : RedirectionStream(rawValue: byte &- 0x30) ?? .output
  }

  private mutating func add(_ node: RedirectionAst, to redirections: inout [RedirectionAst]) {
    if redirections.contains(where: { $0.fromStream == node.fromStream }) {
      report(
        "StreamAlreadyRedirected", node.extent, SyntaxMessages.streamAlreadyRedirected(node.fromStream.name))
      return
    }
    // PowerShell keeps one slot a stream, so the order is that of the streams.
    let index = redirections.firstIndex { $0.fromStream.rawValue > node.fromStream.rawValue }
    redirections.insert(node, at: index ?? redirections.count)
  }
}
