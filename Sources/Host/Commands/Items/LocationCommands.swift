import Basics
import Engine
import Objects
import Providers

extension Cmdlet {
  /// The one container a path names, for going there.
  func container(_ text: String, literal: Bool) throws -> ItemPath {
    let s = session
    let found = try places(text, literal: literal, force: true)
    if found.count > 1 {
      throw GuestError(
        error(
          "Argument",
          "Cannot set the location because path '\(text)' resolved to multiple containers. You can only set the "
            + "location to a single container at a time.", .InvalidArgument,
          type: "System.Management.Automation.PSArgumentException"))
    }
    guard let p = found.first else { throw Provider.notFound(text) }
    if !p.provider.isContainer(p.path, s) { throw Provider.notFound(text) }
    return p
  }
}

/// Get-Location.
final class GetLocation: Cmdlet {
  override func process() throws {
    let s = session
    if flag("Stack") || has("StackName") {
      let names = has("StackName") ? strings("StackName") : [s.stackName]
      for n in names {
        let key = n == "default" ? "" : n
        guard key.isEmpty || s.stacks[key] != nil else {
          try writeError(LocationStack.invalid("stackName", self))
          continue
        }
        try write(.object(LocationStack(key, s.stacks[key] ?? [])))
      }
      return
    }
    if has("PSDrive") {
      for n in strings("PSDrive") {
        guard let d = s.drive(n) else {
          try writeError(ProviderSession.noDrive(n).record)
          continue
        }
        try write(.object(PathInfo(s.place(of: d))))
      }
      return
    }
    if has("PSProvider") {
      for n in strings("PSProvider") {
        guard let p = s.provider(n) else {
          try writeError(ProviderSession.noProvider(n).record)
          continue
        }
        if p === s.location.provider {
          try write(.object(PathInfo(s.location)))
        } else if let d = s.visibleDrives.first(where: { $0.provider === p }) {
          try write(.object(PathInfo(s.place(of: d))))
        }
      }
      return
    }
    try write(.object(PathInfo(s.location)))
  }
}

extension ProviderSession {
  /// Where a drive is now.
  func place(of d: DriveInfo) -> ItemPath {
    guard d.provider.isHierarchical else { return ItemPath(d.provider, d, d.currentLocation) }
    return ItemPath(d.provider, d, PathParts.normalized(d.root, d.currentLocation).path)
  }
}

/// A stack of locations as Get-Location -Stack gives it.
final class LocationStack: Obj {
  let name: String
  let places: [ItemPath]
  init(_ name: String, _ places: [ItemPath]) {
    self.name = name
    self.places = places
  }
  override var typeInfo: TypeInfo { LocationStack.type }
  override func makeIterator() throws -> ValueIterator? {
    ValueIterator(places.reversed().map { .object(PathInfo($0)) })
  }

  private static let type: TypeInfo = {
    let name = "System.Management.Automation.PathInfoStack"
    Catalogue.register(name) { t in
      func me(_ v: Value) -> LocationStack? { v.asObject(LocationStack.self) }
      t.prop("int Count") { v in .int(Int32(me(v)?.places.count ?? 0)) }
      t.prop("string Name") { v in
        let n = me(v)?.name ?? ""
        return .string(n.isEmpty ? "default" : n)
      }
      t.method("object ToArray()") { v, _ in
        .array((me(v)?.places ?? []).reversed().map { .object(PathInfo($0)) })
      }
      t.method("System.Management.Automation.PathInfo Peek()") { v, _ in
        me(v)?.places.last.map { .object(PathInfo($0)) } ?? .null
      }
    }
    return Types.named(name)
  }()

  static func invalid(_ parameter: String, _ cmdlet: Cmdlet) -> ErrorRecord {
    cmdlet.error(
      "Argument",
      "Cannot process argument because the value of argument \"\(parameter)\" is not valid. Change the value of the "
        + "\"\(parameter)\" argument and run the operation again.", .InvalidArgument,
      type: "System.Management.Automation.PSArgumentException")
  }
}

/// Set-Location.
final class SetLocation: Cmdlet {
  override func process() throws {
    let s = session
    if has("StackName") {
      let n = string("StackName") ?? ""
      let key = n == "default" ? "" : n
      guard key.isEmpty || s.stacks[key] != nil else {
        return try writeError(
          error(
            "Argument", "Cannot find location stack '\(n)'. It does not exist or it is not a container.",
            .InvalidArgument, type: "System.Management.Automation.PSArgumentException"))
      }
      s.stackName = key
      return
    }
    let (texts, literal) = pathTexts
    let text = texts.first ?? s.fileSystem.home
    if !literal, text == "-" || text == "+" {
      guard s.travel(back: text == "-") else {
        let what =
          text == "-"
          ? "There is no location history left to navigate backwards."
          : "There is no location history left to navigate forwards."
        return try writeError(
          error(
            "System.InvalidOperationException", what, .InvalidOperation, type: "System.InvalidOperationException"))
      }
    } else {
      guard let p = try attempt({ try self.container(text, literal: literal || texts.isEmpty) }) else { return }
      s.remember()
      s.go(to: p)
    }
    if flag("PassThru") { try write(.object(PathInfo(s.location))) }
  }
}

/// Push-Location.
final class PushLocation: Cmdlet {
  override func process() throws {
    let s = session
    let n = string("StackName") ?? s.stackName
    let key = n == "default" ? "" : n
    let (texts, literal) = pathTexts
    var target: ItemPath?
    if let text = texts.first {
      guard let p = try attempt({ try self.container(text, literal: literal) }) else { return }
      target = p
    }
    s.stacks[key, default: []].append(s.location)
    if let target { s.go(to: target) }
    if flag("PassThru") { try write(.object(PathInfo(s.location))) }
  }
}

/// Pop-Location.
final class PopLocation: Cmdlet {
  override func process() throws {
    let s = session
    let n = string("StackName") ?? s.stackName
    let key = n == "default" ? "" : n
    if !key.isEmpty, s.stacks[key] == nil {
      return try writeError(
        error(
          "Argument", "Cannot find location stack '\(n)'. It does not exist or it is not a container.",
          .InvalidArgument, target: .string(n), type: "System.Management.Automation.PSArgumentException"))
    }
    if let p = s.stacks[key]?.popLast() {
      if s.stacks[key]?.isEmpty == true, !key.isEmpty { s.stacks[key] = nil }
      s.go(to: p)
    }
    if flag("PassThru") { try write(.object(PathInfo(s.location))) }
  }
}
