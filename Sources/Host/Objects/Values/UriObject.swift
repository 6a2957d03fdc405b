import Basics

/// A `[uri]` value, split into its parts.
public final class UriObject: Obj {
  /// The text as it was given.
  public let original: String
  public private(set) var isAbsolute = false
  public private(set) var scheme = ""
  public private(set) var userInfo = ""
  public private(set) var host = ""
  /// The port, the scheme's default, or -1.
  public private(set) var port = -1
  public private(set) var isDefaultPort = true
  /// The path, escaped; `/` at least for schemes with a host.
  public private(set) var path = ""
  /// The query with its question mark, or empty.
  public private(set) var query = ""
  /// The fragment with its hash sign, or empty.
  public private(set) var fragment = ""
  private var hasAuthority = false

  private init(_ original: String) { self.original = original }

  public override var typeInfo: TypeInfo { Types.uri }
  public override func text() throws -> String? { description }
  public override func isEqual(_ other: Value) -> Bool {
    guard let u = other.asObject(UriObject.self) else { return false }
    if isAbsolute != u.isAbsolute { return false }
    return isAbsolute ? absoluteUri.dropFragment == u.absoluteUri.dropFragment : original == u.original
  }
  public override func hashInto(_ hasher: inout Hasher) {
    hasher.combine(isAbsolute ? absoluteUri.dropFragment : original)
  }

  /// Ports the framework knows by scheme.
  public static let defaultPorts: [String: Int] = [
    "http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443, "gopher": 70, "nntp": 119, "news": -1, "mailto": 25,
    "telnet": 23, "ldap": 389, "net.tcp": 808, "file": -1,
  ]

  /// The uri a text names; anything that is not absolute is relative.
  public static func relativeOrAbsolute(_ text: String) -> UriObject {
    absolute(text)
      ?? {
        let u = UriObject(text)
        return u
      }()
  }

  /// The absolute uri a text names, or nil.
  public static func absolute(_ text: String) -> UriObject? {
    let t = text.trimmedSpaces
    if t.hasPrefix("/") {
      let u = UriObject(text)
      u.isAbsolute = true
      u.scheme = "file"
      u.hasAuthority = true
      u.path = Percent.escape(t, keep: Percent.pathKeep)
      return u
    }
    guard let colon = t.firstIndex(of: ":") else { return nil }
    let scheme = t[..<colon].lowercased()
    guard isScheme(scheme) else { return nil }
    let u = UriObject(text)
    u.isAbsolute = true
    u.scheme = scheme
    return u.parse(t[t.index(after: colon)...]) ? u : nil
  }

  /// Whether a text could be a scheme.
  public static func isScheme(_ s: some StringProtocol) -> Bool {
    guard let f = s.utf8.first, (f | 0x20) &- 0x61 < 26 else { return false }
    return s.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
  }

  private func parse(_ text: Substring) -> Bool {
    var rest = text
    if let hash = rest.firstIndex(of: "#") {
      fragment = Percent.escape(String(rest[hash...]), keep: Percent.fragmentKeep)
      rest = rest[..<hash]
    }
    if let q = rest.firstIndex(of: "?") {
      query = Percent.escape(String(rest[q...]), keep: Percent.queryKeep)
      rest = rest[..<q]
    }
    port = UriObject.defaultPorts[scheme] ?? -1
    if rest.hasPrefix("//") {
      hasAuthority = true
      rest = rest.dropFirst(2)
      let end = rest.firstIndex { $0 == "/" || $0 == "\\" } ?? rest.endIndex
      guard parseAuthority(rest[..<end]) else { return false }
      rest = rest[end...]
    } else if UriObject.defaultPorts[scheme] != nil && scheme != "mailto" && scheme != "news" {
      return false
    } else if scheme == "mailto", let at = rest.firstIndex(of: "@") {
      userInfo = String(rest[..<at])
      host = String(rest[rest.index(after: at)...])
      rest = ""
    }
    path = Percent.escape(hasAuthority ? UriObject.withoutDots(String(rest)) : String(rest), keep: Percent.pathKeep)
    if hasAuthority && path.isEmpty { path = "/" }
    return true
  }

  private func parseAuthority(_ text: Substring) -> Bool {
    var a = text
    if let at = a.lastIndex(of: "@") {
      userInfo = String(a[..<at])
      a = a[a.index(after: at)...]
    }
    let bracket = a.lastIndex(of: "]") ?? a.startIndex
    if let colon = a[bracket...].lastIndex(of: ":") {
      let digits = a[a.index(after: colon)...]
      if !digits.isEmpty {
        guard let p = Int(digits), (0...65535).contains(p) else { return false }
        isDefaultPort = p == port
        port = p
      }
      a = a[..<colon]
    }
    host = a.lowercased()
    if host.isEmpty { return scheme == "file" || UriObject.defaultPorts[scheme] == nil }
    return !host.utf8.contains { $0 <= 0x20 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }
  }

  /// The path with `.` and `..` segments resolved.
  static func withoutDots(_ path: String) -> String {
    guard path.contains("/.") else { return path }
    var out: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (i, p) in parts.enumerated() {
      if p == ".." {
        if out.count > 1 { out.removeLast() }
        if i == parts.count - 1 { out.append("") }
      } else if p == "." {
        if i == parts.count - 1 { out.append("") }
      } else {
        out.append(p)
      }
    }
    return out.joined(separator: "/")
  }

  /// Host and, unless it is the default one, port.
  public var authority: String { isDefaultPort || port < 0 ? host : host + ":" + String(port) }
  /// The whole uri, escaped.
  public var absoluteUri: String {
    if scheme == "mailto" { return "mailto:" + (userInfo.isEmpty ? "" : userInfo + "@") + host + path + query }
    let user = userInfo.isEmpty ? "" : userInfo + "@"
    return scheme + ":" + (hasAuthority ? "//" + user + authority : "") + path + query + fragment
  }
  /// The whole uri with harmless escapes undone, or the text of a relative one.
  public var description: String { isAbsolute ? Percent.unescapeForDisplay(absoluteUri) : original }
  /// The path as a file name.
  public var localPath: String { Percent.unescape(path) }
  public var isFile: Bool { scheme == "file" }
  public var isLoopback: Bool {
    host == "localhost" || host == "127.0.0.1" || host == "[::1]" || (isFile && host.isEmpty)
  }
  /// The pieces of the path, each with its slash.
  public var segments: [String] {
    var out: [String] = []
    var current = ""
    for c in path {
      current.append(c)
      if c == "/" {
        out.append(current)
        current = ""
      }
    }
    if !current.isEmpty { out.append(current) }
    return out
  }
  /// Path and query together.
  public var pathAndQuery: String { path + query }
  /// `Dns`, `IPv4`, `IPv6`, `Basic` or `Unknown`.
  public var hostNameType: String { UriObject.checkHostName(host) }

  /// What kind of host name a text is.
  public static func checkHostName(_ s: String) -> String {
    if s.isEmpty { return "Unknown" }
    if s.hasPrefix("[") || s.filter({ $0 == ":" }).count > 1 { return "IPv6" }
    let parts = s.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 && parts.allSatisfy({ UInt8($0) != nil }) { return "IPv4" }
    let dns = parts.allSatisfy { p in
      !p.isEmpty
        && p.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F || $0 >= 0x80 }
    }
    return dns ? "Dns" : "Unknown"
  }

  /// A relative reference resolved against this uri.
  public func resolve(_ relative: String) -> UriObject? {
    if let u = UriObject.absolute(relative), !relative.hasPrefix("/") { return u }
    let base = scheme + "://" + (userInfo.isEmpty ? "" : userInfo + "@") + authority
    if relative.hasPrefix("//") { return UriObject.absolute(scheme + ":" + relative) }
    if relative.hasPrefix("/") { return UriObject.absolute(base + relative) }
    if relative.hasPrefix("?") { return UriObject.absolute(base + path + relative) }
    if relative.hasPrefix("#") { return UriObject.absolute(base + path + query + relative) }
    if relative.isEmpty { return UriObject.absolute(base + path + query) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    return UriObject.absolute(base + folder + relative)
  }
}

extension String {
  fileprivate var dropFragment: String { String(prefix { $0 != "#" }) }
}

/// Percent escapes of uris.
public enum Percent {
  private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~".utf8)
  static let pathKeep = unreserved.union("!$&'()*+,;=:@/%".utf8)
  static let queryKeep = unreserved.union("!$&'()*+,;=:@/?%[]".utf8)
  static let fragmentKeep = unreserved.union("!$&'()*+,;=:@/?%#[]".utf8)
  private static let reserved = Set("!#$&'()*+,/:;=?@[]".utf8)

  static func escape(_ s: String, keep: Set<UInt8>) -> String {
    var out: [UInt8] = []
    for b in s.utf8 {
      if keep.contains(b) {
        out.append(b)
      } else {
        out.append(0x25)
        out.append(hex[Int(b >> 4)])
        out.append(hex[Int(b & 15)])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
  private static let hex = Array("0123456789ABCDEF".utf8)

  /// `Uri.EscapeDataString`.
  public static func escapeData(_ s: String) -> String { escape(s, keep: unreserved) }
  /// `Uri.EscapeUriString`.
  public static func escapeUri(_ s: String) -> String { escape(s, keep: unreserved.union(reserved).union([0x25])) }

  /// `Uri.UnescapeDataString`.
  public static func unescape(_ s: String) -> String { decode(s) { _ in true } }

  /// Undoes escapes that cannot change what a uri means.
  static func unescapeForDisplay(_ s: String) -> String {
    decode(s) { $0 >= 0x80 || (!reserved.contains($0) && $0 > 0x20 && $0 != 0x25 && $0 != 0x7F) || $0 == 0x20 }
  }

  private static func decode(_ s: String, _ allowed: (UInt8) -> Bool) -> String {
    let u = Array(s.utf8)
    guard u.contains(0x25) else { return s }
    var out: [UInt8] = []
    var i = 0
    while i < u.count {
      if u[i] == 0x25, i + 2 < u.count,
        let b = UInt8(String(decoding: u[(i + 1)...(i + 2)], as: UTF8.self), radix: 16), allowed(b)
      {
        out.append(b)
        i += 3
      } else {
        out.append(u[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
