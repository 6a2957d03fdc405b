import Objects
import Testing

@testable import ModuleLoader

struct HandleTableTests {
  static func number(_ v: Value?) -> Int32? {
    if case .int(let i)? = v { return i }
    return nil
  }

  @Test func noticesStaleHandles() {
    var t = HandleTable()
    #expect(t.value(0) == nil)
    let a = t.push(.int(1))
    let mark = t.count
    let b = t.push(.int(2))
    #expect(Self.number(t.value(b)) == 2)
    t.truncate(to: mark)
    #expect(t.value(b) == nil)
    let c = t.push(.int(3))
    #expect(c != b)
    #expect(t.value(b) == nil)
    #expect(Self.number(t.value(a)) == 1)
    #expect(Self.number(t.value(c)) == 3)
  }

  @Test func keepsUntilReleased() {
    var t = HandleTable()
    let a = t.keep(.int(1))
    t.truncate(to: 0)
    #expect(Self.number(t.value(a)) == 1)
    t.release(a)
    t.release(a)
    #expect(t.value(a) == nil)
    let b = t.keep(.int(2))
    #expect(a != b)
    #expect(t.value(a) == nil)
    #expect(t.keptCount == 1)
  }

  static let strange: [UInt64] = [
    1, .max, 1 << 31, 1 << 32, 1 << 63, 0xDEAD_BEEF_1234_5678, 0xFFFF_FFFF, 1 << 32 | 1 << 31,
  ]

  @Test(arguments: strange) func neverTraps(_ handle: UInt64) {
    var t = HandleTable()
    #expect(t.value(handle) == nil)
    t.release(handle)
    t.truncate(to: -5)
    t.truncate(to: 99)
    #expect(t.count == 0)
  }
}

struct ArenaTests {
  @Test func takesBackInOrder() throws {
    let a = Arena()
    let start = a.mark
    let first = try #require(a.copy("hello"))
    #expect(first.count == 5)
    #expect(String(cString: first.pointer) == "hello")
    let mark = a.mark
    _ = a.allocate(1 << 20)
    a.release(to: mark)
    #expect(String(cString: first.pointer) == "hello")
    a.release(to: start)
    #expect(a.allocate(-1) == nil)
    #expect(a.allocate(0) != nil)
  }
}
