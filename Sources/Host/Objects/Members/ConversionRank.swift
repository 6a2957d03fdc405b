import Basics

/// How good a conversion from one type to another is, as overload resolution weighs it: more is better.
///
/// Only types count, never values: `'x'` ranks as any string does, and fails when it is converted.
struct ConversionRank: Comparable {
  let weight: Int
  private init(_ weight: Int) { self.weight = weight }

  static let none = ConversionRank(0)
  static let unrelatedArrays = ConversionRank(4)
  static let toString = ConversionRank(8)
  static let custom = ConversionRank(12)
  static let convertible = ConversionRank(16)
  static let implicitCast = ConversionRank(20)
  static let explicitCast = ConversionRank(24)
  static let constructor = ConversionRank(28)
  static let parse = ConversionRank(32)
  static let psObject = ConversionRank(36)
  static let language = ConversionRank(40)
  static let nullToValue = ConversionRank(44)
  static let nullToReference = ConversionRank(48)
  static let numericExplicit = ConversionRank(52)
  static let numericExplicitBetter = ConversionRank(56)
  static let numericString = ConversionRank(60)
  static let numericImplicit = ConversionRank(64)
  static let assignable = ConversionRank(68)
  static let stringToCharArray = ConversionRank(71)
  static let identity = ConversionRank(72)

  static func < (a: ConversionRank, b: ConversionRank) -> Bool { a.weight < b.weight }

  /// The rank of making a one-element array of the result.
  var toArray: ConversionRank { weight == 0 ? self : ConversionRank(weight - 2) }

  /// The rank of an argument for a parameter type.
  static func of(_ argument: Value, to target: TypeInfo) -> ConversionRank {
    guard let from = argument.typeInfo else {
      if target.isValueType && target.genericDefinition !== Nullables.definition { return nullToValue }
      return nullToReference
    }
    return of(from, to: target)
  }

  /// The rank of one type for another.
  static func of(_ from: TypeInfo, to target: TypeInfo) -> ConversionRank {
    if from === target { return identity }
    if let inner = Nullables.underlying(target) {
      return of(from, to: inner) == none ? none : inner === from ? assignable : of(from, to: inner)
    }
    if from.isAssignable(to: target) { return assignable }
    if let f = Numbers.position(from), let t = Numbers.position(target) { return Numbers.rank(f, t) }
    if target === Types.string { return Numbers.position(from) != nil ? numericString : toString }
    if target === Types.bool { return language }
    if target === Types.psObject { return psObject }
    if let element = target.elementType { return toArrayRank(from, target, element) }
    if from === Types.string { return fromString(target) }
    if Delegates.isDelegate(target) {
      if from === Types.scriptBlock || from.fullName.hasPrefix(psMethodName) { return language }
      return Delegates.isDelegate(from) && Delegates.arity(of: from) == Delegates.arity(of: target)
        ? explicitCast : none
    }
    if target.isEnum { return Numbers.position(from) != nil ? language : none }
    if from.isEnum && Numbers.position(target) != nil { return numericExplicit }
    if target === Types.char { return Numbers.isInteger(from) ? numericString : none }
    if from === Types.char { return Numbers.isInteger(target) ? convertible : none }
    if from === Types.bool && Numbers.position(target) != nil { return convertible }
    return other(from, target)
  }

  private static let psMethodName = "System.Management.Automation.PSMethod"

  private static func toArrayRank(_ from: TypeInfo, _ target: TypeInfo, _ element: TypeInfo) -> ConversionRank {
    if from === Types.string && element === Types.char { return stringToCharArray }
    if from.isArray || from.isAssignable(to: CommonTypes.enumerable) && from !== Types.string {
      return unrelatedArrays
    }
    return of(from, to: element).toArray
  }

  private static func fromString(_ target: TypeInfo) -> ConversionRank {
    if Numbers.position(target) != nil { return numericString }
    if target.isEnum { return language }
    if target === Types.char { return convertible }
    switch target.fullName {
    case "System.Type", "System.RuntimeType", "System.Text.RegularExpressions.Regex", "System.Uri": return language
    case "System.DateTime", "System.TimeSpan", "System.Guid", "System.Version", "System.Net.IPAddress",
      "System.Numerics.BigInteger", "System.DateTimeOffset", "System.Management.Automation.SemanticVersion",
      "System.DateOnly", "System.TimeOnly", "System.Half":
      return parse
    default: break
    }
    return hasConstructor(target, from: Types.string) ? constructor : none
  }

  private static func other(_ from: TypeInfo, _ target: TypeInfo) -> ConversionRank {
    if from === Types.switchParameter { return Numbers.position(target) != nil ? implicitCast : none }
    if target === Types.dateTime { return Numbers.position(from) != nil ? constructor : explicitDate(from) }
    if target.fullName == "System.DateTimeOffset" { return from === Types.dateTime ? implicitCast : none }
    if target === Types.timeSpan { return Numbers.isInteger(from) ? constructor : none }
    if target.isInterface || target.isAbstract { return none }
    if from.isAssignable(to: CommonTypes.dictionary) || from === Types.psCustomObject {
      return hasConstructor(target, from: from) || hasDefaultConstructor(target) ? constructor : none
    }
    if from.isAssignable(to: CommonTypes.enumerable), hasConstructor(target, from: from) { return constructor }
    return hasConstructor(target, from: from) ? constructor : none
  }

  private static func explicitDate(_ from: TypeInfo) -> ConversionRank {
    from.fullName == "System.DateTimeOffset" || from.fullName == "System.DateOnly" ? explicitCast : none
  }

  private static func hasConstructor(_ target: TypeInfo, from: TypeInfo) -> Bool {
    guard let m = target.staticMembers[CommonSymbols.new] else { return false }
    for o in m.overloads where o.parameters.count == 1 && !o.isVariadic {
      let t = o.parameters[0].type
      if from === t || (t !== Types.object && from.isAssignable(to: t)) { return true }
      if from.isAssignable(to: CommonTypes.enumerable), t.isAssignable(to: CommonTypes.enumerable), t !== Types.string {
        return true
      }
    }
    return false
  }

  private static func hasDefaultConstructor(_ target: TypeInfo) -> Bool {
    guard let m = target.staticMembers[CommonSymbols.new] else { return false }
    return m.overloads.contains { $0.parameters.isEmpty }
  }
}

/// Names looked up often.
enum CommonSymbols {
  static let new = Symbol("new")
  static let count = Symbol("Count")
  static let length = Symbol("Length")
  static let psobject = Symbol("psobject")
  static let psbase = Symbol("psbase")
  static let psadapted = Symbol("psadapted")
  static let psextended = Symbol("psextended")
  static let pstypenames = Symbol("pstypenames")
  static let whereMethod = Symbol("Where")
  static let forEach = Symbol("ForEach")
  static let toString = Symbol("ToString")
  static let getType = Symbol("GetType")
}

/// Types looked up often that have no constant in `Types`.
enum CommonTypes {
  static let enumerable = Types.named("System.Collections.IEnumerable")
  static let dictionary = Types.named("System.Collections.IDictionary")
  static let list = Types.named("System.Collections.IList")
  static let collection = Types.named("System.Collections.ICollection")
  static let genericList = Types.named("System.Collections.Generic.List`1")
  static let genericDictionary = Types.named("System.Collections.Generic.Dictionary`2")
  static let delegate = Types.named("System.Delegate")
  static let genericCollection = Types.named("System.Collections.ObjectModel.Collection`1")
}

/// `Nullable[T]` reads and converts as `T` or null.
enum Nullables {
  static let definition = Types.named("System.Nullable`1")
  /// The `T` of a `Nullable[T]`.
  static func underlying(_ t: TypeInfo) -> TypeInfo? {
    t.genericDefinition === definition ? t.genericArguments.first : nil
  }
}

/// The numeric types in order of width, with what is known of each pair.
enum Numbers {
  /// sbyte, byte, short, ushort, int, uint, long, ulong, decimal, double, single: 0…10.
  static func position(_ t: TypeInfo) -> Int? {
    if t === Types.int32 { return 4 }
    if t === Types.double { return 9 }
    if t === Types.int64 { return 6 }
    for (i, u) in ordered.enumerated() where u === t { return i }
    return nil
  }
  private static let ordered: [TypeInfo] = [
    Types.sbyte, Types.byte, Types.int16, Types.uint16, Types.int32, Types.uint32, Types.int64, Types.uint64,
    Types.decimal, Types.double, Types.single, Types.bigInteger,
  ]

  static func isInteger(_ t: TypeInfo) -> Bool { (position(t) ?? 99) < 8 || t === Types.bigInteger }

  static func rank(_ from: Int, _ to: Int) -> ConversionRank {
    if widens(from, to) { return .numericImplicit }
    // Between decimal and the binary fractions the way from decimal is the preferred one.
    if from == 8 && (to == 9 || to == 10) { return .numericExplicitBetter }
    return .numericExplicit
  }

  private static func widens(_ from: Int, _ to: Int) -> Bool {
    if from == to { return true }
    if to == 11 { return from < 8 }
    if from == 11 { return false }
    if from >= 8 { return from == 10 && to == 9 }
    if to >= 8 { return true }
    let fromUnsigned = from & 1 == 1
    let toUnsigned = to & 1 == 1
    let fromWidth = from >> 1
    let toWidth = to >> 1
    if fromUnsigned == toUnsigned { return toWidth > fromWidth }
    return fromUnsigned && toWidth > fromWidth
  }
}
