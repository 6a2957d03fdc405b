import Basics

/// An `XmlWriter` or `XmlTextWriter`: builds the markup and hands it to a file, stream, text writer or builder.
final class XmlWriterObject: Obj {
  private let sink: (String) throws -> Void
  private let finish: () throws -> Void
  private let type: TypeInfo
  private var open: [(name: String, hasContent: Bool, hasText: Bool)] = []
  private var inTag = false
  private var isEmpty = true
  var indent: String?
  var omitDeclaration = false
  let encodingName: String
  init(_ type: String, encoding: String, sink: @escaping (String) throws -> Void, finish: @escaping () throws -> Void) {
    self.type = Types.named("System.Xml." + type)
    encodingName = encoding
    self.sink = sink
    self.finish = finish
  }
  override var typeInfo: TypeInfo { type }

  private func put(_ s: String) throws {
    isEmpty = false
    try sink(s)
  }
  private func closeTag() throws {
    if inTag { try put(">") }
    inTag = false
  }
  private func breakLine(_ depth: Int) throws {
    guard let indent, !isEmpty else { return }
    try put("\n" + String(repeating: indent, count: depth))
  }
  private func markContent(text: Bool) {
    guard !open.isEmpty else { return }
    open[open.count - 1].hasContent = true
    if text { open[open.count - 1].hasText = true }
  }
  func startDocument() throws {
    if !omitDeclaration { try put("<?xml version=\"1.0\" encoding=\"\(encodingName)\"?>") }
  }
  func startElement(_ name: String) throws {
    try closeTag()
    let mixed = open.last?.hasText ?? false
    if !mixed { try breakLine(open.count) }
    markContent(text: false)
    try put("<" + name)
    open.append((name, false, false))
    inTag = true
  }
  func attribute(_ name: String, _ value: String) throws {
    guard inTag else {
      throw Throw.invalid("Token StartAttribute in state Content would result in an invalid XML document.")
    }
    try put(" " + name + "=\"" + XmlText.escape(value, isAttribute: true) + "\"")
  }
  func endElement(full: Bool) throws {
    guard let e = open.popLast() else { throw Throw.invalid("There was no XML start tag open.") }
    if inTag && !full {
      try put(" />")
      inTag = false
      return
    }
    try closeTag()
    if e.hasContent && !e.hasText { try breakLine(open.count) }
    try put("</" + e.name + ">")
  }
  func text(_ s: String) throws {
    try closeTag()
    markContent(text: true)
    try put(XmlText.escape(s, isAttribute: false))
  }
  func raw(_ s: String) throws {
    try closeTag()
    markContent(text: true)
    try put(s)
  }
  func node(_ s: String) throws {
    try closeTag()
    if !(open.last?.hasText ?? false) { try breakLine(open.count) }
    markContent(text: false)
    try put(s)
  }
  func document(_ d: XmlNodeObject) throws {
    let own = d.children.contains { $0.kind == .declaration }
    if !own { try startDocument() }
    let body = indent.map { XmlText.indented(d, indent: $0) } ?? XmlText.outer(d)
    if !own && !omitDeclaration && indent != nil { try put("\n") }
    try put(body)
    try flush()
  }
  func endDocument() throws { while !open.isEmpty { try endElement(full: false) } }
  func flush() throws {
    try closeTag()
    try finish()
  }
}

/// `XmlWriter`, `XmlTextWriter`, `XmlWriterSettings`.
enum XmlWriterTypes {
  private static let space = "System.Xml."

  static func register() {
    Catalogue.declare(space + "XmlTextWriter", base: space + "XmlWriter")
    Catalogue.register(space + "XmlWriterSettings") { t in
      t.new("()") { _ in .object(PlainObject(t.type)) }
      t.field("bool Indent", default: .bool(false))
      t.field("string IndentChars", default: .string("  "))
      t.field("string NewLineChars", default: .string("\n"))
      t.field("bool OmitXmlDeclaration", default: .bool(false))
      t.field("System.Text.Encoding Encoding", default: .object(EncodingObject.utf8))
      for n in ["NewLineOnAttributes", "CloseOutput", "CheckCharacters", "Async"] {
        t.field("bool \(n)", default: .bool(false))
      }
      t.field("object ConformanceLevel")
      t.field("object NewLineHandling")
    }
    Catalogue.register(space + "XmlWriter") { t in
      create(t)
      elements(t)
      contents(t)
    }
    Catalogue.register(space + "XmlTextWriter") { t in
      t.new("(System.IO.TextWriter w)") { a in try make("XmlTextWriter", a[0], .null) }
      t.new("(string filename, System.Text.Encoding encoding)") { a in try make("XmlTextWriter", a[0], .null) }
      t.new("(System.IO.Stream w, System.Text.Encoding encoding)") { a in try make("XmlTextWriter", a[0], .null) }
      t.prop(
        "object Formatting", { s in .string(s.asObject(XmlWriterObject.self)?.indent == nil ? "None" : "Indented") }
      ) { s, v in
        let w = s.asObject(XmlWriterObject.self)
        w?.indent =
          Ordinal.equalsIgnoreCase(try Operations.toString(v), "Indented") || v.longValue == 1 ? w?.indent ?? "  " : nil
      }
      t.prop("int Indentation", { s in .int(s.asObject(XmlWriterObject.self)?.indent?.count ?? 2) }) { s, v in
        let w = s.asObject(XmlWriterObject.self)
        w?.indent = String(repeating: String(w?.indent?.first ?? " "), count: max(0, v.intValue))
      }
      t.prop("char IndentChar", { _ in .char(32) }) { s, v in
        let w = s.asObject(XmlWriterObject.self)
        w?.indent = String(repeating: [v].str(0), count: w?.indent?.count ?? 2)
      }
    }
  }

  private static func make(_ type: String, _ target: Value, _ settings: Value) throws -> Value {
    let f = settings.asObject(PlainObject.self)?.fields ?? [:]
    let w: XmlWriterObject
    if let t = target.asObject(WriterObject.self) {
      w = XmlWriterObject(type, encoding: t.encodingObject.webName, sink: t.write, finish: t.flush)
    } else if let b = target.asObject(StringBuilderObject.self) {
      w = XmlWriterObject(type, encoding: "utf-16", sink: { b.append($0) }, finish: {})
    } else {
      let stream = try target.asObject(StreamObject.self) ?? FileStreamObject.open(target.str, mode: 2, access: 2)
      let isOwn = target.asObject(StreamObject.self) == nil
      let e = f["Encoding"]?.asObject(EncodingObject.self) ?? .utf8NoBOM
      let out = WriterObject(stream: stream, e)
      w = XmlWriterObject(type, encoding: e.webName, sink: out.write, finish: out.flush)
      _ = isOwn
    }
    if [f["Indent"] ?? .null].bool(0) { w.indent = f["IndentChars"]?.str ?? "  " }
    w.omitDeclaration = [f["OmitXmlDeclaration"] ?? .null].bool(0)
    return .object(w)
  }

  private static func create(_ t: TypeBuilder) {
    for type in ["string", "System.IO.Stream", "System.IO.TextWriter", "System.Text.StringBuilder"] {
      t.fixed("System.Xml.XmlWriter Create(\(type) output)") { a in try make("XmlWriter", a[0], .null) }
      t.fixed("System.Xml.XmlWriter Create(\(type) output, System.Xml.XmlWriterSettings settings)") { a in
        try make("XmlWriter", a[0], a[1])
      }
    }
  }

  private static func me(_ v: Value) throws -> XmlWriterObject {
    guard let w = v.asObject(XmlWriterObject.self) else { throw Throw.nullReference() }
    return w
  }

  private static func elements(_ t: TypeBuilder) {
    t.action("WriteStartDocument()") { s, _ in try me(s).startDocument() }
    t.action("WriteStartDocument(bool standalone)") { s, _ in try me(s).startDocument() }
    t.action("WriteEndDocument()") { s, _ in try me(s).endDocument() }
    t.action("WriteStartElement(string localName)") { s, a in try me(s).startElement(a.str(0)) }
    t.action("WriteStartElement(string localName, string ns)") { s, a in
      try me(s).startElement(a.str(0))
      if !a.str(1).isEmpty { try me(s).attribute("xmlns", a.str(1)) }
    }
    t.action("WriteStartElement(string prefix, string localName, string ns)") { s, a in
      try me(s).startElement(a.str(0).isEmpty ? a.str(1) : a.str(0) + ":" + a.str(1))
      if !a.str(2).isEmpty { try me(s).attribute(a.str(0).isEmpty ? "xmlns" : "xmlns:" + a.str(0), a.str(2)) }
    }
    t.action("WriteEndElement()") { s, _ in try me(s).endElement(full: false) }
    t.action("WriteFullEndElement()") { s, _ in try me(s).endElement(full: true) }
    t.action("WriteElementString(string localName, string value)") { s, a in
      let w = try me(s)
      try w.startElement(a.str(0))
      if !a.str(1).isEmpty { try w.text(a.str(1)) }
      try w.endElement(full: false)
    }
    t.action("WriteAttributeString(string localName, string value)") { s, a in try me(s).attribute(a.str(0), a.str(1)) }
    t.action("WriteAttributeString(string localName, string ns, string value)") { s, a in
      try me(s).attribute(a.str(0), a.str(2))
    }
    t.action("WriteAttributeString(string prefix, string localName, string ns, string value)") { s, a in
      try me(s).attribute(a.str(0).isEmpty ? a.str(1) : a.str(0) + ":" + a.str(1), a.str(3))
    }
  }

  private static func contents(_ t: TypeBuilder) {
    t.action("WriteString(string text)") { s, a in try me(s).text(a.str(0)) }
    t.action("WriteValue(object value)") { s, a in try me(s).text(try Operations.toString(a[0])) }
    t.action("WriteRaw(string data)") { s, a in try me(s).raw(a.str(0)) }
    t.action("WriteCData(string text)") { s, a in try me(s).raw("<![CDATA[" + a.str(0) + "]]>") }
    t.action("WriteComment(string text)") { s, a in try me(s).node("<!--" + a.str(0) + "-->") }
    t.action("WriteProcessingInstruction(string name, string text)") { s, a in
      try me(s).node("<?" + a.str(0) + " " + a.str(1) + "?>")
    }
    t.action("WriteDocType(string name, string pubid, string sysid, string subset)") { s, a in
      try me(s).node("<!DOCTYPE " + a.str(0) + ">")
    }
    for n in ["Flush", "Close", "Dispose"] { t.action("\(n)()") { s, _ in try me(s).flush() } }
  }
}
