import Basics

/// `Uri`, `UriBuilder` and the escaping helpers of the web classes.
enum UriTypes {
  static func register() {
    Catalogue.register("System.Uri") { t in
      t.new("(string uriString)") { a in .object(try make(a.requireStr(0, "uriString"), 1)) }
      t.new("(string uriString, System.UriKind uriKind)") { a in
        .object(try make(a.requireStr(0, "uriString"), a.raw(1)))
      }
      t.new("(uri baseUri, string relativeUri)") { a in try combined(a[0], a.str(1)) }
      t.new("(uri baseUri, uri relativeUri)") { a in try combined(a[0], a.object(1, UriObject.self)?.original ?? "") }
      properties(t)
      statics(t)
      methods(t)
    }
    Catalogue.register("System.UriBuilder", UriBuilderType.members)
    WebTypes.register()
  }

  static func me(_ v: Value) throws -> UriObject {
    guard let u = v.asObject(UriObject.self) else { throw Throw.nullReference() }
    return u
  }

  /// By `UriKind`: 0 either, 1 absolute, 2 relative.
  static func make(_ text: String, _ kind: Int64) throws -> UriObject {
    if kind == 0 || kind == 2 { return UriObject.relativeOrAbsolute(text) }
    guard let u = UriObject.absolute(text) else {
      let why =
        text.isEmpty
        ? "Invalid URI: The URI is empty."
        : "Invalid URI: The format of the URI could not be determined."
      throw GuestError.exception("System.UriFormatException", why)
    }
    return u
  }

  private static func combined(_ base: Value, _ relative: String) throws -> Value {
    guard let b = base.asObject(UriObject.self) else { throw Throw.argumentNull("baseUri") }
    guard let u = b.resolve(relative) else {
      throw GuestError.exception(
        "System.UriFormatException", "Invalid URI: The format of the URI could not be determined.")
    }
    return .object(u)
  }

  private static func absolute(_ v: Value) throws -> UriObject {
    let u = try me(v)
    if !u.isAbsolute { throw Throw.invalid("This operation is not supported for a relative URI.") }
    return u
  }

  private static func properties(_ t: TypeBuilder) {
    let texts: [(String, (UriObject) -> String)] = [
      ("AbsolutePath", \.path), ("AbsoluteUri", \.absoluteUri), ("LocalPath", \.localPath), ("Authority", \.authority),
      ("PathAndQuery", \.pathAndQuery), ("Query", \.query), ("Fragment", \.fragment), ("Host", \.host),
      ("Scheme", \.scheme), ("DnsSafeHost", \.host), ("IdnHost", \.host), ("UserInfo", \.userInfo),
    ]
    for (name, get) in texts { t.prop("string \(name)") { .string(get(try absolute($0))) } }
    t.prop("string OriginalString") { .string(try me($0).original) }
    t.prop("bool IsDefaultPort") { .bool(try absolute($0).isDefaultPort) }
    t.prop("bool IsFile") { .bool(try absolute($0).isFile) }
    t.prop("bool IsLoopback") { .bool(try absolute($0).isLoopback) }
    t.prop("bool IsUnc") { _ in .bool(false) }
    t.prop("bool IsAbsoluteUri") { .bool(try me($0).isAbsolute) }
    t.prop("bool UserEscaped") { _ in .bool(false) }
    t.prop("string[] Segments") { .strings(try absolute($0).segments) }
    t.prop("int Port") { .int(try absolute($0).port) }
    t.prop("System.UriHostNameType HostNameType") { hostType(try absolute($0).hostNameType) }
  }

  private static func hostType(_ name: String) -> Value {
    let type = Types.named("System.UriHostNameType")
    return .object(EnumType.parse(type, name, ignoreCase: true) ?? EnumValue(type, 0))
  }

  private static func statics(_ t: TypeBuilder) {
    for (name, scheme) in [
      ("Http", "http"), ("Https", "https"), ("File", "file"), ("Ftp", "ftp"), ("Mailto", "mailto"), ("Ssh", "ssh"),
    ] {
      t.const("string UriScheme\(name)", .string(scheme))
    }
    t.const("string SchemeDelimiter", .string("://"))
    t.fixed("string EscapeDataString(string stringToEscape)") { a in
      .string(Percent.escapeData(try a.requireStr(0, "stringToEscape")))
    }
    t.fixed("string UnescapeDataString(string stringToUnescape)") { a in
      .string(Percent.unescape(try a.requireStr(0, "stringToUnescape")))
    }
    t.fixed("string EscapeUriString(string stringToEscape)") { a in
      .string(Percent.escapeUri(try a.requireStr(0, "stringToEscape")))
    }
    t.fixed("bool TryCreate(string uriString, System.UriKind uriKind, ref uri result)") { a in
      let u = a.strOrNil(0).flatMap { try? make($0, a.raw(1)) }
      try a.object(2, PSReference.self)?.set(u.map { .object($0) } ?? .null)
      return .bool(u != nil)
    }
    t.fixed("bool TryCreate(uri baseUri, string relativeUri, ref uri result)") { a in
      let u = try? combined(a[0], a.str(1))
      try a.object(2, PSReference.self)?.set(u ?? .null)
      return .bool(u != nil)
    }
    t.fixed("bool IsWellFormedUriString(string uriString, System.UriKind uriKind)") { a in
      guard let s = a.strOrNil(0), !s.contains(" ") else { return .bool(false) }
      let absolute = UriObject.absolute(s) != nil
      return .bool(a.raw(1) == 1 ? absolute : a.raw(1) == 2 ? !absolute : true)
    }
    t.fixed("System.UriHostNameType CheckHostName(string name)") { a in hostType(UriObject.checkHostName(a.str(0))) }
    t.fixed("bool CheckSchemeName(string schemeName)") { a in .bool(UriObject.isScheme(a.str(0))) }
    t.fixed("bool IsHexDigit(char character)") { a in
      let c = a.char(0)
      return .bool(c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 6)
    }
    t.fixed("string HexEscape(char character)") { a in
      .string("%" + Hex.encode([UInt8(truncatingIfNeeded: a.char(0))], upper: true))
    }
  }

  private static func methods(_ t: TypeBuilder) {
    t.method("string ToString()") { s, _ in .string(try me(s).description) }
    t.method("bool Equals(object comparand)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("bool IsBaseOf(uri uri)") { s, a in
      .bool(try me(a[0]).absoluteUri.hasPrefix(try me(s).absoluteUri))
    }
    t.method("uri MakeRelativeUri(uri uri)") { s, a in
      let (from, to) = (try me(s), try me(a[0]))
      guard from.scheme == to.scheme, from.authority == to.authority else { return a[0] }
      let base = "/" + from.path.split(separator: "/").dropLast(from.path.hasSuffix("/") ? 0 : 1).joined(separator: "/")
      let relative = PathText.relative(from: base, to: to.path.isEmpty ? "/" : to.path)
      return .object(UriObject.relativeOrAbsolute(relative == "." ? "" : relative + to.query + to.fragment))
    }
    t.method("string GetLeftPart(System.UriPartial part)") { s, a in
      let u = try absolute(s)
      let scheme = u.scheme + "://"
      switch a.raw(0) {
      case 0: return .string(scheme)
      case 1: return .string(scheme + u.authority)
      case 2: return .string(scheme + u.authority + u.path)
      default: return .string(scheme + u.authority + u.path + u.query)
      }
    }
    t.method("string GetComponents(System.UriComponents components, System.UriFormat format)") { s, _ in
      .string(try absolute(s).absoluteUri)
    }
  }
}

/// `System.UriBuilder`.
enum UriBuilderType {
  static func members(_ t: TypeBuilder) {
    let type = t.type
    func make(_ fields: [String: Value] = [:]) -> PlainObject {
      let o = PlainObject(
        type,
        [
          "Scheme": .string("http"), "Host": .string("localhost"), "Port": .int(Int32(-1)), "Path": .string("/"),
          "Query": .string(""), "Fragment": .string(""), "UserName": .string(""), "Password": .string(""),
        ])
      for (k, v) in fields { o.fields[k] = v }
      o.shown = { [unowned o] in text(o) }
      return o
    }
    func from(_ u: UriObject) -> Value {
      let user = u.userInfo.split(separator: ":", maxSplits: 1)
      return .object(
        make([
          "Scheme": .string(u.scheme), "Host": .string(u.host), "Port": .int(u.port), "Path": .string(u.path),
          "Query": .string(u.query), "Fragment": .string(u.fragment),
          "UserName": .string(user.first.map { String($0) } ?? ""),
          "Password": .string(user.count > 1 ? String(user[1]) : ""),
        ]))
    }
    t.new("()") { _ in .object(make()) }
    t.new("(string uri)") { a in
      let s = try a.requireStr(0, "uri")
      return from(try UriObject.absolute(s) ?? UriTypes.make("http://" + s, 1))
    }
    t.new("(uri uri)") { a in from(try UriTypes.me(a[0])) }
    t.new("(string schemeName, string hostName)") { a in .object(make(["Scheme": a[0], "Host": a[1]])) }
    t.new("(string scheme, string host, int portNumber)") { a in
      .object(make(["Scheme": a[0], "Host": a[1], "Port": a[2]]))
    }
    t.new("(string scheme, string host, int port, string pathValue)") { a in
      .object(make(["Scheme": a[0], "Host": a[1], "Port": a[2], "Path": .string(rooted(a.str(3)))]))
    }
    for name in ["Scheme", "Host", "UserName", "Password"] { t.field("string \(name)") }
    t.field("int Port")
    marked(t, "Path", rooted)
    marked(t, "Query") { $0.isEmpty || $0.hasPrefix("?") ? $0 : "?" + $0 }
    marked(t, "Fragment") { $0.isEmpty || $0.hasPrefix("#") ? $0 : "#" + $0 }
    t.prop("uri Uri") { .object(try UriTypes.make($0.asObject(PlainObject.self).map(text) ?? "", 1)) }
    t.method("string ToString()") { s, _ in .string(s.asObject(PlainObject.self).map(text) ?? "") }
  }

  private static func rooted(_ s: String) -> String { s.hasPrefix("/") ? s : "/" + s }

  private static func marked(_ t: TypeBuilder, _ name: String, _ mark: @escaping (String) -> String) {
    t.prop("string \(name)", { $0.asObject(PlainObject.self)?.fields[name] ?? .null }) { s, v in
      s.asObject(PlainObject.self)?.fields[name] = .string(mark(v.str))
    }
  }

  private static func text(_ o: PlainObject) -> String {
    func f(_ n: String) -> String { o.fields[n]?.str ?? "" }
    let port = o.fields["Port"]?.intValue ?? -1
    let user = f("UserName").isEmpty ? "" : f("UserName") + (f("Password").isEmpty ? "" : ":" + f("Password")) + "@"
    return f("Scheme") + "://" + user + f("Host") + (port >= 0 ? ":\(port)" : "") + f("Path") + f("Query")
      + f("Fragment")
  }
}
