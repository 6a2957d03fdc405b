import Engine
import Glibc
import Objects

/// Failed system calls as the exceptions .NET throws.
public enum FileErrors {
  /// Type and message of the exception.
  public static func exception(_ e: FileError) -> (type: String, message: String) {
    switch e.code {
    case ENOENT:
      let parent = PathParts.parent(e.path)
      if !parent.isEmpty, !FileCalls.isDirectory(parent) {
        return ("System.IO.DirectoryNotFoundException", "Could not find a part of the path '\(e.path)'.")
      }
      return ("System.IO.FileNotFoundException", "Could not find file '\(e.path)'.")
    case ENOTDIR: return ("System.IO.IOException", "Not a directory : '\(e.path)'")
    case EACCES, EPERM, EISDIR:
      return ("System.UnauthorizedAccessException", "Access to the path '\(e.path)' is denied.")
    case EEXIST: return ("System.IO.IOException", "The file '\(e.path)' already exists.")
    case ENOTEMPTY: return ("System.IO.IOException", "Directory not empty : '\(e.path)'")
    case ENAMETOOLONG:
      return (
        "System.IO.PathTooLongException", "The specified file name or path is too long, or a component is too long."
      )
    case EROFS: return ("System.IO.IOException", "Read-only file system : '\(e.path)'")
    case ENOSPC: return ("System.IO.IOException", "No space left on device : '\(e.path)'")
    case ELOOP:
      return ("System.IO.IOException", "Too many symbolic links encountered while traversing the path '\(e.path)'.")
    default: return ("System.IO.IOException", String(cString: strerror(e.code)) + " : '\(e.path)'")
    }
  }

  /// The record of a failure.
  public static func record(
    _ e: FileError, id: String, _ category: ErrorCategory, target: String? = nil
  ) -> ErrorRecord {
    let (type, message) = exception(e)
    let x = ExceptionObject(Types.named(type), message)
    let r = ErrorRecord(x, id: id, category: category, target: .string(target ?? e.path))
    x.errorRecord = nil
    return r
  }

  /// The guest error of a failure.
  public static func guest(
    _ e: FileError, id: String, _ category: ErrorCategory, target: String? = nil
  ) -> GuestError {
    GuestError(record(e, id: id, category, target: target))
  }

  /// Runs a body; failures of system calls become guest errors.
  public static func wrap<T>(_ id: String, _ category: ErrorCategory, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let e as FileError {
      throw guest(e, id: id, category)
    }
  }
}
