import Basics
import Diagnostics
import Engine
import Objects

extension ModuleImporter {
  /// Loads a `.psm1` or `.ps1` as a module of its own.
  func loadScript(_ file: String, name: String?) throws -> ModuleInfo? {
    if options.constraints?.hasConstraints == true { return nil }
    try reporter.verbose("Loading module from path '\(file)'.")
    let module = ModuleInfo(name: name ?? PathText.stem(file), path: file)
    module.moduleBase = PathText.parent(file)
    let block = try ScriptFile.read(file)
    // A script imported as a module is dot-sourced: what it defines lands with the importer.
    if PathText.hasExtension(file, ".ps1") { return try loadPlainScript(block, module) }
    prepare(module)
    try runBody(block, of: module)
    try finishExports(of: module)
    try publish(module)
    return module
  }

  private func loadPlainScript(_ block: ScriptBlock, _ module: ModuleInfo) throws -> ModuleInfo? {
    module.sessionState = nil
    block.sessionState = target.state
    try runspace.runDotSourced(
      block, in: target.scope, name: module.path, arguments: options.arguments, output: NullSink.shared,
      streams: reporter.streams)
    discovery.register(module, in: target.state)
    return module
  }

  /// Gives a module its own session state below the global one.
  func prepare(_ module: ModuleInfo) {
    let state = SessionState(parent: runspace.globalState.rootScope)
    state.module = module
    module.sessionState = state
    EngineIntrinsics.install(in: state, runspace)
  }

  /// Runs a module's body in its own scope; its output is dropped.
  func runBody(_ block: ScriptBlock, of module: ModuleInfo, output: Sink = NullSink.shared) throws {
    guard let state = module.sessionState else { return }
    block.sessionState = state
    module.body = block
    let path = block.file ?? module.path
    discovery.loadingPaths.append(path)
    defer { discovery.loadingPaths.removeLast() }
    do {
      try runspace.runModuleBody(
        block, in: state, name: path, arguments: options.arguments, output: output, streams: reporter.streams)
    } catch let e as GuestError {
      discovery.forgetFailed(module)
      throw reporter.adopt(e)
    }
  }

  /// Takes the exports from Export-ModuleMember's lists, or everything but variables (rule 139).
  func finishExports(of module: ModuleInfo) throws {
    guard let state = module.sessionState else { return }
    if let explicit = state.explicitExports {
      module.takeExports(
        functions: NamePatterns(explicit.functions), cmdlets: NamePatterns(explicit.cmdlets),
        aliases: NamePatterns(explicit.aliases), variables: NamePatterns(explicit.variables))
      return
    }
    module.takeExports(functions: .everything, cmdlets: .everything, aliases: .everything, variables: NamePatterns([]))
    for f in module.exportedFunctions { try reporter.verbose("Exporting function '\(f.name)'.") }
    for a in module.exportedAliases { try reporter.verbose("Exporting alias '\(a.name)'.") }
  }
}

extension ModuleInfo {
  /// Fills the export lists with the members of the module's scope that match.
  func takeExports(functions: NamePatterns, cmdlets: NamePatterns, aliases: NamePatterns, variables: NamePatterns) {
    guard let state = sessionState, let scope = state.rootScope else { return }
    exportedFunctions = scope.functions.values
      .filter { !$0.options.contains(.allScope) && functions.matches($0.name) }
      .sorted { DirectoryNames.before($0.name, $1.name) }
    exportedAliases = scope.aliases.values
      .filter { !$0.options.contains(.allScope) && aliases.matches($0.name) }
      .sorted { DirectoryNames.before($0.name, $1.name) }
    exportedCmdlets = state.cmdlets.values.compactMap(\.first)
      .filter { cmdlets.matches($0.name) }
      .sorted { DirectoryNames.before($0.name, $1.name) }
    exportedVariables = scope.variables.values
      .filter {
        !$0.options.contains(.allScope) && variables.matches($0.name) && !ModuleInfo.ownVariables.contains($0.symbol)
      }
      .sorted { DirectoryNames.before($0.name, $1.name) }
  }

  /// Variables every module scope has, which nobody exports.
  static let ownVariables: Set<Symbol> = Set(
    [
      "ExecutionContext", "args", "input", "MyInvocation", "PSScriptRoot", "PSCommandPath", "PSBoundParameters", "_",
      "this", "PSCmdlet", "foreach", "switch", "Matches", "PSItem", "StackTrace",
    ].map { Symbol($0) })
}

/// Reading script files.
enum ScriptFile {
  /// The block of a script file; throws what PowerShell throws for syntax errors.
  static func read(_ path: String) throws -> ScriptBlock {
    guard let bytes = FileBytes.read(path) else {
      throw GuestError.runtime(
        "FileNotFound", "Could not find file '\(path)'.", .OpenError, target: .string(path),
        type: "System.IO.FileNotFoundException")
    }
    guard let runspace = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace to run '\(path)' in.")
    }
    let block = try runspace.parse(SourceText(bytes: bytes, file: path), state: nil)
    block.isScriptFile = true
    block.functionName = PathText.leaf(path)
    return block
  }
}
