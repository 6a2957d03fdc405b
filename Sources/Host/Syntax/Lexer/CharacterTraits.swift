/// What the lexer must know of a byte; a table of 256 entries, looked up by pointer.
enum CharacterTraits {
  static let identifierStart: UInt8 = 1
  static let identifierFollow: UInt8 = 2
  static let space: UInt8 = 4
  static let newLine: UInt8 = 8
  /// Ends every token, also in command mode.
  static let endsToken: UInt8 = 16
  /// Ends a number in expression mode besides what ends every token.
  static let endsNumber: UInt8 = 32
  static let digit: UInt8 = 64
  static let variableFollow: UInt8 = 128

  /// The table; made once and never freed.
  nonisolated(unsafe) static let table: UnsafePointer<UInt8> = makeTable()

  private static func makeTable() -> UnsafePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      table[Int(byte)] |= identifierStart | identifierFollow | variableFollow
      table[Int(byte & 0xDF)] |= identifierStart | identifierFollow | variableFollow
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") {
      table[Int(byte)] |= identifierFollow | digit | variableFollow
    }
    table[0x5F] |= identifierStart | identifierFollow | variableFollow
    table[0x3F] |= variableFollow
    for byte in " \t\u{B}\u{C}".utf8 { table[Int(byte)] |= space | endsToken }
    for byte in "\r\n".utf8 { table[Int(byte)] |= newLine | endsToken }
    for byte in "\0&(),;{|}".utf8 { table[Int(byte)] |= endsToken }
    for byte in "!#%*+-./<=>]".utf8 { table[Int(byte)] |= endsNumber }
    return UnsafePointer(table)
  }
}
