/// What the command line asks for, by PowerShell's own switches and their shortest prefixes.
struct Arguments {
  /// What to run.
  enum Work {
    case interactive
    case standardInput
    case command(String)
    /// `-CommandWithArgs`: a command and the strings that become `$args`.
    case commandWithArguments(String, [String])
    case file(String, [String])
    case version
    case help
  }
  /// A command line that cannot be understood; the host prints the text and ends with code 64.
  struct Problem: Error { let text: String }

  var work = Work.interactive
  var noProfile = false
  var noLogo = false
  var nonInteractive = false
  var noExit = false
  var isLogin = false
  var workingDirectory: String?
  var outputFormat = "Text"
  /// Whether `-Interactive` or nothing but switches asked for a prompt.
  var wantsPrompt = false
  private var hasWork = false

  /// Reads the arguments behind the program's name; `inputIsTerminal` decides what no work means.
  init(_ arguments: [String], inputIsTerminal: Bool) throws {
    var rest = arguments[...]
    while let word = rest.first {
      rest.removeFirst()
      if word == "-" {
        work = .standardInput
        hasWork = true
        break
      }
      guard let key = Arguments.key(of: word) else {
        work = .file(word, Array(rest))
        hasWork = true
        break
      }
      if try take(key, word, &rest) { break }
    }
    if !hasWork { work = inputIsTerminal || wantsPrompt ? .interactive : .standardInput }
  }

  private static func key(of word: String) -> String? {
    if word == "/?" { return "?" }
    guard word.hasPrefix("-"), word.count > 1 else { return nil }
    let body = word.hasPrefix("--") ? word.dropFirst(2) : word.dropFirst()
    return String(body).lowercased()
  }

  /// Whether `key` abbreviates `name`, at least as long as `shortest`.
  private static func matches(_ key: String, _ name: String, _ shortest: String) -> Bool {
    name.hasPrefix(key) && key.hasPrefix(shortest)
  }

  /// Handles one switch; true when it takes all that follows.
  private mutating func take(_ key: String, _ word: String, _ rest: inout ArraySlice<String>) throws -> Bool {
    if Arguments.matches(key, "version", "v") {
      set(.version)
    } else if Arguments.matches(key, "help", "h") || key == "?" {
      set(.help)
    } else if Arguments.matches(key, "login", "l") {
      isLogin = true
    } else if Arguments.matches(key, "noexit", "noe") {
      noExit = true
    } else if Arguments.matches(key, "noprofile", "nop") {
      noProfile = true
    } else if Arguments.matches(key, "nologo", "nol") {
      noLogo = true
    } else if Arguments.matches(key, "noninteractive", "noni") {
      nonInteractive = true
    } else if Arguments.matches(key, "interactive", "i") {
      wantsPrompt = true
    } else if ["mta", "sta", "noprofileloadtime"].contains(key) {
      return false
    } else {
      return try takeValued(key, word, &rest)
    }
    return false
  }

  private mutating func takeValued(_ key: String, _ word: String, _ rest: inout ArraySlice<String>) throws -> Bool {
    if Arguments.matches(key, "file", "f") {
      let path = try value(of: word, &rest, "a file path")
      set(path == "-" ? .standardInput : .file(path, Array(rest)))
      return true
    }
    if key == "commandwithargs" || key == "cwa" {
      let text = try value(of: word, &rest, "a command")
      set(.commandWithArguments(text, Array(rest)))
      return true
    }
    if Arguments.matches(key, "command", "c") {
      guard !rest.isEmpty else {
        throw Problem(
          text: "Cannot process the command because of a missing parameter. A command must follow -Command.")
      }
      set(Array(rest) == ["-"] ? .standardInput : .command(rest.joined(separator: " ")))
      return true
    }
    if Arguments.matches(key, "encodedcommand", "e") || key == "ec" {
      let text = try value(of: word, &rest, "a Base64 text")
      guard let script = Base64Command.decode(text) else {
        throw Problem(
          text: "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. "
            + "The value must be Base64 encoded.")
      }
      set(.command(script))
      return false
    }
    if Arguments.matches(key, "workingdirectory", "wo") || key == "wd" {
      workingDirectory = try value(of: word, &rest, "a directory")
      return false
    }
    if Arguments.matches(key, "outputformat", "o") || key == "of" {
      outputFormat = try value(of: word, &rest, "Text or XML")
      return false
    }
    let ignored = [
      ("executionpolicy", "ex"), ("ep", "ep"), ("inputformat", "in"), ("if", "if"), ("windowstyle", "w"),
      ("settingsfile", "settings"), ("configurationname", "config"), ("configurationfile", "configurationfile"),
      ("custompipename", "cus"),
    ]
    for (name, shortest) in ignored where Arguments.matches(key, name, shortest) {
      _ = try value(of: word, &rest, "a value")
      return false
    }
    set(.file(word, Array(rest)))
    return true
  }

  private mutating func set(_ new: Work) {
    work = new
    hasWork = true
  }

  private func value(of word: String, _ rest: inout ArraySlice<String>, _ what: String) throws -> String {
    guard let v = rest.popFirst() else {
      throw Problem(text: "Cannot process the command because of a missing parameter: \(word) needs \(what).")
    }
    return v
  }
}

/// The Base64 of UTF-16 that `-EncodedCommand` takes.
enum Base64Command {
  /// The text, or nil when it is not properly encoded.
  static func decode(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for c in text.utf8 {
      guard let v = digit(c) else {
        if c == UInt8(ascii: "=") { padding += 1 } else if c != 10 && c != 13 && c != 32 { return nil }
        continue
      }
      if padding > 0 { return nil }
      bits = bits << 6 | UInt32(v)
      count += 1
      if count % 4 == 0 {
        bytes += [
          UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8), UInt8(truncatingIfNeeded: bits),
        ]
      }
    }
    switch count % 4 {
    case 1: return nil
    case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
    case 3: bytes += [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: break
    }
    if (count + padding) % 4 != 0 || bytes.count % 2 != 0 { return nil }
    var units: [UInt16] = []
    for i in stride(from: 0, to: bytes.count, by: 2) { units.append(UInt16(bytes[i]) | UInt16(bytes[i + 1]) << 8) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func digit(_ c: UInt8) -> UInt8? {
    switch c {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return c - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return c - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return c - 48 + 52
    case UInt8(ascii: "+"): return 62
    case UInt8(ascii: "/"): return 63
    default: return nil
    }
  }
}
