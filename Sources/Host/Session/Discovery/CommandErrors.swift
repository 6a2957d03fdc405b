import Basics
import Engine
import Objects

/// The errors of command lookup.
enum CommandErrors {
  private static let exceptionType = "System.Management.Automation.CommandNotFoundException"

  /// The ordinary answer for a name that means nothing; `note` says more about why.
  static func notFound(_ name: String, note: String? = nil) -> GuestError {
    var message = "The term '\(name)' is not recognized as a name of a cmdlet, function, script file, "
    message += "or executable program.\n"
    message +=
      note
      ?? "Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
    return make("CommandNotFoundException", message, name)
  }

  /// A module was found by the command's name, but does not load (rule 67).
  static func couldNotAutoload(_ name: String, module: String, cause: GuestError?) -> GuestError {
    var message = "The '\(name)' command was found in the module '\(module)', but the module could not be loaded"
    if let cause {
      message +=
        " due to the following error: [\(cause.record.message)]\nFor more information, run 'Import-Module \(module)'."
    } else {
      message += ". For more information, run 'Import-Module \(module)'."
    }
    let error = make("CouldNotAutoloadMatchingModule", message, name)
    if let cause {
      let inner = ExceptionObject(
        Types.named("System.Management.Automation.CmdletInvocationException"), cause.record.exception.message,
        inner: cause.record.exception)
      inner.errorRecord = cause.record
      error.record.exception.inner = inner
    }
    return error
  }

  /// The module of a qualified name does not load (rule 92).
  static func couldNotLoad(module: String, name: String) -> GuestError {
    make(
      "CouldNotAutoLoadModule",
      "The module '\(module)' could not be loaded. For more information, run 'Import-Module \(module)'.", name)
  }

  private static func make(_ id: String, _ message: String, _ name: String) -> GuestError {
    let error = GuestError.runtime(id, message, .ObjectNotFound, target: .string(name), type: exceptionType)
    error.record.exception.fields["CommandName"] = .string(name)
    return error
  }
}
