import Basics
import Objects

/// Options of variables, functions and aliases (`ScopedItemOptions`).
public struct ItemOptions: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let readOnly = ItemOptions(rawValue: 1)
  public static let constant = ItemOptions(rawValue: 2)
  public static let isPrivate = ItemOptions(rawValue: 4)
  public static let allScope = ItemOptions(rawValue: 8)
  public static let unspecified = ItemOptions(rawValue: 16)
}

/// Something an assignment passes through: a type constraint converts, a validation refuses.
public protocol VariableConstraint: AnyObject {
  /// The value to store; throws the guest error of a failed conversion or validation.
  func apply(_ value: Value, to name: String) throws -> Value
}

/// A variable: the object that scopes share, closures copy and `Get-Variable` shows.
public final class Variable: Obj {
  public let symbol: Symbol
  public var value: Value
  public var options: ItemOptions
  public var constraints: [any VariableConstraint] = []
  public var descriptionText = ""
  /// Set when the variable was removed from its scope, so that cached references look again.
  public var isRemoved = false
  public var isPublic = true
  /// The module that exported it, for Remove-Module.
  public weak var module: ModuleInfo?
  /// Computed variables (`$?`, `$PSCulture`, `$env:` proxies) read and write elsewhere.
  public var getter: (() -> Value)?
  public var setter: ((Value) throws -> Void)?

  public init(_ symbol: Symbol, _ value: Value, options: ItemOptions = []) {
    self.symbol = symbol
    self.value = value
    self.options = options
  }
  public var name: String { symbol.text }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSVariable") }

  /// Whether reading and writing is more than touching `value`.
  @inline(__always)
  public var isPlain: Bool { options.isEmpty && constraints.isEmpty && getter == nil && setter == nil }

  /// Reads, through the getter of a computed variable.
  @inline(__always)
  public func get() -> Value {
    if let getter { return getter() }
    return value
  }

  /// Assigns, through options and constraints.
  ///
  /// Throws `VariableNotWritable` for constants and read-only variables, and what constraints throw.
  public func set(_ new: Value) throws {
    if options.contains(.constant) || options.contains(.readOnly) {
      throw GuestError.runtime(
        "VariableNotWritable", "Cannot overwrite variable \(name) because it is read-only or constant.",
        .WriteError, target: .string(name), type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
    }
    var v = new
    for c in constraints { v = try c.apply(v, to: name) }
    if let setter { return try setter(v) }
    value = v
  }
}
