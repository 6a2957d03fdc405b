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
  public init(
    _ parameters: [MethodParameter], returns: TypeInfo, _ body: @escaping (Value, [Value]) throws -> Value
  ) {
    self.parameters = parameters
    returnType = returns
    self.body = body
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
  public let kind: MemberKind
  /// The type of the value of a property, if it has one.
  public var valueType: TypeInfo?
  public var isHidden = false
  public var isStatic = false
  public var value: Value = .null
  public var getter: ((Value) throws -> Value)?
  public var setter: ((Value, Value) throws -> Void)?
  public var overloads: [MethodOverload] = []
  /// Script block, target name or list that defines an ETS member (for Get-Member and copies).
  public var definition: Value = .null
  /// Names that a property set or alias refers to.
  public var referenced: [String] = []

  public init(_ name: String, _ kind: MemberKind) {
    self.name = name
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
    case .property, .field, .note, .scriptProperty, .codeProperty, .aliasProperty: return true
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
public final class MemberTable {
  public private(set) var all: [Member] = []
  private var index: [CIString: Int] = [:]
  public init() {}
  /// The member of that name.
  public subscript(_ name: String) -> Member? {
    if all.count <= 8 {
      for m in all where Ordinal.equalsIgnoreCase(m.name, name) { return m }
      return nil
    }
    guard let i = index[CIString(name)] else { return nil }
    return all[i]
  }
  /// Adds a member, or replaces the one of that name.
  public func set(_ member: Member) {
    let key = CIString(member.name)
    if let i = index[key] {
      all[i] = member
    } else {
      index[key] = all.count
      all.append(member)
    }
  }
  /// Removes the member of that name; false if there was none.
  @discardableResult
  public func remove(_ name: String) -> Bool {
    guard let i = index.removeValue(forKey: CIString(name)) else { return false }
    all.remove(at: i)
    for j in i..<all.count { index[CIString(all[j].name)] = j }
    return true
  }
  public var isEmpty: Bool { all.isEmpty }
}

/// The extended members of one object.
public typealias MemberBag = MemberTable

extension MemberTable {
  /// Sets or adds a note property.
  public func setNote(_ name: String, _ value: Value) {
    if let m = self[name], m.kind == .note {
      m.value = value
    } else {
      set(.note(name, value))
    }
  }
}
