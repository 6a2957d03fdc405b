import Basics
import Glibc

/// `System.Random`: .NET's subtractive generator for seeds, so that seeded sequences agree; the system's otherwise.
final class RandomObject: Obj {
  private var seedArray = [Int32](repeating: 0, count: 56)
  private var inext = 0
  private var inextp = 21
  private let isSeeded: Bool
  private var system = SystemRandomNumberGenerator()
  static let type = Types.named("System.Random")
  override var typeInfo: TypeInfo { RandomObject.type }

  init(seed: Int32?) {
    isSeeded = seed != nil
    super.init()
    guard let seed else { return }
    let subtraction = seed == Int32.min ? Int32.max : abs(seed)
    var mj: Int32 = 161_803_398 &- subtraction
    seedArray[55] = mj
    var mk: Int32 = 1
    for i in 1..<55 {
      let ii = 21 * i % 55
      seedArray[ii] = mk
      mk = mj &- mk
      if mk < 0 { mk = mk &+ Int32.max }
      mj = seedArray[ii]
    }
    for _ in 1..<5 {
      for i in 1..<56 {
        seedArray[i] = seedArray[i] &- seedArray[1 + (i + 30) % 55]
        if seedArray[i] < 0 { seedArray[i] = seedArray[i] &+ Int32.max }
      }
    }
  }

  /// A number in 0..<Int32.max.
  func sample() -> Int32 {
    if !isSeeded { return Int32.random(in: 0..<Int32.max, using: &system) }
    inext = inext + 1 >= 56 ? 1 : inext + 1
    inextp = inextp + 1 >= 56 ? 1 : inextp + 1
    var r = seedArray[inext] &- seedArray[inextp]
    if r == Int32.max { r -= 1 }
    if r < 0 { r = r &+ Int32.max }
    seedArray[inext] = r
    return r
  }
  /// A number in 0..<1.
  func unit() -> Double {
    isSeeded ? Double(sample()) * (1.0 / Double(Int32.max)) : Double.random(in: 0..<1, using: &system)
  }
  /// A number between two, the upper excluded.
  func next(_ low: Int64, _ high: Int64) -> Int64 {
    if !isSeeded { return low < high ? Int64.random(in: low..<high, using: &system) : low }
    let range = high - low
    if range <= Int64(Int32.max) { return Int64(unit() * Double(range)) + low }
    var big = Int64(sample())
    if sample() % 2 == 0 { big = -big }
    let fraction = (Double(big) + Double(Int32.max - 1)) / Double(2 * UInt32(Int32.max) - 1)
    return Int64(fraction * Double(range)) + low
  }
}

enum RandomType {
  nonisolated(unsafe) private static let shared = RandomObject(seed: nil)

  static func register() {
    Catalogue.register("System.Random") { t in
      t.new("()") { _ in .object(RandomObject(seed: nil)) }
      t.new("(int Seed)") { a in .object(RandomObject(seed: Int32(truncatingIfNeeded: a.int(0)))) }
      t.fixedProp("System.Random Shared") { .object(shared) }
      numbers(t)
      t.method("double NextDouble()") { s, _ in .double(try me(s).unit()) }
      t.method("single NextSingle()") { s, _ in .single(Float(try me(s).unit())) }
      t.action("NextBytes(byte[] buffer)") { s, a in
        let r = try me(s)
        guard let b = a.object(0, PSArray.self) else { throw Throw.argumentNull("buffer") }
        for i in b.elements.indices { b.elements[i] = .byte(UInt8(truncatingIfNeeded: r.sample())) }
      }
      t.action("Shuffle[T](T[] values)") { s, a in
        let r = try me(s)
        guard let b = a.object(0, PSArray.self), b.elements.count > 1 else { return }
        for i in 0..<(b.elements.count - 1) { b.elements.swapAt(i, Int(r.next(Int64(i), Int64(b.elements.count)))) }
      }
      t.method("T[] GetItems[T](T[] choices, int length)") { s, a in
        let r = try me(s)
        let list = try a.list(0)
        if list.isEmpty { throw Throw.argument("Span may not be empty.", "choices") }
        return .array((0..<max(0, a.int(1))).map { _ in list[Int(r.next(0, Int64(list.count)))] })
      }
    }
  }

  private static func me(_ v: Value) throws -> RandomObject {
    guard let r = v.asObject(RandomObject.self) else { throw Throw.nullReference() }
    return r
  }

  private static func numbers(_ t: TypeBuilder) {
    t.method("int Next()") { s, _ in .int(try me(s).sample()) }
    t.method("int Next(int maxValue)") { s, a in
      if a.int(0) < 0 { throw Throw.outOfRange("maxValue", "'maxValue' must be greater than zero.") }
      return .int(Int(try me(s).next(0, a.long(0))))
    }
    t.method("int Next(int minValue, int maxValue)") { s, a in
      if a.int(0) > a.int(1) {
        throw Throw.outOfRange("minValue", "'minValue' cannot be greater than maxValue.")
      }
      return .int(Int(try me(s).next(a.long(0), a.long(1))))
    }
    t.method("long NextInt64()") { s, _ in .long(try me(s).next(0, Int64.max)) }
    t.method("long NextInt64(long maxValue)") { s, a in .long(try me(s).next(0, max(0, a.long(0)))) }
    t.method("long NextInt64(long minValue, long maxValue)") { s, a in
      if a.long(0) > a.long(1) { throw Throw.outOfRange("minValue", "'minValue' cannot be greater than maxValue.") }
      return .long(try me(s).next(a.long(0), a.long(1)))
    }
  }
}
