import Glibc
import PluginABI

/// The entry point the host looks up.
@_cdecl("nacre_module_v1")
public func nacreModule(host: UnsafePointer<nacre_host>?) -> UnsafePointer<nacre_module>? {
  makeModule(
    host: host, declaration: nacre_declaration_text(),
    commands: [
      Command("Get-Uname") { GetUname() },
      Command("Get-UnixUser") { GetUnixUser() },
      Command("Get-UnixGroup") { GetUnixGroup() },
      Command("Get-MountPoint") { GetMountPoint() },
      Command("Get-SystemLoad") { GetSystemLoad() },
    ])
}

/// Text of a C string, empty when null.
func text(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}

/// Text of a fixed-size C field, such as those of utsname.
func text<Field>(field: Field) -> String {
  withUnsafeBytes(of: field) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
}

/// What the system call that just failed means, as an error about `what`.
func systemError(_ what: String) -> PluginError {
  let number = errno
  let category =
    number == ENOENT ? NACRE_OBJECT_NOT_FOUND : number == EACCES ? NACRE_PERMISSION_DENIED : NACRE_READ_ERROR
  return PluginError("SystemCall", category, "\(what): \(text(strerror(number))).")
}

final class GetUname: Cmdlet {
  override func process(_ env: Env) throws {
    var name = utsname()
    guard uname(&name) == 0 else { throw systemError("uname") }
    try env.write(
      type: "UnixInfo.Uname",
      [
        ("System", .text(text(field: name.sysname))), ("Node", .text(text(field: name.nodename))),
        ("Release", .text(text(field: name.release))), ("Version", .text(text(field: name.version))),
        ("Machine", .text(text(field: name.machine))),
      ])
  }
}

/// Get-SystemLoad: what /proc says about load and memory.
final class GetSystemLoad: Cmdlet {
  override func process(_ env: Env) throws {
    let load = try words(of: "/proc/loadavg")
    let uptime = try words(of: "/proc/uptime").first.flatMap { Double($0) } ?? 0
    let memory = try words(of: "/proc/meminfo")
    let average = { (index: Int) -> Item in .double(index < load.count ? Double(load[index]) ?? 0 : 0) }
    let bytes = { (name: String) -> Item in
      guard let at = memory.firstIndex(of: name), at + 1 < memory.count else { return .null }
      return .ulong((UInt64(memory[at + 1]) ?? 0) &* 1024)
    }
    let tasks = load.count > 3 ? load[3].split(separator: "/").last.flatMap { Int32($0) } : nil
    var properties: [(StaticString, Item)] = [("Uptime", .seconds(uptime))]
    properties.append(("Load1", average(0)))
    properties.append(("Load5", average(1)))
    properties.append(("Load15", average(2)))
    properties.append(("Tasks", tasks.map { .int($0) } ?? .null))
    properties.append(("TotalMemory", bytes("MemTotal:")))
    properties.append(("AvailableMemory", bytes("MemAvailable:")))
    properties.append(("FreeSwap", bytes("SwapFree:")))
    try env.write(type: "UnixInfo.Load", properties)
  }

  /// The words of a small file under /proc.
  private func words(of path: String) throws -> [String] {
    guard let file = fopen(path, "re") else { throw systemError(path) }
    defer { fclose(file) }
    var buffer = [UInt8](repeating: 0, count: 16384)
    let size = fread(&buffer, 1, buffer.count, file)
    return buffer.prefix(size).split { $0 == 32 || $0 == 10 }.map { String(decoding: $0, as: UTF8.self) }
  }
}
