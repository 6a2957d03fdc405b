import Basics
import Objects

/// Texts of values inside tables and lists.
struct CellText {
  /// How many elements of a collection are shown; negative for all (`$FormatEnumerationLimit`).
  var enumerationLimit = 4

  /// The text of a property value; tables show real numbers with the culture's number of decimals.
  func text(_ value: Value, format: String? = nil, inTable: Bool) -> String {
    if value.isNull { return "" }
    if let f = format, !f.isEmpty {
      if f.contains("{0") {
        if let s = try? Operations.formatOperator(f, [value]) { return s }
      } else if let s = try? Operations.format(value, f, CultureObject.current) {
        return s
      }
    }
    if inTable, let real = tableNumber(value) { return real }
    return plain(value, depth: 0)
  }

  private func tableNumber(_ v: Value) -> String? {
    switch v.base {
    case .double, .scalar(.single, _): return try? Operations.format(v, "F3", CultureObject.current)
    case .object(let o) where o is DecimalObject: return try? Operations.format(v, "F3", CultureObject.current)
    default: return nil
    }
  }

  private func plain(_ value: Value, depth: Int) -> String {
    if value.isNull { return depth == 0 ? "" : "$null" }
    if case .object(let o) = value.base {
      if let d = o as? PSDictionary { return dictionary(d) }
      if !(o is PSCustomObject), let it = try? Operations.enumerate(value) { return elements(it) }
    }
    return shown(value)
  }

  /// One value in the current culture, real numbers with fifteen digits.
  private func shown(_ v: Value) -> String {
    (try? Operations.toString(v, culture: CultureObject.current)) ?? ""
  }

  /// An element of a collection: its text, or the property it goes by when its type gives it no text of its own.
  private func element(_ v: Value) -> String {
    let text = shown(v)
    guard case .object(let o) = v.base, !(o is PSCustomObject), !(o is EnumValue) else { return text }
    let full = o.typeInfo.fullName
    guard text == full || text == o.typeInfo.name || CellText.named.contains(full),
      let name = PropertyAccess.displayProperty(v), let named = try? PropertyAccess.value(.property(name), of: v),
      !named.isNull
    else { return text }
    return shown(named)
  }
  /// Types whose text is only inherited.
  private static let named: Set<String> = [
    "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.Text.RegularExpressions.Group",
    "System.Text.RegularExpressions.Match",
  ]

  private func dictionary(_ d: PSDictionary) -> String {
    var parts: [String] = []
    for i in 0..<d.count {
      if enumerationLimit >= 0, i >= enumerationLimit { return "{" + parts.joined(separator: ", ") + "…}" }
      let k = plain(d.keys[i], depth: 1)
      let v = shown(d.values[i])
      parts.append("[\(k), \(v)]")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func elements(_ it: ValueIterator) -> String {
    var parts: [String] = []
    while let v = try? it.next() {
      if enumerationLimit >= 0, parts.count >= enumerationLimit { return "{" + parts.joined(separator: ", ") + "…}" }
      if let e = v.asObject(DictEntry.self) {
        parts.append("[\(shown(e.key)), \(shown(e.value))]")
      } else {
        parts.append(v.isNull ? "$null" : element(v))
      }
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}
