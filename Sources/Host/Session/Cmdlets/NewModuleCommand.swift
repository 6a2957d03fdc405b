import Basics
import Engine
import Objects

/// `New-Module`.
final class NewModule: Cmdlet {
  override func end() throws {
    guard let block = arg("ScriptBlock").asObject(ScriptBlock.self) else { return }
    let discovery = try discovery()
    let sink = CollectingSink()
    let arguments = arg("ArgumentList")
    let streams = runtime.streams.withoutOwnLists(outer: engine.frame?.streams)
    let module: ModuleInfo
    do {
      module = try discovery.makeModule(
        named: string("Name") ?? "", block,
        arguments: arguments.isNull ? [] : arguments.asObject(PSArray.self)?.elements ?? [arguments],
        output: sink, streams: streams)
    } catch let e as GuestError {
      // The record keeps the id it had in the block.
      if e.record.commandClass == nil { e.record.commandClass = "" }
      return try runtime.writeError(e.record)
    }
    if let names = list("Function") {
      let patterns = NamePatterns(names)
      module.exportedFunctions.removeAll { !patterns.matches($0.name) }
    }
    if let names = list("Cmdlet") {
      let patterns = NamePatterns(names)
      module.exportedCmdlets.removeAll { !patterns.matches($0.name) }
    }
    if flag("AsCustomObject") { return try write(ModuleObjects.customObject(of: module)) }
    var options = ImportOptions()
    options.disableNameChecking = true
    let importer = ModuleImporter(
      discovery, target: ImportTarget(callerState), callerScope: runtime.scope,
      reporter: ImportReporter(runtime: runtime), options: options)
    try importer.importMembers(of: module)
    if flag("ReturnResult") {
      for v in sink.values { try write(v) }
    } else {
      try write(.object(module))
    }
  }
}

/// `Export-ModuleMember`.
final class ExportModuleMember: Cmdlet {
  override func process() throws {
    guard let module = callerState.module else {
      try runtime.throwTerminating(
        error(
          "Modules_CanOnlyExecuteExportModuleMemberInsideAModule",
          "The Export-ModuleMember cmdlet can only be called from inside a module.", .PermissionDenied,
          type: "System.InvalidOperationException"))
    }
    let state = callerState
    var exports = state.explicitExports ?? ExportList()
    exports.functions += strings("Function")
    exports.cmdlets += strings("Cmdlet")
    exports.variables += strings("Variable")
    exports.aliases += strings("Alias")
    state.explicitExports = exports
    for name in matching(strings("Function"), state.rootScope.functions.values.map(\.name)) {
      try runtime.writeVerbose("Exporting function '\(name)'.")
    }
    for name in matching(strings("Variable"), state.rootScope.variables.values.map(\.name)) {
      try runtime.writeVerbose("Exporting variable '\(name)'.")
    }
    for name in matching(strings("Alias"), state.rootScope.aliases.values.map(\.name)) {
      try runtime.writeVerbose("Exporting alias '\(name)'.")
    }
    // A call after the load changes what a loaded module exports from now on.
    if module.isLoaded { try refresh(module, exports) }
  }

  private func matching(_ patterns: [String], _ names: [String]) -> [String] {
    if patterns.isEmpty { return [] }
    let list = NamePatterns(patterns)
    return names.filter { list.matches($0) }.sorted { DirectoryNames.before($0, $1) }
  }

  private func refresh(_ module: ModuleInfo, _ exports: ExportList) throws {
    module.takeExports(
      functions: NamePatterns(exports.functions), cmdlets: NamePatterns(exports.cmdlets),
      aliases: NamePatterns(exports.aliases), variables: NamePatterns(exports.variables))
    engine.commandEpoch &+= 1
  }
}
