import CSystem
import Glibc

/// The environment block of this process, which children inherit.
public enum Environment {
  /// The value of a variable; bytes that are not UTF-8 become U+FFFD.
  public static func get(_ name: String) -> String? {
    guard isValid(name), let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// The exact bytes of a variable.
  public static func bytes(_ name: String) -> [UInt8]? {
    guard isValid(name), let value = getenv(name) else { return nil }
    return Array(UnsafeRawBufferPointer(start: value, count: strlen(value)))
  }

  /// Sets a variable; false when the name or the value cannot be in an environment block.
  @discardableResult
  public static func set(_ name: String, _ value: String) -> Bool {
    guard isValid(name), !value.utf8.contains(0) else { return false }
    return setenv(name, value, 1) == 0
  }

  /// Removes a variable; false when the name is not a valid one.
  @discardableResult
  public static func unset(_ name: String) -> Bool {
    isValid(name) && unsetenv(name) == 0
  }

  /// All variables, in block order.
  public static func list() -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    guard var cursor = csys_environ() else { return result }
    while let entry = cursor.pointee {
      let bytes = UnsafeRawBufferPointer(start: entry, count: strlen(entry))
      // The search starts at 1: an entry may begin with '=', which then belongs to the name.
      if let equals = bytes.dropFirst().firstIndex(of: 0x3D) {
        let name = String(decoding: bytes[..<equals], as: UTF8.self)
        result.append((name, String(decoding: bytes[(equals + 1)...], as: UTF8.self)))
      }
      cursor += 1
    }
    return result
  }

  private static func isValid(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { $0 == 0x3D || $0 == 0 }
  }
}

/// The interrupt flag of the process: raised by Ctrl-C, polled by everything that runs long.
public enum Interrupts {
  /// Installs the handlers of a host: SIGPIPE ignored, SIGINT caught when asked for.
  public static func install(catchInterrupt: Bool = true) {
    csys_signals_install(catchInterrupt ? 1 : 0)
  }

  /// The word an interrupt sets, for code that polls it in every iteration.
  public static var cell: UnsafeMutablePointer<Int32> { csys_stop_flag() }
  /// Whether an interrupt came and was not cleared.
  @inlinable
  public static var isRaised: Bool { csys_stop_requested() != 0 }

  /// Raises the flag from code.
  public static func raise() { csys_stop_raise() }

  /// Takes note of the interrupt: the flag goes down.
  public static func clear() { csys_stop_clear() }
}
