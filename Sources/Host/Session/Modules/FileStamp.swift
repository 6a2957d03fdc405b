import Basics
import Glibc

/// What tells whether a file or directory is still the one that was read.
struct FileStamp: Equatable {
  var device: UInt64 = 0
  var inode: UInt64 = 0
  var size: UInt64 = 0
  /// Nanoseconds since 1970; 0 never matches.
  var modified: UInt64 = 0
  var isDirectory = false

  /// The stamp of nothing.
  static let absent = FileStamp()
  var exists: Bool { inode != 0 }

  private init() {}

  private init(_ info: stat) {
    device = UInt64(truncatingIfNeeded: info.st_dev)
    inode = UInt64(truncatingIfNeeded: info.st_ino)
    modified =
      UInt64(truncatingIfNeeded: info.st_mtim.tv_sec) &* 1_000_000_000
      &+ UInt64(truncatingIfNeeded: info.st_mtim.tv_nsec)
    isDirectory = info.st_mode & S_IFMT == S_IFDIR
    // The size of a directory says nothing its time does not.
    size = isDirectory ? 0 : UInt64(truncatingIfNeeded: info.st_size)
  }

  init(device: UInt64, inode: UInt64, size: UInt64, modified: UInt64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  /// Follows links; absent when nothing is there.
  static func of(_ path: String) -> FileStamp {
    var info = stat()
    return stat(path, &info) == 0 ? FileStamp(info) : .absent
  }

  /// Of a path relative to an open directory.
  static func of(_ path: UnsafePointer<CChar>, in directory: Int32) -> FileStamp {
    var info = stat()
    return fstatat(directory, path, &info, 0) == 0 ? FileStamp(info) : .absent
  }

  /// Whether the file is the one recorded: an absent one stays absent, a young one never matches.
  func matches(_ recorded: FileStamp) -> Bool {
    inode == recorded.inode && device == recorded.device && size == recorded.size && modified == recorded.modified
  }

  /// The stamp to record: a change within the clock's step would not show, so young files get none.
  func settled(now: UInt64) -> FileStamp {
    guard exists, modified &+ FileStamp.clockStep > now else { return self }
    var copy = self
    copy.modified = 0
    return copy
  }

  private static let clockStep: UInt64 = 100_000_000

  /// Nanoseconds since 1970.
  static func now() -> UInt64 {
    var t = timespec()
    clock_gettime(CLOCK_REALTIME, &t)
    return UInt64(truncatingIfNeeded: t.tv_sec) &* 1_000_000_000 &+ UInt64(truncatingIfNeeded: t.tv_nsec)
  }
}

/// Reading whole files.
enum FileBytes {
  /// The content of a file, or nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    var filled = 0
    while filled < bytes.count {
      let got = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress?.advanced(by: filled), $0.count - filled)
      }
      if got <= 0 { break }
      filled += got
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Replaces a file in one step, so that a reader sees the old or the new content.
  static func replace(_ path: String, with bytes: [UInt8]) -> Bool {
    let temporary = "\(path).\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    var done = 0
    while done < bytes.count {
      let put = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if put <= 0 { break }
      done += put
    }
    close(file)
    if done == bytes.count, rename(temporary, path) == 0 { return true }
    unlink(temporary)
    return false
  }

  /// Makes a directory and its parents.
  static func makeDirectory(_ path: String) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex else { return }
    makeDirectory(String(path[..<slash]))
    mkdir(path, 0o700)
  }
}

/// Paths as text.
enum PathText {
  /// The part after the last slash.
  static func leaf(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The part before the last slash; empty without one, `/` for what is in the root.
  static func parent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The extension with its dot as written; empty without one.
  static func ext(_ path: String) -> String {
    let name = leaf(path)
    guard let dot = name.utf8.lastIndex(of: 0x2E) else { return "" }
    return String(name[dot...])
  }

  /// The last part without its extension.
  static func stem(_ path: String) -> String {
    let name = leaf(path)
    guard let dot = name.utf8.lastIndex(of: 0x2E), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  static func join(_ directory: String, _ name: String) -> String {
    directory.isEmpty ? name : directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }

  /// Removes `.` and `..` parts and doubled slashes of an absolute path.
  static func normalise(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Whether a path begins at the root.
  static func isRooted(_ path: String) -> Bool { path.utf8.first == 0x2F }

  static func isDirectory(_ path: String) -> Bool { FileStamp.of(path).isDirectory }
  static func isFile(_ path: String) -> Bool {
    let stamp = FileStamp.of(path)
    return stamp.exists && !stamp.isDirectory
  }

  /// Equality of extensions, which ignores case.
  static func hasExtension(_ path: String, _ ext: String) -> Bool { Ordinal.equalsIgnoreCase(self.ext(path), ext) }
}
