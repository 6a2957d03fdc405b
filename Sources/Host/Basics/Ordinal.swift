import Glibc

/// Comparison of strings by code, without locale or canonical equivalence (`String.==` has the latter).
public enum Ordinal {
  /// Whether two strings have the same scalars.
  public static func equals(_ left: String, _ right: String) -> Bool {
    let quick: Bool?? = left.utf8.withContiguousStorageIfAvailable { a in
      right.utf8.withContiguousStorageIfAvailable { b in
        guard a.count == b.count else { return false }
        guard let x = a.baseAddress, let y = b.baseAddress else { return true }
        return memcmp(x, y, a.count) == 0
      }
    }
    return (quick ?? nil) ?? left.utf8.elementsEqual(right.utf8)
  }

  /// Whether two strings have the same scalars once case is folded.
  public static func equalsIgnoreCase(_ left: String, _ right: String) -> Bool {
    let quick: Bool?? = left.utf8.withContiguousStorageIfAvailable { a in
      right.utf8.withContiguousStorageIfAvailable { b in asciiEquals(a, b) } ?? nil
    }
    if let known = quick ?? nil { return known }
    var rest = right.unicodeScalars.makeIterator()
    for scalar in left.unicodeScalars {
      guard let other = rest.next() else { return false }
      if scalar != other, CaseFold.upper(scalar.value) != CaseFold.upper(other.value) { return false }
    }
    return rest.next() == nil
  }

  /// Equality with a choice of case sensitivity.
  public static func equals(_ left: String, _ right: String, ignoreCase: Bool) -> Bool {
    ignoreCase ? equalsIgnoreCase(left, right) : equals(left, right)
  }

  /// Order by UTF-16 units, optionally folded to upper case: negative, zero or positive.
  public static func compare(_ left: String, _ right: String, ignoreCase: Bool = false) -> Int {
    let quick: Int?? = left.utf8.withContiguousStorageIfAvailable { a in
      right.utf8.withContiguousStorageIfAvailable { b in asciiCompare(a, b, ignoreCase: ignoreCase) } ?? nil
    }
    if let known = quick ?? nil { return known }
    var rest = right.unicodeScalars.makeIterator()
    for scalar in left.unicodeScalars {
      guard let other = rest.next() else { return 1 }
      if scalar == other { continue }
      let a = ignoreCase ? CaseFold.upper(scalar.value) : scalar.value
      let b = ignoreCase ? CaseFold.upper(other.value) : other.value
      if a != b { return utf16Rank(a) < utf16Rank(b) ? -1 : 1 }
    }
    return rest.next() == nil ? 0 : -1
  }

  /// A hash that agrees with `equalsIgnoreCase`.
  public static func hashIgnoreCase(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let done: Bool? = text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes {
        if byte >= 0x80 { return false }
        hash = mix(hash, UInt32(CaseFold.upper(ascii: byte)))
      }
      return true
    }
    if done == true { return hash }
    hash = 0xCBF2_9CE4_8422_2325
    for scalar in text.unicodeScalars { hash = mix(hash, CaseFold.upper(scalar.value)) }
    return hash
  }

  /// Whether `text` begins with `prefix`.
  public static func hasPrefix(_ text: String, _ prefix: String, ignoreCase: Bool) -> Bool {
    var rest = text.unicodeScalars.makeIterator()
    for scalar in prefix.unicodeScalars {
      guard let other = rest.next() else { return false }
      if scalar == other { continue }
      guard ignoreCase, CaseFold.upper(scalar.value) == CaseFold.upper(other.value) else { return false }
    }
    return true
  }

  /// Whether `text` ends with `suffix`.
  public static func hasSuffix(_ text: String, _ suffix: String, ignoreCase: Bool) -> Bool {
    var rest = text.unicodeScalars.reversed().makeIterator()
    for scalar in suffix.unicodeScalars.reversed() {
      guard let other = rest.next() else { return false }
      if scalar == other { continue }
      guard ignoreCase, CaseFold.upper(scalar.value) == CaseFold.upper(other.value) else { return false }
    }
    return true
  }

  /// Whether every byte is ASCII.
  public static func isASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { isASCII($0) } ?? text.utf8.allSatisfy { $0 < 0x80 }
  }

  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for byte in bytes { all |= byte }
    return all < 0x80
  }

  /// Nil when a non-ASCII byte makes the bytes insufficient to decide.
  private static func asciiEquals(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool? {
    let shared = min(a.count, b.count)
    var index = 0
    while index < shared {
      let x = a[index]
      let y = b[index]
      if (x | y) >= 0x80 { return nil }
      if x != y, CaseFold.upper(ascii: x) != CaseFold.upper(ascii: y) { return false }
      index &+= 1
    }
    return a.count == b.count
  }

  private static func asciiCompare(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, ignoreCase: Bool
  ) -> Int? {
    let shared = min(a.count, b.count)
    var index = 0
    while index < shared {
      var x = a[index]
      var y = b[index]
      if (x | y) >= 0x80 { return nil }
      if x != y {
        if ignoreCase {
          x = CaseFold.upper(ascii: x)
          y = CaseFold.upper(ascii: y)
        }
        if x != y { return x < y ? -1 : 1 }
      }
      index &+= 1
    }
    return a.count == b.count ? 0 : (a.count < b.count ? -1 : 1)
  }

  /// Supplementary scalars sort between U+D7FF and U+E000 when strings are compared by UTF-16 unit.
  private static func utf16Rank(_ scalar: UInt32) -> UInt32 {
    if scalar >= 0x1_0000 { return scalar &- 0x1_0000 &+ 0xD800 }
    return scalar >= 0xE000 ? scalar &+ 0x10_0000 : scalar
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
    (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
  }
}
