import Diagnostics

/// A function, filter or workflow.
public final class FunctionDefinitionAst: StatementAst {
  public let name: String
  /// Parameters written in parentheses after the name; nil without parentheses.
  public let parameters: [ParameterAst]?
  public let body: ScriptBlockAst
  public let isFilter: Bool
  public let isWorkflow: Bool
  /// Place of the name.
  public internal(set) var nameExtent: Extent

  init(
    _ extent: Extent, name: String, nameExtent: Extent, parameters: [ParameterAst]?, body: ScriptBlockAst,
    isFilter: Bool = false, isWorkflow: Bool = false
  ) {
    self.name = name
    self.nameExtent = nameExtent
    self.parameters = parameters
    self.body = body
    self.isFilter = isFilter
    self.isWorkflow = isWorkflow
    super.init(.functionDefinition, extent)
    adopt(all: parameters ?? [])
    adopt(body)
  }

  deinit {
    orphan(all: parameters ?? [])
    orphan(body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    parameters?.forEach(body)
    body(self.body)
  }
}

/// What a type definition defines.
public enum TypeAttributes: UInt8, Sendable {
  case none, `class`, interface, `enum`

  /// The name PowerShell prints.
  public var name: String {
    switch self {
    case .none: return "None"
    case .class: return "Class"
    case .interface: return "Interface"
    case .enum: return "Enum"
    }
  }
}

/// A class, enum or interface.
public final class TypeDefinitionAst: StatementAst {
  public let name: String
  public let attributes: [AttributeAst]
  /// Base class and interfaces, or the underlying type of an enum.
  public let baseTypes: [TypeConstraintAst]
  public let members: [MemberAst]
  public let typeAttributes: TypeAttributes

  init(
    _ extent: Extent, name: String, attributes: [AttributeAst], members: [MemberAst],
    typeAttributes: TypeAttributes, baseTypes: [TypeConstraintAst]
  ) {
    self.name = name
    self.attributes = attributes
    self.baseTypes = baseTypes
    self.members = members
    self.typeAttributes = typeAttributes
    super.init(.typeDefinition, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    attributes.forEach(body)
    baseTypes.forEach(body)
    members.forEach(body)
  }

  public var isEnum: Bool { typeAttributes == .enum }
  public var isClass: Bool { typeAttributes == .class }
  public var isInterface: Bool { typeAttributes == .interface }
}

/// Modifiers of a class member.
public struct MemberAttributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let `public` = MemberAttributes(rawValue: 1)
  public static let `private` = MemberAttributes(rawValue: 2)
  public static let `static` = MemberAttributes(rawValue: 16)
  public static let literal = MemberAttributes(rawValue: 32)
  public static let hidden = MemberAttributes(rawValue: 64)

  /// The names PowerShell prints, comma separated.
  public var description: String {
    var names: [String] = []
    if contains(.public) { names.append("Public") }
    if contains(.private) { names.append("Private") }
    if contains(.static) { names.append("Static") }
    if contains(.literal) { names.append("Literal") }
    if contains(.hidden) { names.append("Hidden") }
    return names.isEmpty ? "None" : names.joined(separator: ", ")
  }
}

/// A property of a class or a value of an enum.
public final class PropertyMemberAst: MemberAst {
  public let propertyType: TypeConstraintAst?
  public let attributes: [AttributeAst]
  public let initialValue: ExpressionAst?
  public let propertyAttributes: MemberAttributes

  init(
    _ extent: Extent, name: String, propertyType: TypeConstraintAst?, attributes: [AttributeAst],
    propertyAttributes: MemberAttributes, initialValue: ExpressionAst?
  ) {
    self.propertyType = propertyType
    self.attributes = attributes
    self.propertyAttributes = propertyAttributes
    self.initialValue = initialValue
    super.init(.propertyMember, extent, name: name)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let propertyType { body(propertyType) }
    attributes.forEach(body)
    if let initialValue { body(initialValue) }
  }

  public var isStatic: Bool { propertyAttributes.contains(.static) }
  public var isHidden: Bool { propertyAttributes.contains(.hidden) }
}

/// A method or constructor of a class.
public final class FunctionMemberAst: MemberAst {
  /// Name, parameters and body of the method.
  public let function: FunctionDefinitionAst
  public let returnType: TypeConstraintAst?
  public let attributes: [AttributeAst]
  public let methodAttributes: MemberAttributes
  /// Whether the method has the name of its class.
  public let isConstructor: Bool

  init(
    _ extent: Extent, function: FunctionDefinitionAst, returnType: TypeConstraintAst?, attributes: [AttributeAst],
    methodAttributes: MemberAttributes, isConstructor: Bool
  ) {
    self.function = function
    self.returnType = returnType
    self.attributes = attributes
    self.methodAttributes = methodAttributes
    self.isConstructor = isConstructor
    super.init(.functionMember, extent, name: function.name)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let returnType { body(returnType) }
    attributes.forEach(body)
    body(function)
  }

  public var parameters: [ParameterAst] { function.parameters ?? [] }
  public var body: ScriptBlockAst { function.body }
  public var isStatic: Bool { methodAttributes.contains(.static) }
  public var isHidden: Bool { methodAttributes.contains(.hidden) }
}

/// What a `using` statement brings in.
public enum UsingStatementKind: UInt8, Sendable {
  case assembly, command, module, namespace, type

  /// The name PowerShell prints.
  public var name: String {
    switch self {
    case .assembly: return "Assembly"
    case .command: return "Command"
    case .module: return "Module"
    case .namespace: return "Namespace"
    case .type: return "Type"
    }
  }
}

/// `using namespace|module|assembly …`.
public final class UsingStatementAst: StatementAst {
  public let usingStatementKind: UsingStatementKind
  public let name: StringConstantExpressionAst?
  public let alias: StringConstantExpressionAst?
  public let moduleSpecification: HashtableAst?

  init(
    _ extent: Extent, kind: UsingStatementKind, name: StringConstantExpressionAst?,
    alias: StringConstantExpressionAst? = nil, moduleSpecification: HashtableAst? = nil
  ) {
    usingStatementKind = kind
    self.name = name
    self.alias = alias
    self.moduleSpecification = moduleSpecification
    super.init(.usingStatement, extent)
    forEachChild { $0.parent = self }
  }

  deinit { forEachChild { orphan($0) } }

  public override func forEachChild(_ body: (Ast) -> Void) {
    if let name { body(name) }
    if let moduleSpecification { body(moduleSpecification) }
    if let alias { body(alias) }
  }
}

/// `configuration NAME { … }`.
public final class ConfigurationDefinitionAst: StatementAst {
  public let instanceName: ExpressionAst
  public let body: ScriptBlockExpressionAst

  init(_ extent: Extent, instanceName: ExpressionAst, body: ScriptBlockExpressionAst) {
    self.instanceName = instanceName
    self.body = body
    super.init(.configurationDefinition, extent)
    adopt(instanceName)
    adopt(body)
  }

  deinit {
    orphan(instanceName)
    orphan(body)
  }

  public override func forEachChild(_ body: (Ast) -> Void) {
    body(instanceName)
    body(self.body)
  }
}

/// A statement of a dynamic keyword, such as `node NAME { … }` in a configuration.
public final class DynamicKeywordStatementAst: StatementAst {
  public let commandElements: [CommandElementAst]

  init(_ extent: Extent, commandElements: [CommandElementAst]) {
    self.commandElements = commandElements
    super.init(.dynamicKeywordStatement, extent)
    adopt(all: commandElements)
  }

  deinit { orphan(all: commandElements) }

  public override func forEachChild(_ body: (Ast) -> Void) { commandElements.forEach(body) }
}
