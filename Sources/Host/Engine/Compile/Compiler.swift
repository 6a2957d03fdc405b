import Basics
import Diagnostics
import Objects
import Syntax

/// Turns a tree into nodes; one per block, since slots are numbered per block.
final class Compiler {
  let context: CompileContext
  private var slotNumbers: [Symbol: Int] = [:]
  /// Whether `return` gives the value of a class method.
  var inMethod = false
  var slotCount: Int { slotNumbers.count }

  init(context: CompileContext) { self.context = context }

  /// Compiles a script block; the surroundings default to those its parents tell.
  static func compile(_ ast: ScriptBlockAst, context: CompileContext? = nil) -> CompiledBlock {
    ScriptClass.installHooks()
    let c = Compiler(context: context ?? Compiler.context(of: ast))
    let block = CompiledBlock(ast: ast, extent: ast.extent, compiler: c)
    let function = ast.parent as? FunctionDefinitionAst
    c.parameters(function?.parameters ?? ast.paramBlock?.parameters ?? [], into: block)
    block.isCmdletStyle = c.isCmdletStyle(ast, block)
    c.part(.dynamicParam, ast.dynamicParamBlock, block)
    c.part(.begin, ast.beginBlock, block)
    c.part(.process, ast.processBlock, block)
    c.part(.end, ast.endBlock, block)
    c.part(.clean, ast.cleanBlock, block)
    c.definitions(of: ast, block)
    if ast.parent == nil { c.usings(ast, block) }
    block.isSimpleBinding =
      !block.isCmdletStyle && block.parts.isEmpty && block.parameters.allSatisfy { $0.isSimple }
    block.slotCount = c.slotCount
    return block
  }

  /// Compiles statements that run as a block of their own: `trap` bodies.
  func detached(_ body: StatementBlockAst, of ast: ScriptBlockAst?) -> CompiledBlock {
    let c = Compiler(context: context)
    let owner = ast ?? (context.root as? ScriptBlockAst) ?? Compiler.enclosing(body)
    let block = CompiledBlock(ast: owner, extent: body.extent, compiler: c)
    block.endPart = c.statements(body.statements, body.traps, body.extent)
    block.slotCount = c.slotCount
    return block
  }

  private static func enclosing(_ ast: Ast) -> ScriptBlockAst {
    var node: Ast? = ast
    while let n = node {
      if let s = n as? ScriptBlockAst { return s }
      node = n.parent
    }
    return Parser.parse(SourceText("")).ast
  }

  private static func context(of ast: ScriptBlockAst) -> CompileContext {
    var root = ast
    var node: Ast? = ast
    while let n = node {
      if let s = n as? ScriptBlockAst { root = s }
      node = n.parent
    }
    return CompileContext(root: root)
  }

  private func part(_ kind: BlockPart, _ ast: NamedBlockAst?, _ block: CompiledBlock) {
    guard let ast else { return }
    let node = statements(ast.statements, ast.traps, ast.extent)
    if kind == .end { block.endPart = node } else { block.parts[kind] = node }
  }

  func parameters(_ list: [ParameterAst], into block: CompiledBlock) {
    for p in list {
      let slot = self.slot(Symbol(p.name.variablePath.name))
      let type = p.attributes.lazy.compactMap { $0 as? TypeConstraintAst }.first.map { self.type($0.typeName) }
      // Types of the catalogue are known now, so that calls can bind without looking.
      if let type, let scope = Runspace.current?.currentScope { _ = type.lookUp(scope) }
      let value = p.defaultValue.map { expression($0) }
      let checks = p.attributes.compactMap { $0 as? AttributeAst }
        .filter { Ordinal.hasPrefix($0.typeName.name, "Validate", ignoreCase: true) }
        .map { CompiledAttribute($0, self) }.filter { $0.known != nil }
      block.parameters.append(
        CompiledParameter(ast: p, type: type, defaultValue: value, validations: checks, slot: slot))
    }
  }

  private func isCmdletStyle(_ ast: ScriptBlockAst, _ block: CompiledBlock) -> Bool {
    let attributes = (ast.paramBlock?.attributes ?? []) + ast.attributes
    if attributes.contains(where: { Compiler.attribute($0.typeName, is: "CmdletBinding") }) { return true }
    for p in block.parameters {
      for case let a as AttributeAst in p.ast.attributes where Compiler.attribute(a.typeName, is: "Parameter") {
        return true
      }
    }
    return false
  }

  /// Whether an attribute's name means one of PowerShell's, with or without namespace and suffix.
  static func attribute(_ name: TypeName, is short: String) -> Bool {
    var text = name.name
    let prefix = "System.Management.Automation."
    if Ordinal.hasPrefix(text, prefix, ignoreCase: true) { text = String(text.dropFirst(prefix.count)) }
    if CaseFold.equal(text, short) { return true }
    return CaseFold.equal(text, short + "Attribute")
  }

  /// Classes and enums defined by the statements of the block itself.
  private func definitions(of ast: ScriptBlockAst, _ block: CompiledBlock) {
    for named in [ast.beginBlock, ast.processBlock, ast.endBlock] {
      for case let d as TypeDefinitionAst in named?.statements ?? [] { block.definitions.append(d) }
    }
  }

  private func usings(_ ast: ScriptBlockAst, _ block: CompiledBlock) {
    for u in ast.usingStatements where u.usingStatementKind == .module {
      let node: Node
      if let spec = u.moduleSpecification {
        node = expression(spec)
      } else {
        node = ConstantNode(.string(u.name?.value ?? ""))
      }
      block.usings.append(UsingModuleNode(node, u.extent))
    }
  }

  /// The slot of a name in this block.
  func slot(_ name: Symbol) -> Int {
    if let n = slotNumbers[name] { return n }
    let n = slotNumbers.count
    slotNumbers[name] = n
    return n
  }

  func type(_ name: TypeName) -> TypeReference { TypeReference(name, namespaces: context.namespaces) }
}

extension CompiledParameter {
  /// Whether binding needs no more than a plain conversion to a known type.
  var isSimple: Bool {
    if ast.attributes.contains(where: { $0 is AttributeAst }) { return false }
    return typeReference == nil || type != nil
  }
}
