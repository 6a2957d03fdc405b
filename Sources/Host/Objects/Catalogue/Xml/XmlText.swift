import Basics

/// Writes XML trees as text.
public enum XmlText {
  /// Text with the characters that mean markup written as entities.
  public static func escape(_ s: String, isAttribute: Bool) -> String {
    var out = ""
    out.reserveCapacity(s.utf8.count)
    for c in s.unicodeScalars {
      switch c {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"" where isAttribute: out += "&quot;"
      case "\n" where isAttribute: out += "&#xA;"
      case "\r": out += "&#xD;"
      case "\t" where isAttribute: out += "&#x9;"
      default: out.unicodeScalars.append(c)
      }
    }
    return out
  }

  /// The markup of a node without indentation (`OuterXml`).
  public static func outer(_ n: XmlNodeObject) -> String {
    var out = ""
    write(n, &out, indent: nil, depth: 0, declared: [:])
    return out
  }
  /// The markup of what is inside (`InnerXml`).
  public static func inner(_ n: XmlNodeObject) -> String {
    if n.kind == .attribute { return escape(n.value, isAttribute: true) }
    var out = ""
    for c in n.children { write(c, &out, indent: nil, depth: 0, declared: [:]) }
    return out
  }
  /// The markup with one node a line.
  public static func indented(_ n: XmlNodeObject, indent: String = "  ", newLine: String = "\n") -> String {
    var out = ""
    if n.kind == .document || n.kind == .documentFragment {
      for (i, c) in n.children.enumerated() {
        if i > 0 { out += "\n" }
        write(c, &out, indent: indent, depth: 0, declared: [:])
      }
    } else {
      write(n, &out, indent: indent, depth: 0, declared: [:])
    }
    return newLine == "\n" ? out : out.replacingText("\n", newLine)
  }

  private static func write(
    _ n: XmlNodeObject, _ out: inout String, indent: String?, depth: Int, declared: [String: String]
  ) {
    switch n.kind {
    case .document, .documentFragment:
      for c in n.children { write(c, &out, indent: indent, depth: depth, declared: declared) }
    case .text: out += escape(n.value, isAttribute: false)
    case .whitespace, .significantWhitespace: out += n.value
    case .cdata: out += "<![CDATA[" + n.value + "]]>"
    case .comment: out += "<!--" + n.value + "-->"
    case .processingInstruction: out += "<?" + n.name + (n.value.isEmpty ? "" : " " + n.value) + "?>"
    case .declaration: out += "<?xml " + n.value + "?>"
    case .documentType: out += n.value
    case .attribute: out += n.name + "=\"" + escape(n.value, isAttribute: true) + "\""
    case .entityReference: out += "&" + n.name + ";"
    case .element: element(n, &out, indent: indent, depth: depth, declared: declared)
    }
  }

  private static func element(
    _ n: XmlNodeObject, _ out: inout String, indent: String?, depth: Int, declared: [String: String]
  ) {
    var scope = declared
    out += "<" + n.name
    for a in n.attributes {
      out += " " + a.name + "=\"" + escape(a.value, isAttribute: true) + "\""
      if a.name == "xmlns" { scope[""] = a.value } else if a.prefix == "xmlns" { scope[a.localName] = a.value }
    }
    // A namespace given by code has no attribute of its own yet.
    let known = scope[n.prefix] ?? (depth == 0 ? nil : "") ?? ""
    if known != n.namespaceURI, n.prefix != "xml" {
      out +=
        (n.prefix.isEmpty ? " xmlns" : " xmlns:" + n.prefix) + "=\"" + escape(n.namespaceURI, isAttribute: true) + "\""
      scope[n.prefix] = n.namespaceURI
    }
    if n.children.isEmpty {
      out += n.isEmptyTag ? " />" : "></" + n.name + ">"
      return
    }
    out += ">"
    let breaks = indent != nil && !n.children.contains { $0.isText }
    for c in n.children {
      if breaks, let indent { out += "\n" + String(repeating: indent, count: depth + 1) }
      write(c, &out, indent: breaks ? indent : nil, depth: depth + 1, declared: scope)
    }
    if breaks, let indent { out += "\n" + String(repeating: indent, count: depth) }
    out += "</" + n.name + ">"
  }
}
