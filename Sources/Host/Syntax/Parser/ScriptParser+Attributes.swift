import Diagnostics

// Attributes and type names.
extension ScriptParser {
  /// Attributes and type constraints in a row; newlines between them count in expressions only after a type.
  mutating func attributeList(inExpression: Bool) -> [AttributeBaseAst] {
    membersEnd = false
    let mode = lexer.mode
    setMode(.expression)
    defer { setMode(mode) }
    var attributes: [AttributeBaseAst] = []
    while !tooDeep, let attribute = attribute() {
      attributes.append(attribute)
      if !inExpression || attribute.kind == .attribute { skipNewLines() }
    }
    return attributes
  }

  /// `[Name(…)]` or `[type]`; nil when no bracket follows.
  mutating func attribute() -> AttributeBaseAst? {
    let mode = lexer.mode
    setMode(.expression)
    let open = peek()
    guard open.kind == .lBracket else {
      setMode(mode)
      return nil
    }
    skip()
    defer { setMode(mode) }
    setMode(.typeName)
    skipNewLines()
    guard let name = typeName() else {
      resync(open)
      reportIncomplete("MissingTypename", open.extent.after, SyntaxMessages.missingTypename)
      return nil
    }
    setMode(.expression)
    let token = next()
    if token.kind == .lParen { return attributeArguments(open, name, token) }
    var end = token.extent
    if token.kind != .rBracket {
      unget(token)
      end = name.extent
      membersEnd = true
      report(
        "EndSquareBracketExpectedAtEndOfAttribute", before(token.extent), SyntaxMessages.endSquareBracketExpected)
    }
    return TypeConstraintAst(extent(open.extent, end), typeName: name)
  }

  private mutating func attributeArguments(_ open: Token, _ name: TypeName, _ paren: Token) -> AttributeAst {
    var positional: [ExpressionAst] = []
    var named: [NamedAttributeArgumentAst] = []
    var last = paren.extent
    let comma = commaEnds
    commaEnds = true
    argumentList(&positional, &named, &last)
    commaEnds = comma
    skipNewLines()
    var closed: Extent?
    let close = next()
    if close.kind == .rParen {
      closed = close.extent
    } else {
      unget(close)
      reportIncomplete(
        "MissingEndParenthesisInExpression", last.after, SyntaxMessages.missingEndParenthesisInExpression)
    }
    skipNewLines()
    let bracket = next()
    var end = closed ?? last
    if bracket.kind == .rBracket {
      end = bracket.extent
    } else {
      unget(bracket)
      if let closed {
        reportIncomplete(
          "EndSquareBracketExpectedAtEndOfAttribute", closed.after, SyntaxMessages.endSquareBracketExpected)
      }
    }
    return watch(
      AttributeAst(
        extent(open.extent, end), typeName: name, positionalArguments: positional, namedArguments: named))
  }

  private mutating func argumentList(
    _ positional: inout [ExpressionAst], _ named: inout [NamedAttributeArgumentAst], _ last: inout Extent
  ) {
    var comma: Token?
    while !tooDeep {
      skipNewLines()
      if let name = simpleName() {
        let argument = namedArgument(name)
        if named.contains(where: { $0.argumentName.lowercased() == argument.argumentName.lowercased() }) {
          report(
            "DuplicateNamedArgument", name.extent, SyntaxMessages.duplicateNamedArgument(argument.argumentName))
        } else {
          named.append(argument)
        }
        if !argument.expressionOmitted { last = argument.extent }
      } else if let value = expression() {
        positional.append(value)
        last = value.extent
      } else {
        guard let comma else { return }
        let place = comma.extent.after
        reportIncomplete(
          "MissingExpressionAfterToken", place, SyntaxMessages.missingExpressionAfterToken(","))
        positional.append(ErrorExpressionAst(place))
        last = comma.extent
      }
      skipNewLines()
      let token = peek()
      guard token.kind == .comma else { return }
      skip()
      comma = token
      last = token.extent
    }
  }

  private mutating func namedArgument(_ name: Token) -> NamedAttributeArgumentAst {
    let text = text(name)
    let token = peek()
    guard token.kind == .equals else {
      let value = ConstantExpressionAst(name.extent, constant: .boolean(true))
      return NamedAttributeArgumentAst(name.extent, argumentName: text, argument: value, expressionOmitted: true)
    }
    skip()
    skipNewLines()
    if let value = expression() {
      return NamedAttributeArgumentAst(
        extent(name.extent, value.extent), argumentName: text, argument: value, expressionOmitted: false)
    }
    reportIncomplete(
      "MissingExpressionInNamedArgument", token.extent.after, SyntaxMessages.missingExpressionInNamedArgument)
    synchronize(to: .rParen)
    let error = ErrorExpressionAst(token.extent.after)
    return NamedAttributeArgumentAst(
      extent(name.extent, token.extent), argumentName: text, argument: error, expressionOmitted: false)
  }
}

// MARK: - Type names

extension ScriptParser {
  /// A type name in type-name mode; nil when none follows.
  mutating func typeName(allowAssembly: Bool = true, insideGeneric: Bool = false) -> TypeName? {
    if hasAhead { resync(ahead) }
    skipBlanks()
    guard let name = lexer.typeNameWord() else { return nil }
    return typeSuffixes(name, allowAssembly: allowAssembly, insideGeneric: insideGeneric)
  }

  /// Passes blanks and line breaks without making tokens.
  private mutating func skipBlanks() {
    skipNewLines()
    resync(ahead)
  }

  private mutating func typeSuffixes(_ word: Token, allowAssembly: Bool, insideGeneric: Bool) -> TypeName? {
    let text = lexer.typeNameText(word)
    var type = TypeName(text, extent: word.extent)
    let mode = lexer.mode
    lexer.mode = .expression
    defer { setMode(mode) }
    if peek().kind == .lBracket, enter() {
      type = bracketed(type, word)
      depth -= 1
    }
    if allowAssembly, !insideGeneric, type.assemblyName == nil, peek().kind == .comma, !type.isArray {
      skip()
      if hasAhead { resync(ahead) }
      let assembly = lexer.assemblyName()
      if !assembly.isEmpty {
        type = TypeName(
          type.name, extent: Extent(type.extent.start, Int32(lexer.pos)), genericArguments: type.genericArguments,
          assemblyName: assembly)
      } else {
        report("MissingAssemblyNameSpecification", ahead.extent.after, SyntaxMessages.missingAssemblyName)
      }
    }
    return type
  }

  /// What stands in brackets after a type name: generic arguments, then array ranks.
  private mutating func bracketed(_ start: TypeName, _ word: Token) -> TypeName {
    var type = start
    while peek().kind == .lBracket, !tooDeep {
      let open = next()
      skipNewLines()
      let token = peek()
      switch token.kind {
      case .rBracket, .comma:
        type = arrayType(type, open)
      case .identifier, .lBracket, .generic:
        if type.isArray || type.isGeneric {
          reportUnexpected(token)
          return type
        }
        type = genericType(type, open)
      default:
        if token.kind != .endOfInput, !token.flags.contains(.keyword) {
          reportUnexpected(token)
          skip()
        } else if token.flags.contains(.keyword) {
          type = genericType(type, open)
          continue
        } else {
          reportIncomplete("MissingTypename", open.extent.after, SyntaxMessages.missingTypename)
        }
        return type
      }
    }
    return type
  }

  private mutating func arrayType(_ element: TypeName, _ open: Token) -> TypeName {
    var rank = 1
    var last = open.extent
    while peek().kind == .comma {
      last = next().extent
      rank += 1
      skipNewLines()
    }
    let close = next()
    if close.kind == .rBracket {
      last = close.extent
    } else {
      unget(close)
      reportIncomplete(
        "EndSquareBracketExpectedAtEndOfAttribute", last.after, SyntaxMessages.endSquareBracketExpected)
    }
    return TypeName(arrayOf: element, rank: rank, extent: extent(element.extent, last))
  }

  private mutating func genericType(_ definition: TypeName, _ open: Token) -> TypeName {
    let (arguments, end) = genericArguments(open)
    return TypeName(definition.name, extent: extent(definition.extent, end), genericArguments: arguments)
  }

  /// Type arguments up to the closing bracket.
  mutating func genericArguments(_ open: Token) -> (arguments: [TypeName], end: Extent) {
    var arguments: [TypeName] = []
    var last = open.extent
    while !tooDeep {
      skipNewLines()
      let inner = peek()
      if inner.kind == .lBracket {
        skip()
        if let type = typeName() {
          arguments.append(type)
          last = type.extent
          skipNewLines()
          let close = next()
          if close.kind == .rBracket {
            last = close.extent
          } else {
            unget(close)
            reportIncomplete(
              "EndSquareBracketExpectedAtEndOfType", last.after, SyntaxMessages.endSquareBracketExpected)
          }
        } else {
          reportIncomplete("MissingTypename", inner.extent.after, SyntaxMessages.missingTypename)
        }
      } else if let type = typeName(insideGeneric: true) {
        arguments.append(type)
        last = type.extent
      } else {
        reportIncomplete("MissingTypename", last.after, SyntaxMessages.missingTypename)
        break
      }
      skipNewLines()
      let comma = peek()
      guard comma.kind == .comma else { break }
      skip()
      last = comma.extent
    }
    skipNewLines()
    let close = next()
    if close.kind == .rBracket {
      last = close.extent
    } else {
      unget(close)
      reportIncomplete(
        "EndSquareBracketExpectedAtEndOfAttribute", last.after, SyntaxMessages.endSquareBracketExpected)
    }
    return (arguments, last)
  }
}

extension Lexer {
  /// The dotted word of a type name; nil when no letter follows.
  mutating func typeNameWord() -> Token? {
    start = pos
    var at = pos
    guard identifierLength(at, start: true) > 0 else { return nil }
    while true {
      let byte = base[at]
      if byte == 0x2E || byte == 0x60 || byte == 0x2B || byte == 0x5C || byte == 0x23 {
        if byte == 0x60, has(CharacterTraits.newLine, base[at + 1]) || at + 1 >= end { break }
        at += 1
        continue
      }
      let length = identifierLength(at)
      if length == 0 { break }
      at += length
    }
    pos = at
    return token(.identifier, .typeName)
  }

  /// The name without the backticks of escapes; a backtick before the count of type parameters stays.
  func typeNameText(_ token: Token) -> String { text(token.extent) }

  /// The assembly part of a type name, up to the closing bracket.
  mutating func assemblyName() -> String {
    while whiteSpaceLength(pos) > 0 { pos += whiteSpaceLength(pos) }
    let from = pos
    while pos < end, base[pos] != 0x5D, base[pos] != 0x5B, !has(CharacterTraits.newLine, base[pos]) { pos += 1 }
    while pos > from, base[pos - 1] == 0x20 { pos -= 1 }
    return text(from, pos)
  }
}
