import Basics
import Engine
import Objects

extension SessionMembers {
  /// Members of `PSVariable`: what Get-Variable and ExportedVariables give.
  static func registerVariable() {
    Catalogue.register(automation + "PSVariable") { t in
      t.prop("string Name") { .text(variable($0)?.name) }
      t.prop(
        "System.Object Value", { variable($0)?.get() ?? .null },
        set: { v, new in try variable(v)?.set(new) })
      t.prop(
        "string Description", { .string(variable($0)?.descriptionText ?? "") },
        set: { v, new in variable(v)?.descriptionText = try Operations.toString(new) })
      t.prop(
        "System.Management.Automation.ScopedItemOptions Options",
        { Enumeration.value("ScopedItemOptions", variable($0)?.options.rawValue ?? 0) },
        set: { v, new in variable(v)?.options = ItemOptions(rawValue: Int(Enumeration.raw(new))) })
      t.prop(
        "System.Management.Automation.SessionStateEntryVisibility Visibility",
        { Enumeration.value("SessionStateEntryVisibility", variable($0)?.isPublic == false ? 1 : 0) },
        set: { v, new in variable(v)?.isPublic = Enumeration.raw(new) == 0 })
      t.prop("psmoduleinfo Module") { v in variable(v)?.module.map { .object($0) } ?? .null }
      t.prop("string ModuleName") { .string(variable($0)?.module?.name ?? "") }
      t.prop("System.Object Attributes") { _ in .object(collection("System.Attribute", [])) }
      t.method("bool IsValidValue(System.Object value)") { _, _ in .bool(true) }
      t.new("(string name)") { a in .object(Variable(Symbol(a.first?.stringOrNil ?? ""), .null)) }
      t.new("(string name, System.Object value)") { a in
        .object(Variable(Symbol(a.first?.stringOrNil ?? ""), a.count > 1 ? a[1] : .null))
      }
      t.new("(string name, System.Object value, System.Management.Automation.ScopedItemOptions options)") { a in
        let options = a.count > 2 ? ItemOptions(rawValue: Int(Enumeration.raw(a[2]))) : []
        return .object(Variable(Symbol(a.first?.stringOrNil ?? ""), a.count > 1 ? a[1] : .null, options: options))
      }
    }
  }

  private static func variable(_ v: Value) -> Variable? { v.asObject(Variable.self) }
}
