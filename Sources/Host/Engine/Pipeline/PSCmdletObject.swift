import Basics
import Objects

/// `$PSCmdlet`: the runtime of an advanced function as scripts see it.
public final class PSCmdletObject: Obj {
  public let runtime: CommandRuntime
  public init(_ runtime: CommandRuntime) { self.runtime = runtime }
  public override var typeInfo: TypeInfo { Types.named(PSCmdletObject.fullName) }
  static let fullName = "System.Management.Automation.PSScriptCmdlet"
  // Registered once on the engine thread.
  nonisolated(unsafe) private static var isRegistered = false

  static func register() {
    if isRegistered { return }
    isRegistered = true
    Catalogue.register(fullName) { t in
      writing(t)
      asking(t)
      facts(t)
    }
    Catalogue.register("System.Management.Automation.PagingParameters") { t in
      t.prop("ulong Skip") { $0.asObject(PagingObject.self)?.number("Skip", 0) ?? .null }
      t.prop("ulong First") { $0.asObject(PagingObject.self)?.number("First", UInt64.max) ?? .null }
      t.prop("switch IncludeTotalCount") { v in
        let paging = v.asObject(PagingObject.self)?.runtime.paging
        return .switchParameter(paging?["IncludeTotalCount"].map { Operations.isTrue($0) } ?? false)
      }
      t.method("psobject NewTotalCount(ulong totalCount, double accuracy)") { _, a in a[0] }
    }
  }

  private static func runtime(_ v: Value) throws -> CommandRuntime {
    guard let o = v.asObject(PSCmdletObject.self) else {
      throw GuestError.exception("System.InvalidOperationException", "The command is no longer running.")
    }
    return o.runtime
  }

  private static func text(_ v: Value) -> String { v.isNull ? "" : ((try? Operations.toString(v)) ?? "") }

  private static func writing(_ t: TypeBuilder) {
    t.action("WriteObject(object sendToPipeline)") { s, a in try runtime(s).output.write(a[0].orNull) }
    t.action("WriteObject(object sendToPipeline, bool enumerateCollection)") { s, a in
      let r = try runtime(s)
      if Operations.isTrue(a[1]) { try r.output.writeEnumerated(a[0]) } else { try r.output.write(a[0].orNull) }
    }
    t.action("WriteError(System.Management.Automation.ErrorRecord errorRecord)") { s, a in
      guard let r = a[0].asObject(ErrorRecord.self) else {
        throw GuestError.exception(
          "System.ArgumentNullException", "Value cannot be null. (Parameter 'errorRecord')")
      }
      try runtime(s).writeError(r)
    }
    t.action("ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)") { s, a in
      guard let r = a[0].asObject(ErrorRecord.self) else {
        throw GuestError.exception(
          "System.ArgumentNullException", "Value cannot be null. (Parameter 'errorRecord')")
      }
      try runtime(s).throwTerminating(ErrorRecord(copying: r))
    }
    t.action("WriteWarning(string text)") { s, a in try runtime(s).writeWarning(text(a[0])) }
    t.action("WriteVerbose(string text)") { s, a in try runtime(s).writeVerbose(text(a[0])) }
    t.action("WriteDebug(string text)") { s, a in try runtime(s).writeDebug(text(a[0])) }
    t.action("WriteCommandDetail(string text)") { _, _ in }
    t.action("WriteInformation(System.Management.Automation.InformationRecord informationRecord)") { s, a in
      if let r = a[0].asObject(InformationRecord.self) { try runtime(s).writeInformation(r) }
    }
    t.action("WriteInformation(object messageData, string[] tags)") { s, a in
      let tags = a[1].asObject(PSArray.self)?.elements.map(text) ?? []
      try runtime(s).writeInformation(a[0], tags: tags)
    }
    t.action("WriteProgress(System.Management.Automation.ProgressRecord progressRecord)") { s, a in
      if let r = a[0].asObject(ProgressRecord.self) { try runtime(s).writeProgress(r) }
    }
  }

  private static func asking(_ t: TypeBuilder) {
    t.method("bool ShouldProcess(string target)") { s, a in .bool(try runtime(s).shouldProcess(text(a[0]))) }
    t.method("bool ShouldProcess(string target, string action)") { s, a in
      .bool(try runtime(s).shouldProcess(text(a[0]), text(a[1])))
    }
    t.method("bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)") { s, a in
      .bool(
        try runtime(s).shouldProcess(description: text(a[0]), query: text(a[1]), caption: text(a[2])))
    }
    t.method("bool ShouldContinue(string query, string caption)") { s, a in
      .bool(try runtime(s).shouldContinue(text(a[0]), text(a[1])))
    }
    t.method("bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll)") { s, a in
      guard let yes = a[2].asObject(PSReference.self), let no = a[3].asObject(PSReference.self) else {
        return .bool(false)
      }
      var y = Operations.isTrue(try yes.get())
      var n = Operations.isTrue(try no.get())
      let answer = try runtime(s).shouldContinue(text(a[0]), text(a[1]), yesToAll: &y, noToAll: &n)
      try yes.set(.bool(y))
      try no.set(.bool(n))
      return .bool(answer)
    }
  }

  private static func facts(_ t: TypeBuilder) {
    t.prop("string ParameterSetName") { .string(try runtime($0).parameterSetName) }
    t.prop("System.Management.Automation.InvocationInfo MyInvocation") { .object(try runtime($0).invocation) }
    t.prop("System.Management.Automation.SessionState SessionState") { .object(try runtime($0).scope.sessionState) }
    t.prop("System.Management.Automation.PagingParameters PagingParameters") { v in
      let r = try runtime(v)
      return r.metadata?.supportsPaging == true ? .object(PagingObject(r)) : .null
    }
    t.prop("System.Management.Automation.CommandOrigin CommandOrigin") { _ in
      .object(EnumValue(Types.named("System.Management.Automation.CommandOrigin"), 1))
    }
    t.prop("bool Stopping") { .bool(try runtime($0).isStopping) }
    t.prop("object Host") { v in try runtime(v).runspace.variable("Host", in: try runtime(v).scope)?.get() ?? .null }
    t.prop("object InvokeCommand") { v in
      let r = try runtime(v)
      guard let context = r.runspace.variable("ExecutionContext", in: r.scope)?.get() else { return .null }
      return try MemberAccess.get(context, "InvokeCommand") ?? .null
    }
    t.prop("object InvokeProvider") { v in
      let r = try runtime(v)
      guard let context = r.runspace.variable("ExecutionContext", in: r.scope)?.get() else { return .null }
      return try MemberAccess.get(context, "InvokeProvider") ?? .null
    }
    t.method("object GetVariableValue(string name)") { s, a in
      let r = try runtime(s)
      return r.runspace.variable(text(a[0]), in: r.scope)?.get() ?? .null
    }
    t.method("object GetVariableValue(string name, object defaultValue)") { s, a in
      let r = try runtime(s)
      return r.runspace.variable(text(a[0]), in: r.scope)?.get() ?? a[1]
    }
    t.method("string GetUnresolvedProviderPathFromPSPath(string path)") { s, a in
      .string(try runtime(s).runspace.resolvePath(text(a[0])))
    }
    t.prop("string CurrentPSTransaction") { _ in .null }
  }
}

/// `$PSCmdlet.PagingParameters`.
final class PagingObject: Obj {
  let runtime: CommandRuntime
  init(_ runtime: CommandRuntime) { self.runtime = runtime }
  override var typeInfo: TypeInfo { Types.named("System.Management.Automation.PagingParameters") }
  func number(_ name: String, _ otherwise: UInt64) -> Value { runtime.paging[name] ?? .scalar(.uint64, otherwise) }
}

extension ErrorRecord {
  /// A record that says the same and can be raised anew.
  convenience init(copying r: ErrorRecord) {
    self.init(r.exception, id: r.errorId, category: r.category, target: r.target)
    activity = r.activity
    reason = r.reason
    targetName = r.targetName
    targetTypeName = r.targetTypeName
    detailsMessage = r.detailsMessage
    recommendedAction = r.recommendedAction
    commandClass = r.commandClass
    invocation = r.invocation
    scriptStackTrace = r.scriptStackTrace
  }
}
