import Basics
import Engine
import Glibc
import Objects
import PluginABI

extension HostTable {
  static func resolve(_ t: nacre_text) throws -> TypeInfo {
    guard let type = TypeResolver.resolve(try text(t)) else { throw NativeFault(Code.notFound) }
    return type
  }

  private static let listType = TypeResolver.resolve("System.Collections.Generic.List[object]") ?? Types.arrayList

  // MARK: - Making values

  static func fillMakers(_ t: inout nacre_host) {
    t.buffer_new = { env, memory, size, asText, owned, release, context, out in
      // What the module hands over is copied at once, so the memory is let go of here, whatever happens.
      defer {
        if owned == 2, let release { release(context, UnsafeMutableRawPointer(mutating: memory)) }
      }
      return HostTable.give(env, out) { _ in
        guard size == 0 || memory != nil, size >= 0, size <= Bridge.countLimit * 8, (0...2).contains(owned) else {
          throw NativeFault(Code.argument)
        }
        let bytes = UnsafeBufferPointer(
          start: memory?.assumingMemoryBound(to: UInt8.self), count: memory == nil ? 0 : size)
        return asText != 0 ? .string(try Bridge.string(bytes, 0)) : Bridge.byteArray(bytes)
      }
    }
    t.array_new = { env, items, count, out in
      HostTable.give(env, out) { _ in .array(try Bridge.shared.take(items, count)) }
    }
    t.array_of = { env, element, data, count, out in
      HostTable.give(env, out) { _ in
        guard let n = HostTable.number(element), count == 0 || data != nil, count >= 0, count <= Bridge.countLimit
        else { throw NativeFault(Code.argument) }
        var list: [Value] = []
        list.reserveCapacity(count)
        if let data {
          for i in 0..<count { list.append(NumberCell.load(data + i * n.size, n)) }
        }
        return .object(PSArray(list, of: n.type))
      }
    }
    t.list_new = { env, out in HostTable.give(env, out) { _ in .object(PSList(HostTable.listType)) } }
    t.list_add = { env, list, items, count in
      HostTable.guarded(env) { _ in
        guard let l = try Bridge.shared.take(list).asObject(PSList.self) else { throw NativeFault(Code.type) }
        let values = try Bridge.shared.take(items, count)
        if l.isReadOnly { throw NativeFault(Code.unsupported) }
        for v in values { l.elements.append(try Collections.element(v, for: l)) }
        l.version &+= 1
        return Code.ok
      }
    }
    t.hashtable_new = { env, keys, values, count, flags, out in
      HostTable.give(env, out) { _ in
        let k = try Bridge.shared.take(keys, count)
        let v = try Bridge.shared.take(values, count)
        let d = PSDictionary(flags & 1 != 0 ? Types.orderedDictionary : nil)
        for (i, key) in k.enumerated() {
          if key.isNull { throw NativeFault(Code.argument) }
          d.set(key, v[i])
        }
        return .object(d)
      }
    }
  }

  /// The C number of an element tag of arrays.
  static func number(_ tag: UInt32) -> NumberType? {
    switch UInt8(truncatingIfNeeded: tag) {
    case Tag.bool: return .bool
    case Tag.char: return .u16
    case Tag.int8: return .i8
    case Tag.uint8: return .u8
    case Tag.int16: return .i16
    case Tag.uint16: return .u16
    case Tag.int32: return .i32
    case Tag.uint32: return .u32
    case Tag.int64: return .i64
    case Tag.uint64: return .u64
    case Tag.float: return .f32
    case Tag.double: return .f64
    default: return nil
    }
  }

  static func customObject(_ typeNames: [String]) -> PSCustomObject {
    let o = PSCustomObject()
    if !typeNames.isEmpty { o.typeNames = typeNames + Types.psCustomObject.typeNameChain }
    return o
  }

  static func fillObjects(_ t: inout nacre_host) {
    t.object_new = { env, name, out in
      HostTable.give(env, out) { _ in
        let type = try HostTable.text(name)
        return .object(HostTable.customObject(type.isEmpty ? [] : [type]))
      }
    }
    t.shape_new = { env, types, typeCount, names, nameCount, out in
      HostTable.give(env, out, zero: 0) { call in
        let spellings = try HostTable.texts(names, nameCount)
        let shape = Shape(
          typeNames: try HostTable.texts(types, typeCount), names: spellings.map { Symbol($0) }, spellings: spellings,
          module: call.module)
        Bridge.shared.shapes.append(shape)
        call.module.shapes.append(Bridge.shared.shapes.count - 1)
        return UInt32(Bridge.shared.shapes.count)
      }
    }
    t.object_of = { env, shape, values, count, out in
      HostTable.give(env, out) { _ in
        let s = try Bridge.shared.shape(shape)
        guard count == s.names.count else { throw NativeFault(Code.argument) }
        let list = try Bridge.shared.take(values, count)
        let o = HostTable.customObject(s.typeNames)
        for i in 0..<list.count { o.extended?.setNote(s.names[i], list[i], spelled: s.spellings[i]) }
        return .object(o)
      }
    }
    t.pointer_new = { env, pointer, type, release, context, out in
      HostTable.give(env, out) { call in
        let name = try HostTable.text(type)
        if name.isEmpty { throw NativeFault(Code.argument) }
        return .object(
          PointerObject(pointer, type: name, release: release, context: context, owner: call.module))
      }
    }
    t.pointer_get = { env, value, type, out in
      HostTable.give(env, out, zero: nil) { _ in
        guard let p = try Bridge.shared.take(value).asObject(PointerObject.self),
          Ordinal.equalsIgnoreCase(p.type, try HostTable.text(type))
        else { throw NativeFault(Code.type) }
        if p.isOver { throw NativeFault(Code.handle) }
        return .some(p.pointer)
      }
    }
    t.script_new = { env, script, out in
      HostTable.give(env, out) { call in
        .object(try call.runspace.parse(try HostTable.text(script), state: call.runspace.currentState))
      }
    }
    t.type_of = { env, name, out in
      HostTable.give(env, out) { _ in TypeResolver.resolve(try HostTable.text(name))?.asValue }
    }
    t.type_new = { env, type, args, count, out in
      HostTable.give(env, out) { _ in
        try MemberAccess.construct(try HostTable.resolve(type), try Bridge.shared.take(args, count)).orNull
      }
    }
  }

  // MARK: - Reading values

  static func fillReaders(_ t: inout nacre_host) {
    t.to_string = { env, value, out in
      HostTable.give(env, out) { _ in .string(try Operations.toString(try Bridge.shared.take(value))) }
    }
    t.to_int64 = { env, value, out in
      HostTable.give(env, out, zero: 0) { _ in
        let v = try Bridge.shared.take(value)
        if let e = v.asObject(EnumValue.self) { return e.raw }
        guard case .long(let i) = try Operations.convert(v, to: Types.int64).base else { throw NativeFault(Code.type) }
        return i
      }
    }
    t.to_double = { env, value, out in
      HostTable.give(env, out, zero: 0) { _ in
        guard case .double(let d) = try Operations.convert(try Bridge.shared.take(value), to: Types.double).base else {
          throw NativeFault(Code.type)
        }
        return d
      }
    }
    t.to_bool = { env, value, out in
      HostTable.give(env, out, zero: 0) { _ in Operations.isTrue(try Bridge.shared.take(value)) ? 1 : 0 }
    }
    t.convert = { env, value, type, out in
      HostTable.give(env, out) { _ in
        try Operations.convert(try Bridge.shared.take(value), to: try HostTable.resolve(type)).orNull
      }
    }
    t.base = { env, value, out in HostTable.give(env, out) { _ in try Bridge.shared.take(value).base } }
    t.type_name = { env, value, out in
      HostTable.give(env, out) { _ in
        TypeNameList.names(of: try Bridge.shared.take(value)).first.map { .string($0) } ?? .null
      }
    }
    t.type_names = { env, value, out in
      HostTable.give(env, out) { _ in
        let names = TypeNameList.names(of: try Bridge.shared.take(value))
        return .object(PSArray(names.map { .string($0) }, of: Types.string))
      }
    }
    t.is_type = { env, value, type, yes in
      HostTable.give(env, yes, zero: 0) { _ in
        let v = try Bridge.shared.take(value)
        let name = try HostTable.text(type)
        if TypeNameList.names(of: v).contains(where: { Ordinal.equalsIgnoreCase($0, name) }) { return 1 }
        guard let wanted = TypeResolver.resolve(name) else { return 0 }
        return try Operations.isType(v, wanted.asValue) ? 1 : 0
      }
    }
  }

  static func fillComparisons(_ t: inout nacre_host) {
    t.equals = { env, a, b, flags, yes in
      HostTable.give(env, yes, zero: 0) { _ in
        let x = try Bridge.shared.take(a)
        let y = try Bridge.shared.take(b)
        return Operations.equals(x, y, ignoreCase: flags & 1 == 0) ? 1 : 0
      }
    }
    t.compare = { env, a, b, flags, order in
      HostTable.give(env, order, zero: 0) { _ in
        try HostTable.compare(try Bridge.shared.take(a), try Bridge.shared.take(b), flags)
      }
    }
    t.hash = { env, value, flags, out in
      HostTable.give(env, out, zero: 0) { _ in
        // Values that are equal have one text, whatever their types.
        let text = try Operations.toString(try Bridge.shared.take(value))
        let folded = flags & 1 == 0 ? CaseFold.folded(text) : text
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for b in folded.utf8 { hash = (hash ^ UInt64(b)) &* 0x100_0000_01B3 }
        return hash
      }
    }
    t.like = { env, pattern, text, flags, yes in
      HostTable.give(env, yes, zero: 0) { _ in
        let w = try Operations.wildcard(try HostTable.text(pattern), flags & 1 == 0)
        return w.matches(try HostTable.text(text)) ? 1 : 0
      }
    }
  }

  private static func compare(_ x: Value, _ y: Value, _ flags: UInt32) throws -> Int32 {
    if x.isNull || y.isNull { return x.isNull == y.isNull ? 0 : x.isNull ? -1 : 1 }
    let ignoreCase = flags & 1 == 0
    if flags & 2 != 0, case .string(let s) = x.base, case .string(let u) = y.base {
      return Int32(Ordinal.compare(s, u, ignoreCase: ignoreCase).signum())
    }
    do {
      return Int32(try Operations.compare(x, y, ignoreCase: ignoreCase).signum())
    } catch is GuestError {
      throw NativeFault(Code.type)
    }
  }
}

/// C numbers in memory.
enum NumberCell {
  /// The bits of a number as a slot holds them.
  static func bits(_ p: UnsafeRawPointer, _ size: Int) -> UInt64 {
    switch size {
    case 1: return UInt64(p.load(as: UInt8.self))
    case 2: return UInt64(p.loadUnaligned(as: UInt16.self))
    case 4: return UInt64(p.loadUnaligned(as: UInt32.self))
    default: return p.loadUnaligned(as: UInt64.self)
    }
  }
  static func load(_ p: UnsafeRawPointer, _ n: NumberType) -> Value { n.value(bits(p, n.size)) }
  /// Writes the low bytes of a slot.
  static func store(_ slot: UInt64, _ p: UnsafeMutableRawPointer, _ size: Int) {
    switch size {
    case 1: p.storeBytes(of: UInt8(truncatingIfNeeded: slot), as: UInt8.self)
    case 2: p.storeBytes(of: UInt16(truncatingIfNeeded: slot), as: UInt16.self)
    case 4: p.storeBytes(of: UInt32(truncatingIfNeeded: slot), as: UInt32.self)
    default: p.storeBytes(of: slot, as: UInt64.self)
    }
  }
}
