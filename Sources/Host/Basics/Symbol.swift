/// An interned name that ignores case: comparing two is comparing integers.
public struct Symbol: Hashable, Sendable {
  public let id: Int32

  /// The symbol of a name; the first spelling seen is the one `text` gives.
  public init(_ name: String) {
    id = SymbolTable.intern(name)
  }
  /// The name as it was first spelled.
  public var text: String { SymbolTable.names[Int(id)] }
  public static func == (a: Symbol, b: Symbol) -> Bool { a.id == b.id }
  public func hash(into h: inout Hasher) { h.combine(id) }
}

enum SymbolTable {
  // Touched by the one engine thread of the process.
  nonisolated(unsafe) static var names: [String] = []
  nonisolated(unsafe) static var ids: [CIString: Int32] = [:]

  static func intern(_ name: String) -> Int32 {
    let key = CIString(name)
    if let id = ids[key] { return id }
    let id = Int32(names.count)
    names.append(name)
    ids[key] = id
    return id
  }
}
