import Basics
import Engine
import Glibc
import Objects
import PluginABI

/// A pointer of a module wrapped as an object.
final class PointerObject: Obj {
  private(set) var pointer: UnsafeMutableRawPointer?
  let type: String
  private var release: nacre_release?
  private let context: UnsafeMutableRawPointer?
  /// Whether its module went away.
  private(set) var isOver = false
  /// Keeps the code of `release` loaded.
  private let owner: LoadedModule?

  init(
    _ pointer: UnsafeMutableRawPointer?, type: String, release: nacre_release?, context: UnsafeMutableRawPointer?,
    owner: LoadedModule?
  ) {
    self.pointer = pointer
    self.type = type
    self.release = release
    self.context = context
    self.owner = owner
    super.init()
    typeNames = [type, "System.Object"]
    owner?.pointers[ObjectIdentifier(self)] = WeakPointer(self)
  }

  override func text() throws -> String? { type }

  /// Runs the release function once.
  func end() {
    isOver = true
    guard let release else { return }
    self.release = nil
    release(context, pointer)
    pointer = nil
  }

  deinit {
    owner?.pointers[ObjectIdentifier(self)] = nil
    end()
  }
}

/// Refers to a wrapped pointer without keeping it.
struct WeakPointer {
  weak var object: PointerObject?
  init(_ o: PointerObject) { object = o }
}

/// Type names and property names that many objects share.
struct Shape {
  let typeNames: [String]
  let names: [Symbol]
  let spellings: [String]
  unowned let module: LoadedModule
}

/// Carries values across the boundary; one for the process, used on the pipeline thread.
final class Bridge {
  // Only the pipeline thread uses it.
  nonisolated(unsafe) static let shared = Bridge()

  var handles = HandleTable()
  var refs = HandleTable()
  let arena = Arena()
  /// Names by key; keys count from 1.
  var keys: [Symbol] = []
  var keyIndex: [Symbol: UInt32] = [:]
  /// Shapes by number; numbers count from 1.
  var shapes: [Shape?] = []
  private var kindCache: [ObjectIdentifier: UInt16] = [:]

  static let null = nacre_value()

  static func make(_ tag: UInt8, _ bits: UInt64, aux: UInt16 = 0) -> nacre_value {
    var v = nacre_value()
    v.tag = tag
    v.aux = aux
    v.u = bits
    return v
  }

  // MARK: - Host to module

  /// How a value's handle and text are kept.
  enum Lifetime {
    /// Until the callback or scope ends.
    case call
    /// Until the owner frees them; handles are noted in it.
    case kept(KeptValues)
  }

  /// A value for native code.
  func lend(_ v: Value, _ lifetime: Lifetime = .call) throws -> nacre_value {
    switch v {
    case .nothing, .null: return Bridge.null
    case .bool(let b): return Bridge.make(Tag.bool, b ? 1 : 0)
    case .int(let i): return Bridge.make(Tag.int32, UInt64(bitPattern: Int64(i)))
    case .long(let i): return Bridge.make(Tag.int64, UInt64(bitPattern: i))
    case .double(let d): return Bridge.make(Tag.double, d.bitPattern)
    case .char(let c): return Bridge.make(Tag.char, UInt64(c))
    case .scalar(let kind, let bits): return Bridge.number(kind, bits)
    case .string(let s): return try lend(text: s, lifetime)
    case .object(let o): return lend(object: o, lifetime)
    }
  }

  private static func number(_ kind: ScalarKind, _ bits: UInt64) -> nacre_value {
    switch kind {
    case .byte: return make(Tag.uint8, bits & 0xFF)
    case .sbyte: return make(Tag.int8, UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: bits))))
    case .int16: return make(Tag.int16, UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: bits))))
    case .uint16: return make(Tag.uint16, bits & 0xFFFF)
    case .uint32: return make(Tag.uint32, bits & 0xFFFF_FFFF)
    case .uint64: return make(Tag.uint64, bits)
    case .single:
      return make(Tag.float, Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))).bitPattern)
    }
  }

  private func lend(text: String, _ lifetime: Lifetime) throws -> nacre_value {
    let memory: Arena
    if case .kept(let k) = lifetime { memory = k.arena } else { memory = arena }
    guard let (p, n) = memory.copy(text) else { throw NativeFault(Code.memory) }
    guard let length = UInt32(exactly: n) else { return handle(.string(text), Kind.object, lifetime) }
    var v = Bridge.make(Tag.string, 0)
    v.flags = TextFlag.nul
    v.len = length
    v.p = p
    return v
  }

  private func handle(_ v: Value, _ kind: UInt16, _ lifetime: Lifetime) -> nacre_value {
    let h: UInt64
    switch lifetime {
    case .call: h = handles.push(v)
    case .kept(let k):
      h = handles.keep(v)
      k.handles.append(h)
    }
    return Bridge.make(Tag.handle, h, aux: kind)
  }

  private func lend(object o: Obj, _ lifetime: Lifetime) -> nacre_value {
    if o.extended == nil && o.typeNames == nil {
      switch o {
      case let d as DateTimeObject:
        let kind: UInt16 = d.kind == .utc ? 1 : d.kind == .local ? 2 : 0
        return Bridge.make(Tag.dateTime, UInt64(bitPattern: d.ticks), aux: kind)
      case let t as TimeSpanObject: return Bridge.make(Tag.timeSpan, UInt64(bitPattern: t.ticks))
      case let s as SwitchObject: return Bridge.make(Tag.switch, s.isPresent ? 1 : 0)
      default: break
      }
    }
    return handle(.object(o), kind(of: o), lifetime)
  }

  /// The hint that goes with a handle.
  private func kind(of o: Obj) -> UInt16 {
    if let a = o as? PSArray { return a.elementType === Types.byte && a.dimensions == nil ? Kind.bytes : Kind.array }
    if let d = o as? PSDictionary { return d.isOrdered ? Kind.ordered : Kind.hashtable }
    let id = ObjectIdentifier(Swift.type(of: o))
    if let k = kindCache[id] { return k }
    let k = Bridge.classKind(o)
    kindCache[id] = k
    return k
  }

  private static func classKind(_ o: Obj) -> UInt16 {
    switch o {
    case is PSList: return Kind.list
    case is ScriptBlock: return Kind.scriptBlock
    case is ErrorRecord: return Kind.error
    case is DecimalObject: return Kind.decimal
    case is BigIntegerObject: return Kind.bigInteger
    case is GuidObject: return Kind.guid
    case is VersionObject: return Kind.version
    case is TypeObject: return Kind.type
    case is RegexObject: return Kind.regex
    case is EnumValue: return Kind.enumeration
    case is PointerObject: return Kind.pointer
    case is PSCustomObject: return Kind.custom
    default: return Kind.object
    }
  }

  /// Several values in memory of the arena.
  func lend(_ list: [Value]) throws -> UnsafeMutablePointer<nacre_value> {
    guard let p = arena.array(nacre_value.self, list.count) else { throw NativeFault(Code.memory) }
    for (i, v) in list.enumerated() { p[i] = try lend(v) }
    return p
  }

  // MARK: - Module to host

  /// A value from native code, checked.
  func take(_ v: nacre_value) throws -> Value {
    switch v.tag {
    case Tag.null: return .null
    case Tag.bool: return .bool(v.i != 0)
    case Tag.char: return .char(UInt16(truncatingIfNeeded: v.u))
    case Tag.int8: return .scalar(.sbyte, UInt64(bitPattern: Int64(Int8(truncatingIfNeeded: v.i))))
    case Tag.uint8: return .byte(UInt8(truncatingIfNeeded: v.u))
    case Tag.int16: return .scalar(.int16, UInt64(bitPattern: Int64(Int16(truncatingIfNeeded: v.i))))
    case Tag.uint16: return .scalar(.uint16, v.u & 0xFFFF)
    case Tag.int32: return .int(Int32(truncatingIfNeeded: v.i))
    case Tag.uint32: return .scalar(.uint32, v.u & 0xFFFF_FFFF)
    case Tag.int64: return .long(v.i)
    case Tag.uint64: return .scalar(.uint64, v.u)
    case Tag.float: return .single(Float(v.d))
    case Tag.double: return .double(v.d)
    case Tag.dateTime:
      guard (0...DateTimeObject.maxTicks).contains(v.i) else { throw NativeFault(Code.argument) }
      return .object(DateTimeObject(v.i, v.aux == 1 ? .utc : v.aux == 2 ? .local : .unspecified))
    case Tag.timeSpan: return .object(TimeSpanObject(v.i))
    case Tag.switch: return .switchParameter(v.i != 0)
    case Tag.string: return .string(try text(v.p, Int(v.len), v.flags))
    case Tag.bytes:
      guard v.len == 0 || v.b != nil else { throw NativeFault(Code.argument) }
      return Bridge.byteArray(UnsafeBufferPointer(start: v.b, count: Int(v.len)))
    case Tag.handle:
      guard let found = handles.value(v.h) else { throw NativeFault(Code.handle) }
      return found
    default: throw NativeFault(Code.argument)
    }
  }

  /// Bytes as a `[byte[]]`.
  static func byteArray(_ bytes: UnsafeBufferPointer<UInt8>) -> Value {
    .object(PSArray(bytes.map { .byte($0) }, of: Types.byte))
  }

  /// How many values one call may hand over.
  static let countLimit = 1 << 28

  func take(_ p: UnsafePointer<nacre_value>?, _ count: Int) throws -> [Value] {
    if count == 0 { return [] }
    guard let p, count > 0, count <= Bridge.countLimit else { throw NativeFault(Code.argument) }
    var list: [Value] = []
    list.reserveCapacity(count)
    for i in 0..<count { list.append(try take(p[i])) }
    return list
  }

  func text(_ t: nacre_text) throws -> String {
    guard t.n <= 1 << 32 else { throw NativeFault(Code.argument) }
    return try text(t.p, t.n, 0)
  }

  func text(_ p: UnsafePointer<CChar>?, _ count: Int, _ flags: UInt8) throws -> String {
    if count == 0 { return "" }
    guard let p, count > 0 else { throw NativeFault(Code.argument) }
    return try p.withMemoryRebound(to: UInt8.self, capacity: count) {
      try Bridge.string(UnsafeBufferPointer(start: $0, count: count), flags)
    }
  }

  /// Text of bytes, or the failure of an encoding.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>, _ flags: UInt8) throws -> String {
    if let s = String(validating: bytes, as: UTF8.self) { return s }
    if flags & TextFlag.lossy != 0 { return lossy(bytes, surrogates: false) }
    if flags & TextFlag.wtf8 != 0 { return lossy(bytes, surrogates: true) }
    throw NativeFault(Code.encoding)
  }

  /// Text in which each bad byte (or each lone surrogate) became U+FFFD.
  private static func lossy(_ bytes: UnsafeBufferPointer<UInt8>, surrogates: Bool) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 16)
    var i = 0
    while i < bytes.count {
      let n = sequenceLength(bytes, i)
      if n > 0 {
        out.append(contentsOf: bytes[i..<i + n])
        i += n
      } else {
        out.append(contentsOf: [0xEF, 0xBF, 0xBD])
        let isSurrogate = surrogates && bytes[i] == 0xED && i + 2 < bytes.count && bytes[i + 1] >= 0xA0
        i += isSurrogate ? 3 : 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Bytes of the UTF-8 sequence at an index, 0 when there is none.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let b = bytes[i]
    if b < 0x80 { return 1 }
    let n = b >= 0xC2 && b < 0xE0 ? 2 : b >= 0xE0 && b < 0xF0 ? 3 : b >= 0xF0 && b < 0xF5 ? 4 : 0
    guard n > 0, i + n <= bytes.count else { return 0 }
    return String(validating: bytes[i..<i + n], as: UTF8.self) == nil ? 0 : n
  }

  // MARK: - Names

  func key(_ name: String) -> UInt32 {
    let s = Symbol(name)
    if let k = keyIndex[s] { return k }
    keys.append(s)
    keyIndex[s] = UInt32(keys.count)
    return UInt32(keys.count)
  }
  func symbol(_ key: UInt32) throws -> Symbol {
    guard key > 0, Int(key) <= keys.count else { throw NativeFault(Code.handle) }
    return keys[Int(key) - 1]
  }
  func shape(_ number: UInt32) throws -> Shape {
    guard number > 0, Int(number) <= shapes.count, let s = shapes[Int(number) - 1] else {
      throw NativeFault(Code.handle)
    }
    return s
  }
}

/// Values lent for longer than one callback, by their owner.
final class KeptValues {
  let arena = Arena()
  var handles: [UInt64] = []
  /// Ends all of them.
  func release() {
    for h in handles { Bridge.shared.handles.release(h) }
    handles.removeAll(keepingCapacity: true)
    arena.release(to: start)
  }
  private let start: Arena.Mark
  init() { start = arena.mark }
  deinit { release() }
}
