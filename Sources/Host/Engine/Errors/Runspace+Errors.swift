import Basics
import Diagnostics
import Objects

/// What happens to errors on their way from where they arise to `$Error`, the host and `catch`.
extension Runspace {
  private static let maximumErrorCount = Symbol("MaximumErrorCount")

  /// Adds a record to `$Error` once.
  public func recordError(_ r: ErrorRecord, frame: Frame? = nil) {
    if r.isLogged { return }
    r.isLogged = true
    appendError(.object(r))
  }

  /// Puts something in front of `$Error` and keeps the list within its limit.
  public func appendError(_ v: Value) {
    errors.elements.insert(v, at: 0)
    errors.version &+= 1
    var limit = 256
    if case .int(let n)? = globalState.rootScope.variables[Self.maximumErrorCount]?.get() { limit = Int(n) }
    if errors.elements.count > max(1, limit) { errors.elements.removeLast(errors.elements.count - max(1, limit)) }
  }

  /// Fills in where an error happened, unless it knows.
  public func annotate(_ e: GuestError, extent: Extent, frame: Frame) {
    let r = e.record
    if r.invocation == nil {
      let caller = frame.invocation
      let i = InvocationInfo(
        command: nil, name: "", extent: extent, source: frame.source)
      i.historyId = historyId
      i.isStatement = true
      i.commandOrigin = caller?.commandOrigin ?? .internal
      r.invocation = i
    }
    if r.scriptStackTrace.isEmpty {
      frame.position = extent
      r.scriptStackTrace = stackTrace(from: frame)
    }
  }

  /// The call stack as text, innermost first.
  public func stackTrace(from frame: Frame?) -> String {
    var lines: [String] = []
    var f = frame
    while let here = f, lines.count < 200 {
      let name = here.functionName.isEmpty ? "<ScriptBlock>" : here.functionName
      let file = here.source.file ?? "<No file>"
      let line = here.source.line(at: here.position.start)
      lines.append("at \(name), \(file): line \(line)")
      f = here.caller
    }
    return lines.joined(separator: "\n")
  }

  /// A statement failed: writes the error and returns to go on with the next statement, or throws it on.
  public func reportStatementError(_ e: GuestError, frame: Frame, afterTrap: Bool = false) throws {
    let r = e.record
    questionMark = false
    if r.endsCommand != nil { throw e }
    if propagateErrors && !afterTrap { throw e }
    if r.isPreferenceStop { throw e }
    let action = preference(.error, in: frame.scope)
    switch action {
    case .silentlyContinue, .ignore:
      if action == .silentlyContinue {
        recordError(r)
        frame.streams.note(error: r)
      }
      return
    case .stop:
      r.isPreferenceStop = true
      throw e
    case .inquire:
      if !r.isAnswered, try !inquire(r.message) {
        r.isPreferenceStop = true
        throw e
      }
    default: break
    }
    if r.wasThrown && !afterTrap { throw e }
    recordError(r)
    frame.streams.note(error: r)
    try frame.streams.error.write(.object(r))
  }

  /// Asks whether to go on; false means halt.
  func inquire(_ message: String) throws -> Bool {
    guard let host else { return false }
    let choices = [
      HostChoice(label: "&Yes", help: "Continue with only the next step of the operation."),
      HostChoice(label: "Yes to &All", help: "Continue with all the steps of the operation."),
      HostChoice(label: "&Halt Command", help: "Stop this command."),
      HostChoice(label: "&Suspend", help: "Pause the current pipeline and return to the command prompt."),
    ]
    let n = try host.choose(caption: "Confirm", message: message, choices: choices, defaultIndex: 0)
    return n == 0 || n == 1
  }

  /// Reports an error nobody caught, as the end of the program does.
  public func reportUncaught(_ e: GuestError) {
    recordError(e.record)
    questionMark = false
    try? hostStreams.error.write(.object(e.record))
  }

  /// A warning of the engine itself, in the scope that runs.
  public func writeWarning(_ text: String) throws {
    let action = preference(.warning, in: currentScope)
    if action == .ignore || action == .silentlyContinue { return }
    let streams = frame?.streams ?? hostStreams
    try streams.warning.write(.object(MessageRecord(.warning, text)))
  }
}

/// The preference variables.
public enum PreferenceKind: Int, Sendable {
  case error, warning, verbose, debug, information, progress
  private static let symbols: [Symbol] = [
    Symbol("ErrorActionPreference"), Symbol("WarningPreference"), Symbol("VerbosePreference"),
    Symbol("DebugPreference"), Symbol("InformationPreference"), Symbol("ProgressPreference"),
  ]
  var symbol: Symbol { PreferenceKind.symbols[rawValue] }
  var initial: ActionPreference {
    switch self {
    case .error, .warning, .progress: return .continue
    case .verbose, .debug, .information: return .silentlyContinue
    }
  }
}

extension Runspace {
  /// What a preference variable says in a scope.
  public func preference(_ kind: PreferenceKind, in scope: Scope) -> ActionPreference {
    guard let v = scope.findVariable(kind.symbol) else { return kind.initial }
    return ActionPreference(v.get()) ?? kind.initial
  }

  /// The value of a variable seen from a scope, or null.
  public func preference(_ name: Symbol, in scope: Scope) -> Value {
    scope.findVariable(name)?.get() ?? .null
  }
}

extension ActionPreference {
  private static let names = [
    "silentlycontinue", "stop", "continue", "inquire", "ignore", "suspend", "break",
  ]

  /// Reads a preference from an enumeration value, a number or a name.
  public init?(_ value: Value) {
    switch value.base {
    case .int(let i): self.init(rawValue: Int(i))
    case .string(let s):
      let low = s.lowercased()
      guard let i = Self.names.firstIndex(where: { $0 == low }) ?? Self.names.firstIndex(where: { $0.hasPrefix(low) }),
        !low.isEmpty
      else { return nil }
      self.init(rawValue: i)
    case .object(let o):
      guard let e = o as? EnumValue else { return nil }
      self.init(rawValue: Int(e.raw))
    default: return nil
    }
  }

  /// The `[ActionPreference]` value.
  public var value: Value {
    .object(EnumValue(Types.named("System.Management.Automation.ActionPreference"), Int64(rawValue)))
  }
}
