import Objects

/// Where the streams other than output go: shared by everything that runs in one activation.
public final class Streams {
  public let error: Sink
  public let warning: Sink
  public let verbose: Sink
  public let debug: Sink
  public let information: Sink
  /// The lists of -ErrorVariable of the commands around, which get every error of theirs, shown or not.
  public var errorLists: [PSList] = []
  public var warningLists: [PSList] = []
  public var informationLists: [PSList] = []

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
  /// A copy with some streams replaced, by number.
  public func replacing(_ changes: [Int: Sink]) -> Streams {
    let s = Streams(
      error: changes[2] ?? error, warning: changes[3] ?? warning, verbose: changes[4] ?? verbose,
      debug: changes[5] ?? debug, information: changes[6] ?? information)
    s.errorLists = errorLists
    s.warningLists = warningLists
    s.informationLists = informationLists
    return s
  }
  /// Streams that all write to one sink.
  public static func all(to sink: Sink) -> Streams {
    Streams(error: sink, warning: sink, verbose: sink, debug: sink, information: sink)
  }

  static func append(_ value: Value, to lists: [PSList]) {
    for l in lists {
      l.elements.append(value)
      l.version &+= 1
    }
  }
  /// Notes an error for the -ErrorVariable lists around.
  func note(error record: ErrorRecord) {
    if !errorLists.isEmpty { Streams.append(.object(record), to: errorLists) }
  }
}
