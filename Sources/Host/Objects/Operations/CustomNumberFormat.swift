/// A custom numeric pattern such as `#,##0.00;(0.0);zero`.
struct CustomNumberFormat {
  private let pattern: [UInt16]

  init(_ pattern: String) { self.pattern = Array(pattern.utf16) }

  /// What one section of the pattern says, gathered before any digit is written.
  private struct Layout {
    var digitCount = 0
    var decimalPosition = -1
    var firstDigit = Int.max
    var lastDigit = 0
    var isScientific = false
    var hasGroups = false
    var groupPosition = -1
    var groupCount = 0
    var scale = 0
  }

  private static func ascii(_ c: Character) -> UInt16 { UInt16(c.asciiValue ?? 0) }
  private let hash: UInt16 = 0x23, zero: UInt16 = 0x30, dot: UInt16 = 0x2E, comma: UInt16 = 0x2C
  private let percent: UInt16 = 0x25, perMille: UInt16 = 0x2030, quote: UInt16 = 0x27, doubleQuote: UInt16 = 0x22
  private let backslash: UInt16 = 0x5C, semicolon: UInt16 = 0x3B

  func format(_ number: NumberBuffer, _ nf: NumberFormatObject) -> String {
    var b = number
    var section = sectionRange(b.isZero ? 2 : (b.isNegative ? 1 : 0))
    var layout = scan(section.range)
    if !b.isZero {
      b.point += layout.scale
      b.round(to: layout.isScientific ? layout.digitCount : b.point + layout.digitCount - layout.decimalPosition)
      if b.isZero {
        let again = sectionRange(2)
        if again.range != section.range {
          section = again
          layout = scan(section.range)
        }
      }
    } else {
      b.point = 0
      if !b.isFloating { b.isNegative = false }
    }
    return write(b, section.range, layout, signed: b.isNegative && section.index == 0 && !b.isZero, nf)
  }

  /// The section for positive (0), negative (1) or zero (2) numbers; an absent one falls back to the first.
  private func sectionRange(_ wanted: Int) -> (index: Int, range: Range<Int>) {
    var ranges: [Range<Int>] = []
    var start = 0
    var i = 0
    while i < pattern.count {
      let c = pattern[i]
      if c == backslash {
        i += 1
      } else if c == quote || c == doubleQuote {
        i += 1
        while i < pattern.count && pattern[i] != c { i += 1 }
      } else if c == semicolon {
        ranges.append(start..<i)
        start = i + 1
      }
      i += 1
    }
    ranges.append(start..<max(start, pattern.count))
    if wanted > 0 && wanted < ranges.count && !ranges[wanted].isEmpty { return (wanted, ranges[wanted]) }
    return (0, ranges[0])
  }

  private func scan(_ range: Range<Int>) -> Layout {
    var l = Layout()
    var i = range.lowerBound
    while i < range.upperBound {
      let c = pattern[i]
      i += 1
      switch c {
      case hash: l.digitCount += 1
      case zero:
        if l.firstDigit == Int.max { l.firstDigit = l.digitCount }
        l.digitCount += 1
        l.lastDigit = l.digitCount
      case dot: if l.decimalPosition < 0 { l.decimalPosition = l.digitCount }
      case comma:
        guard l.digitCount > 0, l.decimalPosition < 0 else { continue }
        if l.groupPosition >= 0 {
          if l.groupPosition == l.digitCount {
            l.groupCount += 1
            continue
          }
          l.hasGroups = true
        }
        l.groupPosition = l.digitCount
        l.groupCount = 1
      case percent: l.scale += 2
      case perMille: l.scale += 3
      case quote, doubleQuote:
        while i < range.upperBound && pattern[i] != c { i += 1 }
        i += 1
      case backslash: i += 1
      case 0x45, 0x65: if exponentEnd(i, range.upperBound) != nil { l.isScientific = true }
      default: break
      }
    }
    if l.decimalPosition < 0 { l.decimalPosition = l.digitCount }
    if l.groupPosition >= 0 {
      if l.groupPosition == l.decimalPosition { l.scale -= l.groupCount * 3 } else { l.hasGroups = true }
    }
    return l
  }

  /// After an `E`: the index behind `0`, `+0`, `-0` and further zeros; nil when it is a plain letter.
  private func exponentEnd(_ start: Int, _ end: Int) -> Int? {
    var i = start
    if i < end, pattern[i] == 0x2B || pattern[i] == 0x2D { i += 1 }
    guard i < end, pattern[i] == zero else { return nil }
    while i < end && pattern[i] == zero { i += 1 }
    return i
  }

  private func write(
    _ b: NumberBuffer, _ range: Range<Int>, _ l: Layout, signed: Bool, _ nf: NumberFormatObject
  ) -> String {
    let firstDigit = l.firstDigit < l.decimalPosition ? l.decimalPosition - l.firstDigit : 0
    let lastDigit = l.lastDigit > l.decimalPosition ? l.decimalPosition - l.lastDigit : 0
    var position = l.isScientific ? l.decimalPosition : max(b.point, l.decimalPosition)
    var adjust = l.isScientific ? 0 : b.point - l.decimalPosition
    let breaks = l.hasGroups && !nf.groupSeparator.isEmpty ? groupBreaks(nf.groupSizes, upTo: max(position, 0)) : []
    var out: [UInt16] = signed ? Array(nf.negativeSign.utf16) : []
    var next = 0
    var pointWritten = false

    func put(_ unit: UInt16) {
      out.append(unit)
      if position > 1, breaks.contains(position - 1) { out.append(contentsOf: nf.groupSeparator.utf16) }
    }
    var i = range.lowerBound
    while i < range.upperBound {
      let c = pattern[i]
      i += 1
      if adjust > 0, c == hash || c == zero || c == dot {
        while adjust > 0 {
          put(UInt16(b.digit(next)))
          next += 1
          position -= 1
          adjust -= 1
        }
      }
      switch c {
      case hash, zero:
        var unit: UInt16? = nil
        if adjust < 0 {
          adjust += 1
          unit = position <= firstDigit ? zero : nil
        } else if next < b.digits.count {
          unit = UInt16(b.digit(next))
          next += 1
        } else {
          unit = position > lastDigit ? zero : nil
        }
        if let unit { position > 0 ? put(unit) : out.append(unit) }
        position -= 1
      case dot:
        if position != 0 || pointWritten { continue }
        if lastDigit < 0 || (l.decimalPosition < l.digitCount && next < b.digits.count) {
          out.append(contentsOf: nf.decimalSeparator.utf16)
          pointWritten = true
        }
      case comma: break
      case percent: out.append(contentsOf: nf.percentSymbol.utf16)
      case perMille: out.append(contentsOf: nf.perMilleSymbol.utf16)
      case quote, doubleQuote:
        while i < range.upperBound && pattern[i] != c {
          out.append(pattern[i])
          i += 1
        }
        i += 1
      case backslash:
        if i < range.upperBound { out.append(pattern[i]) }
        i += 1
      case 0x45, 0x65:
        guard let end = exponentEnd(i, range.upperBound) else {
          out.append(c)
          continue
        }
        let plus = pattern[i] == 0x2B
        let width = min(end - i - (pattern[i] == zero ? 0 : 1), 10)
        let e = b.isZero ? 0 : b.point - l.decimalPosition
        let mark = c == 0x45 ? "E" : "e"
        out.append(contentsOf: NumberFormatter.exponent(e, mark, width: width, nf, plus: plus).utf16)
        i = end
      default: out.append(c)
      }
    }
    return String(decoding: out, as: UTF16.self)
  }

  /// Counts of digits from the right behind which a separator stands.
  private func groupBreaks(_ sizes: [Int], upTo limit: Int) -> [Int] {
    var breaks: [Int] = []
    var at = 0
    var i = 0
    while !sizes.isEmpty {
      let size = sizes[min(i, sizes.count - 1)]
      if size <= 0 { break }
      at += size
      if at >= limit { break }
      breaks.append(at)
      i += 1
    }
    return breaks
  }
}
