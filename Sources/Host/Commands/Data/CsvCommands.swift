import Basics
import Engine
import Objects
import Providers
import Serialization

/// What ConvertTo-Csv and Export-Csv share: the columns of the first object, and lines.
class CsvOutput: Cmdlet {
  private(set) var names: [String]?
  private var writer = CsvWriter()
  /// Columns a file to append to has already.
  var existing: [String]?

  override func begin() throws {
    let quotes: CsvWriter.Quotes
    switch (string("UseQuotes") ?? "").lowercased() {
    case "never": quotes = .never
    case "asneeded": quotes = .asNeeded
    default: quotes = .always
    }
    let fields = has("QuoteFields") ? Set(strings("QuoteFields").map { $0.lowercased() }) : nil
    writer = CsvWriter(delimiter: delimiter, quotes: quotes, quotedFields: fields)
  }

  var delimiter: String {
    if flag("UseCulture") { return "," }
    if case .char(let c) = arg("Delimiter").base { return String(decoding: [c], as: UTF16.self) }
    return string("Delimiter") ?? ","
  }

  /// A line of output.
  func put(_ line: String) throws {}
  /// Called with the columns of the first object before anything is written.
  func check(_ columns: [String]) throws {}

  override func process() throws {
    let v = arg("InputObject")
    if v.isNull { return }
    let columns: [String]
    if let n = names {
      columns = n
    } else {
      let own = CsvOutput.columns(of: v)
      try check(own)
      columns = existing ?? own
      names = columns
      if existing == nil {
        if flag("IncludeTypeInformation") {
          try put("#TYPE " + (TypeNameList.names(of: v).first ?? "System.Object"))
        }
        if !flag("NoHeader") { try put(writer.header(columns)) }
      }
    }
    var row: [String?] = []
    for c in columns { row.append(try CsvOutput.text(v, c)) }
    try put(writer.row(row, names: columns))
  }

  static func columns(of v: Value) -> [String] {
    if let d = v.asObject(PSDictionary.self) { return d.keys.map { (try? Operations.toString($0)) ?? "" } }
    return MemberAccess.members(of: v).filter { m in
      m.isProperty && !m.isHidden && !m.isStatic && m.overloads.isEmpty && (m.name != "PSTypeName")
    }.map(\.name)
  }

  private static func text(_ v: Value, _ column: String) throws -> String? {
    let value: Value
    if let d = v.asObject(PSDictionary.self) {
      value = d.get(column) ?? .null
    } else {
      value = (try? MemberAccess.get(v, column)) ?? .null
    }
    if value.isNull { return nil }
    if value.asObject(PSArray.self) != nil || value.asObject(PSList.self) != nil {
      return value.typeInfo?.fullName ?? ""
    }
    return try Operations.toString(value)
  }
}

/// ConvertTo-Csv.
final class ConvertToCsv: CsvOutput {
  override func put(_ line: String) throws { try write(.string(line)) }
}

/// Export-Csv.
final class ExportCsv: CsvOutput {
  private var path = ""
  private var bytes: [UInt8] = []
  private var encoding = TextEncoding.standard
  private var isReady = false

  override func begin() throws {
    try super.begin()
    let literal = has("LiteralPath")
    guard let text = string(literal ? "LiteralPath" : "Path") else {
      throw GuestError(
        error(
          "CannotSpecifyPathAndLiteralPath",
          "You must specify either the -Path or -LiteralPath parameters, but not both.",
          .InvalidData, type: "System.InvalidOperationException"))
    }
    guard try runtime.shouldProcess(text, nil) else { return }
    shown = text
    path = try FileTarget(self).path(text, literal: literal, append: flag("Append"))
    encoding = try textEncoding()
    if flag("Append"), let old = try? FileCalls.read(path), !old.isEmpty {
      if let (found, _) = TextEncoding.detect(old) { encoding = found }
      let content = TextEncoding.decodeFile(old, encoding)
      var reader = CsvReader(content, delimiter: delimiter)
      var first = reader.next()
      while let f = first, f.first?.hasPrefix("#") == true { first = reader.next() }
      existing = first
      if let last = old.last, last != 0x0A { bytes += encoding.encode("\n") }
    }
    do {
      try FileCalls.write(path, existing == nil ? encoding.preamble : [], append: flag("Append"))
    } catch let e as FileError {
      throw FileErrors.guest(e, id: "FileOpenFailure", .OpenError, target: text)
    }
    isReady = true
  }
  private var shown = ""

  override func check(_ columns: [String]) throws {
    guard let existing, !flag("Force") else { return }
    for e in existing where !columns.contains(where: { Ordinal.equalsIgnoreCase($0, e) }) {
      try runtime.throwTerminating(
        error(
          "CannotAppendCsvWithMismatchedPropertyNames",
          "Cannot append CSV content to the following file: \(shown). The appended object does not have a property that "
            + "corresponds to the following column: \(e). To continue with mismatched properties, add the -Force "
            + "parameter, and then retry the command.", .InvalidData, target: .string(e),
          type: "System.InvalidOperationException"))
    }
  }

  override func put(_ line: String) throws {
    guard isReady else { return }
    bytes += encoding.encode(line + "\n")
    if bytes.count > 1 << 16 { try flush() }
  }

  private func flush() throws {
    let all = bytes
    bytes = []
    try FileErrors.wrap("FileWriteError", .WriteError) { try FileCalls.write(path, all, append: true) }
  }
  override func end() throws { if isReady { try flush() } }
}

/// What ConvertFrom-Csv and Import-Csv share: rows as objects.
struct CsvInput {
  let cmdlet: Cmdlet
  private(set) var names: [String]?
  private var typeName: String?
  private var hasWarned = false

  init(_ cmdlet: Cmdlet) {
    self.cmdlet = cmdlet
    if cmdlet.has("Header") { names = cmdlet.strings("Header") }
  }

  var delimiter: String {
    if case .char(let c) = cmdlet.arg("Delimiter").base { return String(decoding: [c], as: UTF16.self) }
    return cmdlet.string("Delimiter") ?? ","
  }

  /// Reads a text and writes its rows.
  mutating func read(_ text: String) throws {
    var reader = CsvReader(text, delimiter: delimiter)
    while let row = reader.next() {
      if row.isEmpty || (row.count == 1 && row[0].isEmpty) { continue }
      guard let columns = names else {
        if row[0].hasPrefix("#TYPE ") {
          typeName = String(row[0].dropFirst(6))
          continue
        }
        if row[0].hasPrefix("#") { continue }
        try setNames(row)
        continue
      }
      let o = PSCustomObject()
      for (i, n) in columns.enumerated() { o.setNote(n, i < row.count ? .string(row[i]) : .null) }
      if let t = typeName { o.typeNames = ["CSV:" + t] + TypeNameList.names(of: .object(o)) }
      try cmdlet.write(.object(o))
    }
  }

  private mutating func setNames(_ row: [String]) throws {
    var out: [String] = []
    var isMissing = false
    var fields = row
    if fields.count > 1, fields.last?.isEmpty == true { fields.removeLast() }
    for (i, f) in fields.enumerated() {
      if f.isEmpty {
        isMissing = true
        out.append("H\(i)")
        continue
      }
      if out.contains(where: { Ordinal.equalsIgnoreCase($0, f) }) {
        throw GuestError(
          cmdlet.error(
            "ExtendedTypeSystem", "The member \"\(f)\" is already present.", .InvalidOperation,
            type: "System.Management.Automation.ExtendedTypeSystemException"))
      }
      out.append(f)
    }
    names = out
    if isMissing, !hasWarned {
      hasWarned = true
      try cmdlet.runtime.writeWarning(
        "One or more headers were not specified. Default names starting with \"H\" have been used in place of any "
          + "missing headers.")
    }
  }
}

/// ConvertFrom-Csv.
final class ConvertFromCsv: Cmdlet {
  private var lines: [String] = []
  override func process() throws { lines += strings("InputObject") }
  override func end() throws {
    var input = CsvInput(self)
    try input.read(lines.joined(separator: "\n"))
  }
}

/// Import-Csv.
final class ImportCsv: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard
        let bytes = try attempt({ try FileErrors.wrap("FileOpenFailure", .OpenError) { try FileCalls.read(p.path) } })
      else {
        continue
      }
      var input = CsvInput(self)
      try input.read(TextEncoding.decodeFile(bytes, try textEncoding()))
    }
  }
}
