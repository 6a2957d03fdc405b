import Basics
import Glibc
import Objects
import Processes

/// Turns evaluated arguments into the words a native command gets.
struct NativeArgumentList {
  private let runspace: Runspace
  private(set) var words: [String] = []
  private let home: String?

  init(_ runspace: Runspace) {
    self.runspace = runspace
    home = Environment.get("HOME")
  }

  mutating func add(_ arguments: [Argument]) throws {
    for a in arguments {
      switch a.site.kind {
      case .bareword: try add(a.value, quoted: false)
      case .expression:
        if a.value.asObject(PSArray.self) != nil, a.site.isList {
          for w in a.site.text.split(separator: " ", omittingEmptySubsequences: true) { expand(String(w)) }
        } else {
          try add(a.value, quoted: a.site.isQuoted)
        }
      case .number: words.append(a.site.text)
      case .parameter: expand(a.site.text)
      case .parameterWithValue: try addNamed(a)
      case .splat: try addSplat(a.value)
      case .endOfParameters: words.append("--")
      case .verbatim:
        for w in try Operations.toString(a.value).split(whereSeparator: { $0 == " " || $0 == "\t" }) {
          words.append(String(w))
        }
      }
    }
  }

  /// `-name:value` stays one word unless a blank stood in between.
  private mutating func addNamed(_ a: Argument) throws {
    if a.site.hasSpaceAfterColon {
      words.append(a.site.text)
      try add(a.value, quoted: true)
      return
    }
    if a.value.isNull { return words.append(a.site.text) }
    words.append(a.site.text + (try Operations.toString(a.value)))
  }

  private mutating func addSplat(_ v: Value) throws {
    if let d = v.asObject(PSDictionary.self) {
      for i in 0..<d.keys.count {
        let key = try Operations.toString(d.keys[i])
        let value = d.values[i]
        words.append(value.isNull ? "-" + key : "-" + key + ":" + (try Operations.toString(value)))
      }
      return
    }
    if v.isNull { return }
    if v.stringOrNil != nil { return try add(v, quoted: false) }
    let elements = try Runspace.splatElements(v)
    for x in elements {
      // PowerShell loses the name of `-name:value` when `$args` is splatted on to a program.
      if Runspace.markedName(x) != nil, x.stringOrNil?.utf8.last == 0x3A { continue }
      try add(x, quoted: false)
    }
  }

  /// A value: nothing for null, one word an element for collections.
  private mutating func add(_ v: Value, quoted: Bool) throws {
    switch v.base {
    case .null, .nothing: return
    case .string(let s): quoted ? words.append(s) : expand(s)
    case .object:
      guard let items = try Operations.enumerate(v) else {
        words.append(try Operations.toString(v))
        return
      }
      while let x = try items.next() {
        let text = try Operations.toString(x)
        quoted || x.stringOrNil == nil ? words.append(text) : expand(text)
      }
    default: words.append(try Operations.toString(v))
    }
  }

  /// A word without quotes: `~` and wildcards mean paths.
  private mutating func expand(_ word: String) {
    let bytes = word.utf8
    if bytes.contains(where: { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B }) {
      if let paths = runspace.globPath(word), !paths.isEmpty {
        words += paths
        return
      }
    }
    if bytes.first == 0x7E, let home, bytes.count == 1 || bytes.dropFirst().first == 0x2F {
      words.append(home + String(word.dropFirst()))
      return
    }
    words.append(word)
  }
}
