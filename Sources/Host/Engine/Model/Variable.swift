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
  /// Whether reading and writing is no more than touching `value`; false once removed.
  public private(set) var isPlain = true
  /// Set when the variable was removed from its scope, so that cached references look again.
  public var isRemoved = false {
    didSet { refresh() }
  }
  public var isPublic = true
  public var options: ItemOptions {
    didSet { refresh() }
  }
  private var extras: Extras?

  /// What few variables have, kept apart so that a local costs little.
  private final class Extras {
    var constraints: [any VariableConstraint] = []
    var descriptionText = ""
    weak var module: ModuleInfo?
    var getter: (() -> Value)?
    var setter: ((Value) throws -> Void)?
  }

  public init(_ symbol: Symbol, _ value: Value, options: ItemOptions = []) {
    self.symbol = symbol
    self.value = value
    self.options = options
    super.init()
    if !options.isEmpty { refresh() }
  }
  public var name: String { symbol.text }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSVariable") }

  public var constraints: [any VariableConstraint] {
    get { extras?.constraints ?? [] }
    set {
      if newValue.isEmpty, extras == nil { return }
      needExtras().constraints = newValue
      refresh()
    }
  }
  public var descriptionText: String {
    get { extras?.descriptionText ?? "" }
    set { needExtras().descriptionText = newValue }
  }
  /// The module that exported it, for Remove-Module.
  public var module: ModuleInfo? {
    get { extras?.module }
    set { needExtras().module = newValue }
  }
  /// Computed variables (`$?`, `$PSCulture`, `$env:` proxies) read and write elsewhere.
  public var getter: (() -> Value)? {
    get { extras?.getter }
    set {
      needExtras().getter = newValue
      refresh()
    }
  }
  public var setter: ((Value) throws -> Void)? {
    get { extras?.setter }
    set {
      needExtras().setter = newValue
      refresh()
    }
  }

  private func needExtras() -> Extras {
    if let extras { return extras }
    let made = Extras()
    extras = made
    return made
  }

  private func refresh() {
    if options.contains(.allScope) { AllScopeNames.add(symbol) }
    let harmless: ItemOptions = [.isPrivate, .unspecified]
    guard !isRemoved, options.isSubset(of: harmless) else {
      isPlain = false
      return
    }
    guard let extras else {
      isPlain = true
      return
    }
    isPlain = extras.constraints.isEmpty && extras.getter == nil && extras.setter == nil
  }

  /// Reads, through the getter of a computed variable.
  @inline(__always)
  public func get() -> Value {
    if isPlain { return value }
    return getter?() ?? value
  }

  /// Assigns, through options and constraints.
  ///
  /// Throws `VariableNotWritable` for constants and read-only variables, and what constraints throw.
  public func set(_ new: Value) throws {
    if isPlain {
      value = new
      return
    }
    if options.contains(.constant) || options.contains(.readOnly) {
      throw GuestError.runtime(
        "VariableNotWritable", "Cannot overwrite variable \(name) because it is read-only or constant.",
        .WriteError, target: .string(name),
        type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
    }
    var v = new
    for c in constraints { v = try c.apply(v, to: name) }
    if let setter { return try setter(v) }
    value = v
  }
}

/// The names that ever belonged to an AllScope variable: only those need a look at outer scopes on assignment.
enum AllScopeNames {
  // Touched by the one engine thread of the process.
  nonisolated(unsafe) private static var marks: [Bool] = []
  static func add(_ name: Symbol) {
    let i = Int(name.id)
    while marks.count <= i { marks.append(false) }
    marks[i] = true
  }
  static func contains(_ name: Symbol) -> Bool {
    let i = Int(name.id)
    return i < marks.count && marks[i]
  }
}
