import Basics
import Engine
import Glibc
import Objects
import Processes

/// `Export-Alias`.
final class ExportAlias: Cmdlet {
  private var wanted: [AliasInfo] = []

  override func process() throws {
    let scopeName = string("Scope")
    let all = AliasList.visible(try scope(scopeName), only: scopeName != nil)
    for name in list("Name") ?? ["*"] {
      let pattern = NamePatterns([name])
      let hits = all.filter { pattern.matches($0.name) }
      wanted += hits
      if hits.isEmpty, !Wildcard.containsWildcards(name) {
        try writeError(AliasList.missing("name", name, self))
      }
    }
  }

  override func end() throws {
    if flag("PassThru") { for a in wanted { try write(.object(a)) } }
    guard let written = string("LiteralPath") ?? string("Path") else { return }
    let path = ModuleLocation.absolute(written, engine)
    guard try runtime.shouldProcess(path, "Export-Alias") else { return }
    if flag("NoClobber"), FileStamp.of(path).exists {
      return try writeError(
        error(
          "NoClobber", "The file '\(path)' already exists and -NoClobber was specified.", .ResourceExists,
          target: .string(path), type: "System.IO.IOException"))
    }
    var text = ""
    if flag("Append"), let old = FileBytes.read(path) { text = String(decoding: old, as: UTF8.self) }
    text += header()
    let isScript = Enumeration.raw(arg("As")) == 1
    for a in wanted { text += (isScript ? scriptLine(a) : csvLine(a)) + "\n" }
    if flag("Force") { chmod(path, 0o644) }
    guard FileBytes.replace(path, with: Array(text.utf8)) else {
      return try writeError(
        error(
          "FileOpenFailure", "Access to the path '\(path)' is denied.", .OpenError, target: .string(path),
          type: "System.UnauthorizedAccessException"))
    }
  }

  private func header() -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let length = strftime(&buffer, buffer.count, "%A, %B %d, %Y %H:%M:%S", &parts)
    let date = String(decoding: buffer.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let computer = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var result = "# Alias File\n# Exported by : \(Environment.get("USER") ?? "")\n# Date/Time : \(date)\n"
    result += "# Computer : \(computer)\n"
    if let note = string("Description") { result += "# \(note)\n" }
    return result
  }

  private func quoted(_ s: String) -> String { "\"" + String(s.flatMap { $0 == "\"" ? "\"\"" : String($0) }) + "\"" }

  private func optionText(_ a: AliasInfo) -> String {
    Types.named("System.Management.Automation.ScopedItemOptions").enumInfo?.text(of: Int64(a.options.rawValue))
      ?? "None"
  }

  private func csvLine(_ a: AliasInfo) -> String {
    [a.name, a.target, a.descriptionText, optionText(a)].map { quoted($0) }.joined(separator: ",")
  }

  private func scriptLine(_ a: AliasInfo) -> String {
    "set-alias -Name:\(quoted(a.name)) -Value:\(quoted(a.target)) -Description:\(quoted(a.descriptionText)) "
      + "-Option:\(quoted(optionText(a)))"
  }
}

/// `Import-Alias`.
final class ImportAlias: Cmdlet {
  override func process() throws {
    guard let written = string("LiteralPath") ?? string("Path") else { return }
    let path = ModuleLocation.absolute(written, engine)
    guard let bytes = FileBytes.read(path) else {
      return try writeError(
        error(
          "FileNotFound", "Could not find file '\(path)'.", .ObjectNotFound, target: .string(path),
          type: "System.IO.FileNotFoundException"))
    }
    for (number, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n").enumerated() {
      let trimmed = line.drop { $0 == " " }
      if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
      let fields = CSVLine.split(String(trimmed))
      guard fields.count == 4 else {
        try writeError(
          error(
            "ImportAliasFileFormatError",
            "The alias file '\(path)' has a line (\(number + 1)) that does not have four fields.", .ReadError,
            target: .string(path), type: "System.FormatException"))
        return
      }
      try add(fields)
    }
  }

  private func add(_ fields: [String]) throws {
    let target = try scope(string("Scope"))
    let existing = has("Scope") ? target.aliases[Symbol(fields[0])] : target.findAlias(Symbol(fields[0]))
    if existing != nil, !flag("Force") { return try writeError(AliasWriter.exists(fields[0], self)) }
    guard try runtime.shouldProcess("Name: \(fields[0]) Value: \(fields[1])", "Import Alias") else { return }
    let type = Types.named("System.Management.Automation.ScopedItemOptions")
    let options = Operations.tryConvert(.string(fields[3]), to: type).map {
      ItemOptions(rawValue: Int(Enumeration.raw($0)))
    }
    try AliasWriter(self).set(fields[0], fields[1], options: options ?? [], description: fields[2])
  }
}

/// One line of comma-separated values.
enum CSVLine {
  static func split(_ line: String) -> [String] {
    var fields: [String] = []
    var field = ""
    var quoted = false
    var pendingQuote = false
    for c in line where c != "\r" {
      if quoted {
        if c == "\"" {
          quoted = false
          pendingQuote = true
        } else {
          field.append(c)
        }
        continue
      }
      if c == "\"" {
        if pendingQuote { field.append(c) }
        quoted = true
      } else if c == "," {
        fields.append(field)
        field = ""
      } else {
        field.append(c)
      }
      pendingQuote = false
    }
    return fields + [field]
  }
}
