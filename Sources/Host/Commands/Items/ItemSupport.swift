import Basics
import Engine
import Objects
import Providers

/// What the commands on items share.
extension Cmdlet {
  /// Providers, drives and locations.
  var session: ProviderSession { ProviderSession.of(engine) }

  /// Runs what may fail for one item; the error is written and the next item goes on.
  ///
  /// Nothing may be written to the output inside, or errors of later commands would be caught here.
  @discardableResult
  func attempt<T>(_ body: () throws -> T) throws -> T? {
    do {
      return try body()
    } catch let e as GuestError {
      if e.record.isPreferenceStop || e.record.wasThrown { throw e }
      try writeError(e.record)
      return nil
    } catch let e as FileError {
      try writeError(FileErrors.record(e, id: FileErrors.exception(e).type, .NotSpecified))
      return nil
    }
  }

  /// The texts of -Path or -LiteralPath, and whether wildcards in them are plain characters.
  var pathTexts: (texts: [String], literal: Bool) {
    if has("LiteralPath") { return (strings("LiteralPath"), true) }
    return (strings("Path"), false)
  }

  /// The items -Path or -LiteralPath name; a missing one is an error.
  func itemPaths(mustExist: Bool = true, force: Bool? = nil) throws -> [ItemPath] {
    let (texts, literal) = pathTexts
    let filter = NameFilter(self)
    var all: [ItemPath] = []
    for t in texts {
      let found = try attempt { try self.places(t, literal: literal, mustExist: mustExist, force: force) } ?? []
      all += filter.isEmpty ? found : found.filter { filter.accepts($0.leaf) }
    }
    return all
  }

  /// The items one path names.
  func places(_ text: String, literal: Bool, mustExist: Bool = true, force: Bool? = nil) throws -> [ItemPath] {
    let s = session
    let isPattern = !literal && Wildcard.containsWildcards(text)
    let found = isPattern ? try s.glob(text, force: force ?? flag("Force")) : [try s.place(text, literal: literal)]
    if !isPattern, mustExist, let only = found.first, try !only.provider.exists(only.path, s) {
      throw Provider.notFound(only)
    }
    return found
  }

  /// A path that may not exist yet; wildcards in it must not be ambiguous.
  func targetPlace(_ text: String, literal: Bool) throws -> ItemPath { try session.place(text, literal: literal) }

  /// The object of an item with its note properties.
  func itemObject(_ place: ItemPath) throws -> Value? { try session.object(at: place) }
}

/// -Include, -Exclude and -Filter as a test of names.
struct NameFilter {
  let include: [Wildcard]
  let exclude: [Wildcard]
  let filter: FileFilter?

  init(_ cmdlet: Cmdlet) {
    include = cmdlet.strings("Include").compactMap { try? Wildcard($0) }
    exclude = cmdlet.strings("Exclude").compactMap { try? Wildcard($0) }
    filter = cmdlet.string("Filter").flatMap { $0.isEmpty ? nil : FileFilter($0) }
  }

  var isEmpty: Bool { include.isEmpty && exclude.isEmpty && filter == nil }
  var hasPatterns: Bool { !include.isEmpty || !exclude.isEmpty }

  func accepts(_ name: String) -> Bool { acceptsPatterns(name) && acceptsFilter(name) }
  func acceptsFilter(_ name: String) -> Bool { filter?.matches(name) ?? true }
  func acceptsPatterns(_ name: String) -> Bool {
    if !include.isEmpty, !include.contains(where: { $0.matches(name) }) { return false }
    return !exclude.contains { $0.matches(name) }
  }
}

/// A -Filter pattern: `*`, and `?` that also stands for nothing before a dot or the end.
struct FileFilter {
  private let pattern: [UInt16]

  init(_ text: String) { pattern = Array(CaseFold.folded(text == "*.*" ? "*" : text).utf16) }

  func matches(_ name: String) -> Bool { match(Array(CaseFold.folded(name).utf16), 0, 0) }

  private func match(_ name: [UInt16], _ n: Int, _ p: Int) -> Bool {
    var n = n
    var p = p
    while p < pattern.count {
      switch pattern[p] {
      case 0x2A:
        if p + 1 == pattern.count { return true }
        for i in n...name.count where match(name, i, p + 1) { return true }
        return false
      case 0x3F:
        if n == name.count || name[n] == 0x2E {
          p += 1
        } else {
          p += 1
          n += 1
        }
      case let c:
        if n == name.count {
          // A dot at the end of a pattern also matches a name without one.
          if c == 0x2E, p + 1 == pattern.count { return true }
          return false
        }
        if name[n] != c { return false }
        n += 1
        p += 1
      }
    }
    return n == name.count
  }
}
