import Basics
import Engine
import Objects

/// ForEach-Object: script blocks, or one member of each object.
final class ForEachObject: Cmdlet {
  private var body: [BlockRunner] = []
  private var last: ScriptBlock?

  override func begin() throws {
    guard runtime.parameterSetName != "PropertyAndMethodSet" else { return }
    var blocks: [ScriptBlock?] = []
    if has("Begin") { blocks.append(arg("Begin").asObject(ScriptBlock.self)) }
    let given = list("Process")
    let rest = list("RemainingScripts")
    var all = given + rest
    var first: ScriptBlock?
    if has("Begin") {
      first = arg("Begin").asObject(ScriptBlock.self)
    } else if all.count > 1 {
      first = all.removeFirst()
    }
    if has("End") {
      last = arg("End").asObject(ScriptBlock.self)
    } else if all.count > 1, let e = all.popLast() {
      last = e
    }
    body = all.compactMap { $0 }.map { BlockRunner($0, runtime) }
    if let first { try once(first) }
  }

  private func list(_ name: String) -> [ScriptBlock?] {
    guard has(name) else { return [] }
    if let a = arg(name).asObject(PSArray.self) { return a.elements.map { $0.asObject(ScriptBlock.self) } }
    return [arg(name).asObject(ScriptBlock.self)]
  }

  override func process() throws {
    let input = arg("InputObject")
    if runtime.parameterSetName == "PropertyAndMethodSet" { return try member(of: input) }
    for b in body { try b.run(input, output: runtime.output) }
  }

  override func end() throws { if let last { try once(last) } }
  override func clean() { for b in body { b.finish() } }

  private func once(_ block: ScriptBlock) throws {
    let runner = BlockRunner(block, runtime)
    defer { runner.finish() }
    try runner.run(.null, output: runtime.output)
  }

  private func member(of input: Value) throws {
    guard let name = string("MemberName") else { return }
    if input.isNull {
      let strict = runtime.scope.effectiveStrictVersion >= 2
      guard strict else { return }
      return try writeError(
        error("InputObjectIsNull", "The input object cannot be null.", .InvalidArgument, target: .null))
    }
    let arguments = has("ArgumentList") ? try elements(arg("ArgumentList")) : []
    if let d = input.asObject(PSDictionary.self), arguments.isEmpty, let v = d.get(name) {
      return try writeEnumerated(v)
    }
    guard let m = MemberAccess.find(input, name) ?? wildcard(name, input) else {
      if runtime.scope.effectiveStrictVersion >= 2 {
        try writeError(
          error(
            "PropertyOrMethodNotFound", "Cannot find a property or method named \(name).", .InvalidOperation,
            target: input))
      } else if let v = try MemberAccess.getEnumerating(input, name) {
        try writeEnumerated(v)
      } else {
        try write(.null)
      }
      return
    }
    let what = m.isMethod ? "Invoke method '\(m.name)'" : "Retrieve the value for property '\(m.name)'"
    guard try runtime.shouldProcess("InputObject: \(try Operations.toString(input))", what) else { return }
    do {
      if m.isMethod {
        try writeEnumerated(try MemberAccess.invoke(input, m.name, arguments))
      } else {
        try writeEnumerated(try m.get(input))
      }
    } catch let e as GuestError where !e.record.isPreferenceStop {
      try writeError(
        ErrorRecord(e.record.exception, id: "MethodInvocationError", category: .InvalidOperation, target: input))
    }
  }

  private func wildcard(_ name: String, _ input: Value) -> Member? {
    guard Wildcard.containsWildcards(name) else { return nil }
    guard let w = try? Wildcard(name) else { return nil }
    let found = MemberAccess.members(of: input).filter { w.matches($0.name) }
    return found.count == 1 ? found[0] : nil
  }

  private func elements(_ v: Value) throws -> [Value] {
    if let a = v.asObject(PSArray.self) { return a.elements }
    return [v]
  }
}

extension Scope {
  /// The level of Set-StrictMode that holds for code of this scope.
  var effectiveStrictVersion: Int {
    var s: Scope? = self
    while let here = s {
      if let v = here.strictVersion { return v }
      // A module does not see the mode of the session around it.
      if here === here.sessionState.rootScope { return 0 }
      s = here.parent
    }
    return 0
  }
}
