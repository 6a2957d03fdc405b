import Basics

/// `System.Object`, `System.ValueType` and objects that are nothing else.
enum ObjectType {
  static func register() {
    Catalogue.register("System.Object") { t in
      t.new("()") { _ in .object(Obj()) }
      t.method("bool Equals(object obj)") { s, a in .bool(Collections.equals(s, a[0])) }
      t.method("int GetHashCode()") { s, _ in
        var h = Hasher()
        DictKey(s, ignoreCase: false).hash(into: &h)
        return .int(Int(Int32(truncatingIfNeeded: h.finalize())))
      }
      t.method("type GetType()") { s, _ in typeOf(s) }
      t.method("string ToString()") { s, _ in .string(try Operations.displayString(s)) }
      t.fixed("bool Equals(object objA, object objB)") { a in .bool(Collections.equals(a[0], a[1])) }
      t.fixed("bool ReferenceEquals(object objA, object objB)") { a in
        if a[0].isNull || a[1].isNull { return .bool(a[0].isNull && a[1].isNull) }
        guard let x = a[0].base.object, let y = a[1].base.object else { return .bool(false) }
        return .bool(x === y)
      }
    }
    Catalogue.register("System.Management.Automation.PSCustomObject") { t in
      t.method("string ToString()") { _, _ in .string("") }
      t.method("bool Equals(object obj)") { s, a in .bool(s.base.object === a[0].base.object) }
      t.method("type GetType()") { s, _ in typeOf(s) }
      t.method("int GetHashCode()") { s, _ in
        .int(Int(Int32(truncatingIfNeeded: s.base.object.map { ObjectIdentifier($0).hashValue } ?? 0)))
      }
    }
    Catalogue.register("System.DBNull") { t in t.fixedProp("System.DBNull Value") { .object(DBNullObject.value) } }
    Catalogue.register("System.Management.Automation.Language.NullString") { t in
      t.fixedProp("object Value") { .object(NullStringObject.value) }
    }
    Catalogue.register("System.Management.Automation.Internal.AutomationNull") { t in
      t.fixedProp("object Value") { .nothing }
    }
    Catalogue.register("System.EventArgs") { t in
      let type = t.type
      t.new("()") { _ in .object(PlainObject(type)) }
      t.fixedProp("System.EventArgs Empty") { .object(PlainObject(type)) }
    }
    Catalogue.register("System.Lazy`1") { t in
      let type = t.type
      t.new("(System.Func[T] valueFactory)") { a in
        let o = PlainObject(type)
        o.fields["factory"] = a[0]
        return .object(o)
      }
      t.prop("bool IsValueCreated") { .bool($0.asObject(PlainObject.self)?.fields["value"] != nil) }
      t.prop("T Value") { s in
        guard let o = s.asObject(PlainObject.self) else { return .null }
        if let v = o.fields["value"] { return v }
        let v = try Delegates.call(o.fields["factory"] ?? .null, [])
        o.fields["value"] = v
        return v
      }
    }
    Catalogue.register("System.Nullable`1") { t in
      t.new("(T value)") { a in a[0] }
      t.prop("bool HasValue") { _ in .bool(true) }
      t.prop("T Value") { $0 }
    }
    Catalogue.register("System.Nullable") { t in
      t.fixed("type GetUnderlyingType(type nullableType)") { a in
        a.object(0, TypeObject.self).flatMap { Nullables.underlying($0.type)?.asValue } ?? .null
      }
    }
  }

  static func typeOf(_ v: Value) -> Value { (v.base.typeInfo ?? Types.object).asValue }
}

/// `[NullString]::Value`: null where a method would otherwise get an empty string.
public final class NullStringObject: Obj {
  nonisolated(unsafe) public static let value = NullStringObject()
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.Language.NullString") }
  public override func text() throws -> String? { "" }
}

/// An object with named fields and nothing else: small framework classes without behaviour of their own.
public final class PlainObject: Obj {
  public let type: TypeInfo
  public var fields: [String: Value] = [:]
  public init(_ type: TypeInfo, _ fields: [String: Value] = [:]) {
    self.type = type
    self.fields = fields
  }
  public override var typeInfo: TypeInfo { type }
  /// The text of `ToString()` if the type has one of its own.
  public var shown: (() -> String)?
  public override func text() throws -> String? { shown?() }
}

extension TypeBuilder {
  /// A property kept in the fields of a `PlainObject`, converted when set.
  func field(_ declaration: String, settable: Bool = true, default value: Value = .null) {
    let name = String(
      declaration[declaration.index(after: declaration.lastIndex(of: " ") ?? declaration.startIndex)...])
    if settable {
      prop(declaration, { $0.asObject(PlainObject.self)?.fields[name] ?? value }) { s, v in
        s.asObject(PlainObject.self)?.fields[name] = v
      }
    } else {
      prop(declaration) { $0.asObject(PlainObject.self)?.fields[name] ?? value }
    }
  }
}
