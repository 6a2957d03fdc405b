import Basics
import Console
import Testing

@Suite struct LineEditorTests {
  /// Reads one input from a terminal on which `keys` are typed.
  private func read(
    _ keys: String, width: Int = 20, height: Int = 6, prompt: String = "PS> ", history: [String] = [],
    complete: ((String, Int) -> LineCompletion)? = nil
  ) -> (result: LineResult, screen: FakeScreen) {
    let terminal = FakeTerminal(typing: keys, width: width, height: height)
    let entries = History()
    for entry in history { entries.add(entry) }
    let editor = LineEditor(history: entries, terminal: terminal)
    let result = editor.readLine(
      prompt: prompt, isComplete: { $0.filter { $0 == "{" }.count == $0.filter { $0 == "}" }.count },
      complete: complete)
    #expect(!terminal.isRaw)
    return (result, terminal.screen)
  }

  @Test func results() {
    let cases: [(keys: String, result: LineResult, lines: [String])] = [
      ("dir\r", .line("dir"), ["PS> dir"]),
      ("a {\rb\r}\r", .line("a {\nb\n}"), ["PS> a {", ">> b", ">> }"]),
      ("abc\u{03}", .interrupted, ["PS> abc^C"]),
      ("\u{04}", .endOfInput, ["PS>"]),
      ("abc", .endOfInput, ["PS> abc"]),
      ("한글\u{02}x\r", .line("한x글"), ["PS> 한x글"]),
      ("0123456789abcdefghij\r", .line("0123456789abcdefghij"), ["PS> 0123456789abcdef", "ghij"]),
      ("0123456789abcde한\r", .line("0123456789abcde한"), ["PS> 0123456789abcde", "한"]),
      ("a\tb\r", .line("a\tb"), ["PS> a   b"]),
      ("x\u{0C}y\r", .line("xy"), ["PS> xy"]),
      ("\u{1B}[200~{\n}\u{1B}[201~\r", .line("{\n}"), ["PS> {", ">> }"]),
    ]
    for item in cases {
      let got = read(item.keys)
      #expect(got.result == item.result && got.screen.lines == item.lines, "\(item.keys)")
    }
    let coloured = read("x\r", prompt: "\u{1B}[32mone\ntwo\u{1B}[0m> ")
    #expect(coloured.screen.lines == ["one", "two> x"])
  }

  @Test func tallTextScrolls() {
    let got = read(
      "{\r1\r2\r3\r4\r5\r6\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{1B}[A\u{05}!\r}\u{03}")
    #expect(got.result == .interrupted)
    #expect(got.screen.lines.count <= 6)
  }

  @Test func outputWithoutLineFeedKeepsItsRow() {
    let terminal = FakeTerminal(typing: "a\rb\r", width: 12)
    let editor = LineEditor(history: History(), terminal: terminal)
    terminal.write("partial")
    #expect(editor.readLine(prompt: "> ") == .line("a"))
    #expect(editor.readLine(prompt: "> ") == .line("b"))
    #expect(terminal.screen.lines == ["partial", "> a", "> b"])
  }

  @Test func completion() {
    func candidates(_ text: String, _ cursor: Int) -> LineCompletion {
      let all = ["Get-Item", "Get-ItemProperty", "Get-Job", "한글-하나"]
      let word = text.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      return LineCompletion(
        wordIn: text, cursor: cursor, candidates: all.filter { Ordinal.hasPrefix($0, word, ignoreCase: true) })
    }
    let cases: [(String, String)] = [
      ("get-j\t", "Get-Job"),
      ("x ge\ti\t", "x Get-Item"),
      ("x ge\ti\t\t\t", "x Get-Item"),
      ("x ge\ti\t\t\t\t", "x Get-ItemProperty"),
      ("ge\t\u{1B}[Z", "Get-Job"),
      ("한\t", "한글-하나"),
      ("zzz\t", "zzz"),
    ]
    for (keys, expected) in cases {
      #expect(read(keys + "\r", width: 40, complete: candidates).result == .line(expected), "\(keys)")
    }
    let listed = read("ge\t\tj\t\r", width: 40, complete: candidates)
    #expect(listed.screen.lines == ["PS> Get-", "Get-Item          Get-Job", "Get-ItemProperty", "PS> Get-Job"])
  }

  @Test func signalsEscapeAndIdle() {
    let terminal = FakeTerminal([
      .timeout, .bytes([0x61, 0x1B]), .timeout, .signal, .bytes([0xED]), .bytes([0x95, 0x9C, 0x0D]),
    ])
    let editor = LineEditor(history: History(), terminal: terminal)
    var idle = 0
    editor.onIdle = { idle += 1 }
    #expect(editor.readLine(prompt: "> ") == .line("a한"))
    #expect(idle == 1 && terminal.screen.bells == 1)
  }

  /// After any keys the screen shows what a layout drawn on an empty screen shows.
  @Test(arguments: [(5, 30), (8, 30), (21, 30), (9, 4)])
  func incrementalDrawingEqualsFreshDrawing(_ width: Int, _ height: Int) {
    let keys: [Key] = [
      Key(.character("a")), Key(.character("한")), Key(.character("\u{301}")), Key(.character(" ")),
      Key(.character("\u{1F600}")), Key(.tab), Key(.backspace), Key(.left), Key(.right), Key(.up), Key(.down),
      Key(.home), Key(.end), Key(.enter, .alt), Key(.delete), Key(.character("w"), .control),
      Key(.character("y"), .control), Key(.character("_"), .control), Key(.character("b")), Key(.character("c")),
    ]
    var seed: UInt32 = 12345
    for _ in 0..<40 {
      var state = EditorState(history: History())
      var screen = FakeScreen(width: width, height: height)
      var renderer = ScreenRenderer()
      for _ in 0..<60 {
        seed = seed &* 1_664_525 &+ 1_013_904_223
        let key = keys[Int(seed >> 16) % keys.count]
        if case .complete = state.handle(key) { state.buffer.insert("\t") }
        let layout = ScreenLayout(
          prompt: "\u{1B}[1m> \u{1B}[m", continuation: ">> ", text: state.buffer.characters,
          cursor: state.buffer.cursor, width: width)
        screen.write(renderer.update(layout, width: width, height: height))
        guard layout.rows.count <= height else { continue }
        var fresh = FakeScreen(width: width, height: height)
        var freshRenderer = ScreenRenderer()
        fresh.write(freshRenderer.update(layout, width: width, height: height))
        #expect(screen.lines == fresh.lines && screen.column == layout.cursorColumn && fresh.row == layout.cursorRow)
        if screen.lines != fresh.lines { return }
      }
    }
  }
}
