import Basics

/// How this room runs guest code: script members, overridden methods, computed columns.
///
/// Implemented by the engine; one per runspace.
public protocol Invoker: AnyObject {
  /// Runs a script block with arguments, `$this` and `$_`, and gives what it wrote.
  func invoke(_ block: Obj, arguments: [Value], this: Value?, underscore: Value?) throws -> [Value]
  /// The string conversion of a value, honouring script overrides of ToString and `$OFS`.
  func text(of value: Value) throws -> String
  /// The type data (Update-TypeData, types.ps1xml) for a type name, or nil.
  func typeData(for typeName: String) -> MemberTable?
  /// The text of `$OFS`, or a space when it is not set.
  func outputFieldSeparator() throws -> String
}

extension Invoker {
  /// A space, for invokers without variables.
  public func outputFieldSeparator() throws -> String { " " }
}

/// The runspace whose code is running on this thread.
public enum CurrentRunspace {
  /// One thread runs guest code today; threads of their own for parallel runspaces set their own.
  nonisolated(unsafe) public static var invoker: (any Invoker)?
}

extension CurrentRunspace {
  /// Compiles the text of a script block of a view or type file; set by the engine.
  nonisolated(unsafe) public static var compileScript: ((String) throws -> Obj)?
}
