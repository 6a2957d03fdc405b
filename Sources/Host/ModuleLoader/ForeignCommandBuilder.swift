import Basics
import CForeign
import Engine
import Objects

/// Makes one command of a manifest: its prototype, annotations and metadata.
struct ForeignCommandBuilder {
  private let name: String
  private let entry: PSDictionary
  private let typedefs: [String: CType]
  private let library: ForeignLibrary
  private let okCodes: [Int64]
  private let errorText: UnsafeMutableRawPointer?
  private let plan = FunctionPlan()
  private let declaration: CommandDeclaration
  private var prototype: Prototype!
  private var annotations: [PSDictionary?] = []
  /// C parameters that hold the size of another: its position by theirs.
  private var sizeOf: [Int: Int] = [:]
  /// C parameters that take the length of an output.
  private var lengthOf: [Int: Int] = [:]
  /// Command parameters by C parameter.
  private var parameterOf: [Int: Int] = [:]
  private var outputOf: [Int: Int] = [:]
  private var hasPosition = false
  private var foldName: String?

  init(
    _ name: String, _ entry: PSDictionary, _ typedefs: [String: CType], _ library: ForeignLibrary, _ okCodes: [Int64],
    _ errorText: UnsafeMutableRawPointer?
  ) {
    self.name = name
    self.entry = entry
    self.typedefs = typedefs
    self.library = library
    self.okCodes = okCodes
    self.errorText = errorText
    declaration = CommandDeclaration(name)
  }

  private func wrong(_ message: String) -> ModuleFailure { ModuleFailure(.manifestValue, "\(name): \(message)") }

  /// The command.
  mutating func make() throws -> (CommandDeclaration, FunctionCommand) {
    guard let text = ManifestValue.text(entry.get("C")) else { throw wrong("C, the prototype, is missing") }
    prototype = try PrototypeParser.function(text, typedefs)
    try readAnnotations()
    for i in prototype.parameters.indices { try declare(i) }
    for i in prototype.parameters.indices { try fill(i) }
    try setCapacities()
    try setResult()
    finishPositions()
    declaration.plan = plan
    declaration.metadata.synopsis = ManifestValue.text(entry.get("Help")) ?? ""
    declaration.aliases = ManifestValue.texts(entry.get("Alias"))
    let command = try FunctionCommand(
      name, plan, try library.symbol(prototype.name), defaults: declaration.defaults, module: nil, library: library)
    return (declaration, command)
  }

  private func index(_ cName: String) -> Int? {
    prototype.parameters.firstIndex { Ordinal.equalsIgnoreCase($0.name, cName) }
  }

  // MARK: - Annotations

  private mutating func readAnnotations() throws {
    annotations = Array(repeating: nil, count: prototype.parameters.count)
    guard let v = entry.get("Params"), !v.isNull else { return }
    guard let table = v.asObject(PSDictionary.self) else { throw wrong("Params must be a table") }
    for (k, key) in table.keys.enumerated() {
      let text = (try? Operations.toString(key)) ?? ""
      guard let i = index(text) else { throw wrong("there is no C parameter '\(text)'") }
      guard let a = table.values[k].asObject(PSDictionary.self) else { throw wrong("Params.\(text) must be a table") }
      annotations[i] = a
    }
    for (i, a) in annotations.enumerated() {
      guard let a else { continue }
      if let size = ManifestValue.text(a.get("Bytes")) { sizeOf[try other(size, "Bytes", i)] = i }
      if let length = ManifestValue.text(a.get("Length")) { lengthOf[try other(length, "Length", i)] = i }
      if let fold = ManifestValue.text(a.get("Fold")) { foldName = fold }
    }
  }

  private func other(_ text: String, _ key: String, _ i: Int) throws -> Int {
    guard let j = index(text), j != i else {
      throw wrong("\(key) of '\(prototype.parameters[i].name)' names no other C parameter: '\(text)'")
    }
    return j
  }

  // MARK: - Parameters and outputs

  private func shownName(_ i: Int) -> String {
    if let n = ManifestValue.text(annotations[i]?.get("Name")) { return n }
    let n = prototype.parameters[i].name
    return n.prefix(1).uppercased() + n.dropFirst()
  }

  /// Whether the length parameter of an output is also an integer parameter of the command.
  private func isCapacityParameter(_ i: Int) -> Bool {
    guard let o = lengthOf[i], annotations[i] != nil, let c = ManifestValue.text(annotations[o]?.get("Capacity")) else {
      return false
    }
    return Ordinal.equalsIgnoreCase(c, prototype.parameters[i].name)
  }

  private mutating func declare(_ i: Int) throws {
    let (cName, type) = prototype.parameters[i]
    let a = annotations[i]
    if sizeOf[i] != nil {
      guard let n = type.number, !n.isFloat else { throw wrong("'\(cName)' must be an integer to hold a size") }
      return
    }
    if lengthOf[i] != nil {
      guard let n = type.target, !n.isFloat else { throw wrong("'\(cName)' must point to an integer to hold a length") }
      if isCapacityParameter(i) { try add(i, .number(n)) }
      return
    }
    if let out = ManifestValue.text(a?.get("Out")) { return try declareOutput(i, out) }
    if let n = type.number { return try add(i, n == .bool ? .bool : .number(n)) }
    guard type.pointers > 0 else { throw wrong("'\(cName)' has a type that cannot be passed") }
    if a?.get("Bytes") != nil { return try add(i, .bytes) }
    if type.isText { return try add(i, .cstr) }
    if ManifestValue.flag(a?.get("Hidden")), (a?.get("Default") ?? .null).isNull {
      return try add(i, .cstr)
    }
    throw ModuleFailure(.prototype, "\(name): the pointer '\(cName)' needs Out, Bytes or Hidden")
  }

  private mutating func declareOutput(_ i: Int, _ out: String) throws {
    let (cName, type) = prototype.parameters[i]
    guard type.pointers > 0 else { throw wrong("'\(cName)' is no pointer, so it cannot be an output") }
    let kind = out.lowercased()
    outputOf[i] = plan.outputs.count
    if kind == "bytes" || kind == "text" {
      guard let length = lengthOf.first(where: { $0.value == i })?.key,
        let n = prototype.parameters[length].type.target
      else { throw wrong("the output '\(cName)' needs Length") }
      plan.outputs.append(
        PlanOutput(
          name: shownName(i), kind: kind == "text" ? .text : .bytes, storage: .room(.terms([]), size: n)))
      return
    }
    guard let n = type.target, let wanted = TypeResolver.resolve(out), wanted === n.type else {
      throw wrong("'\(cName)' does not point to '\(out)'")
    }
    plan.outputs.append(PlanOutput(name: shownName(i), kind: .number(n), storage: .cell(initial: nil)))
  }

  private mutating func add(_ i: Int, _ kind: InputKind) throws {
    let a = annotations[i]
    let given = a?.get("Default")
    let shown = shownName(i)
    guard ParameterName.isValid(shown) else { throw wrong("'\(shown)' is not a parameter name") }
    var p = PlanParameter(name: shown, kind: kind)
    p.isOptional = ManifestValue.flag(a?.get("Nullable")) || (given.map(\.isNull) ?? false)
    p.isHidden = ManifestValue.flag(a?.get("Hidden"))
    if let given, !given.isNull {
      guard let v = Operations.tryConvert(given, to: kind.parameterType) else {
        throw wrong("the default of '\(shown)' does not fit its type")
      }
      p.defaultValue = v
    } else if given != nil {
      p.defaultValue = .null
    }
    if plan.parameters.contains(where: { Ordinal.equalsIgnoreCase($0.name, shown) }) {
      throw wrong("the parameter '\(shown)' is there twice")
    }
    parameterOf[i] = plan.parameters.count
    plan.parameters.append(p)
    declaration.defaults.append(p.defaultValue)
    if p.isHidden { return }
    declaration.metadata.parameters.append(try metadata(p, a))
  }

  private mutating func metadata(_ p: PlanParameter, _ a: PSDictionary?) throws -> ParameterMetadata {
    let m = ParameterMetadata(p.name, p.kind.parameterType)
    ForeignInput.decorate(m, p.kind, optional: p.isOptional)
    var set = ParameterSetEntry()
    set.isMandatory = p.defaultValue == nil && !p.isOptional
    set.fromPipeline = ManifestValue.flag(a?.get("Pipeline"))
    if let n = ManifestValue.integer(a?.get("Position")) {
      guard n >= 0, n < 1 << 20 else { throw wrong("the position of '\(p.name)' is out of range") }
      set.position = Int(n)
      hasPosition = true
    }
    set.helpMessage = ""
    m.sets = [set]
    m.aliases = ManifestValue.texts(a?.get("Alias"))
    if let v = a?.get("Range"), !v.isNull {
      let ends = try HostTable.elements(v)
      guard ends.count == 2, let low = Operations.tryConvert(ends[0], to: p.kind.parameterType),
        let high = Operations.tryConvert(ends[1], to: p.kind.parameterType)
      else { throw wrong("the range of '\(p.name)' must be two numbers of its type") }
      m.attributes.append(.validateRange(low, high))
    }
    let allowed = ManifestValue.texts(a?.get("Set"))
    if !allowed.isEmpty { m.attributes.append(.validateSet(allowed, ignoreCase: true, errorMessage: nil)) }
    return m
  }

  // MARK: - Slots

  private mutating func fill(_ i: Int) throws {
    let type = prototype.parameters[i].type
    if let owner = sizeOf[i] {
      guard let p = parameterOf[owner], let n = type.number else { throw wrong("Bytes names an output") }
      return add(.size(p, n), n.code)
    }
    if let owner = lengthOf[i] {
      guard let o = outputOf[owner] else { throw wrong("Length belongs to an output") }
      return add(.sizeCell(o), "p")
    }
    if let o = outputOf[i] {
      if case .room = plan.outputs[o].storage { return add(.room(o), "p") }
      return add(.cell(o), "p")
    }
    guard let p = parameterOf[i] else { throw wrong("'\(prototype.parameters[i].name)' is not filled") }
    if let n = type.number { return add(.value(p), n.code) }
    add(.pointer(p), "p")
  }

  private func add(_ slot: SlotSource, _ code: Character) {
    plan.slots.append(slot)
    plan.codes.append(code)
  }

  private func setCapacities() throws {
    for (i, o) in outputOf {
      guard case .room(_, let size) = plan.outputs[o].storage else { continue }
      let cName = prototype.parameters[i].name
      guard let v = annotations[i]?.get("Capacity"), !v.isNull else {
        throw wrong("the output '\(cName)' needs Capacity")
      }
      let capacity: Capacity
      if let n = ManifestValue.integer(v) {
        guard n >= 0 else { throw wrong("the capacity of '\(cName)' is negative") }
        capacity = .terms([.constant(UInt64(n))])
      } else {
        let text = ManifestValue.text(v) ?? ""
        capacity = text.contains("(") ? try function(text) : .terms([.parameter(try input(text), factor: 1)])
      }
      let old = plan.outputs[o]
      plan.outputs[o] = PlanOutput(name: old.name, kind: old.kind, storage: .room(capacity, size: size))
    }
  }

  /// The command parameter a name in a capacity means: a C name, the name of a size, or a shown name.
  private func input(_ text: String) throws -> Int {
    if let i = index(text) {
      if let p = parameterOf[i] { return p }
      if let owner = sizeOf[i], let p = parameterOf[owner] { return p }
    }
    if let p = plan.parameters.firstIndex(where: { Ordinal.equalsIgnoreCase($0.name, text) }) { return p }
    throw wrong("the capacity names no input: '\(text)'")
  }

  private func function(_ text: String) throws -> Capacity {
    let f = try PrototypeParser.function(text, typedefs)
    guard let result = f.result.number, !result.isFloat else { throw wrong("a capacity function must give an integer") }
    var codes = String(result.code)
    var types: [NumberType] = []
    var inputs: [Int] = []
    for p in f.parameters {
      guard let n = p.type.number, !n.isFloat else { throw wrong("a capacity function must take integers") }
      codes.append(n.code)
      types.append(n)
      inputs.append(try input(p.name))
    }
    guard let signature = cforeign_signature_for(codes) else { throw wrong("the capacity function cannot be called") }
    let prepared = PreparedFunction(
      address: try library.symbol(f.name), signature: signature, result: result, parameters: types)
    return .function(prepared, inputs)
  }

  // MARK: - The result

  private func setResult() throws {
    let type = prototype.result
    let how = (ManifestValue.text(entry.get("Return")) ?? "value").lowercased()
    if let n = type.number {
      plan.resultCode = n.code
    } else {
      plan.resultCode = type.isVoid ? "v" : "p"
    }
    switch how {
    case "value":
      if type.isVoid {
        plan.result = .void
      } else if let n = type.number {
        plan.result = n == .bool ? .bool : .number(n)
      } else if type.isText {
        plan.result =
          try ManifestValue.text(entry.get("Free")).map { text in
            .ownedCstr(try library.symbol(try PrototypeParser.function(text, typedefs).name))
          } ?? .cstr
      } else {
        throw ModuleFailure(.prototype, "\(name): a pointer result needs Return = 'errno' or 'none'")
      }
    case "status":
      guard type.number != nil else { throw wrong("a status must be an integer") }
      plan.result = .table(ok: okCodes, text: errorText)
    case "errno":
      guard type.number != nil || type.pointers > 0 else { throw wrong("the function has no result") }
      plan.result = .errno(type.number)
    case "none": plan.result = .ignored
    default: throw wrong("Return cannot be '\(how)'")
    }
    if let output = ManifestValue.text(entry.get("Output")) {
      guard let t = TypeResolver.resolve(output) else { throw wrong("the type '\(output)' is not known") }
      plan.outputType = t
      declaration.metadata.outputTypes = [output]
    }
    guard let foldName else { return }
    guard let i = index(foldName), let p = parameterOf[i], plan.outputs.isEmpty, type.number != nil else {
      throw wrong("Fold names no number parameter")
    }
    plan.fold = p
  }

  private func finishPositions() {
    if hasPosition { return }
    for (i, m) in declaration.metadata.parameters.enumerated() {
      for k in m.sets.indices { m.sets[k].position = i }
    }
  }
}
