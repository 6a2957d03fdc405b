import Glibc

/// The bytes of the standard input, in chunks.
public enum StandardInput {
  /// Up to 64 KiB; empty at the end or on an error.
  public static func read() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if n >= 0 { return Array(buffer[..<n]) }
      if errno != EINTR { return [] }
    }
  }

  /// Everything up to the end.
  public static func readAll() -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let chunk = read()
      if chunk.isEmpty { return all }
      all += chunk
    }
  }
}
