import Basics
import Processes

/// Names in a directory, in a fixed order.
enum DirectoryNames {
  /// Sorted ordinally with case folded, then ordinally (D2).
  static func sorted(_ path: String) -> [String] {
    DirectoryListing.names(path).sorted { before($0, $1) }
  }

  static func before(_ a: String, _ b: String) -> Bool {
    let folded = Ordinal.compare(a, b, ignoreCase: true)
    return folded != 0 ? folded < 0 : Ordinal.compare(a, b) < 0
  }
}

/// Which file of a folder is the module.
enum ModuleFiles {
  /// A module file of a folder.
  struct Candidate {
    let path: String
    /// The version folder it is in; nil for a file in the module's own folder.
    let folderVersion: ModuleVersion?
  }

  /// The files that make a folder a module: version folders, highest first, else the first of the known
  /// extensions. Empty when the folder is no module (rules 74-79).
  static func candidates(in folder: String, name: String) -> [Candidate] {
    let versions = versionFolders(in: folder, name: name)
    if !versions.isEmpty { return versions }
    return flat(in: folder, name: name).map { [Candidate(path: $0, folderVersion: nil)] } ?? []
  }

  /// Version folders that hold a manifest, highest first.
  static func versionFolders(in folder: String, name: String) -> [Candidate] {
    let versions = DirectoryListing.names(folder).filter { ModuleVersion.isFolderName($0) }
    var found: [(ModuleVersion, String)] = []
    for v in versions {
      let file = PathText.join(PathText.join(folder, v), name + ".psd1")
      if let version = ModuleVersion(v), PathText.isFile(file) { found.append((version, file)) }
    }
    return found.sorted { $0.0 > $1.0 }.map { Candidate(path: $0.1, folderVersion: $0.0) }
  }

  /// The module file beside its folder's name, by extension order.
  static func flat(in folder: String, name: String, extensions: [String] = ModuleExtension.discovered) -> String? {
    for ext in extensions {
      let file = PathText.join(folder, name + ext)
      if PathText.isFile(file) { return file }
    }
    return nil
  }

  /// The subfolder whose name matches ignoring case, the exact one first (rule 75).
  static func folder(named name: String, in parent: String) -> String? {
    let exact = PathText.join(parent, name)
    if PathText.isDirectory(exact) { return exact }
    guard !name.utf8.contains(0x2F) else { return nil }
    for entry in DirectoryNames.sorted(parent) where Ordinal.equalsIgnoreCase(entry, name) {
      let path = PathText.join(parent, entry)
      if PathText.isDirectory(path) { return path }
    }
    return nil
  }

  /// The file of a root or nested module named in a manifest, beside it or in its own folder (rule 135).
  static func partFile(_ name: String, base: String) -> String? {
    let slashed = String(name.map { $0 == "\\" ? "/" : $0 })
    let path = PathText.isRooted(slashed) ? slashed : PathText.normalise(PathText.join(base, slashed))
    if ModuleExtension.isModule(path) { return PathText.isFile(path) ? path : nil }
    if PathText.isFile(path), !PathText.ext(path).isEmpty { return nil }
    for ext in ModuleExtension.importable where PathText.isFile(path + ext) { return path + ext }
    if PathText.isDirectory(path) { return candidates(in: path, name: PathText.leaf(path)).first?.path }
    return nil
  }
}
