import Objects

/// Where the streams other than output go: shared by everything that runs in one activation.
public final class Streams {
  public let error: Sink
  public let warning: Sink
  public let verbose: Sink
  public let debug: Sink
  public let information: Sink
  /// What was redirected; the host prints only what was not.
  public init(error: Sink, warning: Sink, verbose: Sink, debug: Sink, information: Sink) {
    self.error = error
    self.warning = warning
    self.verbose = verbose
    self.debug = debug
    self.information = information
  }
  /// The sink of a stream by PowerShell's number (2…6).
  public func sink(_ number: Int) -> Sink {
    switch number {
    case 2: return error
    case 3: return warning
    case 4: return verbose
    case 5: return debug
    default: return information
    }
  }
  /// A copy with some streams replaced.
  public func replacing(_ changes: [Int: Sink]) -> Streams {
    Streams(
      error: changes[2] ?? error, warning: changes[3] ?? warning, verbose: changes[4] ?? verbose,
      debug: changes[5] ?? debug, information: changes[6] ?? information)
  }
}
