import CSystem
import Glibc

/// Who owns the terminal, and in which modes it is, around native commands.
public enum TerminalControl {
  /// Whether a descriptor is a terminal.
  public static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns and rows of the terminal behind a descriptor; nil when it is none or does not know.
  public static func size(_ descriptor: Int32 = STDOUT_FILENO) -> (columns: Int, rows: Int)? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard csys_terminal_size(descriptor, &columns, &rows) == 0, columns > 0, rows > 0 else { return nil }
    return (Int(columns), Int(rows))
  }

  /// Makes the group of this process the foreground group again, after a command that had it.
  @discardableResult
  public static func reclaim(_ descriptor: Int32 = STDIN_FILENO) -> Bool {
    csys_set_foreground(descriptor, getpgrp()) == 0
  }

  /// Remembers the modes of the terminal.
  @discardableResult
  public static func saveModes(_ descriptor: Int32 = STDIN_FILENO) -> Bool { csys_modes_save(descriptor) == 0 }

  /// Brings back the modes remembered last, after a command that died in other ones.
  @discardableResult
  public static func restoreModes(_ descriptor: Int32 = STDIN_FILENO) -> Bool { csys_modes_restore(descriptor) == 0 }
}
