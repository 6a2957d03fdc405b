import Basics

/// A `[version]` value; absent parts are -1.
public final class VersionObject: Obj {
  public let major: Int32
  public let minor: Int32
  public let build: Int32
  public let revision: Int32
  public init(_ major: Int32, _ minor: Int32, _ build: Int32 = -1, _ revision: Int32 = -1) {
    self.major = major
    self.minor = minor
    self.build = build
    self.revision = revision
  }
  public override var typeInfo: TypeInfo { Types.version }
  /// The parts present.
  public var parts: [Int32] {
    if build < 0 { return [major, minor] }
    return revision < 0 ? [major, minor, build] : [major, minor, build, revision]
  }
  public override func text() throws -> String? { description }
  /// The parts present, joined by dots.
  public var description: String { parts.map { String($0) }.joined(separator: ".") }
  public override func isEqual(_ other: Value) -> Bool {
    guard let v = other.asObject(VersionObject.self) else { return false }
    return compare(v) == 0
  }
  public override func hashInto(_ hasher: inout Hasher) {
    for p in [major, minor, build, revision] { hasher.combine(p) }
  }
  /// Order by parts; an absent part comes before zero.
  public func compare(_ o: VersionObject) -> Int {
    for (a, b) in [(major, o.major), (minor, o.minor), (build, o.build), (revision, o.revision)] where a != b {
      return a < b ? -1 : 1
    }
    return 0
  }

  /// The version a text names, or .NET's error.
  public static func parse(_ text: String) throws -> VersionObject {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (2...4).contains(parts.count) else {
      throw GuestError.exception(
        "System.ArgumentException", "Version string portion was too short or too long. (Parameter 'input')")
    }
    var n: [Int32] = []
    for p in parts {
      let t = String(p).trimmedSpaces
      guard let v = Int64(t) ?? (BigInt(decimal: t) != nil ? Int64.max : nil) else {
        throw GuestError.exception(
          "System.FormatException", "The input string '\(p)' was not in a correct format.")
      }
      if v < 0 {
        throw GuestError.exception(
          "System.ArgumentOutOfRangeException",
          "input ('\(v)') must be a non-negative value. (Parameter 'input')\nActual value was \(v).")
      }
      guard let small = Int32(exactly: v) else {
        throw GuestError.exception(
          "System.OverflowException", "Value was either too large or too small for an Int32.")
      }
      n.append(small)
    }
    return VersionObject(n[0], n[1], n.count > 2 ? n[2] : -1, n.count > 3 ? n[3] : -1)
  }
}

/// A `[semver]` value.
public final class SemanticVersionObject: Obj {
  public let major: Int32
  public let minor: Int32
  public let patch: Int32
  public let preRelease: String?
  public let build: String?
  public init(_ major: Int32, _ minor: Int32, _ patch: Int32, preRelease: String? = nil, build: String? = nil) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.preRelease = preRelease
    self.build = build
  }
  public override var typeInfo: TypeInfo { Types.semanticVersion }
  public override func text() throws -> String? { description }
  /// The usual text.
  public var description: String {
    var s = "\(major).\(minor).\(patch)"
    if let preRelease, !preRelease.isEmpty { s += "-" + preRelease }
    if let build, !build.isEmpty { s += "+" + build }
    return s
  }
  public override func isEqual(_ other: Value) -> Bool {
    guard let v = other.asObject(SemanticVersionObject.self) else { return false }
    return compare(v) == 0
  }
  public override func hashInto(_ hasher: inout Hasher) {
    for p in [major, minor, patch] { hasher.combine(p) }
    hasher.combine(preRelease ?? "")
  }

  /// Order by precedence; build labels do not count.
  public func compare(_ o: SemanticVersionObject) -> Int {
    for (a, b) in [(major, o.major), (minor, o.minor), (patch, o.patch)] where a != b { return a < b ? -1 : 1 }
    let x = preRelease ?? ""
    let y = o.preRelease ?? ""
    if x.isEmpty || y.isEmpty { return x.isEmpty == y.isEmpty ? 0 : (x.isEmpty ? 1 : -1) }
    let p = x.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let q = y.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    for (a, b) in zip(p, q) {
      let m = Int64(a)
      let n = Int64(b)
      let c: Int
      switch (m, n) {
      case (let m?, let n?): c = m == n ? 0 : (m < n ? -1 : 1)
      case (_?, nil): c = -1
      case (nil, _?): c = 1
      default: c = Ordinal.compare(a, b)
      }
      if c != 0 { return c }
    }
    return p.count == q.count ? 0 : (p.count < q.count ? -1 : 1)
  }

  /// The version without labels.
  public var version: VersionObject { VersionObject(major, minor, patch) }

  /// The semantic version a text names, or the error of `SemanticVersion.Parse`.
  public static func parse(_ text: String) throws -> SemanticVersionObject {
    guard let v = tryParse(text) else {
      throw text.isEmpty
        ? GuestError.exception("System.FormatException", "Input string was not in a correct format.")
        : GuestError.exception(
          "System.FormatException", "The input string '\(text)' was not in a correct format.")
    }
    return v
  }

  /// The semantic version a text names, or nil.
  public static func tryParse(_ text: String) -> SemanticVersionObject? {
    var core = Substring(text)
    var build: String?
    var pre: String?
    if let plus = core.firstIndex(of: "+") {
      build = String(core[core.index(after: plus)...])
      core = core[..<plus]
      if build?.isEmpty == true { return nil }
    }
    if let dash = core.firstIndex(of: "-") {
      pre = String(core[core.index(after: dash)...])
      core = core[..<dash]
      if pre?.isEmpty == true { return nil }
    }
    let label: (String) -> Bool = { s in
      s.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { p in
        !p.isEmpty && p.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D }
      }
    }
    guard pre.map(label) ?? true, build.map(label) ?? true else { return nil }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var n: [Int32] = []
    for p in parts {
      guard !p.isEmpty, p.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let v = Int32(p) else { return nil }
      n.append(v)
    }
    while n.count < 3 { n.append(0) }
    return SemanticVersionObject(n[0], n[1], n[2], preRelease: pre, build: build)
  }
}
