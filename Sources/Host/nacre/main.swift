import Engine
import Glibc
import Processes

// The host's composition root: reads the command line and hands it to a session on the engine's thread.
Interrupts.install()
nonisolated(unsafe) var exitCode: Int32 = 0
EngineThread.run {
  exitCode = Program.run(Array(CommandLine.arguments.dropFirst()))
  OutputWriter.flushAll()
}
exit(exitCode)
