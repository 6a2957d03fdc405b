/// Why a wildcard pattern could not be compiled.
public struct WildcardError: Error, Equatable, Sendable {
  /// The pattern as given.
  public let pattern: String

  /// Names the pattern at fault.
  public init(pattern: String) {
    self.pattern = pattern
  }
}

/// A compiled wildcard pattern: `*`, `?`, `[a-z]` and backtick escapes, matched without recursion.
///
/// Matching works on UTF-16 units, so `?` is one unit, as scripts observe.
public struct Wildcard: Sendable {
  /// The pattern as given.
  public let pattern: String
  /// Whether case is folded.
  public let ignoreCase: Bool
  /// The plain text this pattern stands for, when it holds no wildcard.
  public let literal: String?
  /// One code an element: a unit below 0x1_0000, `any`, `star`, or `sets + index`.
  private let codes: [UInt32]
  private let sets: [UnitSet]

  private static let any: UInt32 = 0x1_0000
  private static let star: UInt32 = 0x1_0001
  private static let firstSet: UInt32 = 0x2_0000

  /// Compiles a pattern; an unclosed bracket or a reversed range is an error.
  public init(_ pattern: String, ignoreCase: Bool = true) throws(WildcardError) {
    var compiler = Compiler(ignoreCase: ignoreCase)
    guard compiler.compile(Array(pattern.utf16)) else { throw WildcardError(pattern: pattern) }
    self.pattern = pattern
    self.ignoreCase = ignoreCase
    codes = compiler.codes
    sets = compiler.sets
    literal = compiler.literal.map { String(decoding: $0, as: UTF16.self) }
  }

  /// A pattern that matches exactly this text.
  public init(exactly text: String, ignoreCase: Bool = true) {
    pattern = Wildcard.escape(text)
    self.ignoreCase = ignoreCase
    literal = text
    codes = []
    sets = []
  }

  /// Whether this pattern matches every string.
  public var matchesAll: Bool { codes == [Wildcard.star] }

  /// Whether the whole of `text` matches.
  public func matches(_ text: String) -> Bool {
    if let literal { return Ordinal.equals(text, literal, ignoreCase: ignoreCase) }
    if matchesAll { return true }
    let quick: Bool?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      Ordinal.isASCII(bytes) ? match(bytes) : nil
    }
    if let known = quick ?? nil { return known }
    return Array(text.utf16).withUnsafeBufferPointer { match($0) }
  }

  /// Greedy matching with one resume point: the last `*` swallows one more unit at each mismatch.
  private func match<Unit: FixedWidthInteger & UnsignedInteger>(_ text: UnsafeBufferPointer<Unit>) -> Bool {
    codes.withUnsafeBufferPointer { codes in
      var at = 0
      var code = 0
      var resumeCode = -1
      var resumeAt = 0
      while at < text.count {
        if code < codes.count {
          let current = codes[code]
          if current == Wildcard.star {
            code &+= 1
            if code == codes.count { return true }
            resumeCode = code
            resumeAt = at
            continue
          }
          if accepts(current, UInt16(truncatingIfNeeded: text[at])) {
            code &+= 1
            at &+= 1
            continue
          }
        }
        if resumeCode < 0 { return false }
        resumeAt &+= 1
        at = resumeAt
        code = resumeCode
      }
      while code < codes.count, codes[code] == Wildcard.star { code &+= 1 }
      return code == codes.count
    }
  }

  @inline(__always)
  private func accepts(_ code: UInt32, _ unit: UInt16) -> Bool {
    if code < Wildcard.any {
      return UInt32(unit) == code || (ignoreCase && UInt32(CaseFold.upper(unit: unit)) == code)
    }
    if code == Wildcard.any { return true }
    return sets[Int(code &- Wildcard.firstSet)].contains(unit)
  }
}

extension Wildcard {
  /// Puts a backtick before each wildcard character and each backtick.
  public static func escape(_ text: String, except kept: String = "") -> String {
    guard text.utf8.contains(where: { isSpecial($0) || $0 == backtick }) else { return text }
    let kept = Array(kept.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count &+ 8)
    for byte in text.utf8 {
      if (isSpecial(byte) || byte == backtick) && !kept.contains(byte) { result.append(backtick) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Removes the backticks that protect a wildcard character or another backtick.
  public static func unescape(_ text: String) -> String {
    guard text.utf8.contains(backtick) else { return text }
    var result: [UInt8] = []
    var pending = false
    for byte in text.utf8 {
      if byte == backtick {
        if pending { result.append(backtick) }
        pending.toggle()
        continue
      }
      if pending && !isSpecial(byte) { result.append(backtick) }
      pending = false
      result.append(byte)
    }
    if pending { result.append(backtick) }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the text holds a wildcard character that no backtick protects.
  public static func containsWildcards(_ text: String) -> Bool {
    var escaped = false
    for byte in text.utf8 {
      if escaped {
        escaped = false
      } else if byte == backtick {
        escaped = true
      } else if isSpecial(byte) {
        return true
      }
    }
    return false
  }

  private static var backtick: UInt8 { 0x60 }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x3F || byte == 0x5B || byte == 0x5D
  }
}

extension Wildcard {
  /// The units a bracket expression accepts: a bitmap for ASCII, ranges for the rest.
  private struct UnitSet: Sendable {
    var ascii: (UInt64, UInt64) = (0, 0)
    var ranges: [ClosedRange<UInt16>] = []
    var ignoreCase: Bool

    @inline(__always)
    func contains(_ unit: UInt16) -> Bool {
      if unit < 64 { return ascii.0 & (1 << UInt64(unit)) != 0 }
      if unit < 128 { return ascii.1 & (1 << UInt64(unit &- 64)) != 0 }
      return holds(unit)
    }

    func holds(_ unit: UInt16) -> Bool {
      if ranges.contains(where: { $0.contains(unit) }) { return true }
      guard ignoreCase else { return false }
      let upper = CaseFold.upper(unit: unit)
      let lower = UInt16(truncatingIfNeeded: CaseFold.lower(UInt32(unit)))
      return ranges.contains { $0.contains(upper) || $0.contains(lower) }
    }

    mutating func seal() {
      for unit in UInt16(0)..<64 where holds(unit) { ascii.0 |= 1 << UInt64(unit) }
      for unit in UInt16(64)..<128 where holds(unit) { ascii.1 |= 1 << UInt64(unit &- 64) }
    }
  }

  /// Turns pattern units into element codes.
  private struct Compiler {
    let ignoreCase: Bool
    var codes: [UInt32] = []
    var sets: [UnitSet] = []
    /// The unescaped text while no wildcard was met.
    var literal: [UInt16]? = []

    init(ignoreCase: Bool) { self.ignoreCase = ignoreCase }

    mutating func compile(_ units: [UInt16]) -> Bool {
      var index = 0
      while index < units.count {
        let unit = units[index]
        index &+= 1
        switch unit {
        case 0x60:
          if index < units.count {
            append(units[index])
            index &+= 1
          } else if units.count > 1 {
            append(unit)
          }
        case 0x2A:
          literal = nil
          if codes.last != Wildcard.star { codes.append(Wildcard.star) }
        case 0x3F:
          literal = nil
          codes.append(Wildcard.any)
        case 0x5B:
          literal = nil
          guard let next = bracket(units, from: index) else { return false }
          index = next
        default: append(unit)
        }
      }
      return true
    }

    private mutating func append(_ unit: UInt16) {
      literal?.append(unit)
      codes.append(UInt32(ignoreCase ? CaseFold.upper(unit: unit) : unit))
    }

    /// Reads up to the closing bracket; answers the index after it, or nil when the expression is malformed.
    private mutating func bracket(_ units: [UInt16], from start: Int) -> Int? {
      var content: [(unit: UInt16, isDash: Bool)] = []
      var index = start
      while index < units.count, units[index] != 0x5D {
        var unit = units[index]
        var escaped = false
        if unit == 0x60 {
          index &+= 1
          guard index < units.count else { return nil }
          unit = units[index]
          escaped = true
        }
        content.append((unit, unit == 0x2D && !escaped))
        index &+= 1
      }
      guard index < units.count, let set = makeSet(content) else { return nil }
      codes.append(Wildcard.firstSet &+ UInt32(sets.count))
      sets.append(set)
      return index &+ 1
    }

    private func makeSet(_ content: [(unit: UInt16, isDash: Bool)]) -> UnitSet? {
      var set = UnitSet(ignoreCase: ignoreCase)
      var index = 0
      while index < content.count {
        let low = content[index].unit
        if index &+ 2 < content.count, content[index &+ 1].isDash {
          let high = content[index &+ 2].unit
          guard low <= high else { return nil }
          set.ranges.append(low...high)
          index &+= 3
        } else {
          set.ranges.append(low...low)
          index &+= 1
        }
      }
      set.seal()
      return set
    }
  }
}
