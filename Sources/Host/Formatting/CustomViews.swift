import Basics
import Objects

/// Views that are drawn by code rather than described by a table.
enum CustomViews {
  static var all: [ViewDefinition] { [dateTime, scriptPosition, match] }

  private static func make(_ type: String, _ draw: @escaping (Value) throws -> [String]) -> ViewDefinition {
    let v = ViewDefinition(name: type, control: .custom, types: [type])
    v.custom = draw
    return v
  }

  private static var dateTime: ViewDefinition {
    make("System.DateTime") { value in
      let shown = try MemberAccess.get(value, "DateTime") ?? value
      return [try Operations.displayString(shown)]
    }
  }

  /// A line Select-String found, its file as seen from the current location.
  private static var match: ViewDefinition {
    make("Microsoft.PowerShell.Commands.MatchInfo") { value in
      let text = try Operations.toString(try MemberAccess.invoke(value, "ToEmphasizedString", [.string(".")]))
      return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static var scriptPosition: ViewDefinition {
    make("System.Management.Automation.Language.IScriptExtent") { [try Operations.displayString($0)] }
  }
}
