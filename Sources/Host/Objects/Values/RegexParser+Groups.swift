extension RegexParser {
  private mutating func close(_ body: RegexNode) throws -> RegexNode {
    guard i < p.count, p[i] == 0x29 else { throw error("Not enough )'s.", p.count) }
    i += 1
    return body
  }

  /// The contents up to the closing parenthesis; options set inside end there.
  private mutating func inside() throws -> RegexNode {
    let saved = options
    defer { options = saved }
    return try close(try alternatives())
  }

  /// A construct in parentheses; nil for one that only sets options.
  mutating func group() throws -> RegexNode? {
    i += 1
    guard i < p.count, p[i] == 0x3F else {
      if options.contains(.explicitCapture) { return .group(try inside()) }
      let n = nextNumber()
      return .capture(n, try inside())
    }
    i += 1
    guard i < p.count else { throw error("Unrecognized grouping construct.") }
    let c = p[i]
    i += 1
    switch c {
    case 0x3A: return .group(try inside())
    case 0x3D: return .look(try inside(), ahead: true, negative: false)
    case 0x21: return .look(try inside(), ahead: true, negative: true)
    case 0x3E: return .atomic(try inside())
    case 0x28: return try conditional()
    case 0x3C:
      if i < p.count, p[i] == 0x3D || p[i] == 0x21 {
        let negative = p[i] == 0x21
        i += 1
        return .look(try inside(), ahead: false, negative: negative)
      }
      return try named(close: 0x3E)
    case 0x27: return try named(close: 0x27)
    default:
      i -= 1
      return try inlineOptions()
    }
  }

  private mutating func nextNumber() -> Int {
    let n = opened < numbers.count ? numbers[opened] : 0
    opened += 1
    return n
  }

  private mutating func word(until stop: (UInt32) -> Bool) -> String {
    var name = String.UnicodeScalarView()
    while i < p.count, !stop(p[i]), let s = Unicode.Scalar(p[i]) {
      name.append(s)
      i += 1
    }
    return String(name)
  }

  private mutating func named(close mark: UInt32) throws -> RegexNode {
    let first = word { $0 == mark || $0 == 0x2D || $0 == 0x29 }
    guard i < p.count else { throw error("Unrecognized grouping construct.") }
    if p[i] == 0x2D {
      i += 1
      let second = word { $0 == mark || $0 == 0x29 }
      guard i < p.count, p[i] == mark else { throw error("Unrecognized grouping construct.") }
      i += 1
      guard let pop = number(of: second) else { throw error("Reference to undefined group name '\(second)'.") }
      needsOwnMatcher = true
      let push = first.isEmpty ? nil : nextNumber()
      return .balance(push: push, pop: pop, try inside())
    }
    guard p[i] == mark, !first.isEmpty,
      first.unicodeScalars.allSatisfy({ $0 == "_" || $0.properties.isAlphabetic || $0.properties.numericType != nil })
    else { throw error("Invalid group name: Group names must begin with a word character.") }
    i += 1
    let n = nextNumber()
    return .capture(n, try inside())
  }

  private mutating func conditional() throws -> RegexNode {
    let start = i
    let name = word { $0 == 0x29 }
    let condition: RegexNode?
    var reference: Int?
    if i < p.count, let n = number(of: name) {
      reference = n
      condition = nil
      i += 1
    } else if !name.isEmpty, name.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      throw error("Conditional alternation refers to an undefined group number \(name).", i + 1)
    } else {
      i = start
      let saved = options
      if i + 1 < p.count, p[i] == 0x3F, p[i + 1] == 0x3D || p[i + 1] == 0x21 || p[i + 1] == 0x3C {
        i -= 1
        condition = try group()
      } else {
        condition = .look(try inside(), ahead: true, negative: false)
      }
      options = saved
    }
    let saved = options
    defer { options = saved }
    let body = try alternatives()
    _ = try close(.empty)
    var yes = body
    var no = RegexNode.empty
    if case .choice(let branches) = body {
      if branches.count > 2 { throw error("Too many | in (?()|).") }
      yes = branches[0]
      no = branches[1]
    }
    if let reference { return .ifGroup(reference, yes, no) }
    return .ifLook(condition ?? .empty, yes, no)
  }

  private mutating func inlineOptions() throws -> RegexNode? {
    let saved = options
    var on = true
    while i < p.count {
      let c = p[i]
      i += 1
      var flag: RegexOptions = []
      switch c {
      case 0x2D:
        on = false
        continue
      case 0x2B:
        on = true
        continue
      case 0x69, 0x49: flag = .ignoreCase
      case 0x6D, 0x4D: flag = .multiline
      case 0x6E, 0x4E: flag = .explicitCapture
      case 0x73, 0x53: flag = .singleline
      case 0x78, 0x58: flag = .ignorePatternWhitespace
      case 0x29: return nil
      case 0x3A:
        defer { options = saved }
        return .group(try close(try alternatives()))
      default: throw error("Unrecognized grouping construct.")
      }
      if on { options.insert(flag) } else { options.remove(flag) }
    }
    throw error("Unrecognized grouping construct.")
  }

  // MARK: Escapes

  /// What follows a backslash outside of a class.
  mutating func escape() throws -> RegexNode {
    guard i < p.count else { throw error("Illegal \\ at end of pattern.") }
    let c = p[i]
    let ignoreCase = options.contains(.ignoreCase)
    i += 1
    switch Unicode.Scalar(c) ?? " " {
    case "b": return .anchor(.boundary)
    case "B": return .anchor(.notBoundary)
    case "A": return .anchor(.start)
    case "G": return .anchor(.lastMatch)
    case "Z": return .anchor(.endBeforeNewline)
    case "z": return .anchor(.end)
    case "d", "D", "w", "W", "s", "S":
      return .set(RegexSet(.escape(Character(Unicode.Scalar(c) ?? "d"))), ignoreCase: false)
    case "p", "P": return .set(RegexSet(try property(negated: c == 0x50)), ignoreCase: ignoreCase)
    case "k": return try namedReference()
    case "1"..."9":
      i -= 1
      return try numberedReference()
    default:
      i -= 1
      return .literal(try character(), ignoreCase: ignoreCase)
    }
  }

  private mutating func namedReference() throws -> RegexNode {
    guard i < p.count, p[i] == 0x3C || p[i] == 0x27 || p[i] == 0x7B else {
      throw error("Malformed \\k<...> named back reference.")
    }
    let close: UInt32 = p[i] == 0x3C ? 0x3E : (p[i] == 0x27 ? 0x27 : 0x7D)
    i += 1
    let name = word { $0 == close }
    guard i < p.count else { throw error("Malformed \\k<...> named back reference.") }
    i += 1
    guard let n = number(of: name) else {
      throw error(
        name.utf8.allSatisfy { $0 &- 0x30 < 10 }
          ? "Reference to undefined group number \(name)." : "Reference to undefined group name '\(name)'.")
    }
    return .backreference(n, ignoreCase: options.contains(.ignoreCase))
  }

  private mutating func numberedReference() throws -> RegexNode {
    let start = i
    var k = i
    guard let n = digits(&k) else { throw error("Illegal \\ at end of pattern.") }
    if n < groupNames.count || number(of: String(n)) != nil {
      i = k
      return .backreference(number(of: String(n)) ?? n, ignoreCase: options.contains(.ignoreCase))
    }
    if k - start > 1, p[start] < 0x38 { return .literal(octal(), ignoreCase: false) }
    i = k
    throw error("Reference to undefined group number \(n).")
  }

  private mutating func octal() -> UInt32 {
    var v: UInt32 = 0
    var n = 0
    while i < p.count, p[i] &- 0x30 < 8, n < 3 {
      v = v * 8 + (p[i] - 0x30)
      i += 1
      n += 1
    }
    return v & 0xFF
  }

  private mutating func hex(_ count: Int) throws -> UInt32 {
    var v: UInt32 = 0
    for _ in 0..<count {
      guard i < p.count, let s = Unicode.Scalar(p[i]), let d = Character(s).hexDigitValue else {
        throw error("Insufficient or invalid hexadecimal digits.")
      }
      v = v * 16 + UInt32(d)
      i += 1
    }
    return v
  }

  /// The character an escape stands for, outside or inside of a class.
  mutating func character() throws -> UInt32 {
    guard i < p.count else { throw error("Illegal \\ at end of pattern.") }
    let c = p[i]
    i += 1
    switch Unicode.Scalar(c) ?? " " {
    case "t": return 9
    case "n": return 10
    case "r": return 13
    case "f": return 12
    case "v": return 11
    case "e": return 27
    case "a": return 7
    case "b": return 8
    case "x": return try hex(2)
    case "u":
      let v = try hex(4)
      if (0xD800..<0xDC00).contains(v), peekEscape() {
        let saved = i
        i += 2
        let low = try hex(4)
        if (0xDC00..<0xE000).contains(low) { return 0x10000 + (v - 0xD800) << 10 + (low - 0xDC00) }
        i = saved
      }
      return v
    case "c":
      guard i < p.count else { throw error("Missing control character.") }
      let letter = p[i] >= 0x61 && p[i] <= 0x7A ? p[i] - 32 : p[i]
      i += 1
      guard letter >= 0x40, letter <= 0x5F else { throw error("Unrecognized control character.") }
      return letter - 0x40
    case "0"..."7":
      i -= 1
      return octal()
    case let s where s.properties.isAlphabetic || s == "_" || (c >= 0x38 && c <= 0x39):
      throw error("Unrecognized escape sequence \\\(String(s)).")
    default: return c
    }
  }
  private func peekEscape() -> Bool { i + 1 < p.count && p[i] == 0x5C && p[i + 1] == 0x75 }

  private mutating func property(negated: Bool) throws -> RegexSet.Item {
    guard i < p.count, p[i] == 0x7B else { throw error("Incomplete \\p{X} character escape.") }
    i += 1
    let name = word { $0 == 0x7D }
    guard i < p.count else { throw error("Incomplete \\p{X} character escape.") }
    i += 1
    guard RegexBlocks.categories.contains(name) || RegexBlocks.range(name) != nil else {
      throw error("Unknown property '\(name)'.")
    }
    return .property(name, negated: negated)
  }

  // MARK: Classes

  /// A class after its opening bracket.
  mutating func set() throws -> RegexSet {
    let set = RegexSet()
    if i < p.count, p[i] == 0x5E {
      set.isNegated = true
      i += 1
    }
    var first = true
    while true {
      guard i < p.count else { throw error("Unterminated [] set.", p.count) }
      if p[i] == 0x5D && !first { break }
      if p[i] == 0x2D, !first, i + 1 < p.count, p[i + 1] == 0x5B {
        i += 2
        set.without = try self.set()
        guard i < p.count, p[i] == 0x5D else {
          throw error("A subtraction must be the last element in a character class.")
        }
        break
      }
      first = false
      guard let low = try member(set) else { continue }
      if i + 1 < p.count, p[i] == 0x2D, p[i + 1] != 0x5D, p[i + 1] != 0x5B {
        i += 1
        guard let high = try member(set) else {
          throw error("Cannot include class in character range.")
        }
        if high < low { throw error("[x-y] range in reverse order.") }
        set.items.append(.range(low, high))
      } else {
        set.items.append(.range(low, low))
      }
    }
    i += 1
    return set
  }

  /// A character of a class; nil when a named class was added instead.
  private mutating func member(_ set: RegexSet) throws -> UInt32? {
    let c = p[i]
    i += 1
    guard c == 0x5C else { return c }
    guard i < p.count else { throw error("Illegal \\ at end of pattern.") }
    switch Unicode.Scalar(p[i]) ?? " " {
    case "d", "D", "w", "W", "s", "S":
      set.items.append(.escape(Character(Unicode.Scalar(p[i]) ?? "d")))
      i += 1
      return nil
    case "p", "P":
      i += 1
      set.items.append(try property(negated: p[i - 1] == 0x50))
      return nil
    default: return try character()
    }
  }
}
