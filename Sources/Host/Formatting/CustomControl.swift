import Basics
import Objects

/// The named custom controls a view can use: its own and those of its file.
final class CustomControls {
  private var named: [String: CustomControl] = [:]
  private let parent: CustomControls?
  init() { parent = nil }

  init(_ node: XmlNodeObject?, parent: CustomControls?) throws {
    self.parent = parent
    for c in node?.elements ?? [] where c.localName == "Control" {
      guard let name = c.text("Name"), let body = c.first("CustomControl") else {
        throw FormatFileError("A control has no name or no body.")
      }
      named[name.lowercased()] = try CustomControl(body, self)
    }
  }

  func find(_ name: String) -> CustomControl? { named[name.lowercased()] ?? parent?.find(name) }
}

/// A custom control: text, values and frames, chosen by the type of the object.
final class CustomControl {
  private indirect enum Item {
    case text(String)
    case newLine(Int)
    case frame(left: Int, right: Int, first: Int, items: [Item])
    case value(ViewExpression?, condition: ViewExpression?, each: Bool, control: CustomControl?, name: String?)
  }
  private var entries: [(types: [String], items: [Item])] = []
  private let controls: CustomControls

  init(_ node: XmlNodeObject, _ controls: CustomControls) throws {
    self.controls = controls
    for e in node.all("CustomEntries", "CustomEntry") {
      let types = e.all("EntrySelectedBy", "TypeName").map(\.trimmed)
      guard let body = e.first("CustomItem") else { throw FormatFileError("A custom entry has no item.") }
      entries.append((types, try items(body)))
    }
    if entries.isEmpty { throw FormatFileError("A custom control has no entries.") }
  }

  private func items(_ node: XmlNodeObject) throws -> [Item] {
    var out: [Item] = []
    for n in node.elements {
      switch n.localName {
      case "Text": out.append(.text(n.innerText))
      case "NewLine": out.append(.newLine(Int(n.text("Count") ?? "1") ?? 1))
      case "Frame":
        let hanging = Int(n.text("FirstLineHanging") ?? "") ?? 0
        let first = hanging > 0 ? -hanging : Int(n.text("FirstLineIndent") ?? "") ?? 0
        let inner = try n.first("CustomItem").map { try items($0) } ?? []
        out.append(
          .frame(
            left: Int(n.text("LeftIndent") ?? "") ?? 0, right: Int(n.text("RightIndent") ?? "") ?? 0, first: first,
            items: inner))
      case "ExpressionBinding": out.append(try binding(n))
      default: throw FormatFileError("\(n.localName) is not known in a custom item.")
      }
    }
    return out
  }

  private func binding(_ n: XmlNodeObject) throws -> Item {
    func expression(_ n: XmlNodeObject) -> ViewExpression? {
      n.text("PropertyName").map { .property($0) } ?? n.first("ScriptBlock").map { .script($0.innerText) }
    }
    let inline = try n.first("CustomControl").map { try CustomControl($0, controls) }
    return .value(
      expression(n), condition: n.first("ItemSelectionCondition").flatMap(expression),
      each: n.first("EnumerateCollection") != nil, control: inline, name: n.text("CustomControlName"))
  }

  /// The lines for an object.
  func lines(_ value: Value, width: Int, cells: CellText) -> [String] {
    var painter = Painter(width: width, cells: cells)
    draw(value, &painter, depth: 0)
    painter.newLine()
    return painter.lines
  }

  private func draw(_ value: Value, _ p: inout Painter, depth: Int) {
    guard depth < 50 else { return }
    let names = PropertyAccess.typeNames(value)
    let entry =
      entries.first { e in e.types.contains { t in names.contains { Ordinal.equalsIgnoreCase($0, t) } } }
      ?? entries.first { $0.types.isEmpty } ?? entries.first
    draw(entry?.items ?? [], value, &p, depth)
  }

  private func draw(_ items: [Item], _ value: Value, _ p: inout Painter, _ depth: Int) {
    for item in items {
      switch item {
      case .text(let s): p.write(s)
      case .newLine(let n): for _ in 0..<max(n, 0) { p.newLine() }
      case .frame(let left, let right, let first, let inner):
        p.enter(left, right, first)
        draw(inner, value, &p, depth)
        p.leave()
      case .value(let expression, let condition, let each, let control, let name):
        if let c = condition, !Operations.isTrue((try? PropertyAccess.value(c, of: value)) ?? .null) { continue }
        let v = expression.map { (try? PropertyAccess.value($0, of: value)) ?? .null } ?? value
        let target = control ?? name.flatMap { controls.find($0) }
        if each, let it = try? Operations.enumerate(v) {
          while let e = try? it.next() { show(e, target, &p, depth) }
        } else {
          show(v, target, &p, depth)
        }
      }
    }
  }

  private func show(_ v: Value, _ control: CustomControl?, _ p: inout Painter, _ depth: Int) {
    if let control {
      if !v.isNull { control.draw(v, &p, depth: depth + 1) }
    } else {
      p.write(p.cells.text(v, inTable: false))
    }
  }

  /// Collects text into lines, each indented and broken as its frame asks.
  private struct Painter {
    let width: Int
    let cells: CellText
    var lines: [String] = []
    private var line = ""
    private var frames: [(left: Int, right: Int, first: Int)] = []

    init(width: Int, cells: CellText) {
      self.width = width
      self.cells = cells
    }

    mutating func write(_ text: String) {
      let parts = Cells.lines(text)
      for (i, part) in parts.enumerated() {
        line += part
        if i < parts.count - 1 { newLine() }
      }
    }

    mutating func newLine() {
      let left = frames.reduce(0) { $0 + $1.left }
      let right = frames.reduce(0) { $0 + $1.right }
      let first = frames.last?.first ?? 0
      // A hanging first line moves the others to the right, an indented one only itself.
      let start = left + max(first, 0)
      let rest = left + max(-first, 0)
      let head = Cells.wrap(line, max(width - start - right, 1)).first ?? ""
      lines.append(String(repeating: " ", count: line.isEmpty ? 0 : start) + head)
      let tail = String(line.unicodeScalars.dropFirst(head.unicodeScalars.count))
      if !tail.isEmpty {
        for l in Cells.wrap(tail, max(width - rest - right, 1)) {
          lines.append(String(repeating: " ", count: rest) + l)
        }
      }
      line = ""
    }

    mutating func enter(_ left: Int, _ right: Int, _ first: Int) {
      if !line.isEmpty { newLine() }
      frames.append((left, right, first))
    }

    mutating func leave() {
      if !line.isEmpty { newLine() }
      frames.removeLast()
    }
  }
}
