import Basics
import Engine
import Glibc
import Objects
import Processes
import Providers

/// Get-Process.
final class GetProcess: Cmdlet {
  override func process() throws {
    for p in try found() { try write(.object(p)) }
  }

  private func found() throws -> [ProcessObject] {
    try ProcessList(self).find(names: has("Name") ? strings("Name") : nil)
  }
}

/// Processes by name, id or object.
struct ProcessList {
  let cmdlet: Cmdlet
  init(_ cmdlet: Cmdlet) { self.cmdlet = cmdlet }

  func find(names: [String]?) throws -> [ProcessObject] {
    if cmdlet.has("InputObject") {
      let v = cmdlet.arg("InputObject")
      return (v.asObject(PSArray.self)?.elements ?? [v]).compactMap { $0.asObject(ProcessObject.self) }
    }
    if cmdlet.has("Id") {
      let v = cmdlet.arg("Id")
      var out: [ProcessObject] = []
      for x in v.asObject(PSArray.self)?.elements ?? [v] {
        guard case .int(let id) = x.base else { continue }
        let p = ProcessObject(id)
        if p.hasExited {
          try cmdlet.writeError(
            missing("NoProcessFoundForGivenId", "Cannot find a process with the process identifier \(id).", .int(id)))
        } else {
          out.append(p)
        }
      }
      return out
    }
    let all = ProcessObject.all()
    guard let names else { return all.sorted { Ordinal.compare($0.name, $1.name, ignoreCase: true) < 0 } }
    var out: [ProcessObject] = []
    for n in names {
      let w = try Operations.wildcard(n, true)
      let hits = all.filter { w.matches($0.name) }
      if hits.isEmpty, !Wildcard.containsWildcards(n) {
        try cmdlet.writeError(
          missing(
            "NoProcessFoundForGivenName",
            "Cannot find a process with the name \"\(n)\". Verify the process name and call the cmdlet again.",
            .string(n)))
      }
      out += hits
    }
    return out
  }

  private func missing(_ id: String, _ message: String, _ target: Value) -> ErrorRecord {
    cmdlet.error(
      id, message, .ObjectNotFound, target: target, type: "Microsoft.PowerShell.Commands.ProcessCommandException")
  }
}

/// Stop-Process.
final class StopProcess: Cmdlet {
  override func process() throws {
    for p in try ProcessList(self).find(names: has("Name") ? strings("Name") : nil) {
      guard try runtime.shouldProcess("\(p.name) (\(p.id))", nil) else { continue }
      if kill(p.id, SIGKILL) != 0 {
        try writeError(
          error(
            "CouldNotStopProcess",
            "Cannot stop process \"\(p.name) (\(p.id))\" because of the following error: "
              + String(cString: strerror(errno)), .CloseError, target: .object(p),
            type: "Microsoft.PowerShell.Commands.ProcessCommandException"))
        continue
      }
      if flag("PassThru") { try write(.object(p)) }
    }
  }
}

/// Wait-Process.
final class WaitProcess: Cmdlet {
  private var waiting: [ProcessObject] = []
  override func process() throws {
    waiting += try ProcessList(self).find(names: has("Name") ? strings("Name") : nil)
  }
  override func end() throws {
    let limit = int("Timeout").map { Clock.monotonic() &+ Int64($0) &* 1_000_000_000 }
    for p in waiting {
      while !p.hasExited {
        try engine.checkStop()
        if let limit, Clock.monotonic() > limit {
          try writeError(
            error(
              "ProcessNotTerminated",
              "This command stopped operation because process \"\(p.name) (\(p.id))\" is not "
                + "stopped in the specified time-out.", .CloseError, target: .object(p), type: "System.TimeoutException"
            ))
          break
        }
        Clock.sleep(milliseconds: 10) { false }
      }
      if flag("PassThru") { try write(.object(p)) }
    }
  }
}

/// Start-Process.
final class StartProcess: Cmdlet {
  private var opened: [Int32] = []

  override func process() throws {
    let file = string("FilePath") ?? ""
    let arguments = NativeArguments.split(strings("ArgumentList").joined(separator: " "))
    guard
      try runtime.shouldProcess(
        strings("ArgumentList").isEmpty ? file : file + " " + strings("ArgumentList").joined(separator: " "))
    else { return }
    let out = string("RedirectStandardOutput")
    let err = string("RedirectStandardError")
    let input = string("RedirectStandardInput")
    if let out, let err, out == err {
      throw failure(
        "This command cannot be run because \"RedirectStandardOutput\" and \"RedirectStandardError\" are same. Give "
          + "different inputs and Run your command again.")
    }
    guard let path = executable(file) else {
      throw failure(
        "This command cannot be run due to the error: An error occurred trying to start process '\(file)' with "
          + "working directory '\(session.directory)'. No such file or directory.")
    }
    var request = NativeLaunch(path, arguments, directory: session.directory)
    if let d = string("WorkingDirectory") { request.directory = try session.place(d).path }
    request.environment = try environment()
    defer { for fd in opened { close(fd) } }
    if let input { request.input = try redirect(input, O_RDONLY) }
    if let out { request.output = try redirect(out, O_WRONLY | O_CREAT | O_TRUNC) }
    if let err { request.error = try redirect(err, O_WRONLY | O_CREAT | O_TRUNC) }
    let started: NativeProcess
    do {
      started = try NativeProcess.launch(request)
    } catch let e {
      throw failure(
        "This command cannot be run due to the error: An error occurred trying to start process '\(file)' with "
          + "working directory '\(session.directory)'. \(e.message)")
    }
    if flag("Wait") { _ = started.wait { [unowned engine] in engine.stopRequested } }
    if flag("PassThru") { try write(StartedProcess.object(started)) }
  }

  private func failure(_ message: String) -> GuestError {
    GuestError(error("InvalidOperationException", message, .InvalidOperation, type: "System.InvalidOperationException"))
  }

  private func executable(_ file: String) -> String? {
    if file.contains("/") {
      guard let p = try? session.place(file).path, FileCalls.facts(p)?.isDirectory == false else { return nil }
      return p
    }
    let path = Environment.get("PATH") ?? ""
    if let hit = ExecutableSearch().find(file, path: path, location: session.directory) { return hit.path }
    let local = session.directory + "/" + file
    return FileCalls.facts(local)?.isDirectory == false ? local : nil
  }

  private func environment() throws -> [String]? {
    guard let d = arg("Environment").asObject(PSDictionary.self) else { return nil }
    var all = Environment.list()
    for i in 0..<d.count {
      let name = try Operations.toString(d.keys[i])
      all.removeAll { $0.name == name }
      if !d.values[i].isNull { all.append((name, try Operations.toString(d.values[i]))) }
    }
    return all.map { $0.name + "=" + $0.value }
  }

  private func redirect(_ text: String, _ flags: Int32) throws -> NativeStream {
    let path = try session.place(text, literal: true).path
    let fd = open(path, flags | O_CLOEXEC, 0o666)
    guard fd >= 0 else {
      let (type, message) = FileErrors.exception(FileError(errno, path))
      throw GuestError(
        error(PathText.lastPart(of: type), message, .InvalidOperation, type: type))
    }
    opened.append(fd)
    return .descriptor(fd)
  }
}

extension PathText {
  /// The name after the last dot of a type's full name.
  static func lastPart(of name: String) -> String { String(name.split(separator: ".").last ?? "") }
}

/// The object of a process this session started: knows the exit code.
enum StartedProcess {
  static func object(_ p: NativeProcess) -> Value {
    let o = ProcessObject(p.id)
    let bag = MemberBag()
    func property(_ name: String, _ type: TypeInfo, _ get: @escaping () -> Value) {
      let m = Member(name, .property)
      m.valueType = type
      m.getter = { _ in get() }
      bag.set(m)
    }
    property("HasExited", Types.bool) { .bool(p.poll() != nil) }
    property("ExitCode", Types.int32) { p.poll().map { .int($0.code) } ?? .null }
    let wait = Member("WaitForExit", .method)
    wait.overloads = [
      MethodOverload([], returns: Types.void) { _, _ in
        _ = p.waitForEnd()
        return .nothing
      },
      MethodOverload([MethodParameter("milliseconds", Types.int32)], returns: Types.bool) { _, a in
        guard case .int(let n) = a[0].base else { return .bool(false) }
        let end = Clock.monotonic() &+ Int64(n) &* 1_000_000
        while p.poll() == nil, Clock.monotonic() < end { Clock.sleep(milliseconds: 5) { false } }
        return .bool(p.poll() != nil)
      },
    ]
    bag.set(wait)
    o.extended = bag
    return .object(o)
  }
}
