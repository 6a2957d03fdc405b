import Basics
import Engine
import Objects

/// `Get-Module`.
final class GetModule: Cmdlet {
  private var names: [String] = []
  private var specifications: [ModuleSpecification] = []

  override func process() throws {
    if has("Name"), has("FullyQualifiedName") {
      try runtime.throwTerminating(
        error(
          "NameAndFullyQualifiedNameCannotBeSpecifiedTogether",
          "The Name and FullyQualifiedName parameters cannot be specified together. Specify only one of them, and then try "
            + "again.", .InvalidArgument, type: "System.InvalidOperationException"))
    }
    names = strings("Name")
    specifications = try specifications("FullyQualifiedName")
    if flag("ListAvailable") { try listAvailable() } else { try listLoaded() }
  }

  // MARK: - Loaded modules

  private func listLoaded() throws {
    for name in names + specifications.map(\.name) where name.utf8.contains(0x2F) || name.hasPrefix(".\\") {
      try runtime.throwTerminating(
        error(
          "ModuleDiscoveryForLoadedModulesWorksOnlyForUnQualifiedNames",
          "The name '\(name)' is not valid: a path names an available module. Use the ListAvailable parameter with it.",
          .InvalidArgument, target: .string(name), type: "System.ArgumentException"))
    }
    let discovery = try discovery()
    var modules = flag("All") ? discovery.loadedModules : discovery.listed(by: callerState)
    if !names.isEmpty {
      let patterns = NamePatterns(names)
      modules = modules.filter { patterns.matches($0.name) }
    }
    if !specifications.isEmpty { modules = modules.filter { matches($0) } }
    for m in modules.enumerated().sorted(by: { before($0, $1) }) { try write(.object(m.element)) }
  }

  /// By name; modules of one name in order of loading.
  private func before(_ a: (offset: Int, element: ModuleInfo), _ b: (offset: Int, element: ModuleInfo)) -> Bool {
    if DirectoryNames.before(a.element.name, b.element.name) { return true }
    if DirectoryNames.before(b.element.name, a.element.name) { return false }
    return a.offset < b.offset
  }

  private func matches(_ m: ModuleInfo) -> Bool {
    specifications.contains { s in
      (NamePatterns([s.name]).matches(m.name) || (m.manifestPath ?? m.path) == s.name)
        && s.accepts(version: ModuleVersion(m.version) ?? .zero) && s.accepts(guid: m.guid)
    }
  }

  // MARK: - Available modules

  private func listAvailable() throws {
    let discovery = try discovery()
    let wanted = names + specifications.map(\.name)
    var patterns: [String] = []
    for name in wanted {
      if let path = ModuleLocation.path(name, engine) {
        try listPath(path, written: name)
      } else {
        patterns.append(name)
      }
    }
    if !wanted.isEmpty, patterns.isEmpty { return }
    let filter = patterns.isEmpty ? nil : NamePatterns(patterns)
    for entry in ModulePath.entries(withSystem: false) {
      for module in available(in: entry, discovery) where filter?.matches(module.name) ?? true {
        if !specifications.isEmpty, !matches(module) { continue }
        guard isOfEdition(module) else { continue }
        try writeGrouped(module)
      }
    }
  }

  /// The name in front selects the view that groups modules by folder.
  private func writeGrouped(_ m: ModuleInfo) throws {
    m.typeNames = ["ModuleInfoGrouping"] + m.typeInfo.typeNameChain
    try write(.object(m))
  }

  private func isOfEdition(_ m: ModuleInfo) -> Bool {
    guard let edition = string("PSEdition"), !edition.isEmpty, !flag("SkipEditionCheck") else { return true }
    let editions = (m.manifest?.get("CompatiblePSEditions")?.asObject(PSArray.self)?.elements ?? [])
      .compactMap { try? Operations.toString($0) }
    if m.isEngine { return Ordinal.equalsIgnoreCase(edition, "Core") }
    return (editions.isEmpty ? ["Desktop"] : editions).contains { Ordinal.equalsIgnoreCase($0, edition) }
  }

  private func available(in entry: String, _ discovery: CommandDiscovery) -> [ModuleInfo] {
    if flag("All") { return AvailableModules.everything(below: entry) }
    var result: [ModuleInfo] = []
    if entry == ModulePath.system { result += EngineModules.present.map { AvailableModules.module($0) } }
    result += discovery.tree(entry).modules().compactMap { AvailableModules.module($0) }
    return result.enumerated().sorted { before($0, $1) }.map(\.element)
  }

  /// A path: a module file, or a folder.
  private func listPath(_ path: String, written: String) throws {
    if PathText.isDirectory(path) {
      let found =
        flag("All")
        ? AvailableModules.everything(below: path)
        : ModuleFiles.candidates(in: path, name: PathText.leaf(path)).compactMap {
          AvailableModules.module(file: $0.path)
        }
      if !found.isEmpty {
        for m in found { try writeGrouped(m) }
        return
      }
    } else if PathText.isFile(path) || [".psd1", ".psm1"].contains(where: { PathText.hasExtension(path, $0) }) {
      return try writeGrouped(AvailableModules.module(file: path) ?? AvailableModules.empty(path))
    }
    try writeError(
      error(
        "Modules_ModuleNotFoundForGetModule", "The specified module '\(written)' was not found.", .ResourceUnavailable,
        target: .string(written), type: "System.IO.FileNotFoundException"))
  }
}

extension CommandDiscovery {
  /// Modules a session state lists: those it imported, and those of the global one.
  func listed(by state: SessionState) -> [ModuleInfo] {
    var result = runspace.globalState.modules
    for m in state.modules where !result.contains(where: { $0 === m }) { result.append(m) }
    return result
  }
}

/// Module objects made from files, without loading them.
enum AvailableModules {
  /// The object of a discovered module; nil when its manifest is of no use.
  static func module(_ d: DiscoveredModule) -> ModuleInfo? {
    guard d.analysis.isUsable || !PathText.hasExtension(d.path, ".psd1") else { return nil }
    return module(file: d.path, analysis: d.analysis)
  }

  /// The object of a module file; nil for a manifest that cannot be read.
  static func module(file: String, analysis: ModuleAnalysis? = nil) -> ModuleInfo? {
    let result = empty(file)
    if PathText.hasExtension(file, ".psd1") {
      guard let manifest = try? Manifest.read(file) else { return nil }
      manifest.describe(result)
      result.path = file
      if let root = manifest.rootModule {
        result.moduleType =
          PathText.hasExtension(root, ".so") || PathText.hasExtension(root, ".dll") ? .binary : .script
      }
      result.requiredModules = ((try? manifest.specifications("RequiredModules")) ?? []).map {
        ModuleInfo(name: $0.name, path: "")
      }
    } else if PathText.hasExtension(file, ".so") {
      result.moduleType = .binary
    }
    result.discovered = exports(analysis ?? ModuleAnalyzer.analyze(file))
    return result
  }

  /// The object of one of the host's own modules.
  static func module(_ m: EngineModule) -> ModuleInfo {
    let result = ModuleInfo(name: m.name, path: m.path)
    result.isEngine = true
    result.moduleBase = m.base
    result.version = m.version
    result.guid = m.guid
    result.moduleType = m.moduleType
    result.descriptionText = m.description
    result.author = "PowerShell"
    var analysis = ModuleAnalysis()
    analysis.exports = m.exports
    result.discovered = exports(analysis)
    return result
  }

  /// An object that only knows its file.
  static func empty(_ file: String) -> ModuleInfo {
    let result = ModuleInfo(name: PathText.stem(file), path: file)
    result.moduleBase = PathText.parent(file)
    if PathText.hasExtension(file, ".psd1") { result.moduleType = .manifest }
    return result
  }

  private static func exports(_ analysis: ModuleAnalysis) -> ExportList {
    var list = ExportList()
    list.functions = analysis.names(.function)
    list.cmdlets = analysis.names(.cmdlet)
    list.aliases = analysis.names(.alias)
    return list
  }

  /// Every file with a module's extension below a folder; folders named like a culture are passed over below
  /// the first level (rule 83).
  static func everything(below root: String) -> [ModuleInfo] {
    var result: [ModuleInfo] = []
    var visited: Set<[UInt64]> = []
    visit(root, depth: 0, &visited) { file in
      if let m = module(file: file) { result.append(m) }
    }
    return result
  }

  private static func visit(_ folder: String, depth: Int, _ visited: inout Set<[UInt64]>, _ body: (String) -> Void) {
    let stamp = FileStamp.of(folder)
    guard stamp.isDirectory, depth < 48, visited.insert([stamp.device, stamp.inode]).inserted else { return }
    let names = DirectoryNames.sorted(folder)
    for name in names {
      let path = PathText.join(folder, name)
      guard ModuleExtension.discovered.contains(where: { PathText.hasExtension(name, $0) }), PathText.isFile(path)
      else {
        continue
      }
      // A manifest stands for the script module of the same name.
      if PathText.hasExtension(name, ".psm1"), names.contains(PathText.stem(name) + ".psd1") { continue }
      body(path)
    }
    for name in names {
      let path = PathText.join(folder, name)
      guard PathText.isDirectory(path), depth == 0 || !isCulture(name) else { continue }
      visit(path, depth: depth + 1, &visited, body)
    }
  }

  /// Whether a folder is named like a culture: `de`, `en-US`, `zh-Hans-CN`.
  private static func isCulture(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 2 || (first.count == 3 && parts.count > 1), parts.count <= 3 else {
      return false
    }
    return parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
      && first.allSatisfy { $0.isLowercase }
  }
}
