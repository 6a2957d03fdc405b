import Basics

/// A key press as the editor sees it.
public struct Key: Equatable, Sendable {
  /// Which key.
  public enum Code: Equatable, Sendable {
    case character(Unicode.Scalar)
    case enter, tab, backspace, delete, insert, escape
    case up, down, left, right, home, end, pageUp, pageDown
    case function(Int)
    /// Text between the marks of a bracketed paste.
    case paste(String)
    /// A sequence without a meaning here.
    case unknown
  }

  /// Keys held down together with it.
  public struct Modifiers: OptionSet, Sendable {
    /// One bit a modifier, as terminals number them.
    public let rawValue: Int
    /// Wraps bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// The shift key.
    public static let shift = Modifiers(rawValue: 1)
    /// The alt or meta key.
    public static let alt = Modifiers(rawValue: 2)
    /// The control key.
    public static let control = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// Keys held down together with it.
  public var modifiers: Modifiers

  /// A key, without modifiers unless given.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}

/// Turns the bytes a terminal sends into keys; sequences may arrive in pieces.
public struct KeyDecoder: Sendable {
  private var pending: [UInt8] = []
  private var isPasting = false
  /// Longer sequences are noise: they are dropped so that they cannot swallow what is typed.
  private static let longestSequence = 64
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Starts with nothing pending.
  public init() {}

  /// Whether bytes wait that more bytes could complete. Within a paste, time decides nothing.
  public var needsTimeout: Bool { !pending.isEmpty && !isPasting }

  /// Takes bytes and answers the keys they complete.
  public mutating func feed(_ bytes: [UInt8]) -> [Key] {
    pending += bytes
    return decode(isFinal: false)
  }

  /// Answers what is pending as it stands: nothing more came in time (a lone escape key).
  public mutating func flush() -> [Key] {
    isPasting ? [] : decode(isFinal: true)
  }

  private mutating func decode(isFinal: Bool) -> [Key] {
    var keys: [Key] = []
    var start = 0
    while start < pending.count {
      if isPasting {
        guard let end = find(KeyDecoder.pasteEnd, from: start) else { break }
        keys.append(Key(.paste(KeyDecoder.normalized(pending[start..<end]))))
        start = end &+ KeyDecoder.pasteEnd.count
        isPasting = false
        continue
      }
      guard let (key, length) = KeyDecoder.parse(pending[start...], isFinal: isFinal) else { break }
      start &+= length
      if key.code == .paste("") { isPasting = true } else if key.code != .unknown { keys.append(key) }
    }
    pending.removeFirst(start)
    return keys
  }

  /// The first index at which the bytes stand; the search is short because it starts at an escape.
  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index &+ bytes.count <= pending.count {
      if pending[index] == 0x1B, pending[index...].starts(with: bytes) { return index }
      index &+= 1
    }
    return nil
  }

  /// Line ends become LF, other control characters but tabs vanish.
  private static func normalized(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case 0x0D: result.append(0x0A)
      case 0x0A: if previous != 0x0D { result.append(0x0A) }
      case 0x09, 0x20...0x7E, 0x80...0xFF: result.append(byte)
      default: break
      }
      previous = byte
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: - One key

  /// The key at the start of the bytes and its length; nil when more bytes are needed.
  private static func parse(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Key, Int)? {
    guard let first = bytes.first else { return nil }
    if first == 0x1B { return escape(bytes, isFinal: isFinal) }
    if first >= 0x80 { return scalar(bytes, isFinal: isFinal) }
    return (single(first), 1)
  }

  private static func single(_ byte: UInt8) -> Key {
    switch byte {
    case 0x0D, 0x0A: return Key(.enter)
    case 0x09: return Key(.tab)
    case 0x7F, 0x08: return Key(.backspace)
    case 0x00: return Key(.character(" "), .control)
    case 0x01...0x1A: return Key(.character(Unicode.Scalar(byte &+ 0x60)), .control)
    case 0x1C...0x1F: return Key(.character(Unicode.Scalar(byte &+ 0x40)), .control)
    default: return Key(.character(Unicode.Scalar(byte)))
    }
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Key, Int)? {
    let first = bytes[bytes.startIndex]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let continuation = bytes.dropFirst().prefix(length &- 1).prefix { $0 & 0xC0 == 0x80 }
    let have = 1 &+ continuation.count
    if have < length, have == bytes.count, !isFinal { return nil }
    let text = String(decoding: bytes.prefix(have), as: UTF8.self).unicodeScalars
    guard have == length, text.count == 1, let value = text.first else {
      return (Key(.character("\u{FFFD}")), have)
    }
    return (Key(.character(value)), have)
  }

  private static func escape(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Key, Int)? {
    let rest = bytes.dropFirst()
    guard let second = rest.first else { return isFinal ? (Key(.escape), 1) : nil }
    if second == 0x5B && rest.count > 1 { return controlSequence(bytes, isFinal: isFinal) }
    if second == 0x4F && rest.count > 1 { return (letterKey(bytes[bytes.startIndex &+ 2], []), 3) }
    if (second == 0x5B || second == 0x4F) && !isFinal { return nil }
    // A second escape would recurse; only one level means something (Alt with a sequence).
    if second == 0x1B {
      let inner = rest.dropFirst()
      guard !inner.isEmpty else { return isFinal ? (Key(.escape), 1) : nil }
      if inner.first != 0x5B && inner.first != 0x4F { return (Key(.escape), 1) }
    }
    guard let (key, length) = parse(rest, isFinal: isFinal) else { return nil }
    return (Key(key.code, key.modifiers.union(.alt)), length &+ 1)
  }

  private static func controlSequence(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> (Key, Int)? {
    var index = bytes.startIndex &+ 2
    // The Linux console sends two brackets for its first function keys.
    if bytes[index] == 0x5B {
      guard index &+ 1 < bytes.endIndex else { return isFinal ? (Key(.unknown), bytes.count) : nil }
      let number = Int(bytes[index &+ 1]) &- 0x40
      return (Key(1...5 ~= number ? .function(number) : .unknown), 4)
    }
    var parameters: [Int] = [0]
    while index < bytes.endIndex {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39:
        let last = parameters.count &- 1
        parameters[last] = min(parameters[last] &* 10 &+ Int(byte &- 0x30), 0x11_0000)
      case 0x3A, 0x3B: parameters.append(0)
      case 0x20...0x3F: break
      case 0x40...0x7E:
        return (sequenceKey(final: byte, parameters), index &- bytes.startIndex &+ 1)
      default:
        // Not a byte of a sequence: what came before it is dropped, the byte itself stays.
        return (Key(.unknown), index &- bytes.startIndex)
      }
      index &+= 1
      if index &- bytes.startIndex > longestSequence { return (Key(.unknown), longestSequence) }
    }
    return isFinal ? (Key(.unknown), bytes.count) : nil
  }

  private static func sequenceKey(final: UInt8, _ parameters: [Int]) -> Key {
    let first = parameters[0]
    let second = parameters.count > 1 ? parameters[1] : 1
    let modifiers = Key.Modifiers(rawValue: max(second &- 1, 0) & 7)
    switch final {
    case 0x7E where first == 27: return unicodeKey(parameters.count > 2 ? parameters[2] : 0, modifiers)
    case 0x7E: return Key(numbered(first), modifiers)
    case 0x75: return unicodeKey(first, modifiers)
    case 0x5A: return Key(.tab, .shift)
    default: return letterKey(final, modifiers)
    }
  }

  /// A key reported by its code point, as extended keyboard modes do.
  private static func unicodeKey(_ code: Int, _ modifiers: Key.Modifiers) -> Key {
    switch code {
    case 13: return Key(.enter, modifiers)
    case 9: return Key(.tab, modifiers)
    case 127, 8: return Key(.backspace, modifiers)
    case 27: return Key(.escape, modifiers)
    default:
      guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)) else { return Key(.unknown) }
      return Key(.character(scalar), modifiers)
    }
  }

  private static func letterKey(_ letter: UInt8, _ modifiers: Key.Modifiers) -> Key {
    switch letter {
    case 0x41: return Key(.up, modifiers)
    case 0x42: return Key(.down, modifiers)
    case 0x43: return Key(.right, modifiers)
    case 0x44: return Key(.left, modifiers)
    case 0x48: return Key(.home, modifiers)
    case 0x46: return Key(.end, modifiers)
    case 0x4D: return Key(.enter, modifiers)
    case 0x50...0x53: return Key(.function(Int(letter &- 0x4F)), modifiers)
    default: return Key(.unknown)
    }
  }

  private static func numbered(_ number: Int) -> Key.Code {
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(number &- 10)
    case 17...21: return .function(number &- 11)
    case 23, 24: return .function(number &- 12)
    // An empty paste stands for the mark that begins one.
    case 200: return .paste("")
    default: return .unknown
    }
  }
}
