import Diagnostics

// Expandable strings and words.
extension ScriptParser {
  /// The node of a double-quoted string or of a word with variables.
  mutating func expandableString(_ token: Token, _ type: StringConstantType) -> ExpressionAst {
    if !token.flags.contains(.expands) {
      return StringConstantExpressionAst(token.extent, value: lexer.stringValue(token), type: type)
    }
    return expandableNode(token.extent, lexer.expandable(token), type)
  }

  /// The node of text whose pieces are known.
  mutating func expandableNode(
    _ place: Extent, _ content: ExpandableText, _ type: StringConstantType
  ) -> ExpressionAst {
    var nested: [ExpressionAst] = []
    var parts: [ExpandableStringExpressionAst.Part] = []
    for piece in content.pieces {
      switch piece {
      case .text(let range):
        parts.append(.text(String(decoding: content.bytes[range], as: UTF8.self)))
      case .variable(let variable):
        parts.append(.expression(nested.count))
        let path = lexer.variablePath(variable)
        let node = VariableExpressionAst(variable.extent, variablePath: path, splatted: false)
        nested.append(path.scope == .using ? UsingExpressionAst(node.extent, subExpression: node) : node)
      case .subExpression(let place, let doubled):
        parts.append(.expression(nested.count))
        nested.append(nestedSubExpression(place, doubled))
      }
    }
    let value = String(decoding: content.bytes, as: UTF8.self)
    if nested.isEmpty { return StringConstantExpressionAst(place, value: value, type: type) }
    return ExpandableStringExpressionAst(
      place, value: value, type: type, nestedExpressions: nested, parts: parts)
  }

  /// Parses `$(…)` found within a string.
  private mutating func nestedSubExpression(_ place: Extent, _ doubled: Bool) -> ExpressionAst {
    // Every level reads its text again, so the levels are few.
    guard enter(), stringDepth < Self.stringDepthLimit else {
      depth -= 1
      giveUp()
      return ErrorExpressionAst(place)
    }
    defer { depth -= 1 }
    let text = NestedText(lexer, place, doubled: doubled)
    defer { text.free() }
    var inner = Lexer(base: text.base, start: Int(place.start), end: Int(place.start) + text.count)
    inner.mode = .expression
    inner.comments = [Extent(Int32.max, Int32.max)]
    var parser = ScriptParser(lexer: inner, source: source, keepTokens: false, stackBase: stackBase)
    parser.depth = depth
    parser.stringDepth = stringDepth + 1
    let open = parser.next()
    let result: ExpressionAst
    if open.kind == .dollarParen {
      result = parser.subExpression(open)
      parser.skipNewLines()
      let rest = parser.peek()
      if rest.kind != .endOfInput { parser.reportUnexpected(rest) }
    } else {
      result = ErrorExpressionAst(place)
    }
    if parser.tooDeep { giveUp() }
    watched += parser.watched
    types += parser.types
    brokenTypes.formUnion(parser.brokenTypes)
    let map = text.skipped
    for error in parser.lexer.diagnostics {
      lexer.report(
        error.id, OffsetMap.apply(map, error.extent), error.message,
        incomplete: error.incompleteInput && lexer.isAtEnd(after: place.end))
    }
    if !map.isEmpty { OffsetMap.remap(result, map) }
    return result
  }
}

/// A copy of the text of a nested sub-expression, padded for the lexer and addressed with the offsets of the source.
struct NestedText {
  /// Addressed with source offsets.
  let base: UnsafePointer<UInt8>
  let count: Int
  /// Source offsets, ascending, of the bytes left out of the copy.
  let skipped: [Int32]
  private let memory: UnsafeMutablePointer<UInt8>

  init(_ lexer: Lexer, _ place: Extent, doubled: Bool) {
    memory = .allocate(capacity: place.count + 16)
    var size = 0
    var left: [Int32] = []
    var at = Int(place.start)
    let end = Int(place.end)
    while at < end {
      let quote = doubled ? lexer.doubleQuoteLength(at) : 0
      if doubled, lexer[at] == 0x60, at + 1 < end, lexer.doubleQuoteLength(at + 1) > 0 {
        left.append(Int32(at))
        at += 1
        let length = lexer.doubleQuoteLength(at)
        for index in 0..<length { memory[size + index] = lexer[at + index] }
        size += length
        at += length
        continue
      }
      if quote > 0 {
        for index in 0..<quote { memory[size + index] = lexer[at + index] }
        size += quote
        at += quote
        let again = at < end ? lexer.doubleQuoteLength(at) : 0
        for index in 0..<again { left.append(Int32(at + index)) }
        at += again
        continue
      }
      memory[size] = lexer[at]
      size += 1
      at += 1
    }
    for index in 0..<16 { memory[size + index] = 0 }
    count = size
    skipped = left
    base = UnsafePointer(memory) - Int(place.start)
  }

  func free() { memory.deallocate() }
}
