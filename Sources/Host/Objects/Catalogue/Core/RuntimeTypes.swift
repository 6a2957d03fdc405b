import Basics
import Glibc

/// `OperatingSystem`, `RuntimeInformation`, `AppDomain`, `Activator`, `GC`, `IntPtr`, `Marshal`.
enum RuntimeTypes {
  private static let interop = "System.Runtime.InteropServices."

  static func register() {
    Catalogue.register("System.OperatingSystem") { t in
      for n in ["Platform", "Version", "ServicePack", "VersionString"] { t.field("object \(n)", settable: false) }
      for (name, yes) in [
        ("Linux", true), ("Windows", false), ("MacOS", false), ("FreeBSD", false), ("Android", false), ("IOS", false),
        ("Browser", false),
      ] {
        t.fixed("bool Is\(name)()") { _ in .bool(yes) }
      }
    }
    information()
    Catalogue.register("System.AppDomain") { t in
      let domain: Value = .object(
        PlainObject(t.type, ["FriendlyName": .string("pwsh"), "Id": .int(1), "BaseDirectory": .string("")]))
      t.fixedProp("System.AppDomain CurrentDomain") { domain }
      t.field("string FriendlyName", settable: false)
      t.field("int Id", settable: false)
      t.prop("string BaseDirectory") { _ in
        .string((EnvironmentType.readLink("/proc/self/exe").flatMap(PathText.directory) ?? "") + "/")
      }
      t.method("System.Reflection.Assembly[] GetAssemblies()") { _, _ in
        .array(
          [
            "System.Private.CoreLib", "System.Management.Automation", "System.Runtime", "System.Console",
            "Microsoft.PowerShell.Commands.Utility",
          ].map { .object(AssemblyObject.named($0)) }, of: Types.named("System.Reflection.Assembly"))
      }
      t.method("object GetData(string name)") { _, _ in .null }
      t.action("SetData(string name, object data)") { _, _ in }
    }
    Catalogue.register("System.Activator") { t in
      t.fixed("object CreateInstance(type type)") { a in try create(a, []) }
      t.fixed("object CreateInstance(type type, params object[] args)") { a in try create(a, a.list(1)) }
    }
    collector()
    Catalogue.register("System.IntPtr", pointer)
    Catalogue.register("System.UIntPtr", pointer)
    Catalogue.register(interop + "Marshal", marshal)
  }

  private static func create(_ a: [Value], _ args: [Value]) throws -> Value {
    guard let t = a.object(0, TypeObject.self)?.type else { throw Throw.argumentNull("type") }
    return try MemberAccess.construct(t, args)
  }

  private static func information() {
    Catalogue.register(interop + "OSPlatform") { t in
      func platform(_ name: String) -> Value {
        let o = PlainObject(t.type, ["name": .string(name)])
        o.shown = { name }
        return .object(o)
      }
      for n in ["Linux", "Windows", "OSX", "FreeBSD"] {
        let v = platform(n.uppercased())
        t.fixedProp("\(interop)OSPlatform \(n)") { v }
      }
      t.fixed("\(interop)OSPlatform Create(string osPlatform)") { a in platform(try a.requireStr(0, "osPlatform")) }
      t.method("string ToString()") { s, _ in .text(try s.object?.text()) }
    }
    Catalogue.register(interop + "RuntimeInformation") { t in
      t.fixed("bool IsOSPlatform(\(interop)OSPlatform osPlatform)") { a in
        .bool(Ordinal.equalsIgnoreCase(a.object(0, PlainObject.self)?.fields["name"]?.str ?? "", "LINUX"))
      }
      t.fixedProp("string FrameworkDescription") { .string(".NET 10.0.0") }
      t.fixedProp("string RuntimeIdentifier") { .string("linux-" + (architecture == 3 ? "arm64" : "x64")) }
      t.fixedProp("string OSDescription") { .string(osDescription) }
      for n in ["OSArchitecture", "ProcessArchitecture"] {
        t.fixedProp("\(interop)Architecture \(n)") { .enumeration(interop + "Architecture", architecture) }
      }
    }
    Catalogue.register(interop + "RuntimeEnvironment") { t in
      t.fixed("string GetRuntimeDirectory()") { _ in .string("/") }
      t.fixed("string GetSystemVersion()") { _ in .string("v4.0.30319") }
    }
  }

  /// .NET's number of the processor: x64 1, ARM64 3.
  static var architecture: Int64 {
    #if arch(arm64)
      return 3
    #else
      return 1
    #endif
  }

  /// The distribution's own name.
  private static var osDescription: String {
    guard let b = try? Files.read("/etc/os-release") else { return "Linux" }
    for line in String(decoding: b, as: UTF8.self).split(separator: "\n") where line.hasPrefix("PRETTY_NAME=") {
      return String(line.dropFirst(12).filter { $0 != "\"" })
    }
    return "Linux"
  }

  private static func collector() {
    Catalogue.register("System.GC") { t in
      t.fixedAction("Collect()") { _ in }
      t.fixedAction("Collect(int generation)") { _ in }
      t.fixedAction("Collect(int generation, System.GCCollectionMode mode)") { _ in }
      t.fixedAction("WaitForPendingFinalizers()") { _ in }
      t.fixedAction("SuppressFinalize(object obj)") { _ in }
      t.fixedAction("KeepAlive(object obj)") { _ in }
      t.fixedProp("int MaxGeneration") { .int(2) }
      t.fixed("int CollectionCount(int generation)") { _ in .int(0) }
      t.fixed("int GetGeneration(object obj)") { _ in .int(0) }
      t.fixed("long GetTotalMemory(bool forceFullCollection)") { _ in .long(memory()) }
      t.fixed("long GetTotalAllocatedBytes(bool precise = false)") { _ in .long(memory()) }
      t.fixed("long GetAllocatedBytesForCurrentThread()") { _ in .long(memory()) }
    }
  }

  /// Bytes resident in memory.
  static func memory() -> Int64 {
    guard let b = try? Files.read("/proc/self/statm") else { return 1 }
    let words = String(decoding: b, as: UTF8.self).split(separator: " ")
    return (words.count > 1 ? Int64(words[1]) ?? 1 : 1) * Int64(sysconf(Int32(_SC_PAGESIZE)))
  }

  private static func pointer(_ t: TypeBuilder) {
    let type = t.type
    func make(_ n: Int64) -> Value {
      let o = PlainObject(type, ["value": .long(n)])
      o.shown = { String(n) }
      return .object(o)
    }
    let zero = make(0)
    t.const("\(type.fullName) Zero", zero)
    t.fixedProp("int Size") { .int(8) }
    t.new("(int value)") { a in make(a.long(0)) }
    t.new("(long value)") { a in make(a.long(0)) }
    func n(_ v: Value) -> Int64 { v.asObject(PlainObject.self)?.fields["value"]?.longValue ?? 0 }
    t.method("int ToInt32()") { s, _ in .int(Int(n(s))) }
    t.method("long ToInt64()") { s, _ in .long(n(s)) }
    t.method("string ToString()") { s, _ in .string(String(n(s))) }
    t.method("bool Equals(object obj)") { s, a in .bool(n(s) == n(a[0])) }
  }

  /// The parts of `Marshal` that scripts use to read secure strings.
  private static func marshal(_ t: TypeBuilder) {
    func handle(_ s: SecureStringObject?) -> Value {
      let o = PlainObject(Types.named("System.IntPtr"), ["value": .long(1), "text": .string(s?.plainText ?? "")])
      o.shown = { "1" }
      return .object(o)
    }
    for name in [
      "SecureStringToBSTR", "SecureStringToGlobalAllocUnicode", "SecureStringToCoTaskMemUnicode",
      "SecureStringToGlobalAllocAnsi",
    ] {
      t.fixed("System.IntPtr \(name)(securestring s)") { a in handle(a.object(0, SecureStringObject.self)) }
    }
    for name in ["PtrToStringBSTR", "PtrToStringUni", "PtrToStringAuto", "PtrToStringAnsi", "PtrToStringUTF8"] {
      t.fixed("string \(name)(System.IntPtr ptr)") { a in a.object(0, PlainObject.self)?.fields["text"] ?? .null }
    }
    for name in [
      "ZeroFreeBSTR", "FreeBSTR", "ZeroFreeGlobalAllocUnicode", "ZeroFreeCoTaskMemUnicode", "ZeroFreeGlobalAllocAnsi",
      "FreeHGlobal",
    ] {
      t.fixedAction("\(name)(System.IntPtr s)") { _ in }
    }
    t.fixed("int ReleaseComObject(object o)") { _ in .int(0) }
    t.fixed("int GetLastWin32Error()") { _ in .int(Int(errno)) }
    t.fixed("int SizeOf(object structure)") { a in
      .int(a[0].typeInfo.flatMap(NumberTypes.info)?.high.bitLength ?? 64 > 32 ? 8 : 4)
    }
  }
}
