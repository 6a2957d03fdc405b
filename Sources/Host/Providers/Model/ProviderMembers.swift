import Basics
import Engine
import Objects
import Session

/// Members of drives, providers and paths as scripts see them, and `SessionState.Path` and its kin.
enum ProviderMembers {
  private static let automation = "System.Management.Automation."
  // Set once by the engine's one thread.
  nonisolated(unsafe) private static var isRegistered = false

  static func register() {
    if isRegistered { return }
    isRegistered = true
    Catalogue.register(automation + "PSDriveInfo", drive)
    Catalogue.register(automation + "ProviderInfo", provider)
    Catalogue.register(automation + "PathInfo") { t in
      func me(_ v: Value) -> ItemPath? { v.asObject(PathInfo.self)?.path }
      t.prop("System.Management.Automation.PSDriveInfo Drive") { v in me(v)?.drive.map { .object($0) } ?? .null }
      t.prop("System.Management.Automation.ProviderInfo Provider") { v in me(v).map { .object($0.provider) } ?? .null }
      t.prop("string ProviderPath") { v in .string(me(v)?.path ?? "") }
      t.prop("string Path") { v in .string(me(v)?.shown ?? "") }
    }
    registerIntrinsics()
  }

  private static func drive(_ t: TypeBuilder) {
    func me(_ v: Value) -> DriveInfo? { v.asObject(DriveInfo.self) }
    t.prop("string Name") { v in .string(me(v)?.name ?? "") }
    t.prop("System.Management.Automation.ProviderInfo Provider") { v in me(v).map { .object($0.provider) } ?? .null }
    t.prop("string Root") { v in .string(me(v)?.root ?? "") }
    t.prop(
      "string Description", { v in .string(me(v)?.descriptionText ?? "") },
      set: { me($0)?.descriptionText = $1.stringOrNil ?? "" })
    t.prop("System.Nullable[long] MaximumSize") { _ in .null }
    t.prop("pscredential Credential") { _ in .null }
    t.prop("string DisplayRoot") { v in me(v)?.displayRoot.map { .string($0) } ?? .null }
    t.prop("bool VolumeSeparatedByColon") { v in .bool(me(v)?.hasColon ?? true) }
    t.prop(
      "string CurrentLocation", { v in .string(me(v)?.currentLocation ?? "") },
      set: { me($0)?.currentLocation = $1.stringOrNil ?? "" })
  }

  private static func provider(_ t: TypeBuilder) {
    func me(_ v: Value) -> Provider? { v.asObject(Provider.self) }
    t.prop("type ImplementingType") { v in Types.named(me(v)?.implementingType ?? "System.Object").asValue }
    t.prop("string HelpFile") { _ in .string("System.Management.Automation.dll-Help.xml") }
    t.prop("string Name") { v in .string(me(v)?.name ?? "") }
    t.prop("string PSSnapIn") { _ in .null }
    t.prop("string ModuleName") { _ in .string("Microsoft.PowerShell.Core") }
    t.prop("psmoduleinfo Module") { _ in .null }
    t.prop("string Description") { _ in .string("") }
    t.prop("object Capabilities") { v in .string(me(v)?.capabilities.joined(separator: ", ") ?? "") }
    t.prop("string Home", { v in .string(me(v)?.home ?? "") }, set: { me($0)?.home = $1.stringOrNil ?? "" })
    t.prop("object Drives") { v in
      guard let p = me(v), let r = Runspace.current else { return .null }
      let all = ProviderSession.of(r).visibleDrives.filter { $0.provider === p }
      return .object(PSList(Types.arrayList, all.map { .object($0) }))
    }
    t.prop("char ItemSeparator") { _ in .char(0x2F) }
    t.prop("char AltItemSeparator") { _ in .char(0x5C) }
    t.prop("bool VolumeSeparatedByColon") { v in .bool(me(v)?.name != "FileSystem") }
  }

  // MARK: Intrinsics

  /// An object that only carries members.
  final class Intrinsics: Obj {
    private let kind: TypeInfo
    init(_ name: String) { kind = Types.named(ProviderMembers.automation + name) }
    override var typeInfo: TypeInfo { kind }
  }

  private static func session() throws -> ProviderSession {
    guard let r = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace in this thread.")
    }
    return ProviderSession.of(r)
  }

  private static func text(_ v: Value) -> String { v.isNull ? "" : (try? Operations.toString(v)) ?? "" }

  private static func registerIntrinsics() {
    Catalogue.register(automation + "PathIntrinsics", paths)
    Catalogue.register(automation + "DriveManagementIntrinsics") { t in
      t.prop("System.Management.Automation.PSDriveInfo Current") { _ in
        try session().location.drive.map { .object($0) } ?? .null
      }
      t.method("System.Management.Automation.PSDriveInfo Get(string driveName)") { _, a in
        guard let d = try session().drive(text(a[0])) else { throw ProviderSession.noDrive(text(a[0])) }
        return .object(d)
      }
      t.method("object GetAll()") { _, _ in
        .object(PSList(Types.arrayList, try session().visibleDrives.map { .object($0) }))
      }
      t.method("object GetAllForProvider(string providerName)") { _, a in
        let s = try session()
        guard let p = s.provider(text(a[0])) else { throw ProviderSession.noProvider(text(a[0])) }
        return .object(PSList(Types.arrayList, s.visibleDrives.filter { $0.provider === p }.map { .object($0) }))
      }
    }
    Catalogue.register(automation + "CmdletProviderManagementIntrinsics") { t in
      t.method("System.Management.Automation.ProviderInfo GetOne(string name)") { _, a in
        guard let p = try session().provider(text(a[0])) else { throw ProviderSession.noProvider(text(a[0])) }
        return .object(p)
      }
      t.method("object GetAll()") { _, _ in
        .object(PSList(Types.arrayList, try session().providers.map { .object($0) }))
      }
    }
    SessionExtensions.path = { _ in .object(Intrinsics("PathIntrinsics")) }
    SessionExtensions.drive = { _ in .object(Intrinsics("DriveManagementIntrinsics")) }
    SessionExtensions.provider = { _ in .object(Intrinsics("CmdletProviderManagementIntrinsics")) }
  }

  private static func paths(_ t: TypeBuilder) {
    t.prop("System.Management.Automation.PathInfo CurrentLocation") { _ in .object(PathInfo(try session().location)) }
    t.prop("System.Management.Automation.PathInfo CurrentFileSystemLocation") { _ in
      let s = try session()
      if s.location.provider === s.fileSystem { return .object(PathInfo(s.location)) }
      return .object(PathInfo(ItemPath(s.fileSystem, s.drives.first, s.directory)))
    }
    t.method("System.Management.Automation.PathInfo SetLocation(string path)") { _, a in
      let s = try session()
      let p = try s.place(text(a[0]))
      guard try p.provider.exists(p.path, s) else { throw Provider.notFound(p.path) }
      s.go(to: p)
      return .object(PathInfo(p))
    }
    t.method("string GetUnresolvedProviderPathFromPSPath(string path)") { _, a in
      .string(try session().place(text(a[0])).path)
    }
    t.method("object GetResolvedPSPathFromPSPath(string path)") { _, a in
      let s = try session()
      let found = try s.glob(text(a[0]))
      if let only = found.first, found.count == 1, try !only.provider.exists(only.path, s) {
        throw Provider.notFound(only.path)
      }
      return .object(PSList(Types.arrayList, found.map { .object(PathInfo($0)) }))
    }
    t.method("string Combine(string parent, string child)") { _, a in
      let parent = text(a[0])
      return .string(parent.hasSuffix("/") ? parent + text(a[1]) : parent + "/" + text(a[1]))
    }
    t.method("string ParseParent(string path, string root)") { _, a in .string(PathParts.parent(text(a[0]))) }
    t.method("string ParseChildName(string path)") { _, a in .string(PathParts.leaf(PathParts.slashed(text(a[0])))) }
    t.method("bool IsValid(string path)") { _, a in .bool(!text(a[0]).isEmpty) }
    t.method("bool IsProviderQualified(string path)") { _, a in .bool(text(a[0]).contains("::")) }
    t.method("string NormalizeRelativePath(string path, string basePath)") { _, a in
      let full = PathParts.slashed(text(a[0]))
      let base = text(a[1])
      return .string(full.hasPrefix(base + "/") ? String(full.dropFirst(base.utf8.count + 1)) : full)
    }
    t.method("bool IsPSAbsolute(string path, ref string driveName)") { _, a in
      let p = PathParts.slashed(text(a[0]))
      let colon = ProviderSession.driveColon(p)
      if let r = a[1].asObject(PSReference.self) {
        try r.set(.string(colon.map { String(p[..<$0]) } ?? (p.hasPrefix("/") ? "/" : "")))
      }
      return .bool(colon != nil || p.hasPrefix("/"))
    }
  }
}
