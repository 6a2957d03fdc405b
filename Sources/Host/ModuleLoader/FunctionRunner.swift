import Basics
import CForeign
import Engine
import Glibc
import Objects
import PluginABI

/// A call of a C function that failed: becomes a non-terminating error.
struct FunctionFailure: Error {
  let message: String
  var errorNumber: Int32 = 0

  var category: ErrorCategory {
    switch errorNumber {
    case ENOENT: return .ObjectNotFound
    case EACCES, EPERM: return .PermissionDenied
    case EEXIST: return .ResourceExists
    case ENOMEM, ENOSPC: return .ResourceUnavailable
    case EINVAL: return .InvalidArgument
    default: return .NotSpecified
    }
  }

  static func system(_ number: Int32) -> FunctionFailure {
    let text = cforeign_error_text(number).map { String(cString: $0) } ?? "error \(number)"
    return FunctionFailure(message: text, errorNumber: number)
  }
}

/// Makes one call of a planned function: slots from values, results from memory.
struct FunctionRunner {
  let plan: FunctionPlan
  let address: UnsafeMutableRawPointer
  let signature: OpaquePointer
  let arena: Arena
  let runspace: Runspace
  let env: EnvPointer
  /// Memory of each parameter: pointer and size, when it has any.
  private var buffers: [(pointer: UnsafeMutableRawPointer?, count: Int)] = []
  private var cells: [UnsafeMutableRawPointer] = []
  private var sizes: [UnsafeMutablePointer<UInt64>] = []
  private var rooms: [(pointer: UnsafeMutableRawPointer?, capacity: UInt64)] = []
  private var values: [Value] = []
  private static let roomLimit: UInt64 = 1 << 30

  init(
    _ plan: FunctionPlan, _ address: UnsafeMutableRawPointer, _ signature: OpaquePointer, _ arena: Arena,
    _ runspace: Runspace, _ env: EnvPointer
  ) {
    self.plan = plan
    self.address = address
    self.signature = signature
    self.arena = arena
    self.runspace = runspace
    self.env = env
  }

  /// Calls with one value a parameter; null stands for one that was left out. Gives what to write, in order.
  mutating func call(_ given: [Value]) throws -> [(String, Value)] {
    values = given
    try prepareInputs()
    try prepareOutputs()
    var errorText: UnsafePointer<CChar>?
    var result: UInt64 = 0
    var number: Int32 = 0
    guard let slots = arena.array(UInt64.self, plan.slots.count) else { throw NativeFault(Code.memory) }
    try withUnsafeMutablePointer(to: &errorText) { errorCell in
      for (i, source) in plan.slots.enumerated() { slots[i] = try slot(source, errorCell) }
      cforeign_call(signature, address, slots, &result, &number)
    }
    defer { freeAllocated() }
    if let errorText {
      let bytes = LoadedModule.bytes(errorText, 65536)
      throw FunctionFailure(message: String(decoding: bytes, as: UTF8.self))
    }
    return try outcome(result, number)
  }

  // MARK: - Inputs

  private mutating func prepareInputs() throws {
    for (i, p) in plan.parameters.enumerated() {
      buffers.append((nil, 0))
      let v = values[i]
      switch p.kind {
      case .number, .bool, .switch: continue
      default:
        if v.isNull && p.isOptional { continue }
        buffers[i] = try buffer(p, v)
      }
    }
  }

  private func buffer(_ p: PlanParameter, _ v: Value) throws -> (UnsafeMutableRawPointer?, Int) {
    switch p.kind {
    case .cstr: return try text(try Operations.toString(v), p, allowsNul: false)
    case .path: return try text(try runspace.resolvePath(try Operations.toString(v)), p, allowsNul: false)
    case .text: return try text(try Operations.toString(v), p, allowsNul: true)
    case .bytes: return try HostTable.numbers(v, .u8, in: arena)
    case .numbers(let n): return try HostTable.numbers(v, n, in: arena)
    case .cstrs:
      let list = try HostTable.elements(v)
      guard let row = arena.array(UnsafeMutableRawPointer?.self, list.count + 1) else { throw NativeFault(Code.memory) }
      for (i, item) in list.enumerated() {
        row[i] = try text(try Operations.toString(item), p, allowsNul: false).0
      }
      return (UnsafeMutableRawPointer(row), list.count)
    default: return (nil, 0)
    }
  }

  private func text(_ s: String, _ p: PlanParameter, allowsNul: Bool) throws -> (UnsafeMutableRawPointer?, Int) {
    if !allowsNul, s.utf8.contains(0) {
      throw FunctionFailure(message: "The text for parameter '\(p.name)' holds a NUL character.")
    }
    guard let (pointer, count) = arena.copy(s) else { throw NativeFault(Code.memory) }
    return (UnsafeMutableRawPointer(mutating: pointer), count)
  }

  /// The number a parameter stands for in capacities: its value or its size.
  private func magnitude(_ i: Int) throws -> UInt64 {
    guard case .number(let n) = plan.parameters[i].kind else { return UInt64(buffers[i].count) }
    let slot = try scalar(i)
    if n.isSigned, Int64(bitPattern: slot) < 0 {
      throw FunctionFailure(message: "The value of parameter '\(plan.parameters[i].name)' is negative.")
    }
    return slot
  }

  private func scalar(_ i: Int) throws -> UInt64 {
    let p = plan.parameters[i]
    let v = values[i]
    if v.isNull { return 0 }
    switch p.kind {
    case .number(let n):
      let converted = v.typeInfo === n.type ? v : try Operations.convert(v, to: n.type)
      guard let slot = n.slot(converted) else { throw NativeFault(Code.type) }
      return slot
    default: return Operations.isTrue(v) ? 1 : 0
    }
  }

  // MARK: - Outputs

  private mutating func prepareOutputs() throws {
    for o in plan.outputs {
      guard let cell = arena.array(UInt64.self, 2), let size = arena.array(UInt64.self, 1) else {
        throw NativeFault(Code.memory)
      }
      var room: (UnsafeMutableRawPointer?, UInt64) = (nil, 0)
      switch o.storage {
      case .cell(let initial):
        if let initial { cell[0] = try scalar(initial) }
      case .allocated: break
      case .room(let capacity, _):
        let count = try units(capacity)
        let unit = FunctionRunner.unit(o.kind)
        let (bytes, overflow) = count.multipliedReportingOverflow(by: UInt64(unit))
        guard !overflow, bytes <= FunctionRunner.roomLimit else {
          throw FunctionFailure(message: "The room for '\(o.name)' would be larger than 1 GiB.")
        }
        guard let memory = arena.allocate(Int(bytes)) else { throw NativeFault(Code.memory) }
        memset(memory, 0, Int(bytes))
        room = (memory, count)
        size[0] = count
      }
      cells.append(UnsafeMutableRawPointer(cell))
      sizes.append(size)
      rooms.append(room)
    }
  }

  private static func unit(_ kind: OutputKind) -> Int {
    if case .numbers(let n) = kind { return n.size }
    return 1
  }

  private func units(_ capacity: Capacity) throws -> UInt64 {
    switch capacity {
    case .terms(let terms):
      var total: UInt64 = 0
      for t in terms {
        let (add, o1): (UInt64, Bool)
        switch t {
        case .constant(let n): (add, o1) = (n, false)
        case .parameter(let i, let factor):
          (add, o1) = try magnitude(i).multipliedReportingOverflow(by: factor)
        }
        let (sum, o2) = total.addingReportingOverflow(add)
        if o1 || o2 { throw FunctionFailure(message: "A capacity is too large.") }
        total = sum
      }
      return total
    case .function(let f, let indices):
      var slots: [UInt64] = []
      for (k, i) in indices.enumerated() {
        let n = try magnitude(i)
        if n > f.parameters[k].largest { throw FunctionFailure(message: "A size does not fit its C type.") }
        slots.append(n)
      }
      var result: UInt64 = 0
      if slots.isEmpty { slots = [0] }
      cforeign_call(f.signature, f.address, slots, &result, nil)
      return result
    }
  }

  // MARK: - Slots

  private func slot(_ source: SlotSource, _ errorCell: UnsafeMutablePointer<UnsafePointer<CChar>?>) throws -> UInt64 {
    func bits(_ p: UnsafeMutableRawPointer?) -> UInt64 { UInt64(UInt(bitPattern: p)) }
    switch source {
    case .env: return UInt64(UInt(bitPattern: env))
    case .err: return UInt64(UInt(bitPattern: errorCell))
    case .value(let i): return try scalar(i)
    case .pointer(let i): return bits(buffers[i].pointer)
    case .size(let i, let n):
      let count = UInt64(buffers[i].count)
      if count > n.largest {
        throw FunctionFailure(message: "The value of parameter '\(plan.parameters[i].name)' is too large.")
      }
      return count
    case .cell(let i): return bits(cells[i])
    case .sizeCell(let i):
      if case .room(_, let n) = plan.outputs[i].storage {
        let capacity = rooms[i].capacity
        if capacity > n.largest { throw FunctionFailure(message: "A capacity does not fit its C type.") }
      }
      return bits(UnsafeMutableRawPointer(sizes[i]))
    case .room(let i): return bits(rooms[i].pointer)
    }
  }

  // MARK: - Results

  private func outcome(_ result: UInt64, _ number: Int32) throws -> [(String, Value)] {
    if let condition = plan.fails, holds(condition, result) { throw FunctionFailure.system(number == 0 ? EIO : number) }
    var list: [(String, Value)] = []
    if let v = try resultValue(result, number), plan.writesResult {
      let converted = try plan.outputType.map { try Operations.convert(v, to: $0) } ?? v
      list.append(("Result", converted))
    }
    for (i, o) in plan.outputs.enumerated() { list.append((o.name, try output(o, i))) }
    return list
  }

  private func holds(_ condition: FailCondition, _ result: UInt64) -> Bool {
    var signed = Int64(bitPattern: result)
    if case .number(let n) = plan.result, n.isFloat {
      let d = n == .f64 ? Double(bitPattern: result) : Double(Float(bitPattern: UInt32(truncatingIfNeeded: result)))
      switch condition {
      case .null, .zero: return d == 0
      case .nonzero: return d != 0
      case .negative: return d < 0
      case .equals(let n): return d == Double(n)
      }
    }
    if case .number(let n) = plan.result, !n.isSigned, signed < 0 { signed = .max }
    switch condition {
    case .null, .zero: return result == 0
    case .nonzero: return result != 0
    case .negative: return signed < 0
    case .equals(let n): return signed == n
    }
  }

  private func resultValue(_ result: UInt64, _ number: Int32) throws -> Value? {
    switch plan.result {
    case .void, .ignored: return nil
    case .number(let n): return n.value(result)
    case .bool: return .bool(result & 0xFF != 0)
    case .cstr: return try borrowed(result)
    case .ownedCstr(let free):
      defer { FunctionRunner.release(result, free) }
      return try borrowed(result)
    case .status:
      let code = Int32(truncatingIfNeeded: result)
      if code == 0 { return nil }
      throw FunctionFailure.system(code > 0 ? code : 0 &- code)
    case .table(let ok, let text):
      let code = Int64(Int32(truncatingIfNeeded: result))
      if ok.contains(code) { return nil }
      throw FunctionFailure(message: tableMessage(code, text))
    case .errno(let n):
      guard let n else {
        if result == 0 { throw FunctionFailure.system(number) }
        return .scalar(.uint64, result)
      }
      if n.isSigned, Int64(bitPattern: result) < 0 { throw FunctionFailure.system(number) }
      return n.value(result)
    }
  }

  private func tableMessage(_ code: Int64, _ text: UnsafeMutableRawPointer?) -> String {
    guard let text, let signature = cforeign_signature_for("pi") else { return "The function answered \(code)." }
    var slots = [UInt64(bitPattern: code)]
    var result: UInt64 = 0
    cforeign_call(signature, text, &slots, &result, nil)
    guard let p = UnsafePointer<CChar>(bitPattern: UInt(result)) else { return "The function answered \(code)." }
    let words = String(decoding: LoadedModule.bytes(p, 4096), as: UTF8.self)
    return words.isEmpty ? "The function answered \(code)." : "\(words) (\(code))"
  }

  private static func release(_ address: UInt64, _ function: UnsafeMutableRawPointer?) {
    guard let p = UnsafeMutableRawPointer(bitPattern: UInt(address)) else { return }
    guard let function, let signature = cforeign_signature_for("vp") else { return Glibc.free(p) }
    var slots = [address]
    cforeign_call(signature, function, &slots, nil, nil)
  }

  /// Text behind a pointer; null stays null.
  private func borrowed(_ address: UInt64) throws -> Value {
    guard let p = UnsafePointer<CChar>(bitPattern: UInt(address)) else { return .null }
    let n = strlen(p)
    return .string(try decode(UnsafeRawPointer(p), n))
  }

  private func decode(_ p: UnsafeRawPointer, _ count: Int) throws -> String {
    let bytes = UnsafeBufferPointer(start: p.assumingMemoryBound(to: UInt8.self), count: count)
    guard let s = String(validating: bytes, as: UTF8.self) else {
      throw FunctionFailure(message: "The function gave text that is not UTF-8.")
    }
    return s
  }

  private func output(_ o: PlanOutput, _ i: Int) throws -> Value {
    switch o.kind {
    case .number(let n): return NumberCell.load(cells[i], n)
    case .bool: return .bool(cells[i].load(as: UInt8.self) != 0)
    case .cstr: return try borrowed(cells[i].load(as: UInt64.self))
    default: break
    }
    var count = sizes[i][0]
    var pointer = rooms[i].pointer
    switch o.storage {
    case .room(_, let n):
      count = NumberCell.bits(sizes[i], n.size)
      if count > rooms[i].capacity {
        throw FunctionFailure(
          message: "The function claims \(count) units of '\(o.name)' in room for \(rooms[i].capacity).")
      }
    default: pointer = UnsafeMutableRawPointer(bitPattern: UInt(cells[i].load(as: UInt64.self)))
    }
    let unit = UInt64(FunctionRunner.unit(o.kind))
    guard count <= UInt64(Bridge.countLimit) * 8 / unit else {
      throw FunctionFailure(message: "The function claims \(count) units of '\(o.name)'.")
    }
    guard count == 0 || pointer != nil else {
      throw FunctionFailure(message: "The function gave a null buffer of \(count) units for '\(o.name)'.")
    }
    return try elements(o.kind, pointer, Int(count))
  }

  private func elements(_ kind: OutputKind, _ pointer: UnsafeMutableRawPointer?, _ count: Int) throws -> Value {
    guard let pointer, count > 0 else {
      switch kind {
      case .text: return .string("")
      case .numbers(let n): return .object(PSArray([], of: n.type))
      default: return .object(PSArray([], of: Types.byte))
      }
    }
    switch kind {
    case .text: return .string(try decode(pointer, count))
    case .numbers(let n):
      return .object(PSArray((0..<count).map { NumberCell.load(pointer + $0 * n.size, n) }, of: n.type))
    default:
      return Bridge.byteArray(
        UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: UInt8.self), count: count))
    }
  }

  /// Frees what the function allocated for outputs.
  private func freeAllocated() {
    for (i, o) in plan.outputs.enumerated() where i < cells.count {
      switch (o.storage, o.kind) {
      case (.allocated, _), (.cell, .cstr):
        Glibc.free(UnsafeMutableRawPointer(bitPattern: UInt(cells[i].load(as: UInt64.self))))
      default: break
      }
    }
  }
}
