import Basics
import Processes

/// Where modules are looked for: `$env:PSModulePath` and what it is made of.
public enum ModulePath {
  /// The folder of the host: `$PSHOME`. Set once at start.
  // Written by the host before the engine runs.
  nonisolated(unsafe) public static var home = "/"

  /// The folder of the modules that come with the host; a checkout has it in lower case.
  static var system: String {
    if let known = systemFolder, known.home == home { return known.path }
    let lower = PathText.join(home, "modules")
    let path = PathText.isDirectory(lower) ? lower : PathText.join(home, "Modules")
    systemFolder = (home, path)
    return path
  }
  // Worked out once by the engine's thread.
  nonisolated(unsafe) private static var systemFolder: (home: String, path: String)?
  /// Modules for all users.
  static let shared = "/usr/local/share/powershell/Modules"
  /// Modules of the user.
  static var user: String {
    if let data = Environment.get("XDG_DATA_HOME"), !data.isEmpty { return data + "/powershell/Modules" }
    return (Environment.get("HOME") ?? "") + "/.local/share/powershell/Modules"
  }

  /// Puts the missing standard entries into an inherited value (rule 84).
  public static func initialize() {
    var entries = split(Environment.get("PSModulePath") ?? "")
    if entries.isEmpty {
      Environment.set("PSModulePath", unique([user, shared, system]).joined(separator: ":"))
      return
    }
    if !entries.contains(system) {
      if let at = entries.firstIndex(of: shared) {
        entries.insert(system, at: at + 1)
      } else {
        entries.insert(system, at: 0)
      }
    }
    if !entries.contains(shared) { entries.insert(shared, at: 0) }
    if !entries.contains(user) { entries.insert(user, at: 0) }
    Environment.set("PSModulePath", unique(entries).joined(separator: ":"))
  }

  /// The entries as set now, each once; autoload adds the engine's own folder at the end (rule 63).
  static func entries(withSystem: Bool) -> [String] {
    var result = unique(split(Environment.get("PSModulePath") ?? ""))
    if withSystem, !result.contains(system) { result.append(system) }
    return result
  }

  private static func split(_ value: String) -> [String] {
    value.split(separator: ":").map { part in
      var text = String(part)
      while text.utf8.count > 1, text.hasSuffix("/") { text.removeLast() }
      return text
    }
  }

  private static func unique(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    return entries.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// The file extensions of modules, in the order in which a folder is searched.
enum ModuleExtension {
  static let discovered = [".psd1", ".psm1", ".so"]
  /// Import-Module also takes scripts.
  static let importable = [".psd1", ".psm1", ".ps1", ".so"]

  static func isModule(_ path: String) -> Bool {
    let ext = PathText.ext(path)
    return importable.contains { Ordinal.equalsIgnoreCase($0, ext) }
  }
}
