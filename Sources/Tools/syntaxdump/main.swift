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
func serve() {
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
    let result = Parser.parse(source)
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

if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--bench" {
  bench(CommandLine.arguments[2])
} else {
  serve()
}
