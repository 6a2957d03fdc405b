import Basics
import Engine
import Objects

/// A property as Select-Object, Sort-Object, Group-Object and Measure-Object take it: a name (with
/// wildcards), a script block, or a hashtable of both and options.
struct PropertyArgument {
  enum Source { case name(String), block(ScriptBlock, CommandRuntime) }
  var source: Source
  var label: String?
  var options: [String: Value] = [:]

  /// Reads a `-Property` argument; `keys` are the options the command knows besides Name and Expression.
  static func parse(
    _ value: Value, of cmdlet: Cmdlet, keys: [String] = [], labels: Bool = true
  ) throws -> [PropertyArgument] {
    if value.isNull { return [] }
    if value.asObject(PSDictionary.self) == nil, value.stringOrNil == nil, let items = try Operations.enumerate(value) {
      var all: [PropertyArgument] = []
      while let item = try items.next() { all.append(try one(item, cmdlet, keys, labels)) }
      return all
    }
    return [try one(value, cmdlet, keys, labels)]
  }

  private static func one(_ v: Value, _ cmdlet: Cmdlet, _ keys: [String], _ labels: Bool) throws -> PropertyArgument {
    if let b = v.asObject(ScriptBlock.self) { return PropertyArgument(source: .block(b, cmdlet.runtime)) }
    guard let d = v.asObject(PSDictionary.self) else {
      return PropertyArgument(source: .name(try Operations.toString(v)))
    }
    var p = PropertyArgument(source: .name(""))
    var found = false
    for i in 0..<d.count {
      let key = try Operations.toString(d.keys[i]).lowercased()
      guard !key.isEmpty else { throw illegal(cmdlet, key) }
      if "expression".hasPrefix(key) {
        found = true
        if let b = d.values[i].asObject(ScriptBlock.self) {
          p.source = .block(b, cmdlet.runtime)
        } else {
          p.source = .name(try Operations.toString(d.values[i]))
        }
      } else if labels, "name".hasPrefix(key) || "label".hasPrefix(key) {
        p.label = try Operations.toString(d.values[i])
      } else if let option = keys.first(where: { $0.hasPrefix(key) }) {
        p.options[option] = d.values[i]
      } else {
        throw illegal(cmdlet, key)
      }
    }
    if !found {
      throw GuestError(
        cmdlet.unsupported(
          "DictionaryKeyMandatoryEntry", "The key 'expression' is mandatory in the hash table of a property."))
    }
    return p
  }

  private static func illegal(_ cmdlet: Cmdlet, _ key: String) -> GuestError {
    GuestError(cmdlet.unsupported("DictionaryKeyIllegal", "The \(key) key is not valid."))
  }

  /// The name shown for the property.
  func title(_ resolved: String? = nil) -> String {
    if let label { return label }
    switch source {
    case .name(let n): return resolved ?? n
    case .block(let b, _): return b.bodyText
    }
  }

  /// The value for an object; nil when a named property is missing.
  func value(of object: Value) throws -> Value? {
    switch source {
    case .name(let n): return try PropertyArgument.read(object, n)
    case .block(let b, let runtime): return try PropertyArgument.run(b, runtime, object)
    }
  }

  /// What a block gives for an object, with the object as `$_`.
  private static func run(_ block: ScriptBlock, _ runtime: CommandRuntime, _ object: Value) throws -> Value {
    let runner = BlockRunner(block, runtime, output: NullSink.shared)
    // Errors in the block leave it: what uses the property decides what becomes of them.
    let outer = runtime.runspace.propagateErrors
    runtime.runspace.propagateErrors = true
    defer {
      runner.finish()
      runtime.runspace.propagateErrors = outer
    }
    return try runner.result(object)
  }

  /// The names a wildcard stands for on an object; the name itself without wildcards.
  func names(on object: Value) -> [String] {
    guard case .name(let n) = source else { return [] }
    guard Wildcard.containsWildcards(n) else { return [n] }
    guard let w = try? Wildcard(n) else { return [] }
    return PropertyArgument.propertyNames(of: object).filter { w.matches($0) }
  }

  /// A property or dictionary entry by name.
  static func read(_ object: Value, _ name: String) throws -> Value? {
    try MemberAccess.get(object, name)
  }

  /// The names of the readable properties of an object.
  static func propertyNames(of v: Value) -> [String] {
    MemberAccess.members(of: v).filter { $0.isProperty && !$0.isHidden && !$0.isStatic && $0.overloads.isEmpty }.map(
      \.name)
  }
}

extension BlockRunner {
  /// What the block writes for one object.
  func result(_ value: Value) throws -> Value {
    let sink = CollectingSink()
    try run(value, output: sink)
    return sink.result
  }
}

extension Cmdlet {
  /// An error whose exception says no more than that something is not supported; the message is in its details.
  func unsupported(_ id: String, _ message: String) -> ErrorRecord {
    let r = error(id, "Specified method is not supported.", .InvalidArgument, type: "System.NotSupportedException")
    r.detailsMessage = message
    return r
  }
}
