import Basics

/// A queue or stack, first in first out or last in first out.
public final class QueueObject: Obj {
  public let type: TypeInfo
  public let isStack: Bool
  private var store: [Value]
  private var head = 0
  public private(set) var version = 0
  public init(_ type: TypeInfo, isStack: Bool, _ items: [Value] = []) {
    self.type = type
    self.isStack = isStack
    store = items
  }
  public override var typeInfo: TypeInfo { type }
  public var count: Int { store.count - head }
  /// The elements in the order they will come out.
  public var elements: [Value] { isStack ? Array(store.reversed()) : Array(store[head...]) }
  public override func makeIterator() throws -> ValueIterator? {
    let seen = version
    let items = elements
    var i = 0
    return ValueIterator { [self] in
      if version != seen { throw Throw.invalid("Collection was modified; enumeration operation may not execute.") }
      guard i < items.count else { return nil }
      i += 1
      return items[i - 1]
    }
  }
  public func add(_ v: Value) {
    version &+= 1
    store.append(v)
  }
  /// Takes the next one out; nil if empty.
  public func take() -> Value? {
    if count == 0 { return nil }
    version &+= 1
    if isStack { return store.removeLast() }
    let v = store[head]
    store[head] = .null
    head += 1
    // Taken places at the front are given back once they are half of the store.
    if head > 32 && head * 2 > store.count {
      store.removeFirst(head)
      head = 0
    }
    return v
  }
  /// The next one; nil if empty.
  public func peek() -> Value? { count == 0 ? nil : isStack ? store[store.count - 1] : store[head] }
  public func removeAll() {
    version &+= 1
    store = []
    head = 0
  }
}

/// Members of queues and stacks.
enum QueueTypes {
  static func register() {
    for name in [
      "System.Collections.Queue", "System.Collections.Generic.Queue`1", "System.Collections.Stack",
      "System.Collections.Generic.Stack`1", "System.Collections.Concurrent.ConcurrentQueue`1",
      "System.Collections.Concurrent.ConcurrentStack`1", "System.Collections.Concurrent.ConcurrentBag`1",
      "System.Collections.Concurrent.BlockingCollection`1",
    ] {
      let stack = name.contains("Stack") || name.contains("Bag")
      Catalogue.register(name) { t in
        constructors(t, stack)
        common(t)
        if name.contains("Concurrent") { concurrent(t) } else { plain(t, stack) }
      }
    }
  }

  private static func me(_ v: Value) throws -> QueueObject {
    guard let q = v.asObject(QueueObject.self) else { throw Throw.nullReference() }
    return q
  }

  private static func constructors(_ t: TypeBuilder, _ stack: Bool) {
    let type = t.type
    t.new("()") { _ in .object(QueueObject(type, isStack: stack)) }
    t.new("(int capacity)") { _ in .object(QueueObject(type, isStack: stack)) }
    let source = type.genericArguments.isEmpty ? "ICollection col" : "IEnumerable[T] collection"
    t.new("(\(source))") { a in
      if a[0].isNull { throw Throw.argumentNull("collection") }
      let items = try a.list(0).map { try Conversions.convert($0, to: t.argument(0)) }
      return .object(QueueObject(type, isStack: stack, items))
    }
  }

  private static func common(_ t: TypeBuilder) {
    t.prop("int Count") { .int(try me($0).count) }
    t.prop("bool IsSynchronized") { _ in .bool(false) }
    t.prop("object SyncRoot") { $0 }
    t.action("Clear()") { s, _ in try me(s).removeAll() }
    t.method("bool Contains(T item)") { s, a in .bool(try ListTypes.index(me(s).elements, a[0], 0, .max) >= 0) }
    t.method("T[] ToArray()") { s, _ in .array(try me(s).elements, of: t.argument(0)) }
    t.action("CopyTo(array array, int index)") { s, a in try ListTypes.copy(me(s).elements, a, 1) }
    t.method("object Clone()") { s, _ in
      let q = try me(s)
      return .object(QueueObject(q.type, isStack: q.isStack, q.isStack ? q.elements.reversed() : q.elements))
    }
    t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
      try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
    }
    t.action("TrimExcess()") { _, _ in }
    t.action("TrimToSize()") { _, _ in }
  }

  private static func plain(_ t: TypeBuilder, _ stack: Bool) {
    let empty = stack ? "Stack empty." : "Queue empty."
    t.action(stack ? "Push(T item)" : "Enqueue(T item)") { s, a in try me(s).add(a[0]) }
    t.method(stack ? "T Pop()" : "T Dequeue()") { s, _ in
      guard let v = try me(s).take() else { throw Throw.invalid(empty) }
      return v
    }
    t.method("T Peek()") { s, _ in
      guard let v = try me(s).peek() else { throw Throw.invalid(empty) }
      return v
    }
    if t.type.genericArguments.isEmpty { return }
    t.method("bool \(stack ? "TryPop" : "TryDequeue")(ref T result)") { s, a in try attempt(me(s).take(), a, t) }
    t.method("bool TryPeek(ref T result)") { s, a in try attempt(me(s).peek(), a, t) }
  }

  private static func attempt(_ v: Value?, _ a: [Value], _ t: TypeBuilder) throws -> Value {
    try a.object(0, PSReference.self)?.set(v ?? Defaults.value(of: t.argument(0)) ?? .null)
    return .bool(v != nil)
  }

  private static func concurrent(_ t: TypeBuilder) {
    t.prop("bool IsEmpty") { .bool(try me($0).count == 0) }
    let (put, takes): (String, [String])
    if t.type.name.hasPrefix("ConcurrentQueue") {
      (put, takes) = ("Enqueue", ["TryDequeue"])
    } else if t.type.name.hasPrefix("ConcurrentStack") {
      (put, takes) = ("Push", ["TryPop"])
    } else {
      (put, takes) = ("Add", ["TryTake"])
    }
    t.action("\(put)(T item)") { s, a in try me(s).add(a[0]) }
    for name in takes { t.method("bool \(name)(ref T result)") { s, a in try attempt(me(s).take(), a, t) } }
    t.method("bool TryPeek(ref T result)") { s, a in try attempt(me(s).peek(), a, t) }
    t.method("bool TryAdd(T item)") { s, a in
      try me(s).add(a[0])
      return .bool(true)
    }
    if t.type.name.hasPrefix("Blocking") {
      t.method("T Take()") { s, _ in
        guard let v = try me(s).take() else {
          throw Throw.invalid("The collection has been marked as complete with regards to additions.")
        }
        return v
      }
      t.action("CompleteAdding()") { _, _ in }
      t.action("Dispose()") { _, _ in }
    }
  }
}
