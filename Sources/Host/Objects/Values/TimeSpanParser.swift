import Basics

/// Reads time spans: `[-][d.]hh:mm[:ss[.fffffff]]`, `d`, `d:hh:mm:ss`.
public enum TimeSpanParser {
  /// The ticks of a text; throws .NET's FormatException or OverflowException.
  public static func parse(_ text: String) throws -> Int64 {
    let trimmed = text.trimmedSpaces
    var bytes = Array(trimmed.utf8)[...]
    let negative = bytes.first == 0x2D
    if negative { bytes = bytes.dropFirst() }
    let bad = GuestError.exception(
      "System.FormatException", "String '\(text)' was not recognized as a valid TimeSpan.")
    let range = GuestError.exception(
      "System.OverflowException",
      "The TimeSpan string '\(text)' could not be parsed because at least one of the numeric components is out of "
        + "range or contains too many digits.")
    var numbers: [(value: Int64, digits: Int)] = []
    var separators: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      var n: Int64 = 0
      var digits = 0
      while i < bytes.endIndex, bytes[i] &- 0x30 < 10 {
        if digits < 12 { n = n * 10 + Int64(bytes[i] &- 0x30) }
        digits += 1
        i += 1
      }
      guard digits > 0 else { throw bad }
      if digits >= 12 { throw range }
      numbers.append((n, digits))
      guard i < bytes.endIndex else { break }
      guard bytes[i] == 0x3A || bytes[i] == 0x2E, i + 1 < bytes.endIndex else { throw bad }
      separators.append(bytes[i])
      i += 1
    }
    guard let fields = arrange(numbers, separators) else { throw bad }
    guard fields.h < 24, fields.m < 60, fields.s < 60, fields.d <= 10_675_199, fields.f.digits <= 7 else { throw range }
    var fraction = fields.f.value
    for _ in fields.f.digits..<7 { fraction *= 10 }
    let time: Int64 = fields.h * 36_000_000_000 + fields.m * 600_000_000 + fields.s * 10_000_000 + fraction
    let total = Int128(fields.d) * Int128(TimeSpanObject.ticksPerDay) + Int128(time)
    guard let ticks = Int64(exactly: negative ? -total : total) else { throw range }
    return ticks
  }

  private typealias Fields = (d: Int64, h: Int64, m: Int64, s: Int64, f: (value: Int64, digits: Int))

  private static func arrange(_ n: [(value: Int64, digits: Int)], _ seps: [UInt8]) -> Fields? {
    let none: (value: Int64, digits: Int) = (0, 0)
    let v = n.map { $0.value }
    switch String(decoding: seps, as: UTF8.self) {
    case "" where n.count == 1: return (v[0], 0, 0, 0, none)
    case ":": return (0, v[0], v[1], 0, none)
    // A first number too large for hours counts days.
    case "::": return v[0] > 23 ? (v[0], v[1], v[2], 0, none) : (0, v[0], v[1], v[2], none)
    case ".:": return (v[0], v[1], v[2], 0, none)
    case ".::": return (v[0], v[1], v[2], v[3], none)
    case ":::": return (v[0], v[1], v[2], v[3], none)
    case "::.": return (0, v[0], v[1], v[2], n[3])
    case ".::.", ":::.": return (v[0], v[1], v[2], v[3], n[4])
    case "::::": return (v[0], v[1], v[2], v[3], n[4])
    case ":.": return (0, 0, v[0], v[1], n[2])
    default: return nil
    }
  }

  /// Reads by an exact custom pattern; throws FormatException or OverflowException.
  public static func parseExact(_ text: String, _ format: String, negative: Bool = false) throws -> Int64 {
    let bad = GuestError.exception(
      "System.FormatException", "String '\(text)' was not recognized as a valid TimeSpan.")
    if ["c", "t", "T", "g", "G"].contains(format) { return try parse(text) }
    let f = Array(format.unicodeScalars)
    let t = Array(text.unicodeScalars)
    var values: [Unicode.Scalar: Int64] = [:]
    var fractionDigits = 0
    var i = 0
    var j = 0
    while i < f.count {
      let c = f[i]
      switch c {
      case "d", "h", "m", "s", "f", "F":
        var n = 0
        while i < f.count && f[i] == c {
          n += 1
          i += 1
        }
        var v: Int64 = 0
        var count = 0
        let most = c == "d" ? 8 : (c == "f" || c == "F" ? n : 2)
        while j < t.count, count < max(most, n), let d = t[j].properties.numericType == .decimal ? t[j].value : nil,
          d >= 0x30, d <= 0x39
        {
          v = v * 10 + Int64(d - 0x30)
          count += 1
          j += 1
        }
        if c != "F" && count < n { throw bad }
        if c == "f" || c == "F" { fractionDigits = count }
        values[c == "F" ? "f" : c] = v
      case "%": i += 1
      case "\\":
        guard i + 1 < f.count, j < t.count, t[j] == f[i + 1] else { throw bad }
        i += 2
        j += 1
      case "'", "\"":
        i += 1
        while i < f.count && f[i] != c {
          guard j < t.count, t[j] == f[i] else { throw bad }
          i += 1
          j += 1
        }
        i += 1
      default: throw bad
      }
    }
    guard j == t.count else { throw bad }
    let h = values["h"] ?? 0
    let m = values["m"] ?? 0
    let s = values["s"] ?? 0
    guard h < 24, m < 60, s < 60, (values["d"] ?? 0) <= 10_675_199 else {
      throw GuestError.exception(
        "System.OverflowException",
        "The TimeSpan string '\(text)' could not be parsed because at least one of the numeric components is out of "
          + "range or contains too many digits.")
    }
    var fraction = values["f"] ?? 0
    if fractionDigits < 7 { for _ in fractionDigits..<7 { fraction *= 10 } }
    let total: Int64 =
      (values["d"] ?? 0) * TimeSpanObject.ticksPerDay + h * 36_000_000_000 + m * 600_000_000 + s * 10_000_000
      + fraction
    return negative ? -total : total
  }
}
