import Basics
import Engine
import Objects
import Session

/// `$Host`, its UI and RawUI.
final class HostObject: Obj {
  enum Part: String {
    case host = "Internal.Host.InternalHost", ui = "Internal.Host.InternalHostUserInterface", raw =
      "Internal.Host.InternalHostRawUserInterface"
  }
  let part: Part
  private init(_ part: Part) { self.part = part }
  override var typeInfo: TypeInfo { Types.named("System.Management.Automation." + part.rawValue) }

  // One engine thread makes and reads these.
  nonisolated(unsafe) static let host = HostObject(.host)
  nonisolated(unsafe) private static let ui = HostObject(.ui)
  nonisolated(unsafe) private static let raw = HostObject(.raw)
  nonisolated(unsafe) private static let id = GuidObject.random()
  nonisolated(unsafe) private static var isRegistered = false
  nonisolated(unsafe) private static var title = ""
  nonisolated(unsafe) private static var privateData: Value = .object(PSCustomObject())

  /// Gives a runspace its `$Host`.
  static func attach(to runspace: Runspace) {
    if !isRegistered {
      isRegistered = true
      Catalogue.register("System.Management.Automation." + Part.host.rawValue, hostMembers)
      Catalogue.register("System.Management.Automation." + Part.ui.rawValue, uiMembers)
      Catalogue.register("System.Management.Automation." + Part.raw.rawValue, rawMembers)
    }
    let v = Variable(Symbol("Host"), .object(host), options: [.constant, .allScope])
    runspace.globalState.rootScope.variables[v.symbol] = v
  }

  private static func running() throws -> any HostInterface {
    guard let h = Runspace.current?.host else {
      throw GuestError.exception("System.InvalidOperationException", "There is no host.")
    }
    return h
  }

  private static func text(_ v: Value) -> String { v.isNull ? "" : (try? Operations.displayString(v)) ?? "" }

  private static func hostMembers(_ t: TypeBuilder) {
    t.prop("string Name") { _ in .string(Runspace.current?.host?.name ?? "ConsoleHost") }
    t.prop("version Version") { _ in (try? VersionObject.parse("7.6.5")).map { .object($0) } ?? .null }
    t.prop("guid InstanceId") { _ in .object(id) }
    t.prop("object UI") { _ in .object(ui) }
    t.prop("cultureinfo CurrentCulture") { _ in .object(CultureObject.current) }
    t.prop("cultureinfo CurrentUICulture") { _ in .object(CultureObject.current) }
    t.prop("psobject PrivateData") { _ in privateData }
    t.prop("bool DebuggerEnabled") { _ in .bool(true) }
    t.prop("bool IsRunspacePushed") { _ in .bool(false) }
    t.prop("object Runspace") { _ in .null }
    t.action("SetShouldExit(int exitCode)") { _, a in
      if case .int(let n) = a[0].base { try running().setShouldExit(n) }
    }
    t.action("EnterNestedPrompt()") { _, _ in }
    t.action("ExitNestedPrompt()") { _, _ in }
    t.action("NotifyBeginApplication()") { _, _ in }
    t.action("NotifyEndApplication()") { _, _ in }
  }

  private static func color(_ v: Value) -> Int? {
    if let e = v.asObject(EnumValue.self) { return Int(e.raw) }
    return nil
  }

  private static func uiMembers(_ t: TypeBuilder) {
    t.prop("object RawUI") { _ in .object(raw) }
    t.prop("bool SupportsVirtualTerminal") { _ in .bool(false) }
    t.action("Write(string value)") { _, a in
      try running().write(text(a[0]), foreground: nil, background: nil, newLine: false)
    }
    t.action("Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)") { _, a in
      try running().write(text(a[2]), foreground: color(a[0]), background: color(a[1]), newLine: false)
    }
    t.action("WriteLine()") { _, _ in try running().write("", foreground: nil, background: nil, newLine: true) }
    t.action("WriteLine(string value)") { _, a in
      try running().write(text(a[0]), foreground: nil, background: nil, newLine: true)
    }
    t.action("WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)") {
      _, a in
      try running().write(text(a[2]), foreground: color(a[0]), background: color(a[1]), newLine: true)
    }
    t.action("WriteErrorLine(string value)") { _, a in
      let x = ExceptionObject(Types.named("System.Management.Automation.RuntimeException"), text(a[0]))
      try running().writeError(ErrorRecord(x, id: "RuntimeException", category: .NotSpecified))
    }
    t.action("WriteWarningLine(string message)") { _, a in try running().writeWarning(text(a[0])) }
    t.action("WriteVerboseLine(string message)") { _, a in try running().writeVerbose(text(a[0])) }
    t.action("WriteDebugLine(string message)") { _, a in try running().writeDebug(text(a[0])) }
    t.method("string ReadLine()") { _, _ in
      try running().readLine(prompt: nil, secure: false).map { .string($0) } ?? .null
    }
    t.method("securestring ReadLineAsSecureString()") { _, _ in
      try running().readLine(prompt: nil, secure: true).map { .object(SecureStringObject($0)) } ?? .null
    }
    t.method("int PromptForChoice(string caption, string message, object choices, int defaultChoice)") { _, a in
      let choices = try (Operations.elements(a[2]) ?? []).map { c in
        HostChoice(
          label: text(try MemberAccess.get(c, "Label") ?? c),
          help: text(try MemberAccess.get(c, "HelpMessage") ?? .null))
      }
      var n = 0
      if case .int(let i) = a[3].base { n = Int(i) }
      return .int(
        Int32(try running().choose(caption: text(a[0]), message: text(a[1]), choices: choices, defaultIndex: n)))
    }
  }

  private static func rawMembers(_ t: TypeBuilder) {
    func size(_ w: Int, _ h: Int) -> Value {
      .object(PSCustomObject([("Width", .int(Int32(clamping: w))), ("Height", .int(Int32(clamping: h)))]))
    }
    func width() -> Int { Runspace.current?.host?.width ?? 80 }
    for n in ["WindowSize", "BufferSize", "MaxWindowSize", "MaxPhysicalWindowSize"] {
      t.prop("object \(n)", { _ in size(width(), 24) }, set: { _, _ in })
    }
    t.prop("string WindowTitle", { _ in .string(title) }, set: { _, v in title = text(v) })
    let colors = Types.named("System.ConsoleColor")
    t.prop("System.ConsoleColor ForegroundColor", { _ in .object(EnumValue(colors, -1)) }, set: { _, _ in })
    t.prop("System.ConsoleColor BackgroundColor", { _ in .object(EnumValue(colors, -1)) }, set: { _, _ in })
    t.prop("bool KeyAvailable") { _ in .bool(false) }
    t.prop(
      "object CursorPosition", { _ in .object(PSCustomObject([("X", .int(0)), ("Y", .int(0))])) }, set: { _, _ in })
    t.prop("int CursorSize", { _ in .int(25) }, set: { _, _ in })
  }
}
