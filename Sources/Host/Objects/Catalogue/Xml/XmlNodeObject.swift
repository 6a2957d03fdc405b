import Basics

/// Kinds of XML nodes, with .NET's numbers.
public enum XmlKind: Int64, Sendable {
  case element = 1
  case attribute = 2
  case text = 3
  case cdata = 4
  case entityReference = 5
  case processingInstruction = 7
  case comment = 8
  case document = 9
  case documentType = 10
  case documentFragment = 11
  case whitespace = 13
  case significantWhitespace = 14
  case declaration = 17
}

/// A node of an XML document; child elements and attributes read as properties.
public final class XmlNodeObject: AdaptedObject {
  public let kind: XmlKind
  /// The name as written, with its prefix.
  public let name: String
  public let namespaceURI: String
  /// Text of texts, comments, attributes, instructions and the declaration.
  public var value: String
  public private(set) var children: [XmlNodeObject] = []
  public private(set) var attributes: [XmlNodeObject] = []
  public private(set) weak var parent: XmlNodeObject?
  public private(set) var document: XmlNodeObject?
  /// Whether an element without children is written `<a />` rather than `<a></a>`.
  public var isEmptyTag = true
  public var preservesWhitespace = false

  public init(_ kind: XmlKind, _ name: String, value: String = "", namespace: String = "", document: XmlNodeObject?) {
    self.kind = kind
    self.name = name
    self.value = value
    namespaceURI = namespace
    super.init()
    self.document = document
  }

  /// An empty document.
  public static func makeDocument() -> XmlNodeObject { XmlNodeObject(.document, "#document", document: nil) }

  private static let types: [XmlKind: TypeInfo] = [
    .element: named("XmlElement"), .attribute: named("XmlAttribute"), .text: named("XmlText"),
    .cdata: named("XmlCDataSection"), .processingInstruction: named("XmlProcessingInstruction"),
    .comment: named("XmlComment"), .document: named("XmlDocument"), .documentType: named("XmlDocumentType"),
    .documentFragment: named("XmlDocumentFragment"), .whitespace: named("XmlWhitespace"),
    .significantWhitespace: named("XmlSignificantWhitespace"), .declaration: named("XmlDeclaration"),
  ]
  private static func named(_ n: String) -> TypeInfo { Types.named("System.Xml." + n) }
  public override var typeInfo: TypeInfo { XmlNodeObject.types[kind] ?? Types.object }
  public override func text() throws -> String? {
    switch kind {
    case .declaration, .processingInstruction: return value
    default: return typeInfo.fullName
    }
  }

  public var prefix: String {
    guard let colon = name.firstIndex(of: ":") else { return "" }
    return String(name[..<colon])
  }
  public var localName: String {
    guard let colon = name.firstIndex(of: ":") else { return name }
    return String(name[name.index(after: colon)...])
  }
  public var root: XmlNodeObject? { children.first { $0.kind == .element } }
  var isText: Bool { [.text, .cdata, .whitespace, .significantWhitespace].contains(kind) }
  /// The document this node belongs to: itself for a document.
  var owner: XmlNodeObject { kind == .document ? self : document ?? self }

  // MARK: Tree

  /// Puts a node among the children; it leaves where it was.
  public func insert(_ n: XmlNodeObject, at i: Int) {
    var at = i
    if let p = n.parent, let old = p.children.firstIndex(where: { $0 === n }) {
      p.children.remove(at: old)
      if p === self && old < at { at -= 1 }
    }
    children.insert(n, at: min(max(0, at), children.count))
    n.parent = self
    isEmptyTag = false
  }
  public func append(_ n: XmlNodeObject) { insert(n, at: children.count) }
  public func remove(_ n: XmlNodeObject) {
    guard let i = children.firstIndex(where: { $0 === n }) else { return }
    children.remove(at: i)
    n.parent = nil
  }
  public func removeAllChildren() {
    for c in children { c.parent = nil }
    children = []
  }
  public func index(of n: XmlNodeObject) -> Int? { children.firstIndex { $0 === n } }
  public var siblings: [XmlNodeObject] { parent?.children ?? [] }

  public func attribute(_ name: String) -> XmlNodeObject? { attributes.first { $0.name == name } }
  public func setAttribute(_ name: String, _ value: String, namespace: String = "") {
    if let a = attribute(name) {
      a.value = value
    } else {
      setAttribute(XmlNodeObject(.attribute, name, value: value, namespace: namespace, document: owner))
    }
  }
  public func setAttribute(_ a: XmlNodeObject) {
    if let i = attributes.firstIndex(where: { $0.name == a.name }) { attributes[i] = a } else { attributes.append(a) }
    a.parent = self
  }
  public func removeAttribute(_ name: String) { attributes.removeAll { $0.name == name } }
  public func removeAllAttributes() { attributes = [] }

  /// A copy, with everything below if deep.
  public func clone(deep: Bool, into document: XmlNodeObject?) -> XmlNodeObject {
    let c = XmlNodeObject(kind, name, value: value, namespace: namespaceURI, document: document)
    c.isEmptyTag = isEmptyTag
    for a in attributes { c.setAttribute(a.clone(deep: true, into: document)) }
    if deep {
      for x in children { c.append(x.clone(deep: true, into: document ?? c)) }
      c.isEmptyTag = isEmptyTag
    }
    return c
  }

  /// The namespace a prefix stands for here.
  public func namespace(of prefix: String) -> String? {
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    let key = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
    var n: XmlNodeObject? = self
    while let e = n {
      if let a = e.attribute(key) { return a.value }
      if e.kind == .element && e.prefix == prefix && !e.namespaceURI.isEmpty { return e.namespaceURI }
      n = e.parent
    }
    return nil
  }

  /// All text below.
  public var innerText: String {
    get {
      switch kind {
      case .element, .document, .documentFragment:
        return children.filter { $0.kind != .comment && $0.kind != .processingInstruction && $0.kind != .declaration }
          .map(\.innerText).joined()
      default: return value
      }
    }
    set {
      guard kind == .element || kind == .documentFragment else {
        value = newValue
        return
      }
      removeAllChildren()
      append(XmlNodeObject(.text, "#text", value: newValue, document: owner))
    }
  }

  // MARK: Adapter

  /// Attributes and children of that local name, ignoring case.
  private func found(_ name: String) -> [XmlNodeObject] {
    let fits: (XmlNodeObject) -> Bool = {
      $0.kind != .whitespace && Ordinal.equalsIgnoreCase($0.localName, name)
    }
    return attributes.filter(fits) + children.filter(fits)
  }
  /// What a property shows for a node: text for simple ones.
  private static func shown(_ n: XmlNodeObject) -> Value {
    if n.kind == .attribute || n.isText || n.kind == .comment { return .string(n.value) }
    if n.kind == .processingInstruction || n.kind == .declaration { return .string(n.value) }
    if !n.attributes.isEmpty { return .object(n) }
    if n.children.isEmpty { return .string(n.innerText) }
    if n.children.count == 1 && n.children[0].kind == .text { return .string(n.innerText) }
    return .object(n)
  }
  public override func adaptedGet(_ name: String) throws -> Value? {
    let nodes = found(name)
    if nodes.isEmpty { return nil }
    return nodes.count == 1 ? XmlNodeObject.shown(nodes[0]) : .array(nodes.map(XmlNodeObject.shown))
  }
  public override func adaptedSet(_ name: String, _ new: Value) throws -> Bool {
    let nodes = found(name)
    guard let n = nodes.first else {
      if MemberAccess.typeMember(typeInfo, Symbol(name)) != nil { return false }
      throw MemberErrors.setting(name, MemberErrors.propertyNotFound(name))
    }
    func restriction(_ id: String, _ why: String) -> GuestError {
      .runtime(
        id, "Cannot set \"\(name)\" because \(why)", .NotSpecified,
        type: "System.Management.Automation.SetValueException")
    }
    guard case .string(let s) = new.base else {
      throw restriction(
        "XmlNodeSetRestrictionsNodeWithAttributes", "only strings can be used as values to set XmlNode properties.")
    }
    if nodes.count > 1 {
      throw restriction("XmlNodeSetRestrictionsMoreThanOneNode", "more than one node has that name.")
    }
    if n.kind == .element {
      if !n.attributes.isEmpty || n.children.contains(where: { $0.kind != .text }) {
        throw restriction(
          "XmlNodeSetRestrictionsNodeWithAttributes", "only elements that contain text alone can be set.")
      }
      n.innerText = s
    } else {
      n.value = s
    }
    return true
  }
  public override func adaptedNames() -> [String] {
    var seen: Set<CIString> = []
    return (attributes + children.filter { $0.kind != .whitespace }).map(\.localName).filter {
      seen.insert(CIString($0)).inserted
    }
  }
  public override func adaptedType(_ name: String) -> TypeInfo? {
    let nodes = found(name)
    if nodes.count > 1 { return Types.arrayType(of: Types.object) }
    return nodes.first.flatMap { XmlNodeObject.shown($0).typeInfo }
  }
}

/// A list of nodes, or the attributes of an element.
public final class XmlListObject: Obj {
  private let live: () -> [XmlNodeObject]
  let element: XmlNodeObject?
  private let type: TypeInfo
  public init(_ type: String, of element: XmlNodeObject? = nil, _ live: @escaping () -> [XmlNodeObject]) {
    self.type = Types.named("System.Xml." + type)
    self.element = element
    self.live = live
  }
  public override var typeInfo: TypeInfo { type }
  public var nodes: [XmlNodeObject] { live() }
  public override func makeIterator() throws -> ValueIterator? { ValueIterator(live().map { .object($0) }) }
}
