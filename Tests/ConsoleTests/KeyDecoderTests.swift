import Console
import Testing

@Suite struct KeyDecoderTests {
  static let cases: [(String, [Key])] = [
    ("a", [Key(.character("a"))]),
    ("\r\n", [Key(.enter), Key(.enter)]),
    (
      "\u{01}\u{1F}\u{00}",
      [
        Key(.character("a"), .control), Key(.character("_"), .control), Key(.character(" "), .control),
      ]
    ),
    ("é한\u{1F600}", [Key(.character("é")), Key(.character("한")), Key(.character("\u{1F600}"))]),
    ("\u{1B}[A\u{1B}OB\u{1B}[1;5C", [Key(.up), Key(.down), Key(.right, .control)]),
    ("\u{1B}[3~\u{1B}[3;5~\u{1B}[1~\u{1B}OF", [Key(.delete), Key(.delete, .control), Key(.home), Key(.end)]),
    ("\u{1B}[Z\t", [Key(.tab, .shift), Key(.tab)]),
    ("\u{1B}b\u{1B}\u{7F}\u{1B}\r", [Key(.character("b"), .alt), Key(.backspace, .alt), Key(.enter, .alt)]),
    ("\u{1B}\u{1B}[D", [Key(.left, .alt)]),
    ("\u{1B}[15~\u{1B}OP\u{1B}[[Bx", [Key(.function(5)), Key(.function(1)), Key(.function(2)), Key(.character("x"))]),
    ("\u{1B}[200~a\r\nb\rc\td\u{7}\u{1B}[201~x", [Key(.paste("a\nb\nc\td")), Key(.character("x"))]),
    ("\u{1B}[97;5u\u{1B}[27;2;13~", [Key(.character("a"), .control), Key(.enter, .shift)]),
    ("\u{1B}[99;99;99zq", [Key(.character("q"))]),
    ("\u{1B}[?1;2cw", [Key(.character("w"))]),
  ]

  @Test(arguments: cases.indices)
  func sequences(_ index: Int) {
    let (text, keys) = KeyDecoderTests.cases[index]
    let bytes = Array(text.utf8)
    var whole = KeyDecoder()
    #expect(whole.feed(bytes) == keys)
    var pieces = KeyDecoder()
    var got: [Key] = []
    for byte in bytes { got += pieces.feed([byte]) }
    #expect(got == keys && !pieces.needsTimeout)
  }

  @Test func timeoutsAndNoise() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B]) == [] && decoder.needsTimeout)
    #expect(decoder.flush() == [Key(.escape)] && !decoder.needsTimeout)
    #expect(decoder.feed([0x1B, 0x5B]) == [])
    #expect(decoder.flush() == [Key(.character("["), .alt)])
    #expect(decoder.feed([0xE2, 0x82]) == [])
    #expect(decoder.flush() == [Key(.character("\u{FFFD}"))])
    #expect(decoder.feed([0xFF, 0x61]) == [Key(.character("\u{FFFD}")), Key(.character("a"))])
    // Any bytes end in some state that typing gets out of.
    var seed: UInt32 = 7
    for _ in 0..<300 {
      var noise: [UInt8] = []
      for _ in 0..<40 {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        noise.append([0x1B, 0x5B, 0x4F, 0x3B, 0x39, 0x7E, 0x80, 0xE2, 0x41][Int(seed >> 16) % 9])
      }
      _ = decoder.feed(noise)
      _ = decoder.flush()
      #expect(decoder.feed(Array("\u{1B}[201~z".utf8)).last == Key(.character("z")))
    }
  }
}
