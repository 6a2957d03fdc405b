import Basics
import CSystem
import Glibc

/// What reading an input came to.
public enum LineResult: Equatable, Sendable {
  /// A complete input, of one line or more.
  case line(String)
  /// Ctrl-C: what was typed is abandoned.
  case interrupted
  /// Ctrl-D on an empty line, or the input is exhausted.
  case endOfInput
}

/// Reads inputs from a person, with editing, history and completion, or plainly from a pipe.
public final class LineEditor {
  /// What stands before the second and later lines of an input.
  public var continuationPrompt = ">> "
  /// Whether prompts are shown when the input is not a terminal.
  public var promptsWithoutTerminal = false
  /// Called now and then while nothing is typed.
  public var onIdle: (() -> Void)?
  /// The lines entered before.
  public let history: History

  let terminal: any LineTerminal
  var state: EditorState
  var renderer = ScreenRenderer()
  var decoder = KeyDecoder()
  var completion: CompletionCycle?
  var prompt = ""
  private let isPlain: Bool
  private let isTerminalInput: Bool
  private lazy var plain = PlainLineReader()
  /// Keys typed ahead, for the next line.
  private var queue: [Key] = []

  private static let escapeTimeout = 40
  private static let idleTimeout = 300

  /// An editor on standard input and output, or on a terminal of the caller.
  public init(history: History, terminal: (any LineTerminal)? = nil) {
    self.history = history
    state = EditorState(history: history)
    if let terminal {
      self.terminal = terminal
      isPlain = false
      isTerminalInput = true
    } else {
      let system = SystemTerminal()
      self.terminal = system
      isPlain = !system.isInteractive
      isTerminalInput = system.isTerminalInput
    }
  }

  /// Reads one input: Enter accepts it when `isComplete` says so, and begins another line otherwise.
  ///
  /// `complete` gets the text and the cursor as an offset in UTF-8 bytes.
  public func readLine(
    prompt: String, isComplete: (String) -> Bool = { _ in true },
    complete: ((String, Int) -> LineCompletion)? = nil
  ) -> LineResult {
    guard !isPlain, terminal.enterRaw() else { return readPlainly(prompt: prompt, isComplete: isComplete) }
    self.prompt = prompt
    state.startLine()
    renderer.reset()
    completion = nil
    terminal.write(freshLine() + "\u{1B}[?2004h")
    draw()
    let result = run(isComplete: isComplete, complete: complete)
    terminal.write("\u{1B}[?2004l")
    terminal.leaveRaw()
    if case .line(let text) = result { history.add(text) }
    return result
  }

  /// Reads one input with candidates for the word before the cursor.
  public func readLine(
    prompt: String, isComplete: (String) -> Bool, candidates: @escaping (String, Int) -> [String]
  ) -> LineResult {
    readLine(prompt: prompt, isComplete: isComplete) { text, cursor in
      LineCompletion(wordIn: text, cursor: cursor, candidates: candidates(text, cursor))
    }
  }

  /// Output that did not end in a line feed keeps its row: blanks up to the edge wrap only in that case.
  private func freshLine() -> String {
    let width = terminal.size.columns
    return width < 2 ? "" : String(repeating: " ", count: width - 1) + "\r\u{1B}[K"
  }

  // MARK: - Loop

  private func run(
    isComplete: (String) -> Bool, complete: ((String, Int) -> LineCompletion)?
  ) -> LineResult {
    while true {
      guard let key = nextKey() else { return end(.endOfInput) }
      guard let key else { return end(.interrupted) }
      let effect = state.handle(key)
      if case .complete = effect {} else { completion = nil }
      switch effect {
      case .redraw: break
      case .accept:
        let text = state.buffer.text
        if isComplete(text) { return end(.line(text)) }
        state.buffer.insert("\n")
      case .interrupt:
        state.buffer.move(to: state.buffer.characters.count)
        draw()
        terminal.write("^C")
        return end(.interrupted)
      case .endOfInput: return end(.endOfInput)
      case .complete(let direction): runCompletion(direction, complete)
      case .clearScreen:
        renderer.reset()
        terminal.write("\u{1B}[H\u{1B}[2J")
      case .bell: terminal.write("\u{07}")
      }
      // Text pasted or typed ahead is shown once, not key by key.
      if queue.isEmpty { draw() }
    }
  }

  private func end(_ result: LineResult) -> LineResult {
    state.buffer.move(to: state.buffer.characters.count)
    state.search = nil
    draw()
    terminal.write(renderer.finish())
    return result
  }

  /// The next key; nil inside means an interrupt, nil outside the end of the input.
  private func nextKey() -> Key?? {
    while queue.isEmpty {
      let waits = decoder.needsTimeout
      let timeout = waits ? LineEditor.escapeTimeout : onIdle == nil ? -1 : LineEditor.idleTimeout
      switch terminal.read(timeoutMilliseconds: timeout) {
      case .bytes(let bytes): queue += decoder.feed(bytes)
      case .timeout: if waits { queue += decoder.flush() } else { onIdle?() }
      case .signal:
        if csys_stop_requested() != 0 {
          csys_stop_clear()
          return .some(nil)
        }
        if csys_take_resize() != 0 { redrawAfterResize() }
      case .endOfInput: return nil
      }
    }
    return queue.removeFirst()
  }

  // MARK: - Drawing

  func draw() {
    let size = terminal.size
    let layout = ScreenLayout(
      prompt: prompt, continuation: continuationPrompt, text: state.buffer.characters,
      cursor: state.buffer.cursor, width: size.columns, note: state.search?.note ?? "")
    let output = renderer.update(layout, width: size.columns, height: size.rows)
    if !output.isEmpty { terminal.write(output) }
  }

  /// Terminals wrap old rows in their own ways: everything from the first row on is drawn anew.
  private func redrawAfterResize() {
    terminal.write(renderer.erase())
    draw()
  }

  // MARK: - Plain input

  private func readPlainly(prompt: String, isComplete: (String) -> Bool) -> LineResult {
    let shows = isTerminalInput || promptsWithoutTerminal
    var text = ""
    var isFirst = true
    while true {
      if shows { terminal.write(isFirst ? prompt : continuationPrompt) }
      switch plain.next() {
      case .line(let line):
        text += isFirst ? line : "\n" + line
        isFirst = false
        if isComplete(text) {
          if isTerminalInput { history.add(text) }
          return .line(text)
        }
      case .interrupted:
        csys_stop_clear()
        if shows { terminal.write("\n") }
        return .interrupted
      case .endOfInput:
        if shows { terminal.write("\n") }
        // The text stays incomplete: the parser will say what is missing.
        return isFirst ? .endOfInput : .line(text)
      }
    }
  }
}
