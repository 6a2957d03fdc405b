import Basics

/// Evaluates XPath over a tree.
struct XPathEvaluator {
  /// Prefixes of the expression.
  let namespaces: [String: String]

  /// The nodes an expression selects.
  static func select(_ text: String, from node: XmlNodeObject, _ namespaces: [String: String]) throws -> [XmlNodeObject]
  {
    let v = try XPathEvaluator(namespaces: namespaces).value(try XPathParser.parse(text), node, 1, 1)
    guard case .nodes(let n) = v else {
      throw GuestError.exception("System.Xml.XPath.XPathException", "Expression must evaluate to a node-set.")
    }
    return n
  }

  func value(_ e: XPathExpression, _ node: XmlNodeObject, _ position: Int, _ size: Int) throws -> XPathValue {
    switch e {
    case .literal(let v): return v
    case .negate(let x): return .number(-(try value(x, node, position, size).number))
    case .binary(let op, let a, let b):
      if op == "or" { return .bool(try value(a, node, position, size).bool || value(b, node, position, size).bool) }
      if op == "and" { return .bool(try value(a, node, position, size).bool && value(b, node, position, size).bool) }
      return binary(op, try value(a, node, position, size), try value(b, node, position, size))
    case .call(let name, let arguments):
      return try call(name, try arguments.map { try value($0, node, position, size) }, node, position, size)
    case .path(let absolute, let start, let steps):
      var nodes: [XmlNodeObject]
      if let start {
        guard case .nodes(let n) = try value(start, node, position, size) else {
          throw GuestError.exception("System.Xml.XPath.XPathException", "Expression must evaluate to a node-set.")
        }
        nodes = n
      } else {
        nodes = [absolute ? top(node) : node]
      }
      for s in steps { nodes = try step(s, nodes) }
      return .nodes(nodes)
    }
  }

  private func top(_ n: XmlNodeObject) -> XmlNodeObject {
    var x = n
    while let p = x.parent { x = p }
    return x
  }

  private func step(_ s: XPathStep, _ nodes: [XmlNodeObject]) throws -> [XmlNodeObject] {
    if s.axis == "filter" { return try s.predicates.reduce(nodes) { try filter($1, $0) } }
    var out: [XmlNodeObject] = []
    var seen: Set<ObjectIdentifier> = []
    for n in nodes {
      var found = axis(s.axis, n).filter { fits(s.test, $0, s.axis) }
      for p in s.predicates { found = try filter(p, found) }
      for f in found where seen.insert(ObjectIdentifier(f)).inserted { out.append(f) }
    }
    return out
  }

  private func filter(_ p: XPathExpression, _ nodes: [XmlNodeObject]) throws -> [XmlNodeObject] {
    var out: [XmlNodeObject] = []
    for (i, n) in nodes.enumerated() {
      let v = try value(p, n, i + 1, nodes.count)
      if case .number(let d) = v {
        if d == Double(i + 1) { out.append(n) }
      } else if v.bool {
        out.append(n)
      }
    }
    return out
  }

  private func axis(_ name: String, _ n: XmlNodeObject) -> [XmlNodeObject] {
    switch name {
    case "child": return n.children
    case "attribute": return n.attributes.filter { $0.name != "xmlns" && $0.prefix != "xmlns" }
    case "self": return [n]
    case "parent": return n.parent.map { [$0] } ?? []
    case "descendant": return descendants(n)
    case "descendant-or-self": return [n] + descendants(n)
    case "ancestor": return ancestors(n)
    case "ancestor-or-self": return [n] + ancestors(n)
    case "following-sibling":
      guard let i = n.parent?.index(of: n) else { return [] }
      return Array(n.siblings[(i + 1)...])
    case "preceding-sibling":
      guard let i = n.parent?.index(of: n) else { return [] }
      return n.siblings[..<i].reversed()
    case "following":
      return ([n] + ancestors(n)).flatMap { axis("following-sibling", $0).flatMap { [$0] + descendants($0) } }
    case "preceding":
      return ([n] + ancestors(n)).flatMap { axis("preceding-sibling", $0).flatMap { [$0] + descendants($0) } }
    default: return []
    }
  }
  private func descendants(_ n: XmlNodeObject) -> [XmlNodeObject] {
    var out: [XmlNodeObject] = []
    var stack = Array(n.children.reversed())
    while let x = stack.popLast() {
      out.append(x)
      stack += x.children.reversed()
    }
    return out
  }
  private func ancestors(_ n: XmlNodeObject) -> [XmlNodeObject] {
    var out: [XmlNodeObject] = []
    var x = n.parent
    while let p = x {
      out.append(p)
      x = p.parent
    }
    return out
  }

  private func fits(_ t: XPathStep.Test, _ n: XmlNodeObject, _ axis: String) -> Bool {
    switch t {
    case .node: return n.kind != .declaration && n.kind != .documentType
    case .text: return n.isText
    case .comment: return n.kind == .comment
    case .instruction: return n.kind == .processingInstruction
    case .any: return n.kind == (axis == "attribute" ? .attribute : .element)
    case .name(let prefix, let local):
      guard n.kind == (axis == "attribute" ? .attribute : .element), local == "*" || n.localName == local else {
        return false
      }
      guard let prefix else { return n.namespaceURI.isEmpty }
      return namespaces[prefix] == n.namespaceURI
    }
  }

  private func binary(_ op: String, _ a: XPathValue, _ b: XPathValue) -> XPathValue {
    switch op {
    case "+": return .number(a.number + b.number)
    case "-": return .number(a.number - b.number)
    case "*": return .number(a.number * b.number)
    case "div": return .number(a.number / b.number)
    case "mod": return .number(a.number.truncatingRemainder(dividingBy: b.number))
    case "|":
      guard case .nodes(let x) = a, case .nodes(let y) = b else { return .nodes([]) }
      return .nodes(x + y.filter { n in !x.contains { $0 === n } })
    default: return .bool(compare(op, a, b))
    }
  }

  private func compare(_ op: String, _ a: XPathValue, _ b: XPathValue) -> Bool {
    if case .nodes(let x) = a {
      if case .bool = b { return simple(op, .bool(!x.isEmpty), b) }
      return x.contains { compare(op, .string($0.innerText), b) }
    }
    if case .nodes(let y) = b { return y.contains { compare(op, a, .string($0.innerText)) } }
    return simple(op, a, b)
  }
  private func simple(_ op: String, _ a: XPathValue, _ b: XPathValue) -> Bool {
    switch op {
    case "<": return a.number < b.number
    case "<=": return a.number <= b.number
    case ">": return a.number > b.number
    case ">=": return a.number >= b.number
    default: break
    }
    let equal: Bool
    if case .bool = a {
      equal = a.bool == b.bool
    } else if case .bool = b {
      equal = a.bool == b.bool
    } else if case .number = a {
      equal = a.number == b.number
    } else if case .number = b {
      equal = a.number == b.number
    } else {
      equal = Ordinal.equals(a.string, b.string)
    }
    return equal == (op == "=")
  }

  private func call(
    _ name: String, _ a: [XPathValue], _ node: XmlNodeObject, _ position: Int, _ size: Int
  ) throws -> XPathValue {
    func s(_ i: Int) -> String { i < a.count ? a[i].string : node.innerText }
    func first() -> XmlNodeObject? {
      guard let v = a.first else { return node }
      if case .nodes(let n) = v { return n.first }
      return nil
    }
    switch name {
    case "position": return .number(Double(position))
    case "last": return .number(Double(size))
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "not": return .bool(!(a.first?.bool ?? false))
    case "boolean": return .bool(a.first?.bool ?? false)
    case "string": return .string(s(0))
    case "number": return .number(a.first?.number ?? XPathValue.string(node.innerText).number)
    case "name": return .string(first()?.name ?? "")
    case "local-name": return .string(first()?.localName ?? "")
    case "namespace-uri": return .string(first()?.namespaceURI ?? "")
    case "count", "sum":
      guard let v = a.first, case .nodes(let n) = v else { return .number(0) }
      return .number(name == "count" ? Double(n.count) : n.reduce(0) { $0 + XPathValue.string($1.innerText).number })
    case "floor": return .number((a.first?.number ?? .nan).rounded(.down))
    case "ceiling": return .number((a.first?.number ?? .nan).rounded(.up))
    case "round": return .number(((a.first?.number ?? .nan) + 0.5).rounded(.down))
    default: return try text(name, a, s)
    }
  }

  private func text(_ name: String, _ a: [XPathValue], _ s: (Int) -> String) throws -> XPathValue {
    switch name {
    case "concat": return .string(a.map(\.string).joined())
    case "contains": return .bool(s(0).unitIndex(of: s(1), from: 0, to: .max, ignoreCase: false) >= 0)
    case "starts-with": return .bool(Ordinal.hasPrefix(s(0), s(1), ignoreCase: false))
    case "string-length": return .number(Double(s(0).utf16.count))
    case "normalize-space":
      return .string(s(0).split(whereSeparator: { " \t\r\n".contains($0) }).joined(separator: " "))
    case "substring-before", "substring-after":
      let at = s(0).unitIndex(of: s(1), from: 0, to: .max, ignoreCase: false)
      if at < 0 { return .string("") }
      let n = s(0).utf16.count
      if name.hasSuffix("before") { return .string(s(0).units(from: 0, count: at)) }
      let from = at + s(1).utf16.count
      return .string(s(0).units(from: from, count: n - from))
    case "substring":
      let u = Array(s(0).utf16)
      let start = (a.count > 1 ? a[1].number : 1).rounded()
      let end = a.count > 2 ? start + a[2].number.rounded() : .infinity
      return .string(String(utf16: u.indices.filter { Double($0 + 1) >= start && Double($0 + 1) < end }.map { u[$0] }))
    case "translate":
      let from = Array(s(1).unicodeScalars)
      let to = Array(s(2).unicodeScalars)
      var out = String.UnicodeScalarView()
      for c in s(0).unicodeScalars {
        guard let i = from.firstIndex(of: c) else {
          out.append(c)
          continue
        }
        if i < to.count { out.append(to[i]) }
      }
      return .string(String(out))
    default:
      throw GuestError.exception(
        "System.Xml.XPath.XPathException",
        "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function.")
    }
  }
}
