import Basics
import Engine
import Objects

extension SessionMembers {
  static func registerInvokeCommand() {
    Catalogue.register(automation + "CommandInvocationIntrinsics") { t in
      lookups(t)
      running(t)
      actions(t)
    }
  }

  private static func intrinsics(_ v: Value) -> InvokeCommandIntrinsics? { v.asObject(InvokeCommandIntrinsics.self) }

  private static func lookups(_ t: TypeBuilder) {
    t.method(
      "System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)"
    ) { v, a in
      let kinds = CommandKinds(rawValue: Int(Enumeration.raw(a.count > 1 ? a[1] : .null)))
      return intrinsics(v)?.command(a.first?.stringOrNil ?? "", kinds).map { .object($0) } ?? .null
    }
    t.method("System.Management.Automation.CmdletInfo GetCmdlet(string commandName)") { v, a in
      intrinsics(v)?.command(a.first?.stringOrNil ?? "", .cmdlet).map { .object($0) } ?? .null
    }
    t.method("System.Object GetCommandName(string name, bool nameIsPattern, bool returnFullName)") { v, a in
      guard let i = intrinsics(v), let discovery = try? CommandDiscovery.of(i.runspace) else { return .array([]) }
      let name = a.first?.stringOrNil ?? ""
      let query = CommandQuery(name: name, state: i.state, origin: .internal)
      let found = Wildcard.containsWildcards(name) ? discovery.matching(query) : discovery.all(query)
      return .strings(found.map { $0 is ApplicationInfo ? CommandFacts.source($0) : $0.name })
    }
    t.method(
      "System.Object GetCommands(string name, System.Management.Automation.CommandTypes commandTypes, bool nameIsPattern)"
    ) { v, a in
      guard let i = intrinsics(v), let discovery = try? CommandDiscovery.of(i.runspace) else { return .array([]) }
      let kinds = CommandKinds(rawValue: Int(Enumeration.raw(a.count > 1 ? a[1] : .null)))
      let query = CommandQuery(name: a.first?.stringOrNil ?? "", state: i.state, origin: .internal, kinds: kinds)
      let isPattern = a.count > 2 && Operations.isTrue(a[2])
      return .array((isPattern ? discovery.matching(query) : discovery.all(query)).map { .object($0) })
    }
    t.method("System.Object GetCmdlets()") { v, _ in
      guard let i = intrinsics(v), let discovery = try? CommandDiscovery.of(i.runspace) else { return .array([]) }
      let query = CommandQuery(name: "*", state: i.state, origin: .internal, kinds: .cmdlet)
      return .array(discovery.matching(query).map { .object($0) })
    }
  }

  private static func running(_ t: TypeBuilder) {
    t.method("scriptblock NewScriptBlock(string scriptText)") { v, a in
      guard let i = intrinsics(v) else { return .null }
      return .object(try i.runspace.parse(a.first?.stringOrNil ?? "", state: i.state))
    }
    t.method("System.Object InvokeScript(string script)") { v, a in
      guard let i = intrinsics(v) else { return .null }
      return .array(try run(i.runspace.parse(a.first?.stringOrNil ?? "", state: i.state), [], i, newScope: true))
    }
    t.method("System.Object InvokeScript(string script, params System.Object[] args)") { v, a in
      guard let i = intrinsics(v) else { return .null }
      let block = try i.runspace.parse(a.first?.stringOrNil ?? "", state: i.state)
      return .array(
        try run(block, a.count > 1 ? a[1].asObject(PSArray.self)?.elements ?? [a[1]] : [], i, newScope: true))
    }
    t.method(
      "System.Object InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, params System.Object[] args)"
    ) { v, a in
      guard let i = intrinsics(v), a.count > 1, let block = a[1].asObject(ScriptBlock.self) else { return .null }
      let arguments = a.count > 3 ? a[3].asObject(PSArray.self)?.elements ?? [a[3]] : []
      return .array(try run(block, arguments, i, newScope: Operations.isTrue(a[0])))
    }
    t.method("string ExpandString(string source)") { v, a in
      guard let i = intrinsics(v) else { return .null }
      let text = a.first?.stringOrNil ?? ""
      if let expand = SessionExtensions.expandString { return .string(try expand(text, i.runspace)) }
      let escaped = String(text.flatMap { $0 == "\"" ? "`\"" : String($0) })
      let block = try i.runspace.parse("\"" + escaped + "\"", state: i.state)
      return try run(block, [], i, newScope: false).first ?? .null
    }
  }

  private static func run(
    _ block: ScriptBlock, _ arguments: [Value], _ i: InvokeCommandIntrinsics, newScope: Bool
  ) throws -> [Value] {
    let sink = CollectingSink()
    try i.runspace.invokeBlock(block, arguments: arguments, output: sink, newScope: newScope)
    return sink.values
  }

  private static func actions(_ t: TypeBuilder) {
    action(t, "PreCommandLookupAction", { $0.hooks.pre }) { $0.hooks.pre = $1 }
    action(t, "PostCommandLookupAction", { $0.hooks.post }) { $0.hooks.post = $1 }
    action(t, "CommandNotFoundAction", { $0.hooks.notFound }) { $0.hooks.notFound = $1 }
    t.prop("System.Object LocationChangedAction", { _ in .null }, set: { _, _ in })
    t.prop("bool HasErrors") { _ in .bool(false) }
  }

  private static func action(
    _ t: TypeBuilder, _ name: String, _ get: @escaping (CommandDiscovery) -> Value,
    set: @escaping (CommandDiscovery, Value) -> Void
  ) {
    t.prop(
      "System.Object \(name)",
      { v in
        guard let i = intrinsics(v) else { return .null }
        return get(try CommandDiscovery.of(i.runspace))
      },
      set: { v, new in
        guard let i = intrinsics(v) else { return }
        set(try CommandDiscovery.of(i.runspace), new)
        i.runspace.commandEpoch &+= 1
      })
  }

  static func registerLookups() {
    Catalogue.register(automation + "CommandLookupEventArgs") { t in
      t.prop("string CommandName") { .text($0.asObject(CommandLookupEventArgs.self)?.commandName) }
      t.prop(
        "System.Object Command", { $0.asObject(CommandLookupEventArgs.self)?.command ?? .null },
        set: { v, new in v.asObject(CommandLookupEventArgs.self)?.command = new })
      t.prop(
        "bool StopSearch", { .bool($0.asObject(CommandLookupEventArgs.self)?.stopSearch ?? false) },
        set: { v, new in v.asObject(CommandLookupEventArgs.self)?.stopSearch = Operations.isTrue(new) })
      t.prop(
        "System.Object CommandScriptBlock", { $0.asObject(CommandLookupEventArgs.self)?.commandScriptBlock ?? .null },
        set: { v, new in
          v.asObject(CommandLookupEventArgs.self)?.commandScriptBlock = new
          if !new.isNull { v.asObject(CommandLookupEventArgs.self)?.stopSearch = true }
        })
      t.prop("System.Management.Automation.CommandOrigin CommandOrigin") { _ in Enumeration.value("CommandOrigin", 1) }
    }
  }
}
