import Basics
import Diagnostics
import Objects
import Syntax

/// A `{ … }` value, the body of a function, or a script: code together with the session state it belongs to.
public final class ScriptBlock: Obj {
  public let ast: ScriptBlockAst
  /// The function, method or script the block is the body of; keeps parameters in parentheses alive.
  public let owner: Ast?
  public let source: SourceText
  /// Where its commands and variables are looked up; nil takes the session state of the caller.
  public var sessionState: SessionState?
  /// The name errors and metadata use when the block is the body of a function.
  public var functionName = ""
  /// Whether the block is the body of a `.ps1`, whose scope is what `$script:` means.
  public var isScriptFile = false
  public var debuggerHidden = false
  /// The dynamic module of a closure, which lives as long as the block.
  var closureModule: ModuleInfo?
  /// The tree in front of the comments, for comment-based help: owned by the session.
  public var helpCache: AnyObject?
  private var compiledBlock: CompiledBlock?
  private var knownTraits: BlockTraits = []
  private var cachedMetadata: CommandMetadata?

  public init(ast: ScriptBlockAst, owner: Ast? = nil, source: SourceText? = nil, sessionState: SessionState?) {
    self.ast = ast
    self.owner = owner
    self.source = source ?? ast.sourceText
    self.sessionState = sessionState
  }

  private init(sharing other: ScriptBlock, sessionState: SessionState?) {
    ast = other.ast
    owner = other.owner
    source = other.source
    functionName = other.functionName
    isScriptFile = other.isScriptFile
    compiledBlock = other.compiled
    knownTraits = other.knownTraits
    isScriptFile = other.isScriptFile
    cachedMetadata = other.cachedMetadata
    self.sessionState = sessionState
  }

  /// The code, compiled at first use.
  public var compiled: CompiledBlock {
    if let c = compiledBlock { return c }
    let c = Compiler.compile(ast)
    compiledBlock = c
    return c
  }
  /// The automatic variables its text mentions.
  var traits: BlockTraits {
    if !knownTraits.isEmpty { return knownTraits }
    let t = BlockTraits.of(ast, owner: owner)
    knownTraits = t
    return t
  }
  public var isFilter: Bool { ast.isFilter }
  /// The script file the block was read from.
  public var file: String? { source.file }

  public override var typeInfo: TypeInfo { Types.scriptBlock }
  /// The text between the braces.
  public override func text() throws -> String? { bodyText }

  /// The text between the braces (of a script: all of it).
  public var bodyText: String {
    let full = source.text(of: ast.extent)
    guard full.utf8.first == 0x7B, full.utf8.last == 0x7D, full.utf8.count >= 2 else { return full }
    return String(full.utf8.dropFirst().dropLast()) ?? full
  }

  /// The same code bound to another session state (modules, closures, `$using`).
  public func bound(to state: SessionState?) -> ScriptBlock { ScriptBlock(sharing: self, sessionState: state) }

  /// Parameters and behaviour, evaluated at first use.
  public func commandMetadata() throws -> CommandMetadata {
    if let m = cachedMetadata { return m }
    guard let runspace = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace to evaluate the parameters of a script block.")
    }
    let m = try compiled.metadata(runspace, name: functionName)
    cachedMetadata = m
    return m
  }
}
