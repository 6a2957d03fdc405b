import Basics
import Objects

/// Objects in, lines out: keeps the open table or list and decides what each object does to it.
///
/// The first object of a stream decides the shape (its view, or its properties); observed.md says what
/// later objects of other types do. Pure: scripts of views run through `CurrentRunspace.invoker`.
public final class Formatter {
  private let width: Int
  private let emit: (String) throws -> Void
  private var run: FormatRun?
  private var session: FormatEntry.Session?
  /// Elements shown of a collection inside a cell.
  public var enumerationLimit = 4
  /// Draws an error record; set by the host, which knows the error view.
  public var errorLines: ((ErrorRecord) -> [String])?
  /// Whether plain default output (no Format-* command) may open views.
  public var request = FormatRequest()

  /// `width` is the width of the line in cells; the last one stays free.
  public init(width: Int, emit: @escaping (String) throws -> Void) {
    self.width = max(width - 1, 1)
    self.emit = emit
  }

  /// Shows one object.
  public func write(_ value: Value) throws {
    if let entry = value.asObject(FormatEntry.self) { return try write(entry) }
    if session != nil { try closeRun() }
    session = nil
    if let d = value.asObject(PSDictionary.self) {
      for entry in Collections.entries(d) { try show(entry, request) }
    } else if case .object(let o) = value.base, !(o is PSCustomObject), let items = try Operations.enumerate(value) {
      while let item = try items.next() { try show(item, request) }
    } else {
      try show(value, request)
    }
  }

  /// Whether no table or list is open.
  public var isIdle: Bool { run == nil && session == nil }

  /// Ends the open table or list.
  public func finish() throws { try closeRun() }

  private func write(_ entry: FormatEntry) throws {
    switch entry.part {
    case .start:
      try closeRun()
      session = entry.session
    case .entry(let v):
      if session !== entry.session {
        try closeRun()
        session = entry.session
      }
      try show(v, entry.session.request)
    case .end:
      if session === entry.session { try closeRun() }
      session = nil
    }
  }

  private func closeRun() throws {
    guard let r = run else { return }
    run = nil
    try r.close()
  }

  private func show(_ value: Value, _ request: FormatRequest) throws {
    if value.isNull { return }
    if let record = value.asObject(ErrorRecord.self), request.control == nil || !request.force {
      for line in errorLines?(record) ?? [record.message] { try out(line) }
      return
    }
    let names = PropertyAccess.typeNames(value)
    if isPlainText(value, names, request) {
      let text = try Operations.toString(value, culture: CultureObject.current)
      for line in Cells.lines(text) { try out(line) }
      return
    }
    if let r = run {
      if r.accepts(names) { return try r.add(value, names) }
      if r.isViewBased {
        let alone = FormatRun.list(allPropertiesOf: value, width: width, cells: cells, emit: emit)
        try alone.add(value, names)
        return try alone.close()
      }
      return try r.add(value, names)
    }
    let r = try FormatRun.open(for: value, names, request: request, width: width, cells: cells, emit: emit)
    r.errorLines = errorLines
    run = r
    try r.add(value, names)
  }

  /// A line between rows: kept in order behind rows that wait for their widths.
  private func out(_ line: String) throws {
    if let r = run { try r.interject(line) } else { try emit(line) }
  }

  private var cells: CellText { CellText(enumerationLimit: enumerationLimit) }

  /// Values shown as their text wherever they stand.
  private func isPlainText(_ value: Value, _ names: [String], _ request: FormatRequest) -> Bool {
    switch value.base {
    case .string, .bool, .int, .long, .double, .char, .scalar: return true
    case .object(let o):
      if o is EnumValue || o is DecimalObject || o is BigIntegerObject { return true }
      if o.typeInfo === Types.scriptBlock { return request.control == nil }
      if request.control != nil || o is PSCustomObject || !ViewTable.current.views(for: names).isEmpty { return false }
      return MemberAccess.members(of: value).allSatisfy { !$0.isProperty || $0.isStatic }
    default: return true
    }
  }
}
