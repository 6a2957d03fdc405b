import Basics
import Objects

/// One scope of a session state: variables, functions and aliases by name.
///
/// `find…` looks here and in the parents (private items only where they live); `variables[…]` and the
/// like are this scope alone. The chain of a module's scopes ends in the global scope (rule 17).
public final class Scope {
  public let parent: Scope?
  /// Whether `$script:` of code running below this scope means this scope.
  public let isScriptScope: Bool
  public unowned let sessionState: SessionState
  public var variables = VariableTable()
  public var functions: [Symbol: FunctionInfo] = [:]
  public var aliases: [Symbol: AliasInfo] = [:]
  /// Classes and enums defined here; nil until the first.
  public var types: [CIString: TypeInfo]?
  /// The version given to `Set-StrictMode` here (0 = off); nil asks the parent.
  public var strictVersion: Int?

  public init(parent: Scope?, sessionState: SessionState, isScriptScope: Bool) {
    self.parent = parent
    self.sessionState = sessionState
    self.isScriptScope = isScriptScope || parent == nil
  }

  /// The nearest scope that `$script:` means.
  public var scriptScope: Scope {
    var s = self
    while !s.isScriptScope, let p = s.parent { s = p }
    return s
  }
  /// The outermost scope of the chain.
  public var globalScope: Scope {
    var s = self
    while let p = s.parent { s = p }
    return s
  }

  /// The variable a bare name means: nearest scope first.
  public func findVariable(_ name: Symbol) -> Variable? {
    if let v = variables[name] { return v }
    var s = parent
    while let p = s {
      if let v = p.variables[name], !v.options.contains(.isPrivate) { return v }
      s = p.parent
    }
    return nil
  }
  /// The variable an assignment to a bare name changes, made in this scope if need be.
  public func variableForAssignment(_ name: Symbol) -> Variable {
    if let v = variables[name] { return v }
    if AllScopeNames.contains(name), let v = findVariable(name), v.options.contains(.allScope) { return v }
    let v = Variable(name, .null)
    variables[name] = v
    return v
  }
  /// The function a bare name means: nearest scope first.
  public func findFunction(_ name: Symbol) -> FunctionInfo? {
    if let f = functions[name] { return f }
    var s = parent
    while let p = s {
      if let f = p.functions[name], !f.options.contains(.isPrivate) { return f }
      s = p.parent
    }
    return nil
  }
  /// The alias a bare name means: nearest scope first.
  public func findAlias(_ name: Symbol) -> AliasInfo? {
    if let a = aliases[name] { return a }
    var s = parent
    while let p = s {
      if let a = p.aliases[name], !a.options.contains(.isPrivate) { return a }
      s = p.parent
    }
    return nil
  }
}

/// The tables of the global session or of one module: its scopes and imported cmdlets.
public final class SessionState: Obj {
  /// The global scope, or the module's script scope.
  public private(set) var rootScope: Scope!
  /// Where code of this session state runs now.
  public var currentScope: Scope!
  public weak var module: ModuleInfo?
  /// Imported cmdlets by name, each list in precedence order (a later import may hide an earlier one).
  public var cmdlets: [Symbol: [CmdletInfo]] = [:]
  /// Modules imported into this session state, in order.
  public var modules: [ModuleInfo] = []
  /// What Export-ModuleMember collected; nil when it was never called.
  public var explicitExports: ExportList?
  /// Applications and scripts that may run from the prompt; nil allows all (rule 18).
  public var applications: PSList?
  public var scripts: PSList?
  public init(parent: Scope?) {
    super.init()
    rootScope = Scope(parent: parent, sessionState: self, isScriptScope: true)
    currentScope = rootScope
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.SessionState") }
}

/// Names and patterns a module exports, by kind.
public struct ExportList {
  public var functions: [String] = []
  public var cmdlets: [String] = []
  public var variables: [String] = []
  public var aliases: [String] = []
  public init() {}
}
