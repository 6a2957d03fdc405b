import Basics
import Objects

/// Automatic variables of the session, drives, and variables by name.
extension Runspace {
  /// Makes the variables whose values live in the runspace.
  func setUpVariables() {
    let root = globalState.rootScope!
    let error = Variable(WellKnown.error, .object(errors), options: [.constant])
    root.variables[WellKnown.error] = error
    let question = Variable(WellKnown.questionMark, .bool(true), options: [.readOnly, .allScope])
    question.getter = { [unowned self] in .bool(questionMark) }
    root.variables[WellKnown.questionMark] = question
  }

  /// `$LASTEXITCODE`'s variable, made in the global scope by the first native command or `exit`.
  func exitCodeVariable() -> Variable {
    let root = globalState.rootScope!
    if let v = root.variables[lastExitCodeVariable.symbol] { return v }
    root.variables[lastExitCodeVariable.symbol] = lastExitCodeVariable
    return lastExitCodeVariable
  }

  /// The value of a drive item read as a variable.
  public func driveVariable(_ drive: String, _ name: String, from f: Frame) throws -> Value {
    guard let d = drives[drive.lowercased()] else { throw noDrive(drive) }
    return try d.get(name, in: self) ?? .null
  }

  /// Sets a drive item as a variable.
  public func setDriveVariable(_ drive: String, _ name: String, _ value: Value, from f: Frame) throws {
    guard let d = drives[drive.lowercased()] else { throw noDrive(drive) }
    try d.set(name, value, in: self)
  }

  private func noDrive(_ name: String) -> GuestError {
    GuestError.runtime(
      "DriveNotFound", "Cannot find drive. A drive with the name '\(name)' does not exist.", .ObjectNotFound,
      target: .string(name), type: "System.Management.Automation.DriveNotFoundException")
  }

  /// The variable that `name`, possibly with a scope before a colon, means for assignment.
  public func variable(forAssignment name: String, in scope: Scope) -> Variable {
    let (target, bare) = Runspace.scope(named: name, from: scope)
    return target.variableForAssignment(Symbol(bare))
  }

  /// The variable that `name`, possibly with a scope before a colon, means.
  public func variable(_ name: String, in scope: Scope) -> Variable? {
    let (target, bare) = Runspace.scope(named: name, from: scope)
    if bare.utf8.count != name.utf8.count { return target.variables[Symbol(bare)] ?? target.findVariable(Symbol(bare)) }
    return scope.findVariable(Symbol(bare))
  }

  private static func scope(named name: String, from scope: Scope) -> (Scope, String) {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return (scope, name) }
    let bare = String(name[name.utf8.index(after: colon)...])
    switch name[..<colon].lowercased() {
    case "global": return (scope.globalScope, bare)
    case "script": return (scope.scriptScope, bare)
    case "local", "private", "variable": return (scope, bare)
    default: return (scope, name)
    }
  }
}
