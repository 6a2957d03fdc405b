import Basics

extension Operations {
  // MARK: PowerShell's own conversion

  /// The string conversion of `"$x"`, `[string]` and `+`: invariant, arrays joined by `$OFS`.
  public static func toString(_ v: Value) throws -> String {
    switch v {
    case .string(let s): return s
    case .int(let i): return String(i)
    case .null, .nothing: return ""
    default: return try text(v, .invariant, nested: false)
    }
  }

  /// The same conversion in a given culture (`-join`, Write-Host, default output use the current one).
  public static func toString(_ v: Value, culture: CultureObject) throws -> String {
    try text(v, culture, nested: false)
  }

  /// `nested` elements of a list show their type instead of their own elements.
  private static func text(_ v: Value, _ culture: CultureObject, nested: Bool) throws -> String {
    switch v {
    case .null, .nothing: return ""
    case .string(let s): return s
    case .bool(let b): return b ? "True" : "False"
    case .int(let i): return String(i)
    case .long(let i): return String(i)
    case .char(let c): return String(utf16: c)
    case .double(let d): return doubleText(d, culture.numberFormat)
    case .scalar(let k, let bits): return scalarText(k, bits, culture.numberFormat)
    case .object(let o): return try text(of: o, culture, nested: nested)
    }
  }

  /// A double as PowerShell shows it: 15 significant digits.
  public static func doubleText(_ d: Double, _ nf: NumberFormatObject) -> String {
    if d.magnitude < 1e15, d == d.rounded(.towardZero), d != 0 { return wholeText(Int64(d), nf) }
    guard d.isFinite else {
      return d.isNaN ? nf.nanSymbol : (d < 0 ? nf.negativeInfinitySymbol : nf.positiveInfinitySymbol)
    }
    return NumberFormatter.general(NumberBuffer(fifteen: d), limit: 15, 0x47, nf)
  }
  private static func wholeText(_ i: Int64, _ nf: NumberFormatObject) -> String {
    i < 0 ? nf.negativeSign + String(i.magnitude) : String(i)
  }

  private static func scalarText(_ k: ScalarKind, _ bits: UInt64, _ nf: NumberFormatObject) -> String {
    switch k {
    case .byte, .uint16, .uint32, .uint64: return String(bits)
    case .sbyte: return String(Int8(truncatingIfNeeded: bits))
    case .int16: return String(Int16(truncatingIfNeeded: bits))
    case .single:
      let f = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
      guard f.isFinite else { return doubleText(Double(f), nf) }
      return NumberFormatter.general(NumberBuffer(exact: Double(f), significant: 7), limit: 7, 0x47, nf)
    }
  }

  private static func text(of o: Obj, _ culture: CultureObject, nested: Bool) throws -> String {
    if let s = try scriptedText(o) { return s }
    switch o {
    case let box as Boxed: return try text(box.base, culture, nested: nested)
    case let custom as PSCustomObject: return nested ? "" : try customText(custom, culture)
    case let t as TypeObject: return Bridges.typeDisplayName(t.type)
    case let d as DecimalObject where culture !== CultureObject.invariant:
      return try NumberFormatter.format(.decimal(d.value), nil, culture.numberFormat)
    case let d as DateTimeObject: return try DateFormatter.format(d, nil, culture)
    case let d as DateTimeOffsetObject: return try DateFormatter.format(d, nil, culture)
    case is PSDictionary: return try o.text() ?? dotNetName(o.typeInfo)
    case let e as DictEntry where e.type !== Types.dictionaryEntry:
      return "[" + (try text(e.key, culture, nested: true)) + ", " + (try text(e.value, culture, nested: true)) + "]"
    default: break
    }
    if !nested, let it = try listIterator(o) { return try joined(it, culture) }
    return try o.text() ?? dotNetName(o.typeInfo)
  }

  private static func listIterator(_ o: Obj) throws -> ValueIterator? {
    if let a = o as? PSArray { return ValueIterator(a.elements) }
    return try o.makeIterator()
  }

  private static func joined(_ it: ValueIterator, _ culture: CultureObject) throws -> String {
    let separator = try CurrentRunspace.invoker?.outputFieldSeparator() ?? " "
    var s = ""
    var first = true
    while let e = try it.next() {
      if !first { s += separator }
      first = false
      s += try text(e, culture, nested: true)
    }
    return s
  }

  /// `@{a=1; b=x}`.
  private static func customText(_ o: PSCustomObject, _ culture: CultureObject) throws -> String {
    var s = "@{"
    var first = true
    for m in o.extended?.all ?? [] where m.isProperty {
      if !first { s += "; " }
      first = false
      s += m.name + "="
      let v: Value
      switch m.kind {
      case .note: v = m.value
      default: v = (try? Bridges.member(.object(o), m.name)) ?? .null
      }
      s += try text(v, culture, nested: true)
    }
    return s + "}"
  }

  private static let toStringSymbol = Symbol("ToString")

  /// A ToString of the object itself or of its type data, run by the engine; nil if there is none.
  private static func scriptedText(_ o: Obj) throws -> String? {
    if let m = o.extended?[toStringSymbol], m.isMethod { return try callToString(m, o) }
    guard CurrentRunspace.invoker != nil, !(o is PSArray), let m = MemberAccess.find(.object(o), toStringSymbol) else {
      return nil
    }
    return m.kind == .scriptMethod || m.kind == .codeMethod ? try callToString(m, o) : nil
  }

  private static func callToString(_ m: Member, _ o: Obj) throws -> String? {
    if m.kind == .scriptMethod, case .object(let block) = m.definition, let invoker = CurrentRunspace.invoker {
      let out = try invoker.invoke(block, arguments: [], this: .object(o), underscore: nil)
      return out.isEmpty ? "" : try toString(out.count == 1 ? out[0] : .array(out))
    }
    guard let overload = m.overloads.first(where: { $0.parameters.isEmpty }) else { return nil }
    return try toString(overload.body(.object(o), []))
  }

  // MARK: ToString()

  /// What the value's `ToString()` method gives, in the current culture.
  public static func displayString(_ v: Value) throws -> String { try format(v, nil, CultureObject.current) }

  /// What `ToString(format, culture)` gives; throws FormatException for a bad format.
  public static func format(_ v: Value, _ spec: String?, _ culture: CultureObject) throws -> String {
    try format(v, spec, numbers: culture.numberFormat, dates: culture)
  }

  static func format(
    _ v: Value, _ spec: String?, numbers nf: NumberFormatObject, dates culture: CultureObject
  ) throws -> String {
    if let kind = formatKind(v) {
      if let spec, !spec.isEmpty { return try NumberFormatter.format(kind, spec, nf) }
      return try NumberFormatter.format(kind, nil, nf)
    }
    switch v {
    case .object(let o): return try format(object: o, spec, nf, culture)
    default: return try toString(v)
    }
  }

  /// A number by a format string with explicit number settings.
  public static func format(_ v: Value, _ spec: String?, numbers nf: NumberFormatObject) throws -> String {
    try format(v, spec, numbers: nf, dates: CultureObject.current)
  }

  private static func formatKind(_ v: Value) -> NumberFormatter.Kind? {
    switch v {
    case .int(let i): return .integer(magnitude: UInt64(i.magnitude), isNegative: i < 0, bits: 32)
    case .long(let i): return .integer(magnitude: i.magnitude, isNegative: i < 0, bits: 64)
    case .double(let d): return .double(d)
    case .scalar(let k, let bits):
      switch k {
      case .byte: return .integer(magnitude: bits, isNegative: false, bits: 8)
      case .uint16: return .integer(magnitude: bits, isNegative: false, bits: 16)
      case .uint32: return .integer(magnitude: bits, isNegative: false, bits: 32)
      case .uint64: return .integer(magnitude: bits, isNegative: false, bits: 64)
      case .sbyte:
        let i = Int8(truncatingIfNeeded: bits)
        return .integer(magnitude: UInt64(i.magnitude), isNegative: i < 0, bits: 8)
      case .int16:
        let i = Int16(truncatingIfNeeded: bits)
        return .integer(magnitude: UInt64(i.magnitude), isNegative: i < 0, bits: 16)
      case .single: return .single(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      }
    case .object(let o):
      if let d = o as? DecimalObject { return .decimal(d.value) }
      if let b = o as? BigIntegerObject { return .big(b.value) }
      return nil
    default: return nil
    }
  }

  private static func format(
    object o: Obj, _ spec: String?, _ nf: NumberFormatObject, _ culture: CultureObject
  ) throws -> String {
    switch o {
    case let box as Boxed: return try format(box.base, spec, numbers: nf, dates: culture)
    case let d as DateTimeObject: return try DateFormatter.format(d, spec, culture)
    case let d as DateTimeOffsetObject: return try DateFormatter.format(d, spec, culture)
    case let t as TimeSpanObject: return try TimeSpanFormat.format(t.ticks, spec, nf)
    case let g as GuidObject:
      guard let s = g.format(spec ?? "") else {
        throw GuestError.exception(
          "System.FormatException",
          "Format string can be only \"D\", \"d\", \"N\", \"n\", \"P\", \"p\", \"B\", \"b\", \"X\" or \"x\".")
      }
      return s
    case let e as EnumValue: return try format(enum: e, spec)
    default: break
    }
    if let spec, !spec.isEmpty, let s = try Bridges.formattable(o, spec, culture) { return s }
    if let s = try scriptedText(o) { return s }
    if o is PSCustomObject || o is DictEntry { return try toString(.object(o)) }
    return try o.text() ?? dotNetName(o.typeInfo)
  }

  private static func format(enum e: EnumValue, _ spec: String?) throws -> String {
    switch spec ?? "" {
    case "", "G", "g": return e.type.enumInfo?.text(of: e.raw) ?? String(e.raw)
    case "F", "f":
      guard let info = e.type.enumInfo else { return String(e.raw) }
      return EnumInfo(names: info.names, values: info.values, isFlags: true, underlying: info.underlying)
        .text(of: e.raw)
    case "D", "d": return try toString(enumNumber(e))
    case "X", "x":
      guard case .integer(_, _, let bits)? = formatKind(enumNumber(e)) else { return "" }
      return try format(enumNumber(e), "X\(bits / 4)", CultureObject.invariant)
    default:
      throw GuestError.exception(
        "System.FormatException",
        "Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".")
    }
  }
}
