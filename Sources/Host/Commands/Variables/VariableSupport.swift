import Basics
import Engine
import Objects
import Providers

extension Cmdlet {
  /// The scope a -Scope parameter names, by name or steps up; nil gives the caller's.
  func variableScope(_ text: String?) throws -> Scope {
    let here = runtime.scope
    guard let text, !text.isEmpty else { return here }
    switch text.lowercased() {
    case "global": return engine.globalState.rootScope
    case "script": return here.scriptScope
    case "local", "private": return here
    default: break
    }
    guard let steps = Int(text), steps >= 0 else {
      throw GuestError(
        error(
          "Argument", "The scope number or name '\(text)' is not valid.", .InvalidArgument, target: .string(text),
          type: "System.Management.Automation.PSArgumentException"))
    }
    var scope = here
    for _ in 0..<steps {
      guard let parent = scope.parent else {
        throw GuestError(
          error(
            "ArgumentOutOfRange", "The scope number '\(text)' exceeds the number of active scopes.", .InvalidArgument,
            target: .int(Int32(clamping: steps)), type: "System.Management.Automation.PSArgumentOutOfRangeException"))
      }
      scope = parent
    }
    return scope
  }

  /// The variables to be seen from a scope, or of it alone, sorted by name.
  func visibleVariables(_ scopeName: String?) throws -> [Variable] {
    let start = try variableScope(scopeName)
    var seen: Set<Symbol> = []
    var out: [Variable] = []
    var next: Scope? = start
    while let s = next {
      for v in s.variables.values where s === start || !v.options.contains(.isPrivate) {
        if seen.insert(v.symbol).inserted { out.append(v) }
      }
      next = scopeName == nil ? s.parent : nil
    }
    return out.sorted { Collation.compare($0.name, $1.name, ignoreCase: true) < 0 }
  }

  /// The variable of a name, with a scope in front or by -Scope.
  func findVariable(_ name: String, _ scopeName: String?) throws -> Variable? {
    if scopeName != nil { return try variableScope(scopeName).variables[Symbol(name)] }
    return engine.variable(name, in: runtime.scope)
  }

  /// The error for a variable nobody has.
  func noVariable(_ name: String) -> ErrorRecord {
    error(
      "VariableNotFound", "Cannot find a variable with the name '\(name)'.", .ObjectNotFound, target: .string(name),
      type: "System.Management.Automation.ItemNotFoundException")
  }

  /// The variables a list of names and patterns means; names nobody has are errors.
  func matchingVariables(_ names: [String], _ scopeName: String?) throws -> [Variable] {
    let include = strings("Include").compactMap { try? Wildcard($0) }
    let exclude = strings("Exclude").compactMap { try? Wildcard($0) }
    func accepts(_ v: Variable) -> Bool {
      if !include.isEmpty, !include.contains(where: { $0.matches(v.name) }) { return false }
      return !exclude.contains { $0.matches(v.name) }
    }
    var out: [Variable] = []
    for n in names {
      if Wildcard.containsWildcards(n) {
        let w = try Operations.wildcard(n, true)
        out += try visibleVariables(scopeName).filter { w.matches($0.name) && accepts($0) }
      } else if let v = try findVariable(n, scopeName) {
        if accepts(v) { out.append(v) }
      } else {
        try writeError(noVariable(n))
      }
    }
    return out
  }

  /// The options an -Option parameter asks for.
  var itemOptions: ItemOptions {
    guard let e = arg("Option").asObject(EnumValue.self) else { return [] }
    return ItemOptions(rawValue: Int(e.raw))
  }
}
