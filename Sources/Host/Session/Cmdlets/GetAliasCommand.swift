import Basics
import Engine
import Objects

/// Aliases of one or all scopes.
enum AliasList {
  /// The aliases to be seen from a scope, or in just that scope, sorted by name.
  static func visible(_ scope: Scope, only: Bool) -> [AliasInfo] {
    var seen: Set<Symbol> = []
    var result: [AliasInfo] = []
    var next: Scope? = scope
    while let s = next {
      for (name, a) in s.aliases where seen.insert(name).inserted {
        if a.options.contains(.isPrivate), s !== scope { continue }
        result.append(a)
      }
      next = only ? nil : s.parent
    }
    return result.sorted { Ordinal.compare($0.name, $1.name, ignoreCase: true) < 0 }
  }

  /// The record for a name or definition nobody has.
  static func missing(_ what: String, _ text: String, _ cmdlet: Cmdlet) -> ErrorRecord {
    cmdlet.error(
      "ItemNotFoundException",
      "This command cannot find a matching alias because an alias with the \(what) '\(text)' does not exist.",
      .ObjectNotFound, target: .string(text), type: "System.Management.Automation.ItemNotFoundException")
  }
}

/// `Get-Alias`.
final class GetAlias: Cmdlet {
  override func process() throws {
    let scopeName = string("Scope")
    let start = try scope(scopeName)
    let all = AliasList.visible(start, only: scopeName != nil)
    let excluded = NamePatterns(strings("Exclude"))
    let byDefinition = has("Definition")
    let names = byDefinition ? strings("Definition") : (list("Name") ?? ["*"])
    for name in names {
      let pattern = NamePatterns([name])
      let hits = all.filter { pattern.matches(byDefinition ? $0.target : $0.name) && !excluded.matches($0.name) }
      for a in hits { try write(.object(a)) }
      if hits.isEmpty, !Wildcard.containsWildcards(name) {
        try writeError(AliasList.missing(byDefinition ? "definition" : "name", name, self))
      }
    }
  }
}

/// `Set-Alias`.
final class SetAlias: Cmdlet {
  override func process() throws {
    let name = string("Name") ?? ""
    let value = string("Value") ?? ""
    guard try runtime.shouldProcess("Name: \(name) Value: \(value)", "Set Alias") else { return }
    try AliasWriter(self).set(name, value)
  }
}

/// `New-Alias`.
final class NewAlias: Cmdlet {
  override func process() throws {
    let name = string("Name") ?? ""
    let value = string("Value") ?? ""
    let target = try scope(string("Scope"))
    let existing = has("Scope") ? target.aliases[Symbol(name)] : target.findAlias(Symbol(name))
    if existing != nil, !flag("Force") {
      return try writeError(AliasWriter.exists(name, self))
    }
    guard try runtime.shouldProcess("Name: \(name) Value: \(value)", "New Alias") else { return }
    try AliasWriter(self).set(name, value)
  }
}

/// What Set-Alias, New-Alias and Import-Alias share.
struct AliasWriter {
  let cmdlet: Cmdlet
  init(_ cmdlet: Cmdlet) { self.cmdlet = cmdlet }

  static func exists(_ name: String, _ cmdlet: Cmdlet) -> ErrorRecord {
    cmdlet.error(
      "AliasAlreadyExists", "The alias is not allowed, because an alias with the name '\(name)' already exists.",
      .ResourceExists, target: .string(name), type: "System.Management.Automation.SessionStateException")
  }

  /// Sets an alias as the cmdlet's parameters ask; a refusal is a non-terminating error.
  func set(_ name: String, _ value: String) throws {
    let options = ItemOptions(rawValue: Int(Enumeration.raw(cmdlet.arg("Option"))))
    let isPrivate = cmdlet.string("Scope").map { Ordinal.equalsIgnoreCase($0, "Private") } ?? false
    try set(
      name, value, options: isPrivate ? options.union(.isPrivate) : options,
      description: cmdlet.string("Description") ?? "")
  }

  func set(_ name: String, _ value: String, options: ItemOptions, description: String) throws {
    let scope = try cmdlet.scope(cmdlet.string("Scope"))
    do {
      let a = try scope.setAlias(
        name, target: value, options: options, module: scope.sessionState.module, force: cmdlet.flag("Force"))
      a.descriptionText = description
      if cmdlet.flag("PassThru") { try cmdlet.write(.object(a)) }
    } catch let e as GuestError where e.record.category == .WriteError && e.record.invocation == nil {
      try cmdlet.writeError(e.record)
    }
  }
}

/// `Remove-Alias`.
final class RemoveAlias: Cmdlet {
  override func process() throws {
    for name in strings("Name") {
      var home: Scope? = try scope(string("Scope"))
      if !has("Scope") {
        while let s = home, s.aliases[Symbol(name)] == nil { home = s.parent }
      }
      guard let home, home.aliases[Symbol(name)] != nil else {
        try writeError(AliasList.missing("name", name, self))
        continue
      }
      do {
        try home.removeAlias(name, force: flag("Force"))
      } catch let e as GuestError {
        try writeError(e.record)
      }
    }
  }
}
