import Engine
import Objects

/// What the module statement and those after it say.
struct ModuleDeclaration {
  var name = ""
  var version = ""
  var abiMajor = 0
  var abiMinor = 0
  var hasAbi = false
  var guid = ""
  var author = ""
  var help = ""
  var descriptionText = ""
  var needs: [String] = []
  var isUnloadable = false
}

/// One command of a note: all that is known of it before its code is loaded.
final class CommandDeclaration {
  let name: String
  let metadata: CommandMetadata
  var aliases: [String] = []
  var descriptionText = ""
  var obsolete: String?
  /// The plan of a `function` command; nil for cmdlets.
  var plan: FunctionPlan?
  /// Default values by parameter, in declaration order.
  var defaults: [Value?] = []
  /// Parameters whose candidates the cmdlet's `complete` gives.
  var completedByCode: Set<Int> = []
  /// Completion of a built-in kind, as `path`.
  var completionKinds: [Int: String] = [:]
  var isFunction: Bool { plan != nil }

  init(_ name: String) {
    self.name = name
    metadata = CommandMetadata(name)
  }
}

/// All declarations of one file.
struct NoteDeclarations {
  var module = ModuleDeclaration()
  var commands: [CommandDeclaration] = []
  /// The payloads, to compare with what the code registers.
  var payloads: [[UInt8]] = []
}
