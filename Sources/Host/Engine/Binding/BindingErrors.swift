import Basics
import Diagnostics
import Objects

/// What a binding error is about: becomes the error record once the command is known.
///
/// Unchecked: it never leaves the thread that runs the guest.
struct BindingFailure: Error, @unchecked Sendable {
  enum Kind { case binding, validation, transformation }
  let kind: Kind
  let id: String
  let message: String
  var category: ErrorCategory
  var site: ArgumentSite?
  var parameterName: String
  var inner: ExceptionObject?
  /// Whether a failed conversion caused it, so that pipeline binding may try another parameter.
  var isConversion = false
  /// An attribute class threw a ValidationMetadataException that asks to be forgotten.
  var isSwallowed = false

  init(
    _ kind: Kind, _ id: String, _ message: String, category: ErrorCategory? = nil, site: ArgumentSite? = nil,
    parameter: String = "", inner: ExceptionObject? = nil
  ) {
    self.kind = kind
    self.id = id
    self.message = message
    self.category = category ?? (kind == .binding ? .InvalidArgument : .InvalidData)
    self.site = site
    self.parameterName = parameter
    self.inner = inner
  }
}

enum BindingErrors {
  static func typeName(_ kind: BindingFailure.Kind) -> String {
    switch kind {
    case .binding: return "System.Management.Automation.ParameterBindingException"
    case .validation: return "System.Management.Automation.ParameterBindingValidationException"
    case .transformation: return "System.Management.Automation.ParameterBindingArgumentTransformationException"
    }
  }

  /// An error in the declaration of a command.
  static func metadata(_ id: String, _ message: String) -> GuestError {
    GuestError.runtime(id, message, .MetadataError, type: "System.Management.Automation.MetadataException")
  }

  /// The guest error of a failure for one command.
  static func record(_ f: BindingFailure, _ invocation: InvocationInfo, className: String) -> ErrorRecord {
    let e = ExceptionObject(Types.named(typeName(f.kind)), f.message, inner: f.inner)
    let r = ErrorRecord(e, id: f.id, category: f.category)
    e.errorRecord = r
    e.fields["ParameterName"] = .string(f.parameterName)
    e.fields["CommandInvocation"] = .object(invocation)
    e.fields["ErrorId"] = .string(f.id)
    r.commandClass = className
    r.invocation = invocation.at(f.site)
    r.activity = invocation.myCommand?.name ?? invocation.invocationName
    r.targetName = ""
    return r
  }

  static func ambiguousSet() -> BindingFailure {
    BindingFailure(
      .binding, "AmbiguousParameterSet",
      "Parameter set cannot be resolved using the specified named parameters. One or more parameters issued cannot "
        + "be used together or an insufficient number of parameters were provided.")
  }

  static func alreadyBound(_ name: String, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .binding, "ParameterAlreadyBound",
      "Cannot bind parameter because parameter '\(name)' is specified more than once. To provide multiple values to "
        + "parameters that can accept multiple values, use the array syntax. For example, \"-parameter "
        + "value1,value2,value3\".", site: site, parameter: name)
  }

  static func ambiguous(_ name: String, _ matches: [String], _ site: ArgumentSite?) -> BindingFailure {
    let list = matches.map { " -" + $0 }.joined()
    return BindingFailure(
      .binding, "AmbiguousParameter",
      "Parameter cannot be processed because the parameter name '\(name)' is ambiguous. Possible matches include:"
        + "\(list).", site: site, parameter: name)
  }

  static func missingArgument(_ p: BindingParameter, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .binding, "MissingArgument",
      "Missing an argument for parameter '\(p.name)'. Specify a parameter of type '\(p.type.fullName)' and try again.",
      site: site, parameter: p.name)
  }

  static func notFound(_ name: String, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .binding, "NamedParameterNotFound", "A parameter cannot be found that matches parameter name '\(name)'.",
      site: site, parameter: name)
  }

  static func positionalNotFound(_ value: Value) -> BindingFailure {
    let text = value.isNull ? "$null" : ((try? Operations.toString(value)) ?? "")
    return BindingFailure(
      .binding, "PositionalParameterNotFound",
      "A positional parameter cannot be found that accepts argument '\(text)'.")
  }

  static func missingMandatory(_ names: [String]) -> BindingFailure {
    BindingFailure(
      .binding, "MissingMandatoryParameter",
      "Cannot process command because of one or more missing mandatory parameters: "
        + names.joined(separator: " ") + ".", parameter: names.first ?? "")
  }

  static func inputNotBound() -> BindingFailure {
    BindingFailure(
      .binding, "InputObjectNotBound",
      "The input object cannot be bound to any parameters for the command either because the command does not take "
        + "pipeline input or the input and its properties do not match any of the parameters that take pipeline "
        + "input.")
  }

  static func inputMissesMandatory(_ names: [String]) -> BindingFailure {
    BindingFailure(
      .binding, "InputObjectMissingMandatory",
      "The input object cannot be bound because it did not contain the information required to bind all mandatory "
        + "parameters:  " + names.joined(separator: " "))
  }

  static func transformation(_ p: BindingParameter, _ e: GuestError, _ site: ArgumentSite?) -> BindingFailure {
    var f = BindingFailure(
      .transformation, "ParameterArgumentTransformationError",
      "Cannot process argument transformation on parameter '\(p.name)'. \(e.record.exception.message)",
      site: site, parameter: p.name, inner: e.record.exception)
    f.isConversion = true
    return f
  }

  /// A default value that does not convert to the type of its parameter.
  static func defaultFailure(_ name: String, _ e: GuestError) -> BindingFailure {
    let inner = e.record.exception.inner ?? e.record.exception
    return BindingFailure(
      .transformation, "ParameterArgumentTransformationError",
      "Cannot process argument transformation on parameter '\(name)'. \(inner.message)", parameter: name, inner: inner)
  }

  static func cannotConvert(_ p: BindingParameter, _ value: Value, _ reason: String, _ site: ArgumentSite?)
    -> BindingFailure
  {
    let type = value.typeInfo?.fullName ?? "null"
    var f = BindingFailure(
      .binding, "CannotConvertArgument",
      "Cannot convert '\(type)' to the type '\(p.type.fullName)' required by parameter '\(p.name)'. \(reason)",
      site: site, parameter: p.name)
    f.isConversion = true
    return f
  }

  static func cannotConvertNoMessage(_ p: BindingParameter, _ e: GuestError, _ site: ArgumentSite?)
    -> BindingFailure
  {
    var f = BindingFailure(
      .binding, "CannotConvertArgumentNoMessage",
      "Cannot bind parameter '\(p.name)'. \(e.record.exception.message)", site: site, parameter: p.name,
      inner: e.record.exception)
    f.isConversion = true
    return f
  }

  static func validation(_ p: BindingParameter, _ message: String, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .validation, "ParameterArgumentValidationError",
      "Cannot validate argument on parameter '\(p.name)'. \(message)", site: site, parameter: p.name)
  }

  static func notAllowed(_ p: BindingParameter, _ suffix: String, _ what: String, _ site: ArgumentSite?)
    -> BindingFailure
  {
    BindingFailure(
      .validation, "ParameterArgumentValidationError" + suffix,
      "Cannot bind argument to parameter '\(p.name)' because it is \(what).", site: site, parameter: p.name)
  }

  static func bindingFailed(_ p: BindingParameter, _ reason: String, _ site: ArgumentSite?) -> BindingFailure {
    BindingFailure(
      .binding, "ParameterBindingFailed",
      "Cannot bind parameter '\(p.name)' to the target. Exception setting \"\(p.name)\": \"\(reason)\"",
      category: .WriteError, site: site, parameter: p.name)
  }
}

extension InvocationInfo {
  /// The same call seen at one of its arguments.
  func at(_ site: ArgumentSite?) -> InvocationInfo {
    guard let site, site.source != nil, !site.extent.isEmpty else { return self }
    let copy = InvocationInfo(command: myCommand, name: invocationName, extent: site.extent, source: site.source)
    copy.pipelineLength = pipelineLength
    copy.pipelinePosition = pipelinePosition
    copy.expectingInput = expectingInput
    copy.historyId = historyId
    copy.binder = binder
    copy.makeBoundParameters = makeBoundParameters
    return copy
  }
}
