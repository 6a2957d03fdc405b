import Diagnostics

/// A script, a function body or a script block literal.
public final class ScriptBlockAst: Ast {
  /// The source the extents refer to.
  public let sourceText: SourceText
  public let usingStatements: [UsingStatementAst]
  public let attributes: [AttributeAst]
  public let paramBlock: ParamBlockAst?
  public let dynamicParamBlock: NamedBlockAst?
  public let beginBlock: NamedBlockAst?
  public let processBlock: NamedBlockAst?
  public let endBlock: NamedBlockAst?
  public let cleanBlock: NamedBlockAst?
  /// What `#requires` lines ask for; nil without any.
  public let scriptRequirements: ScriptRequirements?
  /// Whether this is the body of a filter.
  public let isFilter: Bool
  /// Whether this is the body of a configuration.
  public let isConfiguration: Bool

  init(
    _ extent: Extent, source: SourceText, usingStatements: [UsingStatementAst] = [], attributes: [AttributeAst] = [],
    paramBlock: ParamBlockAst? = nil, dynamicParamBlock: NamedBlockAst? = nil, beginBlock: NamedBlockAst? = nil,
    processBlock: NamedBlockAst? = nil, endBlock: NamedBlockAst? = nil, cleanBlock: NamedBlockAst? = nil,
    scriptRequirements: ScriptRequirements? = nil, isFilter: Bool = false, isConfiguration: Bool = false
  ) {
    sourceText = source
    self.usingStatements = usingStatements
    self.attributes = attributes
    self.paramBlock = paramBlock
    self.dynamicParamBlock = dynamicParamBlock
    self.beginBlock = beginBlock
    self.processBlock = processBlock
    self.endBlock = endBlock
    self.cleanBlock = cleanBlock
    self.scriptRequirements = scriptRequirements
    self.isFilter = isFilter
    self.isConfiguration = isConfiguration
    super.init(.scriptBlock, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    usingStatements.forEach(body)
    attributes.forEach(body)
    if let paramBlock { body(paramBlock) }
    if let dynamicParamBlock { body(dynamicParamBlock) }
    if let beginBlock { body(beginBlock) }
    if let processBlock { body(processBlock) }
    if let endBlock { body(endBlock) }
    if let cleanBlock { body(cleanBlock) }
  }
}

/// What `#requires` lines ask for.
public struct ScriptRequirements: Sendable {
  /// A module asked for.
  public struct Module: Sendable {
    public var name = ""
    public var version: String?
    public var requiredVersion: String?
    public var maximumVersion: String?
    public var guid: String?
  }

  public var requiredApplicationId: String?
  public var requiredPSVersion: String?
  public var requiredPSEditions: [String] = []
  public var requiredModules: [Module] = []
  public var requiredAssemblies: [String] = []
  public var isElevationRequired = false
}

/// `param(…)` with the attributes before it.
public final class ParamBlockAst: Ast {
  public let attributes: [AttributeAst]
  public let parameters: [ParameterAst]

  init(_ extent: Extent, attributes: [AttributeAst], parameters: [ParameterAst]) {
    self.attributes = attributes
    self.parameters = parameters
    super.init(.paramBlock, extent)
    adopt(all: attributes)
    adopt(all: parameters)
  }

  deinit {
    orphan(all: attributes)
    orphan(all: parameters)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    attributes.forEach(body)
    parameters.forEach(body)
  }
}

/// One parameter of a script block, function or method.
public final class ParameterAst: Ast {
  public let attributes: [AttributeBaseAst]
  public let name: VariableExpressionAst
  public let defaultValue: ExpressionAst?

  init(_ extent: Extent, attributes: [AttributeBaseAst], name: VariableExpressionAst, defaultValue: ExpressionAst?) {
    self.attributes = attributes
    self.name = name
    self.defaultValue = defaultValue
    super.init(.parameter, extent)
    adopt(all: attributes)
    adopt(name)
    adopt(defaultValue)
  }

  deinit {
    orphan(all: attributes)
    orphan(name)
    orphan(defaultValue)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    attributes.forEach(body)
    body(name)
    if let defaultValue { body(defaultValue) }
  }

  /// The type constraint written last, which converts the argument.
  public var typeConstraint: TypeConstraintAst? {
    attributes.lazy.compactMap { $0 as? TypeConstraintAst }.first
  }
}

/// A `begin`, `process`, `end`, `clean` or `dynamicparam` block, or the unnamed one.
public final class NamedBlockAst: Ast {
  /// Which block it is: `.begin`, `.process`, `.end`, `.clean` or `.dynamicparam`.
  public let blockKind: TokenKind
  /// Whether the block is written without its keyword.
  public let unnamed: Bool
  public let statements: [StatementAst]
  public let traps: [TrapStatementAst]

  init(
    _ extent: Extent, blockKind: TokenKind, unnamed: Bool, statements: [StatementAst], traps: [TrapStatementAst]
  ) {
    self.blockKind = blockKind
    self.unnamed = unnamed
    self.statements = statements
    self.traps = traps
    super.init(.namedBlock, extent)
    adopt(all: statements)
    adopt(all: traps)
  }

  deinit {
    orphan(all: statements)
    orphan(all: traps)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    traps.forEach(body)
    statements.forEach(body)
  }
}

/// Statements between braces, or between the parentheses of `$(…)` and `@(…)`.
public final class StatementBlockAst: Ast {
  public let statements: [StatementAst]
  public let traps: [TrapStatementAst]

  init(_ extent: Extent, statements: [StatementAst], traps: [TrapStatementAst]) {
    self.statements = statements
    self.traps = traps
    super.init(.statementBlock, extent)
    adopt(all: statements)
    if !traps.isEmpty { adopt(all: traps) }
  }

  deinit {
    orphan(all: statements)
    if !traps.isEmpty { orphan(all: traps) }
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    traps.forEach(body)
    statements.forEach(body)
  }
}
