import Diagnostics

/// Moves extents read from a copy with bytes left out back to the offsets of the source.
enum OffsetMap {
  /// The extent in the source.
  static func apply(_ skipped: [Int32], _ extent: Extent) -> Extent {
    if skipped.isEmpty { return extent }
    return Extent(offset(skipped, extent.start, atEnd: false), offset(skipped, extent.end, atEnd: true))
  }

  private static func offset(_ skipped: [Int32], _ offset: Int32, atEnd: Bool) -> Int32 {
    var result = offset
    for place in skipped {
      if place < result || (place == result && !atEnd) { result += 1 } else { break }
    }
    return result
  }

  /// Moves the extents of a whole tree.
  static func remap(_ root: Ast, _ skipped: [Int32]) {
    root.extent = apply(skipped, root.extent)
    switch root {
    case let node as BinaryExpressionAst: node.errorPosition = apply(skipped, node.errorPosition)
    case let node as AssignmentStatementAst: node.errorPosition = apply(skipped, node.errorPosition)
    case let node as CommandParameterAst: node.errorPosition = apply(skipped, node.errorPosition)
    case let node as FunctionDefinitionAst: node.nameExtent = apply(skipped, node.nameExtent)
    case let node as AttributeBaseAst: remap(node.typeName, skipped)
    case let node as TypeExpressionAst: remap(node.typeName, skipped)
    default: break
    }
    root.forEachChild { remap($0, skipped) }
  }

  private static func remap(_ type: TypeName, _ skipped: [Int32]) {
    type.extent = apply(skipped, type.extent)
    for argument in type.genericArguments { remap(argument, skipped) }
    if let element = type.elementType { remap(element, skipped) }
  }
}
