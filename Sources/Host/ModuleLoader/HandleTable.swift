import Objects

/// Values lent to native code, each behind an index and a generation, so that stale handles are noticed.
///
/// Handles of callbacks are a stack that is cut back when the callback or scope ends; those of parameters,
/// iterators and refs are kept until they are freed.
struct HandleTable {
  private static let keptBit: UInt32 = 1 << 31

  private var stack: [Value] = []
  private var stackGenerations: [UInt32] = []
  private(set) var count = 0
  private var kept: [Value?] = []
  private var keptGenerations: [UInt32] = []
  private var free: [Int] = []

  /// A handle that lives until the stack is cut below it.
  mutating func push(_ v: Value) -> UInt64 {
    if count == stack.count {
      stack.append(v)
      stackGenerations.append(1)
    } else {
      stack[count] = v
    }
    count += 1
    return UInt64(stackGenerations[count - 1]) << 32 | UInt64(count - 1)
  }

  /// Ends all handles from a position on.
  mutating func truncate(to position: Int) {
    while count > max(position, 0) {
      count -= 1
      stack[count] = .null
      stackGenerations[count] = HandleTable.next(stackGenerations[count])
    }
  }

  private static func next(_ generation: UInt32) -> UInt32 { generation == .max ? 1 : generation + 1 }

  /// A handle that lives until `release`.
  mutating func keep(_ v: Value) -> UInt64 {
    let i: Int
    if let f = free.popLast() {
      i = f
      kept[i] = v
    } else {
      i = kept.count
      kept.append(v)
      keptGenerations.append(1)
    }
    return UInt64(keptGenerations[i]) << 32 | UInt64(UInt32(truncatingIfNeeded: i) | HandleTable.keptBit)
  }

  private func keptIndex(_ handle: UInt64) -> Int? {
    let low = UInt32(truncatingIfNeeded: handle)
    guard low & HandleTable.keptBit != 0 else { return nil }
    let i = Int(low & ~HandleTable.keptBit)
    guard i < kept.count, kept[i] != nil, keptGenerations[i] == UInt32(truncatingIfNeeded: handle >> 32) else {
      return nil
    }
    return i
  }

  /// Ends a kept handle; stale ones are ignored.
  mutating func release(_ handle: UInt64) {
    guard let i = keptIndex(handle) else { return }
    kept[i] = nil
    keptGenerations[i] = HandleTable.next(keptGenerations[i])
    free.append(i)
  }

  /// The value of a live handle.
  func value(_ handle: UInt64) -> Value? {
    let low = UInt32(truncatingIfNeeded: handle)
    if low & HandleTable.keptBit != 0 {
      guard let i = keptIndex(handle) else { return nil }
      return kept[i]
    }
    let i = Int(low)
    guard i < count, stackGenerations[i] == UInt32(truncatingIfNeeded: handle >> 32) else { return nil }
    return stack[i]
  }

  /// How many handles are kept.
  var keptCount: Int { kept.count - free.count }
}
