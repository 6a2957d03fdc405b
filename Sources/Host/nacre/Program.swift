import Basics
import Console
import Engine
import Glibc
import Objects
import Processes
import Session

/// What the command line asks for, done: the exit code is PowerShell's.
enum Program {
  /// The code of a command line that cannot be understood (sysexits' EX_USAGE, as PowerShell uses it).
  private static let badCommandLine: Int32 = 64

  static func run(_ words: [String]) -> Int32 {
    let arguments: Arguments
    do {
      arguments = try Arguments(words, inputIsTerminal: isatty(STDIN_FILENO) == 1)
    } catch {
      let text = (error as? Arguments.Problem)?.text ?? "\(error)"
      OutputWriter.standardError.writeLine(text)
      return badCommandLine
    }
    switch arguments.work {
    case .version:
      OutputWriter.standardOutput.writeLine(VersionText.line)
      return 0
    case .help:
      OutputWriter.standardOutput.write(HelpText.text)
      return 0
    default: return Wiring(arguments).run()
    }
  }
}

/// The version line of `-Version`.
enum VersionText {
  /// The release of Nacre itself.
  static let nacre = "0.1.0"
  /// The PowerShell it speaks.
  static let powerShell = "7.6.5"
  static let line = "Nacre \(nacre) (PowerShell \(powerShell))"
}

/// The text of `-Help`.
enum HelpText {
  static let text = """

    Usage: nacre [-File] <path> [args...]
           nacre -Command { - | <text> [args...] }
           nacre [-NoExit] [-NoLogo] [-NoProfile] [-NonInteractive] [-Interactive] [-Login]
                 [-WorkingDirectory <directory>] [-OutputFormat {Text | XML}]
                 [-ExecutionPolicy <policy>] [-EncodedCommand <Base64 of UTF-16>]
           nacre -CommandWithArgs <text> [args...]
           nacre -Version | -Help

    A script, a command, standard input, or, at a terminal and without any of them, a prompt.
    Native modules are shared libraries found along $env:PSModulePath: see docs/abi.md.
    Exit codes: the script's `exit`, 1 after an uncaught error, 64 for a bad command line.


    """
}
