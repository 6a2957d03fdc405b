import Basics
import Engine
import Objects
import Providers

/// Copy-Item.
final class CopyItem: Cmdlet {
  override func process() throws {
    let s = session
    let to = string("Destination") ?? "."
    guard let target = try attempt({ try self.destination(to) }) else { return }
    var options = Provider.CopyOptions()
    options.recurse = flag("Recurse")
    options.force = flag("Force")
    if has("Container") { options.container = flag("Container") }
    let filter = NameFilter(self)
    options.include = filter.include
    options.exclude = filter.exclude
    options.filter = filter.acceptsFilter
    for p in try itemPaths() {
      guard p.provider === target.provider else {
        try writeError(
          error(
            "CopyItemSourceAndDestinationNotSameProvider",
            "The source and destination paths must be in the same provider.", .InvalidArgument,
            target: .string(p.path), type: "System.Management.Automation.PSArgumentException"))
        continue
      }
      let o = p.provider.operation(.copy, p.path, target.path)
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      let made = try attempt { () -> Value? in
        let to =
          p.provider.isHierarchical && self.endsInSlash(to) && !FileCalls.isDirectory(target.path)
          ? target.path + "/" : target.path
        guard let v = try p.provider.copy(p.path, to: to, options, s) else { return nil }
        return s.annotate(v, ItemPath(target.provider, target.drive, self.copied(p, target)))
      }
      if flag("PassThru"), case .some(.some(let v)) = made { try write(v) }
    }
  }

  private func endsInSlash(_ text: String) -> Bool { text.hasSuffix("/") || text.hasSuffix("\\") }

  private func copied(_ p: ItemPath, _ target: ItemPath) -> String {
    let inside = target.provider.join(target.path, p.leaf)
    return target.provider.isHierarchical && FileCalls.exists(inside) && FileCalls.isDirectory(target.path)
      ? inside : target.path
  }

  /// A destination may hold wildcards if they name one place.
  private func destination(_ text: String) throws -> ItemPath {
    guard Wildcard.containsWildcards(text) else { return try session.place(text) }
    let found = try session.glob(text)
    if found.count == 1 { return found[0] }
    return try session.place(text, literal: true)
  }
}

/// Move-Item.
final class MoveItem: Cmdlet {
  override func process() throws {
    let s = session
    guard let target = try attempt({ try s.place(self.string("Destination") ?? ".") }) else { return }
    for p in try itemPaths() {
      guard p.provider === target.provider else {
        try writeError(
          error(
            "MoveItemSourceAndDestinationNotSameProvider",
            "The source and destination paths must be in the same provider.", .InvalidArgument,
            target: .string(p.path), type: "System.Management.Automation.PSArgumentException"))
        continue
      }
      let o = p.provider.operation(.move, p.path, target.path)
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      let wasDirectory = FileCalls.isDirectory(target.path)
      let made = try attempt { () -> Value? in
        guard let v = try p.provider.move(p.path, to: target.path, force: self.flag("Force"), s) else { return nil }
        let place = wasDirectory ? target.child(p.leaf) : target
        return s.annotate(v, place)
      }
      if flag("PassThru"), case .some(.some(let v)) = made { try write(v) }
    }
  }
}

/// Rename-Item.
final class RenameItem: Cmdlet {
  override func process() throws {
    let (texts, literal) = pathTexts
    for t in texts {
      guard let found = try attempt({ try self.places(t, literal: literal) }), let p = found.first else { continue }
      guard found.count == 1 else { continue }
      let name = string("NewName") ?? ""
      let o = p.provider.operation(.rename, p.path, name)
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      let made = try attempt { () -> Value in
        let v = try p.provider.rename(p.path, to: name, force: self.flag("Force"), self.session)
        let to =
          p.provider.isHierarchical
          ? p.provider.join(PathParts.parent(p.path), PathParts.leaf(PathParts.slashed(name))) : name
        return self.session.annotate(v, ItemPath(p.provider, p.drive, to))
      }
      if flag("PassThru"), let made { try write(made) }
    }
  }
}
