import Basics
import Engine
import Objects

/// New-Object.
final class NewObject: Cmdlet {
  override func process() throws {
    if has("ComObject") {
      throw GuestError(
        error(
          "NamedParameterNotFound", "A parameter cannot be found that matches parameter name 'ComObject'.",
          .InvalidArgument, type: "System.Management.Automation.ParameterBindingException"))
    }
    let name = string("TypeName") ?? ""
    guard let type = TypeResolver.resolve(name) else {
      throw GuestError(
        error(
          "TypeNotFound",
          "Cannot find type [\(name)]: verify that the assembly containing this type is loaded.", .InvalidType,
          type: "System.Management.Automation.PSArgumentException"))
    }
    let made = try construct(type, name)
    if has("Property") { try setProperties(made) }
    try write(made)
  }

  private func construct(_ type: TypeInfo, _ name: String) throws -> Value {
    let given = arg("ArgumentList")
    var arguments: [Value] = []
    if has("ArgumentList") {
      arguments = given.asObject(PSArray.self)?.elements ?? given.asObject(PSList.self)?.elements ?? [given]
    }
    if type === Types.psObject || type === Types.psCustomObject {
      return .object(PSCustomObject())
    }
    do {
      return try MemberAccess.construct(type, arguments)
    } catch let e as GuestError {
      throw GuestError(failure(e, type, arguments.count))
    }
  }

  private func failure(_ e: GuestError, _ type: TypeInfo, _ count: Int) -> ErrorRecord {
    let id = e.record.errorId
    if id.hasPrefix("MethodCountCouldNotFindBest") || id == "MethodNotFound" {
      return error(
        "ConstructorInvokedThrowException,Microsoft.PowerShell.Commands.NewObjectCommand".split(separator: ",").first
          .map {
            String($0)
          } ?? "",
        "A constructor was not found. Cannot find an appropriate constructor for type \(type.fullName).",
        .ObjectNotFound, type: "System.Management.Automation.PSArgumentException"
      ).with(
        id: "CannotFindAppropriateCtor")
    }
    let x = e.record.exception
    let r = ErrorRecord(x, id: "ConstructorInvokedThrowException", category: .InvalidOperation)
    r.commandClass = runtime.className
    return r
  }

  private func setProperties(_ made: Value) throws {
    guard let d = arg("Property").asObject(PSDictionary.self) else { return }
    for i in 0..<d.count {
      let name = try Operations.toString(d.keys[i])
      if let o = made.asObject(PSCustomObject.self) {
        o.setNote(name, d.values[i])
        continue
      }
      guard let m = MemberAccess.find(made, name) else {
        let r = error(
          "InvalidOperationException",
          "The member \"\(name)\" was not found for the specified .NET object.", .InvalidOperation, target: made,
          type: "System.InvalidOperationException")
        try writeError(r)
        continue
      }
      do {
        if m.isMethod {
          _ = try MemberAccess.invoke(made, name, try Operations.elements(d.values[i]) ?? [d.values[i]])
        } else {
          try MemberAccess.set(made, name, d.values[i])
        }
      } catch let e as GuestError {
        let r = ErrorRecord(e.record.exception, id: "SetValueException", category: .InvalidData)
        try writeError(r)
      }
    }
  }
}

extension ErrorRecord {
  /// The record under another id.
  func with(id: String) -> ErrorRecord {
    errorId = id
    return self
  }
}
