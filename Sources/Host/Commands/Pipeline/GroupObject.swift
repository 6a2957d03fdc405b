import Basics
import Engine
import Objects

/// A group as Group-Object gives it.
final class GroupInfo: Obj {
  var values: [Value]
  let name: String
  let group: PSList
  let hidesElements: Bool
  init(_ values: [Value], name: String, hidesElements: Bool) {
    self.values = values
    self.name = name
    self.hidesElements = hidesElements
    group = PSList(
      TypeResolver.resolve("System.Collections.ObjectModel.Collection[psobject]") ?? Types.arrayList)
  }
  override var typeInfo: TypeInfo { hidesElements ? GroupInfo.plain : GroupInfo.full }
  var count = 0

  private static func type(_ name: String) -> TypeInfo {
    let full = "Microsoft.PowerShell.Commands." + name
    Catalogue.register(full) { t in
      func me(_ v: Value) -> GroupInfo? { v.asObject(GroupInfo.self) }
      t.prop("System.Collections.ArrayList Values") { v in .object(PSList(Types.arrayList, me(v)?.values ?? [])) }
      t.prop("int Count") { v in .int(Int32(clamping: me(v)?.count ?? 0)) }
      t.prop("System.Collections.ObjectModel.Collection[psobject] Group") { v in
        me(v).map { .object($0.group) } ?? .null
      }
      t.prop("string Name") { v in .string(me(v)?.name ?? "") }
    }
    return Types.named(full)
  }
  private static let full = type("GroupInfo")
  private static let plain = type("GroupInfoNoElement")
}

/// Group-Object: objects with equal keys together, in the order of the keys.
final class GroupObject: Cmdlet {
  private var keys: [PropertyArgument] = []
  private var groups: [GroupInfo] = []

  override func begin() throws {
    keys = try PropertyArgument.parse(arg("Property"), of: self)
    if flag("AsString"), !flag("AsHashTable") {
      throw GuestError(
        error(
          "ArgumentException", "The AsString parameter needs the AsHashTable parameter.", .InvalidArgument,
          type: "System.ArgumentException"))
    }
  }

  override func process() throws {
    let input = arg("InputObject")
    if case .nothing = input { return }
    if input.isNull { return }
    var values: [Value] = []
    if keys.isEmpty {
      values = [input]
    } else {
      for k in keys { values.append((try? k.value(of: input) ?? .null) ?? .null) }
    }
    let ignoreCase = !flag("CaseSensitive")
    for g in groups where equal(g.values, values, ignoreCase) {
      g.count += 1
      g.group.elements.append(input)
      return
    }
    let name = try values.map { try Operations.toString($0) }.joined(separator: ", ")
    let g = GroupInfo(values, name: name, hidesElements: flag("NoElement"))
    g.count = 1
    g.group.elements.append(input)
    groups.append(g)
  }

  private func equal(_ a: [Value], _ b: [Value], _ ignoreCase: Bool) -> Bool {
    for (x, y) in zip(a, b) where SortOrder.compare(x, y, ignoreCase: ignoreCase) != 0 { return false }
    return a.count == b.count
  }

  override func end() throws {
    if flag("AsHashTable") {
      let d = PSDictionary(ignoreCase: !flag("CaseSensitive"))
      for g in groups {
        let key: Value = flag("AsString") || g.values.count > 1 ? .string(g.name) : g.values[0]
        d.set(key, .object(g.group))
      }
      return try write(.object(d))
    }
    let ignoreCase = !flag("CaseSensitive")
    var sorted = Array(groups.enumerated())
    sorted.sort { a, b in
      for (x, y) in zip(a.element.values, b.element.values) {
        let c = SortOrder.compare(x, y, ignoreCase: ignoreCase)
        if c != 0 { return c < 0 }
      }
      return a.offset < b.offset
    }
    for g in sorted { try write(.object(g.element)) }
  }
}
