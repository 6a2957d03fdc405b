import Basics
import Objects

/// Reads comma-separated text into rows of fields.
public struct CsvReader {
  private let units: [UInt8]
  private var at = 0
  private let delimiter: [UInt8]

  public init(_ text: String, delimiter: String) {
    units = Array(text.utf8)
    self.delimiter = Array(delimiter.utf8)
  }

  /// The next row, or nil at the end; an empty line is a row without fields.
  public mutating func next() -> [String]? {
    if at >= units.count { return nil }
    var fields: [String] = []
    if isLineEnd {
      skipLineEnd()
      return []
    }
    while true {
      fields.append(field())
      if at >= units.count { return fields }
      if isDelimiter {
        at += delimiter.count
        if at >= units.count || isLineEnd {
          fields.append("")
          skipLineEnd()
          return fields
        }
        continue
      }
      skipLineEnd()
      return fields
    }
  }

  private var isLineEnd: Bool { at < units.count && (units[at] == 0x0A || units[at] == 0x0D) }
  private var isDelimiter: Bool {
    guard !delimiter.isEmpty, at + delimiter.count <= units.count else { return false }
    for (i, b) in delimiter.enumerated() where units[at + i] != b { return false }
    return true
  }

  private mutating func skipLineEnd() {
    if at < units.count, units[at] == 0x0D { at += 1 }
    if at < units.count, units[at] == 0x0A { at += 1 }
  }

  /// One field: blanks before it go, quotes may stand anywhere and protect what is between them.
  private mutating func field() -> String {
    var out: [UInt8] = []
    while at < units.count, units[at] == 0x20 || units[at] == 0x09, !isDelimiter { at += 1 }
    var isQuoted = false
    while at < units.count {
      let b = units[at]
      if isQuoted {
        if b == 0x22 {
          if at + 1 < units.count, units[at + 1] == 0x22 {
            out.append(0x22)
            at += 2
            continue
          }
          isQuoted = false
        } else {
          out.append(b)
        }
        at += 1
        continue
      }
      if b == 0x22 {
        isQuoted = true
        at += 1
        continue
      }
      if isDelimiter || isLineEnd { break }
      out.append(b)
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Writes rows of fields as comma-separated text.
public struct CsvWriter {
  /// Which fields are put in quotes.
  public enum Quotes: Int, Sendable { case never, always, asNeeded }
  public var delimiter: String
  public var quotes: Quotes
  /// Names of the columns put in quotes instead, lower case.
  public var quotedFields: Set<String>?

  public init(delimiter: String = ",", quotes: Quotes = .always, quotedFields: Set<String>? = nil) {
    self.delimiter = delimiter
    self.quotes = quotes
    self.quotedFields = quotedFields
  }

  /// The line of names.
  public func header(_ names: [String]) -> String {
    names.map { field($0, column: $0) }.joined(separator: delimiter)
  }

  /// The line of an object; nil values leave their place empty.
  public func row(_ values: [String?], names: [String]) -> String {
    var parts: [String] = []
    for (i, v) in values.enumerated() { parts.append(v.map { field($0, column: names[i]) } ?? "") }
    return parts.joined(separator: delimiter)
  }

  private func field(_ text: String, column: String) -> String {
    if let quotedFields { return quotedFields.contains(column.lowercased()) ? quoted(text) : text }
    switch quotes {
    case .never: return text
    case .always: return quoted(text)
    case .asNeeded:
      let special =
        text.contains(delimiter) || text.utf8.contains(0x22) || text.utf8.contains(0x0A) || text.utf8.contains(0x0D)
      return special ? quoted(text) : text
    }
  }

  private func quoted(_ text: String) -> String {
    "\""
      + (text.utf8.contains(0x22)
        ? text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") : text)
      + "\""
  }
}
