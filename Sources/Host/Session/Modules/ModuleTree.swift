import Basics
import Glibc
import Processes

/// The modules below one entry of the module path, remembered on disk between runs.
///
/// A full look walks the tree by `stat` alone as long as nothing changed; what changed is read again and
/// the index is written anew. Each directory is visited once, by device and inode (D13). A quick look checks
/// just the folders that hold modules and the answer itself.
final class ModuleTree {
  let root: String
  private var records: [IndexRecord] = []
  private var isLoaded = false
  /// Whether something is known that the file on disk does not say.
  private(set) var isDirty = false
  private var changes = 0

  private static let deepest = 48
  private static let mostDirectories = 50_000
  /// So many changed directories are worth writing at once; fewer wait for the end of the process.
  private static let worthSaving = 8

  init(root: String) { self.root = root }

  // MARK: - Questions

  /// The module that exports a name: the first in alphabetical order (D2).
  func module(exporting name: String) -> DiscoveredModule? {
    refresh()
    return search(name)?.module
  }

  /// The same from memory: right about modules that came or went and about the answer, but blind to a change
  /// inside another module. A miss is not final: ask `module(exporting:)` before saying that there is none.
  func quickly(exporting name: String) -> DiscoveredModule? {
    if !isLoaded { load() }
    let directory = open(root, O_DIRECTORY | O_CLOEXEC | O_RDONLY)
    guard directory >= 0 else {
      records = []
      return nil
    }
    defer { close(directory) }
    let holdersAreCurrent =
      !records.isEmpty
      && records.allSatisfy { record in
        !record.isHolder || FileStamp.of(record.folder, in: directory).matches(record.stamp)
      }
    guard holdersAreCurrent else { return module(exporting: name) }
    guard let (module, record) = search(name) else { return nil }
    let isCurrent = FileStamp.of(record.folder, in: directory).matches(record.stamp)
    return isCurrent && record.filesAreCurrent(in: directory) ? module : self.module(exporting: name)
  }

  private func search(_ name: String) -> (module: DiscoveredModule, record: IndexRecord)? {
    let hash = IndexFormat.hash(name)
    var best: (module: DiscoveredModule, record: IndexRecord)?
    for record in records {
      record.forEachFile { file in
        guard file.stamp.exists, file.mayExport(hash), let module = file.decode(root: root), module.analysis.isUsable,
          module.analysis.contains(name)
        else { return true }
        if let b = best, !DirectoryNames.before(module.name, b.module.name) { return true }
        best = (module, record)
        return true
      }
    }
    return best
  }

  /// Every module, in alphabetical order; versions of one module highest first.
  func modules() -> [DiscoveredModule] {
    refresh()
    var result: [(Int, DiscoveredModule)] = []
    for record in records {
      record.forEachFile { file in
        if file.stamp.exists, let module = file.decode(root: root) { result.append((result.count, module)) }
        return true
      }
    }
    result.sort { a, b in
      if DirectoryNames.before(a.1.name, b.1.name) { return true }
      if DirectoryNames.before(b.1.name, a.1.name) { return false }
      return a.0 < b.0
    }
    return result.map(\.1)
  }

  // MARK: - The walk

  private struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  private struct Walk {
    let directory: Int32
    let now: UInt64
    var visited: Set<Identity> = []
    var found: [IndexRecord] = []
    var cursor = 0
    var byFolder: [String: Int]?
  }

  private func refresh() {
    if !isLoaded { load() }
    let directory = open(root, O_DIRECTORY | O_CLOEXEC | O_RDONLY)
    guard directory >= 0 else {
      records = []
      return
    }
    defer { close(directory) }
    var walk = Walk(directory: directory, now: FileStamp.now())
    walk.found.reserveCapacity(records.count)
    let before = changes
    visit(".", depth: 0, &walk)
    if walk.found.count != records.count { changes += 1 }
    records = walk.found
    if changes != before {
      isDirty = true
      if changes - before >= Self.worthSaving { save() }
    }
  }

  private func visit(_ folder: UnsafePointer<CChar>, depth: Int, _ walk: inout Walk) {
    let stamp = FileStamp.of(folder, in: walk.directory)
    guard stamp.isDirectory, depth <= Self.deepest, walk.found.count < Self.mostDirectories,
      walk.visited.insert(Identity(device: stamp.device, inode: stamp.inode)).inserted
    else { return }
    var record = known(folder, &walk)
    if let r = record, !stamp.matches(r.stamp) || !r.filesAreCurrent(in: walk.directory) { record = nil }
    if record == nil {
      changes += 1
      record = read(String(cString: folder), stamp, walk)
    }
    guard let record else { return }
    walk.found.append(record)
    record.forEachChild { visit($0, depth: depth + 1, &walk) }
  }

  /// The record of a directory from the last look; they come in the same order, so the next one usually is it.
  private func known(_ folder: UnsafePointer<CChar>, _ walk: inout Walk) -> IndexRecord? {
    if walk.cursor < records.count, strcmp(records[walk.cursor].folder, folder) == 0 {
      walk.cursor += 1
      return records[walk.cursor - 1]
    }
    if walk.byFolder == nil {
      var map: [String: Int] = [:]
      for i in records.indices { map[String(cString: records[i].folder)] = i }
      walk.byFolder = map
    }
    guard let at = walk.byFolder?[String(cString: folder)] else { return nil }
    walk.cursor = at + 1
    return records[at]
  }

  /// Reads a directory: is it a module, and if not, where does the search go on?
  private func read(_ folder: String, _ stamp: FileStamp, _ walk: Walk) -> IndexRecord? {
    let path = folder == "." ? root : PathText.join(root, folder)
    let name = PathText.leaf(path)
    let entries = DirectoryNames.sorted(path)
    var files: [IndexRecord.NewFile] = []
    var isModule = false
    if !name.hasPrefix(".") {
      for candidate in ModuleFiles.candidates(in: path, name: name) {
        isModule = true
        files.append(describe(candidate, name: name))
      }
    }
    var children: [String] = []
    for entry in entries {
      let child = PathText.join(path, entry)
      guard PathText.isDirectory(child) else { continue }
      if !isModule { children.append(folder == "." ? entry : folder + "/" + entry) }
      if ModuleVersion.isFolderName(entry) { watch(entry, name: name, in: path, &files) }
    }
    return IndexRecord.make(
      folder: folder, stamp: stamp.settled(now: walk.now), children: children, files: files, now: walk.now)
  }

  private func describe(_ candidate: ModuleFiles.Candidate, name: String) -> IndexRecord.NewFile {
    let stamp = FileStamp.of(candidate.path)
    let module = DiscoveredModule(
      name: name, path: candidate.path, folderVersion: candidate.folderVersion,
      analysis: ModuleAnalyzer.analyze(candidate.path))
    return IndexRecord.NewFile(relativePath: relative(candidate.path), stamp: stamp, module: module)
  }

  /// A version folder without a manifest changes nothing here when it gets one, so the manifest is watched for.
  private func watch(_ version: String, name: String, in path: String, _ files: inout [IndexRecord.NewFile]) {
    let manifest = PathText.join(PathText.join(path, version), name + ".psd1")
    let relativePath = relative(manifest)
    guard !files.contains(where: { $0.relativePath == relativePath }) else { return }
    let nothing = DiscoveredModule(name: name, path: manifest, folderVersion: nil, analysis: .unusable)
    files.append(IndexRecord.NewFile(relativePath: relativePath, stamp: .absent, module: nothing))
  }

  private func relative(_ path: String) -> String {
    String(path.dropFirst(root.hasSuffix("/") ? root.count : root.count + 1))
  }

  // MARK: - On disk

  private var file: String? {
    if let own = Environment.get("PSModuleAnalysisCachePath"), !own.isEmpty { return "\(own)-\(rootHash)" }
    var folder = Environment.get("XDG_CACHE_HOME") ?? ""
    if folder.isEmpty {
      guard let home = Environment.get("HOME"), !home.isEmpty else { return nil }
      folder = home + "/.cache"
    }
    return "\(folder)/nacre/modules-\(rootHash).index"
  }

  private var rootHash: String {
    let sum = Array(root.utf8).withUnsafeBytes { IndexFormat.checksum($0) }
    return String(sum, radix: 16)
  }

  private func load() {
    isLoaded = true
    guard let file, let blob = IndexBlob(mapping: file) else { return }
    let payloads = IndexFormat.payloads(blob, root: root)
    records.reserveCapacity(payloads.count)
    for payload in payloads {
      if let record = IndexRecord(payload, owner: blob) { records.append(record) }
    }
  }

  /// Writes what is known; a folder that cannot be written to means no memory, not an error.
  func save() {
    isDirty = false
    guard let file else { return }
    let bytes = IndexFormat.file(root: root, payloads: records.map(\.payload))
    if FileBytes.replace(file, with: bytes) { return }
    FileBytes.makeDirectory(PathText.parent(file))
    _ = FileBytes.replace(file, with: bytes)
  }
}
