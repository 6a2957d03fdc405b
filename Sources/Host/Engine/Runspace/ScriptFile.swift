import Glibc

/// Reading of script files.
enum ScriptFile {
  static var processId: Int32 { getpid() }
  static var userName: String {
    guard let entry = getpwuid(getuid()) else { return "" }
    return String(cString: entry.pointee.pw_name)
  }
  static var hostName: String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let ok = buffer.withUnsafeMutableBytes { raw in
      guard let base = raw.baseAddress else { return false }
      return gethostname(base.assumingMemoryBound(to: CChar.self), raw.count - 1) == 0
    }
    return ok ? String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self) : ""
  }

  /// A file in UTF-16 as UTF-8; nil when it is not UTF-16.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 2 else { return nil }
    let little = bytes[0] == 0xFF && bytes[1] == 0xFE
    guard little || (bytes[0] == 0xFE && bytes[1] == 0xFF) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = 2
    while i + 1 < bytes.count {
      let low = UInt16(bytes[little ? i : i + 1])
      let high = UInt16(bytes[little ? i + 1 : i])
      units.append(high << 8 | low)
      i += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// All bytes of a file, or nil.
  static func read(_ path: String) -> [UInt8]? {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = Glibc.read(fd, &buffer, buffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if n == 0 { return result }
      result.append(contentsOf: buffer[0..<n])
    }
  }
}
