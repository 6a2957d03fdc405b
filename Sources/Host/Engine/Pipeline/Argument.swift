import Basics
import Diagnostics
import Objects

/// What is constant about one argument of a command: how it is written and where.
///
/// Made once per call site by the compiler, so that passing an argument costs no allocation.
public final class ArgumentSite {
  /// How an argument is written.
  public enum Kind: UInt8, Sendable {
    /// An unquoted word, possibly with variables in it; native commands expand `*` and `~` in it.
    case bareword
    /// An unquoted number; `text` is how it was spelled, which strings and native commands get.
    case number
    /// Quoted text, a variable, a parenthesised expression: anything else with a value.
    case expression
    /// `-Name`; whatever follows may become its value.
    case parameter
    /// `-Name:value`; the value travels in the same `Argument`.
    case parameterWithValue
    /// `@variable`.
    case splat
    /// The raw text after `--%`.
    case verbatim
    /// `--`: what follows is positional.
    case endOfParameters
  }
  public let kind: Kind
  public let extent: Extent
  /// The source of `extent`, for error positions; nil for arguments made by the host.
  public let source: SourceText?
  /// The parameter's name without dash and colon; empty for other kinds.
  public let name: String
  /// The text as written: native commands get `-x:` and numbers this way.
  public let text: String
  /// The interned name, for finding the parameter quickly.
  private(set) lazy var symbol = Symbol(name)
  /// Whether a blank stands between `-Name:` and the value, which native commands see as two arguments.
  public var hasSpaceAfterColon = false

  /// Whether the argument is a string in quotes: native commands take it as it is.
  private(set) lazy var isQuoted: Bool = {
    let first = text.utf8.first
    return first == 0x27 || first == 0x22 || text.hasPrefix("@'") || text.hasPrefix("@\"")
  }()
  /// Whether the argument is `a,b` without parentheses: native commands get the text, cut at blanks.
  private(set) lazy var isList: Bool = {
    var depth = 0
    var quote: UInt8 = 0
    for b in text.utf8 {
      if quote != 0 {
        if b == quote { quote = 0 }
        continue
      }
      switch b {
      case 0x27, 0x22: quote = b
      case 0x28, 0x5B, 0x7B: depth += 1
      case 0x29, 0x5D, 0x7D: depth -= 1
      case 0x2C where depth == 0: return true
      default: break
      }
    }
    return false
  }()

  public init(
    _ kind: Kind, extent: Extent = Extent(0, 0), source: SourceText? = nil, name: String = "", text: String = ""
  ) {
    // A bare `--` is written like a parameter without a name.
    self.kind = kind == .parameter && text == "--" ? .endOfParameters : kind
    self.extent = extent
    self.source = source
    self.name = name
    self.text = text
  }

  /// A value the host passes.
  nonisolated(unsafe) public static let anonymous = ArgumentSite(.expression)
}

/// One evaluated argument of a command.
public struct Argument {
  public let site: ArgumentSite
  /// The value; null for `-Name` alone and `--`.
  public var value: Value

  public init(_ site: ArgumentSite, _ value: Value) {
    self.site = site
    self.value = value
  }
  /// A positional value from the host.
  public static func positional(_ value: Value) -> Argument { Argument(.anonymous, value) }
  /// `-Name:value` from the host.
  public static func named(_ name: String, _ value: Value) -> Argument {
    Argument(ArgumentSite(.parameterWithValue, name: name, text: "-" + name + ":"), value)
  }
  /// `-Name` from the host.
  public static func flag(_ name: String) -> Argument {
    Argument(ArgumentSite(.parameter, name: name, text: "-" + name), .null)
  }
  /// `@value` from the host.
  public static func splat(_ value: Value) -> Argument { Argument(ArgumentSite(.splat), value) }
}

/// A redirection ready to apply; streams by PowerShell's number, 0 for all of them.
public enum Redirection {
  /// `n>&m`.
  case merge(from: Int, to: Int)
  /// `n> path`; an empty or null path forgets the stream.
  case file(from: Int, path: Value, append: Bool)
}
