import Basics

/// A growing text; units are UTF-16, so positions cost nothing.
final class StringBuilderObject: Obj {
  var units: [UInt16]
  var capacity: Int
  init(_ s: String = "", capacity: Int = 16) {
    units = Array(s.utf16)
    self.capacity = max(capacity, units.count)
  }
  static let type = Types.named("System.Text.StringBuilder")
  override var typeInfo: TypeInfo { StringBuilderObject.type }
  var string: String { String(utf16: units) }
  override func text() throws -> String? { string }
  func append(_ s: String) {
    units.append(contentsOf: s.utf16)
    while capacity < units.count { capacity = max(units.count, capacity * 2) }
  }
}

/// `System.Text.StringBuilder`.
enum StringBuilderType {
  static func register() {
    Catalogue.register("System.Text.StringBuilder") { t in
      t.new("()") { _ in .object(StringBuilderObject()) }
      t.new("(int capacity)") { a in .object(StringBuilderObject(capacity: max(16, a.int(0)))) }
      t.new("(string value)") { a in .object(StringBuilderObject(a.str(0))) }
      t.new("(string value, int capacity)") { a in .object(StringBuilderObject(a.str(0), capacity: a.int(1))) }
      t.new("(int capacity, int maxCapacity)") { a in .object(StringBuilderObject(capacity: a.int(0))) }
      properties(t)
      appending(t)
      editing(t)
    }
  }

  private static func me(_ v: Value) throws -> StringBuilderObject {
    guard let b = v.asObject(StringBuilderObject.self) else { throw Throw.nullReference() }
    return b
  }

  private static func properties(_ t: TypeBuilder) {
    t.prop("int Capacity", { .int(try me($0).capacity) }) { s, v in try me(s).capacity = v.intValue }
    t.prop("int MaxCapacity") { _ in .int(Int32.max) }
    t.prop("int Length", { .int(try me($0).units.count) }) { s, v in
      let b = try me(s)
      let n = v.intValue
      if n < 0 { throw Throw.outOfRange("value", "Length cannot be less than zero.") }
      if n < b.units.count {
        b.units.removeLast(b.units.count - n)
      } else {
        b.units += [UInt16](repeating: 0, count: n - b.units.count)
      }
    }
    t.indexer("char", "int index", named: "Chars") { s, a in
      let b = try me(s)
      guard b.units.indices.contains(a.int(0)) else { throw Throw.arrayIndex() }
      return .char(b.units[a.int(0)])
    } set: { s, a in
      let b = try me(s)
      guard b.units.indices.contains(a.int(0)) else { throw Throw.index() }
      b.units[a.int(0)] = a.char(1)
    }
  }

  private static func appending(_ t: TypeBuilder) {
    t.method("StringBuilder Append(char value, int repeatCount)") { s, a in
      if a.int(1) < 0 { throw Throw.outOfRange("repeatCount") }
      try me(s).append(String(repeating: a.str(0), count: a.int(1)))
      return s
    }
    t.method("StringBuilder Append(char[] value, int startIndex, int charCount)") { s, a in
      let list = try a.list(0)
      let (start, n) = (a.int(1), a.int(2))
      guard start >= 0, n >= 0, start <= list.count - n else { throw Throw.outOfRange("charCount") }
      try me(s).append(String(utf16: list[start..<(start + n)].map { UInt16(truncatingIfNeeded: $0.longValue) }))
      return s
    }
    t.method("StringBuilder Append(string value)") { s, a in
      try me(s).append(a.str(0))
      return s
    }
    t.method("StringBuilder Append(string value, int startIndex, int count)") { s, a in
      try me(s).append(try StringType.part(a.str(0), a.int(1), a.int(2), "startIndex", "count"))
      return s
    }
    t.method("StringBuilder Append(char[] value)") { s, a in
      try me(s).append(String(utf16: try a.list(0).map { UInt16(truncatingIfNeeded: $0.longValue) }))
      return s
    }
    for type in ["bool", "char", "sbyte", "byte", "short", "int", "long", "single", "double", "decimal", "object"] {
      t.method("StringBuilder Append(\(type) value)") { s, a in
        try me(s).append(a[0].isNull ? "" : try Operations.displayString(a[0]))
        return s
      }
    }
    t.method("StringBuilder AppendLine()") { s, _ in
      try me(s).append("\n")
      return s
    }
    t.method("StringBuilder AppendLine(string value)") { s, a in
      try me(s).append(a.str(0) + "\n")
      return s
    }
    formats(t)
    for type in ["string", "object"] {
      for separator in ["string", "char"] {
        t.method("StringBuilder AppendJoin(\(separator) separator, params \(type)[] values)") { s, a in
          let parts = try a.list(1).map { $0.isNull ? "" : try Operations.displayString($0) }
          try me(s).append(parts.joined(separator: a.str(0)))
          return s
        }
      }
    }
  }

  private static func formats(_ t: TypeBuilder) {
    for list in ["object arg0", "object arg0, object arg1", "object arg0, object arg1, object arg2"] {
      t.method("StringBuilder AppendFormat(string format, \(list))") { s, a in
        try me(s).append(try Operations.formatOperator(a.requireStr(0, "format"), Array(a[1...])))
        return s
      }
    }
    t.method("StringBuilder AppendFormat(string format, params object[] args)") { s, a in
      try me(s).append(try Operations.formatOperator(a.requireStr(0, "format"), a.list(1)))
      return s
    }
    t.method("StringBuilder AppendFormat(System.IFormatProvider provider, string format, params object[] args)") {
      s, a in
      try me(s).append(try Formatting.format(a.requireStr(1, "format"), a.list(2), a[0]))
      return s
    }
  }

  private static func editing(_ t: TypeBuilder) {
    t.method("StringBuilder Clear()") { s, _ in
      try me(s).units.removeAll(keepingCapacity: true)
      return s
    }
    t.method("StringBuilder Insert(int index, string value)") { s, a in try insert(s, a.int(0), a.str(1)) }
    t.method("StringBuilder Insert(int index, string value, int count)") { s, a in
      try insert(s, a.int(0), String(repeating: a.str(1), count: max(0, a.int(2))))
    }
    for type in ["char", "int", "long", "double", "bool", "object"] {
      t.method("StringBuilder Insert(int index, \(type) value)") { s, a in
        try insert(s, a.int(0), a[1].isNull ? "" : try Operations.displayString(a[1]))
      }
    }
    t.method("StringBuilder Remove(int startIndex, int length)") { s, a in
      let b = try me(s)
      let (start, n) = (a.int(0), a.int(1))
      if n < 0 { throw Throw.outOfRange("length", "Length cannot be less than zero.") }
      if start < 0 { throw Throw.outOfRange("startIndex", "StartIndex cannot be less than zero.") }
      if n > b.units.count - start {
        throw Throw.outOfRange(
          "length", "Index was out of range. Must be non-negative and less than or equal to the size of the collection."
        )
      }
      b.units.removeSubrange(start..<(start + n))
      return s
    }
    t.method("StringBuilder Replace(string oldValue, string newValue)") { s, a in
      let b = try me(s)
      b.units = Array(try StringType.replace(b.string, a, ignoreCase: false).str.utf16)
      return s
    }
    t.method("StringBuilder Replace(char oldChar, char newChar)") { s, a in
      let b = try me(s)
      b.units = b.units.map { $0 == a.char(0) ? a.char(1) : $0 }
      return s
    }
    t.method("StringBuilder Replace(string oldValue, string newValue, int startIndex, int count)") { s, a in
      let b = try me(s)
      let middle = try StringType.part(b.string, a.int(2), a.int(3), "startIndex", "count")
      let new = try StringType.replace(middle, a, ignoreCase: false).str
      b.units.replaceSubrange(a.int(2)..<(a.int(2) + a.int(3)), with: Array(new.utf16))
      return s
    }
    t.method("int EnsureCapacity(int capacity)") { s, a in
      let b = try me(s)
      b.capacity = max(b.capacity, a.int(0))
      return .int(b.capacity)
    }
    t.method("bool Equals(StringBuilder sb)") { s, a in
      .bool(try me(s).units == a.object(0, StringBuilderObject.self)?.units)
    }
    t.method("string ToString()") { s, _ in .string(try me(s).string) }
    t.method("string ToString(int startIndex, int length)") { s, a in
      .string(try StringType.part(try me(s).string, a.int(0), a.int(1), "startIndex", "length"))
    }
  }

  private static func insert(_ s: Value, _ at: Int, _ text: String) throws -> Value {
    let b = try me(s)
    guard at >= 0, at <= b.units.count else { throw Throw.index() }
    b.units.insert(contentsOf: text.utf16, at: at)
    return s
  }
}
