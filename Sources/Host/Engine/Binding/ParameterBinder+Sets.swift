import Basics
import Objects

/// Which parameter set it is, and what is missing for it.
extension ParameterBinder {
  func isUnbound(_ p: BindingParameter) -> Bool { values[p.ordinal] == nil && delayed[p.ordinal] == nil }

  private func count(_ mask: SetMask) -> Int { mask == .max ? 1 : mask.nonzeroBitCount }

  /// Narrows the sets as far as what is bound allows; throws when none or too many are left.
  @discardableResult
  func validateSets(beforePipeline: Bool, fixDefault: Bool) throws -> Int {
    var n = count(sets)
    let byDefault = plan.defaultFlag
    if n == 0 { throw BindingErrors.ambiguousSet() }
    if n > 1 {
      if byDefault != 0, sets & byDefault != 0 {
        setName = plan.setName(byDefault)
        if fixDefault {
          sets = byDefault
          n = 1
        }
      } else if beforePipeline && someSetTakesPipeline() {
        return n
      } else {
        try resolveByMandatory()
        n = 1
      }
      return n
    }
    if sets == .max {
      n = max(1, plan.setNames.count)
      if beforePipeline && someSetTakesPipeline() {
        setName = byDefault != 0 ? plan.setName(byDefault) : setName
        return n
      }
      if byDefault != 0 {
        if fixDefault {
          sets = byDefault
          n = 1
        }
        setName = plan.setName(byDefault)
        return n
      }
      if n > 1 {
        try resolveByMandatory()
        n = 1
      }
    }
    setName = plan.setName(sets)
    return n
  }

  private func someSetTakesPipeline() -> Bool {
    guard plan.takesPipeline else { return false }
    return plan.parameters.contains { isUnbound($0) && $0.takesPipeline(in: sets) }
  }

  /// The one set for which nothing mandatory is missing.
  private func resolveByMandatory() throws {
    var declared: SetMask = 0
    for p in plan.parameters { declared |= p.setFlags }
    var left = sets & declared
    for p in plan.parameters where p.isMandatorySomewhere && isUnbound(p) {
      for d in p.setData where d.entry.isMandatory { left &= ~d.flag }
    }
    guard left.nonzeroBitCount == 1 else { throw BindingErrors.ambiguousSet() }
    sets = left
    setName = plan.setName(left)
  }

  /// The sets that could still take something from the pipeline; all of them if none could.
  func setsTakingPipeline() -> SetMask {
    var result: SetMask = 0
    var found = false
    for p in plan.parameters where isUnbound(p) || delayed[p.ordinal] != nil {
      for d in p.setData where d.entry.fromPipeline || d.entry.fromPipelineByPropertyName {
        if d.flag == 0 {
          // A parameter of every set keeps those that name nothing of their own, too.
          result |= sets
          found = true
        } else if d.flag & sets != 0 {
          result |= d.flag
          found = true
        }
      }
    }
    return found ? sets & result : sets
  }

  /// Mandatory parameters without a value in the given sets, leaving out those the pipeline may bring.
  func missingMandatory(_ mask: SetMask, pipelineMayBring: Bool) -> [BindingParameter] {
    guard plan.hasMandatory else { return [] }
    return plan.parameters.filter { p in
      guard p.isMandatorySomewhere, isUnbound(p) else { return false }
      return p.data(for: mask).contains { d in
        guard d.entry.isMandatory else { return false }
        return !(pipelineMayBring && (d.entry.fromPipeline || d.entry.fromPipelineByPropertyName))
      }
    }
  }

  /// Asks the host for what is mandatory and missing.
  func askForMandatory() throws {
    var mask = sets
    if expectingInput && sets.nonzeroBitCount > 1 {
      // Keep to the sets that need nothing but pipeline input, if there are any.
      var fine: SetMask = 0
      for i in plan.setNames.indices {
        let flag: SetMask = 1 << SetMask(i)
        if sets & flag != 0, missingMandatory(flag, pipelineMayBring: true).isEmpty { fine |= flag }
      }
      if plan.setNames.isEmpty { fine = missingMandatory(sets, pipelineMayBring: true).isEmpty ? sets : 0 }
      if fine != 0 {
        if sets != .max { sets &= fine }
        return
      }
      mask = plan.defaultFlag != 0 && sets & plan.defaultFlag != 0 ? plan.defaultFlag : sets
    }
    let missing = missingMandatory(mask, pipelineMayBring: expectingInput)
    if missing.isEmpty { return }
    try prompt(missing)
  }

  private func prompt(_ missing: [BindingParameter]) throws {
    let names = missing.map { $0.name }
    guard let host = runspace.host else { throw BindingErrors.missingMandatory(names) }
    let fields = missing.map { p in
      HostField(
        name: p.name, type: p.type,
        help: p.setData.first { !$0.entry.helpMessage.isEmpty }?.entry.helpMessage ?? "")
    }
    let answers: [Value]?
    do {
      answers = try host.prompt(
        caption: "cmdlet \(invocation.myCommand?.name ?? "") at command pipeline position "
          + "\(invocation.pipelinePosition)",
        message: "Supply values for the following parameters:", fields: fields)
    } catch is GuestError {
      answers = nil
    }
    guard let answers, answers.count == missing.count else { throw BindingErrors.missingMandatory(names) }
    for (p, v) in zip(missing, answers) { try bind(p, v, nil, coerce: true, delay: false) }
  }
}
