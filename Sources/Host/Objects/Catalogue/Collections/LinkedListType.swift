import Basics

/// A node of a linked list.
final class LinkedNodeObject: Obj {
  var value: Value
  let type: TypeInfo
  weak var list: LinkedListObject?
  var next: LinkedNodeObject?
  weak var previous: LinkedNodeObject?
  init(_ value: Value, _ type: TypeInfo) {
    self.value = value
    self.type = type
  }
  override var typeInfo: TypeInfo { type }
}

/// A doubly linked list.
final class LinkedListObject: Obj {
  let type: TypeInfo
  var first: LinkedNodeObject?
  weak var last: LinkedNodeObject?
  var count = 0
  init(_ type: TypeInfo) { self.type = type }
  deinit {
    // Unlinks one by one: releasing a long chain from its head would recurse.
    var n = first
    first = nil
    while let node = n {
      n = node.next
      node.next = nil
    }
  }
  override var typeInfo: TypeInfo { type }
  var nodes: [LinkedNodeObject] {
    var out: [LinkedNodeObject] = []
    var n = first
    while let node = n {
      out.append(node)
      n = node.next
    }
    return out
  }
  override func makeIterator() throws -> ValueIterator? {
    var n = first
    return ValueIterator {
      guard let node = n else { return nil }
      n = node.next
      return node.value
    }
  }
  func node(_ v: Value) -> LinkedNodeObject {
    let t = TypeResolver.construct(Types.named("System.Collections.Generic.LinkedListNode`1"), type.genericArguments)
    return LinkedNodeObject(v, t)
  }
  /// Inserts before a node, or at the end.
  func insert(_ n: LinkedNodeObject, before other: LinkedNodeObject?) {
    n.list = self
    count += 1
    guard let other else {
      n.previous = last
      if let l = last { l.next = n } else { first = n }
      last = n
      return
    }
    n.next = other
    n.previous = other.previous
    if let p = other.previous { p.next = n } else { first = n }
    other.previous = n
  }
  func remove(_ n: LinkedNodeObject) {
    let next = n.next
    let previous = n.previous
    if let p = previous { p.next = next } else { first = next }
    if let x = next { x.previous = previous } else { last = previous }
    n.next = nil
    n.previous = nil
    n.list = nil
    count -= 1
  }
}

/// Members of linked lists.
enum LinkedListType {
  static func register() {
    Catalogue.register("System.Collections.Generic.LinkedListNode`1") { t in
      t.prop("T Value", { $0.asObject(LinkedNodeObject.self)?.value ?? .null }) { s, v in
        s.asObject(LinkedNodeObject.self)?.value = v
      }
      t.prop("LinkedListNode[T] Next") { node($0.asObject(LinkedNodeObject.self)?.next) }
      t.prop("LinkedListNode[T] Previous") { node($0.asObject(LinkedNodeObject.self)?.previous) }
      t.prop("LinkedList[T] List") { $0.asObject(LinkedNodeObject.self)?.list.map { .object($0) } ?? .null }
    }
    Catalogue.register("System.Collections.Generic.LinkedList`1") { t in
      let type = t.type
      t.new("()") { _ in .object(LinkedListObject(type)) }
      t.new("(IEnumerable[T] collection)") { a in
        let l = LinkedListObject(type)
        for x in try a.list(0) { l.insert(l.node(try Conversions.convert(x, to: t.argument(0))), before: nil) }
        return .object(l)
      }
      members(t)
      removal(t)
    }
  }

  private static func node(_ n: LinkedNodeObject?) -> Value { n.map { .object($0) } ?? .null }
  private static func me(_ v: Value) throws -> LinkedListObject {
    guard let l = v.asObject(LinkedListObject.self) else { throw Throw.nullReference() }
    return l
  }
  private static func member(_ a: [Value], _ l: LinkedListObject) throws -> LinkedNodeObject {
    guard let n = a.object(0, LinkedNodeObject.self) else { throw Throw.argumentNull("node") }
    guard n.list === l else { throw Throw.invalid("The LinkedList node does not belong to current LinkedList.") }
    return n
  }

  private static func members(_ t: TypeBuilder) {
    t.prop("int Count") { .int(try me($0).count) }
    t.prop("LinkedListNode[T] First") { node(try me($0).first) }
    t.prop("LinkedListNode[T] Last") { node(try me($0).last) }
    t.method("LinkedListNode[T] AddFirst(T value)") { s, a in
      let l = try me(s)
      let n = l.node(a[0])
      l.insert(n, before: l.first)
      return .object(n)
    }
    t.method("LinkedListNode[T] AddLast(T value)") { s, a in
      let l = try me(s)
      let n = l.node(a[0])
      l.insert(n, before: nil)
      return .object(n)
    }
    t.method("LinkedListNode[T] AddAfter(LinkedListNode[T] node, T value)") { s, a in
      let l = try me(s)
      let at = try member(a, l)
      let n = l.node(a[1])
      l.insert(n, before: at.next)
      return .object(n)
    }
    t.method("LinkedListNode[T] AddBefore(LinkedListNode[T] node, T value)") { s, a in
      let l = try me(s)
      let n = l.node(a[1])
      l.insert(n, before: try member(a, l))
      return .object(n)
    }
    t.method("bool Contains(T value)") { s, a in
      .bool(try me(s).nodes.contains { Collections.equals($0.value, a[0]) })
    }
    t.method("LinkedListNode[T] Find(T value)") { s, a in
      node(try me(s).nodes.first { Collections.equals($0.value, a[0]) })
    }
    t.method("LinkedListNode[T] FindLast(T value)") { s, a in
      node(try me(s).nodes.last { Collections.equals($0.value, a[0]) })
    }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
    }
  }

  private static func removal(_ t: TypeBuilder) {
    t.method("bool Remove(T value)") { s, a in
      let l = try me(s)
      guard let n = l.nodes.first(where: { Collections.equals($0.value, a[0]) }) else { return .bool(false) }
      l.remove(n)
      return .bool(true)
    }
    t.action("Remove(LinkedListNode[T] node)") { s, a in
      let l = try me(s)
      l.remove(try member(a, l))
    }
    for (name, first) in [("RemoveFirst", true), ("RemoveLast", false)] {
      t.action("\(name)()") { s, _ in
        let l = try me(s)
        guard let n = first ? l.first : l.last else { throw Throw.invalid("The LinkedList is empty.") }
        l.remove(n)
      }
    }
    t.action("Clear()") { s, _ in
      let l = try me(s)
      for n in l.nodes { l.remove(n) }
    }
  }
}
