import Diagnostics
import Glibc
import Syntax

/// Prints trees in the form of `conformance/syntax`.
enum TreeDump {
  /// One node a line, parents first.
  static func text(of root: Ast, in source: SourceText) -> String {
    var result = ""
    root.walk { node in
      // PowerShell's FindAll passes over this class, but not over what is below it.
      if node.kind == .baseCtorInvokeMemberExpression { return true }
      let name = node.className.dropLast(3)
      let detail = detail(node, source)
      result += "\(name) \(place(node.extent, source))" + (detail.isEmpty ? "\n" : " \(detail)\n")
      return true
    }
    return result
  }

  /// `start-end` in UTF-16 units.
  static func place(_ extent: Extent, _ source: SourceText) -> String {
    "\(source.utf16Offset(of: extent.start))-\(source.utf16Offset(of: extent.end))"
  }

  private static func flag(_ value: Bool) -> String { value ? "True" : "False" }

  private static func detail(_ node: Ast, _ source: SourceText) -> String {
    switch node {
    case let it as BinaryExpressionAst: return it.operator.name
    case let it as UnaryExpressionAst: return it.tokenKind.name
    case let it as AssignmentStatementAst: return it.operator.name
    case let it as VariableExpressionAst: return it.variablePath.userPath + (it.splatted ? " splatted" : "")
    case let it as StringConstantExpressionAst: return it.stringConstantType.name
    case let it as ExpandableStringExpressionAst: return it.stringConstantType.name
    case let it as ConstantExpressionAst: return "\(it.constant.typeName) \(number(it.constant))"
    case let it as CommandAst: return it.invocationOperator.name
    case let it as CommandParameterAst: return it.parameterName
    case let it as FunctionDefinitionAst: return it.name + (it.isFilter ? " filter" : "")
    case let it as TypeDefinitionAst: return "\(it.name) \(it.typeAttributes.name)"
    case let it as FunctionMemberAst: return "\(it.name) \(it.methodAttributes.description)"
    case let it as PropertyMemberAst: return "\(it.name) \(it.propertyAttributes.description)"
    case let it as TypeExpressionAst: return it.typeName.fullName
    case let it as AttributeBaseAst: return it.typeName.fullName
    case let it as NamedAttributeArgumentAst: return it.argumentName
    case let it as MemberExpressionAst: return "\(flag(it.isStatic)) \(flag(it.nullConditional))"
    case let it as IndexExpressionAst: return flag(it.nullConditional)
    default: return statementDetail(node, source)
    }
  }

  private static func statementDetail(_ node: Ast, _ source: SourceText) -> String {
    switch node {
    case let it as NamedBlockAst: return it.blockKind.name + (it.unnamed ? " unnamed" : "")
    case let it as SwitchStatementAst: return it.flags.description
    case let it as ForEachStatementAst: return it.isParallel ? "Parallel" : "None"
    case let it as FileRedirectionAst: return "\(it.fromStream.name) \(flag(it.append))"
    case let it as MergingRedirectionAst: return "\(it.fromStream.name) \(it.toStream.name)"
    case let it as PipelineChainAst: return "\(it.operator.name) \(flag(it.background))"
    case let it as PipelineAst: return it.background ? "background" : ""
    case let it as UsingStatementAst: return it.usingStatementKind.name
    case let it as BreakStatementAst: return it.label.map { source.text(of: $0.extent) } ?? ""
    case let it as ContinueStatementAst: return it.label.map { source.text(of: $0.extent) } ?? ""
    default: return ""
    }
  }

  private static func number(_ value: ConstantValue) -> String {
    switch value {
    case .null: return ""
    case .boolean(let it): return flag(it)
    case .int(let it): return "\(it)"
    case .long(let it): return "\(it)"
    case .double(let it): return double(it)
    case .single(let it): return double(Double(it))
    case .sbyte(let it): return "\(it)"
    case .byte(let it): return "\(it)"
    case .int16(let it): return "\(it)"
    case .uint16(let it): return "\(it)"
    case .uint32(let it): return "\(it)"
    case .uint64(let it): return "\(it)"
    case .decimal(let it): return it
    case .bigInteger(let it): return it
    case .string(let it): return it
    }
  }

  /// A double as .NET prints it.
  private static func double(_ value: Double) -> String {
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    // PowerShell shows 15 digits.
    var buffer = [CChar](repeating: 0, count: 40)
    _ = withVaList([abs(value)]) { vsnprintf(&buffer, 40, "%.14e", $0) }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = text.split(separator: "e")
    var digits = parts[0].filter { $0 != "." }
    var exponent = (parts[0].firstIndex(of: ".").map { parts[0].distance(from: parts[0].startIndex, to: $0) }
      ?? parts[0].count)
    if parts.count == 2 { exponent += Int(parts[1]) ?? 0 }
    while digits.hasPrefix("0"), digits.count > 1 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
    let sign = value < 0 ? "-" : ""
    if exponent > 15 || exponent < -3 {
      let rest = digits.dropFirst()
      let power = exponent - 1
      let shown = abs(power) < 10 ? "0\(abs(power))" : "\(abs(power))"
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "E" + (power < 0 ? "-" : "+") + shown
    }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + digits }
    if digits.count <= exponent { return sign + digits + String(repeating: "0", count: exponent - digits.count) }
    return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
  }
}
