import Basics
import Glibc

/// Where `[Console]` writes and reads; the host replaces these to route or capture.
public enum ConsoleHook {
  // Set by the host at start, read by the one engine thread.
  /// Writes text to standard output.
  nonisolated(unsafe) public static var write: (String) -> Void = { raw(1, $0) }
  /// Writes text to standard error.
  nonisolated(unsafe) public static var writeError: (String) -> Void = { raw(2, $0) }
  /// Reads a line from standard input; nil at its end.
  nonisolated(unsafe) public static var readLine: () -> String? = { Swift.readLine(strippingNewline: true) }
  /// Width and height of the window.
  nonisolated(unsafe) public static var size: () -> (width: Int, height: Int) = {
    var w = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &w) == 0, w.ws_col > 0 else { return (80, 24) }
    return (Int(w.ws_col), Int(w.ws_row))
  }

  private static func raw(_ fd: Int32, _ s: String) { try? Files.writeAll(fd, Array(s.utf8), "") }
}

/// `System.Console`.
enum ConsoleType {
  nonisolated(unsafe) private static var out: WriterObject?
  nonisolated(unsafe) private static var error: WriterObject?

  static var output: WriterObject {
    if let o = out { return o }
    let w = WriterObject({ ConsoleHook.write($0) })
    out = w
    return w
  }
  static var errorOutput: WriterObject {
    if let e = error { return e }
    let w = WriterObject({ ConsoleHook.writeError($0) })
    error = w
    return w
  }

  static func register() {
    Catalogue.register("System.Console") { t in
      writing(t)
      reading(t)
      state(t)
    }
  }

  private static func writing(_ t: TypeBuilder) {
    t.fixedProp("System.IO.TextWriter Out") { .object(output) }
    t.fixedProp("System.IO.TextWriter Error") { .object(errorOutput) }
    t.fixedAction("SetOut(System.IO.TextWriter newOut)") { a in out = a.object(0, WriterObject.self) }
    t.fixedAction("SetError(System.IO.TextWriter newError)") { a in error = a.object(0, WriterObject.self) }
    t.fixed("System.IO.Stream OpenStandardOutput()") { _ in .object(ConsoleStream(isError: false)) }
    t.fixed("System.IO.Stream OpenStandardError()") { _ in .object(ConsoleStream(isError: true)) }
    t.fixed("System.IO.Stream OpenStandardInput()") { _ in .object(ConsoleStream(isError: false)) }
    t.fixedAction("WriteLine()") { _ in try output.write("\n") }
    for (name, end) in [("Write", ""), ("WriteLine", "\n")] {
      for type in [
        "bool", "char", "char[]", "decimal", "double", "single", "int", "uint", "long", "ulong", "object", "string",
      ] {
        t.fixedAction("\(name)(\(type) value)") { a in
          if type == "char[]" {
            return try output.write(String(utf16: try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }) + end)
          }
          try output.write((a[0].isNull ? "" : try Operations.displayString(a[0])) + end)
        }
      }
      t.fixedAction("\(name)(char[] buffer, int index, int count)") { a in
        let u = try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }
        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= u.count - a.int(2) else { throw Throw.outOfRange("count") }
        try output.write(String(utf16: Array(u[a.int(1)..<(a.int(1) + a.int(2))])) + end)
      }
      for list in ["object arg0", "object arg0, object arg1", "object arg0, object arg1, object arg2"] {
        t.fixedAction("\(name)(string format, \(list))") { a in
          try output.write(try Operations.formatOperator(a.str(0), Array(a[1...])) + end)
        }
      }
      t.fixedAction("\(name)(string format, params object[] arg)") { a in
        try output.write(try Operations.formatOperator(a.str(0), a.list(1)) + end)
      }
    }
  }

  private static func reading(_ t: TypeBuilder) {
    t.fixed("string ReadLine()") { _ in .text(ConsoleHook.readLine()) }
    t.fixed("int Read()") { _ in .int(Int(getchar())) }
    t.fixedProp("System.IO.TextReader In") {
      var text = ""
      while let l = ConsoleHook.readLine() { text += l + "\n" }
      return .object(ReaderObject(text))
    }
    for (name, fd) in [("Input", 0), ("Output", 1), ("Error", 2)] {
      t.fixedProp("bool Is\(name)Redirected") { .bool(isatty(Int32(fd)) == 0) }
    }
    t.fixedProp("bool KeyAvailable") {
      if isatty(0) == 0 {
        throw Throw.invalid(
          "Cannot see if a key has been pressed when either application does not have a console or when console input has been redirected from a file. Try Console.In.Peek."
        )
      }
      var p = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      return .bool(poll(&p, 1, 0) > 0)
    }
    t.fixed("System.ConsoleKeyInfo ReadKey(bool intercept = false)") { _ in
      throw Throw.invalid(
        "Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read."
      )
    }
  }

  private static func state(_ t: TypeBuilder) {
    for name in ["OutputEncoding", "InputEncoding"] {
      nonisolated(unsafe) var value: Value = .object(EncodingObject.utf8NoBOM)
      t.fixedProp("System.Text.Encoding \(name)", { value }) { value = $0 }
    }
    for name in ["ForegroundColor", "BackgroundColor"] {
      nonisolated(unsafe) var value: Value = .enumeration("System.ConsoleColor", -1)
      let base = name.hasPrefix("F") ? 30 : 40
      t.fixedProp("System.ConsoleColor \(name)", { value }) { v in
        value = v
        let order = [0, 4, 2, 6, 1, 5, 3, 7]
        let n = Int(v.asObject(EnumValue.self)?.raw ?? 0)
        if isatty(1) != 0 { ConsoleHook.write("\u{1B}[\(base + order[n & 7] + (n > 7 ? 60 : 0))m") }
      }
    }
    t.fixedAction("ResetColor()") { _ in if isatty(1) != 0 { ConsoleHook.write("\u{1B}[0m") } }
    t.fixedAction("Clear()") { _ in if isatty(1) != 0 { ConsoleHook.write("\u{1B}[H\u{1B}[2J") } }
    t.fixedAction("Beep()") { _ in if isatty(1) != 0 { ConsoleHook.write("\u{7}") } }
    for name in ["WindowWidth", "BufferWidth", "LargestWindowWidth"] {
      t.fixedProp("int \(name)", { .int(ConsoleHook.size().width) }) { _ in }
    }
    for name in ["WindowHeight", "BufferHeight", "LargestWindowHeight"] {
      t.fixedProp("int \(name)", { .int(ConsoleHook.size().height) }) { _ in }
    }
    for name in ["CursorLeft", "CursorTop"] { t.fixedProp("int \(name)", { .int(0) }) { _ in } }
    nonisolated(unsafe) var title: Value = .string("")
    t.fixedProp("string Title", { title }) { v in
      title = v
      if isatty(1) != 0 { ConsoleHook.write("\u{1B}]0;\(v.str)\u{7}") }
    }
    t.fixedProp("bool CursorVisible", { .bool(true) }) { _ in }
    t.fixedProp("bool TreatControlCAsInput", { .bool(false) }) { _ in }
    t.fixedAction("SetCursorPosition(int left, int top)") { a in
      if isatty(1) != 0 { ConsoleHook.write("\u{1B}[\(a.int(1) + 1);\(a.int(0) + 1)H") }
    }
  }
}

/// Standard input, output or error as a stream.
final class ConsoleStream: StreamObject {
  private let isError: Bool
  init(isError: Bool) { self.isError = isError }
  override var typeInfo: TypeInfo { Types.named("System.IO.Stream") }
  override var canSeek: Bool { false }
  override func write(_ b: [UInt8]) throws { try Files.writeAll(isError ? 2 : 1, b, "") }
  override func read(_ n: Int) throws -> [UInt8] {
    var b = [UInt8](repeating: 0, count: max(0, n))
    let got = Glibc.read(0, &b, b.count)
    return got > 0 ? Array(b[..<got]) : []
  }
}
