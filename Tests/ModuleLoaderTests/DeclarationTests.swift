import Engine
import Objects
import Testing

@testable import ModuleLoader

/// The declaration language and the signature language; one at a time, as the type tables belong to one thread.
@Suite(.serialized) struct DeclarationTests {
  static func parse(_ texts: String...) throws -> NoteDeclarations {
    try DeclarationParser.parse(texts.map { Array($0.utf8) })
  }

  static let head = "module M 1.0\nabi 1.0\n"

  @Test func readsCommand() throws {
    let d = try Self.parse(
      Self.head
        + "help 'it''s'; needs nacre.port/1\ncmdlet Get-A\nshiny 'x'\nalias a,b\ndefault One\n"
        + "param string[] Line set One pos 1 mandatory pipeline alias Text allowempty\n"
        + "param int Count = 3 range 1.. sparkle 'y' help 'n'\nparam switch All")
    #expect(d.module.help == "it's")
    #expect(d.module.needs == ["nacre.port/1"])
    let c = try #require(d.commands.first)
    #expect(c.aliases == ["a", "b"])
    #expect(c.metadata.defaultSet == "One")
    let line = c.metadata.parameters[0]
    #expect(line.sets.map(\.set) == ["One"])
    #expect(line.sets[0].isMandatory && line.sets[0].fromPipeline && line.sets[0].position == 1)
    #expect(line.aliases == ["Text"])
    if case .int(let n)? = c.defaults[1] { #expect(n == 3) } else { Issue.record("no default") }
    #expect(c.metadata.parameters[1].sets[0].position == nil)
    #expect(c.metadata.parameters[2].isSwitch)
  }

  @Test func countsPositions() throws {
    let d = try Self.parse(
      Self.head, "cmdlet Get-A\nparam int A\nparam switch S\nparam int B\ncmdlet Get-B\nnoposition\nparam int A")
    #expect(d.commands[0].metadata.parameters.map { $0.sets[0].position } == [0, nil, 1])
    #expect(d.commands[1].metadata.parameters[0].sets[0].position == nil)
  }

  @Test func readsSignature() throws {
    let d = try Self.parse(
      Self.head + "function Get-A u32(bytes Data, u32 seed = 0, out u64[] Count[2*Data + 16], err) fails -1; help 'x'")
    let c = try #require(d.commands.first)
    let plan = try #require(c.plan)
    #expect(plan.types == "IpLIppp")
    #expect(plan.fails == .equals(-1))
    #expect(plan.parameters.map(\.name) == ["Data", "Seed"])
    #expect(plan.outputs.map(\.name) == ["Count"])
    if case .room(.terms(let t), _) = plan.outputs[0].storage {
      #expect(t == [.parameter(0, factor: 2), .constant(16)])
    } else {
      Issue.record("no room")
    }
    let data = c.metadata.parameters[0].sets[0]
    #expect(data.isMandatory && data.fromPipeline && data.position == 0)
    #expect(!c.metadata.parameters[1].sets[0].isMandatory)
  }

  static let wrong: [(String, FailureCause)] = [
    ("cmdlet Get-A", .noteSyntax), ("module M 1.0", .noteSyntax), ("module M one\nabi 1.0", .noteSyntax),
    ("module M 1.0\nabi 1.0\nmodule N 1.0", .noteDuplicate), (head + "cmdlet Get-A; cmdlet get-a", .noteDuplicate),
    (head + "cmdlet Get-A\nparam int A\nparam int a", .noteDuplicate), (head + "param int A", .noteSyntax),
    (head + "cmdlet", .noteSyntax), (head + "cmdlet ../x", .noteSyntax),
    (head + "cmdlet Get-A\nhelp 'open", .noteSyntax),
    (head + "cmdlet Get-A\nparam", .noteSyntax), (head + "cmdlet Get-A\nparam int X range a..b", .noteSyntax),
    (head + "cmdlet Get-A\nparam int X pos 99999999999", .noteSyntax),
    (head + "cmdlet Get-A\nparam int X = many", .noteSyntax),
    (head + "cmdlet Get-A\nparam string X pattern '(['", .noteSyntax),
    (head + "cmdlet Get-A\nconfirm sometimes", .noteSyntax), (head + "function Get-A", .noteSyntax),
    (head + "function Get-A u32(bytes", .noteSyntax), (head + "function Get-A u32(wibble X)", .noteSyntax),
    (head + "function Get-A void(out bytes X[Nothing])", .noteSyntax),
    (head + "function Get-A void() fails often", .noteSyntax),
    (head + "function Get-A void(i32 A, i32 a)", .noteDuplicate),
    (head + "function Get-A " + String(repeating: "(", count: 5000), .noteSyntax),
    (head + "cmdlet Get-A\nparam int X set " + (0..<40).map { "S\($0)" }.joined(separator: ","), .noteSyntax),
  ]

  @Test(arguments: wrong) func refuses(_ text: String, _ cause: FailureCause) {
    #expect { _ = try Self.parse(text) } throws: { ($0 as? ModuleFailure)?.cause == cause }
  }

  @Test func namesThePlace() {
    #expect { _ = try Self.parse("module M 1.0\nabi 1.0\ncmdlet Get-A\n  help nothing") } throws: {
      ($0 as? ModuleFailure)?.detail.hasPrefix("line 4, column 8:") == true
    }
  }

  static let prototypes: [(String, String?)] = [
    ("unsigned long crc32(unsigned long crc, const void *buf, unsigned int len)", "LLpI"),
    ("double hypot(double, double)", "ddd"), ("const char *zError(int code);", "pi"), ("int f(void)", "i"),
    ("void f(long long a, short b[], char c)", "vlpc"), ("struct x f(int a)", nil),
    ("int printf(const char *f, ...)", nil),
    ("void f(int (*g)(int))", nil), ("wibble f(int a)", nil), ("int f(", nil), ("", nil),
    ("int f(int " + String(repeating: "*", count: 9) + "a)", nil),
  ]

  @Test(arguments: prototypes) func readsPrototypes(_ text: String, _ codes: String?) {
    func code(_ t: CType) -> String { t.number.map { String($0.code) } ?? (t.isVoid ? "v" : "p") }
    let p = try? PrototypeParser.function(text, [:])
    #expect(p.map { code($0.result) + $0.parameters.map { code($0.type) }.joined() } == codes)
  }
}
