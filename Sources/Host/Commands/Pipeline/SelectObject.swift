import Basics
import Engine
import Objects

/// Select-Object: some properties, some objects of the stream, each value once.
final class SelectObject: Cmdlet {
  private var properties: [PropertyArgument] = []
  private var excluded: [Wildcard] = []
  private var expanded: [PropertyArgument] = []
  private var seen: [Value] = []
  private var count = 0
  private var written = 0
  private var lastQueue: [Value] = []
  private var indices: Set<Int>?
  private var skippedIndices: Set<Int>?

  override func begin() throws {
    properties = try PropertyArgument.parse(arg("Property"), of: self)
    excluded = strings("ExcludeProperty").compactMap { try? Wildcard($0) }
    if !excluded.isEmpty, properties.isEmpty, !has("ExpandProperty") {
      properties = [PropertyArgument(source: .name("*"))]
    }
    if has("ExpandProperty") { expanded = try PropertyArgument.parse(arg("ExpandProperty"), of: self) }
    if has("Index") { indices = Set(numbers("Index")) }
    if has("SkipIndex") { skippedIndices = Set(numbers("SkipIndex")) }
    if has("First"), int("First") == 0, !has("Last"), !flag("Wait") { try runtime.stopUpstream() }
  }

  private func numbers(_ name: String) -> [Int] {
    let v = arg(name)
    let items = v.asObject(PSArray.self)?.elements ?? [v]
    return items.compactMap { if case .int(let i) = $0.base { return Int(i) } else { return nil } }
  }

  override func process() throws {
    let input = arg("InputObject")
    if case .nothing = input { return }
    let index = count
    count += 1
    if let wanted = indices {
      if wanted.contains(index) { try emit(input) }
      if let most = wanted.max(), index >= most, !flag("Wait") { try runtime.stopUpstream() }
      return
    }
    if let unwanted = skippedIndices {
      if !unwanted.contains(index) { try emit(input) }
      return
    }
    if let n = int("SkipLast") {
      if index < int("Skip") ?? 0 { return }
      lastQueue.append(input)
      if lastQueue.count > n { try emit(lastQueue.removeFirst()) }
      return
    }
    if let last = int("Last") {
      let lead = has("First") ? int("Skip") ?? 0 : 0
      if index < lead { return }
      if let first = int("First"), index < lead + first { return try emit(input) }
      lastQueue.append(input)
      let skip = has("First") ? 0 : int("Skip") ?? 0
      if lastQueue.count > last + skip { lastQueue.removeFirst() }
      return
    }
    let skip = int("Skip") ?? 0
    if index < skip { return }
    if let first = int("First") {
      if written < first { try emit(input) }
      if written >= first, !flag("Wait") { try runtime.stopUpstream() }
      return
    }
    try emit(input)
  }

  override func end() throws {
    guard has("Last") else { return }
    let skip = has("First") ? 0 : int("Skip") ?? 0
    if skip > 0 { lastQueue.removeLast(min(skip, lastQueue.count)) }
    for v in lastQueue { try emit(v) }
  }

  private func emit(_ input: Value) throws {
    written += 1
    if let e = expanded.first { return try expand(e, input) }
    let out = properties.isEmpty ? input : try select(input)
    if flag("Unique") {
      let ic = flag("CaseInsensitive")
      if seen.contains(where: { ObjectEquality.same($0, out, ignoreCase: ic) }) { return }
      seen.append(out)
    }
    try write(out)
  }

  private func select(_ input: Value) throws -> Value {
    let object = PSCustomObject()
    for p in properties {
      if case .name = p.source {
        for n in p.names(on: input) {
          if excluded.contains(where: { $0.matches(n) }) { continue }
          let value = try? PropertyArgument.read(input, n)
          try set(object, p.title(PropertyArgument.spelled(n, on: input)), value ?? .null)
        }
      } else {
        var value = Value.null
        do { value = try p.value(of: input) ?? .null } catch is GuestError {}
        try set(object, p.title(), value)
      }
    }
    object.typeNames = ["Selected." + typeName(input), "System.Management.Automation.PSCustomObject", "System.Object"]
    return .object(object)
  }

  private func typeName(_ v: Value) -> String {
    if case .object(let o) = v, let n = o.typeNames?.first, !n.hasPrefix("Selected.") { return n }
    return v.typeInfo?.fullName ?? "System.Object"
  }

  private func set(_ o: PSCustomObject, _ name: String, _ value: Value) throws {
    if o.extended?[name] != nil {
      if properties.contains(where: { if case .name(let n) = $0.source { return n == "*" } else { return false } }) {
        return
      }
      return try writeError(
        error(
          "AlreadyExistingUserSpecifiedPropertyNoExpand",
          "The property cannot be processed because the property \"\(name)\" already exists.", .InvalidOperation,
          target: .object(o), type: "System.Management.Automation.PSArgumentException"))
    }
    o.setNote(name, value)
  }

  private func expand(_ e: PropertyArgument, _ input: Value) throws {
    guard let value = try expandedValue(e, input) else {
      return try writeError(
        error(
          "ExpandPropertyNotFound", "Property \"\(e.title())\" cannot be found.", .InvalidArgument, target: input,
          type: "System.Management.Automation.PSArgumentException"))
    }
    if let items = try Operations.enumerate(value) {
      while let item = try items.next() { try emitExpanded(item, input) }
    } else {
      try emitExpanded(value, input)
    }
  }

  private func expandedValue(_ e: PropertyArgument, _ input: Value) throws -> Value? {
    if case .name = e.source {
      guard let n = e.names(on: input).first else { return nil }
      return try PropertyArgument.read(input, n)
    }
    return try e.value(of: input)
  }

  private func emitExpanded(_ item: Value, _ input: Value) throws {
    if !properties.isEmpty, case .object(let o) = item, let inner = o.extended {
      for p in properties {
        for n in p.names(on: input) where inner[p.title(n)] != nil {
          return try writeError(
            error(
              "AlreadyExistingUserSpecifiedPropertyExpand",
              "The property cannot be processed because the property \"\(p.title(n))\" already exists.",
              .InvalidOperation, target: input, type: "System.Management.Automation.PSArgumentException"))
        }
      }
    }
    if properties.isEmpty {
      if flag("Unique") {
        if seen.contains(where: { ObjectEquality.same($0, item, ignoreCase: flag("CaseInsensitive")) }) { return }
        seen.append(item)
      }
      return try write(item)
    }
    let target: Obj
    if case .object(let o) = item, !(o is EnumValue) { target = o } else { target = Boxed(item) }
    if target.extended == nil { target.extended = MemberBag() }
    for p in properties {
      for n in p.names(on: input) where !excluded.contains(where: { $0.matches(n) }) {
        target.extended?.setNote(p.title(n), (try? PropertyArgument.read(input, n)) ?? .null)
      }
      if case .block = p.source { target.extended?.setNote(p.title(), try p.value(of: input) ?? .null) }
    }
    try write(.object(target))
  }
}

extension PropertyArgument {
  /// The name as the object spells it.
  static func spelled(_ name: String, on v: Value) -> String { MemberAccess.find(v, name)?.name ?? name }
}

/// Equality of whole objects, as -Unique means it: of texts for scalars, of properties for custom objects.
enum ObjectEquality {
  static func same(_ a: Value, _ b: Value, ignoreCase: Bool) -> Bool {
    if let x = a.asObject(PSCustomObject.self), let y = b.asObject(PSCustomObject.self) {
      let m = x.extended?.all ?? []
      let n = y.extended?.all ?? []
      guard m.count == n.count else { return false }
      for (p, q) in zip(m, n) {
        if !Ordinal.equalsIgnoreCase(p.name, q.name) || !same(p.value, q.value, ignoreCase: ignoreCase) { return false }
      }
      return true
    }
    if a.isNull || b.isNull { return a.isNull && b.isNull }
    return Operations.equals(a, b, ignoreCase: ignoreCase)
  }
}
