import Basics

/// `System.Collections.BitArray`.
final class BitArrayObject: Obj {
  var bits: [Bool]
  init(_ bits: [Bool]) { self.bits = bits }
  override var typeInfo: TypeInfo { Types.named("System.Collections.BitArray") }
  override func makeIterator() throws -> ValueIterator? { ValueIterator(bits.map { .bool($0) }) }

  static func register() {
    Catalogue.register("System.Collections.BitArray") { t in
      func me(_ v: Value) throws -> BitArrayObject {
        guard let b = v.asObject(BitArrayObject.self) else { throw Throw.nullReference() }
        return b
      }
      func check(_ b: BitArrayObject, _ i: Int) throws -> Int {
        guard b.bits.indices.contains(i) else { throw Throw.index() }
        return i
      }
      for extra in ["", ", bool defaultValue"] {
        t.new("(int length\(extra))") { a in
          if a.int(0) < 0 { throw Throw.outOfRange("length", "Non-negative number required.") }
          return .object(BitArrayObject([Bool](repeating: a.bool(1), count: a.int(0))))
        }
      }
      t.new("(byte[] bytes)") { a in
        .object(BitArrayObject(try a.bytes(0).flatMap { b in (0..<8).map { b >> UInt8($0) & 1 == 1 } }))
      }
      t.new("(bool[] values)") { a in .object(BitArrayObject(try a.list(0).map { [$0].bool(0) })) }
      t.new("(int[] values)") { a in
        .object(BitArrayObject(try a.list(0).flatMap { v in (0..<32).map { v.longValue >> Int64($0) & 1 == 1 } }))
      }
      t.prop("int Count") { .int(try me($0).bits.count) }
      t.prop("int Length") { .int(try me($0).bits.count) }
      t.indexer("bool", "int index") { s, a in
        let b = try me(s)
        return .bool(b.bits[try check(b, a.int(0))])
      } set: { s, a in
        let b = try me(s)
        b.bits[try check(b, a.int(0))] = a.bool(1)
      }
      t.method("bool Get(int index)") { s, a in
        let b = try me(s)
        return .bool(b.bits[try check(b, a.int(0))])
      }
      t.action("Set(int index, bool value)") { s, a in
        let b = try me(s)
        b.bits[try check(b, a.int(0))] = a.bool(1)
      }
      t.action("SetAll(bool value)") { s, a in
        let b = try me(s)
        b.bits = b.bits.map { _ in a.bool(0) }
      }
      for (name, f) in [("And", { $0 && $1 }), ("Or", { $0 || $1 }), ("Xor", { $0 != $1 })]
        as [(String, (Bool, Bool) -> Bool)]
      {
        t.method("System.Collections.BitArray \(name)(System.Collections.BitArray value)") { s, a in
          let (x, y) = (try me(s), try me(a[0]))
          guard x.bits.count == y.bits.count else { throw Throw.argument("Array lengths must be the same.") }
          x.bits = zip(x.bits, y.bits).map(f)
          return s
        }
      }
      t.method("System.Collections.BitArray Not()") { s, _ in
        let b = try me(s)
        b.bits = b.bits.map { !$0 }
        return s
      }
      t.action("CopyTo(array array, int index)") { s, a in try ListTypes.copy(me(s).bits.map { .bool($0) }, a, 1) }
      t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
        try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
      }
    }
  }
}
