import Basics
import Objects

/// Helpers about argument values.
extension Runspace {
  static let markName = "<CommandParameterName>"
  public static let boundParametersType = Types.named("System.Management.Automation.PSBoundParametersDictionary")
  static let listOfObject: TypeInfo =
    TypeResolver.resolve("System.Collections.Generic.List[object]", usingNamespaces: []) ?? Types.arrayList

  /// A string that remembers to be a parameter name, so that `@args` passes it on as one.
  static func markName(_ text: String, name: String) -> Value {
    let box = Boxed(.string(text))
    let bag = MemberBag()
    bag.setNote(markName, .string(name))
    box.extended = bag
    return .object(box)
  }

  /// The parameter name a marked string stands for.
  static func markedName(_ v: Value) -> String? {
    guard case .object(let o) = v, let box = o as? Boxed, let note = box.extended?[markName] else { return nil }
    return note.value.stringOrNil
  }

  /// The elements `@value` passes: of a string its characters.
  static func splatElements(_ v: Value) throws -> [Value] {
    if let a = v.asObject(PSArray.self) { return a.elements }
    if let l = v.asObject(PSList.self) { return l.elements }
    if let s = v.stringOrNil { return s.utf16.map { .char($0) } }
    if let items = try Operations.enumerate(v) {
      var list: [Value] = []
      while let x = try items.next() { list.append(x) }
      return list
    }
    return [v]
  }

  /// What `$args` holds when there are no parameters at all.
  static func looseArguments(_ arguments: [Argument]) throws -> [Value] {
    var list: [Value] = []
    list.reserveCapacity(arguments.count)
    var positionalOnly = false
    for a in arguments {
      switch a.site.kind {
      case .parameter: list.append(positionalOnly ? .string(a.site.text) : markName(a.site.text, name: a.site.name))
      case .parameterWithValue:
        list.append(positionalOnly ? .string(a.site.text) : markName(a.site.text, name: a.site.name))
        list.append(a.value.orNull)
      case .endOfParameters:
        if positionalOnly { list.append(.string("--")) }
        positionalOnly = true
      case .splat:
        if let d = a.value.asObject(PSDictionary.self) {
          for i in 0..<d.keys.count {
            let key = try Operations.toString(d.keys[i])
            list.append(markName("-" + key + ":", name: key))
            list.append(d.values[i])
          }
        } else if !a.value.isNull {
          list += try splatElements(a.value)
        }
      default: list.append(a.value.orNull)
      }
    }
    return list
  }

  /// The binding plan of a command's metadata, made once.
  func plan(_ metadata: CommandMetadata, isScript: Bool) throws -> BindingPlan {
    if let p = metadata.plan as? BindingPlan, p.parameters.count >= metadata.parameters.count { return p }
    let p = try BindingPlan(metadata, isScript: isScript)
    metadata.plan = p
    return p
  }
}
