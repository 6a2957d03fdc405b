import Basics
import Engine
import Objects

/// Add-Member.
final class AddMember: Cmdlet {
  override func process() throws {
    let input = arg("InputObject")
    let target: Value
    switch input.base {
    case .null, .nothing: return
    case .object: target = input
    default:
      if case .object = input { target = input } else { target = .object(Boxed(input)) }
    }
    guard let bag = PSObjectView.bag(of: target) else { return }
    if let d = arg("NotePropertyMembers").asObject(PSDictionary.self) {
      for i in 0..<d.count {
        try add(.note(try Operations.toString(d.keys[i]), d.values[i]), to: bag, target)
      }
    } else if has("NotePropertyName") {
      try add(.note(string("NotePropertyName") ?? "", arg("NotePropertyValue")), to: bag, target)
    } else if has("MemberType") {
      guard let m = try member() else { return }
      try add(m, to: bag, target)
    }
    if let t = string("TypeName"), !t.isEmpty, let o = target.object {
      let full = TypeResolver.resolve(t)?.fullName ?? t
      o.typeNames = [full] + TypeNameList.names(of: target)
    }
    let isNew = input.object == nil
    if flag("PassThru") || isNew && false { try write(target) }
  }

  private func add(_ m: Member, to bag: MemberBag, _ target: Value) throws {
    let exists = bag[m.name] != nil
    if exists || (MemberAccess.find(target, m.name) != nil && target.asObject(PSDictionary.self) == nil) {
      let isTypeMember = !exists
      guard flag("Force") else {
        return try writeError(
          error(
            "MemberAlreadyExists",
            "Cannot add a member with the name \"\(m.name)\" because a member with that name already exists. To overwrite "
              + "the member anyway, add the Force parameter to your command.", .InvalidOperation, target: target,
            type: "System.InvalidOperationException"))
      }
      if isTypeMember { bag.set(m) } else { bag.set(m) }
      return
    }
    bag.set(m)
  }

  private func member() throws -> Member? {
    let name = string("Name") ?? ""
    let value = arg("Value")
    let second = arg("SecondValue")
    switch (string("MemberType") ?? "").lowercased() {
    case "noteproperty": return .note(name, value)
    case "aliasproperty":
      let type: TypeInfo? =
        second.isNull
        ? nil : try second.asObject(TypeObject.self)?.type ?? TypeResolver.resolve(Operations.toString(second))
      return MemberFactory.alias(name, try Operations.toString(value), type: type)
    case "scriptproperty":
      let get = value.asObject(ScriptBlock.self)
      let set = second.asObject(ScriptBlock.self)
      if get == nil, set == nil { throw invalid(name) }
      return MemberFactory.scriptProperty(name, get: get, set: set)
    case "scriptmethod":
      guard let b = value.asObject(ScriptBlock.self) else { throw invalid(name) }
      return MemberFactory.scriptMethod(name, b)
    case "propertyset":
      let names = try (Operations.elements(value) ?? [value]).map { try Operations.toString($0) }
      return MemberFactory.propertySet(name, names)
    case "memberset":
      let m = Member(name, .memberSet)
      m.value = value
      return m
    case "codeproperty", "codemethod":
      guard let method = value.asObject(MethodObject.self) else { throw invalid(name) }
      return code(name, method, second.asObject(MethodObject.self))
    default:
      throw GuestError(
        error(
          "CannotAddMemberType", "Cannot add a member with type \"\(string("MemberType") ?? "")\".", .InvalidOperation,
          type: "System.InvalidOperationException"))
    }
  }

  private func code(_ name: String, _ get: MethodObject, _ set: MethodObject?) -> Member {
    let isProperty = (string("MemberType") ?? "").lowercased() == "codeproperty"
    let m = Member(name, isProperty ? .codeProperty : .codeMethod)
    m.definition = .object(get)
    if isProperty {
      m.getter = { v in try get.invoke([v]) }
      if let set { m.setter = { v, new in _ = try set.invoke([v, new]) } }
    } else {
      let parameter = MethodParameter("args", Types.arrayType(of: Types.object), paramArray: true)
      m.overloads = [
        MethodOverload([parameter], returns: Types.object) { this, args in
          let rest = args.first?.asObject(PSArray.self)?.elements ?? args
          return try get.invoke([this] + rest)
        }
      ]
    }
    return m
  }

  private func invalid(_ name: String) -> GuestError {
    GuestError(
      error(
        "ConvertToFinalInvalidCastException", "The value of the member \"\(name)\" is not valid for its type.",
        .InvalidArgument, type: "System.InvalidCastException"))
  }
}
