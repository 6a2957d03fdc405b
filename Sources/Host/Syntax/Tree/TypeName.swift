import Diagnostics

/// A type as written between brackets.
public final class TypeName {
  /// The place of the name in the source.
  public internal(set) var extent: Extent
  /// The name without generic arguments, array brackets and assembly; of an array, the full name of its elements.
  public let name: String
  /// The assembly part after the comma.
  public let assemblyName: String?
  /// Arguments of a generic type.
  public let genericArguments: [TypeName]
  /// Type of the elements when this is an array.
  public let elementType: TypeName?
  /// Number of dimensions when this is an array; otherwise 0.
  public let rank: Int

  /// Makes a plain or generic name.
  public init(
    _ name: String, extent: Extent, genericArguments: [TypeName] = [], assemblyName: String? = nil
  ) {
    self.extent = extent
    self.name = name
    self.genericArguments = genericArguments
    self.assemblyName = assemblyName
    elementType = nil
    rank = 0
  }

  /// Makes an array of `rank` dimensions.
  public init(arrayOf element: TypeName, rank: Int, extent: Extent) {
    self.extent = extent
    name = element.fullName
    genericArguments = []
    assemblyName = nil
    elementType = element
    self.rank = rank
  }

  /// Whether the type is an array.
  public var isArray: Bool { rank > 0 }

  /// Whether the type has generic arguments.
  public var isGeneric: Bool { !genericArguments.isEmpty }

  /// The name with arguments, array brackets and assembly, as PowerShell's `ITypeName.FullName` writes it.
  public var fullName: String {
    if let elementType {
      return elementType.fullName + "[" + String(repeating: ",", count: rank - 1) + "]"
    }
    var text = name
    if !genericArguments.isEmpty {
      text += "[" + genericArguments.map { $0.bracketedName }.joined(separator: ",") + "]"
    }
    if let assemblyName { text += "," + assemblyName }
    return text
  }

  /// The full name as a generic argument: in brackets of its own when it names an assembly.
  private var bracketedName: String { assemblyName == nil ? fullName : "[" + fullName + "]" }
}
