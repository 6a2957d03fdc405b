import Basics
import Diagnostics
import Syntax

/// Reads a script module's exports from its text, without running it (rule 163 with D14).
enum ScriptAnalysis {
  /// The exports of a `.psm1`; nothing when it has syntax errors.
  static func analyze(path: String) -> ModuleAnalysis {
    guard let bytes = FileBytes.read(path) else { return .unusable }
    let result = Parser.parse(SourceText(bytes: bytes, file: path))
    if result.diagnostics.contains(where: { $0.severity == .error }) { return ModuleAnalysis() }
    var reader = Reader()
    for s in result.ast.endBlock?.statements ?? [] { reader.read(s) }
    return reader.analysis(folder: PathText.parent(path))
  }

  /// Collects top-level definitions and exporting calls.
  private struct Reader {
    var functions: [String] = []
    var aliases: [String] = []
    var exportedFunctions: [String]?
    var exportedCmdlets: [String] = []
    var exportedAliases: [String] = []
    var exportsUnknown = false
    var addsFolderToPath = false

    mutating func read(_ statement: StatementAst) {
      switch statement {
      case let f as FunctionDefinitionAst: read(function: f)
      case let p as PipelineAst:
        for element in p.pipelineElements {
          if let c = element as? CommandAst { read(command: c) }
        }
      case let a as AssignmentStatementAst: read(assignment: a)
      default: break
      }
    }

    private mutating func read(function f: FunctionDefinitionAst) {
      guard !f.name.utf8.contains(0x3A) else { return }
      functions.append(f.name)
      for attribute in f.body.paramBlock?.attributes ?? [] {
        guard Ordinal.equalsIgnoreCase(attribute.typeName.name, "Alias") else { continue }
        for case let s as StringConstantExpressionAst in attribute.positionalArguments { aliases.append(s.value) }
      }
    }

    private mutating func read(assignment a: AssignmentStatementAst) {
      guard let v = a.left as? VariableExpressionAst, Ordinal.equalsIgnoreCase(v.variablePath.userPath, "env:PATH")
      else {
        return
      }
      let text = a.right.text
      if Ordinal.equalsIgnoreCase(text, "$PSScriptRoot") || CaseFold.folded(text).contains("$PSSCRIPTROOT") {
        addsFolderToPath = true
      }
    }

    private mutating func read(command c: CommandAst) {
      guard let name = c.commandName else { return }
      switch CaseFold.folded(name) {
      case "EXPORT-MODULEMEMBER", "MICROSOFT.POWERSHELL.CORE\\EXPORT-MODULEMEMBER": read(export: c)
      case "SET-ALIAS", "NEW-ALIAS", "SAL", "NAL": read(alias: c)
      default: break
      }
    }

    private mutating func read(alias c: CommandAst) {
      let arguments = Arguments(c, names: ["Name", "Value", "Description", "Option", "Scope"], positional: "Name")
      if let name = arguments.values["Name"]?.first { aliases.append(name) }
    }

    private mutating func read(export c: CommandAst) {
      let arguments = Arguments(c, names: ["Function", "Cmdlet", "Variable", "Alias"], positional: "Function")
      if exportedFunctions == nil { exportedFunctions = [] }
      exportedFunctions?.append(contentsOf: arguments.values["Function"] ?? [])
      exportedCmdlets += arguments.values["Cmdlet"] ?? []
      exportedAliases += arguments.values["Alias"] ?? []
      if arguments.isPartlyUnknown { exportsUnknown = true }
    }

    func analysis(folder: String) -> ModuleAnalysis {
      var result = ModuleAnalysis()
      if addsFolderToPath {
        for name in DirectoryNames.sorted(folder) where PathText.hasExtension(name, ".ps1") {
          result.exports.append(.init(name: PathText.stem(name), kind: .pathScript))
        }
      }
      guard let filter = exportedFunctions, !exportsUnknown else {
        result.add(functions, .function)
        if exportsUnknown { result.add(aliases, .alias) }
        return result
      }
      let patterns = NamePatterns(filter)
      result.add(functions.filter { patterns.matches($0) }, .function)
      result.add(patterns.literals.filter { !result.contains($0) }, .function)
      result.add(NamePatterns(exportedCmdlets).literals, .cmdlet)
      let aliasPatterns = NamePatterns(exportedAliases)
      result.add(aliases.filter { aliasPatterns.matches($0) }, .alias)
      result.add(aliasPatterns.literals, .alias)
      return result
    }
  }

  /// The literal arguments of a call, by parameter.
  struct Arguments {
    var values: [String: [String]] = [:]
    /// Whether an argument could not be read from the text.
    var isPartlyUnknown = false

    init(_ c: CommandAst, names: [String], positional: String) {
      var pending: String?
      for element in c.commandElements.dropFirst() {
        if let p = element as? CommandParameterAst {
          let name = names.first { Ordinal.hasPrefix($0, p.parameterName, ignoreCase: true) }
          if let a = p.argument {
            add(a, to: name)
            pending = nil
          } else {
            pending = name ?? "?"
          }
          continue
        }
        if let e = element as? ExpressionAst {
          add(e, to: pending ?? positional)
          pending = nil
        }
      }
    }

    private mutating func add(_ e: ExpressionAst, to name: String?) {
      guard let name, name != "?" else { return }
      switch e {
      case let s as StringConstantExpressionAst: values[name, default: []].append(s.value)
      case let a as ArrayLiteralAst:
        for x in a.elements { add(x, to: name) }
      case let a as ArrayExpressionAst:
        for case let p as PipelineAst in a.subExpression.statements {
          if let x = p.pureExpression { add(x, to: name) } else { isPartlyUnknown = true }
        }
      case let p as ParenExpressionAst:
        if let x = p.pipeline.pureExpression { add(x, to: name) } else { isPartlyUnknown = true }
      default: isPartlyUnknown = true
      }
    }
  }
}

extension ModuleAnalysis {
  mutating func add(_ names: [String], _ kind: ExportKind) {
    for name in names where !exports.contains(where: { $0.kind == kind && Ordinal.equalsIgnoreCase($0.name, name) }) {
      exports.append(Export(name: name, kind: kind))
    }
  }
}
