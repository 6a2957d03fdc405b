import Basics
import Objects

extension Scope {
  /// Defines a function in this scope, or redefines it.
  ///
  /// One that the same module (or the session) owns is changed in place, so that saved references run the new
  /// body (rule 111b); otherwise a new object takes the name. Read-only ones refuse, but for another owner's
  /// (rule 107). `options` nil keeps those of the old one.
  @discardableResult
  public func defineFunction(
    _ name: String, _ block: ScriptBlock, isFilter: Bool, options: ItemOptions? = nil, module: ModuleInfo?,
    force: Bool = false
  ) throws -> FunctionInfo {
    let symbol = Symbol(name)
    Runspace.current?.commandEpoch &+= 1
    if let old = functions[symbol], old.module === module {
      try old.checkWritable(force: force)
      if old.options.contains(.allScope), let options, !options.contains(.allScope) {
        throw FunctionInfo.refusal(
          "FunctionAllScopeOptionCannotBeRemoved", "The AllScope option cannot be removed from the function '\(name)'.",
          name)
      }
      if options?.contains(.constant) == true, !old.options.contains(.constant) {
        throw FunctionInfo.refusal(
          "FunctionCannotBeMadeConstant",
          "Existing function \(name) cannot be made constant. Functions can be made constant only at creation time.",
          name)
      }
      if (old.commandType == .filter) == isFilter {
        old.scriptBlock = block
        if let options { old.options = options }
        return old
      }
    }
    let new = FunctionInfo(name, block, options: options ?? [], isFilter: isFilter)
    new.module = module
    functions[symbol] = new
    return new
  }

  /// Removes a function; refuses read-only ones unless forced, and constant ones.
  public func removeFunction(_ name: String, force: Bool = false) throws {
    let symbol = Symbol(name)
    guard let old = functions[symbol] else { return }
    if old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
      throw FunctionInfo.refusal(
        "FunctionNotRemovable", "Cannot remove function \(name) because it is constant or read-only.", name)
    }
    functions[symbol] = nil
    Runspace.current?.commandEpoch &+= 1
  }

  /// Sets an alias in this scope; refuses to change read-only ones unless forced, and constant ones.
  @discardableResult
  public func setAlias(
    _ name: String, target: String, options: ItemOptions, module: ModuleInfo? = nil, force: Bool = false
  ) throws -> AliasInfo {
    let symbol = Symbol(name)
    if let old = aliases[symbol] ?? allScopeAlias(symbol) {
      try old.checkWritable(options: options, force: force)
    }
    Runspace.current?.commandEpoch &+= 1
    if let old = aliases[symbol], old.module === module {
      old.target = target
      old.options = options
      return old
    }
    let new = AliasInfo(name, target: target, options: options)
    new.module = module
    aliases[symbol] = new
    return new
  }

  /// Removes an alias; refuses read-only ones unless forced, and constant ones.
  public func removeAlias(_ name: String, force: Bool = false) throws {
    guard let old = aliases[Symbol(name)] else { return }
    if old.options.contains(.constant) || (old.options.contains(.readOnly) && !force) {
      throw AliasInfo.refusal(
        "AliasNotRemovable", "Alias was not removed because alias \(name) is constant or read-only.", name)
    }
    aliases[Symbol(name)] = nil
    Runspace.current?.commandEpoch &+= 1
  }

  /// An alias that every scope has a copy of.
  private func allScopeAlias(_ symbol: Symbol) -> AliasInfo? {
    guard let a = findAlias(symbol), a.options.contains(.allScope) else { return nil }
    return a
  }
}

extension FunctionInfo {
  fileprivate func checkWritable(force: Bool) throws {
    if options.contains(.constant) || (options.contains(.readOnly) && !force) {
      throw FunctionInfo.refusal(
        "FunctionNotWritable", "Cannot write to function \(name) because it is read-only or constant.", name)
    }
  }

  fileprivate static func refusal(_ id: String, _ message: String, _ name: String) -> GuestError {
    GuestError.runtime(
      id, message, .WriteError, target: .string(name),
      type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
  }
}

extension AliasInfo {
  fileprivate func checkWritable(options new: ItemOptions, force: Bool) throws {
    if options.contains(.constant) || (options.contains(.readOnly) && !force) {
      throw AliasInfo.refusal(
        "AliasNotWritable",
        "Alias is not writeable because alias \(name) is read-only or constant and cannot be written to.",
        name)
    }
    if options.contains(.allScope), !new.contains(.allScope) {
      throw AliasInfo.refusal(
        "AliasAllScopeOptionCannotBeRemoved", "The AllScope option cannot be removed from the alias '\(name)'.", name)
    }
  }

  fileprivate static func refusal(_ id: String, _ message: String, _ name: String) -> GuestError {
    GuestError.runtime(
      id, message, .WriteError, target: .string(name),
      type: "System.Management.Automation.SessionStateUnauthorizedAccessException")
  }
}
