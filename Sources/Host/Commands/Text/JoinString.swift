import Basics
import Engine
import Objects

/// Join-String.
final class JoinString: Cmdlet {
  private var parts: [String] = []

  override func process() throws {
    let given = arg("InputObject")
    let items = given.asObject(PSArray.self)?.elements ?? (given.isNull ? [] : [given])
    for v in items where !v.isNull || has("Property") { try add(v) }
  }

  private func add(_ input: Value) throws {
    var v = input
    if has("Property") {
      guard let p = try PropertyArgument.parse(arg("Property"), of: self).first else { return }
      v = try p.value(of: input) ?? .null
    }
    var text = v.isNull ? "" : try Operations.displayText(v)
    if flag("SingleQuote") {
      text = "'" + text + "'"
    } else if flag("DoubleQuote") {
      text = "\"" + text + "\""
    } else if let f = string("FormatString"), !f.isEmpty {
      text = try Operations.formatOperator(f, [v])
    }
    parts.append(text)
  }

  override func end() throws {
    let separator = has("Separator") ? string("Separator") ?? "" : (try ofs())
    try write(
      .string((string("OutputPrefix") ?? "") + parts.joined(separator: separator) + (string("OutputSuffix") ?? "")))
  }

  private func ofs() throws -> String {
    guard let v = engine.variable("OFS", in: runtime.scope)?.get(), !v.isNull else { return "" }
    return try Operations.toString(v)
  }
}
