import Basics

/// `XmlDocument` and `XmlNamespaceManager`.
enum XmlDocumentMembers {
  private static let space = "System.Xml."

  static func register() {
    Catalogue.register(space + "XmlDocument") { t in
      t.new("()") { _ in .object(XmlNodeObject.makeDocument()) }
      t.new("(System.Xml.XmlNameTable nt)") { _ in .object(XmlNodeObject.makeDocument()) }
      loading(t)
      saving(t)
      creating(t)
      XmlMembers.elementsByTag(t)
    }
    Catalogue.declare(space + "NameTable", base: space + "XmlNameTable")
    Catalogue.register(space + "NameTable") { t in t.new("()") { _ in .object(PlainObject(t.type)) } }
    Catalogue.register(space + "XmlNamespaceManager") { t in
      t.new("(System.Xml.XmlNameTable nameTable)") { _ in
        .object(PlainObject(t.type, ["prefixes": .object(PSDictionary(Types.hashtable, ignoreCase: false))]))
      }
      func table(_ v: Value) -> PSDictionary? {
        v.asObject(PlainObject.self)?.fields["prefixes"]?.asObject(PSDictionary.self)
      }
      t.action("AddNamespace(string prefix, string uri)") { s, a in table(s)?.set(a.str(0), .string(a.str(1))) }
      t.action("RemoveNamespace(string prefix, string uri)") { s, a in _ = table(s)?.remove(.string(a.str(0))) }
      t.method("string LookupNamespace(string prefix)") { s, a in table(s)?.get(a.str(0)) ?? .null }
      t.method("bool HasNamespace(string prefix)") { s, a in .bool(table(s)?.get(a.str(0)) != nil) }
    }
    Catalogue.register(space + "XmlConvert", convert)
    Catalogue.register("System.Security.SecurityElement") { t in
      t.fixed("string Escape(string str)") { a in
        a[0].isNull ? .null : .string(XmlText.escape(a.str(0), isAttribute: true).replacingText("'", "&apos;"))
      }
    }
  }

  private static func me(_ v: Value) throws -> XmlNodeObject { try XmlMembers.me(v) }

  private static func loading(_ t: TypeBuilder) {
    t.prop("System.Xml.XmlElement DocumentElement") { XmlMembers.node(try me($0).root) }
    t.prop("bool PreserveWhitespace", { .bool(try me($0).preservesWhitespace) }) { s, v in
      try me(s).preservesWhitespace = [v].bool(0)
    }
    t.prop("System.Xml.XmlNameTable NameTable") { _ in .object(PlainObject(Types.named(space + "NameTable"))) }
    t.prop("object XmlResolver", { _ in .null }) { _, _ in }
    t.prop("System.Xml.XmlDocumentType DocumentType") { s in
      XmlMembers.node(try me(s).children.first { $0.kind == .documentType })
    }
    t.action("LoadXml(string xml)") { s, a in try XmlParser.parse(try a.requireStr(0, "xml"), into: me(s)) }
    t.action("Load(string filename)") { s, a in try XmlParser.parse(FileType.text(FileType.path(a), nil), into: me(s)) }
    t.action("Load(System.IO.Stream inStream)") { s, a in
      let b = try StreamTypes.me(a[0]).readAll()
      let (coding, n) = TextCoding.detect(b) ?? (.utf8, 0)
      try XmlParser.parse(coding.decode(b[n...]), into: me(s))
    }
    t.action("Load(System.IO.TextReader txtReader)") { s, a in
      guard let r = a.object(0, ReaderObject.self) else { throw Throw.argumentNull("txtReader") }
      try XmlParser.parse(r.readToEnd(), into: me(s))
    }
  }

  /// The document as it is saved: indented unless white space is its own.
  private static func text(_ d: XmlNodeObject) -> String {
    d.preservesWhitespace ? XmlText.outer(d) : XmlText.indented(d)
  }

  private static func saving(_ t: TypeBuilder) {
    t.action("Save(string filename)") { s, a in
      try Files.write(FileType.path(a), Array(text(me(s)).utf8), append: false)
    }
    t.action("Save(System.IO.Stream outStream)") { s, a in try StreamTypes.me(a[0]).write(Array(text(me(s)).utf8)) }
    t.action("Save(System.IO.TextWriter writer)") { s, a in
      guard let w = a.object(0, WriterObject.self) else { throw Throw.argumentNull("writer") }
      let d = try me(s)
      let declaration = "<?xml version=\"1.0\" encoding=\"\(w.encodingObject.webName)\"?>"
      if let own = d.children.first(where: { $0.kind == .declaration }) {
        try w.write(text(d).replacingText("<?xml " + own.value + "?>", declaration))
      } else {
        try w.write(declaration + w.newLine + text(d))
      }
    }
    t.action("Save(System.Xml.XmlWriter w)") { s, a in
      guard let w = a.object(0, XmlWriterObject.self) else { throw Throw.argumentNull("w") }
      try w.document(me(s))
    }
  }

  private static func creating(_ t: TypeBuilder) {
    func make(_ s: Value, _ kind: XmlKind, _ name: String, _ value: String = "", _ ns: String = "") throws -> Value {
      .object(XmlNodeObject(kind, name, value: value, namespace: ns, document: try me(s)))
    }
    for (name, kind) in [("Element", XmlKind.element), ("Attribute", .attribute)] {
      t.method("System.Xml.Xml\(name) Create\(name)(string name)") { s, a in try make(s, kind, a.str(0)) }
      t.method("System.Xml.Xml\(name) Create\(name)(string qualifiedName, string namespaceURI)") { s, a in
        try make(s, kind, a.str(0), "", a.str(1))
      }
      t.method("System.Xml.Xml\(name) Create\(name)(string prefix, string localName, string namespaceURI)") { s, a in
        try make(s, kind, a.str(0).isEmpty ? a.str(1) : a.str(0) + ":" + a.str(1), "", a.str(2))
      }
    }
    t.method("System.Xml.XmlText CreateTextNode(string text)") { s, a in try make(s, .text, "#text", a.str(0)) }
    t.method("System.Xml.XmlComment CreateComment(string data)") { s, a in try make(s, .comment, "#comment", a.str(0)) }
    t.method("System.Xml.XmlCDataSection CreateCDataSection(string data)") { s, a in
      try make(s, .cdata, "#cdata-section", a.str(0))
    }
    t.method("System.Xml.XmlWhitespace CreateWhitespace(string text)") { s, a in
      try make(s, .whitespace, "#whitespace", a.str(0))
    }
    t.method("System.Xml.XmlDocumentFragment CreateDocumentFragment()") { s, _ in
      try make(s, .documentFragment, "#document-fragment")
    }
    t.method("System.Xml.XmlProcessingInstruction CreateProcessingInstruction(string target, string data)") { s, a in
      try make(s, .processingInstruction, a.str(0), a.str(1))
    }
    t.method("System.Xml.XmlDeclaration CreateXmlDeclaration(string version, string encoding, string standalone)") {
      s, a in
      var v = "version=\"\(a.str(0))\""
      if !a.str(1).isEmpty { v += " encoding=\"\(a.str(1))\"" }
      if !a.str(2).isEmpty { v += " standalone=\"\(a.str(2))\"" }
      return try make(s, .declaration, "xml", v)
    }
    t.method("System.Xml.XmlNode CreateNode(System.Xml.XmlNodeType type, string name, string namespaceURI)") { s, a in
      try make(s, XmlKind(rawValue: a.raw(0)) ?? .element, a.str(1), "", a.str(2))
    }
    t.method("System.Xml.XmlNode CreateNode(string nodeTypeString, string name, string namespaceURI)") { s, a in
      let kinds: [String: XmlKind] = [
        "element": .element, "attribute": .attribute, "text": .text, "comment": .comment, "cdatasection": .cdata,
      ]
      return try make(s, kinds[a.str(0)] ?? .element, a.str(1), "", a.str(2))
    }
    t.method("System.Xml.XmlNode ImportNode(System.Xml.XmlNode node, bool deep)") { s, a in
      .object(try me(a[0]).clone(deep: a.bool(1), into: try me(s)))
    }
  }

  private static func convert(_ t: TypeBuilder) {
    t.fixed("string ToString(bool value)") { a in .string(a.bool(0) ? "true" : "false") }
    for type in ["int", "long", "double", "decimal"] {
      t.fixed("string ToString(\(type) value)") { a in
        .string(try Formatting.format(a[0], nil, .object(CultureObject.invariant)))
      }
    }
    t.fixed("string ToString(datetime value)") { a in
      .string(try Formatting.format(a[0], "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", .object(CultureObject.invariant)))
    }
    t.fixed("string ToString(datetime value, System.Xml.XmlDateTimeSerializationMode dateTimeOption)") { a in
      .string(try Formatting.format(a[0], "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", .object(CultureObject.invariant)))
    }
    t.fixed("bool ToBoolean(string s)") { a in
      switch Trimming.trim(a.str(0), left: true, right: true) {
      case "1", "true": return .bool(true)
      case "0", "false": return .bool(false)
      default: throw Throw.format("The string '\(a.str(0))' is not a valid Boolean value.")
      }
    }
    for name in ["EncodeName", "EncodeLocalName"] {
      t.fixed("string \(name)(string name)") { a in
        var out = ""
        for (i, c) in a.str(0).unicodeScalars.enumerated() {
          let ok =
            c.properties.isAlphabetic || c == "_"
            || (i > 0 && (c.properties.numericType != nil || c == "-" || c == "."))
          out +=
            ok
            ? String(c)
            : "_x"
              + Hex.encode([UInt8(truncatingIfNeeded: c.value >> 8), UInt8(truncatingIfNeeded: c.value)], upper: true)
              + "_"
        }
        return .string(out)
      }
    }
    t.fixed("string DecodeName(string name)") { a in
      let pattern = try RegexObject.make("_x([0-9A-Fa-f]{4})_", RegexOptions(rawValue: 0))
      return .string(
        pattern.replace(a.str(0)) { m in
          UInt32(m.group(1).value, radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) } ?? ""
        })
    }
  }
}
