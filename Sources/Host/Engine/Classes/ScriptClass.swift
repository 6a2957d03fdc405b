import Basics
import Diagnostics
import Objects
import Syntax

/// A class as the script defines it: what stands behind `TypeInfo.scriptClass`.
public final class ScriptClass {
  let ast: TypeDefinitionAst
  let context: CompileContext
  unowned let type: TypeInfo
  /// Where the class was defined: what its methods see besides their own variables.
  var scope: Scope
  var state: SessionState { scope.sessionState }
  /// Properties of this class and its script base classes, by slot.
  private(set) var properties: [ClassProperty] = []
  private var slots: [Symbol: Int] = [:]
  private(set) var emptyValues: [Value] = []
  private var staticProperties: [ClassProperty] = []
  private var staticValues: [Value] = []
  private var staticState = StaticState.pending
  private var initializers: CompiledBlock?
  private var staticConstructor: ClassMethod?
  /// Constructors with bodies that run on an instance that exists.
  private(set) var constructors = Member("new", .method)
  private var methods: [ClassMethod] = []
  var isEnumerable = false

  private enum StaticState { case pending, running, done }

  static let toStringSymbol = Symbol("ToString")
  static let equalsSymbol = Symbol("Equals")
  static let hashSymbol = Symbol("GetHashCode")
  static let enumeratorSymbol = Symbol("GetEnumerator")

  init(_ ast: TypeDefinitionAst, context: CompileContext, type: TypeInfo, scope: Scope) {
    self.ast = ast
    self.context = context
    self.type = type
    self.scope = scope
  }

  var base: ScriptClass? { type.baseType?.scriptClass as? ScriptClass }

  /// The slot of an instance property.
  func slot(of name: Symbol) -> Int? { slots[name] }

  /// The one method a call can mean, or nil when overloads must be weighed.
  func method(_ name: Symbol, _ count: Int) -> ClassMethod? {
    guard let m = type.instanceMembers[name] ?? base.flatMap({ MemberAccess.typeMember($0.type, name) }),
      m.overloads.count == 1
    else { return nil }
    return override(name, count)
  }

  /// The method of that name and number of arguments, this class's first.
  func override(_ name: Symbol, _ count: Int) -> ClassMethod? {
    for m in methods where m.symbol == name && !m.isStatic && m.parameterTypes.count == count { return m }
    return base?.override(name, count)
  }

  // MARK: - Filling

  /// Resolves base types, properties and methods; all types of the script are known by then.
  func fill(_ f: Frame) throws {
    if let b = base {
      properties = b.properties
      isEnumerable = b.isEnumerable
    }
    for i in type.interfaces where i.name.hasPrefix("IEnumerable") { isEnumerable = true }
    let compiler = Compiler(context: context)
    for m in ast.members {
      if let p = m as? PropertyMemberAst { try add(p, compiler, f) }
    }
    for (i, p) in properties.enumerated() { slots[p.symbol] = i }
    emptyValues = properties.map { $0.empty }
    staticValues = staticProperties.map { $0.empty }
    let block = CompiledBlock(ast: f.block.ast, extent: ast.extent, compiler: compiler)
    block.slotCount = compiler.slotCount
    initializers = block
    for m in ast.members {
      if let function = m as? FunctionMemberAst { try add(function, f) }
    }
    finishConstructors()
    finishMethods()
  }

  private func resolve(_ t: TypeConstraintAst?, _ f: Frame) throws -> TypeInfo {
    guard let t else { return Types.object }
    return try TypeReference(t.typeName, namespaces: context.namespaces).resolve(f)
  }

  private func add(_ p: PropertyMemberAst, _ compiler: Compiler, _ f: Frame) throws {
    let type = try resolve(p.propertyType, f)
    let attributes = try p.attributes.compactMap { a -> ParameterAttribute? in
      if Compiler.attribute(a.typeName, is: "Hidden") { return nil }
      return try CompiledAttribute(a, compiler).parameterAttribute(f)
    }
    let symbol = Symbol(p.name)
    let known = properties.firstIndex { $0.symbol == symbol }
    let slot = p.isStatic ? staticProperties.count : known ?? properties.count
    let property = ClassProperty(
      p.name, type: type, slot: slot, isHidden: p.isHidden, isStatic: p.isStatic,
      initial: p.initialValue.map { compiler.expression($0) }, attributes: attributes)
    if p.isStatic {
      staticProperties.append(property)
    } else if let known {
      properties[known] = property
    } else {
      properties.append(property)
    }
    addMember(property)
  }

  private func addMember(_ p: ClassProperty) {
    let m = Member(p.name, .property)
    m.valueType = p.type
    m.isHidden = p.isHidden
    m.isStatic = p.isStatic
    let slot = p.slot
    if p.isStatic {
      m.getter = { [unowned self] _ in
        try self.initializeStatics()
        return self.staticValues[slot]
      }
      m.setter = { [unowned self] _, v in
        try self.initializeStatics()
        if !p.attributes.isEmpty, let rs = Runspace.current { try p.validate(v, rs) }
        self.staticValues[slot] = v
      }
      type.staticMembers.set(m)
      return
    }
    m.getter = { v in
      guard let f = ScriptClass.fields(of: v), slot < f.values.count else { return .null }
      return f.values[slot]
    }
    m.setter = { this, v in
      if !p.attributes.isEmpty, let rs = Runspace.current { try p.validate(v, rs) }
      guard let f = ScriptClass.fields(of: this), slot < f.values.count else { return }
      f.values[slot] = v
    }
    type.instanceMembers.set(m)
  }

  /// The property values of an instance of any script class.
  static func fields(of v: Value) -> ClassFields? {
    guard case .object(let o) = v else { return nil }
    if let s = o as? ScriptObject { return s.fields }
    return o.extended?.attachment as? ClassFields
  }

  private func add(_ ast: FunctionMemberAst, _ f: Frame) throws {
    let types = try ast.parameters.map { try resolve($0.typeConstraint, f) }
    let result = ast.returnType == nil && !ast.isConstructor ? Types.object : try resolve(ast.returnType, f)
    let m = ClassMethod(ast, owner: self, parameterTypes: types, returnType: ast.isConstructor ? Types.void : result)
    if ast.isConstructor, ast.isStatic {
      staticConstructor = m
      return
    }
    let parameters = zip(ast.parameters, types).map { MethodParameter($0.name.variablePath.name, $1) }
    let overload = MethodOverload(parameters, returns: m.returnType) { [unowned self] this, arguments in
      if m.isStatic { try self.initializeStatics() }
      return try m.invoke(this, arguments)
    }
    overload.isScript = true
    if ast.isConstructor {
      constructors.overloads.append(overload)
      return
    }
    methods.append(m)
    let table = ast.isStatic ? type.staticMembers : type.instanceMembers
    if let member = table[m.symbol], member.isMethod {
      member.overloads.append(overload)
      return
    }
    let member = Member(ast.name, .method)
    member.isHidden = ast.isHidden
    member.isStatic = ast.isStatic
    member.overloads = [overload]
    table.set(member)
  }

  /// Overloads of the base class that no method here replaces stay callable.
  private func finishMethods() {
    for member in type.instanceMembers.all where member.isMethod {
      guard let b = type.baseType, let inherited = MemberAccess.typeMember(b, member.symbol), inherited.isMethod
      else { continue }
      for o in inherited.overloads
      where !member.overloads.contains(where: { ScriptClass.sameParameters($0, o) }) {
        member.overloads.append(o)
      }
    }
    guard type.instanceMembers[Symbol("MemberwiseClone")] == nil, base == nil else { return }
    let clone = Member("MemberwiseClone", .method)
    clone.isHidden = true
    clone.overloads = [
      MethodOverload([], returns: Types.object) { this, _ in
        (this.object as? ScriptObject).map { .object($0.memberwiseClone()) } ?? this
      }
    ]
    type.instanceMembers.set(clone)
  }

  private static func sameParameters(_ a: MethodOverload, _ b: MethodOverload) -> Bool {
    a.parameters.count == b.parameters.count && zip(a.parameters, b.parameters).allSatisfy { $0.type === $1.type }
  }

  // MARK: - Instances

  private func finishConstructors() {
    if constructors.overloads.isEmpty {
      let implied = MethodOverload([], returns: Types.void) { [unowned self] this, _ in
        try self.constructBase(this, [])
        return .nothing
      }
      implied.isScript = true
      constructors.overloads = [implied]
    }
    let made = Member("new", .method)
    made.isStatic = true
    made.overloads = constructors.overloads.map { inner in
      let o = MethodOverload(inner.parameters, returns: type) { [unowned self] _, arguments in
        try self.initializeStatics()
        let instance = try self.allocate()
        _ = try inner.body(instance, arguments)
        return instance
      }
      o.isScript = true
      return o
    }
    type.staticMembers.set(made)
  }

  /// The nearest base that is no script class.
  private var foreignBase: TypeInfo {
    var t = type.baseType
    while let u = t, u.scriptClass != nil { t = u.baseType }
    return t ?? Types.object
  }

  /// An instance with its property initialisers run, before any constructor.
  private func allocate() throws -> Value {
    let root = foreignBase
    let instance: Obj
    if root.isAssignable(to: Types.exception) {
      instance = ExceptionObject(type, "Exception of type '\(type.fullName)' was thrown.")
    } else if root !== Types.object, let sample = try? MemberAccess.construct(root, []) {
      switch sample.object {
      case is PSList: instance = PSList(type)
      case let d as PSDictionary: instance = PSDictionary(type, ignoreCase: d.ignoreCase)
      default: instance = ScriptObject(type, self)
      }
    } else {
      instance = ScriptObject(type, self)
    }
    if !(instance is ScriptObject) {
      let bag = MemberBag()
      bag.attachment = ClassFields(emptyValues)
      instance.extended = bag
    }
    let v = Value.object(instance)
    try runInitializers(v)
    return v
  }

  private func runInitializers(_ this: Value) throws {
    guard let fields = ScriptClass.fields(of: this) else { return }
    var chain: [ScriptClass] = []
    var c: ScriptClass? = self
    while let here = c {
      chain.append(here)
      c = here.base
    }
    for here in chain.reversed() {
      let own = here.properties.filter { p in p.initial != nil && here.ast.members.contains { $0.name == p.name } }
      if own.isEmpty { continue }
      try here.inFrame(this) { f in
        for p in own {
          guard let node = p.initial else { continue }
          let v = try node.eval(f).orNull
          let converted = p.type === Types.object ? v : try Operations.convert(v, to: p.type)
          fields.values[p.slot] = converted
        }
      }
    }
  }

  /// Runs host code as code of the class: its scope, its name on the call stack.
  private func inFrame(_ this: Value, _ body: (Frame) throws -> Void) throws {
    guard let rs = Runspace.current, let block = initializers else { return }
    try rs.descend()
    let inner = Scope(parent: scope, sessionState: state, isScriptScope: false)
    let f = Frame(
      runspace: rs, block: block, scope: inner, output: NullSink.shared, streams: rs.frame?.streams ?? rs.hostStreams)
    f.caller = rs.frame
    f.functionName = ast.name
    let place = rs.enter(inner, f)
    defer {
      rs.leave(inner, place)
      rs.callDepth &-= 1
    }
    f.setLocal(WellKnown.this, this)
    do {
      try body(f)
    } catch let e as GuestError {
      throw f.located(e, ast.extent)
    }
  }

  /// The base constructor's work on an instance of this class.
  func constructBase(_ this: Value, _ arguments: [Value]) throws {
    if let b = base {
      _ = try MemberAccess.call(b.constructors, this, arguments)
      return
    }
    let root = foreignBase
    guard let o = this.object, !(o is ScriptObject) else { return }
    if arguments.isEmpty { return }
    let made = try MemberAccess.construct(root, arguments)
    switch (o, made.object) {
    case (let e as ExceptionObject, let m as ExceptionObject):
      e.message = m.message
      e.inner = m.inner
      for (k, v) in m.fields { e.fields[k] = v }
    case (let l as PSList, let m as PSList): l.elements = m.elements
    case (let d as PSDictionary, let m as PSDictionary):
      for (k, v) in zip(m.keys, m.values) { d.set(k, v) }
    default: break
    }
  }

  // MARK: - Statics

  /// Runs static initialisers and the static constructor before the first use.
  func initializeStatics() throws {
    guard case .pending = staticState else { return }
    staticState = .running
    defer { staticState = .done }
    try base?.initializeStatics()
    let own = staticProperties.filter { $0.initial != nil }
    if !own.isEmpty {
      try inFrame(.null) { f in
        for p in own {
          guard let node = p.initial else { continue }
          let v = try node.eval(f).orNull
          staticValues[p.slot] = p.type === Types.object ? v : try Operations.convert(v, to: p.type)
        }
      }
    }
    if let c = staticConstructor { _ = try c.invoke(.null, []) }
  }

  // MARK: - Base calls

  /// A method as the class `wanted` has it, on an instance of a class derived from it.
  static func invokeBase(
    _ this: Value, _ wanted: TypeInfo, _ name: Symbol, _ arguments: [Value], _ f: Frame
  ) throws -> Value {
    guard let m = MemberAccess.typeMember(wanted, name), m.isMethod else {
      return try MemberAccess.invoke(this, name, arguments)
    }
    if wanted.scriptClass == nil, let o = this.object as? ScriptObject {
      // The object's own notions would come back to the override.
      if name == toStringSymbol, arguments.isEmpty { return .string(o.type.fullName) }
      if name == equalsSymbol, arguments.count == 1 { return .bool(arguments[0].object === o) }
      if name == hashSymbol, arguments.isEmpty {
        return .int(Int32(truncatingIfNeeded: ObjectIdentifier(o).hashValue))
      }
    }
    return try MemberAccess.call(m, this, arguments)
  }
}

/// `: base(…)` at the start of a constructor, written or implied.
final class BaseConstructorNode: Node {
  let arguments: [Node]
  init(_ arguments: [Node]) { self.arguments = arguments }
  override var isVoid: Bool { true }
  override func eval(_ f: Frame) throws -> Value {
    guard let owner = f.method?.owner, let this = f.scope.variables[WellKnown.this]?.value else { return .nothing }
    try owner.constructBase(this, try InvokeNode.evaluate(arguments, f))
    return .nothing
  }
  override func emit(_ f: Frame) throws { _ = try eval(f) }
}
