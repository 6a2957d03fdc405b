import Basics
import Engine
import Objects

/// What a path means: provider, drive, where it starts, and the rest, which may hold wildcards.
struct RawPath {
  let provider: Provider
  let drive: DriveInfo?
  /// The literal part paths start from.
  let base: String
  let rest: String
}

extension ProviderSession {
  /// Takes a path apart without looking at items.
  func raw(_ text: String) throws -> RawPath {
    if let at = Self.doubleColon(text) {
      let name = String(text[..<at])
      guard let p = provider(name) else { throw Self.noProvider(name) }
      let path = String(text[text.index(at, offsetBy: 2)...])
      guard p.isHierarchical else { return RawPath(provider: p, drive: nil, base: "", rest: path) }
      let slashed = PathParts.slashed(path)
      if slashed.hasPrefix("/") { return RawPath(provider: p, drive: nil, base: "/", rest: slashed) }
      return RawPath(provider: p, drive: nil, base: directory, rest: slashed)
    }
    let slashed = PathParts.slashed(text)
    if slashed == "~" || slashed.hasPrefix("~/"), location.provider.isHierarchical {
      let drive = drives.first
      return RawPath(
        provider: fileSystem, drive: location.drive == nil ? nil : drive, base: fileSystem.home,
        rest: String(slashed.dropFirst()))
    }
    if slashed.hasPrefix("/") {
      if location.provider.isHierarchical || slashed.utf8.first == text.utf8.first {
        return RawPath(provider: fileSystem, drive: drives.first, base: "/", rest: slashed)
      }
      return RawPath(provider: location.provider, drive: location.drive, base: "", rest: String(slashed.dropFirst()))
    }
    if let colon = Self.driveColon(slashed) {
      let name = String(slashed[..<colon])
      guard let d = drive(name) else { throw Self.noDrive(name) }
      var rest = String(slashed[slashed.index(after: colon)...])
      guard d.provider.isHierarchical else {
        if rest.hasPrefix("/") { rest.removeFirst() }
        return RawPath(provider: d.provider, drive: d, base: "", rest: rest)
      }
      let root = d.root == "/" ? "" : d.root.hasSuffix("/") ? String(d.root.dropLast()) : d.root
      if rest.hasPrefix("/") || d.currentLocation.isEmpty {
        return RawPath(provider: d.provider, drive: d, base: root.isEmpty ? "/" : root, rest: rest)
      }
      return RawPath(provider: d.provider, drive: d, base: root + "/" + d.currentLocation, rest: rest)
    }
    if location.provider.isHierarchical {
      return RawPath(provider: location.provider, drive: location.drive, base: location.path, rest: slashed)
    }
    return RawPath(
      provider: location.provider, drive: location.drive, base: "",
      rest: slashed == "." || slashed == ".." ? "" : slashed.hasPrefix("./") ? String(slashed.dropFirst(2)) : slashed)
  }

  private static func doubleColon(_ text: String) -> String.Index? {
    var last: String.Index?
    for i in text.utf8.indices where text.utf8[i] == 0x3A {
      if let l = last, text.utf8.index(after: l) == i { return l }
      last = i
    }
    return nil
  }

  /// The colon after a drive's name: none of the characters before it may be a slash.
  static func driveColon(_ text: String) -> String.Index? {
    guard let colon = text.utf8.firstIndex(of: 0x3A), colon != text.utf8.startIndex else { return nil }
    if text.utf8[..<colon].contains(0x2F) { return nil }
    return colon
  }

  /// The place a path names; back ticks in it escape unless it is literal.
  public func place(_ text: String, literal: Bool = false) throws -> ItemPath {
    let r = try raw(text)
    let rest = literal || !r.rest.utf8.contains(0x60) ? r.rest : Wildcard.unescape(r.rest)
    guard r.provider.isHierarchical else { return ItemPath(r.provider, r.drive, rest) }
    return ItemPath(r.provider, r.drive, try absolute(r, rest))
  }

  private func absolute(_ r: RawPath, _ rest: String) throws -> String {
    let root = r.drive.map { $0.hasColon ? $0.root : "/" } ?? "/"
    let n = PathParts.normalized(r.base, rest, root: root)
    if n.escapes {
      let base = root.hasSuffix("/") ? String(root.dropLast()) : root
      let asked = rest.hasPrefix("/") ? base + rest : base + "/" + rest
      throw GuestError.runtime(
        "System.Management.Automation.PSArgumentException",
        "The path '\(asked)' referred to an item that was outside the base '\(base)'.", .InvalidArgument,
        target: .string(asked), type: "System.Management.Automation.PSArgumentException")
    }
    return n.path
  }

  /// The places a path with wildcards stands for; one without them is taken as it is, there or not.
  public func glob(_ text: String, force: Bool = false) throws -> [ItemPath] {
    guard Wildcard.containsWildcards(text) else { return [try place(text)] }
    let r = try raw(text)
    guard Wildcard.containsWildcards(r.rest) else { return [try place(text)] }
    guard r.provider.isHierarchical else {
      let w = try pattern(r.rest)
      return try r.provider.children("", self).filter { w.matches($0.name) }.map {
        ItemPath(r.provider, r.drive, $0.name)
      }
    }
    return try expand(r, force)
  }

  /// A wildcard of a path; a bad one is a guest error.
  public func pattern(_ text: String) throws -> Wildcard { try Operations.wildcard(text, true) }

  private func expand(_ r: RawPath, _ force: Bool) throws -> [ItemPath] {
    var here = [PathParts.normalized(r.base, "").path]
    let parts = PathParts.parts(r.rest)
    var sawPattern = false
    for (i, part) in parts.enumerated() {
      let isLast = i == parts.count - 1
      if Wildcard.containsWildcards(part) {
        sawPattern = true
        let w = try pattern(part)
        var next: [String] = []
        for p in here where r.provider.isContainer(p, self) {
          for c in try r.provider.children(p, self) {
            if c.isHidden && !force || !w.matches(c.name) { continue }
            if !isLast && !c.isContainer { continue }
            next.append(r.provider.join(p, c.name))
          }
        }
        here = next
      } else {
        let literal = part.utf8.contains(0x60) ? Wildcard.unescape(part) : part
        here = here.map { PathParts.normalized($0, literal).path }
        if sawPattern { here = try here.filter { try r.provider.exists($0, self) } }
      }
      if here.isEmpty { return [] }
    }
    return here.map { ItemPath(r.provider, r.drive, $0) }
  }
}
