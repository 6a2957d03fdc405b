import Objects

/// Why a native module cannot be described or loaded; the raw values end the error's identifier.
enum FailureCause: String, CaseIterable {
  case notElf, truncated, wrongClass, wrongMachine, wrongType
  case noNote, badNote, noteTooLarge, noteEncoding, noteSyntax, noteDuplicate, nameMismatch
  case abiMajor, needs, noEntryPoint, entryNull, badTable, mismatch, loadFailed, dlopen
  case permissions, notAFile, missingFile, outside
  case manifestValue, prototype, library, symbol, versionRange

  /// What happened, in words.
  var text: String {
    switch self {
    case .notElf: return "it is not an ELF file"
    case .truncated: return "it is shorter than its headers say"
    case .wrongClass: return "it is not a 64-bit file"
    case .wrongMachine: return "it is made for another machine or byte order"
    case .wrongType: return "it is not a shared object"
    case .noNote: return "it has no Nacre note"
    case .badNote: return "it has a note whose sizes do not fit"
    case .noteTooLarge: return "its notes hold more than 64 KiB"
    case .noteEncoding: return "its note is not UTF-8 text"
    case .noteSyntax: return "its note cannot be parsed"
    case .noteDuplicate: return "its note declares something twice"
    case .nameMismatch: return "it names another module"
    case .abiMajor: return "it is made for another version of the plugin interface"
    case .needs: return "it needs an extension this host does not have"
    case .noEntryPoint: return "it does not export nacre_module_v1"
    case .entryNull: return "its entry point refused this host"
    case .badTable: return "a table it registers is out of bounds"
    case .mismatch: return "what it registers differs from its note"
    case .loadFailed: return "its load function failed"
    case .dlopen: return "the dynamic loader refused it"
    case .permissions: return "it is not safe to load"
    case .notAFile: return "it is not a regular file"
    case .missingFile: return "the file does not exist"
    case .outside: return "it lies outside the folder of its module"
    case .manifestValue: return "its manifest has a wrong value"
    case .prototype: return "a C prototype is not understood"
    case .library: return "no library of its list could be opened"
    case .symbol: return "the library has no such function"
    case .versionRange: return "the version of the library is out of range"
    }
  }

  var category: ErrorCategory {
    switch self {
    case .permissions: return .SecurityError
    case .missingFile, .library, .symbol: return .ObjectNotFound
    case .notAFile, .outside: return .InvalidArgument
    case .manifestValue, .prototype, .noteSyntax, .noteEncoding, .noteDuplicate: return .InvalidData
    case .loadFailed, .dlopen, .entryNull: return .ResourceUnavailable
    case .needs, .abiMajor, .versionRange: return .NotInstalled
    default: return .InvalidData
    }
  }
}

/// A failure with its cause; becomes a guest error once the file is known.
struct ModuleFailure: Error {
  let cause: FailureCause
  let detail: String

  init(_ cause: FailureCause, _ detail: String = "") {
    self.cause = cause
    self.detail = detail
  }

  /// The error the guest sees.
  func guestError(_ path: String) -> GuestError {
    let name = cause.rawValue
    let id = "NativeModule" + name.prefix(1).uppercased() + name.dropFirst()
    var message = "Cannot load the native module '\(path)': \(cause.text)"
    message += detail.isEmpty ? "." : ": " + detail
    if !message.hasSuffix(".") { message += "." }
    return GuestError.runtime(
      id, message, cause.category, target: .string(path), type: "System.BadImageFormatException")
  }
}
