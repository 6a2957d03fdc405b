import Basics
import CTables
import Engine
import Objects

/// The built-in commands as recorded facts: names at once, parameters when somebody asks.
public enum CommandTable {
  /// One command of the table.
  public struct Entry {
    public let name: String
    /// The module, or empty for a function of the session.
    public let module: String
    public let className: String
    public let isFunction: Bool
    let record: UnsafePointer<CChar>
  }

  // Filled once by the engine's one thread.
  nonisolated(unsafe) private static var positions: [Symbol: Int] = [:]

  /// The entry of a command, or nil.
  public static func entry(_ name: String) -> Entry? {
    if positions.isEmpty { index() }
    guard let at = positions[Symbol(name)] else { return nil }
    return entry(at: at)
  }

  /// Every command, sorted by name.
  public static var all: [Entry] { (0..<Int(nacre_command_count)).map(entry(at:)) }

  private static func index() {
    positions.reserveCapacity(Int(nacre_command_count))
    withRows { rows in
      for at in 0..<Int(nacre_command_count) { positions[Symbol(String(cString: rows[at].name))] = at }
    }
  }

  private static func entry(at index: Int) -> Entry {
    withRows { rows in
      let row = rows[index]
      return Entry(
        name: String(cString: row.name), module: String(cString: row.module),
        className: String(cString: row.class_name), isFunction: row.kind == 0x46, record: row.record)
    }
  }

  /// C gives the table as an array of unknown length.
  private static func withRows<T>(_ body: (UnsafePointer<nacre_command>) -> T) -> T {
    body(nacre_command_rows())
  }

  /// The parameters of a command; nil when the table has no such command.
  public static func metadata(_ name: String) -> CommandMetadata? {
    guard let entry = entry(name) else { return nil }
    return decode(entry)
  }

  /// Reads the record of one entry.
  static func decode(_ entry: Entry) -> CommandMetadata {
    let result = CommandMetadata(entry.name)
    var isFirst = true
    for line in String(cString: entry.record).split(separator: "\n", omittingEmptySubsequences: false) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if isFirst {
        isFirst = false
        readHead(fields, into: result)
      } else if let parameter = readParameter(fields) {
        result.parameters.append(parameter)
      }
    }
    return result
  }

  private static func readHead(_ fields: [String], into result: CommandMetadata) {
    guard fields.count >= 3 else { return }
    result.defaultSet = fields[0].isEmpty ? nil : fields[0]
    result.outputTypes = fields[1].split(separator: ";").map(String.init)
    result.supportsShouldProcess = fields[2].contains("S")
  }

  private static func readParameter(_ fields: [String]) -> ParameterMetadata? {
    guard fields.count >= 5 else { return nil }
    let type = TypeResolver.resolve(fields[1], usingNamespaces: []) ?? unknownType(fields[1])
    let parameter = ParameterMetadata(fields[0], type)
    parameter.aliases = fields[2].isEmpty ? [] : fields[2].split(separator: ",").map(String.init)
    parameter.isSwitch = fields[3].contains("s")
    parameter.isDynamic = fields[3].contains("d")
    parameter.sets = readSets(fields[4])
    for check in fields.dropFirst(5) {
      if let attribute = readCheck(check) { parameter.attributes.append(attribute) }
    }
    if parameter.type.isNamed("System.Management.Automation.PSCredential") { parameter.attributes.append(.credential) }
    return parameter
  }

  /// A type the catalogue does not know still has its name and, as an array, its rank.
  private static func unknownType(_ name: String) -> TypeInfo {
    if name.hasSuffix("[]") { return Types.arrayType(of: unknownType(String(name.dropLast(2)))) }
    return TypeResolver.resolve(name, usingNamespaces: []) ?? Types.named(name)
  }

  private static func readSets(_ text: String) -> [ParameterSetEntry] {
    if text.isEmpty { return [ParameterSetEntry()] }
    return text.split(separator: ";").map { part in
      let pieces = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      var set = ParameterSetEntry(pieces[0] == "*" ? ParameterSetEntry.allSets : String(pieces[0]))
      var digits = ""
      for c in pieces.count > 1 ? pieces[1] : "" {
        switch c {
        case "m": set.isMandatory = true
        case "p": set.fromPipeline = true
        case "n": set.fromPipelineByPropertyName = true
        case "r": set.fromRemainingArguments = true
        default: digits.append(c)
        }
      }
      set.position = Int(digits)
      return set
    }
  }

  private static func readCheck(_ text: String) -> ParameterAttribute? {
    switch text {
    case "NotNullOrEmpty": return .validateNotNullOrEmpty
    case "NotNull": return .validateNotNull
    case "AllowNull": return .allowNull
    case "AllowEmptyString": return .allowEmptyString
    case "AllowEmptyCollection": return .allowEmptyCollection
    default: break
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let kind = text[..<colon]
    let rest = text[text.index(after: colon)...].drop(while: { $0 == " " })
    switch kind {
    case "Set": return .validateSet(splitList(rest), ignoreCase: true, errorMessage: nil)
    case "Pattern": return .validatePattern(String(rest), ignoreCase: true, errorMessage: nil)
    case "RangeKind": return .validateRangeKind(String(rest))
    case "Range": return readRange(rest)
    case "Count":
      let ends = rest.split(separator: ".").compactMap { Int($0) }
      return ends.count == 2 ? .validateCount(ends[0], ends[1]) : nil
    default: return nil
    }
  }

  private static func splitList(_ text: Substring) -> [String] {
    text.split(separator: ",").map { String($0.drop(while: { $0 == " " })) }
  }

  private static func readRange(_ text: Substring) -> ParameterAttribute? {
    let ends = text.split(separator: ".").compactMap { Int64($0) }
    guard ends.count == 2 else { return nil }
    func number(_ n: Int64) -> Value { Int32(exactly: n).map { .int($0) } ?? .long(n) }
    return .validateRange(number(ends[0]), number(ends[1]))
  }
}

extension TypeInfo {
  /// Whether this is the type of that full name.
  func isNamed(_ full: String) -> Bool { fullName == full }
}

/// The default aliases and the approved verbs, as recorded.
public enum FactTables {
  /// One approved verb.
  public struct Verb: Sendable {
    public let name: String
    public let aliasPrefix: String
    public let group: String
    public let description: String
  }

  /// One default alias.
  struct Alias: Sendable {
    let name: String
    let target: String
    let options: ItemOptions
    /// The engine module that exports it; empty for aliases of the session.
    let module: String
  }

  /// The approved verbs in the order `Get-Verb` lists them.
  public static let verbs: [Verb] = rows(nacre_verbs_text()).compactMap { f in
    f.count < 4 ? nil : Verb(name: f[0], aliasPrefix: f[1], group: f[2], description: f[3])
  }

  /// Symbols of the approved verbs.
  static let verbNames: Set<Symbol> = Set(verbs.map { Symbol($0.name) })

  static let aliases: [Alias] = rows(nacre_aliases_text()).compactMap { f in
    f.count < 4 ? nil : Alias(name: f[0], target: f[1], options: options(f[2]), module: f[3])
  }

  /// Description of each default variable.
  static let variableDescriptions: [Symbol: String] = {
    var result: [Symbol: String] = [:]
    for f in rows(nacre_variables_text()) where f.count >= 5 { result[Symbol(f[0])] = f[4] }
    return result
  }()

  private static func rows(_ text: UnsafePointer<CChar>) -> [[String]] {
    String(cString: text).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func options(_ text: String) -> ItemOptions {
    var result: ItemOptions = []
    if text.contains("ReadOnly") { result.insert(.readOnly) }
    if text.contains("Constant") { result.insert(.constant) }
    if text.contains("AllScope") { result.insert(.allScope) }
    return result
  }
}
