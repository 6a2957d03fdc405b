import Basics

/// `System.Linq.Enumerable`, eager.
enum LinqType {
  static func register() {
    Catalogue.register("System.Linq.Enumerable") { t in
      making(t)
      filtering(t)
      testing(t)
      numbers(t)
      sets(t)
      ordering(t)
    }
  }

  private static let seq = "System.Collections.Generic.IEnumerable[object]"
  private static let source = "object source"

  /// The elements of a sequence argument and the type its results have.
  private static func items(_ a: [Value], _ i: Int = 0) throws -> ([Value], TypeInfo) {
    if a[i].isNull { throw Throw.argumentNull("source") }
    let o = a[i].base.object
    let type = (o as? PSArray)?.elementType ?? (o as? PSList)?.elementType ?? o?.typeInfo.genericArguments.first
    return (try Collections.elements(a[i]), GenericCall.argument(0) ?? type ?? Types.object)
  }
  /// The result type of a delegate.
  private static func result(_ v: Value) -> TypeInfo {
    v.asObject(DelegateObject.self).map { Delegates.signature(of: $0.type).result } ?? Types.object
  }
  private static func empty() -> GuestError { Throw.invalid("Sequence contains no elements") }

  private static func making(_ t: TypeBuilder) {
    t.fixed("\(seq) Range(int start, int count)") { a in
      if a.int(1) < 0 || a.int(0) + a.int(1) - 1 > Int(Int32.max) { throw Throw.outOfRange("count") }
      return .array((0..<a.int(1)).map { .int(a.int(0) + $0) }, of: Types.int32)
    }
    t.fixed("\(seq) Repeat(object element, int count)") { a in
      if a.int(1) < 0 { throw Throw.outOfRange("count") }
      return .array(
        [Value](repeating: a[0], count: a.int(1)), of: GenericCall.argument(0) ?? a[0].typeInfo ?? Types.object)
    }
    t.fixed("\(seq) Empty()") { _ in .array([], of: GenericCall.argument(0) ?? Types.object) }
    t.fixed("object ToList(\(source))") { a in
      let (x, type) = try items(a)
      return .object(PSList(TypeResolver.construct(CommonTypes.genericList, [type]), x))
    }
    t.fixed("object ToHashSet(\(source))") { a in
      let (x, type) = try items(a)
      let s = SetObject(TypeResolver.construct(Types.named("System.Collections.Generic.HashSet`1"), [type]))
      for v in x { s.add(v) }
      return .object(s)
    }
    for name in ["ToArray", "AsEnumerable"] {
      t.fixed("object \(name)(\(source))") { a in
        let (x, type) = try items(a)
        return .array(x, of: type)
      }
    }
    t.fixed("object ToDictionary(\(source), System.Func[object,object] keySelector)") { a in
      let (x, type) = try items(a)
      let d = PSDictionary(
        TypeResolver.construct(CommonTypes.genericDictionary, [result(a[1]), type]), ignoreCase: false)
      for v in x { try DictionaryTypes.add(d, try Delegates.call(a[1], [v]), v) }
      return .object(d)
    }
    for (name, exact) in [("Cast", true), ("OfType", false)] {
      t.fixed("\(seq) \(name)(\(source))") { a in
        let target = GenericCall.argument(0) ?? Types.object
        let x = try Collections.elements(a[0])
        if exact { return .array(try x.map { try Conversions.convert($0, to: target) }, of: target) }
        return .array(x.filter { $0.base.typeInfo?.isAssignable(to: target) ?? false }, of: target)
      }
    }
  }

  private static func filtering(_ t: TypeBuilder) {
    let f = "System.Func[object,bool] predicate"
    t.fixed("\(seq) Where(\(source), \(f))") { a in
      let (x, type) = try items(a)
      return .array(try x.filter(ListPredicates.test(a[1])), of: type)
    }
    t.fixed("\(seq) Select(\(source), System.Func[object,object] selector)") { a in
      .array(try items(a).0.map { try Delegates.call(a[1], [$0]) }, of: result(a[1]))
    }
    t.fixed("\(seq) SelectMany(\(source), System.Func[object,object] selector)") { a in
      .array(try items(a).0.flatMap { try Collections.elements(try Delegates.call(a[1], [$0])) })
    }
    t.fixed("\(seq) Take(\(source), int count)") { a in
      let (x, type) = try items(a)
      return .array(Array(x.prefix(max(0, a.int(1)))), of: type)
    }
    t.fixed("\(seq) Skip(\(source), int count)") { a in
      let (x, type) = try items(a)
      return .array(Array(x.dropFirst(max(0, a.int(1)))), of: type)
    }
    t.fixed("\(seq) TakeWhile(\(source), \(f))") { a in
      let (x, type) = try items(a)
      return .array(Array(try x.prefix(while: ListPredicates.test(a[1]))), of: type)
    }
    t.fixed("\(seq) SkipWhile(\(source), \(f))") { a in
      let (x, type) = try items(a)
      return .array(Array(try x.drop(while: ListPredicates.test(a[1]))), of: type)
    }
    for (name, last, or) in [
      ("First", false, false), ("Last", true, false), ("FirstOrDefault", false, true), ("LastOrDefault", true, true),
      ("Single", false, false),
    ] {
      func pick(_ x: [Value], _ type: TypeInfo) throws -> Value {
        if name == "Single" && x.count > 1 { throw Throw.invalid("Sequence contains more than one element") }
        if let v = last ? x.last : x.first { return v }
        if or { return Defaults.value(of: type) ?? .null }
        throw empty()
      }
      t.fixed("object \(name)(\(source))") { a in
        let (x, type) = try items(a)
        return try pick(x, type)
      }
      t.fixed("object \(name)(\(source), \(f))") { a in
        let (x, type) = try items(a)
        return try pick(x.filter(ListPredicates.test(a[1])), type)
      }
    }
    t.fixed("object ElementAt(\(source), int index)") { a in
      let x = try items(a).0
      guard x.indices.contains(a.int(1)) else { throw Throw.index() }
      return x[a.int(1)]
    }
  }

  private static func testing(_ t: TypeBuilder) {
    let f = "System.Func[object,bool] predicate"
    t.fixed("bool Any(\(source))") { a in .bool(!(try items(a).0.isEmpty)) }
    t.fixed("bool Any(\(source), \(f))") { a in .bool(try items(a).0.contains(where: ListPredicates.test(a[1]))) }
    t.fixed("bool All(\(source), \(f))") { a in .bool(try items(a).0.allSatisfy(ListPredicates.test(a[1]))) }
    t.fixed("int Count(\(source))") { a in .int(try items(a).0.count) }
    t.fixed("int Count(\(source), \(f))") { a in .int(try items(a).0.filter(ListPredicates.test(a[1])).count) }
    t.fixed("bool Contains(\(source), object value)") { a in
      .bool(try ListTypes.index(items(a).0, a[1], 0, .max) >= 0)
    }
    t.fixed("bool Contains(\(source), object value, System.Collections.IEqualityComparer comparer)") { a in
      guard let c = a.object(2, ComparerObject.self) else { return .bool(false) }
      return .bool(try items(a).0.contains { try c.equals($0, a[1]) })
    }
    t.fixed("bool SequenceEqual(\(source), object second)") { a in
      let (x, y) = (try items(a).0, try items(a, 1).0)
      return .bool(x.count == y.count && zip(x, y).allSatisfy { Collections.equals($0, $1) })
    }
  }

  private static func numbers(_ t: TypeBuilder) {
    func chosen(_ a: [Value]) throws -> [Value] {
      let x = try items(a).0
      return a.count > 1 ? try x.map { try Delegates.call(a[1], [$0]) } : x
    }
    for extra in ["", ", System.Func[object,object] selector"] {
      t.fixed("object Sum(\(source)\(extra))") { a in
        var total: Value = .int(Int32(0))
        for x in try chosen(a) { total = try Operations.add(total, x) }
        return total
      }
      t.fixed("double Average(\(source)\(extra))") { a in
        let x = try chosen(a)
        if x.isEmpty { throw empty() }
        return .double(x.reduce(0) { $0 + $1.doubleValue } / Double(x.count))
      }
      for (name, sign) in [("Max", 1), ("Min", -1)] {
        t.fixed("object \(name)(\(source)\(extra))") { a in
          let x = try chosen(a)
          guard var best = x.first else { throw empty() }
          for v in x where try Collections.compare(v, best) * sign > 0 { best = v }
          return best
        }
      }
    }
    t.fixed("object Aggregate(\(source), System.Func[object,object,object] func)") { a in
      let x = try items(a).0
      guard var r = x.first else { throw empty() }
      for v in x.dropFirst() { r = try Delegates.call(a[1], [r, v]) }
      return r
    }
    t.fixed("object Aggregate(\(source), object seed, System.Func[object,object,object] func)") { a in
      var r = a[1]
      for v in try items(a).0 { r = try Delegates.call(a[2], [r, v]) }
      return r
    }
  }

  private static func sets(_ t: TypeBuilder) {
    func unique(_ x: [Value], _ comparer: Value) -> [Value] {
      var seen: Set<DictKey> = []
      let ci = Collections.ignoresCase(comparer)
      return x.filter { seen.insert(DictKey($0, ignoreCase: ci)).inserted }
    }
    for extra in ["", ", System.Collections.IEqualityComparer comparer"] {
      t.fixed("\(seq) Distinct(\(source)\(extra))") { a in
        let (x, type) = try items(a)
        return .array(unique(x, a.count > 1 ? a[1] : .null), of: type)
      }
      for name in ["Union", "Intersect", "Except"] {
        t.fixed("\(seq) \(name)(\(source), object second\(extra))") { a in
          let (x, type) = try items(a)
          let y = try items(a, 1).0
          let comparer = a.count > 2 ? a[2] : .null
          let ci = Collections.ignoresCase(comparer)
          let other = Set(y.map { DictKey($0, ignoreCase: ci) })
          switch name {
          case "Union": return .array(unique(x + y, comparer), of: type)
          case "Intersect":
            return .array(unique(x, comparer).filter { other.contains(DictKey($0, ignoreCase: ci)) }, of: type)
          default: return .array(unique(x, comparer).filter { !other.contains(DictKey($0, ignoreCase: ci)) }, of: type)
          }
        }
      }
    }
    t.fixed("\(seq) Concat(\(source), object second)") { a in
      let (x, type) = try items(a)
      return .array(x + (try items(a, 1).0), of: type)
    }
    t.fixed("\(seq) Zip(\(source), object second, System.Func[object,object,object] resultSelector)") { a in
      .array(try zip(items(a).0, items(a, 1).0).map { try Delegates.call(a[2], [$0, $1]) }, of: result(a[2]))
    }
    t.fixed("\(seq) GroupBy(\(source), System.Func[object,object] keySelector)") { a in
      let d = PSDictionary(Types.hashtable, ignoreCase: false)
      for v in try items(a).0 {
        let k = try Delegates.call(a[1], [v])
        if let l = d.get(k)?.asObject(PSList.self) {
          l.elements.append(v)
        } else {
          d.set(k, .object(PSList(Types.arrayList, [v])))
        }
      }
      let type = Types.named("System.Linq.Grouping`2")
      return .array(zip(d.keys, d.values).map { .object(DictEntry($0, $1, type: type)) })
    }
  }

  private static func ordering(_ t: TypeBuilder) {
    t.fixed("\(seq) Reverse(\(source))") { a in
      let (x, type) = try items(a)
      return .array(x.reversed(), of: type)
    }
    for (name, sign) in [("OrderBy", 1), ("OrderByDescending", -1)] {
      t.fixed("\(seq) \(name)(\(source), System.Func[object,object] keySelector)") { a in
        let (x, type) = try items(a)
        var keyed: [Value] = try x.map { .object(TupleObject(Types.object, [try Delegates.call(a[1], [$0]), $0])) }
        func part(_ v: Value, _ i: Int) -> Value { v.asObject(TupleObject.self)?.items[i] ?? .null }
        try GuestSort.sort(&keyed) { try Collections.compare(part($0, 0), part($1, 0)) * sign }
        return .array(keyed.map { part($0, 1) }, of: type)
      }
    }
    for (name, sign) in [("Order", 1), ("OrderDescending", -1)] {
      t.fixed("\(seq) \(name)(\(source))") { a in
        var (x, type) = try items(a)
        try GuestSort.sort(&x) { try Collections.compare($0, $1) * sign }
        return .array(x, of: type)
      }
    }
  }
}
