import Glibc

/// Memory for what the host lends to native code: given out in order, taken back all at once.
final class Arena {
  /// A point to go back to.
  struct Mark {
    fileprivate let chunk: Int
    fileprivate let offset: Int
  }

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  private var chunk = -1
  private var offset = 0
  private static let chunkSize = 64 << 10

  deinit {
    for c in chunks { Glibc.free(c.baseAddress) }
  }

  var mark: Mark { Mark(chunk: chunk, offset: offset) }

  /// Takes back what was given out since a mark.
  func release(to mark: Mark) {
    chunk = mark.chunk
    offset = mark.offset
    // Large pieces go back to the system; a few ordinary chunks stay for the next call.
    while chunks.count > chunk + 1, let last = chunks.last, last.count > Arena.chunkSize || chunks.count > chunk + 5 {
      Glibc.free(last.baseAddress)
      chunks.removeLast()
    }
  }

  /// 16-byte aligned memory, or nil when there is none.
  func allocate(_ size: Int) -> UnsafeMutableRawPointer? {
    guard size >= 0, size < 1 << 46 else { return nil }
    let need = (max(size, 1) + 15) & ~15
    while chunk < chunks.count {
      if chunk >= 0, chunks[chunk].count - offset >= need {
        let p = chunks[chunk].baseAddress! + offset
        offset += need
        return p
      }
      if chunk + 1 >= chunks.count {
        let capacity = max(need, Arena.chunkSize)
        guard let memory = Glibc.malloc(capacity) else { return nil }
        chunks.append(UnsafeMutableRawBufferPointer(start: memory, count: capacity))
      }
      chunk += 1
      offset = 0
    }
    return nil
  }

  /// A copy of a text with a NUL after it.
  func copy(_ text: String) -> (pointer: UnsafePointer<CChar>, count: Int)? {
    var text = text
    return text.withUTF8 { bytes in
      guard let p = allocate(bytes.count + 1) else { return nil }
      if let base = bytes.baseAddress { memcpy(p, base, bytes.count) }
      p.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
      return (UnsafePointer(p.assumingMemoryBound(to: CChar.self)), bytes.count)
    }
  }

  /// Zeroed memory for some elements.
  func array<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T>? {
    let (size, overflow) = max(count, 1).multipliedReportingOverflow(by: MemoryLayout<T>.stride)
    guard !overflow, let p = allocate(size) else { return nil }
    memset(p, 0, size)
    return p.bindMemory(to: T.self, capacity: max(count, 1))
  }
}
