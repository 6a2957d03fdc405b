import Basics

/// An enumerator as the guest drives it: `MoveNext()`, `Current`, `Reset()`.
public final class EnumeratorObject: Obj {
  public let type: TypeInfo
  private let restart: (() throws -> ValueIterator)?
  private var iterator: ValueIterator
  public private(set) var current: Value = .null
  public private(set) var isActive = false
  /// `restart` makes a fresh iterator for `Reset()`.
  public init(_ iterator: ValueIterator, _ type: TypeInfo, restart: (() throws -> ValueIterator)? = nil) {
    self.iterator = iterator
    self.type = type
    self.restart = restart
  }
  public override var typeInfo: TypeInfo { type }
  /// The rest of the elements.
  public override func makeIterator() throws -> ValueIterator? {
    ValueIterator { [self] in try moveNext() ? current : nil }
  }
  /// Steps on; false at the end.
  public func moveNext() throws -> Bool {
    if let x = try iterator.next() {
      current = x
      isActive = true
      return true
    }
    current = .null
    isActive = false
    return false
  }
  /// Starts again.
  public func reset() throws {
    guard let restart else { throw Throw.notSupported() }
    iterator = try restart()
    current = .null
    isActive = false
  }

  /// An enumerator over anything that enumerates.
  static func over(_ o: Obj, _ typeName: String) throws -> Value {
    func fresh() throws -> ValueIterator {
      if let d = o as? PSDictionary { return checked(d) }
      return try o.makeIterator() ?? ValueIterator([])
    }
    return .object(EnumeratorObject(try fresh(), Types.named(typeName), restart: fresh))
  }

  /// The entries of a dictionary, noticing changes.
  static func checked(_ d: PSDictionary) -> ValueIterator {
    var i = 0
    let seen = d.version
    let type = Collections.entryType(d.type)
    return ValueIterator {
      if d.version != seen { throw Throw.invalid("Collection was modified; enumeration operation may not execute.") }
      guard i < d.count else { return nil }
      i += 1
      return .object(DictEntry(d.keys[i - 1], d.values[i - 1], type: type))
    }
  }
}

/// Members of enumerators.
enum EnumeratorTypes {
  static let names = [
    "System.Collections.IEnumerator", "System.CharEnumerator", "System.ArrayEnumerator",
    "System.SZGenericArrayEnumerator`1", "System.Collections.Generic.List`1+Enumerator",
    "System.Collections.Generic.Dictionary`2+Enumerator", "System.Collections.Hashtable+HashtableEnumerator",
    "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryEnumerator",
    "System.Collections.ArrayList+ArrayListEnumeratorSimple", "System.Collections.Generic.IEnumerator`1",
  ]

  static func register() {
    for n in names {
      if Types.existing(n) == nil, Catalogue.shape(of: n) == nil {
        Catalogue.declare(n, interfaces: "IEnumerator IDisposable")
      }
      Catalogue.register(n, members)
    }
  }

  private static func members(_ t: TypeBuilder) {
    t.prop("object Current") { $0.asObject(EnumeratorObject.self)?.current ?? .null }
    for part in ["Key", "Value", "Entry"] where t.type.name.contains("Dictionary") || t.type.name.contains("Hashtable")
    {
      t.prop("object \(part)") { s in
        guard let e = s.asObject(EnumeratorObject.self)?.current.asObject(DictEntry.self) else {
          throw Throw.invalid("Enumeration has either not started or has already finished.")
        }
        return part == "Key" ? e.key : part == "Value" ? e.value : .object(e)
      }
    }
    t.method("bool MoveNext()") { s, _ in .bool(try s.asObject(EnumeratorObject.self)?.moveNext() ?? false) }
    t.action("Reset()") { s, _ in try s.asObject(EnumeratorObject.self)?.reset() }
    t.action("Dispose()") { _, _ in }
  }
}
