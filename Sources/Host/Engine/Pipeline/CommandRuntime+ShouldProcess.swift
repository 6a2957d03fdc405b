import Basics
import Objects

/// -WhatIf and -Confirm.
extension CommandRuntime {
  private static let whatIf = Symbol("WhatIfPreference")
  private static let confirmPreference = Symbol("ConfirmPreference")
  private static let impacts = ["none", "low", "medium", "high"]

  private static func impact(_ v: Value) -> Int {
    switch v.base {
    case .int(let i): return Int(i)
    case .string(let s): return impacts.firstIndex(of: s.lowercased()) ?? 3
    case .object(let o): return Int((o as? EnumValue)?.raw ?? 3)
    default: return 3
    }
  }

  /// Whether the command may act on the target.
  public func shouldProcess(_ target: String, _ action: String? = nil) throws -> Bool {
    let verb = action ?? command?.name ?? ""
    let description = "Performing the operation \"\(verb)\" on target \"\(target)\"."
    return try shouldProcess(description: description, query: description, caption: nil)
  }

  /// Whether the command may do what is described.
  public func shouldProcess(description: String, query: String, caption: String?) throws -> Bool {
    let scope = runspace.currentState.currentScope!
    let whatIf = whatIfFlag ?? Operations.isTrue(runspace.preference(Self.whatIf, in: scope))
    if whatIf {
      runspace.host?.write("What if: " + description, foreground: nil, background: nil, newLine: true)
      return false
    }
    let verbose =
      verboseFlag.map { $0 ? ActionPreference.continue : .silentlyContinue }
      ?? runspace.preference(.verbose, in: scope)
    if verbose != .silentlyContinue && verbose != .ignore { try writeVerbose(description) }
    guard needsConfirmation(scope) else { return true }
    if confirmAll { return true }
    if denyAll { return false }
    return try confirm(query, caption ?? "Confirm")
  }

  private func needsConfirmation(_ scope: Scope) -> Bool {
    if let c = confirmFlag { return c }
    guard metadata?.supportsShouldProcess == true else { return false }
    let wanted = Self.impact(runspace.preference(Self.confirmPreference, in: scope))
    let own = Self.impacts.firstIndex(of: (metadata?.confirmImpact ?? "Medium").lowercased()) ?? 2
    return wanted > 0 && own >= wanted
  }

  // Never changes after it is made.
  nonisolated(unsafe) private static let choices = [
    HostChoice(label: "&Yes", help: "Continue with only the next step of the operation."),
    HostChoice(label: "Yes to &All", help: "Continue with all the steps of the operation."),
    HostChoice(label: "&No", help: "Skip this operation and proceed with the next operation."),
    HostChoice(label: "No to A&ll", help: "Skip this operation and all subsequent operations."),
    HostChoice(label: "&Suspend", help: "Pause the current pipeline and return to the command prompt."),
  ]

  private func confirm(_ query: String, _ caption: String) throws -> Bool {
    guard let host = runspace.host else { return true }
    let message = "Are you sure you want to perform this action?\n" + query
    switch try host.choose(caption: caption, message: message, choices: Self.choices, defaultIndex: 0) {
    case 0: return true
    case 1:
      confirmAll = true
      return true
    case 3:
      denyAll = true
      return false
    default: return false
    }
  }

  /// Asks the user whatever -Confirm says.
  public func shouldContinue(_ query: String, _ caption: String) throws -> Bool {
    var yes = false
    var no = false
    return try shouldContinue(query, caption, yesToAll: &yes, noToAll: &no, offersAll: false)
  }

  /// Asks the user, remembering answers for all.
  public func shouldContinue(
    _ query: String, _ caption: String, yesToAll: inout Bool, noToAll: inout Bool, offersAll: Bool = true
  ) throws -> Bool {
    if yesToAll { return true }
    if noToAll { return false }
    guard let host = runspace.host else { return true }
    let all = Self.choices
    let choices = offersAll ? all : [all[0], all[2], all[4]]
    let n = try host.choose(caption: caption, message: query, choices: choices, defaultIndex: 0)
    if !offersAll { return n == 0 }
    switch n {
    case 0: return true
    case 1:
      yesToAll = true
      return true
    case 3:
      noToAll = true
      return false
    default: return false
    }
  }
}
