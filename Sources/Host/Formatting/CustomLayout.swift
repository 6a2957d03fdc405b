import Basics
import Objects

/// Format-Custom without a view: the object as a class with its members, nested.
struct CustomLayout {
  let cells: CellText
  let maximumDepth: Int

  /// The lines for an object.
  func lines(_ value: Value, _ properties: [RequestedProperty]) -> [String] {
    let fields = properties.isEmpty ? CustomLayout.fields(value) : properties.map(\.expression)
    return classLines(value, fields, indent: "", depth: 0)
  }

  private static func fields(_ v: Value) -> [ViewExpression] {
    if v.asObject(DictEntry.self) != nil { return ["Key", "Value", "Name"].map { .property($0) } }
    return PropertyAccess.propertyNames(v).map { .property($0) }
  }

  private func classLines(_ v: Value, _ fields: [ViewExpression], indent: String, depth: Int) -> [String] {
    var out = [indent + "class " + (v.typeInfo?.name ?? ""), indent + "{"]
    let inner = indent + "  "
    for f in fields {
      let value = (try? PropertyAccess.value(f, of: v)) ?? .null
      out += field(PropertyAccess.label(f), value, inner, depth)
    }
    out.append(indent + "}")
    return out
  }

  private func field(_ name: String, _ value: Value, _ indent: String, _ depth: Int) -> [String] {
    if depth < maximumDepth, !value.isNull, let it = items(value) {
      var out = [indent + name + " = ", indent + "  ["]
      while let e = try? it.next() {
        if isComposite(e) {
          out += classLines(e, CustomLayout.fields(e), indent: indent + "    ", depth: depth + 1)
        } else {
          out.append(indent + "    " + cells.text(e, inTable: false))
        }
      }
      out.append(indent + "  ]")
      out.append(indent + "  ")
      return out
    }
    if depth < maximumDepth, isComposite(value), value.asObject(PSCustomObject.self) != nil {
      return [indent + name + " = "]
        + classLines(value, CustomLayout.fields(value), indent: indent + "  ", depth: depth + 1)
    }
    return [indent + name + " = " + cells.text(value, inTable: false)]
  }

  private func items(_ v: Value) -> ValueIterator? {
    if let d = v.asObject(PSDictionary.self) {
      return ValueIterator((0..<d.count).map { .object(DictEntry(d.keys[$0], d.values[$0])) })
    }
    return (try? Operations.enumerate(v)) ?? nil
  }

  private func isComposite(_ v: Value) -> Bool {
    if case .object(let o) = v.base { return !(o is EnumValue) && !(o is DecimalObject) }
    return false
  }
}
