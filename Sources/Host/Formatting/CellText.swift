import Basics
import Objects

/// Texts of values inside tables and lists.
struct CellText {
  /// How many elements of a collection are shown; negative for all (`$FormatEnumerationLimit`).
  var enumerationLimit = 4

  /// The text of a property value; tables show real numbers with the culture's number of decimals.
  func text(_ value: Value, format: String? = nil, inTable: Bool) -> String {
    if value.isNull { return "" }
    if let f = format, !f.isEmpty {
      if f.contains("{0") {
        if let s = try? Operations.formatOperator(f, [value]) { return s }
      } else if let s = try? Operations.format(value, f, CultureObject.current) {
        return s
      }
    }
    if inTable, let real = tableNumber(value) { return real }
    return plain(value, depth: 0)
  }

  private func tableNumber(_ v: Value) -> String? {
    switch v.base {
    case .double, .scalar(.single, _): return try? Operations.format(v, "F3", CultureObject.current)
    case .object(let o) where o is DecimalObject: return try? Operations.format(v, "F3", CultureObject.current)
    default: return nil
    }
  }

  private func plain(_ value: Value, depth: Int) -> String {
    if value.isNull { return depth == 0 ? "" : "$null" }
    if case .object(let o) = value.base {
      if let d = o as? PSDictionary { return dictionary(d) }
      if !(o is PSCustomObject), let it = try? Operations.enumerate(value) { return elements(it) }
    }
    return (try? Operations.displayString(value)) ?? ""
  }

  private func dictionary(_ d: PSDictionary) -> String {
    var parts: [String] = []
    for i in 0..<d.count {
      if enumerationLimit >= 0, i >= enumerationLimit { return "{" + parts.joined(separator: ", ") + "…}" }
      let k = plain(d.keys[i], depth: 1)
      let v = d.values[i].isNull ? "" : (try? Operations.displayString(d.values[i])) ?? ""
      parts.append("[\(k), \(v)]")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private func elements(_ it: ValueIterator) -> String {
    var parts: [String] = []
    while let v = try? it.next() {
      if enumerationLimit >= 0, parts.count >= enumerationLimit { return "{" + parts.joined(separator: ", ") + "…}" }
      if let e = v.asObject(DictEntry.self) {
        let key = (try? Operations.displayString(e.key)) ?? ""
        parts.append("[\(key), \((try? Operations.displayString(e.value)) ?? "")]")
      } else {
        parts.append(v.isNull ? "$null" : (try? Operations.displayString(v)) ?? "")
      }
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

/// Measuring and cutting text by display cells, with escape sequences taking none.
enum Cells {
  /// The width of a text in display cells.
  static func width(_ s: String) -> Int { DisplayWidth.visibleCells(s) }

  /// The longest head that fits.
  static func head(_ s: String, _ cells: Int) -> String { String(DisplayWidth.prefix(s, cells: cells).text) }

  /// The longest tail that fits.
  static func tail(_ s: String, _ cells: Int) -> String { String(DisplayWidth.suffix(s, cells: cells).text) }

  /// The text cut to a width with an ellipsis: at the end, or at the front when right-aligned.
  static func fit(_ s: String, _ cells: Int, keepTail: Bool = false) -> String {
    if width(s) <= cells { return s }
    if cells <= 0 { return "" }
    if cells == 1 { return "…" }
    return keepTail ? "…" + tail(s, cells - 1) : head(s, cells - 1) + "…"
  }

  /// The text with blanks added to fill a width.
  static func pad(_ s: String, _ cells: Int, _ a: Alignment) -> String {
    let gap = cells - width(s)
    if gap <= 0 { return s }
    switch a {
    case .right: return String(repeating: " ", count: gap) + s
    case .center:
      let left = gap / 2
      return String(repeating: " ", count: left) + s + String(repeating: " ", count: gap - left)
    default: return s + String(repeating: " ", count: gap)
    }
  }

  /// Lines no wider than `cells`, broken at blanks where possible.
  static func wrap(_ s: String, _ cells: Int) -> [String] {
    var lines: [String] = []
    for line in s.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
      lines.append(contentsOf: wrapLine(text, cells))
    }
    return lines
  }

  private static func wrapLine(_ s: String, _ cells: Int) -> [String] {
    if cells <= 0 || width(s) <= cells { return [s] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    var word = ""
    var wordWidth = 0
    func flushWord() {
      if lineWidth + wordWidth > cells, lineWidth > 0 {
        lines.append(line)
        line = ""
        lineWidth = 0
      }
      while wordWidth > cells {
        let h = head(word, cells - lineWidth)
        lines.append(line + h)
        word = String(word.dropFirst(h.count))
        wordWidth = width(word)
        line = ""
        lineWidth = 0
        if h.isEmpty { break }
      }
      line += word
      lineWidth += wordWidth
      word = ""
      wordWidth = 0
    }
    for c in s {
      word.append(c)
      wordWidth += DisplayWidth.cells(String(c))
      if c == " " || c == "\t" || c == "-" { flushWord() }
    }
    flushWord()
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
