import Basics

/// A `StreamReader` or `StringReader`: text read piece by piece.
public final class ReaderObject: Obj {
  private let stream: StreamObject?
  public private(set) var coding: TextCoding
  private var units: [UInt16] = []
  private var at = 0
  private var isLoaded = false
  private(set) var isOpen = true
  public init(stream: StreamObject, _ coding: TextCoding) {
    self.stream = stream
    self.coding = coding
  }
  public init(_ text: String) {
    stream = nil
    coding = .utf16
    units = Array(text.utf16)
    isLoaded = true
  }
  public override var typeInfo: TypeInfo {
    Types.named(stream == nil ? "System.IO.StringReader" : "System.IO.StreamReader")
  }
  var base: StreamObject? { stream }

  /// Reads the stream when text is first asked for; a byte order mark decides the encoding.
  private func load() throws {
    if !isOpen {
      throw GuestError.exception(
        "System.ObjectDisposedException", "Cannot read from a closed TextReader.\nObject name: '\(typeInfo.fullName)'.")
    }
    guard !isLoaded, let s = stream else { return }
    isLoaded = true
    let b = try s.readAll()
    if let (found, n) = TextCoding.detect(b) {
      coding = found
      units = Array(found.decode(b[n...]).utf16)
    } else {
      units = Array(coding.decode(b).utf16)
    }
  }
  /// More may have been written to the stream since.
  private func more() throws {
    guard at >= units.count, let s = stream else { return }
    let b = try s.readAll()
    if !b.isEmpty { units += Array(coding.decode(b).utf16) }
  }
  public func peek() throws -> Int {
    try load()
    try more()
    return at < units.count ? Int(units[at]) : -1
  }
  public func read() throws -> Int {
    let c = try peek()
    if c >= 0 { at += 1 }
    return c
  }
  public func read(_ n: Int) throws -> [UInt16] {
    try load()
    try more()
    let end = min(units.count, at + max(0, n))
    defer { at = end }
    return Array(units[at..<end])
  }
  /// The next line; nil at the end.
  public func readLine() throws -> String? {
    try load()
    try more()
    guard at < units.count else { return nil }
    let end = units[at...].firstIndex { $0 == 10 || $0 == 13 } ?? units.count
    let line = String(utf16: Array(units[at..<end]))
    at =
      end < units.count ? (units[end] == 13 && end + 1 < units.count && units[end + 1] == 10 ? end + 2 : end + 1) : end
    return line
  }
  public func readToEnd() throws -> String { String(utf16: try read(.max - at)) }
  public func closeReader() throws {
    isOpen = false
    try stream?.closeStream()
  }
}

/// A `StreamWriter`, `StringWriter`, or a stream of the console.
public final class WriterObject: Obj {
  private let stream: StreamObject?
  private let encoding: EncodingObject
  private let buffer: StringBuilderObject?
  private let hook: ((String) -> Void)?
  private let type: TypeInfo
  private var pending: [UInt8] = []
  private var isFresh = true
  private(set) var isOpen = true
  public var newLine = "\n"
  public var autoFlush = false
  public init(stream: StreamObject, _ encoding: EncodingObject) {
    self.stream = stream
    self.encoding = encoding
    buffer = nil
    hook = nil
    type = Types.named("System.IO.StreamWriter")
    isFresh = ((try? stream.position()) ?? 0) == 0
  }
  init(builder: StringBuilderObject) {
    stream = nil
    encoding = EncodingObject.named("utf-16") ?? .utf8
    buffer = builder
    hook = nil
    type = Types.named("System.IO.StringWriter")
  }
  /// A writer that hands its text on; nil throws it away.
  public init(_ hook: ((String) -> Void)?, typeName: String = "System.IO.TextWriter+SyncTextWriter") {
    stream = nil
    encoding = .utf8NoBOM
    buffer = nil
    self.hook = hook ?? { _ in }
    type = Types.named(typeName)
  }
  deinit { try? flush() }
  public override var typeInfo: TypeInfo { type }
  var base: StreamObject? { stream }
  var builder: StringBuilderObject? { buffer }
  var encodingObject: EncodingObject { encoding }
  public override func text() throws -> String? { buffer?.string }

  public func write(_ s: String) throws {
    if !isOpen {
      throw GuestError.exception(
        "System.ObjectDisposedException", "Cannot write to a closed TextWriter.\nObject name: '\(type.name)'.")
    }
    if let hook { return hook(s) }
    if let buffer { return buffer.append(s) }
    if isFresh && encoding.writesPreamble { pending += encoding.coding.preamble }
    isFresh = false
    pending += encoding.coding.encode(s)
    if autoFlush || pending.count > 8192 { try flush() }
  }
  public func flush() throws {
    if pending.isEmpty { return }
    let b = pending
    pending = []
    try stream?.write(b)
    try stream?.flush()
  }
  public func closeWriter() throws {
    if isOpen { try flush() }
    isOpen = false
    try stream?.closeStream()
  }
}

/// Members of readers and writers.
enum ReaderWriterTypes {
  static func register() {
    Catalogue.declare("System.IO.TextWriter+SyncTextWriter", base: "System.IO.TextWriter")
    Catalogue.register("System.IO.TextReader", reading)
    Catalogue.register("System.IO.StringReader") { t in
      t.new("(string s)") { a in .object(ReaderObject(try a.requireStr(0, "s"))) }
    }
    Catalogue.register("System.IO.StreamReader", streamReader)
    Catalogue.register("System.IO.TextWriter") { t in
      writing(t)
      t.fixedProp("System.IO.TextWriter Null") {
        .object(WriterObject(nil, typeName: "System.IO.TextWriter+NullTextWriter"))
      }
    }
    Catalogue.register("System.IO.StringWriter") { t in
      t.new("()") { _ in .object(WriterObject(builder: StringBuilderObject())) }
      t.new("(System.IFormatProvider formatProvider)") { _ in .object(WriterObject(builder: StringBuilderObject())) }
      t.new("(System.Text.StringBuilder sb)") { a in
        .object(WriterObject(builder: a.object(0, StringBuilderObject.self) ?? StringBuilderObject()))
      }
      t.method("System.Text.StringBuilder GetStringBuilder()") { s, _ in
        try writer(s).builder.map { .object($0) } ?? .null
      }
    }
    Catalogue.register("System.IO.StreamWriter", streamWriter)
  }

  private static func reader(_ v: Value) throws -> ReaderObject {
    guard let r = v.asObject(ReaderObject.self) else { throw Throw.nullReference() }
    return r
  }
  private static func writer(_ v: Value) throws -> WriterObject {
    guard let w = v.asObject(WriterObject.self) else { throw Throw.nullReference() }
    return w
  }

  private static func reading(_ t: TypeBuilder) {
    t.method("int Peek()") { s, _ in .int(try reader(s).peek()) }
    t.method("int Read()") { s, _ in .int(try reader(s).read()) }
    for name in ["Read", "ReadBlock"] {
      t.method("int \(name)(char[] buffer, int index, int count)") { s, a in
        guard let b = a.object(0, PSArray.self) else { throw Throw.argumentNull("buffer") }
        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= b.elements.count - a.int(2) else {
          throw Throw.outOfRange("count")
        }
        let got = try reader(s).read(a.int(2))
        for (i, u) in got.enumerated() { b.elements[a.int(1) + i] = .char(u) }
        return .int(got.count)
      }
    }
    t.method("string ReadLine()") { s, _ in .text(try reader(s).readLine()) }
    t.method("string ReadToEnd()") { s, _ in .string(try reader(s).readToEnd()) }
    for name in ["Close", "Dispose"] { t.action("\(name)()") { s, _ in try reader(s).closeReader() } }
  }

  private static func streamReader(_ t: TypeBuilder) {
    let tails = [
      "", ", bool detectEncodingFromByteOrderMarks", ", System.Text.Encoding encoding",
      ", System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks",
    ]
    for tail in tails {
      t.new("(System.IO.Stream stream\(tail))") { a in
        guard let s = a.object(0, StreamObject.self) else { throw Throw.argumentNull("stream") }
        return .object(ReaderObject(stream: s, a.object(1, EncodingObject.self)?.coding ?? .utf8))
      }
      t.new("(string path\(tail))") { a in
        let s = try FileStreamObject.open(FileType.path(a), mode: 3, access: 1)
        return .object(ReaderObject(stream: s, a.object(1, EncodingObject.self)?.coding ?? .utf8))
      }
    }
    t.prop("bool EndOfStream") { .bool(try reader($0).peek() < 0) }
    t.prop("System.IO.Stream BaseStream") { try reader($0).base.map { .object($0) } ?? .null }
    t.prop("System.Text.Encoding CurrentEncoding") { s in
      .object(EncodingObject(try reader(s).coding, preamble: true))
    }
    t.action("DiscardBufferedData()") { _, _ in }
  }

  private static func writing(_ t: TypeBuilder) {
    t.prop("string NewLine", { .string(try writer($0).newLine) }) { s, v in try writer(s).newLine = v.str }
    t.prop("System.Text.Encoding Encoding") { .object(try writer($0).encodingObject) }
    t.prop("System.IFormatProvider FormatProvider") { _ in .object(CultureObject.current) }
    t.action("Flush()") { s, _ in try writer(s).flush() }
    for name in ["Close", "Dispose"] { t.action("\(name)()") { s, _ in try writer(s).closeWriter() } }
    t.action("WriteLine()") { s, _ in try writer(s).write(writer(s).newLine) }
    for (name, line) in [("Write", false), ("WriteLine", true)] {
      func put(_ s: Value, _ text: String) throws {
        let w = try writer(s)
        try w.write(line ? text + w.newLine : text)
      }
      for type in ["bool", "char", "char[]", "decimal", "double", "int", "long", "object", "single", "string"] {
        t.action("\(name)(\(type) value)") { s, a in
          if type == "char[]" {
            return try put(s, String(utf16: try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }))
          }
          try put(s, a[0].isNull ? "" : try Operations.displayString(a[0]))
        }
      }
      t.action("\(name)(char[] buffer, int index, int count)") { s, a in
        let u = try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }
        guard a.int(1) >= 0, a.int(2) >= 0, a.int(1) <= u.count - a.int(2) else { throw Throw.outOfRange("count") }
        try put(s, String(utf16: Array(u[a.int(1)..<(a.int(1) + a.int(2))])))
      }
      for list in ["object arg0", "object arg0, object arg1", "object arg0, object arg1, object arg2"] {
        t.action("\(name)(string format, \(list))") { s, a in
          try put(s, try Operations.formatOperator(a.str(0), Array(a[1...])))
        }
      }
      t.action("\(name)(string format, params object[] arg)") { s, a in
        try put(s, try Operations.formatOperator(a.str(0), a.list(1)))
      }
    }
    t.method("string ToString()") { s, _ in .string(try s.object?.text() ?? t.type.fullName) }
  }

  private static func streamWriter(_ t: TypeBuilder) {
    t.new("(System.IO.Stream stream)") { a in
      guard let s = a.object(0, StreamObject.self) else { throw Throw.argumentNull("stream") }
      return .object(WriterObject(stream: s, EncodingObject.utf8NoBOM))
    }
    for tail in ["", ", int bufferSize", ", int bufferSize, bool leaveOpen"] {
      t.new("(System.IO.Stream stream, System.Text.Encoding encoding\(tail))") { a in
        guard let s = a.object(0, StreamObject.self) else { throw Throw.argumentNull("stream") }
        return .object(WriterObject(stream: s, a.object(1, EncodingObject.self) ?? .utf8NoBOM))
      }
    }
    t.new("(string path)") { a in
      .object(
        WriterObject(stream: try FileStreamObject.open(FileType.path(a), mode: 2, access: 2), EncodingObject.utf8NoBOM))
    }
    for tail in ["", ", System.Text.Encoding encoding", ", System.Text.Encoding encoding, int bufferSize"] {
      t.new("(string path, bool append\(tail))") { a in
        let s = try FileStreamObject.open(FileType.path(a), mode: a.bool(1) ? 6 : 2, access: 2)
        return .object(WriterObject(stream: s, a.object(2, EncodingObject.self) ?? .utf8NoBOM))
      }
    }
    t.prop("bool AutoFlush", { .bool(try writer($0).autoFlush) }) { s, v in
      let w = try writer(s)
      w.autoFlush = [v].bool(0)
      if w.autoFlush { try w.flush() }
    }
    t.prop("System.IO.Stream BaseStream") { try writer($0).base.map { .object($0) } ?? .null }
  }
}
