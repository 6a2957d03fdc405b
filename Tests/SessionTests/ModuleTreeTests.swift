import Glibc
import Processes
import Testing

@testable import Session

/// A module folder of its own, with an index folder of its own, removed at the end.
private final class Fixture {
  let root: String
  let cache: String

  init() {
    var template = Array("/tmp/nacre-tree-XXXXXX".utf8CString)
    root = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    cache = root + "-cache"
    Environment.set("XDG_CACHE_HOME", cache)
  }

  deinit {
    var pid = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = ["rm", "-rf", root, cache].map { (word: String) in strdup(word) }
    defer { words.forEach { free($0) } }
    posix_spawnp(&pid, "rm", nil, nil, words + [nil], nil)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  func module(_ name: String, exports: String, in folder: String = "") {
    let base = folder.isEmpty ? root : root + "/" + folder
    FileBytes.makeDirectory("\(base)/\(name)")
    let list = exports.split(separator: " ").map { "'\($0)'" }.joined(separator: ", ")
    let text = "@{ ModuleVersion = '1.0'; FunctionsToExport = \(list); CmdletsToExport = @(); AliasesToExport = @() }"
    _ = FileBytes.replace("\(base)/\(name)/\(name).psd1", with: Array(text.utf8))
  }

  /// Makes every file old enough for the index to trust its time.
  func settle() { usleep(150_000) }

  var indexFile: String? {
    DirectoryNames.sorted(cache + "/nacre").first.map { cache + "/nacre/" + $0 }
  }
}

/// The index of modules: order, changes, damage. One suite, since all share an environment variable.
@Suite(.serialized) struct ModuleTreeTests {
  @Test func firstModuleInTheAlphabetWins() {
    let f = Fixture()
    for name in ["Zz", "mm", "Aa", "bb"] { f.module(name, exports: "Get-Shared Get-\(name)") }
    let tree = ModuleTree(root: f.root)
    #expect(tree.module(exporting: "get-SHARED")?.name == "Aa")
    #expect(tree.modules().map(\.name) == ["Aa", "bb", "mm", "Zz"])
    #expect(tree.module(exporting: "Get-Nothing") == nil)
  }

  @Test func changesAreNoticed() {
    let f = Fixture()
    f.module("One", exports: "Get-One")
    f.settle()
    let tree = ModuleTree(root: f.root)
    #expect(tree.module(exporting: "Get-One") != nil)
    f.module("One", exports: "Get-Uno")
    f.module("Two", exports: "Get-Two")
    #expect(tree.module(exporting: "Get-One") == nil)
    #expect(tree.module(exporting: "Get-Uno")?.name == "One")
    #expect(tree.module(exporting: "Get-Two")?.name == "Two")
  }

  @Test func cyclesEnd() {
    let f = Fixture()
    f.module("Deep", exports: "Get-Deep", in: "group/inner")
    symlink(f.root, f.root + "/group/loop")
    let tree = ModuleTree(root: f.root)
    #expect(tree.module(exporting: "Get-Deep")?.name == "Deep")
    #expect(tree.modules().count == 1)
  }

  @Test func anotherProcessReadsWhatWasWritten() {
    let f = Fixture()
    for i in 1...20 { f.module("Mod\(i)", exports: "Get-M\(i)") }
    f.settle()
    ModuleTree(root: f.root).save(afterLook: "Get-M7")
    let second = ModuleTree(root: f.root)
    #expect(second.module(exporting: "Get-M7")?.name == "Mod7")
    #expect(!second.isDirty)
  }

  @Test func aDamagedEntryIsDroppedAlone() throws {
    let f = Fixture()
    for i in 1...20 { f.module("Mod\(i)", exports: "Get-M\(i)") }
    f.settle()
    ModuleTree(root: f.root).save(afterLook: "Get-M7")
    let file = try #require(f.indexFile)
    let good = try #require(FileBytes.read(file))
    for at in stride(from: 0, to: good.count, by: max(1, good.count / 97)) {
      var bad = good
      bad[at] ^= 0x5A
      _ = FileBytes.replace(file, with: bad)
      let tree = ModuleTree(root: f.root)
      #expect(tree.module(exporting: "Get-M7")?.name == "Mod7")
      #expect(tree.modules().count == 20)
    }
    _ = FileBytes.replace(file, with: Array(good.prefix(good.count / 2)))
    #expect(ModuleTree(root: f.root).modules().count == 20)
  }

  @Test func namesBeyondASCIIAreKept() {
    let f = Fixture()
    f.module("한글", exports: "Get-지도")
    f.settle()
    ModuleTree(root: f.root).save(afterLook: "Get-지도")
    #expect(ModuleTree(root: f.root).module(exporting: "GET-지도")?.name == "한글")
  }
}

extension ModuleTree {
  fileprivate func save(afterLook name: String) {
    _ = module(exporting: name)
    save()
  }
}

/// Small pieces without state.
struct SessionPiecesTests {
  @Test func versions() {
    #expect(ModuleVersion("1.10").map { ModuleVersion("1.9")! < $0 } == true)
    #expect(ModuleVersion("1") == nil)
    #expect(ModuleVersion("1.0-beta") == nil)
    #expect(!ModuleVersion.isFolderName("01.0"))
    #expect(ModuleSpecification.maximum("1.*")?.text == "1.999999999.999999999.999999999")
  }

  @Test func prefixes() {
    #expect(ExportName.add("ZZ", to: "Get-Date") == "Get-ZZDate")
    #expect(ExportName.add("ZZ", to: "NoDash") == "ZZNoDash")
    #expect(ExportName.add("My", to: "-odd") == "My-odd")
  }

  @Test func abbreviationsAndDistances() {
    #expect(Abbreviation.of("Import-PowerShellDataFile") == "I-PSDF")
    #expect(FuzzyDistance.between("get-hlep", "Get-Help") == 1)
    #expect(FuzzyDistance.between("", "abc") == 3)
  }

  @Test func namesOfFiles() {
    func shape(_ name: String) -> String {
      switch FileName(name, location: "/here", resolve: { _ in nil }) {
      case .bare(let n): return n
      case .path(let p, let form): return form.triesScriptExtension ? p : p + "!"
      case .none: return "-"
      }
    }
    #expect(shape("tool  ") == "tool")
    #expect(shape(".foo") == ".foo")
    #expect(shape("./x") == "/here/x")
    #expect(shape(".\\x.ps1") == "/here/x.ps1!")
    #expect(shape("sub/x") == "/here/sub/x")
    #expect(shape("sub\\x") == "-")
    #expect(shape("demo/") == "-")
    #expect(shape("FileSystem::/bin/true") == "/bin/true")
    #expect(shape("Registry::/x") == "-")
  }
}
