import Basics

extension Operations {
  /// Conversions to the value classes of this room; nil for other types.
  static func toValueClass(_ v: Value, _ type: TypeInfo) throws -> Value? {
    switch type {
    case Types.dateTime: return try toDateTime(v)
    case Types.timeSpan: return try toTimeSpan(v)
    case Types.guid: return try toGuid(v)
    case Types.version: return try toVersion(v)
    case Types.regex: return try toRegex(v)
    case Types.dateTimeOffset: return try toDateTimeOffset(v)
    case Types.semanticVersion: return try toSemanticVersion(v)
    case Types.uri:
      guard let s = parseText(v) else { return nil }
      return .object(UriObject.relativeOrAbsolute(s))
    case Types.cultureInfo:
      if case .int(let n) = v, let c = CultureObject.numbered(n) { return .object(c) }
      guard let s = v.stringOrNil else { return nil }
      if let c = CultureObject.named(s) { return .object(c) }
      throw invalidCast(
        "InvalidCastConstructorException", v, type, "System.Globalization.CultureNotFoundException",
        "Culture is not supported. (Parameter 'name')\n\(s) is an invalid culture identifier.")
    case Types.hashtable:
      // A number is no capacity here.
      if Numeric(v) != nil { throw finalInvalidCast(v, type) }
      guard let d = v.asObject(PSDictionary.self) else { return nil }
      let h = PSDictionary(Types.hashtable, ignoreCase: true)
      for (k, value) in zip(d.keys, d.values) { h.set(k, value) }
      return .object(h)
    default: return try toList(v, type)
    }
  }

  /// The text a static `Parse` would be given: strings, and numbers in their invariant spelling.
  private static func parseText(_ v: Value) -> String? {
    if let s = v.stringOrNil { return s }
    if case .char(let c) = v { return String(utf16: c) }
    return Numeric(v) != nil ? errorText(v) : nil
  }

  private static func parsed(
    _ v: Value, _ type: TypeInfo, _ id: String, _ body: (String) throws -> Obj
  ) throws -> Value? {
    guard let s = parseText(v) else { return nil }
    do {
      return .object(try body(s))
    } catch let e as GuestError {
      throw invalidCast(id, v, type, e)
    }
  }

  private static let withProvider = "InvalidCastParseTargetInvocationWithFormatProvider"

  private static func toDateTime(_ v: Value) throws -> Value? {
    if let ticks = ticks(v) {
      guard (0...DateTimeObject.maxTicks).contains(ticks) else {
        throw invalidCast(
          "InvalidCastConstructorException", v, Types.dateTime, "System.ArgumentOutOfRangeException",
          "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks. (Parameter 'ticks')")
      }
      return .dateTime(ticks: ticks)
    }
    return try parsed(v, Types.dateTime, withProvider) { try DateParser.parse($0) }
  }

  /// The value of an integer, which the date classes take as ticks.
  private static func ticks(_ v: Value) -> Int64? {
    switch v {
    case .int(let i): return Int64(i)
    case .long(let i): return i
    case .scalar(let k, _) where k != .single && k != .uint64:
      return Numeric(v)?.asInt128.flatMap { Int64(exactly: $0) }
    default: return nil
    }
  }

  private static func toTimeSpan(_ v: Value) throws -> Value? {
    if let t = ticks(v) { return .timeSpan(ticks: t) }
    if v.asObject(DateTimeObject.self) != nil {
      throw invalidCast(
        "InvalidCastIConvertible", v, Types.timeSpan, "System.InvalidCastException",
        "Invalid cast from 'System.DateTime' to 'System.TimeSpan'.")
    }
    return try parsed(v, Types.timeSpan, withProvider) { TimeSpanObject(try TimeSpanParser.parse($0)) }
  }

  private static func toDateTimeOffset(_ v: Value) throws -> Value? {
    if let d = v.asObject(DateTimeObject.self) { return .object(DateTimeOffsetObject(d)) }
    return try parsed(v, Types.dateTimeOffset, withProvider) { try DateParser.parseOffset($0) }
  }

  private static func toGuid(_ v: Value) throws -> Value? {
    if let a = v.asObject(PSArray.self), a.elementType === Types.byte {
      let b = bytes(of: a)
      if b.count == 16 { return .object(GuidObject(mixed: b)) }
      throw invalidCast(
        "InvalidCastConstructorException", v, Types.guid, "System.ArgumentException",
        "Byte array for Guid must be exactly 16 bytes long. (Parameter 'b')")
    }
    return try parsed(v, Types.guid, withProvider) { try GuidObject.parsed($0) }
  }

  private static func toVersion(_ v: Value) throws -> Value? {
    if let s = v.asObject(SemanticVersionObject.self) { return .object(s.version) }
    return try parsed(v, Types.version, "InvalidCastParseTargetInvocation") { try VersionObject.parse($0) }
  }

  private static func toSemanticVersion(_ v: Value) throws -> Value? {
    if let o = v.asObject(VersionObject.self) {
      if o.revision > 0 || o.build < 0 && false {
        throw invalidCast(
          "InvalidCastConstructorException", v, Types.semanticVersion, "System.ArgumentException",
          "Cannot convert version \(o.description) to a semantic version because it has a revision.")
      }
      return .object(SemanticVersionObject(o.major, o.minor, max(0, o.build)))
    }
    return try parsed(v, Types.semanticVersion, "InvalidCastParseTargetInvocation") {
      try SemanticVersionObject.parse($0)
    }
  }

  private static func toRegex(_ v: Value) throws -> Value? {
    guard let s = v.stringOrNil else { return nil }
    do {
      return .object(try RegexObject.make(s, []))
    } catch let e as GuestError {
      throw invalidCast("InvalidCastFromStringToRegex", v, Types.regex, e)
    }
  }

  // MARK: Every other type

  static func toOther(_ v: Value, _ type: TypeInfo) throws -> Value {
    let b = v.base
    if let d = try Bridges.delegate(b, type) { return d }
    if type.fullName == "System.Xml.XmlDocument", let lines = try elements(b) {
      return try toXml(try lines.map { try toString($0) }.joined(separator: "\n"), type)
    }
    if case .string(let s) = b {
      if type.fullName == "System.Xml.XmlDocument" { return try toXml(s, type) }
      do {
        if let r = try Bridges.parse(type, s) { return r }
      } catch let e as GuestError {
        let id = Bridges.parseTakesProvider(type) ? withProvider : "InvalidCastParseTargetInvocation"
        throw invalidCast(id, v, type, unwrapped(e))
      }
    }
    if let r = try Bridges.sequence(v, type) { return r }
    do {
      if let r = try Bridges.construct(type, v) { return r }
    } catch let e as GuestError {
      throw invalidCast("InvalidCastConstructorException", v, type, unwrapped(e))
    }
    do {
      if let r = try Bridges.conversionOperator(b, type) { return r }
    } catch let e as GuestError {
      throw invalidCast("InvalidCastTargetInvocationExceptionop_Explicit", v, type, unwrapped(e))
    }
    if let r = try fromProperties(v, type) { return r }
    throw finalInvalidCast(v, type)
  }

  private static func toXml(_ s: String, _ type: TypeInfo) throws -> Value {
    do {
      if let r = try Bridges.xmlDocument(s, type) { return r }
    } catch let e as GuestError {
      throw invalidCast("InvalidCastToXmlDocument", .string(s), type, unwrapped(e))
    }
    throw finalInvalidCast(.string(s), type)
  }

  /// The exception inside of a method call's wrapper.
  private static func unwrapped(_ e: GuestError) -> GuestError {
    guard e.record.exception.type.name == "MethodInvocationException", let inner = e.record.exception.inner else {
      return e
    }
    return GuestError(ErrorRecord(inner, id: inner.type.name, category: .NotSpecified))
  }

  /// A new object whose properties come from a dictionary or a custom object; nil if neither was given.
  private static func fromProperties(_ v: Value, _ type: TypeInfo) throws -> Value? {
    var pairs: [(String, Value)] = []
    if let d = v.asObject(PSDictionary.self) {
      for (k, value) in zip(d.keys, d.values) { pairs.append((try toString(k), value)) }
    } else if let c = v.asObject(PSCustomObject.self) {
      for m in c.extended?.all ?? [] where m.kind == .note { pairs.append((m.name, m.value)) }
    } else {
      return nil
    }
    guard let made = try Bridges.construct(type) else { return nil }
    for (name, value) in pairs {
      let known = Bridges.settableProperties(made)
      guard known.contains(where: { Ordinal.equalsIgnoreCase($0.name, name) }) else {
        let list = known.map { "[\($0.name) <\($0.type.map(dotNetName) ?? "System.Object")>]" }.joined(separator: ", ")
        throw objectCreation(
          type,
          "The property '\(name)' was not found for the '\(dotNetName(type))' object. The settable properties are: "
            + "\(list).", nil)
      }
      do {
        try Bridges.set(made, name, value)
      } catch let e as GuestError {
        throw objectCreation(type, e.record.exception.message, e.record.exception)
      }
    }
    return made
  }

  private static func objectCreation(_ type: TypeInfo, _ why: String, _ inner: ExceptionObject?) -> GuestError {
    GuestError.invalidCast(
      "ObjectCreationError", "Cannot create object of type \"\(dotNetName(type))\". \(why)", inner: inner)
  }
}
