import Basics
import Objects

/// Writes values as JSON, as ConvertTo-Json does.
public struct JsonWriter {
  /// Which characters of strings are escaped beyond what JSON demands.
  public enum Escapes: Int, Sendable { case standard, nonAscii, html }

  /// A dictionary with a key that is no string.
  public struct KeyError: Error {
    public let message: String
  }

  private let maxDepth: Int
  private let isCompressed: Bool
  private let enumsAsStrings: Bool
  private let escapes: Escapes
  /// Whether anything was deeper than the limit.
  public private(set) var isTruncated = false
  private var out: [UInt8] = []
  private var indent = 0

  public init(maxDepth: Int = 2, compress: Bool = false, enumsAsStrings: Bool = false, escapes: Escapes = .standard) {
    self.maxDepth = maxDepth
    isCompressed = compress
    self.enumsAsStrings = enumsAsStrings
    self.escapes = escapes
  }

  /// The JSON text of a value.
  public mutating func write(_ value: Value) throws -> String {
    out = []
    isTruncated = false
    try put(value, 0)
    return String(decoding: out, as: UTF8.self)
  }

  // MARK: Values

  private mutating func put(_ value: Value, _ depth: Int) throws {
    if try putScalar(value, depth) { return }
    if depth > maxDepth {
      isTruncated = true
      return putText(try Operations.toString(value))
    }
    if let d = value.asObject(PSDictionary.self) { return try put(dictionary: d, depth) }
    if let items = try Operations.enumerate(value) { return try put(items, depth) }
    try put(object: value, depth)
  }

  /// Null, text and numbers; those with extended members become objects around `value`.
  private mutating func putScalar(_ value: Value, _ depth: Int) throws -> Bool {
    guard let text = JsonWriter.scalar(value.base, enumsAsStrings) else { return false }
    let extra = try extensions(of: value)
    if extra.isEmpty || depth > maxDepth {
      put(text)
    } else {
      open(0x7B)
      separate(first: true)
      name("value")
      put(text)
      for (n, v) in extra {
        separate(first: false)
        name(n)
        try put(v, depth + 1)
      }
      close(0x7D, isEmpty: false)
    }
    return true
  }

  private enum Scalar { case raw(String), text(String) }

  private mutating func put(_ s: Scalar) {
    switch s {
    case .raw(let t): out += Array(t.utf8)
    case .text(let t): putText(t)
    }
  }

  private static func scalar(_ v: Value, _ enumsAsStrings: Bool) -> Scalar? {
    switch v {
    case .nothing, .null: return .raw("null")
    case .bool(let b): return .raw(b ? "true" : "false")
    case .int(let i): return .raw(String(i))
    case .long(let i): return .raw(String(i))
    case .double(let d): return number(d, String(describing: d), v)
    case .char(let c): return .text(String(decoding: [c], as: UTF16.self))
    case .string(let s): return .text(s)
    case .scalar(let kind, let bits):
      if kind == .single { return number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))), "", v) }
      return .raw((try? Operations.toString(v)) ?? "0")
    case .object(let o):
      switch o {
      case is DBNullObject: return .raw("null")
      case let e as EnumValue:
        return enumsAsStrings ? .text((try? e.text()) ?? String(e.raw)) : .raw(String(e.raw))
      case let d as DecimalObject:
        let t = d.value.description
        return .raw(t.contains(".") ? t : t + ".0")
      case is BigIntegerObject: return .raw((try? o.text()) ?? "0")
      case let d as DateTimeObject: return .text(date(d))
      case let d as DateTimeOffsetObject: return .text(dateOffset(d))
      case is GuidObject: return .text((try? o.text()) ?? "")
      case is UriObject: return .text((try? Operations.toString(v)) ?? "")
      case is SwitchObject: return nil
      default: return o.typeInfo.fullName.hasSuffix("NullString") ? .raw("null") : nil
      }
    }
  }

  private static func number(_ d: Double, _ text: String, _ v: Value) -> Scalar {
    if d.isNaN { return .text("NaN") }
    if d.isInfinite { return .text(d < 0 ? "-Infinity" : "Infinity") }
    if d == 0 { return .raw(d.sign == .minus ? "-0.0" : "0.0") }
    let t = (try? Operations.format(v, nil, CultureObject.invariant)) ?? String(d)
    if t.contains("E"), abs(d) >= 1e15, abs(d) < 1e17, let whole = Int64(exactly: d) {
      return .raw(String(whole) + ".0")
    }
    return .raw(t.contains(".") || t.contains("E") ? t : t + ".0")
  }

  private static func date(_ d: DateTimeObject) -> String {
    let t = trimmed((try? DateFormatter.format(d, "yyyy-MM-ddTHH:mm:ss.fffffff", CultureObject.invariant)) ?? "")
    switch d.kind {
    case .utc: return t + "Z"
    case .local: return t + zone(d.offset)
    case .unspecified: return t
    }
  }

  private static func dateOffset(_ d: DateTimeOffsetObject) -> String {
    let text = (try? DateFormatter.format(d, "yyyy-MM-ddTHH:mm:ss.fffffff|zzz", CultureObject.invariant)) ?? ""
    let parts = text.split(separator: "|").map(String.init)
    guard parts.count == 2 else { return text }
    return trimmed(parts[0]) + parts[1]
  }

  private static func trimmed(_ text: String) -> String {
    var t = text
    while t.hasSuffix("0") { t.removeLast() }
    if t.hasSuffix(".") { t.removeLast() }
    if t.utf8.count < 19 { t = String(text.prefix(19)) }
    return t
  }

  private static func zone(_ ticks: Int64) -> String {
    let minutes = abs(ticks / TimeSpanObject.ticksPerMinute)
    func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return (ticks < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
  }

  /// Extended members of a scalar; dates and strings keep theirs to themselves.
  private func extensions(of value: Value) throws -> [(String, Value)] {
    switch value.base {
    case .string, .null, .nothing, .bool, .char: return []
    case .object(let o):
      if o is DateTimeObject || o is EnumValue || o is DBNullObject { return [] }
      if o is GuidObject { return [("Guid", .string((try? o.text()) ?? ""))] + notes(of: value) }
    default: break
    }
    return notes(of: value)
  }

  private func notes(of value: Value) -> [(String, Value)] {
    guard let bag = value.object?.extended else { return [] }
    var all: [(String, Value)] = []
    for m in bag.all where m.isProperty && !m.isHidden { all.append((m.name, (try? m.get(value)) ?? .null)) }
    return all
  }

  private mutating func put(dictionary d: PSDictionary, _ depth: Int) throws {
    open(0x7B)
    var first = true
    for i in 0..<d.count {
      guard case .string(let key) = d.keys[i] else {
        throw KeyError(
          message: "The type '\(d.type.fullName)' is not supported for serialization or deserialization of a "
            + "dictionary. Keys must be strings.")
      }
      separate(first: first)
      first = false
      name(key)
      try put(d.values[i], depth + 1)
    }
    for (n, v) in notes(of: .object(d)) {
      separate(first: first)
      first = false
      name(n)
      try put(v, depth + 1)
    }
    close(0x7D, isEmpty: first)
  }

  private mutating func put(_ items: ValueIterator, _ depth: Int) throws {
    open(0x5B)
    var first = true
    while let item = try items.next() {
      separate(first: first)
      first = false
      try put(item, depth + 1)
    }
    close(0x5D, isEmpty: first)
  }

  private mutating func put(object: Value, _ depth: Int) throws {
    open(0x7B)
    var first = true
    for m in MemberAccess.members(of: object) where m.isProperty && !m.isStatic && m.overloads.isEmpty {
      if m.isHidden && object.typeInfo?.scriptClass == nil { continue }
      let v = (try? m.kind == .aliasProperty ? MemberAccess.get(object, m.name) ?? .null : m.get(object)) ?? .null
      separate(first: first)
      first = false
      name(m.name)
      try put(v, depth + 1)
    }
    close(0x7D, isEmpty: first)
  }

  // MARK: Text

  private mutating func open(_ bracket: UInt8) {
    out.append(bracket)
    indent += 1
  }

  private mutating func close(_ bracket: UInt8, isEmpty: Bool) {
    indent -= 1
    if !isEmpty { newLine() }
    out.append(bracket)
  }

  private mutating func separate(first: Bool) {
    if !first { out.append(0x2C) }
    newLine()
  }

  private mutating func newLine() {
    if isCompressed { return }
    out.append(0x0A)
    out += [UInt8](repeating: 0x20, count: indent * 2)
  }

  private mutating func name(_ n: String) {
    putText(n)
    out.append(0x3A)
    if !isCompressed { out.append(0x20) }
  }

  private mutating func putText(_ s: String) {
    out.append(0x22)
    for u in s.unicodeScalars { putScalar(u) }
    out.append(0x22)
  }

  private mutating func putScalar(_ u: Unicode.Scalar) {
    switch u.value {
    case 0x22:
      if escapes == .html { out += Array("\\u0022".utf8) } else { out += [0x5C, 0x22] }
    case 0x5C: out += [0x5C, 0x5C]
    case 0x08: out += Array("\\b".utf8)
    case 0x09: out += Array("\\t".utf8)
    case 0x0A: out += Array("\\n".utf8)
    case 0x0C: out += Array("\\f".utf8)
    case 0x0D: out += Array("\\r".utf8)
    case 0x00..<0x20, 0x85, 0x2028, 0x2029: escape(u.value)
    case 0x26, 0x27, 0x3C, 0x3E: if escapes == .html { escape(u.value) } else { out.append(UInt8(u.value)) }
    case 0x7F..<0x110000 where escapes == .nonAscii && u.value > 0x7F:
      for unit in String(Character(u)).utf16 { escape(UInt32(unit)) }
    default: out += Array(String(Character(u)).utf8)
    }
  }

  private mutating func escape(_ unit: UInt32) {
    let h = String(unit, radix: 16)
    out += Array(("\\u" + String(repeating: "0", count: 4 - h.count) + h).utf8)
  }
}
