import Basics
import Engine
import Objects
import Providers

/// Get-Item.
final class GetItem: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      let found = try attempt { () -> Value? in
        if p.provider.isHidden(p.path), !self.flag("Force"), p.path != self.session.location.path {
          throw GuestError.runtime(
            "ItemNotFound", "Could not find item \(p.path).", .ObjectNotFound, target: .string(p.path),
            type: "System.IO.IOException")
        }
        return try self.itemObject(p)
      }
      guard case .some(.some(let v)) = found else { continue }
      if !p.provider.isHierarchical, p.path.isEmpty { try writeEnumerated(v) } else { try write(v) }
    }
  }
}

/// Set-Item.
final class SetItem: Cmdlet {
  override func dynamicParameters() throws -> [ParameterMetadata]? { try ItemOptionsParameter.make(for: self) }

  override func process() throws {
    for p in try itemPaths(mustExist: false) {
      let shown = try Operations.toString(arg("Value"))
      let o = p.provider.operation(.set, p.path, shown)
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      let made = try attempt { () -> Value in
        if !self.has("Value"), self.has("Options"), let v = try p.provider.item(p.path, self.session) { return v }
        return try p.provider.set(p.path, self.arg("Value"), force: self.flag("Force"), self.session)
      }
      guard let made else { continue }
      let options = arg("Options")
      if let e = options.asObject(EnumValue.self) { setOptions(made, ItemOptions(rawValue: Int(e.raw))) }
      if flag("PassThru"), !made.isNull { try write(session.annotate(made, p)) }
    }
  }

  private func setOptions(_ item: Value, _ options: ItemOptions) {
    if let a = item.asObject(AliasInfo.self) { a.options = options }
    if let f = item.asObject(FunctionInfo.self) { f.options = options }
  }
}

/// New-Item.
final class NewItem: Cmdlet {
  override func dynamicParameters() throws -> [ParameterMetadata]? { try ItemOptionsParameter.make(for: self) }

  override func process() throws {
    let name = string("Name")
    let given = has("Path") ? strings("Path") : ["."]
    for text in given {
      guard let p = try attempt({ try self.place(text, name) }) else { continue }
      let type = string("ItemType")
      let extra = p.provider.isHierarchical ? type ?? "" : (try Operations.toString(arg("Value")))
      let o = p.provider.operation(.new, p.path, extra)
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      let made = try attempt { () -> Value in
        let value: Value? = self.has("Value") ? self.arg("Value") : nil
        let v = try p.provider.new(p.path, type: type, value: value, force: self.flag("Force"), self.session)
        return self.session.annotate(v, p)
      }
      if let e = arg("Options").asObject(EnumValue.self) {
        if let a = made?.asObject(AliasInfo.self) { a.options = ItemOptions(rawValue: Int(e.raw)) }
        if let f = made?.asObject(FunctionInfo.self) { f.options = ItemOptions(rawValue: Int(e.raw)) }
      }
      if let made { try write(made) }
    }
  }

  private func place(_ text: String, _ name: String?) throws -> ItemPath {
    guard let name else { return try session.place(text) }
    let parent = try session.place(text)
    guard parent.provider.isHierarchical else { return parent.child(name) }
    return ItemPath(
      parent.provider, parent.drive, PathParts.normalized(parent.path, PathParts.slashed(name)).path)
  }
}

/// Remove-Item.
final class RemoveItem: Cmdlet {
  private var yesToAll = false
  private var noToAll = false

  override func process() throws {
    for p in try itemPaths(force: flag("Force")) {
      if p.provider.isHidden(p.path), !flag("Force"), FileCalls.facts(p.path)?.isDirectory != true, isFromPattern {
        continue
      }
      let here = session.location.path
      if p.provider.isHierarchical, here == p.path || here.hasPrefix(p.path == "/" ? "/" : p.path + "/") {
        try writeError(inUse(p))
        continue
      }
      let o = p.provider.operation(.remove, p.path, "")
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      if try !mayRemoveChildren(p) { continue }
      try attempt {
        try p.provider.remove(p.path, recurse: self.flag("Recurse"), force: self.flag("Force"), self.session)
      }
    }
  }

  private var isFromPattern: Bool { false }

  private func inUse(_ p: ItemPath) -> ErrorRecord {
    error(
      "InvalidOperation", "Cannot remove the item at '\(p.path)' because it is in use.", .InvalidOperation,
      target: .string(p.path), type: "System.Management.Automation.PSInvalidOperationException")
  }

  /// Asks before a directory with something in it goes, unless -Recurse was given.
  private func mayRemoveChildren(_ p: ItemPath) throws -> Bool {
    guard !flag("Recurse"), p.provider.isHierarchical, FileCalls.facts(p.path, followLinks: false)?.isDirectory == true,
      let names = try? FileCalls.names(p.path), !names.isEmpty
    else { return true }
    let query =
      "The item at \(p.path) has children and the Recurse parameter was not specified. If you continue, all children "
      + "will be removed with the item. \nAre you sure you want to continue?"
    return try runtime.shouldContinue(query, "Confirm", yesToAll: &yesToAll, noToAll: &noToAll)
  }
}

/// Clear-Item.
final class ClearItem: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      let o = p.provider.operation(.clear, p.path, "")
      guard try runtime.shouldProcess(o.target, o.action) else { continue }
      try attempt { try p.provider.clear(p.path, force: self.flag("Force"), self.session) }
    }
  }
}

/// Invoke-Item: runs a program or script, opens anything else.
final class InvokeItem: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard try runtime.shouldProcess("Item: \(p.path)", "Invoke Item") else { continue }
      guard p.provider.isHierarchical else {
        try writeError(Provider.notSupported().record)
        continue
      }
      let block = try engine.parse("& $args[0]", state: engine.currentState)
      let isRunnable = PathParts.fileExtension(p.path) == ".ps1" || (FileCalls.facts(p.path)?.mode ?? 0) & 0o111 != 0
      let program: [Value] = isRunnable ? [.string(p.path)] : [.string("xdg-open"), .string(p.path)]
      let call = isRunnable ? block : try engine.parse("& $args[0] $args[1]", state: engine.currentState)
      try engine.invokeBlock(call, arguments: program, output: runtime.output, streams: runtime.streams)
    }
  }
}

/// The -Options parameter items of aliases and functions have.
enum ItemOptionsParameter {
  static func make(for cmdlet: Cmdlet) throws -> [ParameterMetadata]? {
    let text = cmdlet.strings("Path").first ?? cmdlet.strings("LiteralPath").first ?? "."
    guard let p = try? cmdlet.session.place(text), ["Alias", "Function"].contains(p.provider.name) else { return nil }
    let m = ParameterMetadata("Options", Types.named("System.Management.Automation.ScopedItemOptions"))
    m.isDynamic = true
    m.sets = [ParameterSetEntry()]
    return [m]
  }
}
