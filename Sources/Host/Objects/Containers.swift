import Basics

/// A fixed-size array: `object[]` or an array of one element type.
public final class PSArray: Obj {
  public var elements: [Value]
  public let elementType: TypeInfo
  /// Lengths of the dimensions of a multidimensional array; nil for a vector.
  public let dimensions: [Int]?
  public init(_ elements: [Value], of type: TypeInfo? = nil, dimensions: [Int]? = nil) {
    self.elements = elements
    elementType = type ?? Types.object
    self.dimensions = dimensions
  }
  public override var typeInfo: TypeInfo { Types.arrayType(of: elementType, rank: dimensions?.count ?? 1) }
  public override func makeIterator() throws -> ValueIterator? { ValueIterator(elements) }
}

/// A growing list: `ArrayList`, `List[T]`, `Collection[T]`, `Queue`, `Stack`, by its type.
public final class PSList: Obj {
  public var elements: [Value]
  public let type: TypeInfo
  public var isReadOnly = false
  /// Counts changes, so that enumeration notices them.
  public var version = 0
  public init(_ type: TypeInfo, _ elements: [Value] = []) {
    self.type = type
    self.elements = elements
  }
  public override var typeInfo: TypeInfo { type }
  /// The type elements are converted to; `object` for untyped lists.
  public var elementType: TypeInfo { type.genericArguments.first ?? Types.object }
  public override func makeIterator() throws -> ValueIterator? {
    var i = 0
    let seen = version
    return ValueIterator { [self] in
      if version != seen {
        throw GuestError.exception(
          "System.InvalidOperationException",
          "Collection was modified; enumeration operation may not execute.")
      }
      guard i < elements.count else { return nil }
      i += 1
      return elements[i - 1]
    }
  }
}

/// A key of a dictionary: a value with the dictionary's idea of equality.
public struct DictKey: Hashable {
  public let value: Value
  public let ignoreCase: Bool
  public init(_ value: Value, ignoreCase: Bool) {
    self.value = value.base
    self.ignoreCase = ignoreCase
  }
  public static func == (a: DictKey, b: DictKey) -> Bool {
    switch (a.value, b.value) {
    case (.string(let x), .string(let y)): return a.ignoreCase ? Ordinal.equalsIgnoreCase(x, y) : Ordinal.equals(x, y)
    case (.int(let x), .int(let y)): return x == y
    case (.long(let x), .long(let y)): return x == y
    case (.double(let x), .double(let y)): return x == y
    case (.bool(let x), .bool(let y)): return x == y
    case (.char(let x), .char(let y)): return x == y
    case (.scalar(let k, let x), .scalar(let l, let y)): return k == l && x == y
    case (.object(let x), _): return x.isEqual(b.value)
    case (.null, .null), (.nothing, .nothing): return true
    default: return false
    }
  }
  public func hash(into h: inout Hasher) {
    switch value {
    case .string(let s):
      if ignoreCase { h.combine(Ordinal.hashIgnoreCase(s)) } else { h.combine(s) }
    case .int(let i): h.combine(i)
    case .long(let i): h.combine(i)
    case .double(let d): h.combine(d)
    case .bool(let b): h.combine(b)
    case .char(let c): h.combine(c)
    case .scalar(_, let b): h.combine(b)
    case .object(let o): o.hashInto(&h)
    case .null, .nothing: h.combine(0)
    }
  }
}

/// A hashtable or dictionary; `[ordered]` ones keep the order of insertion.
///
/// A plain hashtable enumerates in PowerShell's bucket order, which scripts cannot count on; here
/// every dictionary keeps the order of insertion.
public final class PSDictionary: Obj {
  public let type: TypeInfo
  public let ignoreCase: Bool
  public private(set) var keys: [Value] = []
  public private(set) var values: [Value] = []
  private var index: [DictKey: Int] = [:]
  public var isReadOnly = false
  public var version = 0
  /// The order of keys of a sorted dictionary; nil keeps the order of insertion.
  public var order: ((Value, Value) throws -> Int)?
  public init(_ type: TypeInfo? = nil, ignoreCase: Bool = true) {
    self.type = type ?? Types.hashtable
    self.ignoreCase = ignoreCase
  }
  public override var typeInfo: TypeInfo { type }
  public var count: Int { keys.count }
  public var isOrdered: Bool { type === Types.orderedDictionary }

  /// The position of a key, or nil.
  public func position(of key: Value) -> Int? { index[DictKey(key, ignoreCase: ignoreCase)] }
  /// The value of a key, or nil.
  public func get(_ key: Value) -> Value? {
    guard let i = position(of: key) else { return nil }
    return values[i]
  }
  /// The value of a string key, or nil.
  public func get(_ key: String) -> Value? { get(.string(key)) }
  /// Sets the value of a key, adding it at the end if it is new.
  public func set(_ key: Value, _ value: Value) {
    version &+= 1
    let k = DictKey(key, ignoreCase: ignoreCase)
    if let i = index[k] {
      values[i] = value
      // An ordered dictionary takes the new spelling, a plain one keeps the old.
      if isOrdered { keys[i] = key.base }
    } else if let order {
      insert(key, value, at: place(of: key, order))
    } else {
      index[k] = keys.count
      keys.append(key.base)
      values.append(value)
    }
  }
  /// Sets the value of a string key.
  public func set(_ key: String, _ value: Value) { set(.string(key), value) }
  /// Replaces the value at a position.
  public func setValue(at i: Int, _ value: Value) {
    version &+= 1
    values[i] = value
  }
  /// Inserts at a position (ordered dictionaries).
  public func insert(_ key: Value, _ value: Value, at i: Int) {
    version &+= 1
    keys.insert(key.base, at: i)
    values.insert(value, at: i)
    reindex(from: i)
  }
  /// Removes a key; false if it was absent.
  @discardableResult
  public func remove(_ key: Value) -> Bool {
    guard let i = index.removeValue(forKey: DictKey(key, ignoreCase: ignoreCase)) else { return false }
    version &+= 1
    keys.remove(at: i)
    values.remove(at: i)
    reindex(from: i)
    return true
  }
  /// Removes everything.
  public func removeAll() {
    version &+= 1
    keys.removeAll()
    values.removeAll()
    index.removeAll()
  }
  /// Where a new key belongs in a sorted dictionary.
  private func place(of key: Value, _ order: (Value, Value) throws -> Int) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if ((try? order(keys[middle], key)) ?? 0) <= 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }
  private func reindex(from i: Int) {
    var j = i
    while j < keys.count {
      index[DictKey(keys[j], ignoreCase: ignoreCase)] = j
      j += 1
    }
  }
}

/// A key with its value, as `GetEnumerator()` gives them (`DictionaryEntry`, `KeyValuePair`).
public final class DictEntry: Obj {
  public let key: Value
  public let value: Value
  public let type: TypeInfo
  public init(_ key: Value, _ value: Value, type: TypeInfo? = nil) {
    self.key = key
    self.value = value
    self.type = type ?? Types.dictionaryEntry
  }
  public override var typeInfo: TypeInfo { type }
}

/// A `[ref]`: reads and writes a place.
public final class PSReference: Obj {
  private let read: () throws -> Value
  private let write: (Value) throws -> Void
  public init(get: @escaping () throws -> Value, set: @escaping (Value) throws -> Void) {
    read = get
    write = set
  }
  /// A reference that holds a value of its own.
  public convenience init(_ value: Value) {
    var held = value
    self.init(get: { held }, set: { held = $0 })
  }
  public override var typeInfo: TypeInfo { Types.psReference }
  public func get() throws -> Value { try read() }
  public func set(_ v: Value) throws { try write(v) }
}
