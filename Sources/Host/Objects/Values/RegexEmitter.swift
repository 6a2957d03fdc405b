/// Writes a parsed pattern in PCRE2's syntax.
struct RegexEmitter {
  /// PCRE2's numbers of each .NET group, in the order their parentheses open.
  private(set) var places: [Int: [Int]] = [:]
  private var opened = 0
  private let ignoreCase: Bool
  private let asciiOnly: Bool
  /// Something PCRE2 cannot express was met.
  private(set) var failed = false

  init(_ node: RegexNode, _ options: RegexOptions) {
    ignoreCase = options.contains(.ignoreCase)
    asciiOnly = options.contains(.ecmaScript)
    number(node)
    opened = 0
  }

  private mutating func number(_ node: RegexNode) {
    switch node {
    case .capture(let n, let body):
      opened += 1
      places[n, default: []].append(opened)
      number(body)
    case .sequence(let parts), .choice(let parts): for p in parts { number(p) }
    case .group(let body), .atomic(let body), .look(let body, _, _), .loop(let body, _, _, _): number(body)
    case .ifGroup(_, let a, let b):
      number(a)
      number(b)
    case .ifLook(let c, let a, let b):
      number(c)
      number(a)
      number(b)
    default: break
    }
  }

  mutating func emit(_ node: RegexNode) -> String {
    switch node {
    case .empty: return ""
    case .literal(let c, let fold): return cased(RegexEmitter.literal(c), fold)
    case .set(let set, let fold): return cased(self.set(set), fold)
    case .anyButNewline: return "\\N"
    case .any: return "(?s:.)"
    case .anchor(let a): return anchor(a)
    case .sequence(let parts): return parts.map { emit(inSequence: $0) }.joined()
    case .choice(let branches): return branches.map { emit($0) }.joined(separator: "|")
    case .group(let body): return "(?:" + emit(body) + ")"
    case .capture(_, let body): return "(" + emit(body) + ")"
    case .atomic(let body): return "(?>" + emit(body) + ")"
    case .look(let body, let ahead, let negative):
      return (ahead ? (negative ? "(?!" : "(?=") : (negative ? "(?<!" : "(?<=")) + emit(body) + ")"
    case .loop(let body, let least, let most, let lazy): return loop(body, least, most, lazy)
    case .backreference(let n, let fold):
      let numbers = places[n] ?? []
      if n == 0 || numbers.isEmpty {
        failed = true
        return ""
      }
      let all = numbers.reversed().map { "\\g{\($0)}" }
      return cased(all.count == 1 ? all[0] : "(?:" + all.joined(separator: "|") + ")", fold)
    case .ifGroup(let n, let yes, let no):
      guard let k = places[n]?.first else {
        failed = true
        return ""
      }
      return "(?(\(k))" + branch(yes) + "|" + branch(no) + ")"
    case .ifLook(let condition, let yes, let no):
      return "(?" + emit(condition) + branch(yes) + "|" + branch(no) + ")"
    case .balance:
      failed = true
      return ""
    }
  }

  private mutating func branch(_ node: RegexNode) -> String {
    if case .choice = node { return "(?:" + emit(node) + ")" }
    return emit(node)
  }
  private mutating func emit(inSequence node: RegexNode) -> String {
    if case .choice = node { return "(?:" + emit(node) + ")" }
    return emit(node)
  }

  private mutating func loop(_ body: RegexNode, _ least: Int, _ most: Int, _ lazy: Bool) -> String {
    if least > 65_535 || (most != Int.max && most > 65_535) {
      failed = true
      return ""
    }
    let mark: String
    switch (least, most) {
    case (0, Int.max): mark = "*"
    case (1, Int.max): mark = "+"
    case (0, 1): mark = "?"
    case (_, Int.max): mark = "{\(least),}"
    case (let a, let b) where a == b: mark = "{\(a)}"
    default: mark = "{\(least),\(most)}"
    }
    let text = emit(body)
    let single: Bool
    switch body {
    case .literal, .set, .anyButNewline, .any, .group, .capture, .atomic: single = true
    default: single = false
    }
    return (single ? text : "(?:" + text + ")") + mark + (lazy ? "?" : "")
  }

  private func cased(_ text: String, _ fold: Bool) -> String {
    fold == ignoreCase ? text : (fold ? "(?i:" : "(?-i:") + text + ")"
  }

  private func anchor(_ a: RegexAnchor) -> String {
    switch a {
    case .lineStart: return "(?m:^)"
    case .lineEnd: return "(?m:$)"
    case .start: return "\\A"
    case .end: return "\\z"
    case .endBeforeNewline: return "\\Z"
    case .lastMatch: return "\\G"
    case .boundary: return "\\b"
    case .notBoundary: return "\\B"
    }
  }

  private static func isWord(_ c: UInt32) -> Bool {
    c < 0x80 && (c &- 0x30 < 10 || (c | 0x20) &- 0x61 < 26 || c == 0x5F)
  }

  static func literal(_ c: UInt32) -> String {
    if isWord(c), let s = Unicode.Scalar(c) { return String(Character(s)) }
    if c >= 0x80, let s = Unicode.Scalar(c) { return String(Character(s)) }
    if c > 0x20, c < 0x7F, let s = Unicode.Scalar(c) { return "\\" + String(Character(s)) }
    return code(c)
  }
  private static func code(_ c: UInt32) -> String {
    (0xD800..<0xE000).contains(c) ? "\\x{FFFD}" : "\\x{" + String(c, radix: 16) + "}"
  }

  private func set(_ set: RegexSet) -> String {
    var body = ""
    for item in set.items {
      switch item {
      case .range(let a, let b): body += RegexEmitter.range(a, b)
      case .escape(let c): body += "\\" + String(c)
      case .property(let name, let negated):
        if let (a, b) = RegexBlocks.range(name) {
          body +=
            negated
            ? (a > 0 ? RegexEmitter.range(0, a - 1) : "") + RegexEmitter.range(b + 1, 0x10FFFF)
            : RegexEmitter.range(a, b)
        } else {
          body += (negated ? "\\P{" : "\\p{") + name + "}"
        }
      }
    }
    let text: String
    if body.isEmpty {
      text = set.isNegated ? "(?s:.)" : "(?!)"
    } else {
      text = (set.isNegated ? "[^" : "[") + body + "]"
    }
    guard let without = set.without else { return text }
    return "(?:(?!" + self.set(without) + ")" + text + ")"
  }

  private static func range(_ a: UInt32, _ b: UInt32) -> String {
    if a == b { return isWord(a) ? literal(a) : code(a) }
    // Surrogates cannot stand in a UTF pattern.
    if a < 0xD800 && b >= 0xE000 { return range(a, 0xD7FF) + range(0xE000, b) }
    if a >= 0xD800 && a < 0xE000 { return b >= 0xE000 ? range(0xE000, b) : "" }
    if a < 0xD800 && b >= 0xD800 && b < 0xE000 { return range(a, 0xD7FF) }
    return (isWord(a) ? literal(a) : code(a)) + "-" + (isWord(b) ? literal(b) : code(b))
  }
}
