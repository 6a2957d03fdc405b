import Basics
import Engine
import Glibc
import Objects
import PluginABI

extension HostTable {
  static func fillCollections(_ t: inout nacre_host) {
    t.count = { env, value, out in
      HostTable.give(env, out, zero: 0) { _ in HostTable.count(try Bridge.shared.take(value)) }
    }
    t.item_get = { env, container, key, out in
      HostTable.give(env, out) { _ in
        try HostTable.item(try Bridge.shared.take(container), try Bridge.shared.take(key))
      }
    }
    t.item_set = { env, container, key, value in
      HostTable.guarded(env) { _ in
        let c = try Bridge.shared.take(container)
        return try HostTable.setItem(c, try Bridge.shared.take(key), try Bridge.shared.take(value))
      }
    }
    t.item_remove = { env, container, key in
      HostTable.guarded(env) { _ in
        let c = try Bridge.shared.take(container)
        let k = try Bridge.shared.take(key)
        if let d = c.asObject(PSDictionary.self) {
          if d.isReadOnly { throw NativeFault(Code.unsupported) }
          return d.remove(k) ? Code.ok : Code.none
        }
        guard let l = c.asObject(PSList.self), let i = HostTable.index(k) else { throw NativeFault(Code.type) }
        guard l.elements.indices.contains(i) else { return Code.none }
        l.elements.remove(at: i)
        l.version &+= 1
        return Code.ok
      }
    }
    t.items = { env, value, out, count in
      out?.pointee = nil
      count?.pointee = 0
      return HostTable.guarded(env) { _ in
        guard let out, let count else { throw NativeFault(Code.argument) }
        let v = try Bridge.shared.take(value)
        let list = try HostTable.elements(v)
        out.pointee = UnsafePointer(try Bridge.shared.lend(list))
        count.pointee = list.count
        return Code.ok
      }
    }
    t.array_data = { env, value, element, out, count in
      out?.pointee = nil
      count?.pointee = 0
      return HostTable.guarded(env) { _ in
        guard let out, let count, let n = HostTable.number(element) else { throw NativeFault(Code.argument) }
        let (data, size) = try HostTable.numbers(try Bridge.shared.take(value), n, in: Bridge.shared.arena)
        out.pointee = UnsafeRawPointer(data)
        count.pointee = size
        return Code.ok
      }
    }
  }

  private static func count(_ v: Value) -> Int {
    switch v.base {
    case .null, .nothing: return 0
    case .string(let s): return s.utf16.count
    case .object(let o):
      if let a = o as? PSArray { return a.elements.count }
      if let l = o as? PSList { return l.elements.count }
      if let d = o as? PSDictionary { return d.count }
      return 1
    default: return 1
    }
  }

  private static func index(_ v: Value) -> Int? {
    guard case .long(let i)? = Operations.tryConvert(v, to: Types.int64)?.base else { return nil }
    return Int(exactly: i)
  }

  /// Elements as a pipeline would take them; a scalar is one, null none.
  static func elements(_ v: Value) throws -> [Value] {
    if v.isNull { return [] }
    return try Operations.elements(v) ?? [v]
  }

  private static func item(_ c: Value, _ key: Value) throws -> Value? {
    if let d = c.asObject(PSDictionary.self) { return try Collections.item(d, key) }
    let elements: [Value]
    if let a = c.asObject(PSArray.self) {
      elements = a.elements
    } else if let l = c.asObject(PSList.self) {
      elements = l.elements
    } else if let s = c.stringOrNil {
      guard let i = index(key), i >= 0, i < s.utf16.count else { return nil }
      return .char(s.utf16[s.utf16.index(s.utf16.startIndex, offsetBy: i)])
    } else {
      if c.isNull { throw NativeFault(Code.type) }
      guard let v = try MemberAccess.getItem(c, [key]) else { throw NativeFault(Code.type) }
      return v
    }
    guard let i = index(key), elements.indices.contains(i) else { return nil }
    return elements[i]
  }

  private static func setItem(_ c: Value, _ key: Value, _ value: Value) throws -> Int32 {
    if let d = c.asObject(PSDictionary.self) {
      try Collections.setItem(d, key, value)
      return Code.ok
    }
    if let a = c.asObject(PSArray.self) {
      guard let i = index(key), a.elements.indices.contains(i) else { return Code.none }
      a.elements[i] = try Operations.convert(value, to: a.elementType)
      return Code.ok
    }
    if let l = c.asObject(PSList.self) {
      guard let i = index(key), l.elements.indices.contains(i) else { return Code.none }
      l.elements[i] = try Collections.element(value, for: l)
      return Code.ok
    }
    guard !c.isNull, try MemberAccess.setItem(c, [key], value) else { throw NativeFault(Code.type) }
    return Code.ok
  }

  /// C numbers of an array, in an arena.
  static func numbers(_ v: Value, _ n: NumberType, in arena: Arena) throws -> (UnsafeMutableRawPointer, Int) {
    if n == .u8, let s = v.stringOrNil {
      guard let (p, count) = arena.copy(s) else { throw NativeFault(Code.memory) }
      return (UnsafeMutableRawPointer(mutating: p), count)
    }
    let list = try elements(v)
    guard let p = arena.allocate((list.count + 1) * n.size) else { throw NativeFault(Code.memory) }
    for (i, item) in list.enumerated() {
      let converted = item.typeInfo === n.type ? item : try Operations.convert(item, to: n.type)
      guard let slot = n.slot(converted) else { throw NativeFault(Code.type) }
      NumberCell.store(slot, p + i * n.size, n.size)
    }
    memset(p + list.count * n.size, 0, n.size)
    return (p, list.count)
  }

  // MARK: - Enumeration

  static func fillEnumeration(_ t: inout nacre_host) {
    t.enum_open = { env, value, flags, out in
      HostTable.give(env, out, zero: 0) { call in
        let v = try Bridge.shared.take(value)
        let iterator: ValueIterator
        if flags & 1 != 0, let d = v.asObject(PSDictionary.self) {
          iterator = ValueIterator(Collections.entries(d))
        } else if v.isNull {
          iterator = ValueIterator([])
        } else {
          iterator = try Operations.enumerate(v) ?? ValueIterator([v])
        }
        call.iteratorCounter &+= 1
        call.iterators[call.iteratorCounter] = NativeIterator(iterator)
        return call.iteratorCounter
      }
    }
    t.enum_next = { env, iter, out, capacity, got in
      got?.pointee = 0
      return HostTable.guarded(env) { call in
        guard let got, out != nil || capacity == 0, capacity >= 0 else { throw NativeFault(Code.argument) }
        guard let i = call.iterators[iter] else { throw NativeFault(Code.handle) }
        i.values.release()
        var n = 0
        while n < capacity, let v = try i.iterator.next() {
          out?[n] = try Bridge.shared.lend(v, .kept(i.values))
          n += 1
        }
        got.pointee = n
        return n == 0 && capacity > 0 ? Code.none : Code.ok
      }
    }
    t.enum_close = { env, iter in
      HostTable.guarded(env, evenPending: true) { call in
        guard call.iterators.removeValue(forKey: iter) != nil else { throw NativeFault(Code.handle) }
        return Code.ok
      }
    }
  }
}
