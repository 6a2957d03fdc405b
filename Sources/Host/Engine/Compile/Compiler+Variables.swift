import Basics
import Diagnostics
import Objects
import Syntax

extension Compiler {
  func local(_ name: Symbol) -> LocalNode { LocalNode(slot: slot(name), symbol: name) }

  /// A variable as something to read or assign.
  func place(_ ast: VariableExpressionAst) -> PlaceNode {
    let path = ast.variablePath
    let symbol = Symbol(path.name)
    switch path.scope {
    case .local: return ScopedVariableNode(.local, symbol)
    case .script: return ScopedVariableNode(.script, symbol)
    case .global: return special(path.name) ?? ScopedVariableNode(.global, symbol)
    case .private: return ScopedVariableNode(.private, symbol)
    case .using: return UsingNode(symbol)
    case .variable: return special(path.name) ?? ScopedVariableNode(.variable, symbol)
    case .workflow: return local(symbol)
    case .unspecified: break
    }
    if let drive = path.driveName { return DriveVariableNode(drive: drive, name: path.name) }
    return special(path.name) ?? file(path.name) ?? local(symbol)
  }

  /// Constants and variables that are no variables.
  private func special(_ name: String) -> PlaceNode? {
    switch name.utf8.count {
    case 1: return name == "?" ? QuestionMarkNode() : nil
    case 4:
      if CaseFold.equal(name, "null") { return NullPlaceNode() }
      if CaseFold.equal(name, "true") { return ConstantPlaceNode("true", .bool(true)) }
      return nil
    case 5: return CaseFold.equal(name, "false") ? ConstantPlaceNode("false", .bool(false)) : nil
    case 6: return CaseFold.equal(name, "PSItem") ? local(WellKnown.underscore) : nil
    default: return nil
    }
  }

  /// Variables that the file of the code decides.
  private func file(_ name: String) -> PlaceNode? {
    guard let path = context.source.file else { return nil }
    if CaseFold.equal(name, "PSCommandPath") {
      return FileVariableNode(.string(path), fallback: local(WellKnown.psCommandPath))
    }
    guard CaseFold.equal(name, "PSScriptRoot") else { return nil }
    var folder = ""
    if let slash = path.utf8.lastIndex(of: 0x2F) { folder = String(path[..<slash]) }
    return FileVariableNode(.string(folder), fallback: local(WellKnown.psScriptRoot))
  }

  // MARK: - Assignment

  /// The target of an assignment or increment.
  func target(_ ast: ExpressionAst) -> PlaceNode {
    switch ast {
    case let v as VariableExpressionAst: return place(v)
    case let m as MemberExpressionAst where m.kind == .memberExpression: return member(m)
    case let i as IndexExpressionAst: return index(i)
    case let a as ArrayLiteralAst: return MultiPlaceNode(a.elements.map { target($0) })
    case let p as ParenExpressionAst:
      if let e = p.pipeline.pureExpression { return target(e) }
      return NullPlaceNode()
    case let a as AttributedExpressionAst: return constrained(a)
    default: return ReadOnlyPlaceNode(expression(ast))
    }
  }

  /// `[type] [attribute()] $x` as a target.
  private func constrained(_ ast: AttributedExpressionAst) -> PlaceNode {
    var attributes: [AttributeBaseAst] = []
    var child: ExpressionAst = ast
    while let a = child as? AttributedExpressionAst {
      attributes.append(a.attribute)
      child = a.child
    }
    let place = target(child)
    let pieces = attributes.reversed().map { a -> ConstrainedPlaceNode.Piece in
      if let t = a as? TypeConstraintAst { return .type(type(t.typeName)) }
      if let x = a as? AttributeAst { return .attribute(CompiledAttribute(x, self)) }
      return .type(TypeReference(Types.object))
    }
    return ConstrainedPlaceNode(place, Array(pieces))
  }

  func assignment(_ a: AssignmentStatementAst) -> Node {
    let place = target(a.left)
    let right = value(of: a.right)
    switch a.operator {
    case .equals: return assign(place, right)
    case .questionQuestionEquals: return CoalesceAssignNode(place, right)
    case .plusEquals:
      if let local = place as? LocalNode { return LocalAddAssignNode(local, right) }
      return CompoundAssignNode(place, Operations.add, right)
    case .minusEquals: return CompoundAssignNode(place, Operations.subtract, right)
    case .multiplyEquals: return CompoundAssignNode(place, Operations.multiply, right)
    case .divideEquals: return CompoundAssignNode(place, Operations.divide, right)
    default: return CompoundAssignNode(place, Operations.remainder, right)
    }
  }

  private func assign(_ place: PlaceNode, _ right: Node) -> Node {
    switch place {
    case is NullPlaceNode: return NullAssignNode(right)
    case let l as LocalNode: return LocalAssignNode(l, right)
    case let m as MultiPlaceNode: return MultiAssignNode(m.places, right)
    case let i as IndexNode: return IndexAssignNode(i, right)
    default: return AssignNode(place, right)
    }
  }
}

/// A target that cannot be assigned; the parser reports most of them.
final class ReadOnlyPlaceNode: PlaceNode {
  let inner: Node
  init(_ inner: Node) { self.inner = inner }
  override func eval(_ f: Frame) throws -> Value { try inner.eval(f) }
  override func assign(_ f: Frame, _ v: Value) throws {
    throw GuestError.runtime(
      "InvalidLeftHandSide",
      "The assignment expression is not valid. The input to an assignment operator must be an object that is able "
        + "to accept assignments, such as a variable or a property.", .ParserError)
  }
}

/// `[type] $x`: the assignment converts, and so do later ones.
final class ConstrainedPlaceNode: PlaceNode {
  enum Piece {
    case type(TypeReference)
    case attribute(CompiledAttribute)
  }
  let inner: PlaceNode
  let pieces: [Piece]
  private var cached: [any VariableConstraint]?

  init(_ inner: PlaceNode, _ pieces: [Piece]) {
    self.inner = inner
    self.pieces = pieces
  }

  override func eval(_ f: Frame) throws -> Value { try inner.eval(f) }

  private func constraints(_ f: Frame) throws -> [any VariableConstraint] {
    if let cached { return cached }
    var list: [any VariableConstraint] = []
    var isFixed = true
    for p in pieces {
      switch p {
      case .type(let t):
        list.append(TypeConstraint(try t.resolve(f)))
        if t.known == nil { isFixed = false }
      case .attribute(let a):
        if let x = try a.parameterAttribute(f) { list.append(ValidationConstraint(x, f.runspace)) }
      }
    }
    if isFixed { cached = list }
    return list
  }

  override func assign(_ f: Frame, _ value: Value) throws {
    let list = try constraints(f)
    let variable: Variable
    let name: String
    switch inner {
    case let l as LocalNode:
      variable = l.target(f)
      name = l.symbol.text
    case let s as ScopedVariableNode:
      try s.assign(f, s.find(f)?.get() ?? .null)
      guard let found = s.find(f) else { return }
      variable = found
      name = s.symbol.text
    default:
      var v = value
      for c in list { v = try c.apply(v, to: "") }
      return try inner.assign(f, v)
    }
    var v = value
    for c in list { v = try c.apply(v, to: name) }
    if !variable.constraints.isEmpty { variable.constraints = [] }
    try variable.set(v)
    variable.constraints = list
  }
}
