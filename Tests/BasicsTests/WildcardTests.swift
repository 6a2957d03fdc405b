import Basics
import Testing

@Suite struct WildcardTests {
  struct Case: Sendable {
    let pattern: String
    let text: String
    let ignoring: Bool
    let exact: Bool
  }

  static let cases: [Case] = [
    Case(pattern: "", text: "", ignoring: true, exact: true),
    Case(pattern: "", text: "a", ignoring: false, exact: false),
    Case(pattern: "*", text: "", ignoring: true, exact: true),
    Case(pattern: "get-*", text: "Get-Process", ignoring: true, exact: false),
    Case(pattern: "*.txt", text: "a.txt.txt", ignoring: true, exact: true),
    Case(pattern: "a*b*c", text: "axxbyyc", ignoring: true, exact: true),
    Case(pattern: "a*b*c", text: "axxbyyd", ignoring: false, exact: false),
    Case(pattern: "?", text: "a", ignoring: true, exact: true),
    Case(pattern: "?", text: "", ignoring: false, exact: false),
    Case(pattern: "??", text: "\u{1F600}", ignoring: true, exact: true),
    Case(pattern: "[a-c]x", text: "Bx", ignoring: true, exact: false),
    Case(pattern: "[A-C]x", text: "bx", ignoring: true, exact: false),
    Case(pattern: "[a-]", text: "-", ignoring: true, exact: true),
    Case(pattern: "[a`-c]", text: "b", ignoring: false, exact: false),
    Case(pattern: "[`]]", text: "]", ignoring: true, exact: true),
    Case(pattern: "a[]b", text: "a[]b", ignoring: false, exact: false),
    Case(pattern: "a]b", text: "a]b", ignoring: true, exact: true),
    Case(pattern: "a`*b", text: "a*b", ignoring: true, exact: true),
    Case(pattern: "a`*b", text: "axb", ignoring: false, exact: false),
    Case(pattern: "a`", text: "a`", ignoring: true, exact: true),
    Case(pattern: "`a", text: "a", ignoring: true, exact: true),
    Case(pattern: "ÄÖ*", text: "äöü", ignoring: true, exact: false),
    Case(pattern: "[à-ÿ]", text: "É", ignoring: true, exact: false),
    Case(pattern: "도움*", text: "도움말", ignoring: true, exact: true),
    Case(pattern: "e\u{301}", text: "\u{E9}", ignoring: false, exact: false),
    Case(pattern: "*a*a*a*a*a*a*a*a*b", text: String(repeating: "a", count: 3000), ignoring: false, exact: false),
  ]

  @Test(arguments: cases)
  func matching(_ test: Case) throws {
    let ignoring = try Wildcard(test.pattern).matches(test.text)
    let exact = try Wildcard(test.pattern, ignoreCase: false).matches(test.text)
    #expect(ignoring == test.ignoring && exact == test.exact)
  }

  @Test func malformedPatternsAndEscapes() throws {
    for pattern in ["[a", "[", "a[z-a]", "[a`"] {
      #expect(throws: WildcardError(pattern: pattern)) { try Wildcard(pattern) }
    }
    let escapes = [("a*b[c]?`", "a`*b`[c`]`?``"), ("plain", "plain"), ("", "")]
    for (text, escaped) in escapes {
      #expect(Wildcard.escape(text) == escaped)
      #expect(Wildcard.unescape(escaped) == text)
      #expect(try Wildcard(escaped).literal == text)
    }
    #expect(Wildcard.unescape("`a`") == "`a`")
    #expect(Wildcard.containsWildcards("a`*b") == false)
    #expect(Wildcard.containsWildcards("a]"))
    #expect(try Wildcard("a?").literal == nil)
    #expect(try Wildcard("**").matchesAll)
    #expect(Wildcard(exactly: "a*").matches("A*"))
  }

  @Test func folding() {
    let equal = [("abc", "ABC"), ("straße", "STRAßE"), ("ñ", "Ñ"), ("ǆ", "Ǆ"), ("σς", "ΣΣ"), ("ж", "Ж"), ("", "")]
    for (left, right) in equal {
      #expect(Ordinal.equalsIgnoreCase(left, right))
      #expect(CIString(left) == CIString(right) && CIString(left).hashValue == CIString(right).hashValue)
      #expect(Ordinal.compare(left, right, ignoreCase: true) == 0)
      #expect(CaseFold.folded(left) == CaseFold.folded(right))
    }
    let different = [("a", "b"), ("a", "aa"), ("ı", "I"), ("ß", "SS"), ("é", "e\u{301}")]
    for (left, right) in different {
      #expect(!Ordinal.equalsIgnoreCase(left, right) && CIString(left) != CIString(right))
    }
    #expect(Ordinal.compare("\u{1F600}", "\u{FF21}") < 0)
    #expect(Ordinal.compare("_", "a", ignoreCase: true) > 0)
    #expect(!Ordinal.equals("é", "e\u{301}"))
    #expect(Ordinal.hasPrefix("Straße", "STRAß", ignoreCase: true))
    #expect(Ordinal.hasSuffix("file.PS1", ".ps1", ignoreCase: true))
    #expect(!Ordinal.hasSuffix("file.PS1", ".ps1", ignoreCase: false))
  }

  @Test func displayCells() {
    let widths = [
      ("abc", 3), ("한글", 4), ("e\u{301}", 1), ("\u{1F600}", 2), ("", 0), ("ア", 2), ("ｱ", 1), ("a\tb", 2), ("漢a字", 5),
      ("\u{200B}x", 1), ("\u{AD}", 1), ("ö", 1),
    ]
    for (text, cells) in widths { #expect(DisplayWidth.cells(text) == cells, "\(text)") }
    #expect(DisplayWidth.visibleCells("\u{1B}[31;1m한\u{1B}[0m\u{1B}]8;;x\u{1B}\\a") == 3)
    #expect(DisplayWidth.prefix("한글", cells: 3).text == "한")
    #expect(DisplayWidth.prefix("e\u{301}x", cells: 1).text == "e\u{301}")
    #expect(DisplayWidth.suffix("ae\u{301}", cells: 1).text == "e\u{301}")
  }
}
