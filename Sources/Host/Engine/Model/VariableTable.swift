import Basics
import Objects

/// The variables of one scope by name: the first few inline, the rest in a list that is indexed once it grows.
public struct VariableTable: Sequence {
  // Most scopes are those of small functions: these need no memory of their own.
  private var first: Variable?
  private var second: Variable?
  private var third: Variable?
  private var fourth: Variable?
  private var more: [Variable] = []
  private var index: [Symbol: Int] = [:]
  private static let indexedFrom = 8

  public init() {}

  public var count: Int {
    if fourth != nil { return 4 &+ more.count }
    if third != nil { return 3 }
    if second != nil { return 2 }
    return first == nil ? 0 : 1
  }
  public var isEmpty: Bool { first == nil }
  /// In the order of creation.
  public var values: [Variable] {
    var list: [Variable] = []
    list.reserveCapacity(4 &+ more.count)
    if let first { list.append(first) }
    if let second { list.append(second) }
    if let third { list.append(third) }
    if let fourth { list.append(fourth) }
    return list + more
  }
  public var keys: [Symbol] { values.map { $0.symbol } }

  private func find(_ name: Symbol) -> Variable? {
    guard let a = first else { return nil }
    if a.symbol == name { return a }
    guard let b = second else { return nil }
    if b.symbol == name { return b }
    guard let c = third else { return nil }
    if c.symbol == name { return c }
    guard let d = fourth else { return nil }
    if d.symbol == name { return d }
    if more.isEmpty { return nil }
    return position(name).map { more[$0] }
  }

  private func position(_ name: Symbol) -> Int? {
    if more.count >= Self.indexedFrom { return index[name] }
    var i = 0
    while i < more.count {
      if more[i].symbol == name { return i }
      i &+= 1
    }
    return nil
  }

  /// The variable of that name; one that is replaced or removed is marked so.
  public subscript(_ name: Symbol) -> Variable? {
    get { find(name) }
    set {
      guard let new = newValue else {
        removeValue(forKey: name)
        return
      }
      insert(new, as: name)
    }
  }

  private mutating func insert(_ new: Variable, as name: Symbol) {
    guard let old = find(name) else { return append(new) }
    if old === new { return }
    old.isRemoved = true
    if first === old {
      first = new
    } else if second === old {
      second = new
    } else if third === old {
      third = new
    } else if fourth === old {
      fourth = new
    } else if let i = position(name) {
      more[i] = new
    }
  }

  private mutating func append(_ new: Variable) {
    if first == nil {
      first = new
    } else if second == nil {
      second = new
    } else if third == nil {
      third = new
    } else if fourth == nil {
      fourth = new
    } else {
      more.append(new)
      if more.count > Self.indexedFrom {
        index[new.symbol] = more.count - 1
      } else if more.count == Self.indexedFrom {
        for i in more.indices { index[more[i].symbol] = i }
      }
    }
  }

  /// Removes a variable and marks it removed.
  @discardableResult
  public mutating func removeValue(forKey name: Symbol) -> Variable? {
    guard let old = find(name) else { return nil }
    let rest = values.filter { $0 !== old }
    self = VariableTable()
    for v in rest { append(v) }
    old.isRemoved = true
    return old
  }

  /// Pairs of name and variable in the order of creation.
  public func makeIterator() -> AnyIterator<(key: Symbol, value: Variable)> {
    var i = 0
    let items = values
    return AnyIterator {
      guard i < items.count else { return nil }
      i += 1
      return (key: items[i - 1].symbol, value: items[i - 1])
    }
  }
}
