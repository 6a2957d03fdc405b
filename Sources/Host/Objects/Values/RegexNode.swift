/// `RegexOptions`.
public struct RegexOptions: OptionSet, Sendable, Hashable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let ignoreCase = RegexOptions(rawValue: 1)
  public static let multiline = RegexOptions(rawValue: 2)
  public static let explicitCapture = RegexOptions(rawValue: 4)
  public static let compiled = RegexOptions(rawValue: 8)
  public static let singleline = RegexOptions(rawValue: 16)
  public static let ignorePatternWhitespace = RegexOptions(rawValue: 32)
  public static let rightToLeft = RegexOptions(rawValue: 64)
  public static let ecmaScript = RegexOptions(rawValue: 256)
  public static let cultureInvariant = RegexOptions(rawValue: 512)
  public static let nonBacktracking = RegexOptions(rawValue: 1024)
}

/// A piece of a parsed .NET pattern.
indirect enum RegexNode {
  case empty
  case literal(UInt32, ignoreCase: Bool)
  case set(RegexSet, ignoreCase: Bool)
  case anyButNewline
  case any
  case anchor(RegexAnchor)
  case sequence([RegexNode])
  case choice([RegexNode])
  case group(RegexNode)
  case capture(Int, RegexNode)
  /// `(?<push-pop>…)`.
  case balance(push: Int?, pop: Int, RegexNode)
  case loop(RegexNode, least: Int, most: Int, lazy: Bool)
  case look(RegexNode, ahead: Bool, negative: Bool)
  case atomic(RegexNode)
  case backreference(Int, ignoreCase: Bool)
  case ifGroup(Int, RegexNode, RegexNode)
  case ifLook(RegexNode, RegexNode, RegexNode)
}

enum RegexAnchor {
  case lineStart, lineEnd, start, end, endBeforeNewline, lastMatch, boundary, notBoundary
}

/// A character class: ranges and named classes, perhaps negated, perhaps without the members of another.
final class RegexSet {
  enum Item {
    case range(UInt32, UInt32)
    /// `\d`, `\w`, `\s` by letter, negated when upper case.
    case escape(Character)
    /// `\p{name}`.
    case property(String, negated: Bool)
  }
  var items: [Item] = []
  var isNegated = false
  var without: RegexSet?

  init() {}
  init(_ item: Item) { items = [item] }
}

/// The blocks `\p{Is…}` names, where PCRE2 knows scripts only.
enum RegexBlocks {
  private static let table: [String: (UInt32, UInt32)] = [
    "IsBasicLatin": (0, 0x7F), "IsLatin-1Supplement": (0x80, 0xFF), "IsLatinExtended-A": (0x100, 0x17F),
    "IsLatinExtended-B": (0x180, 0x24F), "IsIPAExtensions": (0x250, 0x2AF), "IsGreek": (0x370, 0x3FF),
    "IsGreekandCoptic": (0x370, 0x3FF), "IsCyrillic": (0x400, 0x4FF), "IsCyrillicSupplement": (0x500, 0x52F),
    "IsArmenian": (0x530, 0x58F), "IsHebrew": (0x590, 0x5FF), "IsArabic": (0x600, 0x6FF), "IsThai": (0xE00, 0xE7F),
    "IsHangulJamo": (0x1100, 0x11FF), "IsGeneralPunctuation": (0x2000, 0x206F),
    "IsCurrencySymbols": (0x20A0, 0x20CF), "IsLetterlikeSymbols": (0x2100, 0x214F), "IsNumberForms": (0x2150, 0x218F),
    "IsArrows": (0x2190, 0x21FF), "IsMathematicalOperators": (0x2200, 0x22FF), "IsBoxDrawing": (0x2500, 0x257F),
    "IsBlockElements": (0x2580, 0x259F), "IsGeometricShapes": (0x25A0, 0x25FF), "IsDingbats": (0x2700, 0x27BF),
    "IsCJKSymbolsandPunctuation": (0x3000, 0x303F), "IsHiragana": (0x3040, 0x309F), "IsKatakana": (0x30A0, 0x30FF),
    "IsHangulCompatibilityJamo": (0x3130, 0x318F), "IsCJKUnifiedIdeographs": (0x4E00, 0x9FFF),
    "IsHangulSyllables": (0xAC00, 0xD7AF), "IsPrivateUse": (0xE000, 0xF8FF),
    "IsCombiningDiacriticalMarks": (0x300, 0x36F),
  ]
  static func range(_ name: String) -> (UInt32, UInt32)? { table[name] }

  /// The general categories.
  static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "S", "Sm", "Sc", "Sk", "So", "Z", "Zs", "Zl", "Zp", "C", "Cc", "Cf", "Cs", "Co", "Cn",
  ]
}
