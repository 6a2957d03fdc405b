import Basics

/// Converted arguments of catalogue methods, by position.
extension [Value] {
  /// An `int` argument.
  func int(_ i: Int) -> Int {
    guard i < count else { return 0 }
    return self[i].intValue
  }
  /// A `long` argument.
  func long(_ i: Int) -> Int64 {
    guard i < count else { return 0 }
    return self[i].longValue
  }
  /// A `string` argument, empty for null.
  func str(_ i: Int) -> String { strOrNil(i) ?? "" }
  /// A `string` argument.
  func strOrNil(_ i: Int) -> String? {
    guard i < count else { return nil }
    if case .string(let s) = self[i].base { return s }
    if case .char(let c) = self[i].base { return String(utf16: [c]) }
    return nil
  }
  /// A `string` argument that must not be null.
  func requireStr(_ i: Int, _ name: String) throws -> String {
    guard let s = strOrNil(i) else { throw Throw.argumentNull(name) }
    return s
  }
  /// A `bool` argument.
  func bool(_ i: Int) -> Bool {
    guard i < count, case .bool(let b) = self[i].base else { return false }
    return b
  }
  /// A `double` argument.
  func double(_ i: Int) -> Double {
    guard i < count else { return 0 }
    return self[i].doubleValue
  }
  /// A `char` argument.
  func char(_ i: Int) -> UInt16 {
    guard i < count, case .char(let c) = self[i].base else { return 0 }
    return c
  }
  /// The number of an enumeration argument.
  func raw(_ i: Int) -> Int64 {
    guard i < count, let e = self[i].asObject(EnumValue.self) else { return 0 }
    return e.raw
  }
  /// Elements of an array or other collection argument.
  func list(_ i: Int) throws -> [Value] {
    guard i < count else { return [] }
    return try Collections.elements(self[i])
  }
  /// An object argument of a class of this room.
  func object<T: Obj>(_ i: Int, _ type: T.Type) -> T? { i < count ? self[i].asObject(type) : nil }
  /// Bytes of a `byte[]` argument.
  func bytes(_ i: Int) throws -> [UInt8] { try list(i).map { UInt8(truncatingIfNeeded: $0.longValue) } }
  /// Whether the argument is there and not null.
  func has(_ i: Int) -> Bool { i < count && !self[i].isNull }
}

extension Value {
  /// The whole number in an integer value.
  var longValue: Int64 {
    switch base {
    case .int(let n): return Int64(n)
    case .long(let n): return n
    case .char(let c): return Int64(c)
    case .bool(let b): return b ? 1 : 0
    case .double(let d): return Int64(exactly: d.rounded(.toNearestOrEven)) ?? 0
    case .scalar(let kind, let bits): return kind == .single ? 0 : integer(kind, bits)
    case .object(let o as EnumValue): return o.raw
    default: return 0
    }
  }
  private func integer(_ kind: ScalarKind, _ bits: UInt64) -> Int64 {
    switch kind {
    case .sbyte: return Int64(Int8(truncatingIfNeeded: bits))
    case .int16: return Int64(Int16(truncatingIfNeeded: bits))
    default: return Int64(truncatingIfNeeded: bits)
    }
  }
  /// The whole number in an integer value, as a Swift `Int`.
  var intValue: Int { Int(longValue) }
  /// The number in a floating-point or integer value.
  var doubleValue: Double {
    switch base {
    case .double(let d): return d
    case .scalar(.single, let bits): return Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .scalar(.uint64, let bits): return Double(bits)
    default: return Double(longValue)
    }
  }
  /// A number of 32 bits; larger ones are cut.
  static func int(_ n: Int) -> Value { .int(Int32(truncatingIfNeeded: n)) }
  /// A typed array of strings.
  static func strings(_ s: [String]) -> Value { .object(PSArray(s.map { .string($0) }, of: Types.string)) }
  /// A byte array.
  static func bytes(_ b: [UInt8]) -> Value { .object(PSArray(b.map { .byte($0) }, of: Types.byte)) }
  /// A typed array.
  static func array(_ items: [Value], of type: TypeInfo) -> Value { .object(PSArray(items, of: type)) }
  /// A string or null.
  static func text(_ s: String?) -> Value { s.map { .string($0) } ?? .null }
  /// The text of a string value, empty for others.
  var str: String {
    if case .string(let s) = base { return s }
    return ""
  }
  /// An enumeration value by type name and number.
  static func enumeration(_ type: String, _ raw: Int64) -> Value { .object(EnumValue(Types.named(type), raw)) }
}

/// Strings counted in UTF-16 units, as .NET counts them.
extension String {
  /// A string of UTF-16 units; unpaired surrogates become U+FFFD.
  init(utf16 units: [UInt16]) { self = String(decoding: units, as: UTF16.self) }
  /// Units from a position on.
  func units(from start: Int, count n: Int) -> String {
    let u = utf16
    let a = u.index(u.startIndex, offsetBy: start)
    let b = u.index(a, offsetBy: n)
    if let s = String(u[a..<b]) { return s }
    return String(decoding: u[a..<b], as: UTF16.self)
  }
  /// The first place a text occurs at or after a unit position and before an end, -1 if nowhere.
  func unitIndex(of other: String, from start: Int, to end: Int, ignoreCase: Bool) -> Int {
    if other.isEmpty { return start }
    if !ignoreCase, start == 0, let fast = asciiIndex(of: other, end: end) { return fast }
    let hay = Array(utf16)
    let needle = Array(other.utf16)
    let last = min(end, hay.count) - needle.count
    if last < start { return -1 }
    var i = start
    while i <= last {
      if String.matches(hay, i, needle, ignoreCase) { return i }
      i &+= 1
    }
    return -1
  }
  /// The last place a text occurs between two unit positions, -1 if nowhere.
  func lastUnitIndex(of other: String, from start: Int, to end: Int, ignoreCase: Bool) -> Int {
    let hay = Array(utf16)
    let needle = Array(other.utf16)
    var i = min(end, hay.count) - needle.count
    while i >= start {
      if String.matches(hay, i, needle, ignoreCase) { return i }
      i &-= 1
    }
    return -1
  }
  private func asciiIndex(of other: String, end: Int) -> Int? {
    guard Ordinal.isASCII(self) else { return nil }
    let found: Int?? = utf8.withContiguousStorageIfAvailable { hay in
      other.utf8.withContiguousStorageIfAvailable { needle -> Int in
        let last = min(end, hay.count) - needle.count
        var i = 0
        while i <= last {
          if hay[i] == needle[0] {
            var j = 1
            while j < needle.count && hay[i &+ j] == needle[j] { j &+= 1 }
            if j == needle.count { return i }
          }
          i &+= 1
        }
        return -1
      }
    }
    return found ?? nil
  }
  private static func matches(_ hay: [UInt16], _ at: Int, _ needle: [UInt16], _ ignoreCase: Bool) -> Bool {
    var j = 0
    while j < needle.count {
      let a = hay[at &+ j]
      let b = needle[j]
      if a != b, !ignoreCase || CaseFold.upper(unit: a) != CaseFold.upper(unit: b) { return false }
      j &+= 1
    }
    return true
  }
}
