import Basics
import Diagnostics
import Objects
import Syntax

/// Members of the engine's own types as scripts see them.
enum EngineMembers {
  // Registered once on the engine thread.
  nonisolated(unsafe) private static var isDone = false

  static func register() {
    if isDone { return }
    isDone = true
    Catalogue.register("System.Management.Automation.ScriptBlock", scriptBlock)
    Catalogue.register("System.Management.Automation.InvocationInfo", invocationInfo)
    Catalogue.register("System.Management.Automation.InformationRecord", information)
    Catalogue.register("System.Management.Automation.HostInformationMessage") { t in
      func me(_ v: Value) -> HostInformationMessage? { v.asObject(HostInformationMessage.self) }
      t.prop("string Message") { .string(me($0)?.message ?? "") }
      t.prop("bool NoNewLine") { .bool(me($0)?.noNewLine ?? false) }
      t.prop("object ForegroundColor") { v in color(me(v)?.foreground) }
      t.prop("object BackgroundColor") { v in color(me(v)?.background) }
    }
    for kind in ["Warning", "Verbose", "Debug"] {
      Catalogue.register("System.Management.Automation.\(kind)Record") { t in
        t.prop("string Message") { .string($0.asObject(MessageRecord.self)?.message ?? "") }
        t.prop("System.Management.Automation.InvocationInfo InvocationInfo") { v in
          v.asObject(MessageRecord.self)?.invocation.map { .object($0) } ?? .null
        }
        if kind == "Warning" {
          t.prop("string FullyQualifiedWarningId") {
            .string($0.asObject(MessageRecord.self)?.fullyQualifiedWarningId ?? "")
          }
        }
      }
    }
    Catalogue.register("System.Management.Automation.ProgressRecord", progress)
    Catalogue.register("System.Management.Automation.Language.ParseError") { t in
      func me(_ v: Value) -> ParseErrorObject? { v.asObject(ParseErrorObject.self) }
      t.prop("string ErrorId") { .string(me($0)?.diagnostic.id ?? "") }
      t.prop("string Message") { .string(me($0)?.diagnostic.message ?? "") }
      t.prop("bool IncompleteInput") { .bool(me($0)?.diagnostic.incompleteInput ?? false) }
    }
    PSCmdletObject.register()
    AttributeTypes.register()
  }

  private static func color(_ n: Int?) -> Value {
    guard let n else { return .null }
    return .object(EnumValue(Types.named("System.ConsoleColor"), Int64(n)))
  }

  private static func block(_ v: Value) throws -> ScriptBlock {
    guard let b = v.asObject(ScriptBlock.self) else {
      throw GuestError.exception("System.InvalidOperationException", "The object is not a script block.")
    }
    return b
  }

  private static func running() throws -> Runspace {
    guard let r = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace to run scripts in this thread.")
    }
    return r
  }

  private static func list(_ v: Value) -> [Value] {
    v.asObject(PSArray.self)?.elements ?? v.asObject(PSList.self)?.elements ?? (v.isNull ? [] : [v])
  }

  private static func scriptBlock(_ t: TypeBuilder) {
    t.fixed("scriptblock Create(string script)") { a in
      let r = try running()
      return .object(try r.parse(a[0].stringOrNil ?? "", state: r.currentState))
    }
    t.method("System.Collections.ObjectModel.Collection[psobject] Invoke(params object[] args)") { s, a in
      let r = try running()
      let values = try r.invoke(try block(s), arguments: list(a[0]), this: nil, underscore: nil)
      let name = "System.Collections.ObjectModel.Collection[psobject]"
      return .object(PSList(TypeResolver.resolve(name, usingNamespaces: []) ?? Types.arrayList, values))
    }
    t.method("object InvokeReturnAsIs(params object[] args)") { s, a in
      let values = try running().invoke(try block(s), arguments: list(a[0]), this: nil, underscore: nil)
      return values.isEmpty ? .nothing : values.count == 1 ? values[0] : .array(values)
    }
    t.method(
      "System.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary "
        + "functionsToDefine, object variablesToDefine, params object[] args)"
    ) { s, a in
      let values = try running().invokeWithContext(
        try block(s), functions: a[0].asObject(PSDictionary.self), variables: list(a[1]), arguments: list(a[2]))
      let name = "System.Collections.ObjectModel.Collection[psobject]"
      return .object(PSList(TypeResolver.resolve(name, usingNamespaces: []) ?? Types.arrayList, values))
    }
    t.method("scriptblock GetNewClosure()") { s, _ in .object(try running().closure(of: try block(s))) }
    t.prop("bool IsFilter") { .bool(try block($0).isFilter) }
    t.prop("bool IsConfiguration") { .bool(try block($0).ast.isConfiguration) }
    t.prop("string File") { v in try block(v).file.map { .string($0) } ?? .null }
    t.prop("psmoduleinfo Module") { v in try block(v).sessionState?.module.map { .object($0) } ?? .null }
    t.prop(
      "bool DebuggerHidden", { .bool(try block($0).debuggerHidden) },
      set: { try block($0).debuggerHidden = Operations.isTrue($1) })
    t.prop("guid Id") { _ in .null }
  }

  private static func invocationInfo(_ t: TypeBuilder) {
    func me(_ v: Value) -> InvocationInfo? { v.asObject(InvocationInfo.self) }
    func number(_ n: Int?) -> Value { .int(Int32(truncatingIfNeeded: n ?? 0)) }
    t.prop("System.Management.Automation.CommandInfo MyCommand") { v in me(v)?.myCommand.map { .object($0) } ?? .null }
    t.prop("object BoundParameters") { v in me(v).map { .object($0.boundParameters()) } ?? .null }
    t.prop("object UnboundArguments") { v in
      .object(PSList(Runspace.listOfObject, me(v)?.unboundArguments ?? []))
    }
    t.prop("string ScriptName") { .string(me($0)?.scriptName ?? "") }
    t.prop("int ScriptLineNumber") { number(me($0)?.scriptLineNumber) }
    t.prop("int OffsetInLine") { number(me($0)?.offsetInLine) }
    t.prop("long HistoryId") { .long(Int64(me($0)?.historyId ?? 0)) }
    t.prop("string Line") { .string(me($0)?.lineWithEnd ?? "") }
    t.prop("string Statement") { .string(me($0)?.statement ?? "") }
    t.prop("string PositionMessage") { .string(me($0)?.positionMessage ?? "") }
    t.prop("string PSScriptRoot") { .string(me($0)?.psScriptRoot ?? "") }
    t.prop("string PSCommandPath") { .string(me($0)?.psCommandPath ?? "") }
    t.prop("string InvocationName") { .string(me($0)?.invocationName ?? "") }
    t.prop("int PipelineLength") { number(me($0)?.pipelineLength) }
    t.prop("int PipelinePosition") { number(me($0)?.pipelinePosition) }
    t.prop("bool ExpectingInput") { .bool(me($0)?.expectingInput ?? false) }
    t.prop("System.Management.Automation.CommandOrigin CommandOrigin") { v in
      let type = Types.named("System.Management.Automation.CommandOrigin")
      return .object(EnumValue(type, me(v)?.commandOrigin == .runspace ? 0 : 1))
    }
    t.prop(
      "object DisplayScriptPosition", { me($0)?.displayPosition ?? .null },
      set: { me($0)?.displayPosition = $1 })
  }

  private static func information(_ t: TypeBuilder) {
    func me(_ v: Value) -> InformationRecord? { v.asObject(InformationRecord.self) }
    t.prop("object MessageData") { me($0)?.messageData ?? .null }
    t.prop("string Source") { .string(me($0)?.source ?? "") }
    t.prop("object Tags") { v in .object(PSList(Runspace.listOfObject, (me(v)?.tags ?? []).map { .string($0) })) }
    t.prop("datetime TimeGenerated") { v in
      let ticks = Int64(((me(v)?.time ?? 0) * 1e7).rounded()) &+ 621_355_968_000_000_000
      return .dateTime(ticks: ticks &+ LocalZone.offset(atUniversal: ticks), .local)
    }
    t.prop("string User") { _ in .string(ScriptFile.userName) }
    t.prop("string Computer") { _ in .string(ScriptFile.hostName) }
    t.prop("uint ProcessId") { _ in .scalar(.uint32, UInt64(ScriptFile.processId)) }
    t.prop("uint NativeThreadId") { _ in .scalar(.uint32, UInt64(ScriptFile.processId)) }
    t.prop("uint ManagedThreadId") { _ in .scalar(.uint32, 1) }
  }

  private static func progress(_ t: TypeBuilder) {
    func me(_ v: Value) -> ProgressRecord? { v.asObject(ProgressRecord.self) }
    func number(_ n: Int?) -> Value { .int(Int32(truncatingIfNeeded: n ?? 0)) }
    func int(_ v: Value) -> Int { if case .int(let i) = v { Int(i) } else { 0 } }
    t.new("(int activityId, string activity, string statusDescription)") { a in
      let r = ProgressRecord(activity: a[1].stringOrNil ?? "", status: a[2].stringOrNil ?? "")
      r.activityId = int(a[0])
      return .object(r)
    }
    t.prop("int ActivityId") { number(me($0)?.activityId) }
    t.prop(
      "int ParentActivityId", { number(me($0)?.parentActivityId) }, set: { me($0)?.parentActivityId = int($1) })
    t.prop("string Activity", { .string(me($0)?.activity ?? "") }, set: { me($0)?.activity = $1.stringOrNil ?? "" })
    t.prop(
      "string StatusDescription", { .string(me($0)?.status ?? "") }, set: { me($0)?.status = $1.stringOrNil ?? "" })
    t.prop(
      "string CurrentOperation", { .string(me($0)?.currentOperation ?? "") },
      set: { me($0)?.currentOperation = $1.stringOrNil ?? "" })
    t.prop("int PercentComplete", { number(me($0)?.percentComplete) }, set: { me($0)?.percentComplete = int($1) })
    t.prop("int SecondsRemaining", { number(me($0)?.secondsRemaining) }, set: { me($0)?.secondsRemaining = int($1) })
    t.prop("object RecordType") { v in
      .object(
        EnumValue(Types.named("System.Management.Automation.ProgressRecordType"), me(v)?.isCompleted == true ? 1 : 0))
    }
  }
}
