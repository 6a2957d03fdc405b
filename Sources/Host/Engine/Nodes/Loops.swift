import Basics
import Diagnostics
import Objects

/// What a loop does after its body ran once.
enum LoopStep {
  case again
  case done
  /// Control goes on to something around the loop.
  case leave(Flow)
}

/// What loops share: labels and running the body.
class LoopNode: StatementNode {
  final let label: Symbol?
  final let body: StatementNode
  init(label: Symbol?, body: StatementNode, _ extent: Extent) {
    self.label = label
    self.body = body
    super.init(extent)
  }

  /// Runs the body once and decides how the loop goes on; signals from commands count like statements.
  @inline(__always)
  final func once(_ f: Frame) throws -> LoopStep {
    try f.poll()
    do {
      let flow = try body.run(f)
      if case .next = flow { return .again }
      return decide(flow)
    } catch let signal as FlowSignal {
      return try decide(signal)
    }
  }

  @inline(never)
  final func decide(_ flow: Flow) -> LoopStep {
    switch flow {
    case .next: return .again
    case .continueLoop(let l):
      if let l, l != label { return .leave(flow) }
      return .again
    case .breakLoop(let l):
      if let l, l != label { return .leave(flow) }
      return .done
    case .returned: return .leave(flow)
    }
  }

  @inline(never)
  final func decide(_ signal: FlowSignal) throws -> LoopStep {
    switch signal {
    case .breakLoop(let l): return decide(Flow.breakLoop(l))
    case .continueLoop(let l): return decide(Flow.continueLoop(l))
    default: throw signal
    }
  }

  /// A condition, with errors placed at it.
  @inline(__always)
  final func test(_ condition: Node, _ extent: Extent, _ f: Frame) throws -> Bool {
    f.position = extent
    do {
      return try condition.test(f)
    } catch let e as GuestError {
      throw f.failed(e, extent)
    }
  }
}

/// `while (…) { … }`.
final class WhileNode: LoopNode {
  let condition: Node
  let conditionExtent: Extent
  init(_ condition: Node, _ conditionExtent: Extent, label: Symbol?, body: StatementNode, _ extent: Extent) {
    self.condition = condition
    self.conditionExtent = conditionExtent
    super.init(label: label, body: body, extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    while try test(condition, conditionExtent, f) {
      switch try once(f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }
}

/// `do { … } while (…)` and `do { … } until (…)`.
final class DoNode: LoopNode {
  let condition: Node
  let conditionExtent: Extent
  let until: Bool
  init(
    _ condition: Node, _ conditionExtent: Extent, until: Bool, label: Symbol?, body: StatementNode, _ extent: Extent
  ) {
    self.condition = condition
    self.conditionExtent = conditionExtent
    self.until = until
    super.init(label: label, body: body, extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    repeat {
      switch try once(f) {
      case .again: break
      case .done: return .next
      case .leave(let flow): return flow
      }
    } while try test(condition, conditionExtent, f) != until
    return .next
  }
}

/// `for (…; …; …) { … }`.
final class ForNode: LoopNode {
  let initializer: Node?
  let condition: Node?
  let iterator: Node?
  let conditionExtent: Extent
  init(
    initializer: Node?, condition: Node?, conditionExtent: Extent, iterator: Node?, label: Symbol?,
    body: StatementNode, _ extent: Extent
  ) {
    self.initializer = initializer
    self.condition = condition
    self.conditionExtent = conditionExtent
    self.iterator = iterator
    super.init(label: label, body: body, extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    try initializer?.discard(f)
    while true {
      if let condition, try !test(condition, conditionExtent, f) { return .next }
      switch try once(f) {
      case .again: break
      case .done: return .next
      case .leave(let flow): return flow
      }
      try iterator?.discard(f)
    }
  }
}

/// The enumerator behind `$foreach` and `$switch`.
final class LoopEnumerator: Obj {
  let iterator: ValueIterator
  var current: Value = .null
  init(_ iterator: ValueIterator) { self.iterator = iterator }

  func moveNext() throws -> Bool {
    guard let v = try iterator.next() else {
      current = .null
      return false
    }
    current = v.orNull
    return true
  }
  override var typeInfo: TypeInfo { LoopEnumerator.type }
  override func makeIterator() throws -> ValueIterator? { iterator }

  private static let type: TypeInfo = {
    let t = TypeInfo("System.Collections.ArrayListEnumeratorSimple") { t in
      let current = Member("Current", .property)
      current.valueType = Types.object
      current.getter = { $0.asObject(LoopEnumerator.self)?.current ?? .null }
      t.instanceMembers.set(current)
      let move = Member("MoveNext", .method)
      move.overloads = [
        MethodOverload([], returns: Types.bool) { this, _ in
          .bool(try this.asObject(LoopEnumerator.self)?.moveNext() ?? false)
        }
      ]
      t.instanceMembers.set(move)
      let reset = Member("Reset", .method)
      reset.overloads = [MethodOverload([], returns: Types.void) { _, _ in .nothing }]
      t.instanceMembers.set(reset)
    }
    return t
  }()
}

/// `foreach ($v in …) { … }`.
final class ForEachNode: LoopNode {
  let place: PlaceNode
  let collection: Node
  let collectionExtent: Extent
  /// Whether the body may look at `$foreach`.
  let needsEnumerator: Bool
  init(
    _ place: PlaceNode, _ collection: Node, _ collectionExtent: Extent, needsEnumerator: Bool, label: Symbol?,
    body: StatementNode, _ extent: Extent
  ) {
    self.place = place
    self.collection = collection
    self.collectionExtent = collectionExtent
    self.needsEnumerator = needsEnumerator
    super.init(label: label, body: body, extent)
  }

  override func run(_ f: Frame) throws -> Flow {
    let v: Value
    f.position = collectionExtent
    do {
      if !needsEnumerator, let range = collection as? RangeNode {
        let a = try range.low.eval(f)
        let b = try range.high.eval(f)
        if let (low, high) = try Operations.rangeBounds(a, b) { return try count(low, high, f) }
        v = try Operations.range(a, b)
      } else {
        v = try collection.eval(f)
      }
    } catch let e as GuestError {
      throw f.failed(e, collectionExtent)
    }
    if v.isNull { return .next }
    if needsEnumerator { return try enumerate(v, f) }
    if case .object(let o) = v, let a = o as? PSArray { return try walk(a, f) }
    guard let items = try Operations.enumerate(v) else { return try single(v, f) }
    while let item = try items.next() {
      try place.assign(f, item.orNull)
      switch try once(f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }

  /// Counts from one bound to the other without making the array.
  private func count(_ low: Int32, _ high: Int32, _ f: Frame) throws -> Flow {
    let step: Int = low <= high ? 1 : -1
    var i = Int(low)
    let end = Int(high) + step
    let local = place as? LocalNode
    while i != end {
      let v = Value.int(Int32(truncatingIfNeeded: i))
      if let local, let variable = f.slots[local.slot], variable.isPlain {
        variable.value = v
      } else {
        try place.assign(f, v)
      }
      i += step
      switch try once(f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }

  private func walk(_ a: PSArray, _ f: Frame) throws -> Flow {
    var i = 0
    while i < a.elements.count {
      try place.assign(f, a.elements[i].orNull)
      i &+= 1
      switch try once(f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }

  private func single(_ v: Value, _ f: Frame) throws -> Flow {
    try place.assign(f, v)
    if case .leave(let flow) = try once(f) { return flow }
    return .next
  }

  private func enumerate(_ v: Value, _ f: Frame) throws -> Flow {
    let items = LoopEnumerator(try Operations.enumerate(v) ?? ValueIterator([v]))
    let before = f.scope.variables[WellKnown.foreachVariable]?.value
    f.setLocal(WellKnown.foreachVariable, .object(items))
    defer { f.setLocal(WellKnown.foreachVariable, before ?? .null) }
    while try items.moveNext() {
      try place.assign(f, items.current)
      switch try once(f) {
      case .again: continue
      case .done: return .next
      case .leave(let flow): return flow
      }
    }
    return .next
  }
}

/// `a .. b`.
final class RangeNode: Node {
  let low: Node
  let high: Node
  init(_ low: Node, _ high: Node) {
    self.low = low
    self.high = high
  }
  override func eval(_ f: Frame) throws -> Value {
    let a = try low.eval(f)
    let b = try high.eval(f)
    return try Operations.range(a, b)
  }
}
