import Basics
import Engine
import Objects

/// What the flat stores share: names without parts, items that are entries of a table.
public class TableProvider: Provider {
  init(_ name: String, implementingType: String) {
    super.init(name, implementingType: implementingType, capabilities: ["ShouldProcess"])
  }

  /// The object of an entry.
  func entry(_ name: String, _ s: ProviderSession) -> Value? { nil }
  /// The names of all entries.
  func names(_ s: ProviderSession) -> [String] { [] }
  /// The value of an entry as -Value and content see it.
  func value(_ name: String, _ s: ProviderSession) -> Value { .null }
  /// Makes or changes an entry; null removes or empties it.
  func assign(_ name: String, _ value: Value, force: Bool, _ s: ProviderSession) throws {}
  func delete(_ name: String, force: Bool, _ s: ProviderSession) throws {}

  public override func exists(_ path: String, _ s: ProviderSession) -> Bool { path.isEmpty || entry(path, s) != nil }

  public override func item(_ path: String, _ s: ProviderSession) throws -> Value? {
    if !path.isEmpty { return entry(path, s) }
    return .array(sorted(s).compactMap { entry($0, s) })
  }

  public override func children(_ path: String, _ s: ProviderSession) throws -> [ChildItem] {
    path.isEmpty ? sorted(s).map { ChildItem($0) } : []
  }

  private func sorted(_ s: ProviderSession) -> [String] {
    names(s).sorted {
      let c = Collation.compare($0, $1, ignoreCase: true)
      return c != 0 ? c < 0 : Ordinal.compare($0, $1) < 0
    }
  }

  public override func new(_ path: String, type: String?, value: Value?, force: Bool, _ s: ProviderSession) throws
    -> Value
  {
    if entry(path, s) != nil, !force {
      throw GuestError.runtime(
        "Argument", "The item at path '\(path)' already exists.", .InvalidArgument, target: .string(path),
        type: "System.Management.Automation.PSArgumentException")
    }
    try assign(path, value ?? .null, force: force, s)
    return entry(path, s) ?? .null
  }

  public override func set(_ path: String, _ value: Value, force: Bool, _ s: ProviderSession) throws -> Value {
    try assign(path, value, force: force, s)
    return entry(path, s) ?? .null
  }

  public override func clear(_ path: String, force: Bool, _ s: ProviderSession) throws {
    try assign(path, .null, force: force, s)
  }

  public override func remove(_ path: String, recurse: Bool, force: Bool, _ s: ProviderSession) throws {
    try delete(path, force: force, s)
  }

  public override func rename(_ path: String, to name: String, force: Bool, _ s: ProviderSession) throws -> Value {
    if entry(name, s) != nil, !force {
      throw GuestError.runtime(
        "Argument", "The item at path '\(name)' already exists.", .InvalidArgument, target: .string(name),
        type: "System.Management.Automation.PSArgumentException")
    }
    let v = value(path, s)
    try assign(name, v, force: force, s)
    try delete(path, force: force, s)
    return entry(name, s) ?? .null
  }

  public override func copy(_ path: String, to target: String, _ o: CopyOptions, _ s: ProviderSession) throws -> Value?
  {
    let to = target.isEmpty ? path : target
    try assign(to, value(path, s), force: o.force, s)
    return entry(to, s)
  }

  public override func content(_ path: String, _ s: ProviderSession) throws -> [Value] {
    if entry(path, s) == nil { throw Provider.notFound(path) }
    let v = value(path, s)
    if let items = try Operations.elements(v) { return items }
    return [v]
  }

  public override func setContent(_ path: String, _ values: [Value], append: Bool, _ s: ProviderSession) throws {
    if append { throw Provider.notSupported() }
    try assign(path, values.count == 1 ? values[0] : .array(values), force: false, s)
  }

  public override func operation(_ verb: Verb, _ path: String, _ extra: String) -> (target: String, action: String) {
    verb == .new ? ("Item: \(path) Type:  Value: \(extra)", "New Item") : super.operation(verb, path, extra)
  }

  /// Scopes from the running one outwards.
  func scopes(_ s: ProviderSession) -> [Scope] {
    var all: [Scope] = []
    var next: Scope? = s.runspace.currentScope
    while let scope = next {
      all.append(scope)
      next = scope.parent
    }
    return all
  }
}
