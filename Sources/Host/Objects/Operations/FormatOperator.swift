import Basics

extension Operations {
  /// `-f` with the operands as the expression has them: an array of references on the right is the argument list.
  public static func formatOperator(_ format: Value, _ argument: Value) throws -> Value {
    let text = try toString(format)
    if case .object(let o) = argument.base, let a = o as? PSArray, !a.elementType.isValueType {
      return .string(try formatOperator(text, a.elements))
    }
    return .string(try formatOperator(text, [argument]))
  }

  /// `-f` over an argument list; errors carry PowerShell's id.
  public static func formatOperator(_ format: String, _ args: [Value]) throws -> String {
    do {
      return try compositeFormat(format, args, CultureObject.current)
    } catch let e as GuestError {
      let inner = e.record.exception
      let x = ExceptionObject(
        Types.named("System.Management.Automation.RuntimeException"),
        "Error formatting a string: \(inner.message).", inner: inner)
      let r = ErrorRecord(x, id: "FormatError", category: .InvalidOperation, target: .string(format))
      x.errorRecord = r
      throw GuestError(r)
    }
  }

  /// `string.Format` in a culture; throws .NET's FormatException.
  public static func compositeFormat(_ format: String, _ args: [Value], _ culture: CultureObject) throws -> String {
    let u = Array(format.utf16)
    var out: [UInt16] = []
    out.reserveCapacity(u.count + 16)
    var i = 0
    while i < u.count {
      let c = u[i]
      if c == 0x7B {
        if i + 1 < u.count, u[i + 1] == 0x7B {
          out.append(c)
          i += 2
          continue
        }
        try item(u, &i, args, culture, &out)
      } else if c == 0x7D {
        guard i + 1 < u.count, u[i + 1] == 0x7D else {
          throw malformed(i, "Unexpected closing brace without a corresponding opening brace.")
        }
        out.append(c)
        i += 2
      } else {
        out.append(c)
        i += 1
      }
    }
    return String(decoding: out, as: UTF16.self)
  }

  private static func malformed(_ at: Int, _ why: String) -> GuestError {
    GuestError.exception(
      "System.FormatException",
      "Input string was not in a correct format. Failure to parse near offset \(at). \(why)")
  }

  /// One `{index[,width][:format]}`; `i` stands on the brace and ends behind the closing one.
  private static func item(
    _ u: [UInt16], _ i: inout Int, _ args: [Value], _ culture: CultureObject, _ out: inout [UInt16]
  ) throws {
    func more() throws {
      i += 1
      if i >= u.count { throw malformed(u.count, "Format item ends prematurely.") }
    }
    try more()
    guard u[i] &- 0x30 < 10 else { throw malformed(i, "Expected an ASCII digit.") }
    var index = 0
    while u[i] &- 0x30 < 10 {
      index = min(index * 10 + Int(u[i] - 0x30), 1_000_000)
      try more()
    }
    while u[i] == 0x20 { try more() }
    var width = 0
    var left = false
    if u[i] == 0x2C {
      try more()
      while u[i] == 0x20 { try more() }
      if u[i] == 0x2D {
        left = true
        try more()
      }
      guard u[i] &- 0x30 < 10 else { throw malformed(i, "Expected an ASCII digit.") }
      while u[i] &- 0x30 < 10 {
        width = min(width * 10 + Int(u[i] - 0x30), 1_000_000)
        try more()
      }
      while u[i] == 0x20 { try more() }
    }
    var spec: String?
    if u[i] == 0x3A {
      let start = i + 1
      try more()
      while u[i] != 0x7D {
        if u[i] == 0x7B { throw malformed(i, "Encountered an opening brace in a format string.") }
        try more()
      }
      spec = String(decoding: u[start..<i], as: UTF16.self)
    }
    guard u[i] == 0x7D else { throw malformed(i, "Expected a closing brace.") }
    i += 1
    guard index < args.count else {
      throw GuestError.exception(
        "System.FormatException",
        "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.")
    }
    let text = Array(try format(args[index], spec, culture).utf16)
    let pad = [UInt16](repeating: 0x20, count: max(0, width - text.count))
    out += left ? text + pad : pad + text
  }
}
