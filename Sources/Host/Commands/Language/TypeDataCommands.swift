import Basics
import Engine
import Objects

/// Update-TypeData: members of the objects of a type, given as parameters.
final class UpdateTypeData: Cmdlet {
  override func process() throws {
    if has("AppendPath") || has("PrependPath") { return try loadFiles() }
    let given = string("TypeName") ?? ""
    let name = TypeResolver.resolve(given)?.fullName ?? given
    guard try runtime.shouldProcess(name, nil) else { return }
    let key = CIString(name)
    let table = engine.typeTables[key] ?? MemberTable()
    if has("MemberName") {
      guard let m = try member() else { return }
      if table[m.name] != nil, !flag("Force") {
        return try writeError(
          error(
            "TypesDynamicUpdateException",
            "Error in TypeData \"\(name)\": The member \(m.name) is already present.", .InvalidOperation,
            type: "System.Management.Automation.RuntimeException"))
      }
      table.set(m)
    }
    for set in ["DefaultDisplayPropertySet", "DefaultKeyPropertySet", "PropertySerializationSet"] where has(set) {
      let m = MemberFactory.propertySet(set, strings(set))
      m.isHidden = true
      table.set(m)
    }
    for fact in ["DefaultDisplayProperty", "SerializationMethod", "SerializationDepth", "StringSerializationSource"]
    where has(fact) {
      let m = Member.note(fact, arg(fact))
      m.isHidden = true
      TypeFacts.set(key, m)
      if fact == "DefaultDisplayProperty" { table.set(m) }
    }
    engine.typeTables[key] = table
    TypeDataGeneration.bump()
  }

  private func member() throws -> Member? {
    let name = string("MemberName") ?? ""
    let value = arg("Value")
    let second = arg("SecondValue")
    switch (string("MemberType") ?? "").lowercased() {
    case "noteproperty": return .note(name, value)
    case "aliasproperty":
      return MemberFactory.alias(
        name, try Operations.toString(value),
        type: second.isNull ? nil : TypeResolver.resolve(try Operations.toString(second)))
    case "scriptproperty":
      return MemberFactory.scriptProperty(
        name, get: value.isNull ? nil : try block(value), set: second.isNull ? nil : try block(second))
    case "scriptmethod": return MemberFactory.scriptMethod(name, try block(value))
    case "codeproperty", "codemethod":
      guard let method = value.asObject(MethodObject.self) else { _ = try block(.int(0)); return nil }
      let m = Member(name, .codeProperty)
      m.getter = { v in try method.invoke([v]) }
      return m
    default:
      try writeError(
        error(
          "CannotUpdateMemberType", "Cannot update a member with type \"\(string("MemberType") ?? "")\".",
          .InvalidOperation,
          type: "System.InvalidOperationException"))
      return nil
    }
  }

  private func block(_ v: Value) throws -> ScriptBlock {
    if let b = v.asObject(ScriptBlock.self) { return b }
    throw GuestError(
      error(
        "ConvertToFinalInvalidCastException",
        "Cannot convert the \"\(try Operations.toString(v))\" value of type \"\(v.typeInfo?.fullName ?? "null")\" to type "
          + "\"System.Management.Automation.ScriptBlock\".", .InvalidArgument, type: "System.InvalidCastException"))
  }
}

/// Facts about types that are no members: depth and way of serialisation.
enum TypeFacts {
  // Written and read by the engine's one thread.
  nonisolated(unsafe) private static var tables: [CIString: MemberTable] = [:]
  static func set(_ type: CIString, _ m: Member) {
    let t = tables[type] ?? MemberTable()
    t.set(m)
    tables[type] = t
  }
  static func value(_ type: CIString, _ name: String) -> Value { tables[type]?[name]?.value ?? .null }
  static func remove(_ type: CIString) { tables[type] = nil }
}

/// Remove-TypeData.
final class RemoveTypeData: Cmdlet {
  override func process() throws {
    let given =
      string("TypeName") ?? (try? Operations.toString(MemberAccess.get(arg("TypeData"), "TypeName") ?? .null)) ?? ""
    let name = TypeResolver.resolve(given)?.fullName ?? given
    guard try runtime.shouldProcess(name, nil) else { return }
    guard engine.typeTables.removeValue(forKey: CIString(name)) != nil else {
      return try writeError(
        error(
          "TypesDynamicRemoveException", "Error in TypeData \"\(name)\": The type data was not found.",
          .InvalidOperation,
          type: "System.Management.Automation.RuntimeException"))
    }
    TypeFacts.remove(CIString(name))
    TypeDataGeneration.bump()
  }
}

/// Get-TypeData.
final class GetTypeData: Cmdlet {
  override func process() throws {
    let patterns = try (has("TypeName") ? strings("TypeName") : ["*"]).map { n in
      try Operations.wildcard(TypeResolver.resolve(n)?.fullName ?? n, true)
    }
    for (key, table) in engine.typeTables.sorted(by: { $0.key < $1.key }) {
      guard patterns.contains(where: { $0.matches(key.string) }) else { continue }
      let members = PSDictionary()
      for m in table.all where !m.isHidden { members.set(m.name, .object(MemberInfoObject(m))) }
      let o = PSCustomObject([
        ("TypeName", .string(key.string)), ("Members", .object(members)),
        ("SerializationDepth", TypeFacts.value(key, "SerializationDepth")),
        ("SerializationMethod", TypeFacts.value(key, "SerializationMethod")),
        ("DefaultDisplayProperty", TypeFacts.value(key, "DefaultDisplayProperty")),
      ])
      o.typeNames = ["System.Management.Automation.Runspaces.TypeData", "System.Object"]
      try write(.object(o))
    }
  }
}
