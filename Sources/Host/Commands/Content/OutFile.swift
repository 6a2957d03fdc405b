import Basics
import Engine
import Formatting
import Objects
import Providers
import Serialization

/// A text file that objects are formatted into: Out-File, Tee-Object and `>`.
final class FileSink: ClosableSink {
  private let path: String
  private let encoding: TextEncoding
  private var buffer: [UInt8] = []
  private var formatter: Formatter?
  private let noNewLine: Bool
  private let runspace: Runspace

  init(
    _ runspace: Runspace, path: String, append: Bool, encoding: TextEncoding, width: Int?, noNewLine: Bool = false
  ) throws {
    self.runspace = runspace
    self.path = path
    self.noNewLine = noNewLine
    var known = encoding
    if append, let (found, _) = TextEncoding.detect(FileCalls.head(path, 4)) { known = found }
    self.encoding = known
    super.init()
    let fresh = !append || !FileCalls.exists(path)
    try FileCalls.write(path, fresh ? known.preamble : [], append: append)
    formatter = FormattingHook.make(runspace, width: (width ?? 80) + 1) { [unowned self] line in try put(line) }
  }

  private func put(_ line: String) throws {
    buffer += encoding.encode(noNewLine ? line : line + "\n")
    if buffer.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    if buffer.isEmpty { return }
    let bytes = buffer
    buffer = []
    do {
      try FileCalls.write(path, bytes, append: true)
    } catch let e as FileError {
      throw FileErrors.guest(e, id: "FileWriteError", .WriteError)
    }
  }

  override func write(_ value: Value) throws { try formatter?.write(value) }

  override func writeBytes(_ bytes: [UInt8]) throws -> Bool {
    try formatter?.finish()
    try flush()
    try FileCalls.write(path, bytes, append: true)
    return true
  }

  override func close() throws {
    try formatter?.finish()
    try flush()
  }

  /// Opens a file for a redirection.
  static func open(_ runspace: Runspace, _ text: String, _ append: Bool) throws -> ClosableSink {
    let s = ProviderSession.of(runspace)
    var place: ItemPath
    if Wildcard.containsWildcards(text) {
      let found = try s.glob(text, force: true)
      if found.count != 1 {
        let literal = try s.place(text, literal: true)
        guard found.isEmpty else {
          throw GuestError.runtime(
            "ReadWriteMultipleFilesNotSupported",
            "Cannot perform operation because the path resolved to more than one file. This command cannot operate on "
              + "multiple files.", .InvalidArgument, target: .string(text), type: "System.InvalidOperationException")
        }
        place = literal
      } else {
        place = found[0]
      }
    } else {
      place = try s.place(text)
    }
    guard place.provider.isHierarchical else { return TableSink(place, s, append) }
    do {
      return try FileSink(
        runspace, path: place.path, append: append, encoding: RedirectionEncoding.current(runspace), width: nil)
    } catch let e as FileError {
      throw FileErrors.guest(e, id: "FileOpenFailure", .OpenError, target: text)
    }
  }
}

/// A redirection to an entry of a flat store: `> Variable:x`.
final class TableSink: ClosableSink {
  private let place: ItemPath
  private let session: ProviderSession
  private let append: Bool
  private var values: [Value] = []
  init(_ place: ItemPath, _ session: ProviderSession, _ append: Bool) {
    self.place = place
    self.session = session
    self.append = append
  }
  override func write(_ value: Value) throws { values.append(value) }
  override func close() throws { try place.provider.setContent(place.path, values, append: append, session) }
}

/// Out-File.
final class OutFile: Cmdlet {
  private var sink: FileSink?

  override func begin() throws {
    let literal = has("LiteralPath")
    let text = (literal ? string("LiteralPath") : string("FilePath") ?? string("Path")) ?? ""
    guard try runtime.shouldProcess(text, "Output to File") else { return }
    sink = try FileTarget(self).open(
      text, literal: literal, append: flag("Append"), width: int("Width"), noNewLine: flag("NoNewline"))
  }
  override func process() throws {
    let v = arg("InputObject")
    if case .nothing = v { return }
    try sink?.write(v)
  }
  override func end() throws { try sink?.close() }
}

/// Opening of files for Out-File, Tee-Object, Export-Csv and their kin: -NoClobber, -Force, -Encoding.
struct FileTarget {
  let cmdlet: Cmdlet
  init(_ cmdlet: Cmdlet) { self.cmdlet = cmdlet }

  /// The one file a path names; terminating errors say what is wrong.
  func path(_ text: String, literal: Bool, append: Bool) throws -> String {
    let s = cmdlet.session
    var place = try s.place(text, literal: literal)
    if !literal, Wildcard.containsWildcards(text) {
      let found = try s.glob(text)
      if found.count > 1 {
        throw GuestError(
          cmdlet.error(
            "ReadWriteMultipleFilesNotSupported",
            "Cannot perform operation because the path resolved to more than one file. This command cannot operate on "
              + "multiple files.", .InvalidArgument, target: .string(text), type: "System.InvalidOperationException"))
      }
      guard let only = found.first else {
        throw GuestError(
          cmdlet.error(
            "FileOpenFailure",
            "Cannot perform operation because the wildcard path \(text) did not resolve to a file.", .OpenError,
            target: .string(text), type: "System.IO.FileNotFoundException"))
      }
      place = only
    }
    guard place.provider.isHierarchical else {
      throw GuestError(
        cmdlet.error(
          "ReadWriteFileNotFileSystemProvider",
          "Cannot open file because the current provider (\(place.provider.fullName)) cannot open a file.",
          .InvalidArgument, type: "System.Management.Automation.PSInvalidOperationException"))
    }
    if cmdlet.flag("NoClobber"), !append, FileCalls.exists(place.path) {
      throw GuestError(
        cmdlet.error(
          "NoClobber", "The file '\(place.path)' already exists.", .ResourceExists, target: .string(place.path),
          type: "System.IO.IOException"))
    }
    if cmdlet.flag("Force"), let f = FileCalls.facts(place.path), f.mode & 0o200 == 0 {
      try? Modes.makeWritable(place.path, f.mode)
    }
    return place.path
  }

  func open(_ text: String, literal: Bool, append: Bool, width: Int? = nil, noNewLine: Bool = false) throws -> FileSink
  {
    let p = try path(text, literal: literal, append: append)
    do {
      return try FileSink(
        cmdlet.engine, path: p, append: append, encoding: try cmdlet.textEncoding(), width: width, noNewLine: noNewLine)
    } catch let e as FileError {
      throw FileErrors.guest(e, id: "FileOpenFailure", .OpenError, target: text)
    }
  }
}

/// Tee-Object.
final class TeeObject: Cmdlet {
  private var sink: FileSink?
  private var values: [Value] = []

  override func begin() throws {
    if has("Variable") { return }
    let literal = has("LiteralPath")
    let text = (literal ? string("LiteralPath") : string("FilePath")) ?? ""
    sink = try FileTarget(self).open(text, literal: literal, append: flag("Append"))
  }
  override func process() throws {
    let v = arg("InputObject")
    if case .nothing = v { return }
    if let sink { try sink.write(v) } else { values.append(v) }
    try write(v)
  }
  override func end() throws {
    try sink?.close()
    guard let name = string("Variable") else { return }
    let variable = engine.variable(forAssignment: name, in: runtime.scope)
    var all = values
    if flag("Append") {
      let old = variable.get()
      all = (try Operations.elements(old) ?? (old.isNull ? [] : [old])) + values
    }
    try variable.set(all.count == 1 ? all[0] : .array(all))
  }
}
