import Basics

/// A parameter of a method overload.
public struct MethodParameter {
  public let name: String
  public let type: TypeInfo
  public let isByRef: Bool
  public let isOptional: Bool
  public let defaultValue: Value
  public let isParamArray: Bool
  public init(
    _ name: String, _ type: TypeInfo, byRef: Bool = false, optional: Bool = false, defaultValue: Value = .null,
    paramArray: Bool = false
  ) {
    self.name = name
    self.type = type
    isByRef = byRef
    isOptional = optional
    self.defaultValue = defaultValue
    isParamArray = paramArray
  }
}

/// One overload of a method or constructor.
///
/// The body gets the instance (null for statics and constructors) and arguments already converted to
/// the parameter types; a by-reference parameter arrives as a `PSReference`. It throws `GuestError`
/// with the .NET exception it would raise; the caller wraps that as PowerShell does.
public final class MethodOverload {
  public let parameters: [MethodParameter]
  public let returnType: TypeInfo
  public let body: (Value, [Value]) throws -> Value
  /// Whether the body is guest code, whose errors travel on without a MethodInvocationException around them.
  public var isScript = false
  /// How many arguments a call needs at least.
  public let requiredCount: Int
  public init(
    _ parameters: [MethodParameter], returns: TypeInfo, _ body: @escaping (Value, [Value]) throws -> Value
  ) {
    self.parameters = parameters
    returnType = returns
    self.body = body
    var required = 0
    for p in parameters where !p.isOptional && !p.isParamArray { required += 1 }
    requiredCount = required
  }
  /// Whether the last parameter takes any number of arguments.
  public var isVariadic: Bool { parameters.last?.isParamArray ?? false }
  /// Whether a call with that many arguments could mean this overload.
  public func accepts(count: Int) -> Bool {
    count >= requiredCount && (isVariadic || count <= parameters.count)
  }
}

/// What a member is, in ETS terms.
public enum MemberKind: Sendable {
  case property, method, field, event
  case note, scriptProperty, codeProperty, aliasProperty, scriptMethod, codeMethod, propertySet, memberSet
}

/// A member of a type or of one object.
///
/// For types, accessors take the instance; note properties hold their value.
public final class Member {
  public let name: String
  /// The interned name, for lookups that compare integers.
  public let symbol: Symbol
  public let kind: MemberKind
  /// The type of the value of a property, if it has one.
  public var valueType: TypeInfo? {
    get { parts?.resolvedType() ?? plainType }
    set { plainType = newValue }
  }
  private var plainType: TypeInfo?
  /// Declarations of the catalogue that are still text; nil for members made by hand.
  var parts: LazyParts?
  public var isHidden = false
  /// Whether a property takes arguments (an indexer); it is listed apart from plain properties.
  public var isParameterized = false
  public var isStatic = false
  /// Whether a property stands for a variable of a module: listed as a note property, but read each time.
  public var isVariable = false
  public var value: Value = .null
  public var getter: ((Value) throws -> Value)?
  public var setter: ((Value, Value) throws -> Void)?
  /// Overloads of a method; the catalogue's are parsed the first time they are asked for.
  public var overloads: [MethodOverload] {
    get {
      if let p = parts, p.hasPending { plainOverloads += p.takeOverloads() }
      return plainOverloads
    }
    set {
      _ = parts?.takeOverloads()
      plainOverloads = newValue
    }
  }
  private var plainOverloads: [MethodOverload] = []
  /// Script block, target name or list that defines an ETS member (for Get-Member and copies).
  public var definition: Value = .null
  /// Names that a property set or alias refers to.
  public var referenced: [String] = []

  public init(_ name: String, _ kind: MemberKind) {
    self.name = name
    self.symbol = Symbol(name)
    self.kind = kind
  }

  /// Creates a member under an interned name.
  public init(_ symbol: Symbol, _ kind: MemberKind, spelled name: String? = nil) {
    self.name = name ?? symbol.text
    self.symbol = symbol
    self.kind = kind
  }

  /// A note property.
  public static func note(_ name: String, _ value: Value) -> Member {
    let m = Member(name, .note)
    m.value = value
    return m
  }

  /// Whether the member reads as a property.
  public var isProperty: Bool {
    switch kind {
    case .property, .field, .note, .scriptProperty, .codeProperty, .aliasProperty: return !isParameterized
    default: return false
    }
  }
  public var isMethod: Bool { kind == .method || kind == .scriptMethod || kind == .codeMethod }
  public var isSettable: Bool {
    switch kind {
    case .note: return true
    default: return setter != nil
    }
  }

  /// The value for an instance; guest code may run.
  public func get(_ instance: Value) throws -> Value {
    if kind == .note { return value }
    guard let getter else { return .null }
    return try getter(instance)
  }
}

/// An ordered table of members with names that ignore case.
///
/// Names are interned: small tables are scanned as a row of integers, larger ones have an index.
public final class MemberTable {
  public private(set) var all: [Member] = []
  /// Data of the engine about the object the members belong to: the fields of a script class over a .NET base.
  public var attachment: AnyObject?
  private var ids: [Int32] = []
  private var index: [Int32: Int] = [:]
  private static let scanLimit = 12
  public init() {}

  /// The position of a member.
  @inline(__always)
  public func position(of name: Symbol) -> Int? {
    let id = name.id
    if ids.count <= MemberTable.scanLimit {
      var i = 0
      while i < ids.count {
        if ids[i] == id { return i }
        i &+= 1
      }
      return nil
    }
    return index[id]
  }
  /// The member of that interned name.
  @inline(__always)
  public subscript(_ name: Symbol) -> Member? {
    guard let i = position(of: name) else { return nil }
    return all[i]
  }
  /// The member of that name.
  public subscript(_ name: String) -> Member? { self[Symbol(name)] }
  /// Adds a member, or replaces the one of that name.
  public func set(_ member: Member) {
    if let i = position(of: member.symbol) {
      all[i] = member
      return
    }
    all.append(member)
    ids.append(member.symbol.id)
    if ids.count > MemberTable.scanLimit { reindex(from: index.isEmpty ? 0 : ids.count - 1) }
  }
  /// Removes the member of that name; false if there was none.
  @discardableResult
  public func remove(_ name: String) -> Bool {
    guard let i = position(of: Symbol(name)) else { return false }
    if ids.count > MemberTable.scanLimit { index.removeValue(forKey: ids[i]) }
    all.remove(at: i)
    ids.remove(at: i)
    if ids.count > MemberTable.scanLimit { reindex(from: i) } else { index = [:] }
    return true
  }
  public var isEmpty: Bool { all.isEmpty }
  public var count: Int { all.count }

  private func reindex(from start: Int) {
    var i = start
    while i < ids.count {
      index[ids[i]] = i
      i &+= 1
    }
  }
}

/// The extended members of one object.
public typealias MemberBag = MemberTable

extension MemberTable {
  /// Sets or adds a note property.
  public func setNote(_ name: String, _ value: Value) {
    setNote(Symbol(name), value, spelled: name)
  }
  /// Sets or adds a note property under an interned name; the spelling is that of the first writer.
  public func setNote(_ name: Symbol, _ value: Value, spelled: String? = nil) {
    if let m = self[name], m.kind == .note {
      m.value = value
    } else {
      let m = Member(name, .note, spelled: spelled)
      m.value = value
      set(m)
    }
  }
}
