import Objects

/// `$input`: what came down the pipeline, enumerated once.
public final class InputEnumerator: Obj {
  private let list: PSList
  private var position = -1
  init(_ list: PSList) { self.list = list }
  public override var typeInfo: TypeInfo { InputEnumerator.type }
  private static let type: TypeInfo = {
    let name = "System.Collections.ArrayList+ArrayListEnumeratorSimple"
    Catalogue.register(name) { t in
      t.method("bool MoveNext()") { s, _ in .bool(s.asObject(InputEnumerator.self)?.moveNext() ?? false) }
      t.action("Reset()") { s, _ in s.asObject(InputEnumerator.self)?.position = -1 }
      t.prop("object Current") { s in s.asObject(InputEnumerator.self)?.current ?? .null }
    }
    return Types.named(name)
  }()

  func moveNext() -> Bool {
    if position < list.elements.count { position += 1 }
    return position < list.elements.count
  }
  var current: Value {
    position >= 0 && position < list.elements.count ? list.elements[position] : .null
  }

  public override func makeIterator() throws -> ValueIterator? {
    ValueIterator { [self] in moveNext() ? current : nil }
  }
}
