import Basics

/// The methods of `List[T]` that take a delegate.
enum ListPredicates {
  static func test(_ v: Value) -> (Value) throws -> Bool {
    { x in Operations.isTrue(try Delegates.call(v, [x])) }
  }

  static func members(_ t: TypeBuilder) {
    let element = t.argument(0)
    func list(_ v: Value) throws -> PSList { try ListTypes.me(v) }
    t.method("T Find(System.Predicate[T] match)") { s, a in
      try list(s).elements.first(where: test(a[0])) ?? Defaults.value(of: element) ?? .null
    }
    t.method("T FindLast(System.Predicate[T] match)") { s, a in
      try list(s).elements.last(where: test(a[0])) ?? Defaults.value(of: element) ?? .null
    }
    t.method("List[T] FindAll(System.Predicate[T] match)") { s, a in
      let l = try list(s)
      return .object(PSList(l.type, try l.elements.filter(test(a[0]))))
    }
    t.method("int FindIndex(System.Predicate[T] match)") { s, a in
      .int(try list(s).elements.firstIndex(where: test(a[0])) ?? -1)
    }
    t.method("int FindIndex(int startIndex, System.Predicate[T] match)") { s, a in
      let l = try list(s).elements
      guard a.int(0) >= 0, a.int(0) <= l.count else { throw Throw.index("startIndex") }
      return .int(try l[a.int(0)...].firstIndex(where: test(a[1])) ?? -1)
    }
    t.method("int FindLastIndex(System.Predicate[T] match)") { s, a in
      .int(try list(s).elements.lastIndex(where: test(a[0])) ?? -1)
    }
    t.method("bool Exists(System.Predicate[T] match)") { s, a in .bool(try list(s).elements.contains(where: test(a[0])))
    }
    t.method("bool TrueForAll(System.Predicate[T] match)") { s, a in
      .bool(try list(s).elements.allSatisfy(test(a[0])))
    }
    t.method("int RemoveAll(System.Predicate[T] match)") { s, a in
      let l = try ListTypes.open(s)
      let before = l.elements.count
      let drops = test(a[0])
      l.elements = try l.elements.filter { try !drops($0) }
      return .int(before - l.elements.count)
    }
    t.action("ForEach(System.Action[T] action)") { s, a in
      for x in try list(s).elements { _ = try Delegates.call(a[0], [x]) }
    }
    t.method("List[TOutput] ConvertAll[TOutput](System.Converter[T,TOutput] converter)") { s, a in
      let d = a[0].asObject(DelegateObject.self)
      let result = d?.type.genericArguments.last ?? Types.object
      let out = try list(s).elements.map { try Delegates.call(a[0], [$0]) }
      return .object(PSList(TypeResolver.construct(CommonTypes.genericList, [result]), out))
    }
    t.method("System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()") { s, _ in
      let type = TypeResolver.construct(Types.named("System.Collections.ObjectModel.ReadOnlyCollection`1"), [element])
      let l = PSList(type, try list(s).elements)
      l.isReadOnly = true
      return .object(l)
    }
  }
}
