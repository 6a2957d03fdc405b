import Diagnostics

/// One condition with its block.
public struct IfClause {
  public let condition: PipelineBaseAst
  public let body: StatementBlockAst
}

/// `if … elseif … else`.
public final class IfStatementAst: StatementAst {
  public let clauses: [IfClause]
  public let elseClause: StatementBlockAst?

  init(_ extent: Extent, clauses: [IfClause], elseClause: StatementBlockAst?) {
    self.clauses = clauses
    self.elseClause = elseClause
    super.init(.ifStatement, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    for clause in clauses {
      body(clause.condition)
      body(clause.body)
    }
    if let elseClause { body(elseClause) }
  }
}

/// One clause of a switch.
public struct SwitchClause {
  public let condition: ExpressionAst
  public let body: StatementBlockAst
}

/// Options of a `switch` statement.
public struct SwitchFlags: OptionSet, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let file = SwitchFlags(rawValue: 1)
  public static let regex = SwitchFlags(rawValue: 2)
  public static let wildcard = SwitchFlags(rawValue: 4)
  public static let exact = SwitchFlags(rawValue: 8)
  public static let caseSensitive = SwitchFlags(rawValue: 16)
  public static let parallel = SwitchFlags(rawValue: 32)

  /// The names PowerShell prints, comma separated.
  public var description: String {
    let all: [(SwitchFlags, String)] = [
      (.file, "File"), (.regex, "Regex"), (.wildcard, "Wildcard"), (.exact, "Exact"),
      (.caseSensitive, "CaseSensitive"), (.parallel, "Parallel"),
    ]
    let names = all.filter { contains($0.0) }.map { $0.1 }
    return names.isEmpty ? "None" : names.joined(separator: ", ")
  }
}

/// `switch (…) { … }`.
public final class SwitchStatementAst: LabeledStatementAst {
  public let flags: SwitchFlags
  public let clauses: [SwitchClause]
  public let `default`: StatementBlockAst?

  init(
    _ extent: Extent, label: String?, condition: PipelineBaseAst?, flags: SwitchFlags, clauses: [SwitchClause],
    default: StatementBlockAst?
  ) {
    self.flags = flags
    self.clauses = clauses
    self.default = `default`
    super.init(.switchStatement, extent, label: label, condition: condition)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let condition { body(condition) }
    for clause in clauses {
      body(clause.condition)
      body(clause.body)
    }
    if let block = self.default { body(block) }
  }
}

/// `try { … } catch { … } finally { … }`.
public final class TryStatementAst: StatementAst {
  public let body: StatementBlockAst
  public let catchClauses: [CatchClauseAst]
  public let finally: StatementBlockAst?

  init(_ extent: Extent, body: StatementBlockAst, catchClauses: [CatchClauseAst], finally: StatementBlockAst?) {
    self.body = body
    self.catchClauses = catchClauses
    self.finally = finally
    super.init(.tryStatement, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(self.body)
    catchClauses.forEach(body)
    if let finally { body(finally) }
  }
}

/// `catch [Type] { … }`.
public final class CatchClauseAst: Ast {
  public let catchTypes: [TypeConstraintAst]
  public let body: StatementBlockAst

  init(_ extent: Extent, catchTypes: [TypeConstraintAst], body: StatementBlockAst) {
    self.catchTypes = catchTypes
    self.body = body
    super.init(.catchClause, extent)
    adopt(all: catchTypes)
    adopt(body)
  }

  deinit {
    orphan(all: catchTypes)
    orphan(body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    catchTypes.forEach(body)
    body(self.body)
  }

  /// Whether the clause catches everything.
  public var isCatchAll: Bool { catchTypes.isEmpty }
}

/// `trap [Type] { … }`.
public final class TrapStatementAst: StatementAst {
  public let trapType: TypeConstraintAst?
  public let body: StatementBlockAst

  init(_ extent: Extent, trapType: TypeConstraintAst?, body: StatementBlockAst) {
    self.trapType = trapType
    self.body = body
    super.init(.trapStatement, extent)
    adopt(trapType)
    adopt(body)
  }

  deinit {
    orphan(trapType)
    orphan(body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let trapType { body(trapType) }
    body(self.body)
  }
}

/// `data NAME -SupportedCommand … { … }`.
public final class DataStatementAst: StatementAst {
  public let variable: String?
  public let commandsAllowed: [ExpressionAst]
  public let body: StatementBlockAst

  init(_ extent: Extent, variable: String?, commandsAllowed: [ExpressionAst], body: StatementBlockAst) {
    self.variable = variable
    self.commandsAllowed = commandsAllowed
    self.body = body
    super.init(.dataStatement, extent)
    adopt(all: commandsAllowed)
    adopt(body)
  }

  deinit {
    orphan(all: commandsAllowed)
    orphan(body)
  }

  // FindAll does not visit the commands allowed.
  public override func forEachChild(_ body: (Ast) -> Void) { body(self.body) }
}

/// `parallel { … }` or `sequence { … }`.
public final class BlockStatementAst: StatementAst {
  /// `.parallel` or `.sequence`.
  public let blockKind: TokenKind
  public let body: StatementBlockAst

  init(_ extent: Extent, blockKind: TokenKind, body: StatementBlockAst) {
    self.blockKind = blockKind
    self.body = body
    super.init(.blockStatement, extent)
    adopt(body)
  }

  deinit { orphan(body) }

  public override func forEachChild(_ body: (Ast) -> Void) { body(self.body) }
}

/// Text that is not a statement, with the parts that could be read.
public final class ErrorStatementAst: PipelineBaseAst {
  public let nestedAst: [Ast]

  init(_ extent: Extent, nestedAst: [Ast] = []) {
    self.nestedAst = nestedAst
    super.init(.errorStatement, extent)
    adopt(all: nestedAst)
  }

  deinit { orphan(all: nestedAst) }

  public override func forEachChild(_ body: (Ast) -> Void) { nestedAst.forEach(body) }
}
