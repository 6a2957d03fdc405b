import Basics
import Objects

/// How a parameter takes part in one parameter set.
public struct ParameterSetEntry {
  /// The set's name; `__AllParameterSets` for every set.
  public var set: String
  public var isMandatory = false
  public var position: Int?
  public var fromPipeline = false
  public var fromPipelineByPropertyName = false
  public var fromRemainingArguments = false
  public var helpMessage = ""
  public static let allSets = "__AllParameterSets"
  public init(_ set: String = ParameterSetEntry.allSets) { self.set = set }
}

/// A check or change of an argument, declared by an attribute.
///
/// Ids and messages of failures are PowerShell's (`ParameterArgumentValidationError`, ...).
public enum ParameterAttribute {
  case validateSet([String], ignoreCase: Bool, errorMessage: String?)
  case validateRange(Value, Value)
  case validateRangeKind(String)
  case validatePattern(String, ignoreCase: Bool, errorMessage: String?)
  case validateScript(ScriptBlock, errorMessage: String?)
  case validateLength(Int, Int)
  case validateCount(Int, Int)
  case validateNotNull, validateNotNullOrEmpty, validateNotNullOrWhiteSpace
  case validateDrive([String]), validateUserDrive, validateTrustedData
  case allowNull, allowEmptyString, allowEmptyCollection
  case supportsWildcards, dontShow, hidden, credential
  case argumentCompleter(Value), argumentCompletions([String])
  /// A guest class derived from ValidateArgumentsAttribute or ArgumentTransformationAttribute.
  case custom(Value)
  /// An ArgumentTransformation of the host.
  case transform((Value) throws -> Value)
}

/// A parameter of a command, wherever it was declared: script, host cmdlet or native module.
public final class ParameterMetadata: Obj {
  public let name: String
  public var type: TypeInfo
  public var aliases: [String] = []
  public var sets: [ParameterSetEntry] = []
  public var attributes: [ParameterAttribute] = []
  public var isSwitch = false
  public var isDynamic = false
  public var isCommon = false
  /// The name of the type as a module declares it when the catalogue does not know it.
  public var typeNameOverride: String?
  public init(_ name: String, _ type: TypeInfo) {
    self.name = name
    self.type = type
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ParameterMetadata") }
}

/// The parameters and behaviour of a command: all the binder needs.
public final class CommandMetadata: Obj {
  public let name: String
  /// In declaration order, without common parameters; the binder adds those.
  public var parameters: [ParameterMetadata] = []
  public var defaultSet: String?
  /// False for simple functions: no common parameters, unbound arguments go to `$args`.
  public var isCmdletStyle = true
  public var supportsShouldProcess = false
  public var supportsPaging = false
  public var supportsTransactions = false
  public var positionalBinding = true
  public var confirmImpact = "Medium"
  public var helpUri = ""
  public var outputTypes: [String] = []
  public var synopsis = ""
  public var hasDynamicParameters = false
  /// The parameters as the binder wants them, made at the first call.
  var plan: AnyObject?
  public init(_ name: String) { self.name = name }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.CommandMetadata") }

  /// The parameter of exactly that name or alias.
  public func parameter(_ name: String) -> ParameterMetadata? {
    for p in parameters where Ordinal.equalsIgnoreCase(p.name, name) { return p }
    for p in parameters {
      for a in p.aliases where Ordinal.equalsIgnoreCase(a, name) { return p }
    }
    return nil
  }
}
