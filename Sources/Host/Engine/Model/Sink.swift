import Basics
import Objects

/// Where values go: the next command, a variable, a file, the host.
open class Sink {
  public init() {}

  /// Takes one value as it is; `.nothing` is never passed.
  open func write(_ value: Value) throws {}

  /// Takes what a statement produced: nothing for the empty result, the elements of a collection, else the value.
  open func writeEnumerated(_ value: Value) throws {
    switch value {
    case .nothing: return
    case .object(let o):
      if let a = o as? PSArray {
        let elements = a.elements
        for i in elements.indices { try write(elements[i].orNull) }
        return
      }
      guard let items = try Operations.enumerate(value) else { return try write(value) }
      while let item = try items.next() { try write(item.orNull) }
    default: try write(value)
    }
  }
}

extension Value {
  /// The value, with null in place of the empty result.
  @inline(__always)
  public var orNull: Value {
    if case .nothing = self { return .null }
    return self
  }
}

/// A sink that forgets everything.
public final class NullSink: Sink {
  /// The one that everybody may share.
  nonisolated(unsafe) public static let shared = NullSink()
  public override func write(_ value: Value) throws {}
  public override func writeEnumerated(_ value: Value) throws {
    // Enumerating may run guest code, so only what is known to be inert is dropped unseen.
    if case .object(let o) = value, !(o is PSArray), !(o is PSList) { try super.writeEnumerated(value) }
  }
}

/// A sink that keeps everything in order.
public final class CollectingSink: Sink {
  public var values: [Value] = []
  public override init() {}
  public override func write(_ value: Value) throws { values.append(value) }
  public override func writeEnumerated(_ value: Value) throws {
    switch value {
    case .nothing: return
    case .object: try super.writeEnumerated(value)
    default: values.append(value)
    }
  }

  /// What an assignment captures: nothing, the one value, or an array of them.
  public var result: Value {
    switch values.count {
    case 0: return .nothing
    case 1: return values[0]
    default: return .array(values)
    }
  }
}
