/// The kinds of token, with PowerShell's names.
public enum TokenKind: UInt8, Sendable {
  case unknown, variable, splattedVariable, parameter, number, label, identifier, generic
  case newLine, lineContinuation, comment, endOfInput
  case stringLiteral, stringExpandable, hereStringLiteral, hereStringExpandable
  case lParen, rParen, lCurly, rCurly, lBracket, rBracket, atParen, atCurly, dollarParen
  case semi, andAnd, orOr, ampersand, pipe, comma, minusMinus, plusPlus, dotDot, colonColon, dot
  case exclaim, multiply, divide, rem, plus, minus
  case equals, plusEquals, minusEquals, multiplyEquals, divideEquals, remainderEquals
  case redirection, redirectInStd
  case format, not, bnot, and, or, xor, band, bor, bxor, join
  case ieq, ine, ige, igt, ilt, ile, ilike, inotlike, imatch, inotmatch, ireplace
  case icontains, inotcontains, iin, inotin, isplit
  case ceq, cne, cge, cgt, clt, cle, clike, cnotlike, cmatch, cnotmatch, creplace
  case ccontains, cnotcontains, cin, cnotin, csplit
  case `is`, isNot, `as`, postfixPlusPlus, postfixMinusMinus, shl, shr
  case colon, questionMark, questionQuestionEquals, questionQuestion, questionDot, questionLBracket
  case begin = 119
  case `break`, `catch`, `class`, `continue`, data, define, `do`, dynamicparam, `else`, elseIf, end, exit
  case filter, finally, `for`, foreach, from, function, `if`, `in`, param, process, `return`, `switch`
  case `throw`, trap, `try`, until, using, `var`, `while`, workflow, parallel, sequence, inlineScript
  case configuration, dynamicKeyword, `public`, `private`, `static`, interface, `enum`, namespace, module
  case type, assembly, command, hidden, base, `default`, clean

  /// The name of the member of PowerShell's TokenKind.
  public var name: String {
    switch self {
    case .dynamicparam: return "Dynamicparam"
    default:
      let word = String(describing: self)
      return word.prefix(1).uppercased() + word.dropFirst()
    }
  }
}
