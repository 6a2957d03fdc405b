import Basics
import Engine
import Objects

extension ModuleImporter {
  /// Puts what a module exports into the target (rules 119-121).
  func importMembers(of module: ModuleInfo) throws {
    runspace.commandEpoch &+= 1
    let prefix = options.prefix.flatMap { $0.isEmpty ? nil : $0 } ?? module.prefix
    try importFunctions(of: module, prefix)
    try importCmdlets(of: module, prefix)
    if !options.isFiltered || options.variables != nil { try importVariables(of: module) }
    try importAliases(of: module, prefix)
    if !options.disableNameChecking, !module.isEngine { try checkNames(of: module, prefix) }
  }

  private func wants(_ list: [String]?, _ name: String) -> Bool {
    guard options.isFiltered else { return true }
    guard let list, !list.isEmpty else { return false }
    return NamePatterns(list).matches(name)
  }

  /// Whether -NoClobber keeps a name from being taken.
  private func isTaken(_ name: String, _ module: ModuleInfo) throws -> Bool {
    guard options.noClobber else { return false }
    let query = CommandQuery(
      name: name, state: target.state, origin: .internal, kinds: [.alias, .function, .filter, .cmdlet, .configuration])
    guard let found = discovery.find(query), found.module !== module else { return false }
    try reporter.verbose("The command '\(name)' is not imported because a command of that name already exists.")
    return true
  }

  private func importFunctions(of module: ModuleInfo, _ prefix: String) throws {
    for f in module.exportedFunctions {
      guard wants(options.functions, f.name) else { continue }
      f.prefix = prefix
      let name = ExportName.of(f)
      if try isTaken(name, module) { continue }
      define(f, as: name, owner: module)
      try reporter.verbose("Importing function '\(name)'.")
    }
  }

  /// A function of the same module is renewed in place; anybody else's gives way to a new object (rules 106, 107).
  private func define(_ f: FunctionInfo, as name: String, owner: ModuleInfo) {
    let symbol = Symbol(name)
    if let old = target.scope.functions[symbol], old.module === owner, old.commandType == f.commandType {
      old.scriptBlock = f.scriptBlock
      return
    }
    let new = FunctionInfo(name, f.scriptBlock, isFilter: f.commandType == .filter)
    new.module = owner
    new.descriptionText = f.descriptionText
    target.scope.functions[symbol] = new
  }

  private func importCmdlets(of module: ModuleInfo, _ prefix: String) throws {
    for c in module.exportedCmdlets {
      guard wants(options.cmdlets, c.name) else { continue }
      c.prefix = prefix
      let name = ExportName.of(c)
      if try isTaken(name, module) { continue }
      try add(c, as: name, of: module)
      if !module.isEngine { try reporter.verbose("Importing cmdlet '\(name)'.") }
    }
  }

  private func add(_ c: CmdletInfo, as name: String, of module: ModuleInfo) throws {
    let symbol = Symbol(name)
    for old in target.state.cmdlets[symbol] ?? [] where Ordinal.equalsIgnoreCase(old.moduleName, module.name) {
      // The same cmdlet again keeps its place; another one under the same full name is refused (rules 103, 104).
      if old.className == c.className { return }
      throw GuestError.runtime(
        "Module_ImportModuleError",
        "A cmdlet named '\(name)' already exists. Cmdlets must have unique names.", .NotSpecified)
    }
    var imported = c
    if name != c.name {
      imported = CmdletInfo(
        name, className: c.className, metadata: { try c.metadata() ?? CommandMetadata(name) }, make: c.make)
    }
    if imported.module == nil { imported.module = module }
    target.state.cmdlets[symbol, default: []].insert(imported, at: 0)
  }

  private func importVariables(of module: ModuleInfo) throws {
    for v in module.exportedVariables {
      guard wants(options.variables, v.name) else { continue }
      if options.noClobber, target.scope.variables[v.symbol] != nil { continue }
      if let old = target.scope.variables[v.symbol], old !== v,
        old.options.contains(.constant) || old.options.contains(.readOnly)
      {
        throw GuestError.runtime(
          "VariableNotWritable", "Cannot overwrite variable \(v.name) because it is read-only or constant.",
          .WriteError,
          target: .string(v.name), type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
      }
      v.module = module
      target.scope.variables[v.symbol] = v
      try reporter.verbose("Importing variable '\(v.name)'.")
    }
  }

  private func importAliases(of module: ModuleInfo, _ prefix: String) throws {
    for a in module.exportedAliases {
      guard wants(options.aliases, a.name) else { continue }
      let name = ExportName.add(prefix, to: a.name)
      if try isTaken(name, module) { continue }
      do {
        try target.scope.setAlias(name, target: retargeted(a.target, module, prefix), options: [], module: module)
      } catch let e as GuestError {
        discovery.forgetFailed(module)
        throw reporter.adopt(e)
      }
      try reporter.verbose("Importing alias '\(name)'.")
    }
  }

  /// An alias for a command that got a prefix means the prefixed one.
  private func retargeted(_ name: String, _ module: ModuleInfo, _ prefix: String) -> String {
    if prefix.isEmpty { return name }
    if let f = module.exportedFunctions.first(where: { Ordinal.equalsIgnoreCase($0.name, name) }) {
      return ExportName.of(f)
    }
    if let c = module.exportedCmdlets.first(where: { Ordinal.equalsIgnoreCase($0.name, name) }) {
      return ExportName.of(c)
    }
    return name
  }

  // MARK: - Names

  private static let restricted = Set("#,(){}[]&-/\\$^;:\"'<>|?@`*%+=~")

  /// Warns of names people will not find (rule 131).
  private func checkNames(of module: ModuleInfo, _ prefix: String) throws {
    var hasOddVerb = false
    var hasOddCharacter = false
    let commands: [CommandInfo] = module.exportedFunctions + module.exportedCmdlets
    for c in commands {
      let list = c is CmdletInfo ? options.cmdlets : options.functions
      guard wants(list, c.name) else { continue }
      let name = ExportName.of(c)
      guard let dash = name.utf8.firstIndex(of: 0x2D), dash > name.startIndex else { continue }
      if !FactTables.verbNames.contains(Symbol(String(name[..<dash]))) {
        hasOddVerb = true
        try reporter.verbose(
          "The '\(name)' command in the module '\(module.name)' was imported, but because its name does not include an "
            + "approved verb, it might be difficult to find. For a list of approved verbs, type Get-Verb.")
      }
      if name[name.index(after: dash)...].contains(where: { Self.restricted.contains($0) }) { hasOddCharacter = true }
    }
    if hasOddVerb {
      try reporter.warning(
        "The names of some imported commands from the module '\(module.name)' include unapproved verbs that might make "
          + "them less discoverable. To find the commands with unapproved verbs, run the Import-Module command again with "
          + "the Verbose parameter. For a list of approved verbs, type Get-Verb.")
    }
    if hasOddCharacter {
      try reporter.warning(
        "Some imported command names contain one or more of the following restricted characters: "
          + "# , ( ) {{ }} [ ] & - / \\ $ ^ ; : \" ' < > | ? @ ` * % + = ~")
    }
  }
}
