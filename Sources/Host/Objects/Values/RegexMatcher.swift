/// A backtracking matcher for what PCRE2 lacks: balancing groups, matching from right to left, look-behind of any
/// length, and the list of captures a group made. It keeps its own stack, so deep patterns cost memory only.
final class RegexMatcher {
  private let code: [RegexOp]
  private let groups: Int
  private let options: RegexOptions
  private var text: [UInt32] = []
  private var begin = 0
  private var captures: [[(start: Int, end: Int)]] = []
  private var registers: [Int]
  private var stack: [Entry] = []
  private var steps = 0

  /// Something to return to, or something to undo on the way there.
  private enum Entry {
    case branch(Int, Int)
    /// Fewer (or, when lazy, more) characters of a run: step, start, count taken.
    case run(Int, Int, Int)
    case register(Int, Int)
    case dropCapture(Int)
    case restoreCapture(Int, start: Int, end: Int)
  }

  init(_ root: RegexNode, groups: Int, _ options: RegexOptions) {
    let compiler = RegexCompiler(root, rightToLeft: options.contains(.rightToLeft))
    code = compiler.code
    registers = [Int](repeating: 0, count: compiler.registers)
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
    let step = options.contains(.rightToLeft) ? -1 : 1
    begin = first
    steps = 0
    while first >= 0 && first <= text.count {
      if let end = match(at: first) {
        captures[0] = [(min(first, end), max(first, end))]
        let all = captures.map { $0.map { (start: offsets[$0.start], end: offsets[$0.end]) } }
        return RegexSpans(spans: all.map { $0.last ?? (-1, -1) }, captures: all)
      }
      first += step
    }
    return nil
  }

  // MARK: The loop

  private func set(_ r: Int, _ value: Int) {
    stack.append(.register(r, registers[r]))
    registers[r] = value
  }

  /// The end of a match that begins at a position, or nil.
  private func match(at start: Int) -> Int? {
    captures = Array(repeating: [], count: groups)
    stack.removeAll(keepingCapacity: true)
    var pc = 0
    var p = start
    while true {
      steps += 1
      // Bounded, so that no pattern runs or grows for ever.
      if steps > 100_000_000 || stack.count > 20_000_000 { return nil }
      if case .match = code[pc] { return p }
      if advance(&pc, &p) { continue }
      guard let back = backtrack() else { return nil }
      (pc, p) = back
    }
  }

  /// Undoes steps until there is something else to try.
  private func backtrack() -> (Int, Int)? {
    while let e = stack.popLast() {
      switch e {
      case .branch(let pc, let p): return (pc, p)
      case .run(let pc, let start, let count):
        if let r = resume(pc, start, count) { return r }
      default: undo(e)
      }
    }
    return nil
  }

  private func undo(_ e: Entry) {
    switch e {
    case .register(let r, let old): registers[r] = old
    case .dropCapture(let n): captures[n].removeLast()
    case .restoreCapture(let n, let s, let e): captures[n].append((s, e))
    default: break
    }
  }

  /// One step; false when it fails.
  private func advance(_ pc: inout Int, _ p: inout Int) -> Bool {
    switch code[pc] {
    case .one(let node, let dir):
      let at = dir > 0 ? p : p - 1
      guard at >= 0, at < text.count, accepts(node, text[at]) else { return false }
      p += dir
    case .run(let node, let dir, let least, let most, let lazy):
      guard let taken = take(node, dir, p, lazy ? least : most), taken >= least else { return false }
      if taken > least || lazy { stack.append(.run(pc, p, taken)) }
      p += dir * taken
    case .anchor(let a): guard holds(a, p) else { return false }
    case .jump(let to):
      pc = to
      return true
    case .fork(let first, let second):
      stack.append(.branch(second, p))
      pc = first
      return true
    case .mark(let r): set(r, p)
    case .capture(let n, let r):
      captures[n].append((min(registers[r], p), max(registers[r], p)))
      stack.append(.dropCapture(n))
    case .balance(let push, let pop, let r): guard balance(push, pop, registers[r], p) else { return false }
    case .loopStart(let counter, let last):
      set(counter, 0)
      set(last, -1)
    case .loopTest(let counter, let last, let least, let most, let lazy, let exit):
      let count = registers[counter]
      if count >= least {
        // A round that consumed nothing ends the loop.
        if count >= most || registers[last] == p {
          pc = exit
          return true
        }
        stack.append(.branch(lazy ? pc + 1 : exit, p))
        if lazy {
          pc = exit
          return true
        }
      }
    case .loopEnter(let counter, let last):
      set(counter, registers[counter] + 1)
      set(last, p)
    case .backreference(let n, let fold, let dir):
      guard let c = captures[n].last else { return false }
      let length = c.end - c.start
      let from = dir > 0 ? p : p - length
      guard from >= 0, from + length <= text.count else { return false }
      for k in 0..<length where !same(text[from + k], text[c.start + k], fold) { return false }
      p += dir * length
    case .ifGroup(let n, let no):
      if captures[n].isEmpty {
        pc = no
        return true
      }
    case .enter(let height, let place):
      set(place, p)
      set(height, stack.count + 1)
    case .commit(let height, let place, let returns):
      cut(registers[height])
      if returns { p = registers[place] }
    case .reject(let height):
      let target = registers[height]
      while stack.count > target, let e = stack.popLast() { undo(e) }
      return false
    case .match: return true
    }
    pc += 1
    return true
  }

  /// Drops alternatives above a height, but keeps what must be undone later.
  private func cut(_ height: Int) {
    guard stack.count > height else { return }
    var kept = height
    for i in height..<stack.count {
      switch stack[i] {
      case .branch, .run: continue
      default:
        stack[kept] = stack[i]
        kept += 1
      }
    }
    stack.removeLast(stack.count - kept)
  }

  private func balance(_ push: Int?, _ pop: Int, _ start: Int, _ p: Int) -> Bool {
    guard let popped = captures[pop].popLast() else { return false }
    stack.append(.restoreCapture(pop, start: popped.start, end: popped.end))
    if let push {
      let low = min(start, p)
      captures[push].append((min(popped.end, low), max(popped.end, low)))
      stack.append(.dropCapture(push))
    }
    return true
  }

  /// How many characters in a row fit, up to a limit; nil only for impossible limits.
  private func take(_ node: RegexNode, _ dir: Int, _ p: Int, _ limit: Int) -> Int? {
    var n = 0
    while n < limit {
      let at = dir > 0 ? p + n : p - n - 1
      guard at >= 0, at < text.count, accepts(node, text[at]) else { break }
      n += 1
    }
    return n
  }

  /// The next length of a run: one less, or one more when lazy.
  private func resume(_ pc: Int, _ start: Int, _ count: Int) -> (Int, Int)? {
    guard case .run(let node, let dir, let least, let most, let lazy) = code[pc] else { return nil }
    if lazy {
      let at = dir > 0 ? start + count : start - count - 1
      guard count < most, at >= 0, at < text.count, accepts(node, text[at]) else { return nil }
      stack.append(.run(pc, start, count + 1))
      return (pc + 1, start + dir * (count + 1))
    }
    guard count > least else { return nil }
    if count - 1 > least { stack.append(.run(pc, start, count - 1)) }
    return (pc + 1, start + dir * (count - 1))
  }

  // MARK: Tests

  private func same(_ a: UInt32, _ b: UInt32, _ fold: Bool) -> Bool {
    a == b || (fold && RegexFold.upper(a) == RegexFold.upper(b))
  }

  private func accepts(_ node: RegexNode, _ c: UInt32) -> Bool {
    switch node {
    case .literal(let l, let fold): return same(l, c, fold)
    case .any: return true
    case .anyButNewline: return c != 0x0A
    case .set(let set, let fold):
      let ascii = options.contains(.ecmaScript)
      if set.contains(c, ascii: ascii) { return true }
      guard fold else { return false }
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
