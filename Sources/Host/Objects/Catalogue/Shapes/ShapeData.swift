/// Shapes of framework types, one a line: `kind Full.Name [: base] [| interfaces]` (kind: class, abstract,
/// sealed, static, struct, interface) or an enumeration.
enum ShapeData {
  static let all: [StaticString] = [enums, language, automation, exceptions, framework]
}
