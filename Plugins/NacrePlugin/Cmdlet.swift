import Glibc
import PluginABI

/// A terminating error of a cmdlet.
public struct PluginError: Error {
  /// Left half of the FullyQualifiedErrorId.
  public var id: String
  /// One of the `NACRE_…` category numbers, such as `NACRE_INVALID_DATA`.
  public var category: Int
  /// What the user reads.
  public var message: String

  /// Describes an error; `category` is a PowerShell category number.
  public init(_ id: String, _ category: Int, _ message: String) {
    self.id = id
    self.category = category
    self.message = message
  }
}

/// A host function failed; the env already holds what went wrong.
struct HostError: Error {
  let code: Int32
}

/// One invocation of a cmdlet; override what it needs. All run on the pipeline thread.
open class Cmdlet {
  /// Makes the state of an invocation.
  public init() {}
  /// Checks parameters that do not come from the pipeline.
  open func bind(_ env: Env) throws {}
  /// Runs before the first input.
  open func begin(_ env: Env) throws {}
  /// Runs once for each input, or once without any.
  open func process(_ env: Env) throws {}
  /// Runs after the last input.
  open func end(_ env: Env) throws {}
  /// Runs last, also after errors and stops.
  open func clean(_ env: Env) throws {}
}

/// A command name and how to make its cmdlet.
public struct Command {
  let name: StaticString
  let make: () -> Cmdlet

  /// Pairs `name`, as in the declarations, with the class that runs it.
  public init(_ name: StaticString, _ make: @escaping () -> Cmdlet) {
    self.name = name
    self.make = make
  }
}

/// Runs `body` and turns what it throws into a code and a pending error.
func guarded(_ raw: UnsafeMutablePointer<nacre_env>?, _ body: (Env) throws -> Void) -> Int32 {
  guard let raw else { return Int32(NACRE_E_ARGUMENT) }
  do {
    try body(Env(raw))
    return 0
  } catch let error as HostError {
    return error.code
  } catch let error as PluginError {
    return Env(raw).fail(error)
  } catch {
    return Env(raw).fail(PluginError("SwiftError", NACRE_NOT_SPECIFIED, "\(error)"))
  }
}

/// The cmdlet object behind `env->self`.
private func cmdlet(_ env: Env) -> Cmdlet? {
  guard let pointer = env.raw.pointee.`self` else { return nil }
  return Unmanaged<Cmdlet>.fromOpaque(pointer).takeUnretainedValue()
}

/// The commands of this module; set once by `makeModule`, before any callback.
nonisolated(unsafe) private var commands: [Command] = []

/// Finds the command a callback is for by the row the host passes.
private func create(_ env: Env) throws {
  guard let row = env.raw.pointee.command, let name = row.pointee.name else { throw HostError(code: -10) }
  for command in commands where strcmp(name, command.name.utf8Start) == 0 {
    env.raw.pointee.`self` = Unmanaged.passRetained(command.make()).toOpaque()
    return
  }
  throw HostError(code: Int32(NACRE_E_NOTFOUND))
}

/// The one table all commands share: it finds the object to call in `env->self`.
private func makeTable() -> UnsafePointer<nacre_cmdlet> {
  let table = UnsafeMutablePointer<nacre_cmdlet>.allocate(capacity: 1)
  var ops = nacre_cmdlet()
  ops.struct_size = UInt32(MemoryLayout<nacre_cmdlet>.size)
  ops.abi_major = NACRE_ABI_MAJOR
  ops.abi_minor = NACRE_ABI_MINOR
  ops.create = { guarded($0) { try create($0) } }
  ops.bind = { guarded($0) { try cmdlet($0)?.bind($0) } }
  ops.begin = { guarded($0) { try cmdlet($0)?.begin($0) } }
  ops.process = { env, _, _ in guarded(env) { try cmdlet($0)?.process($0) } }
  ops.end = { guarded($0) { try cmdlet($0)?.end($0) } }
  ops.clean = { guarded($0) { try cmdlet($0)?.clean($0) } }
  ops.destroy = { pointer in
    if let pointer { Unmanaged<Cmdlet>.fromOpaque(pointer).release() }
  }
  table.initialize(to: ops)
  return UnsafePointer(table)
}

/// Builds the module row for `nacre_module_v1`; `declaration` is the text of the note and must live for ever.
public func makeModule(
  host: UnsafePointer<nacre_host>?, declaration: UnsafePointer<CChar>?, commands list: [Command]
) -> UnsafePointer<nacre_module>? {
  guard let host, host.pointee.abi_major == NACRE_ABI_MAJOR else { return nil }
  commands = list
  let table = makeTable()
  let rows = UnsafeMutablePointer<nacre_command>.allocate(capacity: list.count)
  for (index, command) in list.enumerated() {
    let name = UnsafeRawPointer(command.name.utf8Start).assumingMemoryBound(to: CChar.self)
    rows.advanced(by: index).initialize(
      to: nacre_command(name: name, declaration: nil, cmdlet: table, function: nil))
  }
  let module = UnsafeMutablePointer<nacre_module>.allocate(capacity: 1)
  var row = nacre_module()
  row.struct_size = UInt32(MemoryLayout<nacre_module>.size)
  row.abi_major = NACRE_ABI_MAJOR
  row.abi_minor = NACRE_ABI_MINOR
  row.declaration = declaration
  row.commands = UnsafePointer(rows)
  row.command_count = list.count
  row.command_stride = MemoryLayout<nacre_command>.stride
  module.initialize(to: row)
  return UnsafePointer(module)
}
