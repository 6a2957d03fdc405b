import Basics
import Engine
import Objects
import Providers
import Serialization
import Session

/// ConvertFrom-StringData: `name = value` lines as a hashtable.
final class ConvertFromStringData: Cmdlet {
  override func process() throws {
    let table = PSDictionary()
    let delimiter: Character
    if case .char(let c) = arg("Delimiter").base {
      delimiter = String(decoding: [c], as: UTF16.self).first ?? "="
    } else {
      delimiter = "="
    }
    for raw in LineReader.lines(string("StringData") ?? "") {
      let line = StringData.trim(raw)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let at = line.firstIndex(of: delimiter) else {
        throw GuestError(
          error(
            "InvalidOperation", "Data line '\(raw)' is not in 'name=value' format.", .InvalidOperation,
            type: "System.Management.Automation.PSInvalidOperationException"))
      }
      let name = StringData.unescape(StringData.trim(String(line[..<at])))
      let value = StringData.unescape(StringData.trim(String(line[line.index(after: at)...])))
      if table.get(name) != nil {
        throw GuestError(
          error(
            "InvalidOperation",
            "Data item '\(name)' in line '\(raw)' is already defined.", .InvalidOperation,
            type: "System.Management.Automation.PSInvalidOperationException"))
      }
      table.set(name, .string(value))
    }
    try write(.object(table))
  }
}

/// Text of `name = value` data.
enum StringData {
  static func trim(_ s: String) -> String {
    var r = Substring(s)
    while let f = r.first, f.isWhitespace { r = r.dropFirst() }
    while let l = r.last, l.isWhitespace { r = r.dropLast() }
    return String(r)
  }

  /// Back slashes as a regular expression reads them.
  static func unescape(_ s: String) -> String {
    guard s.contains("\\") else { return s }
    return (try? RegexObject.unescape(s)) ?? s
  }
}

/// Import-PowerShellDataFile.
final class ImportPowerShellDataFile: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard
        let bytes = try attempt({ try FileErrors.wrap("FileOpenFailure", .OpenError) { try FileCalls.read(p.path) } })
      else {
        continue
      }
      let block: ScriptBlock
      do {
        block = try engine.parse(
          TextEncoding.decodeFile(bytes, .standard), file: p.path, state: runtime.scope.sessionState)
      } catch is GuestError {
        try refuse("CouldNotParseAsPowerShellDataFile", p, .ParserError)
        continue
      }
      do {
        let v = try DataFileReader.value(of: block.ast, scriptRoot: PathParts.parent(p.path))
        guard v.asObject(PSDictionary.self) != nil else {
          try refuse("CouldNotParseAsPowerShellDataFileNoHashtableRoot", p, .InvalidData)
          continue
        }
        try write(v)
      } catch let e as DataFileError {
        throw GuestError(
          error("System.InvalidOperationException", e.message, .NotSpecified, type: "System.InvalidOperationException"))
      }
    }
  }

  private func refuse(_ id: String, _ p: ItemPath, _ category: ErrorCategory) throws {
    try writeError(
      error(
        id,
        id.hasSuffix("Root")
          ? "The file '\(p.path)' could not be parsed as a PowerShell Data File. The root must be a hashtable."
          : "The file '\(p.path)' could not be parsed as a PowerShell Data File.",
        category, target: .string(p.path), type: "System.InvalidOperationException"))
  }
}

/// Import-LocalizedData: the data file of a culture, from its folder or a broader one's.
final class ImportLocalizedData: Cmdlet {
  override func process() throws {
    let script = runtime.invocation.scriptName
    let base =
      try string("BaseDirectory").map { try self.session.place($0, literal: true).path }
      ?? (script.isEmpty ? session.directory : PathParts.parent(script))
    var name = string("FileName") ?? PathParts.leaf(script)
    if name.lowercased().hasSuffix(".psd1") { name = String(name.dropLast(5)) }
    if name.lowercased().hasSuffix(".ps1") || name.lowercased().hasSuffix(".psm1") {
      name = String(name.dropLast(PathParts.fileExtension(name).utf8.count))
    }
    let culture = string("UICulture") ?? "en-US"
    var folders = [culture]
    while let dash = folders.last?.lastIndex(of: "-"), let last = folders.last { folders.append(String(last[..<dash])) }
    let candidates = folders.map { base + "/" + $0 + "/" + name + ".psd1" } + [base + "/" + name + ".psd1"]
    guard let file = candidates.first(where: { FileCalls.facts($0)?.kind == .file }) else {
      return try writeError(
        error(
          "ImportLocalizedData",
          "Cannot find the PowerShell data file '\(name).psd1' in directory '\(base)/\(culture)/', or in any parent "
            + "culture directories.", .ObjectNotFound, target: .string(base + "/" + culture + "/" + name + ".psd1"),
          type: "System.Management.Automation.PSInvalidOperationException"))
    }
    let bytes = try FileErrors.wrap("ImportLocalizedData", .OpenError) { try FileCalls.read(file) }
    let block = try engine.parse(
      TextEncoding.decodeFile(bytes, .standard), file: file, state: runtime.scope.sessionState)
    let value: Value
    do {
      value = try LocalizedData.value(of: block, root: base, extra: strings("SupportedCommand"), self)
    } catch let e as DataFileError {
      throw GuestError(
        error("ImportLocalizedData", e.message, .InvalidOperation, type: "System.InvalidOperationException"))
    }
    guard let variable = string("BindingVariable") else { return try write(value) }
    try engine.variable(forAssignment: variable, in: runtime.scope).set(value)
  }
}

/// Localized files may call ConvertFrom-StringData, and other commands the caller names.
enum LocalizedData {
  static func value(of block: ScriptBlock, root: String, extra: [String], _ cmdlet: Cmdlet) throws -> Value {
    if extra.isEmpty, let v = try? DataFileReader.value(of: block.ast, scriptRoot: root) { return v }
    let sink = CollectingSink()
    try cmdlet.engine.invokeBlock(block, output: sink, streams: cmdlet.runtime.streams)
    return sink.result.orNull
  }
}
