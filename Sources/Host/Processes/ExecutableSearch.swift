import Basics
import Glibc

/// Finds commands in the directories of a PATH value.
///
/// Each directory remembers the names looked up in it until its modification time changes.
public final class ExecutableSearch {
  /// A file that a command name stands for.
  public struct Hit: Equatable, Sendable {
    /// Directory and file name.
    public let path: String
    /// Whether the file is a `.ps1` script, which needs no execute bit.
    public let isScript: Bool
    /// Whether this process may execute the file.
    public let isExecutable: Bool
  }

  private struct Directory {
    let path: String
    var stamp: timespec?
    /// Names looked up since `stamp`: the file found, or nil.
    var known: [String: Found?] = [:]
  }

  private struct Found {
    let path: String
    let isScript: Bool
    var hit: Hit { Hit(path: path, isScript: isScript, isExecutable: access(path, X_OK) == 0) }
  }

  private var pathValue: String?
  private var location: String?
  private var directories: [Directory] = []

  /// Starts with nothing remembered.
  public init() {}

  /// The first match in PATH order; `location` is where entries beginning with a dot start from.
  public func find(_ name: String, path: String, location: String) -> Hit? {
    guard let name = ExecutableSearch.searchable(name) else { return nil }
    prepare(path: path, location: location)
    for index in directories.indices {
      if let found = lookUp(name, in: index) { return found.hit }
    }
    return nil
  }

  /// Every match in PATH order, `name` before `name.ps1` within one directory.
  public func findAll(_ name: String, path: String, location: String) -> [Hit] {
    guard let name = ExecutableSearch.searchable(name) else { return [] }
    prepare(path: path, location: location)
    var hits: [Hit] = []
    for directory in directories {
      for file in ExecutableSearch.candidates(name) {
        if let found = ExecutableSearch.found(directory.path, file) { hits.append(found.hit) }
      }
    }
    return hits
  }

  /// Every file of the PATH directories that a pattern accepts and that may run, sorted by name within each.
  public func list(path: String, location: String, where accepts: (String) -> Bool) -> [Hit] {
    prepare(path: path, location: location)
    var hits: [Hit] = []
    for directory in directories {
      for name in DirectoryListing.names(directory.path).sorted(by: { Ordinal.compare($0, $1) < 0 }) {
        guard accepts(name), let hit = ExecutableSearch.found(directory.path, name)?.hit else { continue }
        if hit.isExecutable || hit.isScript { hits.append(hit) }
      }
    }
    return hits
  }

  /// The file a path stands for: itself, else itself with `.ps1`.
  public static func probe(_ path: String) -> Hit? {
    for file in candidates(path) {
      if let found = found("", file) { return found.hit }
    }
    return nil
  }

  /// The directories of a PATH value: no empty ones, leading blanks trimmed, `~` expanded, no repetition.
  public static func directories(of path: String, home: String?) -> [String] {
    var seen: Set<String> = []
    var result: [String] = []
    for part in path.split(separator: ":", omittingEmptySubsequences: true) {
      let trimmed = part.drop { $0 == " " || $0 == "\t" }
      guard !trimmed.isEmpty else { continue }
      let directory = expandHome(String(trimmed), home: home)
      if seen.insert(directory).inserted { result.append(directory) }
    }
    return result
  }

  /// Replaces a leading `~` or `~/`.
  public static func expandHome(_ path: String, home: String?) -> String {
    guard let home, path.utf8.first == 0x7E else { return path }
    let rest = path.dropFirst()
    return rest.isEmpty || rest.utf8.first == 0x2F ? home + rest : path
  }

  // MARK: - Cache

  private func prepare(path: String, location here: String) {
    if path == pathValue, here == location { return }
    let home = Environment.get("HOME")
    let paths = ExecutableSearch.directories(of: path, home: home).map { directory in
      directory.utf8.first == 0x2E ? ExecutableSearch.resolve(directory, from: here) : directory
    }
    let former = Dictionary(directories.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    directories = paths.map { former[$0] ?? Directory(path: $0) }
    pathValue = path
    location = here
  }

  private func lookUp(_ name: String, in index: Int) -> Found? {
    guard let facts = FileFacts(path: directories[index].path), facts.isDirectory else { return nil }
    let isCurrent = directories[index].stamp.map { $0 == facts.changed } ?? false
    if !isCurrent {
      directories[index].known.removeAll(keepingCapacity: true)
      // A time stamp as young as the clock's step could stay the same through the next change.
      directories[index].stamp = ExecutableSearch.isSettled(facts.changed) ? facts.changed : nil
    } else if let known = directories[index].known[name] {
      return known
    }
    var answer: Found?
    for file in ExecutableSearch.candidates(name) {
      answer = ExecutableSearch.found(directories[index].path, file)
      if answer != nil { break }
    }
    if directories[index].stamp != nil { directories[index].known[name] = .some(answer) }
    return answer
  }

  private static func isSettled(_ stamp: timespec) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let seconds = now.tv_sec &- stamp.tv_sec
    return seconds > 1 || seconds < -1
  }

  // MARK: - Names

  /// Trailing blanks do not count; names with a separator or a NUL are never in PATH.
  private static func searchable(_ name: String) -> String? {
    var trimmed = Substring(name)
    while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
    if trimmed.isEmpty || trimmed == "." || trimmed == ".." { return nil }
    if trimmed.utf8.contains(where: { $0 == 0x2F || $0 == 0 }) { return nil }
    return String(trimmed)
  }

  private static func candidates(_ name: String) -> [String] { [name, name + ".ps1"] }

  /// A file or a symbolic link, dangling or not, but no directory.
  private static func found(_ directory: String, _ name: String) -> Found? {
    let path = directory.isEmpty ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
    if let facts = FileFacts(path: path) {
      if facts.isDirectory { return nil }
    } else if !FileFacts.isLink(path) {
      return nil
    }
    return Found(path: path, isScript: Ordinal.hasSuffix(name, ".ps1", ignoreCase: true))
  }

  /// Joins and removes the `.` and `..` parts.
  private static func resolve(_ path: String, from location: String) -> String {
    var parts: [Substring] = []
    for part in (location + "/" + path).split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension timespec {
  fileprivate static func == (left: timespec, right: timespec) -> Bool {
    left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec
  }
}

/// Names in a directory.
public enum DirectoryListing {
  /// The entries but `.` and `..`, unsorted; none when the directory cannot be read.
  public static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { result.append(name) }
    }
    return result
  }
}
