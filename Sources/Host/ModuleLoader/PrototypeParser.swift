/// A C type as prototypes of manifests use it.
struct CType: Equatable {
  enum Base: Equatable {
    case void, opaque
    case number(NumberType)
  }
  var base: Base
  var pointers = 0
  /// Whether what the pointer points to is constant.
  var isConst = false
  /// Whether the number was written `char`, so that a pointer to it is text.
  var isChar = false

  /// The number, when it is one.
  var number: NumberType? {
    if pointers == 0, case .number(let n) = base { return n }
    return nil
  }
  /// The number pointed to, when it is a pointer to one.
  var target: NumberType? {
    if pointers == 1, case .number(let n) = base { return n }
    return nil
  }
  var isVoid: Bool { pointers == 0 && base == .void }
  var isText: Bool { pointers == 1 && isChar }
}

/// A function declaration.
struct Prototype {
  let name: String
  let result: CType
  let parameters: [(name: String, type: CType)]
}

/// Reads C declarations of manifests: functions and typedefs of numbers and pointers.
struct PrototypeParser {
  private enum Token: Equatable {
    case name(String)
    case mark(Character)
    case ellipsis
  }

  private var tokens: [Token] = []
  private var at = 0
  private let text: String
  private let typedefs: [String: CType]
  private static let textLimit = 8192
  private static let pointerLimit = 3
  private static let parameterLimit = 60

  private init(_ text: String, _ typedefs: [String: CType]) throws {
    self.text = text
    self.typedefs = typedefs
    try cut()
  }

  /// Reads a function.
  static func function(_ text: String, _ typedefs: [String: CType]) throws -> Prototype {
    var p = try PrototypeParser(text, typedefs)
    return try p.function()
  }

  /// Reads `typedef TYPE NAME;`.
  static func typedef(_ text: String, _ typedefs: [String: CType]) throws -> (String, CType) {
    var p = try PrototypeParser(text, typedefs)
    guard p.take(name: "typedef") else { throw p.failure("it does not begin with 'typedef'") }
    let type = try p.type()
    guard let name = p.takeName() else { throw p.failure("the new name is missing") }
    _ = p.take(";")
    if !p.isAtEnd { throw p.failure("only names of numbers and pointers can be defined") }
    return (name, type)
  }

  private func failure(_ message: String) -> ModuleFailure {
    let shown = text.utf8.count > 200 ? String(decoding: text.utf8.prefix(200), as: UTF8.self) + "…" : text
    return ModuleFailure(.prototype, "\(message), in '\(shown)'")
  }

  // MARK: - Tokens

  private mutating func cut() throws {
    let bytes = Array(text.utf8)
    if bytes.count > PrototypeParser.textLimit { throw failure("it is too long") }
    var i = 0
    while i < bytes.count {
      let b = bytes[i]
      if b <= 0x20 {
        i += 1
      } else if b | 0x20 &- 0x61 < 26 || b == 0x5F || b &- 0x30 < 10 {
        var j = i
        while j < bytes.count, bytes[j] | 0x20 &- 0x61 < 26 || bytes[j] == 0x5F || bytes[j] &- 0x30 < 10 { j += 1 }
        tokens.append(.name(String(decoding: bytes[i..<j], as: UTF8.self)))
        i = j
      } else if b == 0x2E, i + 2 < bytes.count, bytes[i + 1] == 0x2E, bytes[i + 2] == 0x2E {
        tokens.append(.ellipsis)
        i += 3
      } else if [0x2A, 0x28, 0x29, 0x2C, 0x5B, 0x5D, 0x3B].contains(b) {
        tokens.append(.mark(Character(UnicodeScalar(b))))
        i += 1
      } else {
        throw failure("'\(Character(UnicodeScalar(b)))' is not understood")
      }
    }
  }

  private var isAtEnd: Bool { at >= tokens.count }
  private var peek: Token? { isAtEnd ? nil : tokens[at] }

  private mutating func take(_ c: Character) -> Bool {
    guard peek == .mark(c) else { return false }
    at += 1
    return true
  }
  private mutating func take(name: String) -> Bool {
    guard peek == .name(name) else { return false }
    at += 1
    return true
  }
  private mutating func takeName() -> String? {
    guard case .name(let n)? = peek, let first = n.utf8.first, first &- 0x30 >= 10 else { return nil }
    at += 1
    return n
  }

  // MARK: - Types

  private static let fixed: [String: NumberType] = [
    "size_t": .u64, "ssize_t": .i64, "int8_t": .i8, "int16_t": .i16, "int32_t": .i32, "int64_t": .i64,
    "uint8_t": .u8, "uint16_t": .u16, "uint32_t": .u32, "uint64_t": .u64, "intptr_t": .i64, "uintptr_t": .u64,
    "ptrdiff_t": .i64, "off_t": .i64, "_Bool": .bool, "bool": .bool, "float": .f32,
  ]

  private mutating func type() throws -> CType {
    var words: [String] = []
    var known: CType?
    var isConst = false
    loop: while case .name(let n)? = peek {
      switch n {
      case "const": isConst = true
      case "volatile", "restrict", "extern", "__restrict", "inline", "static": break
      case "signed", "unsigned", "char", "short", "int", "long", "double", "void": words.append(n)
      case "struct", "union", "enum":
        at += 1
        guard let tag = takeName() else { throw failure("a name is missing after '\(n)'") }
        guard words.isEmpty, known == nil else { throw failure("'\(n) \(tag)' is not expected here") }
        guard peek == .mark("*") || n == "enum" else { throw failure("'\(n) \(tag)' by value is not supported") }
        known = CType(base: n == "enum" ? .number(.u32) : .opaque)
        continue loop
      default:
        if known != nil || !words.isEmpty { break loop }
        if let f = PrototypeParser.fixed[n] {
          known = CType(base: .number(f))
        } else if let t = typedefs[n] {
          known = t
        } else {
          throw failure("the type '\(n)' is not known")
        }
      }
      at += 1
    }
    var result = try known ?? base(words)
    if result.pointers == 0 { result.isConst = isConst }
    while take("*") {
      result.pointers += 1
      if result.pointers > PrototypeParser.pointerLimit { throw failure("there are too many '*'") }
      while take(name: "const") || take(name: "restrict") || take(name: "__restrict") || take(name: "volatile") {}
    }
    return result
  }

  private func base(_ words: [String]) throws -> CType {
    func count(_ w: String) -> Int { words.filter { $0 == w }.count }
    if words.isEmpty { throw failure("a type is missing") }
    let isUnsigned = count("unsigned") > 0
    let sign = count("unsigned") + count("signed")
    guard sign <= 1, count("char") <= 1, count("short") <= 1, count("int") <= 1, count("long") <= 2 else {
      throw failure("'\(words.joined(separator: " "))' is no type")
    }
    if count("void") == 1, words.count == 1 { return CType(base: .void) }
    if count("double") == 1 {
      guard words.count == 1 else { throw failure("'\(words.joined(separator: " "))' is not supported") }
      return CType(base: .number(.f64))
    }
    if count("void") > 0 || count("double") > 0 { throw failure("'\(words.joined(separator: " "))' is no type") }
    if count("char") == 1 {
      guard words.count == 1 + sign else { throw failure("'\(words.joined(separator: " "))' is no type") }
      return CType(base: .number(isUnsigned ? .u8 : .i8), isChar: sign == 0)
    }
    if count("short") == 1 {
      if count("long") > 0 { throw failure("'\(words.joined(separator: " "))' is no type") }
      return CType(base: .number(isUnsigned ? .u16 : .i16))
    }
    if count("long") > 0 { return CType(base: .number(isUnsigned ? .u64 : .i64)) }
    return CType(base: .number(isUnsigned ? .u32 : .i32))
  }

  // MARK: - Functions

  private mutating func function() throws -> Prototype {
    let result = try type()
    guard let name = takeName() else { throw failure("the name of the function is missing") }
    guard take("(") else { throw failure("'(' is missing") }
    var parameters: [(name: String, type: CType)] = []
    if !take(")") {
      repeat {
        if peek == .ellipsis { throw failure("'...' is not supported") }
        let type = try type()
        if peek == .mark("(") { throw failure("a callback is not supported") }
        if type.isVoid {
          guard parameters.isEmpty, peek == .mark(")") else { throw failure("a parameter cannot be 'void'") }
          break
        }
        parameters.append(try parameter(type, parameters.count))
        if parameters.count > PrototypeParser.parameterLimit { throw failure("there are too many parameters") }
      } while take(",")
      guard take(")") else { throw failure("')' is missing") }
    }
    _ = take(";")
    if !isAtEnd { throw failure("something follows the declaration") }
    return Prototype(name: name, result: result, parameters: parameters)
  }

  private mutating func parameter(_ type: CType, _ index: Int) throws -> (name: String, type: CType) {
    var type = type
    let name = takeName() ?? "arg\(index)"
    while take("[") {
      if case .name? = peek { at += 1 }
      guard take("]") else { throw failure("']' is missing") }
      type.pointers += 1
      if type.pointers > PrototypeParser.pointerLimit { throw failure("there are too many '[]'") }
    }
    return (name, type)
  }
}
