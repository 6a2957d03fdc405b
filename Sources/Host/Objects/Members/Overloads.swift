import Basics

/// Chooses among overloads as PowerShell does: by the ranks of all arguments, earlier ones weighing more.
enum Overloads {
  /// An overload that could take the call.
  struct Candidate {
    let overload: MethodOverload
    /// Whether trailing arguments are gathered into the parameter array.
    let expanded: Bool
    let ranks: [ConversionRank]

    func parameterType(_ i: Int) -> TypeInfo {
      let p = overload.parameters
      if expanded && i >= p.count - 1 { return p[p.count - 1].type.elementType ?? Types.object }
      return p[i].type
    }
  }

  enum Choice {
    case found(MethodOverload, expanded: Bool)
    case notFound, ambiguous
  }

  /// The overload a call means.
  static func choose(_ overloads: [MethodOverload], _ arguments: [Value]) -> Choice {
    let n = arguments.count
    if overloads.count == 1 {
      let o = overloads[0]
      guard o.accepts(count: n) else { return .notFound }
      return .found(o, expanded: o.isVariadic && !takesArrayAsIs(o, arguments))
    }
    if let quick = exact(overloads, arguments) { return .found(quick, expanded: false) }
    var best: Candidate?
    var isAmbiguous = false
    for o in overloads where o.accepts(count: n) {
      for c in candidates(o, arguments) {
        guard let b = best else {
          best = c
          continue
        }
        let order = compare(c, b, n)
        if order > 0 {
          best = c
          isAmbiguous = false
        } else if order == 0 {
          isAmbiguous = true
        }
      }
    }
    if let b = best { return isAmbiguous ? .ambiguous : .found(b.overload, expanded: b.expanded) }
    return .notFound
  }

  /// An overload whose parameter types are those of the arguments, decided without ranking.
  static func exact(_ overloads: [MethodOverload], _ arguments: [Value]) -> MethodOverload? {
    search: for o in overloads where o.parameters.count == arguments.count {
      for (p, a) in zip(o.parameters, arguments) {
        guard !p.isByRef, !p.isParamArray, let t = a.typeInfo, t === p.type else { continue search }
      }
      return o
    }
    return nil
  }

  private static func takesArrayAsIs(_ o: MethodOverload, _ arguments: [Value]) -> Bool {
    guard arguments.count == o.parameters.count, let last = arguments.last, let p = o.parameters.last else {
      return false
    }
    if last.isNull { return true }
    if last.typeInfo?.isArray == true { return true }
    return ConversionRank.of(last, to: p.type) > ConversionRank.of(last, to: p.type.elementType ?? Types.object)
  }

  private static func candidates(_ o: MethodOverload, _ arguments: [Value]) -> [Candidate] {
    var out: [Candidate] = []
    if arguments.count <= o.parameters.count, let ranks = ranks(o, arguments, expanded: false) {
      out.append(Candidate(overload: o, expanded: false, ranks: ranks))
    }
    if o.isVariadic, arguments.count >= o.parameters.count, let ranks = ranks(o, arguments, expanded: true) {
      out.append(Candidate(overload: o, expanded: true, ranks: ranks))
    } else if o.isVariadic, arguments.count == o.parameters.count - 1,
      let ranks = ranks(o, arguments, expanded: true)
    {
      return [Candidate(overload: o, expanded: true, ranks: ranks)]
    }
    return out
  }

  private static func ranks(_ o: MethodOverload, _ arguments: [Value], expanded: Bool) -> [ConversionRank]? {
    var out: [ConversionRank] = []
    out.reserveCapacity(arguments.count)
    let last = o.parameters.count - 1
    for (i, a) in arguments.enumerated() {
      let p = o.parameters[min(i, last)]
      let type = expanded && i >= last ? p.type.elementType ?? Types.object : p.type
      let r: ConversionRank
      if p.isByRef {
        guard a.asObject(PSReference.self) != nil else { return nil }
        r = .identity
      } else if a.asObject(PSReference.self) != nil, type !== Types.object, type !== Types.psReference {
        return nil
      } else {
        r = ConversionRank.of(a, to: type)
      }
      if r == .none { return nil }
      out.append(r)
    }
    return out
  }

  /// Positive when the first candidate is better.
  private static func compare(_ a: Candidate, _ b: Candidate, _ n: Int) -> Int {
    var balance = 0
    for i in 0..<n {
      let weight = n - i
      if a.ranks[i] > b.ranks[i] { balance += weight } else if a.ranks[i] < b.ranks[i] { balance -= weight }
    }
    if balance != 0 { return balance }
    // Conversions that outweigh each other: the parameter types decide, where they say anything.
    for i in 0..<n {
      let ra = a.ranks[i]
      let rb = b.ranks[i]
      if ra < .nullToValue || rb < .nullToValue { continue }
      let widening = ra >= .numericImplicit
      if widening != (rb >= .numericImplicit) { continue }
      let s = specificity(a.parameterType(i), b.parameterType(i))
      balance += (n - i) * (widening ? s : -s)
    }
    if balance != 0 { return balance }
    // Only between the same types does it matter how the arguments are passed.
    for i in 0..<n where a.parameterType(i) !== b.parameterType(i) { return 0 }
    if a.expanded != b.expanded { return a.expanded ? -1 : 1 }
    return b.overload.parameters.count - a.overload.parameters.count
  }

  /// Positive when the first type says more than the second: when the first converts to the second more easily.
  private static func specificity(_ a: TypeInfo, _ b: TypeInfo) -> Int {
    if a === b { return 0 }
    let there = ConversionRank.of(a, to: b)
    let back = ConversionRank.of(b, to: a)
    return there == back ? 0 : there > back ? 1 : -1
  }

  /// Arguments in the form the body wants: converted, defaults filled in, the parameter array gathered.
  static func convert(
    _ arguments: [Value], for o: MethodOverload, expanded: Bool, method: String
  ) throws -> [Value] {
    let parameters = o.parameters
    var out: [Value] = []
    out.reserveCapacity(parameters.count)
    for (i, p) in parameters.enumerated() {
      if p.isParamArray && expanded {
        let element = p.type.elementType ?? Types.object
        var items: [Value] = []
        if i < arguments.count {
          for a in arguments[i...] { items.append(try convert(a, to: element, p, method)) }
        }
        out.append(.object(PSArray(items, of: element)))
      } else if i < arguments.count {
        let a = arguments[i]
        if p.isByRef {
          guard a.asObject(PSReference.self) != nil else { throw MemberErrors.nonReference(i + 1, method, p) }
          out.append(a.base)
        } else if let t = a.typeInfo, t === p.type {
          out.append(a.base)
        } else {
          out.append(try convert(a, to: p.type, p, method))
        }
      } else {
        out.append(p.isParamArray ? .object(PSArray([], of: p.type.elementType)) : p.defaultValue)
      }
    }
    return out
  }

  private static func convert(_ a: Value, to type: TypeInfo, _ p: MethodParameter, _ method: String) throws -> Value {
    if type === Types.object {
      if case .nothing = a { return .null }
      return a
    }
    if case .object(let o) = a, o.typeInfo.isAssignable(to: type) { return a.base }
    if a.asObject(NullStringObject.self) != nil { return .null }
    if a.isNull {
      // The language's null is an empty string to a method; [NullString]::Value is a real null.
      if type === Types.string { return .string("") }
      if !type.isValueType || Nullables.underlying(type) != nil { return .null }
    }
    do {
      return try Conversions.convert(a, to: type)
    } catch let e as GuestError {
      throw MemberErrors.argumentConversion(a, p.name, type, method, e)
    }
  }
}
