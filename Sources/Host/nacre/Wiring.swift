import Basics
import CSystem
import Commands
import Console
import Engine
import Formatting
import Glibc
import ModuleLoader
import Objects
import Processes
import Providers
import Session

/// Puts the rooms together for one session and runs what was asked for.
struct Wiring {
  private let arguments: Arguments
  private let runspace: Runspace
  private let host: ConsoleHost
  private let executable: String

  init(_ arguments: Arguments) {
    self.arguments = arguments
    executable = Wiring.executablePath()
    if let directory = arguments.workingDirectory, chdir(directory) != 0 {
      OutputWriter.standardError.writeLine("Cannot set the location to \(directory): it does not exist.")
    }
    runspace = Runspace()
    let isTerminal = isatty(STDIN_FILENO) == 1
    host = ConsoleHost(runspace, isInteractive: !arguments.nonInteractive && isTerminal)
    runspace.host = host
    BuiltInCommands.register()
    BuiltInTypeData.install(in: runspace)
    SessionStart.prepare(runspace, home: Wiring.home(of: executable))
    NativeModuleLoader.install(
      in: runspace, stopFlag: UnsafeMutableRawPointer(csys_stop_flag()).assumingMemoryBound(to: UInt32.self),
      stopDescriptor: csys_stop_fd())
    StandardProviders.install(in: runspace)
    installHooks()
  }

  /// Where the host binary is, symbolic links followed.
  private static func executablePath() -> String {
    guard let p = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "nacre" }
    defer { free(p) }
    return String(cString: p)
  }

  /// `$PSHOME`: the installed library folder, or the checkout a build runs from; it holds `modules`.
  private static func home(of executable: String) -> String {
    var parts = executable.split(separator: "/").map(String.init)
    parts.removeLast()
    if let prefix = parts.last, prefix == "bin" {
      let installed = "/" + (parts.dropLast() + ["lib", "nacre"]).joined(separator: "/")
      if access(installed, R_OK) == 0 { return installed }
    }
    var folder = parts
    while !folder.isEmpty {
      let here = "/" + folder.joined(separator: "/")
      if access(here + "/modules", R_OK) == 0, access(here + "/Package.swift", R_OK) == 0 { return here }
      folder.removeLast()
    }
    return "/" + parts.joined(separator: "/")
  }

  private func installHooks() {
    let host = self.host
    let runspace = self.runspace
    FormattingHook.factory = { _, width, emit in host.makeFormatter(width: width, emit: emit) }
    CurrentRunspace.compileScript = { text in try runspace.parse(text, state: runspace.globalState) }
    if let table = runspace.globalState.rootScope.variables[Symbol("PSVersionTable")]?.value
      .asObject(PSDictionary.self)
    {
      table.set("NacreVersion", .string(VersionText.nacre))
    }
  }

  /// Runs the work and gives the exit code.
  func run() -> Int32 {
    runspace.activate()
    if !arguments.noProfile { runProfile() }
    var code = perform()
    if arguments.noExit, host.requestedExitCode == nil { code = prompt() }
    NativeModuleLoader.shutDown()
    return host.requestedExitCode ?? code
  }

  private func runProfile() {
    guard let v = runspace.globalState.rootScope.variables[Symbol("PROFILE")]?.value,
      let path = try? Operations.toString(v), access(path, R_OK) == 0
    else { return }
    _ = runspace.runFile(ExternalScriptInfo(path, path: path), arguments: [])
  }

  private func perform() -> Int32 {
    switch arguments.work {
    case .command(let text): return runspace.runText(text)
    case .commandWithArguments(let text, let words):
      runspace.globalState.rootScope.setPlain("args", .array(words.map { .string($0) }))
      return runspace.runText(text)
    case .file(let path, let words): return file(path, words)
    case .standardInput: return standardInput()
    default: return prompt()
    }
  }

  private func file(_ path: String, _ words: [String]) -> Int32 {
    guard let resolved = ScriptPath.resolve(path) else {
      OutputWriter.standardError.writeLine(
        "The argument '\(path)' is not recognized as the name of a script file. Check the spelling of the name, "
          + "or if a path was included, verify that the path is correct and try again.")
      OutputWriter.standardError.write(HelpText.text)
      return 64
    }
    let name = resolved.split(separator: "/").last.map(String.init) ?? resolved
    let info = ExternalScriptInfo(name, path: resolved)
    return runspace.runFile(info, arguments: Runspace.commandLineArguments(words))
  }

  /// Text from a pipe: read whole, run statement by statement as far as it parses.
  private func standardInput() -> Int32 {
    let text = String(decoding: StandardInput.readAll(), as: UTF8.self)
    return runspace.runText(text)
  }

  private func prompt() -> Int32 {
    if !arguments.noLogo { OutputWriter.standardOutput.writeLine(VersionText.line) }
    return PromptLoop(runspace, host).run()
  }
}

/// Finds the script a `-File` argument names.
enum ScriptPath {
  /// The absolute path, or nil when there is no such file.
  static func resolve(_ path: String) -> String? {
    var candidate = path
    if path.hasPrefix("~/") { candidate = (Environment.get("HOME") ?? "") + path.dropFirst() }
    for p in [candidate, candidate + ".ps1"] {
      var info = stat()
      guard stat(p, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else { continue }
      if p.hasPrefix("/") { return Normalized.path(p) }
      guard let cwd = getcwd(nil, 0) else { return nil }
      defer { free(cwd) }
      return Normalized.path(String(cString: cwd) + "/" + p)
    }
    return nil
  }
}

/// Paths without `.`, `..` and doubled slashes; links are kept.
enum Normalized {
  static func path(_ path: String) -> String {
    var parts: [Substring] = []
    for p in path.split(separator: "/") {
      if p == "." { continue }
      if p == ".." { _ = parts.popLast() } else { parts.append(p) }
    }
    return "/" + parts.joined(separator: "/")
  }
}
