import Basics
import Objects

/// What is wrong with a format file.
public struct FormatFileError: Error {
  public let message: String
  public init(_ message: String) { self.message = message }
}

/// Reads the views of a format file (`*.format.ps1xml`).
public struct FormatFile {
  private var sets: [String: [String]] = [:]
  private var shared = CustomControls()
  private var views: [ViewDefinition] = []

  /// The views of a parsed file, in their order.
  public static func views(of document: XmlNodeObject) throws -> [ViewDefinition] {
    guard let root = document.root, root.localName == "Configuration" else {
      throw FormatFileError("The root element must be Configuration.")
    }
    var file = FormatFile()
    for s in root.all("SelectionSets", "SelectionSet") {
      file.sets[(s.text("Name") ?? "").lowercased()] = s.all("Types", "TypeName").map(\.trimmed)
    }
    file.shared = try CustomControls(root.first("Controls"), parent: nil)
    for v in root.all("ViewDefinitions", "View") { try file.read(view: v) }
    return file.views
  }

  private func types(_ node: XmlNodeObject?) throws -> [String] {
    var out: [String] = []
    for n in node?.elements ?? [] {
      if n.localName == "TypeName" { out.append(n.trimmed) }
      if n.localName == "SelectionSetName" {
        guard let set = sets[n.trimmed.lowercased()] else {
          throw FormatFileError("The selection set \(n.trimmed) is not defined.")
        }
        out += set
      }
    }
    return out
  }

  private mutating func read(view node: XmlNodeObject) throws {
    guard let name = node.text("Name"), !name.isEmpty else { throw FormatFileError("A view has no name.") }
    let selected = try types(node.first("ViewSelectedBy"))
    guard !selected.isEmpty else { throw FormatFileError("The view \(name) is selected by no type.") }
    let kinds: [(String, ViewControl)] = [
      ("TableControl", .table), ("ListControl", .list), ("WideControl", .wide), ("CustomControl", .custom),
    ]
    guard let kind = kinds.first(where: { node.first($0.0) != nil }), let body = node.first(kind.0) else {
      throw FormatFileError("The view \(name) has no control.")
    }
    let view = ViewDefinition(name: name, control: kind.1, types: selected)
    let controls = try CustomControls(node.first("Controls"), parent: shared)
    if let g = node.first("GroupBy") {
      view.groupBy = try expression(g)
      view.groupText = g.text("Label")
      if let c = g.first("CustomControl") { view.groupControl = try CustomControl(c, controls) }
      if let c = g.text("CustomControlName") { view.groupControl = controls.find(c) }
    }
    switch kind.1 {
    case .table: try readTable(body, into: view)
    case .list: try readList(body, into: view)
    case .wide: try readWide(body, into: view)
    case .custom: view.customControl = try CustomControl(body, controls)
    }
    views.append(view)
  }

  private func expression(_ node: XmlNodeObject) throws -> ViewExpression {
    if let p = node.text("PropertyName") { return .property(p) }
    if let s = node.first("ScriptBlock") { return .script(s.innerText) }
    throw FormatFileError("\(node.localName) has neither a property nor a script block.")
  }

  private func alignment(_ node: XmlNodeObject) throws -> Alignment {
    guard let text = node.text("Alignment") else { return .undefined }
    for a in [Alignment.left, .center, .right, .undefined] where Ordinal.equalsIgnoreCase(a.rawValue, text) { return a }
    throw FormatFileError("The alignment \(text) is not valid.")
  }

  private func number(_ node: XmlNodeObject, _ name: String) throws -> Int {
    guard let text = node.text(name) else { return 0 }
    guard let n = Int(text), n >= 0 else { throw FormatFileError("\(name) \(text) is not a number.") }
    return n
  }

  private func readTable(_ body: XmlNodeObject, into view: ViewDefinition) throws {
    view.autoSize = body.first("AutoSize") != nil
    view.hideHeaders = body.first("HideTableHeaders") != nil
    for h in body.all("TableHeaders", "TableColumnHeader") {
      view.headers.append(
        ColumnHeader(label: h.text("Label"), width: try number(h, "Width"), alignment: try alignment(h)))
    }
    for r in body.all("TableRowEntries", "TableRowEntry") {
      var row = ViewRow(types: [], wrap: r.first("Wrap") != nil, cells: [])
      try select(r.first("EntrySelectedBy"), &row.types, &row.conditions)
      for c in r.all("TableColumnItems", "TableColumnItem") {
        let isEmpty = c.elements.isEmpty
        row.cells.append(
          ViewCell(
            isEmpty ? .script("") : try expression(c), alignment: try alignment(c), format: c.text("FormatString")))
      }
      view.rows.append(row)
    }
    guard let first = view.rows.first else { throw FormatFileError("The view \(view.name) has no rows.") }
    if !view.headers.isEmpty, view.rows.contains(where: { $0.cells.count != view.headers.count }) {
      throw FormatFileError("The view \(view.name) has \(first.cells.count) cells for its headers.")
    }
  }

  private func readList(_ body: XmlNodeObject, into view: ViewDefinition) throws {
    for e in body.all("ListEntries", "ListEntry") {
      var entry = ViewListEntry(types: [], items: [])
      try select(e.first("EntrySelectedBy"), &entry.types, &entry.conditions)
      for i in e.all("ListItems", "ListItem") {
        let condition = try i.first("ItemSelectionCondition").map { try expression($0) }
        entry.items.append(
          ViewItem(i.text("Label"), try expression(i), format: i.text("FormatString"), condition: condition))
      }
      view.entries.append(entry)
    }
    if view.entries.isEmpty { throw FormatFileError("The view \(view.name) has no entries.") }
  }

  private func readWide(_ body: XmlNodeObject, into view: ViewDefinition) throws {
    view.autoSize = body.first("AutoSize") != nil
    view.wideColumns = try number(body, "ColumnNumber")
    guard let item = body.all("WideEntries", "WideEntry").first?.first("WideItem") else {
      throw FormatFileError("The view \(view.name) has no entries.")
    }
    view.wide = ViewCell(try expression(item), format: item.text("FormatString"))
  }

  private func select(
    _ node: XmlNodeObject?, _ names: inout [String], _ conditions: inout [ViewCondition]
  ) throws {
    names = try types(node)
    for c in node?.elements ?? [] where c.localName == "SelectionCondition" {
      let of = try types(c)
      guard !of.isEmpty else { throw FormatFileError("A selection condition names no type.") }
      conditions.append(ViewCondition(types: of, expression: try expression(c)))
    }
    if let node, names.isEmpty, conditions.isEmpty {
      throw FormatFileError("\(node.localName) selects nothing.")
    }
  }
}

extension XmlNodeObject {
  var elements: [XmlNodeObject] { children.filter { $0.kind == .element } }
  func first(_ name: String) -> XmlNodeObject? { children.first { $0.kind == .element && $0.localName == name } }
  /// The elements of a name inside the container of a name.
  func all(_ container: String, _ name: String) -> [XmlNodeObject] {
    (first(container)?.elements ?? []).filter { $0.localName == name }
  }
  func text(_ name: String) -> String? { first(name).map(\.trimmed) }
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\n", "\r", "\r\n"]
    let text = innerText.drop { blanks.contains($0) }
    guard let last = text.lastIndex(where: { !blanks.contains($0) }) else { return "" }
    return String(text[...last])
  }
}
