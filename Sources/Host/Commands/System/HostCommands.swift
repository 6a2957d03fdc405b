import Basics
import Diagnostics
import Engine
import Formatting
import Objects
import Session

/// Get-Host.
final class GetHost: Cmdlet {
  override func process() throws { try write(.object(HostObject.host)) }
}

/// Read-Host.
final class ReadHost: Cmdlet {
  override func process() throws {
    var prompt: String?
    if has("Prompt") {
      let v = arg("Prompt")
      prompt = try (Operations.elements(v) ?? [v]).map { try Operations.toString($0) }.joined(separator: " ") + ": "
    }
    let isSecret = flag("AsSecureString") || flag("MaskInput")
    guard let line = try engine.host.readLine(prompt: prompt, secure: isSecret) else { return }
    if flag("AsSecureString") { return try write(.object(SecureStringObject(line))) }
    try write(.string(line))
  }
}

/// Get-Culture.
final class GetCulture: Cmdlet {
  override func process() throws {
    let names = strings("Name")
    if names.isEmpty { return try write(.object(CultureObject.current)) }
    for n in names {
      let type = Types.cultureInfo
      do {
        try write(try MemberAccess.invokeStatic(type, "GetCultureInfo", [.string(n)]))
      } catch let e as GuestError where !e.record.isPreferenceStop {
        try writeError(
          error(
            "ItemNotFoundException", e.record.exception.message, .ObjectNotFound, target: .string(n),
            type: "System.Globalization.CultureNotFoundException"))
      }
    }
  }
}

/// Get-UICulture.
final class GetUICulture: Cmdlet {
  override func process() throws { try write(.object(CultureObject.current)) }
}

/// Get-Verb.
final class GetVerb: Cmdlet {
  override func process() throws {
    let patterns = try (has("Verb") ? strings("Verb") : ["*"]).map { try Operations.wildcard($0, true) }
    let groups = strings("Group").map { $0.lowercased() }
    for v in FactTables.verbs {
      guard patterns.contains(where: { $0.matches(v.name) }) else { continue }
      if !groups.isEmpty, !groups.contains(v.group.lowercased()) { continue }
      let o = PSCustomObject([
        ("Verb", .string(v.name)), ("AliasPrefix", .string(v.aliasPrefix)), ("Group", .string(v.group)),
        ("Description", .string(v.description)),
      ])
      o.typeNames = [
        "System.Management.Automation.VerbInfo", "System.Management.Automation.PSCustomObject", "System.Object",
      ]
      try write(.object(o))
    }
  }
}

/// Get-Error.
final class GetErrorCommand: Cmdlet {
  override func process() throws {
    if has("InputObject") {
      if let e = arg("InputObject").asObject(ErrorRecord.self) { try show(e) }
      return
    }
    for v in engine.errors.elements.prefix(int("Newest") ?? 1) {
      if let e = v.asObject(ErrorRecord.self) { try show(e) }
    }
  }

  private func show(_ e: ErrorRecord) throws {
    let copy = PSObjectView.copy(.object(e))
    if let o = copy.object, o !== e {
      o.typeNames = ["System.Management.Automation.ErrorRecord#PSExtendedError"] + TypeNameList.names(of: copy)
    }
    try write(copy)
  }
}

/// One call of the stack as Get-PSCallStack gives it.
final class CallStackFrame: Obj {
  let frame: Frame
  let command: String
  let functionName: String
  let line: Int
  let file: String?
  init(_ frame: Frame) {
    self.frame = frame
    functionName = frame.functionName.isEmpty ? "<ScriptBlock>" : frame.functionName
    file = frame.source.file
    line = frame.source.line(at: frame.position.start)
    command = frame.functionName.isEmpty ? "<ScriptBlock>" : frame.functionName
  }
  override var typeInfo: TypeInfo { CallStackFrame.type }
  override func text() throws -> String? { "at \(functionName), \(location)" }
  var location: String { file.map { "\($0): line \(line)" } ?? "<No file>" }

  private var arguments: String {
    guard let bound = frame.invocation?.boundParameters() else { return "{}" }
    var parts: [String] = []
    for i in 0..<bound.count {
      let name = (try? Operations.toString(bound.keys[i])) ?? ""
      parts.append(name + "=" + ((try? Operations.toString(bound.values[i])) ?? ""))
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static let type: TypeInfo = {
    let name = "System.Management.Automation.CallStackFrame"
    Catalogue.register(name) { t in
      func me(_ v: Value) -> CallStackFrame? { v.asObject(CallStackFrame.self) }
      t.prop("string ScriptName") { v in me(v)?.file.map { .string($0) } ?? .null }
      t.prop("int ScriptLineNumber") { v in .int(Int32(clamping: me(v)?.line ?? 0)) }
      t.prop("System.Management.Automation.InvocationInfo InvocationInfo") { v in
        me(v)?.frame.invocation.map { .object($0) } ?? .null
      }
      t.prop("object Position") { _ in .null }
      t.prop("string FunctionName") { v in .string(me(v)?.functionName ?? "") }
      t.prop("string Command") { v in .string(me(v)?.command ?? "") }
      t.prop("string Location") { v in .string(me(v)?.location ?? "") }
      t.prop("string Arguments") { v in .string(me(v)?.arguments ?? "{}") }
      t.method("string GetScriptLocation()") { v, _ in .string(me(v)?.location ?? "") }
    }
    return Types.named(name)
  }()
}

/// Get-PSCallStack.
final class GetPSCallStack: Cmdlet {
  override func process() throws {
    var f = engine.frame
    var count = 0
    while let here = f, count < 1000 {
      try write(.object(CallStackFrame(here)))
      f = here.caller
      count += 1
    }
  }
}
