/// A dictionary key that compares ordinally ignoring case and keeps the original spelling.
public struct CIString: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// The text as it was written.
  public let string: String
  /// Hash of the folded text, made once so that lookups and rehashing never fold again.
  private let code: UInt64

  /// Wraps a string.
  public init(_ string: String) {
    self.string = string
    self.code = Ordinal.hashIgnoreCase(string)
  }

  /// Wraps a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The text as it was written.
  public var description: String { string }

  /// Equality ignoring case.
  public static func == (left: CIString, right: CIString) -> Bool {
    left.code == right.code && Ordinal.equalsIgnoreCase(left.string, right.string)
  }

  /// Order ignoring case.
  public static func < (left: CIString, right: CIString) -> Bool {
    Ordinal.compare(left.string, right.string, ignoreCase: true) < 0
  }

  /// Feeds the precomputed hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
  }
}
