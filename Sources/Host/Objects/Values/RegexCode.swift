/// One step of the room's own matcher.
enum RegexOp {
  /// One character, taken in a direction (1 or -1).
  case one(RegexNode, Int)
  /// Up to `most` characters of one kind.
  case run(RegexNode, Int, least: Int, most: Int, lazy: Bool)
  case anchor(RegexAnchor)
  case jump(Int)
  /// Goes on with the first; the second is tried when that fails.
  case fork(Int, Int)
  /// Remembers the position in a register.
  case mark(Int)
  /// Ends a capture that began at the register's position.
  case capture(Int, Int)
  case balance(push: Int?, pop: Int, Int)
  case loopStart(counter: Int, last: Int)
  /// Decides between another round (the next step) and the exit.
  case loopTest(counter: Int, last: Int, least: Int, most: Int, lazy: Bool, exit: Int)
  case loopEnter(counter: Int, last: Int)
  case backreference(Int, Bool, Int)
  case ifGroup(Int, no: Int)
  /// Remembers how high the stack of alternatives is, and the position.
  case enter(height: Int, place: Int)
  /// Forgets the alternatives since `enter`; a look-around returns to its place.
  case commit(height: Int, place: Int, returns: Bool)
  /// Undoes everything since `enter` and fails: the end of a negative look-around.
  case reject(height: Int)
  case match
}

/// Turns nodes into steps.
struct RegexCompiler {
  private(set) var code: [RegexOp] = []
  private(set) var registers = 0

  init(_ root: RegexNode, rightToLeft: Bool) {
    compile(root, rightToLeft ? -1 : 1)
    code.append(.match)
  }

  private mutating func register() -> Int {
    registers += 1
    return registers - 1
  }

  private mutating func compile(_ node: RegexNode, _ dir: Int) {
    switch node {
    case .empty: break
    case .literal, .set, .any, .anyButNewline: code.append(.one(node, dir))
    case .anchor(let a): code.append(.anchor(a))
    case .sequence(let parts): for p in dir > 0 ? parts : parts.reversed() { compile(p, dir) }
    case .choice(let branches): choice(branches, dir)
    case .group(let body): compile(body, dir)
    case .capture(let n, let body):
      let r = register()
      code.append(.mark(r))
      compile(body, dir)
      code.append(.capture(n, r))
    case .balance(let push, let pop, let body):
      let r = register()
      code.append(.mark(r))
      compile(body, dir)
      code.append(.balance(push: push, pop: pop, r))
    case .loop(let body, let least, let most, let lazy): loop(body, least, most, lazy, dir)
    case .look(let body, let ahead, let negative):
      if negative { negativeLook(body, ahead) } else { positive(body, ahead ? 1 : -1, returns: true) }
    case .atomic(let body): positive(body, dir, returns: false)
    case .backreference(let n, let fold): code.append(.backreference(n, fold, dir))
    case .ifGroup(let n, let yes, let no):
      let test = code.count
      code.append(.match)
      branches(yes, no, dir, at: test) { .ifGroup(n, no: $0) }
    case .ifLook(let condition, let yes, let no): ifLook(condition, yes, no, dir)
    }
  }

  private mutating func choice(_ branches: [RegexNode], _ dir: Int) {
    var ends: [Int] = []
    for (i, b) in branches.enumerated() {
      if i == branches.count - 1 {
        compile(b, dir)
        break
      }
      let fork = code.count
      code.append(.match)
      compile(b, dir)
      ends.append(code.count)
      code.append(.match)
      code[fork] = .fork(fork + 1, code.count)
    }
    for e in ends { code[e] = .jump(code.count) }
  }

  /// `yes`, a jump over `no`, `no`; the step at `at` learns where `no` begins.
  private mutating func branches(
    _ yes: RegexNode, _ no: RegexNode, _ dir: Int, at: Int, _ step: (Int) -> RegexOp
  ) {
    compile(yes, dir)
    let jump = code.count
    code.append(.match)
    code[at] = step(code.count)
    compile(no, dir)
    code[jump] = .jump(code.count)
  }

  private mutating func loop(_ body: RegexNode, _ least: Int, _ most: Int, _ lazy: Bool, _ dir: Int) {
    switch body {
    case .literal, .set, .any, .anyButNewline:
      code.append(.run(body, dir, least: least, most: most, lazy: lazy))
      return
    default: break
    }
    let counter = register()
    let last = register()
    code.append(.loopStart(counter: counter, last: last))
    let test = code.count
    code.append(.match)
    code.append(.loopEnter(counter: counter, last: last))
    compile(body, dir)
    code.append(.jump(test))
    code[test] = .loopTest(
      counter: counter, last: last, least: least, most: most, lazy: lazy, exit: code.count)
  }

  private mutating func positive(_ body: RegexNode, _ dir: Int, returns: Bool) {
    let height = register()
    let place = register()
    code.append(.enter(height: height, place: place))
    compile(body, dir)
    code.append(.commit(height: height, place: place, returns: returns))
  }

  private mutating func negativeLook(_ body: RegexNode, _ ahead: Bool) {
    let height = register()
    let place = register()
    code.append(.enter(height: height, place: place))
    let fork = code.count
    code.append(.match)
    compile(body, ahead ? 1 : -1)
    code.append(.reject(height: height))
    code[fork] = .fork(fork + 1, code.count)
  }

  private mutating func ifLook(_ condition: RegexNode, _ yes: RegexNode, _ no: RegexNode, _ dir: Int) {
    guard case .look(let body, let ahead, let negative) = condition else { return }
    let height = register()
    let place = register()
    code.append(.enter(height: height, place: place))
    let fork = code.count
    code.append(.match)
    compile(body, ahead ? 1 : -1)
    code.append(.commit(height: height, place: place, returns: true))
    branches(negative ? no : yes, negative ? yes : no, dir, at: fork) { .fork(fork + 1, $0) }
  }
}
