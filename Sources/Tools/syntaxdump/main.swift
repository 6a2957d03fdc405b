import Diagnostics
import Glibc
import Syntax

/// Reads a whole file or standard input.
func readAll(_ path: String?) -> [UInt8] {
  let descriptor = path.map { open($0, O_RDONLY) } ?? 0
  guard descriptor >= 0 else { return [] }
  var result: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let size = read(descriptor, &chunk, chunk.count)
    if size <= 0 { break }
    result += chunk[0..<size]
  }
  if path != nil { close(descriptor) }
  return result
}

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
}

/// Parses a file again and again and prints megabytes per second.
func bench(_ path: String) {
  let bytes = readAll(path)
  let source = SourceText(bytes: bytes, file: path)
  var rounds = 0
  var best = Double.infinity
  let begin = seconds()
  while seconds() - begin < 3 || rounds < 3 {
    let start = seconds()
    let result = Parser.parse(source)
    let took = seconds() - start
    if result.diagnostics.count < 0 { print("") }
    best = min(best, took)
    rounds += 1
  }
  let size = Double(bytes.count) / 1_000_000
  print("\(bytes.count) bytes, \(rounds) rounds, best \(size / best) MB/s")
}

/// Answers a stream of scripts, each after a line with its length in bytes, with tree and errors.
///
/// With a file of type names, one a line, classes are checked for types that do not exist.
func serve(types path: String?) {
  let names = Set((path.map { SourceText(bytes: readAll($0)).text } ?? "").split(separator: "\n").map(String.init))
  let exists: TypeExists = { type, namespaces in
    let name = type.name.lowercased() + (type.isGeneric ? "`\(type.genericArguments.count)" : "")
    return ([""] + namespaces.map { $0.lowercased() + "." } + ["system."]).contains { prefix in
      names.contains(prefix + name) || names.contains(prefix + name + "attribute")
    }
  }
  let input = readAll(nil)
  var at = 0
  while at < input.count {
    var size = 0
    while at < input.count, input[at] != 0x0A {
      size = size &* 10 &+ Int(input[at] &- 0x30)
      at += 1
    }
    at += 1
    let end = min(at + size, input.count)
    guard at <= end else { break }
    let source = SourceText(bytes: Array(input[at..<end]))
    at = end
    let result = Parser.parse(source, typeExists: path == nil ? nil : exists)
    var text = TreeDump.text(of: result.ast, in: source)
    for error in result.diagnostics {
      let incomplete = error.incompleteInput ? "True" : "False"
      let place = TreeDump.place(error.extent, source)
      let message = error.message.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\u{1}")
      text += "!\(error.id) \(place) \(incomplete) \(message)\n"
    }
    print(text + "=")
  }
}

/// Prints what the strings of a script stand for, and its tokens.
func values(_ path: String) {
  let source = SourceText(bytes: readAll(path), file: path)
  let result = Parser.parse(source)
  result.ast.walk { node in
    if let it = node as? StringConstantExpressionAst {
      print("\(it.stringConstantType.name) \(it.value.debugDescription)")
    }
    if let it = node as? ExpandableStringExpressionAst {
      print("\(it.stringConstantType.name) \(it.value.debugDescription) \(it.parts)")
    }
    if let it = node as? ConstantExpressionAst { print(it.constant) }
    if let it = node as? VariableExpressionAst { print("$ \(it.variablePath.scope) \(it.variablePath.name)") }
    return true
  }
  for token in Parser.tokens(source) {
    let value = Parser.value(of: token, in: source).debugDescription
    print("\(token.kind.name) \(token.extent.start)-\(token.extent.end) \(value)")
  }
  print(result.diagnostics.map { "\($0.id) \($0.extent) \($0.message)" }.joined(separator: "\n"))
  if let needs = result.ast.scriptRequirements { print(needs) }
}

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--bench" {
  bench(CommandLine.arguments[2])
} else if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--values" {
  values(CommandLine.arguments[2])
} else {
  let named = CommandLine.arguments.count == 3 && CommandLine.arguments[1] == "--types"
  serve(types: named ? CommandLine.arguments[2] : nil)
}
