import Basics

/// A `PSCredential`.
public final class CredentialObject: Obj {
  public let userName: String
  public let password: SecureStringObject
  public init(_ userName: String, _ password: SecureStringObject) {
    self.userName = userName
    self.password = password
  }
  public override var typeInfo: TypeInfo { CredentialTypes.credential }
}

/// Credentials, secure strings, switches, references and other small classes of the language.
enum CredentialTypes {
  private static let space = "System.Management.Automation."
  static let credential = Types.named("System.Management.Automation.PSCredential")

  static func register() {
    Catalogue.register(space + "PSCredential") { t in
      t.new("(string userName, securestring password)") { a in
        if a.str(0).isEmpty {
          throw GuestError.exception(
            space + "PSArgumentException",
            "Cannot process argument because the value of argument \"userName\" is not valid. Change the value of the \"userName\" argument and run the operation again."
          )
        }
        guard let p = a.object(1, SecureStringObject.self) else { throw Throw.argumentNull("password") }
        return .object(CredentialObject(a.str(0), p))
      }
      t.prop("string UserName") { .text($0.asObject(CredentialObject.self)?.userName) }
      t.prop("securestring Password") { $0.asObject(CredentialObject.self).map { .object($0.password) } ?? .null }
      t.method("System.Net.NetworkCredential GetNetworkCredential()") { s, _ in
        guard let c = s.asObject(CredentialObject.self) else { return .null }
        return network(c.userName, c.password)
      }
      t.fixedProp("pscredential Empty") { .object(CredentialObject("", SecureStringObject(""))) }
    }
    Catalogue.register("System.Net.NetworkCredential") { t in
      t.new("()") { _ in network("", SecureStringObject("")) }
      t.new("(string userName, string password)") { a in network(a.str(0), SecureStringObject(a.str(1))) }
      t.new("(string userName, securestring password)") { a in
        network(a.str(0), a.object(1, SecureStringObject.self) ?? SecureStringObject(""))
      }
      t.new("(string userName, string password, string domain)") { a in
        let n = network(a.str(0), SecureStringObject(a.str(1)))
        n.asObject(PlainObject.self)?.fields["Domain"] = a[2]
        return n
      }
      t.field("string UserName")
      t.field("string Password")
      t.field("string Domain")
      t.prop("securestring SecurePassword") { s in
        .object(SecureStringObject(s.asObject(PlainObject.self)?.fields["Password"]?.str ?? ""))
      }
    }
    secureStrings()
    references()
    semantic()
  }

  /// The clear form of a credential; `DOMAIN\user` is taken apart.
  private static func network(_ user: String, _ password: SecureStringObject) -> Value {
    var name = user
    var domain = ""
    if let slash = user.firstIndex(of: "\\") {
      domain = String(user[..<slash])
      name = String(user[user.index(after: slash)...])
    }
    return .object(
      PlainObject(
        Types.named("System.Net.NetworkCredential"),
        ["UserName": .string(name), "Password": .string(password.plainText), "Domain": .string(domain)]))
  }

  private static func secureStrings() {
    func me(_ v: Value) throws -> SecureStringObject {
      guard let s = v.asObject(SecureStringObject.self) else { throw Throw.nullReference() }
      return s
    }
    func open(_ v: Value) throws -> SecureStringObject {
      let s = try me(v)
      if s.isReadOnly { throw Throw.invalid("Instance is read-only.") }
      return s
    }
    Catalogue.register("System.Security.SecureString") { t in
      t.new("()") { _ in .object(SecureStringObject("")) }
      t.prop("int Length") { .int(try me($0).characters.count) }
      t.action("AppendChar(char c)") { s, a in try open(s).characters.append(a.char(0)) }
      t.action("InsertAt(int index, char c)") { s, a in
        let m = try open(s)
        guard a.int(0) >= 0, a.int(0) <= m.characters.count else { throw Throw.index() }
        m.characters.insert(a.char(1), at: a.int(0))
      }
      t.action("RemoveAt(int index)") { s, a in
        let m = try open(s)
        guard m.characters.indices.contains(a.int(0)) else { throw Throw.index() }
        m.characters.remove(at: a.int(0))
      }
      t.action("Clear()") { s, _ in try open(s).characters = [] }
      t.action("Dispose()") { _, _ in }
      t.action("MakeReadOnly()") { s, _ in try me(s).isReadOnly = true }
      t.method("bool IsReadOnly()") { s, _ in .bool(try me(s).isReadOnly) }
      t.method("securestring Copy()") { s, _ in .object(SecureStringObject(try me(s).plainText)) }
    }
  }

  private static func references() {
    Catalogue.register(space + "PSReference") { t in
      t.new("(object value)") { a in .object(PSReference(a[0])) }
      t.prop("object Value", { try $0.asObject(PSReference.self)?.get() ?? .null }) { s, v in
        try s.asObject(PSReference.self)?.set(v)
      }
    }
    Catalogue.register(space + "SwitchParameter") { t in
      t.new("(bool isPresent)") { a in .switchParameter(a.bool(0)) }
      t.fixedProp("switch Present") { .switchParameter(true) }
      t.prop("bool IsPresent") { .bool($0.asObject(SwitchObject.self)?.isPresent ?? false) }
      t.method("bool ToBool()") { s, _ in .bool(s.asObject(SwitchObject.self)?.isPresent ?? false) }
      t.method("string ToString()") { s, _ in .text(try s.object?.text()) }
      t.method("bool Equals(object obj)") { s, a in .bool(s.base.object?.isEqual(a[0]) ?? false) }
    }
    Catalogue.register(space + "LanguagePrimitives") { t in
      t.fixed("object ConvertTo(object valueToConvert, type resultType)") { a in
        try Conversions.convert(a[0], to: a.object(1, TypeObject.self)?.type ?? Types.object)
      }
      t.fixed("bool TryConvertTo(object valueToConvert, type resultType, ref object result)") { a in
        let v = try? Conversions.convert(a[0], to: a.object(1, TypeObject.self)?.type ?? Types.object)
        try a.object(2, PSReference.self)?.set(v ?? .null)
        return .bool(v != nil)
      }
      t.fixed("bool IsTrue(object obj)") { a in .bool(Operations.isTrue(a[0])) }
      t.fixed("bool IsNull(object obj)") { a in .bool(a[0].isNull) }
      t.fixed("bool Equals(object first, object second)") { a in
        .bool(Operations.equals(a[0], a[1], ignoreCase: false))
      }
      t.fixed("bool Equals(object first, object second, bool ignoreCase)") { a in
        .bool(Operations.equals(a[0], a[1], ignoreCase: a.bool(2)))
      }
      t.fixed("int Compare(object first, object second)") { a in
        .int(try Operations.compare(a[0], a[1], ignoreCase: false).signum())
      }
      t.fixed("int Compare(object first, object second, bool ignoreCase)") { a in
        .int(try Operations.compare(a[0], a[1], ignoreCase: a.bool(2)).signum())
      }
      t.fixed("System.Collections.IEnumerable GetEnumerable(object obj)") { a in
        guard let items = try Operations.elements(a[0]) else { return .null }
        return .array(items)
      }
      t.fixed("string ConvertTypeNameToPSTypeName(string typeName)") { a in
        .string(Types.find(a.str(0)).map { "[" + TypeResolver.displayName($0) + "]" } ?? "[" + a.str(0) + "]")
      }
    }
    Catalogue.register("Microsoft.PowerShell.ToStringCodeMethods") { t in
      t.fixed("string Type(psobject instance)") { a in
        .string(a.object(0, TypeObject.self).map { TypeResolver.displayName($0.type) } ?? "")
      }
    }
    Catalogue.register(space + "WildcardPattern", wildcard)
  }

  private static func wildcard(_ t: TypeBuilder) {
    func make(_ pattern: String, _ options: Int64) throws -> Value {
      .object(try WildcardObject(pattern, ignoreCase: options & 2 != 0))
    }
    let options = "System.Management.Automation.WildcardOptions options"
    t.new("(string pattern)") { a in try make(a.requireStr(0, "pattern"), 0) }
    t.new("(string pattern, \(options))") { a in try make(a.requireStr(0, "pattern"), a.raw(1)) }
    t.fixed("WildcardPattern Get(string pattern, \(options))") { a in try make(a.requireStr(0, "pattern"), a.raw(1)) }
    t.method("bool IsMatch(string input)") { s, a in
      .bool(s.asObject(WildcardObject.self)?.pattern.matches(a.str(0)) ?? false)
    }
    t.method("string ToWql()") { s, _ in .string(s.asObject(WildcardObject.self)?.wql ?? "") }
    t.fixed("bool ContainsWildcardCharacters(string pattern)") { a in .bool(Wildcard.containsWildcards(a.str(0))) }
    t.fixed("string Escape(string pattern)") { a in .string(Wildcard.escape(try a.requireStr(0, "pattern"))) }
    t.fixed("string Unescape(string pattern)") { a in .string(Wildcard.unescape(try a.requireStr(0, "pattern"))) }
  }

  private static func semantic() {
    Catalogue.register(space + "SemanticVersion") { t in
      func me(_ v: Value) throws -> SemanticVersionObject {
        guard let s = v.asObject(SemanticVersionObject.self) else { throw Throw.nullReference() }
        return s
      }
      t.prop("int Major") { .int(try me($0).major) }
      t.prop("int Minor") { .int(try me($0).minor) }
      t.prop("int Patch") { .int(try me($0).patch) }
      t.prop("string PreReleaseLabel") { .text(try me($0).preRelease) }
      t.prop("string BuildLabel") { .text(try me($0).build) }
      t.new("(string version)") { a in .object(try SemanticVersionObject.parse(try a.requireStr(0, "version"))) }
      for n in 1...3 {
        let list = ["int major", "int minor", "int patch"].prefix(n).joined(separator: ", ")
        t.new("(\(list))") { a in .object(SemanticVersionObject(Int32(a.int(0)), Int32(a.int(1)), Int32(a.int(2)))) }
      }
      t.new("(int major, int minor, int patch, string label)") { a in
        .object(SemanticVersionObject(Int32(a.int(0)), Int32(a.int(1)), Int32(a.int(2)), preRelease: a.strOrNil(3)))
      }
      t.new("(int major, int minor, int patch, string preReleaseLabel, string buildLabel)") { a in
        .object(
          SemanticVersionObject(
            Int32(a.int(0)), Int32(a.int(1)), Int32(a.int(2)), preRelease: a.strOrNil(3), build: a.strOrNil(4)))
      }
      t.new("(version version)") { a in
        guard let v = a.object(0, VersionObject.self) else { throw Throw.argumentNull("version") }
        return .object(SemanticVersionObject(v.major, v.minor, max(0, v.build)))
      }
      t.fixed("semver Parse(string version)") { a in
        .object(try SemanticVersionObject.parse(try a.requireStr(0, "version")))
      }
      t.fixed("bool TryParse(string version, ref semver result)") { a in
        let v = SemanticVersionObject.tryParse(a.str(0))
        try a.object(1, PSReference.self)?.set(v.map { .object($0) } ?? .null)
        return .bool(v != nil)
      }
      t.method("int CompareTo(object version)") { s, a in
        guard let o = a.object(0, SemanticVersionObject.self) else { return .int(1) }
        return .int(try me(s).compare(o))
      }
      t.method("bool Equals(object obj)") { s, a in .bool(try me(s).isEqual(a[0])) }
      t.method("string ToString()") { s, _ in .string(try me(s).description) }
    }
  }
}

/// A `[wildcardpattern]`.
public final class WildcardObject: Obj {
  public let patternText: String
  public let pattern: Wildcard
  public init(_ text: String, ignoreCase: Bool) throws {
    patternText = text
    pattern = try WildcardObject.compile(text, ignoreCase: ignoreCase)
  }
  /// A compiled pattern, or PowerShell's error for a malformed one.
  public static func compile(_ text: String, ignoreCase: Bool) throws -> Wildcard {
    do {
      return try Wildcard(text, ignoreCase: ignoreCase)
    } catch {
      throw GuestError.runtime(
        "RuntimeException", "The specified wildcard character pattern is not valid: \(text)", .NotSpecified,
        type: "System.Management.Automation.WildcardPatternException")
    }
  }
  public override var typeInfo: TypeInfo { Types.named("System.Management.Automation.WildcardPattern") }
  /// The pattern in WQL: `%` and `_`.
  public var wql: String {
    var out = ""
    for c in patternText {
      switch c {
      case "*": out += "%"
      case "?": out += "_"
      case "%": out += "[%]"
      case "_": out += "[_]"
      default: out.append(c)
      }
    }
    return out
  }
}
