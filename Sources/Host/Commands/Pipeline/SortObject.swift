import Basics
import Engine
import Objects

/// Sort-Object: stable, by any number of keys, with -Top, -Bottom and -Unique.
final class SortObject: Cmdlet {
  private var keys: [PropertyArgument] = []
  private var items: [(value: Value, keys: [Value], order: Int)] = []

  override func begin() throws {
    keys = try PropertyArgument.parse(arg("Property"), of: self, keys: ["ascending", "descending"])
  }

  override func process() throws {
    let input = arg("InputObject")
    if input.isNull { return }
    if keys.isEmpty {
      items.append((input, [input], items.count))
      return
    }
    if let first = items.first, first.value.isNull { return }
    var values: [Value] = []
    for k in keys {
      do { values.append(try k.value(of: input) ?? .nothing) } catch is GuestError { values.append(.null) }
    }
    items.append((input, values, items.count))
  }

  private func descends(_ i: Int) -> Bool {
    if i < keys.count {
      if let d = keys[i].options["descending"] { return Operations.isTrue(d) }
      if let a = keys[i].options["ascending"] { return !Operations.isTrue(a) }
    }
    return flag("Descending")
  }

  override func end() throws {
    let ignoreCase = !flag("CaseSensitive")
    let directions = (0..<max(keys.count, 1)).map { descends($0) }
    var sorted = items
    sorted.sort { a, b in
      for i in directions.indices {
        let c = SortOrder.compare(a.keys[i], b.keys[i], ignoreCase: ignoreCase)
        if c != 0 { return directions[i] ? c > 0 : c < 0 }
      }
      return a.order < b.order
    }
    if flag("Unique") { sorted = unique(sorted, ignoreCase) }
    if let top = int("Top") { sorted = Array(sorted.prefix(max(top, 0))) }
    if let bottom = int("Bottom") { sorted = Array(sorted.suffix(max(bottom, 0))) }
    for s in sorted { try write(s.value) }
  }

  private func unique(
    _ sorted: [(value: Value, keys: [Value], order: Int)], _ ignoreCase: Bool
  ) -> [(value: Value, keys: [Value], order: Int)] {
    var out: [(value: Value, keys: [Value], order: Int)] = []
    for s in sorted {
      if let last = out.last {
        let same = zip(last.keys, s.keys).allSatisfy { SortOrder.compare($0, $1, ignoreCase: ignoreCase) == 0 }
        if same { continue }
      }
      out.append(s)
    }
    return out
  }
}

/// The order of Sort-Object: nulls first, values that do not compare by their text.
enum SortOrder {
  private static func rank(_ v: Value) -> Int {
    switch v {
    case .nothing: return 2
    case .null: return 0
    default: return 1
    }
  }

  static func compare(_ a: Value, _ b: Value, ignoreCase: Bool) -> Int {
    if a.isNull || b.isNull {
      // What is missing altogether comes behind everything, null in front.
      let x = rank(a)
      let y = rank(b)
      return x == y ? 0 : x < y ? -1 : 1
    }
    if case .string(let x) = a.base, case .string(let y) = b.base {
      return Collation.compare(x, y, ignoreCase: ignoreCase)
    }
    if let c = try? Operations.compare(a, b, ignoreCase: ignoreCase) { return c }
    let x = (try? Operations.toString(a)) ?? ""
    let y = (try? Operations.toString(b)) ?? ""
    return Collation.compare(x, y, ignoreCase: ignoreCase)
  }
}
