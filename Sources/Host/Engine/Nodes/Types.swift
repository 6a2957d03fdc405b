import Basics
import Diagnostics
import Objects
import Syntax

/// A type as written in the source, resolved when it is first needed.
final class TypeReference {
  let name: String
  let extent: Extent
  let namespaces: [String]
  /// Whether the name was written with a dot or generic arguments; only for messages.
  private var cached: TypeInfo?

  init(_ name: TypeName, namespaces: [String]) {
    self.name = name.fullName
    extent = name.extent
    self.namespaces = namespaces
  }
  init(_ known: TypeInfo) {
    name = known.fullName
    extent = Extent(0, 0)
    namespaces = []
    cached = known
  }

  /// The type when it does not depend on where the code runs.
  var known: TypeInfo? { cached }

  @inline(__always)
  func resolve(_ f: Frame) throws -> TypeInfo {
    if let cached { return cached }
    return try find(f)
  }

  @inline(never)
  private func find(_ f: Frame) throws -> TypeInfo {
    if let t = lookUp(f.scope) { return t }
    throw notFound()
  }

  func notFound() -> GuestError {
    .runtime("TypeNotFound", "Unable to find type [\(name)].", target: .string(name))
  }

  /// The type the name means for code of a scope, or nil; types of the catalogue are remembered.
  func lookUp(_ scope: Scope) -> TypeInfo? {
    if let cached { return cached }
    var usedScript = false
    let outer = TypeResolver.scriptTypes
    TypeResolver.scriptTypes = { name in
      guard let t = scope.findType(name) else { return nil }
      usedScript = true
      return t
    }
    defer { TypeResolver.scriptTypes = outer }
    guard let t = TypeResolver.resolve(name, usingNamespaces: namespaces) else { return dynamic() }
    if !usedScript { cached = t }
    return t
  }
}

extension TypeReference {
  /// The type as the `using namespace` lines of the callers have it: for text compiled on its own.
  private func dynamic() -> TypeInfo? {
    var frame = Runspace.current?.frame
    var depth = 0
    while let f = frame, depth < 50 {
      let used = f.block.context.namespaces
      if !used.isEmpty, let t = TypeResolver.resolve(name, usingNamespaces: used) { return t }
      frame = f.caller
      depth += 1
    }
    return nil
  }
}

extension Scope {
  /// The class or enum a name means here: nearest scope first.
  func findType(_ name: String) -> TypeInfo? {
    var s: Scope? = self
    while let here = s {
      if let types = here.types, let t = types[CIString(name)] { return t }
      s = here.parent
    }
    return nil
  }
}
