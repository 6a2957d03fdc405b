/// A variable's name as written: an optional scope or drive, and the name proper.
public struct VariablePath: Hashable, Sendable {
  /// The scope named before the colon.
  public enum Scope: UInt8, Sendable {
    case unspecified, local, script, global, `private`, using, workflow, variable
  }

  /// The path without `$`, braces and escapes; without `using:` too.
  public let userPath: String
  /// The scope written before the name.
  public let scope: Scope
  /// Bytes of `userPath` up to and including the colon of a scope or drive; 0 without one.
  public let prefixLength: Int32

  /// Makes a path from the text after `$`.
  public init(_ userPath: String) {
    let parts = Self.split(userPath)
    scope = parts.scope
    if parts.scope == .using {
      self.userPath = String(userPath.utf8.dropFirst(Int(parts.length))) ?? userPath
      prefixLength = 0
    } else {
      self.userPath = userPath
      prefixLength = parts.length
    }
  }

  /// Makes a path that is known to hold no colon.
  init(plain: String) {
    userPath = plain
    scope = .unspecified
    prefixLength = 0
  }

  /// The name without scope or drive.
  public var name: String {
    prefixLength == 0 ? userPath : String(userPath.utf8.dropFirst(Int(prefixLength))) ?? userPath
  }

  /// The drive named before the colon when it is not a scope, such as `env`.
  public var driveName: String? {
    guard prefixLength > 0, scope == .unspecified else { return nil }
    return String(userPath.utf8.prefix(Int(prefixLength) - 1))
  }

  /// Whether the path names a variable rather than an item of a drive.
  public var isVariable: Bool { prefixLength == 0 || scope != .unspecified }

  /// Whether neither scope nor drive is written.
  public var isUnqualified: Bool { prefixLength == 0 }

  private static func split(_ path: String) -> (scope: Scope, length: Int32) {
    guard let colon = path.utf8.firstIndex(of: 0x3A), colon > path.utf8.startIndex else { return (.unspecified, 0) }
    let length = path.utf8.distance(from: path.utf8.startIndex, to: colon)
    let word = path.utf8.prefix(length).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    let scope: Scope
    switch String(decoding: word, as: UTF8.self) {
    case "local": scope = .local
    case "script": scope = .script
    case "global": scope = .global
    case "private": scope = .private
    case "using": scope = .using
    case "workflow": scope = .workflow
    case "variable": scope = .variable
    default: scope = .unspecified
    }
    return (scope, Int32(length + 1))
  }
}
