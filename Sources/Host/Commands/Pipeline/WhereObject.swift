import Basics
import Engine
import Objects

/// Where-Object: by script block, or by a property and one of the comparison switches.
final class WhereObject: Cmdlet {
  private var filter: BlockRunner?
  private var test: ((Value) throws -> Bool)?

  override func begin() throws {
    if let block = arg("FilterScript").asObject(ScriptBlock.self) {
      filter = BlockRunner(block, runtime)
    } else {
      test = try comparison()
    }
  }

  override func clean() { filter?.finish() }

  override func process() throws {
    let input = arg("InputObject")
    if let filter {
      if try filter.test(input) { try write(input) }
      return
    }
    guard let test, let name = string("Property") else { return }
    let value: Value
    if let d = input.asObject(PSDictionary.self), let v = d.get(name) {
      value = v
    } else {
      do {
        value = try MemberAccess.getEnumerating(input, name) ?? .null
      } catch let e as GuestError where !e.record.isPreferenceStop {
        return try writeError(e.record)
      }
    }
    if try test(value) { try write(input) }
  }

  private func comparison() throws -> (Value) throws -> Bool {
    let right = arg("Value")
    var set = runtime.parameterSetName
    for s in WhereObject.switches where flag(s) { set = s }
    let isCased = set.hasPrefix("C") && !["Contains", "ContainsSet"].contains(set) && set != "Contains"
    if set == "Not" { return { !Operations.isTrue($0) } }
    if !WhereObject.switches.contains(where: { flag($0) }) {
      if has("Value") { return { Operations.isTrue(try WhereObject.eq($0, right, false)) } }
      return { Operations.isTrue($0) }
    }
    let name = (isCased && set != "CContains" || set == "CContains" ? String(set.dropFirst()) : set).lowercased()
    return try WhereObject.operation(set.hasPrefix("C") && set != "Contains" ? name : set.lowercased(), right, isCased)
  }

  private static let switches = [
    "EQ", "CEQ", "NE", "CNE", "GT", "CGT", "LT", "CLT", "GE", "CGE", "LE", "CLE", "Like", "CLike", "NotLike",
    "CNotLike", "Match", "CMatch", "NotMatch", "CNotMatch", "Contains", "CContains", "NotContains", "CNotContains",
    "In", "CIn", "NotIn", "CNotIn", "Is", "IsNot", "Not",
  ]

  private static func eq(_ a: Value, _ b: Value, _ cased: Bool) throws -> Value {
    try Operations.eq(a, b, ignoreCase: !cased)
  }

  /// `[string]` as an argument is text.
  private static func typeOperand(_ v: Value) -> Value {
    guard let s = v.stringOrNil, s.hasPrefix("["), s.hasSuffix("]") else { return v }
    return .string(String(s.dropFirst().dropLast()))
  }

  private static func operation(_ name: String, _ r: Value, _ cased: Bool) throws -> (Value) throws -> Bool {
    let ic = !cased
    switch name {
    case "eq": return { Operations.isTrue(try Operations.eq($0, r, ignoreCase: ic)) }
    case "ne": return { Operations.isTrue(try Operations.ne($0, r, ignoreCase: ic)) }
    case "gt": return { Operations.isTrue(try Operations.gt($0, r, ignoreCase: ic)) }
    case "lt": return { Operations.isTrue(try Operations.lt($0, r, ignoreCase: ic)) }
    case "ge": return { Operations.isTrue(try Operations.ge($0, r, ignoreCase: ic)) }
    case "le": return { Operations.isTrue(try Operations.le($0, r, ignoreCase: ic)) }
    case "like": return { Operations.isTrue(try Operations.like($0, r, ignoreCase: ic)) }
    case "notlike": return { Operations.isTrue(try Operations.notLike($0, r, ignoreCase: ic)) }
    case "match": return { Operations.isTrue(try Operations.match($0, r, ignoreCase: ic) { _ in }) }
    case "notmatch": return { Operations.isTrue(try Operations.notMatch($0, r, ignoreCase: ic) { _ in }) }
    case "contains": return { try Operations.contains($0, r, ignoreCase: ic) }
    case "notcontains": return { try !Operations.contains($0, r, ignoreCase: ic) }
    case "in": return { try Operations.contains(r, $0, ignoreCase: ic) }
    case "notin": return { try !Operations.contains(r, $0, ignoreCase: ic) }
    case "is":
      let t = typeOperand(r)
      return { try Operations.isType($0, t) }
    default:
      let t = typeOperand(r)
      return { try !Operations.isType($0, t) }
    }
  }
}
