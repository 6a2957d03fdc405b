import Basics
import Engine
import Objects
import Providers

/// Get-ItemProperty: an item, or some of its properties with those that say where it is.
final class GetItemProperty: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard p.provider.isHierarchical else {
        try writeError(noProperties(p))
        continue
      }
      guard case .some(.some(let v)) = try attempt({ try self.itemObject(p) }) else { continue }
      let names = strings("Name")
      if names.isEmpty {
        try write(v)
        continue
      }
      let all = MemberAccess.members(of: v).filter { $0.isProperty && !$0.isHidden && !$0.isStatic }
      let out = PSCustomObject()
      for n in names {
        let w = try session.pattern(n)
        let hits = all.filter { w.matches($0.name) && !$0.name.hasPrefix("PS") }
        if hits.isEmpty, !Wildcard.containsWildcards(n) { try writeError(missing(n, p)) }
        for m in hits { out.setNote(m.name, (try? MemberAccess.get(v, m.name)) ?? .null) }
      }
      if out.extended?.isEmpty == false { try write(session.annotate(.object(out), p)) }
    }
  }

  private func missing(_ name: String, _ p: ItemPath) -> ErrorRecord {
    error(
      "GetValueError", "The property \(name) does not exist or was not found.", .ReadError, target: .string(p.path),
      type: "System.IO.IOException")
  }
}

extension Cmdlet {
  /// The error of a property command on a store whose items have none.
  func noProperties(_ p: ItemPath) -> ErrorRecord {
    error(
      "NotSupported",
      "Cannot use interface. The IPropertyCmdletProvider interface is not supported by this provider.", .NotImplemented,
      type: "System.Management.Automation.PSNotSupportedException")
  }
}

/// Get-ItemPropertyValue.
final class GetItemPropertyValue: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard case .some(.some(let v)) = try attempt({ try self.itemObject(p) }) else { continue }
      for n in strings("Name") {
        guard let value = try MemberAccess.get(v, n) else {
          try writeError(
            error(
              "System.IO.IOException", "The property \(n) does not exist or was not found.", .NotSpecified,
              target: .string(p.path), type: "System.IO.IOException"))
          continue
        }
        try write(value)
      }
    }
  }
}

/// Set-ItemProperty.
final class SetItemProperty: Cmdlet {
  override func process() throws {
    let pairs = try properties()
    for p in try itemPaths() {
      guard case .some(.some(let v)) = try attempt({ try self.itemObject(p) }) else { continue }
      guard p.provider.isHierarchical else {
        try writeError(noProperties(p))
        continue
      }
      let kind = FileCalls.isDirectory(p.path) ? "Directory" : "File"
      let changed = PSCustomObject()
      for (name, value) in pairs {
        let shown = try Operations.toString(value)
        guard try runtime.shouldProcess("Item: \(p.path) Property: \(name) Value: \(shown)", "Set Property \(kind)")
        else {
          continue
        }
        try attempt {
          guard let m = MemberAccess.find(v, name) else {
            throw GuestError(
              self.error(
                "System.Management.Automation.PSArgumentException",
                "Property \(name) does not exist at path \(p.path).", .InvalidArgument, target: .string(p.path),
                type: "System.Management.Automation.PSArgumentException"))
          }
          try MemberAccess.set(v, m.name, value)
          changed.setNote(m.name, value)
        }
      }
      if flag("PassThru"), changed.extended?.isEmpty == false { try write(session.annotate(.object(changed), p)) }
    }
  }

  private func properties() throws -> [(String, Value)] {
    if let name = string("Name") { return [(name, arg("Value"))] }
    let input = arg("InputObject")
    return MemberAccess.members(of: input).filter { $0.isProperty && !$0.isStatic && !$0.isHidden }.map {
      ($0.name, (try? $0.get(input)) ?? .null)
    }
  }
}

/// Clear-ItemProperty: attributes of a file back to normal.
final class ClearItemProperty: Cmdlet {
  override func process() throws {
    for p in try itemPaths() {
      guard case .some(.some(let v)) = try attempt({ try self.itemObject(p) }) else { continue }
      guard p.provider.isHierarchical else {
        try writeError(noProperties(p))
        continue
      }
      for n in strings("Name") {
        guard try runtime.shouldProcess("Item: \(p.path) Property: \(n)", "Clear Property File") else { continue }
        try attempt { try MemberAccess.set(v, n, .null) }
      }
    }
  }
}
