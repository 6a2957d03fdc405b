import Glibc
import PluginABI

/// One line of /proc/self/mounts; paths are bytes, not text.
struct Mount {
  var device: String
  var path: [UInt8]
  var type: String
  var options: [String]

  /// Reads a line; nil when it has fewer than four fields.
  init?(line: [UInt8]) {
    let fields = line.split(separator: UInt8(ascii: " ")).map { Mount.unescape(Array($0)) }
    guard fields.count >= 4 else { return nil }
    device = String(decoding: fields[0], as: UTF8.self)
    path = fields[1]
    type = String(decoding: fields[2], as: UTF8.self)
    options = fields[3].split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Blanks and backslashes are written as three octal digits.
  private static func unescape(_ field: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < field.count {
      let digits = field[at] == UInt8(ascii: "\\") && at + 3 < field.count ? field[(at + 1)...(at + 3)] : []
      if digits.count == 3, digits.allSatisfy({ (48...55).contains($0) }) {
        out.append(digits.reduce(0) { ($0 &* 8) &+ ($1 &- 48) })
        at += 4
      } else {
        out.append(field[at])
        at += 1
      }
    }
    return out
  }

  /// All mounts this process sees.
  static func all() throws -> [Mount] {
    guard let file = fopen("/proc/self/mounts", "re") else { throw systemError("/proc/self/mounts") }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    var mounts: [Mount] = []
    while case let size = getline(&line, &room, file), size > 0, let line {
      let bytes = UnsafeRawBufferPointer(start: line, count: size).prefix { $0 != 10 }
      if let mount = Mount(line: Array(bytes)) { mounts.append(mount) }
    }
    return mounts
  }
}

/// Get-MountPoint: mounted file systems with their space.
final class GetMountPoint: Cmdlet {
  private enum Parameter {
    static let type = 0
    static let path = 1
    static let all = 2
  }

  override func process(_ env: Env) throws {
    let types = env.isBound(Parameter.type) ? try env.texts(Parameter.type) : []
    guard let path = env.text(Parameter.path) else { return try writeMounts(env, types, device: nil) }
    for file in try env.resolve(path) {
      var facts = stat()
      if stat(file, &facts) == 0 {
        try writeMounts(env, types, device: facts.st_dev)
      } else {
        try env.report(systemError(file), target: file)
      }
    }
  }

  private func writeMounts(_ env: Env, _ types: [String], device: dev_t?) throws {
    for mount in try Mount.all() {
      guard !env.isStopping else { return }
      if !types.isEmpty, !types.contains(where: { strcasecmp($0, mount.type) == 0 }) { continue }
      var space = statvfs()
      var facts = stat()
      let path = mount.path.map { CChar(bitPattern: $0) } + [0]
      guard statvfs(path, &space) == 0, stat(path, &facts) == 0 else {
        try env.verbose(systemError(String(decoding: mount.path, as: UTF8.self)).message)
        continue
      }
      if let device, device != facts.st_dev { continue }
      if device == nil, types.isEmpty, space.f_blocks == 0, !env.flag(Parameter.all) { continue }
      try writeMount(env, mount, space)
    }
  }

  private func writeMount(_ env: Env, _ mount: Mount, _ space: statvfs) throws {
    let unit = UInt64(space.f_frsize)
    try env.write(
      type: "UnixInfo.MountPoint",
      [
        ("Path", .path(mount.path)), ("Device", .text(mount.device)), ("Type", .text(mount.type)),
        ("Size", .ulong(UInt64(space.f_blocks) &* unit)), ("Free", .ulong(UInt64(space.f_bavail) &* unit)),
        ("ReadOnly", .bool(space.f_flag & 1 != 0)), ("Options", .list(mount.options)),
      ])
  }
}
