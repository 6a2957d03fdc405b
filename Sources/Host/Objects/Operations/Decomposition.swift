import Basics

/// Canonical decomposition of letters with accents, for comparison.
enum Decomposition {
  // Filled on first use; one thread runs guest code.
  nonisolated(unsafe) private static var cache: [UInt32: [Unicode.Scalar]] = [:]

  /// The base letter and its marks, or the scalar itself.
  static func parts(_ c: Unicode.Scalar) -> [Unicode.Scalar] {
    if let known = cache[c.value] { return known }
    let r = search(c)
    cache[c.value] = r
    return r
  }

  /// Marks that form most precomposed letters of Latin, Greek and Cyrillic.
  private static let marks: [UInt32] = [
    0x300, 0x301, 0x302, 0x303, 0x304, 0x306, 0x307, 0x308, 0x309, 0x30A, 0x30B, 0x30C, 0x30F, 0x311, 0x31B, 0x323,
    0x324, 0x325, 0x326, 0x327, 0x328, 0x32D, 0x32E, 0x330, 0x331, 0x342, 0x345, 0x3099, 0x309A,
  ]

  /// Finds the base by canonical equivalence, which Swift strings compare by.
  private static func search(_ c: Unicode.Scalar) -> [Unicode.Scalar] {
    let whole = String(Character(c))
    guard c.properties.isAlphabetic else { return [c] }
    for base in candidates(c) {
      for m in marks {
        guard let mark = Unicode.Scalar(m) else { continue }
        var view = String.UnicodeScalarView()
        view.append(base)
        view.append(mark)
        if String(view) == whole { return base.value < 0xC0 ? [base, mark] : parts(base) + [mark] }
      }
    }
    return [c]
  }

  private static func candidates(_ c: Unicode.Scalar) -> [Unicode.Scalar] {
    let v = c.value
    var ranges: [ClosedRange<UInt32>] = []
    switch v {
    case 0xC0...0x24F, 0x1E00...0x1EFF: ranges = [0x41...0x5A, 0x61...0x7A, 0xC0...0xFF, 0x100...0x1B0]
    case 0x370...0x3FF, 0x1F00...0x1FFF: ranges = [0x391...0x3C9, 0x1F00...0x1F69]
    case 0x400...0x4FF: ranges = [0x406...0x406, 0x410...0x44F, 0x456...0x456]
    case 0x3041...0x30FF: ranges = [(v - 2)...(v - 1)]
    default: return []
    }
    return ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
  }
}
