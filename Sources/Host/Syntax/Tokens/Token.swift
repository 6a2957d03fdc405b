import Diagnostics

/// What is known of a token besides its kind.
public struct TokenFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// The word is a keyword here.
  public static let keyword = TokenFlags(rawValue: 1)
  /// The word is the name of a command.
  public static let commandName = TokenFlags(rawValue: 2)
  /// The name of a member after `.` or `::`.
  public static let memberName = TokenFlags(rawValue: 4)
  /// The name of a type.
  public static let typeName = TokenFlags(rawValue: 8)
  /// The name of an attribute.
  public static let attributeName = TokenFlags(rawValue: 16)
  /// The token is cut short by the end of input or malformed.
  public static let error = TokenFlags(rawValue: 32)
  /// Text with backticks to resolve.
  public static let escapes = TokenFlags(rawValue: 64)
  /// Text with variables or sub-expressions.
  public static let expands = TokenFlags(rawValue: 128)
  /// A parameter that ends in a colon.
  public static let usedColon = TokenFlags(rawValue: 256)
  /// A word with quoted stretches.
  public static let quotes = TokenFlags(rawValue: 512)
  /// A variable whose path holds a colon or backticks, or is written in braces.
  public static let complexPath = TokenFlags(rawValue: 1024)
  /// A redirection that appends.
  public static let append = TokenFlags(rawValue: 2048)
  /// White space comes right before the token.
  public static let spaced = TokenFlags(rawValue: 4096)
  /// Where an assignment operator stands.
  public static let assignmentOperator = TokenFlags(rawValue: 8192)
  /// The text after `--%`.
  public static let verbatim = TokenFlags(rawValue: 16384)
}

/// One token: where it stands and what it is; its value is read from the source when asked for.
public struct Token: Sendable {
  public var kind: TokenKind
  public var flags: TokenFlags
  public var extent: Extent

  /// Makes a token.
  @inlinable
  public init(_ kind: TokenKind, _ extent: Extent, flags: TokenFlags = []) {
    self.kind = kind
    self.flags = flags
    self.extent = extent
  }
}
