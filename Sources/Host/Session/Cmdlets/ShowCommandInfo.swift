import Basics
import Engine
import Objects

/// The plain objects of `Get-Command -ShowCommandInfo` (rule 155).
enum ShowCommandInfo {
  static func object(_ c: CommandInfo) throws -> Value {
    let metadata = try CommandFacts.metadata(c)
    let sets = metadata.map { CommandParameterSet.all(of: $0) } ?? []
    return .object(
      PSCustomObject([
        ("Name", .string(c.name)), ("ModuleName", .string(c.moduleName)),
        ("Module", .object(PSCustomObject([("Name", .string(c.moduleName))]))),
        ("CommandType", Enumeration.value("CommandTypes", c.commandType.rawValue)),
        ("Definition", .string(c.definition)), ("ParameterSets", .array(sets.map { set($0) })),
      ]))
  }

  private static func set(_ s: CommandParameterSet) -> Value {
    .object(
      PSCustomObject([
        ("Name", .string(s.name)), ("IsDefault", .bool(s.isDefault)),
        ("Parameters", .array(s.parameters.map { parameter($0) })),
      ]))
  }

  private static func parameter(_ p: CommandParameter) -> Value {
    let type = p.metadata.type
    let valid = p.metadata.attributes.compactMap { a -> [String]? in
      if case .validateSet(let values, _, _) = a { return values }
      return nil
    }.first
    let typeObject = PSCustomObject([
      ("FullName", .string(type.fullName)), ("IsEnum", .bool(type.isEnum)), ("IsArray", .bool(type.isArray)),
      ("HasFlagAttribute", .bool(type.enumInfo?.isFlags ?? false)),
      ("EnumValues", .strings(type.enumInfo?.names ?? [])),
      ("ElementType", type.elementType.map { .string($0.fullName) } ?? .null),
    ])
    return .object(
      PSCustomObject([
        ("Name", .string(p.metadata.name)), ("IsMandatory", .bool(p.entry.isMandatory)),
        ("ValueFromPipeline", .bool(p.entry.fromPipeline)),
        ("Position", .int(Int32(truncatingIfNeeded: p.entry.position ?? Int(Int32.min)))),
        ("ParameterType", .object(typeObject)), ("HasParameterSet", .bool(p.entry.set != ParameterSetEntry.allSets)),
        ("ValidParamSetValues", .strings(valid ?? [])),
      ]))
  }
}
