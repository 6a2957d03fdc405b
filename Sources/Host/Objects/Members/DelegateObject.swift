import Basics

/// A delegate: a script block or a method behind a delegate type's signature.
public final class DelegateObject: Obj {
  public let type: TypeInfo
  /// The script block behind it, if there is one.
  public let block: Obj?
  private let body: ([Value]) throws -> Value
  public init(_ type: TypeInfo, block: Obj?, _ body: @escaping ([Value]) throws -> Value) {
    self.type = type
    self.block = block
    self.body = body
  }
  public override var typeInfo: TypeInfo { type }

  /// Calls it with arguments as they are; the result has the delegate's return type.
  public func invoke(_ arguments: [Value]) throws -> Value { try body(arguments) }
}

/// Delegate types: their signatures, and delegates made of script blocks.
public enum Delegates {
  /// Whether a type is a delegate type.
  public static func isDelegate(_ t: TypeInfo) -> Bool {
    t.baseType === multicast || (t.baseType != nil && t.baseType === base)
  }
  private static let base = Types.named("System.Delegate")
  private static let multicast = Types.named("System.MulticastDelegate")

  /// Parameter types and return type of a delegate type's `Invoke`.
  public static func signature(of t: TypeInfo) -> (parameters: [TypeInfo], result: TypeInfo) {
    let name = t.name.prefix { $0 != "`" }
    let a = t.genericArguments
    switch name {
    case "Func": return (Array(a.dropLast()), a.last ?? Types.object)
    case "Action": return (a, Types.void)
    case "Predicate": return (a, Types.bool)
    case "Comparison": return (a.isEmpty ? [Types.object, Types.object] : [a[0], a[0]], Types.int32)
    case "Converter": return (a.isEmpty ? [Types.object] : [a[0]], a.count > 1 ? a[1] : Types.object)
    case "MatchEvaluator":
      return ([Types.named("System.Text.RegularExpressions.Match")], Types.string)
    case "ThreadStart": return ([], Types.void)
    case "ParameterizedThreadStart", "WaitCallback", "TimerCallback": return ([Types.object], Types.void)
    case "AsyncCallback": return ([Types.named("System.IAsyncResult")], Types.void)
    default: return ([Types.object, a.first ?? Types.object], Types.void)
    }
  }

  /// How many parameters a delegate type has.
  static func arity(of t: TypeInfo) -> Int { signature(of: t).parameters.count }

  /// A delegate of that type made of a script block, a method object, or another delegate; nil if it cannot be.
  public static func make(_ v: Value, _ type: TypeInfo) throws -> Value? {
    guard case .object(let o) = v.base else { return nil }
    let signature = signature(of: type)
    if let d = o as? DelegateObject {
      return d.type === type ? .object(d) : .object(wrap(d.invoke, type, signature, d.block))
    }
    if let m = o as? MethodObject { return .object(wrap(m.invoke, type, signature, nil)) }
    guard o.typeInfo === Types.scriptBlock else { return nil }
    return .object(
      wrap(
        { arguments in
          guard let invoker = CurrentRunspace.invoker else { return .nothing }
          let out = try invoker.invoke(o, arguments: arguments, this: nil, underscore: nil)
          return out.isEmpty ? .null : out.count == 1 ? out[0] : .array(out)
        }, type, signature, o))
  }

  private static func wrap(
    _ call: @escaping ([Value]) throws -> Value, _ type: TypeInfo,
    _ signature: (parameters: [TypeInfo], result: TypeInfo), _ block: Obj?
  ) -> DelegateObject {
    DelegateObject(type, block: block) { arguments in
      let r = try call(arguments)
      if signature.result === Types.void { return .nothing }
      if signature.result === Types.object || r.typeInfo === signature.result { return r }
      return try Conversions.convert(r, to: signature.result)
    }
  }

  /// Calls a value that stands for a delegate: a delegate object or a script block.
  public static func call(_ v: Value, _ arguments: [Value]) throws -> Value {
    if let d = v.asObject(DelegateObject.self) { return try d.invoke(arguments) }
    if let m = v.asObject(MethodObject.self) { return try m.invoke(arguments) }
    if let d = try make(v, Types.named("System.Func`2")), let f = d.asObject(DelegateObject.self) {
      return try f.invoke(arguments)
    }
    throw Throw.nullReference()
  }

  static func fill(_ t: TypeBuilder) {
    let s = signature(of: t.type)
    let m = Member("Invoke", .method)
    let parameters = s.parameters.enumerated().map { i, type in
      MethodParameter(s.parameters.count == 1 ? "arg" : "arg\(i + 1)", type)
    }
    m.overloads = [
      MethodOverload(parameters, returns: s.result) { d, a in try d.asObject(DelegateObject.self)?.invoke(a) ?? .null }
    ]
    t.type.instanceMembers.set(m)
    t.method("object DynamicInvoke(params object[] args)") { d, a in
      let list = a[0].asObject(PSArray.self)?.elements ?? []
      return try d.asObject(DelegateObject.self)?.invoke(list) ?? .null
    }
  }
}
