import Basics
import Engine
import Objects

/// The one-line syntax of parameter sets, as `Get-Command -Syntax` and help show it.
public enum CommandSyntax {
  /// The parameters of a set in the order people read them.
  public static func text(of set: CommandParameterSet) -> String {
    var positional: [(Int, CommandParameter)] = []
    var mandatory: [CommandParameter] = []
    var others: [CommandParameter] = []
    var hasCommon = false
    for p in set.parameters {
      if p.metadata.isCommon {
        hasCommon = true
      } else if let at = p.entry.position {
        positional.append((at, p))
      } else if p.entry.isMandatory {
        mandatory.append(p)
      } else {
        others.append(p)
      }
    }
    positional.sort { $0.0 < $1.0 }
    let ordered = positional.map(\.1) + mandatory + others
    var parts = ordered.map { text(of: $0) }
    if hasCommon { parts.append("[<CommonParameters>]") }
    return parts.joined(separator: " ")
  }

  private static func text(of p: CommandParameter) -> String {
    let name = "-" + p.metadata.name
    if p.metadata.isSwitch || p.metadata.type === Types.switchParameter {
      return p.entry.isMandatory ? name : "[\(name)]"
    }
    let head = p.entry.position == nil ? name : "[\(name)]"
    let whole = "\(head) <\(typeText(p.metadata))>"
    return p.entry.isMandatory ? whole : "[\(whole)]"
  }

  /// The short name of a parameter's type: an accelerator, or the name without its namespace.
  public static func typeText(_ p: ParameterMetadata) -> String {
    if let own = p.typeNameOverride { return stripped(own) }
    var type = p.type
    if let inner = type.genericArguments.first, type.name.hasPrefix("Nullable`1") { type = inner }
    // The accelerator is hidden elsewhere, but not here.
    if type === Types.psObject { return "psobject" }
    if type.isArray, type.elementType === Types.psObject { return "psobject[]" }
    return stripped(TypeResolver.displayName(type))
  }

  /// Removes every namespace, also inside brackets.
  private static func stripped(_ name: String) -> String {
    var result = ""
    var word = ""
    for c in name {
      if c.isLetter || c.isNumber || c == "_" || c == "`" || c == "+" {
        word.append(c)
      } else if c == "." {
        word = ""
      } else {
        result += word
        word = ""
        result.append(c)
      }
    }
    return result + word
  }

  /// The syntax of a command: each set on a line of its own between empty lines.
  public static func text(of command: CommandInfo) throws -> String {
    switch command {
    case let alias as AliasInfo:
      guard let target = CommandFacts.resolved(alias) else { return alias.target }
      return "\(alias.name) (alias) -> \(target.name)\n" + (try text(of: target, as: alias.name))
    default: return try text(of: command, as: command.name)
    }
  }

  private static func text(of command: CommandInfo, as name: String) throws -> String {
    if let a = command as? ApplicationInfo { return a.path }
    guard let metadata = try CommandFacts.metadata(command) else { return name + "\n" }
    var result = ""
    for set in CommandParameterSet.all(of: metadata) {
      let parameters = text(of: set)
      result += "\n" + (parameters.isEmpty ? name + " " : name + " " + parameters) + "\n"
    }
    return result
  }

  /// The `Definition` of a cmdlet; one that is not loaded only has its name.
  static func definition(of c: CmdletInfo) throws -> String {
    if c.className.isEmpty { return c.name + "\n" }
    return try text(of: c, as: c.name)
  }
}
