import Basics
import Objects

/// The base of commands compiled into the host and of the proxies for native ones.
///
/// The processor binds parameters, then calls `begin`, `process` for each input object, `end`, and
/// always `clean`. A `GuestError` thrown from any of them is a terminating error of the command.
open class Cmdlet {
  /// Where the command runs: streams, bound parameters, session. Set before `begin`.
  public final var runtime: CommandRuntime!
  public init() {}
  open func begin() throws {}
  open func process() throws {}
  open func end() throws {}
  open func clean() {}
  /// Called from another thread or a signal's aftermath to end early.
  open func stop() {}
  /// Parameters that depend on those already bound; nil for none.
  open func dynamicParameters() throws -> [ParameterMetadata]? { nil }
  /// Class name for error ids when it differs from the one of the CmdletInfo.
}

extension Cmdlet {
  /// The bound value of a parameter, or null.
  public final func arg(_ name: String) -> Value { runtime.bound[Symbol(name)] ?? .null }
  /// Whether the parameter was given.
  public final func has(_ name: String) -> Bool { runtime.bound[Symbol(name)] != nil }
  /// A switch: given and not `:$false`.
  public final func flag(_ name: String) -> Bool {
    guard let v = runtime.bound[Symbol(name)] else { return false }
    return Operations.isTrue(v)
  }
  /// The text of a bound parameter, or nil when it is absent or null.
  public final func string(_ name: String) -> String? {
    guard let v = runtime.bound[Symbol(name)], !v.isNull else { return nil }
    return try? Operations.toString(v)
  }
  /// The texts of a bound string-array parameter.
  public final func strings(_ name: String) -> [String] {
    guard let v = runtime.bound[Symbol(name)], !v.isNull else { return [] }
    if let a = v.asObject(PSArray.self) { return a.elements.compactMap { try? Operations.toString($0) } }
    return [(try? Operations.toString(v)) ?? ""]
  }
  /// An integer parameter, or nil.
  public final func int(_ name: String) -> Int? {
    guard let v = runtime.bound[Symbol(name)], !v.isNull else { return nil }
    switch v.base {
    case .int(let i): return Int(i)
    case .long(let i): return Int(i)
    case .scalar(_, let b): return Int(truncatingIfNeeded: b)
    case .double(let d): return Int(exactly: d.rounded())
    default: return nil
    }
  }
  /// Writes to the output stream (no enumeration).
  public final func write(_ value: Value) throws { try runtime.writeOutput(value) }
  /// Writes to the output stream, enumerating collections one level.
  public final func writeEnumerated(_ value: Value) throws { try runtime.writeEnumerated(value) }
  /// Writes a non-terminating error.
  public final func writeError(_ record: ErrorRecord) throws { try runtime.writeError(record) }
  /// Makes an error record with this cmdlet's class in its id.
  public final func error(
    _ id: String, _ message: String, _ category: ErrorCategory, target: Value = .null,
    type: String = "System.Management.Automation.RuntimeException"
  ) -> ErrorRecord {
    let r = ErrorRecord(ExceptionObject(Types.named(type), message), id: id, category: category, target: target)
    r.commandClass = runtime.className
    return r
  }
  public final var engine: Runspace { runtime.runspace }
}
