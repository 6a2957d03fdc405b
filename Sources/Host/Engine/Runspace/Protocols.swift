import Objects

/// Finds commands; implemented by the session.
public protocol CommandResolver: AnyObject {
  /// The command a name means from code of `state`; throws CommandNotFoundException and what loading throws.
  ///
  /// Aliases are resolved: the result runs.
  func resolve(_ name: String, origin: CommandOrigin, in state: SessionState, runspace: Runspace) throws -> CommandInfo
}

/// Where a command comes from (rules 16 and 18 of command resolution).
public enum CommandOrigin: Sendable { case runspace, `internal` }

/// A drive whose items read as variables: `$env:x`, `$function:x`.
public protocol VariableDrive: AnyObject {
  func get(_ name: String, in runspace: Runspace) throws -> Value?
  func set(_ name: String, _ value: Value, in runspace: Runspace) throws
  func remove(_ name: String, in runspace: Runspace) throws
}

/// A choice of `Host.UI.PromptForChoice`.
public struct HostChoice {
  public let label: String
  public let help: String
  public init(label: String, help: String) {
    self.label = label
    self.help = help
  }
}

/// A field of `Host.UI.Prompt`.
public struct HostField {
  public let name: String
  public let type: TypeInfo
  public let help: String
  public init(name: String, type: TypeInfo, help: String = "") {
    self.name = name
    self.type = type
    self.help = help
  }
}

/// The program around the engine: terminal, pipes, or a caller that collects.
public protocol HostInterface: AnyObject {
  var name: String { get }
  var isInteractive: Bool { get }
  /// Cells of a line.
  var width: Int { get }
  /// An object that reached the end of a top-level pipeline (formatted by Out-Default).
  func writeOutput(_ value: Value) throws
  /// Ends a sequence of `writeOutput` calls, so that open tables are finished.
  func endOutput() throws
  func writeError(_ record: ErrorRecord) throws
  func writeWarning(_ text: String)
  func writeVerbose(_ text: String)
  func writeDebug(_ text: String)
  /// An information record that is not Write-Host's.
  func writeInformation(_ record: InformationRecord)
  func writeProgress(_ record: ProgressRecord)
  /// Plain text for `Write-Host`; colours are ConsoleColor numbers.
  func write(_ text: String, foreground: Int?, background: Int?, newLine: Bool)
  /// A line of input; nil at its end.
  func readLine(prompt: String?, secure: Bool) throws -> String?
  /// The index chosen; throws when the host cannot ask.
  func choose(caption: String, message: String, choices: [HostChoice], defaultIndex: Int) throws -> Int
  /// Values for named fields, as for missing mandatory parameters; nil when input ended, throws when it cannot ask.
  func prompt(caption: String, message: String, fields: [HostField]) throws -> [Value]?
  func setShouldExit(_ code: Int32)
}
