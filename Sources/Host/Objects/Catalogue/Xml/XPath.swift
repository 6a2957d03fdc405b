import Basics

/// A value of XPath.
enum XPathValue {
  case nodes([XmlNodeObject])
  case string(String)
  case number(Double)
  case bool(Bool)

  var string: String {
    switch self {
    case .nodes(let n): return n.first?.innerText ?? ""
    case .string(let s): return s
    case .number(let d): return d == d.rounded() && abs(d) < 1e15 ? String(Int64(d)) : d.isNaN ? "NaN" : "\(d)"
    case .bool(let b): return b ? "true" : "false"
    }
  }
  var number: Double {
    switch self {
    case .number(let d): return d
    case .bool(let b): return b ? 1 : 0
    default: return Double(Trimming.trim(string, left: true, right: true)) ?? .nan
    }
  }
  var bool: Bool {
    switch self {
    case .nodes(let n): return !n.isEmpty
    case .string(let s): return !s.isEmpty
    case .number(let d): return d != 0 && !d.isNaN
    case .bool(let b): return b
    }
  }
}

/// An XPath 1.0 expression.
indirect enum XPathExpression {
  case literal(XPathValue)
  case path(absolute: Bool, start: XPathExpression?, steps: [XPathStep])
  case binary(String, XPathExpression, XPathExpression)
  case negate(XPathExpression)
  case call(String, [XPathExpression])
}

/// One step of a path.
struct XPathStep {
  enum Test { case any, node, text, comment, instruction, name(prefix: String?, local: String) }
  var axis: String
  var test: Test
  var predicates: [XPathExpression]
}

/// Reads XPath text.
struct XPathParser {
  private var tokens: [String] = []
  private var i = 0
  private let text: String

  static func parse(_ text: String) throws -> XPathExpression {
    var p = try XPathParser(text)
    let e = try p.or(0)
    if p.i < p.tokens.count { throw p.error() }
    return e
  }

  private init(_ text: String) throws {
    self.text = text
    var s = Array(text.unicodeScalars)[...]
    while let c = s.first {
      if c == " " || c == "\n" || c == "\t" || c == "\r" {
        s.removeFirst()
      } else if c == "'" || c == "\"" {
        let body = s.dropFirst().prefix { $0 != c }
        guard s.count > body.count + 1 else { throw error() }
        tokens.append("'" + XPathParser.string(body))
        s = s.dropFirst(body.count + 2)
      } else if c.properties.numericType != nil || (c == "." && s.dropFirst().first?.properties.numericType != nil) {
        let body = s.prefix { $0.properties.numericType != nil || $0 == "." }
        tokens.append("#" + XPathParser.string(body))
        s = s.dropFirst(body.count)
      } else if c.properties.isAlphabetic || c == "_" {
        var body = s.prefix {
          $0.properties.isAlphabetic || $0.properties.numericType != nil || "_-.:".unicodeScalars.contains($0)
        }
        if let two = XPathParser.doubleColon(body) { body = body[..<two] }
        tokens.append(XPathParser.string(body))
        s = s.dropFirst(body.count)
        if tokens[tokens.count - 1].hasSuffix(":"), s.first == "*" {
          tokens[tokens.count - 1] += "*"
          s.removeFirst()
        }
      } else {
        let two = XPathParser.string(s.prefix(2))
        let n = ["//", "..", "!=", "<=", ">=", "::"].contains(two) ? 2 : 1
        tokens.append(XPathParser.string(s.prefix(n)))
        s = s.dropFirst(n)
      }
    }
  }
  private static func string(_ s: ArraySlice<Unicode.Scalar>) -> String {
    var v = String.UnicodeScalarView()
    v.append(contentsOf: s)
    return String(v)
  }
  private static func doubleColon(_ s: ArraySlice<Unicode.Scalar>) -> Int? {
    var j = s.startIndex
    while j + 1 < s.endIndex {
      if s[j] == ":" && s[j + 1] == ":" { return j }
      j += 1
    }
    return nil
  }

  private func error() -> GuestError {
    .exception("System.Xml.XPath.XPathException", "'\(text)' has an invalid token.")
  }
  private var peek: String { i < tokens.count ? tokens[i] : "" }
  private mutating func take(_ t: String) -> Bool {
    if peek == t && i < tokens.count {
      i += 1
      return true
    }
    return false
  }

  private static let levels: [[String]] = [
    ["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"],
  ]
  private var depth = 0

  private mutating func or(_ level: Int) throws -> XPathExpression {
    if level == XPathParser.levels.count { return try unary() }
    depth += 1
    defer { depth -= 1 }
    if depth > 400 { throw error() }
    var left = try or(level + 1)
    while XPathParser.levels[level].contains(peek), i < tokens.count {
      let op = peek
      i += 1
      left = .binary(op, left, try or(level + 1))
    }
    return left
  }

  private mutating func unary() throws -> XPathExpression {
    if take("-") { return .negate(try unary()) }
    var left = try path()
    while take("|") { left = .binary("|", left, try path()) }
    return left
  }

  private mutating func path() throws -> XPathExpression {
    let t = peek
    if t.hasPrefix("'") || t.hasPrefix("#") || t == "(" || t == "$" || isFunction() {
      var e = try primary()
      var predicates: [XPathExpression] = []
      while take("[") { predicates.append(try closed()) }
      if !predicates.isEmpty {
        e = .path(absolute: false, start: e, steps: [XPathStep(axis: "filter", test: .node, predicates: predicates)])
      }
      guard peek == "/" || peek == "//" else { return e }
      return .path(absolute: false, start: e, steps: try relative(leading: true))
    }
    if t == "/" || t == "//" {
      if t == "/" && !startsStep(i + 1) {
        i += 1
        return .path(absolute: true, start: nil, steps: [])
      }
      return .path(absolute: true, start: nil, steps: try relative(leading: true))
    }
    return .path(absolute: false, start: nil, steps: try relative(leading: false))
  }

  private func startsStep(_ j: Int) -> Bool {
    guard j < tokens.count else { return false }
    let t = tokens[j]
    return t == "*" || t == "@" || t == "." || t == ".."
      || t.unicodeScalars.first.map { $0.properties.isAlphabetic || $0 == "_" } ?? false
  }
  private func isFunction() -> Bool {
    guard i + 1 < tokens.count, tokens[i + 1] == "(" else { return false }
    return !["node", "text", "comment", "processing-instruction"].contains(peek) && startsStep(i) && peek != "*"
      && peek != "@"
  }

  private mutating func closed() throws -> XPathExpression {
    let e = try or(0)
    guard take("]") else { throw error() }
    return e
  }

  private mutating func primary() throws -> XPathExpression {
    let t = peek
    i += 1
    if t.hasPrefix("'") { return .literal(.string(String(t.dropFirst()))) }
    if t.hasPrefix("#") { return .literal(.number(Double(t.dropFirst()) ?? .nan)) }
    if t == "(" {
      let e = try or(0)
      guard take(")") else { throw error() }
      return e
    }
    guard take("(") else { throw error() }
    var arguments: [XPathExpression] = []
    while !take(")") {
      arguments.append(try or(0))
      if !take(","), peek != ")" { throw error() }
    }
    return .call(t, arguments)
  }

  private mutating func relative(leading: Bool) throws -> [XPathStep] {
    var steps: [XPathStep] = []
    if !leading { steps.append(try step()) }
    while peek == "/" || peek == "//" {
      if take("//") {
        steps.append(XPathStep(axis: "descendant-or-self", test: .node, predicates: []))
      } else {
        i += 1
      }
      steps.append(try step())
    }
    return steps
  }

  private mutating func step() throws -> XPathStep {
    if take(".") { return XPathStep(axis: "self", test: .node, predicates: []) }
    if take("..") { return XPathStep(axis: "parent", test: .node, predicates: []) }
    var axis = "child"
    if take("@") {
      axis = "attribute"
    } else if i + 1 < tokens.count, tokens[i + 1] == "::" {
      axis = peek
      i += 2
    }
    guard startsStep(i) else { throw error() }
    let t = peek
    i += 1
    let test: XPathStep.Test
    if t == "*" {
      test = .any
    } else if peek == "(" {
      i += 1
      if peek.hasPrefix("'") { i += 1 }
      guard take(")") else { throw error() }
      switch t {
      case "text": test = .text
      case "comment": test = .comment
      case "processing-instruction": test = .instruction
      case "node": test = .node
      default: throw error()
      }
    } else if let colon = t.firstIndex(of: ":") {
      test = .name(prefix: String(t[..<colon]), local: String(t[t.index(after: colon)...]))
    } else {
      test = .name(prefix: nil, local: t)
    }
    var predicates: [XPathExpression] = []
    while take("[") { predicates.append(try closed()) }
    return XPathStep(axis: axis, test: test, predicates: predicates)
  }
}
