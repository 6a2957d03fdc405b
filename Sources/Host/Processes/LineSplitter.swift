/// Cuts a stream of bytes into lines; bytes that are not UTF-8 become U+FFFD.
///
/// A line ends at LF, CR LF or a lone CR. Bytes may arrive in any pieces.
public struct LineSplitter: Sendable {
  private var pending: [UInt8] = []
  /// The last byte was a CR whose line went out already: an LF that follows belongs to it.
  private var sawReturn = false

  /// Starts at the beginning of a line.
  public init() {}

  /// Whether an unfinished line is held.
  public var hasPartial: Bool { !pending.isEmpty }

  /// Takes bytes and hands out the lines they complete.
  public mutating func feed(_ bytes: [UInt8], _ body: (String) throws -> Void) rethrows {
    try bytes.withUnsafeBufferPointer { try feed($0, body) }
  }

  /// Takes bytes and hands out the lines they complete.
  public mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (String) throws -> Void
  ) rethrows {
    var start = 0
    var index = 0
    if sawReturn, let first = bytes.first {
      if first == 0x0A {
        start = 1
        index = 1
      }
      sawReturn = false
    }
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index &+= 1
        continue
      }
      let line = take(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      index &+= 1
      if byte == 0x0D {
        if index == bytes.count { sawReturn = true } else if bytes[index] == 0x0A { index &+= 1 }
      }
      start = index
      do { try body(line) } catch {
        // The rest stays available to whoever goes on after the error.
        pending.append(contentsOf: bytes[start...])
        throw error
      }
    }
    pending.append(contentsOf: bytes[start...])
  }

  /// Takes bytes and answers the lines they complete.
  public mutating func lines(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    feed(bytes) { result.append($0) }
    return result
  }

  /// The unfinished last line, if any; the splitter starts anew.
  public mutating func finish() -> String? {
    sawReturn = false
    guard !pending.isEmpty else { return nil }
    defer { pending.removeAll() }
    return String(decoding: pending, as: UTF8.self)
  }

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard !pending.isEmpty else { return String(decoding: bytes, as: UTF8.self) }
    pending.append(contentsOf: bytes)
    defer { pending.removeAll(keepingCapacity: true) }
    return String(decoding: pending, as: UTF8.self)
  }
}
