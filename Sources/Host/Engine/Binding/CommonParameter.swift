import Basics
import Objects

/// The parameters every cmdlet and advanced function has, and those of ShouldProcess and paging.
enum CommonParameter: Int, CaseIterable {
  case verbose, debug, errorAction, warningAction, informationAction, progressAction
  case errorVariable, warningVariable, informationVariable, outVariable, outBuffer, pipelineVariable
  case whatIf, confirm, useTransaction
  case first, skip, includeTotalCount

  private var facts: (name: String, alias: String?, type: TypeInfo) {
    let action = Types.named("System.Management.Automation.ActionPreference")
    switch self {
    case .verbose: return ("Verbose", "vb", Types.switchParameter)
    case .debug: return ("Debug", "db", Types.switchParameter)
    case .errorAction: return ("ErrorAction", "ea", action)
    case .warningAction: return ("WarningAction", "wa", action)
    case .informationAction: return ("InformationAction", "infa", action)
    case .progressAction: return ("ProgressAction", "proga", action)
    case .errorVariable: return ("ErrorVariable", "ev", Types.string)
    case .warningVariable: return ("WarningVariable", "wv", Types.string)
    case .informationVariable: return ("InformationVariable", "iv", Types.string)
    case .outVariable: return ("OutVariable", "ov", Types.string)
    case .outBuffer: return ("OutBuffer", "ob", Types.int32)
    case .pipelineVariable: return ("PipelineVariable", "pv", Types.string)
    case .whatIf: return ("WhatIf", "wi", Types.switchParameter)
    case .confirm: return ("Confirm", "cf", Types.switchParameter)
    case .useTransaction: return ("UseTransaction", "usetx", Types.switchParameter)
    case .first: return ("First", nil, Types.uint64)
    case .skip: return ("Skip", nil, Types.uint64)
    case .includeTotalCount: return ("IncludeTotalCount", nil, Types.switchParameter)
    }
  }

  // Made at first use on the one engine thread.
  nonisolated(unsafe) private static var made: [Int: ParameterMetadata] = [:]

  /// The declaration, shared by all commands.
  var metadata: ParameterMetadata {
    if let m = CommonParameter.made[rawValue] { return m }
    let f = facts
    let m = ParameterMetadata(f.name, f.type)
    m.aliases = f.alias.map { [$0] } ?? []
    m.isCommon = rawValue < CommonParameter.whatIf.rawValue
    m.isSwitch = f.type === Types.switchParameter
    m.sets = [ParameterSetEntry()]
    CommonParameter.made[rawValue] = m
    return m
  }

  /// Those that a command gets besides its own, in PowerShell's order.
  static func all(for metadata: CommandMetadata) -> [CommonParameter] {
    var list: [CommonParameter] = []
    for c in allCases where c.rawValue < CommonParameter.whatIf.rawValue { list.append(c) }
    if metadata.supportsShouldProcess { list += [.whatIf, .confirm] }
    if metadata.supportsTransactions { list.append(.useTransaction) }
    if metadata.supportsPaging { list += [.first, .skip, .includeTotalCount] }
    return list
  }
}
