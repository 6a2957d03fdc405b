import Basics
import Engine
import Objects

/// A member as Get-Member shows it.
final class MemberDefinition: Obj {
  let typeName: String
  let name: String
  let kind: String
  let definition: String
  init(_ typeName: String, _ name: String, _ kind: String, _ definition: String) {
    self.typeName = typeName
    self.name = name
    self.kind = kind
    self.definition = definition
  }
  override var typeInfo: TypeInfo { MemberDefinition.type }
  override func text() throws -> String? { definition }

  private static let type: TypeInfo = {
    let name = "Microsoft.PowerShell.Commands.MemberDefinition"
    Catalogue.register(name) { t in
      func me(_ v: Value) -> MemberDefinition? { v.asObject(MemberDefinition.self) }
      t.prop("string TypeName") { v in .string(me(v)?.typeName ?? "") }
      t.prop("string Name") { v in .string(me(v)?.name ?? "") }
      t.prop("System.Management.Automation.PSMemberTypes MemberType") { v in
        let type = Types.named("System.Management.Automation.PSMemberTypes")
        let kind = me(v)?.kind ?? ""
        if let e = try? Operations.convert(.string(kind), to: type) { return e }
        return .string(kind)
      }
      t.prop("string Definition") { v in .string(me(v)?.definition ?? "") }
    }
    return Types.named(name)
  }()
}

/// Get-Member.
final class GetMember: Cmdlet {
  private var seen: Set<String> = []
  private var names: [Wildcard] = []
  private var kinds: Set<String>?
  private var count = 0

  override func begin() throws {
    names = try (has("Name") ? strings("Name") : ["*"]).map { try Operations.wildcard($0, true) }
    if has("MemberType") { kinds = GetMember.kinds(string("MemberType") ?? "") }
  }

  /// The kinds a -MemberType names, its groups spelled out.
  private static func kinds(_ text: String) -> Set<String>? {
    var out: Set<String> = []
    for part in text.split(separator: ",") {
      switch part.lowercased().filter({ $0 != " " }) {
      case "all": return nil
      case "properties":
        out.formUnion([
          "property", "noteproperty", "scriptproperty", "aliasproperty", "codeproperty", "propertyset",
        ])
      case "methods": out.formUnion(["method", "scriptmethod", "codemethod"])
      case let s: out.insert(s)
      }
    }
    return out
  }

  override func process() throws {
    let input = arg("InputObject")
    if input.isNull { return }
    count += 1
    let isStatic = flag("Static")
    let typeName: String
    let type: TypeInfo?
    if isStatic {
      type = input.asObject(TypeObject.self)?.type ?? input.typeInfo
      typeName = type?.fullName ?? "System.Object"
    } else {
      type = input.typeInfo
      typeName = TypeNameList.names(of: input).first ?? type?.fullName ?? "System.Object"
    }
    guard seen.insert(typeName).inserted else { return }
    var members: [Member]
    if isStatic {
      members = type.map { MemberAccess.staticMembers(of: $0) } ?? []
    } else {
      members = MemberAccess.members(of: input)
      if let view = string("View")?.lowercased() {
        members = members.filter { m in
          let extended = input.object?.extended?[m.name] === m || isExtended(m)
          return view.contains("extended") && extended || view.contains("adapted") && !extended
            || view.contains("base") && !extended || view.contains("all")
        }
      }
    }
    try list(members, typeName, isStatic ? (type?.asValue ?? input) : input, isStatic)
  }

  private func isExtended(_ m: Member) -> Bool {
    switch m.kind {
    case .property, .method, .field, .event: return false
    default: return true
    }
  }

  private func list(_ members: [Member], _ typeName: String, _ target: Value, _ isStatic: Bool) throws {
    var rows: [(order: Int, row: MemberDefinition)] = []
    for m in members {
      if m.isHidden && !flag("Force") { continue }
      if !flag("Force"), m.name.hasPrefix("get_") || m.name.hasPrefix("set_") || m.name.hasPrefix("op_") { continue }
      guard names.contains(where: { $0.matches(m.name) }) else { continue }
      let kind = MemberAccess.memberTypeName(m, of: target)
      if let kinds, !kinds.contains(kind.lowercased()) { continue }
      let definition = try MemberAccess.definition(of: m, on: target, isStatic: isStatic)
      rows.append((GetMember.order(kind), MemberDefinition(typeName, m.name, kind, definition)))
    }
    rows.sort { a, b in
      if a.order != b.order { return a.order < b.order }
      return Collation.compare(a.row.name, b.row.name, ignoreCase: true) < 0
    }
    for r in rows { try write(.object(r.row)) }
  }

  /// Kinds are listed in the order of their names as numbers of `PSMemberTypes`.
  private static func order(_ kind: String) -> Int {
    let all = [
      "AliasProperty", "CodeProperty", "Property", "NoteProperty", "ScriptProperty", "PropertySet", "Method",
      "CodeMethod", "ScriptMethod", "ParameterizedProperty", "MemberSet", "Event", "Dynamic",
    ]
    let sorted = [
      "AliasProperty": 0, "Event": 1, "CodeMethod": 2, "Method": 3, "ScriptMethod": 12, "CodeProperty": 5,
      "NoteProperty": 6, "ParameterizedProperty": 7, "Property": 8, "ScriptProperty": 9, "PropertySet": 10,
      "MemberSet": 11,
    ]
    return sorted[kind] ?? 20 + (all.firstIndex(of: kind) ?? 0)
  }

  override func end() throws {
    if count == 0 {
      try writeError(
        error(
          "NoObjectInGetMember", "You must specify an object for the Get-Member cmdlet.", .CloseError,
          type: "System.InvalidOperationException"))
    }
  }
}
