import Basics
import Objects

/// Binding of pipeline objects.
extension ParameterBinder {
  /// The ways to bind an object, tried in this order.
  private enum Step: CaseIterable {
    case byValue, byName, byValueConverting, byNameConverting
    var coerces: Bool { self == .byValueConverting || self == .byNameConverting }
    var isByValue: Bool { self == .byValue || self == .byValueConverting }
  }

  /// Forgets what the previous object bound.
  func resetPipeline() {
    if !pipelineBound.isEmpty {
      for i in pipelineBound { values[i] = nil }
      order.removeAll { values[$0] == nil && delayed[$0] == nil }
      pipelineBound.removeAll(keepingCapacity: true)
    }
    sets = prePipelineSets
  }

  /// Binds one object; throws a failure that concerns this object alone.
  func bindPipeline(_ input: Value) throws {
    if !isPrepared { prepareDirect() }
    if let p = direct, !(input.isNull && p.isMandatorySomewhere) {
      values[p.ordinal] = input.orNull
      if pipelineBound.isEmpty {
        pipelineBound.append(p.ordinal)
        order.append(p.ordinal)
        sets = directSets
        setName = directName
      }
      return
    }
    resetPipeline()
    var bound = false
    if !delayed.isEmpty { bound = try runDelayed(input) }
    if plan.takesPipeline {
      for step in Step.allCases {
        if try bindStep(step, input) {
          bound = true
          try validateSets(beforePipeline: true, fixDefault: true)
        }
      }
    }
    guard bound else { throw BindingErrors.inputNotBound() }
    try validateSets(beforePipeline: false, fixDefault: true)
    let missing = missingMandatory(sets, pipelineMayBring: false)
    if !missing.isEmpty { throw BindingErrors.inputMissesMandatory(missing.map { $0.name }) }
  }

  /// Finds out whether every object can simply become the value of one untyped parameter.
  private func prepareDirect() {
    isPrepared = true
    guard let p = plan.onlyByValue, isUnbound(p), delayed.isEmpty, p.setFlags == 0 || !p.isInAllSets else { return }
    let type = p.type
    guard type === Types.object || type === Types.psObject || type === Types.psCustomObject else { return }
    guard p.transforms.isEmpty, p.validations.isEmpty else { return }
    let savedName = setName
    let savedSets = sets
    defer {
      values[p.ordinal] = nil
      sets = savedSets
      setName = savedName
    }
    values[p.ordinal] = .null
    if p.setFlags != 0 { sets &= p.setFlags }
    guard p.data(for: sets).contains(where: { $0.entry.fromPipeline }) else { return }
    guard (try? validateSets(beforePipeline: false, fixDefault: true)) != nil else { return }
    guard missingMandatory(sets, pipelineMayBring: false).isEmpty else { return }
    direct = p
    directSets = sets
    directName = setName
  }

  private func bindStep(_ step: Step, _ input: Value) throws -> Bool {
    var valid = sets
    let byDefault = plan.defaultFlag
    if byDefault != 0, valid & byDefault != 0 {
      if try bindStep(step, input, in: byDefault) { return true }
      valid &= ~byDefault
      if valid == 0 { return false }
    }
    return try bindStep(step, input, in: valid)
  }

  private func bindStep(_ step: Step, _ input: Value, in valid: SetMask) throws -> Bool {
    var bound = false
    // From the last parameter to the first, as PowerShell meets them.
    for p in plan.pipelineParameters where isUnbound(p) && p.isIn(valid) {
      let takes = p.setData.contains { d in
        (d.flag == 0 || d.flag & valid != 0)
          && (step.isByValue ? d.entry.fromPipeline : d.entry.fromPipelineByPropertyName)
      }
      guard takes else { continue }
      let done = step.isByValue ? try byValue(p, input, step) : try byName(p, input, step)
      if done { bound = true }
    }
    return bound
  }

  private func byValue(_ p: BindingParameter, _ input: Value, _ step: Step) throws -> Bool {
    do {
      guard try bind(p, input, nil, coerce: step.coerces, delay: false) else { return false }
    } catch let f as BindingFailure where f.isConversion {
      return false
    }
    pipelineBound.append(p.ordinal)
    return true
  }

  private func byName(_ p: BindingParameter, _ input: Value, _ step: Step) throws -> Bool {
    guard let value = try property(of: input, p.name) ?? aliasProperty(of: input, p) else { return false }
    guard try bind(p, value, nil, coerce: step.coerces, delay: false) else { return false }
    pipelineBound.append(p.ordinal)
    return true
  }

  private func aliasProperty(of input: Value, _ p: BindingParameter) throws -> Value? {
    for a in p.metadata.aliases {
      if let v = try property(of: input, a) { return v }
    }
    return nil
  }

  /// A property proper: keys of dictionaries do not count.
  private func property(of input: Value, _ name: String) throws -> Value? {
    if input.isNull { return nil }
    guard let m = MemberAccess.find(input, name), m.isProperty else { return nil }
    do {
      return try m.get(input)
    } catch is GuestError {
      return nil
    }
  }

  /// Runs the script blocks given for parameters that take pipeline input.
  private func runDelayed(_ input: Value) throws -> Bool {
    var bound = false
    for (ordinal, value) in delayed.sorted(by: { $0.key < $1.key }) {
      let p = plan.parameters[ordinal]
      guard let block = value.asObject(ScriptBlock.self) else { continue }
      let output = CollectingSink()
      do {
        try runspace.invokeBlock(block, arguments: [], underscore: input, output: output, newScope: true)
      } catch let e as GuestError {
        throw BindingFailure(
          .binding, "ScriptBlockArgumentInvocationFailed",
          "The input to the script block for parameter '\(p.name)' failed. \(e.record.exception.message)",
          parameter: p.name, inner: e.record.exception)
      }
      if output.values.isEmpty {
        throw BindingFailure(
          .binding, "ScriptBlockArgumentNoOutput",
          "Cannot evaluate parameter '\(p.name)' because its argument is specified as a script block and evaluation of "
            + "the script block produced no output.", category: .MetadataError, parameter: p.name)
      }
      guard let v = try convert(p, output.result, nil, coerce: true) else { continue }
      values[ordinal] = v
      order.append(ordinal)
      pipelineBound.append(ordinal)
      bound = true
    }
    return bound
  }
}
