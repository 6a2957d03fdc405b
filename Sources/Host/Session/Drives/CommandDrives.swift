import Basics
import Engine
import Objects
import Processes

/// `$function:name`: the script block of a function.
final class FunctionDrive: VariableDrive {
  func get(_ name: String, in runspace: Runspace) throws -> Value? {
    let (scope, bare) = DriveScope.split(name, runspace)
    let f = scope.map { $0.functions[Symbol(bare)] } ?? runspace.currentScope.findFunction(Symbol(bare))
    return f.map { .object($0.scriptBlock) }
  }

  func set(_ name: String, _ value: Value, in runspace: Runspace) throws {
    let (scope, bare) = DriveScope.split(name, runspace)
    try Self.define(bare, value, in: scope ?? Self.home(of: bare, runspace), runspace)
  }

  func remove(_ name: String, in runspace: Runspace) throws {
    let (scope, bare) = DriveScope.split(name, runspace)
    try (scope ?? Self.home(of: bare, runspace)).removeFunction(bare)
  }

  /// An existing function is changed where it lives; a new one is made in the current scope.
  private static func home(of name: String, _ runspace: Runspace) -> Scope {
    var scope: Scope? = runspace.currentScope
    while let s = scope {
      if s.functions[Symbol(name)] != nil { return s }
      scope = s.parent
    }
    return runspace.currentScope
  }

  /// Makes or changes a function from a block, another function, or text; null removes it.
  static func define(_ name: String, _ value: Value, in scope: Scope, _ runspace: Runspace) throws {
    switch value.base {
    case .null, .nothing: try scope.removeFunction(name)
    case .object(let o):
      switch o {
      case let block as ScriptBlock: try define(name, block, in: scope)
      case let f as FunctionInfo: try define(name, f.scriptBlock, in: scope)
      default: try define(name, runspace.parse(Operations.toString(value), state: scope.sessionState), in: scope)
      }
    default: try define(name, runspace.parse(Operations.toString(value), state: scope.sessionState), in: scope)
    }
  }

  private static func define(_ name: String, _ block: ScriptBlock, in scope: Scope) throws {
    let bound = block.functionName.isEmpty ? block : block.bound(to: block.sessionState)
    bound.functionName = name
    try scope.defineFunction(name, bound, isFilter: block.isFilter, module: scope.sessionState.module)
  }
}

/// `$alias:name`: what an alias stands for.
final class AliasDrive: VariableDrive {
  func get(_ name: String, in runspace: Runspace) throws -> Value? {
    let (scope, bare) = DriveScope.split(name, runspace)
    let a = scope.map { $0.aliases[Symbol(bare)] } ?? runspace.currentScope.findAlias(Symbol(bare))
    return a.map { .string($0.target) }
  }

  func set(_ name: String, _ value: Value, in runspace: Runspace) throws {
    let (scope, bare) = DriveScope.split(name, runspace)
    let target = scope ?? runspace.currentScope
    if value.isNull { return try target.removeAlias(bare) }
    let options = target.aliases[Symbol(bare)]?.options ?? []
    try target.setAlias(bare, target: Operations.toString(value), options: options, module: target.sessionState.module)
  }

  func remove(_ name: String, in runspace: Runspace) throws {
    let (scope, bare) = DriveScope.split(name, runspace)
    try (scope ?? runspace.currentScope).removeAlias(bare)
  }
}

/// `$variable:name`.
final class VariableNameDrive: VariableDrive {
  func get(_ name: String, in runspace: Runspace) throws -> Value? {
    runspace.variable(name, in: runspace.currentScope)?.get()
  }
  func set(_ name: String, _ value: Value, in runspace: Runspace) throws {
    try runspace.variable(forAssignment: name, in: runspace.currentScope).set(value)
  }
  func remove(_ name: String, in runspace: Runspace) throws {
    runspace.currentScope.variables[Symbol(name)] = nil
  }
}

/// `$env:name`.
final class EnvironmentDrive: VariableDrive {
  func get(_ name: String, in runspace: Runspace) throws -> Value? { Environment.get(name).map { .string($0) } }

  func set(_ name: String, _ value: Value, in runspace: Runspace) throws {
    // What PATH and PSModulePath say decides what names mean.
    runspace.commandEpoch &+= 1
    let text = value.isNull ? "" : try Operations.toString(value)
    if text.isEmpty {
      Environment.unset(name)
    } else {
      Environment.set(name, text)
    }
  }

  func remove(_ name: String, in runspace: Runspace) throws {
    runspace.commandEpoch &+= 1
    Environment.unset(name)
  }
}

/// A scope written before the name of a drive item: `$function:global:x`.
enum DriveScope {
  static func split(_ name: String, _ runspace: Runspace) -> (Scope?, String) {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return (nil, name) }
    let bare = String(name[name.index(after: colon)...])
    let here = runspace.currentScope
    switch CaseFold.folded(String(name[..<colon])) {
    case "GLOBAL": return (runspace.globalState.rootScope, bare)
    case "SCRIPT": return (here.scriptScope, bare)
    case "LOCAL", "PRIVATE": return (here, bare)
    default: return (nil, name)
    }
  }
}
