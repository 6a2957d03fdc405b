import Glibc
import Processes
import Testing

extension ProcessesTests {
  @Suite struct TextTests {
    @Test func lineSplitting() {
      let cases: [([UInt8], [String], String?)] = [
        (Array("a\nb\n".utf8), ["a", "b"], nil),
        (Array("a\r\nb\rc".utf8), ["a", "b"], "c"),
        (Array("\n\n".utf8), ["", ""], nil),
        (Array("\r\r\n\n".utf8), ["", "", ""], nil),
        (Array("한글\né".utf8), ["한글"], "é"),
        ([0x61, 0xFF, 0x0A, 0xE2, 0x82], ["a\u{FFFD}"], "\u{FFFD}"),
        ([], [], nil),
      ]
      for (bytes, lines, rest) in cases {
        for size in [1, 2, 3, 1000] {
          var splitter = LineSplitter()
          var got: [String] = []
          var at = 0
          while at < bytes.count {
            let end = min(at + size, bytes.count)
            got += splitter.lines(Array(bytes[at..<end]))
            at = end
          }
          #expect(got == lines && splitter.finish() == rest, "\(bytes) by \(size)")
        }
      }
    }

    @Test func commandLines() {
      let cases: [(String, [String])] = [
        ("a b  c", ["a", "b", "c"]),
        (#""a b" c"#, ["a b", "c"]),
        (#"a"b c"d"#, ["ab cd"]),
        (#""" x"#, ["", "x"]),
        (#"a\b \\ c\"#, [#"a\b"#, #"\\"#, #"c\"#]),
        (#"\"q\""#, [#""q""#]),
        (#""a\\" b"#, [#"a\"#, "b"]),
        (#""a""b""#, [#"a"b"#]),
        ("", []),
      ]
      for (line, expected) in cases { #expect(NativeArguments.split(line) == expected, "\(line)") }
      #expect(NativeArguments.joinLegacy(["a", "", "b c"]) == #"a "b c""#)
    }

    @Test func environment() {
      #expect(Environment.set("NACRE_TEST", "é=1"))
      #expect(Environment.get("NACRE_TEST") == "é=1")
      #expect(Environment.bytes("NACRE_TEST") == Array("é=1".utf8))
      #expect(Environment.list().contains { $0.name == "NACRE_TEST" && $0.value == "é=1" })
      #expect(Environment.unset("NACRE_TEST") && Environment.get("NACRE_TEST") == nil)
      #expect(!Environment.set("A=B", "x") && !Environment.set("", "x") && !Environment.set("A", "\u{0}"))
      setenv("NACRE_TEST", "\u{1}", 1)
      #expect(Environment.bytes("NACRE_TEST") == [1])
      unsetenv("NACRE_TEST")
    }

    @Test func outputWriter() {
      Interrupts.install(catchInterrupt: false)
      var ends: [Int32] = [-1, -1]
      #expect(pipe(&ends) == 0)
      let writer = OutputWriter(descriptor: ends[1])
      #expect(writer.policy == .block)
      writer.write("abc")
      writer.policy = .line
      writer.writeLine("é")
      writer.write("rest")
      var buffer = [UInt8](repeating: 0, count: 64)
      let count = read(ends[0], &buffer, 64)
      #expect(String(decoding: buffer.prefix(count), as: UTF8.self) == "abcé\n")
      close(ends[0])
      #expect(!writer.flush() && writer.isBroken)
      writer.write([1, 2, 3])
      #expect(writer.isBroken)
      close(ends[1])
    }
  }

}

extension ProcessesTests {
  @Suite struct SearchTests {
    @Test func pathValues() {
      let cases: [(String, [String])] = [
        ("/a::/b:", ["/a", "/b"]),
        ("  /a: \t/b :/a", ["/a", "/b "]),
        ("~:~/bin:~x:bin", ["/home/u", "/home/u/bin", "~x", "bin"]),
        ("", []),
        ("/d:/D", ["/d", "/D"]),
      ]
      for (path, expected) in cases {
        #expect(ExecutableSearch.directories(of: path, home: "/home/u") == expected, "\(path)")
      }
    }

    @Test func lookups() {
      var template = Array("/tmp/nacre-test-XXXXXX".utf8CString)
      let root = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
      for directory in ["one", "two", "one/dir"] { mkdir(root + "/" + directory, 0o755) }
      func touch(_ name: String, _ mode: mode_t) { close(open(root + "/" + name, O_CREAT | O_WRONLY, mode)) }
      touch("one/script.ps1", 0o644)
      touch("one/plain", 0o644)
      touch("two/plain", 0o755)
      touch("two/script", 0o755)
      touch("two/dir", 0o755)
      symlink("/nonexistent", root + "/one/dangling")
      let path = "\(root)/missing:\(root)/one:./two"
      let search = ExecutableSearch()
      func find(_ name: String) -> String? {
        search.find(name, path: path, location: root).map { hit in
          let kind = hit.isScript ? " script" : ""
          return String(hit.path.dropFirst(root.count + 1)) + kind + (hit.isExecutable ? " x" : "")
        }
      }
      for _ in 0..<2 {
        #expect(find("script") == "one/script.ps1 script")
        #expect(find("plain ") == "one/plain")
        #expect(find("dir") == "two/dir x")
        #expect(find("dangling") == "one/dangling")
        #expect(find("PLAIN") == nil && find("") == nil && find("../one/plain") == nil && find("..") == nil)
        #expect(find("late") == nil)
      }
      #expect(search.findAll("plain", path: path, location: root).count == 2)
      #expect(
        search.list(path: path, location: root, where: { _ in true }).map(\.path)
          == ["one/script.ps1", "two/dir", "two/plain", "two/script"].map { root + "/" + $0 })
      touch("two/late", 0o755)
      #expect(find("late") == "two/late x")
      unlink(root + "/two/late")
      #expect(find("late") == nil)
      #expect(ExecutableSearch.probe(root + "/one/script")?.isScript == true)
      #expect(PathGlob.expand("*/PL*", in: root) == ["one/plain", "two/plain"])
      #expect(PathGlob.expand("*/PL*", in: root, ignoreCase: false) == [])
      #expect(PathGlob.expand(root + "/t*/d?r", in: "/") == [root + "/two/dir"])
      #expect(PathGlob.expand("[", in: root) == [])
    }
  }
}
