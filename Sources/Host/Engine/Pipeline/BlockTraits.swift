import Diagnostics
import Objects
import Syntax

/// Which automatic variables the text of a block mentions, so that calls need not set up the others.
struct BlockTraits: OptionSet {
  let rawValue: UInt8
  static let args = BlockTraits(rawValue: 1)
  static let input = BlockTraits(rawValue: 2)
  static let boundParameters = BlockTraits(rawValue: 4)
  static let myInvocation = BlockTraits(rawValue: 8)
  static let psCmdlet = BlockTraits(rawValue: 16)
  /// Looked at; distinguishes "nothing mentioned" from "not known".
  static let known = BlockTraits(rawValue: 128)
  static let all: BlockTraits = [.args, .input, .boundParameters, .myInvocation, .psCmdlet, .known]

  /// Words, lower case, and what they stand for; names of commands that look variables up by name mean all.
  private static let words: [([UInt8], BlockTraits)] = [
    (Array("args".utf8), .args), (Array("input".utf8), .input),
    (Array("psboundparameters".utf8), .boundParameters), (Array("myinvocation".utf8), .myInvocation),
    (Array("pscmdlet".utf8), .psCmdlet), (Array("get-variable".utf8), .all), (Array("gv".utf8), .all),
    (Array("variable".utf8), .all), (Array("invoke-expression".utf8), .all), (Array("iex".utf8), .all),
    (Array("invokecommand".utf8), .all), (Array("executioncontext".utf8), .all),
    (Array("invokescript".utf8), .all), (Array("getvariablevalue".utf8), .all),
  ]

  /// Scans the words of a block's source.
  static func of(_ ast: ScriptBlockAst, owner: Ast?) -> BlockTraits {
    let source = ast.sourceText
    let extent = owner?.extent ?? ast.extent
    var result: BlockTraits = .known
    var i = max(0, Int(extent.start))
    let end = min(source.count, Int(extent.end))
    let base = source.base
    while i < end {
      guard isLetter(base[i]) else {
        i += 1
        continue
      }
      let start = i
      while i < end, isLetter(base[i]) || base[i] == 0x2D { i += 1 }
      result.formUnion(match(base + start, i - start))
      // `$args-join` is a variable and an operator.
      var dash = start
      while dash < i, base[dash] != 0x2D { dash += 1 }
      if dash < i { result.formUnion(match(base + start, dash - start)) }
      if result == .all { break }
    }
    return result
  }

  private static func isLetter(_ b: UInt8) -> Bool {
    let c = b | 0x20
    return c >= 0x61 && c <= 0x7A
  }

  private static func match(_ p: UnsafePointer<UInt8>, _ n: Int) -> BlockTraits {
    outer: for (word, trait) in words where word.count == n {
      for k in 0..<n {
        let b = p[k]
        let low = b >= 0x41 && b <= 0x5A ? b | 0x20 : b
        if low != word[k] { continue outer }
      }
      return trait
    }
    return []
  }
}
