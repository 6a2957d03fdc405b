import Basics
import Engine
import Objects

/// `Function:`: the functions to be seen from the running scope.
public final class FunctionProvider: TableProvider {
  init() { super.init("Function", implementingType: "FunctionProvider") }

  private func split(_ name: String, _ s: ProviderSession) -> (scope: Scope?, name: String) {
    TableScopes.split(name, s.runspace)
  }
  private func function(_ name: String, _ s: ProviderSession) -> FunctionInfo? {
    let (scope, bare) = split(name, s)
    return scope.map { $0.functions[Symbol(bare)] } ?? s.runspace.currentScope.findFunction(Symbol(bare))
  }
  override func entry(_ name: String, _ s: ProviderSession) -> Value? { function(name, s).map { .object($0) } }
  override func names(_ s: ProviderSession) -> [String] {
    var seen: Set<Symbol> = []
    var out: [String] = []
    for (i, scope) in scopes(s).enumerated() {
      for (symbol, f) in scope.functions where i == 0 || !f.options.contains(.isPrivate) {
        if seen.insert(symbol).inserted { out.append(f.name) }
      }
    }
    return out
  }
  override func value(_ name: String, _ s: ProviderSession) -> Value {
    function(name, s).map { .object($0.scriptBlock) } ?? .null
  }
  override func assign(_ name: String, _ value: Value, force: Bool, _ s: ProviderSession) throws {
    let (scope, bare) = split(name, s)
    let home = scope ?? scopes(s).first { $0.functions[Symbol(bare)] != nil } ?? s.runspace.currentScope
    if value.isNull { return try home.removeFunction(bare, force: force) }
    let block: ScriptBlock
    var isFilter = false
    if let b = value.asObject(ScriptBlock.self) {
      block = b.functionName.isEmpty ? b : b.bound(to: b.sessionState)
    } else if let f = value.asObject(FunctionInfo.self) {
      block = f.scriptBlock.bound(to: f.scriptBlock.sessionState)
      isFilter = f.commandType == .filter
    } else {
      block = try s.runspace.parse(try Operations.toString(value), state: home.sessionState)
    }
    block.functionName = bare
    try home.defineFunction(
      bare, block, isFilter: isFilter || block.isFilter, module: home.sessionState.module, force: force)
  }
  override func delete(_ name: String, force: Bool, _ s: ProviderSession) throws {
    let (scope, bare) = split(name, s)
    let home = scope ?? scopes(s).first { $0.functions[Symbol(bare)] != nil }
    try home?.removeFunction(bare, force: force)
  }
}

/// `Alias:`: the aliases to be seen from the running scope.
public final class AliasProvider: TableProvider {
  init() { super.init("Alias", implementingType: "AliasProvider") }

  private func alias(_ name: String, _ s: ProviderSession) -> AliasInfo? {
    let (scope, bare) = TableScopes.split(name, s.runspace)
    return scope.map { $0.aliases[Symbol(bare)] } ?? s.runspace.currentScope.findAlias(Symbol(bare))
  }
  override func entry(_ name: String, _ s: ProviderSession) -> Value? { alias(name, s).map { .object($0) } }
  override func names(_ s: ProviderSession) -> [String] {
    var seen: Set<Symbol> = []
    var out: [String] = []
    for (i, scope) in scopes(s).enumerated() {
      for (symbol, a) in scope.aliases where i == 0 || !a.options.contains(.isPrivate) {
        if seen.insert(symbol).inserted { out.append(a.name) }
      }
    }
    return out
  }
  override func value(_ name: String, _ s: ProviderSession) -> Value {
    alias(name, s).map { .string($0.target) } ?? .null
  }
  override func assign(_ name: String, _ value: Value, force: Bool, _ s: ProviderSession) throws {
    let (scope, bare) = TableScopes.split(name, s.runspace)
    let home = scope ?? scopes(s).first { $0.aliases[Symbol(bare)] != nil } ?? s.runspace.currentScope
    if value.isNull { return try home.removeAlias(bare, force: force) }
    let target = try value.asObject(AliasInfo.self)?.target ?? Operations.toString(value)
    let options = home.aliases[Symbol(bare)]?.options ?? []
    try home.setAlias(bare, target: target, options: options, module: home.sessionState.module, force: force)
  }
  override func delete(_ name: String, force: Bool, _ s: ProviderSession) throws {
    let (scope, bare) = TableScopes.split(name, s.runspace)
    let home = scope ?? scopes(s).first { $0.aliases[Symbol(bare)] != nil }
    try home?.removeAlias(bare, force: force)
  }
}

/// A scope written in front of an item's name: `Function:global:x`.
enum TableScopes {
  static func split(_ name: String, _ runspace: Runspace) -> (scope: Scope?, name: String) {
    guard let colon = name.utf8.firstIndex(of: 0x3A) else { return (nil, name) }
    let bare = String(name[name.utf8.index(after: colon)...])
    let here: Scope = runspace.currentScope
    switch name[..<colon].lowercased() {
    case "global": return (runspace.globalState.rootScope, bare)
    case "script": return (here.scriptScope, bare)
    case "local", "private": return (here, bare)
    default: return (nil, name)
    }
  }
}
