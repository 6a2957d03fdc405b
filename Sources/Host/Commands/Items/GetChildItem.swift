import Basics
import Engine
import Objects
import Providers

/// Get-ChildItem.
final class GetChildItem: Cmdlet {
  private var filter: NameFilter!
  private var attributes = AttributeTest()

  override func begin() throws {
    filter = NameFilter(self)
    attributes = try AttributeTest(self)
  }

  private var recurses: Bool { flag("Recurse") || has("Depth") }
  private var isForced: Bool { flag("Force") || attributes.asksHidden }

  override func process() throws {
    var (texts, literal) = pathTexts
    if texts.isEmpty { texts = ["."] }
    for t in texts {
      if recurses, !literal, try leafPattern(t) { continue }
      if let found = try attempt({ try self.places(t, literal: literal, force: self.isForced) }) {
        let isPattern = !literal && Wildcard.containsWildcards(t)
        for p in found { try list(p, fromPattern: isPattern) }
      }
    }
  }

  /// `dir/name -Recurse` looks for the name everywhere below the directory.
  private func leafPattern(_ text: String) throws -> Bool {
    let slashed = PathParts.slashed(text)
    let leaf = PathParts.leaf(slashed)
    guard !slashed.hasSuffix("/"), leaf != ".", leaf != "..", !leaf.isEmpty, !leaf.hasSuffix(":") else { return false }
    let isPattern = Wildcard.containsWildcards(leaf)
    guard
      let place = try? session.place(
        isPattern ? PathParts.parent(slashed).isEmpty ? "." : PathParts.parent(slashed) : text),
      place.provider.isHierarchical
    else { return false }
    if !isPattern {
      guard let f = FileCalls.facts(place.path), !f.isDirectory else { return false }
    }
    if isPattern, leaf == "*" { return false }
    let parentText = PathParts.parent(slashed)
    let parents =
      try attempt {
        try self.places(parentText.isEmpty ? (slashed.hasPrefix("/") ? "/" : ".") : parentText, literal: false)
      } ?? []
    let w = try session.pattern(leaf)
    for p in parents { try walk(p, prefix: "", depth: depthLimit, extra: w) }
    return true
  }

  private var depthLimit: Int { int("Depth") ?? Int.max }

  private func list(_ p: ItemPath, fromPattern: Bool) throws {
    let s = session
    let isContainer = p.provider.isContainer(p.path, s)
    guard isContainer else {
      if !filter.accepts(p.leaf), filter.hasPatterns || fromPattern { return }
      return try emit(
        p, ChildItem(p.leaf, isContainer: false, isHidden: p.provider.isHidden(p.path)), prefix: "",
        always: !fromPattern)
    }
    if filter.hasPatterns, !recurses {
      if fromPattern {
        if filter.acceptsPatterns(p.leaf), filter.acceptsFilter(p.leaf) {
          try emit(p, ChildItem(p.leaf, isContainer: true, isHidden: p.provider.isHidden(p.path)), prefix: "")
        }
        return
      }
      if !filter.include.isEmpty, p.provider.isHierarchical { return }
    }
    if filter.hasPatterns, recurses, p.provider.isHierarchical {
      return try walk(p, prefix: "", depth: depthLimit, extra: nil)
    }
    try listChildren(p, prefix: "", depth: recurses ? depthLimit : 0)
  }

  /// A directory's items, then those of the directories in it.
  private func listChildren(_ p: ItemPath, prefix: String, depth: Int) throws {
    guard let children = try attempt({ try p.provider.children(p.path, self.session) }) else { return }
    for c in children where isShown(c) && filter.accepts(c.name) { try emit(p.child(c.name), c, prefix: prefix) }
    guard depth > 0, p.provider.isHierarchical else { return }
    for c in children where c.isContainer && (isForced || !c.isHidden) && !isLink(p.child(c.name)) {
      try engine.checkStop()
      try listChildren(p.child(c.name), prefix: prefix + c.name + "/", depth: depth == Int.max ? depth : depth - 1)
    }
  }

  /// With -Include or -Exclude each directory's items follow it at once.
  private func walk(_ p: ItemPath, prefix: String, depth: Int, extra: Wildcard?) throws {
    guard let children = try attempt({ try p.provider.children(p.path, self.session) }) else { return }
    for c in children where isForced || !c.isHidden {
      let child = p.child(c.name)
      if filter.accepts(c.name), extra?.matches(c.name) ?? true { try emit(child, c, prefix: prefix) }
      if c.isContainer, depth > 0, !isLink(child) {
        try engine.checkStop()
        let below = depth == Int.max ? depth : depth - 1
        try walk(child, prefix: prefix + c.name + "/", depth: below, extra: extra)
      }
    }
  }

  private func isLink(_ p: ItemPath) -> Bool {
    !flag("FollowSymlink") && FileCalls.facts(p.path, followLinks: false)?.kind == .link
  }

  private func isShown(_ c: ChildItem) -> Bool { isForced || !c.isHidden }

  private func emit(_ p: ItemPath, _ c: ChildItem, prefix: String, always: Bool = false) throws {
    guard attributes.accepts(c, p) else { return }
    if flag("Name") { return try write(.string(prefix + c.name)) }
    if c.isHidden, !isForced, always {
      return try writeError(
        error(
          "ItemNotFound", "Could not find item \(p.path).", .ObjectNotFound, target: .string(p.path),
          type: "System.IO.IOException"))
    }
    let made = try attempt { () -> Value? in
      guard p.provider.isHierarchical else { return try self.itemObject(p) }
      let v = try FileItems.object(p.path, isDirectory: c.isContainer)
      return self.session.annotate(v, p, isContainer: c.isContainer)
    }
    if case .some(.some(let v)) = made { try write(v) }
  }
}

/// -File, -Directory, -Hidden, -ReadOnly, -System and -Attributes as a test.
struct AttributeTest {
  private var wantsFile = false
  private var wantsDirectory = false
  private var wantsHidden = false
  private var wantsReadOnly = false
  private var wantsSystem = false
  /// Alternatives, each a list of attributes that must or must not be there.
  private var expression: [[(name: String, negated: Bool)]] = []

  init() {}
  init(_ cmdlet: Cmdlet) throws {
    wantsFile = cmdlet.flag("File")
    wantsDirectory = cmdlet.flag("Directory")
    wantsHidden = cmdlet.flag("Hidden")
    wantsReadOnly = cmdlet.flag("ReadOnly")
    wantsSystem = cmdlet.flag("System")
    guard cmdlet.has("Attributes") else { return }
    let v = cmdlet.arg("Attributes")
    let text =
      try Operations.elements(v).map { try $0.map { try Operations.toString($0) }.joined(separator: ",") }
      ?? Operations.toString(v)
    for part in text.split(separator: ",") {
      var all: [(name: String, negated: Bool)] = []
      for atom in part.split(separator: "+") {
        var name = atom.drop { $0 == " " }
        let negated = name.hasPrefix("!")
        if negated { name = name.dropFirst().drop { $0 == " " } }
        all.append((name.split(separator: " ").first.map { $0.lowercased() } ?? "", negated))
      }
      expression.append(all)
    }
  }

  /// Whether hidden items are asked for by name.
  var asksHidden: Bool {
    wantsHidden || expression.contains { $0.contains { !$0.negated && ($0.name == "hidden" || $0.name == "h") } }
  }

  func accepts(_ c: ChildItem, _ p: ItemPath) -> Bool {
    if wantsFile && c.isContainer { return false }
    if wantsDirectory && !c.isContainer { return false }
    if wantsHidden && !c.isHidden { return false }
    if wantsSystem { return false }
    if wantsReadOnly, !has("readonly", c, p) { return false }
    if expression.isEmpty { return true }
    return expression.contains { all in all.allSatisfy { has($0.name, c, p) != $0.negated } }
  }

  private func has(_ name: String, _ c: ChildItem, _ p: ItemPath) -> Bool {
    switch name {
    case "directory", "d": return c.isContainer
    case "hidden", "h": return c.isHidden
    case "readonly", "r": return FileCalls.facts(p.path).map { $0.mode & 0o222 == 0 } ?? false
    case "reparsepoint", "l": return FileCalls.facts(p.path, followLinks: false)?.kind == .link
    case "normal": return !c.isContainer && !c.isHidden && FileCalls.facts(p.path).map { $0.mode & 0o222 != 0 } ?? false
    default: return false
    }
  }
}
