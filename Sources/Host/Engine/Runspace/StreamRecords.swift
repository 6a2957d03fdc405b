import Basics
import Objects

/// A line of the warning, verbose or debug stream.
public final class MessageRecord: Obj {
  public enum Kind: String, Sendable { case warning = "Warning", verbose = "Verbose", debug = "Debug" }
  public let kind: Kind
  public let message: String
  public var fullyQualifiedWarningId = ""
  public var invocation: InvocationInfo?
  public init(_ kind: Kind, _ message: String, invocation: InvocationInfo? = nil) {
    self.kind = kind
    self.message = message
    self.invocation = invocation
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.\(kind.rawValue)Record") }
  public override func text() throws -> String? { message }
}

/// A record of the information stream.
public final class InformationRecord: Obj {
  public let messageData: Value
  public let source: String
  public var tags: [String]
  /// Seconds since 1970 at which it was made, with fraction.
  public let time: Double
  public init(_ data: Value, source: String, tags: [String] = [], time: Double) {
    messageData = data
    self.source = source
    self.tags = tags
    self.time = time
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.InformationRecord") }
  public override func text() throws -> String? { try Operations.toString(messageData) }
}

/// The message data of Write-Host: text with colours.
public final class HostInformationMessage: Obj {
  public let message: String
  public let foreground: Int?
  public let background: Int?
  public let noNewLine: Bool
  public init(_ message: String, foreground: Int?, background: Int?, noNewLine: Bool) {
    self.message = message
    self.foreground = foreground
    self.background = background
    self.noNewLine = noNewLine
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.HostInformationMessage") }
  public override func text() throws -> String? { message }
}

/// A record of Write-Progress.
public final class ProgressRecord: Obj {
  public var activityId = 0
  public var parentActivityId = -1
  public var activity: String
  public var status: String
  public var currentOperation = ""
  public var percentComplete = -1
  public var secondsRemaining = -1
  public var isCompleted = false
  public init(activity: String, status: String) {
    self.activity = activity
    self.status = status
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ProgressRecord") }
}
