import Basics
import Engine
import Objects
import Processes

/// The providers, drives and locations of a runspace, and what paths mean there.
public final class ProviderSession {
  public unowned let runspace: Runspace
  public let fileSystem: FileSystemProvider
  public let providers: [Provider]
  /// Drives, oldest first.
  public var drives: [DriveInfo] = []
  /// Where relative paths start.
  public internal(set) var location: ItemPath
  /// Named stacks of Push-Location; the default one is the empty name.
  public var stacks: [String: [ItemPath]] = [:]
  public var stackName = ""
  /// Places gone back from and forward to by `cd -` and `cd +`.
  var past: [ItemPath] = []
  var future: [ItemPath] = []

  // One engine thread; a session lives as long as the process.
  nonisolated(unsafe) private static var sessions: [ObjectIdentifier: ProviderSession] = [:]

  /// The session of a runspace, made at the first call.
  public static func of(_ runspace: Runspace) -> ProviderSession {
    let id = ObjectIdentifier(runspace)
    if let s = sessions[id] { return s }
    let s = ProviderSession(runspace)
    sessions[id] = s
    return s
  }

  private init(_ runspace: Runspace) {
    self.runspace = runspace
    let files = FileSystemProvider()
    fileSystem = files
    files.home = Environment.get("HOME") ?? "/"
    let environment = EnvironmentProvider()
    let variables = VariableProvider()
    let functions = FunctionProvider()
    let aliases = AliasProvider()
    providers = [aliases, environment, files, functions, variables]
    let root = DriveInfo("/", files, root: "/")
    location = ItemPath(files, root, FileCalls.currentDirectory())
    var temporary = Environment.get("TMPDIR") ?? "/tmp/"
    if !temporary.hasSuffix("/") { temporary += "/" }
    drives = [
      root,
      DriveInfo(
        "Alias", aliases, root: "", description: "Drive that contains a view of the aliases stored in a session state"),
      DriveInfo(
        "Env", environment, root: "",
        description: "Drive that contains a view of the environment variables for the process"),
      DriveInfo(
        "Function", functions, root: "",
        description: "Drive that contains a view of the functions stored in a session state"),
      DriveInfo(
        "Temp", files, root: temporary,
        description: "Drive that maps to the temporary directory path for the current user"),
      DriveInfo(
        "Variable", variables, root: "",
        description: "Drive that contains a view of those variables stored in a session state"),
    ]
    root.currentLocation = String(location.path.dropFirst())
  }

  // MARK: Drives and providers

  /// Drives to be seen from the running scope, newest of a name first.
  public var visibleDrives: [DriveInfo] {
    drives.removeAll { $0.isScoped && $0.scope == nil }
    var seen: Set<CIString> = []
    var out: [DriveInfo] = []
    for d in drives.reversed() where isVisible(d) && seen.insert(CIString(d.name)).inserted { out.append(d) }
    return out.reversed()
  }

  private func isVisible(_ d: DriveInfo) -> Bool {
    guard d.isScoped else { return true }
    var s: Scope? = runspace.currentScope
    while let here = s {
      if here === d.scope { return true }
      s = here.parent
    }
    return false
  }

  /// The drive of a name, or nil.
  public func drive(_ name: String) -> DriveInfo? {
    for d in drives.reversed() where Ordinal.equalsIgnoreCase(d.name, name) && isVisible(d) {
      if d.isScoped && d.scope == nil { continue }
      return d
    }
    return nil
  }

  /// The provider of a name, with or without its module's in front.
  public func provider(_ name: String) -> Provider? {
    providers.first { Ordinal.equalsIgnoreCase($0.name, name) || Ordinal.equalsIgnoreCase($0.fullName, name) }
  }

  /// The error for a drive nobody has.
  public static func noDrive(_ name: String, id: String = "DriveNotFound") -> GuestError {
    GuestError.runtime(
      id, "Cannot find drive. A drive with the name '\(name)' does not exist.", .ObjectNotFound,
      target: .string(name), type: "System.Management.Automation.DriveNotFoundException")
  }

  /// The error for a provider nobody has.
  public static func noProvider(_ name: String) -> GuestError {
    GuestError.runtime(
      "ProviderNotFound", "Cannot find a provider with the name '\(name)'.", .ObjectNotFound, target: .string(name),
      type: "System.Management.Automation.ProviderNotFoundException")
  }

  // MARK: Location

  /// The file system directory programs start in and relative file names refer to.
  public var directory: String {
    if location.provider === fileSystem { return location.path }
    return drives.first.map { "/" + $0.currentLocation } ?? "/"
  }

  /// Goes to a place.
  public func go(to place: ItemPath) {
    location = place
    if let d = place.drive {
      d.currentLocation = place.drive === drives.first ? String(place.path.dropFirst()) : relative(place)
    }
    runspace.commandEpoch &+= 1
  }

  private func relative(_ place: ItemPath) -> String {
    guard let d = place.drive else { return place.path }
    return String(d.shown(place.path).dropFirst(d.name.utf8.count + 2))
  }

  /// Remembers where we are for `cd -`.
  public func remember() {
    past.append(location)
    if past.count > 20 { past.removeFirst() }
    future = []
  }

  /// Goes back or forward in the history of Set-Location; false when there is nowhere to go.
  public func travel(back: Bool) -> Bool {
    if back {
      guard let p = past.popLast() else { return false }
      future.append(location)
      go(to: p)
    } else {
      guard let p = future.popLast() else { return false }
      past.append(location)
      go(to: p)
    }
    return true
  }
}
