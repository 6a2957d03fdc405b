import Basics

extension Operations {
  /// The regex an operand stands for: a `[regex]` as it is, anything else by its text. Errors are .NET's own.
  public static func regex(_ v: Value, ignoreCase: Bool) throws -> RegexObject {
    if let r = v.asObject(RegexObject.self) { return r }
    do {
      return try RegexObject.make(try toString(v), ignoreCase ? .ignoreCase : [])
    } catch let e as GuestError {
      let x = e.record.exception
      throw GuestError(ErrorRecord(x, id: x.type.fullName, category: .OperationStopped))
    }
  }

  // MARK: -match

  /// `-match`: `matched` gets the `$Matches` table when a scalar left side matches.
  public static func match(
    _ a: Value, _ b: Value, ignoreCase: Bool, _ matched: (PSDictionary) throws -> Void
  ) throws -> Value {
    let r = try regex(b, ignoreCase: ignoreCase)
    if let all = try elements(a) { return .array(try all.filter { r.isMatch(try toString($0)) }) }
    guard let table = matches(try toString(a), r) else { return .bool(false) }
    try matched(table)
    return .bool(true)
  }
  /// `-notmatch`; fills `$Matches` too when the pattern does match.
  public static func notMatch(
    _ a: Value, _ b: Value, ignoreCase: Bool, _ matched: (PSDictionary) throws -> Void
  ) throws -> Value {
    let r = try regex(b, ignoreCase: ignoreCase)
    if let all = try elements(a) { return .array(try all.filter { !r.isMatch(try toString($0)) }) }
    guard let table = matches(try toString(a), r) else { return .bool(true) }
    try matched(table)
    return .bool(false)
  }

  /// The `$Matches` table of a text, or nil; groups that took no part are left out.
  public static func matches(_ text: String, _ r: RegexObject) -> PSDictionary? {
    let m = r.match(text)
    guard m.success else { return nil }
    let table = PSDictionary(Types.hashtable, ignoreCase: true)
    for g in m.groups.reversed() where g.success {
      if let n = Int32(g.name) {
        table.set(.int(n), .string(g.value))
      } else {
        table.set(g.name, .string(g.value))
      }
    }
    return table
  }

  // MARK: -replace

  /// `-replace`; the right side is a pattern, or a pattern and a replacement (text or script block).
  public static func replace(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    var pattern = b
    var with: Value = .string("")
    if let args = try elements(b) {
      guard args.count <= 2 else {
        throw GuestError.runtime(
          "BadReplaceArgument",
          "The -replace operator allows only two elements to follow it, not \(args.count).", .InvalidOperation,
          target: b)
      }
      pattern = args.first ?? .null
      if args.count > 1 { with = args[1] }
    }
    let r = try replaceRegex(pattern, ignoreCase)
    let block = with.object.flatMap { $0.typeInfo === Types.scriptBlock ? $0 : nil }
    let text = block == nil ? try toString(with) : ""
    let one: (Value) throws -> Value = { v in
      let s = try toString(v)
      guard let block else { return .string(r.replace(s, text)) }
      return .string(try r.replace(s) { try replaced($0, by: block) })
    }
    guard let all = try elements(a) else { return try one(a) }
    return .array(try all.map(one))
  }

  private static func replaceRegex(_ v: Value, _ ignoreCase: Bool) throws -> RegexObject {
    if let r = v.asObject(RegexObject.self) { return r }
    let s = try toString(v)
    do {
      return try RegexObject.make(s, ignoreCase ? .ignoreCase : [])
    } catch let e as GuestError {
      let x = ExceptionObject(
        Types.named("System.Management.Automation.RuntimeException"),
        "The regular expression pattern \(s) is not valid.", inner: e.record.exception)
      let r = ErrorRecord(x, id: "InvalidRegularExpression", category: .InvalidOperation, target: v)
      x.errorRecord = r
      throw GuestError(r)
    }
  }

  private static func replaced(_ m: MatchObject, by block: Obj) throws -> String {
    guard let invoker = CurrentRunspace.invoker else { return "" }
    let out = try invoker.invoke(block, arguments: [.object(m)], this: nil, underscore: .object(m))
    return out.isEmpty ? "" : try toString(out.count == 1 ? out[0] : .array(out))
  }

  // MARK: -join

  /// `-join`: the elements in the current culture, with the separator between them.
  public static func join(_ a: Value, _ b: Value) throws -> Value {
    let separator = try toString(b)
    let culture = CultureObject.current
    // An enumerator such as `$input` is one object here; its text shows the elements.
    let list = a.asObject(EnumeratorObject.self) == nil ? try elements(a) : nil
    guard let all = list else { return .string(try toString(a, culture: culture)) }
    var s = ""
    for (i, e) in all.enumerated() {
      if i > 0 { s += separator }
      switch e {
      case .string(let t): s += t
      case .int(let n): s += String(n)
      default: s += try element(e, culture)
      }
    }
    return .string(s)
  }
  /// Unary `-join`.
  public static func join(_ a: Value) throws -> Value { try join(a, .string("")) }

  /// An element of a joined list: a list inside shows its type.
  private static func element(_ v: Value, _ culture: CultureObject) throws -> String {
    if case .object(let o) = v.base, try o.makeIterator() != nil { return try o.text() ?? dotNetName(o.typeInfo) }
    return try toString(v, culture: culture)
  }

  // MARK: -split

  /// Unary `-split`: at white space, without empty pieces.
  public static func split(_ a: Value) throws -> Value {
    let all = try elements(a) ?? [a]
    var out: [Value] = []
    for v in all {
      let s = try toString(v)
      let words = s.split { $0.isWhitespace }
      if words.isEmpty { out.append(.string("")) } else { out += words.map { .string(String($0)) } }
    }
    return stringArray(out)
  }

  private static func stringArray(_ all: [Value]) -> Value { .object(PSArray(all, of: Types.string)) }

  /// `SplitOptions`.
  private struct SplitOptions: OptionSet {
    let rawValue: Int64
    static let simpleMatch = SplitOptions(rawValue: 1)
    static let cultureInvariant = SplitOptions(rawValue: 4)
    static let ignorePatternWhitespace = SplitOptions(rawValue: 8)
    static let multiline = SplitOptions(rawValue: 16)
    static let singleline = SplitOptions(rawValue: 32)
    static let ignoreCase = SplitOptions(rawValue: 64)
    static let explicitCapture = SplitOptions(rawValue: 128)
  }
  private static let splitOptionsType = TypeInfo("SplitOptions", kind: .enumType).with(
    EnumInfo(
      names: [
        "SimpleMatch", "RegexMatch", "CultureInvariant", "IgnorePatternWhitespace", "Multiline", "Singleline",
        "IgnoreCase", "ExplicitCapture",
      ], values: [1, 2, 4, 8, 16, 32, 64, 128], isFlags: true, underlying: Types.int32))

  /// `-split`; the right side is a pattern or script block, a limit and options.
  public static func split(_ a: Value, _ b: Value, ignoreCase: Bool) throws -> Value {
    let args = try elements(b) ?? [b]
    let texts = try (elements(a) ?? [a]).map { try toString($0) }
    let delimiter = args.first ?? .null
    var limit = 0
    if args.count > 1 { limit = try splitLimit(args[1]) }
    var options: SplitOptions = []
    if args.count > 2 { options = SplitOptions(rawValue: try splitOptions(args[2])) }
    let pieces: (String) throws -> [String]
    if let block = delimiter.object, block.typeInfo === Types.scriptBlock {
      pieces = { try split($0, block, limit) }
    } else {
      let r = try splitRegex(delimiter, options, ignoreCase)
      pieces = { split($0, r, limit) }
    }
    var out: [Value] = []
    for t in texts { out += try pieces(t).map { .string($0) } }
    return stringArray(out)
  }

  private static func splitLimit(_ v: Value) throws -> Int {
    if case .int(let n) = v { return Int(n) }
    do {
      if case .int(let n) = try convert(v, to: Types.int32) { return Int(n) }
    } catch let e as GuestError {
      let x = ExceptionObject(
        Types.named("System.Management.Automation.RuntimeException"), e.record.exception.message,
        inner: e.record.exception)
      let r = ErrorRecord(x, id: "RuntimeException", category: .NotSpecified)
      x.errorRecord = r
      throw GuestError(r)
    }
    return 0
  }

  private static func splitOptions(_ v: Value) throws -> Int64 {
    if let e = v.asObject(EnumValue.self) { return e.raw }
    return try toEnum(v.base, splitOptionsType).asObject(EnumValue.self)?.raw ?? 0
  }

  private static func splitRegex(_ v: Value, _ options: SplitOptions, _ ignoreCase: Bool) throws -> RegexObject {
    if let r = v.asObject(RegexObject.self), options.isEmpty { return r }
    let text = try toString(v)
    var flags: RegexOptions = ignoreCase || options.contains(.ignoreCase) ? .ignoreCase : []
    if options.contains(.simpleMatch) { return try regex(.string(RegexObject.escape(text)), flags) }
    if options.contains(.cultureInvariant) { flags.insert(.cultureInvariant) }
    if options.contains(.ignorePatternWhitespace) { flags.insert(.ignorePatternWhitespace) }
    if options.contains(.multiline) { flags.insert(.multiline) }
    if options.contains(.singleline) { flags.insert(.singleline) }
    if options.contains(.explicitCapture) { flags.insert(.explicitCapture) }
    return try regex(.string(text), flags)
  }

  private static func regex(_ v: Value, _ options: RegexOptions) throws -> RegexObject {
    do {
      return try RegexObject.make(try toString(v), options)
    } catch let e as GuestError {
      let x = e.record.exception
      throw GuestError(ErrorRecord(x, id: x.type.fullName, category: .OperationStopped))
    }
  }

  private static func split(_ text: String, _ r: RegexObject, _ limit: Int) -> [String] {
    if limit >= 0 { return r.split(text, count: limit) }
    if limit == -1 { return [text] }
    // A negative limit counts pieces from the end.
    let keep = limit == Int.min ? Int.max : -limit - 1
    let all = r.matches(text)
    let used = all.suffix(keep)
    guard let subject = used.first?.subject else { return [text] }
    var out: [String] = []
    var at = 0
    for m in used {
      out.append(subject.slice(at, max(at, m.start)))
      at = m.end
      for g in m.spans.spans.dropFirst() where g.start >= 0 { out.append(subject.slice(g.start, g.end)) }
    }
    out.append(subject.slice(at, subject.bytes.count))
    return out
  }

  /// Splits at the characters for which the block is true.
  private static func split(_ text: String, _ block: Obj, _ limit: Int) throws -> [String] {
    guard let invoker = CurrentRunspace.invoker else { return [text] }
    let units = Array(text.utf16)
    var cuts: [Int] = []
    for (i, u) in units.enumerated() {
      let c = Value.string(String(utf16: u))
      let out = try invoker.invoke(
        block, arguments: [.string(text), .int(Int32(clamping: i))], this: nil, underscore: c)
      if isTrue(out.count == 1 ? out[0] : .array(out)) { cuts.append(i) }
      if limit > 0 && cuts.count >= limit - 1 { break }
    }
    if limit == 1 || limit == -1 { cuts = [] }
    if limit < -1 { cuts = Array(cuts.suffix(-limit - 1)) }
    var out: [String] = []
    var at = 0
    for c in cuts {
      out.append(String(decoding: units[at..<c], as: UTF16.self))
      at = c + 1
    }
    out.append(String(decoding: units[at...], as: UTF16.self))
    return out
  }
}

extension TypeInfo {
  fileprivate func with(_ info: EnumInfo) -> TypeInfo {
    enumInfo = info
    return self
  }
}
