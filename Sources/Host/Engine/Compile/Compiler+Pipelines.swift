import Basics
import Diagnostics
import Objects
import Syntax

extension Compiler {
  /// A pipeline, chain or assignment as a node.
  func pipeline(_ ast: PipelineBaseAst) -> Node {
    switch ast {
    case let p as PipelineAst:
      if p.background { return BackgroundNode(p) }
      if let e = p.pureExpression { return expression(e) }
      if p.pipelineElements.count == 1 { return element(p.pipelineElements[0]) }
      return commands(p)
    case let a as AssignmentStatementAst: return assignment(a)
    case let c as PipelineChainAst:
      if c.background { return BackgroundNode(c) }
      return ChainNode(
        pipeline(c.lhsPipelineChain), c.lhsPipelineChain.extent, leftSetsSuccess: setsSuccess(c.lhsPipelineChain),
        pipeline(c.rhsPipeline), c.rhsPipeline.extent, rightSetsSuccess: setsSuccess(c.rhsPipeline),
        isAnd: c.operator == .andAnd)
    default:
      return ClosureNode { _ in
        throw GuestError.runtime("ParseError", "The statement contains a syntax error.", .ParserError)
      }
    }
  }

  /// A pipeline of one element.
  func element(_ ast: CommandBaseAst) -> Node {
    if let e = ast as? CommandExpressionAst {
      let inner = expression(e.expression)
      return e.redirections.isEmpty ? inner : RedirectedNode(inner, e.redirections.map { redirection($0) })
    }
    guard let c = ast as? CommandAst else { return ConstantNode(.nothing) }
    let part = command(c)
    if part.redirections.isEmpty { return CommandNode(part, looksLikeMethod: looksLikeMethod(c)) }
    return PipelineNode(input: nil, inputRedirections: [], parts: [part], extent: c.extent)
  }

  /// `name(a, b)`: one argument right behind the name, a list in parentheses.
  private func looksLikeMethod(_ c: CommandAst) -> Bool {
    guard c.commandElements.count == 2, let p = c.commandElements[1] as? ParenExpressionAst,
      p.extent.start == c.commandElements[0].extent.end
    else { return false }
    return p.pipeline.pureExpression is ArrayLiteralAst
  }

  private func commands(_ p: PipelineAst) -> Node {
    var input: Node?
    var inputRedirections: [RedirectionPart] = []
    var parts: [CommandPart] = []
    for (i, e) in p.pipelineElements.enumerated() {
      if i == 0, let x = e as? CommandExpressionAst {
        input = expression(x.expression)
        inputRedirections = x.redirections.map { redirection($0) }
      } else if let c = e as? CommandAst {
        parts.append(command(c))
      }
    }
    return PipelineNode(input: input, inputRedirections: inputRedirections, parts: parts, extent: p.extent)
  }

  private func command(_ c: CommandAst) -> CommandPart {
    let first = c.commandElements.first
    var name: String?
    var target: Node?
    if let s = first as? StringConstantExpressionAst {
      name = s.value
    } else if let e = first as? ExpressionAst {
      target = argument(e)
    }
    let arguments = self.arguments(Array(c.commandElements.dropFirst()))
    let positional = arguments.allSatisfy {
      switch $0.site.kind {
      case .bareword, .number, .expression: return true
      default: return false
      }
    }
    let op: InvocationOperator =
      c.invocationOperator == .ampersand ? .ampersand : c.invocationOperator == .dot ? .dot : .none
    let site = CommandSite(
      name: name, invocationOperator: op, extent: c.extent, source: context.source, isAllPositional: positional, ast: c)
    return CommandPart(
      site, target: target, arguments: arguments, redirections: c.redirections.map { redirection($0) })
  }

  private func arguments(_ elements: [CommandElementAst]) -> [ArgumentPart] {
    var result: [ArgumentPart] = []
    var verbatim = false
    var sawEnd = false
    for e in elements {
      if verbatim {
        let text = (e as? StringConstantExpressionAst)?.value ?? context.source.text(of: e.extent)
        result.append(part(.verbatim, e, value: ConstantNode(.string(text)), text: text))
        continue
      }
      if let s = e as? StringConstantExpressionAst, s.stringConstantType == .bareWord {
        if s.value == "--%" {
          verbatim = true
          continue
        }
        if s.value == "--", !sawEnd {
          sawEnd = true
          result.append(part(.endOfParameters, e, value: nil, text: "--"))
          continue
        }
      }
      result.append(argumentPart(e))
    }
    return result
  }

  private func part(
    _ kind: ArgumentSite.Kind, _ ast: Ast, value: Node?, name: String = "", text: String
  ) -> ArgumentPart {
    ArgumentPart(
      site: ArgumentSite(kind, extent: ast.extent, source: context.source, name: name, text: text), value: value)
  }

  private func argumentPart(_ e: CommandElementAst) -> ArgumentPart {
    let text = context.source.text(of: e.extent)
    switch e {
    case let p as CommandParameterAst where text == "--":
      return part(.endOfParameters, p, value: nil, text: text)
    case let p as CommandParameterAst:
      guard let value = p.argument else { return part(.parameter, p, value: nil, name: p.parameterName, text: text) }
      let written = context.source.text(of: p.errorPosition)
      let site = ArgumentSite(
        .parameterWithValue, extent: p.extent, source: context.source, name: p.parameterName, text: written)
      site.hasSpaceAfterColon = value.extent.start > p.errorPosition.end
      return ArgumentPart(site: site, value: argument(value))
    case let s as StringConstantExpressionAst:
      let kind: ArgumentSite.Kind = s.stringConstantType == .bareWord ? .bareword : .expression
      return part(kind, s, value: ConstantNode(.string(s.value)), text: text)
    case let s as ExpandableStringExpressionAst:
      let kind: ArgumentSite.Kind = s.stringConstantType == .bareWord ? .bareword : .expression
      return part(kind, s, value: expression(s), text: text)
    case let n as ConstantExpressionAst: return part(.number, n, value: expression(n), text: text)
    case let v as VariableExpressionAst where v.splatted:
      return part(.splat, v, value: place(v), name: v.variablePath.userPath, text: text)
    case let u as UsingExpressionAst where (u.subExpression as? VariableExpressionAst)?.splatted == true:
      return part(.splat, u, value: expression(u), text: text)
    case let x as ExpressionAst: return part(.expression, x, value: argument(x), text: text)
    default: return part(.expression, e, value: ConstantNode(.null), text: text)
    }
  }

  private func redirection(_ r: RedirectionAst) -> RedirectionPart {
    let from = Compiler.number(r.fromStream)
    if let f = r as? FileRedirectionAst { return .file(from: from, path: argument(f.location), append: f.append) }
    return .merge(from: from, to: Compiler.number((r as? MergingRedirectionAst)?.toStream ?? .output))
  }

  private static func number(_ s: RedirectionStream) -> Int { Int(s.rawValue) }
}
