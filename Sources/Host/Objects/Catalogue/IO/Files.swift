import Basics
import Glibc

/// The file system in the framework's terms: bytes, facts and exceptions.
public enum Files {
  /// What stands at a path, symbolic links followed.
  public enum Kind: Sendable { case missing, file, directory, other }

  static func status(_ p: String, followLinks: Bool = true) -> stat? {
    var s = stat()
    guard (followLinks ? stat(p, &s) : lstat(p, &s)) == 0 else { return nil }
    return s
  }

  /// What stands at a path.
  public static func kind(_ p: String) -> Kind {
    guard let s = status(p) else { return .missing }
    switch s.st_mode & S_IFMT {
    case S_IFDIR: return .directory
    case S_IFREG: return .file
    default: return .other
    }
  }

  /// The exception for a failed call.
  public static func error(_ path: String, _ code: Int32 = errno, isDirectory: Bool = false) -> GuestError {
    let full = PathText.full(path)
    switch code {
    case ENOENT, ENOTDIR:
      let parent = PathText.directory(full) ?? "/"
      if isDirectory || kind(parent) != .directory {
        return .exception("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(full)'.")
      }
      let e = GuestError.exception("System.IO.FileNotFoundException", "Could not find file '\(full)'.")
      e.record.exception.fields["FileName"] = .string(full)
      return e
    case EACCES, EPERM, EISDIR:
      return .exception("System.UnauthorizedAccessException", "Access to the path '\(full)' is denied.")
    case EEXIST: return .exception("System.IO.IOException", "The file '\(full)' already exists.")
    case ENOTEMPTY: return .exception("System.IO.IOException", "Directory not empty : '\(full)'")
    case ENAMETOOLONG:
      return .exception(
        "System.IO.PathTooLongException",
        "The path '\(full)' is too long, or a component of the specified path is too long.")
    default: return .exception("System.IO.IOException", "\(String(cString: strerror(code))) : '\(full)'")
    }
  }

  /// All bytes of a file.
  public static func read(_ path: String) throws -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    if fd < 0 { throw error(path) }
    defer { close(fd) }
    var s = stat()
    if fstat(fd, &s) == 0, s.st_mode & S_IFMT == S_IFDIR { throw error(path, EACCES) }
    var out: [UInt8] = []
    let size = Int(s.st_size)
    if size > 0 && size < 1 << 31 {
      out = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = 0
        while count < size, let base = buffer.baseAddress {
          let n = Glibc.read(fd, base + count, size - count)
          if n <= 0 { break }
          count += n
        }
      }
    }
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = Glibc.read(fd, &chunk, chunk.count)
      if n < 0 && errno == EINTR { continue }
      if n <= 0 { break }
      out.append(contentsOf: chunk[..<n])
    }
    return out
  }

  /// Writes a whole file, or adds to its end.
  public static func write(_ path: String, _ bytes: [UInt8], append: Bool) throws {
    let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
    if fd < 0 { throw error(path) }
    defer { close(fd) }
    try writeAll(fd, bytes, path)
  }

  static func writeAll(_ fd: Int32, _ bytes: [UInt8], _ path: String) throws {
    var at = 0
    while at < bytes.count {
      let n = bytes.withUnsafeBytes { Glibc.write(fd, $0.baseAddress.map { $0 + at }, bytes.count - at) }
      if n < 0 && errno == EINTR { continue }
      if n <= 0 { throw error(path) }
      at += n
    }
  }

  /// Names in a directory, sorted by code, without `.` and `..`.
  public static func names(_ path: String) throws -> [String] {
    guard let dir = opendir(path) else { throw error(path, errno, isDirectory: true) }
    defer { closedir(dir) }
    var out: [String] = []
    while let entry = readdir(dir) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { out.append(name) }
    }
    return out.sorted { Ordinal.compare($0, $1) < 0 }
  }

  /// Makes a directory and what is missing above it.
  public static func makeDirectory(_ path: String) throws {
    let full = PathText.full(path)
    if kind(full) == .directory { return }
    var at = ""
    for part in full.split(separator: "/") {
      at += "/" + part
      if mkdir(at, 0o777) != 0 && errno != EEXIST { throw error(at, errno, isDirectory: true) }
    }
    if kind(full) != .directory {
      throw GuestError.exception("System.IO.IOException", "The file '\(full)' already exists.")
    }
  }

  /// Removes a directory, with everything in it if asked.
  public static func removeDirectory(_ path: String, recursive: Bool) throws {
    let isLink = status(path, followLinks: false).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
    if isLink {
      if unlink(path) != 0 { throw error(path) }
      return
    }
    if recursive {
      for n in try names(path) {
        let p = PathText.combine([path, n])
        let isDirectory = status(p, followLinks: false).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
        if isDirectory { try removeDirectory(p, recursive: true) } else if unlink(p) != 0 { throw error(p) }
      }
    }
    if rmdir(path) != 0 { throw error(path, errno, isDirectory: true) }
  }

  /// Copies a file's bytes and permissions.
  public static func copy(_ from: String, _ to: String, overwrite: Bool) throws {
    if !overwrite && kind(to) != .missing {
      throw GuestError.exception("System.IO.IOException", "The file '\(PathText.full(to))' already exists.")
    }
    let bytes = try read(from)
    try write(to, bytes, append: false)
    if let s = status(from) { chmod(to, s.st_mode & 0o7777) }
  }

  /// Moves a file or directory, across file systems too.
  public static func move(_ from: String, _ to: String, overwrite: Bool) throws {
    if kind(from) == .missing { throw error(from, ENOENT) }
    if !overwrite && kind(to) != .missing {
      throw GuestError.exception(
        "System.IO.IOException",
        "Cannot create '\(PathText.full(to))' because a file or directory with the same name already exists.")
    }
    if rename(from, to) == 0 { return }
    guard errno == EXDEV, kind(from) == .file else { throw error(to) }
    try copy(from, to, overwrite: true)
    unlink(from)
  }

  /// .NET's attributes of a path.
  public static func attributes(_ path: String) -> Int64? {
    guard let link = status(path, followLinks: false) else { return nil }
    let s = status(path) ?? link
    var a: Int64 = 0
    if s.st_mode & S_IFMT == S_IFDIR { a |= 16 }
    if link.st_mode & S_IFMT == S_IFLNK { a |= 1024 }
    if PathText.fileName(path).hasPrefix(".") { a |= 2 }
    if s.st_mode & S_IFMT != S_IFDIR && access(path, W_OK) != 0 { a |= 1 }
    return a == 0 ? 128 : a
  }

  /// A time of a file as ticks in UTC.
  public static func ticks(_ t: timespec) -> Int64 {
    DateTimeObject.unixEpochTicks &+ Int64(t.tv_sec) &* 10_000_000 &+ Int64(t.tv_nsec) / 100
  }

  /// Sets the access or modification time.
  public static func setTime(_ path: String, access: Bool, ticks: Int64) throws {
    let n = ticks - DateTimeObject.unixEpochTicks
    let value = timespec(
      tv_sec: Int(n >= 0 ? n / 10_000_000 : (n - 9_999_999) / 10_000_000),
      tv_nsec: Int(((n % 10_000_000) + 10_000_000) % 10_000_000) * 100)
    // UTIME_OMIT, which the C importer does not see.
    let keep = timespec(tv_sec: 0, tv_nsec: (1 << 30) - 2)
    let times = access ? [value, keep] : [keep, value]
    if utimensat(AT_FDCWD, path, times, 0) != 0 { throw error(path) }
  }
}
