import Basics
import Engine
import Objects
import Providers

/// Get-FileHash.
final class GetFileHash: Cmdlet {
  override func process() throws {
    let name = (string("Algorithm") ?? "SHA256").uppercased()
    if has("InputStream") {
      let hash = try digest(name, arg("InputStream"))
      return try write(result(name, hash, ""))
    }
    for p in try itemPaths() {
      if FileCalls.isDirectory(p.path) {
        try writeError(
          error(
            "UnauthorizedAccessError", "The file '\(p.path)' cannot be read: Access to the path '\(p.path)' is denied.",
            .InvalidData, target: .string(p.path), type: "System.UnauthorizedAccessException"))
        continue
      }
      let made = try attempt { () -> String in
        let bytes = try FileErrors.wrap("FileReadError", .ReadError) { try FileCalls.read(p.path) }
        return try self.digest(name, .object(PSArray(bytes.map { .byte($0) }, of: Types.byte)))
      }
      if let made { try write(result(name, made, p.path)) }
    }
  }

  private func digest(_ name: String, _ source: Value) throws -> String {
    let type = Types.named("System.Security.Cryptography." + name)
    let v = try MemberAccess.invokeStatic(type, "HashData", [source])
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for x in try Operations.elements(v) ?? [] {
      guard case .scalar(_, let b) = x.base else { continue }
      out += [digits[Int(b >> 4 & 15)], digits[Int(b & 15)]]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func result(_ name: String, _ hash: String, _ path: String) -> Value {
    let o = PSCustomObject([
      ("Algorithm", .string(name)), ("Hash", .string(hash)), ("Path", path.isEmpty ? .null : .string(path)),
    ])
    o.typeNames = ["Microsoft.PowerShell.Commands.FileHashInfo", "System.Object"]
    return .object(FileHashInfo(o))
  }
}

/// A hash as Get-FileHash gives it.
final class FileHashInfo: Obj {
  private let facts: PSCustomObject
  init(_ facts: PSCustomObject) { self.facts = facts }
  override var typeInfo: TypeInfo { FileHashInfo.type }
  private static let type: TypeInfo = {
    let name = "Microsoft.PowerShell.Commands.FileHashInfo"
    Catalogue.register(name) { t in
      for n in ["Algorithm", "Hash", "Path"] {
        t.prop("string \(n)", { v in v.asObject(FileHashInfo.self)?.facts.extended?[n]?.value ?? .null }) { v, new in
          v.asObject(FileHashInfo.self)?.facts.setNote(n, new)
        }
      }
    }
    return Types.named(name)
  }()
}
