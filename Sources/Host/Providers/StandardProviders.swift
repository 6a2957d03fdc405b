import Basics
import Engine
import Objects

/// Gives a runspace its drives and locations.
public enum StandardProviders {
  /// What rooms above do for a new runspace once it has its providers.
  // Filled at start by the engine's one thread.
  nonisolated(unsafe) public static var onInstall: [(Runspace) -> Void] = []

  /// Connects the providers with a runspace: `$PWD`, working directory, redirections and wildcards of programs.
  public static func install(in runspace: Runspace) {
    ProviderMembers.register()
    TypeExtensions.register()
    let session = ProviderSession.of(runspace)
    runspace.workingDirectory = { [unowned session] in session.directory }
    runspace.resolvePath = { [unowned session] text in try session.place(text, literal: true).path }
    runspace.globPath = { [unowned session] text in nativeGlob(text, session) }
    let pwd = Variable(Symbol("PWD"), .null, options: [.allScope])
    pwd.getter = { [unowned session] in .object(PathInfo(session.location)) }
    runspace.globalState.rootScope.variables[pwd.symbol] = pwd
    for more in onInstall { more(runspace) }
  }

  /// What an unquoted wildcard stands for as the argument of a program: relative names stay relative.
  private static func nativeGlob(_ text: String, _ session: ProviderSession) -> [String]? {
    guard session.location.provider === session.fileSystem, let found = try? session.glob(text), !found.isEmpty else {
      return nil
    }
    if text.hasPrefix("/") || text.hasPrefix("~") { return found.map(\.path) }
    let base = session.directory == "/" ? "/" : session.directory + "/"
    let lead = text.hasPrefix("./") ? "./" : ""
    return found.map { $0.path.hasPrefix(base) ? lead + $0.path.dropFirst(base.utf8.count) : $0.path }
  }
}
