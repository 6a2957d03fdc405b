import Basics
import Engine
import Objects

/// `FileInfo` and `DirectoryInfo` objects, and the order listings have.
public enum FileItems {
  /// The object of a path.
  public static func object(_ path: String, isDirectory: Bool) throws -> Value {
    .object(FileItem(path, isDirectory: isDirectory))
  }

  /// Directories first, then files, each by name in the current culture without regard to case.
  public static func sorted(
    _ names: [(name: String, isDirectory: Bool)]
  ) -> [(name: String, isDirectory: Bool)] {
    names.sorted { a, b in
      if a.isDirectory != b.isDirectory { return a.isDirectory }
      let c = Collation.compare(a.name, b.name, ignoreCase: true)
      return c != 0 ? c < 0 : Ordinal.compare(a.name, b.name) < 0
    }
  }
}

extension ProviderSession {
  /// The object of an item with the note properties that say where it came from; nil when it is missing.
  public func object(at place: ItemPath) throws -> Value? {
    guard let v = try place.provider.item(place.path, self) else { return nil }
    return annotate(v, place)
  }

  /// Adds PSPath, PSParentPath, PSChildName, PSDrive, PSProvider and PSIsContainer.
  public func annotate(_ value: Value, _ place: ItemPath, isContainer: Bool? = nil) -> Value {
    let target: Obj
    if case .object(let o) = value { target = o } else { target = Boxed(value) }
    let bag = target.extended ?? MemberBag()
    target.extended = bag
    let provider = place.provider
    let prefix = provider.fullName + "::"
    bag.setNote(Notes.path, .string(prefix + place.path))
    if provider.isHierarchical {
      let parent = PathParts.parent(place.path)
      bag.setNote(Notes.parent, parent.isEmpty ? .string("") : .string(prefix + parent))
    }
    bag.setNote(Notes.child, .string(provider.isHierarchical ? place.leaf : place.path))
    if let d = place.drive { bag.setNote(Notes.drive, .object(d)) }
    bag.setNote(Notes.provider, .object(provider))
    bag.setNote(Notes.container, .bool(isContainer ?? provider.isContainer(place.path, self)))
    return .object(target)
  }

  private enum Notes {
    static let path = Symbol("PSPath")
    static let parent = Symbol("PSParentPath")
    static let child = Symbol("PSChildName")
    static let drive = Symbol("PSDrive")
    static let provider = Symbol("PSProvider")
    static let container = Symbol("PSIsContainer")
  }
}
