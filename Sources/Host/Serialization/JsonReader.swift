import Basics
import Objects

/// A text that is not JSON, with the message ConvertFrom-Json shows.
public struct JsonError: Error {
  /// What kind of refusal it is: bad text, or names an object cannot have.
  public enum Kind: Sendable { case syntax, duplicateKey, differentCasing, emptyKey }
  public let message: String
  public let kind: Kind
}

/// Reads JSON text into values: total, with a limit to the depth.
public struct JsonReader {
  /// What becomes of strings that look like ISO dates.
  public enum DateKind: Sendable { case standard, local, utc, offset, string }
  /// What ConvertFrom-Json's parameters ask for.
  public struct Options {
    public var asHashtable = false
    public var maxDepth = 1024
    public var dates = DateKind.standard
    public init() {}
  }

  private let bytes: [UInt8]
  private var at = 0
  private let options: Options
  private var path: [PathPart] = []
  private enum PathPart { case name(String), index(Int) }

  /// Reads a whole text.
  public static func read(_ text: String, _ options: Options = Options()) throws -> Value {
    var r = JsonReader(bytes: Array(text.utf8), options: options)
    return try r.document()
  }

  private init(bytes: [UInt8], options: Options) {
    self.bytes = bytes
    self.options = options
  }

  private mutating func document() throws -> Value {
    try skip()
    if at >= bytes.count { return .null }
    let v = try value(depth: 0)
    try skip()
    if at < bytes.count {
      throw fail("Additional text encountered after finished reading JSON content: \(character).")
    }
    return v
  }

  // MARK: Errors

  private var character: String {
    guard at < bytes.count else { return "" }
    let rest = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
    return rest.first.map(String.init) ?? ""
  }

  private var pathText: String {
    var s = ""
    for p in path {
      switch p {
      case .index(let i): s += "[\(i)]"
      case .name(let n):
        if n.contains(where: { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "$" || $0 == "@") }) {
          s += "['\(n)']"
        } else {
          s += (s.isEmpty ? "" : ".") + n
        }
      }
    }
    return s
  }

  private func fail(_ what: String, back: Int = 0) -> JsonError {
    var line = 1
    var start = 0
    var i = 0
    let end = min(max(at - back, 0), bytes.count)
    while i < end {
      if bytes[i] == 0x0A {
        line += 1
        start = i + 1
      }
      i += 1
    }
    let column = String(decoding: bytes[start..<max(end, start)], as: UTF8.self).utf16.count
    return JsonError(message: "\(what) Path '\(pathText)', line \(line), position \(column).", kind: .syntax)
  }

  // MARK: Parts

  private mutating func skip() throws {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF: at += 3
      case 0x2F:
        guard at + 1 < bytes.count else { throw fail("Unexpected end while parsing comment.") }
        if bytes[at + 1] == 0x2F {
          while at < bytes.count, bytes[at] != 0x0A { at += 1 }
        } else if bytes[at + 1] == 0x2A {
          at += 2
          while at + 1 < bytes.count, !(bytes[at] == 0x2A && bytes[at + 1] == 0x2F) { at += 1 }
          guard at + 1 < bytes.count else { throw fail("Unexpected end while parsing comment.") }
          at += 2
        } else {
          throw fail("Error parsing comment. Expected: *, got \(Character(Unicode.Scalar(bytes[at + 1]))).")
        }
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws -> Value {
    guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
    switch bytes[at] {
    case 0x7B, 0x5B:
      if depth >= options.maxDepth {
        at += 1
        throw fail("The reader's MaxDepth of \(options.maxDepth) has been exceeded.")
      }
      return bytes[at] == 0x7B ? try object(depth: depth + 1) : try array(depth: depth + 1)
    case 0x22, 0x27: return dated(try string())
    case 0x74: return try literal("true", .bool(true), "Error parsing boolean value.")
    case 0x66: return try literal("false", .bool(false), "Error parsing boolean value.")
    case 0x6E: return try literal("null", .null, "Error parsing null value.")
    case 0x4E: return try literal("NaN", .double(.nan), "Error parsing NaN value.")
    case 0x49: return try literal("Infinity", .double(.infinity), "Error parsing Infinity value.")
    case 0x2D where at + 1 < bytes.count && bytes[at + 1] == 0x49:
      return try literal("-Infinity", .double(-.infinity), "Error parsing -Infinity value.")
    case 0x2D, 0x30...0x39, 0x2E: return try number()
    default: throw fail("Unexpected character encountered while parsing value: \(character).")
    }
  }

  private mutating func literal(_ word: String, _ v: Value, _ message: String) throws -> Value {
    for b in word.utf8 {
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      guard bytes[at] == b else { throw fail(message) }
      at += 1
    }
    if at < bytes.count, isWord(bytes[at]) { throw fail(message) }
    return v
  }

  private func isWord(_ b: UInt8) -> Bool {
    (b >= 0x61 && b <= 0x7A) || (b >= 0x41 && b <= 0x5A) || (b >= 0x30 && b <= 0x39) || b == 0x5F
  }

  private mutating func array(depth: Int) throws -> Value {
    at += 1
    var items: [Value] = []
    path.append(.index(0))
    defer { path.removeLast() }
    while true {
      try skip()
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      if bytes[at] == 0x5D {
        at += 1
        return .array(items)
      }
      path[path.count - 1] = .index(items.count)
      items.append(try value(depth: depth))
      try skip()
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      if bytes[at] == 0x2C {
        at += 1
      } else if bytes[at] != 0x5D {
        throw fail("After parsing a value an unexpected character was encountered: \(character).")
      }
    }
  }

  private mutating func object(depth: Int) throws -> Value {
    at += 1
    let target = ObjectTarget(options.asHashtable)
    while true {
      try skip()
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      if bytes[at] == 0x7D {
        at += 1
        return target.value
      }
      let name = try propertyName()
      try skip()
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      guard bytes[at] == 0x3A else {
        throw fail("Invalid character after parsing property name. Expected ':' but got: \(character).")
      }
      at += 1
      try skip()
      path.append(.name(name))
      let v = try value(depth: depth)
      try target.set(name, v)
      try skip()
      guard at < bytes.count else { throw fail("Unexpected end when reading JSON.") }
      if bytes[at] == 0x2C {
        at += 1
      } else if bytes[at] != 0x7D {
        throw fail("After parsing a value an unexpected character was encountered: \(character).")
      }
      path.removeLast()
    }
  }

  private mutating func propertyName() throws -> String {
    if bytes[at] == 0x22 || bytes[at] == 0x27 { return try string() }
    let start = at
    while at < bytes.count, isWord(bytes[at]) || bytes[at] == 0x24 || bytes[at] >= 0x80 { at += 1 }
    if at == start { throw fail("Invalid property identifier character: \(character).") }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func string() throws -> String {
    let quote = bytes[at]
    at += 1
    var start = at
    var units: [UInt8] = []
    while at < bytes.count {
      let b = bytes[at]
      if b == quote {
        units += bytes[start..<at]
        at += 1
        return String(decoding: units, as: UTF8.self)
      }
      if b == 0x5C {
        units += bytes[start..<at]
        at += 1
        try escape(into: &units)
        start = at
      } else {
        at += 1
      }
    }
    throw fail("Unterminated string. Expected delimiter: \(Character(Unicode.Scalar(quote))).")
  }

  private mutating func escape(into units: inout [UInt8]) throws {
    guard at < bytes.count else { throw fail("Unterminated string. Expected delimiter: \".") }
    let b = bytes[at]
    at += 1
    switch b {
    case 0x6E: units.append(0x0A)
    case 0x74: units.append(0x09)
    case 0x72: units.append(0x0D)
    case 0x62: units.append(0x08)
    case 0x66: units.append(0x0C)
    case 0x22, 0x27, 0x5C, 0x2F: units.append(b)
    case 0x75:
      var code = UInt32(try hex())
      if code >= 0xD800, code < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
        let mark = at
        at += 2
        let low = UInt32(try hex())
        if low >= 0xDC00, low < 0xE000 {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00)
        } else {
          at = mark
        }
      }
      units += Array(String(Character(Unicode.Scalar(code) ?? "\u{FFFD}")).utf8)
    default:
      throw fail("Bad JSON escape sequence: \\\(Character(Unicode.Scalar(b))).")
    }
  }

  private mutating func hex() throws -> UInt16 {
    guard at + 4 <= bytes.count, let n = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16) else {
      throw fail("Unexpected end while parsing Unicode escape sequence.")
    }
    at += 4
    return n
  }

  private mutating func number() throws -> Value {
    let start = at
    var isReal = false
    while at < bytes.count {
      switch bytes[at] {
      case 0x30...0x39, 0x2D, 0x2B: break
      case 0x2E, 0x65, 0x45: isReal = true
      default:
        if isWord(bytes[at]) {
          throw fail("Unexpected character encountered while parsing number: \(character).")
        }
        return try number(String(decoding: bytes[start..<at], as: UTF8.self), isReal)
      }
      at += 1
    }
    return try number(String(decoding: bytes[start..<at], as: UTF8.self), isReal)
  }

  private func number(_ text: String, _ isReal: Bool) throws -> Value {
    if !isReal {
      if let n = Int64(text) { return .long(n) }
      if let n = BigInt(decimal: text) { return .bigInteger(n) }
    } else if let d = Double(text) {
      return .double(d)
    }
    throw fail("Input string '\(text)' is not a valid number.")
  }

  // MARK: Dates

  private func dated(_ text: String) -> Value {
    if options.dates == .string || text.utf8.count < 19 || !JsonReader.looksLikeDate(text) { return .string(text) }
    if options.dates == .offset {
      if let v = Operations.tryConvert(.string(text), to: Types.dateTimeOffset) { return v }
      return .string(text)
    }
    let bare = JsonReader.withoutZone(text)
    guard let d = try? Operations.convert(.string(bare.text), to: Types.dateTime),
      let date = d.asObject(DateTimeObject.self)
    else { return .string(text) }
    switch bare.zone {
    case nil:
      switch options.dates {
      case .utc: return .object(date.with(kind: .utc))
      case .local: return .object(date.with(kind: .local))
      default: return .object(date.with(kind: .unspecified))
      }
    case 0?:
      let utc = date.with(kind: .utc)
      return .object(options.dates == .local ? utc.toLocal() : utc)
    case let offset?:
      let ticks = date.ticks &- Int64(offset) &* TimeSpanObject.ticksPerMinute
      let utc = DateTimeObject(ticks, .utc)
      return .object(options.dates == .utc ? utc : utc.toLocal())
    }
  }

  private static func looksLikeDate(_ text: String) -> Bool {
    let b = Array(text.utf8)
    guard b.count >= 19, b[4] == 0x2D, b[7] == 0x2D, b[10] == 0x54, b[13] == 0x3A, b[16] == 0x3A else { return false }
    for i in [0, 1, 2, 3, 5, 6, 8, 9, 11, 12, 14, 15, 17, 18] where b[i] < 0x30 || b[i] > 0x39 { return false }
    return true
  }

  /// The text without its zone, and the zone in minutes; nil when there is none.
  private static func withoutZone(_ text: String) -> (text: String, zone: Int?) {
    if text.hasSuffix("Z") { return (String(text.dropLast()), 0) }
    let tail = text.suffix(6)
    guard let sign = tail.first, sign == "+" || sign == "-" else { return (text, nil) }
    let parts = tail.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return (text, nil) }
    let minutes = parts[0] * 60 + parts[1]
    let offset = sign == "-" ? -minutes : minutes
    return (String(text.dropLast(6)), offset == 0 ? 0 : offset)
  }
}

/// The object being read: a custom object or a dictionary.
private final class ObjectTarget {
  private let dictionary: PSDictionary?
  private let object: PSCustomObject?

  init(_ asHashtable: Bool) {
    if asHashtable {
      let type = TypeResolver.resolve("System.Management.Automation.OrderedHashtable") ?? Types.orderedDictionary
      dictionary = PSDictionary(type, ignoreCase: false)
      object = nil
    } else {
      dictionary = nil
      object = PSCustomObject()
    }
  }

  var value: Value {
    if let d = dictionary { return .object(d) }
    return object.map { .object($0) } ?? .null
  }

  func set(_ name: String, _ v: Value) throws {
    if let d = dictionary {
      d.set(name, v)
      return
    }
    if name.isEmpty {
      throw JsonError(
        message: "The provided JSON includes a property whose name is an empty string, this is only supported using "
          + "the -AsHashTable switch.", kind: .emptyKey)
    }
    if let old = object?.extended?[name], !Ordinal.equals(old.name, name) {
      throw JsonError(
        message: "Cannot convert the JSON string because it contains keys with different casing. Please use the "
          + "-AsHashTable switch instead. The key that was attempted to be added to the existing key '\(old.name)' was "
          + "'\(name)'.", kind: .differentCasing)
    }
    object?.setNote(name, v)
  }
}
