import Basics
import Engine
import Objects

/// Write-Output: its input, enumerated unless told otherwise.
final class WriteOutput: Cmdlet {
  override func process() throws {
    let v = arg("InputObject")
    if flag("NoEnumerate") { try write(v) } else { try writeEnumerated(v) }
  }
}

/// Write-Host: text for the information stream, which the host shows.
final class WriteHost: Cmdlet {
  override func process() throws {
    let separator = has("Separator") ? try Operations.toString(arg("Separator")) : " "
    let text = try WriteHost.text(arg("Object"), separator)
    let message = HostInformationMessage(
      text, foreground: color("ForegroundColor"), background: color("BackgroundColor"), noNewLine: flag("NoNewline"))
    try runtime.writeInformation(.object(message), tags: ["PSHOST"])
  }

  private func color(_ name: String) -> Int? {
    guard let e = arg(name).asObject(EnumValue.self) else { return int(name) }
    return Int(e.raw)
  }

  /// Collections are joined with the separator; everything is shown in the current culture.
  static func text(_ v: Value, _ separator: String) throws -> String {
    if v.isNull { return "" }
    if let d = v.asObject(PSDictionary.self) {
      var parts: [String] = []
      for i in 0..<d.count { parts.append("[\(try text(d.keys[i], separator)), \(try text(d.values[i], separator))]") }
      return parts.joined(separator: separator)
    }
    if v.stringOrNil == nil, let items = try Operations.enumerate(v) {
      var parts: [String] = []
      while let item = try items.next() { parts.append(try text(item, separator)) }
      return parts.joined(separator: separator)
    }
    return try Operations.displayString(v)
  }
}

/// Write-Warning.
final class WriteWarning: Cmdlet {
  override func process() throws { try runtime.writeWarning(string("Message") ?? "") }
}

/// Write-Verbose.
final class WriteVerbose: Cmdlet {
  override func process() throws { try runtime.writeVerbose(string("Message") ?? "") }
}

/// Write-Debug.
final class WriteDebug: Cmdlet {
  override func process() throws { try runtime.writeDebug(string("Message") ?? "") }
}

/// Write-Information.
final class WriteInformation: Cmdlet {
  override func process() throws { try runtime.writeInformation(arg("MessageData"), tags: strings("Tags")) }
}

/// Write-Progress.
final class WriteProgress: Cmdlet {
  override func process() throws {
    let r = ProgressRecord(activity: string("Activity") ?? "", status: string("Status") ?? "Processing")
    r.activityId = int("Id") ?? 0
    r.parentActivityId = int("ParentId") ?? -1
    r.percentComplete = int("PercentComplete") ?? -1
    r.secondsRemaining = int("SecondsRemaining") ?? -1
    r.currentOperation = string("CurrentOperation") ?? ""
    r.isCompleted = flag("Completed")
    try runtime.writeProgress(r)
  }
}

/// Write-Error: a record made from its parts, written in the name of the caller.
final class WriteError: Cmdlet {
  override func process() throws {
    let record: ErrorRecord
    if let given = arg("ErrorRecord").asObject(ErrorRecord.self) {
      record = ErrorRecord(given.exception, id: given.errorId, category: given.category, target: given.target)
      record.commandClass = given.commandClass
      record.detailsMessage = given.detailsMessage
    } else {
      record = try make()
    }
    if let a = string("CategoryActivity") { record.activity = a }
    if let r = string("CategoryReason") { record.reason = r }
    if let t = string("CategoryTargetName") { record.targetName = t }
    if let t = string("CategoryTargetType") { record.targetTypeName = t }
    if let r = string("RecommendedAction"), !r.isEmpty {
      record.recommendedAction = r
      if record.detailsMessage == nil { record.detailsMessage = record.exception.message }
    }
    try runtime.writeErrorAsCaller(record)
  }

  private func make() throws -> ErrorRecord {
    let message = string("Message")
    let exception: ExceptionObject
    if let e = arg("Exception").asObject(ExceptionObject.self) {
      exception = e
    } else {
      exception = ExceptionObject(Types.named("Microsoft.PowerShell.Commands.WriteErrorException"), message ?? "")
    }
    let id = string("ErrorId") ?? ""
    let category = arg("Category").asObject(EnumValue.self).flatMap { ErrorCategory(rawValue: Int($0.raw)) }
    let record = ErrorRecord(
      exception, id: id.isEmpty ? exception.type.fullName : id, category: category ?? .NotSpecified,
      target: arg("TargetObject"))
    if has("Exception"), let m = message, !m.isEmpty { record.detailsMessage = m }
    return record
  }
}
