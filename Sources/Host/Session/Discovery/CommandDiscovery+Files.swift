import Basics
import Engine
import Glibc
import Objects
import Processes

extension CommandDiscovery {
  /// The file a name means: in PATH, or at the path it gives (rules 30-51).
  func file(_ query: CommandQuery) -> CommandInfo? {
    switch FileName(query.name, location: runspace.workingDirectory(), resolve: resolveDrive) {
    case .bare(let name): return fileInPath(name, query)
    case .path(let path, let form): return file(at: path, form, query)
    case .none: return nil
    }
  }

  /// Every file a literal name means, in order of precedence.
  func files(_ query: CommandQuery) -> [CommandInfo] {
    guard case .bare(let name) = FileName(query.name, location: runspace.workingDirectory(), resolve: resolveDrive)
    else {
      return file(query).map { [$0] } ?? []
    }
    let hits = search.findAll(name, path: pathValue, location: runspace.workingDirectory())
    return hits.compactMap { $0.isScript || $0.isExecutable ? command($0, query) : nil }
  }

  private var pathValue: String { Environment.get("PATH") ?? "" }

  private func fileInPath(_ name: String, _ query: CommandQuery) -> CommandInfo? {
    if Wildcard.containsWildcards(name), name.contains(where: { $0 == "*" || $0 == "?" }) { return nil }
    let here = runspace.workingDirectory()
    guard let first = search.find(name, path: pathValue, location: here) else { return nil }
    if first.isScript || first.isExecutable, let c = command(first, query) { return c }
    for hit in search.findAll(name, path: pathValue, location: here) where hit.isScript || hit.isExecutable {
      if let c = command(hit, query) { return c }
    }
    return nil
  }

  /// A file in PATH that has the name but may not be executed (D5).
  func blockedFile(_ name: String) -> String? {
    guard case .bare(let bare) = FileName(name, location: "/", resolve: { _ in nil }) else { return nil }
    return search.find(bare, path: pathValue, location: runspace.workingDirectory())?.path
  }

  private func file(at path: String, _ form: FileName.Form, _ query: CommandQuery) -> CommandInfo? {
    if let hit = literal(path, form) { return command(hit, query) }
    guard form.expandsWildcards, Wildcard.containsWildcards(path) else { return nil }
    let matches = PathPattern.expand(path).filter { PathText.isFile($0) }
    guard matches.count == 1, let hit = ExecutableSearch.probe(matches[0]) else { return nil }
    return command(hit, query)
  }

  private func literal(_ path: String, _ form: FileName.Form) -> ExecutableSearch.Hit? {
    guard let hit = ExecutableSearch.probe(path) else { return nil }
    // `.\foo` finds `foo`, but not `foo.ps1` (rule 45).
    if !form.triesScriptExtension, hit.path != path { return nil }
    return hit
  }

  func command(_ hit: ExecutableSearch.Hit, _ query: CommandQuery) -> CommandInfo? {
    let name = PathText.leaf(hit.path)
    if hit.isScript {
      guard query.kinds.contains(.externalScript), allows(query.state.scripts, hit.path, query) else { return nil }
      return ExternalScriptInfo(name, path: hit.path)
    }
    guard query.kinds.contains(.application), allows(query.state.applications, hit.path, query) else { return nil }
    return ApplicationInfo(name, path: hit.path)
  }

  /// Whether the lists of `$ExecutionContext.SessionState` allow a file to what is typed at the prompt (rule 18).
  private func allows(_ list: PSList?, _ path: String, _ query: CommandQuery) -> Bool {
    guard query.origin == .runspace, let list else { return true }
    for v in list.elements {
      guard let text = v.stringOrNil else { continue }
      if text == "*" || text == path { return true }
    }
    return false
  }

  /// A drive-qualified path as a path of the file system; nil when it is none.
  private func resolveDrive(_ path: String) -> String? { try? runspace.resolvePath(path) }
}

/// What a command name is as the name of a file.
enum FileName {
  /// How the path was written, which decides what is tried.
  struct Form {
    var triesScriptExtension = true
    var expandsWildcards = true
  }

  /// To be looked for in PATH.
  case bare(String)
  /// At this absolute path.
  case path(String, Form)
  /// Not a file.
  case none

  init(_ name: String, location: String, resolve: (String) -> String?) {
    var text = Substring(name)
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    guard let first = text.utf8.first, !text.utf8.contains(0), text.utf8.last != 0x2F else {
      self = .none
      return
    }
    let trimmed = String(text)
    if let colon = trimmed.utf8.firstIndex(of: 0x3A) {
      self = FileName.onDrive(trimmed, colon: colon, resolve: resolve)
      return
    }
    let home = Environment.get("HOME") ?? "/"
    let slashed = String(trimmed.map { $0 == "\\" ? "/" : $0 })
    let isLed = FileName.leads.contains { slashed.hasPrefix($0) }
    if first == 0x2F || isLed || first == 0x5C {
      let full = slashed.hasPrefix("~/") ? home + slashed.dropFirst(1) : slashed
      let path = PathText.isRooted(full) ? full : PathText.join(location, full)
      let hasBackslash = slashed != trimmed
      self = .path(PathText.normalise(path), Form(triesScriptExtension: !hasBackslash))
      return
    }
    if trimmed.utf8.contains(0x2F), !trimmed.utf8.contains(0x5C) {
      self = .path(PathText.normalise(PathText.join(location, trimmed)), Form(expandsWildcards: false))
      return
    }
    self = trimmed.utf8.contains(where: { $0 == 0x2F || $0 == 0x5C }) ? .none : .bare(trimmed)
  }

  private static let leads = ["./", "../", "~/"]

  /// `FileSystem::/path` and `Drive:/path`; a scope or a drive of another provider is no file.
  private static func onDrive(_ name: String, colon: String.Index, resolve: (String) -> String?) -> FileName {
    let rest = name[name.index(after: colon)...]
    let prefix = String(name[..<colon])
    if rest.hasPrefix(":") {
      guard Ordinal.hasSuffix(prefix, "FileSystem", ignoreCase: true) else { return .none }
      return .path(PathText.normalise(String(rest.dropFirst())), Form())
    }
    guard rest.utf8.first == 0x2F || rest.utf8.first == 0x5C else {
      // A colon may stand in a file name; a drive would have a separator behind it.
      return name.utf8.contains(where: { $0 == 0x2F || $0 == 0x5C }) ? .none : .bare(name)
    }
    guard let path = resolve(name), PathText.isRooted(path) else { return .none }
    return .path(path, Form())
  }
}

/// Wildcards in the last and other parts of a path.
enum PathPattern {
  /// The existing paths an absolute pattern matches, sorted.
  static func expand(_ pattern: String) -> [String] {
    var found = [""]
    for part in pattern.split(separator: "/") {
      let text = String(part)
      guard Wildcard.containsWildcards(text), let wildcard = try? Wildcard(text, ignoreCase: false) else {
        found = found.map { $0 + "/" + Wildcard.unescape(text) }
        continue
      }
      found = found.flatMap { directory -> [String] in
        let names = DirectoryNames.sorted(directory.isEmpty ? "/" : directory)
        return names.filter { wildcard.matches($0) && (!$0.hasPrefix(".") || text.hasPrefix(".")) }
          .map { directory + "/" + $0 }
      }
      if found.count > 10_000 { break }
    }
    return found.filter { FileStamp.of($0).exists }
  }
}
