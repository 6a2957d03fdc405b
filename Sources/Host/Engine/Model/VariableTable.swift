import Basics
import Objects

/// The variables of one scope by name: a short list, indexed once it grows.
public struct VariableTable: Sequence {
  private var names: [Symbol] = []
  private var items: [Variable] = []
  private var index: [Symbol: Int] = [:]
  private static let indexedFrom = 12

  public init() {}

  public var count: Int { items.count }
  public var isEmpty: Bool { items.isEmpty }
  public var keys: [Symbol] { names }
  public var values: [Variable] { items }

  private func position(_ name: Symbol) -> Int? {
    if items.count >= Self.indexedFrom { return index[name] }
    var i = 0
    while i < names.count {
      if names[i] == name { return i }
      i &+= 1
    }
    return nil
  }

  /// The variable of that name; one that is replaced or removed is marked so.
  public subscript(_ name: Symbol) -> Variable? {
    get {
      guard let i = position(name) else { return nil }
      return items[i]
    }
    set {
      guard let new = newValue else {
        removeValue(forKey: name)
        return
      }
      if let i = position(name) {
        if items[i] !== new {
          items[i].isRemoved = true
          items[i] = new
        }
        return
      }
      names.append(name)
      items.append(new)
      if items.count > Self.indexedFrom {
        index[name] = items.count - 1
      } else if items.count == Self.indexedFrom {
        reindex()
      }
    }
  }

  /// Removes a variable and marks it removed.
  @discardableResult
  public mutating func removeValue(forKey name: Symbol) -> Variable? {
    guard let i = position(name) else { return nil }
    let old = items.remove(at: i)
    names.remove(at: i)
    if items.count >= Self.indexedFrom { reindex() } else { index = [:] }
    old.isRemoved = true
    return old
  }

  private mutating func reindex() {
    index = [:]
    for i in names.indices { index[names[i]] = i }
  }

  /// Pairs of name and variable in the order of creation.
  public func makeIterator() -> AnyIterator<(key: Symbol, value: Variable)> {
    var i = 0
    let names = self.names
    let items = self.items
    return AnyIterator {
      guard i < items.count else { return nil }
      i += 1
      return (key: names[i - 1], value: items[i - 1])
    }
  }
}
