import Basics
import Engine
import Objects
import Session

/// Puts native modules into a session.
public enum NativeModuleLoader {
  // One engine thread sets and reads it.
  nonisolated(unsafe) private static var modules: LoadedModules?

  /// Makes a session able to describe and load native modules.
  ///
  /// `stopFlag` is the word that an interrupt sets and `stopDescriptor` what becomes readable then.
  public static func install(
    in runspace: Runspace, stopFlag: UnsafeMutablePointer<UInt32>? = nil, stopDescriptor: Int32 = -1
  ) {
    if let stopFlag { StopSignal.flag = stopFlag }
    StopSignal.descriptor = stopDescriptor
    let m = LoadedModules(runspace)
    modules = m
    NativeModules.provider = m
  }

  /// Runs the unload hooks; for the end of the host.
  public static func shutDown() {
    modules?.unloadAll()
    modules = nil
    NativeModules.provider = nil
  }

  /// Candidates that a native command gives for one of its parameters.
  public static func complete(
    command: String, parameter: String, word: String, given: [(String, Value)] = []
  ) throws -> [Value] {
    try modules?.complete(command, parameter: parameter, word: word, given: given) ?? []
  }
}
