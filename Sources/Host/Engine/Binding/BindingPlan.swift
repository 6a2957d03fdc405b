import Basics
import Objects

/// A bit per declared parameter set; all ones before any is excluded.
typealias SetMask = UInt64

/// A parameter with everything the binder wants to know at once.
final class BindingParameter {
  /// What is declared for one set; `flag` is 0 for "every set".
  struct SetData {
    let flag: SetMask
    let entry: ParameterSetEntry
  }
  let metadata: ParameterMetadata
  let name: String
  let symbol: Symbol
  let ordinal: Int
  let type: TypeInfo
  let isSwitch: Bool
  /// Bits of the sets named; 0 when the parameter is only in every set.
  let setFlags: SetMask
  let isInAllSets: Bool
  let setData: [SetData]
  let isMandatorySomewhere: Bool
  let takesPipeline: Bool
  let takesPipelineByValue: Bool
  let takesRemaining: Bool
  /// Script parameters convert as transformations do; cmdlet and common ones coerce.
  let isScriptStyle: Bool
  let common: CommonParameter?
  let transforms: [ParameterAttribute]
  let validations: [ParameterAttribute]
  let allowsNull: Bool
  let allowsEmptyString: Bool
  let allowsEmptyCollection: Bool
  let isUntyped: Bool
  /// The element type of array and list parameters.
  let elementType: TypeInfo?

  init(
    _ metadata: ParameterMetadata, ordinal: Int, scriptStyle: Bool, common: CommonParameter?,
    flag: (String) -> SetMask
  ) {
    self.metadata = metadata
    self.ordinal = ordinal
    self.common = common
    name = metadata.name
    symbol = Symbol(metadata.name)
    type = metadata.type
    isSwitch = metadata.isSwitch || metadata.type === Types.switchParameter
    isScriptStyle = scriptStyle
    let entries = metadata.sets.isEmpty ? [ParameterSetEntry()] : metadata.sets
    var flags: SetMask = 0
    var all = false
    var data: [SetData] = []
    for e in entries {
      let isAll = e.set.isEmpty || Ordinal.equalsIgnoreCase(e.set, ParameterSetEntry.allSets)
      let f = isAll ? 0 : flag(e.set)
      if isAll { all = true }
      flags |= f
      data.append(SetData(flag: f, entry: e))
    }
    setFlags = flags
    isInAllSets = all
    setData = data
    isMandatorySomewhere = entries.contains { $0.isMandatory }
    takesPipelineByValue = entries.contains { $0.fromPipeline }
    takesPipeline = takesPipelineByValue || entries.contains { $0.fromPipelineByPropertyName }
    takesRemaining = entries.contains { $0.fromRemainingArguments }
    let kinds = AttributeKinds(metadata.attributes)
    transforms = kinds.transforms
    // PowerShell meets the validations of script parameters last written first.
    validations = scriptStyle ? kinds.validations.reversed() : kinds.validations
    allowsNull = kinds.allowsNull
    allowsEmptyString = kinds.allowsEmptyString
    allowsEmptyCollection = kinds.allowsEmptyCollection
    isUntyped = metadata.type === Types.object
    elementType = BindingParameter.element(of: metadata.type)
  }

  /// Whether the parameter can be part of one of the sets.
  func isIn(_ sets: SetMask) -> Bool { isInAllSets || setFlags & sets != 0 }

  /// The declarations that count for some sets.
  func data(for sets: SetMask) -> [SetData] {
    setData.filter { $0.flag == 0 || $0.flag & sets != 0 }
  }

  /// Whether the parameter takes pipeline input in one of the sets.
  func takesPipeline(in sets: SetMask) -> Bool {
    takesPipeline
      && setData.contains {
        ($0.flag == 0 || $0.flag & sets != 0) && ($0.entry.fromPipeline || $0.entry.fromPipelineByPropertyName)
      }
  }

  /// Whether an unquoted number is bound by its spelling.
  var wantsNumbersAsWritten: Bool {
    let t = elementType ?? type
    return t === Types.string || t === Types.version || t === Types.semanticVersion
  }

  /// Whether a script block is a value of the parameter rather than something to run for each input.
  var acceptsScriptBlock: Bool {
    let t = elementType ?? type
    return t === Types.object || t === Types.psObject || t === Types.scriptBlock
  }

  private static func element(of type: TypeInfo) -> TypeInfo? {
    if let e = type.elementType { return e }
    if type === Types.arrayList || type === Types.arrayBase { return Types.object }
    let name = type.genericDefinition?.fullName ?? type.fullName
    let lists = [
      "System.Collections.Generic.List", "System.Collections.ObjectModel.Collection",
      "System.Collections.Generic.IList", "System.Collections.Generic.ICollection", "System.Collections.IList",
    ]
    for l in lists where name.hasPrefix(l) { return type.genericArguments.first ?? Types.object }
    return nil
  }
}

/// The attributes of a parameter by what they do.
private struct AttributeKinds {
  var transforms: [ParameterAttribute] = []
  var validations: [ParameterAttribute] = []
  var allowsNull = false
  var allowsEmptyString = false
  var allowsEmptyCollection = false
  init(_ attributes: [ParameterAttribute]) {
    for a in attributes {
      switch a {
      case .allowNull: allowsNull = true
      case .allowEmptyString: allowsEmptyString = true
      case .allowEmptyCollection: allowsEmptyCollection = true
      case .transform: transforms.append(a)
      case .custom(let object):
        if ParameterValidation.isTransformation(object) { transforms.append(a) } else { validations.append(a) }
      case .supportsWildcards, .dontShow, .hidden, .credential, .argumentCompleter, .argumentCompletions: break
      default: validations.append(a)
      }
    }
  }
}

/// The parameters of a command, sorted and indexed for binding; made once per metadata.
final class BindingPlan {
  let metadata: CommandMetadata
  let parameters: [BindingParameter]
  /// How many of `parameters` are the command's own; the rest are common ones.
  let ownCount: Int
  let setNames: [String]
  let defaultFlag: SetMask
  let takesPipeline: Bool
  /// Whether a parameter has a position in more than one set.
  let hasSeveralPositions: Bool
  let hasRemaining: Bool
  let hasMandatory: Bool
  /// Parameters with a position, by position; all sets together.
  let positions: [(position: Int, parameters: [BindingParameter])]
  /// The parameter that takes input by value when it is the only one that takes any.
  let onlyByValue: BindingParameter?
  /// Parameters that take pipeline input, the last declared first.
  let pipelineParameters: [BindingParameter]
  private let exact: [Symbol: Int]
  private let spellings: [(name: String, ordinal: Int)]

  init(_ metadata: CommandMetadata, isScript: Bool, dynamic: [ParameterMetadata] = []) throws {
    self.metadata = metadata
    var names: [String] = []
    func flag(_ set: String) -> SetMask {
      if let i = names.firstIndex(where: { Ordinal.equalsIgnoreCase($0, set) }) { return 1 << SetMask(i) }
      guard names.count < 63 else { return 0 }
      names.append(set)
      return 1 << SetMask(names.count - 1)
    }
    if let d = metadata.defaultSet, !d.isEmpty, !Ordinal.equalsIgnoreCase(d, ParameterSetEntry.allSets) { _ = flag(d) }
    var list: [BindingParameter] = []
    for p in metadata.parameters {
      list.append(BindingParameter(p, ordinal: list.count, scriptStyle: isScript, common: nil, flag: flag))
    }
    for p in dynamic {
      list.append(BindingParameter(p, ordinal: list.count, scriptStyle: false, common: nil, flag: flag))
    }
    ownCount = list.count
    if metadata.isCmdletStyle {
      for c in CommonParameter.all(for: metadata) {
        let p = BindingParameter(c.metadata, ordinal: list.count, scriptStyle: false, common: c, flag: flag)
        list.append(p)
      }
    }
    parameters = list
    setNames = names
    if let d = metadata.defaultSet, !d.isEmpty, let i = names.firstIndex(where: { Ordinal.equalsIgnoreCase($0, d) }) {
      defaultFlag = 1 << SetMask(i)
    } else {
      defaultFlag = 0
    }
    takesPipeline = list.contains { $0.takesPipeline }
    hasSeveralPositions = list.contains { p in p.setData.filter { $0.entry.position != nil }.count > 1 }
    hasRemaining = list.contains { $0.takesRemaining }
    hasMandatory = list.contains { $0.isMandatorySomewhere }
    let takers = list.filter { $0.takesPipeline }
    pipelineParameters = takers.reversed()
    onlyByValue = takers.count == 1 && takers[0].takesPipelineByValue ? takers[0] : nil
    positions = BindingPlan.positions(list)
    var table: [Symbol: Int] = [:]
    var all: [(name: String, ordinal: Int)] = []
    try BindingPlan.index(list, into: &table, &all, checking: metadata.isCmdletStyle)
    exact = table
    spellings = all
  }

  private static func positions(_ list: [BindingParameter]) -> [(position: Int, parameters: [BindingParameter])] {
    var table: [Int: [BindingParameter]] = [:]
    for p in list {
      for d in p.setData {
        guard let position = d.entry.position, !d.entry.fromRemainingArguments else { continue }
        if table[position]?.contains(where: { $0 === p }) != true { table[position, default: []].append(p) }
      }
    }
    return table.sorted { $0.key < $1.key }.map { (position: $0.key, parameters: $0.value) }
  }

  private static func index(
    _ list: [BindingParameter], into table: inout [Symbol: Int], _ all: inout [(name: String, ordinal: Int)],
    checking: Bool
  ) throws {
    for p in list {
      if table[p.symbol] != nil, checking {
        throw BindingErrors.metadata(
          "ParameterNameAlreadyExistsForCommand",
          "A parameter with the name '\(p.name)' was defined multiple times for the command.")
      }
      if table[p.symbol] == nil { table[p.symbol] = p.ordinal }
      all.append((p.name, p.ordinal))
    }
    for p in list {
      for a in p.metadata.aliases {
        let s = Symbol(a)
        if let other = table[s], other != p.ordinal, checking {
          if Ordinal.equalsIgnoreCase(list[other].name, a) {
            throw BindingErrors.metadata(
              "ParameterNameConflictsWithAlias",
              "The parameter '\(list[other].name)' cannot be specified because it conflicts with the parameter "
                + "alias of the same name for parameter '\(p.name)'.")
          }
          throw BindingErrors.metadata(
            "AliasParameterNameAlreadyExistsForCommand",
            "The parameter alias cannot be specified because an alias with the name '\(a)' was already defined "
              + "multiple times for the command.")
        }
        if table[s] == nil { table[s] = p.ordinal }
        all.append((a, p.ordinal))
      }
    }
  }

  /// The parameter of exactly that name or alias.
  func exactMatch(_ name: Symbol) -> BindingParameter? {
    if let i = exact[name] { return parameters[i] }
    return nil
  }

  /// What an abbreviation means.
  enum Match {
    case none
    case one(BindingParameter)
    case ambiguous([String])
  }

  /// The parameter a name or unique abbreviation means; common ones give way to the command's own.
  func match(_ name: String, _ symbol: Symbol) -> Match {
    if let p = exactMatch(symbol) { return .one(p) }
    if name.isEmpty { return .none }
    var found: [Int] = []
    for s in spellings where Ordinal.hasPrefix(s.name, name, ignoreCase: true) && !found.contains(s.ordinal) {
      found.append(s.ordinal)
    }
    if found.isEmpty { return .none }
    if found.count > 1 {
      let own = found.filter { parameters[$0].common == nil }
      if own.count == 1 { return .one(parameters[own[0]]) }
      return .ambiguous(found.map { parameters[$0].name })
    }
    return .one(parameters[found[0]])
  }

  /// The name of the set a mask with one bit means.
  func setName(_ flag: SetMask) -> String {
    if flag == .max || flag == 0 { return ParameterSetEntry.allSets }
    for (i, n) in setNames.enumerated() where flag & (1 << SetMask(i)) != 0 { return n }
    return ParameterSetEntry.allSets
  }
}
