import Basics
import Objects

/// Which module is meant: a name with constraints on version and GUID (rule 132).
public final class ModuleSpecification: Obj {
  public let name: String
  /// Lowest acceptable version.
  public var version: String?
  public var maximumVersion: String?
  public var requiredVersion: String?
  public var guid: String?

  public init(_ name: String) { self.name = name }

  public override var typeInfo: TypeInfo { Types.named("Microsoft.PowerShell.Commands.ModuleSpecification") }
  public override func text() throws -> String? {
    if !hasConstraints { return name }
    var parts = ["ModuleName = '\(name)'"]
    if let guid { parts.append("Guid = '{\(guid)}'") }
    if let requiredVersion { parts.append("RequiredVersion = '\(requiredVersion)'") }
    if let version { parts.append("ModuleVersion = '\(version)'") }
    if let maximumVersion { parts.append("MaximumVersion = '\(maximumVersion)'") }
    return "@{ " + parts.joined(separator: "; ") + " }"
  }

  /// Whether more than a name is asked for.
  public var hasConstraints: Bool { version != nil || maximumVersion != nil || requiredVersion != nil || guid != nil }

  /// Makes a specification from a name or a hashtable; throws what PowerShell's constructor throws.
  public static func make(from value: Value) throws -> ModuleSpecification {
    if let s = value.asObject(ModuleSpecification.self) { return s }
    if let d = value.asObject(PSDictionary.self) { return try make(from: d) }
    let text = try Operations.toString(value)
    guard !text.isEmpty else {
      throw GuestError.exception(
        "System.ArgumentException", "The value cannot be an empty string. (Parameter 'moduleName')")
    }
    return ModuleSpecification(text)
  }

  private static func make(from data: PSDictionary) throws -> ModuleSpecification {
    var fields: [String: Value] = [:]
    var unknown: [String] = []
    let known = ["MODULENAME", "MODULEVERSION", "MAXIMUMVERSION", "REQUIREDVERSION", "GUID"]
    for (key, value) in zip(data.keys, data.values) {
      let name = try Operations.toString(key)
      let folded = CaseFold.folded(name)
      if known.contains(folded) { fields[folded] = value } else { unknown.append("'\(name)'") }
    }
    guard unknown.isEmpty else {
      throw GuestError.exception(
        "System.ArgumentException",
        "The hashtable describing a module contains one or more members that are not valid. The valid members are "
          + "('ModuleName', 'ModuleVersion', 'RequiredVersion', 'MaximumVersion', 'GUID'). "
          + "Remove the members that are not valid (\(unknown.joined(separator: ","))), then try again.")
    }
    return try make(from: fields)
  }

  private static func make(from fields: [String: Value]) throws -> ModuleSpecification {
    func text(_ key: String) throws -> String? {
      guard let v = fields[key], !v.isNull else { return nil }
      return try Operations.toString(v)
    }
    guard let name = try text("MODULENAME"), !name.isEmpty else { throw missing("ModuleName") }
    let result = ModuleSpecification(name)
    result.version = try versionText(text("MODULEVERSION"))
    result.requiredVersion = try versionText(text("REQUIREDVERSION"))
    result.maximumVersion = try text("MAXIMUMVERSION")
    if let maximum = result.maximumVersion, !maximum.hasSuffix(".*") {
      result.maximumVersion = try versionText(maximum)
    }
    if let guid = try text("GUID") {
      result.guid = try Operations.toString(Operations.convert(.string(guid), to: Types.guid))
    }
    if result.version == nil, result.requiredVersion == nil, result.maximumVersion == nil {
      throw missing("ModuleVersion")
    }
    if result.requiredVersion != nil, result.version != nil || result.maximumVersion != nil {
      let other = result.version != nil ? "ModuleVersion" : "MaximumVersion"
      throw GuestError.exception(
        "System.ArgumentException",
        "The hashtable describing a module contains both the 'RequiredVersion' and '\(other)' members. "
          + "Only one of them can be specified.")
    }
    return result
  }

  private static func versionText(_ text: String?) throws -> String? {
    guard let text else { return nil }
    return try Operations.toString(Operations.convert(.string(text), to: Types.version))
  }

  private static func missing(_ key: String) -> GuestError {
    GuestError.exception(
      "System.MissingMemberException",
      "The hashtable describing a module is missing the member '\(key)'. Add the member, then try again.")
  }

  // MARK: - Matching

  /// The highest acceptable version; a trailing `.*` stands for the largest number.
  static func maximum(_ text: String) -> ModuleVersion? {
    guard text.hasSuffix(".*") else { return ModuleVersion(text) }
    var parts = text.dropLast(2).split(separator: ".").compactMap { Int32($0) }
    guard !parts.isEmpty, parts.count < 4 else { return nil }
    while parts.count < 4 { parts.append(999_999_999) }
    return ModuleVersion(parts: parts)
  }

  /// Whether a version satisfies the constraints.
  func accepts(version found: ModuleVersion) -> Bool {
    if let required = requiredVersion { return ModuleVersion(required) == found }
    if let low = version, let v = ModuleVersion(low), found < v { return false }
    if let high = maximumVersion, let v = Self.maximum(high), v < found { return false }
    return true
  }

  func accepts(guid found: String) -> Bool { guid.map { Ordinal.equalsIgnoreCase($0, found) } ?? true }
}
