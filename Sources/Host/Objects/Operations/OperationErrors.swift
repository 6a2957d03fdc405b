import Basics

extension GuestError {
  /// A .NET exception raised by an operator itself: it reaches `catch` as it is, with its full type name as id.
  public static func operation(_ type: String, _ message: String) -> GuestError {
    let e = ExceptionObject(Types.named(type), message)
    return GuestError(ErrorRecord(e, id: type, category: .OperationStopped))
  }

  /// A RuntimeException without an id of its own around a .NET exception (division by zero, overflow).
  public static func wrapping(_ inner: String, _ message: String) -> GuestError {
    let i = ExceptionObject(Types.named(inner), message)
    let e = ExceptionObject(Types.named("System.Management.Automation.RuntimeException"), message, inner: i)
    let r = ErrorRecord(e, id: "RuntimeException", category: .NotSpecified)
    e.errorRecord = r
    return GuestError(r)
  }

  /// A failed conversion: `PSInvalidCastException` with its own record.
  public static func invalidCast(
    _ id: String, _ message: String, inner: ExceptionObject? = nil, target: Value = .null
  ) -> GuestError {
    let e = ExceptionObject(Operations.invalidCastType, message, inner: inner)
    let r = ErrorRecord(e, id: id, category: .InvalidArgument, target: target)
    e.errorRecord = r
    return GuestError(r)
  }

  /// The same error as a statement reports it.
  ///
  /// A `PSInvalidCastException` carries a record but is no RuntimeException, so PowerShell wraps it in one at
  /// the statement; a plain .NET exception becomes a record named after its full type.
  public func asStatementError() -> GuestError {
    let e = record.exception
    guard e.type === Operations.invalidCastType else { return self }
    let outer = ExceptionObject(Types.named("System.Management.Automation.RuntimeException"), e.message, inner: e)
    let r = ErrorRecord(outer, id: record.errorId, category: record.category, target: record.target)
    r.detailsMessage = record.detailsMessage
    r.invocation = record.invocation
    outer.errorRecord = r
    return GuestError(r)
  }
}

extension Operations {
  static let invalidCastType: TypeInfo = {
    let name = "System.Management.Automation.PSInvalidCastException"
    if let t = Types.find(name) { return t }
    let t = TypeInfo(name, base: Types.named("System.InvalidCastException"))
    Types.add(t)
    return t
  }()

  /// `Cannot convert the "x" value of type "A" to type "B".`
  static func finalInvalidCast(_ v: Value, _ type: TypeInfo) -> GuestError {
    GuestError.invalidCast(
      "ConvertToFinalInvalidCastException",
      "Cannot convert the \"\(ownText(v))\" value of type \"\(typeNameForErrors(v))\" to type "
        + "\"\(dotNetName(type))\".", target: v)
  }

  /// `Cannot convert value "x" to type "T". Error: "why"`.
  static func invalidCast(_ id: String, _ v: Value, _ type: TypeInfo, _ why: GuestError) -> GuestError {
    GuestError.invalidCast(
      id,
      "Cannot convert value \"\(ownText(v))\" to type \"\(dotNetName(type))\". "
        + "Error: \"\(why.record.exception.message)\"", inner: why.record.exception, target: v)
  }

  /// `Cannot convert value "x" to type "T". Error: "why"`, with a plain .NET exception inside.
  static func invalidCast(
    _ id: String, _ v: Value, _ type: TypeInfo, _ exception: String, _ why: String
  ) -> GuestError { invalidCast(id, v, type, GuestError.exception(exception, why)) }

  /// The text of a value inside an error message: never throws.
  static func errorText(_ v: Value) -> String { (try? toString(v)) ?? "" }
  /// The value's own `ToString()`, which conversion errors show.
  static func ownText(_ v: Value) -> String { (try? displayString(v)) ?? "" }

  static func typeNameForErrors(_ v: Value) -> String {
    if let o = v.object, let first = o.typeNames?.first, !(o is Boxed) { return first }
    return v.typeInfo.map(dotNetName) ?? "null"
  }

  /// `Type.ToString()`: generic arguments in single brackets.
  public static func dotNetName(_ t: TypeInfo) -> String {
    if let e = t.elementType {
      return dotNetName(e) + "[" + String(repeating: ",", count: max(0, t.arrayRank - 1)) + "]"
    }
    guard let d = t.genericDefinition, !t.genericArguments.isEmpty else { return t.fullName }
    return d.fullName + "[" + t.genericArguments.map(dotNetName).joined(separator: ",") + "]"
  }

  /// `Method invocation failed because [T] does not contain a method named 'm'.`
  static func methodNotFound(_ type: TypeInfo?, _ method: String) -> GuestError {
    var name = type.map(dotNetName) ?? "null"
    if type === Types.psCustomObject { name = "System.Management.Automation.PSObject" }
    return GuestError.runtime(
      "MethodNotFound", "Method invocation failed because [\(name)] does not contain a method named '\(method)'.",
      .InvalidOperation)
  }

  /// `The operation '[A] op [B]' is not defined.`
  static func notDefined(_ a: Value, _ op: String, _ b: Value) -> GuestError {
    let l = a.typeInfo.map(dotNetName) ?? "null"
    let r = b.typeInfo.map(dotNetName) ?? "null"
    return GuestError.runtime(
      "NotADefinedOperationForType", "The operation '[\(l)] \(op) [\(r)]' is not defined.", .InvalidOperation)
  }

  static var divideByZero: GuestError {
    GuestError.wrapping("System.DivideByZeroException", "Attempted to divide by zero.")
  }
  static var decimalOverflow: GuestError {
    GuestError.wrapping("System.OverflowException", "Value was either too large or too small for a Decimal.")
  }
}
