import Basics

/// The methods every collection has: `.Where{}` and `.ForEach{}`.
extension MemberAccess {
  static func invokeIntrinsic(_ v: Value, _ name: Symbol, _ arguments: [Value]) throws -> Value? {
    if name == CommonSymbols.whereMethod { return try whereMethod(v, arguments) }
    if name == CommonSymbols.forEach { return try forEachMethod(v, arguments) }
    return nil
  }

  private static func items(of v: Value) throws -> [Value] {
    if v.isNull { return [] }
    guard let it = try Operations.enumerate(v) else { return [v] }
    var out: [Value] = []
    while let x = try it.next() { out.append(x) }
    return out
  }

  private static func collection(_ items: [Value]) -> Value {
    .object(PSList(TypeResolver.construct(CommonTypes.genericCollection, [Types.psObject]), items))
  }

  private static func whereMethod(_ v: Value, _ arguments: [Value]) throws -> Value {
    guard let test = arguments.first, arguments.count <= 3 else {
      throw MemberErrors.noOverload("Where", arguments.count)
    }
    guard let block = test.base.object, block.typeInfo === Types.scriptBlock, let invoker = CurrentRunspace.invoker
    else {
      let e = GuestError.runtime(
        "InvalidCastException", "The '-Expression' parameter is not a script block.", .InvalidArgument)
      throw e
    }
    var mode = "Default"
    if arguments.count > 1 {
      let t = Types.named("System.Management.Automation.WhereOperatorSelectionMode")
      mode = try Operations.toString(Operations.convert(arguments[1], to: t))
    }
    var limit = 0
    if arguments.count > 2, case .int(let n) = try Operations.convert(arguments[2], to: Types.int32) {
      if n < 0 {
        throw GuestError.runtime(
          "NumberToReturnMustBeGreaterThanZero", "The number of items to return must be greater than 0.",
          .InvalidArgument)
      }
      limit = Int(n)
    }
    func passes(_ x: Value) throws -> Bool {
      Operations.isTrue(single(try invoker.invoke(block, arguments: [], this: nil, underscore: x)))
    }
    return try select(try items(of: v), mode, limit, passes)
  }

  private static func select(
    _ all: [Value], _ mode: String, _ limit: Int, _ passes: (Value) throws -> Bool
  ) throws -> Value {
    var chosen: [Value] = []
    switch mode {
    case "First":
      for x in all where try passes(x) {
        chosen.append(x)
        if chosen.count >= max(1, limit) { break }
      }
    case "Last":
      for x in all where try passes(x) { chosen.append(x) }
      chosen = Array(chosen.suffix(max(1, limit)))
    case "SkipUntil":
      if let i = try all.firstIndex(where: passes) { chosen = Array(all[i...]) }
      if limit > 0 { chosen = Array(chosen.prefix(limit)) }
    case "Until":
      let end = try all.firstIndex(where: passes) ?? all.count
      chosen = Array(all[..<end])
      if limit > 0 { chosen = Array(chosen.prefix(limit)) }
    case "Split":
      var rest: [Value] = []
      for x in all {
        if limit > 0 && chosen.count >= limit {
          rest.append(x)
        } else if try passes(x) {
          chosen.append(x)
        } else {
          rest.append(x)
        }
      }
      return .array([collection(chosen), collection(rest)])
    default:
      for x in all where try passes(x) {
        chosen.append(x)
        if limit > 0 && chosen.count >= limit { break }
      }
    }
    return collection(chosen)
  }

  private static func single(_ out: [Value]) -> Value {
    out.isEmpty ? .null : out.count == 1 ? out[0] : .array(out)
  }

  private static func forEachMethod(_ v: Value, _ arguments: [Value]) throws -> Value {
    guard let what = arguments.first else { throw MemberErrors.noOverload("ForEach", 0) }
    let rest = Array(arguments.dropFirst())
    let all = try items(of: v)
    var out: [Value] = []
    if let block = what.base.object, block.typeInfo === Types.scriptBlock {
      guard let invoker = CurrentRunspace.invoker else { return .nothing }
      for x in all { out += try invoker.invoke(block, arguments: rest, this: nil, underscore: x) }
      return collection(out)
    }
    if let type = what.asObject(TypeObject.self)?.type {
      for x in all { out.append(try Conversions.convert(x, to: type)) }
      if out.isEmpty { return collection(out) }
      return .object(PSList(TypeResolver.construct(CommonTypes.genericCollection, [type]), out))
    }
    let name = Symbol(try Operations.toString(what))
    for x in all { try forEachMember(x, name, rest, &out) }
    return collection(out)
  }

  private static func forEachMember(_ x: Value, _ name: Symbol, _ rest: [Value], _ out: inout [Value]) throws {
    if let m = find(x, name), m.isMethod {
      let r = try call(m, x, rest)
      if case .nothing = r { return }
      out.append(r)
    } else if rest.isEmpty {
      guard let r = try get(x, name) else { return }
      out.append(r)
    } else {
      try set(x, name, rest[0])
    }
  }
}
