import Basics
import Engine
import Objects

/// Knows native modules: implemented by the room that loads them.
public protocol NativeModuleProvider: AnyObject {
  /// The commands of a library, read without loading it.
  func describe(_ path: String) throws -> [CommandMetadata]
  /// Loads a library and makes its commands for a module.
  func load(_ path: String, into module: ModuleInfo) throws -> [CmdletInfo]
  /// The names of the commands that a manifest's `PrivateData.Native` makes of a C library.
  func names(native: Value) -> [String]
  /// Makes the commands of `PrivateData.Native` in the manifest of a folder.
  func load(native: Value, base: String, into module: ModuleInfo) throws -> [CmdletInfo]
  /// Ends what a removed module had loaded.
  func unload(_ module: ModuleInfo)
}

/// Where the room that loads native modules puts itself.
public enum NativeModules {
  // Set at start, before the first command is looked up.
  nonisolated(unsafe) public static var provider: (any NativeModuleProvider)?
}

/// Finds out what a module file exports without running it.
enum ModuleAnalyzer {
  private static let deepest = 4

  /// The exports of a module file of any kind.
  static func analyze(_ path: String, depth: Int = 0) -> ModuleAnalysis {
    switch CaseFold.folded(PathText.ext(path)) {
    case ".PSD1": return analyze(manifest: path, depth: depth)
    case ".PSM1", ".PS1": return ScriptAnalysis.analyze(path: path)
    case ".SO": return analyze(library: path)
    default: return .unusable
    }
  }

  private static func analyze(library path: String) -> ModuleAnalysis {
    guard let commands = try? NativeModules.provider?.describe(path) else { return .unusable }
    var result = ModuleAnalysis()
    result.add(commands.map(\.name), .cmdlet)
    return result
  }

  private static func analyze(manifest path: String, depth: Int) -> ModuleAnalysis {
    guard let manifest = try? Manifest.read(path), let version = manifest.version,
      folderAgrees(manifest.base, version)
    else { return .unusable }
    var result = ModuleAnalysis()
    result.version = version.text
    let functions = manifest.exports("FunctionsToExport")
    let cmdlets = manifest.exports("CmdletsToExport")
    let aliases = manifest.exports("AliasesToExport")
    result.add(NamePatterns(functions ?? []).literals, .function)
    result.add(NamePatterns(cmdlets ?? []).literals, .cmdlet)
    result.add(NamePatterns(aliases ?? []).literals, .alias)
    let lists = [functions, cmdlets, aliases].map { $0.map { NamePatterns($0) } ?? .everything }
    if lists.contains(where: \.hasWildcards), depth < deepest {
      addParts(of: manifest, filters: lists, depth: depth, to: &result)
    }
    return result
  }

  /// Adds what the root and nested modules export and the manifest's patterns let through.
  private static func addParts(
    of manifest: Manifest, filters: [NamePatterns], depth: Int, to result: inout ModuleAnalysis
  ) {
    var parts = (try? manifest.specifications("NestedModules"))?.map(\.name) ?? []
    if let root = manifest.rootModule { parts.append(root) }
    if let native = manifest.nativeTable, let provider = NativeModules.provider {
      result.add(provider.names(native: native).filter { filters[1].matches($0) }, .cmdlet)
    }
    for part in parts {
      guard let file = ModuleFiles.partFile(part, base: manifest.base), file != manifest.path else { continue }
      let analysis = analyze(file, depth: depth + 1)
      result.dependencies.append(file)
      result.dependencies += analysis.dependencies
      for export in analysis.exports {
        switch export.kind {
        case .function where !filters[0].matches(export.name): continue
        case .cmdlet where !filters[1].matches(export.name): continue
        case .alias where !filters[2].matches(export.name): continue
        default: result.add([export.name], export.kind)
        }
      }
    }
  }

  /// In a version folder the manifest must name that version (rule 80).
  static func folderAgrees(_ base: String, _ version: ModuleVersion) -> Bool {
    let folder = PathText.leaf(base)
    guard let named = ModuleVersion(folder), named.text == folder else { return true }
    return named == version
  }
}
