import Basics

/// A method as a value: what `'abc'.ToUpper` without parentheses gives (`PSMethod`).
public final class MethodObject: Obj {
  public let member: Member
  public let target: Value
  public let isStatic: Bool
  public init(_ member: Member, target: Value, isStatic: Bool = false) {
    self.member = member
    self.target = target
    self.isStatic = isStatic
  }
  public override var typeInfo: TypeInfo {
    switch member.kind {
    case .scriptMethod: return Types.named("System.Management.Automation.PSScriptMethod")
    case .codeMethod: return Types.named("System.Management.Automation.PSCodeMethod")
    default:
      let d = Types.named("System.Management.Automation.PSMethod`1")
      return d
    }
  }
  public override func text() throws -> String? { definitions.joined(separator: ", ") }

  /// Calls it.
  public func invoke(_ arguments: [Value]) throws -> Value {
    if isStatic, let t = target.asObject(TypeObject.self) {
      if member.symbol == CommonSymbols.new { return try MemberAccess.construct(t.type, arguments) }
      return try MemberAccess.callOverloads(member, .null, arguments)
    }
    return try MemberAccess.call(member, target, arguments)
  }

  /// The overloads as text, `OverloadDefinitions`.
  public var definitions: [String] {
    if member.kind == .scriptMethod { return ["System.Object \(member.name)();"] }
    let owner = isStatic ? target.asObject(TypeObject.self)?.type : target.typeInfo
    return member.overloads.map { MethodObject.definition(member.name, $0, isStatic: isStatic, owner: owner) }
  }

  /// One overload as PowerShell writes it: `static int Parse(string s)`.
  static func definition(_ name: String, _ o: MethodOverload, isStatic: Bool, owner: TypeInfo?) -> String {
    let isConstructor = isStatic && name == "new"
    let list = o.parameters.map(parameter).joined(separator: ", ")
    let result = isConstructor ? owner.map(TypeResolver.displayName) ?? "" : TypeResolver.displayName(o.returnType)
    return (isStatic && !isConstructor ? "static " : "") + result + " " + name + "(" + list + ")"
  }

  private static func parameter(_ p: MethodParameter) -> String {
    var s = p.isByRef ? "[ref] " : p.isParamArray ? "Params " : ""
    s += TypeResolver.displayName(p.type) + " " + p.name
    if p.isOptional {
      let shown: String
      switch p.defaultValue {
      case .string(let t): shown = "\"" + t + "\""
      case .null, .nothing: shown = "null"
      case .object(let o as EnumValue): shown = o.type.fullName + "." + ((try? o.text()) ?? "")
      default: shown = (try? Operations.toString(p.defaultValue)) ?? ""
      }
      s += " = " + shown
    }
    return s
  }
}
