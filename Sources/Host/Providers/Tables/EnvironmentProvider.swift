import Basics
import Engine
import Objects
import Processes

/// `Env:`: the environment of the process.
public final class EnvironmentProvider: TableProvider {
  init() { super.init("Environment", implementingType: "EnvironmentProvider") }

  override func entry(_ name: String, _ s: ProviderSession) -> Value? {
    guard let v = Environment.get(name) else { return nil }
    return .object(DictEntry(.string(name), .string(v)))
  }
  override func names(_ s: ProviderSession) -> [String] { Environment.list().map(\.name) }
  override func value(_ name: String, _ s: ProviderSession) -> Value {
    Environment.get(name).map { .string($0) } ?? .null
  }
  override func assign(_ name: String, _ value: Value, force: Bool, _ s: ProviderSession) throws {
    s.runspace.commandEpoch &+= 1
    if value.isNull {
      Environment.unset(name)
      return
    }
    let v = value.asObject(DictEntry.self)?.value ?? value
    let text = try Operations.toString(v)
    if text.isEmpty { Environment.unset(name) } else { Environment.set(name, text) }
  }
  override func delete(_ name: String, force: Bool, _ s: ProviderSession) throws {
    s.runspace.commandEpoch &+= 1
    Environment.unset(name)
  }
}
