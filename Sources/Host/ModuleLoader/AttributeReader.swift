import Basics
import Engine
import Objects

/// Reads the attributes of one `param` or `attr` statement into the parameter's metadata.
struct AttributeReader {
  private let declaration: CommandDeclaration
  private let index: Int
  private let parameter: ParameterMetadata
  /// What was said before any `set`.
  private var common = ParameterSetEntry()
  /// What was said after `set` lists, by set.
  private var entries: [ParameterSetEntry] = []
  /// The sets that what comes now is about; empty for all.
  private var current: [String] = []
  private(set) var hasPosition = false
  private(set) var hasBinding = false
  var setNames: [String] { entries.map(\.set) }

  init(_ declaration: CommandDeclaration, _ index: Int) {
    self.declaration = declaration
    self.index = index
    parameter = declaration.metadata.parameters[index]
  }

  /// Reads to the end of the statement.
  mutating func read(_ cursor: inout TokenCursor) throws {
    while let t = cursor.peek {
      if t.kind == .equals {
        cursor.skip()
        try defaultValue(&cursor)
        continue
      }
      guard t.kind == .word else { throw cursor.failure("'\(t.text)' is not expected here") }
      cursor.skip()
      if try binding(t.text.lowercased(), &cursor) { continue }
      if try validation(t.text.lowercased(), &cursor) { continue }
      // A word of a later version takes its arguments as strings.
      while let next = cursor.peek, next.kind == .string || next.kind == .comma { cursor.skip() }
    }
    parameter.sets = entries.isEmpty ? [common] : merged()
  }

  /// Sets inherit what was said for all of them.
  private func merged() -> [ParameterSetEntry] {
    entries.map { e in
      var m = e
      m.isMandatory = e.isMandatory || common.isMandatory
      m.position = e.position ?? common.position
      m.fromPipeline = e.fromPipeline || common.fromPipeline
      m.fromPipelineByPropertyName = e.fromPipelineByPropertyName || common.fromPipelineByPropertyName
      m.fromRemainingArguments = e.fromRemainingArguments || common.fromRemainingArguments
      if m.helpMessage.isEmpty { m.helpMessage = common.helpMessage }
      return m
    }
  }

  private mutating func change(_ body: (inout ParameterSetEntry) -> Void) {
    if current.isEmpty { return body(&common) }
    for i in entries.indices where current.contains(where: { Ordinal.equalsIgnoreCase($0, entries[i].set) }) {
      body(&entries[i])
    }
  }

  private mutating func binding(_ word: String, _ cursor: inout TokenCursor) throws -> Bool {
    switch word {
    case "set":
      current = try cursor.list("a parameter set")
      for name in current where !entries.contains(where: { Ordinal.equalsIgnoreCase($0.set, name) }) {
        entries.append(ParameterSetEntry(name))
      }
      if entries.count > DeclarationParser.setLimit { throw cursor.failure("there are more than 32 parameter sets") }
    case "pos":
      let text = try cursor.word("the position")
      guard let n = Int32(text), n >= 0 else { throw cursor.failure("'\(text)' is not a position") }
      change { $0.position = Int(n) }
      hasPosition = true
      hasBinding = true
    case "mandatory":
      change { $0.isMandatory = true }
      hasBinding = true
    case "pipeline":
      change { $0.fromPipeline = true }
      hasBinding = true
    case "property":
      change { $0.fromPipelineByPropertyName = true }
      hasBinding = true
    case "remaining":
      change { $0.fromRemainingArguments = true }
      hasBinding = true
    case "hidden": parameter.attributes.append(.dontShow)
    case "message":
      let text = try cursor.string("the message")
      change { $0.helpMessage = text }
    default: return false
    }
    return true
  }

  private mutating func validation(_ word: String, _ cursor: inout TokenCursor) throws -> Bool {
    switch word {
    case "alias":
      for a in try cursor.list("an alias") {
        guard ParameterName.isValid(a) else { throw cursor.failure("'\(a)' is not a parameter name") }
        parameter.aliases.append(a)
      }
    case "help": change(help: try cursor.string("the help text"))
    case "in": add(.validateSet(try cursor.list("a value"), ignoreCase: true, errorMessage: nil))
    case "in-case": add(.validateSet(try cursor.list("a value"), ignoreCase: false, errorMessage: nil))
    case "range": try range(&cursor)
    case "pattern":
      let text = try cursor.string("the pattern")
      if (try? RegexObject.make(text, [])) == nil { throw cursor.failure("'\(text)' is not a regular expression") }
      add(.validatePattern(text, ignoreCase: true, errorMessage: nil))
    case "check":
      let text = try cursor.string("the script")
      guard let runspace = Runspace.current else { return true }
      guard let block = try? runspace.parse(text, state: nil) else { throw cursor.failure("the script does not parse") }
      add(.validateScript(block, errorMessage: nil))
    case "length":
      let (low, high) = try bounds(&cursor, "a length")
      add(.validateLength(low ?? 0, high ?? Int(Int32.max)))
    case "count":
      let (low, high) = try bounds(&cursor, "a count")
      add(.validateCount(low ?? 0, high ?? Int(Int32.max)))
    case "notnull": add(.validateNotNull)
    case "notempty": add(.validateNotNullOrEmpty)
    case "notblank": add(.validateNotNullOrWhiteSpace)
    case "allownull": add(.allowNull)
    case "allowempty": add(.allowEmptyString)
    case "allowemptylist": add(.allowEmptyCollection)
    case "complete": try complete(&cursor)
    case "wildcards": add(.supportsWildcards)
    default: return false
    }
    return true
  }

  private func add(_ a: ParameterAttribute) { parameter.attributes.append(a) }

  private mutating func change(help text: String) {
    if common.helpMessage.isEmpty { helpText = text }
  }
  private var helpText = ""

  private mutating func complete(_ cursor: inout TokenCursor) throws {
    if let t = cursor.peek, t.kind == .word {
      if t.text == "@" {
        cursor.skip()
        declaration.completedByCode.insert(index)
        return
      }
      if t.text.hasPrefix(":") {
        cursor.skip()
        declaration.completionKinds[index] = String(t.text.dropFirst()).lowercased()
        return
      }
    }
    add(.argumentCompletions(try cursor.list("a candidate")))
  }

  // MARK: - Ranges

  private func range(_ cursor: inout TokenCursor) throws {
    let text = try cursor.word("the range")
    let kinds = [
      "positive": "Positive", "nonnegative": "NonNegative", "negative": "Negative", "nonpositive": "NonPositive",
    ]
    if let kind = kinds[text.lowercased()] { return add(.validateRangeKind(kind)) }
    let element = parameter.type.elementType ?? parameter.type
    let (low, high) = try AttributeReader.ends(text, cursor)
    let limits = AttributeReader.limits(element)
    func value(_ end: String, _ otherwise: Value) throws -> Value {
      if end.isEmpty { return otherwise }
      guard let n = AttributeReader.number(end), let v = Operations.tryConvert(n, to: element) else {
        throw cursor.failure("'\(end)' is not a number for this parameter")
      }
      return v
    }
    add(.validateRange(try value(low, limits.0), try value(high, limits.1)))
  }

  private func bounds(_ cursor: inout TokenCursor, _ what: String) throws -> (Int?, Int?) {
    let text = try cursor.word(what)
    let (low, high) = try AttributeReader.ends(text, cursor)
    func number(_ end: String) throws -> Int? {
      if end.isEmpty { return nil }
      guard let n = Int32(end), n >= 0 else { throw cursor.failure("'\(end)' is not \(what)") }
      return Int(n)
    }
    return (try number(low), try number(high))
  }

  /// The two ends of `LOW..HIGH`.
  private static func ends(_ text: String, _ cursor: TokenCursor) throws -> (String, String) {
    let bytes = Array(text.utf8)
    var i = 0
    while i + 1 < bytes.count {
      if bytes[i] == 0x2E, bytes[i + 1] == 0x2E {
        return (
          String(decoding: bytes[..<i], as: UTF8.self), String(decoding: bytes[(i + 2)...], as: UTF8.self)
        )
      }
      i += 1
    }
    throw cursor.failure("'\(text)' is not LOW..HIGH")
  }

  /// A literal number, as the smallest of int, long, ulong and double that holds it.
  static func number(_ text: String) -> Value? {
    if let i = Int32(text) { return .int(i) }
    if let i = Int64(text) { return .long(i) }
    if let u = UInt64(text) { return .scalar(.uint64, u) }
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || [0x2E, 0x2D, 0x2B, 0x65, 0x45].contains($0) }),
      let d = Double(text), d.isFinite
    else { return nil }
    return .double(d)
  }

  private static func limits(_ type: TypeInfo) -> (Value, Value) {
    func signed<T: FixedWidthInteger & SignedInteger>(_ kind: ScalarKind, _: T.Type) -> (Value, Value) {
      (.scalar(kind, UInt64(bitPattern: Int64(T.min))), .scalar(kind, UInt64(bitPattern: Int64(T.max))))
    }
    if type === Types.byte { return (.byte(0), .byte(255)) }
    if type === Types.sbyte { return signed(.sbyte, Int8.self) }
    if type === Types.int16 { return signed(.int16, Int16.self) }
    if type === Types.uint16 { return (.scalar(.uint16, 0), .scalar(.uint16, UInt64(UInt16.max))) }
    if type === Types.int32 { return (.int(.min), .int(.max)) }
    if type === Types.uint32 { return (.scalar(.uint32, 0), .scalar(.uint32, UInt64(UInt32.max))) }
    if type === Types.int64 { return (.long(.min), .long(.max)) }
    if type === Types.uint64 { return (.scalar(.uint64, 0), .scalar(.uint64, .max)) }
    return (.double(-.greatestFiniteMagnitude), .double(.greatestFiniteMagnitude))
  }

  // MARK: - Defaults

  private func defaultValue(_ cursor: inout TokenCursor) throws {
    var values = [try literal(&cursor)]
    while cursor.take(.comma) { values.append(try literal(&cursor)) }
    let value: Value = values.count == 1 ? values[0] : .array(values)
    if value.isNull {
      declaration.defaults[index] = .null
      return
    }
    guard let converted = Operations.tryConvert(value, to: parameter.type) else {
      throw cursor.failure("the default does not fit the type of '\(parameter.name)'")
    }
    declaration.defaults[index] = converted
  }

  private func literal(_ cursor: inout TokenCursor) throws -> Value {
    guard let t = cursor.peek, t.kind == .word || t.kind == .string else {
      throw cursor.failure("the default is missing")
    }
    cursor.skip()
    if t.kind == .string { return .string(t.text) }
    switch t.text.lowercased() {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: return AttributeReader.number(t.text) ?? .string(t.text)
    }
  }
}
