import Basics

/// The type arguments written with a call: `[array]::Empty[int]()`.
public enum GenericCall {
  // Read by the bodies of generic methods while the one engine thread is inside the call.
  nonisolated(unsafe) public private(set) static var arguments: [TypeInfo] = []
  /// Runs a call with type arguments.
  public static func with(_ types: [TypeInfo], _ body: () throws -> Value) rethrows -> Value {
    let saved = arguments
    arguments = types
    defer { arguments = saved }
    return try body()
  }
  /// The n-th type argument of the call going on.
  static func argument(_ n: Int) -> TypeInfo? { arguments.indices.contains(n) ? arguments[n] : nil }
}

extension MemberAccess {
  /// Calls a method; looks into the elements of a collection when it has no such method itself.
  public static func invoke(_ v: Value, _ name: Symbol, _ arguments: [Value]) throws -> Value {
    if let view = v.asObject(PSObjectView.self), view.isBaseView {
      return try invoke(view.target.base, name, arguments)
    }
    if let m = find(v, name) {
      if m.isMethod { return try call(m, v, arguments) }
      if let r = try callValue(m, v, name, arguments) { return r }
    }
    if let r = try invokeIntrinsic(v, name, arguments) { return r }
    if let r = try invokeView(v, name, arguments) { return r }
    if case .object(let o) = v.base, let items = try enumerable(o) { return try invokeEach(items, name, arguments) }
    throw MemberErrors.methodNotFound(v, name.text)
  }
  /// Calls a method by name.
  public static func invoke(_ v: Value, _ name: String, _ arguments: [Value]) throws -> Value {
    try invoke(v, Symbol(name), arguments)
  }

  private static func enumerable(_ o: Obj) throws -> ValueIterator? {
    if o is PSDictionary || o is PSCustomObject { return nil }
    return try o.makeIterator()
  }

  private static func invokeEach(_ items: ValueIterator, _ name: Symbol, _ arguments: [Value]) throws -> Value {
    var out: [Value] = []
    var any = false
    while let item = try items.next() {
      any = true
      let r = try invoke(item, name, arguments)
      if case .nothing = r { continue }
      if case .object = r, let inner = try Operations.enumerate(r) {
        while let x = try inner.next() { out.append(x) }
      } else {
        out.append(r)
      }
    }
    if !any { throw MemberErrors.methodNotFound(typeName: "System.Object[]", name.text) }
    if out.isEmpty { return .nothing }
    return out.count == 1 ? out[0] : .array(out)
  }

  /// A property whose value can be called: delegates and method objects; parameterised properties.
  private static func callValue(_ m: Member, _ v: Value, _ name: Symbol, _ arguments: [Value]) throws -> Value? {
    if !m.overloads.isEmpty { return try call(m, v, arguments) }
    guard let value = try read(m, v, name), case .object(let o) = value else { return nil }
    if let d = o as? DelegateObject { return try d.invoke(arguments) }
    if let method = o as? MethodObject { return try method.invoke(arguments) }
    return nil
  }

  private static func invokeView(_ v: Value, _ name: Symbol, _ arguments: [Value]) throws -> Value? {
    if case .object(let o) = v {
      if let view = o as? PSObjectView, view.isBaseView { return try invoke(view.target, name, arguments) }
      if let box = o as? Boxed { return try invoke(box.base, name, arguments) }
    }
    return nil
  }

  /// Calls a method that was found.
  public static func call(_ m: Member, _ v: Value, _ arguments: [Value]) throws -> Value {
    if m.kind == .scriptMethod {
      guard let block = m.definition.object, let invoker = CurrentRunspace.invoker else {
        return try callOverloads(m, v, arguments)
      }
      do {
        let out = try invoker.invoke(block, arguments: arguments, this: v, underscore: nil)
        return out.isEmpty ? .nothing : out.count == 1 ? out[0] : .array(out)
      } catch let e as GuestError {
        throw MemberErrors.scriptMethod(m.name, arguments.count, e)
      }
    }
    return try callOverloads(m, m.kind == .codeMethod ? v : v.base, arguments)
  }

  static func callOverloads(_ m: Member, _ v: Value, _ arguments: [Value]) throws -> Value {
    // Arguments that already have the types of a declaration go as they are.
    if let o = Overloads.exact(m.overloads, arguments), !arguments.contains(where: { $0.object is Boxed }) {
      return try run(o, m, v, arguments, arguments.count)
    }
    switch Overloads.choose(m.overloads, arguments) {
    case .found(let o, let expanded):
      let converted = try Overloads.convert(arguments, for: o, expanded: expanded, method: m.name)
      return try run(o, m, v, converted, arguments.count)
    case .notFound: throw MemberErrors.noOverload(m.name, arguments.count)
    case .ambiguous: throw MemberErrors.ambiguous(m.name, arguments.count)
    }
  }

  private static func run(
    _ o: MethodOverload, _ m: Member, _ v: Value, _ arguments: [Value], _ count: Int
  ) throws -> Value {
    if o.isScript { return try o.body(v, arguments) }
    do {
      return try o.body(v, arguments)
    } catch let e as GuestError {
      // Errors that end a command or obey a Stop preference keep their shape on the way out.
      if e.record.endsCommand != nil || e.record.isPreferenceStop { throw e }
      throw MemberErrors.invocation(m.name, count, e)
    }
  }

  // MARK: Statics

  /// A static member of a type or its bases.
  public static func findStatic(_ t: TypeInfo, _ name: Symbol) -> Member? {
    var u: TypeInfo? = t
    while let c = u {
      if let m = c.staticMembers[name], name != CommonSymbols.new || c === t { return m }
      u = c.baseType
    }
    return nil
  }

  /// The value of a static member, nil if there is none; a method gives a method object.
  public static func getStatic(_ t: TypeInfo, _ name: Symbol) throws -> Value? {
    guard let m = findStatic(t, name) else {
      return name == CommonSymbols.new
        ? .object(MethodObject(Member("new", .method), target: t.asValue, isStatic: true)) : nil
    }
    if m.isMethod { return .object(MethodObject(m, target: t.asValue, isStatic: true)) }
    do {
      return try m.get(.null)
    } catch let e as GuestError {
      throw MemberErrors.getting(m.name, e)
    }
  }
  /// The value of a static member by name.
  public static func getStatic(_ t: TypeInfo, _ name: String) throws -> Value? { try getStatic(t, Symbol(name)) }

  /// Sets a static property.
  public static func setStatic(_ t: TypeInfo, _ name: Symbol, _ new: Value) throws {
    guard let m = findStatic(t, name) else { throw MemberErrors.propertyAssignment(name.text) }
    if m.kind == .note {
      m.value = new
      return
    }
    guard let setter = m.setter else { throw MemberErrors.readOnly(m.name) }
    do {
      var value = new
      if let type = m.valueType { value = try Conversions.convert(new, to: type) }
      try setter(.null, value)
    } catch let e as GuestError {
      throw MemberErrors.setting(m.name, e)
    }
  }
  /// Sets a static property by name.
  public static func setStatic(_ t: TypeInfo, _ name: String, _ new: Value) throws {
    try setStatic(t, Symbol(name), new)
  }

  /// Calls a static method, or a constructor as `::new`.
  public static func invokeStatic(_ t: TypeInfo, _ name: Symbol, _ arguments: [Value]) throws -> Value {
    if name == CommonSymbols.new { return try construct(t, arguments) }
    if let m = findStatic(t, name) {
      if m.isMethod { return try callOverloads(m, .null, arguments) }
      let value = try m.get(.null)
      if let d = value.asObject(DelegateObject.self) { return try d.invoke(arguments) }
      if let method = value.asObject(MethodObject.self) { return try method.invoke(arguments) }
    }
    throw MemberErrors.methodNotFound(typeName: MemberErrors.displayFullName(t), name.text)
  }
  /// Calls a static method by name.
  public static func invokeStatic(_ t: TypeInfo, _ name: String, _ arguments: [Value]) throws -> Value {
    try invokeStatic(t, Symbol(name), arguments)
  }

  /// Makes an instance: `[T]::new(…)` and New-Object.
  public static func construct(_ t: TypeInfo, _ arguments: [Value]) throws -> Value {
    if let e = t.elementType { return try constructArray(t, e, arguments) }
    if let m = t.staticMembers[CommonSymbols.new], !m.overloads.isEmpty {
      return try callOverloads(m, .null, arguments)
    }
    if arguments.isEmpty, t.isValueType, let zero = Defaults.value(of: t) { return zero }
    if Delegates.isDelegate(t), arguments.count == 1 { return try Conversions.convert(arguments[0], to: t) }
    throw MemberErrors.noOverload("new", arguments.count)
  }

  private static func constructArray(_ t: TypeInfo, _ element: TypeInfo, _ arguments: [Value]) throws -> Value {
    guard arguments.count == t.arrayRank else { throw MemberErrors.noOverload("new", arguments.count) }
    var lengths: [Int] = []
    var total = 1
    for a in arguments {
      guard case .int(let n) = try Operations.convert(a, to: Types.int32) else { continue }
      if n < 0 {
        throw MemberErrors.invocation(
          "new", arguments.count,
          .exception("System.OverflowException", "Arithmetic operation resulted in an overflow."))
      }
      lengths.append(Int(n))
      let (product, overflow) = total.multipliedReportingOverflow(by: Int(n))
      if overflow || product > 2_000_000_000 {
        throw MemberErrors.invocation(
          "new", arguments.count,
          .exception("System.OutOfMemoryException", "Array dimensions exceeded supported range."))
      }
      total = product
    }
    let zero = Defaults.value(of: element) ?? .null
    let items = [Value](repeating: zero, count: total)
    return .object(PSArray(items, of: element, dimensions: t.arrayRank > 1 ? lengths : nil))
  }
}
