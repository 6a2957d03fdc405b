import Basics
import Diagnostics
import Objects

/// Something that can be assigned to.
class PlaceNode: Node {
  func assign(_ f: Frame, _ v: Value) throws {}

  /// Reads the place, for a compound assignment, a value to change; undefined variables read as null.
  func current(_ f: Frame) throws -> Value { try eval(f) }

  /// Replaces the value by what `change` makes of it, evaluating the place's parts once; returns the new value.
  func modify(_ f: Frame, _ change: (Value) throws -> Value) throws -> Value {
    let new = try change(try current(f))
    try assign(f, new)
    return new
  }

  /// `??=`: assigns only when the place holds null.
  func assignIfNull(_ f: Frame, _ right: Node) throws -> Value {
    let now = try current(f)
    if !now.isNull { return now }
    let v = try right.eval(f).orNull
    try assign(f, v)
    return v
  }

  /// A `[ref]` to the place.
  func reference(_ f: Frame) throws -> PSReference {
    PSReference(get: { try self.eval(f) }, set: { try self.assign(f, $0) })
  }
}

/// An unqualified variable of a block, found through a slot of the frame.
final class LocalNode: PlaceNode {
  let slot: Int
  let symbol: Symbol
  init(slot: Int, symbol: Symbol) {
    self.slot = slot
    self.symbol = symbol
  }

  override func eval(_ f: Frame) throws -> Value {
    if let v = f.slots[slot], v.isPlain { return v.value }
    return try slowRead(f)
  }

  @inline(never)
  private func slowRead(_ f: Frame) throws -> Value {
    guard let v = find(f) else { return try f.undefinedVariable(symbol) }
    return v.get()
  }

  /// The variable the name means now: this scope's, cached in the slot, or an outer one.
  func find(_ f: Frame) -> Variable? {
    if let v = f.slots[slot], !v.isRemoved { return v }
    if let v = f.scope.variables[symbol] {
      f.slots[slot] = v
      return v
    }
    return f.scope.findVariable(symbol)
  }

  /// The variable to assign to, made if need be.
  @inline(__always)
  func target(_ f: Frame) -> Variable {
    if let v = f.slots[slot], !v.isRemoved { return v }
    let v = f.scope.variableForAssignment(symbol)
    f.slots[slot] = v
    return v
  }

  override func assign(_ f: Frame, _ v: Value) throws {
    if let slot = f.slots[slot], slot.isPlain {
      slot.value = v
      return
    }
    try target(f).set(v)
  }

  override func current(_ f: Frame) throws -> Value {
    if let v = f.slots[slot], v.isPlain { return v.value }
    if let v = find(f) { return v.get() }
    return try f.undefinedVariable(symbol)
  }

  /// The value a compound assignment starts from: the scope's own variable, never an outer one.
  func own(_ f: Frame) throws -> Value {
    if let v = f.slots[slot], !v.isRemoved { return v.get() }
    if let v = f.scope.variables[symbol] {
      f.slots[slot] = v
      return v.get()
    }
    if AllScopeNames.contains(symbol), let v = find(f), v.options.contains(.allScope) { return v.get() }
    return try f.undefinedVariable(symbol)
  }

  override func modify(_ f: Frame, _ change: (Value) throws -> Value) throws -> Value {
    let new = try change(try own(f))
    try assign(f, new)
    return new
  }

  override func reference(_ f: Frame) throws -> PSReference {
    if let v = find(f) { return PSReference(get: { v.get() }, set: { try v.set($0) }) }
    let name = symbol.text
    throw GuestError.runtime(
      "NonExistingVariableReference", "[ref] cannot be applied to a variable that does not exist.",
      target: .string(name))
  }
}

/// `$script:x`, `$global:x`, `$local:x`, `$private:x`, `$variable:x`.
final class ScopedVariableNode: PlaceNode {
  enum Where { case local, script, global, `private`, variable }
  let place: Where
  let symbol: Symbol
  init(_ place: Where, _ symbol: Symbol) {
    self.place = place
    self.symbol = symbol
  }

  private func scope(_ f: Frame) -> Scope {
    switch place {
    case .local, .private, .variable: return f.scope
    case .script: return f.scope.scriptScope
    case .global: return f.runspace.globalState.rootScope
    }
  }

  func find(_ f: Frame) -> Variable? {
    if place == .variable { return f.scope.findVariable(symbol) }
    let s = scope(f)
    if let v = s.variables[symbol] { return v }
    // AllScope variables read the same from every scope.
    if AllScopeNames.contains(symbol), let v = s.findVariable(symbol), v.options.contains(.allScope) { return v }
    return nil
  }

  override func eval(_ f: Frame) throws -> Value {
    guard let v = find(f) else { return try f.undefinedVariable(symbol, shown: shownName) }
    return v.get()
  }

  private var shownName: String {
    let prefix = place == .private ? "private" : String(describing: place)
    return prefix + ":" + symbol.text
  }

  override func assign(_ f: Frame, _ v: Value) throws {
    let target = scope(f).variableForAssignment(symbol)
    if place == .private { target.options.insert(.isPrivate) }
    try target.set(v)
  }

  override func reference(_ f: Frame) throws -> PSReference {
    let v = find(f) ?? scope(f).variableForAssignment(symbol)
    return PSReference(get: { v.get() }, set: { try v.set($0) })
  }
}

/// `$env:x`, `$function:x` and the like.
final class DriveVariableNode: PlaceNode {
  let drive: String
  let name: String
  init(drive: String, name: String) {
    self.drive = drive
    self.name = name
  }
  override func eval(_ f: Frame) throws -> Value { try f.runspace.driveVariable(drive, name, from: f) }
  override func assign(_ f: Frame, _ v: Value) throws {
    try f.runspace.setDriveVariable(drive, name, v, from: f)
  }
}

/// `$null` as a target: the value is dropped.
final class NullPlaceNode: PlaceNode {
  override func eval(_ f: Frame) throws -> Value { .null }
  override func test(_ f: Frame) throws -> Bool { false }
  override func assign(_ f: Frame, _ v: Value) throws {}
  override var constant: Value? { .null }
}

/// `$true` and `$false`: constants that refuse assignment.
final class ConstantPlaceNode: PlaceNode {
  let name: String
  let value: Value
  init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
  override func eval(_ f: Frame) throws -> Value { value }
  override var constant: Value? { value }
  override func assign(_ f: Frame, _ v: Value) throws { try Variable(Symbol(name), value, options: .constant).set(v) }
}

/// `$?`.
final class QuestionMarkNode: PlaceNode {
  override func eval(_ f: Frame) throws -> Value { .bool(f.runspace.questionMark) }
  override func assign(_ f: Frame, _ v: Value) throws {
    try Variable(Symbol("?"), .null, options: .readOnly).set(v)
  }
}

/// `$using:x` outside of a remote or parallel command.
final class UsingNode: PlaceNode {
  let symbol: Symbol
  init(_ symbol: Symbol) { self.symbol = symbol }
  override func eval(_ f: Frame) throws -> Value {
    if let values = f.runspace.usingValues, let v = values[symbol] { return v }
    throw GuestError.runtime(
      "UsingWithoutInvokeCommand",
      "A Using variable cannot be retrieved. A Using variable can be used only with Invoke-Command, "
        + "Start-Job, or InlineScript in the script workflow. When it is used with Invoke-Command, the Using "
        + "variable is valid only if the script block is invoked on a remote computer.")
  }
}

/// An automatic variable that depends on the file of the code: `$PSScriptRoot`, `$PSCommandPath`.
final class FileVariableNode: PlaceNode {
  let value: Value
  let fallback: PlaceNode
  init(_ value: Value, fallback: PlaceNode) {
    self.value = value
    self.fallback = fallback
  }
  override func eval(_ f: Frame) throws -> Value { value }
  override func assign(_ f: Frame, _ v: Value) throws { try fallback.assign(f, v) }
}

extension Frame {
  /// What reading an undefined variable gives: null, or an error in strict mode.
  func undefinedVariable(_ symbol: Symbol, shown: String? = nil) throws -> Value {
    guard strictVersion > 0 else { return .null }
    let name = shown ?? symbol.text
    throw GuestError.runtime(
      "VariableIsUndefined", "The variable '$\(name)' cannot be retrieved because it has not been set.",
      target: .string(name))
  }
}
