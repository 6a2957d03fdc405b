import Basics
import Engine
import Objects

/// The extended members every session starts with: what PowerShell's own types file adds, where scripts and views use it.
public enum BuiltInTypeData {
  /// Adds them to a runspace.
  public static func install(in runspace: Runspace) {
    property(runspace, "System.Guid", "Guid") { .string(try Operations.toString($0)) }
    property(runspace, "System.DateTime", "DateTime") { try dateTime($0) }
    displaySet(runspace, "System.Diagnostics.Process", ["Id", "Handles", "CPU", "SI", "Name"])
    displaySet(runspace, "System.IO.FileInfo", ["LastWriteTime", "Length", "Name"])
    displaySet(runspace, "System.Management.Automation.ExtendedTypeDefinition", ["TypeNames", "FormatViewDefinition"])
    displaySet(
      runspace, "System.Management.Automation.PSModuleInfo",
      [
        "Name", "Path", "Description", "Guid", "Version", "ModuleBase", "ModuleType", "PrivateData", "AccessMode",
        "ExportedAliases", "ExportedCmdlets", "ExportedFunctions", "ExportedVariables", "NestedModules",
      ])
    for type in ["System.Collections.DictionaryEntry"] {
      property(runspace, type, "Name") { try MemberAccess.get($0, "Key") ?? .null }
    }
  }

  private static func property(
    _ runspace: Runspace, _ type: String, _ name: String, _ get: @escaping (Value) throws -> Value
  ) {
    let key = CIString(type)
    let table = runspace.typeTables[key] ?? MemberTable()
    let m = Member(name, .scriptProperty)
    m.getter = get
    table.set(m)
    runspace.typeTables[key] = table
  }

  /// The properties a list of such objects shows.
  private static func displaySet(_ runspace: Runspace, _ type: String, _ names: [String]) {
    let key = CIString(type)
    let table = runspace.typeTables[key] ?? MemberTable()
    let m = MemberFactory.propertySet("DefaultDisplayPropertySet", names)
    m.isHidden = true
    table.set(m)
    runspace.typeTables[key] = table
  }

  /// The long form, or one part of it, as DisplayHint asks.
  private static func dateTime(_ v: Value) throws -> Value {
    let culture = CultureObject.current
    let hint = try MemberAccess.get(v, "DisplayHint").map { try Operations.toString($0) } ?? "DateTime"
    switch hint.lowercased() {
    case "date": return .string(try Operations.format(v, "D", culture))
    case "time": return .string(try Operations.format(v, "T", culture))
    default:
      return .string(try Operations.format(v, "D", culture) + " " + Operations.format(v, "T", culture))
    }
  }
}
