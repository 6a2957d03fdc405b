import Basics

/// Text of declarations that a member has not parsed yet.
final class LazyParts {
  private var pending: [() -> MethodOverload] = []
  private var typeText: (Substring, TypeInfo)?
  private var type: TypeInfo?

  var hasPending: Bool { !pending.isEmpty }
  func add(_ make: @escaping () -> MethodOverload) { pending.append(make) }
  func takeOverloads() -> [MethodOverload] {
    let p = pending
    pending = []
    return p.map { $0() }
  }
  func setType(_ text: Substring, in type: TypeInfo) { typeText = (text, type) }
  func resolvedType() -> TypeInfo? {
    if let type { return type }
    guard let (text, owner) = typeText else { return nil }
    let t = SignatureTypes.resolve(text, in: owner)
    type = t
    return t
  }
}

/// Fills the member tables of one type from short declarations.
///
///     Catalogue.register("System.Text.StringBuilder") { t in
///       t.new("()") { _ in … }
///       t.method("StringBuilder Append(string value)") { s, a in … }
///       t.prop("int Length") { s in … }
///     }
public struct TypeBuilder {
  public let type: TypeInfo
  public init(_ type: TypeInfo) { self.type = type }

  /// The n-th type argument of a generic type, `object` for the definition itself.
  public func argument(_ n: Int) -> TypeInfo {
    n < type.genericArguments.count ? type.genericArguments[n] : Types.object
  }

  /// An instance method; overloads are tried in the order they are declared.
  public func method(_ signature: String, _ body: @escaping (Value, [Value]) throws -> Value) {
    add(signature, to: type.instanceMembers, isStatic: false, body)
  }
  /// An instance method without result.
  public func action(_ signature: String, _ body: @escaping (Value, [Value]) throws -> Void) {
    method("void " + signature) { s, a in
      try body(s, a)
      return .nothing
    }
  }
  /// A static method.
  public func fixed(_ signature: String, _ body: @escaping ([Value]) throws -> Value) {
    add(signature, to: type.staticMembers, isStatic: true) { _, a in try body(a) }
  }
  /// A constructor.
  public func new(_ parameters: String, _ body: @escaping ([Value]) throws -> Value) {
    add("new" + parameters, to: type.staticMembers, isStatic: true) { _, a in try body(a) }
  }

  /// An instance property, settable if a setter is given (the new value arrives converted).
  public func prop(
    _ declaration: String, _ get: @escaping (Value) throws -> Value,
    set: ((Value, Value) throws -> Void)? = nil
  ) {
    let m = property(declaration)
    m.getter = get
    m.setter = set
    type.instanceMembers.set(m)
  }
  /// A static property.
  public func fixedProp(
    _ declaration: String, _ get: @escaping () throws -> Value, set: ((Value) throws -> Void)? = nil
  ) {
    let m = property(declaration)
    m.isStatic = true
    m.getter = { _ in try get() }
    if let set { m.setter = { _, v in try set(v) } }
    type.staticMembers.set(m)
  }
  /// A constant.
  public func const(_ declaration: String, _ value: Value) {
    let (m, parts) = declared(declaration, .field)
    m.parts = parts
    m.isStatic = true
    m.getter = { _ in value }
    type.staticMembers.set(m)
  }

  private func property(_ declaration: String) -> Member {
    let (m, parts) = declared(declaration, .property)
    m.parts = parts
    return m
  }

  private func declared(_ declaration: String, _ kind: MemberKind) -> (Member, LazyParts) {
    let space = declaration.lastIndex(of: " ") ?? declaration.startIndex
    let name = declaration[declaration.index(after: space)...]
    let parts = LazyParts()
    parts.setType(declaration[..<space], in: type)
    return (Member(String(name), kind), parts)
  }

  private func add(
    _ signature: String, to table: MemberTable, isStatic: Bool,
    _ body: @escaping (Value, [Value]) throws -> Value
  ) {
    let name = TypeBuilder.name(of: signature)
    let member: Member
    if let m = table[name], m.kind == .method {
      member = m
    } else {
      member = Member(name, .method)
      member.isStatic = isStatic
      table.set(member)
    }
    let parts = member.parts ?? LazyParts()
    member.parts = parts
    let type = self.type
    let isConstructor = isStatic && name == "new"
    parts.add { Signature(signature).overload(in: type, isConstructor: isConstructor, body) }
  }

  /// The method's name, found without parsing the rest: the word before the parenthesis or type parameters.
  private static func name(of signature: String) -> String {
    let open = signature.firstIndex(of: "(") ?? signature.endIndex
    var head = signature[..<open]
    if head.hasSuffix("]"), let bracket = head.lastIndex(of: "["), !head[bracket...].contains(" ") {
      head = head[..<bracket]
    }
    if let space = head.lastIndex(of: " ") { head = head[head.index(after: space)...] }
    return String(head)
  }
}
