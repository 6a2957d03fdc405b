import Basics
import Objects

/// The checks of validation attributes, with PowerShell's texts; `nil` means valid.
///
/// Also used for validated variables, whose failures have another wrapping.
enum ParameterValidation {
  /// A hook of the class machinery: runs a guest class derived from ValidateArgumentsAttribute.
  // Set once by the classes code on the engine thread.
  nonisolated(unsafe) static var runCustomValidation: ((Value, Value, Runspace) throws -> Void)?
  /// A hook of the class machinery: runs a guest class derived from ArgumentTransformationAttribute.
  nonisolated(unsafe) static var runCustomTransformation: ((Value, Value, Runspace) throws -> Value)?

  /// Whether a guest attribute changes values rather than checking them.
  static func isTransformation(_ object: Value) -> Bool {
    var t = object.typeInfo
    while let u = t {
      if u.fullName == "System.Management.Automation.ArgumentTransformationAttribute" { return true }
      t = u.baseType
    }
    return false
  }

  /// What is wrong with a value, or nil.
  static func failure(_ a: ParameterAttribute, _ value: Value, _ runspace: Runspace) throws -> String? {
    switch a {
    case .validateNotNull: return notNull(value)
    case .validateNotNullOrEmpty: return notEmpty(value, whiteSpace: false)
    case .validateNotNullOrWhiteSpace: return notEmpty(value, whiteSpace: true)
    case .validateCount(let low, let high): return count(value, low, high)
    case .validateSet, .validateRange, .validateRangeKind, .validatePattern, .validateScript, .validateLength,
      .validateDrive, .validateUserDrive:
      return try eachElement(value) { try element(a, $0, runspace) }
    case .custom(let object):
      try runCustomValidation?(object, value, runspace)
      return nil
    default: return nil
    }
  }

  private static let nullElement =
    "The argument is null, empty, or an element of the argument collection contains a null value. Supply a "
    + "collection that does not contain any null values and then try the command again."

  private static func elements(_ value: Value) -> [Value]? {
    if let a = value.asObject(PSArray.self) { return a.elements }
    if let l = value.asObject(PSList.self) { return l.elements }
    return nil
  }

  private static func eachElement(_ value: Value, _ check: (Value) throws -> String?) throws -> String? {
    if value.isNull { return nullElement }
    guard let list = elements(value) else { return try check(value) }
    for v in list {
      if v.isNull { return nullElement }
      if let problem = try check(v) { return problem }
    }
    return nil
  }

  private static func notNull(_ value: Value) -> String? {
    if value.isNull {
      return "The argument is null. Provide a valid value for the argument, and then try running the command again."
    }
    if let list = elements(value), list.contains(where: { $0.isNull }) {
      return "The argument has a null value, or an element of the argument collection contains a null value. Provide "
        + "a collection that does not contain any null values, and then try the command again."
    }
    return nil
  }

  private static func isBlank(_ s: String) -> Bool { s.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }

  private static func notEmpty(_ value: Value, whiteSpace: Bool) -> String? {
    let empty =
      "The argument is null or empty. Provide an argument that is not null or empty, and then try the command again."
    if value.isNull { return empty }
    if let s = value.stringOrNil {
      if whiteSpace {
        return isBlank(s)
          ? "The argument is null, empty, or consists of only white-space characters. Provide an argument that "
            + "contains non white-space characters, and then try the command again." : nil
      }
      return s.isEmpty ? empty : nil
    }
    if let list = elements(value) {
      if list.isEmpty { return nullElement }
      for v in list {
        if v.isNull { return nullElement }
        if let s = v.stringOrNil, whiteSpace ? isBlank(s) : s.isEmpty { return nullElement }
      }
      return nil
    }
    if let d = value.asObject(PSDictionary.self), d.count == 0 { return nullElement }
    return nil
  }

  private static func count(_ value: Value, _ low: Int, _ high: Int) -> String? {
    if value.isNull || (elements(value) == nil && value.asObject(PSDictionary.self) == nil) {
      return "The attribute is not applicable to the argument type. Check that the argument is a collection, and then "
        + "try the command again."
    }
    let n = elements(value)?.count ?? value.asObject(PSDictionary.self)?.count ?? 0
    if n >= low && n <= high { return nil }
    if low == high {
      return "The parameter requires \(low) value(s) - \(n) value(s) were provided."
    }
    return "The parameter requires at least \(low) value(s) and no more than \(high) value(s) - \(n) value(s) were "
      + "provided."
  }

  private static func element(_ a: ParameterAttribute, _ v: Value, _ runspace: Runspace) throws -> String? {
    switch a {
    case .validateSet(let names, let ignoreCase, let custom):
      let text = try Operations.toString(v)
      if names.contains(where: { Ordinal.equals($0, text, ignoreCase: ignoreCase) }) { return nil }
      let list = names.joined(separator: ",")
      if let custom { return try Operations.formatOperator(custom, [.string(text), .string(list)]) }
      return "The argument \"\(text)\" does not belong to the set \"\(list)\" specified by the ValidateSet attribute. "
        + "Supply an argument that is in the set and then try the command again."
    case .validateRange(let low, let high): return try range(v, low, high)
    case .validateRangeKind(let kind): return try rangeKind(v, kind)
    case .validateLength(let low, let high): return length(v, low, high)
    case .validatePattern(let pattern, let ignoreCase, let custom):
      let text = try Operations.toString(v)
      let regex = try RegexObject.make(pattern, ignoreCase ? .ignoreCase : [])
      if regex.isMatch(text) { return nil }
      if let custom { return try Operations.formatOperator(custom, [.string(text), .string(pattern)]) }
      return "The argument \"\(text)\" does not match the \"\(pattern)\" pattern. Supply an argument that matches "
        + "\"\(pattern)\" and try the command again."
    case .validateScript(let block, let custom): return try script(v, block, custom, runspace)
    case .validateDrive(let drives): return try drive(v, drives)
    default: return nil
    }
  }

  private static func range(_ v: Value, _ low: Value, _ high: Value) throws -> String? {
    var value = v
    if let t = low.typeInfo, v.typeInfo !== t {
      guard let converted = Operations.tryConvert(v, to: t) else {
        return "The argument cannot be validated because its type \"\(v.typeInfo?.fullName ?? "null")\" is not the "
          + "same type (\"\(t.fullName)\") as the maximum and minimum limits of the parameter. Make sure the argument "
          + "is of type \(t.fullName) and then try the command again."
      }
      value = converted
    }
    if try Operations.compare(low, value, ignoreCase: true) > 0 {
      let text = try Operations.toString(value)
      let limit = try Operations.toString(low)
      return "The \(text) argument is less than the minimum allowed range of \(limit). Supply an argument that is "
        + "greater than or equal to \(limit) and then try the command again."
    }
    if try Operations.compare(high, value, ignoreCase: true) < 0 {
      let text = try Operations.toString(value)
      let limit = try Operations.toString(high)
      return "The \(text) argument is greater than the maximum allowed range of \(limit). Supply an argument that is "
        + "less than or equal to \(limit) and then try the command again."
    }
    return nil
  }

  private static func rangeKind(_ v: Value, _ kind: String) throws -> String? {
    guard let n = Operations.tryConvert(v, to: Types.double), case .double(let d) = n else {
      return "The argument cannot be validated because it is not a number."
    }
    let text = try Operations.toString(v)
    let ok: Bool
    let what: String
    switch kind.lowercased() {
    case "positive": (ok, what) = (d > 0, "is not greater than zero")
    case "nonnegative": (ok, what) = (d >= 0, "is not greater than or equal to zero")
    case "negative": (ok, what) = (d < 0, "is not less than zero")
    default: (ok, what) = (d <= 0, "is not less than or equal to zero")
    }
    return ok
      ? nil
      : "The argument \"\(text)\" cannot be validated because its value \(what)."
  }

  private static func length(_ v: Value, _ low: Int, _ high: Int) -> String? {
    guard let s = v.stringOrNil else {
      return "The argument type is not a string, so its length cannot be validated."
    }
    let n = s.utf16.count
    if n < low {
      return "The character length (\(n)) of the argument is too short. Specify an argument with a length that is "
        + "greater than or equal to \"\(low)\", and then try the command again."
    }
    if n > high {
      return "The character length of the \(n) argument is too long. Shorten the character length of the argument so "
        + "it is fewer than or equal to \"\(high)\" characters, and then try the command again."
    }
    return nil
  }

  private static func script(_ v: Value, _ block: ScriptBlock, _ custom: String?, _ runspace: Runspace) throws
    -> String?
  {
    let result: Value
    do {
      let output = CollectingSink()
      try runspace.invokeBlock(block, arguments: [v], underscore: v, output: output)
      result = output.result
    } catch let e as GuestError {
      return e.record.message
    }
    if Operations.isTrue(result) { return nil }
    let text = try Operations.toString(v)
    if let custom { return try Operations.formatOperator(custom, [.string(text), .string(block.bodyText)]) }
    return "The \"\(block.bodyText)\" validation script for the argument with value \"\(text)\" did not return a "
      + "result of True. Determine why the validation script failed, and then try the command again."
  }

  private static func drive(_ v: Value, _ drives: [String]) throws -> String? {
    let path = try Operations.toString(v)
    let list = drives.joined(separator: ",")
    guard let colon = path.utf8.firstIndex(of: 0x3A) else {
      return "The argument path \"\(path)\" has no drive. Supply a path argument with one of the drives: \(list)."
    }
    let name = String(path[..<colon])
    if drives.contains(where: { Ordinal.equalsIgnoreCase($0, name) }) { return nil }
    return "The path argument drive \(name) does not belong to the set of approved drives: \(list). Supply a path "
      + "argument with an approved drive."
  }
}
