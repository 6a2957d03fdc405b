import Basics
import Engine
import Formatting
import Objects
import Processes

/// The host of a terminal or of pipes: formats what reaches the end of a pipeline, shows the other streams.
///
/// Output goes through one buffered writer; everything else flushes it first, so that the order on a
/// shared terminal is the order of events.
public final class ConsoleHost: HostInterface {
  public let name = "ConsoleHost"
  /// Whether it may ask questions: a terminal, and no `-NonInteractive`.
  public var isInteractive: Bool
  /// The code given to `$Host.SetShouldExit`.
  public private(set) var requestedExitCode: Int32?
  private let output = OutputWriter.standardOutput
  private let errorOutput = OutputWriter.standardError
  private var formatter: Formatter?
  private unowned let runspace: Runspace
  /// Asks for a line with editing; nil reads plain lines.
  public var lineReader: ((_ prompt: String) -> String?)?
  private let input = InputLines()
  /// Copies of everything shown, for transcripts.
  public var transcript: ((String) -> Void)?

  public init(_ runspace: Runspace, isInteractive: Bool) {
    self.runspace = runspace
    self.isInteractive = isInteractive
  }

  /// Cells of a line: the terminal's, or 80 without one.
  public var width: Int { output.isTerminal ? TerminalInfo.size().columns : 80 }

  // MARK: Output

  public func writeOutput(_ value: Value) throws {
    let f: Formatter
    if let open = formatter {
      f = open
    } else {
      f = makeFormatter(width: width) { [unowned self] line in self.put(line) }
      formatter = f
    }
    f.enumerationLimit = enumerationLimit
    try f.write(value)
  }

  public func endOutput() throws {
    guard let f = formatter else { return }
    formatter = nil
    try f.finish()
  }

  /// A formatter with this host's error view and limits; also what Out-String and Out-File use.
  public func makeFormatter(width: Int, emit: @escaping (String) throws -> Void) -> Formatter {
    let f = Formatter(width: width, emit: emit)
    f.enumerationLimit = enumerationLimit
    f.errorLines = { [unowned self] record in self.errorLines(record, amongOutput: true) }
    return f
  }

  private var enumerationLimit: Int {
    let v = runspace.globalState.rootScope.findVariable(Symbol("FormatEnumerationLimit"))?.get() ?? .int(4)
    if case .int(let i) = v.base { return Int(i) }
    return 4
  }

  /// The lines of an error record in the current `$ErrorView`.
  public func errorLines(_ record: ErrorRecord, amongOutput: Bool = false) -> [String] {
    let view = runspace.currentScope.findVariable(Symbol("ErrorView"))?.get() ?? .null
    let kind = ((try? Operations.toString(view)) ?? "").flatMap { ErrorViewKind(rawValue: $0) } ?? .concise
    return ErrorView(kind: kind, width: width).lines(record, amongOutput: amongOutput)
  }

  private func put(_ line: String) {
    output.writeLine(line)
    transcript?(line)
  }

  public func writeError(_ record: ErrorRecord) throws {
    let lines = errorLines(record)
    for line in lines { errorOutput.writeLine(line) }
    for line in lines { transcript?(line) }
  }

  public func writeWarning(_ text: String) { message("WARNING: " + text) }
  public func writeVerbose(_ text: String) { message("VERBOSE: " + text) }
  public func writeDebug(_ text: String) { message("DEBUG: " + text) }
  public func writeInformation(_ record: InformationRecord) {
    message((try? Operations.toString(record.messageData)) ?? "")
  }

  private func message(_ text: String) { put(text) }

  public func writeProgress(_ record: ProgressRecord) {
    guard output.isTerminal, isInteractive else { return }
    output.flush()
    let percent = record.percentComplete >= 0 ? " \(record.percentComplete)%" : ""
    let line = record.isCompleted ? "" : "\(record.activity): \(record.status)\(percent)"
    errorOutput.write("\r\u{1B}[K" + line + (record.isCompleted ? "" : "\r"))
  }

  public func write(_ text: String, foreground: Int?, background: Int?, newLine: Bool) {
    let coloured = output.isTerminal ? ConsoleColors.wrap(text, foreground, background) : text
    output.write(newLine ? coloured + "\n" : coloured)
    transcript?(text)
  }

  // MARK: Input

  public func readLine(prompt: String?, secure: Bool) throws -> String? {
    output.flush()
    if let prompt { output.write(prompt) }
    output.flush()
    if isInteractive, !secure, let reader = lineReader { return reader(prompt ?? "") }
    return input.next()
  }

  public func choose(caption: String, message: String, choices: [HostChoice], defaultIndex: Int) throws -> Int {
    let labels = choices.map { $0.label.replacingAmpersand }
    while true {
      output.write("\n" + (caption.isEmpty ? "" : caption + "\n") + message + "\n")
      let shown = labels.enumerated().map { "[\($0.element.key)] \($0.element.text)" }.joined(separator: "  ")
      let help = defaultIndex >= 0 && defaultIndex < labels.count ? " (default is \"\(labels[defaultIndex].key)\")" : ""
      output.write(shown + "  [?] Help" + help + ": ")
      output.flush()
      guard let answer = input.next() else {
        throw GuestError.exception(
          "System.NullReferenceException", "Object reference not set to an instance of an object.")
      }
      if answer.isEmpty, defaultIndex >= 0 { return defaultIndex }
      if answer == "?" {
        for (i, l) in labels.enumerated() { output.writeLine("\(l.key) - \(choices[i].help)") }
        continue
      }
      for (i, l) in labels.enumerated()
      where Ordinal.equalsIgnoreCase(l.key, answer) || Ordinal.equalsIgnoreCase(l.text, answer) { return i }
    }
  }

  public func prompt(caption: String, message: String, fields: [HostField]) throws -> [Value]? {
    if !caption.isEmpty { output.writeLine("\n" + caption) }
    if !message.isEmpty { output.writeLine(message) }
    var values: [Value] = []
    for f in fields {
      var lines: [Value] = []
      let isList = f.type.isArray
      repeat {
        output.write(isList ? "\(f.name)[\(lines.count)]: " : f.name + ": ")
        output.flush()
        guard let line = input.next() else {
          output.writeLine("")
          return nil
        }
        if isList && line.isEmpty { break }
        lines.append(.string(line))
      } while isList
      values.append(try Operations.convert(isList ? .array(lines) : lines[0], to: f.type))
    }
    return values
  }

  public func setShouldExit(_ code: Int32) { requestedExitCode = code }

  /// Writes out what is buffered.
  public func flush() { output.flush() }
}

/// Lines of the standard input, read plainly.
final class InputLines {
  private var splitter = LineSplitter()
  private var ready: [String] = []
  private var isAtEnd = false

  /// The next line, or nil at the end.
  func next() -> String? {
    while ready.isEmpty && !isAtEnd { fill() }
    return ready.isEmpty ? nil : ready.removeFirst()
  }

  private func fill() {
    let bytes = StandardInput.read()
    if bytes.isEmpty {
      isAtEnd = true
      if let last = splitter.finish() { ready.append(last) }
    } else {
      ready += splitter.lines(bytes)
    }
  }
}

/// ConsoleColor numbers to escape sequences.
enum ConsoleColors {
  private static let codes = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97]
  static func wrap(_ text: String, _ foreground: Int?, _ background: Int?) -> String {
    var start = ""
    if let f = foreground, codes.indices.contains(f) { start += "\u{1B}[\(codes[f])m" }
    if let b = background, codes.indices.contains(b) { start += "\u{1B}[\(codes[b] + 10)m" }
    return start.isEmpty ? text : start + text + "\u{1B}[0m"
  }
}

extension String {
  /// A choice label: `&Yes` is the text Yes with the key Y.
  fileprivate var replacingAmpersand: (text: String, key: String) {
    guard let i = firstIndex(of: "&") else { return (self, self) }
    let next = index(after: i)
    let text = self[..<i] + self[next...]
    return (String(text), next < endIndex ? self[next].uppercased() : "")
  }
  fileprivate func flatMap<T>(_ f: (String) -> T?) -> T? { f(self) }
}
