import Basics
import Objects

/// One open table, list, wide or custom display.
///
/// Tables whose widths depend on their rows hold those back until the end, or until `holdLimit`.
final class FormatRun {
  private enum Held { case row([String]), lines([String]) }

  let control: ViewControl
  private let view: ViewDefinition?
  private let request: FormatRequest
  private let width: Int
  private let cells: CellText
  private let emit: (String) throws -> Void
  private var viewCells: [ViewCell] = []
  private var layout = TableLayout(columns: [])
  private var holds = false
  private var held: [Held] = []
  private var isStarted = false
  private var groupText: String?
  private var hasGroup = false
  private var wideTexts: [String] = []
  private let holdLimit = 20_000
  /// Draws the errors `-ShowError` asks for.
  var errorLines: ((ErrorRecord) -> [String])?

  private init(
    _ control: ViewControl, view: ViewDefinition?, request: FormatRequest, width: Int, cells: CellText,
    emit: @escaping (String) throws -> Void
  ) {
    self.control = control
    self.view = view
    self.request = request
    self.width = width
    self.cells = cells
    self.emit = emit
  }

  /// Whether a view (not the properties of the first object) decides what is shown.
  var isViewBased: Bool { view != nil && request.properties.isEmpty }

  /// Whether an object with these type names belongs into what is open.
  func accepts(_ names: [String]) -> Bool {
    guard let view, request.properties.isEmpty else { return true }
    return view.applies(to: names)
  }

  /// Chooses the shape for the first object of a stream.
  static func open(
    for value: Value, _ names: [String], request: FormatRequest, width: Int, cells: CellText,
    emit: @escaping (String) throws -> Void
  ) throws -> FormatRun {
    let view = try chooseView(names, request)
    var control = request.control ?? view?.control
    var properties: [String]?
    if view == nil, request.properties.isEmpty {
      properties = PropertyAccess.displaySet(value) ?? PropertyAccess.propertyNames(value)
      if control == nil { control = (properties?.count ?? 0) <= 4 ? .table : .list }
    }
    let shape = control ?? .list
    let run = FormatRun(shape, view: view, request: request, width: width, cells: cells, emit: emit)
    if shape == .table { try run.prepareTable(value, names, properties) }
    return run
  }

  /// A list of all properties of one object, as an object that fits nowhere else gets.
  static func list(
    allPropertiesOf value: Value, width: Int, cells: CellText, emit: @escaping (String) throws -> Void
  ) -> FormatRun {
    FormatRun(.list, view: nil, request: FormatRequest(), width: width, cells: cells, emit: emit)
  }

  private static func chooseView(_ names: [String], _ request: FormatRequest) throws -> ViewDefinition? {
    if !request.properties.isEmpty { return nil }
    let views = ViewTable.current.views(for: names)
    if let name = request.view {
      return views.first {
        Ordinal.equalsIgnoreCase($0.name, name) && (request.control == nil || $0.control == request.control)
      }
    }
    guard let c = request.control else { return views.first }
    return views.first { $0.control == c }
  }

  private func prepareTable(_ value: Value, _ names: [String], _ properties: [String]?) throws {
    layout.hideHeaders = request.hideHeaders || (view?.hideHeaders ?? false)
    layout.wrap = request.wrap
    if let view {
      viewCells = view.row(for: names)?.cells ?? []
      layout.wrap = layout.wrap || (view.row(for: names)?.wrap ?? false)
      holds = request.autoSize || view.autoSize
      for (i, c) in viewCells.enumerated() {
        let h = i < view.headers.count ? view.headers[i] : ColumnHeader(label: nil, width: 0, alignment: .undefined)
        let a = c.alignment != .undefined ? c.alignment : h.alignment
        layout.columns.append(
          TableColumn(
            label: h.label ?? PropertyAccess.label(c.expression), width: holds ? 0 : h.width,
            alignment: a == .undefined ? .left : a))
      }
    } else {
      var hasAllWidths = true
      let asked = expand(request.properties, for: value, fallback: properties)
      for p in request.properties.isEmpty ? Array(asked.prefix(10)) : asked {
        let sample = try? PropertyAccess.value(p.expression, of: value)
        let alignment = p.alignment ?? (Formatter.isNumber(sample ?? .null) ? .right : .left)
        viewCells.append(ViewCell(p.expression, alignment: alignment, format: p.format))
        layout.columns.append(
          TableColumn(label: p.label ?? PropertyAccess.label(p.expression), width: p.width ?? 0, alignment: alignment))
        if p.width == nil { hasAllWidths = false }
      }
      holds = !hasAllWidths
      if holds { for i in layout.columns.indices { layout.columns[i].width = 0 } }
    }
    if !holds { layout.fit(into: width) }
  }

  /// Requested properties with wildcards expanded against an object; all or the display set by default.
  private func expand(_ asked: [RequestedProperty], for value: Value, fallback: [String]?) -> [RequestedProperty] {
    var all: [RequestedProperty] = []
    if asked.isEmpty {
      all = (fallback ?? PropertyAccess.propertyNames(value)).map { RequestedProperty(expression: .property($0)) }
    } else {
      for p in asked {
        if case .property(let pattern) = p.expression, Wildcard.containsWildcards(pattern) {
          let w = Wildcard.lenient(pattern)
          for n in PropertyAccess.propertyNames(value) where w.matches(n) {
            var copy = p
            copy.expression = .property(n)
            all.append(copy)
          }
        } else {
          all.append(p)
        }
      }
    }
    if request.excluded.isEmpty { return all }
    let out = request.excluded.map { Wildcard.lenient($0) }
    return all.filter { p in
      if case .property(let n) = p.expression { return !out.contains { $0.matches(n) } }
      return true
    }
  }

  /// Adds an object.
  func add(_ value: Value, _ names: [String]) throws {
    try enterGroup(of: value)
    switch control {
    case .table: try addRow(value, names)
    case .list: try addList(value, names)
    case .wide: try addWide(value)
    case .custom: try addCustom(value)
    }
  }

  private func enterGroup(of value: Value) throws {
    guard let expression = request.groupBy?.expression ?? view?.groupBy,
      let v = groupValue(expression, value)
    else {
      if !isStarted { try start(groupLines: []) }
      return
    }
    let text = v.isNull ? nil : cells.text(v, format: request.groupBy?.format, inTable: false)
    if hasGroup, text == groupText { return }
    var label = request.groupBy?.label ?? view?.groupText ?? view?.groupLabel ?? PropertyAccess.label(expression)
    if text == nil { label = "" }
    if hasGroup { try endGroup() }
    let isFirst = !hasGroup
    hasGroup = true
    groupText = text
    let head = request.groupBy == nil && view?.groupLabel != nil ? "    " : "   "
    var lines = [head + label + ": " + (text ?? "")]
    if request.groupBy == nil, let control = view?.groupControl {
      lines = control.lines(value, width: width, cells: cells)
    }
    try start(groupLines: lines, isFirst: isFirst)
  }

  /// What an object is grouped by; nil when it has no such property.
  private func groupValue(_ expression: ViewExpression, _ value: Value) -> Value? {
    if case .property(let name) = expression, !PropertyAccess.has(name, value) { return nil }
    return (try? PropertyAccess.value(expression, of: value)) ?? .null
  }

  private func start(groupLines: [String], isFirst: Bool = true) throws {
    isStarted = true
    // The blank line behind a group's table is the one before the next; lists keep both.
    var lines: [String] = isFirst || control == .list ? [""] : []
    if !groupLines.isEmpty { lines += groupLines + [""] }
    if control == .table, !holds { lines += layout.header() }
    if holds { held.append(.lines(lines)) } else { for l in lines { try emit(l) } }
  }

  private func endGroup() throws {
    switch control {
    case .table:
      try flush()
      try emit("")
    case .wide:
      try flushWide()
      try emit("")
    case .list: break
    case .custom: try emit("")
    }
  }

  /// A line that belongs to no column.
  func interject(_ line: String) throws {
    if holds, !held.isEmpty { held.append(.lines([line])) } else { try emit(line) }
  }

  /// Ends the display.
  func close() throws {
    guard isStarted else { return }
    try endGroup()
  }

  private func addRow(_ value: Value, _ names: [String]) throws {
    var row: [String] = []
    var failures: [ErrorRecord] = []
    let current = view?.row(for: names)?.cells ?? viewCells
    for c in current {
      do {
        let v = try PropertyAccess.value(c.expression, of: value)
        row.append(cells.text(v, format: c.format, inTable: view == nil))
      } catch let e as GuestError {
        row.append(request.displayError ? "#ERR" : "")
        if request.showError { failures.append(FormatRun.failure(of: c.expression, e.record)) }
      }
    }
    if holds {
      held.append(.row(row))
    } else {
      for l in layout.row(row) { try emit(l) }
    }
    for f in failures { for l in errorLines?(f) ?? [] { try interject(l) } }
    if holds, held.count >= holdLimit { try flush() }
  }

  private static func failure(of e: ViewExpression, _ cause: ErrorRecord) -> ErrorRecord {
    let r = ErrorRecord(cause.exception, id: "PSPropertyExpressionError", category: .InvalidArgument)
    r.wasThrown = cause.wasThrown
    r.detailsMessage = "Failed to evaluate expression \"\(PropertyAccess.label(e))\"."
    return r
  }

  private func flush() throws {
    guard holds else { return }
    var rows: [[String]] = []
    for h in held { if case .row(let r) = h { rows.append(r) } }
    let fresh = layout
    layout.autoSize(rows)
    layout.fit(into: width)
    var headerPending = true
    for h in held {
      switch h {
      case .lines(let lines):
        for l in lines { try emit(l) }
        if headerPending {
          headerPending = false
          for l in layout.header() { try emit(l) }
        }
      case .row(let r): for l in layout.row(r) { try emit(l) }
      }
    }
    held.removeAll()
    layout = fresh
  }

  private func addList(_ value: Value, _ names: [String]) throws {
    var fields: [(label: String, text: String)] = []
    if let entry = view?.entry(for: names, value), request.properties.isEmpty {
      for item in entry.items {
        if let c = item.condition, !Operations.isTrue((try? PropertyAccess.value(c, of: value)) ?? .null) { continue }
        let v = (try? PropertyAccess.value(item.expression, of: value)) ?? .null
        let label = item.label ?? PropertyAccess.label(item.expression)
        fields.append((label, cells.text(v, format: item.format, inTable: false)))
      }
    } else {
      let isDefault = request.control == nil || request.properties.isEmpty
      let names = isDefault ? PropertyAccess.displaySet(value) : nil
      for p in expand(request.properties, for: value, fallback: names) {
        if case .property(let name) = p.expression, !request.properties.isEmpty, !PropertyAccess.has(name, value) {
          continue
        }
        let v = (try? PropertyAccess.value(p.expression, of: value)) ?? .null
        fields.append((p.label ?? PropertyAccess.label(p.expression), cells.text(v, format: p.format, inTable: false)))
      }
    }
    for l in ListLayout().lines(fields, width: width) { try emit(l) }
    try emit("")
  }

  private func addWide(_ value: Value) throws {
    let expression: ViewExpression
    if let p = request.properties.first {
      expression = p.expression
    } else if let w = view?.wide {
      expression = w.expression
    } else {
      expression = .property(PropertyAccess.displayProperty(value) ?? PropertyAccess.propertyNames(value).first ?? "")
    }
    let v = (try? PropertyAccess.value(expression, of: value)) ?? .null
    wideTexts.append(cells.text(v, format: request.properties.first?.format ?? view?.wide?.format, inTable: false))
  }

  private func flushWide() throws {
    guard !wideTexts.isEmpty else { return }
    var count = request.columns ?? (view?.wideColumns ?? 0)
    let isFitted = (request.autoSize || view?.autoSize == true) && request.columns == nil
    if isFitted { count = max(1, width / ((wideTexts.map { Cells.width($0) }.max() ?? 1) + 1)) }
    if count <= 0 { count = 2 }
    // What does not divide evenly goes to the first columns.
    let room = max(width - (count - 1), count)
    let widths = (0..<count).map { room / count + ($0 < room % count ? 1 : 0) }
    var i = 0
    while i < wideTexts.count {
      var cells: [String] = []
      for c in 0..<min(count, wideTexts.count - i) {
        cells.append(Cells.pad(Cells.fit(wideTexts[i + c], widths[c]), widths[c], .left))
      }
      try emit(cells.joined(separator: " "))
      i += count
    }
    wideTexts.removeAll()
  }

  private func addCustom(_ value: Value) throws {
    if let control = view?.customControl, request.properties.isEmpty {
      for l in control.lines(value, width: width + 1, cells: cells) { try emit(l) }
      return
    }
    if let draw = view?.custom {
      for l in try draw(value) { try emit(l) }
      return
    }
    for l in CustomLayout(cells: cells, maximumDepth: request.depth).lines(value, request.properties) { try emit(l) }
    try emit("")
  }
}

extension Formatter {
  /// Whether a column of such values is right-aligned.
  static func isNumber(_ v: Value) -> Bool {
    switch v.base {
    case .int, .long, .double, .scalar, .bool, .char: return true
    case .object(let o): return o is DecimalObject || o is EnumValue
    default: return false
    }
  }
}
