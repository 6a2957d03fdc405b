import Basics
import Objects

/// Reads what views show: properties by name, script columns through the invoker.
enum PropertyAccess {
  /// Compiled scripts of views, by text.
  nonisolated(unsafe) static var compiled: [String: Obj] = [:]

  /// The value of a view expression for an object; errors of the guest are thrown.
  static func value(_ e: ViewExpression, of object: Value) throws -> Value {
    switch e {
    case .property(let name):
      if let m = MemberAccess.find(object, name), m.isProperty { return try m.get(object) }
      return try MemberAccess.get(object, name) ?? .null
    case .script(let text):
      guard let compile = CurrentRunspace.compileScript else { return .null }
      let block: Obj
      if let c = compiled[text] {
        block = c
      } else {
        block = try compile(text)
        compiled[text] = block
      }
      return try run(block, object)
    case .block(let block): return try run(block, object)
    }
  }

  private static func run(_ block: Obj, _ object: Value) throws -> Value {
    guard let invoker = CurrentRunspace.invoker else { return .null }
    let out = try invoker.invoke(block, arguments: [], this: nil, underscore: object)
    return out.isEmpty ? .null : out.count == 1 ? out[0] : .array(out)
  }

  /// Whether an object has a property, or a dictionary the key.
  static func has(_ name: String, _ v: Value) -> Bool {
    MemberAccess.find(v, name) != nil || ((try? MemberAccess.get(v, name)) ?? nil) != nil
  }

  /// The property an object goes by: that of its type data, else one whose name says so.
  static func displayProperty(_ v: Value) -> String? {
    for name in typeNames(v) {
      if let m = CurrentRunspace.invoker?.typeData(for: name)?["DefaultDisplayProperty"], !m.value.isNull {
        return try? Operations.toString(m.value)
      }
    }
    for n in ["name", "id", "key"] where MemberAccess.find(v, n)?.isProperty == true { return n }
    let all = propertyNames(v)
    for end in ["key", "name", "id"] {
      if let n = all.first(where: { $0.lowercased().hasSuffix(end) }) { return n }
    }
    return nil
  }

  /// The label a column gets when none is given.
  static func label(_ e: ViewExpression) -> String {
    switch e {
    case .property(let name): return name
    case .script(let text): return text
    case .block(let b): return (try? Operations.toString(.object(b))) ?? ""
    }
  }

  /// The names of type for view selection, most specific first.
  static func typeNames(_ v: Value) -> [String] {
    if case .object(let o) = v, let names = o.typeNames { return names }
    if case .object(let o) = v.base, let names = o.typeNames { return names }
    guard let t = v.typeInfo else { return [] }
    return t.typeNameChain
  }

  /// The names of all readable properties, as a list shows them.
  static func propertyNames(_ v: Value) -> [String] {
    var names: [String] = []
    for m in MemberAccess.members(of: v) where m.isProperty && !m.isHidden && !m.isStatic { names.append(m.name) }
    return names
  }

  /// The DefaultDisplayPropertySet of the object's type data, if any.
  static func displaySet(_ v: Value) -> [String]? {
    if let m = MemberAccess.find(v, "PSStandardMembers"), let set = try? m.get(v),
      let ds = try? MemberAccess.get(set, "DefaultDisplayPropertySet")
    {
      if let names = try? MemberAccess.get(ds, "ReferencedPropertyNames"), let it = try? Operations.enumerate(names) {
        var out: [String] = []
        while let n = try? it.next() { out.append((try? Operations.toString(n)) ?? "") }
        if !out.isEmpty { return out }
      }
    }
    for name in typeNames(v) {
      if let data = CurrentRunspace.invoker?.typeData(for: name), let m = data["DefaultDisplayPropertySet"],
        !m.referenced.isEmpty
      {
        return m.referenced
      }
    }
    return nil
  }
}

extension Wildcard {
  /// The pattern, or its exact text when it is malformed.
  static func lenient(_ pattern: String) -> Wildcard { (try? Wildcard(pattern)) ?? Wildcard(exactly: pattern) }
}
