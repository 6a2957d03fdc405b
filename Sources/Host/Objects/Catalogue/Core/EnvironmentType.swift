import Basics
import Glibc

/// `System.Environment`, `AppDomain`, `Activator`, `GC` and what the runtime says of itself.
enum EnvironmentType {
  static func register() {
    Catalogue.register("System.Environment") { t in
      facts(t)
      variables(t)
      folders(t)
      t.fixedAction("Exit(int exitCode)") { a in exit(Int32(truncatingIfNeeded: a.int(0))) }
      t.fixedAction("FailFast(string message)") { a in
        ConsoleHook.writeError(a.str(0) + "\n")
        abort()
      }
      t.fixed("string[] GetCommandLineArgs()") { _ in .strings(CommandLine.arguments) }
      t.fixed("string[] GetLogicalDrives()") { _ in .strings(["/"]) }
    }
    RuntimeTypes.register()
  }

  private static func env(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static var hostName: String {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, 255)
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  static var userName: String {
    if let p = getpwuid(getuid()), let n = p.pointee.pw_name { return String(cString: n) }
    return env("USER") ?? ""
  }
  static var home: String {
    if let h = env("HOME"), !h.isEmpty { return h }
    if let p = getpwuid(getuid()), let d = p.pointee.pw_dir { return String(cString: d) }
    return "/"
  }
  /// The kernel's version in .NET's four numbers.
  static var osVersion: VersionObject {
    var u = utsname()
    uname(&u)
    let text = withUnsafePointer(to: &u.release) {
      $0.withMemoryRebound(to: CChar.self, capacity: 65) { String(cString: $0) }
    }
    var n: [Int32] = text.split { !$0.isNumber }.prefix(4).map { Int32($0) ?? 0 }
    while n.count < 4 { n.append(0) }
    return VersionObject(n[0], n[1], n[2], n[3])
  }

  private static func facts(_ t: TypeBuilder) {
    t.fixedProp("string NewLine") { .string("\n") }
    t.fixedProp("string MachineName") { .string(String(hostName.prefix { $0 != "." })) }
    t.fixedProp("string UserName") { .string(userName) }
    t.fixedProp("string UserDomainName") { .string(String(hostName.prefix { $0 != "." })) }
    t.fixedProp("bool UserInteractive") { .bool(true) }
    t.fixedProp("int ProcessorCount") { .int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
    t.fixedProp("int ProcessId") { .int(Int(getpid())) }
    t.fixedProp("string ProcessPath") { .text(readLink("/proc/self/exe")) }
    t.fixedProp("int TickCount") { .int(Int(Int32(truncatingIfNeeded: ticks()))) }
    t.fixedProp("long TickCount64") { .long(ticks()) }
    t.fixedProp("bool Is64BitProcess") { .bool(true) }
    t.fixedProp("bool Is64BitOperatingSystem") { .bool(true) }
    t.fixedProp("bool IsPrivilegedProcess") { .bool(geteuid() == 0) }
    t.fixedProp("bool HasShutdownStarted") { .bool(false) }
    t.fixedProp("int ExitCode", { .int(Int(exitCode)) }) { v in exitCode = Int32(truncatingIfNeeded: v.longValue) }
    t.fixedProp("int SystemPageSize") { .int(sysconf(Int32(_SC_PAGESIZE))) }
    t.fixedProp("string SystemDirectory") { .string("") }
    t.fixedProp("string StackTrace") { .string("") }
    t.fixedProp("string CommandLine") { .string(CommandLine.arguments.joined(separator: " ")) }
    t.fixedProp("long WorkingSet") { .long(Int64(sysconf(Int32(_SC_PAGESIZE)) * 4096)) }
    t.fixedProp("int CurrentManagedThreadId") { .int(1) }
    t.fixedProp("version Version") { .object(VersionObject(10, 0, 0)) }
    t.fixedProp("System.OperatingSystem OSVersion") {
      let v = osVersion
      let o = PlainObject(
        Types.named("System.OperatingSystem"),
        [
          "Platform": .enumeration("System.PlatformID", 4), "Version": .object(v), "ServicePack": .string(""),
          "VersionString": .string("Unix " + v.description),
        ])
      o.shown = { "Unix " + v.description }
      return .object(o)
    }
    t.fixedProp("string CurrentDirectory", { .string(PathText.currentDirectory) }) { v in
      if chdir(v.str) != 0 { throw Files.error(v.str, errno, isDirectory: true) }
    }
  }
  nonisolated(unsafe) private static var exitCode: Int32 = 0

  static func readLink(_ p: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 4097)
    let n = readlink(p, &buffer, 4096)
    return n < 0 ? nil : String(decoding: buffer[..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  private static func ticks() -> Int64 {
    var t = timespec()
    clock_gettime(CLOCK_MONOTONIC, &t)
    return Int64(t.tv_sec) * 1000 + Int64(t.tv_nsec) / 1_000_000
  }

  private static func variables(_ t: TypeBuilder) {
    t.fixed("string GetEnvironmentVariable(string variable)") { a in .text(env(try a.requireStr(0, "variable"))) }
    t.fixed("string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)") { a in
      a.raw(1) == 0 ? .text(env(try a.requireStr(0, "variable"))) : .null
    }
    t.fixedAction("SetEnvironmentVariable(string variable, string value)") { a in try set(a) }
    t.fixedAction("SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)") {
      a in
      if a.raw(2) == 0 { try set(a) }
    }
    for extra in ["", "System.EnvironmentVariableTarget target"] {
      t.fixed("System.Collections.IDictionary GetEnvironmentVariables(\(extra))") { a in
        let d = PSDictionary(Types.hashtable, ignoreCase: false)
        if !a.isEmpty && a.raw(0) != 0 { return .object(d) }
        var p = environ
        while let entry = p.pointee {
          let s = String(cString: entry)
          if let eq = s.firstIndex(of: "=") { d.set(String(s[..<eq]), .string(String(s[s.index(after: eq)...]))) }
          p += 1
        }
        return .object(d)
      }
    }
    t.fixed("string ExpandEnvironmentVariables(string name)") { a in .string(expand(try a.requireStr(0, "name"))) }
  }

  private static func set(_ a: [Value]) throws {
    let name = try a.requireStr(0, "variable")
    if name.isEmpty || name.contains("=") || name.utf8.contains(0) {
      throw Throw.argument("Environment variable name cannot contain equal character.", "variable")
    }
    if let v = a.strOrNil(1) { setenv(name, v, 1) } else { unsetenv(name) }
  }

  private static func expand(_ s: String) -> String {
    var out = ""
    var rest = s[...]
    while let first = rest.firstIndex(of: "%") {
      out += rest[..<first]
      let after = rest.index(after: first)
      guard let second = rest[after...].firstIndex(of: "%") else {
        rest = rest[first...]
        break
      }
      if let v = env(String(rest[after..<second])) {
        out += v
        rest = rest[rest.index(after: second)...]
      } else {
        out += rest[first..<second]
        rest = rest[second...]
      }
    }
    return out + rest
  }

  private static func folders(_ t: TypeBuilder) {
    for extra in ["", ", System.Environment+SpecialFolderOption option"] {
      t.fixed("string GetFolderPath(System.Environment+SpecialFolder folder\(extra))") { a in .string(folder(a.raw(0)))
      }
    }
  }

  /// The folder of a `SpecialFolder` number, as .NET finds it on Linux.
  private static func folder(_ n: Int64) -> String {
    switch n {
    case 40: return home
    case 26: return env("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.config"
    case 28: return env("XDG_DATA_HOME").flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/share"
    case 35: return "/usr/share"
    case 5: return existing(home + "/Documents") ?? home
    case 0, 16: return existing(home + "/Desktop") ?? ""
    case 39: return existing(home + "/Pictures") ?? ""
    case 13: return existing(home + "/Music") ?? ""
    case 14: return existing(home + "/Videos") ?? ""
    case 21: return existing(home + "/Templates") ?? ""
    case 20: return existing(home + "/.fonts") ?? ""
    default: return ""
    }
  }
  private static func existing(_ p: String) -> String? { Files.kind(p) == .directory ? p : nil }
}
