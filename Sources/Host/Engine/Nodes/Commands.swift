import Basics
import Diagnostics
import Objects
import Syntax

/// One argument of a command in the source.
struct ArgumentPart {
  let site: ArgumentSite
  /// Computes the value; nil for a parameter without one.
  let value: Node?
}

/// A redirection in the source.
enum RedirectionPart {
  case merge(from: Int, to: Int)
  case file(from: Int, path: Node, append: Bool)

  func evaluate(_ f: Frame) throws -> Redirection {
    switch self {
    case .merge(let from, let to): return .merge(from: from, to: to)
    case .file(let from, let path, let append):
      return .file(from: from, path: try path.eval(f), append: append)
    }
  }
}

/// One command of a pipeline in the source.
final class CommandPart {
  let site: CommandSite
  /// Computes what to run when the name is not constant.
  let target: Node?
  let arguments: [ArgumentPart]
  let redirections: [RedirectionPart]
  init(_ site: CommandSite, target: Node?, arguments: [ArgumentPart], redirections: [RedirectionPart]) {
    self.site = site
    self.target = target
    self.arguments = arguments
    self.redirections = redirections
  }

  func evaluateArguments(_ f: Frame) throws -> [Argument] {
    if arguments.isEmpty { return [] }
    var result: [Argument] = []
    result.reserveCapacity(arguments.count)
    for a in arguments { result.append(Argument(a.site, try a.value?.eval(f) ?? .null)) }
    return result
  }

  func element(_ f: Frame) throws -> PipelineElement {
    let what = try target?.eval(f) ?? .null
    return PipelineElement(
      site, target: what, arguments: try evaluateArguments(f),
      redirections: try redirections.map { try $0.evaluate(f) })
  }
}

/// Something that writes to a sink when it runs and whose value is what it wrote.
class WriterNode: Node {
  /// Runs and writes to the sink.
  func write(_ f: Frame, to sink: Sink) throws {}

  override final func eval(_ f: Frame) throws -> Value {
    let sink = CollectingSink()
    try write(f, to: sink)
    return sink.result
  }
  override final func emit(_ f: Frame) throws { try write(f, to: f.output) }
  override final func discard(_ f: Frame) throws { try write(f, to: NullSink.shared) }
}

/// One command without redirections.
final class CommandNode: WriterNode {
  let part: CommandPart
  /// Whether it is written like a method call, `f(1, 2)`, which strict mode refuses.
  let looksLikeMethod: Bool
  init(_ part: CommandPart, looksLikeMethod: Bool) {
    self.part = part
    self.looksLikeMethod = looksLikeMethod
  }
  override func write(_ f: Frame, to sink: Sink) throws {
    if looksLikeMethod, f.strictVersion >= 2 {
      throw GuestError.runtime(
        "StrictModeFunctionCallWithParens",
        "The function or command was called as if it were a method. Parameters should be separated by spaces. "
          + "For information about parameters, see the about_Parameters Help topic.")
    }
    let target = try part.target?.eval(f) ?? .null
    let arguments = try part.evaluateArguments(f)
    f.position = part.site.extent
    try f.runspace.runCommand(part.site, target: target, arguments: arguments, frame: f, output: sink)
  }
}

/// Commands connected by `|`, perhaps fed by an expression.
final class PipelineNode: WriterNode {
  let input: Node?
  let inputRedirections: [RedirectionPart]
  let parts: [CommandPart]
  let extent: Extent
  init(input: Node?, inputRedirections: [RedirectionPart], parts: [CommandPart], extent: Extent) {
    self.input = input
    self.inputRedirections = inputRedirections
    self.parts = parts
    self.extent = extent
  }

  override func write(_ f: Frame, to sink: Sink) throws {
    let input = try makeInput(f)
    var elements: [PipelineElement] = []
    elements.reserveCapacity(parts.count)
    for p in parts { elements.append(try p.element(f)) }
    f.position = extent
    try f.runspace.runPipeline(input: input, elements: elements, frame: f, output: sink)
  }

  private func makeInput(_ f: Frame) throws -> PipelineInput {
    guard let input else { return .none }
    if !inputRedirections.isEmpty {
      let redirections = try inputRedirections.map { try $0.evaluate(f) }
      return .producer { sink in
        try f.runspace.withRedirections(redirections, frame: f, output: sink) { try $0.writeEnumerated(input.eval(f)) }
      }
    }
    if let range = input as? RangeNode {
      let a = try range.low.eval(f)
      let b = try range.high.eval(f)
      guard let (low, high) = try Operations.rangeBounds(a, b) else { return .value(try Operations.range(a, b)) }
      return .producer { try PipelineNode.count(low, high, to: $0, f) }
    }
    return .value(try input.eval(f))
  }

  /// Feeds a range without making the array.
  private static func count(_ low: Int32, _ high: Int32, to sink: Sink, _ f: Frame) throws {
    let step = low <= high ? 1 : -1
    var i = Int(low)
    let end = Int(high) + step
    while i != end {
      if f.runspace.stopRequested { try f.runspace.checkStop() }
      try sink.write(.int(Int32(truncatingIfNeeded: i)))
      i += step
    }
  }
}

/// An expression with redirections: `(expr) 2>&1`.
final class RedirectedNode: WriterNode {
  let inner: Node
  let redirections: [RedirectionPart]
  init(_ inner: Node, _ redirections: [RedirectionPart]) {
    self.inner = inner
    self.redirections = redirections
  }
  override func write(_ f: Frame, to sink: Sink) throws {
    let list = try redirections.map { try $0.evaluate(f) }
    try f.runspace.withRedirections(list, frame: f, output: sink) { redirected in
      let saved = f.output
      f.output = redirected
      defer { f.output = saved }
      try inner.emit(f)
    }
  }
}

/// `a && b` and `a || b`.
final class ChainNode: WriterNode {
  let left: Node
  let right: Node
  let isAnd: Bool
  let leftExtent: Extent
  let rightExtent: Extent
  /// Which side is a plain expression, whose success sets `$?`.
  let leftSetsSuccess: Bool
  let rightSetsSuccess: Bool
  init(
    _ left: Node, _ leftExtent: Extent, leftSetsSuccess: Bool, _ right: Node, _ rightExtent: Extent,
    rightSetsSuccess: Bool, isAnd: Bool
  ) {
    self.left = left
    self.right = right
    self.isAnd = isAnd
    self.leftExtent = leftExtent
    self.rightExtent = rightExtent
    self.leftSetsSuccess = leftSetsSuccess
    self.rightSetsSuccess = rightSetsSuccess
  }

  override func write(_ f: Frame, to sink: Sink) throws {
    let saved = f.output
    f.output = sink
    defer { f.output = saved }
    try side(left, leftExtent, leftSetsSuccess, f)
    if f.runspace.questionMark == isAnd { try side(right, rightExtent, rightSetsSuccess, f) }
  }

  private func side(_ node: Node, _ extent: Extent, _ setsSuccess: Bool, _ f: Frame) throws {
    do {
      try node.emit(f)
      if setsSuccess { f.runspace.questionMark = true }
    } catch let e as GuestError {
      try f.statementFailed(e, extent)
    }
  }
}

/// `pipeline &`: gives the job.
final class BackgroundNode: Node {
  let ast: PipelineBaseAst
  init(_ ast: PipelineBaseAst) { self.ast = ast }
  override func eval(_ f: Frame) throws -> Value { try f.runspace.startBackgroundJob(ast, f) }
}

/// `{ … }` as a value.
final class ScriptBlockNode: Node {
  let prototype: ScriptBlock
  init(_ prototype: ScriptBlock) { self.prototype = prototype }
  override func eval(_ f: Frame) throws -> Value { .object(prototype.bound(to: f.sessionState)) }
}

/// `function NAME { … }`.
final class FunctionNode: StatementNode {
  let name: String
  let isFilter: Bool
  let prototype: ScriptBlock
  private let place: VariablePath.Scope
  init(_ path: String, isFilter: Bool, prototype: ScriptBlock, _ extent: Extent) {
    self.isFilter = isFilter
    self.prototype = prototype
    let parts = VariablePath(path)
    place = parts.scope
    // `function:name` is the name in the drive of functions.
    let isFunctionDrive = parts.driveName.map { CaseFold.equal($0, "function") } ?? false
    name = parts.scope != .unspecified || isFunctionDrive ? parts.name : path
    super.init(extent)
    prototype.functionName = name
  }
  override func run(_ f: Frame) throws -> Flow {
    let scope: Scope
    switch place {
    case .global: scope = f.runspace.globalState.rootScope
    case .script: scope = f.scope.scriptScope
    default: scope = f.scope
    }
    let block = prototype.bound(to: f.sessionState)
    block.functionName = name
    let options: ItemOptions? = place == .private ? .isPrivate : nil
    try scope.defineFunction(name, block, isFilter: isFilter, options: options, module: f.sessionState.module)
    return .next
  }
}

/// A nested statement list in a scope of its own name: `data NAME { … }`.
final class DataNode: StatementNode {
  let place: PlaceNode?
  let body: CaptureNode
  init(_ place: PlaceNode?, body: StatementNode, _ extent: Extent) {
    self.place = place
    self.body = CaptureNode(body)
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    let v = try body.eval(f)
    if let place { try place.assign(f, v) } else { try f.output.writeEnumerated(v) }
    return .next
  }
}

/// A statement that only raises an error: what the parser could not read, or what a platform lacks.
final class FailingStatement: StatementNode {
  let error: () -> GuestError
  init(_ extent: Extent, _ error: @escaping () -> GuestError) {
    self.error = error
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow { throw error() }
}

/// `using module …`, run where the script starts.
final class UsingModuleNode: StatementNode {
  let specification: Node
  init(_ specification: Node, _ extent: Extent) {
    self.specification = specification
    super.init(extent)
  }
  override func run(_ f: Frame) throws -> Flow {
    let v = try specification.eval(f)
    guard let module = try f.runspace.usingModuleHook?(v, f.source.file, f.sessionState) else { return .next }
    guard let types = module.sessionState?.rootScope.types else { return .next }
    var known = f.scope.types ?? [:]
    for (name, type) in types { known[name] = type }
    f.scope.types = known
    return .next
  }
}
