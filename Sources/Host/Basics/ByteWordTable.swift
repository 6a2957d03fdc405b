/// Finds ASCII words in byte buffers without regard to case, without making strings.
public final class ByteWordTable {
  private let mask: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let letters: UnsafeMutablePointer<UInt8>

  private struct Slot {
    var start: Int32 = 0
    var length: UInt8 = 0
    var value: UInt8 = 0
  }

  /// Makes a table of words in lower case, each with the value a look-up returns.
  public init(_ words: [(word: String, value: UInt8)]) {
    var size = 16
    while size < words.count * 3 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size)
    slots.initialize(repeating: Slot(), count: size)
    letters = .allocate(capacity: max(1, words.reduce(0) { $0 + $1.word.utf8.count }))
    var next = 0
    for (word, value) in words {
      let bytes = Array(word.utf8)
      let hash = bytes.withUnsafeBufferPointer { $0.baseAddress.map { Self.hash($0, bytes.count) } ?? 0 }
      var index = hash & mask
      while slots[index].length != 0 { index = (index + 1) & mask }
      slots[index] = Slot(start: Int32(next), length: UInt8(truncatingIfNeeded: bytes.count), value: value)
      for byte in bytes {
        letters[next] = byte
        next += 1
      }
    }
  }

  deinit {
    slots.deallocate()
    letters.deallocate()
  }

  /// The value of the word in `count` bytes at `bytes`; nil when it is not in the table.
  public func value(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt8? {
    var index = Self.hash(bytes, count) & mask
    while slots[index].length != 0 {
      let slot = slots[index]
      if Int(slot.length) == count {
        var at = 0
        while at < count, Self.fold(bytes[at]) == letters[Int(slot.start) + at] { at += 1 }
        if at == count { return slot.value }
      }
      index = (index + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  @inline(__always)
  private static func hash(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var result = count
    var at = 0
    while at < count {
      result = result &* 31 &+ Int(fold(bytes[at]))
      at += 1
    }
    return result ^ (result >> 7)
  }
}
