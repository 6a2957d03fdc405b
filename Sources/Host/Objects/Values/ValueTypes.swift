import Basics

extension Types {
  /// The registered type of that name, or a new one of the given shape.
  private static func known(_ name: String, kind: TypeKind = .classType, base: TypeInfo? = nil) -> TypeInfo {
    if let t = find(name) { return t }
    let t = TypeInfo(name, base: base ?? (kind == .structType ? valueType : object), kind: kind)
    add(t)
    return t
  }

  public static let numberFormatInfo = known("System.Globalization.NumberFormatInfo")
  public static let dateTimeFormatInfo = known("System.Globalization.DateTimeFormatInfo")
  public static let cultureInfo = known("System.Globalization.CultureInfo")
  public static let dateTimeOffset = known("System.DateTimeOffset", kind: .structType)
  public static let semanticVersion = known("System.Management.Automation.SemanticVersion")
  public static let uri = known("System.Uri")
  public static let dbNull = known("System.DBNull")
  public static let secureString = known("System.Security.SecureString")
  public static let capture = known("System.Text.RegularExpressions.Capture")
  public static let group = known("System.Text.RegularExpressions.Group", base: capture)
  public static let match = known("System.Text.RegularExpressions.Match", base: group)
  public static let nullable = known("System.Nullable`1", kind: .structType)
}

/// `[DBNull]::Value`.
public final class DBNullObject: Obj {
  /// The only instance.
  nonisolated(unsafe) public static let value = DBNullObject()
  public override var typeInfo: TypeInfo { Types.dbNull }
  public override func text() throws -> String? { "" }
}

/// A `[switch]` value.
public final class SwitchObject: Obj {
  public let isPresent: Bool
  public init(_ isPresent: Bool) { self.isPresent = isPresent }
  public override var typeInfo: TypeInfo { Types.switchParameter }
  public override func text() throws -> String? { isPresent ? "True" : "False" }
  public override func isEqual(_ other: Value) -> Bool {
    if case .bool(let b) = other.base { return b == isPresent }
    return other.asObject(SwitchObject.self)?.isPresent == isPresent
  }
  public override func hashInto(_ hasher: inout Hasher) { hasher.combine(isPresent) }
}

extension Value {
  /// A `[switch]`.
  public static func switchParameter(_ b: Bool) -> Value { .object(SwitchObject(b)) }
}

/// A secure string: held as plain text, which is what .NET does on Linux in effect.
public final class SecureStringObject: Obj {
  public var characters: [UInt16]
  public var isReadOnly = false
  public init(_ text: String) { characters = Array(text.utf16) }
  /// The text inside.
  public var plainText: String { String(decoding: characters, as: UTF16.self) }
  public override var typeInfo: TypeInfo { Types.secureString }
}
