import Glibc
import Providers

/// Permission bits of files.
enum Modes {
  /// Lets the owner write.
  static func makeWritable(_ path: String, _ mode: UInt32) throws {
    if chmod(path, mode & 0o7777 | 0o200) != 0 { throw FileError(errno, path) }
  }
}
