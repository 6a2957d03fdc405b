import Basics
import Engine
import Objects
import Providers
import Serialization

/// A line Select-String found.
final class MatchInfo: Obj {
  var line = ""
  var lineNumber = 0
  var path = "InputStream"
  var pattern = ""
  var ignoreCase = true
  var matches: [MatchObject] = []
  var before: [String]?
  var after: [String] = []
  /// The context shown: without lines an earlier match has shown.
  var shownBefore: [String]?
  var shownAfter: [String] = []
  override var typeInfo: TypeInfo { MatchInfo.type }
  override func text() throws -> String? { text(nil) }

  var filename: String { path == "InputStream" ? path : PathParts.leaf(path) }

  /// The line with its place; paths below `directory` are shown from there.
  func text(_ directory: String?) -> String {
    func row(_ text: String, _ number: Int, _ mark: String) -> String {
      if path == "InputStream" { return mark + text }
      return mark + relative(directory) + ":\(number):" + text
    }
    guard let shown = shownBefore else { return row(line, lineNumber, "") }
    var out: [String] = []
    for (i, l) in shown.enumerated() { out.append(row(l, lineNumber - shown.count + i, "  ")) }
    out.append(row(line, lineNumber, "> "))
    for (i, l) in shownAfter.enumerated() { out.append(row(l, lineNumber + 1 + i, "  ")) }
    return out.joined(separator: "\n")
  }

  func relative(_ directory: String?) -> String {
    guard var d = directory else { return path }
    // The default view asks for paths as seen from here.
    if d == ".", let r = Runspace.current { d = ProviderSession.of(r).directory }
    let base = d.hasSuffix("/") ? d : d + "/"
    return path.hasPrefix(base) ? String(path.dropFirst(base.utf8.count)) : path
  }

  private static let type: TypeInfo = {
    let name = "Microsoft.PowerShell.Commands.MatchInfo"
    Catalogue.register(name, members)
    Catalogue.register("Microsoft.PowerShell.Commands.MatchInfoContext") { t in
      func me(_ v: Value) -> MatchContext? { v.asObject(MatchContext.self) }
      func list(_ a: [String]?) -> Value { .object(PSArray((a ?? []).map { .string($0) }, of: Types.string)) }
      t.prop("string[] PreContext") { v in list(me(v)?.info.before) }
      t.prop("string[] PostContext") { v in list(me(v)?.info.after) }
      t.prop("string[] DisplayPreContext") { v in list(me(v)?.info.shownBefore) }
      t.prop("string[] DisplayPostContext") { v in list(me(v)?.info.shownAfter) }
    }
    return Types.named(name)
  }()

  private static func members(_ t: TypeBuilder) {
    func me(_ v: Value) -> MatchInfo? { v.asObject(MatchInfo.self) }
    t.prop("bool IgnoreCase") { v in .bool(me(v)?.ignoreCase ?? true) }
    t.prop("int LineNumber") { v in .int(Int32(clamping: me(v)?.lineNumber ?? 0)) }
    t.prop("string Line") { v in .string(me(v)?.line ?? "") }
    t.prop("string Filename") { v in .string(me(v)?.filename ?? "") }
    t.prop("string Path") { v in .string(me(v)?.path ?? "") }
    t.prop("string Pattern") { v in .string(me(v)?.pattern ?? "") }
    t.prop("Microsoft.PowerShell.Commands.MatchInfoContext Context") { v in
      guard let m = me(v), m.before != nil else { return .null }
      return .object(MatchContext(m))
    }
    t.prop("System.Text.RegularExpressions.Match[] Matches") { v in
      .object(PSArray((me(v)?.matches ?? []).map { .object($0) }, of: Types.match))
    }
    t.method("string ToString()") { v, _ in .string(me(v)?.text(nil) ?? "") }
    t.method("string RelativePath(string directory)") { v, a in
      .string(me(v)?.relative(a[0].stringOrNil) ?? "")
    }
    t.method("string ToString(string directory)") { v, a in .string(me(v)?.text(a[0].stringOrNil) ?? "") }
    t.method("string ToEmphasizedString(string directory)") { v, a in .string(me(v)?.text(a[0].stringOrNil) ?? "") }
  }
}

/// The lines around a match.
final class MatchContext: Obj {
  let info: MatchInfo
  init(_ info: MatchInfo) { self.info = info }
  override var typeInfo: TypeInfo { Types.named("Microsoft.PowerShell.Commands.MatchInfoContext") }
}

/// Select-String.
final class SelectString: Cmdlet {
  private var patterns: [(text: String, regex: RegexObject?)] = []
  private var stream = Searcher()
  private var isDone = false
  private var found = false

  override func begin() throws {
    let options: RegexOptions = flag("CaseSensitive") ? [] : [.ignoreCase]
    for p in strings("Pattern") {
      if flag("SimpleMatch") {
        patterns.append((p, nil))
        continue
      }
      do {
        patterns.append((p, try RegexObject.make(p, options)))
      } catch let e as GuestError {
        try writeError(
          error(
            "InvalidRegex", "The string \(p) is not a valid regular expression: \(e.record.exception.message)",
            .InvalidArgument, target: .string(p), type: "System.ArgumentException"))
        try runtime.stopUpstream()
      }
    }
    stream = makeSearcher("InputStream")
  }

  private func makeSearcher(_ path: String) -> Searcher {
    let s = Searcher()
    s.path = path
    if has("Context") {
      let v = arg("Context")
      let sizes = (v.asObject(PSArray.self)?.elements ?? [v]).compactMap { x -> Int? in
        if case .int(let i) = x.base { return Int(i) }
        return nil
      }
      s.before = sizes.first ?? 0
      s.after = sizes.count > 1 ? sizes[1] : sizes.first ?? 0
      s.hasContext = s.before > 0 || s.after > 0
    }
    return s
  }

  override func process() throws {
    if isDone { return }
    if has("Path") || has("LiteralPath") {
      for p in try itemPaths() {
        if isDone { return }
        try search(p)
      }
      return
    }
    let input = arg("InputObject")
    if input.isNull { return }
    if let item = input.asObject(FileItem.self), !item.isDirectory {
      return try search(ItemPath(session.fileSystem, session.drives.first, item.fullPath))
    }
    try feed(try Operations.displayText(input), stream)
  }

  private func search(_ p: ItemPath) throws {
    if FileCalls.isDirectory(p.path) { return }
    guard
      let bytes = try attempt({ try FileErrors.wrap("ProcessingFile", .NotSpecified) { try FileCalls.read(p.path) } })
    else {
      return
    }
    let s = makeSearcher(p.path)
    for line in LineReader.lines(TextEncoding.decodeFile(bytes, try textEncoding())) {
      try feed(line, s)
      if isDone { return }
      if flag("List"), s.count > 0 { break }
    }
    try finish(s)
  }

  override func end() throws {
    try finish(stream)
    if flag("Quiet"), !found, !isDone { try write(.bool(false)) }
  }

  /// Looks at one line and passes on matches whose context is complete.
  private func feed(_ line: String, _ s: Searcher) throws {
    s.number += 1
    let hit = test(line)
    if s.hasContext {
      for m in s.waiting {
        m.after.append(line)
        if hit == nil, m === s.waiting.last { m.shownAfter.append(line) }
      }
    }
    if let hit {
      hit.lineNumber = s.number
      hit.path = s.path
      s.count += 1
      if flag("Quiet") {
        found = true
        isDone = true
        return try write(.bool(true))
      }
      if s.hasContext {
        hit.before = s.recent
        let unseen = s.number - 1 - s.lastShown
        hit.shownBefore = Array(s.recent.suffix(max(0, min(unseen, s.recent.count))))
        s.waiting.append(hit)
      } else {
        try emit(hit)
      }
      s.lastShown = s.number
    } else if s.hasContext, !s.waiting.isEmpty {
      s.lastShown = s.number
    }
    if s.hasContext {
      while let first = s.waiting.first, first.after.count >= s.after { try emit(s.waiting.removeFirst()) }
      s.recent.append(line)
      if s.recent.count > s.before { s.recent.removeFirst(s.recent.count - s.before) }
    }
  }

  private func finish(_ s: Searcher) throws {
    for m in s.waiting { try emit(m) }
    s.waiting = []
  }

  private func emit(_ m: MatchInfo) throws {
    if flag("Raw") { return try write(.string(m.line)) }
    try write(.object(m))
  }

  private func test(_ line: String) -> MatchInfo? {
    let info = MatchInfo()
    info.line = line
    info.ignoreCase = !flag("CaseSensitive")
    var hit = false
    for p in patterns {
      if let r = p.regex {
        let all = flag("AllMatches") && !flag("NotMatch") ? r.matches(line) : [r.match(line)].filter { $0.success }
        if !all.isEmpty {
          hit = true
          info.pattern = p.text
          if !flag("NotMatch") { info.matches = all }
          break
        }
      } else if SelectString.contains(line, p.text, ignoreCase: !flag("CaseSensitive")) {
        hit = true
        info.pattern = p.text
        break
      }
    }
    if flag("NotMatch") {
      hit.toggle()
      info.pattern = patterns.first?.text ?? ""
    }
    return hit ? info : nil
  }

  private static func contains(_ line: String, _ piece: String, ignoreCase: Bool) -> Bool {
    let a = Array((ignoreCase ? CaseFold.folded(line) : line).utf8)
    let b = Array((ignoreCase ? CaseFold.folded(piece) : piece).utf8)
    if b.isEmpty { return true }
    if a.count < b.count { return false }
    for i in 0...(a.count - b.count) where a[i] == b[0] && Array(a[i..<(i + b.count)]) == b { return true }
    return false
  }

  /// One file or the pipeline: what the context of matches needs.
  private final class Searcher {
    var path = "InputStream"
    var number = 0
    var count = 0
    var before = 0
    var after = 0
    var hasContext = false
    var recent: [String] = []
    var waiting: [MatchInfo] = []
    var lastShown = 0
  }
}
