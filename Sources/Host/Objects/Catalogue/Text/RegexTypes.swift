import Basics

/// Matches, groups or captures as a collection.
final class MatchListObject: Obj {
  let type: TypeInfo
  let items: [CaptureObject]
  init(_ typeName: String, _ items: [CaptureObject]) {
    type = Types.named("System.Text.RegularExpressions." + typeName)
    self.items = items
  }
  override var typeInfo: TypeInfo { type }
  override func makeIterator() throws -> ValueIterator? { ValueIterator(items.map { .object($0) }) }
}

/// `Regex`, `Match`, `Group`, `Capture` and their collections.
enum RegexTypes {
  private static let space = "System.Text.RegularExpressions."

  static func register() {
    Catalogue.register("System.Text.RegularExpressions.Regex") { t in
      t.new("(string pattern)") { a in .object(try make(a.requireStr(0, "pattern"), 0)) }
      t.new("(string pattern, \(space)RegexOptions options)") { a in
        .object(try make(a.requireStr(0, "pattern"), a.raw(1)))
      }
      t.new("(string pattern, \(space)RegexOptions options, timespan matchTimeout)") { a in
        .object(try make(a.requireStr(0, "pattern"), a.raw(1)))
      }
      instance(t)
      matching(t)
      replacing(t)
      splitting(t)
      t.fixed("string Escape(string str)") { a in .string(RegexObject.escape(try a.requireStr(0, "str"))) }
      t.fixed("string Unescape(string str)") { a in .string(try RegexObject.unescape(try a.requireStr(0, "str"))) }
    }
    captures()
    collections()
  }

  private static func make(_ pattern: String, _ options: Int64) throws -> RegexObject {
    try RegexObject.make(pattern, RegexOptions(rawValue: Int(options)))
  }
  private static func me(_ v: Value) throws -> RegexObject {
    guard let r = v.asObject(RegexObject.self) else { throw Throw.nullReference() }
    return r
  }
  /// The pattern of a static method: text, pattern and maybe options.
  private static func pattern(_ a: [Value], options i: Int) throws -> RegexObject {
    try make(a.requireStr(1, "pattern"), a.count > i ? a.raw(i) : 0)
  }

  private static func instance(_ t: TypeBuilder) {
    t.prop("\(space)RegexOptions Options") { .enumeration(space + "RegexOptions", Int64(try me($0).options.rawValue)) }
    t.prop("timespan MatchTimeout") { _ in .timeSpan(ticks: -10_000) }
    t.prop("bool RightToLeft") { .bool(try me($0).options.rawValue & 64 != 0) }
    t.method("string ToString()") { s, _ in .string(try me(s).pattern) }
    t.method("string[] GetGroupNames()") { s, _ in .strings(try me(s).groupNames) }
    t.method("int[] GetGroupNumbers()") { s, _ in .array(try me(s).groupNames.indices.map { .int($0) }, of: Types.int32)
    }
    t.method("int GroupNumberFromName(string name)") { s, a in .int(try me(s).groupNumber(a.str(0))) }
    t.method("string GroupNameFromNumber(int i)") { s, a in
      let names = try me(s).groupNames
      return .string(names.indices.contains(a.int(0)) ? names[a.int(0)] : "")
    }
  }

  private static func position(_ a: [Value], _ i: Int) throws -> Int {
    let n = a.str(0).utf16.count
    guard a.int(i) >= 0, a.int(i) <= n else {
      throw Throw.outOfRange("startat", "Start index cannot be less than 0 or greater than input length.")
    }
    return a.int(i)
  }

  private static func list(_ m: [MatchObject]) -> Value { .object(MatchListObject("MatchCollection", m)) }

  private static func matching(_ t: TypeBuilder) {
    t.method("bool IsMatch(string input)") { s, a in .bool(try me(s).isMatch(try a.requireStr(0, "input"))) }
    t.method("bool IsMatch(string input, int startat)") { s, a in
      .bool(try me(s).isMatch(try a.requireStr(0, "input"), from: position(a, 1)))
    }
    t.method("\(space)Match Match(string input)") { s, a in .object(try me(s).match(try a.requireStr(0, "input"))) }
    t.method("\(space)Match Match(string input, int startat)") { s, a in
      .object(try me(s).match(try a.requireStr(0, "input"), from: position(a, 1)))
    }
    t.method("\(space)Match Match(string input, int beginning, int length)") { s, a in
      let part = try StringType.part(a.requireStr(0, "input"), a.int(1), a.int(2), "beginning", "length")
      return .object(try me(s).match(part))
    }
    t.method("\(space)MatchCollection Matches(string input)") { s, a in
      list(try me(s).matches(try a.requireStr(0, "input")))
    }
    t.method("\(space)MatchCollection Matches(string input, int startat)") { s, a in
      list(try me(s).matches(try a.requireStr(0, "input"), from: position(a, 1)))
    }
    t.method("int Count(string input)") { s, a in .int(try me(s).matches(try a.requireStr(0, "input")).count) }
    for options in ["", ", \(space)RegexOptions options", ", \(space)RegexOptions options, timespan matchTimeout"] {
      t.fixed("bool IsMatch(string input, string pattern\(options))") { a in
        .bool(try pattern(a, options: 2).isMatch(try a.requireStr(0, "input")))
      }
      t.fixed("\(space)Match Match(string input, string pattern\(options))") { a in
        .object(try pattern(a, options: 2).match(try a.requireStr(0, "input")))
      }
      t.fixed("\(space)MatchCollection Matches(string input, string pattern\(options))") { a in
        list(try pattern(a, options: 2).matches(try a.requireStr(0, "input")))
      }
      t.fixed("int Count(string input, string pattern\(options))") { a in
        .int(try pattern(a, options: 2).matches(try a.requireStr(0, "input")).count)
      }
    }
  }

  /// Replaces with what an evaluator delegate gives for each match.
  private static func evaluate(_ r: RegexObject, _ a: [Value], _ evaluator: Int, count: Int = -1, from: Int = 0) throws
    -> Value
  {
    let f = a[evaluator]
    let text = try a.requireStr(0, "input")
    return .string(
      try r.replace(text, count: count, from: from) { m in
        try Operations.toString(try Delegates.call(f, [.object(m)]))
      })
  }

  private static func replacing(_ t: TypeBuilder) {
    t.method("string Replace(string input, string replacement)") { s, a in
      .string(try me(s).replace(try a.requireStr(0, "input"), a.str(1)))
    }
    t.method("string Replace(string input, string replacement, int count)") { s, a in
      .string(try me(s).replace(try a.requireStr(0, "input"), a.str(1), count: a.int(2)))
    }
    t.method("string Replace(string input, string replacement, int count, int startat)") { s, a in
      .string(try me(s).replace(try a.requireStr(0, "input"), a.str(1), count: a.int(2), from: position(a, 3)))
    }
    let evaluator = "\(space)MatchEvaluator evaluator"
    t.method("string Replace(string input, \(evaluator))") { s, a in try evaluate(me(s), a, 1) }
    t.method("string Replace(string input, \(evaluator), int count)") { s, a in
      try evaluate(me(s), a, 1, count: a.int(2))
    }
    t.method("string Replace(string input, \(evaluator), int count, int startat)") { s, a in
      try evaluate(me(s), a, 1, count: a.int(2), from: position(a, 3))
    }
    for options in ["", ", \(space)RegexOptions options", ", \(space)RegexOptions options, timespan matchTimeout"] {
      t.fixed("string Replace(string input, string pattern, string replacement\(options))") { a in
        .string(try pattern(a, options: 3).replace(try a.requireStr(0, "input"), a.str(2)))
      }
      t.fixed("string Replace(string input, string pattern, \(evaluator)\(options))") { a in
        try evaluate(pattern(a, options: 3), a, 2)
      }
    }
  }

  private static func splitting(_ t: TypeBuilder) {
    t.method("string[] Split(string input)") { s, a in .strings(try me(s).split(try a.requireStr(0, "input"))) }
    t.method("string[] Split(string input, int count)") { s, a in
      .strings(try me(s).split(try a.requireStr(0, "input"), count: a.int(1)))
    }
    t.method("string[] Split(string input, int count, int startat)") { s, a in
      .strings(try me(s).split(try a.requireStr(0, "input"), count: a.int(1), from: position(a, 2)))
    }
    for options in ["", ", \(space)RegexOptions options", ", \(space)RegexOptions options, timespan matchTimeout"] {
      t.fixed("string[] Split(string input, string pattern\(options))") { a in
        .strings(try pattern(a, options: 2).split(try a.requireStr(0, "input")))
      }
    }
  }

  private static func captures() {
    func capture(_ v: Value) throws -> CaptureObject {
      guard let c = v.asObject(CaptureObject.self) else { throw Throw.nullReference() }
      return c
    }
    Catalogue.register(space + "Capture") { t in
      t.prop("int Index") { .int(try capture($0).index) }
      t.prop("int Length") { .int(try capture($0).length) }
      t.prop("string Value") { .string(try capture($0).value) }
      t.prop("string ValueSpan") { .string(try capture($0).value) }
      t.method("string ToString()") { s, _ in .string(try capture(s).value) }
    }
    Catalogue.register(space + "Group") { t in
      t.prop("bool Success") { .bool($0.asObject(GroupObject.self)?.success ?? false) }
      t.prop("string Name") { .string($0.asObject(GroupObject.self)?.name ?? "") }
      t.prop("\(space)CaptureCollection Captures") { s in
        .object(MatchListObject("CaptureCollection", s.asObject(GroupObject.self)?.captures ?? []))
      }
    }
    Catalogue.register(space + "Match") { t in
      t.prop("\(space)GroupCollection Groups") { s in
        .object(MatchListObject("GroupCollection", s.asObject(MatchObject.self)?.groups ?? []))
      }
      t.method("\(space)Match NextMatch()") { s, _ in
        s.asObject(MatchObject.self).map { .object($0.nextMatch()) } ?? .null
      }
      t.method("string Result(string replacement)") { s, a in
        .string(s.asObject(MatchObject.self)?.result(a.str(0)) ?? "")
      }
      t.fixedProp("\(space)Match Empty") { .object(try make("a\\b\\Ba", 0).match("")) }
    }
  }

  private static func collections() {
    func me(_ v: Value) throws -> MatchListObject {
      guard let l = v.asObject(MatchListObject.self) else { throw Throw.nullReference() }
      return l
    }
    for name in ["MatchCollection", "GroupCollection", "CaptureCollection"] {
      Catalogue.register(space + name) { t in
        t.prop("int Count") { .int(try me($0).items.count) }
        t.prop("bool IsReadOnly") { _ in .bool(true) }
        t.prop("bool IsSynchronized") { _ in .bool(false) }
        t.prop("object SyncRoot") { $0 }
        t.indexer("object", "int i") { s, a in
          let l = try me(s)
          if l.items.indices.contains(a.int(0)) { return .object(l.items[a.int(0)]) }
          if name == "GroupCollection" { return missing() }
          throw Throw.outOfRange("i")
        }
        t.method("System.Collections.IEnumerator GetEnumerator()") { s, _ in
          try EnumeratorObject.over(me(s), EnumeratorTypes.names[0])
        }
        t.action("CopyTo(array array, int arrayIndex)") { s, a in
          try ListTypes.copy(me(s).items.map { .object($0) }, a, 1)
        }
        if name == "GroupCollection" { groups(t) }
      }
    }
    func groups(_ t: TypeBuilder) {
      func find(_ s: Value, _ name: String) throws -> GroupObject? {
        try me(s).items.lazy.compactMap { $0 as? GroupObject }.first { $0.name == name }
      }
      t.indexer("object", "string groupname") { s, a in try find(s, a.str(0)).map { .object($0) } ?? missing() }
      t.method("bool ContainsKey(string key)") { s, a in .bool(try find(s, a.str(0)) != nil) }
      t.prop("string[] Keys") { s in .strings(try me(s).items.compactMap { ($0 as? GroupObject)?.name }) }
      t.prop("\(space)Group[] Values") { s in .array(try me(s).items.map { .object($0) }) }
    }
  }

  /// The group that is not there: without success or text.
  private static func missing() -> Value {
    guard let m = try? make("(?!)", 0).match("") else { return .null }
    return .object(m.group("\u{0}"))
  }
}
