import Diagnostics

// Pipelines, chains and assignments.
extension ScriptParser {
  /// Pipelines joined by `&&` and `||`, maybe sent to the background; nil when none starts here.
  mutating func pipelineChain() -> PipelineBaseAst? {
    guard enter() else {
      depth -= 1
      return nil
    }
    defer { depth -= 1 }
    guard let first = pipeline() else { return nil }
    let token = peek()
    switch token.kind {
    case .andAnd, .orOr, .ampersand: break
    default: return first
    }
    guard let head = first as? ChainableAst else {
      if token.kind == .ampersand { reportUnexpected(token) }
      return first
    }
    return chain(from: head)
  }

  private mutating func chain(from head: ChainableAst) -> PipelineBaseAst {
    var result = head
    var count = 0
    while true {
      let token = peek()
      if token.kind == .ampersand { return background(result, token) }
      guard token.kind == .andAnd || token.kind == .orOr else { return result }
      count += 1
      if count > Self.chainLimit {
        giveUp()
        return result
      }
      skip()
      skipNewLines()
      let next = pipeline()
      guard let pipeline = next as? PipelineAst else {
        reportIncomplete(
          "EmptyPipelineChainElement", extent(token.extent, peek().extent), SyntaxMessages.emptyPipelineChainElement)
        let place = token.extent.after
        return ErrorStatementAst(extent(result.extent, place), nestedAst: [result])
      }
      result = PipelineChainAst(
        extent(result.extent, pipeline.extent), lhs: result, rhs: pipeline, operator: token.kind)
    }
  }

  private mutating func background(_ chain: ChainableAst, _ token: Token) -> PipelineBaseAst {
    skip()
    let place = chain.extent
    if let pipeline = chain as? PipelineAst {
      return PipelineAst(place, pipelineElements: pipeline.pipelineElements, background: true)
    }
    if let pair = chain as? PipelineChainAst {
      return PipelineChainAst(
        place, lhs: pair.lhsPipelineChain, rhs: pair.rhsPipeline, operator: pair.operator, background: true)
    }
    return chain
  }

  /// One pipeline or assignment; nil when none starts here.
  mutating func pipeline() -> PipelineBaseAst? {
    var elements: [CommandBaseAst] = []
    var pipe: Token?
    loop: while !tooDeep {
      let mode = lexer.mode
      setMode(.expression)
      let start = startsWord() ? nil : expression()
      if let start {
        let token = peek()
        if token.kind.isAssignment, elements.isEmpty {
          let result = assignment(start, token)
          setMode(mode)
          return result
        }
      }
      setMode(mode)
      if let element = element(start, isFirst: elements.isEmpty) {
        elements.append(element)
      } else if !elements.isEmpty || peek().kind == .pipe {
        let place = pipe?.extent.after ?? peek().extent
        reportIncomplete("EmptyPipeElement", place, SyntaxMessages.emptyPipeElement)
      }
      if peek().kind == .newLine, !elements.isEmpty { joinNextLine() }
      let token = peek()
      switch token.kind {
      case .semi, .newLine, .endOfInput, .rParen, .rCurly, .andAnd, .orOr, .ampersand: break loop
      case .pipe:
        skip()
        skipNewLines()
        pipe = token
        if peek().kind == .endOfInput {
          reportIncomplete("EmptyPipeElement", token.extent.after, SyntaxMessages.emptyPipeElement)
          break loop
        }
      default:
        if !elements.isEmpty { reportUnexpected(token) }
        break loop
      }
    }
    guard let first = elements.first, let last = elements.last else { return nil }
    return PipelineAst(extent(first.extent, last.extent), pipelineElements: elements)
  }

  /// Passes line breaks when the next line goes on with a pipe.
  private mutating func joinNextLine() {
    var at = restorePoint
    while at < lexer.end {
      let byte = lexer[at]
      if byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 {
        at += 1
      } else if byte == 0x23 {
        while at < lexer.end, lexer[at] != 0x0A { at += 1 }
      } else {
        break
      }
    }
    let isPipe = lexer[at] == 0x7C
    let isChain = lexer[at] == 0x26 && lexer[at + 1] == 0x26
    if isPipe || isChain { skipNewLines() }
  }

  /// Whether the next token starts with a letter, so that no expression starts here.
  @inline(__always)
  private mutating func startsWord() -> Bool {
    if hasAhead {
      let byte = lexer[Int(ahead.extent.start)]
      return lexer.has(CharacterTraits.identifierStart, byte)
    }
    var at = lexer.pos
    while lexer[at] == 0x20 { at += 1 }
    return lexer.has(CharacterTraits.identifierStart, lexer[at])
  }

  private mutating func element(_ start: ExpressionAst?, isFirst: Bool) -> CommandBaseAst? {
    guard let start else { return command() }
    if !isFirst {
      report("ExpressionsMustBeFirstInPipeline", start.extent, SyntaxMessages.expressionsMustBeFirst)
    }
    var redirections: [RedirectionAst] = []
    var end = start.extent
    while true {
      let token = peek()
      guard token.kind == .redirection || token.kind == .redirectInStd else { break }
      skip()
      redirection(token, &redirections, &end)
    }
    if redirections.isEmpty { end = start.extent }
    return CommandExpressionAst(extent(start.extent, end), expression: start, redirections: redirections)
  }

  private mutating func assignment(_ target: ExpressionAst, _ token: Token) -> PipelineBaseAst {
    skip()
    skipNewLines()
    setMode(.command)
    if let value = statement() {
      var right = value
      if let pipeline = value as? PipelineAst, !pipeline.background, pipeline.pipelineElements.count == 1,
        let element = pipeline.pipelineElements[0] as? CommandExpressionAst
      {
        right = element
      }
      return assign(extent(target.extent, value.extent), target, token, right)
    }
    let place = token.extent.after
    reportIncomplete("ExpectedValueExpression", place, SyntaxMessages.expectedValue(text(token)))
    return assign(extent(target.extent, token.extent), target, token, ErrorStatementAst(place))
  }

  private mutating func assign(
    _ place: Extent, _ target: ExpressionAst, _ token: Token, _ value: StatementAst
  ) -> AssignmentStatementAst {
    let result = AssignmentStatementAst(
      place, left: target, operator: token.kind, right: value, errorPosition: token.extent)
    return target.isPlainTarget ? result : watch(result)
  }
}
