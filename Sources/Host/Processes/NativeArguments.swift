import Basics
import Glibc

/// Helpers that turn what a shell has in hand into the argument vector of a native command.
public enum NativeArguments {
  /// Cuts a command line at blanks; double quotes group, backslashes protect quotes.
  ///
  /// Backslashes are plain unless they precede a double quote: then each pair gives one, and an odd one
  /// makes the quote plain. Two quotes inside a quoted part give one.
  public static func split(_ line: String) -> [String] {
    var splitter = CommandLineSplitter(bytes: Array(line.utf8))
    return splitter.run()
  }

  /// Joins arguments the way old hosts did: empty ones vanish, blanks get quotes, quotes stay unprotected.
  public static func joinLegacy(_ arguments: [String]) -> String {
    var parts: [String] = []
    for argument in arguments where !argument.isEmpty {
      let hasBlank = argument.utf8.contains { $0 == 0x20 || $0 == 0x09 }
      parts.append(hasBlank && !argument.hasPrefix("\"") ? "\"\(argument)\"" : argument)
    }
    return parts.joined(separator: " ")
  }
}

private struct CommandLineSplitter {
  let bytes: [UInt8]
  private var at = 0
  private var current: [UInt8] = []
  private var isOpen = false
  private var quoted = false
  private var result: [String] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> [String] {
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x5C {
        backslashes()
      } else if byte == 0x22 {
        quote()
      } else if !quoted && (byte == 0x20 || byte == 0x09) {
        finish()
        at &+= 1
      } else {
        current.append(byte)
        isOpen = true
        at &+= 1
      }
    }
    finish()
    return result
  }

  private mutating func backslashes() {
    var count = 0
    while at < bytes.count, bytes[at] == 0x5C {
      count &+= 1
      at &+= 1
    }
    isOpen = true
    guard at < bytes.count, bytes[at] == 0x22 else {
      current.append(contentsOf: repeatElement(0x5C, count: count))
      return
    }
    current.append(contentsOf: repeatElement(0x5C, count: count / 2))
    if count % 2 == 1 {
      current.append(0x22)
      at &+= 1
    }
  }

  private mutating func quote() {
    isOpen = true
    if quoted, at &+ 1 < bytes.count, bytes[at &+ 1] == 0x22 {
      current.append(0x22)
      at &+= 2
      return
    }
    quoted.toggle()
    at &+= 1
  }

  private mutating func finish() {
    if isOpen { result.append(String(decoding: current, as: UTF8.self)) }
    current.removeAll(keepingCapacity: true)
    isOpen = false
  }
}

/// Expansion of wildcard paths against the file system.
public enum PathGlob {
  /// The paths a pattern stands for, in ordinal order; empty when nothing matches or the pattern is malformed.
  ///
  /// A relative pattern starts at `directory` and gives relative paths. Hidden names need a pattern that
  /// begins with a dot.
  public static func expand(_ pattern: String, in directory: String, ignoreCase: Bool = true) -> [String] {
    let isRooted = pattern.utf8.first == 0x2F
    var found: [String] = [isRooted ? "/" : ""]
    let segments = pattern.split(separator: "/", omittingEmptySubsequences: true)
    for (index, segment) in segments.enumerated() {
      let isLast = index &+ 1 == segments.count
      var next: [String] = []
      guard let matcher = try? Wildcard(String(segment), ignoreCase: ignoreCase) else { return [] }
      for base in found {
        if let literal = matcher.literal {
          let path = base + literal
          if access(absolute(path, directory), F_OK) == 0 { next.append(isLast ? path : path + "/") }
          continue
        }
        let names = DirectoryListing.names(absolute(base, directory)).filter { name in
          (name.utf8.first != 0x2E || segment.utf8.first == 0x2E) && matcher.matches(name)
        }
        for name in names.sorted(by: { Ordinal.compare($0, $1) < 0 }) {
          if isLast {
            next.append(base + name)
          } else if FileFacts(path: absolute(base + name, directory))?.isDirectory == true {
            next.append(base + name + "/")
          }
        }
      }
      found = next
      if found.isEmpty { return [] }
    }
    return found.filter { !$0.isEmpty }
  }

  private static func absolute(_ path: String, _ directory: String) -> String {
    if path.utf8.first == 0x2F { return path }
    return path.isEmpty ? directory : directory + "/" + path
  }
}
