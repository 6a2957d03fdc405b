import Basics
import CForeign
import Engine
import Glibc
import Objects
import PluginABI

/// What the invocations of one foreign function share.
final class FunctionCommand {
  let name: String
  let plan: FunctionPlan
  let address: UnsafeMutableRawPointer
  let signature: OpaquePointer
  /// Defaults of the declaration, which may replace those of the signature.
  let defaults: [Value?]
  let symbols: [Symbol]
  /// The module the function is in; nil for libraries of a manifest.
  let module: LoadedModule?
  /// Keeps a library of a manifest open.
  let library: AnyObject?

  init(
    _ name: String, _ plan: FunctionPlan, _ address: UnsafeMutableRawPointer, defaults: [Value?],
    module: LoadedModule?, library: AnyObject?
  ) throws {
    self.name = name
    self.plan = plan
    self.address = address
    self.defaults = defaults
    self.module = module
    self.library = library
    symbols = plan.parameters.map { Symbol($0.name) }
    guard let s = cforeign_signature_for(plan.types) else {
      throw ModuleFailure(.prototype, "the function of '\(name)' cannot be called")
    }
    signature = s
  }
}

/// A plain C function as a command.
final class FunctionCmdlet: Cmdlet {
  private let command: FunctionCommand
  private var call: NativeCall?
  /// The running value of a fold; nil before the first input.
  private var folded: Value?

  init(_ command: FunctionCommand) {
    self.command = command
    super.init()
    command.module?.alive += 1
  }
  deinit { command.module?.alive -= 1 }

  override func begin() throws {
    guard let module = command.module else { return }
    guard module.isUsable else {
      throw GuestError.runtime(
        "NativeModuleUnloaded", "The module of the command '\(command.name)' is no longer loaded.", .InvalidOperation)
    }
    let c = NativeCall(module, engine, runtime)
    c.env.pointee.wanted = NativeCmdlet.wanted(runtime)
    call = c
  }

  override func process() throws {
    var results: [(String, Value)] = []
    do {
      results = try perform()
    } catch let f as FunctionFailure {
      let target: Value = { if case .nothing = runtime.currentObject { .null } else { runtime.currentObject } }()
      let record = error(
        "NativeFailure", f.message, f.category, target: target, type: "System.InvalidOperationException")
      if f.errorNumber != 0 { record.exception.fields["NativeErrorCode"] = .int(f.errorNumber) }
      return try runtime.writeError(record)
    } catch let f as NativeFault {
      throw GuestError.runtime(Code.id(f.code), Code.message(f.code), .InvalidResult)
    }
    if command.plan.fold != nil {
      folded = results.first?.1
      return
    }
    switch results.count {
    case 0: return
    case 1: try write(results[0].1)
    default: try write(.object(PSCustomObject(results)))
    }
  }

  override func end() throws {
    if command.plan.fold != nil, let folded {
      try write(try command.plan.outputType.map { try Operations.convert(folded, to: $0) } ?? folded)
    }
  }

  /// The values in the order of the signature.
  private func arguments() -> [Value] {
    command.symbols.indices.map { i in
      if command.plan.fold == i, let folded { return folded }
      return runtime.bound[command.symbols[i]] ?? (i < command.defaults.count ? command.defaults[i] : nil) ?? .null
    }
  }

  private func perform() throws -> [(String, Value)] {
    let values = arguments()
    guard let call else { return try run(values, nil) }
    var results: [(String, Value)] = []
    var failure: (any Error)?
    _ = try call.run(Phase.process) { env in
      do {
        results = try run(values, env)
      } catch {
        failure = error
      }
      return Code.ok
    }
    if let failure { throw failure }
    return results
  }

  private func run(_ values: [Value], _ env: EnvPointer) throws -> [(String, Value)] {
    let arena = Bridge.shared.arena
    let mark = arena.mark
    defer { arena.release(to: mark) }
    var runner = FunctionRunner(command.plan, command.address, command.signature, arena, engine, env)
    return try runner.call(values)
  }
}

/// How bytes and C texts are bound.
enum ForeignInput {
  /// The attributes that a kind of input adds to its parameter.
  static func decorate(_ p: ParameterMetadata, _ kind: InputKind, optional: Bool) {
    p.isSwitch = kind == .switch
    switch kind {
    case .bytes:
      p.typeNameOverride = "System.Byte[]"
      p.attributes.append(.transform(bytes))
      p.attributes.append(.allowEmptyString)
      p.attributes.append(.allowEmptyCollection)
    case .cstr, .path, .text:
      if kind != .text { p.attributes.append(.transform(withoutNul)) }
      if kind != .path { p.attributes.append(.allowEmptyString) }
    case .cstrs:
      p.attributes.append(.transform(withoutNul))
      p.attributes.append(.allowEmptyString)
      p.attributes.append(.allowEmptyCollection)
    case .numbers: p.attributes.append(.allowEmptyCollection)
    default: break
    }
    if optional { p.attributes.append(.allowNull) }
  }

  /// Text and byte arrays stay as they are; anything else is converted to bytes.
  private static func bytes(_ v: Value) throws -> Value {
    if v.isNull || v.stringOrNil != nil { return v }
    if let a = v.asObject(PSArray.self), a.elementType === Types.byte { return v }
    return try Operations.convert(v, to: Types.arrayType(of: Types.byte))
  }

  private static func withoutNul(_ v: Value) throws -> Value {
    for item in try HostTable.elements(v) {
      if let s = item.stringOrNil, s.utf8.contains(0) {
        throw GuestError.exception("System.ArgumentException", "The text holds a NUL character.")
      }
    }
    return v
  }
}
