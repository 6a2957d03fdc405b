import Basics
import Objects
import Syntax

/// The values of an instance's properties, by slot.
final class ClassFields {
  var values: [Value]
  init(_ values: [Value]) { self.values = values }
}

/// An instance of a script class without a .NET base that holds data of its own.
public final class ScriptObject: Obj {
  let type: TypeInfo
  let layout: ScriptClass
  let fields: ClassFields
  init(_ type: TypeInfo, _ layout: ScriptClass) {
    self.type = type
    self.layout = layout
    fields = ClassFields(layout.emptyValues)
  }
  public override var typeInfo: TypeInfo { type }

  public override func text() throws -> String? {
    guard let m = layout.override(ScriptClass.toStringSymbol, 0) else { return nil }
    let v = try m.invoke(.object(self), [])
    return v.isNull ? "" : try Operations.toString(v)
  }

  public override func isEqual(_ other: Value) -> Bool {
    if let o = other.object, o === self { return true }
    guard let m = layout.override(ScriptClass.equalsSymbol, 1) else { return false }
    guard let v = try? m.invoke(.object(self), [other]) else { return false }
    return Operations.isTrue(v)
  }

  public override func hashInto(_ hasher: inout Hasher) {
    if let m = layout.override(ScriptClass.hashSymbol, 0), let v = try? m.invoke(.object(self), []),
      case .int(let n) = v
    {
      hasher.combine(n)
    } else {
      super.hashInto(&hasher)
    }
  }

  public override func makeIterator() throws -> ValueIterator? {
    guard layout.isEnumerable, let m = layout.override(ScriptClass.enumeratorSymbol, 0) else { return nil }
    let e = try m.invoke(.object(self), [])
    if let items = try e.object?.makeIterator() { return items }
    guard !e.isNull, e.object is ScriptObject else { return try Operations.enumerate(e) ?? ValueIterator([]) }
    return ValueIterator {
      guard Operations.isTrue(try MemberAccess.invoke(e, "MoveNext", [])) else { return nil }
      return try MemberAccess.get(e, "Current")?.orNull ?? .null
    }
  }

  /// A copy with the same values.
  func memberwiseClone() -> ScriptObject {
    let copy = ScriptObject(type, layout)
    copy.fields.values = fields.values
    return copy
  }
}

/// A property of a script class.
final class ClassProperty {
  let name: String
  let symbol: Symbol
  let type: TypeInfo
  let slot: Int
  let isHidden: Bool
  let isStatic: Bool
  let initial: Node?
  let attributes: [ParameterAttribute]
  init(
    _ name: String, type: TypeInfo, slot: Int, isHidden: Bool, isStatic: Bool, initial: Node?,
    attributes: [ParameterAttribute]
  ) {
    self.name = name
    symbol = Symbol(name)
    self.type = type
    self.slot = slot
    self.isHidden = isHidden
    self.isStatic = isStatic
    self.initial = initial
    self.attributes = attributes
  }

  /// The value a new instance starts with.
  var empty: Value { Defaults.value(of: type) ?? .null }

  /// Whether a value can be stored as it is.
  @inline(__always)
  func takes(_ v: Value) -> Bool {
    if !attributes.isEmpty { return false }
    switch v {
    case .int: return type === Types.int32 || type === Types.object
    case .string: return type === Types.string || type === Types.object
    case .object(let o): return type === Types.object || o.typeInfo === type
    default: return false
    }
  }

  /// Checks a value that is about to be stored.
  func validate(_ v: Value, _ runspace: Runspace) throws {
    for a in attributes {
      guard let problem = try ParameterValidation.failure(a, v, runspace) else { continue }
      let e = ExceptionObject(Types.named("System.Management.Automation.ValidationMetadataException"), problem)
      let r = ErrorRecord(e, id: "ValidationFailure", category: .MetadataError)
      e.errorRecord = r
      throw GuestError(r)
    }
  }
}

/// A method or constructor of a script class.
final class ClassMethod {
  unowned let owner: ScriptClass
  let name: String
  let symbol: Symbol
  let function: FunctionMemberAst
  let parameterTypes: [TypeInfo]
  let returnType: TypeInfo
  let isStatic: Bool
  let isVoid: Bool
  private lazy var block: CompiledBlock = {
    let compiler = Compiler(context: owner.context)
    compiler.inMethod = !isVoid
    return compiler.method(function)
  }()

  init(_ function: FunctionMemberAst, owner: ScriptClass, parameterTypes: [TypeInfo], returnType: TypeInfo) {
    self.function = function
    self.owner = owner
    name = function.name
    symbol = Symbol(function.name)
    self.parameterTypes = parameterTypes
    self.returnType = returnType
    isStatic = function.isStatic
    isVoid = function.isConstructor || returnType === Types.void
  }

  /// Whether arguments have the types of the parameters already.
  func fits(_ arguments: [Value]) -> Bool {
    guard arguments.count == parameterTypes.count else { return false }
    for i in arguments.indices {
      let t = parameterTypes[i]
      if t === Types.object { continue }
      guard let own = arguments[i].typeInfo, own === t else { return false }
    }
    return true
  }

  /// Runs the body with arguments that fit.
  func invoke(_ this: Value, _ arguments: [Value]) throws -> Value {
    guard let rs = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace to run the method.")
    }
    try rs.descend()
    let scope = Scope(parent: owner.scope, sessionState: owner.state, isScriptScope: false)
    let caller = rs.frame
    let f = Frame(
      runspace: rs, block: block, scope: scope, output: NullSink.shared, streams: caller?.streams ?? rs.hostStreams)
    f.caller = caller
    f.functionName = name
    f.method = self
    let place = rs.enter(scope, f)
    let propagate = rs.propagateErrors
    rs.propagateErrors = true
    defer {
      rs.leave(scope, place)
      rs.propagateErrors = propagate
      rs.callDepth &-= 1
      rs.retire(scope)
    }
    if !isStatic { f.setLocal(WellKnown.this, this) }
    try block.initializeParameters(f, values: arguments)
    _ = try block.run(.end, f)
    if isVoid { return .nothing }
    return try result(f.methodResult, f)
  }

  private func result(_ v: Value, _ f: Frame) throws -> Value {
    if returnType === Types.object { return v.orNull }
    switch v {
    case .int where returnType === Types.int32: return v
    case .string where returnType === Types.string: return v
    case .bool where returnType === Types.bool: return v
    default: break
    }
    if let o = v.object as? ScriptObject, o.type.isAssignable(to: returnType) { return v }
    if v.isNull, returnType.scriptClass != nil { return .null }
    do {
      return try Operations.convert(v, to: returnType)
    } catch let e as GuestError {
      throw f.located(e, function.extent)
    }
  }
}

extension Compiler {
  /// The body of a class method with its parameters.
  func method(_ ast: FunctionMemberAst) -> CompiledBlock {
    let block = CompiledBlock(ast: ast.body, extent: ast.body.extent, compiler: self)
    parameters(ast.parameters, into: block)
    if let end = ast.body.endBlock { block.endPart = statements(end.statements, end.traps, end.extent) }
    block.slotCount = slotCount
    return block
  }
}
