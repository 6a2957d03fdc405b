import Basics

/// What this folder asks of type resolution and member access.
enum Bridges {
  /// The type a name means.
  static func resolveType(_ name: String) -> TypeInfo? { TypeResolver.resolve(name) }

  /// The name `"$type"` shows: accelerators and short generics.
  static func typeDisplayName(_ t: TypeInfo) -> String { TypeResolver.displayName(t) }

  /// Calls a static operator method of a type; nil if it has none of that name.
  static func operatorMethod(_ type: TypeInfo, _ name: String, _ args: [Value]) throws -> Value? { nil }

  /// The value of a member.
  static func member(_ v: Value, _ name: String) throws -> Value? { nil }

  /// `ToString(format, culture)` of a type that has it; nil otherwise.
  static func formattable(_ o: Obj, _ spec: String, _ culture: CultureObject) throws -> String? { nil }

  /// A new object of a type from one argument; nil if no constructor takes it.
  static func construct(_ type: TypeInfo, _ argument: Value) throws -> Value? { nil }

  /// A new object of a type without arguments; nil if it has no such constructor.
  static func construct(_ type: TypeInfo) throws -> Value? { nil }

  /// The static `Parse` of a type; nil if it has none. Tells whether it takes a format provider.
  static func parse(_ type: TypeInfo, _ text: String) throws -> (value: Value, hasProvider: Bool)? { nil }

  /// Whether the type has a static `Parse(string, IFormatProvider)`.
  static func parseTakesProvider(_ type: TypeInfo) -> Bool { false }

  /// `op_Implicit` or `op_Explicit` of either type; nil if there is none.
  static func conversionOperator(_ v: Value, _ type: TypeInfo) throws -> Value? { nil }

  /// Names and types of the settable properties of an object.
  static func settableProperties(_ v: Value) -> [(name: String, type: TypeInfo?)] { [] }

  /// Sets a property.
  static func set(_ v: Value, _ name: String, _ new: Value) throws {}

  /// A script block as a delegate of a type; nil if the type is no delegate.
  static func delegate(_ block: Obj, _ type: TypeInfo) throws -> Value? { nil }

  /// `CompareTo` of a comparable type; nil if it has none.
  static func compareTo(_ a: Value, _ b: Value) throws -> Int? { nil }
}
