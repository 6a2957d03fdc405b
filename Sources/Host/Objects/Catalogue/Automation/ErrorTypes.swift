import Basics

/// `ErrorRecord` and its parts.
enum ErrorTypes {
  private static let space = "System.Management.Automation."

  static func register() {
    Catalogue.register(space + "ErrorRecord") { t in
      t.new("(System.Exception exception, string errorId, ErrorCategory errorCategory, object targetObject)") { a in
        guard let e = a.object(0, ExceptionObject.self) else { throw Throw.argumentNull("exception") }
        let r = ErrorRecord(
          e, id: a.str(1), category: ErrorCategory(rawValue: Int(a.raw(2))) ?? .NotSpecified, target: a[3])
        return .object(r)
      }
      t.new("(ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException)") { a in
        guard let old = a.object(0, ErrorRecord.self) else { throw Throw.argumentNull("errorRecord") }
        let r = ErrorRecord(
          a.object(1, ExceptionObject.self) ?? old.exception, id: old.errorId, category: old.category,
          target: old.target)
        r.detailsMessage = old.detailsMessage
        r.recommendedAction = old.recommendedAction
        r.invocation = old.invocation
        r.scriptStackTrace = old.scriptStackTrace
        return .object(r)
      }
      properties(t)
    }
    Catalogue.register(space + "ErrorCategoryInfo", category)
    Catalogue.register(space + "ErrorDetails") { t in
      t.new("(string message)") { a in .object(ErrorDetailsObject(record: nil, message: a.str(0))) }
      t.prop("string Message") { .string($0.asObject(ErrorDetailsObject.self)?.message ?? "") }
      t.prop("string RecommendedAction", { .string($0.asObject(ErrorDetailsObject.self)?.action ?? "") }) { s, v in
        s.asObject(ErrorDetailsObject.self)?.action = v.str
      }
      t.method("string ToString()") { s, _ in .string(s.asObject(ErrorDetailsObject.self)?.message ?? "") }
    }
  }

  private static func me(_ v: Value) throws -> ErrorRecord {
    guard let r = v.asObject(ErrorRecord.self) else { throw Throw.nullReference() }
    return r
  }

  private static func properties(_ t: TypeBuilder) {
    t.prop("System.Exception Exception") { .object(try me($0).exception) }
    t.prop("object TargetObject") { try me($0).target }
    t.prop("ErrorCategoryInfo CategoryInfo") { .object(ErrorCategoryObject(try me($0))) }
    t.prop("string FullyQualifiedErrorId") { .string(try me($0).fullyQualifiedErrorId) }
    t.prop(
      "ErrorDetails ErrorDetails",
      { s in
        let r = try me(s)
        return r.detailsMessage == nil ? .null : .object(ErrorDetailsObject(record: r, message: ""))
      }
    ) { s, v in
      let r = try me(s)
      if let d = v.asObject(ErrorDetailsObject.self) {
        r.detailsMessage = d.message
        r.recommendedAction = d.action.isEmpty ? nil : d.action
      } else {
        r.detailsMessage = v.isNull ? nil : try Operations.toString(v)
      }
    }
    t.prop("InvocationInfo InvocationInfo") { try me($0).invocation.map { .object($0) } ?? .null }
    t.prop("string ScriptStackTrace") { s in
      let trace = try me(s).scriptStackTrace
      return trace.isEmpty ? .null : .string(trace)
    }
    t.prop("System.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo") { _ in
      .object(
        PSList(
          TypeResolver.construct(Types.named("System.Collections.ObjectModel.ReadOnlyCollection`1"), [Types.int32])))
    }
    t.method("string ToString()") { s, _ in .string(try me(s).message) }
  }

  private static func category(_ t: TypeBuilder) {
    func c(_ v: Value) throws -> ErrorCategoryObject {
      guard let c = v.asObject(ErrorCategoryObject.self) else { throw Throw.nullReference() }
      return c
    }
    t.prop("ErrorCategory Category") {
      .enumeration(space + "ErrorCategory", Int64(try c($0).record.category.rawValue))
    }
    t.prop("string Activity", { .string(try c($0).record.activity) }) { s, v in try c(s).record.activity = v.str }
    t.prop("string Reason", { .string(try c($0).reason) }) { s, v in try c(s).record.reason = v.str }
    t.prop("string TargetName", { .string(try c($0).targetName) }) { s, v in try c(s).record.targetName = v.str }
    t.prop("string TargetType", { .string(try c($0).targetType) }) { s, v in try c(s).record.targetTypeName = v.str }
    t.method("string GetMessage()") { s, _ in .string(try c(s).message) }
    t.method("string GetMessage(cultureinfo uiCultureInfo)") { s, _ in .string(try c(s).message) }
    t.method("string ToString()") { s, _ in .string(try c(s).message) }
  }
}

/// The `CategoryInfo` of an error record.
public final class ErrorCategoryObject: Obj {
  public let record: ErrorRecord
  public init(_ record: ErrorRecord) { self.record = record }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ErrorCategoryInfo") }
  public override func text() throws -> String? { message }
  /// The exception's type name unless one was set.
  public var reason: String { record.reason.isEmpty ? TypeType.shortName(record.exception.type) : record.reason }
  public var targetName: String {
    if !record.targetName.isEmpty { return record.targetName }
    return record.target.isNull ? "" : (try? Operations.toString(record.target)) ?? ""
  }
  public var targetType: String {
    if !record.targetTypeName.isEmpty { return record.targetTypeName }
    return record.target.base.typeInfo.map(TypeType.shortName) ?? ""
  }
  /// `Category: (target:type) [activity], reason`, long parts cut in the middle.
  public var message: String {
    let part = ErrorCategoryObject.ellipsize
    return "\(record.category): (\(part(targetName)):\(part(targetType))) [\(part(record.activity))], \(part(reason))"
  }
  private static func ellipsize(_ s: String) -> String {
    let n = s.utf16.count
    if n <= 40 { return s }
    return s.units(from: 0, count: 15) + "..." + s.units(from: n - 15, count: 15)
  }
}

/// The `ErrorDetails` of an error record, or one made by hand.
public final class ErrorDetailsObject: Obj {
  private let record: ErrorRecord?
  private let own: String
  private var ownAction = ""
  init(record: ErrorRecord?, message: String) {
    self.record = record
    own = message
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ErrorDetails") }
  public override func text() throws -> String? { message }
  public var message: String { record?.detailsMessage ?? own }
  public var action: String {
    get { record?.recommendedAction ?? ownAction }
    set { if let r = record { r.recommendedAction = newValue } else { ownAction = newValue } }
  }
}
