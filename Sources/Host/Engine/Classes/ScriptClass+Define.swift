import Basics
import Diagnostics
import Objects
import Syntax

extension ScriptClass {
  /// Makes the types a block defines, the first time it runs, and names them in the frame's scope.
  static func define(_ block: CompiledBlock, _ f: Frame) throws {
    installHooks()
    var known = f.scope.types ?? [:]
    if let types = block.definedTypes {
      for t in types {
        known[CIString(t.name)] = t
        (t.scriptClass as? ScriptClass)?.scope = f.scope
      }
      f.scope.types = known
      return
    }
    var made: [(TypeDefinitionAst, TypeInfo)] = []
    for d in block.definitions {
      let t = TypeInfo(d.name, base: d.isEnum ? Types.enumBase : Types.object, kind: d.isEnum ? .enumType : .classType)
      made.append((d, t))
      known[CIString(d.name)] = t
    }
    f.scope.types = known
    for (d, t) in made {
      if d.isEnum {
        try ScriptEnum.fill(t, d, block.context, f)
      } else {
        t.scriptClass = ScriptClass(d, context: block.context, type: t, scope: f.scope)
        try setBases(t, d, block.context, f)
      }
    }
    for t in sorted(made.map { $0.1 }) { try (t.scriptClass as? ScriptClass)?.fill(f) }
    block.definedTypes = made.map { $0.1 }
    TypeDataGeneration.bump()
  }

  /// Base classes before the classes derived from them.
  private static func sorted(_ types: [TypeInfo]) -> [TypeInfo] {
    var result: [TypeInfo] = []
    func add(_ t: TypeInfo, _ depth: Int) {
      if depth > 200 || result.contains(where: { $0 === t }) { return }
      if let b = t.baseType, types.contains(where: { $0 === b }) { add(b, depth + 1) }
      if !result.contains(where: { $0 === t }) { result.append(t) }
    }
    for t in types { add(t, 0) }
    return result
  }

  private static func setBases(_ t: TypeInfo, _ d: TypeDefinitionAst, _ context: CompileContext, _ f: Frame) throws {
    for (i, b) in d.baseTypes.enumerated() {
      let reference = TypeReference(b.typeName, namespaces: context.namespaces)
      let base: TypeInfo
      do {
        base = try reference.resolve(f)
      } catch let e as GuestError {
        throw f.located(e, b.extent)
      }
      if base.isInterface {
        t.interfaces.append(base)
      } else if i == 0, base !== t, !base.isAssignable(to: t) {
        t.baseType = base
        t.genericArguments = base.genericArguments
      }
    }
  }

  /// Lets the catalogue find classes of the code that runs, and the binder run attribute classes.
  static func installHooks() {
    guard !hooksInstalled else { return }
    hooksInstalled = true
    let before = TypeResolver.scriptTypes
    TypeResolver.scriptTypes = { name in
      guard let rs = Runspace.current else { return before?(name) }
      if let t = rs.currentScope.findType(name) { return t }
      // Names given as text, to New-Object and `-as`, see the `using namespace` lines of the code that runs.
      guard let used = rs.frame?.block.context.namespaces, !used.isEmpty else { return before?(name) }
      let key = CIString(name)
      if TypeResolver.accelerators[key] != nil || Types.find(name) != nil { return before?(name) }
      for n in used {
        if let t = Types.find(n + "." + name) { return t }
      }
      return before?(name)
    }
    ParameterValidation.runCustomValidation = { object, value, runspace in
      try validate(object, value)
    }
    ParameterValidation.runCustomTransformation = { object, value, runspace in
      try MemberAccess.invoke(object, "Transform", [.null, value])
    }
  }
  // Set once on the engine thread.
  nonisolated(unsafe) private static var hooksInstalled = false

  /// Runs a validation class: element by element when it asks for that.
  private static func validate(_ object: Value, _ value: Value) throws {
    if MemberAccess.find(object, "ValidateElement") != nil {
      for v in try Operations.elements(value) ?? [value] {
        _ = try MemberAccess.invoke(object, "ValidateElement", [v.orNull])
      }
      return
    }
    _ = try MemberAccess.invoke(object, "Validate", [value.orNull, .null])
  }
}

/// Enumerations defined by a script.
enum ScriptEnum {
  /// What `scriptClass` of an enum's type holds: that its members are filled here.
  final class Marker {}

  static func fill(_ t: TypeInfo, _ d: TypeDefinitionAst, _ context: CompileContext, _ f: Frame) throws {
    var underlying = Types.int32
    if let b = d.baseTypes.first {
      underlying = try TypeReference(b.typeName, namespaces: context.namespaces).resolve(f)
    }
    let isFlags = d.attributes.contains {
      CaseFold.equal($0.typeName.name, "Flags") || CaseFold.equal($0.typeName.name, "FlagsAttribute")
        || CaseFold.equal($0.typeName.name, "System.Flags") || CaseFold.equal($0.typeName.name, "System.FlagsAttribute")
    }
    t.scriptClass = Marker()
    var names: [String] = []
    var values: [Int64] = []
    var next: Int64 = 0
    for case let m as PropertyMemberAst in d.members {
      if let initial = m.initialValue { next = try number(initial, context, f, names, values) }
      names.append(m.name)
      values.append(next)
      next &+= 1
    }
    t.enumInfo = EnumInfo(names: names, values: values, isFlags: isFlags, underlying: underlying)
    for (i, name) in names.enumerated() {
      let member = Member(name, .field)
      member.isStatic = true
      member.valueType = t
      let raw = values[i]
      member.getter = { _ in .object(EnumValue(t, raw)) }
      t.staticMembers.set(member)
    }
  }

  /// The number an initial value stands for; it may name members before it.
  private static func number(
    _ ast: ExpressionAst, _ context: CompileContext, _ f: Frame, _ names: [String], _ values: [Int64]
  ) throws -> Int64 {
    let compiler = Compiler(context: context)
    let node = compiler.expression(ast)
    let block = CompiledBlock(ast: f.block.ast, extent: ast.extent, compiler: compiler)
    block.slotCount = compiler.slotCount
    let frame = Frame(
      runspace: f.runspace, block: block, scope: f.scope, output: NullSink.shared, streams: f.streams)
    let v = try node.eval(frame)
    if let e = v.asObject(EnumValue.self) { return e.raw }
    switch try Operations.convert(v, to: Types.int64) {
    case .long(let n): return n
    default: return 0
    }
  }
}
