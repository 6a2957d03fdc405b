import Basics
import Engine
import Objects
import Processes

/// What an interactive host adds below "not recognized" (rule 52).
public struct CommandSuggestion {
  /// Why, in sentences.
  public let text: String
  /// What to type instead.
  public let commands: [String]
}

extension CommandDiscovery {
  private static let most = 5

  /// The file of that name in the current location, or loaded commands one letter away; nil when there are none.
  public func suggestion(for name: String) -> CommandSuggestion? {
    guard !name.utf8.contains(where: { $0 == 0x2F || $0 == 0x5C || $0 == 0x3A }) else { return nil }
    let here = PathText.join(runspace.workingDirectory(), name)
    if let hit = ExecutableSearch.probe(here), hit.isScript || hit.isExecutable {
      return CommandSuggestion(
        text: "The command \"\(name)\" was not found, but does exist in the current location. PowerShell doesn't load "
          + "commands from the current location by default (see 'Get-Help about_Command_Precedence'). If you trust this "
          + "command, run the following command instead:", commands: ["./" + name])
    }
    let query = CommandQuery(
      name: "*", state: runspace.currentState, origin: .internal, kinds: [.alias, .function, .filter, .cmdlet])
    var near: [String] = []
    for c in matching(query) where near.count < Self.most && FuzzyDistance.between(c.name, name) == 1 {
      if !near.contains(c.name) { near.append(c.name) }
    }
    return near.isEmpty ? nil : CommandSuggestion(text: "The most similar commands are:", commands: near)
  }
}
