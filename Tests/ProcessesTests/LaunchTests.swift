import Basics
import CSystem
import Glibc
import Processes
import Testing

/// Runs a command with all streams piped.
private func run(
  _ executable: String, _ arguments: [String] = [], input: [UInt8] = [], directory: String? = nil,
  environment: [String]? = nil
) throws -> (output: [UInt8], error: [UInt8], status: NativeStatus) {
  let process = try NativeProcess.launch(
    executable: executable, arguments: arguments, environment: environment, directory: directory,
    stdin: .pipe, stdout: .pipe, stderr: .pipe)
  var output: [UInt8] = []
  var error: [UInt8] = []
  var rest: [UInt8]? = input.isEmpty ? nil : input
  let result = try process.pump(
    input: {
      defer { rest = nil }
      return rest
    }, onOutput: { output += $0 }, onError: { error += $0 })
  #expect(result == .finished)
  return (output, error, process.waitForEnd())
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

private func scratchDirectory() -> String {
  var template = Array("/tmp/nacre-test-XXXXXX".utf8CString)
  return template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
}

private func write(_ path: String, _ content: String, mode: mode_t = 0o644) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
  _ = Array(content.utf8).withUnsafeBytes { csys_write_all(file, $0.baseAddress, $0.count) }
  close(file)
}

/// One after the other: the tests share the descriptors and the environment of this process.
@Suite(.serialized) struct ProcessesTests {}

extension ProcessesTests {
  @Suite struct LaunchTests {
    init() { Interrupts.install(catchInterrupt: false) }

    @Test func streamsArgumentsAndStatus() throws {
      let cases: [(script: String, output: String, error: String, code: Int32)] = [
        ("echo out; echo err >&2; exit 3", "out\n", "err\n", 3),
        ("printf '%s|' \"$@\"", "a b||*|é|\"q\"|", "", 0),
        ("kill -TERM $$", "", "", 143),
        ("kill -PIPE $$", "", "", 141),
        ("pwd", "/usr\n", "", 0),
        ("exit 255", "", "", 255),
      ]
      for item in cases {
        let got = try run(
          "/bin/sh", ["-c", item.script, "sh", "a b", "", "*", "é", "\"q\""], directory: "/usr")
        #expect(text(got.output) == item.output && text(got.error) == item.error, "\(item.script)")
        #expect(got.status.code == item.code, "\(item.script)")
      }
      let environment = try run("/usr/bin/env", environment: ["A=1", "B=é"])
      #expect(text(environment.output) == "A=1\nB=é\n")
    }

    @Test func bigStreamsDoNotDeadlock() throws {
      var input: [UInt8] = []
      for index in 0..<3_000_000 { input.append(UInt8(truncatingIfNeeded: index &* 7 &+ index >> 8)) }
      let echoed = try run("/bin/cat", input: input)
      #expect(echoed.output == input)
      let both = try run("/bin/sh", ["-c", "tee /dev/stderr"], input: input)
      #expect(both.output == input && both.error == input)
      // A reader that goes away must not end this process nor block it.
      let early = try run("/bin/sh", ["-c", "head -c 5 >/dev/null; exit 4"], input: input)
      #expect(early.status.code == 4)
    }

    @Test func pipelineIsByteExact() throws {
      let all = (0...255).map { UInt8($0) }
      var input: [UInt8] = []
      for _ in 0..<4000 { input += all }
      var stages = [
        NativeLaunch("/bin/cat"), NativeLaunch("/bin/cat"), NativeLaunch("/bin/sh", ["-c", "cat; exit 7"]),
      ]
      stages[0].input = .pipe
      stages[2].output = .pipe
      let pipeline = try NativePipeline.launch(stages)
      var rest: [UInt8]? = input
      var output: [UInt8] = []
      let result = try pipeline.pump(
        input: {
          defer { rest = nil }
          return rest
        }, onOutput: { output += $0 })
      #expect(result == .finished && output == input)
      #expect(pipeline.wait()?.map(\.code) == [0, 0, 7])

      stages[1] = NativeLaunch("/nonexistent/program")
      let failed = #expect(throws: NativePipeline.LaunchFailure.self) { try NativePipeline.launch(stages) }
      #expect(failed?.stage == 1 && failed?.error.code == .notFound)
    }

    @Test func stopInterruptsPumpAndWait() throws {
      let process = try NativeProcess.launch(
        executable: "/bin/sleep", arguments: ["30"], stdin: .null, stdout: .pipe, stderr: .pipe)
      var asked = 0
      let result = try process.pump(
        input: { nil }, onOutput: { _ in },
        stop: {
          asked += 1
          return asked > 1
        })
      #expect(result == .stopped)
      #expect(process.wait(stop: { true }) == nil)
      #expect(process.terminate().code == 143)
      let stubborn = try NativeProcess.launch(
        executable: "/bin/sh", arguments: ["-c", "trap '' TERM; echo; while :; do sleep 0.05; done"], stdin: .null,
        stdout: .pipe, stderr: .null)
      struct Ready: Error {}
      #expect(throws: Ready.self) {
        try stubborn.pump(input: { nil }, onOutput: { _ in throw Ready() })
      }
      #expect(stubborn.terminate(graceMilliseconds: 100).code == 137)
    }

    @Test func launchFailures() throws {
      let directory = scratchDirectory()
      write(directory + "/plain", "echo hi\n")
      write(directory + "/noshebang", "echo \"ran $1\"\n", mode: 0o755)
      write(directory + "/badshebang", "#!/nonexistent/interpreter\n", mode: 0o755)
      write(directory + "/binary", "\u{0}\u{1}junk", mode: 0o755)
      let cases: [(path: String, code: ProcessError.Code, number: Int32)] = [
        ("/nonexistent", .notFound, ENOENT),
        (directory + "/plain", .permissionDenied, EACCES),
        (directory + "/badshebang", .missingInterpreter, ENOENT),
        (directory + "/binary", .badFormat, ENOEXEC),
        (directory, .isDirectory, EACCES),
      ]
      for item in cases {
        let error = #expect(throws: ProcessError.self) {
          try NativeProcess.launch(executable: item.path, arguments: [])
        }
        #expect(error?.code == item.code && error?.errorNumber == item.number, "\(item.path)")
      }
      #expect(text(try run(directory + "/noshebang", ["x"]).output) == "ran x\n")
      let error = #expect(throws: ProcessError.self) { try run("/bin/true", directory: "/nonexistent") }
      #expect(error?.code == .badDirectory && error?.path == "/nonexistent")
      #expect(error?.message == "No such file or directory")
    }

    @Test func descriptorsDoNotLeakAndSwap() throws {
      let before = DirectoryListing.names("/proc/self/fd").count
      for _ in 0..<20 {
        _ = try run("/bin/true")
        _ = try? NativeProcess.launch(
          executable: "/nonexistent", arguments: [], stdin: .pipe, stdout: .pipe, stderr: .pipe)
      }
      #expect(DirectoryListing.names("/proc/self/fd").count == before)
      // Standard output to where standard error goes.
      let target = scratchDirectory() + "/out"
      write(target, "")
      let file = open(target, O_WRONLY | O_CLOEXEC)
      let process = try NativeProcess.launch(
        executable: "/bin/sh", arguments: ["-c", "echo a; echo b >&2; ls /proc/self/fd | wc -l"], stdin: .null,
        stdout: .descriptor(file), stderr: .descriptor(file))
      #expect(process.waitForEnd().code == 0)
      close(file)
      let content = try run("/bin/cat", [target])
      let inherited = (3..<1024).filter { descriptor in
        let flags = fcntl(Int32(descriptor), F_GETFD)
        return flags >= 0 && flags & FD_CLOEXEC == 0
      }
      #expect(text(content.output) == "a\nb\n\(4 + inherited.count)\n")
    }
  }
}
