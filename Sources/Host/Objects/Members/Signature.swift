import Basics

/// A declaration of the catalogue taken apart: `string Substring(int startIndex, int length)`.
///
/// Grammar: `[ReturnType] Name [ '[' T,… ']' ] ( [ref|params] Type name [= default], … )`; constructors have
/// neither return type nor name. Types are written as PowerShell writes them (`int`, `List[T]`, `string[]`).
struct Signature {
  /// One parameter, still as text.
  struct Part {
    var type: Substring
    var name: Substring
    var isByRef = false
    var isParamArray = false
    var defaultText: Substring?
  }

  var returnType: Substring
  var name: Substring
  var parts: [Part] = []

  init(_ text: String) {
    let s = text[...]
    guard let open = s.firstIndex(of: "(") else {
      (returnType, name) = Signature.splitLast(Signature.trim(s))
      return
    }
    var head = Signature.trim(s[..<open])
    // A method's own type parameters follow its name; they all stand for object.
    if head.hasSuffix("]"), let bracket = head.lastIndex(of: "["), !head[bracket...].contains(" ") {
      let before = Signature.splitLast(head[..<bracket])
      if !before.type.isEmpty { head = head[..<bracket] }
    }
    (returnType, name) = Signature.splitLast(head)
    let end = s.lastIndex(of: ")") ?? s.endIndex
    let inside = s[s.index(after: open)..<max(s.index(after: open), end)]
    for piece in Signature.splitCommas(inside) { parts.append(Signature.part(Signature.trim(piece))) }
  }

  private static func part(_ text: Substring) -> Part {
    var rest = text
    var byRef = false
    var variadic = false
    if rest.hasPrefix("ref ") || rest.hasPrefix("out ") {
      byRef = true
      rest = trim(rest.dropFirst(4))
    } else if rest.hasPrefix("params ") {
      variadic = true
      rest = trim(rest.dropFirst(7))
    }
    var fallback: Substring?
    if let eq = rest.firstIndex(of: "=") {
      fallback = trim(rest[rest.index(after: eq)...])
      rest = trim(rest[..<eq])
    }
    let (type, name) = splitLast(rest)
    return Part(type: type, name: name, isByRef: byRef, isParamArray: variadic, defaultText: fallback)
  }

  /// Splits at the last space outside brackets: type before, name after.
  private static func splitLast(_ s: Substring) -> (type: Substring, name: Substring) {
    guard let space = s.lastIndex(of: " ") else { return (s[s.startIndex..<s.startIndex], s) }
    return (trim(s[..<space]), s[s.index(after: space)...])
  }

  private static func splitCommas(_ s: Substring) -> [Substring] {
    var out: [Substring] = []
    var depth = 0
    var start = s.startIndex
    var i = s.startIndex
    while i < s.endIndex {
      let c = s[i]
      if c == "[" {
        depth += 1
      } else if c == "]" {
        depth -= 1
      } else if c == "," && depth == 0 {
        out.append(s[start..<i])
        start = s.index(after: i)
      }
      i = s.index(after: i)
    }
    if !trim(s[start...]).isEmpty { out.append(s[start...]) }
    return out
  }

  private static func trim(_ s: Substring) -> Substring {
    var s = s
    while s.first == " " { s = s.dropFirst() }
    while s.last == " " { s = s.dropLast() }
    return s
  }
}

extension Signature {
  /// The overload with its types resolved in the context of the declaring type.
  func overload(in type: TypeInfo, isConstructor: Bool, _ body: @escaping (Value, [Value]) throws -> Value)
    -> MethodOverload
  {
    var parameters: [MethodParameter] = []
    for p in parts {
      let t = SignatureTypes.resolve(p.type, in: type)
      parameters.append(
        MethodParameter(
          String(p.name), t, byRef: p.isByRef, optional: p.defaultText != nil,
          defaultValue: p.defaultText.map { SignatureTypes.defaultValue($0, t) } ?? .null, paramArray: p.isParamArray))
    }
    let result = isConstructor || returnType.isEmpty ? type : SignatureTypes.resolve(returnType, in: type)
    return MethodOverload(parameters, returns: result, body)
  }
}

/// Names of types inside declarations: generic parameters, keywords, and short names of common namespaces.
enum SignatureTypes {
  // Filled once per process by the one engine thread.
  nonisolated(unsafe) private static var cache: [Substring: TypeInfo] = [:]
  private static let namespaces: [String] = [
    "System.", "System.Collections.", "System.Collections.Generic.", "System.IO.", "System.Text.",
    "System.Globalization.", "System.Text.RegularExpressions.", "System.Management.Automation.",
    "System.Numerics.", "System.Diagnostics.", "System.Threading.", "System.Net.", "System.Reflection.",
    "System.Collections.Specialized.", "System.Security.", "System.Security.Cryptography.",
  ]

  static func resolve(_ name: Substring, in type: TypeInfo) -> TypeInfo {
    if let t = parameter(name, of: type) { return t }
    let isOpen = mentionsParameter(name, of: type)
    if !isOpen, let t = cache[name] { return t }
    let t = find(name, in: type)
    if !isOpen { cache[name] = t }
    return t
  }

  static func defaultValue(_ text: Substring, _ type: TypeInfo) -> Value {
    switch text {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default:
      if let e = type.enumInfo {
        if let i = e.names.firstIndex(of: String(text)) { return .object(EnumValue(type, e.values[i])) }
        if let n = Int64(text) { return .object(EnumValue(type, n)) }
      }
      if type === Types.string { return .string(String(text.filter { $0 != "'" })) }
      if type === Types.char { return .char(text.utf16.first ?? 0) }
      if let n = Int32(text) { return type === Types.int64 ? .long(Int64(n)) : .int(n) }
      return .null
    }
  }

  private static func find(_ name: Substring, in type: TypeInfo) -> TypeInfo {
    if name.hasSuffix("[]") { return Types.arrayType(of: resolve(name.dropLast(2), in: type)) }
    if name.hasSuffix("]"), let open = name.firstIndex(of: "[") {
      let inner = name[name.index(after: open)...].dropLast()
      let arguments = TypeResolver.splitArguments(inner).map { resolve($0, in: type) }
      let definition = String(name[..<open]) + "`" + String(arguments.count)
      if let d = plain(definition) { return TypeResolver.construct(d, arguments) }
      return Types.named(definition)
    }
    return plain(String(name)) ?? Types.named(name.contains(".") ? String(name) : "System." + name)
  }

  private static func plain(_ name: String) -> TypeInfo? {
    if let t = TypeResolver.keyword(name) { return t }
    if name.contains("."), let t = Types.find(name) { return t }
    for n in namespaces {
      if let t = Types.find(n + name) { return t }
    }
    return nil
  }

  /// `T`, `TKey`, `TValue`, `T1`…: the type's arguments by position; other single capitals are object.
  private static func parameter(_ name: Substring, of type: TypeInfo) -> TypeInfo? {
    guard name.first == "T" || name.utf8.count == 1 else { return nil }
    let arguments = type.genericArguments
    switch name {
    case "T", "TKey", "T1": return arguments.first ?? Types.object
    case "TValue", "T2": return arguments.count > 1 ? arguments[1] : (arguments.first ?? Types.object)
    case "T3", "T4", "T5", "T6", "T7", "T8":
      let i = Int(name.utf8.last ?? 0x31) - 0x31
      return arguments.count > i ? arguments[i] : Types.object
    case "U", "TResult", "TOutput", "TEnum", "TSource": return Types.object
    default: return nil
    }
  }

  private static func mentionsParameter(_ name: Substring, of type: TypeInfo) -> Bool {
    guard !type.genericArguments.isEmpty else { return false }
    return name.contains("[")
      && name.split(whereSeparator: { "[], ".contains($0) })
        .contains { parameter($0, of: type) != nil }
  }
}
