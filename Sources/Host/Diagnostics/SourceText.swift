/// The text of one script: its bytes, where it came from, and the map from bytes to lines and UTF-16 units.
public final class SourceText {
  /// Full path of the script file; nil for text typed or built at run time.
  public let file: String?
  /// The UTF-8 bytes, followed by at least eight zero bytes so that a scanner may look ahead unchecked.
  public let base: UnsafePointer<UInt8>
  /// Number of bytes, without the padding.
  public let count: Int
  /// Whether every byte is ASCII, so that byte and UTF-16 offsets agree.
  public let isASCII: Bool

  private let storage: UnsafeMutablePointer<UInt8>
  private lazy var lineStarts: [Int32] = makeLineStarts()
  private lazy var wideMarks: [WideMark] = makeWideMarks()

  /// A checkpoint of the byte to UTF-16 map.
  private struct WideMark {
    let byte: Int32
    let unit: Int32
  }

  /// Makes a source text from UTF-8 bytes; invalid sequences become U+FFFD, a byte order mark is dropped.
  public convenience init(bytes: [UInt8], file: String? = nil) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let repaired = content.contains { $0 >= 0x80 } ? Array(String(decoding: content, as: UTF8.self).utf8) : content
    self.init(valid: repaired, file: file)
  }

  /// Makes a source text from a string.
  public convenience init(_ text: String, file: String? = nil) {
    self.init(valid: Array(text.utf8), file: file)
  }

  private init(valid bytes: [UInt8], file: String?) {
    let size = min(bytes.count, Int(Int32.max) - 16)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size + 8)
    memory.initialize(repeating: 0, count: size + 8)
    bytes.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress, size > 0 { memory.update(from: start, count: size) }
    }
    storage = memory
    base = UnsafePointer(memory)
    count = size
    isASCII = !bytes.contains { $0 >= 0x80 }
    self.file = file
  }

  deinit { storage.deallocate() }

  /// The bytes as a buffer.
  public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The whole text.
  public var text: String { text(of: Extent(0, Int32(count))) }

  /// The text an extent covers; offsets outside the source are clamped.
  public func text(of extent: Extent) -> String {
    let start = max(0, min(Int(extent.start), count))
    let end = max(start, min(Int(extent.end), count))
    return String(decoding: UnsafeBufferPointer(start: base + start, count: end - start), as: UTF8.self)
  }
}

// MARK: - Lines and columns

extension SourceText {
  /// Number of lines; a text without line breaks has one.
  public var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds a byte offset.
  public func line(at offset: Int32) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 1-based column of a byte offset, counted in UTF-16 units.
  public func column(at offset: Int32) -> Int {
    let start = lineStarts[line(at: offset) - 1]
    return Int(utf16Offset(of: offset) - utf16Offset(of: start)) + 1
  }

  /// Byte offset at which a 1-based line starts; clamped to the text.
  public func lineStart(_ line: Int) -> Int32 {
    lineStarts[max(0, min(line - 1, lineStarts.count - 1))]
  }

  /// The text of a 1-based line without its line break.
  public func lineText(_ line: Int) -> String {
    guard line >= 1, line <= lineStarts.count else { return "" }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : Int32(count)
    while end > start, base[Int(end) - 1] == 0x0A || base[Int(end) - 1] == 0x0D { end -= 1 }
    return text(of: Extent(start, end))
  }

  private func makeLineStarts() -> [Int32] {
    var starts: [Int32] = [0]
    var index = 0
    while index < count {
      let byte = base[index]
      index += 1
      if byte == 0x0A {
        starts.append(Int32(index))
      } else if byte == 0x0D {
        if base[index] == 0x0A, index < count { index += 1 }
        starts.append(Int32(index))
      }
    }
    return starts
  }
}

// MARK: - UTF-16 offsets

extension SourceText {
  /// The offset in UTF-16 units of a byte offset.
  public func utf16Offset(of offset: Int32) -> Int32 {
    if isASCII { return offset }
    let marks = wideMarks
    var low = 0
    var high = marks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].byte <= offset { low = middle } else { high = middle }
    }
    var byte = marks[low].byte
    var unit = marks[low].unit
    while byte < offset, byte < Int32(count) {
      unit += Self.units(base[Int(byte)])
      byte += 1
    }
    return unit + max(0, offset - byte)
  }

  /// The byte offset of an offset in UTF-16 units; clamped to the text.
  public func byteOffset(ofUTF16 units: Int32) -> Int32 {
    if isASCII { return max(0, min(units, Int32(count))) }
    var byte: Int32 = 0
    var unit: Int32 = 0
    for mark in wideMarks where mark.unit <= units { (byte, unit) = (mark.byte, mark.unit) }
    while byte < Int32(count), unit < units || base[Int(byte)] & 0xC0 == 0x80 {
      unit += Self.units(base[Int(byte)])
      byte += 1
    }
    return byte
  }

  /// UTF-16 units that start with a UTF-8 byte: none for a continuation byte, two for a four-byte lead.
  private static func units(_ byte: UInt8) -> Int32 {
    if byte & 0xC0 == 0x80 { return 0 }
    return byte >= 0xF0 ? 2 : 1
  }

  private func makeWideMarks() -> [WideMark] {
    var marks = [WideMark(byte: 0, unit: 0)]
    var unit: Int32 = 0
    for index in 0..<count {
      if index & 255 == 0 { marks.append(WideMark(byte: Int32(index), unit: unit)) }
      unit += Self.units(base[index])
    }
    return marks
  }
}
