import Basics
import Engine
import Objects

/// What Measure-Object found out about numbers or other values.
final class MeasureInfo: Obj {
  var property: String?
  var count = 0
  var sum: Double = 0
  var mean: Double = 0
  var squares: Double = 0
  var numbers = 0
  /// Whether something was no number: then there are no statistics.
  var isBroken = false
  var minimum: Value = .null
  var maximum: Value = .null
  let isGeneric: Bool
  var shows: Set<String> = []
  init(_ property: String?, generic: Bool) {
    self.property = property
    isGeneric = generic
  }
  override var typeInfo: TypeInfo { isGeneric ? MeasureInfo.generic : MeasureInfo.object }

  /// Takes one more number into the running statistics.
  func add(_ d: Double) {
    numbers += 1
    sum += d
    let delta = d - mean
    mean += delta / Double(numbers)
    squares += delta * (d - mean)
  }

  private static func fill(_ t: TypeBuilder, _ isGeneric: Bool) {
    func me(_ v: Value) -> MeasureInfo? { v.asObject(MeasureInfo.self) }
    func number(_ v: Value, _ name: String, _ get: (MeasureInfo) -> Double?) -> Value {
      guard let m = me(v), !m.isBroken, m.shows.contains(name), let d = get(m) else { return .null }
      return .double(d)
    }
    t.prop("int Count") { v in .int(Int32(clamping: me(v)?.count ?? 0)) }
    t.prop("System.Nullable[double] Average") { v in
      number(v, "Average") { $0.numbers == 0 ? nil : $0.sum / Double($0.numbers) }
    }
    t.prop("System.Nullable[double] Sum") { v in number(v, "Sum") { $0.sum } }
    t.prop("object Maximum") { v in me(v).map { $0.shows.contains("Maximum") ? $0.maximum : .null } ?? .null }
    t.prop("object Minimum") { v in me(v).map { $0.shows.contains("Minimum") ? $0.minimum : .null } ?? .null }
    t.prop("System.Nullable[double] StandardDeviation") { v in
      number(v, "StandardDeviation") { m in
        m.numbers == 0 ? nil : m.numbers == 1 ? 0 : (m.squares / Double(m.numbers - 1)).squareRoot()
      }
    }
    t.prop("string Property") { v in me(v)?.property.map { .string($0) } ?? .null }
  }

  private static func type(_ name: String, _ isGeneric: Bool) -> TypeInfo {
    let full = "Microsoft.PowerShell.Commands." + name
    Catalogue.register(full) { fill($0, isGeneric) }
    return Types.named(full)
  }
  private static let generic = type("GenericMeasureInfo", true)
  private static let object = type("GenericObjectMeasureInfo", false)
}

/// What Measure-Object counted in text.
final class TextMeasureInfo: Obj {
  var lines: Int?
  var words: Int?
  var characters: Int?
  var property: String?
  override var typeInfo: TypeInfo { TextMeasureInfo.type }
  private static let type: TypeInfo = {
    let name = "Microsoft.PowerShell.Commands.TextMeasureInfo"
    Catalogue.register(name) { t in
      func number(_ n: Int?) -> Value { n.map { .int(Int32(clamping: $0)) } ?? .null }
      t.prop("System.Nullable[int] Lines") { v in number(v.asObject(TextMeasureInfo.self)?.lines) }
      t.prop("System.Nullable[int] Words") { v in number(v.asObject(TextMeasureInfo.self)?.words) }
      t.prop("System.Nullable[int] Characters") { v in number(v.asObject(TextMeasureInfo.self)?.characters) }
      t.prop("string Property") { v in v.asObject(TextMeasureInfo.self)?.property.map { .string($0) } ?? .null }
    }
    return Types.named(name)
  }()
}

/// Measure-Object.
final class MeasureObject: Cmdlet {
  private var properties: [PropertyArgument] = []
  private var results: [(name: String, info: MeasureInfo)] = []
  private var texts: [(name: String, info: TextMeasureInfo)] = []
  private var isText = false
  private var shows: Set<String> = []
  private var wantsNumbers = false

  override func begin() throws {
    isText = flag("Line") || flag("Word") || flag("Character") || runtime.parameterSetName == "TextMeasure"
    properties = try PropertyArgument.parse(arg("Property"), of: self)
    for n in ["Sum", "Average", "Maximum", "Minimum", "StandardDeviation"] where flag(n) || flag("AllStats") {
      shows.insert(n)
    }
    wantsNumbers = shows.contains("Sum") || shows.contains("Average") || shows.contains("StandardDeviation")
    if properties.isEmpty { if isText { _ = text("") } else { _ = result("") } }
  }

  private func result(_ name: String) -> MeasureInfo {
    if let r = results.first(where: { Ordinal.equalsIgnoreCase($0.name, name) }) { return r.info }
    let isObject = !wantsNumbers && (shows.contains("Maximum") || shows.contains("Minimum"))
    let m = MeasureInfo(name.isEmpty ? nil : name, generic: !isObject)
    m.shows = shows
    results.append((name, m))
    return m
  }

  private func text(_ name: String) -> TextMeasureInfo {
    if let r = texts.first(where: { Ordinal.equalsIgnoreCase($0.name, name) }) { return r.info }
    let m = TextMeasureInfo()
    m.property = name.isEmpty ? nil : name
    if flag("Line") { m.lines = 0 }
    if flag("Word") { m.words = 0 }
    if flag("Character") { m.characters = 0 }
    texts.append((name, m))
    return m
  }

  override func process() throws {
    let input = arg("InputObject")
    if input.isNull { return }
    if properties.isEmpty { return try analyze(input, "") }
    for p in properties {
      if case .name = p.source {
        for n in p.names(on: input) {
          guard let v = (try? PropertyArgument.read(input, n)) ?? nil else { continue }
          try analyze(v, PropertyArgument.spelled(n, on: input))
        }
      } else if let v = try p.value(of: input), !v.isNull {
        try analyze(v, p.title())
      }
    }
  }

  private func analyze(_ v: Value, _ name: String) throws {
    if isText { return try count(v, text(name)) }
    let m = result(name)
    if wantsNumbers {
      guard let d = v.isNull ? 0 : MeasureObject.number(v) else {
        m.count += 1
        m.isBroken = true
        try writeError(
          error(
            "NonNumericInputObject", "Input object \"\(try Operations.toString(v))\" is not numeric.", .InvalidType,
            target: v, type: "System.Management.Automation.PSInvalidCastException"))
        return
      }
      m.add(d)
    }
    m.count += 1
    if shows.contains("Maximum") { m.maximum = pick(m.maximum, v, wantsGreater: true) }
    if shows.contains("Minimum") { m.minimum = pick(m.minimum, v, wantsGreater: false) }
  }

  /// The greater or lesser of two values; numbers win over their text.
  private func pick(_ old: Value, _ new: Value, wantsGreater: Bool) -> Value {
    let value: Value = wantsNumbers ? MeasureObject.number(new).map { .double($0) } ?? new : new
    if old.isNull { return value }
    let c = (try? Operations.compare(value, old, ignoreCase: true)) ?? SortOrder.compare(value, old, ignoreCase: true)
    return (wantsGreater ? c > 0 : c < 0) ? value : old
  }

  private static func number(_ v: Value) -> Double? {
    switch v.base {
    case .int(let i): return Double(i)
    case .long(let i): return Double(i)
    case .double(let d): return d
    default:
      guard let d = Operations.tryConvert(v, to: Types.double), case .double(let x) = d.base else { return nil }
      return x
    }
  }

  private func count(_ v: Value, _ m: TextMeasureInfo) throws {
    let s = try Operations.displayText(v)
    let units = Array(s.utf16)
    if flag("Character") {
      m.characters =
        (m.characters ?? 0) + (flag("IgnoreWhiteSpace") ? units.filter { !isWhite($0) }.count : units.count)
    }
    if flag("Word") {
      var inWord = false
      var n = 0
      for u in units {
        if isWhite(u) {
          inWord = false
        } else if !inWord {
          inWord = true
          n += 1
        }
      }
      m.words = (m.words ?? 0) + n
    }
    if flag("Line") {
      if !s.isEmpty { m.lines = (m.lines ?? 0) + s.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).count }
    }
  }

  private func isWhite(_ u: UInt16) -> Bool { u == 0x20 || (u >= 9 && u <= 13) || u == 0xA0 || u == 0x85 }

  override func end() throws {
    for t in texts { try write(.object(t.info)) }
    for r in results { try write(.object(r.info)) }
  }
}
