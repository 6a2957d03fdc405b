/// A mistake in a pattern, in .NET's words.
struct RegexPatternError: Error {
  let offset: Int
  let message: String
}

/// Reads .NET's regular expression syntax into nodes.
struct RegexParser {
  /// The numbers of groups by name; unnamed groups count first.
  private(set) var groupNames: [String] = ["0"]
  private var numberByName: [String: Int] = [:]
  /// Numbers of capturing parentheses in the order they open, found by a first scan.
  var numbers: [Int] = []
  let p: [UInt32]
  var i = 0
  var options: RegexOptions
  var opened = 0
  private var depth = 0
  /// Constructs PCRE2 lacks were met.
  var needsOwnMatcher = false

  init(_ pattern: String, _ options: RegexOptions) {
    // Offsets in messages count UTF-16 units; supplementary scalars are rare enough in patterns.
    p = pattern.unicodeScalars.map { $0.value }
    self.options = options
    needsOwnMatcher = options.contains(.rightToLeft)
  }

  static func scan(_ c: Character) -> UInt32 { c.unicodeScalars.first?.value ?? 0 }

  private func at(_ c: Unicode.Scalar) -> Bool { i < p.count && p[i] == c.value }
  private func peek(_ k: Int) -> UInt32 { i + k < p.count ? p[i + k] : 0 }
  func error(_ message: String, _ at: Int? = nil) -> RegexPatternError {
    RegexPatternError(offset: at ?? i, message: message)
  }

  mutating func parse() throws -> RegexNode {
    countGroups()
    let node = try alternatives()
    if i < p.count { throw error("Too many )'s.", i + 1) }
    return node
  }

  // MARK: First scan

  /// Numbers the groups: unnamed first, then numeric names, then names in order.
  private mutating func countGroups() {
    var names: [String?] = []
    var explicit = options.contains(.explicitCapture)
    var stack: [Bool] = []
    var extended = options.contains(.ignorePatternWhitespace)
    var k = 0
    var inSet = false
    while k < p.count {
      let c = p[k]
      if c == 0x5C {
        k += 2
        continue
      }
      if inSet {
        if c == 0x5D { inSet = false }
      } else if c == 0x5B {
        inSet = true
        if k + 1 < p.count, p[k + 1] == 0x5E { k += 1 }
        if k + 1 < p.count, p[k + 1] == 0x5D { k += 1 }
      } else if c == 0x23 && extended {
        while k < p.count && p[k] != 0x0A { k += 1 }
      } else if c == 0x28 {
        stack.append(explicit)
        if k + 1 < p.count, p[k + 1] == 0x3F {
          if k + 2 < p.count, p[k + 2] == 0x23 {
            while k < p.count && p[k] != 0x29 { k += 1 }
            continue
          }
          if let name = name(at: k + 2) {
            if !name.isEmpty { names.append(name) }
          } else {
            var off = false
            var m = k + 2
            while m < p.count, let s = Unicode.Scalar(p[m]), s == "-" || s == "+" || s.properties.isAlphabetic {
              if s == "-" { off = true }
              if s == "n" { explicit = !off }
              if s == "x" { extended = !off }
              m += 1
            }
            if m < p.count, p[m] == 0x29, let outer = stack.popLast() {
              _ = outer
              k = m
            }
          }
        } else if !explicit {
          names.append(nil)
        }
      } else if c == 0x29, let outer = stack.popLast() {
        explicit = outer
      }
      k += 1
    }
    assign(names)
  }

  /// The name a group construct `(?<name>` opens with: empty for a pop-only one, nil for other constructs.
  private func name(at start: Int) -> String? {
    guard start < p.count, p[start] == 0x3C || p[start] == 0x27 else { return nil }
    let close: UInt32 = p[start] == 0x3C ? 0x3E : 0x27
    var name = String.UnicodeScalarView()
    var k = start + 1
    if k < p.count, p[start] == 0x3C, p[k] == 0x3D || p[k] == 0x21 { return nil }
    while k < p.count, p[k] != close, p[k] != 0x2D, let s = Unicode.Scalar(p[k]) {
      name.append(s)
      k += 1
    }
    return String(name)
  }

  private mutating func assign(_ names: [String?]) {
    var count = 1
    for n in names where n == nil {
      groupNames.append(String(count))
      count += 1
    }
    for n in names {
      guard let n, numberByName[n] == nil else { continue }
      if let number = Int(n), number < count {
        numberByName[n] = number
        continue
      }
      numberByName[n] = count
      groupNames.append(n)
      count += 1
    }
    var unnamed = 0
    for n in names {
      if let n {
        numbers.append(numberByName[n] ?? 0)
      } else {
        unnamed += 1
        numbers.append(unnamed)
      }
    }
  }

  /// The number of a group written as digits or a name.
  func number(of reference: String) -> Int? {
    if let n = numberByName[reference] { return n }
    if let n = Int(reference), let k = groupNames.firstIndex(of: reference) ?? (n == 0 ? 0 : nil) { return k }
    return nil
  }

  // MARK: Structure

  mutating func alternatives() throws -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw error("Nested too deeply.") }
    var branches: [RegexNode] = []
    while true {
      branches.append(try sequence())
      guard at("|") else { break }
      i += 1
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func skipBlank() {
    while i < p.count {
      if peek(0) == 0x28, peek(1) == 0x3F, peek(2) == 0x23 {
        while i < p.count && p[i] != 0x29 { i += 1 }
        i += 1
      } else if options.contains(.ignorePatternWhitespace), p[i] == 0x20 || (9...13).contains(p[i]) {
        i += 1
      } else if options.contains(.ignorePatternWhitespace), p[i] == 0x23 {
        while i < p.count && p[i] != 0x0A { i += 1 }
      } else {
        return
      }
    }
  }

  private mutating func sequence() throws -> RegexNode {
    var parts: [RegexNode] = []
    while true {
      skipBlank()
      guard i < p.count, !at("|"), !at(")") else { break }
      guard let atom = try atom() else { continue }
      parts.append(try quantified(atom))
    }
    return parts.count == 1 ? parts[0] : (parts.isEmpty ? .empty : .sequence(parts))
  }

  private mutating func quantified(_ atom: RegexNode) throws -> RegexNode {
    skipBlank()
    guard let (least, most) = try quantifier() else { return atom }
    var lazy = false
    skipBlank()
    if at("?") {
      lazy = true
      i += 1
    }
    skipBlank()
    let before = i
    if i < p.count, let (_, _) = try? quantifierPeek() {
      let mark = p[before] == 0x7B ? "{" : String(Unicode.Scalar(p[before]).map(Character.init) ?? "?")
      throw error("Nested quantifier '\(mark)'.", before + 1)
    }
    return .loop(atom, least: least, most: most, lazy: lazy)
  }

  private func quantifierPeek() throws -> (Int, Int)? {
    var copy = self
    guard let q = try copy.quantifier() else { throw error("") }
    return q
  }

  /// `*`, `+`, `?` or `{n,m}`; braces that are no quantifier stay literal.
  private mutating func quantifier() throws -> (Int, Int)? {
    guard i < p.count else { return nil }
    switch p[i] {
    case 0x2A:
      i += 1
      return (0, Int.max)
    case 0x2B:
      i += 1
      return (1, Int.max)
    case 0x3F:
      i += 1
      return (0, 1)
    case 0x7B:
      var k = i + 1
      guard let least = digits(&k) else { return nil }
      var most = least
      if k < p.count, p[k] == 0x2C {
        k += 1
        most = digits(&k) ?? Int.max
      }
      guard k < p.count, p[k] == 0x7D else { return nil }
      i = k + 1
      if least > most { throw error("Illegal {x,y} with x > y.") }
      return (least, most)
    default: return nil
    }
  }

  func digits(_ k: inout Int) -> Int? {
    var v = 0
    let start = k
    while k < p.count, p[k] &- 0x30 < 10 {
      v = min(v * 10 + Int(p[k] - 0x30), 1_000_000_000)
      k += 1
    }
    return k > start ? v : nil
  }

  private mutating func atom() throws -> RegexNode? {
    let c = p[i]
    switch c {
    case 0x28: return try group()
    case 0x5B:
      i += 1
      return .set(try set(), ignoreCase: options.contains(.ignoreCase))
    case 0x5C:
      i += 1
      return try escape()
    case 0x2E:
      i += 1
      return options.contains(.singleline) ? .any : .anyButNewline
    case 0x5E:
      i += 1
      return .anchor(options.contains(.multiline) ? .lineStart : .start)
    case 0x24:
      i += 1
      return .anchor(options.contains(.multiline) ? .lineEnd : .endBeforeNewline)
    case 0x2A, 0x2B, 0x3F:
      throw error("Quantifier '\(Unicode.Scalar(c).map { String($0) } ?? "")' following nothing.", i + 1)
    case 0x7B:
      if let copy = try? quantifierPeek(), copy.0 >= 0 { throw error("Quantifier '{' following nothing.", i + 1) }
      fallthrough
    default:
      i += 1
      return .literal(c, ignoreCase: options.contains(.ignoreCase))
    }
  }
}
