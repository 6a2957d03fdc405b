import Basics
import Engine
import Objects
import Serialization

/// ConvertTo-Json.
final class ConvertToJson: Cmdlet {
  private var items: [Value] = []
  override func process() throws { items.append(arg("InputObject").orNull) }

  override func end() throws {
    guard !items.isEmpty else { return }
    let depth = int("Depth") ?? 2
    var writer = JsonWriter(
      maxDepth: depth, compress: flag("Compress"), enumsAsStrings: flag("EnumsAsStrings"), escapes: escapes)
    let value: Value = items.count > 1 || flag("AsArray") ? .array(items) : items[0]
    do {
      let text = try writer.write(value)
      if writer.isTruncated {
        try runtime.writeWarning(
          "Resulting JSON is truncated as serialization has exceeded the set depth of \(depth).")
      }
      try write(.string(text))
    } catch let e as JsonWriter.KeyError {
      try runtime.throwTerminating(
        error(
          "NonStringKeyInDictionary", e.message, .InvalidOperation, type: "System.InvalidOperationException"))
    }
  }

  private var escapes: JsonWriter.Escapes {
    switch (string("EscapeHandling") ?? "").lowercased() {
    case "escapenonascii", "1": return .nonAscii
    case "escapehtml", "2": return .html
    default: return .standard
    }
  }
}

/// ConvertFrom-Json.
final class ConvertFromJson: Cmdlet {
  private var lines: [String] = []
  override func process() throws { lines.append(string("InputObject") ?? "") }

  override func end() throws {
    guard !lines.isEmpty else { return }
    if lines.count == 1 { return try convert(lines[0]) }
    // Lines that are each a whole text are converted one by one, otherwise they are one text together.
    if (try? JsonReader.read(lines[0], options)) != nil {
      for l in lines { try convert(l) }
    } else {
      try convert(lines.joined(separator: "\n"))
    }
  }

  private var options: JsonReader.Options {
    var o = JsonReader.Options()
    o.asHashtable = flag("AsHashtable")
    if let d = int("Depth") { o.maxDepth = d }
    switch (string("DateKind") ?? "").lowercased() {
    case "local": o.dates = .local
    case "utc": o.dates = .utc
    case "offset": o.dates = .offset
    case "string": o.dates = .string
    default: o.dates = .standard
    }
    return o
  }

  private func convert(_ text: String) throws {
    let value: Value
    do {
      value = try JsonReader.read(text, options)
    } catch let e as JsonError {
      let id: String
      switch e.kind {
      case .syntax:
        try runtime.throwTerminating(
          error(
            "System.ArgumentException", "Conversion from JSON failed with error: " + e.message, .NotSpecified,
            type: "System.ArgumentException"))
      case .duplicateKey: id = "DuplicateKeysInJsonString"
      case .differentCasing: id = "KeysWithDifferentCasingInJsonString"
      case .emptyKey: id = "EmptyKeyInJsonString"
      }
      try runtime.throwTerminating(
        error(id, e.message, .InvalidOperation, type: "System.InvalidOperationException"))
    }
    if flag("NoEnumerate") { try write(value) } else { try writeEnumerated(value) }
  }
}
