import Basics
import Glibc

/// An IP address, of version 4 or 6.
public final class IPAddressObject: Obj {
  public let bytes: [UInt8]
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  public override var typeInfo: TypeInfo { Types.named("System.Net.IPAddress") }
  public var isV6: Bool { bytes.count == 16 }
  public override func text() throws -> String? { description }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(IPAddressObject.self)?.bytes == bytes }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(bytes) }

  public var description: String {
    var buffer = [CChar](repeating: 0, count: 64)
    let family = isV6 ? AF_INET6 : AF_INET
    let ok = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &buffer, 64) != nil }
    return ok ? String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
  }

  /// The address a text writes; nil if it is none.
  public static func parse(_ s: String) -> IPAddressObject? {
    var text = s[...]
    if text.hasPrefix("["), let end = text.lastIndex(of: "]") { text = text[text.index(after: text.startIndex)..<end] }
    let plain = String(text.prefix { $0 != "%" })
    var six = [UInt8](repeating: 0, count: 16)
    if plain.contains(":"), inet_pton(AF_INET6, plain, &six) == 1 { return IPAddressObject(six) }
    return four(plain)
  }

  /// One to four parts, decimal, octal or hexadecimal; the last fills what is left.
  private static func four(_ s: String) -> IPAddressObject? {
    let parts = s.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var numbers: [UInt32] = []
    for p in parts {
      let n: UInt32?
      if p.hasPrefix("0x") || p.hasPrefix("0X") {
        n = UInt32(p.dropFirst(2), radix: 16)
      } else if p.count > 1 && p.hasPrefix("0") {
        n = UInt32(p, radix: 8)
      } else {
        n = p.utf8.allSatisfy { $0 &- 0x30 < 10 } ? UInt32(p) : nil
      }
      guard let n else { return nil }
      numbers.append(n)
    }
    var value: UInt64 = 0
    for (i, n) in numbers.enumerated() {
      if i == numbers.count - 1 {
        let width = UInt64((4 - i) * 8)
        guard UInt64(n) < UInt64(1) << width else { return nil }
        value = value << width | UInt64(n)
      } else {
        guard n < 256 else { return nil }
        value = value << 8 | UInt64(n)
      }
    }
    return IPAddressObject((0..<4).map { UInt8(truncatingIfNeeded: value >> UInt64((3 - $0) * 8)) })
  }

  static func members(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> IPAddressObject {
      guard let a = v.asObject(IPAddressObject.self) else { throw Throw.nullReference() }
      return a
    }
    let zero6 = [UInt8](repeating: 0, count: 16)
    let constants: [(String, [UInt8])] = [
      ("Any", [0, 0, 0, 0]), ("Loopback", [127, 0, 0, 1]), ("Broadcast", [255, 255, 255, 255]),
      ("None", [255, 255, 255, 255]), ("IPv6Any", zero6), ("IPv6None", zero6),
      ("IPv6Loopback", Array(zero6.dropLast()) + [1]),
    ]
    for (name, b) in constants { t.const("ipaddress \(name)", .object(IPAddressObject(b))) }
    t.new("(byte[] address)") { a in
      let b = try a.bytes(0)
      guard b.count == 4 || b.count == 16 else {
        throw Throw.argument("An invalid IP address was specified.", "address")
      }
      return .object(IPAddressObject(b))
    }
    t.new("(long newAddress)") { a in
      .object(IPAddressObject((0..<4).map { UInt8(truncatingIfNeeded: a.long(0) >> Int64($0 * 8)) }))
    }
    t.fixed("ipaddress Parse(string ipString)") { a in
      guard let ip = parse(try a.requireStr(0, "ipString")) else {
        throw Throw.format("An invalid IP address was specified.")
      }
      return .object(ip)
    }
    t.fixed("bool TryParse(string ipString, ref ipaddress address)") { a in
      let ip = a.strOrNil(0).flatMap(parse)
      try a.object(1, PSReference.self)?.set(ip.map { .object($0) } ?? .null)
      return .bool(ip != nil)
    }
    t.fixed("bool IsLoopback(ipaddress address)") { a in
      let b = try me(a[0]).bytes
      return .bool(b.count == 4 ? b[0] == 127 : b == Array(zero6.dropLast()) + [1])
    }
    t.prop("System.Net.Sockets.AddressFamily AddressFamily") {
      .enumeration("System.Net.Sockets.AddressFamily", try me($0).isV6 ? 23 : 2)
    }
    t.prop("bool IsIPv4MappedToIPv6") { s in
      let b = try me(s).bytes
      return .bool(b.count == 16 && b[10] == 255 && b[11] == 255 && b.prefix(10).allSatisfy { $0 == 0 })
    }
    t.prop("bool IsIPv6LinkLocal") { s in
      let b = try me(s).bytes
      return .bool(b.count == 16 && b[0] == 0xFE && b[1] & 0xC0 == 0x80)
    }
    t.prop("long Address") { s in
      let b = try me(s).bytes
      if b.count == 16 {
        throw GuestError.exception(
          "System.Net.Sockets.SocketException",
          "The attempted operation is not supported for the type of object referenced.")
      }
      return .long(b.enumerated().reduce(0) { $0 | Int64($1.element) << Int64($1.offset * 8) })
    }
    t.method("byte[] GetAddressBytes()") { s, _ in .bytes(try me(s).bytes) }
    t.method("string ToString()") { s, _ in .string(try me(s).description) }
    t.method("ipaddress MapToIPv6()") { s, _ in
      let a = try me(s)
      if a.isV6 { return s }
      return .object(IPAddressObject([UInt8](repeating: 0, count: 10) + [255, 255] + a.bytes))
    }
    t.method("ipaddress MapToIPv4()") { s, _ in .object(IPAddressObject(Array(try me(s).bytes.suffix(4)))) }
    t.method("bool Equals(object comparand)") { s, a in .bool(try me(s).isEqual(a[0])) }
  }
}
