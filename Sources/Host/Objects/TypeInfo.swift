import Basics

/// Names and numbers of an enumeration.
public final class EnumInfo {
  public let names: [String]
  public let values: [Int64]
  public let isFlags: Bool
  public let underlying: TypeInfo
  public init(names: [String], values: [Int64], isFlags: Bool, underlying: TypeInfo) {
    self.names = names
    self.values = values
    self.isFlags = isFlags
    self.underlying = underlying
  }

  /// The text of a value: a name, a comma-separated list of flags, or the number.
  public func text(of raw: Int64) -> String {
    if let i = values.firstIndex(of: raw) { return names[i] }
    guard isFlags, raw != 0 else { return String(raw) }
    var rest = raw
    var parts: [String] = []
    for i in values.indices.sorted(by: { UInt64(bitPattern: values[$0]) > UInt64(bitPattern: values[$1]) }) {
      let v = values[i]
      if v != 0 && rest & v == v {
        parts.insert(names[i], at: 0)
        rest &= ~v
      }
    }
    return rest == 0 ? parts.joined(separator: ", ") : String(raw)
  }
}

/// What kind of .NET type a `TypeInfo` stands for.
public enum TypeKind: Sendable { case classType, structType, enumType, interfaceType }

/// A .NET type as the guest sees it: its names, place in the hierarchy, and members.
///
/// Members of catalogue types are registered the first time anything asks for one, so a type costs
/// nothing at start-up. Script classes fill the same tables.
public final class TypeInfo: @unchecked Sendable {  // filled and read by the engine thread alone
  public let namespace: String
  /// The name without namespace: `String`, `List`1`, `Int32[]`.
  public let name: String
  public let kind: TypeKind
  public var baseType: TypeInfo?
  /// Interfaces the type declares; the catalogue's are looked up the first time they are asked for.
  public var interfaces: [TypeInfo] {
    get {
      if let i = knownInterfaces { return i }
      knownInterfaces = []
      let i = Catalogue.interfaces(of: self)
      knownInterfaces = i
      return i
    }
    set { knownInterfaces = newValue }
  }
  private var knownInterfaces: [TypeInfo]?
  public var genericDefinition: TypeInfo?
  public var genericArguments: [TypeInfo] = [] {
    didSet { fullNameCache = nil }
  }
  private var fullNameCache: String?
  /// The element type of an array type.
  public var elementType: TypeInfo?
  public var arrayRank = 0
  public var enumInfo: EnumInfo?
  public var isAbstract = false
  public var isSealed = false
  /// The compiled script class behind the type, owned by the engine.
  public var scriptClass: AnyObject?
  fileprivate(set) var instanceTable: MemberTable?
  fileprivate(set) var staticTable: MemberTable?
  /// Fills the member tables on first use.
  public var load: ((TypeInfo) -> Void)?
  var typeObject: TypeObject?

  public init(
    _ fullName: String, base: TypeInfo? = nil, kind: TypeKind = .classType, load: ((TypeInfo) -> Void)? = nil
  ) {
    if let dot = TypeInfo.lastDot(fullName) {
      namespace = String(fullName[..<dot])
      name = String(fullName[fullName.index(after: dot)...])
    } else {
      namespace = ""
      name = fullName
    }
    self.kind = kind
    self.baseType = base
    self.load = load
  }

  private static func lastDot(_ s: String) -> String.Index? {
    let end = s.firstIndex(where: { $0 == "[" }) ?? s.endIndex
    return s[..<end].lastIndex(of: ".")
  }

  /// The full name as .NET's `Type.FullName` spells it; generic arguments in double brackets.
  public var fullName: String {
    if let n = fullNameCache { return n }
    var n = namespace.isEmpty ? name : namespace + "." + name
    if !genericArguments.isEmpty && elementType == nil {
      let parts = genericArguments.map { "[" + $0.fullName + ", " + Catalogue.assemblyName(of: $0) + "]" }
      n += "[" + parts.joined(separator: ",") + "]"
    }
    fullNameCache = n
    return n
  }
  public var isArray: Bool { elementType != nil }
  public var isEnum: Bool { kind == .enumType }
  public var isInterface: Bool { kind == .interfaceType }
  public var isValueType: Bool { kind == .structType || kind == .enumType }

  /// Instance members declared by this type alone.
  public var instanceMembers: MemberTable {
    loadIfNeeded()
    if let t = instanceTable { return t }
    let t = MemberTable()
    instanceTable = t
    return t
  }
  /// Static members (and constructors) declared by this type alone.
  public var staticMembers: MemberTable {
    loadIfNeeded()
    if let t = staticTable { return t }
    let t = MemberTable()
    staticTable = t
    return t
  }

  private var isFilled = false
  private func loadIfNeeded() {
    if let l = load {
      load = nil
      l(self)
    }
    if !isFilled {
      isFilled = true
      Catalogue.fill(self)
    }
  }
  /// Asks the catalogue again, after a room registered more members.
  func refill(_ more: (TypeInfo) -> Void) {
    resolved = [:]
    if isFilled { more(self) }
  }

  /// Members found so far along the chain of base types, by interned name; a nil entry is a known miss.
  var resolved: [Int32: Member?] = [:]
  /// ETS tables of the chain of type names, valid for one generation of the type data.
  var typeDataTables: [MemberTable] = []
  var typeDataGeneration = -1

  /// Whether a value of this type may stand where `other` is asked for.
  public func isAssignable(to other: TypeInfo) -> Bool {
    if self === other || other === Types.object { return true }
    if let b = baseType, b.isAssignable(to: other) { return true }
    for i in interfaces where i.isAssignable(to: other) { return true }
    if let e = elementType, let oe = other.elementType, arrayRank == other.arrayRank {
      return !e.isValueType && e.isAssignable(to: oe)
    }
    return false
  }

  /// The inheritance chain of names for ETS, most specific first.
  public var typeNameChain: [String] {
    var names: [String] = []
    var t: TypeInfo? = self
    while let u = t {
      names.append(u.fullName)
      t = u.baseType
    }
    return names
  }
}
