import Basics
import Engine
import Objects

/// Numbers by chance: from a seed, or from the system.
struct RandomSource: RandomNumberGenerator {
  private var state: UInt64?
  private var system = SystemRandomNumberGenerator()
  init(seed: Int?) { state = seed.map { UInt64(bitPattern: Int64($0)) &* 0x9E37_79B9_7F4A_7C15 &+ 1 } }

  mutating func next() -> UInt64 {
    guard let s = state else { return system.next() }
    let n = s &+ 0x9E37_79B9_7F4A_7C15
    state = n
    var z = n
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Get-Random and Get-SecureRandom.
class GetRandom: Cmdlet {
  private var items: [Value] = []
  // The generator -SetSeed leaves behind for later calls.
  nonisolated(unsafe) private static var seeded: RandomSource?
  private var source = RandomSource(seed: nil)
  private var usesSeeded = false
  var isSecure: Bool { false }

  override func begin() throws {
    if let seed = int("SetSeed"), !isSecure { GetRandom.seeded = RandomSource(seed: seed) }
    if let s = GetRandom.seeded, !isSecure {
      source = s
      usesSeeded = true
    }
  }

  override func process() throws {
    guard has("InputObject") else { return }
    let v = arg("InputObject")
    items += v.asObject(PSArray.self)?.elements ?? [v]
  }

  override func end() throws {
    defer { if usesSeeded { GetRandom.seeded = source } }
    if has("InputObject") || !items.isEmpty || runtime.parameterSetName.contains("RandomListItem")
      || runtime.parameterSetName.contains("Shuffle")
    {
      return try pick()
    }
    for _ in 0..<max(1, int("Count") ?? 1) { try write(try number()) }
  }

  private func pick() throws {
    let wanted = flag("Shuffle") ? items.count : int("Count") ?? 1
    if wanted >= items.count {
      for v in items.shuffled(using: &source) { try write(v) }
      return
    }
    var left = items
    for _ in 0..<max(0, wanted) where !left.isEmpty {
      let i = Int.random(in: 0..<left.count, using: &source)
      try write(left[i])
      left.swapAt(i, left.count - 1)
      left.removeLast()
    }
  }

  private func number() throws -> Value {
    let low = arg("Minimum")
    let high = arg("Maximum")
    if isReal(low) || isReal(high) {
      let a = try real(low) ?? 0
      let b = try real(high) ?? Double.greatestFiniteMagnitude
      try check(a < b, low, high)
      return .double(Double.random(in: a..<b, using: &source))
    }
    if isLong(low) || isLong(high) {
      let a = try long(low) ?? 0
      let b = try long(high) ?? Int64.max
      try check(a < b, low, high)
      return .long(Int64.random(in: a..<b, using: &source))
    }
    let a = Int32(clamping: try long(low) ?? 0)
    let b = Int32(clamping: try long(high) ?? Int64(Int32.max))
    try check(a < b, low, high)
    return .int(Int32.random(in: a..<b, using: &source))
  }

  private func check(_ ok: Bool, _ low: Value, _ high: Value) throws {
    if ok { return }
    throw GuestError(
      error(
        "MinGreaterThanOrEqualMax",
        "The Minimum value (\(low.isNull ? "0" : try Operations.toString(low))) cannot be greater than or equal to the "
          + "Maximum value (\(try Operations.toString(high))).", .InvalidArgument, type: "System.ArgumentException"))
  }

  private func isReal(_ v: Value) -> Bool {
    if case .double = v.base { return true }
    if case .scalar(.single, _) = v.base { return true }
    if v.asObject(DecimalObject.self) != nil { return true }
    if let s = v.stringOrNil, Int64(s) == nil { return true }
    return false
  }
  private func isLong(_ v: Value) -> Bool {
    if case .long = v.base { return true }
    if let s = v.stringOrNil, let n = Int64(s) { return Int32(exactly: n) == nil }
    return false
  }
  private func real(_ v: Value) throws -> Double? {
    if v.isNull { return nil }
    if case .double(let d) = try Operations.convert(v, to: Types.double).base { return d }
    return nil
  }
  private func long(_ v: Value) throws -> Int64? {
    if v.isNull { return nil }
    if case .long(let i) = try Operations.convert(v, to: Types.int64).base { return i }
    return nil
  }
}

/// Get-SecureRandom.
final class GetSecureRandom: GetRandom { override var isSecure: Bool { true } }

/// New-Guid.
final class NewGuid: Cmdlet {
  override func process() throws {
    if flag("Empty") { return try write(.object(GuidObject([UInt8](repeating: 0, count: 16)))) }
    guard has("InputObject") else { return try write(.object(GuidObject.random())) }
    let text = string("InputObject") ?? ""
    guard let g = GuidObject.parse(text) else {
      return try writeError(
        error(
          "StringNotRecognizedAsGuid", "Unrecognized Guid format.", .InvalidArgument, target: .string(text),
          type: "System.FormatException"))
    }
    try write(.object(g))
  }
}
