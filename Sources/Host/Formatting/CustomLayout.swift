import Basics
import Objects

/// Format-Custom without a view: the object as a class with its members, nested.
struct CustomLayout {
  let cells: CellText
  let maximumDepth: Int

  /// The lines for an object.
  func lines(_ value: Value, _ properties: [RequestedProperty]) -> [String] {
    let names = properties.compactMap { p -> String? in
      if case .property(let n) = p.expression { return n }
      return nil
    }
    return classLines(value, names.isEmpty ? PropertyAccess.propertyNames(value) : names, indent: "", depth: 0)
  }

  private func classLines(_ v: Value, _ names: [String], indent: String, depth: Int) -> [String] {
    var out = [indent + "class " + (v.typeInfo?.name ?? ""), indent + "{"]
    let inner = indent + "  "
    for n in names {
      let value = (try? PropertyAccess.value(.property(n), of: v)) ?? .null
      out += field(n, value, inner, depth)
    }
    out.append(indent + "}")
    return out
  }

  private func field(_ name: String, _ value: Value, _ indent: String, _ depth: Int) -> [String] {
    if depth < maximumDepth, !value.isNull, let it = try? Operations.enumerate(value) {
      var out = [indent + name + " = ", indent + "  ["]
      while let e = try? it.next() {
        if isComposite(e) {
          out += classLines(e, PropertyAccess.propertyNames(e), indent: indent + "    ", depth: depth + 1)
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
        + classLines(value, PropertyAccess.propertyNames(value), indent: indent + "  ", depth: depth + 1)
    }
    return [indent + name + " = " + cells.text(value, inTable: false)]
  }

  private func isComposite(_ v: Value) -> Bool {
    if case .object(let o) = v.base { return !(o is EnumValue) && !(o is DecimalObject) }
    return false
  }
}
