import Basics
import Glibc

/// A running process, read from `/proc`.
public final class ProcessObject: Obj {
  public let id: Int32
  public init(_ id: Int32) { self.id = id }
  private static let type = Types.named("System.Diagnostics.Process")
  public override var typeInfo: TypeInfo { ProcessObject.type }
  public override func text() throws -> String? { "System.Diagnostics.Process (\(name))" }
  public override func isEqual(_ other: Value) -> Bool { other.asObject(ProcessObject.self)?.id == id }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(id) }

  private func file(_ n: String) -> String {
    String(decoding: (try? Files.read("/proc/\(id)/\(n)")) ?? [], as: UTF8.self)
  }
  /// The fields of `/proc/ID/stat` after the name.
  private var stat: [Substring] {
    let s = file("stat")
    guard let end = s.lastIndex(of: ")") else { return [] }
    return s[s.index(after: end)...].split(separator: " ")
  }
  private func number(_ i: Int) -> Int64 {
    let f = stat
    return f.indices.contains(i) ? Int64(f[i]) ?? 0 : 0
  }
  /// The name: the file name of the program, which `comm` cuts at fifteen bytes.
  public var name: String {
    let comm = file("comm").filter { $0 != "\n" }
    if comm.utf8.count < 15 { return comm }
    let first = String(file("cmdline").prefix { $0 != "\0" })
    let base = PathText.fileName(first)
    return base.hasPrefix(comm) ? base : comm
  }
  public var commandLine: String {
    file("cmdline").split(separator: "\0").joined(separator: " ")
  }
  public var path: String? { EnvironmentType.readLink("/proc/\(id)/exe") }
  public var parentId: Int32 { Int32(truncatingIfNeeded: number(1)) }
  public var hasExited: Bool { kill(id, 0) != 0 && errno == ESRCH || stat.first == "Z" }
  public var sessionId: Int { Int(number(3)) }
  public var threads: Int { Int(number(17)) }
  public var priority: Int { Int(number(15)) }
  public var handles: Int { (try? Files.names("/proc/\(id)/fd").count) ?? 0 }
  public var workingSet: Int64 { number(21) * Int64(sysconf(Int32(_SC_PAGESIZE))) }
  public var virtualSize: Int64 { number(20) }
  private var hertz: Int64 { Int64(sysconf(Int32(_SC_CLK_TCK))) }
  /// Processor time in ticks of 100 ns.
  public var userTime: Int64 { number(11) * 10_000_000 / max(1, hertz) }
  public var systemTime: Int64 { number(12) * 10_000_000 / max(1, hertz) }
  /// When it started, in ticks UTC.
  public var startTicks: Int64 {
    guard let s = try? Files.read("/proc/stat") else { return 0 }
    let boot =
      String(decoding: s, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("btime ") }
      .flatMap { Int64($0.dropFirst(6)) } ?? 0
    return DateTimeObject.unixEpochTicks + boot * 10_000_000 + number(19) * 10_000_000 / max(1, hertz)
  }

  /// Every process that can be seen.
  public static func all() -> [ProcessObject] {
    ((try? Files.names("/proc")) ?? []).compactMap { Int32($0) }.sorted().map { ProcessObject($0) }
  }
}

/// `System.Diagnostics.Process`.
enum ProcessTypes {
  /// Starts a program; the host's process room fills it.
  static func register() {
    Catalogue.register("System.Diagnostics.Process") { t in
      facts(t)
      usage(t)
      control(t)
      let type = t.type
      t.fixed("System.Diagnostics.Process GetCurrentProcess()") { _ in .object(ProcessObject(getpid())) }
      t.fixed("System.Diagnostics.Process GetProcessById(int processId)") { a in
        let p = ProcessObject(Int32(truncatingIfNeeded: a.int(0)))
        if kill(p.id, 0) != 0 && errno == ESRCH {
          throw Throw.argument("Process with an Id of \(a.int(0)) is not running.")
        }
        return .object(p)
      }
      t.fixed("System.Diagnostics.Process[] GetProcesses()") { _ in
        .array(ProcessObject.all().map { .object($0) }, of: type)
      }
      t.fixed("System.Diagnostics.Process[] GetProcessesByName(string processName)") { a in
        .array(ProcessObject.all().filter { Ordinal.equalsIgnoreCase($0.name, a.str(0)) }.map { .object($0) }, of: type)
      }
    }
    Catalogue.register("System.Diagnostics.ProcessStartInfo") { t in
      t.new("()") { _ in .object(PlainObject(t.type)) }
      t.new("(string fileName)") { a in .object(PlainObject(t.type, ["FileName": a[0]])) }
      t.new("(string fileName, string arguments)") { a in
        .object(PlainObject(t.type, ["FileName": a[0], "Arguments": a[1]]))
      }
      for n in ["FileName", "Arguments", "WorkingDirectory", "UserName", "Verb"] {
        t.field("string \(n)", default: .string(""))
      }
      for n in [
        "UseShellExecute", "RedirectStandardOutput", "RedirectStandardError", "RedirectStandardInput", "CreateNoWindow",
      ] {
        t.field("bool \(n)", default: .bool(false))
      }
      for n in ["StandardOutputEncoding", "StandardErrorEncoding", "StandardInputEncoding"] {
        t.field("System.Text.Encoding \(n)")
      }
      t.field(
        "System.Diagnostics.ProcessWindowStyle WindowStyle",
        default: .enumeration("System.Diagnostics.ProcessWindowStyle", 0))
      t.prop("System.Collections.ObjectModel.Collection[string] ArgumentList") { s in
        lazily(s, "ArgumentList") {
          .object(PSList(TypeResolver.construct(CommonTypes.genericCollection, [Types.string])))
        }
      }
      for n in ["Environment", "EnvironmentVariables"] {
        t.prop("System.Collections.IDictionary \(n)") { s in
          try lazily(s, "Environment") {
            try MemberAccess.invokeStatic(Types.named("System.Environment"), "GetEnvironmentVariables", [])
          }
        }
      }
    }
  }

  private static func lazily(_ s: Value, _ name: String, _ make: () throws -> Value) rethrows -> Value {
    guard let o = s.asObject(PlainObject.self) else { return .null }
    if let v = o.fields[name] { return v }
    let v = try make()
    o.fields[name] = v
    return v
  }

  private static func me(_ v: Value) throws -> ProcessObject {
    guard let p = v.asObject(ProcessObject.self) else { throw Throw.nullReference() }
    return p
  }

  private static func facts(_ t: TypeBuilder) {
    t.prop("int Id") { .int(try me($0).id) }
    t.prop("string ProcessName") { .string(try me($0).name) }
    t.prop("bool HasExited") { .bool(try me($0).hasExited) }
    t.prop("datetime StartTime") { .object(DateTimeObject(try me($0).startTicks, .utc).toLocal()) }
    t.prop("int SessionId") { .int(try me($0).sessionId) }
    t.prop("string MachineName") { _ in .string(".") }
    t.prop("string MainWindowTitle") { _ in .string("") }
    t.prop("System.IntPtr MainWindowHandle") { _ in
      try MemberAccess.getStatic(Types.named("System.IntPtr"), "Zero") ?? .null
    }
    t.prop("bool Responding") { _ in .bool(true) }
    t.prop("int BasePriority") { .int(try me($0).priority - 12) }
    t.prop(
      "System.Diagnostics.ProcessPriorityClass PriorityClass",
      { _ in
        .enumeration("System.Diagnostics.ProcessPriorityClass", 32)
      }
    ) { _, _ in }
    t.prop("int HandleCount") { .int(try me($0).handles) }
    t.prop("System.Diagnostics.ProcessModule MainModule") { s in
      let p = try me(s).path ?? ""
      return .object(
        PlainObject(
          Types.named("System.Diagnostics.ProcessModule"),
          ["FileName": .string(p), "ModuleName": .string(PathText.fileName(p))]))
    }
    t.prop("object[] Threads") { .array([Value](repeating: .null, count: max(0, try me($0).threads))) }
    t.prop("object[] Modules") { _ in .array([]) }
    Catalogue.register("System.Diagnostics.ProcessModule") { m in
      m.field("string FileName", settable: false)
      m.field("string ModuleName", settable: false)
    }
  }

  private static func usage(_ t: TypeBuilder) {
    for n in ["WorkingSet64", "PeakWorkingSet64", "PrivateMemorySize64"] {
      t.prop("long \(n)") { .long(try me($0).workingSet) }
    }
    t.prop("int WorkingSet") { .int(Int(try me($0).workingSet)) }
    for n in ["VirtualMemorySize64", "PeakVirtualMemorySize64"] {
      t.prop("long \(n)") { .long(try me($0).virtualSize) }
    }
    for n in ["PagedMemorySize64", "NonpagedSystemMemorySize64", "PagedSystemMemorySize64"] {
      t.prop("long \(n)") { _ in .long(0) }
    }
    t.prop("timespan TotalProcessorTime") { s in
      let p = try me(s)
      return .timeSpan(ticks: p.userTime + p.systemTime)
    }
    t.prop("timespan UserProcessorTime") { .timeSpan(ticks: try me($0).userTime) }
    t.prop("timespan PrivilegedProcessorTime") { .timeSpan(ticks: try me($0).systemTime) }
  }

  private static func control(_ t: TypeBuilder) {
    for list in ["", "bool entireProcessTree"] { t.action("Kill(\(list))") { s, _ in kill(try me(s).id, SIGKILL) } }
    t.method("bool CloseMainWindow()") { _, _ in .bool(false) }
    t.action("Refresh()") { _, _ in }
    t.action("Close()") { _, _ in }
    t.action("Dispose()") { _, _ in }
    func wait(_ p: ProcessObject, _ limit: Int64) -> Bool {
      var left = limit
      while !p.hasExited {
        if left <= 0 { return false }
        usleep(10_000)
        left -= 10
      }
      return true
    }
    t.action("WaitForExit()") { s, _ in _ = wait(try me(s), .max) }
    t.method("bool WaitForExit(int milliseconds)") { s, a in .bool(wait(try me(s), a.int(0) < 0 ? .max : a.long(0))) }
    t.method("string ToString()") { s, _ in .text(try me(s).text()) }
  }
}
