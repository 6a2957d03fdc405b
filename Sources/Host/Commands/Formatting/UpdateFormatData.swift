import Basics
import Engine
import Formatting
import Objects
import Providers
import Serialization

/// Update-FormatData: loads the views of format files, or reads those loaded before again.
final class UpdateFormatData: Cmdlet {
  override func process() throws {
    var changes = ViewTable.current.files.map { ($0.path, false, false) }
    for p in try FormatDataFiles.paths(self, "PrependPath", "FormatPrependPathException").reversed() {
      changes.append((p, true, true))
    }
    for p in try FormatDataFiles.paths(self, "AppendPath", "FormatAppendPathException") {
      changes.append((p, true, false))
    }
    for (path, isNew, prepend) in changes {
      guard try runtime.shouldProcess(path, nil) else { continue }
      do {
        let views = try FormatFile.views(of: FormatDataFiles.document(path))
        ViewTable.current.load(views, from: path, prepend: isNew ? prepend : nil)
      } catch let e as FormatFileError {
        try refuse(path, e.message)
      } catch let e as GuestError {
        try refuse(path, e.record.message)
      } catch is FileError {
        try refuse(path, "The file cannot be read.")
      }
    }
  }

  private func refuse(_ path: String, _ why: String) throws {
    try writeError(
      error(
        "FormatXmlUpdateException", "There were errors in updating the format data: \(path): \(why)", .InvalidOperation,
        type: "System.Management.Automation.RuntimeException"))
  }
}

/// Finding and reading format and type files.
enum FormatDataFiles {
  /// The files a path parameter names; what names none is an error of the given id.
  static func paths(_ cmdlet: Cmdlet, _ parameter: String, _ id: String) throws -> [String] {
    var out: [String] = []
    for text in cmdlet.strings(parameter) {
      var found: [String] = []
      if Wildcard.containsWildcards(text) {
        found = try cmdlet.session.glob(text).map(\.path)
      } else {
        let p = try cmdlet.session.place(text).path
        if FileCalls.exists(p) { found = [p] }
      }
      if found.isEmpty {
        try cmdlet.writeError(
          cmdlet.error(
            id, "Cannot find path '\(text)' because it does not exist.", .InvalidOperation, target: .string(text),
            type: "System.Management.Automation.ItemNotFoundException"))
      } else if let wrong = found.first(where: { !$0.lowercased().hasSuffix(".ps1xml") }) {
        try cmdlet.writeError(
          cmdlet.error(
            id, "The file \(wrong) is not valid: its name must end in .ps1xml.", .InvalidOperation,
            target: .string(wrong), type: "System.Management.Automation.PSInvalidOperationException"))
      } else {
        out += found
      }
    }
    return out
  }

  /// The tree of an XML file.
  static func document(_ path: String) throws -> XmlNodeObject {
    let text = TextEncoding.decodeFile(try FileCalls.read(path), .standard)
    guard let type = TypeResolver.resolve("System.Xml.XmlDocument"),
      let document = try Operations.convert(.string(text), to: type).asObject(XmlNodeObject.self), document.root != nil
    else { throw FormatFileError("The file holds no XML document.") }
    return document
  }
}
