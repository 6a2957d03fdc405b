import Objects

/// Enumerations that parameters of this room's commands use and the catalogue lacks.
enum SessionEnums {
  static func register() {
    add("Microsoft.PowerShell.Commands.ExportAliasFormat", ["Csv", "Script"])
    add("Microsoft.PowerShell.Commands.BreakpointType", ["Line", "Variable", "Command"])
    add("Microsoft.PowerShell.Commands.SessionFilterState", ["All", "Opened", "Disconnected", "Closed", "Broken"])
    add("Microsoft.PowerShell.Commands.UpdateHelpScope", ["CurrentUser", "AllUsers"])
    add("Microsoft.PowerShell.Commands.WebAuthenticationType", ["None", "Basic", "Bearer", "OAuth"])
    add("Microsoft.PowerShell.Commands.Language", ["CSharp"])
    add("System.Management.Automation.PSModuleAutoLoadingPreference", ["None", "ModuleQualified", "All"])
    add("System.Management.Automation.VariableAccessMode", ["Read", "Write", "ReadWrite"])
    add("System.Management.Automation.Configuration.ConfigScope", ["AllUsers", "CurrentUser"])
    add("System.Management.Automation.Remoting.SessionType", ["Empty", "RestrictedRemoteServer", "Default"])
    add(
      "System.Management.Automation.Runspaces.AuthenticationMechanism",
      ["Default", "Basic", "Negotiate", "NegotiateWithImplicitCredential", "Credssp", "Digest", "Kerberos"])
  }

  private static func add(_ name: String, _ names: [String]) {
    Types.register(name) { _ in
      let t = TypeInfo(name, base: Types.enumBase, kind: .enumType)
      t.enumInfo = EnumInfo(
        names: names, values: names.indices.map { Int64($0) }, isFlags: false, underlying: Types.int32)
      return t
    }
  }
}
