/// Terminal cells taken by text: wide East Asian characters and emoji take two, combining marks none.
public enum DisplayWidth {
  /// Cells of one scalar; control characters count as none.
  public static func cells(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0x300 { return value < 0xA0 ? 0 : 1 }
    if isZeroWidth(scalar) { return 0 }
    if value < 0x1100 { return 1 }
    return isWide(value) ? 2 : 1
  }

  /// Cells of a string without escape sequences.
  public static func cells(_ text: String) -> Int {
    let quick: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      for byte in bytes {
        if byte >= 0x80 { return nil }
        if byte >= 0x20 && byte != 0x7F { count &+= 1 }
      }
      return count
    }
    if let known = quick ?? nil { return known }
    var total = 0
    for scalar in text.unicodeScalars { total &+= cells(scalar) }
    return total
  }

  /// Cells of a string whose escape sequences (CSI, OSC and two-byte ones) take no room.
  public static func visibleCells(_ text: String) -> Int {
    guard text.utf8.contains(0x1B) else { return cells(text) }
    var total = 0
    var skipper = EscapeSkipper()
    for scalar in text.unicodeScalars where !skipper.swallows(scalar) { total &+= cells(scalar) }
    return total
  }

  /// The longest prefix that fits into `limit` cells, and the cells it takes; marks stay with their base.
  public static func prefix(_ text: String, cells limit: Int) -> (text: Substring, cells: Int) {
    let scalars = text.unicodeScalars
    var used = 0
    var end = scalars.startIndex
    while end < scalars.endIndex {
      let width = cells(scalars[end])
      if used &+ width > limit { break }
      used &+= width
      end = scalars.index(after: end)
    }
    return (text[..<end], used)
  }

  /// The longest suffix that fits into `limit` cells, and the cells it takes.
  public static func suffix(_ text: String, cells limit: Int) -> (text: Substring, cells: Int) {
    let scalars = text.unicodeScalars
    var used = 0
    var start = scalars.endIndex
    var candidate = start
    var usedByStart = 0
    while candidate > scalars.startIndex {
      candidate = scalars.index(before: candidate)
      let width = cells(scalars[candidate])
      if used &+ width > limit { break }
      used &+= width
      // A cut before a combining mark would leave it without a base.
      if width > 0 || candidate == scalars.startIndex {
        start = candidate
        usedByStart = used
      }
    }
    return (text[start...], usedByStart)
  }

  private static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1160...0x11FF: return true
    // Blocks without marks or format characters, asked for often.
    case 0x2500..<0x302A, 0x3400..<0xA66F, 0xAC00..<0xD7B0: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low &+ high) / 2
      if value < wideRanges[2 &* middle] {
        high = middle
      } else if value > wideRanges[2 &* middle &+ 1] {
        low = middle &+ 1
      } else {
        return true
      }
    }
    return false
  }

  /// First and last scalars of the runs whose East Asian width is Wide or Fullwidth.
  private static let wideRanges: [UInt32] = [
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2630, 0x2637, 0x2648, 0x2653, 0x267F, 0x267F, 0x268A, 0x268F,
    0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE,
    0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD,
    0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
    0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50,
    0x2B55, 0x2B55, 0x2E80, 0x303E, 0x3041, 0x3247, 0x3250, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x18D08, 0x1AFF0, 0x1B2FB,
    0x1D300, 0x1D376, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A,
    0x1F200, 0x1F265, 0x1F300, 0x1F320, 0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393,
    0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3, 0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E,
    0x1F440, 0x1F440, 0x1F442, 0x1F4FC, 0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567,
    0x1F57A, 0x1F57A, 0x1F595, 0x1F596, 0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5,
    0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2, 0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC,
    0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAF8,
    0x20000, 0x3FFFD,
  ]
}

/// Recognises terminal escape sequences scalar by scalar.
public struct EscapeSkipper: Sendable {
  private enum State { case text, escape, parameters, string, stringEscape }
  private var state = State.text

  /// Starts outside any sequence.
  public init() {}

  /// Whether this scalar belongs to an escape sequence.
  public mutating func swallows(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    switch state {
    case .text:
      guard value == 0x1B else { return false }
      state = .escape
    case .escape:
      switch value {
      case 0x5B: state = .parameters
      case 0x5D, 0x50, 0x5F, 0x5E: state = .string
      // Intermediate bytes (charset selection) are followed by one final byte.
      case 0x20...0x2F: break
      default: state = .text
      }
    case .parameters:
      if value >= 0x40 && value <= 0x7E { state = .text }
    case .string:
      if value == 0x07 { state = .text } else if value == 0x1B { state = .stringEscape }
    case .stringEscape:
      state = .text
    }
    return true
  }
}
