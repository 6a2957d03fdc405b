import Basics
import Diagnostics
import Objects
import Syntax

/// How a command is invoked.
public enum InvocationOperator: UInt8, Sendable { case none, ampersand, dot }

/// What is constant about one command in the source, and what earlier runs of it learned.
///
/// The compiler makes one per `CommandAst`; the host makes one per ad-hoc call.
public final class CommandSite {
  /// The name when it is a constant; nil when the first element is evaluated.
  public let name: String?
  public let invocationOperator: InvocationOperator
  public let extent: Extent
  public let source: SourceText?
  /// Whether every argument is positional, so that simple functions bind without the general binder.
  public let isAllPositional: Bool
  /// The tree node, for breakpoints and `$MyInvocation`; nil for ad-hoc calls.
  public let ast: CommandAst?

  /// The command the name meant last time, valid while `cachedEpoch` is the runspace's.
  var cachedCommand: CommandInfo?
  var cachedEpoch = -1
  var cachedState: SessionState?
  /// The binding plan of `cachedCommand`.
  var cachedPlan: BindingPlan?

  /// What `$MyInvocation.InvocationName` says.
  var shownName: String? {
    switch invocationOperator {
    case .ampersand: return "&"
    case .dot: return "."
    case .none: return name
    }
  }

  public init(
    name: String?, invocationOperator: InvocationOperator = .none, extent: Extent = Extent(0, 0),
    source: SourceText? = nil, isAllPositional: Bool = false, ast: CommandAst? = nil
  ) {
    self.name = name
    self.invocationOperator = invocationOperator
    self.extent = extent
    self.source = source
    self.isAllPositional = isAllPositional
    self.ast = ast
  }
}

/// A command of a pipeline with its evaluated name, arguments and redirections.
public struct PipelineElement {
  public let site: CommandSite
  /// What to run when the site has no constant name: a string, CommandInfo, ScriptBlock or module.
  public var target: Value
  public var arguments: [Argument]
  public var redirections: [Redirection]
  public init(_ site: CommandSite, target: Value = .null, arguments: [Argument], redirections: [Redirection] = []) {
    self.site = site
    self.target = target
    self.arguments = arguments
    self.redirections = redirections
  }
}

/// What feeds the first command of a pipeline.
public enum PipelineInput {
  /// Nothing: `process` runs once with nothing bound.
  case none
  /// The value of an expression, enumerated.
  case value(Value)
  /// Something that writes objects as it goes.
  case producer((Sink) throws -> Void)
}
