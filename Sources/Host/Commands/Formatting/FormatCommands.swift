import Basics
import Engine
import Formatting
import Objects

/// What Format-Table, -List, -Wide and -Custom share: the request, and the entries they write.
class FormatCommand: Cmdlet {
  var control: ViewControl { .table }
  private var shape: FormatEntry.Session?

  override func begin() throws {
    var request = FormatRequest()
    request.control = control
    request.properties = try FormatProperties.parse(arg("Property"), of: self)
    request.excluded = strings("ExcludeProperty")
    if has("GroupBy") { request.groupBy = try FormatProperties.parse(arg("GroupBy"), of: self).first }
    request.view = string("View")
    request.autoSize = flag("AutoSize")
    request.hideHeaders = flag("HideTableHeaders")
    request.wrap = flag("Wrap")
    request.force = flag("Force")
    request.repeatHeader = flag("RepeatHeader")
    request.columns = int("Column")
    request.showError = flag("ShowError")
    request.displayError = flag("DisplayError")
    if let d = int("Depth") { request.depth = d }
    try check(request)
    shape = FormatEntry.Session(request)
  }

  /// Refuses what the command cannot do with a request.
  func check(_ request: FormatRequest) throws {}

  override func process() throws {
    let input = arg("InputObject")
    if input.isNull { return }
    guard let shape else { return }
    if let name = shape.request.view, ViewTable.current.view(named: name, control, for: input) == nil {
      throw GuestError(
        error(
          "FormatViewNotFound", "The view name \(name) cannot be found.", .ObjectNotFound,
          type: "System.Management.Automation.PSInvalidOperationException"))
    }
    let isDictionary = input.asObject(PSDictionary.self) != nil
    if !isStarted {
      isStarted = true
      // The entries of a dictionary are fitted, whatever their view says.
      if isDictionary, shape.request.properties.isEmpty { shape.request.autoSize = true }
      try write(.object(FormatEntry(shape, .start)))
    }
    let expand = (string("Expand") ?? "EnumOnly").lowercased()
    guard expand != "coreonly", let items = try Operations.enumerate(input) ?? dictionaryItems(input) else {
      return try entry(input)
    }
    if expand == "both" { try describe(input) }
    while let item = try items.next() { try entry(item) }
  }
  private var isStarted = false

  private func entry(_ v: Value) throws {
    if let shape { try write(.object(FormatEntry(shape, .entry(v)))) }
  }

  /// Shows a collection itself before its elements.
  private func describe(_ collection: Value) throws {
    var request = FormatRequest()
    request.control = .list
    let alone = FormatEntry.Session(request)
    try entry(.string("The following object supports IEnumerable:"))
    for part in [FormatEntry.Part.start, .entry(collection), .end] { try write(.object(FormatEntry(alone, part))) }
    let count = (try Operations.elements(collection) ?? []).count
    try entry(.string("The IEnumerable contains the following \(count) objects:"))
  }

  private func dictionaryItems(_ v: Value) throws -> ValueIterator? {
    guard let d = v.asObject(PSDictionary.self) else { return nil }
    return ValueIterator(Collections.entries(d))
  }

  override func end() throws {
    if isStarted, let shape { try write(.object(FormatEntry(shape, .end))) }
  }
}

/// Format-Table.
final class FormatTable: FormatCommand {}

/// Format-List.
final class FormatList: FormatCommand { override var control: ViewControl { .list } }

/// Format-Wide.
final class FormatWide: FormatCommand {
  override var control: ViewControl { .wide }
  override func check(_ request: FormatRequest) throws {
    if request.properties.count > 1 {
      throw GuestError(
        error("DictionaryKeyUnknownType", "Only one property can be shown in a wide view.", .InvalidArgument))
    }
  }
}

/// Format-Custom.
final class FormatCustom: FormatCommand { override var control: ViewControl { .custom } }

/// Reads the property arguments of Format-* commands: names, script blocks, hashtables.
enum FormatProperties {
  static func parse(_ value: Value, of cmdlet: Cmdlet) throws -> [RequestedProperty] {
    if value.isNull { return [] }
    if value.asObject(PSDictionary.self) == nil, value.stringOrNil == nil, let items = try Operations.enumerate(value) {
      var all: [RequestedProperty] = []
      while let item = try items.next() { all.append(try one(item, cmdlet)) }
      return all
    }
    return [try one(value, cmdlet)]
  }

  private static func one(_ v: Value, _ cmdlet: Cmdlet) throws -> RequestedProperty {
    if let block = v.asObject(ScriptBlock.self) { return RequestedProperty(expression: .block(block)) }
    guard let d = v.asObject(PSDictionary.self) else {
      return RequestedProperty(expression: .property(try Operations.toString(v)))
    }
    var expression: ViewExpression?
    var p = RequestedProperty(expression: .property(""))
    for i in 0..<d.count {
      let key = try Operations.toString(d.keys[i]).lowercased()
      let value = d.values[i]
      if key.isEmpty { throw illegal(cmdlet, "DictionaryKeyIllegal", "The key '' is not valid.") }
      if "expression".hasPrefix(key) {
        if let b = value.asObject(ScriptBlock.self) {
          expression = .block(b)
        } else {
          expression = .property(try Operations.toString(value))
        }
      } else if "name".hasPrefix(key) || "label".hasPrefix(key) {
        p.label = try Operations.toString(value)
      } else if "formatstring".hasPrefix(key) {
        p.format = try Operations.toString(value)
      } else if "width".hasPrefix(key) {
        guard let n = Operations.tryConvert(value, to: Types.int32), case .int(let w) = n.base, value.stringOrNil == nil
        else { throw illegal(cmdlet, "DictionaryKeyIllegalValue2", "The value of the key 'width' is not valid.") }
        if w <= 0 { throw illegal(cmdlet, "WidthOutOfRange", "The value of the key 'width' is out of range.") }
        p.width = Int(w)
      } else if "alignment".hasPrefix(key) {
        p.alignment = try alignment(value, cmdlet)
      } else if !"depth".hasPrefix(key) {
        throw illegal(cmdlet, "DictionaryKeyIllegal", "The key '\(key)' is not valid.")
      }
    }
    guard let e = expression else {
      throw illegal(
        cmdlet, "DictionaryKeyMandatoryEntry", "The key 'expression' is mandatory in the hash table of a property.")
    }
    p.expression = e
    return p
  }

  private static func alignment(_ v: Value, _ cmdlet: Cmdlet) throws -> Alignment {
    let text = try Operations.toString(v).lowercased()
    for a in [Alignment.left, .center, .right] where !text.isEmpty && a.rawValue.lowercased().hasPrefix(text) {
      return a
    }
    throw illegal(
      cmdlet, "AlignmentIllegalValue", "The value '\(text)' is not valid; use one of left, center, right.")
  }

  private static func illegal(_ cmdlet: Cmdlet, _ id: String, _ message: String) -> GuestError {
    GuestError(cmdlet.unsupported(id, message))
  }
}
