import Diagnostics
import Objects
import Syntax

/// A data file that holds more than data.
public struct DataFileError: Error {
  public let message: String
  public let extent: Extent
}

/// Values of data files for commands: constants, tables and lists, no code.
public enum DataFileReader {
  /// The value of a parsed file, in which no command and no variable but the constants is allowed.
  public static func value(of script: ScriptBlockAst, scriptRoot: String) throws -> Value {
    var reader = RestrictedData(scriptRoot: scriptRoot)
    reader.allowsEnvironment = false
    reader.allowedCommands = []
    do {
      return try reader.evaluate(script)
    } catch let e as RestrictedDataError {
      throw DataFileError(message: e.message, extent: e.extent)
    }
  }
}
