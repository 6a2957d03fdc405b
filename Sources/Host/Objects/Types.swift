import Basics

/// The well-known types, and the registry that finds every other by name.
///
/// The catalogue of families (strings, numbers, collections, time, ...) registers a creator per full
/// name; a type is made the first time it is named.
public enum Types {
  nonisolated(unsafe) static var byName: [CIString: TypeInfo] = [:]
  nonisolated(unsafe) static var creators: [CIString: (String) -> TypeInfo] = [:]
  nonisolated(unsafe) static var arrays: [ObjectIdentifier: [Int: TypeInfo]] = [:]

  public static let object = make("System.Object", base: nil)
  public static let valueType = make("System.ValueType")
  public static let enumBase = make("System.Enum", base: valueType)
  public static let arrayBase = make("System.Array")
  public static let void = make("System.Void", kind: .structType, base: valueType)
  public static let bool = make("System.Boolean", kind: .structType, base: valueType)
  public static let int32 = make("System.Int32", kind: .structType, base: valueType)
  public static let int64 = make("System.Int64", kind: .structType, base: valueType)
  public static let int16 = make("System.Int16", kind: .structType, base: valueType)
  public static let uint16 = make("System.UInt16", kind: .structType, base: valueType)
  public static let uint32 = make("System.UInt32", kind: .structType, base: valueType)
  public static let uint64 = make("System.UInt64", kind: .structType, base: valueType)
  public static let byte = make("System.Byte", kind: .structType, base: valueType)
  public static let sbyte = make("System.SByte", kind: .structType, base: valueType)
  public static let single = make("System.Single", kind: .structType, base: valueType)
  public static let double = make("System.Double", kind: .structType, base: valueType)
  public static let decimal = make("System.Decimal", kind: .structType, base: valueType)
  public static let bigInteger = make("System.Numerics.BigInteger", kind: .structType, base: valueType)
  public static let char = make("System.Char", kind: .structType, base: valueType)
  public static let string = make("System.String")
  public static let runtimeType = make("System.RuntimeType", base: type)
  public static let type = make(
    "System.Type", base: make("System.Reflection.TypeInfo", base: make("System.Reflection.MemberInfo")))
  public static let hashtable = make("System.Collections.Hashtable")
  public static let orderedDictionary = make("System.Collections.Specialized.OrderedDictionary")
  public static let dictionaryEntry = make("System.Collections.DictionaryEntry", kind: .structType, base: valueType)
  public static let arrayList = make("System.Collections.ArrayList")
  public static let psObject = make("System.Management.Automation.PSObject")
  public static let psCustomObject = make("System.Management.Automation.PSCustomObject")
  public static let psReference = make("System.Management.Automation.PSReference")
  public static let scriptBlock = make("System.Management.Automation.ScriptBlock")
  public static let switchParameter = make(
    "System.Management.Automation.SwitchParameter", kind: .structType, base: valueType)
  public static let errorRecord = make("System.Management.Automation.ErrorRecord")
  public static let exception = make("System.Exception")
  public static let dateTime = make("System.DateTime", kind: .structType, base: valueType)
  public static let timeSpan = make("System.TimeSpan", kind: .structType, base: valueType)
  public static let guid = make("System.Guid", kind: .structType, base: valueType)
  public static let version = make("System.Version")
  public static let regex = make("System.Text.RegularExpressions.Regex")

  /// Makes every well-known type, so that looking one up by name finds it.
  private static let areWellKnownMade: Bool = {
    let made: [TypeInfo] = [
      object, valueType, enumBase, arrayBase, void, bool, int32,
      int64, int16, uint16, uint32, uint64, byte, sbyte,
      single, double, decimal, bigInteger, char, string, runtimeType,
      type, hashtable, orderedDictionary, dictionaryEntry, arrayList, psObject, psCustomObject,
      psReference, scriptBlock, switchParameter, errorRecord, exception, dateTime, timeSpan,
      guid, version, regex,
    ]
    return made.count > 0
  }()

  private static func make(_ name: String, kind: TypeKind = .classType, base: TypeInfo? = nil) -> TypeInfo {
    let t = TypeInfo(name, base: name == "System.Object" ? nil : (base ?? object), kind: kind)
    byName[CIString(name)] = t
    return t
  }

  /// The type of a number that travels as raw bits.
  public static func scalar(_ kind: ScalarKind) -> TypeInfo {
    switch kind {
    case .byte: return byte
    case .sbyte: return sbyte
    case .int16: return int16
    case .uint16: return uint16
    case .uint32: return uint32
    case .uint64: return uint64
    case .single: return single
    }
  }

  /// The array type over an element type.
  public static func arrayType(of element: TypeInfo, rank: Int = 1) -> TypeInfo {
    let id = ObjectIdentifier(element)
    if let t = arrays[id]?[rank] { return t }
    let commas = String(repeating: ",", count: rank - 1)
    let t = TypeInfo(element.fullName + "[" + commas + "]", base: arrayBase)
    t.elementType = element
    t.arrayRank = rank
    arrays[id, default: [:]][rank] = t
    return t
  }

  /// Registers a creator for a full name; called by the catalogue's families.
  public static func register(_ fullName: String, _ create: @escaping (String) -> TypeInfo) {
    creators[CIString(fullName)] = create
  }

  /// Adds a finished type (script classes, enums).
  public static func add(_ type: TypeInfo) { byName[CIString(type.fullName)] = type }

  /// The type of exactly that full name, or nil; no accelerators, no `System.` prefix.
  public static func find(_ fullName: String) -> TypeInfo? {
    let key = CIString(fullName)
    guard areWellKnownMade else { return nil }
    if let t = byName[key] { return t }
    if let c = creators[key] {
      let t = c(fullName)
      byName[key] = t
      return t
    }
    if let t = Catalogue.make(fullName) {
      byName[key] = t
      return t
    }
    return nil
  }

  /// The type of that full name if it was already made.
  static func existing(_ fullName: String) -> TypeInfo? {
    guard areWellKnownMade else { return nil }
    return byName[CIString(fullName)]
  }

  /// The type of that name, made on the spot as an exception or plain class when the catalogue lacks it.
  ///
  /// For the host's own use: exception types named in messages always exist.
  public static func named(_ fullName: String) -> TypeInfo {
    if let t = find(fullName) { return t }
    let t = TypeInfo(fullName, base: fullName.hasSuffix("Exception") ? exception : object)
    byName[CIString(fullName)] = t
    return t
  }
}
