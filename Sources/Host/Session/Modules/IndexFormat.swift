import Basics
import Glibc

/// Bytes that stay where they are while anything points into them: a mapped file or an own buffer.
final class IndexBlob {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file; nil when it is missing or empty.
  init?(mapping path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_size > 0, info.st_size < 1 << 31 else { return nil }
    guard let start = mmap(nil, Int(info.st_size), PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
      return nil
    }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(info.st_size))
    isMapped = true
  }

  init(_ content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 8)
    memory.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(memory)[..<content.count])
    isMapped = false
  }

  deinit {
    guard let start = bytes.baseAddress else { return }
    if isMapped { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) } else { start.deallocate() }
  }
}

/// Writes the fields of an index record.
struct IndexWriter {
  var bytes: [UInt8] = []

  mutating func put<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
  /// A text with its length in bytes and a closing zero, so that system calls can take it as it is.
  mutating func put(_ text: String) {
    let utf8 = Array(text.utf8.prefix(Int(UInt16.max)))
    put(UInt16(utf8.count))
    bytes += utf8
    bytes.append(0)
  }
  mutating func put(_ stamp: FileStamp) {
    put(stamp.device)
    put(stamp.inode)
    put(stamp.size)
    put(stamp.modified)
  }
}

/// Reads the fields of an index record; nil past the end.
struct IndexReader {
  let bytes: UnsafeRawBufferPointer
  var at: Int

  init(_ bytes: UnsafeRawBufferPointer, at: Int = 0) {
    self.bytes = bytes
    self.at = at
  }

  mutating func number<T: FixedWidthInteger>(_ type: T.Type) -> T? {
    let size = MemoryLayout<T>.size
    guard at &+ size <= bytes.count else { return nil }
    let value = bytes.loadUnaligned(fromByteOffset: at, as: T.self)
    at &+= size
    return T(littleEndian: value)
  }

  /// The text as a zero-terminated pointer into the record.
  mutating func cText() -> UnsafePointer<CChar>? {
    guard let length = number(UInt16.self), at &+ Int(length) < bytes.count, let base = bytes.baseAddress else {
      return nil
    }
    let start = base.advanced(by: at)
    guard bytes[at &+ Int(length)] == 0 else { return nil }
    at &+= Int(length) &+ 1
    return start.assumingMemoryBound(to: CChar.self)
  }

  mutating func text() -> String? { cText().map { String(cString: $0) } }

  mutating func stamp() -> FileStamp? {
    guard let device = number(UInt64.self), let inode = number(UInt64.self), let size = number(UInt64.self),
      let modified = number(UInt64.self)
    else { return nil }
    return FileStamp(device: device, inode: inode, size: size, modified: modified)
  }

  mutating func skip(_ count: Int) -> Bool {
    guard count >= 0, at &+ count <= bytes.count else { return false }
    at &+= count
    return true
  }
}

/// The frame of an index file: a header, then records that stand alone.
enum IndexFormat {
  static let magic: UInt64 = 0x3158_4945_5243_414E
  static let version: UInt32 = 2
  static let marker: UInt32 = 0x5243_584E

  /// A hash of a name that ignores case; part of the format.
  static func hash(_ name: String) -> UInt64 { Ordinal.hashIgnoreCase(name) }

  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15
    var at = 0
    while at &+ 8 <= bytes.count {
      h = (h ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      h ^= h >> 29
      at &+= 8
    }
    while at < bytes.count {
      h = (h ^ UInt64(bytes[at])) &* 0x0000_0100_0000_01B3
      at &+= 1
    }
    return h ^ UInt64(bytes.count)
  }

  /// The payloads of a file's sound records; a damaged one is passed over by looking for the next marker.
  static func payloads(_ blob: IndexBlob, root: String) -> [UnsafeRawBufferPointer] {
    var reader = IndexReader(blob.bytes)
    guard reader.number(UInt64.self) == magic, reader.number(UInt32.self) == version,
      reader.number(UInt64.self) == hash("Get-Command"), reader.text() == root
    else { return [] }
    var result: [UnsafeRawBufferPointer] = []
    while reader.at &+ 16 <= blob.bytes.count {
      var frame = reader
      if frame.number(UInt32.self) == marker, let length = frame.number(UInt32.self),
        let sum = frame.number(UInt64.self), frame.at &+ Int(length) <= blob.bytes.count
      {
        let payload = UnsafeRawBufferPointer(rebasing: blob.bytes[frame.at..<frame.at &+ Int(length)])
        if checksum(payload) == sum {
          result.append(payload)
          reader.at = frame.at &+ Int(length)
          continue
        }
      }
      reader.at &+= 1
    }
    return result
  }

  static func file(root: String, payloads: [UnsafeRawBufferPointer]) -> [UInt8] {
    var writer = IndexWriter()
    writer.put(magic)
    writer.put(version)
    writer.put(hash("Get-Command"))
    writer.put(root)
    for payload in payloads {
      writer.put(marker)
      writer.put(UInt32(payload.count))
      writer.put(checksum(payload))
      writer.bytes.append(contentsOf: payload)
    }
    return writer.bytes
  }
}
