/// One thing wrong with a script text.
public struct Diagnostic: Sendable {
  /// How grave a diagnostic is.
  public enum Severity: Sendable {
    /// The script cannot run.
    case error
    /// The script runs, but probably not as meant.
    case warning
  }

  /// The error id, without the room's prefix.
  public let id: String
  /// The place in the source, in bytes.
  public let extent: Extent
  /// The text shown to people.
  public let message: String
  /// Whether more input could repair the script, so that an interactive host asks for another line.
  public let incompleteInput: Bool
  /// How grave it is.
  public let severity: Severity

  /// Makes a diagnostic.
  public init(
    id: String, extent: Extent, message: String, incompleteInput: Bool = false, severity: Severity = .error
  ) {
    self.id = id
    self.extent = extent
    self.message = message
    self.incompleteInput = incompleteInput
    self.severity = severity
  }
}
