import Basics

/// Members of XML nodes.
enum XmlMembers {
  private static let space = "System.Xml."

  static func register() {
    for (name, base) in [
      ("XmlLinkedNode", "XmlNode"), ("XmlCharacterData", "XmlLinkedNode"), ("XmlAttribute", "XmlNode"),
      ("XmlText", "XmlCharacterData"), ("XmlCDataSection", "XmlCharacterData"), ("XmlComment", "XmlCharacterData"),
      ("XmlWhitespace", "XmlCharacterData"), ("XmlSignificantWhitespace", "XmlCharacterData"),
      ("XmlProcessingInstruction", "XmlLinkedNode"), ("XmlDeclaration", "XmlLinkedNode"),
      ("XmlDocumentType", "XmlLinkedNode"), ("XmlDocumentFragment", "XmlNode"), ("XmlElement", "XmlLinkedNode"),
      ("XmlDocument", "XmlNode"),
    ] { Catalogue.declare(space + name, base: space + base) }
    for name in ["XmlNodeList", "XmlChildNodes", "XmlAttributeCollection", "XPathNodeList", "XmlElementList"] {
      let base = name == "XmlNodeList" || name == "XmlAttributeCollection" ? "System.Object" : space + "XmlNodeList"
      Catalogue.declare(space + name, base: base, interfaces: "IEnumerable")
      Catalogue.register(space + name, list)
    }
    Catalogue.register(space + "XmlNode") { t in
      facts(t)
      family(t)
      texts(t)
      changes(t)
      queries(t)
    }
    Catalogue.register(space + "XmlElement", element)
    Catalogue.register(space + "XmlCharacterData") { t in
      t.prop("string Data", { .string(try me($0).value) }) { s, v in try me(s).value = v.str }
      t.prop("int Length") { .int(try me($0).value.utf16.count) }
    }
    Catalogue.register(space + "XmlProcessingInstruction") { t in
      t.prop("string Data", { .string(try me($0).value) }) { s, v in try me(s).value = v.str }
      t.prop("string Target") { .string(try me($0).name) }
    }
    Catalogue.register(space + "XmlDeclaration") { t in
      for n in ["Version", "Encoding", "Standalone"] {
        t.prop("string \(n)") { s in .string(pseudoAttribute(try me(s).value, n.lowercased())) }
      }
    }
    Catalogue.register(space + "XmlAttribute") { t in
      t.prop("System.Xml.XmlElement OwnerElement") { node(try me($0).parent) }
      t.prop("bool Specified") { _ in .bool(true) }
    }
    XmlDocumentMembers.register()
    XmlWriterTypes.register()
  }

  static func me(_ v: Value) throws -> XmlNodeObject {
    guard let n = v.asObject(XmlNodeObject.self) else { throw Throw.argumentNull("node") }
    return n
  }
  static func node(_ n: XmlNodeObject?) -> Value { n.map { .object($0) } ?? .null }

  private static func pseudoAttribute(_ text: String, _ name: String) -> String {
    for part in text.split(separator: " ") where part.hasPrefix(name + "=") {
      return String(part.dropFirst(name.count + 1).filter { $0 != "\"" && $0 != "'" })
    }
    return ""
  }

  private static func facts(_ t: TypeBuilder) {
    t.prop("System.Xml.XmlNodeType NodeType") { .enumeration(space + "XmlNodeType", try me($0).kind.rawValue) }
    t.prop("string Name") { .string(try me($0).name) }
    t.prop("string LocalName") { .string(try me($0).localName) }
    t.prop("string Prefix") { .string(try me($0).prefix) }
    t.prop("string NamespaceURI") { .string(try me($0).namespaceURI) }
    t.prop("string BaseURI") { _ in .string("") }
    t.prop("bool IsReadOnly") { _ in .bool(false) }
    t.prop("bool HasChildNodes") { .bool(!(try me($0).children.isEmpty)) }
    t.prop(
      "string Value",
      { s in
        let n = try me(s)
        return n.kind == .element || n.kind == .document || n.kind == .documentType ? .null : .string(n.value)
      }
    ) { s, v in try me(s).value = v.str }
  }

  private static func family(_ t: TypeBuilder) {
    t.prop("System.Xml.XmlNode ParentNode") { s in
      let n = try me(s)
      return n.kind == .attribute ? .null : node(n.parent)
    }
    t.prop("System.Xml.XmlDocument OwnerDocument") { node(try me($0).document) }
    t.prop("System.Xml.XmlNodeList ChildNodes") { s in
      let n = try me(s)
      return .object(XmlListObject("XmlChildNodes") { n.children })
    }
    t.prop("System.Xml.XmlAttributeCollection Attributes") { s in
      let n = try me(s)
      return n.kind == .element ? .object(XmlListObject("XmlAttributeCollection", of: n) { n.attributes }) : .null
    }
    t.prop("System.Xml.XmlNode FirstChild") { node(try me($0).children.first) }
    t.prop("System.Xml.XmlNode LastChild") { node(try me($0).children.last) }
    for (name, step) in [("NextSibling", 1), ("PreviousSibling", -1)] {
      t.prop("System.Xml.XmlNode \(name)") { s in
        let n = try me(s)
        guard let i = n.parent?.index(of: n) else { return .null }
        let all = n.siblings
        return all.indices.contains(i + step) ? .object(all[i + step]) : .null
      }
    }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      let n = try me(s)
      return try EnumeratorObject.over(XmlListObject("XmlChildNodes") { n.children }, EnumeratorTypes.names[0])
    }
    t.indexer("System.Xml.XmlElement", "string name") { s, a in
      node(try me(s).children.first { $0.kind == .element && $0.name == a.str(0) })
    }
  }

  private static func texts(_ t: TypeBuilder) {
    t.prop("string InnerText", { .string(try me($0).innerText) }) { s, v in try me(s).innerText = v.str }
    t.prop("string OuterXml") { .string(XmlText.outer(try me($0))) }
    t.prop("string InnerXml", { .string(XmlText.inner(try me($0))) }) { s, v in
      let n = try me(s)
      if n.kind == .document { return try XmlParser.parse(v.str, into: n) }
      if n.kind == .attribute {
        n.value = v.str
        return
      }
      n.removeAllChildren()
      try XmlParser.parseFragment(v.str, into: n)
    }
    t.method("string ToString()") { s, _ in .text(try me(s).text()) }
  }

  /// Checks that a node may become a child here.
  private static func accepted(_ a: [Value], _ i: Int, by parent: XmlNodeObject) throws -> XmlNodeObject {
    let n = try me(a[i])
    if n.owner !== parent.owner {
      throw Throw.argument("The node to be inserted is from a different document context.")
    }
    var p: XmlNodeObject? = parent
    while let x = p {
      if x === n { throw Throw.argument("Cannot insert a node or any ancestor of that node as a child of itself.") }
      p = x.parent
    }
    if parent.kind == .document && n.kind == .element, let root = parent.root, root !== n {
      throw Throw.invalid("This document already has a 'DocumentElement' node.")
    }
    return n
  }

  /// A fragment gives its children instead of itself.
  private static func put(_ n: XmlNodeObject, in parent: XmlNodeObject, at i: Int) {
    if n.kind == .documentFragment {
      for (k, c) in n.children.enumerated() { parent.insert(c, at: i + k) }
    } else {
      parent.insert(n, at: i)
    }
  }

  private static func changes(_ t: TypeBuilder) {
    t.method("System.Xml.XmlNode AppendChild(System.Xml.XmlNode newChild)") { s, a in
      let p = try me(s)
      put(try accepted(a, 0, by: p), in: p, at: p.children.count)
      return a[0]
    }
    t.method("System.Xml.XmlNode PrependChild(System.Xml.XmlNode newChild)") { s, a in
      let p = try me(s)
      put(try accepted(a, 0, by: p), in: p, at: 0)
      return a[0]
    }
    for (name, offset) in [("InsertBefore", 0), ("InsertAfter", 1)] {
      t.method("System.Xml.XmlNode \(name)(System.Xml.XmlNode newChild, System.Xml.XmlNode refChild)") { s, a in
        let p = try me(s)
        let n = try accepted(a, 0, by: p)
        if a[1].isNull {
          put(n, in: p, at: offset == 0 ? p.children.count : 0)
          return a[0]
        }
        guard let i = p.index(of: try me(a[1])) else {
          throw Throw.argument("The reference node is not a child of this node.")
        }
        put(n, in: p, at: i + offset)
        return a[0]
      }
    }
    t.method("System.Xml.XmlNode RemoveChild(System.Xml.XmlNode oldChild)") { s, a in
      let p = try me(s)
      guard p.index(of: try me(a[0])) != nil else {
        throw Throw.argument("The node to be removed is not a child of this node.")
      }
      p.remove(try me(a[0]))
      return a[0]
    }
    t.method("System.Xml.XmlNode ReplaceChild(System.Xml.XmlNode newChild, System.Xml.XmlNode oldChild)") { s, a in
      let p = try me(s)
      guard let i = p.index(of: try me(a[1])) else {
        throw Throw.argument("The reference node is not a child of this node.")
      }
      let n = try me(a[0])
      p.remove(try me(a[1]))
      put(n, in: p, at: i)
      return a[1]
    }
    t.action("RemoveAll()") { s, _ in
      let n = try me(s)
      n.removeAllChildren()
      n.removeAllAttributes()
    }
    t.method("System.Xml.XmlNode CloneNode(bool deep)") { s, a in
      let n = try me(s)
      return .object(n.clone(deep: a.bool(0), into: n.kind == .document ? nil : n.owner))
    }
    t.method("System.Xml.XmlNode Clone()") { s, _ in
      let n = try me(s)
      return .object(n.clone(deep: true, into: n.kind == .document ? nil : n.owner))
    }
    t.action("Normalize()") { _, _ in }
  }

  /// Prefixes of a namespace manager.
  static func prefixes(_ v: Value) -> [String: String] {
    var out: [String: String] = [:]
    guard let d = v.asObject(PlainObject.self)?.fields["prefixes"]?.asObject(PSDictionary.self) else { return out }
    for (k, v) in zip(d.keys, d.values) { out[k.str] = v.str }
    return out
  }

  private static func queries(_ t: TypeBuilder) {
    for extra in ["", ", System.Xml.XmlNamespaceManager nsmgr"] {
      t.method("System.Xml.XmlNodeList SelectNodes(string xpath\(extra))") { s, a in
        let found = try XPathEvaluator.select(a.requireStr(0, "xpath"), from: me(s), a.count > 1 ? prefixes(a[1]) : [:])
        return .object(XmlListObject("XPathNodeList") { found })
      }
      t.method("System.Xml.XmlNode SelectSingleNode(string xpath\(extra))") { s, a in
        node(try XPathEvaluator.select(a.requireStr(0, "xpath"), from: me(s), a.count > 1 ? prefixes(a[1]) : [:]).first)
      }
    }
    t.method("string GetNamespaceOfPrefix(string prefix)") { s, a in .string(try me(s).namespace(of: a.str(0)) ?? "") }
    t.method("string GetPrefixOfNamespace(string namespaceURI)") { s, a in
      var n: XmlNodeObject? = try me(s)
      while let e = n {
        if let x = e.attributes.first(where: { $0.prefix == "xmlns" && $0.value == a.str(0) }) {
          return .string(x.localName)
        }
        n = e.parent
      }
      return .string("")
    }
    for n in ["WriteTo", "WriteContentTo"] {
      t.action("\(n)(System.Xml.XmlWriter w)") { s, a in
        try a.object(0, XmlWriterObject.self)?.raw(n == "WriteTo" ? XmlText.outer(me(s)) : XmlText.inner(me(s)))
      }
    }
  }

  private static func element(_ t: TypeBuilder) {
    t.prop("bool IsEmpty", { .bool(try me($0).isEmptyTag && (try me($0).children.isEmpty)) }) { s, v in
      try me(s).isEmptyTag = [v].bool(0)
    }
    t.prop("bool HasAttributes") { .bool(!(try me($0).attributes.isEmpty)) }
    t.method("string GetAttribute(string name)") { s, a in .string(try me(s).attribute(a.str(0))?.value ?? "") }
    func named(_ s: Value, _ a: [Value]) throws -> XmlNodeObject? {
      try me(s).attributes.first { $0.localName == a.str(0) && $0.namespaceURI == a.str(1) }
    }
    t.method("string GetAttribute(string localName, string namespaceURI)") { s, a in
      .string(try named(s, a)?.value ?? "")
    }
    t.action("SetAttribute(string name, string value)") { s, a in try me(s).setAttribute(a.str(0), a.str(1)) }
    t.method("string SetAttribute(string localName, string namespaceURI, string value)") { s, a in
      let e = try me(s)
      if let x = try named(s, a) {
        x.value = a.str(2)
      } else {
        let prefix = e.attributes.first { $0.prefix == "xmlns" && $0.value == a.str(1) }?.localName
        let name = a.str(0).contains(":") || a.str(1).isEmpty ? a.str(0) : (prefix ?? "d1p1") + ":" + a.str(0)
        if prefix == nil && !a.str(1).isEmpty && !a.str(0).contains(":") { e.setAttribute("xmlns:d1p1", a.str(1)) }
        e.setAttribute(name, a.str(2), namespace: a.str(1))
      }
      return a[2]
    }
    t.action("RemoveAttribute(string name)") { s, a in try me(s).removeAttribute(a.str(0)) }
    t.action("RemoveAllAttributes()") { s, _ in try me(s).removeAllAttributes() }
    t.method("bool HasAttribute(string name)") { s, a in .bool(try me(s).attribute(a.str(0)) != nil) }
    t.method("bool HasAttribute(string localName, string namespaceURI)") { s, a in .bool(try named(s, a) != nil) }
    t.method("System.Xml.XmlAttribute GetAttributeNode(string name)") { s, a in node(try me(s).attribute(a.str(0))) }
    t.method("System.Xml.XmlAttribute SetAttributeNode(System.Xml.XmlAttribute newAttr)") { s, a in
      try me(s).setAttribute(me(a[0]))
      return a[0]
    }
    elementsByTag(t)
  }

  static func elementsByTag(_ t: TypeBuilder) {
    t.method("System.Xml.XmlNodeList GetElementsByTagName(string name)") { s, a in
      let found = try XPathEvaluator.select("descendant::*", from: me(s), [:]).filter {
        a.str(0) == "*" || $0.name == a.str(0)
      }
      return .object(XmlListObject("XmlElementList") { found })
    }
    t.method("System.Xml.XmlNodeList GetElementsByTagName(string localName, string namespaceURI)") { s, a in
      let found = try XPathEvaluator.select("descendant::*", from: me(s), [:]).filter {
        $0.localName == a.str(0) && $0.namespaceURI == a.str(1)
      }
      return .object(XmlListObject("XmlElementList") { found })
    }
  }

  private static func list(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> XmlListObject {
      guard let l = v.asObject(XmlListObject.self) else { throw Throw.nullReference() }
      return l
    }
    t.prop("int Count") { .int(try me($0).nodes.count) }
    func at(_ s: Value, _ i: Int) throws -> Value {
      let n = try me(s).nodes
      return n.indices.contains(i) ? .object(n[i]) : .null
    }
    t.indexer("System.Xml.XmlNode", "int i", named: "ItemOf") { s, a in try at(s, a.int(0)) }
    t.method("System.Xml.XmlNode Item(int index)") { s, a in try at(s, a.int(0)) }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
    }
    guard t.type.name == "XmlAttributeCollection" else { return }
    func named(_ s: Value, _ a: [Value]) throws -> Value {
      XmlMembers.node(try me(s).nodes.first { $0.name == a.str(0) })
    }
    t.indexer("System.Xml.XmlAttribute", "string name", named: "ItemOf") { s, a in try named(s, a) }
    t.method("System.Xml.XmlNode GetNamedItem(string name)") { s, a in try named(s, a) }
    for n in ["Append", "Prepend", "SetNamedItem"] {
      t.method("System.Xml.XmlAttribute \(n)(System.Xml.XmlAttribute node)") { s, a in
        try me(s).element?.setAttribute(XmlMembers.me(a[0]))
        return a[0]
      }
    }
    t.method("System.Xml.XmlAttribute Remove(System.Xml.XmlAttribute node)") { s, a in
      try me(s).element?.removeAttribute(XmlMembers.me(a[0]).name)
      return a[0]
    }
    t.method("System.Xml.XmlNode RemoveNamedItem(string name)") { s, a in
      let v = try named(s, a)
      try me(s).element?.removeAttribute(a.str(0))
      return v
    }
    t.action("RemoveAll()") { s, _ in try me(s).element?.removeAllAttributes() }
  }
}
