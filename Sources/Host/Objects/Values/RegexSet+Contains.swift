import Basics

/// Case folding for the room's own matcher.
enum RegexFold {
  static func upper(_ c: UInt32) -> UInt32 { CaseFold.upper(c) }
  static func lower(_ c: UInt32) -> UInt32 {
    guard let s = Unicode.Scalar(c) else { return c }
    let l = s.properties.lowercaseMapping.unicodeScalars
    return l.count == 1 ? l.first?.value ?? c : c
  }
}

extension RegexSet {
  /// Whether a character belongs to the class.
  func contains(_ c: UInt32, ascii: Bool) -> Bool {
    if let without, without.contains(c, ascii: ascii) { return false }
    var found = false
    for item in items {
      switch item {
      case .range(let a, let b): found = c >= a && c <= b
      case .escape(let e): found = RegexSet.matches(e, c, ascii)
      case .property(let name, let negated): found = RegexSet.has(name, c) != negated
      }
      if found { break }
    }
    return found != isNegated
  }

  static func isWord(_ c: UInt32) -> Bool { matches("w", c, false) }

  private static func matches(_ e: Character, _ c: UInt32, _ ascii: Bool) -> Bool {
    switch e {
    case "d": return ascii ? c &- 0x30 < 10 : has("Nd", c)
    case "w":
      if c < 0x80 { return c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 26 || c == 0x5F }
      return !ascii && (has("L", c) || has("Mn", c) || has("Nd", c) || has("Pc", c))
    case "s": return c == 0x20 || (9...13).contains(c) || (!ascii && (c == 0x85 || has("Z", c)))
    case "D": return !matches("d", c, ascii)
    case "W": return !matches("w", c, ascii)
    case "S": return !matches("s", c, ascii)
    default: return false
    }
  }

  private static func has(_ name: String, _ c: UInt32) -> Bool {
    if let (a, b) = RegexBlocks.range(name) { return c >= a && c <= b }
    guard let s = Unicode.Scalar(c) else { return name == "Cs" || name == "C" }
    let short = category(s.properties.generalCategory)
    return name.utf8.count == 1 ? short.hasPrefix(name) : short == name
  }

  private static func category(_ g: Unicode.GeneralCategory) -> String {
    switch g {
    case .uppercaseLetter: return "Lu"
    case .lowercaseLetter: return "Ll"
    case .titlecaseLetter: return "Lt"
    case .modifierLetter: return "Lm"
    case .otherLetter: return "Lo"
    case .nonspacingMark: return "Mn"
    case .spacingMark: return "Mc"
    case .enclosingMark: return "Me"
    case .decimalNumber: return "Nd"
    case .letterNumber: return "Nl"
    case .otherNumber: return "No"
    case .connectorPunctuation: return "Pc"
    case .dashPunctuation: return "Pd"
    case .openPunctuation: return "Ps"
    case .closePunctuation: return "Pe"
    case .initialPunctuation: return "Pi"
    case .finalPunctuation: return "Pf"
    case .otherPunctuation: return "Po"
    case .mathSymbol: return "Sm"
    case .currencySymbol: return "Sc"
    case .modifierSymbol: return "Sk"
    case .otherSymbol: return "So"
    case .spaceSeparator: return "Zs"
    case .lineSeparator: return "Zl"
    case .paragraphSeparator: return "Zp"
    case .control: return "Cc"
    case .format: return "Cf"
    case .surrogate: return "Cs"
    case .privateUse: return "Co"
    case .unassigned: return "Cn"
    @unknown default: return "Cn"
    }
  }
}
