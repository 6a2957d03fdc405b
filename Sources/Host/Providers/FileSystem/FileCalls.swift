import Glibc

/// A failed system call, with what .NET says about it.
public struct FileError: Error {
  public let code: Int32
  public let path: String
  public init(_ code: Int32, _ path: String) {
    self.code = code
    self.path = path
  }
}

/// What is known about a file.
public struct FileFacts {
  public enum Kind: Sendable { case file, directory, link, other }
  public let kind: Kind
  public let mode: UInt32
  public let size: Int
  public let isHidden: Bool
  public let device: UInt64
  public let inode: UInt64
  public let modified: timespec
  public let accessed: timespec
  public let links: UInt64
  public let owner: UInt32
  public let group: UInt32
  public var isDirectory: Bool { kind == .directory }
}

/// System calls on files, as plain functions.
public enum FileCalls {
  /// The directory of the process.
  public static func currentDirectory() -> String {
    guard let p = getcwd(nil, 0) else { return "/" }
    defer { free(p) }
    return String(cString: p)
  }

  /// Facts about a path, through symbolic links unless told otherwise; nil when there is nothing.
  public static func facts(_ path: String, followLinks: Bool = true) -> FileFacts? {
    var s = stat()
    let r = followLinks ? stat(path, &s) : lstat(path, &s)
    if r != 0 { return nil }
    let kind: FileFacts.Kind
    switch s.st_mode & S_IFMT {
    case S_IFDIR: kind = .directory
    case S_IFREG: kind = .file
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    return FileFacts(
      kind: kind, mode: s.st_mode, size: Int(s.st_size), isHidden: isHidden(path), device: UInt64(s.st_dev),
      inode: UInt64(s.st_ino), modified: s.st_mtim, accessed: s.st_atim,
      links: UInt64(s.st_nlink), owner: s.st_uid, group: s.st_gid)
  }

  /// The name of a user, or the number.
  public static func userName(_ id: UInt32) -> String {
    guard let p = getpwuid(id) else { return String(id) }
    return String(cString: p.pointee.pw_name)
  }

  /// The name of a group, or the number.
  public static func groupName(_ id: UInt32) -> String {
    guard let p = getgrgid(id) else { return String(id) }
    return String(cString: p.pointee.gr_name)
  }

  /// Whether something is there, a dangling link included.
  public static func exists(_ path: String) -> Bool {
    var s = stat()
    return lstat(path, &s) == 0
  }

  public static func isDirectory(_ path: String) -> Bool { facts(path)?.isDirectory ?? false }

  /// Whether the name starts with a dot.
  public static func isHidden(_ path: String) -> Bool { PathParts.leaf(path).utf8.first == 0x2E && path != "/" }

  /// The names in a directory without `.` and `..`, unsorted.
  public static func names(_ path: String) throws -> [(name: String, isDirectory: Bool)] {
    guard let d = opendir(path) else { throw FileError(errno, path) }
    defer { closedir(d) }
    var out: [(name: String, isDirectory: Bool)] = []
    while let e = readdir(d) {
      let name = withUnsafePointer(to: &e.pointee.d_name) { p in
        p.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let type = Int32(e.pointee.d_type)
      let isDirectory: Bool
      switch type {
      case 4: isDirectory = true
      case 10, 0: isDirectory = FileCalls.isDirectory(path == "/" ? "/" + name : path + "/" + name)
      default: isDirectory = false
      }
      out.append((name, isDirectory))
    }
    return out
  }

  /// All bytes of a file.
  public static func read(_ path: String) throws -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw FileError(errno, path) }
    defer { close(fd) }
    var s = stat()
    if fstat(fd, &s) == 0, s.st_mode & S_IFMT == S_IFDIR { throw FileError(EISDIR, path) }
    var result: [UInt8] = []
    result.reserveCapacity(max(0, Int(s.st_size)))
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = Glibc.read(fd, &buffer, buffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw FileError(errno, path)
      }
      if n == 0 { return result }
      result.append(contentsOf: buffer[0..<n])
    }
  }

  /// The first bytes of a file.
  public static func head(_ path: String, _ count: Int) -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else { return [] }
    defer { close(fd) }
    var buffer = [UInt8](repeating: 0, count: count)
    let n = Glibc.read(fd, &buffer, count)
    return n > 0 ? Array(buffer[0..<n]) : []
  }

  /// Writes bytes to an open file.
  public static func write(_ fd: Int32, _ bytes: [UInt8], _ path: String) throws {
    var done = 0
    while done < bytes.count {
      let n = bytes[done...].withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
      if n < 0 {
        if errno == EINTR { continue }
        throw FileError(errno, path)
      }
      done += n
    }
  }

  /// Replaces or extends a file.
  public static func write(_ path: String, _ bytes: [UInt8], append: Bool = false) throws {
    let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (append ? O_APPEND : O_TRUNC), 0o666)
    guard fd >= 0 else { throw FileError(errno, path) }
    defer { close(fd) }
    try write(fd, bytes, path)
  }

  /// Makes a directory and those above it.
  public static func makeDirectories(_ path: String) throws {
    if isDirectory(path) { return }
    let parent = PathParts.parent(path)
    if !parent.isEmpty, parent != "/", !exists(parent) { try makeDirectories(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST || !isDirectory(path) { throw FileError(errno, path) }
  }

  /// Removes a file, link or empty directory.
  public static func removeOne(_ path: String) throws {
    guard let f = facts(path, followLinks: false) else { throw FileError(ENOENT, path) }
    let r = f.isDirectory ? rmdir(path) : unlink(path)
    if r != 0 { throw FileError(errno, path) }
  }

  /// Removes something and all below it; links are not followed.
  public static func removeTree(_ path: String) throws {
    if let f = facts(path, followLinks: false), f.isDirectory {
      for n in try names(path) { try removeTree(path + "/" + n.name) }
    }
    try removeOne(path)
  }

  /// Copies the bytes and the mode of a file.
  public static func copy(_ from: String, _ to: String) throws {
    let source = open(from, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw FileError(errno, from) }
    defer { close(source) }
    var s = stat()
    fstat(source, &s)
    if s.st_mode & S_IFMT == S_IFDIR { throw FileError(EISDIR, from) }
    let target = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, s.st_mode & 0o777)
    guard target >= 0 else { throw FileError(errno, to) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = Glibc.read(source, &buffer, buffer.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw FileError(errno, from)
      }
      if n == 0 { break }
      try write(target, Array(buffer[0..<n]), to)
    }
    fchmod(target, s.st_mode & 0o777)
    var times = [s.st_atim, s.st_mtim]
    futimens(target, &times)
  }

  /// Moves, across devices too.
  public static func move(_ from: String, _ to: String) throws {
    if rename(from, to) == 0 { return }
    guard errno == EXDEV else { throw FileError(errno, from) }
    try copyTree(from, to)
    try removeTree(from)
  }

  /// Copies a directory with everything in it.
  public static func copyTree(_ from: String, _ to: String) throws {
    guard isDirectory(from) else { return try copy(from, to) }
    try makeDirectories(to)
    for n in try names(from) { try copyTree(from + "/" + n.name, to + "/" + n.name) }
  }

  /// What a symbolic link points to.
  public static func linkTarget(_ path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let n = buffer.withUnsafeMutableBytes { raw in
      raw.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), raw.count) } ?? -1
    }
    return n > 0 ? String(decoding: buffer[0..<n], as: UTF8.self) : nil
  }

  /// The path without links; nil when there is nothing.
  public static func real(_ path: String) -> String? {
    guard let p = realpath(path, nil) else { return nil }
    defer { free(p) }
    return String(cString: p)
  }
}
