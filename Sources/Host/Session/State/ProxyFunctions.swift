import Basics
import Engine
import Objects

/// Commands that PowerShell ships as functions: a function in front of a host cmdlet.
enum ProxyFunctions {
  /// The function of a registered command, with the parameters of the command table.
  static func make(_ r: HostCmdlets.Registration, _ state: SessionState) -> FunctionInfo? {
    guard let metadata = CommandTable.metadata(r.name) else { return nil }
    let hidden = "Nacre.Functions\\" + r.name
    let cmdlet = HostCmdlets.command(r)
    cmdlet.moduleNameOverride = "Nacre.Functions"
    state.cmdlets[Symbol(hidden)] = [cmdlet]
    let block = ScriptText.block(text(metadata, calling: hidden), in: state)
    block.functionName = r.name
    return FunctionInfo(r.name, block)
  }

  private static func text(_ m: CommandMetadata, calling target: String) -> String {
    var head = m.supportsShouldProcess ? "SupportsShouldProcess" : ""
    if let set = m.defaultSet { head += (head.isEmpty ? "" : ", ") + "DefaultParameterSetName = '\(set)'" }
    let parameters = m.parameters.map { parameter($0) }.joined(separator: ",\n")
    return """
      [CmdletBinding(\(head))]
      param(
      \(parameters)
      )
      begin { $command = { & '\(target)' @PSBoundParameters }.GetSteppablePipeline($MyInvocation.CommandOrigin); $command.Begin($PSCmdlet) }
      process { $command.Process($_) }
      end { $command.End() }
      """
  }

  private static func parameter(_ p: ParameterMetadata) -> String {
    var lines: [String] = []
    for s in p.sets {
      var facts: [String] = []
      if s.set != ParameterSetEntry.allSets { facts.append("ParameterSetName = '\(s.set)'") }
      if s.isMandatory { facts.append("Mandatory = $true") }
      if let at = s.position { facts.append("Position = \(at)") }
      if s.fromPipeline { facts.append("ValueFromPipeline = $true") }
      if s.fromPipelineByPropertyName { facts.append("ValueFromPipelineByPropertyName = $true") }
      if s.fromRemainingArguments { facts.append("ValueFromRemainingArguments = $true") }
      lines.append("[Parameter(\(facts.joined(separator: ", ")))]")
    }
    if !p.aliases.isEmpty { lines.append("[Alias(\(p.aliases.map { "'\($0)'" }.joined(separator: ", ")))]") }
    for a in p.attributes { lines += check(a) }
    lines.append("[\(p.isSwitch ? "switch" : TypeResolver.displayName(p.type))] $\(p.name)")
    return lines.joined(separator: "\n")
  }

  private static func check(_ a: ParameterAttribute) -> [String] {
    switch a {
    case .validateNotNullOrEmpty: return ["[ValidateNotNullOrEmpty()]"]
    case .validateNotNull: return ["[ValidateNotNull()]"]
    case .validateSet(let values, _, _):
      return ["[ValidateSet(\(values.map { "'\($0)'" }.joined(separator: ", ")))]"]
    case .allowNull: return ["[AllowNull()]"]
    case .allowEmptyString: return ["[AllowEmptyString()]"]
    case .allowEmptyCollection: return ["[AllowEmptyCollection()]"]
    default: return []
    }
  }
}
