import Basics
import Objects

/// `& $module …`: running something inside a module (rules 114 and 115 of command resolution).
extension Runspace {
  /// What a call on a module runs: its first argument, bound to the module, with the arguments that are left.
  func moduleCall(_ m: ModuleInfo, _ arguments: [Argument]) throws -> (target: Value, rest: [Argument]) {
    guard let state = m.sessionState else {
      if m.isLoaded {
        throw GuestError.runtime(
          "CantInvokeInBinaryModule",
          "Cannot use the call operator to run commands in the module '\(m.name)': a binary module has no session state.",
          .InvalidOperation, target: .object(m), type: "System.Management.Automation.PSInvalidOperationException")
      }
      throw GuestError.runtime(
        "CantInvokeInNonImportedModule",
        "Cannot use the call operator to run commands in the module '\(m.name)' because it is not imported. Import the "
          + "module, and then try again.", .InvalidOperation, target: .object(m),
        type: "System.Management.Automation.PSInvalidOperationException")
    }
    guard let first = arguments.first, first.site.kind != .parameter, first.site.kind != .endOfParameters else {
      return (.null, arguments)
    }
    let rest = Array(arguments.dropFirst())
    if let block = first.value.asObject(ScriptBlock.self) { return (.object(block.bound(to: state)), rest) }
    if let alias = first.value.asObject(AliasInfo.self) {
      return (.object(try resolver.resolve(alias.target, origin: .internal, in: state, runspace: self)), rest)
    }
    if first.value.asObject(CommandInfo.self) != nil || first.value.isNull { return (first.value, rest) }
    let name = try Operations.toString(first.value)
    if name.isEmpty { return (.null, rest) }
    return (.object(try resolver.resolve(name, origin: .internal, in: state, runspace: self)), rest)
  }

  /// An element with a call on a module replaced by what it runs.
  func unwrapped(_ e: PipelineElement) throws -> PipelineElement {
    guard e.site.name == nil, let m = e.target.asObject(ModuleInfo.self) else { return e }
    var copy = e
    (copy.target, copy.arguments) = try moduleCall(m, e.arguments)
    return copy
  }
}
