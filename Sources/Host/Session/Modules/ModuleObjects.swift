import Basics
import Engine
import Objects

/// Modules as objects: their functions as methods, their variables as properties.
enum ModuleObjects {
  /// The object of -AsCustomObject.
  static func customObject(of module: ModuleInfo) -> Value {
    let object = PSCustomObject()
    for v in module.exportedVariables {
      let member = Member(v.name, .property)
      member.isVariable = true
      member.getter = { _ in v.get() }
      member.setter = { _, new in try v.set(new) }
      object.extended?.set(member)
    }
    for f in module.exportedFunctions {
      let member = Member(f.name, .scriptMethod)
      member.definition = .object(f.scriptBlock)
      object.extended?.set(member)
    }
    return .object(object)
  }
}

extension CommandDiscovery {
  /// Makes a module of a script block: runs it in a session state of its own (New-Module).
  func makeModule(
    named name: String, _ block: ScriptBlock, arguments: [Value] = [], output: Sink = NullSink.shared,
    streams: Streams? = nil
  ) throws -> ModuleInfo {
    let id = GuidObject.random().format("D") ?? "\(dynamicModules)"
    dynamicModules += 1
    let given = name.isEmpty ? "__DynamicModule_\(id)" : name
    let module = ModuleInfo(name: given, path: id)
    module.isDynamic = true
    let state = SessionState(parent: runspace.globalState.rootScope)
    state.module = module
    module.sessionState = state
    EngineIntrinsics.install(in: state, runspace)
    let bound = block.bound(to: state)
    module.body = bound
    do {
      try runspace.runModuleBody(
        bound, in: state, name: given, arguments: arguments, output: output, streams: streams ?? runspace.hostStreams)
    } catch let e as GuestError {
      e.record.wasThrown = false
      throw e
    }
    if let explicit = state.explicitExports {
      module.takeExports(
        functions: NamePatterns(explicit.functions), cmdlets: NamePatterns(explicit.cmdlets),
        aliases: NamePatterns(explicit.aliases), variables: NamePatterns(explicit.variables))
    } else {
      // Functions alone leave a module that exports nothing by name (rule 139).
      module.takeExports(
        functions: .everything, cmdlets: .everything, aliases: NamePatterns([]), variables: NamePatterns([]))
    }
    return module
  }
}
