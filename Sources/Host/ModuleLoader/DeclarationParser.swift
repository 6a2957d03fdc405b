import Basics
import Engine
import Objects

/// Reads the notes of a module: the declaration language of docs/abi.md, section 6.
struct DeclarationParser {
  static let commandLimit = 1024
  static let parameterLimit = 256
  static let setLimit = 32

  private var result = NoteDeclarations()
  private var moduleCount = 0
  private var names: Set<CIString> = []
  /// Builders of the commands, finished when all statements are read.
  private var builders: [CommandBuilder] = []

  /// Parses the payloads of one file.
  static func parse(_ payloads: [[UInt8]]) throws -> NoteDeclarations {
    var parser = DeclarationParser()
    parser.result.payloads = payloads
    for p in payloads { try parser.read(try NoteText(p)) }
    if parser.moduleCount == 0 { throw ModuleFailure(.noteSyntax, "there is no module statement") }
    if parser.moduleCount > 1 { throw ModuleFailure(.noteDuplicate, "there is more than one module statement") }
    if !parser.result.module.hasAbi { throw ModuleFailure(.noteSyntax, "there is no abi statement") }
    for b in parser.builders { parser.result.commands.append(try b.finish()) }
    return parser.result
  }

  /// Parses `param` statements given at run time by a `dynamic` callback.
  static func parseParameters(_ text: [UInt8]) throws -> CommandDeclaration {
    let source = try NoteText(text)
    let builder = CommandBuilder(CommandDeclaration("dynamic"), source)
    var lexer = DeclarationLexer(source)
    for s in try lexer.statements() {
      var cursor = TokenCursor(source, s)
      guard s.keyword == "param" else { throw cursor.failure("only param statements may be declared here") }
      try builder.parameter(&cursor)
    }
    return try builder.finish()
  }

  private enum Owner { case none, module, command(CommandBuilder) }

  private mutating func read(_ source: NoteText) throws {
    var lexer = DeclarationLexer(source)
    var owner = Owner.none
    for s in try lexer.statements() {
      var cursor = TokenCursor(source, s)
      switch s.keyword {
      case "module":
        try module(&cursor)
        owner = .module
      case "cmdlet", "function":
        owner = .command(try command(&cursor, source, isFunction: s.keyword == "function"))
      default:
        switch owner {
        case .none:
          if DeclarationParser.known.contains(s.keyword) {
            throw cursor.failure("there is no module or command before it")
          }
        case .module: try moduleStatement(&cursor)
        case .command(let builder): try builder.statement(&cursor)
        }
      }
    }
  }

  private static let known: Set<String> = [
    "abi", "guid", "author", "company", "copyright", "link", "tags", "help", "description", "needs", "unloadable",
    "example", "alias", "output", "default", "confirm", "paging", "noposition", "dynamic", "obsolete", "param", "attr",
  ]

  private mutating func module(_ cursor: inout TokenCursor) throws {
    moduleCount += 1
    if moduleCount > 1 { throw cursor.failure("there is more than one module statement", .noteDuplicate) }
    result.module.name = try cursor.item("the name of the module")
    let version = try cursor.item("the version of the module")
    guard DeclarationParser.numbers(version) != nil else {
      throw cursor.failure("'\(version)' is not a version")
    }
    result.module.version = version
    try cursor.finish()
  }

  /// The numbers of a version; nil when it is none.
  static func numbers(_ text: String) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var list: [Int] = []
    for p in parts {
      guard !p.isEmpty, p.utf8.count <= 9, p.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let n = Int(p) else { return nil }
      list.append(n)
    }
    return list
  }

  private mutating func moduleStatement(_ cursor: inout TokenCursor) throws {
    switch cursor.statement.keyword {
    case "abi":
      let text = try cursor.item("the version of the interface")
      guard let n = DeclarationParser.numbers(text), n.count == 2 else {
        throw cursor.failure("'\(text)' is not MAJOR.MINOR")
      }
      result.module.hasAbi = true
      result.module.abiMajor = n[0]
      result.module.abiMinor = n[1]
    case "guid": result.module.guid = try cursor.item("the guid")
    case "author": result.module.author = try cursor.item("the author")
    case "company", "copyright", "link": _ = try cursor.item("the text")
    case "tags": _ = try cursor.list("a tag")
    case "help": result.module.help = try cursor.string("the synopsis")
    case "description": result.module.descriptionText = try cursor.string("the description")
    case "needs": result.module.needs += try cursor.list("an extension")
    case "unloadable": result.module.isUnloadable = true
    case "param", "attr", "output", "default", "confirm", "paging", "noposition", "dynamic", "obsolete", "alias",
      "example":
      throw cursor.failure("it belongs to a command, and there is none before it")
    default: return
    }
    try cursor.finish()
  }

  private mutating func command(
    _ cursor: inout TokenCursor, _ source: NoteText, isFunction: Bool
  ) throws -> CommandBuilder {
    let name = try cursor.word("the name of the command")
    guard name.utf8.count <= 128, name.utf8.allSatisfy(DeclarationParser.isNameByte) else {
      throw cursor.failure("'\(name)' is not a command name: letters, digits, '-' and '_' only")
    }
    if !names.insert(CIString(name)).inserted {
      throw cursor.failure("the command '\(name)' is declared twice", .noteDuplicate)
    }
    if builders.count >= DeclarationParser.commandLimit { throw cursor.failure("there are too many commands") }
    let builder = CommandBuilder(CommandDeclaration(name), source)
    builders.append(builder)
    if isFunction {
      try builder.signature(cursor.offset..<cursor.statement.end)
    } else {
      try cursor.finish()
    }
    return builder
  }

  private static func isNameByte(_ b: UInt8) -> Bool {
    b | 0x20 &- 0x61 < 26 || b &- 0x30 < 10 || b == 0x2D || b == 0x5F
  }
}
