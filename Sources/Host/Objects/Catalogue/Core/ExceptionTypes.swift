import Basics

/// `System.Exception` and all that derive from it.
enum ExceptionTypes {
  static func register() {
    Catalogue.register("System.Exception", members)
    Catalogue.register("System.ArgumentException") { t in
      t.prop("string ParamName") { try me($0).fields["ParamName"] ?? .null }
    }
    Catalogue.register("System.ArgumentOutOfRangeException") { t in
      t.prop("object ActualValue") { try me($0).fields["ActualValue"] ?? .null }
    }
    Catalogue.register("System.AggregateException") { t in
      t.prop("System.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions") { s in
        let e = try me(s)
        let list = e.fields["InnerExceptions"].map { [$0] } ?? e.inner.map { [.object($0)] } ?? []
        return .array(try list.flatMap { try Collections.elements($0) }, of: Types.exception)
      }
      t.method("System.AggregateException Flatten()") { s, _ in s }
    }
    for name in [
      "System.Management.Automation.RuntimeException", "System.Management.Automation.PSInvalidCastException",
      "System.Management.Automation.PSArgumentException", "System.Management.Automation.PSInvalidOperationException",
      "System.Management.Automation.PSArgumentNullException", "System.Management.Automation.PSNotSupportedException",
    ] {
      Catalogue.register(name) { t in t.prop("ErrorRecord ErrorRecord") { .object(record(try me($0))) } }
    }
    for (name, fields) in [
      ("System.IO.FileNotFoundException", ["FileName"]), ("System.IO.FileLoadException", ["FileName"]),
      ("System.ObjectDisposedException", ["ObjectName"]),
      ("System.Management.Automation.CommandNotFoundException", ["CommandName"]),
      ("System.Management.Automation.ItemNotFoundException", ["ItemName", "SessionStateCategory"]),
      ("System.Management.Automation.SessionStateException", ["ItemName", "SessionStateCategory"]),
      (
        "System.Management.Automation.ParameterBindingException",
        ["ParameterName", "ParameterType", "TypeSpecified", "ErrorId", "Line", "Offset", "CommandInvocation"]
      ),
      ("System.Management.Automation.ParseException", ["Errors"]),
      ("System.Management.Automation.ActionPreferenceStopException", []),
      ("System.Management.Automation.NativeCommandExitException", ["ExitCode", "ProcessId", "Path"]),
      (
        "System.Management.Automation.RemoteException", ["SerializedRemoteException", "SerializedRemoteInvocationInfo"]
      ),
      ("System.ComponentModel.Win32Exception", ["NativeErrorCode"]),
      ("System.Net.WebException", ["Response", "Status"]),
      ("System.Net.Http.HttpRequestException", ["StatusCode", "HttpRequestError"]),
      ("Microsoft.PowerShell.Commands.HttpResponseException", ["Response"]),
      ("System.Xml.XmlException", ["LineNumber", "LinePosition", "SourceUri"]),
      ("System.Text.RegularExpressions.RegexParseException", ["Error", "Offset"]),
      ("System.Reflection.ReflectionTypeLoadException", ["LoaderExceptions", "Types"]),
    ] {
      Catalogue.register(name) { t in
        for f in fields { t.prop("object \(f)") { try me($0).fields[f] ?? .null } }
      }
    }
  }

  static func me(_ v: Value) throws -> ExceptionObject {
    guard let e = v.asObject(ExceptionObject.self) else { throw Throw.nullReference() }
    return e
  }

  /// The record an exception carries, made for it if it has none.
  static func record(_ e: ExceptionObject) -> ErrorRecord {
    if let r = e.errorRecord { return r }
    let r = ErrorRecord(e, id: e.type.name, category: .NotSpecified)
    e.errorRecord = r
    return r
  }

  private static func members(_ t: TypeBuilder) {
    t.prop("System.Reflection.MethodBase TargetSite") { _ in .null }
    t.prop("string Message") { .string(try me($0).message) }
    t.prop("System.Collections.IDictionary Data") { s in
      let e = try me(s)
      if let d = e.fields["Data"] { return d }
      let d: Value = .object(
        PSDictionary(Types.named("System.Collections.ListDictionaryInternal"), ignoreCase: false))
      e.fields["Data"] = d
      return d
    }
    t.prop("System.Exception InnerException") { try me($0).inner.map { .object($0) } ?? .null }
    t.prop("string HelpLink", { try me($0).fields["HelpLink"] ?? .null }) { s, v in try me(s).fields["HelpLink"] = v }
    t.prop("string Source", { try me($0).fields["Source"] ?? .null }) { s, v in try me(s).fields["Source"] = v }
    t.prop("int HResult", { try me($0).fields["HResult"] ?? .int(hresult(try me($0).type)) }) { s, v in
      try me(s).fields["HResult"] = v
    }
    t.prop("string StackTrace") { try me($0).fields["StackTrace"] ?? .null }
    t.method("System.Exception GetBaseException()") { s, _ in
      var e = try me(s)
      var depth = 0
      while let inner = e.inner, depth < 1000 {
        e = inner
        depth += 1
      }
      return .object(e)
    }
    t.method("string ToString()") { s, _ in .string(text(try me(s), depth: 0)) }
    t.method("type GetType()") { s, _ in ObjectType.typeOf(s) }
  }

  static func text(_ e: ExceptionObject, depth: Int) -> String {
    var s = e.type.fullName + (e.message.isEmpty ? "" : ": " + e.message)
    if let inner = e.inner, depth < 20 {
      s += "\n ---> " + text(inner, depth: depth + 1) + "\n   --- End of inner exception stack trace ---"
    }
    return s
  }

  private static func hresult(_ t: TypeInfo) -> Int {
    var u: TypeInfo? = t
    while let c = u {
      if let n = codes[c.fullName] { return n }
      u = c.baseType
    }
    return -2_146_233_088
  }
  private static let codes: [String: Int] = [
    "System.ArgumentException": -2_147_024_809, "System.ArgumentNullException": -2_147_467_261,
    "System.ArgumentOutOfRangeException": -2_146_233_086, "System.InvalidOperationException": -2_146_233_079,
    "System.NotSupportedException": -2_146_233_067, "System.FormatException": -2_146_233_033,
    "System.IO.IOException": -2_146_232_800, "System.IO.FileNotFoundException": -2_147_024_894,
    "System.UnauthorizedAccessException": -2_147_024_891, "System.SystemException": -2_146_233_087,
  ]

  /// Constructors, which every exception type has; called while a type is filled.
  static func constructors(_ t: TypeBuilder) {
    let type = t.type
    func make(_ message: String?, inner: Value = .null) -> ExceptionObject {
      ExceptionObject(type, message ?? defaultMessage(type), inner: inner.asObject(ExceptionObject.self))
    }
    t.new("()") { _ in .object(make(nil)) }
    switch type.name {
    case "ArgumentNullException", "ArgumentOutOfRangeException": argumentConstructors(t, make)
    default:
      t.new("(string message)") { a in .object(make(a.strOrNil(0))) }
    }
    t.new("(string message, System.Exception innerException)") { a in .object(make(a.strOrNil(0), inner: a[1])) }
    if type.name == "ArgumentException" || type.name == "PSArgumentException" {
      t.new("(string message, string paramName)") { a in
        let e = make(a.str(0) + (a.has(1) ? " (Parameter '\(a.str(1))')" : ""))
        e.fields["ParamName"] = a[1]
        return .object(e)
      }
    }
    if type.name == "FileNotFoundException" || type.name == "ObjectDisposedException" {
      t.new("(string message, string name)") { a in
        let e = make(a.str(type.name.hasPrefix("File") ? 0 : 1))
        e.fields[type.name.hasPrefix("File") ? "FileName" : "ObjectName"] = a[type.name.hasPrefix("File") ? 1 : 0]
        return .object(e)
      }
    }
    if type.name == "AggregateException" {
      t.new("(string message, params System.Exception[] innerExceptions)") { a in
        let e = make(a.strOrNil(0), inner: try a.list(1).first ?? .null)
        e.fields["InnerExceptions"] = a[1]
        return .object(e)
      }
    }
    if type.isAssignable(to: Types.named("System.Management.Automation.RuntimeException")) {
      t.new("(string message, System.Exception innerException, ErrorRecord errorRecord)") { a in
        let e = make(a.strOrNil(0), inner: a[1])
        e.errorRecord = a.object(2, ErrorRecord.self)
        return .object(e)
      }
    }
    if type.name == "Win32Exception" { t.new("(int error)") { a in .object(make("Unknown error \(a.int(0))")) } }
  }

  private static func argumentConstructors(_ t: TypeBuilder, _ make: @escaping (String?, Value) -> ExceptionObject) {
    func named(_ message: String, _ name: Value) -> ExceptionObject {
      let suffix = name.isNull ? "" : " (Parameter '\(name.str)')"
      let e = make(message + suffix, .null)
      e.fields["ParamName"] = name
      return e
    }
    let type = t.type
    t.new("(string paramName)") { a in .object(named(defaultMessage(type), a[0])) }
    t.new("(string paramName, string message)") { a in .object(named(a.str(1), a[0])) }
    if type.name == "ArgumentOutOfRangeException" {
      t.new("(string paramName, object actualValue, string message)") { a in
        let e = named(a.str(2), a[0])
        e.message += "\nActual value was \(try Operations.displayString(a[1]))."
        e.fields["ActualValue"] = a[1]
        return .object(e)
      }
    }
  }

  static func defaultMessage(_ t: TypeInfo) -> String {
    messages[t.name] ?? "Exception of type '\(t.fullName)' was thrown."
  }
  private static let messages: [String: String] = [
    "SystemException": "System error.", "ApplicationException": "Error in the application.",
    "ArgumentException": "Value does not fall within the expected range.",
    "ArgumentNullException": "Value cannot be null.",
    "ArgumentOutOfRangeException": "Specified argument was out of the range of valid values.",
    "InvalidOperationException": "Operation is not valid due to the current state of the object.",
    "NotImplementedException": "The method or operation is not implemented.",
    "NotSupportedException": "Specified method is not supported.",
    "PlatformNotSupportedException": "Operation is not supported on this platform.",
    "FormatException": "One of the identified items was in an invalid format.",
    "IOException": "I/O error occurred.", "FileNotFoundException": "Unable to find the specified file.",
    "DirectoryNotFoundException": "Attempted to access a path that is not on the disk.",
    "NullReferenceException": "Object reference not set to an instance of an object.",
    "DivideByZeroException": "Attempted to divide by zero.",
    "OverflowException": "Arithmetic operation resulted in an overflow.",
    "ArithmeticException": "Overflow or underflow in the arithmetic operation.",
    "TimeoutException": "The operation has timed out.",
    "UnauthorizedAccessException": "Attempted to perform an unauthorized operation.",
    "OperationCanceledException": "The operation was canceled.",
    "TaskCanceledException": "A task was canceled.",
    "KeyNotFoundException": "The given key was not present in the dictionary.",
    "IndexOutOfRangeException": "Index was outside the bounds of the array.",
    "InvalidCastException": "Specified cast is not valid.",
    "OutOfMemoryException": "Insufficient memory to continue the execution of the program.",
    "AggregateException": "One or more errors occurred.", "SecurityException": "Security error.",
    "RankException": "Attempted to operate on an array with the incorrect number of dimensions.",
    "PSArgumentException": "Value does not fall within the expected range.",
    "PSInvalidOperationException": "Operation is not valid due to the current state of the object.",
  ]
}
