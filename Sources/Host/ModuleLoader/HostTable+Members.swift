import Basics
import Engine
import Glibc
import Objects
import PluginABI

extension HostTable {
  static func fillMembers(_ t: inout nacre_host) {
    t.get = { env, object, name, out in
      HostTable.give(env, out) { _ in
        try MemberAccess.get(try Bridge.shared.take(object), try HostTable.text(name))?.orNull
      }
    }
    t.set = { env, object, name, value in
      HostTable.guarded(env) { _ in
        let o = try Bridge.shared.take(object)
        let n = try HostTable.text(name)
        let v = try Bridge.shared.take(value)
        if o.isNull || n.isEmpty { throw NativeFault(Code.argument) }
        if let custom = o.asObject(PSCustomObject.self), MemberAccess.find(o, n) == nil {
          custom.setNote(n, v)
        } else {
          try MemberAccess.set(o, n, v)
        }
        return Code.ok
      }
    }
    t.key = { env, name, out in
      HostTable.give(env, out, zero: 0) { _ in
        let n = try HostTable.text(name)
        if n.isEmpty { throw NativeFault(Code.argument) }
        return Bridge.shared.key(n)
      }
    }
    t.get_many = { env, object, keys, count, out in
      HostTable.guarded(env) { _ in
        if count == 0 { return Code.ok }
        guard let keys, let out, count > 0, count <= 65536 else { throw NativeFault(Code.argument) }
        let o = try Bridge.shared.take(object)
        for i in 0..<count { out[i] = Bridge.null }
        for i in 0..<count {
          let name = try Bridge.shared.symbol(keys[i])
          out[i] = try Bridge.shared.lend(try MemberAccess.get(o, name) ?? .null)
        }
        return Code.ok
      }
    }
    t.properties = { env, object, flags, start, out, capacity, got in
      got?.pointee = 0
      return HostTable.guarded(env) { _ in
        guard let got, out != nil || capacity == 0, capacity >= 0, start >= 0 else { throw NativeFault(Code.argument) }
        let o = try Bridge.shared.take(object)
        let all = MemberAccess.members(of: o).filter { m in
          m.isProperty && !m.isStatic && (!m.isHidden || flags & 2 != 0)
        }
        var n = 0
        while n < capacity, start + n < all.count {
          out?[n] = try HostTable.property(all[start + n], o, withValue: flags & 1 == 0)
          n += 1
        }
        got.pointee = n
        return Code.ok
      }
    }
  }

  private static func property(_ m: Member, _ o: Value, withValue: Bool) throws -> nacre_property {
    var p = nacre_property()
    p.name = try lend(m.name)
    p.kind = bit(m.kind)
    if withValue {
      do {
        p.value = try Bridge.shared.lend(try m.get(m.kind == .property || m.kind == .field ? o.base : o))
      } catch {
        p.status = Code.error
      }
    }
    return p
  }

  /// The bit of a kind of member.
  private static func bit(_ kind: MemberKind) -> UInt32 {
    switch kind {
    case .aliasProperty: return 1
    case .codeProperty: return 2
    case .property, .field: return 4
    case .note: return 8
    case .scriptProperty: return 16
    case .propertySet, .memberSet: return 32
    case .method, .event: return 64
    case .codeMethod: return 128
    case .scriptMethod: return 256
    }
  }

  static func fillMethods(_ t: inout nacre_host) {
    t.call_method = { env, object, name, args, count, out in
      HostTable.give(env, out) { _ in
        let o = try Bridge.shared.take(object)
        if o.isNull { throw NativeFault(Code.argument) }
        return try MemberAccess.invoke(o, try HostTable.text(name), try Bridge.shared.take(args, count)).orNull
      }
    }
    t.get_static = { env, type, name, out in
      HostTable.give(env, out) { _ in
        let n = try HostTable.text(name)
        guard let v = try MemberAccess.getStatic(try HostTable.resolve(type), n) else {
          throw NativeFault(Code.notFound)
        }
        return v.orNull
      }
    }
    t.call_static = { env, type, name, args, count, out in
      HostTable.give(env, out) { _ in
        try MemberAccess.invokeStatic(
          try HostTable.resolve(type), try HostTable.text(name), try Bridge.shared.take(args, count)
        ).orNull
      }
    }
  }

  // MARK: - Added members

  static func fillAddedMembers(_ t: inout nacre_host) {
    t.member_add = { env, object, member, flags in
      HostTable.guarded(env) { call in
        let o = try Bridge.shared.take(object)
        let m = try HostTable.member(member, call)
        guard let bag = PSObjectView.bag(of: o) else { throw NativeFault(Code.type) }
        if bag[m.symbol] != nil && flags & 1 == 0 { throw HostTable.memberExists(m.name) }
        bag.set(m)
        return Code.ok
      }
    }
    t.member_remove = { env, object, name in
      HostTable.guarded(env) { _ in
        guard case .object(let o) = try Bridge.shared.take(object) else { throw NativeFault(Code.type) }
        return o.extended?.remove(try HostTable.text(name)) == true ? Code.ok : Code.none
      }
    }
    t.type_name_add = { env, object, name, at in
      HostTable.guarded(env) { _ in
        let v = try Bridge.shared.take(object)
        guard case .object(let o) = v else { throw NativeFault(Code.type) }
        let type = try HostTable.text(name)
        if type.isEmpty { throw NativeFault(Code.argument) }
        var names = TypeNameList.names(of: v)
        if at == 0 { names.insert(type, at: 0) } else { names.append(type) }
        o.typeNames = names
        return Code.ok
      }
    }
    t.type_update = { env, data in
      HostTable.guarded(env) { call in
        try HostTable.updateType(data, call)
        return Code.ok
      }
    }
  }

  private static func memberExists(_ name: String) -> GuestError {
    GuestError.runtime(
      "MemberAlreadyPresent",
      "Cannot add a member with the name \"\(name)\" because a member with that name already "
        + "exists.", .InvalidOperation)
  }

  private static func block(_ v: Value, _ call: NativeCall) throws -> ScriptBlock? {
    if v.isNull { return nil }
    if let b = v.asObject(ScriptBlock.self) { return b }
    guard let s = v.stringOrNil else { throw NativeFault(Code.type) }
    return try call.runspace.parse(s, state: nil)
  }

  /// The member a structure describes.
  static func member(_ p: UnsafePointer<nacre_member>?, _ call: NativeCall) throws -> Member {
    var n = nacre_member()
    try copy(p, minimum: 40, into: &n)
    let name = try text(n.name)
    if name.isEmpty { throw NativeFault(Code.argument) }
    let value = try Bridge.shared.take(n.value)
    let second = try Bridge.shared.take(n.second)
    switch n.kind {
    case 8: return Member.note(name, value)
    case 1:
      guard let target = value.stringOrNil else { throw NativeFault(Code.type) }
      let type = second.stringOrNil.flatMap { TypeResolver.resolve($0) }
      return MemberFactory.alias(name, target, type: type)
    case 16:
      guard let getter = try block(value, call) else { throw NativeFault(Code.argument) }
      return MemberFactory.scriptProperty(name, get: getter, set: try block(second, call))
    case 256:
      guard let body = try block(value, call) else { throw NativeFault(Code.argument) }
      return MemberFactory.scriptMethod(name, body)
    case 32:
      return MemberFactory.propertySet(name, try elements(value).map { try Operations.toString($0) })
    case 2, 128: return try codeMember(n, name, call)
    default: throw NativeFault(Code.argument)
    }
  }

  private static func codeMember(_ n: nacre_member, _ name: String, _ call: NativeCall) throws -> Member {
    let module = call.module
    let runspace = call.runspace
    let context = n.context
    if n.kind == 2 {
      guard let get = n.get else { throw NativeFault(Code.argument) }
      let m = Member(name, .codeProperty)
      m.getter = { instance in
        try module.callMember(runspace) { env, object, out in
          get(env, context, object, out)
        } on: {
          instance
        }
      }
      if let set = n.set {
        m.setter = { instance, new in
          _ = try module.callMember(runspace) { env, object, _ in
            guard let v = try? Bridge.shared.lend(new) else { return Code.memory }
            return set(env, context, object, v)
          } on: {
            instance
          }
        }
      }
      return m
    }
    guard let body = n.call else { throw NativeFault(Code.argument) }
    let m = Member(name, .codeMethod)
    let rest = MethodParameter("arguments", Types.arrayType(of: Types.object), paramArray: true)
    let overload = MethodOverload([rest], returns: Types.object) { instance, arguments in
      let list = arguments.first?.asObject(PSArray.self)?.elements ?? arguments
      return try module.callMember(runspace) { env, object, out in
        guard let args = try? Bridge.shared.lend(list) else { return Code.memory }
        return body(env, context, object, args, list.count, out)
      } on: {
        instance
      }
    }
    m.overloads = [overload]
    return m
  }

  /// Adds type data and notes what to take away at unload.
  private static func updateType(_ p: UnsafePointer<nacre_type_data>?, _ call: NativeCall) throws {
    var d = nacre_type_data()
    try copy(p, minimum: 24, into: &d)
    let name = try text(d.type_name)
    if name.isEmpty { throw NativeFault(Code.argument) }
    var members: [Member] = []
    if d.member_count > 0 {
      guard let first = d.members, d.member_count <= 4096 else { throw NativeFault(Code.argument) }
      let stride = Int(first.pointee.struct_size)
      guard stride >= 40, stride <= 4096, stride % 8 == 0 else { throw NativeFault(Code.version) }
      for i in 0..<d.member_count {
        let at = UnsafeRawPointer(first) + i * stride
        members.append(try member(at.assumingMemoryBound(to: nacre_member.self), call))
      }
    }
    for (set, names) in [
      ("DefaultDisplayPropertySet", try texts(d.display, d.display_count)),
      ("DefaultKeyPropertySet", try texts(d.keys, d.key_count)),
    ] where !names.isEmpty {
      let m = MemberFactory.propertySet(set, names)
      m.isHidden = true
      members.append(m)
    }
    let display = try text(d.display_property)
    if !display.isEmpty {
      let m = Member.note("DefaultDisplayProperty", .string(display))
      m.isHidden = true
      members.append(m)
    }
    let key = CIString(name)
    let table = call.runspace.typeTables[key] ?? MemberTable()
    if d.flags & 1 == 0 {
      for m in members where table[m.symbol] != nil { throw memberExists(m.name) }
    }
    for m in members {
      table.set(m)
      call.module.typeMembers.append((key, m))
    }
    call.runspace.typeTables[key] = table
    TypeDataGeneration.bump()
  }
}
