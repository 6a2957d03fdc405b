import Basics
import Diagnostics
import Objects
import Syntax

/// Running script blocks from host code.
extension Runspace: Invoker {
  /// Runs a block and writes what it gives to `output`.
  ///
  /// `newScope` false runs it in the current scope of its session state, as ForEach-Object does; then a
  /// `$_` given is set there and put back.
  public func invokeBlock(
    _ block: ScriptBlock, arguments: [Value] = [], underscore: Value? = nil, this: Value? = nil,
    input: [Value]? = nil, output: Sink, streams: Streams? = nil, newScope: Bool = true
  ) throws {
    let state: SessionState = block.sessionState ?? currentState
    let here: Scope = state.currentScope
    let scope = newScope ? Scope(parent: here, sessionState: state, isScriptScope: block.isScriptFile) : here
    var saved: [(Symbol, Value?)] = []
    func set(_ name: Symbol, _ value: Value) {
      if newScope {
        scope.variables[name] = Variable(name, value)
      } else {
        let old = scope.variables[name]
        saved.append((name, old?.value))
        if let old { old.value = value } else { scope.variables[name] = Variable(name, value) }
      }
    }
    if let underscore { set(WellKnown.underscore, underscore) }
    if let this { set(WellKnown.this, this) }
    defer {
      for (name, old) in saved {
        if let old { scope.variables[name]?.value = old } else { scope.variables.removeValue(forKey: name) }
      }
    }
    let invocation = InvocationInfo(
      command: nil, name: "", extent: block.ast.extent, source: block.source)
    let status = PipelineStatus()
    let p = ScriptProcessor(
      self, block, nil, invocation, name: block.functionName, frame: frame,
      streams: streams ?? frame?.streams ?? hostStreams, status: status, dotSource: !newScope, scope: scope)
    p.output = output
    p.expectingInput = input != nil
    try Pipeline.run([p], input: input, arguments: arguments.map { .positional($0) })
  }

  /// Runs a block with arguments and gives what it wrote.
  public func invoke(_ block: Obj, arguments: [Value], this: Value?, underscore: Value?) throws -> [Value] {
    guard let b = block as? ScriptBlock else { return [] }
    let sink = CollectingSink()
    let outer = propagateErrors
    propagateErrors = true
    defer { propagateErrors = outer }
    if let underscore, this == nil, arguments.isEmpty {
      // As the Where and ForEach methods do: in the scope that runs.
      let runner = BlockRunner(b, self, output: sink, streams: frame?.streams ?? hostStreams)
      defer { runner.finish() }
      try runner.run(underscore)
    } else {
      try invokeBlock(b, arguments: arguments, underscore: underscore, this: this, output: sink)
    }
    return sink.values
  }

  public func text(of value: Value) throws -> String { try Operations.toString(value) }

  /// `$OFS` as the scope that runs sees it.
  public func outputFieldSeparator() throws -> String {
    guard let v = currentScope.findVariable(WellKnown.ofs)?.get() else { return " " }
    return v.isNull ? " " : try Operations.toString(v)
  }

  public func typeData(for typeName: String) -> MemberTable? {
    if typeTables.isEmpty { return nil }
    return typeTables[CIString(typeName)]
  }

  /// A script block value of a literal in running code.
  public func makeScriptBlock(ast: ScriptBlockAst, in f: Frame) -> ScriptBlock {
    ScriptBlock(ast: ast, source: f.source, sessionState: f.sessionState)
  }

  /// Starts `pipeline &`.
  public func startBackgroundJob(_ pipeline: PipelineBaseAst, _ frame: Frame) throws -> Value {
    guard let jobHook else {
      throw GuestError.runtime("NotSupported", "Background jobs are not available in this session.", .NotImplemented)
    }
    return try jobHook(pipeline, frame)
  }

  /// Parses text into a block of a session state; throws a ParseException when it does not parse.
  public func parse(_ text: String, file: String? = nil, state: SessionState?) throws -> ScriptBlock {
    try parse(SourceText(text, file: file), state: state)
  }

  /// Parses a source into a block; throws a ParseException when it does not parse.
  public func parse(_ source: SourceText, state: SessionState?) throws -> ScriptBlock {
    let result = Parser.parse(source)
    if let problems = Runspace.problems(result.diagnostics) { throw Runspace.parseError(problems, source) }
    return ScriptBlock(ast: result.ast, source: source, sessionState: state)
  }

  private static func problems(_ list: [Diagnostic]) -> [Diagnostic]? {
    let errors = list.filter { $0.severity == .error }
    return errors.isEmpty ? nil : errors
  }

  /// The error of a script that does not parse.
  public static func parseError(_ problems: [Diagnostic], _ source: SourceText) -> GuestError {
    let message = DiagnosticRenderer.render(problems, in: source)
    let e = ExceptionObject(Types.named("System.Management.Automation.ParseException"), message)
    e.fields["IncompleteInput"] = .bool(problems.contains { $0.incompleteInput })
    e.fields["Errors"] = .array(problems.map { .object(ParseErrorObject($0, source)) })
    let r = ErrorRecord(e, id: problems.first?.id ?? "ParseException", category: .ParserError)
    e.errorRecord = r
    let place = InvocationInfo(command: nil, name: "", extent: problems[0].extent, source: source)
    place.isStatement = true
    r.invocation = place
    return GuestError(r)
  }

  /// The block of a script file, read at first use.
  public func load(_ script: ExternalScriptInfo) throws -> ScriptBlock {
    if let b = script.scriptBlock { return b }
    guard let bytes = ScriptFile.read(script.path) else {
      throw GuestError.runtime(
        "CommandNotFoundException",
        "The script file '\(script.path)' cannot be read.", .ObjectNotFound, target: .string(script.path),
        type: "System.Management.Automation.CommandNotFoundException")
    }
    let source = ScriptFile.utf8(bytes).map { SourceText(bytes: $0, file: script.path) }
    let b = try parse(source ?? SourceText(bytes: bytes, file: script.path), state: globalState)
    b.isScriptFile = true
    b.functionName = script.name
    script.scriptBlock = b
    return b
  }
}

/// A mistake in a script, as ParseException.Errors lists it.
public final class ParseErrorObject: Obj {
  public let diagnostic: Diagnostic
  public let source: SourceText
  public init(_ diagnostic: Diagnostic, _ source: SourceText) {
    self.diagnostic = diagnostic
    self.source = source
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.Language.ParseError") }
  public override func text() throws -> String? { DiagnosticRenderer.render([diagnostic], in: source) }
}
