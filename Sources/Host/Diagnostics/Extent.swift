/// A half-open range of byte offsets (UTF-8) in one source text.
public struct Extent: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset after the last byte.
  public var end: Int32

  /// Makes an extent from two byte offsets.
  @inlinable
  public init(_ start: Int32, _ end: Int32) {
    self.start = start
    self.end = end
  }

  /// Number of bytes covered.
  @inlinable
  public var count: Int { Int(end) - Int(start) }

  /// Whether no byte is covered.
  @inlinable
  public var isEmpty: Bool { start >= end }

  /// The empty extent at the end of this one.
  @inlinable
  public var after: Extent { Extent(end, end) }

  /// The empty extent at the start of this one.
  @inlinable
  public var before: Extent { Extent(start, start) }

  /// The extent from the start of this one to the end of `other`.
  @inlinable
  public func through(_ other: Extent) -> Extent { Extent(start, other.end) }
}
