import Objects

/// Reads the signature of a function command: docs/abi.md, section 7.
struct SignatureParser {
  private let source: NoteText
  private var at: Int
  private let end: Int
  private let plan = FunctionPlan()
  /// Capacities are resolved when all parameters are known.
  private var capacities: [(output: Int, terms: [Term])] = []

  private enum Term {
    case constant(UInt64)
    case named(String, factor: UInt64, offset: Int)
  }

  init(_ source: NoteText, _ range: Range<Int>) {
    self.source = source
    at = range.lowerBound
    end = range.upperBound
  }

  private func failure(_ message: String) -> ModuleFailure { source.failure("function: \(message)", at: at) }

  // MARK: - Tokens

  private mutating func skipSpace() {
    while at < end, source.bytes[at] <= 0x20 { at += 1 }
  }

  private mutating func take(_ text: String) -> Bool {
    skipSpace()
    let wanted = Array(text.utf8)
    guard end - at >= wanted.count, source.bytes[at..<at + wanted.count].elementsEqual(wanted) else { return false }
    at += wanted.count
    return true
  }

  private mutating func expect(_ text: String) throws {
    if !take(text) { throw failure("'\(text)' is missing") }
  }

  /// A name, or an empty text.
  private mutating func name() -> String {
    skipSpace()
    let start = at
    while at < end {
      let b = source.bytes[at]
      guard b | 0x20 &- 0x61 < 26 || b == 0x5F || (at > start && b &- 0x30 < 10) else { break }
      at += 1
    }
    return source.text(start..<at)
  }

  private mutating func digits() -> UInt64? {
    skipSpace()
    let start = at
    while at < end, source.bytes[at] &- 0x30 < 10 { at += 1 }
    guard at > start, at - start <= 18 else { return nil }
    return UInt64(source.text(start..<at))
  }

  // MARK: - The signature

  /// Reads all of it.
  mutating func parse() throws -> FunctionPlan {
    try result()
    try expect("(")
    if !take(")") {
      repeat { try parameter() } while take(",")
      try expect(")")
    }
    let word = name().lowercased()
    if word == "fails" {
      try condition()
    } else if !word.isEmpty {
      throw failure("'\(word)' is not expected after the parameters")
    }
    skipSpace()
    if at < end { throw failure("the signature should end here") }
    try resolveCapacities()
    if plan.codes.utf8.count > 64 { throw failure("there are more than 64 C parameters") }
    return plan
  }

  private mutating func result() throws {
    let word = name().lowercased()
    switch word {
    case "void": plan.result = .void
    case "bool": plan.result = .bool
    case "cstr": plan.result = .cstr
    case "status": plan.result = .status
    case "owned":
      guard name().lowercased() == "cstr" else { throw failure("only a cstr can be owned") }
      plan.result = .ownedCstr(nil)
    default:
      guard let n = NumberType.named[word] else { throw failure("'\(word)' is not a result type") }
      plan.result = .number(n)
    }
  }

  private mutating func condition() throws {
    skipSpace()
    if at < end, source.bytes[at] == 0x2D || source.bytes[at] &- 0x30 < 10 {
      let negative = take("-")
      guard let n = digits() else { throw failure("the number after 'fails' is missing") }
      plan.fails = .equals(negative ? -Int64(n) : Int64(n))
      return
    }
    switch name().lowercased() {
    case "null": plan.fails = .null
    case "nonzero": plan.fails = .nonzero
    case "zero": plan.fails = .zero
    case "negative": plan.fails = .negative
    default: throw failure("the condition after 'fails' is missing")
    }
  }

  private mutating func parameter() throws {
    let word = name().lowercased()
    switch word {
    case "env": add(.env, "p")
    case "err": add(.err, "p")
    case "out": try output()
    case "inout":
      let type = name().lowercased()
      guard let n = NumberType.named[type] else { throw failure("'\(type)' is not a number type") }
      let index = try input(.number(n))
      plan.outputs.append(
        PlanOutput(name: plan.parameters[index].name, kind: .number(n), storage: .cell(initial: index)))
      add(.cell(plan.outputs.count - 1), "p")
    default:
      let kind = try inputKind(word)
      let index = try input(kind)
      switch kind {
      case .number(let n): add(.value(index), n.code)
      case .bool, .switch: add(.value(index), "b")
      case .cstr, .path: add(.pointer(index), "p")
      default:
        add(.pointer(index), "p")
        add(.size(index, .u64), "L")
      }
    }
  }

  private func add(_ slot: SlotSource, _ code: Character) {
    plan.slots.append(slot)
    plan.codes.append(code)
  }

  private mutating func isArray() throws -> Bool {
    guard take("[") else { return false }
    try expect("]")
    return true
  }

  private mutating func inputKind(_ word: String) throws -> InputKind {
    if let n = NumberType.named[word] { return try isArray() ? .numbers(n) : .number(n) }
    switch word {
    case "bool": return .bool
    case "switch": return .switch
    case "cstr": return try isArray() ? .cstrs : .cstr
    case "path": return .path
    case "text": return .text
    case "bytes": return .bytes
    default: throw failure(word.isEmpty ? "a parameter is missing" : "'\(word)' is not a parameter type")
    }
  }

  private mutating func parameterName() throws -> String {
    let text = name()
    guard let first = text.first else { throw failure("the name of a parameter is missing") }
    let shown = first.uppercased() + text.dropFirst()
    let taken =
      plan.parameters.contains { $0.name.lowercased() == shown.lowercased() }
      || plan.outputs.contains { $0.name.lowercased() == shown.lowercased() }
    if taken { throw source.failure("function: '\(shown)' is declared twice", at: at, .noteDuplicate) }
    return shown
  }

  private mutating func input(_ kind: InputKind) throws -> Int {
    var p = PlanParameter(name: try parameterName(), kind: kind)
    if take("?") { p.isOptional = true }
    if take("=") {
      let value = try literal()
      if value.isNull {
        p.defaultValue = .null
        p.isOptional = true
      } else {
        guard let v = Operations.tryConvert(value, to: kind.parameterType) else {
          throw failure("the default of '\(p.name)' does not fit its type")
        }
        p.defaultValue = v
      }
    }
    plan.parameters.append(p)
    return plan.parameters.count - 1
  }

  private mutating func literal() throws -> Value {
    skipSpace()
    if take("'") {
      var content: [UInt8] = []
      while at < end {
        let b = source.bytes[at]
        at += 1
        if b == 0x27 {
          guard at < end, source.bytes[at] == 0x27 else { return .string(String(decoding: content, as: UTF8.self)) }
          at += 1
        }
        content.append(b)
      }
      throw failure("a string is never closed")
    }
    let start = at
    while at < end, source.bytes[at] > 0x20, ![0x2C, 0x28, 0x29, 0x3D, 0x27].contains(source.bytes[at]) { at += 1 }
    let word = source.text(start..<at)
    switch word.lowercased() {
    case "": throw failure("a default is missing")
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return AttributeReader.number(word) ?? .string(word)
    }
  }

  // MARK: - Outputs

  private mutating func output() throws {
    let word = name().lowercased()
    var kind: OutputKind
    switch word {
    case "bool": kind = .bool
    case "cstr": kind = .cstr
    case "text": kind = .text
    case "bytes": kind = .bytes
    default:
      guard let n = NumberType.named[word] else { throw failure("'\(word)' is not an output type") }
      kind = try isArray() ? .numbers(n) : .number(n)
    }
    let shown = try parameterName()
    let index = plan.outputs.count
    switch kind {
    case .number, .bool, .cstr:
      plan.outputs.append(PlanOutput(name: shown, kind: kind, storage: .cell(initial: nil)))
      add(.cell(index), "p")
    default:
      if take("[") {
        capacities.append((index, try terms()))
        try expect("]")
        plan.outputs.append(PlanOutput(name: shown, kind: kind, storage: .room(.terms([]), size: .u64)))
        add(.room(index), "p")
      } else {
        plan.outputs.append(PlanOutput(name: shown, kind: kind, storage: .allocated))
        add(.cell(index), "p")
      }
      add(.sizeCell(index), "p")
    }
  }

  private mutating func terms() throws -> [Term] {
    var list: [Term] = []
    repeat {
      if let n = digits() {
        if take("*") {
          let place = at
          list.append(.named(name(), factor: n, offset: place))
        } else {
          list.append(.constant(n))
        }
      } else {
        let place = at
        let text = name()
        if text.isEmpty { throw failure("a capacity is missing") }
        list.append(.named(text, factor: 1, offset: place))
      }
    } while take("+")
    return list
  }

  private func resolveCapacities() throws {
    for (index, terms) in capacities {
      let resolved = try terms.map { term -> CapacityTerm in
        switch term {
        case .constant(let n): return .constant(n)
        case .named(let text, let factor, let offset):
          guard let p = plan.parameters.firstIndex(where: { $0.name.lowercased() == text.lowercased() }),
            SignatureParser.hasSize(plan.parameters[p].kind)
          else { throw source.failure("function: '\(text)' is no number or sized parameter", at: offset) }
          return .parameter(p, factor: factor)
        }
      }
      let old = plan.outputs[index]
      plan.outputs[index] = PlanOutput(name: old.name, kind: old.kind, storage: .room(.terms(resolved), size: .u64))
    }
  }

  private static func hasSize(_ kind: InputKind) -> Bool {
    if case .number(let n) = kind { return !n.isFloat }
    return kind.isSized
  }
}
