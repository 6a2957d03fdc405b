import PluginABI

/// A value on its way to the host.
public enum Item {
  case null
  case bool(Bool)
  case int(Int32)
  case long(Int64)
  case ulong(UInt64)
  case double(Double)
  case text(String)
  /// Bytes of a file name: what is not UTF-8 is replaced, not refused.
  case path([UInt8])
  /// A date from Unix time, UTC.
  case date(seconds: Int64)
  case seconds(Double)
  case list([String])
  case raw(nacre_value)
}

/// What a callback may ask of the host. Valid until the callback returns.
public struct Env {
  /// The C environment.
  public let raw: UnsafeMutablePointer<nacre_env>

  init(_ raw: UnsafeMutablePointer<nacre_env>) {
    self.raw = raw
  }

  private var host: UnsafePointer<nacre_host> { raw.pointee.host }

  private func check(_ code: Int32) throws {
    if code < 0 { throw HostError(code: code) }
  }

  // MARK: Parameters

  /// Whether the pipeline is being stopped.
  public var isStopping: Bool { nacre_stopping(raw) != 0 }

  /// The value of the `index`-th declared parameter.
  public func parameter(_ index: Int) -> nacre_value { nacre_param(raw, UInt32(truncatingIfNeeded: index)) }

  /// Whether the caller gave the parameter.
  public func isBound(_ index: Int) -> Bool { nacre_is_bound(raw, UInt32(truncatingIfNeeded: index)) != 0 }

  /// A text parameter, nil when it is null.
  public func text(_ index: Int) -> String? { string(parameter(index)) }

  /// A switch or bool parameter.
  public func flag(_ index: Int) -> Bool { nacre_param_is(raw, UInt32(truncatingIfNeeded: index)) != 0 }

  /// An integer parameter, nil when it is null.
  public func integer(_ index: Int) -> Int64? {
    let value = parameter(index)
    return nacre_is_integer(value) != 0 ? value.i : nil
  }

  /// The elements of an array parameter as text.
  public func texts(_ index: Int) throws -> [String] {
    var items: UnsafePointer<nacre_value>?
    var count = 0
    try check(host.pointee.items(raw, parameter(index), &items, &count))
    return UnsafeBufferPointer(start: items, count: count).compactMap { string($0) }
  }

  /// The elements of an array parameter as integers.
  public func integers(_ index: Int) throws -> [Int64] {
    var items: UnsafePointer<nacre_value>?
    var count = 0
    try check(host.pointee.items(raw, parameter(index), &items, &count))
    return UnsafeBufferPointer(start: items, count: count).compactMap { nacre_is_integer($0) != 0 ? $0.i : nil }
  }

  private func string(_ value: nacre_value) -> String? {
    guard nacre_is_text(value) != 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: value.p, count: Int(value.len))
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Output

  /// Writes one object.
  public func write(_ item: Item) throws {
    try check(host.pointee.write(raw, value(of: item), 0))
  }

  /// Writes a custom object of `type` with note properties in the order given.
  public func write(type: StaticString, _ properties: [(StaticString, Item)]) throws {
    let types = [nacre_span(type.chars, type.utf8CodeUnitCount)]
    let names = properties.map { nacre_span($0.0.chars, $0.0.utf8CodeUnitCount) }
    var shape: nacre_shape = 0
    try check(host.pointee.shape_new(raw, types, types.count, names, names.count, &shape))
    let values = try properties.map { try value(of: $0.1) }
    var object = nacre_null()
    try check(host.pointee.object_of(raw, shape, values, values.count, &object))
    try check(host.pointee.write(raw, object, 0))
  }

  /// Writes a line to the verbose stream.
  public func verbose(_ text: String) throws {
    guard raw.pointee.wanted & UInt32(NACRE_STREAM_VERBOSE) != 0 else { return }
    try withText(text) { try check(host.pointee.write_text(raw, UInt32(NACRE_STREAM_VERBOSE), $0)) }
  }

  /// Reports a non-terminating error about `target`.
  public func report(_ error: PluginError, target: String) throws {
    let code = withRecord(error, target: target) { host.pointee.write_error(raw, $0) }
    try check(code)
  }

  func fail(_ error: PluginError) -> Int32 {
    withRecord(error, target: "") { host.pointee.fail(raw, $0) }
  }

  /// Whether `text` matches a wildcard pattern.
  public func matches(_ pattern: String, _ text: String) throws -> Bool {
    var yes: Int32 = 0
    try withText(pattern) { pattern in
      try withText(text) { try check(host.pointee.like(raw, pattern, $0, 0, &yes)) }
    }
    return yes != 0
  }

  /// File system paths a PowerShell path stands for.
  public func resolve(_ path: String) throws -> [String] {
    var found = nacre_null()
    try withText(path) { try check(host.pointee.path_resolve(raw, $0, 0, &found)) }
    var items: UnsafePointer<nacre_value>?
    var count = 0
    try check(host.pointee.items(raw, found, &items, &count))
    return UnsafeBufferPointer(start: items, count: count).compactMap { string($0) }
  }

  // MARK: Conversions

  private func withText<R>(_ text: String, _ body: (nacre_text) throws -> R) rethrows -> R {
    var text = text
    return try text.withUTF8 { bytes in
      try bytes.withMemoryRebound(to: CChar.self) { try body(nacre_span($0.baseAddress, $0.count)) }
    }
  }

  private func withRecord(
    _ error: PluginError, target: String, _ body: (UnsafePointer<nacre_error>) -> Int32
  ) -> Int32 {
    withText(error.id) { id in
      withText(error.message) { message in
        withText(target) { target in
          var record = nacre_error()
          record.struct_size = UInt32(MemoryLayout<nacre_error>.size)
          record.category = Int32(truncatingIfNeeded: error.category)
          record.id = id
          record.message = message
          record.target = target.n == 0 ? nacre_null() : nacre_string(target)
          return body(&record)
        }
      }
    }
  }

  /// The C form of `item`; text is copied into the host, so the result lives as long as the callback.
  private func value(of item: Item) throws -> nacre_value {
    switch item {
    case .null: return nacre_null()
    case .bool(let yes): return nacre_bool(yes ? 1 : 0)
    case .int(let number): return nacre_int32(number)
    case .long(let number): return nacre_int64(number)
    case .ulong(let number): return nacre_uint64(number)
    case .double(let number): return nacre_double(number)
    case .text(let text): return try copied(Array(text.utf8))
    case .path(let bytes): return try copied(Array(String(decoding: bytes, as: UTF8.self).utf8))
    case .date(let seconds): return nacre_datetime(seconds, 0, 1)
    case .seconds(let seconds): return nacre_timespan(Int64(exactly: (seconds * 1e7).rounded()) ?? 0)
    case .list(let texts):
      let values = try texts.map { try copied(Array($0.utf8)) }
      var array = nacre_null()
      try check(host.pointee.array_new(raw, values, values.count, &array))
      return array
    case .raw(let value): return value
    }
  }

  private func copied(_ text: [UInt8]) throws -> nacre_value {
    var value = nacre_null()
    try check(host.pointee.buffer_new(raw, text, text.count, 1, Int32(NACRE_COPY), nil, nil, &value))
    return value
  }
}

extension StaticString {
  /// The text as C characters.
  fileprivate var chars: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
