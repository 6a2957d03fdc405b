import Objects

/// A C number.
struct NumberType: Equatable {
  /// CForeign's code.
  let code: Character
  /// Bytes in memory.
  let size: Int

  static let i8 = NumberType(code: "c", size: 1)
  static let u8 = NumberType(code: "C", size: 1)
  static let i16 = NumberType(code: "s", size: 2)
  static let u16 = NumberType(code: "S", size: 2)
  static let i32 = NumberType(code: "i", size: 4)
  static let u32 = NumberType(code: "I", size: 4)
  static let i64 = NumberType(code: "l", size: 8)
  static let u64 = NumberType(code: "L", size: 8)
  static let f32 = NumberType(code: "f", size: 4)
  static let f64 = NumberType(code: "d", size: 8)
  static let bool = NumberType(code: "b", size: 1)

  /// By the names of the signature language.
  static let named: [String: NumberType] = [
    "i8": .i8, "i16": .i16, "i32": .i32, "i64": .i64, "u8": .u8, "u16": .u16, "u32": .u32, "u64": .u64, "size": .u64,
    "f32": .f32, "f64": .f64,
  ]

  /// The PowerShell type.
  var type: TypeInfo {
    switch code {
    case "c": return Types.sbyte
    case "C": return Types.byte
    case "s": return Types.int16
    case "S": return Types.uint16
    case "i": return Types.int32
    case "I": return Types.uint32
    case "l": return Types.int64
    case "L": return Types.uint64
    case "f": return Types.single
    case "b": return Types.bool
    default: return Types.double
    }
  }
  var isSigned: Bool { code == "c" || code == "s" || code == "i" || code == "l" }
  var isFloat: Bool { code == "f" || code == "d" }
  /// The largest size a pointer's length in this type can be.
  var largest: UInt64 {
    let bits = UInt64(size * 8 - (isSigned ? 1 : 0))
    return bits >= 64 ? .max : (1 << bits) - 1
  }

  /// The value in a 64-bit slot as the guest sees it.
  func value(_ slot: UInt64) -> Value {
    switch code {
    case "c": return .scalar(.sbyte, UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: slot))))
    case "C": return .byte(UInt8(truncatingIfNeeded: slot))
    case "s": return .scalar(.int16, UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: slot))))
    case "S": return .scalar(.uint16, UInt64(UInt16(truncatingIfNeeded: slot)))
    case "i": return .int(Int32(truncatingIfNeeded: slot))
    case "I": return .scalar(.uint32, UInt64(UInt32(truncatingIfNeeded: slot)))
    case "l": return .long(Int64(bitPattern: slot))
    case "L": return .scalar(.uint64, slot)
    case "f": return .single(Float(bitPattern: UInt32(truncatingIfNeeded: slot)))
    case "b": return .bool(slot & 0xFF != 0)
    default: return .double(Double(bitPattern: slot))
    }
  }

  /// The slot for a value already converted to `type`; nil for other values.
  func slot(_ v: Value) -> UInt64? {
    switch v.base {
    case .bool(let b): return b ? 1 : 0
    case .int(let i): return UInt64(bitPattern: Int64(i))
    case .long(let i): return UInt64(bitPattern: i)
    case .double(let d): return d.bitPattern
    case .scalar(_, let bits): return bits
    case .char(let c): return UInt64(c)
    case .object(let o as SwitchObject): return o.isPresent ? 1 : 0
    default: return nil
    }
  }
}

/// What a parameter of a foreign function takes.
enum InputKind: Equatable {
  case number(NumberType)
  case bool, `switch`, cstr, path, text, bytes, cstrs
  case numbers(NumberType)

  /// Whether it is passed as a pointer and a size.
  var isSized: Bool {
    switch self {
    case .text, .bytes, .numbers, .cstrs: return true
    default: return false
    }
  }

  /// The PowerShell type the parameter is bound as; bytes bind text too, so they convert later.
  var parameterType: TypeInfo {
    switch self {
    case .number(let n): return n.type
    case .bool: return Types.bool
    case .switch: return Types.switchParameter
    case .cstr, .path, .text: return Types.string
    case .bytes: return Types.object
    case .cstrs: return Types.arrayType(of: Types.string)
    case .numbers(let n): return Types.arrayType(of: n.type)
    }
  }
}

/// What a foreign function gives back through a pointer.
enum OutputKind: Equatable {
  case number(NumberType)
  case bool, cstr, text, bytes
  case numbers(NumberType)
}

/// A term of a capacity.
enum CapacityTerm: Equatable {
  case constant(UInt64)
  /// Times the value or size of a parameter.
  case parameter(Int, factor: UInt64)
}

/// How much room an output buffer gets.
enum Capacity {
  case terms([CapacityTerm])
  /// A function of the library called with parameters.
  case function(PreparedFunction, [Int])
}

/// A C function ready to be called.
struct PreparedFunction {
  let address: UnsafeMutableRawPointer
  let signature: OpaquePointer
  let result: NumberType
  /// The types of its parameters.
  let parameters: [NumberType]
}

/// Where an output is while the function runs.
enum OutputStorage {
  /// A cell for one number or pointer, preset from a parameter.
  case cell(initial: Int?)
  /// The function allocates with malloc and sets pointer and size.
  case allocated
  /// The host gives room; `size` is the type of the length cell.
  case room(Capacity, size: NumberType)
}

/// A parameter of the command.
struct PlanParameter {
  let name: String
  let kind: InputKind
  var isOptional = false
  var defaultValue: Value?
  /// Whether it is shown; hidden ones pass their default.
  var isHidden = false
}

/// A value the command writes.
struct PlanOutput {
  let name: String
  let kind: OutputKind
  let storage: OutputStorage
}

/// What one C parameter is filled with.
enum SlotSource {
  case env, err
  case value(Int)
  case pointer(Int)
  case size(Int, NumberType)
  /// Pointer to the cell, the size cell or the room of an output.
  case cell(Int), sizeCell(Int), room(Int)
}

/// What the C result is.
enum ResultKind {
  case void, ignored
  case number(NumberType)
  case bool
  /// Borrowed text.
  case cstr
  /// Text to free: with C's free, or by a function of the library.
  case ownedCstr(UnsafeMutableRawPointer?)
  /// 0, an errno or a negated errno.
  case status
  /// Checked against a list; the function gives the text.
  case table(ok: [Int64], text: UnsafeMutableRawPointer?)
  /// Negative or null fails with errno.
  case errno(NumberType?)

  var code: Character {
    switch self {
    case .void: return "v"
    case .ignored: return "L"
    case .number(let n): return n.code
    case .bool: return "b"
    case .cstr, .ownedCstr: return "p"
    case .status, .table: return "i"
    case .errno(let n): return n?.code ?? "p"
    }
  }
}

/// When a result means failure.
enum FailCondition: Equatable {
  case null, nonzero, zero, negative
  case equals(Int64)
}

/// How a C function is called as a command: the simple form's signature or a manifest's prototype.
final class FunctionPlan {
  var parameters: [PlanParameter] = []
  var outputs: [PlanOutput] = []
  var slots: [SlotSource] = []
  /// CForeign's codes of the C parameters.
  var codes = ""
  var result = ResultKind.void
  var resultCode: Character?
  var fails: FailCondition?
  /// Converts the result to this type.
  var outputType: TypeInfo?
  /// The parameter that the result is fed back to, for running values.
  var fold: Int?

  /// The whole signature for CForeign.
  var types: String { String(resultCode ?? result.code) + codes }

  /// Whether the C result is something to write.
  var writesResult: Bool {
    switch result {
    case .void, .ignored, .status, .table: return false
    case .bool: return fails != .zero
    default: return fails != .nonzero
    }
  }
}
