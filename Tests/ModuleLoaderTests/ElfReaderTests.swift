import Testing

@testable import ModuleLoader

/// ELF images made by hand, right and wrong.
struct ElfReaderTests {
  /// Little-endian bytes of a number.
  static func le(_ n: UInt64, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: n >> UInt64($0 * 8)) }
  }

  static func note(
    _ payload: String, owner: String = "Nacre\0", type: UInt64 = 0x4E41_4352, size: UInt64? = nil
  ) -> [UInt8] {
    var bytes = le(UInt64(owner.utf8.count), 4) + le(size ?? UInt64(payload.utf8.count), 4) + le(type, 4)
    bytes += Array(owner.utf8)
    while bytes.count % 4 != 0 { bytes.append(0) }
    bytes += Array(payload.utf8)
    while bytes.count % 4 != 0 { bytes.append(0) }
    return bytes
  }

  struct Fields {
    var elfClass: UInt8 = 2
    var order: UInt8 = 1
    var kind: UInt64 = 3
    var machine = UInt64(ElfReader.machine)
    var programs: UInt64 = 64
    var programCount: UInt64 = 1
    var noteOffset: UInt64 = 120
    var noteSize: UInt64?
  }

  static func image(_ notes: [UInt8], _ f: Fields = Fields()) -> [UInt8] {
    var b: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, f.elfClass, f.order, 1, 0] + [UInt8](repeating: 0, count: 8)
    b += le(f.kind, 2) + le(f.machine, 2) + le(1, 4) + le(0, 8) + le(f.programs, 8) + le(0, 8)
    b += le(0, 4) + le(64, 2) + le(56, 2) + le(f.programCount, 2) + le(64, 2) + le(0, 2) + le(0, 2)
    let size = f.noteSize ?? UInt64(notes.count)
    b += le(4, 4) + le(4, 4) + le(f.noteOffset, 8) + le(f.noteOffset, 8) + le(f.noteOffset, 8)
    b += le(size, 8) + le(size, 8) + le(4, 8)
    return b + notes
  }

  static func cause(_ bytes: [UInt8]) -> FailureCause? {
    do {
      _ = try ElfReader(ByteArraySource(bytes)).nacreNotes()
      return nil
    } catch let f as ModuleFailure {
      return f.cause
    } catch {
      return .loadFailed
    }
  }

  @Test func readsNotes() throws {
    let bytes = Self.image(
      Self.note("x", owner: "GNU\0", type: 3) + Self.note("module A 1.0") + Self.note("cmdlet B\0\0"))
    let notes = try ElfReader(ByteArraySource(bytes)).nacreNotes()
    #expect(notes == [Array("module A 1.0".utf8), Array("cmdlet B".utf8)])
  }

  static let broken: [(String, [UInt8], FailureCause)] = [
    ("empty", [], .notElf),
    ("magic alone", [0x7F, 0x45, 0x4C, 0x46], .truncated),
    ("32 bits", image(note("x"), Fields(elfClass: 1)), .wrongClass),
    ("byte order", image(note("x"), Fields(order: 2)), .wrongMachine),
    ("machine", image(note("x"), Fields(machine: 43)), .wrongMachine),
    ("relocatable", image(note("x"), Fields(kind: 1)), .wrongType),
    ("programs outside", image(note("x"), Fields(programs: 1 << 40)), .truncated),
    ("programs wrap", image(note("x"), Fields(programs: .max - 20)), .truncated),
    ("many programs", image(note("x"), Fields(programCount: 65535)), .truncated),
    ("segment wraps", image(note("x"), Fields(noteOffset: .max - 15, noteSize: 64)), .badNote),
    ("segment huge", image(note("x"), Fields(noteSize: 1 << 40)), .badNote),
    ("payload huge", image(note("x", size: 0xFFFF_FFF0)), .badNote),
    ("no note", image(note("x", owner: "GNU\0", type: 3)), .noNote),
    ("giant", image(note(String(repeating: "x", count: 70000))), .noteTooLarge),
  ]

  // By number: the files themselves would fill the report.
  @Test(arguments: broken.indices) func refuses(_ index: Int) {
    let (name, bytes, wanted) = Self.broken[index]
    #expect(Self.cause(bytes) == wanted, "\(name)")
  }

  /// Every cut and many single-byte changes of a right file end in an answer.
  @Test func isTotal() {
    let whole = Self.image(Self.note("module A 1.0"))
    for n in 0..<whole.count { _ = Self.cause(Array(whole[..<n])) }
    for i in whole.indices {
      for v: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = whole
        changed[i] = v
        _ = Self.cause(changed)
      }
    }
  }
}
