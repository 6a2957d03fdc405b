import Basics
import Diagnostics
import Objects
import Syntax

/// The parts of a script block that run at different times.
public enum BlockPart: Sendable { case dynamicParam, begin, process, end, clean }

/// A parameter of a compiled block.
public final class CompiledParameter {
  public let name: Symbol
  /// The name as written.
  public let spelling: String
  /// The declared type when it does not depend on where the code runs; nil for none.
  public let type: TypeInfo?
  public let isSwitch: Bool
  let typeReference: TypeReference?
  let defaultValue: Node?
  let slot: Int
  let ast: ParameterAst
  /// Whether later assignments convert or check: there is a type, or a validation attribute.
  let isConstrained: Bool
  /// The type constraint as an object, shared by all activations.
  private var sharedConstraint: TypeConstraint?
  /// The value without argument and default, made at first use.
  private var emptyValue: Value?

  /// Checks that later assignments go through as well.
  private let validations: [CompiledAttribute]

  init(ast: ParameterAst, type: TypeReference?, defaultValue: Node?, validations: [CompiledAttribute], slot: Int) {
    self.ast = ast
    self.validations = validations
    spelling = ast.name.variablePath.name
    name = Symbol(spelling)
    typeReference = type
    self.type = type?.known
    isSwitch = self.type === Types.switchParameter
    self.defaultValue = defaultValue
    self.slot = slot
    isConstrained = (type != nil && self.type !== Types.object) || !validations.isEmpty
  }

  /// What conversions apply to the variable from now on.
  func constraint(_ f: Frame) throws -> TypeConstraint? {
    if let sharedConstraint { return sharedConstraint }
    guard let typeReference else { return nil }
    let made = TypeConstraint(try typeReference.resolve(f))
    if typeReference.known != nil { sharedConstraint = made }
    return made
  }

  /// Everything assignments go through: the type, then the checks.
  func constraints(_ f: Frame) throws -> [any VariableConstraint] {
    var list: [any VariableConstraint] = []
    if let c = try constraint(f) { list.append(c) }
    for v in validations {
      if let a = try v.parameterAttribute(f) { list.append(ValidationConstraint(a, f.runspace)) }
    }
    return list
  }

  /// The value of an unbound parameter without a default.
  func empty(_ f: Frame) throws -> Value {
    if let emptyValue { return emptyValue }
    guard let typeReference else { return .null }
    let t = try typeReference.resolve(f)
    let v: Value
    if t === Types.switchParameter {
      v = .object(SwitchObject(false))
    } else if t === Types.string {
      v = .string("")
    } else if t.isValueType {
      v = Operations.tryConvert(.null, to: t) ?? .null
    } else {
      v = .null
    }
    if typeReference.known != nil { emptyValue = v }
    return v
  }
}

/// A script block ready to run: shared by all values and activations of the same source.
public final class CompiledBlock {
  public let ast: ScriptBlockAst
  public let source: SourceText
  public let extent: Extent
  public internal(set) var slotCount = 0
  public internal(set) var parameters: [CompiledParameter] = []
  /// Whether parameters are bound as those of cmdlets: CmdletBinding or a Parameter attribute.
  public internal(set) var isCmdletStyle = false
  /// Whether arguments need nothing but their place: only plain types, only an `end` part.
  public internal(set) var isSimpleBinding = false
  var parts: [BlockPart: StatementNode] = [:]
  var endPart: StatementNode?
  var context: CompileContext
  /// Classes and enums the block defines, in order.
  var definitions: [TypeDefinitionAst] = []
  /// The types made of them, once the block ran.
  var definedTypes: [TypeInfo]?
  /// Whether classes or modules must be known before parameters and code.
  var bringsTypes: Bool { !definitions.isEmpty || !usings.isEmpty }
  /// `using module` lines.
  var usings: [StatementNode] = []
  let compiler: Compiler

  init(ast: ScriptBlockAst, extent: Extent, compiler: Compiler) {
    self.ast = ast
    self.extent = extent
    self.compiler = compiler
    context = compiler.context
    source = ast.sourceText
  }

  /// Whether the block has a part.
  public func has(_ part: BlockPart) -> Bool { part == .end ? endPart != nil : parts[part] != nil }

  /// Runs a part; `break` and `continue` that leave it travel on as signals.
  @inline(__always)
  public func run(_ part: BlockPart, _ f: Frame) throws -> Flow {
    let flow = try runRaw(part, f)
    switch flow {
    case .next, .returned: return flow
    case .breakLoop(let label): throw FlowSignal.breakLoop(label)
    case .continueLoop(let label): throw FlowSignal.continueLoop(label)
    }
  }

  /// Runs a part and gives how it ended, loops' control flow included.
  func runRaw(_ part: BlockPart, _ f: Frame) throws -> Flow {
    guard let node = part == .end ? endPart : parts[part] else { return .next }
    if bringsTypes { try prepare(f) }
    do {
      return try node.run(f)
    } catch is LocalReturn {
      return .returned
    }
  }

  /// Brings in modules and makes the block's classes known in the frame's scope.
  func prepare(_ f: Frame) throws {
    if f.isPrepared { return }
    f.isPrepared = true
    for u in usings { _ = try u.run(f) }
    if !definitions.isEmpty { try ScriptClass.define(self, f) }
  }

  /// Sets the parameters' variables: bound values by ordinal, defaults for nil, evaluated in order.
  @inline(__always)
  public func initializeParameters(_ f: Frame, values: [Value?]) throws {
    if bringsTypes { try prepare(f) }
    var i = 0
    var missing = false
    while i < parameters.count {
      let p = parameters[i]
      let bound: Value? = i < values.count ? values[i] : nil
      i &+= 1
      guard let bound else {
        missing = true
        continue
      }
      if !p.isConstrained {
        define(p, bound, f)
      } else {
        try define(p, bound: bound, f)
      }
    }
    if missing { try initializeMissing(f, values) }
  }

  /// Sets the parameters' variables from positional arguments that need no conversion.
  @inline(__always)
  func initializeParameters(_ f: Frame, arguments: [Argument]) throws {
    var i = 0
    while i < parameters.count && i < arguments.count {
      let p = parameters[i]
      if p.isConstrained {
        try define(p, bound: arguments[i].value.orNull, f)
      } else {
        define(p, arguments[i].value.orNull, f)
      }
      i &+= 1
    }
    while i < parameters.count {
      try define(parameters[i], bound: nil, f)
      i &+= 1
    }
  }

  /// Defaults see every bound parameter, and those before them.
  private func initializeMissing(_ f: Frame, _ values: [Value?]) throws {
    for (i, p) in parameters.enumerated() where i >= values.count || values[i] == nil {
      try define(p, bound: nil, f)
    }
  }

  @inline(__always)
  private func define(_ p: CompiledParameter, _ v: Value, _ f: Frame) {
    let variable = Variable(p.name, v)
    f.scope.variables[p.name] = variable
    f.slots[p.slot] = variable
  }

  private func define(_ p: CompiledParameter, bound: Value?, _ f: Frame) throws {
    let constraint = p.isConstrained ? try p.constraint(f) : nil
    let v: Value
    if let bound {
      v = bound
    } else if let node = p.defaultValue {
      let given = try node.eval(f)
      do {
        v = try constraint?.apply(given, to: p.spelling) ?? given.orNull
      } catch let e as GuestError {
        throw BindingErrors.defaultFailure(p.spelling, e)
      }
    } else {
      v = try p.empty(f)
    }
    let variable = Variable(p.name, v)
    if p.isConstrained { variable.constraints = try p.constraints(f) }
    f.scope.variables[p.name] = variable
    f.slots[p.slot] = variable
  }
}

/// The surroundings of code that its compilation depends on; keeps the whole tree alive.
final class CompileContext {
  let root: Ast
  let source: SourceText
  let namespaces: [String]
  /// Whether `$foreach` is mentioned anywhere in the source.
  let mentionsForeach: Bool

  init(root: ScriptBlockAst) {
    self.root = root
    source = root.sourceText
    namespaces = root.usingStatements.filter { $0.usingStatementKind == .namespace }.compactMap { $0.name?.value }
    mentionsForeach = CompileContext.mentions(root.sourceText, "foreach")
  }

  /// Whether `$word` or `${word}` occurs, in any case.
  private static func mentions(_ source: SourceText, _ word: String) -> Bool {
    let letters = Array(word.utf8)
    var i = 0
    while i < source.count {
      guard source.base[i] == 0x24 else {
        i += 1
        continue
      }
      i += 1
      var at = i
      if source.base[at] == 0x7B { at += 1 }
      var k = 0
      while k < letters.count, at + k < source.count, source.base[at + k] | 0x20 == letters[k] { k += 1 }
      if k == letters.count { return true }
    }
    return false
  }
}

/// A type an assignment converts to.
final class TypeConstraint: VariableConstraint {
  let type: TypeInfo
  init(_ type: TypeInfo) { self.type = type }

  func apply(_ value: Value, to name: String) throws -> Value {
    switch value {
    case .int where type === Types.int32: return value
    case .string where type === Types.string: return value
    case .double where type === Types.double: return value
    case .bool where type === Types.bool: return value
    default: break
    }
    do {
      return try Operations.convert(value, to: type)
    } catch let e as GuestError {
      throw TypeConstraint.failure(e)
    }
  }

  /// The error of an assignment that cannot be converted.
  static func failure(_ e: GuestError) -> GuestError {
    let type = Types.named("System.Management.Automation.ArgumentTransformationMetadataException")
    let outer = ExceptionObject(type, e.record.exception.message, inner: e.record.exception)
    let r = ErrorRecord(outer, id: "RuntimeException", category: .MetadataError)
    outer.errorRecord = r
    return GuestError(r)
  }
}

extension Variable {
  /// Makes every later assignment convert to a type.
  public func constrain(to type: TypeInfo) { constraints = [TypeConstraint(type)] }
}

/// A validation attribute on a variable.
final class ValidationConstraint: VariableConstraint {
  let attribute: ParameterAttribute
  let runspace: Runspace
  init(_ attribute: ParameterAttribute, _ runspace: Runspace) {
    self.attribute = attribute
    self.runspace = runspace
  }

  func apply(_ value: Value, to name: String) throws -> Value {
    switch attribute {
    case .transform(let change): return try change(value)
    case .custom(let object) where ParameterValidation.isTransformation(object):
      return try ParameterValidation.runCustomTransformation?(object, value, runspace) ?? value
    default: break
    }
    guard try ParameterValidation.failure(attribute, value, runspace) != nil else { return value }
    let shown = (try? Operations.toString(value)) ?? ""
    let message =
      "The variable cannot be validated because the value \(shown) is not a valid value for the \(name) variable."
    let e = ExceptionObject(Types.named("System.Management.Automation.ValidationMetadataException"), message)
    let r = ErrorRecord(e, id: "ValidateSetFailure", category: .MetadataError)
    e.errorRecord = r
    throw GuestError(r)
  }
}
