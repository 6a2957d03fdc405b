import Basics

/// Draws the properties of one object, one under the other.
struct ListLayout {
  /// Lines for labelled values; continuation lines are indented to the value.
  func lines(_ fields: [(label: String, text: String)], width: Int) -> [String] {
    let label = min(fields.map { Cells.width($0.label) }.max() ?? 0, max(width - 4, 1))
    let indent = String(repeating: " ", count: label + 3)
    var out: [String] = []
    for f in fields {
      let head = Cells.pad(Cells.fit(f.label, label), label, .left) + " : "
      let value = Cells.wrap(f.text, max(width - label - 3, 1))
      out.append(head + (value.first ?? ""))
      for more in value.dropFirst() { out.append(indent + more) }
    }
    return out
  }
}
