import Basics
import Engine
import Glibc
import Objects
import Providers

/// New-TemporaryFile.
final class NewTemporaryFile: Cmdlet {
  override func process() throws {
    var directory = session.drive("Temp")?.root ?? "/tmp/"
    if !directory.hasSuffix("/") { directory += "/" }
    guard try runtime.shouldProcess(directory, nil) else { return }
    var name = Array((directory + "tmpXXXXXX.tmp").utf8CString)
    let fd = mkstemps(&name, 4)
    guard fd >= 0 else {
      throw FileErrors.guest(FileError(errno, directory), id: "NewTemporaryFileWriteError", .WriteError)
    }
    close(fd)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    try write(try FileItems.object(path, isDirectory: false))
  }
}

/// Get-Uptime.
final class GetUptime: Cmdlet {
  override func process() throws {
    let text = String(decoding: (try? FileCalls.read("/proc/uptime")) ?? [], as: UTF8.self)
    let seconds = Int64(Double(text.split(separator: " ").first ?? "0") ?? 0)
    let span = TimeSpanObject(seconds * TimeSpanObject.ticksPerSecond)
    if flag("Since") { return try write(.object(try DateTimeObject.now.adding(ticks: -span.ticks))) }
    try write(.object(span))
  }
}

/// Unblock-File: files carry no marks here, so only the path is looked at.
final class UnblockFile: Cmdlet {
  override func process() throws { _ = try itemPaths() }
}

/// Clear-Host is a function; Get-ExecutionPolicy says what always holds here.
final class GetExecutionPolicy: Cmdlet {
  override func process() throws {
    let type = Types.named("Microsoft.PowerShell.ExecutionPolicy")
    let value: Value = (try? Operations.convert(.string("Unrestricted"), to: type)) ?? .string("Unrestricted")
    guard flag("List") else { return try write(value) }
    for scope in ["MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"] {
      try write(
        .object(
          PSCustomObject([
            ("Scope", .string(scope)), ("ExecutionPolicy", scope == "LocalMachine" ? value : .string("Undefined")),
          ])))
    }
  }
}
