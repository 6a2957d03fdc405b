import Basics
import Engine
import Objects

/// `Get-Command`.
final class GetCommand: Cmdlet {
  private var results: [CommandInfo] = []
  private var scores: [ObjectIdentifier: Int] = [:]
  private var sortsResults = false
  private var matchedParameters: Set<Symbol> = []
  private var nameMatched = false

  override func begin() throws {
    if flag("Syntax"), flag("ShowCommandInfo") {
      try runtime.throwTerminating(
        error(
          "GetCommandCannotSpecifySyntaxAndShowCommandInfoTogether",
          "The Syntax and ShowCommandInfo parameters cannot be specified together.", .InvalidArgument,
          type: "System.Management.Automation.PSArgumentException"))
    }
    if has("Module"), has("FullyQualifiedModule") {
      try runtime.throwTerminating(
        error(
          "ModuleAndFullyQualifiedModuleCannotBeSpecifiedTogether",
          "The Module and FullyQualifiedModule parameters cannot be specified together. Specify only one of them, and then "
            + "try again.", .InvalidOperation, type: "System.InvalidOperationException"))
    }
  }

  override func process() throws {
    let names = list("Name") ?? []
    if flag("Explain") {
      for name in names { try explain(name) }
      return
    }
    let wanted = names.isEmpty ? ["*"] : names
    if names.isEmpty { sortsResults = true }
    for name in wanted { try accumulate(name) }
  }

  override func end() throws {
    if sortsResults {
      results = results.enumerated().sorted { a, b in
        let x = a.element.commandType.rawValue
        let y = b.element.commandType.rawValue
        if x != y { return x < y }
        let order = Ordinal.compare(a.element.name, b.element.name, ignoreCase: true)
        return order != 0 ? order < 0 : a.offset < b.offset
      }.map(\.element)
    }
    if !scores.isEmpty {
      results = results.enumerated().sorted { a, b in
        let x = scores[ObjectIdentifier(a.element)] ?? 0
        let y = scores[ObjectIdentifier(b.element)] ?? 0
        return x != y ? x < y : a.offset < b.offset
      }.map(\.element)
    }
    try checkParameterNames()
    if has("ArgumentList"), results.contains(where: { $0 is ApplicationInfo }) {
      try runtime.throwTerminating(
        error(
          "CommandArgsOnlyForSingleCmdlet",
          "The ArgumentList parameter can be specified only when retrieving a single cmdlet or script.",
          .InvalidArgument,
          type: "System.Management.Automation.PSArgumentException"))
    }
    for c in results { try emit(c) }
  }

  // MARK: - Searching

  private var isCmdletSet: Bool { runtime.parameterSetName == "CmdletSet" }
  private var isFuzzy: Bool { flag("UseFuzzyMatching") }
  private var isAbbreviation: Bool { flag("UseAbbreviationExpansion") }
  private var limit: Int? { int("TotalCount").flatMap { $0 < 0 ? nil : $0 } }

  private var kinds: CommandKinds {
    if isCmdletSet { return [.alias, .function, .filter, .cmdlet, .configuration] }
    let v = arg("CommandType")
    return v.isNull ? .all : CommandKinds(rawValue: Int(Enumeration.raw(v)))
  }

  /// The only module asked for, when it is named without wildcards.
  private var onlyModule: String? {
    if let modules = list("Module") {
      return modules.count == 1 && !Wildcard.containsWildcards(modules[0]) ? modules[0] : nil
    }
    guard let s = try? specifications("FullyQualifiedModule"), s.count == 1 else { return nil }
    return s[0].name
  }

  private func accumulate(_ name: String) throws {
    let discovery = try discovery()
    var plain = name
    var module = onlyModule
    if module == nil, let parts = discovery.qualifiedParts(name), !parts.module.utf8.contains(0x2F) {
      // `Mod\*` asks for what a module exports (rule 147b with D14).
      if Wildcard.containsWildcards(parts.command) {
        module = parts.module
        plain = parts.command
      }
    }
    let isPattern = isFuzzy || isAbbreviation || Wildcard.containsWildcards(plain)
    if isPattern { sortsResults = true }
    var search = Search(name: plain, qualifier: plain == name ? nil : module, isPattern: isPattern)
    search.start = results.count
    nameMatched = false
    var found = try find(search, discovery)
    if !found || isPattern {
      if !isPattern || (module != nil && !Wildcard.containsWildcards(module ?? "")) {
        let target = module.map { name.utf8.contains(0x5C) ? name : $0 + "\\" + plain } ?? name
        if try load(target, discovery) { found = try find(search, discovery) || found }
      } else if !flag("ListImported") {
        found = try addStubs(search, discovery) || found
      }
    }
    if !found, !isPattern, !nameMatched {
      let e = CommandErrors.notFound(name).record
      e.commandClass = runtime.className
      try writeError(e)
    }
  }

  /// What one name asks for.
  private struct Search {
    let name: String
    /// The module written before the name, when that is a pattern.
    let qualifier: String?
    let isPattern: Bool
    var taken = 0
    /// Results before this one belong to other names and may come again.
    var start = 0
  }

  /// Loads what an invocation of the name would load (rules 8b, 147, 147b).
  private func load(_ name: String, _ discovery: CommandDiscovery) throws -> Bool {
    let query = CommandQuery(name: name, state: callerState, origin: runtime.invocation.commandOrigin)
    if let (module, _) = discovery.qualifiedParts(name),
      discovery.importedModules(callerState).contains(where: {
        Ordinal.equalsIgnoreCase($0.name, module)
      })
    {
      return true
    }
    _ = try? discovery.lookUp(query)
    return true
  }

  private func find(_ search: Search, _ discovery: CommandDiscovery) throws -> Bool {
    var query = CommandQuery(
      name: search.name, state: callerState, origin: runtime.invocation.commandOrigin, kinds: kinds)
    let candidates: [CommandInfo]
    if isFuzzy || isAbbreviation {
      query.name = "*"
      candidates = discovery.matching(query).filter { accepts($0.name, search) }
    } else if search.isPattern {
      candidates = discovery.matching(query)
    } else if isSingle {
      // A scope before the name works for invocations alone (rule 14).
      let isScoped = search.name.utf8.contains(0x3A) && !search.name.utf8.contains(0x2F)
      candidates = isScoped ? [] : (discovery.find(query) ?? privateFunction(query, discovery)).map { [$0] } ?? []
    } else {
      candidates = discovery.all(query)
    }
    var search = search
    for c in candidates where try isWanted(c, search) {
      if let limit, search.taken >= limit { break }
      add(c, search)
      search.taken += 1
    }
    return search.taken > 0
  }

  /// A function that is private to an outer scope is shown, though it does not run here.
  private func privateFunction(_ query: CommandQuery, _ discovery: CommandDiscovery) -> CommandInfo? {
    for scope in discovery.scopes(query.state) {
      if let f = scope.functions[Symbol(query.name)], query.sees(f) { return f }
    }
    return nil
  }

  /// Whether just the command that would run is asked for (rule 146).
  private var isSingle: Bool {
    !flag("All") && limit == nil && !has("CommandType") && !has("Module") && !has("FullyQualifiedModule")
  }

  private func accepts(_ name: String, _ search: Search) -> Bool {
    if isAbbreviation { return Ordinal.equalsIgnoreCase(Abbreviation.of(name), search.name) }
    if isFuzzy { return FuzzyDistance.between(name, search.name) <= (int("FuzzyMinimumDistance") ?? 5) }
    return (try? Wildcard(search.name))?.matches(name) ?? false
  }

  private func add(_ c: CommandInfo, _ search: Search) {
    if results[search.start...].contains(where: { $0 === c }) { return }
    results.append(c)
    if isFuzzy { scores[ObjectIdentifier(c)] = FuzzyDistance.between(c.name, search.name) }
  }

  private func addStubs(_ search: Search, _ discovery: CommandDiscovery) throws -> Bool {
    let kinds = self.kinds
    var search = search
    let stubs = discovery.stubs(matching: { accepts($0, search) }, module: { moduleMatches($0) })
    for c in stubs where kinds.contains(c) {
      guard try isWanted(c, search) else { continue }
      if let limit, search.taken >= limit { break }
      add(c, search)
      search.taken += 1
    }
    return search.taken > 0
  }

  // MARK: - Filters

  private func isWanted(_ c: CommandInfo, _ search: Search) throws -> Bool {
    if let q = search.qualifier, !NamePatterns([q]).matches(c.moduleName) { return false }
    guard moduleMatches(c.moduleName), versionMatches(c), isVerbNounMatch(c) else { return false }
    if try parametersMatch(c) { return true }
    // A command that only lacks the parameters asked for is an answer of its own.
    nameMatched = true
    return false
  }

  private func moduleMatches(_ name: String) -> Bool {
    if let wanted = list("Module"), !NamePatterns(wanted).matches(name) { return false }
    if let excluded = list("ExcludeModule"), !excluded.isEmpty, NamePatterns(excluded).matches(name) { return false }
    if has("FullyQualifiedModule"), let s = try? specifications("FullyQualifiedModule") {
      return s.contains { Ordinal.equalsIgnoreCase($0.name, name) }
    }
    return true
  }

  private func versionMatches(_ c: CommandInfo) -> Bool {
    guard has("FullyQualifiedModule"), let s = try? specifications("FullyQualifiedModule") else { return true }
    let version = CommandFacts.version(c).flatMap { ModuleVersion($0) } ?? .zero
    return s.contains { Ordinal.equalsIgnoreCase($0.name, c.moduleName) && $0.accepts(version: version) }
  }

  private func isVerbNounMatch(_ c: CommandInfo) -> Bool {
    guard isCmdletSet else { return true }
    let verbs = list("Verb") ?? []
    let nouns = list("Noun") ?? []
    let parts = CommandFacts.split(c.name)
    if verbs.isEmpty, nouns.isEmpty { return !(c is AliasInfo) || parts != nil }
    guard let parts else { return false }
    return (verbs.isEmpty || NamePatterns(verbs).matches(parts.verb))
      && (nouns.isEmpty || NamePatterns(nouns).matches(parts.noun))
  }

  private func parametersMatch(_ c: CommandInfo) throws -> Bool {
    let names = list("ParameterName") ?? []
    let types =
      has("ParameterType") ? (arg("ParameterType").asObject(PSArray.self)?.elements ?? [arg("ParameterType")]) : []
    if names.isEmpty, types.isEmpty { return true }
    let typeNames = try types.map { try Operations.toString($0) }
    guard let parameters = try? CommandFacts.parameters(c) else { return false }
    for p in parameters {
      let nameFits =
        names.isEmpty
        || names.contains { n in
          let pattern = NamePatterns([n])
          guard pattern.matches(p.name) || p.aliases.contains(where: { pattern.matches($0) }) else { return false }
          matchedParameters.insert(Symbol(n))
          return true
        }
      let typeFits =
        typeNames.isEmpty
        || typeNames.contains { t in
          p.type.typeNameChain.contains { Ordinal.equalsIgnoreCase($0, t) }
            || TypeResolver.resolve(t, usingNamespaces: []).map { p.type.isAssignable(to: $0) } ?? false
        }
      if nameFits && typeFits { return true }
    }
    return false
  }

  private func checkParameterNames() throws {
    for name in list("ParameterName") ?? [] where !Wildcard.containsWildcards(name) {
      guard !matchedParameters.contains(Symbol(name)) else { continue }
      try writeError(
        error(
          "CommandParameterNotFound", "A parameter cannot be found that matches parameter name '\(name)'.",
          .ObjectNotFound,
          target: .string(name), type: "System.ArgumentException"))
    }
  }

  // MARK: - Output

  private func emit(_ c: CommandInfo) throws {
    if flag("Syntax") {
      let text = try CommandSyntax.text(of: c)
      if !text.isEmpty { try write(.string(text)) }
      return
    }
    if flag("ShowCommandInfo") { return try write(ShowCommandInfo.object(c)) }
    guard let score = scores[ObjectIdentifier(c)] else { return try write(.object(c)) }
    if c.extended == nil { c.extended = MemberBag() }
    c.extended?.setNote("Score", .int(Int32(truncatingIfNeeded: score)))
    try write(.object(c))
  }

  private func explain(_ name: String) throws {
    let query = CommandQuery(name: name, state: callerState, origin: runtime.invocation.commandOrigin)
    for step in CommandExplainer(try discovery()).explain(query) { try write(.object(step)) }
  }
}

/// The letters of a name that stand for it: capitals and dashes (rule 154).
enum Abbreviation {
  static func of(_ name: String) -> String {
    String(decoding: name.utf8.filter { ($0 >= 0x41 && $0 <= 0x5A) || $0 == 0x2D }, as: UTF8.self)
  }
}

/// How far two names are apart: insertions, deletions, replacements and swaps of neighbours, ignoring case.
public enum FuzzyDistance {
  /// The optimal string alignment distance.
  public static func between(_ a: String, _ b: String) -> Int {
    let x = Array(CaseFold.folded(a).utf16.prefix(256))
    let y = Array(CaseFold.folded(b).utf16.prefix(256))
    if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
    var before: [Int] = []
    var last = Array(0...y.count)
    for i in 1...x.count {
      var row = [i] + Array(repeating: 0, count: y.count)
      for j in 1...y.count {
        let cost = x[i - 1] == y[j - 1] ? 0 : 1
        var best = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + cost)
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] { best = min(best, before[j - 2] + 1) }
        row[j] = best
      }
      before = last
      last = row
    }
    return last[y.count]
  }
}
