import Basics

/// A module file found below an entry of the module path.
struct DiscoveredModule {
  var name: String
  var path: String
  var folderVersion: ModuleVersion?
  var analysis: ModuleAnalysis
}

/// One directory of a module tree as the index keeps it: its stamp, the directories to go on with, and its
/// module files with their exports. Read in place, never copied.
struct IndexRecord {
  let payload: UnsafeRawBufferPointer
  private let owner: IndexBlob
  let stamp: FileStamp
  /// Path below the root; `.` for the root itself.
  let folder: UnsafePointer<CChar>
  private let childrenAt: Int
  private let filesAt: Int

  init?(_ payload: UnsafeRawBufferPointer, owner: IndexBlob) {
    var reader = IndexReader(payload)
    guard let stamp = reader.stamp(), let folder = reader.cText(), let filesAt = reader.number(UInt32.self) else {
      return nil
    }
    self.payload = payload
    self.owner = owner
    self.stamp = stamp
    self.folder = folder
    childrenAt = reader.at
    self.filesAt = Int(filesAt)
  }

  /// Calls `body` with each directory to go on with.
  func forEachChild(_ body: (UnsafePointer<CChar>) -> Void) {
    var reader = IndexReader(payload, at: childrenAt)
    guard let count = reader.number(UInt32.self) else { return }
    for _ in 0..<count {
      guard let child = reader.cText() else { return }
      body(child)
    }
  }

  /// Whether the folder may hold modules, so that a change of it may mean new ones.
  var isHolder: Bool {
    var children = IndexReader(payload, at: childrenAt)
    if (children.number(UInt32.self) ?? 0) > 0 { return true }
    var files = IndexReader(payload, at: filesAt)
    return (files.number(UInt16.self) ?? 0) == 0
  }

  /// A module file inside the record.
  struct File {
    let path: UnsafePointer<CChar>
    let stamp: FileStamp
    fileprivate let payload: UnsafeRawBufferPointer
    fileprivate let detailsAt: Int
  }

  /// Calls `body` with each module file until it answers false.
  func forEachFile(_ body: (File) -> Bool) {
    var reader = IndexReader(payload, at: filesAt)
    guard let count = reader.number(UInt16.self) else { return }
    for _ in 0..<count {
      guard let length = reader.number(UInt32.self) else { return }
      let next = reader.at &+ Int(length)
      guard next <= payload.count, let path = reader.cText(), let stamp = reader.stamp() else { return }
      if !body(File(path: path, stamp: stamp, payload: payload, detailsAt: reader.at)) { return }
      reader.at = next
    }
  }

  /// Whether every module file, and what its exports were read from, is unchanged.
  func filesAreCurrent(in root: Int32) -> Bool {
    var current = true
    forEachFile { file in
      current = FileStamp.of(file.path, in: root).matches(file.stamp) && file.dependenciesAreCurrent()
      return current
    }
    return current
  }
}

extension IndexRecord.File {
  private func dependencies() -> IndexReader? {
    var reader = IndexReader(payload, at: detailsAt)
    guard reader.number(UInt8.self) != nil, reader.cText() != nil, reader.cText() != nil, reader.cText() != nil else {
      return nil
    }
    return reader
  }

  fileprivate func dependenciesAreCurrent() -> Bool {
    guard var reader = dependencies(), let count = reader.number(UInt16.self) else { return false }
    for _ in 0..<count {
      guard let path = reader.text(), let stamp = reader.stamp() else { return false }
      if !FileStamp.of(path).matches(stamp) { return false }
    }
    return true
  }

  /// The reader at the list of exports, and the number of them.
  private func exports() -> (IndexReader, Int)? {
    guard var reader = dependencies(), let count = reader.number(UInt16.self) else { return nil }
    for _ in 0..<count where reader.cText() == nil || reader.stamp() == nil { return nil }
    guard let exports = reader.number(UInt32.self), Int(exports) &* 8 <= payload.count else { return nil }
    return (reader, Int(exports))
  }

  /// Whether a name may be among the exports: one comparison of hashes each.
  func mayExport(_ hash: UInt64) -> Bool {
    guard let (reader, count) = exports() else { return false }
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      let at = reader.at &+ middle &* 8
      guard at &+ 8 <= payload.count else { return false }
      let h = UInt64(littleEndian: payload.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      if h == hash { return true }
      if h < hash { low = middle &+ 1 } else { high = middle }
    }
    return false
  }

  /// Everything known about the file.
  func decode(root: String) -> DiscoveredModule? {
    var reader = IndexReader(payload, at: detailsAt)
    guard let flags = reader.number(UInt8.self), let name = reader.text(), let version = reader.text(),
      let folderVersion = reader.text(), let (rest, count) = exports()
    else { return nil }
    var analysis = ModuleAnalysis()
    analysis.isUsable = flags & 1 != 0
    analysis.version = version
    reader = rest
    guard reader.skip(count &* 8) else { return nil }
    analysis.exports.reserveCapacity(count)
    for _ in 0..<count {
      guard let raw = reader.number(UInt8.self), let kind = ExportKind(rawValue: raw), let text = reader.text() else {
        return nil
      }
      analysis.exports.append(.init(name: text, kind: kind))
    }
    return DiscoveredModule(
      name: name, path: PathText.join(root, String(cString: path)), folderVersion: ModuleVersion(folderVersion),
      analysis: analysis)
  }
}

extension IndexRecord {
  /// A file to be written into a record; one that is absent is watched for.
  struct NewFile {
    var relativePath: String
    var stamp: FileStamp
    var module: DiscoveredModule
  }

  /// Makes a record.
  static func make(
    folder: String, stamp: FileStamp, children: [String], files: [NewFile], now: UInt64
  ) -> IndexRecord? {
    var head = IndexWriter()
    head.put(stamp)
    head.put(folder)
    var body = IndexWriter()
    body.put(UInt32(children.count))
    for child in children { body.put(child) }
    head.put(UInt32(head.bytes.count + 4 + body.bytes.count))
    head.bytes += body.bytes
    head.put(UInt16(truncatingIfNeeded: files.count))
    for file in files.prefix(Int(UInt16.max)) {
      let block = encode(file, now: now)
      head.put(UInt32(block.count))
      head.bytes += block
    }
    let blob = IndexBlob(head.bytes)
    return IndexRecord(blob.bytes, owner: blob)
  }

  private static func encode(_ file: NewFile, now: UInt64) -> [UInt8] {
    var w = IndexWriter()
    w.put(file.relativePath)
    w.put(file.stamp.settled(now: now))
    let analysis = file.module.analysis
    w.put(UInt8(analysis.isUsable ? 1 : 0))
    w.put(file.module.name)
    w.put(analysis.version)
    w.put(file.module.folderVersion?.text ?? "")
    let dependencies = analysis.dependencies.prefix(Int(UInt16.max))
    w.put(UInt16(dependencies.count))
    for path in dependencies {
      w.put(path)
      w.put(FileStamp.of(path).settled(now: now))
    }
    w.put(UInt32(analysis.exports.count))
    for h in analysis.exports.map({ IndexFormat.hash($0.name) }).sorted() { w.put(h) }
    for export in analysis.exports {
      w.put(export.kind.rawValue)
      w.put(export.name)
    }
    return w.bytes
  }
}
