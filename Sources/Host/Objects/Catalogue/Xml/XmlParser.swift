import Basics

/// Reads XML text into a tree; throws XmlException with line and position.
struct XmlParser {
  private let s: [UInt8]
  private var i = 0
  private let document: XmlNodeObject
  private static let depthLimit = 2000

  /// Parses a whole document.
  static func parse(_ text: String, into document: XmlNodeObject) throws {
    var p = XmlParser(text, document)
    document.removeAllChildren()
    try p.content(of: document, depth: 0)
    if document.root == nil { throw p.error("Root element is missing.") }
  }
  /// Parses what a cast to `[xml]` accepts: also nothing at all, with PowerShell's words for text at the top.
  static func cast(_ text: String, into document: XmlNodeObject) throws {
    var p = XmlParser(text, document)
    p.skipSpace()
    if p.i >= p.s.count { return }
    if p.s[p.i] != 0x3C {
      throw Throw.invalid(
        "The specified node cannot be inserted as the valid child of this node, because the specified node is the wrong type."
      )
    }
    try parse(text, into: document)
  }
  /// Parses content for an element (`InnerXml`).
  static func parseFragment(_ text: String, into parent: XmlNodeObject) throws {
    var p = XmlParser(text, parent.owner)
    try p.content(of: parent, depth: 1)
    if p.i < p.s.count { throw p.error("Unexpected end tag.") }
  }

  private init(_ text: String, _ document: XmlNodeObject) {
    s = Array(text.utf8)
    self.document = document
    if s.starts(with: [0xEF, 0xBB, 0xBF]) { i = 3 }
  }

  private func error(_ message: String) -> GuestError {
    var line = 1
    var column = 1
    for c in s[..<min(i, s.count)] {
      if c == 10 {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    let e = GuestError.exception("System.Xml.XmlException", "\(message) Line \(line), position \(column).")
    e.record.exception.fields["LineNumber"] = .int(line)
    e.record.exception.fields["LinePosition"] = .int(column)
    return e
  }

  private func at(_ p: String) -> Bool {
    var j = i
    for c in p.utf8 {
      guard j < s.count, s[j] == c else { return false }
      j += 1
    }
    return true
  }
  private mutating func take(_ p: String) -> Bool {
    guard at(p) else { return false }
    i += p.utf8.count
    return true
  }
  private mutating func until(_ p: String, _ what: String) throws -> String {
    let start = i
    while i < s.count && !at(p) { i += 1 }
    guard i < s.count else { throw error("Unexpected end of file while parsing \(what) has occurred.") }
    defer { i += p.utf8.count }
    return String(decoding: s[start..<i], as: UTF8.self)
  }
  private static func isSpace(_ c: UInt8) -> Bool { c == 32 || c == 9 || c == 10 || c == 13 }
  private mutating func skipSpace() { while i < s.count, XmlParser.isSpace(s[i]) { i += 1 } }

  private mutating func name() throws -> String {
    let start = i
    while i < s.count {
      let c = s[i]
      let ok =
        c >= 0x80 || c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 26 || c == 0x5F || c == 0x2D || c == 0x2E || c == 0x3A
      if !ok { break }
      i += 1
    }
    let n = String(decoding: s[start..<i], as: UTF8.self)
    if n.isEmpty || (s[start] < 0x80 && !((s[start] | 0x20) &- 0x61 < 26 || s[start] == 0x5F || s[start] == 0x3A)) {
      i = start
      if i >= s.count { throw error("Unexpected end of file has occurred.") }
      let shown = Character(Unicode.Scalar(s[start]))
      throw error(
        "Name cannot begin with the '\(shown)' character, hexadecimal value 0x\(Hex.encode([s[start]], upper: true)).")
    }
    return n
  }

  /// Everything up to the end tag of the parent, which is left unread.
  private mutating func content(of parent: XmlNodeObject, depth: Int) throws {
    if depth > XmlParser.depthLimit { throw error("The document is nested too deeply.") }
    let isTop = parent.kind == .document
    while i < s.count {
      if s[i] != 0x3C {
        try text(in: parent, isTop: isTop)
      } else if at("</") {
        if isTop { throw error("Unexpected end tag.") }
        return
      } else if take("<!--") {
        parent.append(XmlNodeObject(.comment, "#comment", value: try until("-->", "Comment"), document: document))
      } else if take("<![CDATA[") {
        parent.append(XmlNodeObject(.cdata, "#cdata-section", value: try until("]]>", "CDATA"), document: document))
      } else if take("<?") {
        try instruction(in: parent)
      } else if at("<!DOCTYPE") {
        try doctype(in: parent)
      } else {
        if isTop && parent.root != nil { throw error("There are multiple root elements.") }
        try element(in: parent, depth: depth)
      }
    }
  }

  private mutating func text(in parent: XmlNodeObject, isTop: Bool) throws {
    let start = i
    while i < s.count && s[i] != 0x3C { i += 1 }
    let raw = s[start..<i]
    if raw.allSatisfy(XmlParser.isSpace) {
      // White space alone is kept only on request, or inside xml:space.
      if document.preservesWhitespace && !raw.isEmpty {
        parent.append(
          XmlNodeObject(.whitespace, "#whitespace", value: String(decoding: raw, as: UTF8.self), document: document))
      }
      return
    }
    if isTop {
      i = start
      throw error("Data at the root level is invalid.")
    }
    parent.append(XmlNodeObject(.text, "#text", value: try decode(raw, isAttribute: false), document: document))
  }

  private mutating func instruction(in parent: XmlNodeObject) throws {
    let n = try name()
    skipSpace()
    let data = try until("?>", "PI")
    if n == "xml" {
      var attributes = XmlParser("<d " + data + "/>", document)
      let holder = XmlNodeObject(.element, "h", document: document)
      try attributes.element(in: holder, depth: 0)
      let d = holder.children.first
      var text = ""
      for a in d?.attributes ?? [] { text += (text.isEmpty ? "" : " ") + a.name + "=\"" + a.value + "\"" }
      parent.append(XmlNodeObject(.declaration, "xml", value: text, document: document))
    } else {
      parent.append(XmlNodeObject(.processingInstruction, n, value: data, document: document))
    }
  }

  /// A document type declaration is kept as text; its entities are not read.
  private mutating func doctype(in parent: XmlNodeObject) throws {
    let start = i
    var depth = 0
    while i < s.count {
      switch s[i] {
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      case 0x3E where depth == 0:
        i += 1
        let all = String(decoding: s[start..<i], as: UTF8.self)
        let words = all.split(whereSeparator: { $0 == " " || $0 == ">" || $0 == "[" })
        parent.append(
          XmlNodeObject(.documentType, words.count > 1 ? String(words[1]) : "", value: all, document: document))
        return
      default: break
      }
      i += 1
    }
    throw error("Unexpected end of file while parsing DOCTYPE has occurred.")
  }

  private mutating func element(in parent: XmlNodeObject, depth: Int) throws {
    i += 1
    let tagStart = i
    let tag = try name()
    var attributes: [(String, String)] = []
    while true {
      skipSpace()
      guard i < s.count else {
        throw error("Unexpected end of file has occurred. The following elements are not closed: \(tag).")
      }
      if s[i] == 0x2F || s[i] == 0x3E { break }
      let n = try name()
      skipSpace()
      guard take("=") else { throw unexpected("=") }
      skipSpace()
      guard i < s.count, s[i] == 0x22 || s[i] == 0x27 else { throw unexpected("\" or '") }
      let quote = s[i]
      i += 1
      let start = i
      while i < s.count && s[i] != quote && s[i] != 0x3C { i += 1 }
      guard i < s.count, s[i] == quote else {
        throw error("'<', hexadecimal value 0x3C, is an invalid attribute character.")
      }
      let v = try decode(s[start..<i], isAttribute: true)
      i += 1
      if attributes.contains(where: { $0.0 == n }) { throw error("'\(n)' is a duplicate attribute name.") }
      attributes.append((n, v))
    }
    let e = try make(tag, attributes, in: parent)
    parent.append(e)
    if take("/>") {
      e.isEmptyTag = true
      return
    }
    guard take(">") else { throw unexpected(">") }
    e.isEmptyTag = false
    try content(of: e, depth: depth + 1)
    guard take("</") else {
      throw error("Unexpected end of file has occurred. The following elements are not closed: \(tag).")
    }
    let end = try name()
    if end != tag {
      let line = 1 + s[..<tagStart].reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
      throw error(
        "The '\(tag)' start tag on line \(line) position \(tagStart + 1) does not match the end tag of '\(end)'.")
    }
    skipSpace()
    guard take(">") else { throw unexpected(">") }
  }

  private func unexpected(_ wanted: String) -> GuestError {
    guard i < s.count else { return error("Unexpected end of file has occurred.") }
    let c = String(decoding: s[i..<min(s.count, i + 1)], as: UTF8.self)
    return error("'\(c)' is an unexpected token. The expected token is '\(wanted)'.")
  }

  private func make(_ tag: String, _ attributes: [(String, String)], in parent: XmlNodeObject) throws -> XmlNodeObject {
    func resolve(_ prefix: String, isAttribute: Bool) throws -> String {
      if prefix == "xmlns" { return "http://www.w3.org/2000/xmlns/" }
      if prefix.isEmpty && isAttribute { return "" }
      let key = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
      if let own = attributes.first(where: { $0.0 == key }) { return own.1 }
      if let n = parent.namespace(of: prefix) { return n }
      if prefix.isEmpty { return "" }
      throw error("'\(prefix)' is an undeclared prefix.")
    }
    func prefix(_ n: String) -> String { n.firstIndex(of: ":").map { String(n[..<$0]) } ?? "" }
    let e = XmlNodeObject(.element, tag, namespace: try resolve(prefix(tag), isAttribute: false), document: document)
    for (n, v) in attributes {
      let ns = n == "xmlns" ? "http://www.w3.org/2000/xmlns/" : try resolve(prefix(n), isAttribute: true)
      e.setAttribute(XmlNodeObject(.attribute, n, value: v, namespace: ns, document: document))
    }
    return e
  }

  /// Entities and line ends.
  private func decode(_ raw: ArraySlice<UInt8>, isAttribute: Bool) throws -> String {
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var j = raw.startIndex
    while j < raw.endIndex {
      let c = raw[j]
      if c == 0x26 {
        guard let semi = raw[j...].firstIndex(of: 0x3B) else {
          throw error("An error occurred while parsing EntityName.")
        }
        let n = String(decoding: raw[(j + 1)..<semi], as: UTF8.self)
        guard let text = XmlParser.entity(n) else { throw error("Reference to undeclared entity '\(n)'.") }
        out += Array(text.utf8)
        j = semi + 1
        continue
      }
      if c == 13 {
        if j + 1 < raw.endIndex, raw[j + 1] == 10 { j += 1 }
        out.append(isAttribute ? 32 : 10)
      } else {
        out.append(isAttribute && (c == 10 || c == 9) ? 32 : c)
      }
      j += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func entity(_ n: String) -> String? {
    switch n {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard n.hasPrefix("#") else { return nil }
    let digits = n.dropFirst()
    let code = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }
}
