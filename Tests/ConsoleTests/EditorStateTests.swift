import Console
import Glibc
import Testing

/// Feeds keys as bytes and shows the text with the cursor in it.
private func edit(_ keys: String, history entries: [String] = []) -> String {
  let history = History()
  for entry in entries { history.add(entry) }
  var state = EditorState(history: history)
  state.startLine()
  var decoder = KeyDecoder()
  for key in decoder.feed(Array(keys.utf8)) + decoder.flush() {
    switch state.handle(key) {
    case .accept: return "accept:" + state.buffer.text
    case .interrupt: return "interrupt"
    case .endOfInput: return "end"
    default: break
    }
  }
  let characters = state.buffer.characters
  return String(characters[..<state.buffer.cursor]) + "|" + String(characters[state.buffer.cursor...])
}

@Suite struct EditorStateTests {
  static let cases: [(keys: String, result: String)] = [
    ("abc\u{02}\u{02}X", "aX|bc"),
    ("abc\u{01}X\u{05}Y", "XabcY|"),
    ("one two\u{1B}b\u{1B}b>", ">|one two"),
    ("one two\u{01}\u{1B}f>", "one>| two"),
    ("abc\u{7F}\u{01}\u{1B}[3~", "|b"),
    ("abc\u{01}\u{04}\u{04}", "|c"),
    ("\u{04}", "end"),
    ("a\u{03}", "interrupt"),
    ("a\r", "accept:a"),
    ("one two three\u{17}\u{17}\u{19}", "one two three|"),
    ("one-two\u{1B}\u{7F}", "one-|"),
    ("one two\u{01}\u{0B}x\u{19}\u{19}", "xone twoone two|"),
    ("a\u{15}b\u{15}\u{19}\u{1B}y", "a|"),
    ("abc\u{14}", "acb|"),
    ("hello world\u{01}\u{1B}u \u{1B}c", "HELLO  World|"),
    ("abc\u{1F}", "|"),
    ("abc \u{17}\u{1F}", "abc |"),
    ("e\u{301}x\u{02}\u{7F}", "|x"),
    ("한글\u{02}a", "한a|글"),
    ("ab\u{1B}\rcd\u{1B}[AX", "abX|\ncd"),
    ("ab\u{1B}\rc\u{1B}[A\u{1B}[H\u{1B}[B\u{1B}[FX", "ab\ncX|"),
    ("ab\u{1B}\rcd\u{01}\u{7F}", "ab|cd"),
    ("ab\u{1B}[1;5D\u{0B}", "|"),
    ("\u{1B}[200~a\r\nb\u{1B}[201~", "a\nb|"),
    ("x\u{07}y", "y|"),
    ("\u{1B}[D\u{1B}[C\u{7F}\u{1B}[3~\u{19}\u{14}\u{17}\u{1B}y", "|"),
  ]

  @Test(arguments: cases.indices)
  func editing(_ index: Int) {
    let item = EditorStateTests.cases[index]
    #expect(edit(item.keys) == item.result)
  }

  static let historyCases: [(keys: String, result: String)] = [
    ("\u{1B}[A", "dir /tmp|"),
    ("draft\u{10}\u{10}\u{0E}\u{0E}", "draft|"),
    ("\u{10}\u{10}\u{10}\u{10}\u{10}", "git status|"),
    ("\u{1B}<\u{1B}>", "|"),
    ("\u{12}gi", "|git log"),
    ("\u{12}gi\u{12}", "|git status"),
    ("\u{12}gi\u{12}\u{13}\u{1B}", "|git log"),
    ("x\u{12}gi\u{07}", "x|"),
    ("\u{12}STAT\r", "accept:git status"),
    ("\u{12}LOG\u{05}!", "git log!|"),
    ("\u{12}gi\u{7F}\u{7F}\u{1B}", "|"),
    ("\u{12}nothing\u{1B}", "|"),
    ("cat \u{1B}.", "cat /tmp|"),
    ("cat \u{1B}.\u{1B}.", "cat log|"),
    ("\u{12}git\u{12}\u{1B}[C\u{1B}[B", "git log|"),
  ]

  @Test(arguments: historyCases.indices)
  func usingHistory(_ index: Int) {
    let item = EditorStateTests.historyCases[index]
    #expect(edit(item.keys, history: ["git status", "git log", "dir /tmp"]) == item.result)
  }

  @Test func historyFile() {
    var template = Array("/tmp/nacre-test-XXXXXX".utf8CString)
    let directory = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    let path = directory + "/a/b/history"
    let lines = ["one", "two", "one", "multi {\n  line `\n}", "한글", "  ", " hidden", "$password = 1", "한글"]
    let first = History(path: path)
    for line in lines { first.add(line) }
    #expect(first.entries == ["two", "one", "multi {\n  line `\n}", "한글", " hidden", "$password = 1", "한글"].dedup())
    let second = History(path: path)
    #expect(second.entries == ["two", "one", "multi {\n  line `\n}", "한글"])
    second.add("new")
    first.add("other")
    #expect(History(path: path, limit: 2).entries == ["new", "other"])
    #expect(History(path: path).entries == ["new", "other"])
    first.clear()
    #expect(History(path: path).entries == [])
    #expect(History(path: "/proc/nope/history").entries == [])
  }
}

extension [String] {
  /// The last of equal elements stays.
  fileprivate func dedup() -> [String] {
    var result: [String] = []
    for element in self {
      result.removeAll { $0 == element }
      result.append(element)
    }
    return result
  }
}
