import Basics
import Objects

/// `$PSDefaultParameterValues`.
extension ParameterBinder {
  private static let variable = Symbol("PSDefaultParameterValues")

  /// Binds defaults that the caller's `$PSDefaultParameterValues` holds for this command.
  func applyDefaults() throws {
    guard let table = scope.findVariable(Self.variable)?.get().asObject(PSDictionary.self), table.count > 0 else {
      return
    }
    if let off = table.get("Disabled"), Operations.isTrue(off) { return }
    let command = invocation.myCommand?.name ?? invocation.invocationName
    var entries: [(String, Value)] = []
    for i in 0..<table.count {
      guard let key = table.keys[i].stringOrNil, let (left, right) = Self.split(key) else { continue }
      if Self.matches(left, command) { entries.append((right, table.values[i])) }
    }
    if entries.isEmpty { return }
    var found: [(BindingParameter, Value)] = []
    for p in plan.parameters.reversed() where isUnbound(p) && p.isIn(sets) {
      if let e = entries.first(where: { Self.names(p, match: $0.0) }) { found.append((p, e.1)) }
    }
    for (p, value) in found where isUnbound(p) && p.isIn(sets) { try bindDefault(p, value) }
  }

  private func bindDefault(_ p: BindingParameter, _ given: Value) throws {
    var value = given
    if let block = given.asObject(ScriptBlock.self) {
      let output = CollectingSink()
      try runspace.invokeBlock(block, arguments: [], underscore: nil, output: output)
      value = output.result
      if value.isNull { return }
    }
    do {
      try bind(p, value, nil, coerce: true, delay: false)
    } catch let f as BindingFailure {
      let text = (try? Operations.toString(value)) ?? ""
      try runspace.writeWarning(
        "The binding of default value '\(text)' to parameter '\(p.name)' failed: \(f.message)")
    }
  }

  private static func names(_ p: BindingParameter, match pattern: String) -> Bool {
    if matches(pattern, p.name) { return true }
    return p.metadata.aliases.contains { matches(pattern, $0) }
  }

  private static func matches(_ pattern: String, _ text: String) -> Bool {
    if Ordinal.equalsIgnoreCase(pattern, text) { return true }
    guard pattern.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }) else { return false }
    return (try? Wildcard(pattern))?.matches(text) ?? false
  }

  /// `Command:Parameter`, either part possibly in quotes.
  private static func split(_ key: String) -> (String, String)? {
    let bytes = Array(key.utf8)
    var quote: UInt8 = 0
    for (i, b) in bytes.enumerated() {
      if quote != 0 {
        if b == quote { quote = 0 }
      } else if b == 0x27 || b == 0x22 {
        quote = b
      } else if b == 0x3A, i > 0 {
        return (clean(bytes[..<i]), clean(bytes[(i + 1)...]))
      }
    }
    return nil
  }

  private static func clean(_ part: ArraySlice<UInt8>) -> String {
    var p = part
    while let f = p.first, f == 0x20 { p = p.dropFirst() }
    while let l = p.last, l == 0x20 { p = p.dropLast() }
    if let f = p.first, f == 0x27 || f == 0x22, p.count >= 2, p.last == f { p = p.dropFirst().dropLast() }
    return String(decoding: p, as: UTF8.self)
  }
}
