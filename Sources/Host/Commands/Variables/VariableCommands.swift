import Basics
import Engine
import Objects
import Providers

/// Get-Variable.
final class GetVariable: Cmdlet {
  override func process() throws {
    let scope = string("Scope")
    _ = try variableScope(scope)
    let names = has("Name") ? strings("Name") : ["*"]
    for v in try matchingVariables(names, scope) {
      if flag("ValueOnly") { try writeEnumerated(v.get()) } else { try write(.object(v)) }
    }
  }
}

/// Set-Variable.
final class SetVariable: Cmdlet {
  private var collected: [Value] = []
  private var takesPipeline = false

  override func begin() throws { takesPipeline = !has("Value") }

  override func process() throws {
    guard takesPipeline, has("Value") else {
      if takesPipeline { return }
      return try set(arg("Value"))
    }
    collected.append(arg("Value"))
  }

  override func end() throws {
    guard takesPipeline else { return }
    switch collected.count {
    case 0: try set(.null)
    case 1: try set(collected[0])
    default: try set(.array(collected))
    }
  }

  private func set(_ value: Value) throws {
    let scopeName = string("Scope")
    for name in strings("Name") {
      if Wildcard.containsWildcards(name) {
        for v in try matchingVariables([name], scopeName) { try change(v, value) }
        continue
      }
      guard try runtime.shouldProcess("Name: \(name) Value: \(try shown(value))", "Set variable") else { continue }
      try assign(name, value, scopeName)
    }
  }

  private func shown(_ v: Value) throws -> String { v.isNull ? "" : try Operations.toString(v) }

  private func assign(_ name: String, _ value: Value, _ scopeName: String?) throws {
    let target = try variableScope(scopeName)
    let colon = name.utf8.contains(0x3A)
    let bare =
      colon && scopeName == nil
      ? engine.variable(forAssignment: name, in: target)
      : target.variables[Symbol(name)] ?? allScope(name, target)
    if let v = bare { return try change(v, value) }
    var options = itemOptions
    if scopeName.map({ Ordinal.equalsIgnoreCase($0, "Private") }) == true { options.insert(.isPrivate) }
    if let outer = target.findVariable(Symbol(name)), outer.options.contains(.constant),
      outer.options.contains(.allScope)
    {
      return try change(outer, value)
    }
    let v = Variable(Symbol(name), value.orNull)
    target.variables[v.symbol] = v
    try finish(v, options)
  }

  private func allScope(_ name: String, _ scope: Scope) -> Variable? {
    guard let v = scope.findVariable(Symbol(name)), v.options.contains(.allScope) else { return nil }
    return v
  }

  private func change(_ v: Variable, _ value: Value) throws {
    let keeps = !has("Value") && (has("Option") || has("Description") || has("Visibility")) && collected.isEmpty
    do {
      if v.options.contains(.readOnly), flag("Force"), !v.options.contains(.constant) {
        let old = v.options
        v.options.remove(.readOnly)
        defer { v.options = old }
        if !keeps { try v.set(value.orNull) }
      } else if keeps {
        if v.options.contains(.constant) || v.options.contains(.readOnly) { try v.set(v.get()) }
      } else {
        try v.set(value.orNull)
      }
    } catch let e as GuestError where !e.record.isPreferenceStop {
      return try writeError(e.record)
    }
    try finish(v, has("Option") ? itemOptions : v.options)
  }

  private func finish(_ v: Variable, _ options: ItemOptions) throws {
    if options.contains(.constant), !v.options.contains(.constant), has("Option"),
      !v.options.isEmpty || v.isPlain == false
    {
      return try writeError(
        error(
          "VariableCannotBeMadeConstant",
          "Existing variable \(v.name) cannot be made constant. Variables can be made constant only at creation time.",
          .WriteError, target: .string(v.name),
          type: "System.Management.Automation.SessionStateUnauthorizedAccessException"))
    }
    if v.options != options { v.options = options }
    if let d = string("Description") { v.descriptionText = d }
    if let e = arg("Visibility").asObject(EnumValue.self) { v.isPublic = e.raw == 0 }
    if flag("PassThru") { try write(.object(v)) }
  }
}

/// New-Variable.
final class NewVariable: Cmdlet {
  override func process() throws {
    let name = string("Name") ?? ""
    let scopeName = string("Scope")
    let target = try variableScope(scopeName)
    let value = has("Value") ? arg("Value") : .null
    guard
      try runtime.shouldProcess(
        "Name: \(name) Value: \(value.isNull ? "" : try Operations.toString(value))", "New variable")
    else { return }
    var options = itemOptions
    if scopeName.map({ Ordinal.equalsIgnoreCase($0, "Private") }) == true { options.insert(.isPrivate) }
    if let old = target.variables[Symbol(name)] {
      guard flag("Force") else {
        return try writeError(
          error(
            "VariableAlreadyExists", "A variable with name '\(name)' already exists.", .ResourceExists,
            target: .string(name), type: "System.Management.Automation.SessionStateException"))
      }
      if old.options.contains(.constant) {
        return try writeError(
          error(
            "VariableNotWritable", "Cannot overwrite variable \(name) because it is read-only or constant.",
            .WriteError,
            target: .string(name), type: "System.Management.Automation.SessionStateUnauthorizedAccessException"))
      }
      target.variables.removeValue(forKey: old.symbol)
    } else if let outer = target.findVariable(Symbol(name)), outer.options.contains(.allScope) {
      guard flag("Force") else {
        return try writeError(
          error(
            "VariableAlreadyExists", "A variable with name '\(name)' already exists.", .ResourceExists,
            target: .string(name), type: "System.Management.Automation.SessionStateException"))
      }
    }
    let v = Variable(Symbol(name), value.orNull, options: options)
    if let d = string("Description") { v.descriptionText = d }
    if let e = arg("Visibility").asObject(EnumValue.self) { v.isPublic = e.raw == 0 }
    target.variables[v.symbol] = v
    if flag("PassThru") { try write(.object(v)) }
  }
}

/// Clear-Variable.
final class ClearVariable: Cmdlet {
  override func process() throws {
    for v in try matchingVariables(strings("Name"), string("Scope")) {
      guard try runtime.shouldProcess("Name: \(v.name)", "Clear variable") else { continue }
      if v.options.contains(.constant) || (v.options.contains(.readOnly) && !flag("Force")) {
        try writeError(
          error(
            "VariableNotWritable", "Cannot overwrite variable \(v.name) because it is read-only or constant.",
            .WriteError, target: .string(v.name),
            type: "System.Management.Automation.SessionStateUnauthorizedAccessException"))
        continue
      }
      try attempt {
        let old = v.options
        if old.contains(.readOnly) { v.options.remove(.readOnly) }
        defer { if v.options != old { v.options = old } }
        try v.set(.null)
      }
      if flag("PassThru") { try write(.object(v)) }
    }
  }
}

/// Remove-Variable.
final class RemoveVariable: Cmdlet {
  override func process() throws {
    let scopeName = string("Scope")
    for v in try matchingVariables(strings("Name"), scopeName) {
      guard try runtime.shouldProcess("Name: \(v.name)", "Remove variable") else { continue }
      do {
        try VariableRemoval.check(v, force: flag("Force"))
      } catch let e as GuestError {
        try writeError(e.record)
        continue
      }
      var scope: Scope? = try variableScope(scopeName)
      while let s = scope {
        if s.variables[v.symbol] === v {
          s.variables.removeValue(forKey: v.symbol)
          break
        }
        scope = s.parent
      }
    }
  }
}
