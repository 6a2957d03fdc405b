import Engine
import Formatting

/// A formatter that writes lines.
final class FormatterBox {
  let formatter: Formatter
  init(_ runspace: Runspace, _ line: @escaping (String) throws -> Void) {
    formatter = FormattingHook.make(runspace, width: 120, emit: line)
  }
}
