import Basics

/// A tuple.
public final class TupleObject: Obj {
  public let type: TypeInfo
  public var items: [Value]
  public init(_ type: TypeInfo, _ items: [Value]) {
    self.type = type
    self.items = items
  }
  public override var typeInfo: TypeInfo { type }
  public override func text() throws -> String? {
    "(" + (try items.map { $0.isNull ? "" : try Operations.displayString($0) }).joined(separator: ", ") + ")"
  }
  public override func isEqual(_ other: Value) -> Bool {
    guard let t = other.asObject(TupleObject.self), t.items.count == items.count else { return false }
    return zip(items, t.items).allSatisfy { Collections.equals($0, $1) }
  }
  public override func hashInto(_ h: inout Hasher) {
    for x in items { DictKey(x, ignoreCase: false).hash(into: &h) }
  }

  /// A tuple of the items' own types.
  public static func make(_ family: String, _ items: [Value]) -> Value {
    let definition = Types.named("System.\(family)`\(items.count)")
    return .object(TupleObject(TypeResolver.construct(definition, items.map { $0.typeInfo ?? Types.object }), items))
  }
}

/// `Tuple`, `ValueTuple`, comparers.
enum TupleTypes {
  static func register() {
    for family in ["Tuple", "ValueTuple"] {
      Catalogue.register("System." + family) { t in
        for n in 1...7 {
          let list = (1...n).map { "object item\($0)" }.joined(separator: ", ")
          t.fixed("\(family) Create(\(list))") { a in TupleObject.make(family, a) }
        }
      }
      for n in 1...7 { Catalogue.register("System.\(family)`\(n)") { t in members(t, n, isValue: family != "Tuple") } }
    }
    comparers()
  }

  private static func members(_ t: TypeBuilder, _ n: Int, isValue: Bool) {
    let type = t.type
    if isValue { t.prop("int Length") { _ in .int(n) } }
    for i in 0..<n {
      let name = "T\(i + 1)"
      let get: (Value) throws -> Value = { $0.asObject(TupleObject.self)?.items[i] ?? .null }
      if isValue {
        t.prop("\(name) Item\(i + 1)", get) { s, v in s.asObject(TupleObject.self)?.items[i] = v }
      } else {
        t.prop("\(name) Item\(i + 1)", get)
      }
    }
    if !isValue { t.prop("int Length") { _ in .int(n) } }
    let list = (1...n).map { "T\($0) item\($0)" }.joined(separator: ", ")
    t.new("(\(list))") { a in .object(TupleObject(type, a)) }
    t.method("string ToString()") { s, _ in .text(try s.object?.text()) }
    t.method("bool Equals(object obj)") { s, a in .bool(s.object?.isEqual(a[0]) ?? false) }
  }

  private static func comparers() {
    Catalogue.register("System.StringComparer") { t in
      let names: [(String, Bool, Bool)] = [
        ("Ordinal", false, true), ("OrdinalIgnoreCase", true, true), ("InvariantCulture", false, false),
        ("InvariantCultureIgnoreCase", true, false), ("CurrentCulture", false, false),
        ("CurrentCultureIgnoreCase", true, false),
      ]
      for (name, ci, ordinal) in names {
        let c: Value = .object(ComparerObject(t.type, ignoreCase: ci, isOrdinal: ordinal))
        t.fixedProp("System.StringComparer \(name)") { c }
      }
      t.fixed("System.StringComparer Create(cultureinfo culture, bool ignoreCase)") { a in
        .object(ComparerObject(t.type, ignoreCase: a.bool(1)))
      }
      t.fixed("System.StringComparer FromComparison(System.StringComparison comparisonType)") { a in
        .object(ComparerObject(t.type, ignoreCase: StringType.ignoresCase(a.raw(0)), isOrdinal: a.raw(0) >= 4))
      }
      comparerMembers(t, "string")
    }
    for name in ["Comparer`1", "EqualityComparer`1"] {
      Catalogue.register("System.Collections.Generic." + name) { t in
        let type = t.type
        t.fixedProp("object Default") { .object(ComparerObject(type)) }
        t.fixed("\(name.prefix { $0 != "`" })[T] Create(System.Comparison[T] comparison)") { a in
          .object(ComparerObject(type, custom: ComparerObject.comparison(a[0])))
        }
        comparerMembers(t, "T")
      }
    }
    for name in ["System.Collections.Comparer", "System.Collections.CaseInsensitiveComparer"] {
      Catalogue.register(name) { t in
        let type = t.type
        let ci = name.contains("CaseIn")
        t.fixedProp("object Default") { .object(ComparerObject(type, ignoreCase: ci)) }
        t.fixedProp("object DefaultInvariant") { .object(ComparerObject(type, ignoreCase: ci)) }
        t.new("()") { _ in .object(ComparerObject(type, ignoreCase: ci)) }
        comparerMembers(t, "object")
      }
    }
  }

  private static func comparerMembers(_ t: TypeBuilder, _ type: String) {
    func me(_ v: Value) throws -> ComparerObject {
      guard let c = v.asObject(ComparerObject.self) else { throw Throw.nullReference() }
      return c
    }
    t.method("int Compare(\(type) x, \(type) y)") { s, a in .int(try me(s).compare(a[0], a[1]).signum()) }
    t.method("bool Equals(\(type) x, \(type) y)") { s, a in .bool(try me(s).equals(a[0], a[1])) }
    t.method("int GetHashCode(\(type) obj)") { s, a in
      var h = Hasher()
      DictKey(a[0], ignoreCase: try me(s).ignoreCase).hash(into: &h)
      return .int(Int(Int32(truncatingIfNeeded: h.finalize())))
    }
  }
}
