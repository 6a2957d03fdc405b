import Basics

/// Finds types by the names scripts write: accelerators, missing `System.`, generics, arrays, nested types.
public enum TypeResolver {
  /// Types of the running script (classes, enums) by name; set by the engine, asked first.
  nonisolated(unsafe) public static var scriptTypes: ((String) -> TypeInfo?)?
  /// Accelerators added at run time.
  nonisolated(unsafe) public static var addedAccelerators: [CIString: TypeInfo] = [:]

  // Results for plain names without `using namespace`; the one engine thread fills it.
  nonisolated(unsafe) private static var cache: [CIString: TypeInfo] = [:]

  /// The type a name means, or nil.
  public static func resolve(_ name: String, usingNamespaces: [String] = []) -> TypeInfo? {
    let text = trimmed(name[...])
    if text.isEmpty || text.utf8.count > 4096 { return nil }
    return resolve(text, usingNamespaces, depth: 0)
  }

  private static func resolve(_ text: Substring, _ using: [String], depth: Int) -> TypeInfo? {
    if depth > 40 { return nil }
    guard text.last == "]" else { return simple(String(stripAssembly(text)), using) }
    guard let open = matchingBracket(text) else { return nil }
    let head = trimmed(text[..<open])
    let inside = text[text.index(after: open)...].dropLast()
    if inside.allSatisfy({ $0 == "," || $0 == " " }) {
      guard let element = resolve(head, using, depth: depth + 1) else { return nil }
      return Types.arrayType(of: element, rank: 1 + inside.filter { $0 == "," }.count)
    }
    var arguments: [TypeInfo] = []
    for part in splitArguments(inside) {
      var p = trimmed(part)
      if p.first == "[", p.last == "]" { p = trimmed(p.dropFirst().dropLast()) }
      guard let t = resolve(p, using, depth: depth + 1) else { return nil }
      arguments.append(t)
    }
    var definitionName = String(head)
    if !head.contains("`") { definitionName += "`" + String(arguments.count) }
    guard let definition = simple(definitionName, using) else { return nil }
    return construct(definition, arguments)
  }

  /// Drops `, Assembly, Version=…` after a type name.
  private static func stripAssembly(_ text: Substring) -> Substring {
    guard let comma = text.firstIndex(of: ",") else { return text }
    return trimmed(text[..<comma])
  }

  private static func simple(_ name: String, _ using: [String]) -> TypeInfo? {
    if let t = scriptTypes?(name) { return t }
    if let t = keyword(name) { return t }
    let key = CIString(name)
    if let t = addedAccelerators[key] { return t }
    if let t = cache[key] { return t }
    if let t = found(name, key) {
      cache[key] = t
      return t
    }
    for n in using {
      if let t = Types.find(n + "." + name) { return t }
    }
    return nil
  }

  private static func found(_ name: String, _ key: CIString) -> TypeInfo? {
    if let full = accelerators[key] { return Types.named(full) }
    if let t = Types.find(name) { return t }
    return Types.find("System." + name)
  }

  /// The type of an accelerator that has a constant of its own, without touching the catalogue.
  static func keyword(_ name: String) -> TypeInfo? {
    guard name.utf8.count <= 14 else { return nil }
    return keywords[CIString(name)]
  }

  private static let keywords: [CIString: TypeInfo] = [
    "string": Types.string, "int": Types.int32, "int32": Types.int32, "bool": Types.bool, "object": Types.object,
    "long": Types.int64, "int64": Types.int64, "double": Types.double, "float": Types.single, "single": Types.single,
    "char": Types.char, "byte": Types.byte, "sbyte": Types.sbyte, "short": Types.int16, "int16": Types.int16,
    "ushort": Types.uint16, "uint16": Types.uint16, "uint": Types.uint32, "uint32": Types.uint32,
    "ulong": Types.uint64, "uint64": Types.uint64, "decimal": Types.decimal, "bigint": Types.bigInteger,
    "array": Types.arrayBase, "hashtable": Types.hashtable, "ordered": Types.orderedDictionary,
    "pscustomobject": Types.psObject, "psobject": Types.psObject, "psreference": Types.psReference,
    "ref": Types.psReference, "scriptblock": Types.scriptBlock, "switch": Types.switchParameter,
    "datetime": Types.dateTime, "timespan": Types.timeSpan, "guid": Types.guid, "version": Types.version,
    "regex": Types.regex, "type": Types.type, "void": Types.void,
  ]

  /// A constructed generic type; the same object for the same arguments.
  public static func construct(_ definition: TypeInfo, _ arguments: [TypeInfo]) -> TypeInfo {
    let key = arguments.map(ObjectIdentifier.init)
    if let t = constructed[ObjectIdentifier(definition)]?[key] { return t }
    let t = TypeInfo(definition.fullName, base: definition.baseType, kind: definition.kind)
    t.genericDefinition = definition
    t.genericArguments = arguments
    t.isAbstract = definition.isAbstract
    t.isSealed = definition.isSealed
    constructed[ObjectIdentifier(definition), default: [:]][key] = t
    return t
  }
  nonisolated(unsafe) private static var constructed: [ObjectIdentifier: [[ObjectIdentifier]: TypeInfo]] = [:]

  /// Accelerators by name, as `[psobject].Assembly.GetType('…TypeAccelerators')::Get` lists them.
  public static let accelerators: [CIString: String] = {
    var table: [CIString: String] = [:]
    for line in AcceleratorData.text.split(separator: "\n") {
      guard let space = line.firstIndex(of: " ") else { continue }
      table[CIString(String(line[..<space]))] = String(line[line.index(after: space)...])
    }
    return table
  }()

  /// The short name of a type as messages and `"$([type])"` write it: an accelerator if there is one.
  public static func displayName(_ type: TypeInfo) -> String {
    if let e = type.elementType {
      return displayName(e) + "[" + String(repeating: ",", count: max(0, type.arrayRank - 1)) + "]"
    }
    if let short = shortNames[type.fullName] { return short }
    if type.genericArguments.isEmpty { return type.fullName }
    let name = type.name.prefix { $0 != "`" }
    let arguments = type.genericArguments.map(displayName).joined(separator: ",")
    return (type.namespace.isEmpty ? "" : type.namespace + ".") + name + "[" + arguments + "]"
  }

  private static let shortNames: [String: String] = {
    var table: [String: String] = [:]
    for line in AcceleratorData.text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2 else { continue }
      let name = String(words[0])
      let full = String(words[1])
      // Where two accelerators mean one type, PowerShell shows the one registered first.
      if AcceleratorData.hidden.contains(name) { continue }
      if table[full] == nil { table[full] = name }
    }
    return table
  }()

  /// Splits at commas outside brackets.
  static func splitArguments(_ s: Substring) -> [Substring] {
    var out: [Substring] = []
    var depth = 0
    var start = s.startIndex
    var i = s.startIndex
    while i < s.endIndex {
      switch s[i] {
      case "[": depth += 1
      case "]": depth -= 1
      case "," where depth == 0:
        out.append(s[start..<i])
        start = s.index(after: i)
      default: break
      }
      i = s.index(after: i)
    }
    out.append(s[start...])
    return out
  }

  /// The bracket that the final one closes.
  private static func matchingBracket(_ s: Substring) -> Substring.Index? {
    var depth = 0
    var i = s.endIndex
    while i > s.startIndex {
      i = s.index(before: i)
      if s[i] == "]" {
        depth += 1
      } else if s[i] == "[" {
        depth -= 1
        if depth == 0 { return i }
      }
    }
    return nil
  }

  private static func trimmed(_ s: Substring) -> Substring {
    var s = s
    while s.first == " " { s = s.dropFirst() }
    while s.last == " " { s = s.dropLast() }
    return s
  }
}
