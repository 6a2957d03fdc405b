import Basics
import Engine
import Objects

/// A child of a container, as listings and wildcards need it.
public struct ChildItem {
  public let name: String
  public let isContainer: Bool
  /// Shown only with -Force.
  public let isHidden: Bool
  public init(_ name: String, isContainer: Bool = false, isHidden: Bool = false) {
    self.name = name
    self.isContainer = isContainer
    self.isHidden = isHidden
  }
}

/// A store of items that paths name: files, variables, functions.
///
/// Paths here are the provider's own: absolute file paths, or names without a drive. What a store cannot
/// do it refuses with PowerShell's `NotSupported`.
open class Provider: Obj {
  public let name: String
  public let implementingType: String
  public let capabilities: [String]
  /// What `~` means.
  public var home = ""
  /// Whether paths have several parts.
  public var isHierarchical: Bool { false }

  public init(_ name: String, implementingType: String, capabilities: [String]) {
    self.name = name
    self.implementingType = "Microsoft.PowerShell.Commands." + implementingType
    self.capabilities = capabilities
  }

  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.ProviderInfo") }
  public override func text() throws -> String? { fullName }
  /// The name with the module's in front.
  public var fullName: String { "Microsoft.PowerShell.Core\\" + name }

  // MARK: Items

  /// Whether there is an item; hidden ones too.
  open func exists(_ path: String, _ s: ProviderSession) throws -> Bool { false }
  open func isContainer(_ path: String, _ s: ProviderSession) -> Bool { path.isEmpty }
  /// Whether the item needs -Force to be got.
  open func isHidden(_ path: String) -> Bool { false }
  /// The object of an item, or nil.
  open func item(_ path: String, _ s: ProviderSession) throws -> Value? { nil }
  /// The children of a container, in listing order.
  open func children(_ path: String, _ s: ProviderSession) throws -> [ChildItem] { [] }
  /// The path of a child.
  open func join(_ parent: String, _ child: String) -> String { parent.isEmpty ? child : parent + "/" + child }

  /// Makes an item and gives its object.
  open func new(_ path: String, type: String?, value: Value?, force: Bool, _ s: ProviderSession) throws -> Value {
    throw Provider.notSupported()
  }
  /// Changes the value of an item and gives its object.
  open func set(_ path: String, _ value: Value, force: Bool, _ s: ProviderSession) throws -> Value {
    throw Provider.notSupported()
  }
  open func clear(_ path: String, force: Bool, _ s: ProviderSession) throws { throw Provider.notSupported() }
  open func remove(_ path: String, recurse: Bool, force: Bool, _ s: ProviderSession) throws {
    throw Provider.notSupported()
  }
  open func rename(_ path: String, to name: String, force: Bool, _ s: ProviderSession) throws -> Value {
    throw Provider.notSupported()
  }
  open func copy(_ path: String, to target: String, _ options: CopyOptions, _ s: ProviderSession) throws -> Value? {
    throw Provider.notSupported()
  }
  open func move(_ path: String, to target: String, force: Bool, _ s: ProviderSession) throws -> Value? {
    throw Provider.notSupported()
  }

  // MARK: Content

  /// The content of an item that is no file: a list of values.
  open func content(_ path: String, _ s: ProviderSession) throws -> [Value] { throw Provider.notSupported() }
  /// Replaces the content of an item that is no file.
  open func setContent(_ path: String, _ values: [Value], append: Bool, _ s: ProviderSession) throws {
    throw Provider.notSupported()
  }

  /// The words of -WhatIf for an operation, and the resource it names.
  open func operation(_ verb: Verb, _ path: String, _ extra: String) -> (target: String, action: String) {
    switch verb {
    case .new: return ("Item: \(path) Type: \(extra)", "New Item")
    case .set: return ("Item: \(path) Value: \(extra)", "Set Item")
    case .clear: return ("Item: \(path)", "Clear Item")
    case .remove: return ("Item: \(path)", "Remove Item")
    case .rename: return ("Item: \(path) Destination: \(extra)", "Rename Item")
    case .copy: return ("Item: \(path) Destination: \(extra)", "Copy Item")
    case .move: return ("Item: \(path) Destination: \(extra)", "Move Item")
    }
  }

  /// What is done to an item.
  public enum Verb: Sendable { case new, set, clear, remove, rename, copy, move }

  /// How an item is copied.
  public struct CopyOptions {
    public var recurse = false
    public var force = false
    public var container = true
    /// Patterns of names that are left out, or alone are copied, below the first level.
    public var include: [Wildcard] = []
    public var exclude: [Wildcard] = []
    public var filter: (String) -> Bool = { _ in true }
    public init() {}
  }

  /// The error of an operation the store lacks.
  public static func notSupported() -> GuestError {
    GuestError.runtime(
      "NotSupported",
      "Provider operation stopped because the provider does not support this operation.", .NotImplemented,
      type: "System.Management.Automation.PSNotSupportedException")
  }

  /// The error for a place nobody has.
  public static func notFound(_ place: ItemPath) -> GuestError {
    notFound(place.provider.isHierarchical ? place.path : place.shown)
  }

  /// The error for a path nobody has.
  public static func notFound(_ path: String) -> GuestError {
    GuestError.runtime(
      "PathNotFound", "Cannot find path '\(path)' because it does not exist.", .ObjectNotFound, target: .string(path),
      type: "System.Management.Automation.ItemNotFoundException")
  }
}

/// A drive: a name for a place of a provider.
public final class DriveInfo: Obj {
  public let name: String
  public let provider: Provider
  public let root: String
  public var descriptionText: String
  /// Where the drive is now, relative to its root.
  public var currentLocation = ""
  public var displayRoot: String?
  /// The scope it lives in; nil for drives of the session.
  public weak var scope: Scope?
  public let isScoped: Bool

  public init(_ name: String, _ provider: Provider, root: String, description: String = "", scope: Scope? = nil) {
    self.name = name
    self.provider = provider
    self.root = root
    descriptionText = description
    self.scope = scope
    isScoped = scope != nil
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PSDriveInfo") }
  public override func text() throws -> String? { name }
  /// Whether its name is written with a colon: all but `/`.
  public var hasColon: Bool { name != "/" }

  /// The path shown for a place of the drive.
  public func shown(_ path: String) -> String {
    guard hasColon else { return path }
    var rest = Substring(path)
    if provider.isHierarchical {
      let base = root.hasSuffix("/") ? String(root.dropLast()) : root
      if path == base { rest = "" } else if path.hasPrefix(base + "/") { rest = path.dropFirst(base.utf8.count + 1) }
    }
    return name + ":/" + rest
  }
}

/// A path as `Get-Location` and `Resolve-Path` give it.
public final class PathInfo: Obj {
  public let path: ItemPath
  public init(_ path: ItemPath) { self.path = path }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PathInfo") }
  public override func text() throws -> String? { path.shown }
}

/// A path that names one place: provider, drive it was written with, and the provider's own path.
public struct ItemPath {
  public let provider: Provider
  public let drive: DriveInfo?
  public let path: String

  public init(_ provider: Provider, _ drive: DriveInfo?, _ path: String) {
    self.provider = provider
    self.drive = drive
    self.path = path
  }
  /// The path as people write it.
  public var shown: String { drive?.shown(path) ?? qualified }
  /// `Provider::path`.
  public var qualified: String { provider.fullName + "::" + path }
  /// The last part.
  public var leaf: String { PathParts.leaf(path) }
  /// The place of a child.
  public func child(_ name: String) -> ItemPath { ItemPath(provider, drive, provider.join(path, name)) }
}
