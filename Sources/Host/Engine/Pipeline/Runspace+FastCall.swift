import Basics
import Diagnostics
import Objects

/// The short way for functions and blocks with simple parameters: no processor, no binder.
extension Runspace {
  /// Runs the block and returns true when the call is of the simple kind.
  func callFast(
    _ block: ScriptBlock, _ command: CommandInfo?, _ site: CommandSite, _ arguments: [Argument], _ f: Frame,
    _ output: Sink
  ) throws -> Bool {
    let compiled = block.compiled
    guard site.isAllPositional, compiled.isSimpleBinding, !compiled.has(.process), !compiled.has(.begin),
      !compiled.has(.clean)
    else { return false }
    let count = compiled.parameters.count
    var i = 0
    while i < count && i < arguments.count {
      if !isReady(compiled.parameters[i], arguments[i].value) { return false }
      i &+= 1
    }
    let state: SessionState = block.sessionState ?? f.sessionState
    let scope = Scope(parent: state.currentScope, sessionState: state, isScriptScope: false)
    let frame = Frame(runspace: self, block: compiled, scope: scope, output: output, streams: f.streams)
    frame.caller = f
    frame.functionName = command?.name ?? block.functionName
    frame.callSite = site
    frame.callCommand = command
    let traits = block.traits
    if traits != .known { setFast(traits, frame, arguments, from: count) }
    try descend()
    let place = enter(scope, frame)
    defer {
      leave(scope, place)
      callDepth &-= 1
      retire(scope)
    }
    do {
      if count > 0 { try compiled.initializeParameters(frame, arguments: arguments) }
      _ = try compiled.run(.end, frame)
    } catch let failure as BindingFailure {
      questionMark = false
      let place = frame.callInvocation ?? invocation(command, site, name: site.shownName ?? "", 0, 1)
      throw GuestError(BindingErrors.record(failure, place, className: frame.functionName))
    } catch {
      questionMark = false
      throw error
    }
    questionMark = true
    return true
  }

  /// Whether a value needs no conversion; what does is left to the binder, with the errors.
  @inline(__always)
  private func isReady(_ p: CompiledParameter, _ v: Value) -> Bool {
    guard let type = p.type else { return !p.isConstrained }
    switch v {
    case .int: return type === Types.int32 || type === Types.object
    case .string: return type === Types.string || type === Types.object
    case .double: return type === Types.double || type === Types.object
    case .bool: return type === Types.bool || type === Types.object
    case .object(let o): return type === Types.object || o.typeInfo === type
    default: return type === Types.object
    }
  }

  /// Sets the automatic variables the block's text mentions.
  private func setFast(
    _ traits: BlockTraits, _ frame: Frame, _ arguments: [Argument], from count: Int
  ) {
    var rest: [Value] = []
    if arguments.count > count, !traits.isDisjoint(with: [.args, .myInvocation]) {
      rest.reserveCapacity(arguments.count - count)
      for a in arguments[count...] { rest.append(a.value.orNull) }
    }
    if traits.contains(.args) { frame.setLocal(WellKnown.args, .array(rest)) }
    if traits.contains(.boundParameters) {
      let d = PSDictionary(Runspace.boundParametersType, ignoreCase: true)
      for (p, a) in zip(frame.block.parameters, arguments) { d.set(p.name.text, a.value.orNull) }
      frame.setLocal(WellKnown.psBoundParameters, .object(d))
    }
    if traits.contains(.myInvocation), let i = frame.callInvocation {
      i.unboundArguments = rest
      frame.setLocal(WellKnown.myInvocation, .object(i))
    }
    if traits.contains(.input) {
      frame.setLocal(WellKnown.input, Runspace.inputEnumerator([]))
    }
  }
}

extension Frame {
  /// `$MyInvocation` of the activation, made when first asked for.
  public var callInvocation: InvocationInfo? {
    if let i = invocation { return i }
    guard let site = callSite else { return nil }
    let name = site.shownName ?? callCommand?.name ?? "&"
    let i = runspace.invocation(callCommand, site, name: name, 0, 1)
    let bound = scope
    let parameters = block.parameters
    i.makeBoundParameters = {
      if let d = bound.variables[WellKnown.psBoundParameters]?.value.asObject(PSDictionary.self) { return d }
      let d = PSDictionary(Runspace.boundParametersType, ignoreCase: true)
      for p in parameters {
        if let v = bound.variables[p.name]?.value { d.set(p.name.text, v) }
      }
      return d
    }
    invocation = i
    return i
  }
}
