import Basics
import Engine
import Objects

/// `$ExecutionContext`: the session state it was made for, and the way to commands.
public final class EngineIntrinsics: Obj {
  let state: SessionState
  unowned let runspace: Runspace
  init(_ state: SessionState, _ runspace: Runspace) {
    self.state = state
    self.runspace = runspace
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.EngineIntrinsics") }

  /// Gives a session state its `$ExecutionContext`.
  static func install(in state: SessionState, _ runspace: Runspace) {
    let v = Variable(
      WellKnown.executionContext, .object(EngineIntrinsics(state, runspace)), options: [.constant, .allScope])
    state.rootScope.variables[WellKnown.executionContext] = v
  }
}

/// `$ExecutionContext.InvokeCommand`.
public final class InvokeCommandIntrinsics: Obj {
  let state: SessionState
  unowned let runspace: Runspace
  init(_ state: SessionState, _ runspace: Runspace) {
    self.state = state
    self.runspace = runspace
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CommandInvocationIntrinsics") }

  /// The command of a name and kind, nil when there is none; loads modules as an invocation would.
  func command(_ name: String, _ kinds: CommandKinds) -> CommandInfo? {
    guard let discovery = try? CommandDiscovery.of(runspace) else { return nil }
    let query = CommandQuery(name: name, state: state, origin: .internal, kinds: kinds)
    if let found = discovery.find(query) { return found }
    guard let found = try? discovery.lookUp(query), kinds.contains(found) else { return nil }
    return found
  }
}

/// `SessionState.PSVariable`.
final class VariableIntrinsics: Obj {
  let state: SessionState
  unowned let runspace: Runspace
  init(_ state: SessionState, _ runspace: Runspace) {
    self.state = state
    self.runspace = runspace
  }
  override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSVariableIntrinsics") }

  func variable(_ name: String) -> Variable? { runspace.variable(name, in: state.currentScope) }

  func set(_ name: String, _ value: Value) throws {
    try runspace.variable(forAssignment: name, in: state.currentScope).set(value)
  }

  func remove(_ name: String) {
    guard let v = variable(name) else { return }
    var scope: Scope? = state.currentScope
    while let s = scope {
      if s.variables[v.symbol] === v {
        s.variables[v.symbol] = nil
        return
      }
      scope = s.parent
    }
  }
}

extension SessionMembers {
  static func registerIntrinsics() {
    Catalogue.register(automation + "EngineIntrinsics") { t in
      t.prop("System.Management.Automation.SessionState SessionState") { v in
        v.asObject(EngineIntrinsics.self).map { .object($0.state) } ?? .null
      }
      t.prop("System.Object InvokeCommand") { v in
        v.asObject(EngineIntrinsics.self).map { .object(InvokeCommandIntrinsics($0.state, $0.runspace)) } ?? .null
      }
      t.prop("System.Object Host") { v in
        v.asObject(EngineIntrinsics.self)?.runspace.globalState.rootScope.findVariable(Symbol("Host"))?.get() ?? .null
      }
      t.prop("System.Object InvokeProvider") { v in SessionExtensions.invokeProvider?(v) ?? .null }
      t.prop("System.Object Events") { v in SessionExtensions.events?(v) ?? .null }
    }
    registerSessionState()
    registerVariables()
    registerInvokeCommand()
  }

  private static func registerSessionState() {
    Catalogue.register(automation + "SessionState") { t in
      t.prop("psmoduleinfo Module") { v in state(v)?.module.map { .object($0) } ?? .null }
      t.prop("System.Object PSVariable") { v in
        guard let s = state(v), let r = Runspace.current else { return .null }
        return .object(VariableIntrinsics(s, r))
      }
      t.prop("System.Object InvokeCommand") { v in
        guard let s = state(v), let r = Runspace.current else { return .null }
        return .object(InvokeCommandIntrinsics(s, r))
      }
      t.prop("System.Object Applications") { v in
        guard let s = state(v) else { return .null }
        if s.applications == nil { s.applications = Lists.strings(["*"]) }
        return s.applications.map { .object($0) } ?? .null
      }
      t.prop("System.Object Scripts") { v in
        guard let s = state(v) else { return .null }
        if s.scripts == nil { s.scripts = Lists.strings(["*"]) }
        return s.scripts.map { .object($0) } ?? .null
      }
      t.prop(
        "System.Management.Automation.PSLanguageMode LanguageMode", { _ in Enumeration.value("PSLanguageMode", 0) },
        set: { _, _ in })
      t.prop("bool UseFullLanguageModeInDebugger") { _ in .bool(false) }
      t.prop("System.Object Path") { v in SessionExtensions.path?(v) ?? .null }
      t.prop("System.Object Drive") { v in SessionExtensions.drive?(v) ?? .null }
      t.prop("System.Object Provider") { v in SessionExtensions.provider?(v) ?? .null }
      t.prop("System.Object InvokeProvider") { v in SessionExtensions.invokeProvider?(v) ?? .null }
    }
  }

  private static func state(_ v: Value) -> SessionState? { v.asObject(SessionState.self) }

  private static func registerVariables() {
    Catalogue.register(automation + "PSVariableIntrinsics") { t in
      t.method("psvariable Get(string name)") { v, a in
        variables(v)?.variable(a.first?.stringOrNil ?? "").map { .object($0) } ?? .null
      }
      t.method("System.Object GetValue(string name)") { v, a in
        variables(v)?.variable(a.first?.stringOrNil ?? "")?.get() ?? .null
      }
      t.method("System.Object GetValue(string name, System.Object defaultValue)") { v, a in
        variables(v)?.variable(a.first?.stringOrNil ?? "")?.get() ?? (a.count > 1 ? a[1] : .null)
      }
      t.action("Set(string name, System.Object value)") { v, a in
        try variables(v)?.set(a.first?.stringOrNil ?? "", a.count > 1 ? a[1] : .null)
      }
      t.action("Set(psvariable variable)") { v, a in
        guard let new = a.first?.asObject(Variable.self), let s = variables(v)?.state else { return }
        s.currentScope.variables[new.symbol] = new
      }
      t.action("Remove(string name)") { v, a in variables(v)?.remove(a.first?.stringOrNil ?? "") }
      t.action("Remove(psvariable variable)") { v, a in
        if let old = a.first?.asObject(Variable.self) { variables(v)?.remove(old.name) }
      }
    }
  }

  private static func variables(_ v: Value) -> VariableIntrinsics? { v.asObject(VariableIntrinsics.self) }
}

/// Intrinsics that rooms above provide: set by the providers and events rooms.
public enum SessionExtensions {
  // Set at start by the rooms that implement them.
  nonisolated(unsafe) public static var path: ((Value) -> Value)?
  nonisolated(unsafe) public static var drive: ((Value) -> Value)?
  nonisolated(unsafe) public static var provider: ((Value) -> Value)?
  nonisolated(unsafe) public static var invokeProvider: ((Value) -> Value)?
  nonisolated(unsafe) public static var events: ((Value) -> Value)?
  /// Expands the variables of a string as `ExpandString` does.
  nonisolated(unsafe) public static var expandString: ((String, Runspace) throws -> String)?
}
