import Basics

/// The catalogue of framework types: shapes (base, kind, interfaces, enumeration values) and members.
///
/// Nothing is built at start-up: the first type that is not one of the well-known ones makes the index of
/// names, and a type's members are declared when something first asks for one of them.
public enum Catalogue {
  /// What is known of a type before it exists.
  struct Shape {
    var base: String
    var kind: TypeKind
    var interfaces: ArraySlice<Substring>
    var isAbstract = false
    var isSealed = false
    /// Names and values, for enumerations.
    var values: ArraySlice<Substring> = []
    var isFlags = false
    var underlying = "System.Int32"
  }

  /// A line of `ShapeData`, parsed when its type is first named.
  private struct Line {
    let start: UnsafePointer<UInt8>
    let count: Int
    var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }
  }

  // Built once by the one engine thread.
  nonisolated(unsafe) private static var lines: [CIString: Line] = [:]
  nonisolated(unsafe) private static var declared: [CIString: (name: String, shape: Shape)] = [:]
  nonisolated(unsafe) private static var fillers: [CIString: [(TypeBuilder) -> Void]] = [:]
  // What other rooms registered; it comes after the catalogue's own.
  nonisolated(unsafe) private static var added: [CIString: [(TypeBuilder) -> Void]] = [:]
  nonisolated(unsafe) private static var isBuilt = false
  nonisolated(unsafe) private static var isBuilding = false

  /// Adds members to a type, by its full name (a generic definition's name ends in a backquote and a count).
  ///
  /// Any room may call it, before or after the type was first used. The closure runs when members of the
  /// type are first needed; for a generic definition it runs once for each constructed type.
  public static func register(_ typeFullName: String, _ fill: @escaping (TypeBuilder) -> Void) {
    let key = CIString(typeFullName)
    if isBuilding {
      fillers[key, default: []].append(fill)
      return
    }
    added[key, default: []].append(fill)
    // Before the index is built no type has members yet, so nothing needs them again.
    if isBuilt, let t = Types.existing(typeFullName) { t.refill { fill(TypeBuilder($0)) } }
  }

  /// Declares a type the catalogue lacks: base, kind and interfaces by full name.
  public static func declare(
    _ typeFullName: String, base: String = "System.Object", kind: TypeKind = .classType, interfaces: String = "",
    isAbstract: Bool = false
  ) {
    var shape = Shape(base: base, kind: kind, interfaces: interfaces.split(separator: " ")[...])
    shape.isAbstract = isAbstract
    declared[CIString(typeFullName)] = (typeFullName, shape)
  }

  /// Every name the catalogue knows, for completion.
  public static var typeNames: [String] {
    build()
    return lines.keys.map(\.string) + declared.values.map(\.name)
  }

  static func shape(of fullName: String) -> (name: String, shape: Shape)? {
    build()
    let key = CIString(fullName)
    if let d = declared[key] { return d }
    guard let line = lines[key] else { return nil }
    let parsed = parse(line.text)
    declared[key] = parsed
    return parsed
  }

  /// The type of that full name if the catalogue knows it.
  static func make(_ fullName: String) -> TypeInfo? {
    guard let (name, shape) = shape(of: fullName) else { return nil }
    return make(name, shape)
  }

  static func make(_ name: String, _ shape: Shape) -> TypeInfo {
    let base: TypeInfo?
    switch shape.kind {
    case .enumType: base = Types.enumBase
    case .structType: base = Types.valueType
    case .interfaceType: base = nil
    case .classType: base = shape.base.isEmpty ? Types.object : Types.named(shape.base)
    }
    let t = TypeInfo(name, base: base, kind: shape.kind)
    t.isAbstract = shape.isAbstract || shape.kind == .interfaceType
    t.isSealed = shape.isSealed || shape.kind == .structType || shape.kind == .enumType
    if shape.kind == .enumType { t.enumInfo = enumInfo(shape) }
    return t
  }

  /// Declares the members of a type; called by `TypeInfo` the first time.
  static func fill(_ type: TypeInfo) {
    build()
    if type.isEnum && type.scriptClass == nil { fillEnum(TypeBuilder(type)) }
    let key: String
    if let d = type.genericDefinition { key = d.fullName } else if type.isArray { return } else { key = type.fullName }
    if Delegates.isDelegate(type) { Delegates.fill(TypeBuilder(type)) }
    if type.scriptClass == nil && type.isAssignable(to: Types.exception) {
      ExceptionTypes.constructors(TypeBuilder(type))
    }
    let builder = TypeBuilder(type)
    let name = CIString(key)
    for f in fillers[name] ?? [] { f(builder) }
    for f in added[name] ?? [] { f(builder) }
  }

  /// Interfaces a catalogue type declares, with its generic arguments put in.
  static func interfaces(of type: TypeInfo) -> [TypeInfo] {
    if type.scriptClass != nil { return [] }
    build()
    if let e = type.elementType {
      guard type.arrayRank == 1 else { return [] }
      return ["IList`1", "ICollection`1", "IEnumerable`1", "IReadOnlyList`1", "IReadOnlyCollection`1"].compactMap {
        Types.find("System.Collections.Generic." + $0).map { TypeResolver.construct($0, [e]) }
      }
    }
    let key = type.genericDefinition?.fullName ?? type.fullName
    guard let shape = shape(of: key)?.shape else { return [] }
    return shape.interfaces.map { SignatureTypes.resolve($0, in: type) }
  }

  /// The simple name of the assembly .NET keeps a type in, with version, as generic full names show it.
  static func assemblyName(of type: TypeInfo) -> String {
    simpleAssemblyName(of: type) + assemblySuffix(of: type)
  }

  /// The simple name of the assembly of a type.
  static func simpleAssemblyName(of type: TypeInfo) -> String {
    let n = type.namespace
    if n.hasPrefix("System.Management.Automation") { return "System.Management.Automation" }
    if n.hasPrefix("Microsoft.PowerShell") { return "Microsoft.PowerShell.Commands.Utility" }
    switch n {
    case "System.Text.RegularExpressions": return "System.Text.RegularExpressions"
    case "System.Xml": return "System.Private.Xml"
    case "System.Collections.Specialized": return "System.Collections.Specialized"
    case "System.Collections.Concurrent": return "System.Collections.Concurrent"
    case "System.Numerics": return "System.Runtime.Numerics"
    case "System.Net": return "System.Net.Primitives"
    case "": return "PowerShell Class Assembly"
    default: break
    }
    switch type.fullName {
    case "System.Uri": return "System.Private.Uri"
    case "System.Console", "System.ConsoleColor": return "System.Console"
    case "System.Diagnostics.Process": return "System.Diagnostics.Process"
    default: return "System.Private.CoreLib"
    }
  }

  private static func assemblySuffix(of type: TypeInfo) -> String {
    if type.namespace.hasPrefix("System.Management.Automation") {
      return ", Version=7.6.5.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35"
    }
    return ", Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e"
  }

  private static func enumInfo(_ shape: Shape) -> EnumInfo {
    var names: [String] = []
    var values: [Int64] = []
    var next: Int64 = 0
    for word in shape.values {
      if let eq = word.firstIndex(of: "=") {
        names.append(String(word[..<eq]))
        next = Int64(word[word.index(after: eq)...]) ?? next
      } else {
        names.append(String(word))
      }
      values.append(next)
      next &+= 1
    }
    return EnumInfo(names: names, values: values, isFlags: shape.isFlags, underlying: Types.named(shape.underlying))
  }

  private static func fillEnum(_ t: TypeBuilder) {
    guard let e = t.type.enumInfo else { return }
    let type = t.type
    for (i, name) in e.names.enumerated() {
      let m = Member(name, .field)
      m.isStatic = true
      m.valueType = type
      let raw = e.values[i]
      m.getter = { _ in .object(EnumValue(type, raw)) }
      type.staticMembers.set(m)
    }
  }

  /// Makes the index of names, once.
  private static func build() {
    if isBuilt { return }
    isBuilt = true
    isBuilding = true
    defer { isBuilding = false }
    for text in ShapeData.all { index(text) }
    registerFamilies()
  }

  /// Notes where each line is and which name it declares: the second word, without marks.
  private static func index(_ text: StaticString) {
    var p = text.utf8Start
    let end = p + text.utf8CodeUnitCount
    while p < end {
      let start = p
      while p < end && p.pointee != 0x0A { p += 1 }
      var name = start
      while name < p && name.pointee != 0x20 { name += 1 }
      name += 1
      var stop = name
      while stop < p && stop.pointee != 0x20 && stop.pointee != 0x21 && stop.pointee != 0x28 { stop += 1 }
      if stop > name {
        let key = String(decoding: UnsafeBufferPointer(start: name, count: stop - name), as: UTF8.self)
        lines[CIString(key)] = Line(start: start, count: p - start)
      }
      p += 1
    }
  }

  /// `kind name [: base] [| interfaces]`, or `enum name[!] [(underlying)] = values`.
  private static func parse(_ text: String) -> (name: String, shape: Shape) {
    let words = text.split(separator: " ")
    var shape = Shape(base: "System.Object", kind: .classType, interfaces: [])
    var name = words[1]
    if words[0] == "enum" {
      shape.kind = .enumType
      shape.base = "System.Enum"
      if name.hasSuffix(")"), let open = name.lastIndex(of: "(") {
        shape.underlying = "System." + name[name.index(after: open)...].dropLast()
        name = name[..<open]
      }
      if name.hasSuffix("!") {
        shape.isFlags = true
        name = name.dropLast()
      }
      shape.values = words.dropFirst(3)
      return (String(name), shape)
    }
    switch words[0] {
    case "struct": shape.kind = .structType
    case "interface": shape.kind = .interfaceType
    case "static":
      shape.isAbstract = true
      shape.isSealed = true
    case "abstract": shape.isAbstract = true
    case "sealed": shape.isSealed = true
    default: break
    }
    var i = 2
    if i + 1 < words.count, words[i] == ":" {
      shape.base = String(words[i + 1])
      i += 2
    }
    if i < words.count, words[i] == "|" { shape.interfaces = words.dropFirst(i + 1) }
    return (String(name), shape)
  }
}
