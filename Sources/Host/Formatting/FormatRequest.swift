import Basics
import Objects

/// A column or item asked for by Format-Table, Format-List and their kin.
public struct RequestedProperty {
  public var label: String?
  public var expression: ViewExpression
  public var format: String?
  public var width: Int?
  public var alignment: Alignment?
  public init(
    label: String? = nil, expression: ViewExpression, format: String? = nil, width: Int? = nil,
    alignment: Alignment? = nil
  ) {
    self.label = label
    self.expression = expression
    self.format = format
    self.width = width
    self.alignment = alignment
  }
}

/// What a Format-* command asks for; plain default output asks for nothing.
public struct FormatRequest {
  /// The shape asked for; nil lets the objects decide.
  public var control: ViewControl?
  public var properties: [RequestedProperty] = []
  public var excluded: [String] = []
  public var groupBy: RequestedProperty?
  public var view: String?
  public var autoSize = false
  public var hideHeaders = false
  public var wrap = false
  public var repeatHeader = false
  public var columns: Int?
  public var showError = false
  public var displayError = false
  /// Whether error records are shown as objects too.
  public var force = false
  public var depth = 5
  public var expandCoreOnly = true
  public init() {}
}

/// What Format-* commands write: an object with the request it is to be shown by.
///
/// Out-* commands draw runs of these that share one session of a Format-* command.
public final class FormatEntry: Obj {
  /// One per invocation of a Format-* command.
  public final class Session {
    public var request: FormatRequest
    public init(_ request: FormatRequest) { self.request = request }
  }
  public enum Part { case start, entry(Value), end }
  public let session: Session
  public let part: Part
  public init(_ session: Session, _ part: Part) {
    self.session = session
    self.part = part
  }
  public override var typeInfo: TypeInfo {
    let name: String
    switch part {
    case .start: name = "FormatStartData"
    case .entry: name = "FormatEntryData"
    case .end: name = "FormatEndData"
    }
    return Types.named("Microsoft.PowerShell.Commands.Internal.Format." + name)
  }
  public override func text() throws -> String? { typeInfo.fullName }
}
