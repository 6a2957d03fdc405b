/// A `System.Version`: two to four numbers.
struct ModuleVersion: Comparable, Hashable {
  var parts: [Int32]

  init(parts: [Int32]) { self.parts = parts }

  /// Reads `1.2`, `1.2.3` or `1.2.3.4`; anything else is nil.
  init?(_ text: String) {
    let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...4).contains(pieces.count) else { return nil }
    parts = []
    for piece in pieces {
      let trimmed = piece.drop { $0 == " " }
      guard let n = Int32(trimmed), n >= 0, trimmed.utf8.first != 0x2B else { return nil }
      parts.append(n)
    }
  }

  var text: String { parts.map(String.init).joined(separator: ".") }

  /// Whether a folder of that name is a version folder: the name reads as a version and prints the same (rule 78).
  static func isFolderName(_ name: String) -> Bool { ModuleVersion(name)?.text == name }

  /// A missing third or fourth part is less than 0.
  static func < (a: ModuleVersion, b: ModuleVersion) -> Bool {
    for i in 0..<4 {
      let x = i < a.parts.count ? a.parts[i] : -1
      let y = i < b.parts.count ? b.parts[i] : -1
      if x != y { return x < y }
    }
    return false
  }

  static let zero = ModuleVersion(parts: [0, 0])
}
