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
  private let shared: Shared

  /// What all values made from one literal have in common.
  private final class Shared {
    var compiled: CompiledBlock?
    var traits: BlockTraits = []
    var metadata: CommandMetadata?
    var context: CompileContext?
  }

  public init(ast: ScriptBlockAst, owner: Ast? = nil, source: SourceText? = nil, sessionState: SessionState?) {
    self.ast = ast
    self.owner = owner
    self.source = source ?? ast.sourceText
    self.sessionState = sessionState
    shared = Shared()
  }

  /// A block of code that was compiled together with its surroundings (`using` lines, files).
  init(ast: ScriptBlockAst, owner: Ast?, context: CompileContext) {
    self.ast = ast
    self.owner = owner
    source = ast.sourceText
    shared = Shared()
    shared.context = context
  }

  private init(sharing other: ScriptBlock, sessionState: SessionState?) {
    ast = other.ast
    owner = other.owner
    source = other.source
    functionName = other.functionName
    isScriptFile = other.isScriptFile
    shared = other.shared
    isScriptFile = other.isScriptFile
    self.sessionState = sessionState
  }

  /// The code, compiled at first use.
  public var compiled: CompiledBlock {
    if let c = shared.compiled { return c }
    let c = Compiler.compile(ast, context: shared.context)
    shared.compiled = c
    return c
  }
  /// The automatic variables its text mentions.
  var traits: BlockTraits {
    if !shared.traits.isEmpty { return shared.traits }
    let t = BlockTraits.of(ast, owner: owner)
    shared.traits = t
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
    if let m = shared.metadata { return m }
    guard let runspace = Runspace.current else {
      throw GuestError.runtime("NoRunspace", "There is no runspace to evaluate the parameters of a script block.")
    }
    let m = try compiled.metadata(runspace, name: functionName)
    shared.metadata = m
    return m
  }
}
