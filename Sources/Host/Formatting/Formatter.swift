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
    self.width = width
    self.emit = emit
  }

  /// Shows one object.
  public func write(_ value: Value) throws {
    if let entry = value.asObject(FormatEntry.self) { return try write(entry) }
    if session != nil { try closeRun() }
    session = nil
    try show(value, request)
  }

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
    if let record = value.asObject(ErrorRecord.self), request.control == nil {
      for line in errorLines?(record) ?? [record.message] { try out(line) }
      return
    }
    if isPlainText(value, request) {
      let text = try Operations.displayString(value)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        try out(line.hasSuffix("\r") ? String(line.dropLast()) : String(line))
      }
      return
    }
    let names = PropertyAccess.typeNames(value)
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
    run = r
    try r.add(value, names)
  }

  /// A line between rows: kept in order behind rows that wait for their widths.
  private func out(_ line: String) throws {
    if let r = run { try r.interject(line) } else { try emit(line) }
  }

  private var cells: CellText { CellText(enumerationLimit: enumerationLimit) }

  /// Values shown as their text wherever they stand.
  private func isPlainText(_ value: Value, _ request: FormatRequest) -> Bool {
    switch value.base {
    case .string, .bool, .int, .long, .double, .char, .scalar: return true
    case .object(let o):
      if o is EnumValue || o is DecimalObject || o is BigIntegerObject { return true }
      if o.typeInfo === Types.scriptBlock || o is SwitchObject { return request.control == nil }
      if request.control == nil, MemberAccess.members(of: value).allSatisfy({ !$0.isProperty || $0.isStatic }) {
        return ViewTable.current.views(for: PropertyAccess.typeNames(value)).isEmpty && !(o is PSCustomObject)
      }
      return false
    default: return true
    }
  }
}
