import Basics
import Engine
import Objects

/// `Import-Module`.
final class ImportModule: Cmdlet {
  override func begin() throws {
    if has("Global"), flag("Global"), has("Scope") {
      try runtime.throwTerminating(
        error(
          "Modules_GlobalAndScopeParameterCannotBeSpecifiedTogether",
          "The Global and Scope parameters cannot be specified together. Specify only one of them, and then try again.",
          .InvalidOperation, type: "System.InvalidOperationException"))
    }
  }

  override func process() throws {
    if let low = string("MinimumVersion"), let high = string("MaximumVersion"), let a = ModuleVersion(low),
      let b = ModuleSpecification.maximum(high), b < a
    {
      let e = error(
        "ArgumentOutOfRange",
        "Specified argument was out of the range of valid values. (Parameter 'The MinimumVersion '\(low)' should not be "
          + "greater than MaximumVersion '\(high)'.')", .InvalidArgument, type: "System.ArgumentOutOfRangeException")
      try runtime.throwTerminating(e)
    }
    for v in items("ModuleInfo") {
      guard let module = v.asObject(ModuleInfo.self) else { continue }
      try run { try $0.load(module: module) }
    }
    for name in strings("Name") { try run { try $0.load(name) } }
    for specification in try specifications("FullyQualifiedName") {
      try run(specification) { try $0.load(specification.name) }
    }
    for v in items("Assembly") {
      try writeError(
        error(
          "Modules_AssembliesNotSupported", "An assembly cannot be imported into this host.", .NotImplemented,
          target: v,
          type: "System.NotSupportedException"))
    }
  }

  private func items(_ name: String) -> [Value] {
    let v = arg(name)
    return v.isNull ? [] : v.asObject(PSArray.self)?.elements ?? [v]
  }

  /// One import with everything the parameters ask for.
  private func run(
    _ specification: ModuleSpecification? = nil, _ load: (ModuleImporter) throws -> ModuleInfo?
  ) throws {
    let importer = ModuleImporter(
      try discovery(), target: target, callerScope: runtime.scope, reporter: ImportReporter(runtime: runtime),
      options: options(specification))
    guard let module = try load(importer) else { return }
    if importer.options.asCustomObject {
      guard module.sessionState != nil else {
        return try writeError(
          error(
            "Modules_CantUseAsCustomObjectWithBinaryModule",
            "The -AsCustomObject parameter is supported for script modules only.", .PermissionDenied,
            type: "System.InvalidOperationException"))
      }
      return try write(ModuleObjects.customObject(of: module))
    }
    if flag("PassThru") {
      for script in importer.scriptModules { try write(.object(script)) }
      try write(.object(module))
    }
  }

  /// The caller's session state, or the global one (rule 118).
  private var target: ImportTarget {
    let isGlobal = flag("Global") || string("Scope").map { Ordinal.equalsIgnoreCase($0, "Global") } ?? false
    if isGlobal { return ImportTarget(engine.globalState) }
    let state = callerState
    if string("Scope").map({ Ordinal.equalsIgnoreCase($0, "Local") }) ?? false {
      return ImportTarget(state, scope: runtime.scope)
    }
    return ImportTarget(state)
  }

  private func options(_ specification: ModuleSpecification?) -> ImportOptions {
    var result = ImportOptions()
    result.functions = list("Function")
    result.cmdlets = list("Cmdlet")
    result.variables = list("Variable")
    result.aliases = list("Alias")
    result.prefix = string("Prefix")
    result.noClobber = flag("NoClobber")
    result.force = flag("Force")
    result.disableNameChecking = flag("DisableNameChecking")
    result.asCustomObject = flag("AsCustomObject")
    let arguments = arg("ArgumentList")
    result.arguments = arguments.isNull ? [] : arguments.asObject(PSArray.self)?.elements ?? [arguments]
    result.constraints = specification ?? constraints
    return result
  }

  private var constraints: ModuleSpecification? {
    let result = ModuleSpecification("")
    result.version = string("MinimumVersion")
    result.maximumVersion = string("MaximumVersion")
    result.requiredVersion = string("RequiredVersion")
    return result.hasConstraints ? result : nil
  }
}
