import Basics
import CForeign
import Engine
import Glibc
import Objects

/// A shared library opened for a manifest.
final class ForeignLibrary {
  private let handle: UnsafeMutableRawPointer
  let name: String

  init(_ candidates: [String], base: String) throws {
    var problems: [String] = []
    for c in candidates {
      var path = c
      if c.utf8.contains(0) || c.isEmpty { continue }
      if !c.hasPrefix("/"), c.contains("/") || access(base + "/" + c, F_OK) == 0 { path = base + "/" + c }
      if path.contains("/") { try ModuleFile.checkTrust(path) }
      var message: UnsafePointer<CChar>?
      if let h = cforeign_dlopen(path, &message) {
        handle = h
        name = path
        return
      }
      problems.append(message.map { String(cString: $0) } ?? c)
    }
    throw ModuleFailure(.library, problems.isEmpty ? "the list is empty" : problems.joined(separator: "; "))
  }

  func symbol(_ name: String) throws -> UnsafeMutableRawPointer {
    guard let p = cforeign_dlsym(handle, name, nil) else {
      throw ModuleFailure(.symbol, "'\(name)' in '\(self.name)'")
    }
    return p
  }
}

/// Makes commands of what a manifest's `PrivateData.Native` says: docs/abi.md, section 10.
struct ManifestLibrary {
  private let base: String
  private let data: PSDictionary
  private var typedefs: [String: CType] = [:]
  private var library: ForeignLibrary!
  private var okCodes: [Int64] = [0]
  private var errorText: UnsafeMutableRawPointer?

  init(_ native: Value, base: String) throws {
    guard let d = native.asObject(PSDictionary.self) else {
      throw ModuleFailure(.manifestValue, "PrivateData.Native must be a table")
    }
    data = d
    self.base = base
  }

  /// The declared commands, opened and checked.
  mutating func commands() throws -> [(CommandDeclaration, FunctionCommand)] {
    guard let abi = ManifestValue.integer(data.get("Abi")) else {
      throw ModuleFailure(.manifestValue, "Native.Abi must be a number")
    }
    if abi != 1 { throw ModuleFailure(.abiMajor, "Native.Abi is \(abi), the host has 1") }
    for text in ManifestValue.texts(data.get("Typedef")) {
      let (name, type) = try PrototypeParser.typedef(text, typedefs)
      typedefs[name] = type
    }
    library = try ForeignLibrary(ManifestValue.texts(data.get("Library")), base: base)
    try checkVersion()
    try readErrors()
    guard let table = data.get("Cmdlets")?.asObject(PSDictionary.self) else {
      throw ModuleFailure(.manifestValue, "Native.Cmdlets must be a table")
    }
    var result: [(CommandDeclaration, FunctionCommand)] = []
    for (i, key) in table.keys.enumerated() {
      let name = (try? Operations.toString(key)) ?? ""
      guard let entry = table.values[i].asObject(PSDictionary.self) else {
        throw ModuleFailure(.manifestValue, "Native.Cmdlets.\(name) must be a table")
      }
      var builder = ForeignCommandBuilder(name, entry, typedefs, library, okCodes, errorText)
      result.append(try builder.make())
    }
    return result
  }

  /// Only the names, without opening anything.
  static func names(_ native: Value) -> [String] {
    guard let d = native.asObject(PSDictionary.self), let table = d.get("Cmdlets")?.asObject(PSDictionary.self) else {
      return []
    }
    return table.keys.compactMap { $0.stringOrNil }
  }

  // MARK: - Version and errors

  private func checkVersion() throws {
    guard let text = ManifestValue.text(data.get("Version")) else { return }
    let prototype = try PrototypeParser.function(text, typedefs)
    guard prototype.parameters.isEmpty, prototype.result.isText else {
      throw ModuleFailure(.prototype, "Native.Version must be 'const char *f(void)'")
    }
    let address = try library.symbol(prototype.name)
    guard let interval = ManifestValue.text(data.get("VersionRange")) else { return }
    let range = try VersionInterval(interval)
    guard let signature = cforeign_signature_for("p") else { return }
    var result: UInt64 = 0
    var none: [UInt64] = [0]
    cforeign_call(signature, address, &none, &result, nil)
    let found = UnsafePointer<CChar>(bitPattern: UInt(result)).map { String(cString: $0) } ?? ""
    guard range.contains(found) else {
      throw ModuleFailure(.versionRange, "'\(library.name)' is version '\(found)', the manifest wants \(interval)")
    }
  }

  private mutating func readErrors() throws {
    guard let v = data.get("Errors"), !v.isNull else { return }
    guard let d = v.asObject(PSDictionary.self) else {
      throw ModuleFailure(.manifestValue, "Native.Errors must be a table")
    }
    if let ok = d.get("Ok") {
      okCodes = try HostTable.elements(ok).map {
        guard let n = ManifestValue.integer($0) else {
          throw ModuleFailure(.manifestValue, "Native.Errors.Ok must be numbers")
        }
        return n
      }
    }
    guard let text = ManifestValue.text(d.get("Text")) else { return }
    let prototype = try PrototypeParser.function(text, typedefs)
    guard prototype.parameters.count == 1, prototype.parameters[0].type.number != nil, prototype.result.isText else {
      throw ModuleFailure(.prototype, "Native.Errors.Text must be 'const char *f(int)'")
    }
    errorText = try library.symbol(prototype.name)
  }
}

/// Reading literals of a manifest.
enum ManifestValue {
  static func text(_ v: Value?) -> String? {
    guard let v, !v.isNull else { return nil }
    return try? Operations.toString(v)
  }
  static func texts(_ v: Value?) -> [String] {
    guard let v, !v.isNull else { return [] }
    return ((try? HostTable.elements(v)) ?? []).compactMap { try? Operations.toString($0) }
  }
  static func integer(_ v: Value?) -> Int64? {
    guard let v, !v.isNull else { return nil }
    switch v.base {
    case .int(let i): return Int64(i)
    case .long(let i): return i
    case .string(let s): return Int64(s)
    default: return nil
    }
  }
  static func flag(_ v: Value?) -> Bool { v.map { Operations.isTrue($0) } ?? false }
}

/// An interval of versions, as `[1.2,2.0)`.
struct VersionInterval {
  private let low: [Int]?
  private let high: [Int]?
  private let includesLow: Bool
  private let includesHigh: Bool

  init(_ text: String) throws {
    let t = text.filter { $0 != " " }
    let failure = ModuleFailure(.manifestValue, "'\(text)' is not an interval of versions")
    guard let first = t.first, let last = t.last, "[(".contains(first), "])".contains(last), t.count >= 3 else {
      throw failure
    }
    let parts = t.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { throw failure }
    func end(_ s: String) throws -> [Int]? {
      if s.isEmpty { return nil }
      guard let n = DeclarationParser.numbers(s) else { throw failure }
      return n
    }
    low = try end(parts[0])
    high = try end(parts[1])
    includesLow = first == "["
    includesHigh = last == "]"
  }

  /// Whether a version, possibly with letters after its numbers, lies inside.
  func contains(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let numbers = digits.split(separator: ".").prefix(4).compactMap { Int($0) }
    if numbers.isEmpty { return false }
    if let low {
      let c = VersionInterval.compare(numbers, low)
      if c < 0 || (c == 0 && !includesLow) { return false }
    }
    if let high {
      let c = VersionInterval.compare(numbers, high)
      if c > 0 || (c == 0 && !includesHigh) { return false }
    }
    return true
  }

  private static func compare(_ a: [Int], _ b: [Int]) -> Int {
    for i in 0..<max(a.count, b.count) {
      let x = i < a.count ? a[i] : 0
      let y = i < b.count ? b[i] : 0
      if x != y { return x < y ? -1 : 1 }
    }
    return 0
  }
}
