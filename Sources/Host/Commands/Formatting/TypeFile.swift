import Basics
import Engine
import Formatting
import Objects

/// Reads a type file (`*.types.ps1xml`): extended members for the objects of types.
struct TypeFile {
  private let engine: Runspace

  /// The members of each type in a parsed file; nothing is changed when anything in it is wrong.
  static func read(_ document: XmlNodeObject, _ engine: Runspace) throws -> [(type: String, members: [Member])] {
    guard let root = document.root, root.localName == "Types" else {
      throw FormatFileError("The root element must be Types.")
    }
    let file = TypeFile(engine: engine)
    return try root.children.filter { $0.kind == .element }.map { try file.type($0) }
  }

  private func type(_ node: XmlNodeObject) throws -> (String, [Member]) {
    guard node.localName == "Type", let name = text(node, "Name"), !name.isEmpty else {
      throw FormatFileError("A type has no name.")
    }
    guard let body = child(node, "Members") else { throw FormatFileError("The type \(name) has no members.") }
    var members: [Member] = []
    for m in body.children where m.kind == .element {
      if m.localName == "MemberSet" { members += try standard(m) } else { members.append(try member(m)) }
    }
    return (TypeResolver.resolve(name)?.fullName ?? name, members)
  }

  private func member(_ n: XmlNodeObject) throws -> Member {
    guard let name = text(n, "Name"), !name.isEmpty else { throw FormatFileError("A member has no name.") }
    let m: Member
    switch n.localName {
    case "NoteProperty":
      guard let value = child(n, "Value") else { throw FormatFileError("The note \(name) has no value.") }
      let type = text(n, "TypeName").flatMap { TypeResolver.resolve($0) }
      let v = Value.string(value.innerText)
      m = .note(name, try type.map { try Operations.convert(v, to: $0) } ?? v)
    case "AliasProperty":
      guard let target = text(n, "ReferencedMemberName") else {
        throw FormatFileError("The alias \(name) refers to nothing.")
      }
      m = MemberFactory.alias(name, target, type: text(n, "TypeName").flatMap { TypeResolver.resolve($0) })
    case "ScriptProperty":
      let get = try child(n, "GetScriptBlock").map { try block($0) }
      let set = try child(n, "SetScriptBlock").map { try block($0) }
      if get == nil, set == nil { throw FormatFileError("The property \(name) has no script.") }
      m = MemberFactory.scriptProperty(name, get: get, set: set)
    case "ScriptMethod":
      guard let script = child(n, "Script") else { throw FormatFileError("The method \(name) has no script.") }
      m = MemberFactory.scriptMethod(name, try block(script))
    case "PropertySet": m = MemberFactory.propertySet(name, names(n))
    case "CodeProperty", "CodeMethod":
      throw FormatFileError("The member \(name) is written for .NET, which is not here.")
    default: throw FormatFileError("\(n.localName) is no kind of member.")
    }
    if let hidden = n.attribute("IsHidden")?.value { m.isHidden = Ordinal.equalsIgnoreCase(hidden, "true") }
    return m
  }

  /// The sets and notes of PSStandardMembers, kept as hidden members of the type.
  private func standard(_ n: XmlNodeObject) throws -> [Member] {
    guard let body = child(n, "Members") else { throw FormatFileError("A member set has no members.") }
    return try body.children.filter { $0.kind == .element }.map {
      let m = try member($0)
      m.isHidden = true
      return m
    }
  }

  private func names(_ n: XmlNodeObject) -> [String] {
    (child(n, "ReferencedProperties")?.children ?? []).filter { $0.kind == .element }.map(\.innerText)
  }

  private func block(_ n: XmlNodeObject) throws -> ScriptBlock {
    do {
      return try engine.parse(n.innerText, state: engine.globalState)
    } catch let e as GuestError {
      throw FormatFileError(e.record.message)
    }
  }

  private func child(_ n: XmlNodeObject, _ name: String) -> XmlNodeObject? {
    n.children.first { $0.kind == .element && $0.localName == name }
  }
  private func text(_ n: XmlNodeObject, _ name: String) -> String? { child(n, name)?.innerText }
}

extension UpdateTypeData {
  /// Loads the type files of -PrependPath and -AppendPath.
  func loadFiles() throws {
    var paths = try FormatDataFiles.paths(self, "PrependPath", "TypesPrependPathException")
    paths += try FormatDataFiles.paths(self, "AppendPath", "TypesAppendPathException")
    for path in paths {
      guard try runtime.shouldProcess(path, nil) else { continue }
      do {
        for (type, members) in try TypeFile.read(FormatDataFiles.document(path), engine) {
          let key = CIString(type)
          let table = engine.typeTables[key] ?? MemberTable()
          for m in members { table.set(m) }
          engine.typeTables[key] = table
        }
        TypeDataGeneration.bump()
      } catch let e as FormatFileError {
        try refuse(path, e.message)
      } catch let e as GuestError {
        try refuse(path, e.record.message)
      }
    }
  }

  private func refuse(_ path: String, _ why: String) throws {
    try writeError(
      error(
        "TypesXmlUpdateException", "There were errors in updating the type data: \(path): \(why)", .InvalidOperation,
        type: "System.Management.Automation.RuntimeException"))
  }
}
