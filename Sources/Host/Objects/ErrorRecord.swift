import Basics

/// PowerShell's error categories, in the order of their numbers.
public enum ErrorCategory: Int, Sendable, CaseIterable {
  case NotSpecified, OpenError, CloseError, DeviceError, DeadlockDetected, InvalidArgument, InvalidData
  case InvalidOperation, InvalidResult, InvalidType, MetadataError, NotImplemented, NotInstalled
  case ObjectNotFound, OperationStopped, OperationTimeout, SyntaxError, ParserError, PermissionDenied
  case ResourceBusy, ResourceExists, ResourceUnavailable, ReadError, WriteError, FromStdErr, SecurityError
  case ProtocolError, ConnectionError, AuthenticationError, LimitsExceeded, QuotaExceeded, NotEnabled
}

/// A .NET exception as the guest sees it.
public final class ExceptionObject: Obj {
  public var type: TypeInfo
  public var message: String
  public var inner: ExceptionObject?
  /// Properties beyond Message and InnerException, by name (`ParamName`, `CommandName`, ...).
  public var fields: [String: Value] = [:]
  /// The record that carries the exception, for exceptions that are born with one.
  public var errorRecord: ErrorRecord?
  public init(_ type: TypeInfo, _ message: String, inner: ExceptionObject? = nil) {
    self.type = type
    self.message = message
    self.inner = inner
  }
  public override var typeInfo: TypeInfo { type }
  public override func text() throws -> String? { text(depth: 0) }

  private func text(depth: Int) -> String {
    let own = type.fullName + ": " + message
    guard let inner, depth < 50 else { return own }
    return own + "\n ---> " + inner.text(depth: depth + 1) + "\n   --- End of inner exception stack trace ---"
  }
}

/// An error of the guest: what `$Error` holds and `catch` sees as `$_`.
public final class ErrorRecord: Obj {
  public var exception: ExceptionObject
  public var errorId: String
  public var category: ErrorCategory
  public var target: Value
  public var activity = ""
  /// Empty means: the exception's type name without namespace.
  public var reason = ""
  public var targetName = ""
  public var targetTypeName = ""
  /// ErrorDetails: the message to show instead, and what to do.
  public var detailsMessage: String?
  public var recommendedAction: String?
  /// The class of the cmdlet that wrote it: the part of the FullyQualifiedErrorId after the comma.
  public var commandClass: String?
  /// InvocationInfo of the failing command or statement; an engine object.
  public var invocation: Obj?
  public var scriptStackTrace = ""
  /// Whether it was already added to `$Error`.
  public var isLogged = false
  /// Whether a `throw` statement raised it: then no statement boundary stops it.
  public var wasThrown = false
  /// Whether ErrorAction Stop made a non-terminating error terminating.
  public var isPreferenceStop = false
  /// The command whose ThrowTerminatingError raised it, until that command has ended.
  public weak var endsCommand: AnyObject?
  /// Whether the question "continue?" of ErrorAction Inquire was answered.
  public var isAnswered = false
  /// Whether the error view prints only the message (Write-Error at the top level and the like).
  public init(_ exception: ExceptionObject, id: String, category: ErrorCategory, target: Value = .null) {
    self.exception = exception
    self.errorId = id
    self.category = category
    self.target = target
  }
  public override var typeInfo: TypeInfo { Types.errorRecord }
  public var fullyQualifiedErrorId: String {
    guard let c = commandClass, !c.isEmpty else { return errorId }
    return errorId.isEmpty ? c : errorId + "," + c
  }
  /// The message shown: ErrorDetails win over the exception.
  public var message: String { detailsMessage ?? exception.message }
  public override func text() throws -> String? { message }
}

/// A terminating error of the guest on its way up: Swift's `throw` carries the record, nothing else.
public struct GuestError: Error, @unchecked Sendable {  // never leaves the engine thread
  public let record: ErrorRecord
  public init(_ record: ErrorRecord) { self.record = record }

  /// A runtime error with PowerShell's id, category and message.
  public static func runtime(
    _ id: String, _ message: String, _ category: ErrorCategory = .InvalidOperation, target: Value = .null,
    type: String = "System.Management.Automation.RuntimeException"
  ) -> GuestError {
    let e = ExceptionObject(Types.named(type), message)
    let r = ErrorRecord(e, id: id, category: category, target: target)
    e.errorRecord = r
    return GuestError(r)
  }

  /// A plain .NET exception, as a method of the framework throws it.
  public static func exception(_ type: String, _ message: String, inner: ExceptionObject? = nil) -> GuestError {
    let e = ExceptionObject(Types.named(type), message, inner: inner)
    return GuestError(ErrorRecord(e, id: e.type.name, category: .NotSpecified))
  }
}
