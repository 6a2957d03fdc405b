import Basics
import Glibc

/// A stream of bytes.
open class StreamObject: Obj {
  public var isOpen = true
  open var canRead: Bool { isOpen }
  open var canWrite: Bool { isOpen }
  open var canSeek: Bool { isOpen }
  /// How long it is.
  open func length() throws -> Int64 { throw Throw.notSupported() }
  /// Where reading and writing go on.
  open func position() throws -> Int64 { throw Throw.notSupported() }
  open func setPosition(_ n: Int64) throws { throw Throw.notSupported() }
  open func setLength(_ n: Int64) throws { throw Throw.notSupported() }
  /// Up to that many bytes; none at the end.
  open func read(_ n: Int) throws -> [UInt8] { [] }
  open func write(_ bytes: [UInt8]) throws {}
  open func flush() throws {}
  open func closeStream() throws { isOpen = false }

  func check() throws {
    if !isOpen {
      throw GuestError.exception(
        "System.ObjectDisposedException", "Cannot access a closed \(self is FileStreamObject ? "file" : "Stream").")
    }
  }
  /// Everything to the end.
  public func readAll() throws -> [UInt8] {
    var out: [UInt8] = []
    while true {
      let b = try read(65536)
      if b.isEmpty { return out }
      out += b
    }
  }
}

/// A `MemoryStream`.
public final class MemoryStreamObject: StreamObject {
  public var bytes: [UInt8]
  private var at = 0
  private let isFixed: Bool
  public init(_ bytes: [UInt8] = [], fixed: Bool = false) {
    self.bytes = bytes
    isFixed = fixed
  }
  private static let type = Types.named("System.IO.MemoryStream")
  public override var typeInfo: TypeInfo { MemoryStreamObject.type }
  public override func length() throws -> Int64 {
    try check()
    return Int64(bytes.count)
  }
  public override func position() throws -> Int64 {
    try check()
    return Int64(at)
  }
  public override func setPosition(_ n: Int64) throws {
    try check()
    if n < 0 || n > Int64(Int32.max) { throw Throw.outOfRange("value", "Non-negative number required.") }
    at = Int(n)
  }
  public override func setLength(_ n: Int64) throws {
    try check()
    if n < 0 || n > Int64(Int32.max) { throw Throw.outOfRange("value") }
    if Int(n) < bytes.count {
      bytes.removeLast(bytes.count - Int(n))
    } else {
      bytes += [UInt8](repeating: 0, count: Int(n) - bytes.count)
    }
    at = min(at, bytes.count)
  }
  public override func read(_ n: Int) throws -> [UInt8] {
    try check()
    guard at < bytes.count else { return [] }
    let end = min(bytes.count, at + max(0, n))
    defer { at = end }
    return Array(bytes[at..<end])
  }
  public override func write(_ b: [UInt8]) throws {
    try check()
    if isFixed && at + b.count > bytes.count { throw Throw.notSupported("Memory stream is not expandable.") }
    if at > bytes.count { bytes += [UInt8](repeating: 0, count: at - bytes.count) }
    let overlap = min(b.count, bytes.count - at)
    bytes.replaceSubrange(at..<(at + overlap), with: b)
    at += b.count
  }
}

/// A `FileStream`.
public final class FileStreamObject: StreamObject {
  public let path: String
  private var fd: Int32
  private let access: Int64
  private init(_ path: String, _ fd: Int32, _ access: Int64) {
    self.path = path
    self.fd = fd
    self.access = access
  }
  deinit { if fd >= 0 { close(fd) } }
  private static let type = Types.named("System.IO.FileStream")
  public override var typeInfo: TypeInfo { FileStreamObject.type }

  /// Opens by `FileMode` and `FileAccess` numbers.
  public static func open(_ path: String, mode: Int64, access: Int64) throws -> FileStreamObject {
    var flags = O_CLOEXEC | (access == 1 ? O_RDONLY : access == 2 ? O_WRONLY : O_RDWR)
    switch mode {
    case 1: flags |= O_CREAT | O_EXCL
    case 2: flags |= O_CREAT | O_TRUNC
    case 4: flags |= O_CREAT
    case 5: flags |= O_TRUNC
    case 6: flags |= O_CREAT | O_APPEND
    default: break
    }
    let fd = Glibc.open(path, flags, 0o666)
    if fd < 0 { throw Files.error(path) }
    var s = stat()
    if fstat(fd, &s) == 0, s.st_mode & S_IFMT == S_IFDIR {
      close(fd)
      throw Files.error(path, EACCES)
    }
    if mode == 6 { lseek(fd, 0, SEEK_END) }
    return FileStreamObject(PathText.full(path), fd, access)
  }

  public override var canRead: Bool { isOpen && access & 1 != 0 }
  public override var canWrite: Bool { isOpen && access & 2 != 0 }
  public override func length() throws -> Int64 {
    try check()
    var s = stat()
    fstat(fd, &s)
    return Int64(s.st_size)
  }
  public override func position() throws -> Int64 {
    try check()
    return Int64(lseek(fd, 0, SEEK_CUR))
  }
  public override func setPosition(_ n: Int64) throws {
    try check()
    if n < 0 { throw Throw.outOfRange("value", "Non-negative number required.") }
    lseek(fd, Int(n), SEEK_SET)
  }
  public override func setLength(_ n: Int64) throws {
    try check()
    if ftruncate(fd, Int(n)) != 0 { throw Files.error(path) }
  }
  public override func read(_ n: Int) throws -> [UInt8] {
    try check()
    if !canRead { throw Throw.notSupported("Stream does not support reading.") }
    if n <= 0 { return [] }
    var b = [UInt8](repeating: 0, count: n)
    let got = Glibc.read(fd, &b, n)
    if got < 0 { throw Files.error(path) }
    return Array(b[..<got])
  }
  public override func write(_ b: [UInt8]) throws {
    try check()
    if !canWrite { throw Throw.notSupported("Stream does not support writing.") }
    try Files.writeAll(fd, b, path)
  }
  public override func closeStream() throws {
    if fd >= 0 { close(fd) }
    fd = -1
    isOpen = false
  }
}

/// `Stream.Null`.
final class NullStreamObject: StreamObject {
  override var typeInfo: TypeInfo { Types.named("System.IO.Stream+NullStream") }
  override func length() throws -> Int64 { 0 }
  override func position() throws -> Int64 { 0 }
  override func setPosition(_ n: Int64) throws {}
  override func setLength(_ n: Int64) throws {}
}

/// Members of streams.
enum StreamTypes {
  static func register() {
    Catalogue.declare("System.IO.Stream+NullStream", base: "System.IO.Stream")
    Catalogue.register("System.IO.Stream") { t in
      properties(t)
      bytes(t)
      t.fixedProp("System.IO.Stream Null") { .object(NullStreamObject()) }
      for name in ["Close", "Dispose"] { t.action("\(name)()") { s, _ in try me(s).closeStream() } }
      t.action("Flush()") { s, _ in try me(s).flush() }
      t.action("Flush(bool flushToDisk)") { s, _ in try me(s).flush() }
    }
    Catalogue.register("System.IO.MemoryStream") { t in
      t.new("()") { _ in .object(MemoryStreamObject()) }
      t.new("(int capacity)") { _ in .object(MemoryStreamObject()) }
      t.new("(byte[] buffer)") { a in
        if a[0].isNull { throw Throw.argumentNull("buffer") }
        return .object(MemoryStreamObject(try a.bytes(0), fixed: true))
      }
      t.new("(byte[] buffer, bool writable)") { a in .object(MemoryStreamObject(try a.bytes(0), fixed: true)) }
      for extra in ["", ", bool writable"] {
        t.new("(byte[] buffer, int index, int count\(extra))") { a in
          let b = try a.bytes(0)
          guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= b.count - a.int(2) else {
            throw Throw.argument(
              "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
            )
          }
          return .object(MemoryStreamObject(Array(b[a.int(1)..<(a.int(1) + a.int(2))]), fixed: true))
        }
      }
      func memory(_ v: Value) -> [UInt8] { v.asObject(MemoryStreamObject.self)?.bytes ?? [] }
      t.method("byte[] ToArray()") { s, _ in .bytes(memory(s)) }
      t.method("byte[] GetBuffer()") { s, _ in .bytes(memory(s)) }
      t.prop("int Capacity", { .int(memory($0).count) }) { _, _ in }
      t.action("WriteTo(System.IO.Stream stream)") { s, a in try me(a[0]).write(memory(s)) }
    }
    Catalogue.register("System.IO.FileStream") { t in
      t.prop("string Name") { .text($0.asObject(FileStreamObject.self)?.path) }
      let tails = [
        "", ", System.IO.FileAccess access", ", System.IO.FileAccess access, System.IO.FileShare share",
        ", System.IO.FileAccess access, System.IO.FileShare share, int bufferSize",
      ]
      for tail in tails {
        t.new("(string path, System.IO.FileMode mode\(tail))") { a in
          .object(
            try FileStreamObject.open(
              FileType.path(a), mode: a.raw(1), access: a.count > 2 ? a.raw(2) : a.raw(1) == 6 ? 2 : 3))
        }
      }
    }
  }

  static func me(_ v: Value) throws -> StreamObject {
    guard let s = v.asObject(StreamObject.self) else { throw Throw.nullReference() }
    return s
  }

  private static func properties(_ t: TypeBuilder) {
    t.prop("bool CanRead") { .bool(try me($0).canRead) }
    t.prop("bool CanWrite") { .bool(try me($0).canWrite) }
    t.prop("bool CanSeek") { .bool(try me($0).canSeek) }
    t.prop("bool CanTimeout") { _ in .bool(false) }
    t.prop("long Length") { .long(try me($0).length()) }
    t.prop("long Position", { .long(try me($0).position()) }) { s, v in try me(s).setPosition(v.longValue) }
    t.action("SetLength(long value)") { s, a in try me(s).setLength(a.long(0)) }
    t.method("long Seek(long offset, System.IO.SeekOrigin origin)") { s, a in
      let m = try me(s)
      let base: Int64 = a.raw(1) == 0 ? 0 : a.raw(1) == 1 ? try m.position() : try m.length()
      let n = base &+ a.long(0)
      if n < 0 {
        throw GuestError.exception(
          "System.IO.IOException", "An attempt was made to move the position before the beginning of the stream.")
      }
      try m.setPosition(n)
      return .long(n)
    }
  }

  private static func bytes(_ t: TypeBuilder) {
    t.method("int ReadByte()") { s, _ in .int(try me(s).read(1).first.map { Int($0) } ?? -1) }
    t.action("WriteByte(byte value)") { s, a in try me(s).write([UInt8(truncatingIfNeeded: a.long(0))]) }
    func range(_ a: [Value], _ n: Int) throws -> Range<Int> {
      let (o, c) = (a.int(1), a.int(2))
      if o < 0 { throw Throw.outOfRange("offset", "Non-negative number required.") }
      guard c >= 0, o <= n - c else {
        throw Throw.argument(
          "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection."
        )
      }
      return o..<(o + c)
    }
    for name in ["Read", "ReadExactly"] {
      t.method("int \(name)(byte[] buffer, int offset, int count)") { s, a in
        guard let b = a.object(0, PSArray.self) else { throw Throw.argumentNull("buffer") }
        let r = try range(a, b.elements.count)
        let got = try me(s).read(r.count)
        for (i, x) in got.enumerated() { b.elements[r.lowerBound + i] = .byte(x) }
        return .int(got.count)
      }
    }
    t.action("Write(byte[] buffer, int offset, int count)") { s, a in
      let b = try a.bytes(0)
      try me(s).write(Array(b[try range(a, b.count)]))
    }
    t.action("Write(byte[] buffer)") { s, a in try me(s).write(try a.bytes(0)) }
    for extra in ["", ", int bufferSize"] {
      t.action("CopyTo(System.IO.Stream destination\(extra))") { s, a in try me(a[0]).write(try me(s).readAll()) }
    }
  }
}
