import Basics
import Diagnostics
import Objects

/// Binds the arguments of one call to the parameters of one command, as PowerShell's binder does.
///
/// First the command line (named, positional, defaults, dynamic, remaining), then each pipeline
/// object. Failures are thrown as `BindingFailure`; the processor makes error records of them.
final class ParameterBinder {
  /// An argument on its way: a value, or a parameter name that may have one.
  struct Pending {
    var site: ArgumentSite
    /// The parameter's name; nil for a positional value.
    var name: String?
    /// How the name was written, with dash and colon.
    var text = ""
    var value: Value = .null
    var hasValue = false
    var fromSplat = false
    /// The parameter the name means, once looked up.
    var target: BindingParameter?
  }

  let runspace: Runspace
  private(set) var plan: BindingPlan
  // The invocation refers back to the binder, for the parameters bound.
  unowned let invocation: InvocationInfo
  /// Whether objects will come down the pipeline.
  let expectingInput: Bool
  /// Where `$PSDefaultParameterValues` and script blocks of it are looked up.
  let scope: Scope
  /// Bound values by ordinal; nil = unbound.
  var values: [Value?]
  /// Ordinals in the order they were bound, as `$PSBoundParameters` lists them.
  var order: [Int] = []
  /// The parameter sets still possible.
  var sets: SetMask = .max
  var setName = ParameterSetEntry.allSets
  /// Arguments that nothing took yet; of a simple function, what becomes `$args`.
  var pending: [Pending] = []
  /// Script blocks to run for each pipeline object, by ordinal.
  var delayed: [Int: Value] = [:]
  var pipelineBound: [Int] = []
  var prePipelineSets: SetMask = .max
  var postponed: BindingFailure?
  private var unboundAtStart: [Bool] = []
  /// The parameter every pipeline object simply becomes the value of, with the sets that leaves.
  var direct: BindingParameter?
  var directSets: SetMask = .max
  var directName = ParameterSetEntry.allSets
  var isPrepared = false

  init(
    runspace: Runspace, plan: BindingPlan, invocation: InvocationInfo, scope: Scope, expectingInput: Bool
  ) {
    self.runspace = runspace
    self.plan = plan
    self.invocation = invocation
    self.scope = scope
    self.expectingInput = expectingInput
    values = Array(repeating: nil, count: plan.parameters.count)
  }

  private var isSimple: Bool { !plan.metadata.isCmdletStyle }

  // MARK: - The command line

  /// Binds everything on the command line; `dynamic` gives the dynamic parameters once the static ones are bound.
  func bindCommandLine(_ arguments: [Argument], dynamic: (() throws -> [ParameterMetadata]?)?) throws {
    if !arguments.isEmpty {
      try take(arguments)
      if pending.contains(where: { $0.name != nil }) {
        try pairNames()
        try bindNamed()
      }
      if !plan.positions.isEmpty { try bindPositional() }
    }
    if isSimple { return }
    try applyDefaults()
    if let dynamic {
      try validateSets(beforePipeline: true, fixDefault: false)
      try bindDynamic(dynamic)
    }
    try bindRemaining()
    try refuseLeftovers()
    try finish()
  }

  private func finish() throws {
    var count: Int
    if expectingInput {
      count = try validateSets(beforePipeline: true, fixDefault: false)
      if count > 1 {
        let filtered = setsTakingPipeline()
        if filtered != sets {
          sets = filtered
          count = try validateSets(beforePipeline: true, fixDefault: false)
        }
      }
    } else {
      count = try validateSets(beforePipeline: false, fixDefault: true)
    }
    if plan.hasMandatory { try askForMandatory() }
    if delayed.isEmpty == false, !expectingInput, let ordinal = delayed.keys.first {
      throw scriptBlockWithoutInput(plan.parameters[ordinal], nil)
    }
    prePipelineSets = sets
  }

  func scriptBlockWithoutInput(_ p: BindingParameter, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .binding, "ScriptBlockArgumentNoInput",
      "Cannot evaluate parameter '\(p.name)' because its argument is specified as a script block and there is no "
        + "input. A script block cannot be evaluated without input.", category: .MetadataError, site: site,
      parameter: p.name)
  }

  /// Turns call-site arguments into pending ones, expanding splats.
  private func take(_ arguments: [Argument]) throws {
    pending.reserveCapacity(arguments.count)
    var splatted: [Pending] = []
    var positionalOnly = false
    for a in arguments {
      switch a.site.kind {
      case .parameter, .parameterWithValue:
        if positionalOnly {
          pending.append(Pending(site: a.site, value: .string(a.site.text), hasValue: true))
          if a.site.kind == .parameterWithValue {
            pending.append(Pending(site: a.site, value: a.value, hasValue: true))
          }
          continue
        }
        pending.append(
          Pending(
            site: a.site, name: a.site.name, text: a.site.text, value: a.value,
            hasValue: a.site.kind == .parameterWithValue))
      case .endOfParameters:
        if positionalOnly {
          pending.append(Pending(site: a.site, value: .string("--"), hasValue: true))
        }
        positionalOnly = true
      case .splat: try expand(a, into: &splatted)
      case .number:
        pending.append(Pending(site: a.site, value: a.value, hasValue: true))
      default: pending.append(Pending(site: a.site, value: a.value.orNull, hasValue: true))
      }
    }
    pending += splatted
  }

  /// A splat: names of a dictionary go after what is written out, elements of an array stay in place.
  private func expand(_ a: Argument, into named: inout [Pending]) throws {
    if let d = a.value.asObject(PSDictionary.self) {
      for i in 0..<d.keys.count {
        let key = try Operations.toString(d.keys[i])
        var p = Pending(site: a.site, name: key, text: "-" + key + ":", value: d.values[i].orNull, hasValue: true)
        p.fromSplat = true
        named.append(p)
      }
      return
    }
    if a.value.isNull { return }
    for v in try Runspace.splatElements(a.value) {
      if let name = Runspace.markedName(v) {
        let text = v.stringOrNil ?? "-" + name
        pending.append(Pending(site: a.site, name: name, text: text))
      } else {
        pending.append(Pending(site: a.site, value: v.orNull, hasValue: true))
      }
    }
  }

  /// Finds out what names mean.
  private func resolveNames() throws {
    for i in pending.indices {
      guard let name = pending[i].name else { continue }
      let site = pending[i].site
      let isWritten = site.kind == .parameter || site.kind == .parameterWithValue
      switch plan.match(name, isWritten ? site.symbol : Symbol(name)) {
      case .none: pending[i].target = nil
      case .one(let p): pending[i].target = p
      case .ambiguous(let names): throw BindingErrors.ambiguous(name, names, site)
      }
    }
  }

  /// Gives each `-Name` its value: the argument after it, or true for a switch.
  private func pairNames() throws {
    try resolveNames()
    guard pending.contains(where: { $0.name != nil && !$0.hasValue }) else { return }
    var result: [Pending] = []
    result.reserveCapacity(pending.count)
    var i = 0
    while i < pending.count {
      var p = pending[i]
      i += 1
      guard let target = p.target, !p.hasValue else {
        result.append(p)
        continue
      }
      if target.isSwitch {
        p.value = .switchParameter(true)
        p.hasValue = true
        result.append(p)
        continue
      }
      guard i < pending.count else { throw BindingErrors.missingArgument(target, p.site) }
      let next = pending[i]
      if next.name != nil {
        if next.target != nil || next.hasValue { throw BindingErrors.missingArgument(target, p.site) }
        p.value = .string(next.text)
      } else {
        p.value = next.value
        // Errors about the value of `-Name value` point at the value.
        if next.site.source != nil { p.site = next.site }
      }
      p.hasValue = true
      i += 1
      result.append(p)
    }
    pending = result
  }

  private func bindNamed() throws {
    var rest: [Pending] = []
    var explicit: Set<Int> = []
    for p in pending {
      guard p.hasValue, let target = p.target else {
        rest.append(p)
        continue
      }
      if values[target.ordinal] != nil || delayed[target.ordinal] != nil {
        if p.fromSplat && explicit.contains(target.ordinal) { continue }
        throw BindingErrors.alreadyBound(target.name, p.site)
      }
      if !p.fromSplat { explicit.insert(target.ordinal) }
      try bind(target, p.value, p.site, coerce: true, delay: true)
    }
    pending = rest
  }

  // MARK: - Positions

  private func bindPositional() throws {
    guard pending.contains(where: { $0.name == nil }) else { return }
    var rest: [Pending] = []
    var next = 0
    // A parameter bound by position may be bound again at its position in another set; the last one counts.
    if plan.hasSeveralPositions { unboundAtStart = plan.parameters.map { isUnbound($0) } }
    for (position, parameters) in plan.positions {
      while next < pending.count, pending[next].name != nil {
        rest.append(pending[next])
        next += 1
        // What follows an unknown name is taken for its value.
        if next < pending.count, pending[next].name == nil {
          rest.append(pending[next])
          next += 1
        }
      }
      guard next < pending.count else { break }
      guard parameters.contains(where: { isCandidate($0, position) }) else { continue }
      let argument = pending[next]
      next += 1
      if try !bindAt(position, argument, parameters) { rest.append(argument) }
    }
    rest += pending[next...]
    pending = rest
  }

  private func wasUnbound(_ p: BindingParameter) -> Bool {
    plan.hasSeveralPositions ? unboundAtStart[p.ordinal] : isUnbound(p)
  }

  private func isCandidate(_ p: BindingParameter, _ position: Int) -> Bool {
    guard wasUnbound(p) else { return false }
    if p.setData.count == 1 { return p.setFlags == 0 || p.setFlags & sets != 0 }
    return p.setData.contains {
      ($0.flag == 0 || $0.flag & sets != 0) && $0.entry.position == position && !$0.entry.fromRemainingArguments
    }
  }

  /// Binds an argument to a parameter of a position: of the default set and unconverted if possible.
  private func bindAt(_ position: Int, _ argument: Pending, _ parameters: [BindingParameter]) throws -> Bool {
    let valid = sets
    let byDefault = plan.defaultFlag & valid
    if byDefault != 0, try bindOne(argument, parameters, position, byDefault, coerce: false) { return true }
    if try bindOne(argument, parameters, position, valid, coerce: false) { return true }
    if byDefault != 0, try bindOne(argument, parameters, position, byDefault, coerce: true) { return true }
    return try bindOne(argument, parameters, position, valid, coerce: true)
  }

  private func bindOne(
    _ argument: Pending, _ candidates: [BindingParameter], _ position: Int, _ valid: SetMask, coerce: Bool
  ) throws -> Bool {
    var bound = false
    for p in candidates where wasUnbound(p) {
      for d in p.setData where (d.flag == 0 || d.flag & valid != 0) && d.entry.position == position {
        do {
          if try bind(p, argument.value, argument.site, coerce: coerce, delay: true) { bound = true }
        } catch let f as BindingFailure where f.kind == .binding {
          if f.id == "ScriptBlockArgumentNoInput" { throw f }
          postponed = f
        } catch let f as BindingFailure where f.isSwallowed {
          postponed = f
        }
        break
      }
      if bound { return true }
    }
    return false
  }

  // MARK: - Binding one value

  /// Converts, checks and stores a value; false when it may not be converted and is not of the type.
  @discardableResult
  func bind(_ p: BindingParameter, _ value: Value, _ site: ArgumentSite?, coerce: Bool, delay: Bool) throws -> Bool {
    if delay, p.takesPipeline, let block = value.asObject(ScriptBlock.self), !p.acceptsScriptBlock,
      p.takesPipeline(in: sets)
    {
      if !expectingInput { throw scriptBlockWithoutInput(p, site) }
      delayed[p.ordinal] = .object(block)
      note(p)
      return true
    }
    guard let v = try convert(p, value, site, coerce: coerce) else { return false }
    if values[p.ordinal] == nil { order.append(p.ordinal) }
    values[p.ordinal] = v
    note(p)
    return true
  }

  private func note(_ p: BindingParameter) {
    if p.setFlags != 0 { sets &= p.setFlags }
  }

  // MARK: - Dynamic parameters

  private func bindDynamic(_ dynamic: () throws -> [ParameterMetadata]?) throws {
    let list: [ParameterMetadata]?
    do {
      list = try dynamic()
    } catch let e as GuestError {
      throw BindingFailure(
        .binding, "GetDynamicParametersException",
        "Cannot retrieve the dynamic parameters for the cmdlet. \(e.record.exception.message)",
        inner: e.record.exception)
    }
    guard let list, !list.isEmpty else { return }
    for m in list { m.isDynamic = true }
    let old = plan
    plan = try BindingPlan(old.metadata, isScript: old.parameters.first?.isScriptStyle ?? false, dynamic: list)
    var moved: [Value?] = Array(repeating: nil, count: plan.parameters.count)
    let shift = plan.ownCount - old.ownCount
    func place(_ i: Int) -> Int { i < old.ownCount ? i : i + shift }
    for (i, v) in values.enumerated() { moved[place(i)] = v }
    values = moved
    order = order.map(place)
    delayed = Dictionary(uniqueKeysWithValues: delayed.map { (place($0.key), $0.value) })
    postponed = nil
    try pairNames()
    try bindNamed()
    if !plan.positions.isEmpty { try bindPositional() }
    try applyDefaults()
  }

  // MARK: - What is left

  private func bindRemaining() throws {
    guard plan.hasRemaining, !pending.isEmpty else { return }
    guard
      let target = plan.parameters.first(where: { p in
        values[p.ordinal] == nil && p.takesRemaining
          && p.data(for: sets).contains { $0.entry.fromRemainingArguments }
      })
    else { return }
    var list: [Value] = []
    for a in pending {
      if a.name != nil {
        list.append(.string(a.text))
        if a.hasValue && a.text.utf8.last == 0x3A { list.append(a.value) }
      } else {
        list.append(a.value)
      }
    }
    let value: Value
    if list.count == 1, list[0].asObject(PSArray.self) != nil || list[0].asObject(PSList.self) != nil {
      value = list[0]
    } else {
      value = .object(PSList(Runspace.listOfObject, list))
    }
    pending = []
    try bind(target, value, nil, coerce: true, delay: false)
  }

  private func refuseLeftovers() throws {
    guard let first = pending.first else { return }
    if let name = first.name { throw BindingErrors.notFound(name, first.site) }
    if let postponed { throw postponed }
    throw BindingErrors.positionalNotFound(first.value)
  }

  /// What a simple function gets as `$args`.
  func leftoverArguments() -> [Value] {
    var list: [Value] = []
    list.reserveCapacity(pending.count)
    for a in pending {
      if let name = a.name {
        list.append(Runspace.markName(a.text.isEmpty ? "-" + name : a.text, name: name))
        if a.hasValue { list.append(a.value) }
      } else {
        list.append(a.value)
      }
    }
    return list
  }
}

extension ParameterBinder {
  /// `$PSBoundParameters` and `$MyInvocation.BoundParameters`: what is bound, in the order it was.
  func boundDictionary() -> PSDictionary {
    let d = PSDictionary(Runspace.boundParametersType, ignoreCase: true)
    for i in order {
      if let v = values[i] ?? delayed[i] { d.set(plan.parameters[i].name, v) }
    }
    return d
  }
}
