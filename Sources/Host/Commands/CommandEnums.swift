import Objects

/// Enumerations that parameters of commands use and the catalogue lacks.
enum CommandEnums {
  static func register() {
    let commands = "Microsoft.PowerShell.Commands."
    add(commands + "TestPathType", ["Any", "Container", "Leaf"])
    add(commands + "BaseCsvWritingCommand+QuoteKind", ["Never", "Always", "AsNeeded"])
    add(commands + "DisplayHintType", ["Date", "Time", "DateTime"])
    add(commands + "JsonDateKind", ["Default", "Local", "Utc", "Offset", "String"])
    add("Newtonsoft.Json.StringEscapeHandling", ["Default", "EscapeNonAscii", "EscapeHtml"])
  }

  private static func add(_ name: String, _ names: [String]) {
    Types.register(name) { full in
      let t = TypeInfo(name, base: Types.enumBase, kind: .enumType)
      t.enumInfo = EnumInfo(
        names: names, values: names.indices.map { Int64($0) }, isFlags: false, underlying: Types.int32)
      return t
    }
  }
}
