import Basics
import Diagnostics
import Objects

/// `$MyInvocation`: which command runs, how it was called, and where.
public final class InvocationInfo: Obj {
  public var myCommand: CommandInfo?
  /// What the caller typed.
  public var invocationName: String
  /// The place of the call and its source.
  public var extent: Extent
  public var source: SourceText?
  public var pipelineLength = 1
  public var pipelinePosition = 1
  public var expectingInput = false
  public var historyId = 0
  public var commandOrigin = CommandOrigin.internal
  /// Whether this only places a statement's error: no command is behind it.
  public var isStatement = false
  /// What bound the parameters of the call, or makes the list of them.
  var binder: ParameterBinder?
  var makeBoundParameters: (() -> PSDictionary)?
  public var unboundArguments: [Value] = []
  /// The position to show instead, when a command sets `DisplayScriptPosition`.
  public var displayPosition: Value = .null

  public init(command: CommandInfo?, name: String, extent: Extent, source: SourceText?) {
    myCommand = command
    invocationName = name
    self.extent = extent
    self.source = source
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.InvocationInfo") }

  /// The parameters bound so far, by name.
  public func boundParameters() -> PSDictionary {
    binder?.boundDictionary() ?? makeBoundParameters?() ?? PSDictionary(Runspace.boundParametersType, ignoreCase: true)
  }
  /// The file of the call; empty for text typed or built at run time.
  public var scriptName: String { source?.file ?? "" }
  public var scriptLineNumber: Int { source?.line(at: extent.start) ?? 0 }
  public var offsetInLine: Int { source?.column(at: extent.start) ?? 0 }
  /// The first line of the call, whole.
  public var line: String { source.map { $0.lineText($0.line(at: extent.start)) } ?? "" }
  /// The first line of the call with its line break, as scripts see it.
  var lineWithEnd: String {
    guard let source else { return "" }
    let n = source.line(at: extent.start)
    return n < source.lineCount ? line + "\n" : line
  }
  /// The text of the call alone.
  public var statement: String { source?.text(of: extent) ?? "" }
  /// The "At FILE:1 char:1" block.
  public var positionMessage: String { source.map { DiagnosticRenderer.position(of: extent, in: $0) } ?? "" }
  public var psScriptRoot: String {
    guard let slash = scriptName.utf8.lastIndex(of: 0x2F) else { return "" }
    return String(scriptName[..<slash])
  }
  public var psCommandPath: String { scriptName }
}
