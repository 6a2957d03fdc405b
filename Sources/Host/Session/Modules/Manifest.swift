import Basics
import Diagnostics
import Objects
import Syntax

/// Why a manifest cannot be used: PowerShell's id, category and message.
struct ManifestError: Error {
  let id: String
  let message: String
  var category: ErrorCategory = .ResourceUnavailable
  var exceptionType = "System.ArgumentException"
}

/// The content of a `.psd1`, checked key by key.
final class Manifest {
  let path: String
  let data: PSDictionary
  /// The folder of the manifest, where its relative names start.
  let base: String

  private init(path: String, data: PSDictionary) {
    self.path = path
    self.data = data
    base = PathText.parent(path)
  }

  /// The keys a manifest may have.
  static let keys: [String] = [
    "ModuleToProcess", "NestedModules", "GUID", "Author", "CompanyName", "Copyright", "ModuleVersion", "Description",
    "PowerShellVersion", "PowerShellHostName", "PowerShellHostVersion", "CLRVersion", "DotNetFrameworkVersion",
    "ProcessorArchitecture", "RequiredModules", "TypesToProcess", "FormatsToProcess", "ScriptsToProcess",
    "PrivateData", "RequiredAssemblies", "ModuleList", "FileList", "FunctionsToExport", "VariablesToExport",
    "AliasesToExport", "CmdletsToExport", "DscResourcesToExport", "CompatiblePSEditions", "HelpInfoURI",
    "RootModule", "DefaultCommandPrefix",
  ]

  /// Reads and evaluates a manifest file.
  static func read(_ path: String) throws -> Manifest {
    guard let bytes = FileBytes.read(path) else {
      throw ManifestError(
        id: "Modules_ModuleNotFound",
        message:
          "The specified module '\(path)' was not loaded because no valid module file was found in any module directory.",
        exceptionType: "System.IO.FileNotFoundException")
    }
    let result = Parser.parse(SourceText(bytes: bytes, file: path))
    if let first = result.diagnostics.first(where: { $0.severity == .error }) {
      throw invalid(
        path,
        "The module manifest '\(path)' could not be processed because it is not a valid PowerShell module manifest file. "
          + "Remove the elements that are not permitted: "
          + DiagnosticRenderer.render([first], in: result.source))
    }
    let value: Value
    do {
      value = try RestrictedData(scriptRoot: PathText.parent(path)).evaluate(result.ast)
    } catch let e as RestrictedDataError {
      throw invalid(
        path,
        "The module manifest '\(path)' could not be processed because it is not a valid PowerShell module manifest file. "
          + "Remove the elements that are not permitted: "
          + DiagnosticRenderer.position(of: e.extent, in: result.source) + "\n" + e.message)
    } catch let e as GuestError {
      throw invalid(path, e.record.message)
    }
    guard let data = value.asObject(PSDictionary.self) else {
      throw invalid(
        path,
        "The module manifest '\(path)' could not be processed because it is not a valid PowerShell module manifest file. "
          + "Remove the elements that are not permitted: The hash table is missing or incomplete.")
    }
    return Manifest(path: path, data: data)
  }

  private static func invalid(_ path: String, _ message: String) -> ManifestError {
    ManifestError(id: "Modules_InvalidManifest", message: message)
  }

  // MARK: - Typed keys

  /// The text of a key; nil when it is absent or null.
  func string(_ key: String) -> String? {
    guard let v = data.get(key), !v.isNull else { return nil }
    return try? Operations.toString(v)
  }

  /// The texts of a list; nil when the key is absent or null. A single text is a list of one.
  func strings(_ key: String) -> [String]? {
    guard let v = data.get(key), !v.isNull else { return nil }
    if let a = v.asObject(PSArray.self) {
      return a.elements.compactMap { $0.isNull ? nil : try? Operations.toString($0) }
    }
    return (try? Operations.toString(v)).map { [$0] }
  }

  /// An export list: nil means everything; empty names mean nothing.
  func exports(_ key: String) -> [String]? { strings(key)?.filter { !$0.isEmpty } }

  /// Module names or specifications of a list.
  func specifications(_ key: String) throws -> [ModuleSpecification] {
    guard let v = data.get(key), !v.isNull else { return [] }
    let items = v.asObject(PSArray.self)?.elements ?? [v]
    return try items.compactMap { item in
      if item.isNull { return nil }
      if let text = item.stringOrNil, text.isEmpty { return nil }
      do {
        return try ModuleSpecification.make(from: item)
      } catch let e as GuestError {
        throw ManifestError(
          id: "Modules_InvalidManifest",
          message: "The '\(key)' member in the module manifest '\(path)' is not valid: \(e.record.message)")
      }
    }
  }

  /// The version; nil when missing or not a version.
  var version: ModuleVersion? { string("ModuleVersion").flatMap { ModuleVersion($0) } }

  /// The root module's file name; nil without one.
  var rootModule: String? {
    for key in ["RootModule", "ModuleToProcess"] {
      if let s = string(key), !s.isEmpty { return s }
    }
    return nil
  }

  /// PrivateData.PSData, if it is there.
  var psData: PSDictionary? {
    data.get("PrivateData")?.asObject(PSDictionary.self)?.get("PSData")?.asObject(PSDictionary.self)
  }

  /// `PrivateData.Native`, our own key: what the manifest makes of a C library.
  var nativeTable: Value? {
    guard let v = data.get("PrivateData")?.asObject(PSDictionary.self)?.get("Native"), !v.isNull else { return nil }
    return v
  }

  // MARK: - Checks

  /// The checks that need nothing but the text, in PowerShell's order; throws the first failure.
  func check() throws {
    for key in data.keys {
      let name = (try? Operations.toString(key)) ?? ""
      guard Manifest.keys.contains(where: { Ordinal.equalsIgnoreCase($0, name) }) else {
        throw ManifestError(
          id: "Modules_InvalidManifestMember",
          message: "The module manifest '\(path)' contains one or more members that are not valid ('\(name)'). "
            + "The valid members are ('" + Manifest.keys.joined(separator: "', '") + "'). "
            + "Remove the members that are not valid, and then try again.",
          category: .InvalidData, exceptionType: "System.InvalidOperationException")
      }
    }
    if data.get("RootModule") != nil, data.get("ModuleToProcess") != nil {
      throw ManifestError(
        id: "Modules_ModuleManifestCannotContainBothModuleToProcessAndRootModule",
        message: "The module manifest '\(path)' cannot contain both the ModuleToProcess and RootModule keys. "
          + "Change the module manifest to use only the RootModule key, and then try again.",
        category: .InvalidOperation, exceptionType: "System.InvalidOperationException")
    }
    try checkWildcards()
    try checkVersion()
    if let guid = string("GUID"), Operations.tryConvert(.string(guid), to: Types.guid) == nil {
      throw badMember("GUID", "Cannot convert value \"\(guid)\" to type \"System.Guid\".")
    }
  }

  private func checkWildcards() throws {
    let names = [rootModule ?? ""] + (strings("NestedModules") ?? [])
    for name in names where Wildcard.containsWildcards(name) {
      throw ManifestError(
        id: "Modules_WildCardNotAllowedInModuleToProcessAndInNestedModules",
        message: "The ModuleToProcess and NestedModules keys in the module manifest '\(path)' cannot contain wildcard "
          + "characters. Remove the wildcard characters from '\(name)', and then try again.",
        category: .InvalidOperation, exceptionType: "System.InvalidOperationException")
    }
  }

  private func checkVersion() throws {
    guard let text = string("ModuleVersion") else {
      throw ManifestError(
        id: "Modules_InvalidManifest",
        message: "The module manifest '\(path)' is missing the 'ModuleVersion' member, or the value is not valid. "
          + "Add the 'ModuleVersion' key with a version number to the manifest.")
    }
    guard ModuleVersion(text) != nil else {
      throw badMember("ModuleVersion", "Cannot convert value \"\(text)\" to type \"System.Version\".")
    }
  }

  func badMember(_ key: String, _ reason: String) -> ManifestError {
    ManifestError(
      id: "Modules_InvalidManifest",
      message: "The '\(key)' member in the module manifest '\(path)' is not valid. \(reason) "
        + "Verify that a valid value is specified for the field.")
  }
}
