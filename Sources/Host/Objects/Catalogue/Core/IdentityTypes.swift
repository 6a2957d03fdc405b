import Basics

/// `Guid` and `Version`.
enum IdentityTypes {
  static func register() {
    Catalogue.register("System.Guid", guid)
    Catalogue.register("System.Version", version)
  }

  private static func guid(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> GuidObject {
      guard let g = v.asObject(GuidObject.self) else { throw Throw.nullReference() }
      return g
    }
    t.const("guid Empty", .object(GuidObject([UInt8](repeating: 0, count: 16))))
    t.const("guid AllBitsSet", .object(GuidObject([UInt8](repeating: 255, count: 16))))
    t.new("(byte[] b)") { a in
      let b = try a.bytes(0)
      guard b.count == 16 else { throw Throw.argument("Byte array for Guid must be exactly 16 bytes long.", "b") }
      return .object(GuidObject(mixed: b))
    }
    t.new("(string g)") { a in .object(try GuidObject.parsed(try a.requireStr(0, "g"))) }
    t.fixed("guid NewGuid()") { _ in .object(GuidObject.random()) }
    t.fixed("guid CreateVersion7()") { _ in .object(version7()) }
    t.fixed("guid Parse(string input)") { a in .object(try GuidObject.parsed(try a.requireStr(0, "input"))) }
    t.fixed("guid Parse(string s, System.IFormatProvider provider)") { a in
      .object(try GuidObject.parsed(try a.requireStr(0, "s")))
    }
    t.fixed("guid ParseExact(string input, string format)") { a in
      .object(try GuidObject.parsed(try a.requireStr(0, "input")))
    }
    for list in ["string input, ref guid result", "string s, System.IFormatProvider provider, ref guid result"] {
      t.fixed("bool TryParse(\(list))") { a in
        let g = GuidObject.parse(a.str(0))
        try a.object(a.count - 1, PSReference.self)?.set(.object(g ?? GuidObject([UInt8](repeating: 0, count: 16))))
        return .bool(g != nil)
      }
    }
    t.method("byte[] ToByteArray()") { s, _ in .bytes(try me(s).mixedBytes) }
    t.method("int CompareTo(object value)") { s, a in
      if a[0].isNull { return .int(1) }
      guard let o = a.object(0, GuidObject.self) else { throw Throw.argument("Object must be of type GUID.", "value") }
      return .int(try me(s).compare(o).signum())
    }
    t.method("int CompareTo(guid value)") { s, a in .int(try me(s).compare(try me(a[0])).signum()) }
    t.method("bool Equals(object o)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("bool Equals(guid g)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("string ToString()") { s, _ in .text(try me(s).format("D")) }
    for list in ["string format", "string format, System.IFormatProvider provider"] {
      t.method("string ToString(\(list))") { s, a in .string(try Formatting.format(s, a.strOrNil(0), .null)) }
    }
  }

  /// A time-ordered identifier.
  private static func version7() -> GuidObject {
    var b = GuidObject.random().bytes
    let ms = UInt64((DateTimeObject.utcNow.ticks - DateTimeObject.unixEpochTicks) / TimeSpanObject.ticksPerMillisecond)
    for i in 0..<6 { b[i] = UInt8(truncatingIfNeeded: ms >> UInt64((5 - i) * 8)) }
    b[6] = b[6] & 0x0F | 0x70
    return GuidObject(b)
  }

  private static func version(_ t: TypeBuilder) {
    func me(_ v: Value) throws -> VersionObject {
      guard let o = v.asObject(VersionObject.self) else { throw Throw.nullReference() }
      return o
    }
    t.prop("int Major") { .int(try me($0).major) }
    t.prop("int Minor") { .int(try me($0).minor) }
    t.prop("int Build") { .int(try me($0).build) }
    t.prop("int Revision") { .int(try me($0).revision) }
    t.prop("short MajorRevision") { Operations.number(Int64(try me($0).revision >> 16), of: Types.int16) }
    t.prop("short MinorRevision") {
      Operations.number(Int64(Int16(truncatingIfNeeded: try me($0).revision)), of: Types.int16)
    }
    let names = ["int major", "int minor", "int build", "int revision"]
    for n in [4, 3, 2] {
      t.new("(\(names.prefix(n).joined(separator: ", ")))") { a in
        for (i, v) in a.enumerated() where v.longValue < 0 {
          throw Throw.outOfRange(
            String(names[i].dropFirst(4)), "\(names[i].dropFirst(4)) ('\(v.longValue)') must be a non-negative value.")
        }
        let p = a.map { Int32(truncatingIfNeeded: $0.longValue) }
        return .object(VersionObject(p[0], p[1], n > 2 ? p[2] : -1, n > 3 ? p[3] : -1))
      }
    }
    t.new("(string version)") { a in .object(try VersionObject.parse(try a.requireStr(0, "version"))) }
    t.new("()") { _ in .object(VersionObject(0, 0)) }
    t.fixed("version Parse(string input)") { a in .object(try VersionObject.parse(try a.requireStr(0, "input"))) }
    t.fixed("bool TryParse(string input, ref version result)") { a in
      let v = try? VersionObject.parse(a.str(0))
      try a.object(1, PSReference.self)?.set(v.map { .object($0) } ?? .null)
      return .bool(v != nil)
    }
    t.method("object Clone()") { s, _ in s }
    t.method("int CompareTo(object version)") { s, a in
      if a[0].isNull { return .int(1) }
      guard let o = a.object(0, VersionObject.self) else { throw Throw.argument("Object must be of type Version.") }
      return .int(try me(s).compare(o).signum())
    }
    t.method("int CompareTo(version value)") { s, a in
      guard let o = a.object(0, VersionObject.self) else { return .int(1) }
      return .int(try me(s).compare(o).signum())
    }
    t.method("bool Equals(object obj)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("bool Equals(version obj)") { s, a in .bool(try me(s).isEqual(a[0])) }
    t.method("string ToString()") { s, _ in .string(try me(s).description) }
    t.method("string ToString(int fieldCount)") { s, a in
      let parts = try me(s).parts
      guard a.int(0) >= 0, a.int(0) <= parts.count else {
        throw Throw.argument("Argument must be between 0 and \(parts.count).", "fieldCount")
      }
      return .string(parts.prefix(a.int(0)).map { String($0) }.joined(separator: "."))
    }
  }
}
