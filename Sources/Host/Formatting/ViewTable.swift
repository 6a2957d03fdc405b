import Basics
import CTables
import Objects

/// The views known to a session: the built-in ones, read when first needed, and those added by files.
public final class ViewTable {
  /// The files views were loaded from, in the order their views are looked at.
  public private(set) var files: [(path: String, isPrepended: Bool)] = []
  private var loaded: [String: [ViewDefinition]] = [:]
  private lazy var builtIn: [ViewDefinition] = CustomViews.all + BuiltInViews.parse()
  private var cache: [CIString: [ViewDefinition]] = [:]

  /// The views every new session starts with.
  nonisolated(unsafe) public static var current = ViewTable()

  public init() {}

  /// Takes the views of a file: before or behind the others, or (nil) where the file stands already.
  public func load(_ views: [ViewDefinition], from path: String, prepend: Bool?) {
    if let prepend {
      files.removeAll { $0.path == path }
      files.insert((path, prepend), at: prepend ? 0 : files.count)
    }
    loaded[path] = views
    cache.removeAll()
  }

  /// Every view, in order of preference.
  public var all: [ViewDefinition] {
    if files.isEmpty { return builtIn }
    let before = files.filter(\.isPrepended).flatMap { loaded[$0.path] ?? [] }
    return before + builtIn + files.filter { !$0.isPrepended }.flatMap { loaded[$0.path] ?? [] }
  }

  /// The views for an object, most specific type first.
  public func views(for names: [String]) -> [ViewDefinition] {
    if names.isEmpty { return [] }
    let key = CIString(names.joined(separator: "|"))
    if let hit = cache[key] { return hit }
    var found: [ViewDefinition] = []
    let known = all
    for name in names {
      for v in known where v.types.contains(where: { Ordinal.equalsIgnoreCase($0, name) }) {
        if !found.contains(where: { $0 === v }) { found.append(v) }
      }
    }
    cache[key] = found
    return found
  }
}

/// Reader of the built-in table (format: Scripts/make-format-table.py).
private enum BuiltInViews {
  static func parse() -> [ViewDefinition] {
    var views: [ViewDefinition] = []
    var types: [String] = []
    let bytes = UnsafeRawBufferPointer(start: nacre_formats_pointer(), count: Int(nacre_formats_size))
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(unescape)
      guard let kind = fields.first else { continue }
      if kind == "T" {
        types = Array(fields.dropFirst())
      } else if kind == "V", fields.count >= 3 {
        let control = ViewControl(rawValue: fields[1]) ?? .table
        views.append(ViewDefinition(name: fields[2], control: control, types: types))
      } else if let view = views.last {
        read(kind, fields, into: view)
      }
    }
    return views
  }

  private static func read(_ kind: String, _ f: [String], into v: ViewDefinition) {
    switch kind {
    case "G" where f.count >= 4:
      v.groupBy = expression(f[1], f[2])
      v.groupLabel = optional(f[3])
    case "O" where f.count >= 3:
      v.autoSize = f[1] == "1"
      v.hideHeaders = f[2] == "1" && v.control == .table
      v.wideColumns = v.control == .wide ? Int(f[2]) ?? 0 : 0
    case "H" where f.count >= 4:
      let a = Alignment(rawValue: f[3]) ?? .undefined
      v.headers.append(ColumnHeader(label: optional(f[1]), width: Int(f[2]) ?? 0, alignment: a))
    case "R" where f.count >= 2:
      v.rows.append(ViewRow(types: Array(f.dropFirst(2)), wrap: f[1] == "1", cells: []))
    case "C" where f.count >= 5 && !v.rows.isEmpty:
      let a = Alignment(rawValue: f[1]) ?? .undefined
      let cell = ViewCell(expression(f[3], f[4]), alignment: a, format: optional(f[2]))
      v.rows[v.rows.count - 1].cells.append(cell)
    case "E":
      v.entries.append(ViewListEntry(types: Array(f.dropFirst()), items: []))
    case "I" where f.count >= 7 && !v.entries.isEmpty:
      let condition = f[5].isEmpty ? nil : expression(f[5], f[6])
      let item = ViewItem(optional(f[1]), expression(f[3], f[4]), format: optional(f[2]), condition: condition)
      v.entries[v.entries.count - 1].items.append(item)
    case "W" where f.count >= 4:
      v.wide = ViewCell(expression(f[2], f[3]), format: optional(f[1]))
    default: break
    }
  }

  private static func optional(_ s: String) -> String? { s.isEmpty ? nil : s }

  private static func expression(_ kind: String, _ text: String) -> ViewExpression {
    kind == "S" ? .script(text) : .property(text)
  }

  private static func unescape(_ s: Slice<UnsafeRawBufferPointer>) -> String {
    guard s.contains(UInt8(ascii: "\\")) else { return String(decoding: s, as: UTF8.self) }
    var out: [UInt8] = []
    var escaped = false
    for b in s {
      if escaped {
        out.append(b == UInt8(ascii: "n") ? 10 : b == UInt8(ascii: "t") ? 9 : b)
        escaped = false
      } else if b == UInt8(ascii: "\\") {
        escaped = true
      } else {
        out.append(b)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension ViewTable {
  /// The named view of a shape for an object, or nil.
  public func view(named name: String, _ control: ViewControl, for value: Value) -> ViewDefinition? {
    views(for: PropertyAccess.typeNames(value)).first {
      $0.control == control && Ordinal.equalsIgnoreCase($0.name, name)
    }
  }
}
