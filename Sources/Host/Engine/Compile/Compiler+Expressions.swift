import Basics
import Diagnostics
import Objects
import Syntax

extension Compiler {
  /// An expression that stands as an operand or argument; the same as `expression`.
  func argument(_ ast: ExpressionAst) -> Node { expression(ast) }

  /// An expression as a node.
  func expression(_ ast: ExpressionAst) -> Node {
    switch ast.kind {
    case .variableExpression: return (ast as? VariableExpressionAst).map { place($0) } ?? ConstantNode(.null)
    case .constantExpression: return constant(ast)
    case .stringConstantExpression:
      return ConstantNode(.string((ast as? StringConstantExpressionAst)?.value ?? ""))
    case .expandableStringExpression:
      return (ast as? ExpandableStringExpressionAst).map(expandable) ?? ConstantNode(.null)
    case .binaryExpression: return (ast as? BinaryExpressionAst).map(binary) ?? ConstantNode(.null)
    case .unaryExpression: return (ast as? UnaryExpressionAst).map(unary) ?? ConstantNode(.null)
    case .memberExpression: return (ast as? MemberExpressionAst).map(member) ?? ConstantNode(.null)
    case .invokeMemberExpression: return (ast as? InvokeMemberExpressionAst).map(invocation) ?? ConstantNode(.null)
    case .indexExpression: return (ast as? IndexExpressionAst).map(index) ?? ConstantNode(.null)
    case .parenExpression: return (ast as? ParenExpressionAst).map(paren) ?? ConstantNode(.null)
    case .arrayLiteral: return arrayLiteral(ast)
    case .convertExpression: return (ast as? ConvertExpressionAst).map(conversion) ?? ConstantNode(.null)
    default: return rareExpression(ast)
    }
  }

  private func rareExpression(_ ast: ExpressionAst) -> Node {
    switch ast {
    case let s as SubExpressionAst: return subExpression(s)
    case let b as BaseCtorInvokeMemberExpressionAst: return BaseConstructorNode(b.arguments.map { expression($0) })
    case let a as ArrayExpressionAst: return arrayExpression(a)
    case let h as HashtableAst: return hashtable(h, ordered: false)
    case let s as ScriptBlockExpressionAst:
      return ScriptBlockNode(ScriptBlock(ast: s.scriptBlock, owner: nil, context: context))
    case let t as TypeExpressionAst: return TypeNode(type(t.typeName))
    case let t as TernaryExpressionAst:
      return TernaryNode(expression(t.condition), expression(t.ifTrue), expression(t.ifFalse))
    case let u as UsingExpressionAst: return using(u.subExpression)
    case let a as AttributedExpressionAst: return expression(a.child)
    default:
      return ClosureNode { _ in
        throw GuestError.runtime("ParseError", "The expression contains a syntax error.", .ParserError)
      }
    }
  }

  private func constant(_ ast: ExpressionAst) -> Node {
    guard let c = (ast as? ConstantExpressionAst)?.constant else { return ConstantNode(.null) }
    return ConstantNode(Compiler.value(of: c))
  }

  /// The value of a literal.
  static func value(of c: ConstantValue) -> Value {
    switch c {
    case .null: return .null
    case .boolean(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .long(let i): return .long(i)
    case .double(let d): return .double(d)
    case .single(let f): return .single(f)
    case .sbyte(let i): return .scalar(.sbyte, UInt64(bitPattern: Int64(i)))
    case .byte(let i): return .byte(i)
    case .int16(let i): return .scalar(.int16, UInt64(bitPattern: Int64(i)))
    case .uint16(let i): return .scalar(.uint16, UInt64(i))
    case .uint32(let i): return .scalar(.uint32, UInt64(i))
    case .uint64(let i): return .scalar(.uint64, i)
    case .decimal(let text): return Operations.convertOrNull(.string(text), to: Types.decimal)
    case .bigInteger(let text): return BigInt(decimal: text).map { .bigInteger($0) } ?? .null
    case .string(let s): return .string(s)
    }
  }

  private func expandable(_ ast: ExpandableStringExpressionAst) -> Node {
    var texts = [""]
    var parts: [Node] = []
    for p in ast.parts {
      switch p {
      case .text(let s): texts[texts.count - 1] += s
      case .expression(let i):
        guard i < ast.nestedExpressions.count else { continue }
        let part = expression(ast.nestedExpressions[i])
        parts.append((part as? LocalNode).map { StringVariableNode($0) } ?? part)
        texts.append("")
      }
    }
    return parts.isEmpty ? ConstantNode(.string(texts[0])) : ExpandableStringNode(texts: texts, parts: parts)
  }

  private func arrayLiteral(_ ast: ExpressionAst) -> Node {
    guard let a = ast as? ArrayLiteralAst else { return ConstantNode(.null) }
    return ArrayLiteralNode(a.elements.map { expression($0) })
  }

  private func paren(_ ast: ParenExpressionAst) -> Node {
    let inner = pipeline(ast.pipeline)
    return inner.isVoid || inner is WriterNode ? ParenNode(inner) : inner
  }

  /// The one expression of a statement list that is nothing else.
  private func single(_ b: StatementBlockAst) -> ExpressionAst? {
    guard b.traps.isEmpty, b.statements.count == 1, let p = b.statements[0] as? PipelineBaseAst else { return nil }
    return p.pureExpression
  }

  private func subExpression(_ ast: SubExpressionAst) -> Node {
    if let e = single(ast.subExpression) {
      let inner = expression(e)
      if !inner.isVoid, !(inner is WriterNode) { return SubExpressionNode(inner, e.extent) }
    }
    return CaptureNode(block(ast.subExpression))
  }

  private func arrayExpression(_ ast: ArrayExpressionAst) -> Node {
    if ast.subExpression.statements.isEmpty { return EmptyArrayNode() }
    if let e = single(ast.subExpression) {
      let inner = expression(e)
      if !inner.isVoid, !(inner is WriterNode) { return ArrayOfNode(inner, e.extent) }
    }
    return ArrayCaptureNode(block(ast.subExpression))
  }

  func hashtable(_ ast: HashtableAst, ordered: Bool) -> Node {
    HashtableNode(
      ast.keyValuePairs.map { expression($0.key) }, ast.keyValuePairs.map { value(of: $0.value) }, ordered: ordered)
  }

  /// `$using:…`: every variable in it is looked up among the values that came along.
  private func using(_ ast: ExpressionAst) -> Node {
    switch ast {
    case let v as VariableExpressionAst: return UsingNode(Symbol(v.variablePath.name))
    case let m as MemberExpressionAst where m.kind == .memberExpression:
      return MemberNode(using(m.expression), memberName(m.member), nullConditional: m.nullConditional)
    case let i as IndexExpressionAst:
      return IndexNode(using(i.target), expression(i.index), nullConditional: i.nullConditional, byKey: false)
    default: return expression(ast)
    }
  }
}

// MARK: - Members

extension Compiler {
  func memberName(_ ast: CommandElementAst) -> MemberName {
    switch ast {
    case let s as StringConstantExpressionAst: return MemberName(s.value)
    case let e as ExpressionAst:
      let node = expression(e)
      switch node.constant {
      case .string(let s)?: return MemberName(s)
      case .int(let n)? where e is ConstantExpressionAst: return MemberName(String(n), key: .int(n))
      default: break
      }
      return MemberName(node)
    default: return MemberName(context.source.text(of: ast.extent))
    }
  }

  func member(_ ast: MemberExpressionAst) -> PlaceNode {
    let target = expression(ast.expression)
    let name = memberName(ast.member)
    if ast.isStatic { return StaticMemberNode(target, name) }
    return MemberNode(target, name, nullConditional: ast.nullConditional)
  }

  private func invocation(_ ast: InvokeMemberExpressionAst) -> Node {
    let target = expression(ast.expression)
    let name = memberName(ast.member)
    let arguments = ast.arguments.map { expression($0) }
    if ast.isStatic { return StaticInvokeNode(target, name, arguments, extent: ast.extent) }
    let plain = InvokeNode(target, name, arguments, nullConditional: ast.nullConditional, extent: ast.extent)
    if let p = ast.expression as? ParenExpressionAst, let c = p.pipeline.pureExpression as? ConvertExpressionAst,
      !CaseFold.equal(c.type.name, "ref")
    {
      return BaseInvokeNode(
        type: TypeNode(type(c.type)), target: expression(c.child), name, arguments, plain: plain)
    }
    return plain
  }

  func index(_ ast: IndexExpressionAst) -> IndexNode {
    var byKey = false
    if let c = ast.index as? ConvertExpressionAst { byKey = CaseFold.equal(c.type.name, "object") }
    return IndexNode(
      expression(ast.target), expression(ast.index), nullConditional: ast.nullConditional, byKey: byKey)
  }

  private func conversion(_ ast: ConvertExpressionAst) -> Node {
    let name = ast.type
    if !name.isArray, !name.isGeneric {
      let text = name.name
      if let h = ast.child as? HashtableAst {
        if CaseFold.equal(text, "ordered") { return hashtable(h, ordered: true) }
        if Compiler.isCustomObject(text) {
          return CustomObjectNode(
            h.keyValuePairs.map { expression($0.key) }, h.keyValuePairs.map { value(of: $0.value) })
        }
      }
      if Compiler.isCustomObject(text) {
        return ConvertNode(TypeReference(Types.psCustomObject), expression(ast.child))
      }
      if CaseFold.equal(text, "ref") { return ReferenceNode(expression(ast.child)) }
      if CaseFold.equal(text, "void") || CaseFold.equal(text, "System.Void") { return VoidNode(expression(ast.child)) }
    }
    return ConvertNode(type(name), expression(ast.child))
  }

  private static func isCustomObject(_ name: String) -> Bool {
    CaseFold.equal(name, "pscustomobject") || CaseFold.equal(name, "System.Management.Automation.PSCustomObject")
  }
}
