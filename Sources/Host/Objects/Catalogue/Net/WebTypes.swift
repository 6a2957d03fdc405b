import Basics

/// `HttpUtility`, `WebUtility`, `NameValueCollection`, `IPAddress`.
enum WebTypes {
  static func register() {
    for name in ["System.Web.HttpUtility", "System.Net.WebUtility"] {
      Catalogue.register(name) { t in
        let isHttp = name.hasSuffix("HttpUtility")
        t.fixed("string UrlEncode(string str)") { a in a[0].isNull ? .null : .string(encode(a.str(0), lower: isHttp)) }
        t.fixed("string UrlDecode(string str)") { a in
          a[0].isNull ? .null : .string(Percent.unescape(String(a.str(0).map { $0 == "+" ? " " : $0 })))
        }
        t.fixed("string HtmlEncode(string s)") { a in a[0].isNull ? .null : .string(HtmlText.encode(a.str(0))) }
        t.fixed("string HtmlDecode(string s)") { a in a[0].isNull ? .null : .string(HtmlText.decode(a.str(0))) }
        if !isHttp { return }
        t.fixed("string UrlPathEncode(string str)") { a in
          .string(
            a.str(0).unicodeScalars.map { $0 == " " ? "%20" : $0.isASCII ? String($0) : Percent.escapeData(String($0)) }
              .joined())
        }
        t.fixed("string HtmlAttributeEncode(string s)") { a in
          .string(HtmlText.encode(a.str(0)).replacingText("&gt;", ">"))
        }
        t.fixed("string JavaScriptStringEncode(string value)") { a in .string(HtmlText.script(a.str(0))) }
        t.fixed("System.Collections.Specialized.NameValueCollection ParseQueryString(string query)") { a in
          let c = NameValueObject(isQuery: true)
          var s = try a.requireStr(0, "query")[...]
          if s.first == "?" { s = s.dropFirst() }
          for pair in s.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
              Percent.unescape(String($0.map { $0 == "+" ? " " : $0 }))
            }
            if parts.count == 2 { c.add(parts[0], parts[1]) } else { c.add("", parts[0]) }
          }
          return .object(c)
        }
      }
    }
    Catalogue.register("System.Collections.Specialized.NameValueCollection", NameValueObject.members)
    Catalogue.register("System.Net.IPAddress", IPAddressObject.members)
    Catalogue.register("System.Net.IPEndPoint") { t in
      t.new("(ipaddress address, int port)") { a in
        .object(PlainObject(t.type, ["Address": a[0], "Port": a[1]]))
      }
      t.field("ipaddress Address")
      t.field("int Port")
      t.method("string ToString()") { s, _ in
        let f = s.asObject(PlainObject.self)?.fields ?? [:]
        return .string("\(try Operations.toString(f["Address"] ?? .null)):\(f["Port"]?.intValue ?? 0)")
      }
    }
    Catalogue.register("System.Net.Mail.MailAddress") { t in
      t.new("(string address)") { a in
        let s = try a.requireStr(0, "address")
        guard let at = s.firstIndex(of: "@"), at != s.startIndex, s.index(after: at) != s.endIndex, !s.contains(" ")
        else {
          throw Throw.format("The specified string is not in the form required for an e-mail address.")
        }
        let o = PlainObject(
          t.type,
          [
            "Address": .string(s), "User": .string(String(s[..<at])), "Host": .string(String(s[s.index(after: at)...])),
            "DisplayName": .string(""),
          ])
        o.shown = { s }
        return .object(o)
      }
      for n in ["Address", "User", "Host", "DisplayName"] { t.field("string \(n)", settable: false) }
    }
    Catalogue.register("System.Net.ServicePointManager") { t in
      nonisolated(unsafe) var protocols = EnumValue(Types.named("System.Net.SecurityProtocolType"), 0)
      t.fixedProp("System.Net.SecurityProtocolType SecurityProtocol", { .object(protocols) }) { v in
        if let e = v.asObject(EnumValue.self) { protocols = e }
      }
      t.fixedProp("object ServerCertificateValidationCallback", { .null }) { _ in }
      t.fixedProp("bool Expect100Continue", { .bool(true) }) { _ in }
      t.fixedProp("int DefaultConnectionLimit", { .int(2) }) { _ in }
    }
  }

  private static func encode(_ s: String, lower: Bool) -> String {
    var out: [UInt8] = []
    for c in s.utf8 {
      switch c {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x21, 0x2A, 0x28, 0x29: out.append(c)
      case 0x20: out.append(0x2B)
      default: out += [0x25] + Array(Hex.encode([c], upper: !lower).utf8)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension String {
  /// Every occurrence of a text replaced, by code.
  func replacingText(_ old: String, _ new: String) -> String { Trimming.replace(self, old, new, ignoreCase: false) }
}

/// Names with several values each.
public final class NameValueObject: Obj {
  public private(set) var keys: [String] = []
  private var values: [[String]] = []
  private let isQuery: Bool
  public init(isQuery: Bool = false) { self.isQuery = isQuery }
  public override var typeInfo: TypeInfo { Types.named("System.Collections.Specialized.NameValueCollection") }
  public override func makeIterator() throws -> ValueIterator? { ValueIterator(keys.map { .string($0) }) }
  public override func text() throws -> String? {
    guard isQuery else { return nil }
    var out: [String] = []
    for (i, k) in keys.enumerated() {
      for v in values[i] {
        let value = try MemberAccess.invokeStatic(Types.named("System.Web.HttpUtility"), "UrlEncode", [.string(v)]).str
        out.append(k.isEmpty ? value : k + "=" + value)
      }
    }
    return out.joined(separator: "&")
  }
  private func index(_ k: String) -> Int? { keys.firstIndex { Ordinal.equalsIgnoreCase($0, k) } }
  public func add(_ k: String, _ v: String) {
    if let i = index(k) { values[i].append(v) } else { set(k, v) }
  }
  public func set(_ k: String, _ v: String) {
    if let i = index(k) {
      values[i] = [v]
    } else {
      keys.append(k)
      values.append([v])
    }
  }
  public func all(_ k: String) -> [String]? { index(k).map { values[$0] } }
  public func remove(_ k: String) {
    guard let i = index(k) else { return }
    keys.remove(at: i)
    values.remove(at: i)
  }

  static func members(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> NameValueObject {
      guard let c = v.asObject(NameValueObject.self) else { throw Throw.nullReference() }
      return c
    }
    t.new("()") { _ in .object(NameValueObject()) }
    t.prop("int Count") { .int(try me($0).keys.count) }
    t.prop("string[] AllKeys") { .strings(try me($0).keys) }
    t.prop("System.Collections.ICollection Keys") { .strings(try me($0).keys) }
    t.indexer("string", "string name") { s, a in
      .text(try me(s).all(a.str(0))?.joined(separator: ","))
    } set: { s, a in
      try me(s).set(a.str(0), a.str(1))
    }
    t.indexer("string", "int index") { s, a in
      let c = try me(s)
      guard c.keys.indices.contains(a.int(0)) else { throw Throw.index() }
      return .text(c.all(c.keys[a.int(0)])?.joined(separator: ","))
    }
    t.action("Add(string name, string value)") { s, a in try me(s).add(a.str(0), a.str(1)) }
    t.action("Set(string name, string value)") { s, a in try me(s).set(a.str(0), a.str(1)) }
    t.action("Remove(string name)") { s, a in try me(s).remove(a.str(0)) }
    t.action("Clear()") { s, _ in
      let c = try me(s)
      for k in c.keys { c.remove(k) }
    }
    t.method("string Get(string name)") { s, a in .text(try me(s).all(a.str(0))?.joined(separator: ",")) }
    t.method("string[] GetValues(string name)") { s, a in try me(s).all(a.str(0)).map { .strings($0) } ?? .null }
    t.method("string GetKey(int index)") { s, a in
      let c = try me(s)
      guard c.keys.indices.contains(a.int(0)) else { throw Throw.index() }
      return .string(c.keys[a.int(0)])
    }
    t.method("bool HasKeys()") { s, _ in .bool(!(try me(s).keys.isEmpty)) }
    t.method("string ToString()") { s, _ in .string(try me(s).text() ?? t.type.fullName) }
  }
}

/// Characters that HTML and scripts write differently.
enum HtmlText {
  static func encode(_ s: String) -> String {
    var out = ""
    for c in s.unicodeScalars {
      switch c {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      default:
        if (0xA0...0xFF).contains(c.value) || c.value > 0xFFFF {
          out += "&#\(c.value);"
        } else {
          out.unicodeScalars.append(c)
        }
      }
    }
    return out
  }

  static func decode(_ s: String) -> String {
    var out = ""
    var rest = s[...]
    while let amp = rest.firstIndex(of: "&") {
      out += rest[..<amp]
      rest = rest[amp...]
      guard let semi = rest.prefix(12).firstIndex(of: ";"),
        let c = entity(rest[rest.index(after: rest.startIndex)..<semi])
      else {
        out += "&"
        rest = rest.dropFirst()
        continue
      }
      out += c
      rest = rest[rest.index(after: semi)...]
    }
    return out + rest
  }

  private static func entity(_ name: Substring) -> String? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }.map { String($0) }
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }.map { String($0) } }
    return names[String(name)]
  }
  private static let names: [String: String] = [
    "lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "sect": "§", "deg": "°", "plusmn": "±", "hellip": "…",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "laquo": "«", "raquo": "»",
    "bull": "•", "trade": "™", "times": "×", "divide": "÷", "szlig": "ß", "auml": "ä", "ouml": "ö", "uuml": "ü",
    "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à", "aacute": "á",
    "ccedil": "ç", "ntilde": "ñ", "oacute": "ó", "uacute": "ú", "iacute": "í", "aring": "å", "oslash": "ø",
    "aelig": "æ",
  ]

  static func script(_ s: String) -> String {
    var out = ""
    for c in s.unicodeScalars {
      switch c {
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "<", ">", "&", "'":
        out += "\\u00" + Hex.encode([UInt8(truncatingIfNeeded: c.value)], upper: false)
      default:
        if c.value < 0x20 {
          out += "\\u00" + Hex.encode([UInt8(truncatingIfNeeded: c.value)], upper: false)
        } else {
          out.unicodeScalars.append(c)
        }
      }
    }
    return out
  }
}
