import Basics
import Engine
import Objects
import Providers
import Serialization

/// Set-Content and Add-Content.
class WriteContent: Cmdlet {
  var appends: Bool { false }
  private var targets: [Target]?

  /// One open file or table entry.
  private final class Target {
    let place: ItemPath
    var bytes: [UInt8] = []
    var values: [Value] = []
    init(_ place: ItemPath) { self.place = place }
  }

  private func open() throws -> [Target] {
    if let t = targets { return t }
    var all: [Target] = []
    let (texts, literal) = pathTexts
    let filter = NameFilter(self)
    for t in texts {
      let found = try attempt { try self.places(t, literal: literal, mustExist: false) } ?? []
      for p in found where filter.isEmpty || filter.accepts(p.leaf) {
        let o = appends ? "Add Content" : "Set Content"
        guard try runtime.shouldProcess("Path: \(p.path)", o) else { continue }
        guard try attempt({ try self.prepare(p) }) != nil else { continue }
        all.append(Target(p))
      }
    }
    targets = all
    return all
  }

  private func prepare(_ p: ItemPath) throws {
    guard p.provider.isHierarchical else { return }
    if FileCalls.isDirectory(p.path) {
      throw GuestError(
        appends
          ? contentError(
            "GetContentWriterUnauthorizedAccessError", "Access to the path '\(p.path)' is denied.", .PermissionDenied,
            p,
            "System.UnauthorizedAccessException")
          : contentError(
            "System.NotSupportedException",
            "Unable to clear content of '\(p.path)' because it is a directory. Clear-Content is only supported on files.",
            .NotSpecified, p, "System.NotSupportedException"))
    }
    if !FileCalls.isDirectory(PathParts.parent(p.path)), PathParts.parent(p.path) != "" {
      throw GuestError(
        contentError(
          "GetContentWriterDirectoryNotFoundError", "Could not find a part of the path '\(p.path)'.", .ObjectNotFound,
          p,
          "System.IO.DirectoryNotFoundException"))
    }
    if flag("Force"), let f = FileCalls.facts(p.path), f.mode & 0o200 == 0 { try Modes.makeWritable(p.path, f.mode) }
    let encoding = try encoding(for: p)
    try FileErrors.wrap("GetContentWriterUnauthorizedAccessError", .PermissionDenied) {
      if !appends || !FileCalls.exists(p.path) {
        try FileCalls.write(p.path, flag("AsByteStream") ? [] : encoding.preamble)
      } else {
        try FileCalls.write(p.path, [], append: true)
      }
    }
  }

  private var known: [String: TextEncoding] = [:]

  /// The encoding asked for, or the one the file to append to has.
  private func encoding(for p: ItemPath) throws -> TextEncoding {
    if let e = known[p.path] { return e }
    var e = try textEncoding()
    if appends, !has("Encoding"), let (found, _) = TextEncoding.detect(FileCalls.head(p.path, 4)) { e = found }
    known[p.path] = e
    return e
  }

  override func process() throws {
    let value = arg("Value")
    if case .nothing = value { return }
    for t in try open() {
      if t.place.provider.isHierarchical {
        try add(value, to: t)
        if t.bytes.count > 1 << 16 { try flush(t) }
      } else {
        t.values += try Operations.elements(value) ?? [value]
      }
    }
    if flag("PassThru") { try writeEnumerated(value) }
  }

  private func add(_ value: Value, to t: Target) throws {
    if let items = try Operations.enumerate(value) {
      while let v = try items.next() { try add(v, to: t) }
      return
    }
    if value.isNull { return }
    if flag("AsByteStream") {
      guard case .scalar(.byte, let b) = value.base else {
        throw GuestError(
          error(
            "Argument",
            "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.",
            .InvalidArgument, type: "System.Management.Automation.PSArgumentException"))
      }
      t.bytes.append(UInt8(truncatingIfNeeded: b))
      return
    }
    let encoding = try encoding(for: t.place)
    t.bytes += encoding.encode(try Operations.displayText(value))
    if !flag("NoNewline") { t.bytes += encoding.encode("\n") }
  }

  private func flush(_ t: Target) throws {
    try attempt {
      try FileErrors.wrap("GetContentWriterIOError", .WriteError) {
        try FileCalls.write(t.place.path, t.bytes, append: true)
      }
    }
    t.bytes = []
  }

  override func end() throws {
    for t in targets ?? [] {
      if t.place.provider.isHierarchical {
        if !t.bytes.isEmpty { try flush(t) }
      } else {
        try attempt { try t.place.provider.setContent(t.place.path, t.values, append: self.appends, self.session) }
      }
    }
  }
}

/// Set-Content.
final class SetContent: WriteContent {}

/// Add-Content.
final class AddContent: WriteContent { override var appends: Bool { true } }

/// Clear-Content.
final class ClearContent: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard try runtime.shouldProcess("Item: \(p.path)", "Clear Content") else { continue }
      try attempt {
        guard p.provider.isHierarchical else {
          return try p.provider.clear(p.path, force: self.flag("Force"), self.session)
        }
        if FileCalls.isDirectory(p.path) {
          throw GuestError(
            self.contentError(
              "ClearDirectoryContent",
              "Unable to clear content of '\(p.path)' because it is a directory. Clear-Content is only supported on files.",
              .InvalidOperation, p, "System.NotSupportedException"))
        }
        try FileErrors.wrap("ClearContentIOError", .WriteError) { try FileCalls.write(p.path, []) }
      }
    }
  }
}

extension Operations {
  /// The text of a value as content and string formats show it: in the current culture.
  static func displayText(_ v: Value) throws -> String {
    if case .string(let s) = v.base { return s }
    if v.asObject(PSCustomObject.self) != nil { return try toString(v) }
    return try displayString(v)
  }
}
