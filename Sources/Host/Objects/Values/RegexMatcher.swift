/// A backtracking matcher for what PCRE2 lacks: balancing groups, matching from right to left, look-behind of any
/// length, and the list of captures a group made.
final class RegexMatcher {
  private let root: RegexNode
  private let groups: Int
  private let options: RegexOptions
  private var text: [UInt32] = []
  private var begin = 0
  private var captures: [[(start: Int, end: Int)]] = []
  private var steps = 0
  private var depth = 0

  init(_ root: RegexNode, groups: Int, _ options: RegexOptions) {
    self.root = root
    self.groups = groups
    self.options = options
  }

  /// The first match from a byte position, with all captures.
  func search(_ subject: RegexSubject, from start: Int) -> RegexSpans? {
    var offsets: [Int] = []
    text = []
    var at = 0
    for s in subject.text.unicodeScalars {
      text.append(s.value)
      offsets.append(at)
      at += s.value < 0x80 ? 1 : (s.value < 0x800 ? 2 : (s.value < 0x10000 ? 3 : 4))
    }
    offsets.append(at)
    guard start <= at else { return nil }
    var first = offsets.firstIndex { $0 >= start } ?? text.count
    let rightToLeft = options.contains(.rightToLeft)
    begin = first
    while first >= 0 && first <= text.count {
      captures = Array(repeating: [], count: groups)
      steps = 0
      depth = 0
      var end = -1
      let found = run(root, first, rightToLeft ? -1 : 1) { p in
        end = p
        return true
      }
      if found {
        let low = min(first, end)
        let high = max(first, end)
        var spans = captures.map { $0.last.map { (offsets[$0.start], offsets[$0.end]) } ?? (-1, -1) }
        spans[0] = (offsets[low], offsets[high])
        var all = captures.map { $0.map { (start: offsets[$0.start], end: offsets[$0.end]) } }
        all[0] = [(start: offsets[low], end: offsets[high])]
        return RegexSpans(spans: spans.map { (start: $0.0, end: $0.1) }, captures: all)
      }
      first += rightToLeft ? -1 : 1
    }
    return nil
  }

  /// Tries a node at a position and what follows after it.
  private func run(_ node: RegexNode, _ p: Int, _ dir: Int, _ next: (Int) -> Bool) -> Bool {
    steps += 1
    depth += 1
    defer { depth -= 1 }
    // Bounded, so that no pattern hangs or overflows the stack.
    if steps > 20_000_000 || depth > 6_000 { return false }
    switch node {
    case .empty: return next(p)
    case .literal, .set, .any, .anyButNewline:
      let at = dir > 0 ? p : p - 1
      guard at >= 0, at < text.count, accepts(node, text[at]) else { return false }
      return next(p + dir)
    case .anchor(let a): return holds(a, p) && next(p)
    case .sequence(let parts): return sequence(parts, dir > 0 ? 0 : parts.count - 1, p, dir, next)
    case .choice(let branches):
      for b in branches where run(b, p, dir, next) { return true }
      return false
    case .group(let body): return run(body, p, dir, next)
    case .capture(let n, let body):
      return run(body, p, dir) { end in
        self.captures[n].append((min(p, end), max(p, end)))
        if next(end) { return true }
        self.captures[n].removeLast()
        return false
      }
    case .balance(let push, let pop, let body): return balance(push, pop, body, p, dir, next)
    case .loop(let body, let least, let most, let lazy):
      if RegexMatcher.isSingle(body) { return simpleLoop(body, least, most, lazy, p, dir, next) }
      return loop(body, least, most, lazy, 0, -1, p, dir, next)
    case .look(let body, let ahead, let negative):
      let saved = captures
      let found = run(body, p, ahead ? 1 : -1) { _ in true }
      if found == negative {
        captures = saved
        return false
      }
      if negative { captures = saved }
      if next(p) { return true }
      captures = saved
      return false
    case .atomic(let body):
      let saved = captures
      var end = -1
      guard run(body, p, dir, { end = $0; return true }) else { return false }
      if next(end) { return true }
      captures = saved
      return false
    case .backreference(let n, let fold): return backreference(n, fold, p, dir, next)
    case .ifGroup(let n, let yes, let no): return run(captures[n].isEmpty ? no : yes, p, dir, next)
    case .ifLook(let condition, let yes, let no):
      let saved = captures
      let holds = run(condition, p, dir) { _ in true }
      if !holds { captures = saved }
      return run(holds ? yes : no, p, dir, next)
    }
  }

  private func sequence(_ parts: [RegexNode], _ k: Int, _ p: Int, _ dir: Int, _ next: (Int) -> Bool) -> Bool {
    guard k >= 0 && k < parts.count else { return next(p) }
    return run(parts[k], p, dir) { self.sequence(parts, k + dir, $0, dir, next) }
  }

  private func balance(
    _ push: Int?, _ pop: Int, _ body: RegexNode, _ p: Int, _ dir: Int, _ next: (Int) -> Bool
  ) -> Bool {
    run(body, p, dir) { end in
      guard let popped = self.captures[pop].popLast() else { return false }
      if let push {
        let low = min(p, end)
        self.captures[push].append((min(popped.end, low), max(popped.end, low)))
      }
      if next(end) { return true }
      if let push { self.captures[push].removeLast() }
      self.captures[pop].append(popped)
      return false
    }
  }

  private static func isSingle(_ node: RegexNode) -> Bool {
    switch node {
    case .literal, .set, .any, .anyButNewline: return true
    default: return false
    }
  }

  /// A loop over one character, without recursion.
  private func simpleLoop(
    _ body: RegexNode, _ least: Int, _ most: Int, _ lazy: Bool, _ p: Int, _ dir: Int, _ next: (Int) -> Bool
  ) -> Bool {
    func fits(_ count: Int) -> Bool {
      let at = dir > 0 ? p + count : p - count - 1
      return at >= 0 && at < text.count && accepts(body, text[at])
    }
    var count = 0
    while count < least {
      guard fits(count) else { return false }
      count += 1
    }
    if lazy {
      while true {
        if next(p + dir * count) { return true }
        guard count < most, fits(count) else { return false }
        count += 1
      }
    }
    while count < most && fits(count) { count += 1 }
    while count >= least {
      if next(p + dir * count) { return true }
      count -= 1
    }
    return false
  }

  private func loop(
    _ body: RegexNode, _ least: Int, _ most: Int, _ lazy: Bool, _ count: Int, _ last: Int, _ p: Int, _ dir: Int,
    _ next: (Int) -> Bool
  ) -> Bool {
    // A round that consumed nothing ends the loop.
    if count >= least && p == last { return next(p) }
    func again() -> Bool {
      guard count < most else { return false }
      return self.run(body, p, dir) { end in
        self.loop(body, least, most, lazy, count + 1, p, end, dir, next)
      }
    }
    if count < least { return again() }
    return lazy ? next(p) || again() : again() || next(p)
  }

  private func backreference(_ n: Int, _ fold: Bool, _ p: Int, _ dir: Int, _ next: (Int) -> Bool) -> Bool {
    guard let c = captures[n].last else { return false }
    let length = c.end - c.start
    let from = dir > 0 ? p : p - length
    guard from >= 0, from + length <= text.count else { return false }
    for k in 0..<length where !same(text[from + k], text[c.start + k], fold) { return false }
    return next(p + dir * length)
  }

  private func same(_ a: UInt32, _ b: UInt32, _ fold: Bool) -> Bool {
    a == b || (fold && RegexFold.upper(a) == RegexFold.upper(b))
  }

  private func accepts(_ node: RegexNode, _ c: UInt32) -> Bool {
    switch node {
    case .literal(let l, let fold): return same(l, c, fold)
    case .any: return true
    case .anyButNewline: return c != 0x0A
    case .set(let set, let fold):
      if set.contains(c, ascii: options.contains(.ecmaScript)) { return true }
      guard fold else { return false }
      let ascii = options.contains(.ecmaScript)
      return set.contains(RegexFold.upper(c), ascii: ascii) || set.contains(RegexFold.lower(c), ascii: ascii)
    default: return false
    }
  }

  private func holds(_ a: RegexAnchor, _ p: Int) -> Bool {
    switch a {
    case .lineStart: return p == 0 || text[p - 1] == 0x0A
    case .lineEnd: return p == text.count || text[p] == 0x0A
    case .start: return p == 0
    case .end: return p == text.count
    case .endBeforeNewline: return p == text.count || (p == text.count - 1 && text[p] == 0x0A)
    case .lastMatch: return p == begin
    case .boundary, .notBoundary:
      let before = p > 0 && RegexSet.isWord(text[p - 1])
      let after = p < text.count && RegexSet.isWord(text[p])
      return (before != after) == (a == .boundary)
    }
  }
}
