import CPCRE2

/// A text being searched, with the ways between byte and UTF-16 positions.
public final class RegexSubject {
  /// The text.
  public let text: String
  let bytes: [UInt8]
  let isASCII: Bool
  private var units: [Int32]?

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The UTF-16 position of a byte position.
  func unit(_ byte: Int) -> Int {
    if isASCII { return byte }
    if let u = units { return Int(u[byte]) }
    var table: [Int32] = []
    table.reserveCapacity(bytes.count + 1)
    var n: Int32 = 0
    for b in bytes {
      table.append(n)
      // A lead byte counts its character; four-byte characters take two units.
      if b < 0x80 || b >= 0xC0 { n += b >= 0xF0 ? 2 : 1 }
    }
    table.append(n)
    // Inside a character the count already moved on; continuation bytes are never asked for.
    units = table
    return Int(table[byte])
  }
  /// The byte position of a UTF-16 position.
  func byte(_ unit: Int) -> Int {
    if isASCII { return min(max(unit, 0), bytes.count) }
    var n = 0
    var i = 0
    while i < bytes.count && n < unit {
      let b = bytes[i]
      let length = b < 0x80 ? 1 : (b < 0xE0 ? 2 : (b < 0xF0 ? 3 : 4))
      n += length == 4 ? 2 : 1
      i += length
    }
    return min(i, bytes.count)
  }
  /// Length in UTF-16 units.
  var unitCount: Int { unit(bytes.count) }
  /// The text between two byte positions.
  func slice(_ start: Int, _ end: Int) -> String {
    start == 0 && end == bytes.count ? text : String(decoding: bytes[start..<end], as: UTF8.self)
  }
  /// The byte position behind the character at a position.
  func after(_ byte: Int) -> Int {
    guard byte < bytes.count else { return byte + 1 }
    var i = byte + 1
    while i < bytes.count && bytes[i] & 0xC0 == 0x80 { i += 1 }
    return i
  }
}

/// Where a match and its groups lie: byte positions by .NET group number, -1 when a group took no part.
struct RegexSpans {
  var spans: [(start: Int, end: Int)]
  /// Every capture of every group, when the matcher kept them.
  var captures: [[(start: Int, end: Int)]]?
}

/// A compiled pattern: PCRE2 code, or the room's own matcher for what PCRE2 lacks.
final class RegexProgram {
  let node: RegexNode
  let groupNames: [String]
  private let options: RegexOptions
  private var code: OpaquePointer?
  private var data: OpaquePointer?
  /// PCRE2's group numbers by .NET number.
  private var places: [[Int]] = []
  private(set) lazy var matcher = RegexMatcher(node, groups: groupNames.count, options)

  init(_ pattern: String, _ options: RegexOptions) throws {
    self.options = options
    var parser = RegexParser(pattern, options)
    node = try parser.parse()
    groupNames = parser.groupNames
    if !parser.needsOwnMatcher { compile() }
  }
  deinit {
    if let data { pcre2_match_data_free_8(data) }
    if let code { pcre2_code_free_8(code) }
  }

  private func compile() {
    var emitter = RegexEmitter(node, options)
    let text = Array(emitter.emit(node).utf8)
    if emitter.failed { return }
    var flags = UInt32(PCRE2_UTF) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if !options.contains(.ecmaScript) { flags |= UInt32(PCRE2_UCP) }
    if options.contains(.ignoreCase) { flags |= UInt32(PCRE2_CASELESS) }
    var number: Int32 = 0
    var offset = 0
    let context = pcre2_compile_context_create_8(nil)
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
    code = pcre2_compile_8(text, text.count, flags, &number, &offset, context)
    guard let code else { return }
    _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    data = pcre2_match_data_create_from_pattern_8(code, nil)
    places = (0..<groupNames.count).map { $0 == 0 ? [0] : emitter.places[$0] ?? [] }
  }

  // Enough stack for deep patterns, and a limit on steps so that no pattern runs for ever.
  nonisolated(unsafe) private static let matchContext: OpaquePointer? = {
    let c = pcre2_match_context_create_8(nil)
    pcre2_set_match_limit_8(c, 400_000_000)
    if let stack = pcre2_jit_stack_create_8(32 * 1024, 16 * 1024 * 1024, nil) {
      pcre2_jit_stack_assign_8(c, nil, UnsafeMutableRawPointer(stack))
    }
    return c
  }()

  /// The first match at or after a byte position (at or before, from right to left).
  func match(_ subject: RegexSubject, from start: Int) -> RegexSpans? {
    guard let code, let data else { return matcher.search(subject, from: start) }
    if start > subject.bytes.count { return nil }
    let rc = run(code, data, subject, start)
    guard rc > 0 else { return nil }
    let vector = pcre2_get_ovector_pointer_8(data)
    guard let vector else { return nil }
    var spans: [(start: Int, end: Int)] = []
    spans.reserveCapacity(places.count)
    for candidates in places {
      var best = (start: -1, end: -1)
      for k in candidates where k < Int(rc) {
        let s = Int(bitPattern: UInt(bitPattern: Int(vector[2 * k])))
        let e = Int(bitPattern: UInt(bitPattern: Int(vector[2 * k + 1])))
        // Where a name was used twice, the later capture stands.
        if s >= 0 && s >= best.start { best = (s, max(s, e)) }
      }
      spans.append(best)
    }
    return RegexSpans(spans: spans, captures: nil)
  }

  /// Whether there is a match, without its groups.
  func isMatch(_ text: String) -> Bool {
    guard let code, let data else { return matcher.search(RegexSubject(text), from: 0) != nil }
    var copy = text
    return copy.withUTF8 { bytes -> Bool in
      let base = bytes.baseAddress
      return execute(code, data, base, bytes.count, 0) > 0
    }
  }

  private func run(_ code: OpaquePointer, _ data: OpaquePointer, _ subject: RegexSubject, _ start: Int) -> Int32 {
    subject.bytes.withUnsafeBufferPointer { execute(code, data, $0.baseAddress, $0.count, start) }
  }

  private func execute(
    _ code: OpaquePointer, _ data: OpaquePointer, _ base: UnsafePointer<UInt8>?, _ count: Int, _ start: Int
  ) -> Int32 {
    let flags = UInt32(PCRE2_NO_UTF_CHECK)
    let rc = pcre2_match_8(code, base, count, start, flags, data, RegexProgram.matchContext)
    if rc != PCRE2_ERROR_JIT_STACKLIMIT { return rc }
    return pcre2_match_8(
      code, base, count, start, flags | UInt32(PCRE2_NO_JIT), data, RegexProgram.matchContext)
  }

  /// Whether matching runs from the end to the start.
  var isRightToLeft: Bool { options.contains(.rightToLeft) }
}
