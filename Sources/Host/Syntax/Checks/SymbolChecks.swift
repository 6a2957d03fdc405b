import Diagnostics

/// Answers whether a type named in a class definition exists, given the namespaces the script uses.
public typealias TypeExists = (_ type: TypeName, _ namespaces: [String]) -> Bool

/// Names of types: those defined twice, and those named in classes that do not exist.
struct SymbolChecks {
  let typeExists: TypeExists?
  private(set) var diagnostics: [Diagnostic] = []
  private var defined: Set<String> = []
  private var namespaces: [String] = []

  init(typeExists: TypeExists?) { self.typeExists = typeExists }

  /// Checks the types of a script; the bases of broken ones are left alone, as PowerShell does.
  mutating func check(_ root: ScriptBlockAst, _ types: [TypeDefinitionAst], broken: Set<ObjectIdentifier>) {
    for using in root.usingStatements where using.usingStatementKind == .namespace {
      if let name = using.name?.value { namespaces.append(name) }
    }
    for type in types {
      if !defined.insert(type.name.lowercased()).inserted {
        diagnostics.append(
          Diagnostic(
            id: "MemberAlreadyDefined", extent: type.extent, message: SyntaxMessages.memberAlreadyDefined(type.name)))
      }
    }
    guard typeExists != nil else { return }
    for type in types {
      if broken.contains(ObjectIdentifier(type)) {
        for member in type.members { resolve(member) }
      } else {
        resolve(type)
      }
    }
  }

  private mutating func resolve(_ node: Ast) {
    switch node {
    case let it as TypeConstraintAst: resolve(it.typeName)
    case let it as TypeExpressionAst: resolve(it.typeName)
    default: break
    }
    for child in node.children { resolve(child) }
  }

  private mutating func resolve(_ type: TypeName) {
    if let element = type.elementType {
      resolve(element)
      return
    }
    if !defined.contains(type.name.lowercased()), typeExists?(type, namespaces) == false {
      let place = Extent(type.extent.start, type.extent.start + Int32(type.name.utf8.count))
      diagnostics.append(
        Diagnostic(id: "TypeNotFound", extent: place, message: SyntaxMessages.typeNotFound(type.name)))
    }
    for argument in type.genericArguments { resolve(argument) }
  }
}
