import Basics
import Engine
import Objects
import Providers
import Serialization

extension Cmdlet {
  /// The encoding -Encoding asks for.
  func textEncoding() throws -> TextEncoding {
    let v = arg("Encoding")
    if v.isNull { return .standard }
    guard let e = TextEncoding.of(v) else {
      throw GuestError(
        error(
          "ParameterArgumentTransformationError",
          "Cannot process argument transformation on parameter 'Encoding'. '\(string("Encoding") ?? "")' is not a "
            + "supported encoding name.", .InvalidData,
          type: "System.Management.Automation.ParameterBindingException"))
    }
    return e
  }

  /// The error of a content command on a directory or a store without content.
  func contentError(_ id: String, _ message: String, _ category: ErrorCategory, _ p: ItemPath, _ type: String)
    -> ErrorRecord
  {
    error(id, message, category, target: .string(p.path), type: type)
  }
}
