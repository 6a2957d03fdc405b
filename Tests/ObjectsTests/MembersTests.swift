import Basics
import Testing

@testable import Objects

/// One call or property of the catalogue and what PowerShell shows for it.
///
/// `expression` is a tiny notation: `'text'`, numbers, `$true`, `$null`, `@(a, b)` and `[type]::Member` as values;
/// `target.Method(args)`, `target.Property`, `[type]::Method(args)`.
struct MemberCase: CustomTestStringConvertible, Sendable {
  let expression: String
  let expected: String
  init(_ expression: String, _ expected: String) {
    self.expression = expression
    self.expected = expected
  }
  var testDescription: String { expression }
}

/// Evaluates the notation of `MemberCase`.
struct MemberNotation {
  private var s: Substring
  init(_ text: String) { s = text[...] }

  static func run(_ text: String) -> String {
    do {
      var n = MemberNotation(text)
      let v = try n.chain()
      if case .nothing = v { return "" }
      return v.isNull ? "null" : try Operations.toString(v)
    } catch let e as GuestError {
      return e.record.fullyQualifiedErrorId + ": " + e.record.exception.message
    } catch {
      return "\(error)"
    }
  }

  private mutating func skip() { while s.first == " " { s.removeFirst() } }
  private mutating func take(_ p: String) -> Bool {
    skip()
    guard s.hasPrefix(p) else { return false }
    s.removeFirst(p.count)
    return true
  }
  private mutating func word() -> String {
    let w = s.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    s.removeFirst(w.count)
    return String(w)
  }

  mutating func chain() throws -> Value {
    var v = try atom()
    while take(".") {
      let name = word()
      if s.first == "(" {
        v = try MemberAccess.invoke(v, name, try arguments())
      } else {
        v = try MemberAccess.getEnumerating(v, name) ?? .null
      }
    }
    return v
  }

  private mutating func arguments() throws -> [Value] {
    _ = take("(")
    var out: [Value] = []
    while !take(")") {
      out.append(try chain())
      _ = take(",")
    }
    return out
  }

  private mutating func atom() throws -> Value {
    skip()
    if take("'") {
      let text = s.prefix { $0 != "'" }
      s.removeFirst(text.count + 1)
      return .string(String(text))
    }
    if take("@(") { return try list(of: nil) }
    if take("$true") { return .bool(true) }
    if take("$null") { return .null }
    if take("[") { return try typed() }
    let number = s.prefix { $0.isNumber || $0 == "-" }
    s.removeFirst(number.count)
    if s.first == ".", let next = s.dropFirst().first, next.isNumber {
      s.removeFirst()
      let fraction = s.prefix { $0.isNumber }
      s.removeFirst(fraction.count)
      return .double(Double(number + "." + fraction) ?? 0)
    }
    return .int(Int32(number) ?? 0)
  }

  private mutating func list(of type: TypeInfo?) throws -> Value {
    var out: [Value] = []
    while !take(")") {
      out.append(try chain())
      _ = take(",")
    }
    return .object(PSArray(out, of: type))
  }

  private mutating func typed() throws -> Value {
    var depth = 1
    var name = ""
    while let c = s.first, depth > 0 {
      if c == "[" { depth += 1 } else if c == "]" { depth -= 1 }
      if depth > 0 { name.append(c) }
      s.removeFirst()
    }
    guard let type = TypeResolver.resolve(name) else { return .string("no type " + name) }
    if take("::") {
      let member = word()
      if s.first == "(" { return try MemberAccess.invokeStatic(type, member, try arguments()) }
      return try MemberAccess.getStatic(type, member) ?? .null
    }
    if s.first == "." || s.isEmpty || s.first == "," || s.first == ")" { return type.asValue }
    return try Operations.convert(try atom(), to: type)
  }
}

@Suite(.serialized) struct MembersTests {
  static let text: [MemberCase] = [
    MemberCase("'a,b;c'.Split(',').Count", "2"),
    MemberCase("'a--b--c'.Split('--')", "a b c"),
    MemberCase("'a b c d'.Split(' ', 2)", "a b c d"),
    MemberCase(
      "'a , b '.Split(',', 'TrimEntries')",
      "MethodArgumentConversionInvalidCastArgument: Cannot convert argument \"count\", with value: \"TrimEntries\", for "
        + "\"Split\" to type \"System.Int32\": \"Cannot convert value \"TrimEntries\" to type \"System.Int32\". Error: "
        + "\"The input string 'TrimEntries' was not in a correct format.\"\""),
    MemberCase("'abc'.Split('').Count", "1"),
    MemberCase("'xyabcyx'.Trim('x', 'y')", "abc"),
    MemberCase("'file.txt'.TrimEnd('.txt')", "file"),
    MemberCase("'Hello hello'.Replace('hello', 'X')", "Hello X"),
    MemberCase("'a1'.Replace('1', 2)", "a2"),
    MemberCase("'true'.Replace('t', $true)", "Truerue"),
    MemberCase("'abc'.Substring('1')", "bc"),
    MemberCase("'abc'.Substring(1.4)", "bc"),
    MemberCase("'x'.Insert(0, @('p', 'q'))", "p qx"),
    MemberCase(
      "'abc'.Substring()",
      "MethodCountCouldNotFindBest: Cannot find an overload for \"Substring\" and the argument count: \"0\"."),
    MemberCase(
      "'abc'.NoSuch()",
      "MethodNotFound: Method invocation failed because [System.String] does not contain a method named 'NoSuch'."),
    MemberCase("[string]::Join('+', @('a', 'b', 'c', 'd'), 1, 2)", "System.Object[]+1+2"),
    MemberCase("[string]::Join('-', @(1, 2, 3))", "1-2-3"),
    MemberCase("[string]::new('a', 3)", "aaa"),
    MemberCase("'straße'.ToUpperInvariant()", "STRAßE"),
    MemberCase("[char]::IsPunctuation('!')", "True"),
    MemberCase("[System.Text.StringBuilder]::new('ab').Append('c').Insert(0, 'x').ToString()", "xabc"),
    MemberCase("[regex]::Replace('a1b22', '\\d+', '<$&>')", "a<1>b<22>"),
    MemberCase("[regex]::Match('on 2024-03', '(?<y>\\d{4})').Groups.Count", "2"),
    MemberCase("[System.Text.Encoding]::UTF8.GetBytes('é€')", "195 169 226 130 172"),
  ]

  static let numbers: [MemberCase] = [
    MemberCase("[math]::Round(2.5)", "2"),
    MemberCase("[math]::Round(2.345, 2, 'AwayFromZero')", "2.35"),
    MemberCase("[math]::Round(5).GetType().Name", "Decimal"),
    MemberCase("[math]::Max(1, 2)", "2"),
    MemberCase("[int]::MaxValue", "2147483647"),
    MemberCase(
      "[int]::Parse('x')",
      "FormatException: Exception calling \"Parse\" with \"1\" argument(s): \"The input string 'x' was not in a correct "
        + "format.\""),
    MemberCase("[convert]::ToString(-1, 16)", "ffffffff"),
    MemberCase("[convert]::ToInt32('0xff', 16)", "255"),
    MemberCase("[convert]::ToInt32(3.5)", "4"),
    MemberCase("[bigint]::Pow(2, 100)", "1267650600228229401496703205376"),
    MemberCase("[decimal]::Round(2.5).GetType().Name", "Decimal"),
    MemberCase("[BitConverter]::ToString([byte[]]@(10, 255))", "0A-FF"),
    MemberCase("[random]::new(5).Next()", "726643700"),
  ]

  static let collections: [MemberCase] = [
    MemberCase("@('x', 'yy').Length", "2"),
    MemberCase("@('x', 'yy').ToUpper()", "X YY"),
    MemberCase("5.Count", "1"),
    MemberCase("$null.Count", "0"),
    MemberCase("[System.Collections.Generic.List[int]]@(3, 1, 2).ToArray().GetType().FullName", "System.Int32[]"),
    MemberCase("[System.Collections.ArrayList]@(3, 1).IndexOf(1)", "1"),
    MemberCase("[System.Collections.Generic.HashSet[int]]@(1, 2, 2).Count", "2"),
    MemberCase("[System.Collections.Generic.SortedSet[int]]@(3, 1, 2)", "1 2 3"),
    MemberCase("[array]::IndexOf(@(1, 5), 5)", "1"),
    MemberCase("[tuple]::Create(1, 'b').ToString()", "(1, b)"),
    MemberCase("[System.Collections.Generic.List[int]].ToString()", "System.Collections.Generic.List`1[System.Int32]"),
    MemberCase(
      "@(1, 2).Add(3)",
      "NotSupportedException: Exception calling \"Add\" with \"1\" argument(s): \"Collection was of a fixed size.\""),
  ]

  static let types: [MemberCase] = [
    MemberCase("[int].BaseType.FullName", "System.ValueType"),
    MemberCase("[System.IO.FileAttributes]::Hidden.GetType().Name", "FileAttributes"),
    MemberCase("[Enum]::GetNames([DayOfWeek]).Count", "7"),
    MemberCase("[version]::new(5, 6).ToString()", "5.6"),
    MemberCase("[guid]::Empty", "00000000-0000-0000-0000-000000000000"),
    MemberCase("[datetime]::new(2024, 3, 9).ToString('s')", "2024-03-09T00:00:00"),
    MemberCase("[timespan]::FromMinutes(90)", "01:30:00"),
    MemberCase("[System.IO.Path]::Combine('a', '/b')", "/b"),
    MemberCase("[System.IO.Path]::GetRelativePath('/a/b', '/a/c/d')", "../c/d"),
    MemberCase("[uri]'http://h.example:80/p?q'.Host", "h.example"),
    MemberCase("[System.ArgumentException]::new('m', 'p').Message", "m (Parameter 'p')"),
    MemberCase(
      "[System.InvalidOperationException]::new().Message",
      "Operation is not valid due to the current state of the object."),
    MemberCase("'abc'.psobject.TypeNames", "System.String System.Object"),
    MemberCase("[psnoteproperty]::new('N', 5).ToString()", "int N=5"),
    MemberCase("[System.Web.HttpUtility]::UrlEncode('a b&é')", "a+b%26%c3%a9"),
    MemberCase(
      "[convert]::ToHexString([System.Security.Cryptography.MD5]::HashData([byte[]]@(97)))",
      "0CC175B9C0F1B6A831C399E269772661"),
    MemberCase(
      "[convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData([byte[]]@(97, 98, 99)))",
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
    MemberCase(
      "[convert]::ToHexString([System.Security.Cryptography.SHA1]::HashData([byte[]]@(97, 98, 99)))",
      "A9993E364706816ABA3E25717850C26C9CD0D89D"),
    MemberCase("[System.Globalization.ISOWeek]::GetWeekOfYear([datetime]'2024-12-30')", "1"),
  ]

  @Test(arguments: text + numbers + collections + types)
  func member(_ c: MemberCase) {
    #expect(MemberNotation.run(c.expression) == c.expected)
  }

  @Test func customObjects() throws {
    let o = PSCustomObject([("a", .int(1)), ("B", .string("x"))])
    #expect(try MemberAccess.get(.object(o), "b")?.str == "x")
    #expect(try MemberAccess.get(.object(o), "zz") == nil)
    try MemberAccess.set(.object(o), "A", .int(5))
    #expect(try MemberAccess.get(.object(o), Symbol("a"))?.intValue == 5)
    #expect(throws: GuestError.self) { try MemberAccess.set(.object(o), "Missing", .int(1)) }
  }

  @Test func tablesGrowPastTheScan() {
    let bag = MemberBag()
    for i in 0..<40 { bag.setNote("n\(i)", .int(i)) }
    #expect(bag["N31"]?.value.intValue == 31)
    #expect(bag.remove("n3"))
    #expect(bag["n3"] == nil)
    #expect(bag["n39"]?.value.intValue == 39)
    for i in 4..<40 { bag.remove("n\(i)") }
    #expect(bag.all.map(\.name) == ["n0", "n1", "n2"])
    #expect(bag["n2"]?.value.intValue == 2)
  }

  @Test func everyRegisteredTypeParses() {
    for name in Catalogue.typeNames {
      guard let t = Types.find(name) else { continue }
      for m in t.instanceMembers.all + t.staticMembers.all {
        _ = m.overloads.count
        _ = m.valueType
      }
    }
  }
}
