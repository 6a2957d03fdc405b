import CSystem
import Glibc

/// Why a native command could not be started or waited for.
public struct ProcessError: Error, Equatable, Sendable {
  /// The kinds of failure a shell tells apart.
  public enum Code: Sendable {
    /// The file does not exist.
    case notFound
    /// The file exists, but the interpreter its first line names does not.
    case missingInterpreter
    /// The file may not be executed, or a directory on the way may not be searched.
    case permissionDenied
    /// The path names a directory.
    case isDirectory
    /// The file is not a program this machine can run.
    case badFormat
    /// The arguments and the environment are too long together.
    case tooLong
    /// The working directory cannot be entered.
    case badDirectory
    /// The system refused a process or a descriptor.
    case system
  }

  /// The kind of failure.
  public let code: Code
  /// The system's error number.
  public let errorNumber: Int32
  /// The executable or the directory at fault.
  public let path: String

  /// Describes a failure.
  public init(code: Code, errorNumber: Int32, path: String) {
    self.code = code
    self.errorNumber = errorNumber
    self.path = path
  }

  /// The system's own text for the error number.
  public var message: String { SystemError.text(errorNumber) }

  /// Sorts the report of a failed launch.
  init(step: Int32, errorNumber: Int32, executable: String, directory: String?) {
    self.errorNumber = errorNumber
    guard step != Int32(CSYS_STEP_DIRECTORY.rawValue) else {
      code = .badDirectory
      path = directory ?? ""
      return
    }
    path = executable
    guard step == Int32(CSYS_STEP_EXEC.rawValue) else {
      code = .system
      return
    }
    switch errorNumber {
    case ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG:
      code = access(executable, F_OK) == 0 ? .missingInterpreter : .notFound
    case EACCES, EPERM:
      code = FileFacts(path: executable)?.isDirectory == true ? .isDirectory : .permissionDenied
    case EISDIR: code = .isDirectory
    case ENOEXEC, ELIBBAD: code = .badFormat
    case E2BIG: code = .tooLong
    default: code = .system
    }
  }
}

/// Texts of system error numbers.
public enum SystemError {
  /// The text of an error number, as in "No such file or directory".
  public static func text(_ number: Int32) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      buffer.initialize(repeating: 0)
      csys_error_text(number, base, 255)
      return String(cString: base)
    }
  }
}

/// The few facts about a file that launching and searching need.
struct FileFacts {
  let isDirectory: Bool
  let isRegular: Bool
  let changed: timespec
  let inode: UInt
  let device: UInt

  /// Follows symbolic links; nil when nothing is there.
  init?(path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    isDirectory = info.st_mode & S_IFMT == S_IFDIR
    isRegular = info.st_mode & S_IFMT == S_IFREG
    changed = info.st_mtim
    inode = UInt(info.st_ino)
    device = UInt(info.st_dev)
  }

  /// Whether a symbolic link is there, wherever it points.
  static func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK
  }
}
