/// Bytes of a file at offsets, so that large files are read in the pieces that matter.
protocol ByteSource {
  var size: UInt64 { get }
  /// Exactly that many bytes, or nil when they are not there.
  func read(at offset: UInt64, count: Int) -> [UInt8]?
}

/// A source in memory.
struct ByteArraySource: ByteSource {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }
  var size: UInt64 { UInt64(bytes.count) }
  func read(at offset: UInt64, count: Int) -> [UInt8]? {
    guard count >= 0, offset <= size, UInt64(count) <= size - offset else { return nil }
    let start = Int(offset)
    return Array(bytes[start..<start + count])
  }
}

/// Reads what the host must know of an ELF file without running any of it.
///
/// Every offset and size is taken as hostile: the reader answers a failure, never more than the file has.
struct ElfReader {
  static let noteType: UInt32 = 0x4E41_4352
  static let noteOwner: [UInt8] = Array("Nacre\0".utf8)
  static let noteLimit = 65536
  /// Notes of other owners may come first; beyond this a segment is not looked at.
  private static let segmentLimit: UInt64 = 16 << 20
  private static let headerSize = 64
  private static let programSize = 56
  private static let sectionSize = 64

  private let source: any ByteSource
  private let programs: [[UInt8]]
  private let header: [UInt8]

  #if arch(arm64)
    static let machine: UInt16 = 183
  #else
    static let machine: UInt16 = 62
  #endif

  /// Checks the header and reads the program headers.
  init(_ source: any ByteSource) throws {
    self.source = source
    guard let magic = source.read(at: 0, count: 4), magic == [0x7F, 0x45, 0x4C, 0x46] else {
      throw ModuleFailure(.notElf)
    }
    guard let head = source.read(at: 0, count: ElfReader.headerSize) else { throw ModuleFailure(.truncated) }
    if head[4] != 2 { throw ModuleFailure(.wrongClass) }
    if head[5] != 1 { throw ModuleFailure(.wrongMachine, "the byte order is another") }
    if head.u16(18) != ElfReader.machine { throw ModuleFailure(.wrongMachine, "machine \(head.u16(18))") }
    if head.u16(16) != 3 { throw ModuleFailure(.wrongType, "type \(head.u16(16))") }
    header = head
    programs = try ElfReader.table(
      source, offset: head.u64(32), entry: Int(head.u16(54)), count: Int(head.u16(56)), minimum: ElfReader.programSize,
      what: "program headers")
  }

  /// A table of headers, each cut to the size this reader knows.
  private static func table(
    _ source: any ByteSource, offset: UInt64, entry: Int, count: Int, minimum: Int, what: String
  ) throws -> [[UInt8]] {
    if count == 0 { return [] }
    guard entry >= minimum, entry <= 4096 else { throw ModuleFailure(.truncated, "\(what) of size \(entry)") }
    let (total, overflow) = entry.multipliedReportingOverflow(by: count)
    guard !overflow, let bytes = source.read(at: offset, count: total) else {
      throw ModuleFailure(.truncated, "the \(what) lie outside the file")
    }
    return (0..<count).map { Array(bytes[$0 * entry..<$0 * entry + minimum]) }
  }

  /// The payloads of the Nacre notes, in file order, without padding NULs.
  func nacreNotes() throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    var total = 0
    for p in programs where p.u32(0) == 4 {
      try scan(offset: p.u64(8), size: p.u64(32), alignment: p.u64(48), &found, &total)
    }
    if found.isEmpty {
      for s in try sections() where s.u32(4) == 7 {
        try scan(offset: s.u64(24), size: s.u64(32), alignment: s.u64(48), &found, &total)
      }
    }
    if found.isEmpty { throw ModuleFailure(.noNote) }
    return found
  }

  private func sections() throws -> [[UInt8]] {
    let offset = header.u64(40)
    if offset == 0 { return [] }
    return try ElfReader.table(
      source, offset: offset, entry: Int(header.u16(58)), count: Int(header.u16(60)), minimum: ElfReader.sectionSize,
      what: "section headers")
  }

  private func scan(
    offset: UInt64, size: UInt64, alignment: UInt64, _ found: inout [[UInt8]], _ total: inout Int
  ) throws {
    if size == 0 { return }
    let (_, overflow) = offset.addingReportingOverflow(size)
    guard !overflow, size <= ElfReader.segmentLimit else {
      throw ModuleFailure(.badNote, "a note area of \(size) bytes at \(offset)")
    }
    guard let bytes = source.read(at: offset, count: Int(size)) else {
      throw ModuleFailure(.truncated, "a note area ends outside the file")
    }
    let unit = alignment == 8 ? 8 : 4
    var at = 0
    while at < bytes.count {
      guard bytes.count - at >= 12 else {
        // Areas may be padded with zeros.
        if bytes[at...].allSatisfy({ $0 == 0 }) { return }
        throw ModuleFailure(.badNote, "a note head is cut off")
      }
      let ownerSize = Int(bytes.u32(at))
      let payloadSize = Int(bytes.u32(at + 4))
      let type = bytes.u32(at + 8)
      let payloadAt = ElfReader.align(at + 12 + ownerSize, unit)
      guard ownerSize <= bytes.count - at - 12, payloadAt <= bytes.count, payloadSize <= bytes.count - payloadAt else {
        throw ModuleFailure(.badNote, "a note says it is larger than its area")
      }
      if type == ElfReader.noteType, ownerSize == ElfReader.noteOwner.count,
        bytes[at + 12..<at + 12 + ownerSize].elementsEqual(ElfReader.noteOwner)
      {
        total += payloadSize
        if total > ElfReader.noteLimit { throw ModuleFailure(.noteTooLarge) }
        found.append(ElfReader.trimmed(bytes[payloadAt..<payloadAt + payloadSize]))
      }
      at = ElfReader.align(payloadAt + payloadSize, unit)
    }
  }

  private static func align(_ n: Int, _ unit: Int) -> Int { (n + unit - 1) / unit * unit }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var end = bytes.endIndex
    while end > bytes.startIndex, bytes[end - 1] == 0 { end -= 1 }
    return Array(bytes[bytes.startIndex..<end])
  }

  /// The libraries the file needs (DT_NEEDED), for messages; empty when its tables make no sense.
  func neededLibraries() -> [String] {
    guard let dynamic = programs.first(where: { $0.u32(0) == 2 }) else { return [] }
    let size = dynamic.u64(32)
    guard size <= 1 << 20, let bytes = source.read(at: dynamic.u64(8), count: Int(size)) else { return [] }
    var offsets: [UInt64] = []
    var strings: UInt64 = 0
    var stringSize: UInt64 = 0
    var at = 0
    while bytes.count - at >= 16 {
      let value = bytes.u64(at + 8)
      switch bytes.u64(at) {
      case 0: at = bytes.count
      case 1: offsets.append(value)
      case 5: strings = value
      case 10: stringSize = value
      default: break
      }
      at += 16
    }
    guard stringSize <= 1 << 20, offsets.count <= 4096, let base = fileOffset(of: strings),
      let table = source.read(at: base, count: Int(stringSize))
    else { return [] }
    return offsets.compactMap { offset in
      guard offset < UInt64(table.count) else { return nil }
      let tail = table[Int(offset)...]
      guard let end = tail.firstIndex(of: 0) else { return nil }
      return String(decoding: tail[..<end], as: UTF8.self)
    }
  }

  /// Where an address of the loaded image lies in the file.
  private func fileOffset(of address: UInt64) -> UInt64? {
    for p in programs where p.u32(0) == 1 {
      let start = p.u64(16)
      guard address >= start, address - start < p.u64(32) else { continue }
      let (at, overflow) = p.u64(8).addingReportingOverflow(address - start)
      if !overflow { return at }
    }
    return nil
  }
}

extension Array where Element == UInt8 {
  /// Little-endian numbers at an index the caller has checked.
  fileprivate func u16(_ at: Int) -> UInt16 { UInt16(self[at]) | UInt16(self[at + 1]) << 8 }
  fileprivate func u32(_ at: Int) -> UInt32 { UInt32(u16(at)) | UInt32(u16(at + 2)) << 16 }
  fileprivate func u64(_ at: Int) -> UInt64 { UInt64(u32(at)) | UInt64(u32(at + 4)) << 32 }
}
