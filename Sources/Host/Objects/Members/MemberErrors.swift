import Basics

/// Errors of member access with PowerShell's ids, categories and texts.
public enum MemberErrors {
  /// No method of that name.
  public static func methodNotFound(_ target: Value, _ name: String) -> GuestError {
    methodNotFound(typeName: target.typeInfo?.fullName ?? "null", name)
  }
  /// No method of that name on a type.
  public static func methodNotFound(typeName: String, _ name: String) -> GuestError {
    .runtime(
      "MethodNotFound",
      "Method invocation failed because [\(typeName)] does not contain a method named '\(name)'.",
      .InvalidOperation, target: .string(name))
  }
  /// No overload takes that many or such arguments.
  public static func noOverload(_ name: String, _ count: Int) -> GuestError {
    .runtime(
      "MethodCountCouldNotFindBest",
      "Cannot find an overload for \"\(name)\" and the argument count: \"\(count)\".",
      .NotSpecified, type: "System.Management.Automation.MethodException")
  }
  /// More than one overload is best.
  public static func ambiguous(_ name: String, _ count: Int) -> GuestError {
    .runtime(
      "MethodCountCouldNotFindBest",
      "Multiple ambiguous overloads found for \"\(name)\" and the argument count: \"\(count)\".",
      .NotSpecified, type: "System.Management.Automation.MethodException")
  }
  /// A `[ref]` parameter got something else.
  static func nonReference(_ position: Int, _ method: String, _ p: MethodParameter) -> GuestError {
    .runtime(
      "NonRefArgumentToRefParameterMsg",
      "Argument: '\(position)' should be a System.Management.Automation.PSReference. Use [ref].",
      .NotSpecified, type: "System.Management.Automation.MethodException")
  }
  /// An argument does not convert to the parameter's type.
  static func argumentConversion(
    _ a: Value, _ parameter: String, _ type: TypeInfo, _ method: String, _ error: GuestError
  ) -> GuestError {
    let shown = (try? Operations.displayString(a)) ?? ""
    let name = method == "new" ? ".ctor" : method
    let target = displayFullName(type)
    let text =
      "Cannot convert argument \"\(parameter)\", with value: \"\(a.isNull ? "null" : shown)\", for \"\(name)\" to type \"\(target)\": "
      + "\"\(error.record.exception.message)\""
    let e = GuestError.runtime(
      "MethodArgumentConversionInvalidCastArgument", text, .NotSpecified,
      type: "System.Management.Automation.MethodException")
    e.record.exception.inner = error.record.exception
    return e
  }

  /// `Type.ToString()`: full name with generic arguments in single brackets.
  public static func displayFullName(_ t: TypeInfo) -> String {
    if let e = t.elementType {
      return displayFullName(e) + "[" + String(repeating: ",", count: max(0, t.arrayRank - 1)) + "]"
    }
    if t.genericArguments.isEmpty { return t.fullName }
    let head = (t.namespace.isEmpty ? "" : t.namespace + ".") + t.name
    return head + "[" + t.genericArguments.map(displayFullName).joined(separator: ",") + "]"
  }

  /// An exception out of a method's body, wrapped as `MethodInvocationException`.
  public static func invocation(_ name: String, _ count: Int, _ error: GuestError) -> GuestError {
    let inner = error.record.exception
    let shown = name == "new" ? ".ctor" : name
    let text = "Exception calling \"\(shown)\" with \"\(count)\" argument(s): \"\(inner.message)\""
    let e = ExceptionObject(Types.named("System.Management.Automation.MethodInvocationException"), text, inner: inner)
    let r = ErrorRecord(e, id: shortName(inner.type), category: .NotSpecified)
    e.errorRecord = r
    return GuestError(r)
  }

  /// An exception out of a script method.
  static func scriptMethod(_ name: String, _ count: Int, _ error: GuestError) -> GuestError {
    let e = invocation(name, count, error)
    e.record.errorId = "ScriptMethodRuntimeException"
    return e
  }

  private static func shortName(_ t: TypeInfo) -> String {
    if let plus = t.name.lastIndex(of: "+") { return String(t.name[t.name.index(after: plus)...]) }
    return t.name
  }

  /// Setting a property that does not exist.
  public static func propertyNotFound(_ name: String) -> GuestError {
    .runtime(
      "PropertyNotFound",
      "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.",
      .InvalidOperation)
  }
  /// Setting a property of something that has other members, or a collection.
  public static func propertyAssignment(_ name: String) -> GuestError {
    .runtime(
      "PropertyAssignmentException",
      "The property '\(name)' cannot be found on this object. Verify that the property exists and can be set.",
      .InvalidOperation)
  }
  /// Reading a property that does not exist, in strict mode.
  public static func propertyNotFoundStrict(_ name: String) -> GuestError {
    .runtime(
      "PropertyNotFoundStrict",
      "The property '\(name)' cannot be found on this object. Verify that the property exists.",
      .InvalidOperation, type: "System.Management.Automation.PropertyNotFoundException")
  }
  /// Setting a property without setter.
  static func readOnly(_ name: String) -> GuestError {
    .runtime("PropertyAssignmentException", "'\(name)' is a ReadOnly property.", .InvalidOperation)
  }
  /// Setting a script property without setter.
  static func noScriptSetter(_ name: String) -> GuestError {
    .runtime(
      "SetWithoutSetterFromScriptProperty", "Set accessor for property \"\(name)\" is unavailable.", .NotSpecified,
      type: "System.Management.Automation.SetValueException")
  }
  /// A setter or a conversion failed.
  static func setting(_ name: String, _ error: GuestError) -> GuestError {
    let e = GuestError.runtime(
      "ExceptionWhenSetting", "Exception setting \"\(name)\": \"\(error.record.exception.message)\"", .NotSpecified,
      type: "System.Management.Automation.SetValueInvocationException")
    e.record.exception.inner = error.record.exception
    return e
  }
  /// A getter failed.
  static func getting(_ name: String, _ error: GuestError) -> GuestError {
    let e = GuestError.runtime(
      "ExceptionWhenGetting", "Exception getting \"\(name)\": \"\(error.record.exception.message)\"", .NotSpecified,
      type: "System.Management.Automation.GetValueInvocationException")
    e.record.exception.inner = error.record.exception
    return e
  }
}

/// Exceptions of the framework that members throw often.
public enum Throw {
  /// `ArgumentNullException`.
  public static func argumentNull(_ parameter: String) -> GuestError {
    withParameter("System.ArgumentNullException", "Value cannot be null. (Parameter '\(parameter)')", parameter)
  }
  /// `ArgumentException`.
  public static func argument(_ message: String, _ parameter: String? = nil) -> GuestError {
    guard let parameter else { return .exception("System.ArgumentException", message) }
    return withParameter("System.ArgumentException", "\(message) (Parameter '\(parameter)')", parameter)
  }
  /// `ArgumentOutOfRangeException`.
  public static func outOfRange(_ parameter: String, _ message: String? = nil) -> GuestError {
    let text = message ?? "Specified argument was out of the range of valid values."
    return withParameter("System.ArgumentOutOfRangeException", "\(text) (Parameter '\(parameter)')", parameter)
  }
  /// The index of a list is out of range.
  public static func index(_ parameter: String = "index") -> GuestError {
    outOfRange(parameter, "Index was out of range. Must be non-negative and less than the size of the collection.")
  }
  /// `IndexOutOfRangeException`.
  public static func arrayIndex() -> GuestError {
    .exception("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
  }
  /// `InvalidOperationException`.
  public static func invalid(_ message: String) -> GuestError {
    .exception("System.InvalidOperationException", message)
  }
  /// `NotSupportedException`.
  public static func notSupported(_ message: String = "Specified method is not supported.") -> GuestError {
    .exception("System.NotSupportedException", message)
  }
  /// `FormatException`.
  public static func format(_ message: String) -> GuestError { .exception("System.FormatException", message) }
  /// `OverflowException`.
  public static func overflow(_ message: String) -> GuestError { .exception("System.OverflowException", message) }
  /// `NullReferenceException`.
  public static func nullReference() -> GuestError {
    .exception("System.NullReferenceException", "Object reference not set to an instance of an object.")
  }

  private static func withParameter(_ type: String, _ message: String, _ parameter: String) -> GuestError {
    let e = GuestError.exception(type, message)
    e.record.exception.fields["ParamName"] = .string(parameter)
    return e
  }
}
