import Basics
import Engine
import Formatting
import Objects

/// Out-Null.
final class OutNull: Cmdlet {}

/// Out-Default and Out-Host: everything to the host.
final class OutHost: Cmdlet {
  override func process() throws { try runtime.runspace.host.writeOutput(arg("InputObject")) }
  override func end() throws { try runtime.runspace.host.endOutput() }
}

/// Out-String: the lines the host would show, as one string or a stream of them.
final class OutString: Cmdlet {
  private var formatter: Formatter?
  private var lines: [String] = []

  override func begin() throws {
    let width = int("Width") ?? runtime.runspace.host.width
    formatter = FormattingHook.make(runtime.runspace, width: width + 1) {
      [unowned self] line in
      if flag("Stream") { try write(.string(line)) } else { lines.append(line) }
    }
  }
  override func process() throws {
    let v = arg("InputObject")
    if flag("Stream"), case .string = v.base, formatter?.isIdle == true { return try write(v) }
    try formatter?.write(v)
  }
  override func end() throws {
    try formatter?.finish()
    if flag("Stream") { return }
    if flag("NoNewline") { return try write(.string(lines.joined())) }
    try write(.string(lines.map { $0 + "\n" }.joined()))
  }
}

/// How commands and redirections get a formatter with the host's settings.
public enum FormattingHook {
  /// Makes a formatter that writes lines; set by the program around the host.
  nonisolated(unsafe) public static var factory:
    ((_ runspace: Runspace, _ width: Int, _ emit: @escaping (String) throws -> Void) -> Formatter)?

  /// A formatter for a terminal of a width in cells, whose last one stays free.
  static func make(_ runspace: Runspace, width: Int, emit: @escaping (String) throws -> Void) -> Formatter {
    factory?(runspace, width, emit) ?? Formatter(width: width, emit: emit)
  }
}
