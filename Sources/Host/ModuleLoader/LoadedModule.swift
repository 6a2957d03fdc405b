import Basics
import CForeign
import Engine
import Glibc
import Objects
import PluginABI

/// A native module that is mapped: its tables, checked, and what it left in the session.
final class LoadedModule {
  let path: String
  let declarations: NoteDeclarations
  private var library: UnsafeMutableRawPointer?
  private(set) var commands: [LoadedCommand] = []
  private var load: (@convention(c) (EnvPointer) -> Int32)?
  private var unload: (@convention(c) (EnvPointer) -> Void)?
  private weak var runspace: Runspace?
  private var isLoaded = false
  /// The module's own pointer.
  var userData: UnsafeMutableRawPointer?
  var pointers: [ObjectIdentifier: WeakPointer] = [:]
  /// Positions of its shapes.
  var shapes: [Int] = []
  /// Type data it added.
  var typeMembers: [(CIString, Member)] = []
  /// Invocations that have not ended.
  var alive = 0

  init(_ path: String, _ declarations: NoteDeclarations, _ runspace: Runspace) {
    self.path = path
    self.declarations = declarations
    self.runspace = runspace
  }

  /// Maps the file, checks what it registers and runs its load hook.
  func open() throws {
    var message: UnsafePointer<CChar>?
    guard let handle = cforeign_dlopen(path, &message) else {
      throw ModuleFailure(.dlopen, message.map { String(cString: $0) } ?? "")
    }
    library = handle
    do {
      guard let symbol = cforeign_dlsym(handle, "nacre_module_v1", nil) else { throw ModuleFailure(.noEntryPoint) }
      let entry = unsafeBitCast(symbol, to: nacre_entry_point.self)
      guard let table = entry(HostTable.table) else { throw ModuleFailure(.entryNull) }
      try register(table)
      try runLoad()
      isLoaded = true
    } catch {
      undo()
      throw error
    }
  }

  // MARK: - Tables

  private func register(_ table: UnsafePointer<nacre_module>) throws {
    let raw = UnsafeRawPointer(table)
    guard UInt(bitPattern: raw) % 8 == 0 else { throw ModuleFailure(.badTable, "the module table is not aligned") }
    let size = Int(raw.load(as: UInt32.self))
    guard (64...4096).contains(size) else { throw ModuleFailure(.badTable, "the module table has size \(size)") }
    let major = raw.load(fromByteOffset: 4, as: UInt32.self)
    guard major == 1 else { throw ModuleFailure(.abiMajor, "the module table says \(major)") }
    let count = table.pointee.command_count
    let stride = table.pointee.command_stride
    guard stride >= 32, stride <= 4096, stride % 8 == 0 else {
      throw ModuleFailure(.badTable, "rows of \(UInt(bitPattern: stride)) bytes")
    }
    guard count >= 0, count <= DeclarationParser.commandLimit else {
      throw ModuleFailure(.badTable, "\(UInt(bitPattern: count)) commands")
    }
    guard count == 0 || table.pointee.commands != nil else { throw ModuleFailure(.badTable, "there are no rows") }
    guard let own = table.pointee.declaration else { throw ModuleFailure(.mismatch, "the module has no declaration") }
    load = table.pointee.load
    unload = table.pointee.unload
    var registered: [[UInt8]] = [LoadedModule.bytes(own, NoteLimit.bytes)]
    for i in 0..<count {
      guard let first = table.pointee.commands else { break }
      let row = (UnsafeRawPointer(first) + i * stride).assumingMemoryBound(to: nacre_command.self)
      let command = try LoadedCommand(row, self)
      if let d = row.pointee.declaration { registered.append(LoadedModule.bytes(d, NoteLimit.bytes)) }
      commands.append(command)
    }
    try compare(registered)
  }

  private enum NoteLimit { static let bytes = 65537 }

  /// The bytes of a NUL-terminated text, at most so many.
  static func bytes(_ p: UnsafePointer<CChar>, _ limit: Int) -> [UInt8] {
    let n = strnlen(p, limit)
    return p.withMemoryRebound(to: UInt8.self, capacity: n) { Array(UnsafeBufferPointer(start: $0, count: n)) }
  }

  /// What the code registers must be what the notes declare.
  private func compare(_ registered: [[UInt8]]) throws {
    guard Set(registered) == Set(declarations.payloads) else {
      throw ModuleFailure(.mismatch, "the declarations are not those of the notes")
    }
    var names: Set<CIString> = []
    for c in commands {
      guard names.insert(CIString(c.name)).inserted else {
        throw ModuleFailure(.mismatch, "'\(c.name)' is registered twice")
      }
    }
    for d in declarations.commands where !names.contains(CIString(d.name)) {
      throw ModuleFailure(.mismatch, "'\(d.name)' is declared but not registered")
    }
  }

  // MARK: - Hooks

  private func runLoad() throws {
    guard let load, let runspace else { return }
    let call = NativeCall(self, runspace, nil)
    do {
      _ = try call.run(Phase.load) { load($0) }
    } catch let e as GuestError {
      throw ModuleFailure(.loadFailed, e.record.message)
    } catch {
      throw ModuleFailure(.loadFailed, "the pipeline was stopped")
    }
  }

  /// Calls a code member: `body` gets the env, the object and where the answer goes.
  func callMember(
    _ runspace: Runspace, _ body: (EnvPointer, nacre_value, UnsafeMutablePointer<nacre_value>) -> Int32,
    on instance: () -> Value
  ) throws -> Value {
    guard isLoaded else {
      throw GuestError.runtime("NativeModuleUnloaded", "The module '\(declarations.module.name)' is no longer loaded.")
    }
    let call = NativeCall(self, runspace, nil)
    var result = Value.null
    let object = instance()
    _ = try call.run(Phase.member) { env in
      var out = Bridge.null
      do {
        let code = body(env, try Bridge.shared.lend(object), &out)
        if code >= 0, env.pointee.pending == 0 { result = try Bridge.shared.take(out) }
        return code
      } catch {
        return call.fail(thrown: error)
      }
    }
    return result
  }

  /// Runs the unload hook and takes away what the module added; the code stays mapped unless that is safe.
  func close() {
    guard isLoaded else { return }
    for p in pointers.values.compactMap(\.object) { p.end() }
    if let unload, let runspace {
      let call = NativeCall(self, runspace, nil)
      _ = try? call.run(Phase.load) { env in
        unload(env)
        return Code.ok
      }
    }
    undo()
  }

  private func undo() {
    isLoaded = false
    for i in shapes { Bridge.shared.shapes[i] = nil }
    shapes = []
    if let runspace, !typeMembers.isEmpty {
      for (type, m) in typeMembers {
        guard let table = runspace.typeTables[type], table[m.symbol] === m else { continue }
        table.remove(m.name)
        if table.isEmpty { runspace.typeTables[type] = nil }
      }
      typeMembers = []
      TypeDataGeneration.bump()
    }
    if declarations.module.isUnloadable, alive == 0, pointers.isEmpty {
      cforeign_dlclose(library)
      library = nil
    }
  }

  /// Whether its commands may run.
  var isUsable: Bool { isLoaded }
}

/// A command of a loaded module.
final class LoadedCommand {
  let name: String
  unowned let module: LoadedModule
  let declaration: CommandDeclaration
  let row: UnsafePointer<nacre_command>
  /// The callbacks, null where the module's table ends.
  private(set) var cmdlet = nacre_cmdlet()
  private(set) var function: UnsafeMutableRawPointer?

  init(_ row: UnsafePointer<nacre_command>, _ module: LoadedModule) throws {
    self.row = row
    self.module = module
    guard let p = row.pointee.name else { throw ModuleFailure(.badTable, "a command has no name") }
    let bytes = LoadedModule.bytes(p, 256)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ModuleFailure(.badTable, "the name of a command is not text")
    }
    name = text
    let hasCmdlet = row.pointee.cmdlet != nil
    let hasFunction = row.pointee.function != nil
    guard hasCmdlet != hasFunction else {
      throw ModuleFailure(.badTable, "'\(text)' must have either a cmdlet or a function")
    }
    guard let d = module.declarations.commands.first(where: { Ordinal.equalsIgnoreCase($0.name, text) }) else {
      throw ModuleFailure(.mismatch, "'\(text)' is registered but not declared")
    }
    guard d.isFunction == hasFunction else {
      throw ModuleFailure(.mismatch, "'\(text)' is registered as another kind of command than declared")
    }
    declaration = d
    if let c = row.pointee.cmdlet { try read(c) }
    if let f = row.pointee.function { function = unsafeBitCast(f, to: UnsafeMutableRawPointer.self) }
  }

  private func read(_ table: UnsafePointer<nacre_cmdlet>) throws {
    let raw = UnsafeRawPointer(table)
    guard UInt(bitPattern: raw) % 8 == 0 else {
      throw ModuleFailure(.badTable, "the table of '\(name)' is not aligned")
    }
    let size = Int(raw.load(as: UInt32.self))
    guard (16...4096).contains(size) else {
      throw ModuleFailure(.badTable, "the table of '\(name)' has size \(size)")
    }
    guard raw.load(fromByteOffset: 4, as: UInt32.self) == 1 else {
      throw ModuleFailure(.abiMajor, "the table of '\(name)'")
    }
    // A member counts only when all of it lies inside the table.
    let whole = 16 + (size - 16) / 8 * 8
    withUnsafeMutableBytes(of: &cmdlet) { target in
      _ = memcpy(target.baseAddress!, raw, min(whole, target.count))
    }
  }
}
