/// Grammar facts about kinds of token.
extension TokenKind {
  /// How tightly a binary operator binds, 1 loosest; 0 for kinds that are no binary operator.
  @inline(__always)
  var precedence: UInt8 { TokenTraits.precedence[Int(rawValue)] }

  /// Whether the kind assigns.
  @inline(__always)
  var isAssignment: Bool {
    rawValue >= TokenKind.equals.rawValue && rawValue <= TokenKind.remainderEquals.rawValue
      || self == .questionQuestionEquals
  }

  /// Whether the word is a keyword of the language.
  var isKeyword: Bool { rawValue >= TokenKind.begin.rawValue && self != .dynamicKeyword }

  /// Whether the word opens a named block.
  var isBlockName: Bool {
    switch self {
    case .begin, .process, .end, .clean, .dynamicparam: return true
    default: return false
    }
  }

  /// Whether this is one of the unary operators.
  var isUnary: Bool {
    switch self {
    case .minusMinus, .plusPlus, .exclaim, .plus, .minus, .not, .bnot, .join, .isplit, .csplit, .comma: return true
    default: return false
    }
  }
}

/// Tables behind `TokenKind`'s traits.
enum TokenTraits {
  static let coalesce: UInt8 = 4

  nonisolated(unsafe) static let precedence: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    func set(_ kinds: [TokenKind], _ level: UInt8) {
      for kind in kinds { table[Int(kind.rawValue)] = level }
    }
    set([.and, .or, .xor], 1)
    set([.band, .bor, .bxor], 2)
    set([.questionQuestion], coalesce)
    for kind in TokenKind.join.rawValue...TokenKind.as.rawValue { table[Int(kind)] = 3 }
    set([.shl, .shr], 3)
    set([.plus, .minus], 5)
    set([.multiply, .divide, .rem], 6)
    set([.format], 7)
    set([.dotDot], 9)
    return UnsafePointer(table)
  }()
}
