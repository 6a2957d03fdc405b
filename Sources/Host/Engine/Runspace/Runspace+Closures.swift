import Basics
import Objects

/// Closures, and blocks run with variables and functions of their own.
extension Runspace {
  /// A block that keeps the variables of the scope it was made in: `GetNewClosure()`.
  ///
  /// As in PowerShell it is bound to a new dynamic module whose script scope holds copies of the local
  /// variables.
  public func closure(of block: ScriptBlock) -> ScriptBlock {
    let here: Scope = currentState.currentScope
    let state = SessionState(parent: globalState.rootScope)
    closureCount += 1
    let module = ModuleInfo(name: "__DynamicModule_\(closureCount)", path: "")
    module.sessionState = state
    state.module = module
    // The module must live as long as the block: the session state refers to it weakly.
    let bound = block.bound(to: state)
    bound.closureModule = module
    let root: Scope = state.rootScope
    var scope: Scope? = here
    // Variables of the local scope alone are captured, and those of the module the block came from.
    if let s = scope {
      copyVariables(s, to: root)
      scope = s.parent
    }
    if let source = block.sessionState, source !== globalState {
      root.functions.merge(source.rootScope.functions) { mine, _ in mine }
      for v in source.rootScope.variables.values where root.variables[v.symbol] == nil {
        root.variables[v.symbol] = v
      }
    }
    return bound
  }

  private static let notCaptured: Set<Symbol> = [
    WellKnown.args, WellKnown.input, WellKnown.myInvocation, WellKnown.psBoundParameters, WellKnown.error,
    WellKnown.questionMark, Symbol("null"), Symbol("true"), Symbol("false"), Symbol("Host"), Symbol("PID"),
    WellKnown.executionContext, Symbol("HOME"), Symbol("PSHOME"),
  ]

  private func copyVariables(_ from: Scope, to: Scope) {
    for v in from.variables.values {
      if Self.notCaptured.contains(v.symbol) || v.getter != nil { continue }
      if from === globalState.rootScope, v.options.contains(.constant) || v.options.contains(.readOnly) { continue }
      let copy = Variable(v.symbol, v.value, options: v.options)
      copy.constraints = v.constraints
      to.variables[v.symbol] = copy
    }
  }

  /// Runs a block with functions and variables defined in a scope around it.
  func invokeWithContext(
    _ block: ScriptBlock, functions: PSDictionary?, variables: [Value], arguments: [Value]
  ) throws -> [Value] {
    let state: SessionState = block.sessionState ?? currentState
    let scope = Scope(parent: state.currentScope, sessionState: state, isScriptScope: false)
    if let functions {
      for i in 0..<functions.keys.count {
        guard let body = functions.values[i].asObject(ScriptBlock.self) else { continue }
        let name = try Operations.toString(functions.keys[i])
        scope.functions[Symbol(name)] = FunctionInfo(name, body)
      }
      commandEpoch &+= 1
    }
    var underscore: Value?
    for v in variables {
      guard let x = v.asObject(Variable.self) else { continue }
      if x.symbol == WellKnown.underscore { underscore = x.value }
      scope.variables[x.symbol] = x
    }
    let sink = CollectingSink()
    let place = enter(scope, frame)
    defer {
      leave(scope, place)
      retire(scope)
    }
    try invokeBlock(block, arguments: arguments, underscore: underscore, output: sink)
    return sink.values
  }
}
