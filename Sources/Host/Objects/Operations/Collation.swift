import Basics

/// Linguistic comparison of strings: letters before case and accents, punctuation before digits before letters.
public enum Collation {
  /// Whether two strings are equal to a reader (composed and decomposed accents agree).
  public static func equal(_ a: String, _ b: String, ignoreCase: Bool) -> Bool {
    if Ordinal.equals(a, b, ignoreCase: ignoreCase) { return true }
    if Ordinal.isASCII(a) && Ordinal.isASCII(b) && !hasControls(a) && !hasControls(b) { return false }
    return compare(a, b, ignoreCase: ignoreCase) == 0
  }

  private static func hasControls(_ s: String) -> Bool {
    s.utf8.contains { $0 < 0x20 && !(9...13).contains($0) || $0 == 0x7F }
  }

  /// Negative, zero or positive; lower case before upper case when nothing else differs.
  public static func compare(_ a: String, _ b: String, ignoreCase: Bool) -> Int {
    if let c = compareASCII(a, b, ignoreCase) { return c }
    let x = keys(a)
    let y = keys(b)
    if let c = first(x.map { $0.primary }, y.map { $0.primary }) { return c }
    if let c = first(x.map { $0.secondary }, y.map { $0.secondary }) { return c }
    if ignoreCase { return 0 }
    return first(x.map { UInt32($0.tertiary) }, y.map { UInt32($0.tertiary) }) ?? 0
  }

  private static func first(_ a: [UInt32], _ b: [UInt32]) -> Int? {
    for (x, y) in zip(a, b) where x != y { return x < y ? -1 : 1 }
    return a.count == b.count ? nil : (a.count < b.count ? -1 : 1)
  }

  /// ASCII strings without building keys; nil when other characters take part.
  private static func compareASCII(_ a: String, _ b: String, _ ignoreCase: Bool) -> Int? {
    let r: Int?? = a.utf8.withContiguousStorageIfAvailable { p in
      b.utf8.withContiguousStorageIfAvailable { q -> Int? in
        var i = 0
        var tie = 0
        let n = min(p.count, q.count)
        while i < n {
          let x = p[i]
          let y = q[i]
          if x >= 0x80 || y >= 0x80 || weights[Int(x)] == 0 || weights[Int(y)] == 0 { return nil }
          if x != y {
            let u = weights[Int(x)]
            let v = weights[Int(y)]
            if u != v {
              guard rest(p, i), rest(q, i) else { return nil }
              return u < v ? -1 : 1
            }
            if tie == 0 { tie = x > y ? -1 : 1 }
          }
          i &+= 1
        }
        guard rest(p, i), rest(q, i) else { return nil }
        if p.count != q.count { return p.count < q.count ? -1 : 1 }
        return ignoreCase ? 0 : tie
      } ?? nil
    }
    return r ?? nil
  }

  /// Whether the rest is plain ASCII.
  private static func rest(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var i = start
    while i < p.count {
      if p[i] >= 0x80 || weights[Int(p[i])] == 0 { return false }
      i &+= 1
    }
    return true
  }

  /// Weights of the ASCII characters; both cases of a letter share one, controls have none.
  private static let weights: [UInt8] = {
    var w = [UInt8](repeating: 0, count: 128)
    var next: UInt8 = 1
    for c in "\t\n\u{0B}\u{0C}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789".unicodeScalars {
      w[Int(c.value)] = next
      next += 1
    }
    for c in 0x61...0x7A {
      w[c] = next
      w[c - 32] = next
      next += 1
    }
    return w
  }()

  private struct Key {
    var primary: UInt32
    var secondary: UInt32
    var tertiary: UInt8
  }

  /// One key a letter: base letter, accents, case.
  private static func keys(_ s: String) -> [Key] {
    var keys: [Key] = []
    for c in s.unicodeScalars {
      for part in decomposed(c) {
        let p = part.properties
        switch p.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark:
          if keys.isEmpty { keys.append(Key(primary: 0, secondary: 0, tertiary: 0)) }
          keys[keys.count - 1].secondary = keys[keys.count - 1].secondary &* 1021 &+ part.value
        case .control where !(9...13).contains(part.value): continue
        case .format, .surrogate: continue
        default: append(part, &keys)
        }
      }
    }
    return keys
  }

  private static func append(_ c: Unicode.Scalar, _ keys: inout [Key]) {
    switch c.value {
    case 0xDF:
      for _ in 0..<2 { keys.append(Key(primary: 0x2000 + 0x73, secondary: 1, tertiary: 0)) }
    case 0xC6, 0xE6:
      keys.append(Key(primary: 0x2000 + 0x61, secondary: 1, tertiary: c.value == 0xC6 ? 1 : 0))
      keys.append(Key(primary: 0x2000 + 0x65, secondary: 1, tertiary: c.value == 0xC6 ? 1 : 0))
    default:
      let (primary, secondary) = weight(c)
      let upper = c.properties.generalCategory == .uppercaseLetter
      keys.append(Key(primary: primary, secondary: secondary, tertiary: upper ? 1 : 0))
    }
  }

  /// The order among base letters: punctuation, digits, Latin, other scripts by code, Hangul, kana, ideographs.
  private static func weight(_ c: Unicode.Scalar) -> (UInt32, UInt32) {
    let v = c.value
    if v < 0x80 {
      let w = UInt32(weights[Int(v)])
      let folded = v | 0x20
      if folded >= 0x61 && folded <= 0x7A { return (0x2000 + folded, 0) }
      return (w, 0)
    }
    switch v {
    case 0xF8, 0xD8: return (0x2000 + 0x6F, 2)
    case 0x142, 0x141: return (0x2000 + 0x6C, 2)
    case 0x131: return (0x2000 + 0x69, 2)
    case 0x3041...0x3096: return (0x60000 + v, 0)
    case 0x30A1...0x30F6: return (0x60000 + v - 0x60, 1)
    case 0xAC00...0xD7A3: return (0x50000 + v, 0)
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: return (0x70000 + v, 0)
    default: break
    }
    if c.properties.isAlphabetic {
      let lower = c.properties.lowercaseMapping.unicodeScalars
      return (0x3000 + (lower.count == 1 ? lower.first?.value ?? v : v), 0)
    }
    if let n = c.properties.numericValue, n >= 0, n < 10, c.properties.numericType == .decimal {
      return (UInt32(weights[0x30 + Int(n)]), 1)
    }
    return (0x100 + (v & 0xFFF), 0)
  }

  /// The canonical parts of a precomposed letter.
  private static func decomposed(_ c: Unicode.Scalar) -> [Unicode.Scalar] {
    if c.value < 0xC0 || (0xAC00...0xD7A3).contains(c.value) || (0x3400...0x9FFF).contains(c.value) { return [c] }
    return Decomposition.parts(c)
  }
}
