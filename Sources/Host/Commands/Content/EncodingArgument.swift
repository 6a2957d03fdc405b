import Engine
import Formatting
import Objects
import Serialization

/// Parameters whose values the commands read themselves.
enum EncodingArgument {
  /// Lets a parameter take any value; names of encodings are checked where they are bound.
  static func loosen(_ p: ParameterMetadata) {
    let isEncoding = p.name == "Encoding"
    if p.name == "NotePropertyName" { return p.attributes.append(.transform(MemberTypeNames.refuse)) }
    if p.name == "Version" { return p.attributes.append(.transform(StrictVersion.named)) }
    p.typeNameOverride = p.typeNameOverride ?? p.type.fullName
    p.type = Types.object
    guard isEncoding else { return }
    p.attributes.append(
      .transform { v in
        if TextEncoding.of(v) != nil { return v }
        throw GuestError.exception(
          "System.ArgumentException", "'\((try? Operations.toString(v)) ?? "")' is not a supported encoding name.")
      })
  }
}

/// The first argument of Add-Member is a kind of member before it is the name of a note.
enum MemberTypeNames {
  private static let names: Set<String> = [
    "aliasproperty", "codeproperty", "property", "noteproperty", "scriptproperty", "properties", "propertyset",
    "method", "codemethod", "scriptmethod", "methods", "parameterizedproperty", "memberset", "event", "dynamic",
    "inferredproperty", "all",
  ]

  static func refuse(_ v: Value) throws -> Value {
    guard let s = v.stringOrNil, names.contains(s.lowercased()) else { return v }
    let e = GuestError.exception(
      "System.Management.Automation.ValidationMetadataException",
      "The parameter cannot be processed because the parameter name '\(s)' is ambiguous.")
    e.record.exception.fields["SwallowException"] = .bool(true)
    throw e
  }
}

/// `-Version Latest` of Set-StrictMode.
enum StrictVersion {
  static func named(_ v: Value) throws -> Value {
    guard let s = v.stringOrNil, s.lowercased() == "latest" else { return v }
    return .object(try VersionObject.parse("3.0"))
  }
}

/// Objects as lines of text for the standard input of a program.
final class LineSink: ClosableSink {
  private var formatter: FormatterBox?
  init(_ runspace: Runspace, _ line: @escaping (String) throws -> Void) {
    super.init()
    formatter = FormatterBox(runspace, line)
  }
  override func write(_ value: Value) throws { try formatter?.formatter.write(value) }
  override func close() throws { try formatter?.formatter.finish() }
}
