import Basics
import Glibc

enum Trigonometry {
  static func sine(_ x: Double) -> Double { sin(x) }
}

/// Hash algorithms and random bytes as the guest sees them.
enum HashMembers {
  private static let space = "System.Security.Cryptography."

  static func register() {
    Catalogue.register(space + "HashAlgorithm", common)
    let names: [(String, Digest)] = [
      ("MD5", .md5), ("SHA1", .sha1), ("SHA256", .sha256), ("SHA384", .sha384), ("SHA512", .sha512),
      ("MD5CryptoServiceProvider", .md5), ("SHA1CryptoServiceProvider", .sha1), ("SHA256Managed", .sha256),
      ("SHA512Managed", .sha512), ("SHA256CryptoServiceProvider", .sha256),
    ]
    for (name, d) in names {
      Catalogue.register(space + name) { t in
        let type = t.type
        func make() -> Value { .object(PlainObject(type, ["algorithm": .string(d.rawValue)])) }
        t.fixed("\(space)HashAlgorithm Create()") { _ in make() }
        t.fixed("byte[] HashData(byte[] source)") { a in .bytes(d.hash(try a.bytes(0))) }
        t.fixed("byte[] HashData(System.IO.Stream source)") { a in .bytes(d.hash(try StreamTypes.me(a[0]).readAll())) }
        if !type.isAbstract { t.new("()") { _ in make() } }
      }
    }
    for d in Digest.allCases {
      Catalogue.register(space + "HMAC" + d.rawValue) { t in
        let type = t.type
        func make(_ key: [UInt8]) -> Value {
          .object(PlainObject(type, ["algorithm": .string(d.rawValue), "Key": .bytes(key)]))
        }
        t.new("()") { _ in make((0..<64).map { _ in UInt8.random(in: 0...255) }) }
        t.new("(byte[] key)") { a in make(try a.bytes(0)) }
        t.field("byte[] Key")
        t.fixed("byte[] HashData(byte[] key, byte[] source)") { a in .bytes(d.hmac(try a.bytes(0), try a.bytes(1))) }
      }
    }
    random()
  }

  private static func digest(_ s: Value, _ b: [UInt8]) throws -> Value {
    guard let o = s.asObject(PlainObject.self), let d = Digest(rawValue: o.fields["algorithm"]?.str ?? "") else {
      throw Throw.nullReference()
    }
    if let key = o.fields["Key"] {
      return .bytes(d.hmac(try Collections.elements(key).map { UInt8(truncatingIfNeeded: $0.longValue) }, b))
    }
    let r: Value = .bytes(d.hash(b))
    o.fields["Hash"] = r
    return r
  }

  private static func common(_ t: TypeBuilder) {
    t.fixed("\(space)HashAlgorithm Create(string hashName)") { a in
      let n = a.str(0).uppercased().filter { $0 != "-" }
      guard let d = Digest(rawValue: n) else { return .null }
      return .object(PlainObject(Types.named(space + d.rawValue), ["algorithm": .string(d.rawValue)]))
    }
    t.method("byte[] ComputeHash(byte[] buffer)") { s, a in
      if a[0].isNull { throw Throw.argumentNull("buffer") }
      return try digest(s, a.bytes(0))
    }
    t.method("byte[] ComputeHash(byte[] buffer, int offset, int count)") { s, a in
      let b = try a.bytes(0)
      guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= b.count - a.int(2) else {
        throw Throw.argument("Value was invalid.")
      }
      return try digest(s, Array(b[a.int(1)..<(a.int(1) + a.int(2))]))
    }
    t.method("byte[] ComputeHash(System.IO.Stream inputStream)") { s, a in try digest(s, StreamTypes.me(a[0]).readAll())
    }
    t.prop("byte[] Hash") { $0.asObject(PlainObject.self)?.fields["Hash"] ?? .null }
    t.prop("int HashSize") { s in
      let d = Digest(rawValue: s.asObject(PlainObject.self)?.fields["algorithm"]?.str ?? "")
      return .int((d?.hash([]).count ?? 0) * 8)
    }
    for n in ["Dispose", "Clear", "Initialize"] { t.action("\(n)()") { _, _ in } }
  }

  private static func random() {
    func fill(_ a: [Value]) throws {
      guard let b = a.object(0, PSArray.self) else { throw Throw.argumentNull("data") }
      for i in b.elements.indices { b.elements[i] = .byte(UInt8.random(in: 0...255)) }
    }
    for name in ["RandomNumberGenerator", "RNGCryptoServiceProvider"] {
      Catalogue.register(space + name) { t in
        let type = t.type
        t.fixed("\(space)RandomNumberGenerator Create()") { _ in .object(PlainObject(type)) }
        if !type.isAbstract { t.new("()") { _ in .object(PlainObject(type)) } }
        t.action("GetBytes(byte[] data)") { _, a in try fill(a) }
        t.action("GetNonZeroBytes(byte[] data)") { _, a in try fill(a) }
        t.fixed("byte[] GetBytes(int count)") { a in
          .bytes((0..<max(0, a.int(0))).map { _ in UInt8.random(in: 0...255) })
        }
        t.fixed("int GetInt32(int toExclusive)") { a in .int(Int.random(in: 0..<max(1, a.int(0)))) }
        t.fixed("int GetInt32(int fromInclusive, int toExclusive)") { a in
          guard a.int(0) < a.int(1) else {
            throw Throw.argument("Range of random number does not contain at least one possibility.")
          }
          return .int(Int.random(in: a.int(0)..<a.int(1)))
        }
        t.fixed("string GetHexString(int stringLength, bool lowercase = false)") { a in
          .string(
            String(
              Hex.encode((0..<(max(0, a.int(0)) + 1) / 2).map { _ in UInt8.random(in: 0...255) }, upper: !a.bool(1))
                .prefix(max(0, a.int(0)))))
        }
        t.action("Dispose()") { _, _ in }
      }
    }
  }
}
