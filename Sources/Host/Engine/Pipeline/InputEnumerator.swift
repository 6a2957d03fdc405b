import Objects

extension Runspace {
  /// `$input`: what came down the pipeline, enumerated once unless it is reset.
  static func inputEnumerator(_ elements: [Value]) -> Value {
    let type = Types.named("System.Collections.ArrayList+ArrayListEnumeratorSimple")
    return .object(EnumeratorObject(ValueIterator(elements), type, restart: { ValueIterator(elements) }))
  }
}
