/// Result codes of the contract (nacre_abi.h), as the functions answer them.
enum Code {
  static let ok: Int32 = 0
  static let none: Int32 = 1
  static let stopUpstream: Int32 = 2
  static let error: Int32 = -1
  static let stopped: Int32 = -2
  static let handle: Int32 = -3
  static let type: Int32 = -4
  static let thread: Int32 = -5
  static let closing: Int32 = -6
  static let memory: Int32 = -7
  static let version: Int32 = -8
  static let again: Int32 = -9
  static let argument: Int32 = -10
  static let unsupported: Int32 = -11
  static let depth: Int32 = -12
  static let encoding: Int32 = -13
  static let notFound: Int32 = -14

  /// What a code means, for errors that have no better text.
  static func message(_ code: Int32) -> String {
    switch code {
    case stopped: return "The pipeline was stopped."
    case handle: return "The native code used a handle that is stale or was never given out."
    case type: return "The native code was given a value of a type it cannot use."
    case thread: return "The native code called the host from a wrong thread or outside its callback."
    case closing: return "The host is shutting down."
    case memory: return "Out of memory."
    case version: return "The native code uses a structure of a version the host cannot read."
    case again: return "A queue of the native code is full."
    case argument: return "The native code passed an argument that is missing or contradictory."
    case unsupported: return "The native code asked for something this host does not offer here."
    case depth: return "Calls between native code and the host are nested too deeply."
    case encoding: return "The native code passed text that is not UTF-8."
    case notFound: return "A command, type or member that the native code asked for does not exist."
    default: return "The native code failed with code \(code)."
    }
  }

  /// The identifier of an error that is only a code.
  static func id(_ code: Int32) -> String {
    switch code {
    case handle: return "NativeHandle"
    case type: return "NativeType"
    case thread: return "NativeThread"
    case memory: return "NativeOutOfMemory"
    case version: return "NativeVersion"
    case argument: return "NativeArgument"
    case unsupported: return "NativeUnsupported"
    case depth: return "NativeDepth"
    case encoding: return "NativeEncoding"
    case notFound: return "NativeNotFound"
    default: return "NativeError"
    }
  }
}

/// Tags of values.
enum Tag {
  static let null: UInt8 = 0
  static let bool: UInt8 = 1
  static let char: UInt8 = 2
  static let int8: UInt8 = 3
  static let uint8: UInt8 = 4
  static let int16: UInt8 = 5
  static let uint16: UInt8 = 6
  static let int32: UInt8 = 7
  static let uint32: UInt8 = 8
  static let int64: UInt8 = 9
  static let uint64: UInt8 = 10
  static let float: UInt8 = 11
  static let double: UInt8 = 12
  static let dateTime: UInt8 = 13
  static let timeSpan: UInt8 = 14
  static let `switch`: UInt8 = 15
  static let string: UInt8 = 16
  static let bytes: UInt8 = 17
  static let handle: UInt8 = 32
}

/// Flags of text and bytes.
enum TextFlag {
  static let nul: UInt8 = 1
  static let lossy: UInt8 = 4
  static let wtf8: UInt8 = 8
}

/// Kinds of handles.
enum Kind {
  static let object: UInt16 = 0
  static let bytes: UInt16 = 1
  static let array: UInt16 = 2
  static let list: UInt16 = 3
  static let hashtable: UInt16 = 4
  static let ordered: UInt16 = 5
  static let scriptBlock: UInt16 = 6
  static let error: UInt16 = 7
  static let decimal: UInt16 = 8
  static let bigInteger: UInt16 = 9
  static let guid: UInt16 = 10
  static let version: UInt16 = 11
  static let type: UInt16 = 12
  static let regex: UInt16 = 13
  static let enumeration: UInt16 = 14
  static let pointer: UInt16 = 15
  static let custom: UInt16 = 16
}

/// Phases of an invocation.
enum Phase {
  static let load: UInt32 = 1
  static let create: UInt32 = 2
  static let bind: UInt32 = 3
  static let begin: UInt32 = 4
  static let process: UInt32 = 5
  static let end: UInt32 = 6
  static let clean: UInt32 = 7
  static let complete: UInt32 = 8
  static let member: UInt32 = 9
}

/// Bits of streams.
enum StreamBit {
  static let warning: UInt32 = 1
  static let verbose: UInt32 = 2
  static let debug: UInt32 = 4
  static let information: UInt32 = 8
  static let progress: UInt32 = 16
}

/// A failure that is only a code of the contract.
struct NativeFault: Error {
  let code: Int32
  init(_ code: Int32) { self.code = code }
}
