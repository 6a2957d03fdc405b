import Basics
import Engine
import Glibc
import Objects
import Providers

/// Test-Path.
final class TestPath: Cmdlet {
  override func process() throws {
    let (texts, literal) = pathTexts
    let raw = arg(literal ? "LiteralPath" : "Path")
    let elements = try Operations.elements(raw) ?? [raw]
    if raw.isNull || elements.isEmpty {
      return try writeError(
        error(
          "NullPathNotPermitted",
          "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
          .InvalidArgument, type: "System.ArgumentNullException"))
    }
    for (i, t) in texts.enumerated() {
      if i < elements.count, elements[i].isNull {
        try writeError(
          error(
            "NullPathNotPermitted",
            "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
            .InvalidArgument, type: "System.ArgumentNullException"))
        continue
      }
      if t.allSatisfy({ $0 == " " || $0 == "\t" }) {
        try write(.bool(false))
        continue
      }
      let r = flag("IsValid") ? try isValid(t) : try attempt { try self.test(t, literal) } ?? false
      try write(.bool(r))
    }
  }

  private func isValid(_ text: String) throws -> Bool {
    if text.isEmpty || text.utf8.contains(0) { return false }
    do {
      _ = try session.place(text, literal: true)
      return true
    } catch is GuestError {
      return false
    }
  }

  private func test(_ text: String, _ literal: Bool) throws -> Bool {
    let s = session
    let found: [ItemPath]
    do {
      found = try places(text, literal: literal, mustExist: false, force: true)
    } catch let e as GuestError where ["DriveNotFound", "ProviderNotFound"].contains(e.record.errorId) {
      return false
    }
    let filter = NameFilter(self)
    for p in found {
      guard try p.provider.exists(p.path, s) else { continue }
      if filter.hasPatterns, !filter.acceptsPatterns(p.leaf) { continue }
      let isContainer = p.provider.isContainer(p.path, s)
      switch (string("PathType") ?? "Any").lowercased() {
      case "leaf" where isContainer: continue
      case "container" where !isContainer: continue
      default: break
      }
      if try !isInTime(p) { continue }
      return true
    }
    return false
  }

  private func isInTime(_ p: ItemPath) throws -> Bool {
    guard has("OlderThan") || has("NewerThan"), let f = FileCalls.facts(p.path) else { return true }
    let ticks = DateTimeObject.unixEpochTicks + Int64(f.modified.tv_sec) * 10_000_000 + Int64(f.modified.tv_nsec) / 100
    if let d = arg("OlderThan").asObject(DateTimeObject.self), ticks >= d.toUniversal().ticks { return false }
    if let d = arg("NewerThan").asObject(DateTimeObject.self), ticks <= d.toUniversal().ticks { return false }
    return true
  }
}

/// Resolve-Path.
final class ResolvePath: Cmdlet {
  override func process() throws {
    let here = session.location
    if let b = string("RelativeBasePath") {
      guard let base = try attempt({ try self.places(b, literal: false).first }) ?? nil else { return }
      session.go(to: base)
    }
    defer { if session.location.path != here.path { session.go(to: here) } }
    for p in try itemPaths() {
      if flag("Relative") { try write(.string(try relative(p))) } else { try write(.object(PathInfo(p))) }
    }
  }

  private func relative(_ p: ItemPath) throws -> String { RelativePath.make(p.path, session.location.path) }
}

/// A path written from another one.
enum RelativePath {
  static func make(_ path: String, _ base: String) -> String {
    let a = PathParts.parts(path)
    let b = PathParts.parts(base)
    var common = 0
    while common < a.count, common < b.count, a[common] == b[common] { common += 1 }
    if common == b.count {
      let rest = a[common...].joined(separator: "/")
      return rest.isEmpty ? (b.isEmpty ? "." : "../" + (b.last ?? "")) : "./" + rest
    }
    let up = Array(repeating: "..", count: b.count - common)
    return (up + a[common...]).joined(separator: "/")
  }
}

/// Convert-Path.
final class ConvertPath: Cmdlet {
  override func process() throws {
    for p in try itemPaths(force: true) { try write(.string(p.path)) }
  }
}

/// Join-Path.
final class JoinPath: Cmdlet {
  override func process() throws {
    let children = [string("ChildPath") ?? ""] + strings("AdditionalChildPath")
    for parent in strings("Path") {
      guard let joined = try attempt({ try self.join(parent, children) }) else { continue }
      guard flag("Resolve") else {
        try write(.string(joined))
        continue
      }
      let found = try attempt { try self.places(joined, literal: false) } ?? []
      for p in found { try write(.string(p.drive == nil ? p.path : p.shown)) }
    }
  }

  private func join(_ parent: String, _ children: [String]) throws -> String {
    var result = PathParts.slashed(parent)
    if let colon = result.utf8.firstIndex(of: 0x3A), !result.contains("::"), !result.utf8[..<colon].contains(0x2F),
      colon != result.utf8.startIndex
    {
      let name = String(result[..<colon])
      if session.drive(name) == nil { throw ProviderSession.noDrive(name) }
    }
    for c in children {
      let child = PathParts.slashed(c)
      let rest = child.drop { $0 == "/" }
      if result.hasSuffix("/") { result += rest } else { result += "/" + rest }
    }
    return result
  }
}

/// Split-Path.
final class SplitPath: Cmdlet {
  override func process() throws {
    let (texts, literal) = pathTexts
    for t in texts {
      if flag("Resolve") {
        let found = try attempt { try self.places(t, literal: literal) } ?? []
        for p in found { try split(p.shown) }
      } else {
        try split(t)
      }
    }
  }

  /// The drive or provider in front, with its colons.
  private func qualifier(_ p: String) -> String? {
    if let r = p.range(of: "::") { return String(p[..<r.upperBound]) }
    guard let colon = p.utf8.firstIndex(of: 0x3A), colon != p.utf8.startIndex, !p.utf8[..<colon].contains(0x2F) else {
      return nil
    }
    return String(p[...colon])
  }

  private func split(_ given: String) throws {
    let q = qualifier(given)
    let raw = q.map { String(given.dropFirst($0.utf8.count)) } ?? given
    if flag("Qualifier") { return try writeQualifier(q, given) }
    if flag("NoQualifier") { return try write(.string(raw)) }
    let rest = PathParts.slashed(raw)
    let p = (q ?? "") + rest
    if flag("IsAbsolute") { return try write(.bool(q != nil || p.hasPrefix("/"))) }
    if flag("Leaf") { return try write(.string(leaf(p))) }
    if flag("LeafBase") {
      let l = leaf(p)
      return try write(.string(String(l.dropLast(dotted(l).utf8.count))))
    }
    if flag("Extension") { return try write(.string(dotted(leaf(p)))) }
    try parent(p, q, rest)
  }

  private func writeQualifier(_ q: String?, _ p: String) throws {
    if let q { return try write(.string(q)) }
    try writeError(
      error(
        "ParsePathFormatError", "Cannot parse path because path '\(p)' does not have a qualifier specified.",
        .InvalidArgument, target: .string(p), type: "System.FormatException"))
  }

  private func leaf(_ p: String) -> String { p == "/" ? "" : PathParts.leaf(p) }
  private func dotted(_ name: String) -> String { PathParts.fileExtension(name) }

  private func parent(_ p: String, _ q: String?, _ rest: String) throws {
    if p == "/" {
      return try writeError(
        error(
          "Argument",
          "Cannot process argument because the value of argument \"path\" is not valid. Change the value of the \"path\" "
            + "argument and run the operation again.", .InvalidArgument,
          type: "System.Management.Automation.PSArgumentException"))
    }
    let parts = PathParts.parts(rest)
    guard let q else { return try write(.string(parts.count <= 1 ? "" : PathParts.parent(p))) }
    if parts.count <= 1 { return try write(.string(rest.hasPrefix("/") && !parts.isEmpty ? q + "/" : "")) }
    try write(.string(q + PathParts.parent(rest)))
  }
}

extension String {
  /// The place of a piece of text, or nil.
  fileprivate func range(of piece: String) -> Range<String.Index>? {
    let p = Array(piece.utf8)
    let u = utf8
    var i = u.startIndex
    while i < u.endIndex {
      var j = i
      var k = 0
      while k < p.count, j < u.endIndex, u[j] == p[k] {
        j = u.index(after: j)
        k += 1
      }
      if k == p.count { return i..<j }
      i = u.index(after: i)
    }
    return nil
  }
}
