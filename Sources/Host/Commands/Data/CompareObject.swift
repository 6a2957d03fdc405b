import Basics
import Engine
import Objects

/// Compare-Object: what only one of two lists has, within a window of positions.
final class CompareObject: Cmdlet {
  private struct Entry {
    let value: Value
    let keys: [Value]
  }
  private var properties: [PropertyArgument] = []
  private var reference: [Entry?] = []
  private var referenceIndex = 0
  private var pendingReference: [Entry] = []
  private var pendingDifference: [Entry] = []
  private var isFirst = true

  override func begin() throws {
    properties = try PropertyArgument.parse(arg("Property"), of: self, labels: false)
    let given = arg("ReferenceObject")
    let all = given.asObject(PSArray.self)?.elements ?? (given.isNull ? [] : [given])
    reference = try all.map { try entry($0) }
  }

  private func entry(_ v: Value) throws -> Entry {
    if properties.isEmpty { return Entry(value: v, keys: [v]) }
    return Entry(value: v, keys: properties.map { (try? $0.value(of: v) ?? .null) ?? .null })
  }

  private var window: Int { int("SyncWindow") ?? Int.max }
  private var includesEqual: Bool { flag("IncludeEqual") || (flag("ExcludeDifferent") && !has("IncludeEqual")) }

  override func process() throws {
    guard has("DifferenceObject") else { return }
    let given = arg("DifferenceObject")
    let all = given.asObject(PSArray.self)?.elements ?? (given.isNull ? [] : [given])
    for v in all { try take(try entry(v)) }
  }

  private func same(_ a: Entry, _ b: Entry) -> Bool {
    for (x, y) in zip(a.keys, b.keys) {
      if SortOrder.compareText(x, y, ignoreCase: !flag("CaseSensitive")) != 0 { return false }
    }
    return true
  }

  /// Takes the next of the difference list together with the next of the reference list.
  private func take(_ d: Entry) throws {
    let r: Entry? = referenceIndex < reference.count ? reference[referenceIndex] : nil
    referenceIndex += 1
    if let r {
      if same(r, d) { return try emitEqual(r) }
      if let i = pendingReference.firstIndex(where: { same($0, d) }) {
        try emitEqual(pendingReference.remove(at: i))
      } else {
        pendingDifference.append(d)
      }
      if let i = pendingDifference.firstIndex(where: { same($0, r) }) {
        pendingDifference.remove(at: i)
        try emitEqual(r)
      } else {
        pendingReference.append(r)
      }
    } else if let i = pendingReference.firstIndex(where: { same($0, d) }) {
      try emitEqual(pendingReference.remove(at: i))
    } else {
      pendingDifference.append(d)
    }
    try trim()
  }

  private func trim() throws {
    while window < Int.max, pendingDifference.count > window { try emit(pendingDifference.removeFirst(), "=>") }
    while window < Int.max, pendingReference.count > window { try emit(pendingReference.removeFirst(), "<=") }
  }

  override func end() throws {
    while referenceIndex < reference.count {
      if let r = reference[referenceIndex] {
        if let i = pendingDifference.firstIndex(where: { same($0, r) }) {
          pendingDifference.remove(at: i)
          try emitEqual(r)
        } else {
          pendingReference.append(r)
        }
      }
      referenceIndex += 1
      try trim()
    }
    for d in pendingDifference { try emit(d, "=>") }
    for r in pendingReference { try emit(r, "<=") }
  }

  private func emitEqual(_ e: Entry) throws { if includesEqual { try emit(e, "==") } }

  private func emit(_ e: Entry, _ side: String) throws {
    if side != "==", flag("ExcludeDifferent") { return }
    if flag("PassThru") {
      let target: Obj
      if case .object(let o) = e.value { target = o } else { target = Boxed(e.value) }
      if target.extended == nil { target.extended = MemberBag() }
      target.extended?.setNote("SideIndicator", .string(side))
      return try write(.object(target))
    }
    let out = PSCustomObject()
    if properties.isEmpty {
      out.setNote("InputObject", e.value)
    } else {
      for (p, v) in zip(properties, e.keys) { out.setNote(p.title(), v) }
    }
    out.setNote("SideIndicator", .string(side))
    try write(.object(out))
  }
}

extension SortOrder {
  /// The order Compare-Object sees: custom objects by their text, other values as sorting does.
  static func compareText(_ a: Value, _ b: Value, ignoreCase: Bool) -> Int {
    if a.asObject(PSCustomObject.self) != nil, b.asObject(PSCustomObject.self) != nil { return 0 }
    return compare(a, b, ignoreCase: ignoreCase)
  }
}

/// Get-Unique: neighbours that are the same once.
final class GetUnique: Cmdlet {
  private var last: Value?

  override func process() throws {
    let v = arg("InputObject")
    if case .nothing = v { return }
    if let l = last, isSame(l, v) { return }
    last = v
    try write(v)
  }

  private func isSame(_ a: Value, _ b: Value) -> Bool {
    if flag("OnType") { return TypeNameList.names(of: a).first == TypeNameList.names(of: b).first }
    if flag("AsString") {
      let x = (try? Operations.toString(a)) ?? ""
      let y = (try? Operations.toString(b)) ?? ""
      return Ordinal.equals(x, y, ignoreCase: flag("CaseInsensitive"))
    }
    return SortOrder.compareText(a, b, ignoreCase: flag("CaseInsensitive")) == 0
  }
}
