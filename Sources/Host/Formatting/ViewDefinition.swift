import Basics
import Objects

/// How a value of a view is found: a property name or a script block.
public enum ViewExpression {
  case property(String)
  case script(String)
  case block(Obj)
}

/// Where a cell's text stands in its column.
public enum Alignment: String, Sendable {
  case undefined = "Undefined", left = "Left", center = "Center", right = "Right"
}

/// A column of a table view.
public struct ColumnHeader {
  public var label: String?
  /// In display cells; 0 means to be decided.
  public var width: Int
  public var alignment: Alignment
  public init(label: String?, width: Int, alignment: Alignment) {
    self.label = label
    self.width = width
    self.alignment = alignment
  }
}

/// A cell of a table row definition.
public struct ViewCell {
  public var expression: ViewExpression
  public var alignment: Alignment
  public var format: String?
  public init(_ expression: ViewExpression, alignment: Alignment = .undefined, format: String? = nil) {
    self.expression = expression
    self.alignment = alignment
    self.format = format
  }
}

/// A condition that selects a row or an entry for objects of some types.
public struct ViewCondition {
  public var types: [String]
  public var expression: ViewExpression

  /// Whether an object meets it; `seen` is what the expression is evaluated on.
  func holds(_ names: [String], _ seen: Value) -> Bool {
    guard types.contains(where: { t in names.contains { Ordinal.equalsIgnoreCase($0, t) } }) else { return false }
    return Operations.isTrue((try? PropertyAccess.value(expression, of: seen)) ?? .null)
  }
}

/// A row definition and the types that select it (empty: all others).
public struct ViewRow {
  public var types: [String]
  public var conditions: [ViewCondition] = []
  public var wrap: Bool
  public var cells: [ViewCell]
}

/// A property shown by a list view.
public struct ViewItem {
  public var label: String?
  public var expression: ViewExpression
  public var format: String?
  public var condition: ViewExpression?
  public init(_ label: String?, _ expression: ViewExpression, format: String? = nil, condition: ViewExpression? = nil) {
    self.label = label
    self.expression = expression
    self.format = format
    self.condition = condition
  }
}

/// The properties a list view shows for the types that select them.
public struct ViewListEntry {
  public var types: [String]
  public var conditions: [ViewCondition] = []
  public var items: [ViewItem]
}

/// What shape a view gives its objects.
public enum ViewControl: String, Sendable { case table, list, wide, custom }

/// A view: the default or named way to show objects of some types.
public final class ViewDefinition {
  public let name: String
  public let control: ViewControl
  public let types: [String]
  public var groupBy: ViewExpression?
  public var groupLabel: String?
  /// The group label of a format file, drawn like one of `-GroupBy`.
  var groupText: String?
  var groupControl: CustomControl?
  public var autoSize = false
  public var hideHeaders = false
  public var headers: [ColumnHeader] = []
  public var rows: [ViewRow] = []
  public var entries: [ViewListEntry] = []
  public var wide: ViewCell?
  public var wideColumns = 0
  var customControl: CustomControl?
  /// Draws a custom control: the lines for an object.
  public var custom: ((Value) throws -> [String])?

  public init(name: String, control: ViewControl, types: [String]) {
    self.name = name
    self.control = control
    self.types = types
  }

  /// Whether the view is meant for an object with these type names.
  public func applies(to names: [String]) -> Bool {
    for n in names {
      for t in types where Ordinal.equalsIgnoreCase(n, t) { return true }
    }
    return false
  }

  /// The row definition for an object: one selected by its type, else the general one.
  public func row(for names: [String]) -> ViewRow? {
    for r in rows where r.types.contains(where: { t in names.contains { Ordinal.equalsIgnoreCase($0, t) } }) {
      return r
    }
    // Conditions of rows see no object.
    for r in rows where r.conditions.contains(where: { $0.holds(names, .null) }) { return r }
    return rows.first { $0.types.isEmpty && $0.conditions.isEmpty } ?? rows.first
  }

  /// The list entry for an object: one selected by its type, else the general one.
  public func entry(for names: [String], _ value: Value) -> ViewListEntry? {
    for e in entries where e.types.contains(where: { t in names.contains { Ordinal.equalsIgnoreCase($0, t) } }) {
      return e
    }
    for e in entries where e.conditions.contains(where: { $0.holds(names, value) }) { return e }
    return entries.first { $0.types.isEmpty && $0.conditions.isEmpty } ?? entries.first
  }
}
