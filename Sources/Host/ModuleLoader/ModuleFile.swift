import Glibc

/// A file behind a descriptor as a source of bytes.
final class FileSource: ByteSource {
  private let descriptor: Int32
  let size: UInt64

  fileprivate init(_ descriptor: Int32, _ size: UInt64) {
    self.descriptor = descriptor
    self.size = size
  }
  deinit { close(descriptor) }

  func read(at offset: UInt64, count: Int) -> [UInt8]? {
    guard count >= 0, offset <= size, UInt64(count) <= size - offset, offset <= UInt64(Int64.max) else { return nil }
    var isComplete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count {
        let n = pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset) + filled)
        if n < 0 && errno == EINTR { continue }
        if n <= 0 {
          isComplete = false
          return
        }
        filled += n
      }
    }
    return isComplete ? bytes : nil
  }
}

/// What must hold for a file before it is read or loaded.
enum ModuleFile {
  /// Opens a regular file; anything else is a failure, and nothing blocks.
  static func open(_ path: String) throws -> FileSource {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw ModuleFailure(.missingFile) }
    var status = stat()
    if stat(path, &status) != 0 {
      let code = errno
      let cause: FailureCause = code == EACCES ? .permissions : .missingFile
      throw ModuleFailure(cause, String(cString: strerror(code)))
    }
    if status.st_mode & S_IFMT != S_IFREG { throw ModuleFailure(.notAFile) }
    // The file may have changed since: what was opened is looked at again.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 { throw ModuleFailure(.permissions, String(cString: strerror(errno))) }
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size >= 0 else {
      close(descriptor)
      throw ModuleFailure(.notAFile)
    }
    return FileSource(descriptor, UInt64(status.st_size))
  }

  /// Checks that only root and the user can have written the file and its folder.
  static func checkTrust(_ path: String) throws {
    try checkOwner(path, what: "the file")
    var folder = "/"
    if let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex { folder = String(path[..<slash]) }
    try checkOwner(folder, what: "its folder")
  }

  private static func checkOwner(_ path: String, what: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ModuleFailure(.missingFile, String(cString: strerror(errno))) }
    if status.st_uid != 0 && status.st_uid != geteuid() {
      throw ModuleFailure(.permissions, "\(what) belongs to another user (\(status.st_uid))")
    }
    if status.st_mode & S_IWOTH != 0 { throw ModuleFailure(.permissions, "\(what) can be written by everybody") }
  }

  /// The file name without folder and extension.
  static func stem(_ path: String) -> String {
    var name = path[...]
    if let slash = name.utf8.lastIndex(of: 0x2F) { name = name[name.utf8.index(after: slash)...] }
    if name.hasSuffix(".so") { name = name.dropLast(3) }
    return String(name)
  }

  /// The notes of a file, parsed and checked against its name and this host.
  static func declarations(_ path: String) throws -> NoteDeclarations {
    let elf = try ElfReader(try open(path))
    let notes = try DeclarationParser.parse(try elf.nacreNotes())
    let name = stem(path)
    guard notes.module.name.lowercased() == name.lowercased() else {
      throw ModuleFailure(.nameMismatch, "the note says '\(notes.module.name)'")
    }
    guard notes.module.abiMajor == 1 else {
      throw ModuleFailure(.abiMajor, "it needs \(notes.module.abiMajor).\(notes.module.abiMinor), the host has 1.0")
    }
    for need in notes.module.needs where !Extensions.offers(need) { throw ModuleFailure(.needs, need) }
    return notes
  }
}
