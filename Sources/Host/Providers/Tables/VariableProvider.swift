import Basics
import Engine
import Objects

/// `Variable:`: the variables to be seen from the running scope.
public final class VariableProvider: TableProvider {
  init() { super.init("Variable", implementingType: "VariableProvider") }

  private func variable(_ name: String, _ s: ProviderSession) -> Variable? {
    s.runspace.variable(name, in: s.runspace.currentScope)
  }
  override func entry(_ name: String, _ s: ProviderSession) -> Value? { variable(name, s).map { .object($0) } }
  override func names(_ s: ProviderSession) -> [String] {
    var seen: Set<Symbol> = []
    var out: [String] = []
    for (i, scope) in scopes(s).enumerated() {
      for v in scope.variables.values where i == 0 || !v.options.contains(.isPrivate) {
        if seen.insert(v.symbol).inserted { out.append(v.name) }
      }
    }
    return out
  }
  override func value(_ name: String, _ s: ProviderSession) -> Value { variable(name, s)?.get() ?? .null }
  override func assign(_ name: String, _ value: Value, force: Bool, _ s: ProviderSession) throws {
    let given = value.asObject(Variable.self)?.get() ?? value
    let v = variable(name, s) ?? s.runspace.variable(forAssignment: name, in: s.runspace.currentScope)
    if force, v.options.contains(.readOnly), !v.options.contains(.constant) {
      v.options.remove(.readOnly)
      try v.set(given)
      v.options.insert(.readOnly)
      return
    }
    try v.set(given)
  }
  override func delete(_ name: String, force: Bool, _ s: ProviderSession) throws {
    guard let v = variable(name, s) else { return }
    try VariableRemoval.check(v, force: force)
    for scope in scopes(s) where scope.variables[v.symbol] === v { scope.variables.removeValue(forKey: v.symbol) }
  }
}

/// Whether a variable may go.
public enum VariableRemoval {
  /// Refuses constants, and read-only ones unless forced.
  public static func check(_ v: Variable, force: Bool) throws {
    if v.options.contains(.constant) || (v.options.contains(.readOnly) && !force) {
      throw GuestError.runtime(
        "VariableNotRemovable",
        "Cannot remove variable \(v.name) because it is constant or read-only. If the variable is read-only, try the "
          + "operation again specifying the Force option.", .WriteError, target: .string(v.name),
        type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
    }
  }
}
