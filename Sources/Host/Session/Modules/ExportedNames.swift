import Basics

/// The kinds of command a module can be known to export.
enum ExportKind: UInt8 {
  case function = 0, cmdlet, alias
  /// A script in a folder that the module adds to PATH: loads the module, but is not listed.
  case pathScript
}

/// What a module exports, found without running it.
struct ModuleAnalysis {
  /// A name with its kind.
  struct Export {
    var name: String
    var kind: ExportKind
  }
  var exports: [Export] = []
  var version = "0.0"
  /// Files the answer depends on, beside the module file itself.
  var dependencies: [String] = []
  /// Whether the module can be offered at all; broken ones are kept so that they are not read again.
  var isUsable = true

  static let unusable: ModuleAnalysis = {
    var result = ModuleAnalysis()
    result.isUsable = false
    return result
  }()

  /// Whether a name is exported, whatever its kind.
  func contains(_ name: String) -> Bool { exports.contains { Ordinal.equalsIgnoreCase($0.name, name) } }

  func names(_ kind: ExportKind) -> [String] { exports.filter { $0.kind == kind }.map(\.name) }
}

/// A list of names and wildcards, as exports are filtered by.
struct NamePatterns {
  let patterns: [Wildcard]
  let texts: [String]

  init(_ texts: [String]) {
    self.texts = texts
    patterns = texts.map { (try? Wildcard($0)) ?? Wildcard(exactly: $0) }
  }

  static let everything = NamePatterns(["*"])

  func matches(_ name: String) -> Bool {
    for p in patterns where p.matches(name) { return true }
    return false
  }

  var hasWildcards: Bool { texts.contains { Wildcard.containsWildcards($0) } }
  /// The names that are not patterns.
  var literals: [String] { texts.filter { !Wildcard.containsWildcards($0) } }
}
