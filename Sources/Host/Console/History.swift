import Basics
import CSystem
import Glibc

/// The lines entered before, oldest first, kept in a file across sessions.
public final class History {
  /// The entries, oldest first, each once.
  public private(set) var entries: [String] = []
  /// The file, or nil when nothing is kept.
  public let path: String?
  private let limit: Int
  private var linesInFile = 0

  /// Reads the file; nil keeps the history in memory alone.
  public init(path: String? = nil, limit: Int = 4096) {
    self.path = path
    self.limit = max(limit, 1)
    load()
  }

  /// Where the history of the user is kept: `$XDG_DATA_HOME/nacre/history`.
  public static var defaultPath: String? {
    if let base = getenv("XDG_DATA_HOME"), base.pointee == 0x2F { return String(cString: base) + "/nacre/history" }
    guard let home = getenv("HOME"), home.pointee == 0x2F else { return nil }
    return String(cString: home) + "/.local/share/nacre/history"
  }

  /// Adds a line as the newest; an equal older one goes. Blank lines do not count.
  public func add(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }) else { return }
    let isRepeat = entries.last == line
    if !isRepeat {
      entries.removeAll { $0 == line }
      entries.append(line)
      if entries.count > limit { entries.removeFirst(entries.count - limit) }
    }
    if !isRepeat, !History.isPrivate(line) { save(line) }
  }

  /// Forgets the entries of this session and the file's.
  public func clear() {
    entries = []
    linesInFile = 0
    if let path { truncate(path, 0) }
  }

  /// The index of the newest entry before `index` that contains the text, ignoring case.
  public func search(_ text: String, before index: Int) -> Int? {
    guard !text.isEmpty, let pattern = try? Wildcard("*" + Wildcard.escape(text) + "*") else { return nil }
    return entries[..<min(max(index, 0), entries.count)].lastIndex { pattern.matches($0) }
  }

  /// The index of the oldest entry after `index` that contains the text, ignoring case.
  public func search(_ text: String, after index: Int) -> Int? {
    guard !text.isEmpty, let pattern = try? Wildcard("*" + Wildcard.escape(text) + "*") else { return nil }
    guard index + 1 < entries.count else { return nil }
    return entries[max(index + 1, 0)...].firstIndex { pattern.matches($0) }
  }

  /// Lines that begin with a blank or look like they hold a secret stay out of the file.
  static func isPrivate(_ line: String) -> Bool {
    if line.first == " " { return true }
    let folded = CaseFold.folded(line)
    return ["PASSWORD", "ASPLAINTEXT", "TOKEN", "APIKEY", "SECRET"].contains { folded.contains($0) }
  }

  // MARK: - File: one entry a line; a backtick at the end of a line says that the entry goes on

  static func encode(_ entry: String) -> String {
    entry.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "`\n") + "\n"
  }

  static func decode(_ text: String) -> [String] {
    var result: [String] = []
    var current = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.last == "`" {
        current += line.dropLast() + "\n"
        continue
      }
      current += line
      if !current.isEmpty { result.append(current) }
      current = ""
    }
    return result
  }

  private func load() {
    guard let path else { return }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      bytes += chunk.prefix(count)
    }
    let all = History.decode(String(decoding: bytes, as: UTF8.self))
    linesInFile = all.count
    var seen: Set<String> = []
    var newestFirst: [String] = []
    for entry in all.reversed() where newestFirst.count < limit {
      if seen.insert(entry).inserted { newestFirst.append(entry) }
    }
    entries = newestFirst.reversed()
    if linesInFile > 2 * limit { rewrite() }
  }

  /// Appends with one write, so that sessions side by side do not mix their lines.
  private func save(_ entry: String) {
    guard let path else { return }
    var file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if file < 0, errno == ENOENT {
      makeParents(of: path)
      file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    }
    guard file >= 0 else { return }
    defer { close(file) }
    _ = Array(History.encode(entry).utf8).withUnsafeBytes { csys_write_all(file, $0.baseAddress, $0.count) }
    linesInFile += 1
  }

  /// Replaces the file by what is remembered.
  private func rewrite() {
    guard let path else { return }
    let temporary = "\(path).\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let text = entries.map { History.encode($0) }.joined()
    let failure = Array(text.utf8).withUnsafeBytes { csys_write_all(file, $0.baseAddress, $0.count) }
    close(file)
    if failure != 0 || rename(temporary, path) != 0 {
      unlink(temporary)
    } else {
      linesInFile = entries.count
    }
  }

  private func makeParents(of path: String) {
    var prefix = ""
    for part in path.split(separator: "/").dropLast() {
      prefix += "/" + part
      mkdir(prefix, 0o700)
    }
  }
}
