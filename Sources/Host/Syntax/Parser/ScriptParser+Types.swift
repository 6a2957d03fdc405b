import Diagnostics

// Classes and enums.
extension ScriptParser {
  mutating func classDefinition(_ keyword: Token, _ attributes: [AttributeBaseAst]) -> StatementAst {
    let mode = lexer.mode
    defer { setMode(mode) }
    setMode(.expression)
    skipNewLines()
    guard let name = simpleName() else {
      reportIncomplete(
        "MissingNameAfterKeyword", keyword.extent.after, SyntaxMessages.missingNameAfterKeyword(text(keyword)))
      return ErrorStatementAst(keyword.extent)
    }
    skipNewLines()
    var last = name.extent
    var bases: [TypeConstraintAst] = []
    if peek().kind == .colon { baseTypes(&bases, &last) }
    let open = next()
    guard open.kind == .lCurly else {
      unget(open)
      reportIncomplete("MissingTypeBody", last.after, SyntaxMessages.missingTypeBody(text(keyword)))
      return ErrorStatementAst(extent(keyword.extent, last), nestedAst: bases)
    }
    var members: [MemberAst] = []
    var failed = false
    skipNewLines()
    while !tooDeep, let member = classMember(text(name), &failed) {
      members.append(member)
      skipNewLines()
    }
    let content = members.last?.extent ?? open.extent
    let close = closeBrace(open, errorAt: open.extent.after, content: content)
    let start = attributes.first?.extent ?? keyword.extent
    for attribute in attributes where attribute.kind == .typeConstraint {
      report(
        "TypeNotAllowedBeforeClass", attribute.extent,
        SyntaxMessages.unexpectedAttribute(attribute.typeName.fullName))
    }
    let type = TypeDefinitionAst(
      extent(start, close), name: text(name), attributes: attributes.compactMap { $0 as? AttributeAst },
      members: members, typeAttributes: .class, baseTypes: bases)
    types.append(type)
    if failed { brokenTypes.insert(ObjectIdentifier(type)) }
    return watch(type)
  }

  private mutating func baseTypes(_ bases: inout [TypeConstraintAst], _ last: inout Extent) {
    var separator = next()
    repeat {
      last = separator.extent
      let mode = lexer.mode
      setMode(.typeName)
      skipNewLines()
      let type = typeName(allowAssembly: false)
      setMode(mode)
      guard let type else {
        reportIncomplete("TypeNameExpected", separator.extent.after, SyntaxMessages.typeNameExpected)
        return
      }
      bases.append(TypeConstraintAst(type.extent, typeName: type))
      last = type.extent
      skipNewLines()
      separator = peek()
      if separator.kind == .comma { skip() }
    } while separator.kind == .comma && !tooDeep
  }

  /// What stands before the name of a class member.
  private struct MemberHead {
    var attributes: [AttributeAst] = []
    var type: TypeConstraintAst?
    var modifiers: MemberAttributes = [.public]
    var start: Extent?
    var end: Extent?
  }

  private mutating func memberHead() -> MemberHead {
    var head = MemberHead()
    while !tooDeep {
      skipNewLines()
      if let attribute = attribute() {
        head.start = head.start ?? attribute.extent
        head.end = attribute.extent
        if let type = attribute as? TypeConstraintAst {
          if head.type == nil {
            head.type = type
          } else {
            report("TooManyTypes", attribute.extent, SyntaxMessages.tooManyTypes)
          }
        } else if let plain = attribute as? AttributeAst {
          head.attributes.append(plain)
        }
        continue
      }
      let token = peek()
      guard token.kind == .static || token.kind == .hidden else { return head }
      skip()
      let flag: MemberAttributes = token.kind == .static ? .static : .hidden
      if head.modifiers.contains(flag) {
        report("DuplicateQualifier", token.extent, SyntaxMessages.duplicateQualifier(text(token)))
      }
      head.modifiers.insert(flag)
      head.start = head.start ?? token.extent
      head.end = token.extent
    }
    return head
  }

  private mutating func classMember(_ className: String, _ failed: inout Bool) -> MemberAst? {
    setMode(.expression)
    let head = memberHead()
    let token = peek()
    if token.kind == .variable {
      skip()
      return property(token, head)
    }
    if token.kind == .identifier || token.flags.contains(.keyword), token.kind != .redirection,
      let name = simpleName()
    {
      let member = method(name, head, className)
      failed = member == nil
      return member
    }
    if let end = head.end {
      failed = true
      reportIncomplete("IncompleteMemberDefinition", end.after, SyntaxMessages.incompleteMember)
    }
    return nil
  }

  private mutating func property(_ token: Token, _ head: MemberHead) -> MemberAst {
    var end = token.extent
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
          "ExpectedValueExpression", equals.extent.after, SyntaxMessages.expectedValue("="))
      }
    }
    let terminator = peek()
    let complete = equals.kind != .equals || value != nil
    switch terminator.kind {
    case .semi:
      end = terminator.extent
      skipNewLinesAndSemicolons()
    case .newLine: skipNewLinesAndSemicolons()
    case .rCurly, .endOfInput: break
    default:
      guard complete else { break }
      reportIncomplete("MissingPropertyTerminator", end.after, SyntaxMessages.missingPropertyTerminator)
    }
    let path = lexer.variablePath(token)
    return PropertyMemberAst(
      extent(head.start ?? token.extent, end), name: path.userPath, propertyType: head.type,
      attributes: head.attributes, propertyAttributes: head.modifiers, initialValue: value)
  }

  private mutating func method(_ name: Token, _ head: MemberHead, _ className: String) -> MemberAst? {
    let text = text(name)
    skipNewLines()
    let open = next()
    guard open.kind == .lParen else {
      unget(open)
      reportIncomplete(
        "MissingMethodParameterList", name.extent.after, SyntaxMessages.missingMethodParameterList)
      reportIncomplete("MissingFunctionBody", name.extent.after, SyntaxMessages.missingFunctionBody)
      synchronize(to: .rCurly, taking: false)
      return nil
    }
    let parameters = parameterList()
    skipNewLines()
    var last = open.extent
    var failed = false
    let close = next()
    if close.kind == .rParen {
      last = close.extent
    } else {
      unget(close)
      last = parameters.last?.extent ?? open.extent
      reportIncomplete(
        "MissingEndParenthesisInFunctionParameterList", last.after, SyntaxMessages.missingEndParenthesisInParameters)
      failed = true
    }
    let isConstructor = text.lowercased() == className.lowercased()
    skipNewLines()
    var baseCall: StatementAst?
    if isConstructor, !head.modifiers.contains(.static) {
      baseCall = baseConstructorCall(end: &last)
    }
    skipNewLines()
    let brace = next()
    if failed {
      // The opening brace, if there, has been taken: what follows up to a closing one is passed over.
      if brace.kind != .lCurly { unget(brace) }
      synchronize(to: .rCurly, taking: false)
      return nil
    }
    guard brace.kind == .lCurly else {
      unget(brace)
      reportIncomplete("MissingFunctionBody", last.after, SyntaxMessages.missingFunctionBody)
      synchronize(to: .rCurly, taking: false)
      return nil
    }
    let body = methodBody(brace, baseCall)
    let place = extent(head.start ?? name.extent, body.extent)
    let function = FunctionDefinitionAst(
      extent(name.extent, body.extent), name: text, nameExtent: name.extent,
      parameters: parameters.isEmpty ? nil : parameters, body: body)
    watched.append(function)
    return watch(
      FunctionMemberAst(
        place, function: function, returnType: head.type, attributes: head.attributes,
        methodAttributes: head.modifiers, isConstructor: isConstructor))
  }

  /// `: base(…)`, or the call it stands for when it is left out.
  private mutating func baseConstructorCall(end: inout Extent) -> StatementAst? {
    var arguments: [ExpressionAst] = []
    var place = Extent(0, 0)
    var keyword = place
    if peek().kind == .colon {
      let colon = next()
      setMode(.expression)
      skipNewLines()
      let base = peek()
      guard base.kind == .base else {
        reportIncomplete("MissingBaseCtorCall", colon.extent.after, SyntaxMessages.missingBaseCtorCall)
        end = colon.extent
        return nil
      }
      skip()
      keyword = base.extent
      skipNewLines()
      let open = peek()
      guard open.kind == .lParen else {
        reportIncomplete("MissingMethodParameterList", base.extent.after, SyntaxMessages.missingMethodParameterList)
        end = base.extent
        return nil
      }
      skip()
      let close = argumentsInParens(open, &arguments)
      place = extent(base.extent, close)
      end = close
    }
    let call = BaseCtorInvokeMemberExpressionAst(place, baseKeyword: keyword, arguments: arguments)
    return CommandExpressionAst(place, expression: call, redirections: [])
  }

  private mutating func methodBody(_ open: Token, _ baseCall: StatementAst?) -> ScriptBlockAst {
    let mode = lexer.mode
    let comma = commaEnds
    commaEnds = false
    setMode(.command)
    let parameters = paramBlock()
    var list = StatementList()
    statementList(&list)
    let close = closeBrace(open, errorAt: open.extent, content: list.extent ?? open.extent)
    commaEnds = comma
    setMode(mode)
    let inside = list.extent ?? emptyExtent(open.extent, close)
    let statements = (baseCall.map { [$0] } ?? []) + list.statements
    let block = NamedBlockAst(inside, blockKind: .end, unnamed: true, statements: statements, traps: list.traps)
    return ScriptBlockAst(
      extent(open.extent, close), source: source, paramBlock: parameters, endBlock: block)
  }
}

// MARK: - enum

extension ScriptParser {
  mutating func enumDefinition(_ keyword: Token, _ attributes: [AttributeBaseAst]) -> StatementAst {
    let mode = lexer.mode
    defer { setMode(mode) }
    setMode(.expression)
    skipNewLines()
    guard let name = simpleName() else {
      reportIncomplete(
        "MissingNameAfterKeyword", keyword.extent.after, SyntaxMessages.missingNameAfterKeyword(text(keyword)))
      return ErrorStatementAst(keyword.extent)
    }
    skipNewLines()
    var last = name.extent
    var bases: [TypeConstraintAst] = []
    if peek().kind == .colon {
      baseTypes(&bases, &last)
      if bases.count > 1 { bases.removeLast(bases.count - 1) }
    }
    let open = next()
    guard open.kind == .lCurly else {
      unget(open)
      reportIncomplete("MissingTypeBody", last.after, SyntaxMessages.missingTypeBody(text(keyword)))
      return ErrorStatementAst(extent(keyword.extent, last), nestedAst: bases)
    }
    var members: [MemberAst] = []
    skipNewLines()
    while !tooDeep, let member = enumMember() {
      members.append(member)
      skipNewLines()
    }
    let close = closeBrace(open, errorAt: open.extent.after, content: peek().extent)
    let type = TypeDefinitionAst(
      extent(attributes.first?.extent ?? keyword.extent, close), name: text(name),
      attributes: attributes.compactMap { $0 as? AttributeAst }, members: members, typeAttributes: .enum,
      baseTypes: bases)
    types.append(type)
    return watch(type)
  }

  private mutating func enumMember() -> MemberAst? {
    setMode(.expression)
    guard let name = simpleName() else { return nil }
    var end = name.extent
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
          "ExpectedValueExpression", equals.extent.after, SyntaxMessages.expectedValue("="))
      }
    }
    let terminator = peek()
    let complete = equals.kind != .equals || value != nil
    switch terminator.kind {
    case .semi:
      end = terminator.extent
      skipNewLinesAndSemicolons()
    case .newLine: skipNewLinesAndSemicolons()
    case .rCurly, .endOfInput: break
    default:
      guard complete else { break }
      reportIncomplete("MissingPropertyTerminator", end.after, SyntaxMessages.missingPropertyTerminator)
    }
    return PropertyMemberAst(
      extent(name.extent, end), name: text(name), propertyType: nil, attributes: [],
      propertyAttributes: [.public, .static, .literal], initialValue: value)
  }
}
