import Basics
import Engine
import Objects
import Providers
import Serialization

/// Get-Content.
final class GetContent: Cmdlet {
  override func begin() throws {
    if flag("Raw"), has("Delimiter") || has("Tail") || has("TotalCount") || flag("Wait"), !flag("AsByteStream") {
      let other = has("Delimiter") ? "Delimiter" : has("Tail") ? "Tail" : has("TotalCount") ? "TotalCount" : "Wait"
      if other == "Delimiter" {
        throw GuestError(
          error(
            "InvalidOperation", "The parameters Raw and \(other) cannot be used together.", .InvalidOperation,
            type: "System.Management.Automation.PSInvalidOperationException"))
      }
    }
    if has("TotalCount"), has("Tail") {
      throw GuestError(
        error(
          "TailAndHeadCannotCoexist",
          "The parameters Tail and TotalCount cannot be used together. Please specify only one parameter.",
          .InvalidOperation, type: "System.InvalidOperationException"))
    }
  }

  override func process() throws {
    let (texts, literal) = pathTexts
    for t in texts {
      let found = try attempt { try self.places(t, literal: literal) } ?? []
      let filter = NameFilter(self)
      let kept = filter.isEmpty ? found : found.filter { filter.accepts($0.leaf) }
      if kept.isEmpty, !literal, Wildcard.containsWildcards(t) {
        try writeError(
          error(
            "ItemNotFound",
            "An object at the specified path \(t) does not exist, or has been filtered by the -Include or -Exclude "
              + "parameter.", .ObjectNotFound, target: .string(t), type: "System.Exception"))
      }
      for p in kept { try read(p) }
    }
  }

  private func read(_ p: ItemPath) throws {
    guard p.provider.isHierarchical else {
      let all = try attempt { try p.provider.content(p.path, self.session) } ?? []
      return try emit(all, p)
    }
    if FileCalls.isDirectory(p.path) {
      return try writeError(
        contentError(
          "GetContainerContentException",
          "Unable to get content because it is a directory: '\(p.path)'. Please use 'Get-ChildItem' instead.",
          .InvalidOperation, p, "System.InvalidOperationException"))
    }
    guard let bytes = try attempt({ try self.readFile(p) })
    else { return }
    if flag("AsByteStream") {
      if flag("Raw") {
        return try write(annotated(.object(PSArray(bytes.map { .byte($0) }, of: Types.byte)), p))
      }
      return try emit(bytes.map { .byte($0) }, p)
    }
    let text = TextEncoding.decodeFile(bytes, try textEncoding())
    if flag("Raw") {
      if bytes.isEmpty { return try write(annotated(.string(""), p)) }
      return try write(annotated(.string(text), p))
    }
    let lines =
      has("Delimiter") ? LineReader.pieces(text, delimiter: string("Delimiter") ?? "\n") : LineReader.lines(text)
    try emit(lines.map { .string($0) }, p)
  }

  private func readFile(_ p: ItemPath) throws -> [UInt8] {
    do {
      return try FileCalls.read(p.path)
    } catch let e as FileError {
      let isMissing = e.code == 2
      throw FileErrors.guest(
        e, id: isMissing ? "GetContentReaderFileNotFoundError" : "GetContentReaderUnauthorizedAccessError",
        isMissing ? .ObjectNotFound : .PermissionDenied)
    }
  }

  /// Writes the lines -TotalCount and -Tail ask for, -ReadCount at a time.
  private func emit(_ all: [Value], _ p: ItemPath) throws {
    var lines = all[...]
    if let n = int("TotalCount"), n >= 0 { lines = lines.prefix(n) }
    if let n = int("Tail"), n >= 0 { lines = lines.suffix(n) }
    let size = int("ReadCount") ?? 1
    if size == 1 {
      var number: Int64 = 0
      for l in lines {
        number += 1
        try write(annotated(l, p, number))
      }
      return
    }
    if lines.isEmpty { return }
    var i = lines.startIndex
    let step = size <= 0 ? lines.count : size
    while i < lines.endIndex {
      let end = min(i + step, lines.endIndex)
      let part = Array(lines[i..<end])
      try write(part.count == 1 && size > 0 && step == 1 ? part[0] : .array(part))
      i = end
    }
  }

  private static let notes: [Symbol] = [
    Symbol("PSPath"), Symbol("PSParentPath"), Symbol("PSChildName"), Symbol("PSDrive"), Symbol("PSProvider"),
    Symbol("ReadCount"),
  ]
  private var shared: (path: String, values: [Value])?

  /// A line with the notes that say where it came from.
  private func annotated(_ v: Value, _ p: ItemPath, _ number: Int64 = 1) throws -> Value {
    if shared?.path != p.path {
      let parent = PathParts.parent(p.path)
      shared = (
        p.path,
        [
          .string(p.qualified), .string(parent.isEmpty ? "" : p.provider.fullName + "::" + parent), .string(p.leaf),
          p.drive.map { .object($0) } ?? .null, .object(p.provider),
        ]
      )
    }
    guard let values = shared?.values else { return v }
    let target: Obj
    if case .object(let o) = v { target = o } else { target = Boxed(v) }
    let bag = target.extended ?? MemberBag()
    target.extended = bag
    for (i, x) in values.enumerated() where !x.isNull { bag.setNote(GetContent.notes[i], x) }
    bag.setNote(GetContent.notes[5], .long(number))
    return .object(target)
  }
}
